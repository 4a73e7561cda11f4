//! Uses the dylib, and catches its panic.

fn main() {
    std::panic::set_hook(Box::new(|_| ()));
    let caught = std::panic::catch_unwind(|| shared::fails(0)).is_err();
    println!(
        "shared {} {} {caught}",
        shared::describe(&[1, 2]),
        shared::fails(3)
    );
}
