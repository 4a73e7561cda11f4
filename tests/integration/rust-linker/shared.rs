//! A Rust dylib.

pub fn describe<T: std::fmt::Debug>(value: &T) -> String {
    format!("<{value:?}>")
}

pub fn fails(n: i32) -> i32 {
    assert!(n > 0, "not positive");
    n
}
