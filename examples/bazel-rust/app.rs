use std::{collections::HashMap, thread};

extern "C" {
    fn sum(v: *const i32, n: i32) -> i32;
}

fn total(values: &[i32]) -> i32 {
    unsafe { sum(values.as_ptr(), values.len() as i32) }
}

fn main() {
    let parts: Vec<_> = (1..=4).map(|n| thread::spawn(move || (n, total(&[n, n, n])))).collect();
    let sums: HashMap<_, _> = parts.into_iter().map(|t| t.join().expect("a thread")).collect();
    let caught = std::panic::catch_unwind(|| sys::loud(&"x".repeat(100)).expect("too long")).is_err();
    println!("{} {} {} {}", sys::loud("rust").expect("short"), sums[&4], twice::twice!(21), caught);
}

#[cfg(test)]
mod tests {
    #[test]
    fn c_adds() {
        assert_eq!(super::total(&[1, 2, 3]), 6);
    }

    #[test]
    fn cxx_throws_and_catches() {
        assert_eq!(sys::loud(&"x".repeat(100)), None);
    }
}
