use pq_sys as c;
use std::ffi::CStr;

// A connection string is read, one to nowhere is refused, a string is quoted.
fn main() {
    unsafe {
        let options =
            c::PQconninfoParse(c"host=db.example port=5433".as_ptr(), std::ptr::null_mut());
        let mut option = options;
        let mut host = String::new();
        while !(*option).keyword.is_null() {
            if CStr::from_ptr((*option).keyword) == c"host" {
                host = CStr::from_ptr((*option).val).to_str().unwrap().into();
            }
            option = option.add(1);
        }
        c::PQconninfoFree(options);
        let connection = c::PQconnectdb(c"host=/nonexistent user=u dbname=d".as_ptr());
        let refused = c::PQstatus(connection) == c::ConnStatusType::CONNECTION_BAD;
        c::PQfinish(connection);
        let mut quoted = [0u8; 32];
        c::PQescapeString(quoted.as_mut_ptr().cast(), c"it's".as_ptr(), 4);
        let quoted = CStr::from_bytes_until_nul(&quoted)
            .unwrap()
            .to_str()
            .unwrap();
        println!(
            "{}, host {host}, refused {refused}, {quoted}",
            c::PQlibVersion()
        );
    }
}
