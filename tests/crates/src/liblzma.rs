use liblzma_sys as c;
use std::ffi::CStr;

fn main() {
    let text = b"a line that comes again\n".repeat(4000);
    let (mut packed, mut back) = (vec![0u8; 100_000], vec![0u8; 200_000]);
    let (mut length, mut read, mut written, mut limit) = (0, 0, 0, u64::MAX);
    unsafe {
        let packing = c::lzma_easy_buffer_encode(
            6,
            c::LZMA_CHECK_CRC64,
            std::ptr::null(),
            text.as_ptr(),
            text.len(),
            packed.as_mut_ptr(),
            &mut length,
            packed.len(),
        );
        let unpacking = c::lzma_stream_buffer_decode(
            &mut limit,
            0,
            std::ptr::null(),
            packed.as_ptr(),
            &mut read,
            length,
            back.as_mut_ptr(),
            &mut written,
            back.len(),
        );
        back.truncate(written);
        let version = CStr::from_ptr(c::lzma_version_string()).to_str().unwrap();
        println!(
            "{version}, {packing} {unpacking}, {} to {length}, same {}",
            text.len(),
            back == text
        );
    }
}
