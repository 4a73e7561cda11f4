use std::ffi::CStr;
use zstd_sys as c;

// Packed by two threads, and back.
fn main() {
    let text = b"a line that comes again\n".repeat(100_000);
    let mut packed = vec![0u8; unsafe { c::ZSTD_compressBound(text.len()) }];
    let mut back = vec![0u8; text.len()];
    unsafe {
        let context = c::ZSTD_createCCtx();
        let threads = c::ZSTD_CCtx_setParameter(context, c::ZSTD_cParameter::ZSTD_c_nbWorkers, 2);
        let length = c::ZSTD_compress2(
            context,
            packed.as_mut_ptr().cast(),
            packed.len(),
            text.as_ptr().cast(),
            text.len(),
        );
        c::ZSTD_freeCCtx(context);
        let written = c::ZSTD_decompress(
            back.as_mut_ptr().cast(),
            back.len(),
            packed.as_ptr().cast(),
            length,
        );
        let version = CStr::from_ptr(c::ZSTD_versionString()).to_str().unwrap();
        println!(
            "{version}, {threads} {}, {written} to {length}, same {}",
            c::ZSTD_isError(length),
            back == text
        );
    }
}
