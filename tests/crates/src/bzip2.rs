use bzip2_sys as c;

fn main() {
    let text = b"a line that comes again\n".repeat(4000);
    let (mut packed, mut back) = (vec![0u8; 100_000], vec![0u8; 200_000]);
    unsafe {
        let mut s: c::bz_stream = std::mem::zeroed();
        c::BZ2_bzCompressInit(&mut s, 9, 0, 0);
        (s.next_in, s.avail_in) = (text.as_ptr() as *mut _, text.len() as u32);
        (s.next_out, s.avail_out) = (packed.as_mut_ptr().cast(), packed.len() as u32);
        let packing = c::BZ2_bzCompress(&mut s, c::BZ_FINISH);
        let length = packed.len() - s.avail_out as usize;
        c::BZ2_bzCompressEnd(&mut s);

        let mut s: c::bz_stream = std::mem::zeroed();
        c::BZ2_bzDecompressInit(&mut s, 0, 0);
        (s.next_in, s.avail_in) = (packed.as_mut_ptr().cast(), length as u32);
        (s.next_out, s.avail_out) = (back.as_mut_ptr().cast(), back.len() as u32);
        let unpacking = c::BZ2_bzDecompress(&mut s);
        back.truncate(back.len() - s.avail_out as usize);
        c::BZ2_bzDecompressEnd(&mut s);
        println!(
            "{packing} {unpacking}, {} to {length}, same {}",
            text.len(),
            back == text
        );
    }
}
