use openssl_sys as c;
use std::ffi::CStr;

// A digest by the generic interface, which loads the provider that has it.
fn main() {
    unsafe {
        let version = CStr::from_ptr(c::OpenSSL_version(0)).to_str().unwrap();
        let (mut digest, mut length) = ([0u8; 64], 0u32);
        let context = c::EVP_MD_CTX_new();
        c::EVP_DigestInit_ex(context, c::EVP_sha512(), std::ptr::null_mut());
        c::EVP_DigestUpdate(context, b"abc".as_ptr().cast(), 3);
        let made = c::EVP_DigestFinal(context, digest.as_mut_ptr(), &mut length);
        c::EVP_MD_CTX_free(context);
        let tls = c::SSL_CTX_new(c::TLS_method());
        println!(
            "{}, {made}, {length} bytes, {:02x}{:02x}, TLS {}",
            version.split(' ').nth(1).unwrap_or(version),
            digest[0],
            digest[1],
            !tls.is_null()
        );
        c::SSL_CTX_free(tls);
    }
}
