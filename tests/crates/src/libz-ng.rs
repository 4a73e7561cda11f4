use libz_ng_sys as c;
use std::ffi::CStr;

fn main() {
    let text = b"a line that comes again\n".repeat(4000);
    let (mut packed, mut back) = (vec![0u8; 100_000], vec![0u8; text.len()]);
    let (mut length, mut written) = (packed.len(), back.len());
    unsafe {
        let packing = c::compress(packed.as_mut_ptr(), &mut length, text.as_ptr(), text.len());
        let unpacking = c::uncompress(back.as_mut_ptr(), &mut written, packed.as_ptr(), length);
        let sum = c::crc32(0, text.as_ptr(), text.len() as u32);
        let version = CStr::from_ptr(c::zlibVersion()).to_str().unwrap();
        println!(
            "{version}, {packing} {unpacking}, crc {sum:08x}, same {}",
            back == text
        );
    }
}
