//! Calls a function of a library that only the linker's search directories lead to.

extern "C" {
    fn needle() -> i32;
}

fn main() {
    // SAFETY: needle is a C function without arguments.
    println!("needle {}", unsafe { needle() });
}
