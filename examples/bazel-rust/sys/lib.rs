use std::ffi::{c_char, c_int, c_ulong, CStr, CString};

extern "C" {
    fn shout(text: *const c_char, out: *mut c_char, n: c_ulong) -> c_int;
}

/// In upper case, None when it is too long.
pub fn loud(text: &str) -> Option<String> {
    let text = CString::new(text).ok()?;
    let mut out = [0 as c_char; 64];
    let n = unsafe { shout(text.as_ptr(), out.as_mut_ptr(), out.len() as c_ulong) };
    (n >= 0).then(|| unsafe { CStr::from_ptr(out.as_ptr()) }.to_string_lossy().into_owned())
}
