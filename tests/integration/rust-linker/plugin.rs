//! A library with a C interface: two functions, and nothing else of it may be seen from outside.

use std::{panic, thread};

pub fn not_exported(n: i32) -> String {
    format!("{n}")
}

#[no_mangle]
pub extern "C" fn plugin_length(n: i32) -> i32 {
    thread::spawn(move || not_exported(n).len() as i32)
        .join()
        .unwrap_or(-1)
}

#[no_mangle]
pub extern "C" fn plugin_catches() -> i32 {
    panic::set_hook(Box::new(|_| ()));
    i32::from(panic::catch_unwind(|| panic!("inside")).is_err())
}
