use leveldb_sys as c;
use std::ffi::{c_char, CStr, CString};
use std::ptr::null_mut;

const COUNT: usize = 10_000;

// Panics with what went wrong, if something did.
unsafe fn check(error: *mut c_char) {
    assert!(error.is_null(), "{:?}", CStr::from_ptr(error));
}

// The values that another handle finds, and one of them.
unsafe fn read(db: *mut c::leveldb_t, key: &CStr) -> (usize, String) {
    let (options, mut error, mut length) = (c::leveldb_readoptions_create(), null_mut(), 0);
    let (bytes, size) = (key.as_ptr(), key.count_bytes());
    let value = c::leveldb_get(db, options, bytes, size, &mut length, &mut error);
    check(error);
    let text = std::slice::from_raw_parts(value.cast(), length).to_vec();
    c::leveldb_free(value.cast());
    let iterator = c::leveldb_create_iterator(db, options);
    let mut count = 0;
    c::leveldb_iter_seek_to_first(iterator);
    while c::leveldb_iter_valid(iterator) != 0 {
        count += 1;
        c::leveldb_iter_next(iterator);
    }
    c::leveldb_iter_destroy(iterator);
    c::leveldb_readoptions_destroy(options);
    (count, String::from_utf8(text).unwrap())
}

// Keys that are written, packed by Snappy into a table, and found again; a directory that holds no database.
fn main() {
    let place = std::env::temp_dir().join(format!("try-leveldb.{}", std::process::id()));
    let path = CString::new(place.to_str().unwrap()).unwrap();
    unsafe {
        let mut error = null_mut();
        let options = c::leveldb_options_create();
        c::leveldb_open(options, path.as_ptr(), &mut error);
        let refused = !error.is_null();
        c::leveldb_free(error.cast());
        error = null_mut();

        c::leveldb_options_set_create_if_missing(options, 1);
        c::leveldb_options_set_compression(options, c::Compression::Snappy);
        let db = c::leveldb_open(options, path.as_ptr(), &mut error);
        check(error);
        let write = c::leveldb_writeoptions_create();
        for number in 0..COUNT {
            let (key, value) = (format!("key {number:05}"), format!("value {number:0100}"));
            c::leveldb_put(
                db,
                write,
                key.as_ptr().cast(),
                key.len(),
                value.as_ptr().cast(),
                value.len(),
                &mut error,
            );
            check(error);
        }
        // the thread in the background does it
        c::leveldb_compact_range(db, std::ptr::null(), 0, std::ptr::null(), 0);
        c::leveldb_close(db);

        let db = c::leveldb_open(options, path.as_ptr(), &mut error);
        check(error);
        let (count, value) = read(db, c"key 00321");
        c::leveldb_close(db);
        let files = std::fs::read_dir(&place).unwrap().flatten();
        let tables: u64 = files
            .filter(|file| file.path().extension().is_some_and(|end| end == "ldb"))
            .map(|file| file.metadata().unwrap().len())
            .sum();
        let _ = std::fs::remove_dir_all(place);
        println!(
            "{}.{}, refused {refused}, {count} values, {}, packed {}",
            c::leveldb_major_version(),
            c::leveldb_minor_version(),
            value.trim_start_matches("value 0").trim_start_matches('0'),
            tables > 0 && tables < COUNT as u64 * 60
        );
    }
}
