//! A program with threads, unwinding, thread-local storage and a hash map; the first argument is repeated.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::{env, panic, thread};

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

struct Dropped<'a>(&'a Cell<u32>);

impl Drop for Dropped<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

fn deeper(depth: u32, dropped: &Cell<u32>) {
    let _guard = Dropped(dropped);
    if depth == 0 {
        panic!("at the bottom");
    }
    deeper(depth - 1, dropped);
}

fn main() {
    let word = env::args().nth(1).unwrap_or_default();
    let sums = Arc::new(Mutex::new(HashMap::new()));
    let threads: Vec<_> = (0..4u32)
        .map(|n| {
            let sums = Arc::clone(&sums);
            thread::spawn(move || {
                COUNT.with(|c| c.set(c.get() + n));
                let sum = COUNT.with(Cell::get);
                sums.lock().unwrap().insert(n, sum);
            })
        })
        .collect();
    for t in threads {
        t.join().unwrap();
    }
    let total: u32 = sums.lock().unwrap().values().sum();

    panic::set_hook(Box::new(|_| ()));
    let dropped = Cell::new(0);
    let caught = panic::catch_unwind(panic::AssertUnwindSafe(|| deeper(9, &dropped))).is_err();
    println!("hello {word}: {total} {caught} {}", dropped.get());
}
