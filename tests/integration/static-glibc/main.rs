// std with threads, unwinding, thread-local destructors and a C library by name.
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicI32, Ordering};

#[link(name = "m", kind = "dylib")]
extern "C" {
    fn cbrt(x: f64) -> f64;
}

static DROPPED: AtomicI32 = AtomicI32::new(0);

struct Counted(i32);

impl Drop for Counted {
    fn drop(&mut self) {
        DROPPED.fetch_add(self.0, Ordering::SeqCst);
    }
}

thread_local!(static HERE: RefCell<Counted> = RefCell::new(Counted(1)));

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(|| HERE.with(|h| h.borrow().0))).collect();
    let joined: i32 = threads.into_iter().map(|t| t.join().unwrap()).sum();
    let caught = std::panic::catch_unwind(|| panic!("expected")).is_err() as i32;
    let map: HashMap<i32, i32> = (0..10).map(|i| (i, i * i)).collect();
    let root = unsafe { cbrt(27.0) } as i32;
    let there = std::fs::metadata("/").map(|m| m.is_dir()).unwrap_or(false) as i32;
    let sum = joined + DROPPED.load(Ordering::SeqCst) + caught + (map[&9] == 81) as i32 + (root == 3) as i32 + there - 4;
    println!("{sum}");
    std::process::exit((sum != 8) as i32);
}
