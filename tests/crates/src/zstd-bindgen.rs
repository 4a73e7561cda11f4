use std::ffi::CStr;
use zstd_sys as c;

// The declarations are bindgen's, made from the headers at hand.
fn main() {
    let text = b"a line that comes again\n".repeat(4000);
    let (mut packed, mut back) = (vec![0u8; 100_000], vec![0u8; text.len()]);
    unsafe {
        let length = c::ZSTD_compress(
            packed.as_mut_ptr().cast(),
            packed.len(),
            text.as_ptr().cast(),
            text.len(),
            3,
        );
        let written = c::ZSTD_decompress(
            back.as_mut_ptr().cast(),
            back.len(),
            packed.as_ptr().cast(),
            length,
        );
        let version = CStr::from_ptr(c::ZSTD_versionString()).to_str().unwrap();
        println!("{version}, {written} bytes, same {}", back == text);
    }
}
