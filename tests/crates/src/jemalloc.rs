use std::ffi::{c_char, CStr};
use tikv_jemalloc_sys as c;

fn main() {
    unsafe {
        let mut version: *const c_char = std::ptr::null();
        let mut size = std::mem::size_of_val(&version);
        let told = c::mallctl(
            c"version".as_ptr(),
            (&raw mut version).cast(),
            &mut size,
            std::ptr::null_mut(),
            0,
        );
        let block = c::malloc(100).cast::<u8>();
        block.write_bytes(7, 100);
        // a size class of jemalloc's
        let usable = c::malloc_usable_size(block.cast());
        let threads: usize = (0..4)
            .map(|_| {
                std::thread::spawn(|| {
                    let block = c::malloc(1000);
                    let usable = c::malloc_usable_size(block);
                    c::free(block);
                    usable
                })
            })
            .map(|t| t.join().unwrap())
            .sum();
        c::free(block.cast());
        println!(
            "{told} {}, 100 is {usable}, four of 1000 are {threads}",
            CStr::from_ptr(version).to_str().unwrap()
        );
    }
}
