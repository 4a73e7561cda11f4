// Compares the layouts of bindgen, of the C compiler and of the libc crate.
#![allow(non_camel_case_types, non_upper_case_globals, non_snake_case, dead_code, improper_ctypes)]

mod c {
    include!(concat!(env!("OUT_DIR"), "/layout.rs"));
}

use std::mem::size_of;

fn main() {
    let path = std::ffi::CString::new("/").unwrap();
    let mut theirs: libc::stat = unsafe { std::mem::zeroed() };
    assert_eq!(unsafe { libc::stat(path.as_ptr(), &mut theirs) }, 0);
    assert_eq!(size_of::<libc::stat>(), size_of::<c::stat>());
    let s = unsafe { std::mem::transmute::<libc::stat, c::stat>(theirs) };
    let is = unsafe { c::layout_of(&s) };
    assert_eq!(is.of_long, size_of::<std::ffi::c_long>());
    assert_eq!(is.of_stat, size_of::<c::stat>());
    assert_eq!(is.of_regex, size_of::<c::regex_t>());
    assert_eq!(is.of_mutex, size_of::<c::pthread_mutex_t>());
    assert_eq!(is.of_buffer, c::BUFSIZ as usize);
    assert_eq!(is.inode as u64, theirs.st_ino as u64);
    println!(
        "long {}, stat {}, mutex {}, BUFSIZ {}, FOPEN_MAX {}",
        is.of_long, is.of_stat, is.of_mutex, is.of_buffer, c::FOPEN_MAX
    );
}
