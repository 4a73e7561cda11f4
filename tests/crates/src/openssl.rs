use openssl_sys as c;
use std::ffi::CStr;
use std::ptr::null_mut;

const TEXT: &[u8] = b"abc";

// A signature with the key that is verified, for the text and for another one.
unsafe fn signs(key: *mut c::EVP_PKEY) -> (i32, i32, i32) {
    let (mut signature, mut length) = ([0u8; 512], 512);
    let context = c::EVP_MD_CTX_new();
    c::EVP_DigestSignInit(context, null_mut(), c::EVP_sha256(), null_mut(), key);
    let signed = c::EVP_DigestSign(
        context,
        signature.as_mut_ptr(),
        &mut length,
        TEXT.as_ptr(),
        TEXT.len(),
    );
    c::EVP_MD_CTX_free(context);
    let verify = |text: &[u8]| {
        let context = c::EVP_MD_CTX_new();
        c::EVP_DigestVerifyInit(context, null_mut(), c::EVP_sha256(), null_mut(), key);
        let verified = c::EVP_DigestVerify(
            context,
            signature.as_ptr(),
            length,
            text.as_ptr(),
            text.len(),
        );
        c::EVP_MD_CTX_free(context);
        verified
    };
    (signed, verify(TEXT), verify(b"abd"))
}

unsafe fn makes(
    kind: i32,
    choose: impl Fn(*mut c::EVP_PKEY_CTX) -> i32,
) -> (i32, *mut c::EVP_PKEY) {
    let mut key = null_mut();
    let context = c::EVP_PKEY_CTX_new_id(kind, null_mut());
    c::EVP_PKEY_keygen_init(context);
    choose(context);
    let made = c::EVP_PKEY_keygen(context, &mut key);
    c::EVP_PKEY_CTX_free(context);
    (made, key)
}

fn main() {
    unsafe {
        let mut digest = [0u8; 32];
        c::SHA256(TEXT.as_ptr(), TEXT.len(), digest.as_mut_ptr());
        let (ec, ec_key) = makes(c::EVP_PKEY_EC, |context| {
            c::EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, c::NID_X9_62_prime256v1)
        });
        let (rsa, rsa_key) = makes(c::EVP_PKEY_RSA, |context| {
            c::EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048)
        });
        let version = CStr::from_ptr(c::OpenSSL_version(0)).to_str().unwrap();
        println!(
            "{version}, {:02x}{:02x}, EC {ec} {:?}, RSA {rsa} {:?}",
            digest[0],
            digest[1],
            signs(ec_key),
            signs(rsa_key)
        );
    }
}
