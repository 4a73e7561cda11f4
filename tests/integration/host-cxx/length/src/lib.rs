use std::ffi::{c_char, c_int, CString};

extern "C" {
    fn cxx_length(text: *const c_char) -> c_int;
}

/// The length of a text, found out by throwing it.
pub fn length(text: &str) -> i32 {
    let text = CString::new(text).expect("no NUL inside");
    // SAFETY: the text ends with NUL, and no exception leaves the function.
    unsafe { cxx_length(text.as_ptr()) }
}
