use std::ffi::c_int;

#[no_mangle]
pub extern "C" fn greet(n: c_int) -> c_int {
    let words: Vec<String> = (0..n).map(|i| format!("hello {i}")).collect();
    println!("{}", words.join(", "));
    words.len() as c_int
}
