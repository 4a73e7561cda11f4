use aws_lc_sys as c;
use std::ffi::CStr;

// A digest, and a signature that is verified.
fn main() {
    unsafe {
        let mut digest = [0u8; 32];
        c::SHA256(b"abc".as_ptr(), 3, digest.as_mut_ptr());
        let key = c::EC_KEY_new_by_curve_name(c::NID_X9_62_prime256v1);
        let made = c::EC_KEY_generate_key(key);
        let (mut signature, mut length) = ([0u8; 128], 0u32);
        let signed = c::ECDSA_sign(
            0,
            digest.as_ptr(),
            32,
            signature.as_mut_ptr(),
            &mut length,
            key,
        );
        let verified = c::ECDSA_verify(
            0,
            digest.as_ptr(),
            32,
            signature.as_ptr(),
            length as usize,
            key,
        );
        c::EC_KEY_free(key);
        let version = CStr::from_ptr(c::OpenSSL_version(0)).to_str().unwrap();
        println!(
            "{version}, FIPS mode {}, {:02x}{:02x}, key {made}, signed {signed}, verified {verified}",
            c::FIPS_mode(), digest[0], digest[1]
        );
    }
}
