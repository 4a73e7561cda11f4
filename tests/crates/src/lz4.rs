use lz4_sys as c;

fn main() {
    let text = b"a line that comes again\n".repeat(4000);
    let (mut packed, mut back) = (vec![0u8; 100_000], vec![0u8; text.len()]);
    unsafe {
        let length = c::LZ4_compress_default(
            text.as_ptr().cast(),
            packed.as_mut_ptr().cast(),
            text.len() as i32,
            packed.len() as i32,
        );
        let written = c::LZ4_decompress_safe(
            packed.as_ptr().cast(),
            back.as_mut_ptr().cast(),
            length,
            back.len() as i32,
        );
        println!(
            "{}, {written} to {length}, same {}",
            c::LZ4_versionNumber(),
            back == text
        );
    }
}
