use libssh2_sys as c;
use std::ffi::CStr;
use std::io::{BufRead, BufReader, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;

// The names of a kind of algorithms.
unsafe fn algorithms(session: *mut c::LIBSSH2_SESSION, kind: i32) -> Vec<String> {
    let mut names = std::ptr::null_mut();
    let count = c::libssh2_session_supported_algs(session, kind, &mut names);
    let found = (0..count.max(0) as usize)
        .map(|i| CStr::from_ptr(*names.add(i)).to_str().unwrap().to_string())
        .collect();
    c::libssh2_free(session, names.cast());
    found
}

// A handshake with a server that says who it is, reads what is offered, and goes.
fn main() {
    let (ours, theirs) = UnixStream::pair().unwrap();
    let server = std::thread::spawn(move || {
        (&theirs).write_all(b"SSH-2.0-server_1\r\n").unwrap();
        let mut reader = BufReader::new(&theirs);
        let mut banner = String::new();
        reader.read_line(&mut banner).unwrap();
        let offered = reader.fill_buf().unwrap();
        // length of the packet, of the padding, then the kind of message: 20 is KEXINIT
        (banner.trim_end().to_string(), offered[5])
    });
    unsafe {
        let started = c::libssh2_init(0);
        let session = c::libssh2_session_init_ex(None, None, None, std::ptr::null_mut());
        let ciphers = algorithms(session, c::LIBSSH2_METHOD_CRYPT_CS);
        let keys = algorithms(session, c::LIBSSH2_METHOD_HOSTKEY);
        let ended = c::libssh2_session_handshake(session, ours.as_raw_fd());
        let (banner, message) = server.join().unwrap();
        let other = CStr::from_ptr(c::libssh2_session_banner_get(session));
        println!(
            "{started}, {banner} to {}, message {message}, {ended}, aes256-gcm {}, ed25519 {}",
            other.to_str().unwrap(),
            ciphers.iter().any(|name| name == "aes256-gcm@openssh.com"),
            keys.iter().any(|name| name == "ssh-ed25519")
        );
        c::libssh2_session_free(session);
        c::libssh2_exit();
    }
}
