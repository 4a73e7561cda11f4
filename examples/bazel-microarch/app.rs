use std::ffi::{c_char, CStr};

extern "C" {
    fn c_level() -> *const c_char;
}

fn rust_level() -> &'static str {
    [
        (cfg!(target_feature = "avx512f"), "avx512f"),
        (cfg!(target_feature = "avx2"), "avx2"),
        (cfg!(target_feature = "sse4.2"), "sse4.2"),
        (cfg!(target_feature = "sse2"), "sse2"),
        (cfg!(target_feature = "sve2"), "sve2"),
        (cfg!(target_feature = "i8mm"), "i8mm"),
        (cfg!(target_feature = "lse"), "lse"),
    ]
    .into_iter()
    .find_map(|(has, name)| has.then_some(name))
    .unwrap_or("baseline")
}

fn main() {
    let c = unsafe { CStr::from_ptr(c_level()) }.to_string_lossy();
    println!("C {c}, Rust {}", rust_level());
}
