use std::ffi::c_int;

#[no_mangle]
pub extern "C" fn filter(n: c_int) -> c_int {
    let kept: Vec<c_int> = (0..n).filter(|i| i % 2 == 0).collect();
    kept.len() as c_int
}
