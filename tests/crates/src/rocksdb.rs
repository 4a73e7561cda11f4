use librocksdb_sys as c;
use std::ptr::null_mut;

// A database is made, written, flushed and read.
fn main() {
    let place = std::env::temp_dir().join(format!("try-rocksdb.{}", std::process::id()));
    let path = std::ffi::CString::new(place.to_str().unwrap()).unwrap();
    unsafe {
        let options = c::rocksdb_options_create();
        c::rocksdb_options_set_create_if_missing(options, 1);
        let mut error = null_mut();
        let db = c::rocksdb_open(options, path.as_ptr(), &mut error);
        let writing = c::rocksdb_writeoptions_create();
        for n in 0..1000 {
            let (key, value) = (format!("key {n}"), format!("value {}", n * n));
            c::rocksdb_put(
                db,
                writing,
                key.as_ptr().cast(),
                key.len(),
                value.as_ptr().cast(),
                value.len(),
                &mut error,
            );
        }
        let flushing = c::rocksdb_flushoptions_create();
        c::rocksdb_flush(db, flushing, &mut error);
        let (reading, mut length) = (c::rocksdb_readoptions_create(), 0);
        let value = c::rocksdb_get(db, reading, c"key 999".as_ptr(), 7, &mut length, &mut error);
        let text =
            String::from_utf8_lossy(std::slice::from_raw_parts(value.cast(), length)).into_owned();
        c::rocksdb_free(value.cast());
        c::rocksdb_close(db);
        let _ = std::fs::remove_dir_all(place);
        println!("{text}, no error {}", error.is_null());
    }
}
