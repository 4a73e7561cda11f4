use std::collections::HashMap;
fn main() {
    let mut m = HashMap::new();
    for a in std::env::args() { *m.entry(a).or_insert(0) += 1; }
    let r = std::panic::catch_unwind(|| { if m.len() > 3 { panic!("x") } });
    let t = std::thread::spawn(move || println!("{:?}", r.is_ok()));
    t.join().unwrap();
    println!("{:?}", std::fs::read_dir("/").map(|d| d.count()));
}
