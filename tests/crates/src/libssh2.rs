use libssh2_sys as c;
use std::ffi::{CStr, CString};
use std::ptr::{null, null_mut};

// The key exchanges that it offers come from OpenSSL.
fn main() {
    unsafe {
        let begun = c::libssh2_init(0);
        let version = CStr::from_ptr(c::libssh2_version(0)).to_str().unwrap();
        let session = c::libssh2_session_init_ex(None, None, None, null_mut());
        let mut list = null();
        let count = c::libssh2_session_supported_algs(
            session,
            c::LIBSSH2_METHOD_KEX,
            (&raw mut list).cast(),
        );
        let names: &[*const std::ffi::c_char] = std::slice::from_raw_parts(list, count as usize);
        let curve = names
            .iter()
            .any(|n| CString::from(CStr::from_ptr(*n)).as_bytes() == b"curve25519-sha256");
        c::libssh2_session_free(session);
        c::libssh2_exit();
        println!("{version}, {begun}, some {}, curve25519 {curve}", count > 3);
    }
}
