//! C (zlib, SQLite) and C++ in a Rust program for WASI.
use std::ffi::{c_char, c_int, CStr};

extern "C" {
    fn letters(s: *const c_char) -> c_int;
}

fn main() -> rusqlite::Result<()> {
    let zlib = unsafe { CStr::from_ptr(libz_sys::zlibVersion()) }.to_str().unwrap();
    let db = rusqlite::Connection::open("/made.db")?;
    db.execute_batch("create table t (n); insert into t values (40), (2);")?;
    let sum: i64 = db.query_row("select sum(n) from t", [], |row| row.get(0))?;
    drop(db);
    std::fs::remove_file("/made.db").unwrap();
    println!("zlib {zlib}, sum {sum}, letters {}, {:?}", unsafe { letters(c"hello".as_ptr()) }, std::env::args().nth(1));
    Ok(())
}
