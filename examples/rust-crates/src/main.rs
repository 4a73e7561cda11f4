//! Uses each library for what it is there for, and prints a line about each. The last line is a digest over every
//! result: it is the same on every target.

use std::ffi::{c_char, c_int, CStr, CString};
use std::io::{Read, Write};
use std::sync::mpsc;
use std::{panic, thread};

use ring::signature::{Ed25519KeyPair, KeyPair, UnparsedPublicKey, ED25519};
use ring::{digest, hmac};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Error = Box<dyn std::error::Error + Send + Sync>;

/// Compressed by the build script.
static TEXT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/text.z"));

extern "C" {
    fn words_summary(text: *const c_char, out: *mut c_char, size: usize) -> c_int;
    fn words_throw(frames: c_int) -> c_int;
    fn words_library() -> *const c_char;
}

/// What was found out, line by line: shown, and digested at the end.
#[derive(Default)]
struct Report(Vec<String>);

impl Report {
    fn line(&mut self, name: &str, version: &str, result: String) {
        println!("{name:<9}{version:<15}{result}");
        self.0.push(result);
    }

    fn digest(&self) -> String {
        hex(digest::digest(&digest::SHA256, self.0.join("\n").as_bytes()).as_ref())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn zlib(report: &mut Report) -> Result<String, Error> {
    let mut text = String::new();
    flate2::read::ZlibDecoder::new(TEXT).read_to_string(&mut text)?;

    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(text.as_bytes())?;
    let small = encoder.finish()?;
    let mut again = String::new();
    flate2::read::ZlibDecoder::new(&small[..]).read_to_string(&mut again)?;
    if again != text {
        return Err("zlib: the text did not come back".into());
    }
    // SAFETY: zlibVersion returns a static string.
    let version = unsafe { CStr::from_ptr(libz_sys::zlibVersion()) };
    report.line(
        "zlib",
        version.to_str()?,
        format!("{} bytes to {} and back", text.len(), small.len()),
    );
    Ok(text)
}

fn zstd(report: &mut Report, text: &str) -> Result<(), Error> {
    let much = text.repeat(100);
    let small = zstd::encode_all(much.as_bytes(), 3)?;
    if zstd::decode_all(&small[..])? != much.as_bytes() {
        return Err("zstd: the text did not come back".into());
    }
    report.line(
        "zstd",
        zstd::zstd_safe::version_string(),
        format!("{} bytes to {} and back", much.len(), small.len()),
    );
    Ok(())
}

fn sqlite(report: &mut Report, text: &str) -> Result<(), Error> {
    let mut db = rusqlite::Connection::open_in_memory()?;
    db.execute_batch(
        "CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL, length INTEGER NOT NULL)",
    )?;
    let tx = db.transaction()?;
    {
        let mut insert = tx.prepare("INSERT INTO word (word, length) VALUES (?1, ?2)")?;
        for word in text.split_whitespace() {
            insert.execute((word, word.len() as i64))?;
        }
    }
    tx.commit()?;
    let (rows, sum): (i64, i64) =
        db.query_row("SELECT count(*), sum(length * length) FROM word", [], |r| {
            Ok((r.get(0)?, r.get(1)?))
        })?;
    let longest: String = db.query_row(
        "SELECT group_concat(word, ' ') FROM
           (SELECT DISTINCT word FROM word WHERE word NOT GLOB '*[^a-z]*' ORDER BY length DESC, word LIMIT 3)",
        [],
        |r| r.get(0),
    )?;
    let thirds: String = db.query_row("SELECT printf('%.9f', 2.0 / 3)", [], |r| r.get(0))?;
    report.line(
        "sqlite",
        rusqlite::version(),
        format!("{rows} rows, sum {sum}, longest: {longest}, 2/3 is {thirds}"),
    );
    Ok(())
}

fn ring(report: &mut Report, text: &str) -> Result<(), Error> {
    let sha = hex(digest::digest(&digest::SHA256, text.as_bytes()).as_ref());

    let key = hmac::Key::new(hmac::HMAC_SHA512, b"a key for the example");
    let tag = hmac::sign(&key, text.as_bytes());
    hmac::verify(&key, text.as_bytes(), tag.as_ref()).map_err(|_| "hmac: refused a good tag")?;

    let pair =
        Ed25519KeyPair::from_seed_unchecked(&[7; 32]).map_err(|_| "ed25519: refused the seed")?;
    let signature = pair.sign(text.as_bytes());
    let public = UnparsedPublicKey::new(&ED25519, pair.public_key().as_ref());
    public
        .verify(text.as_bytes(), signature.as_ref())
        .map_err(|_| "ed25519: refused a good signature")?;
    if public.verify(b"another text", signature.as_ref()).is_ok() {
        return Err("ed25519: accepted a wrong signature".into());
    }
    report.line(
        "ring",
        "",
        format!(
            "sha256 {}.. hmac {}.. ed25519 {}.. verified",
            &sha[..8],
            &hex(tag.as_ref())[..8],
            &hex(signature.as_ref())[..8]
        ),
    );
    Ok(())
}

fn threads(report: &mut Report, text: &str) -> Result<(), Error> {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for part in 0..8u64 {
            let sender = sender.clone();
            scope.spawn(move || {
                // Blocks of many sizes, made in one thread and freed in another.
                let words: Vec<String> = text
                    .split_whitespace()
                    .map(|w| w.repeat(1 + part as usize))
                    .collect();
                let bytes: u64 = words.iter().map(|w| w.len() as u64).sum();
                sender
                    .send((part, bytes, words))
                    .expect("the receiver lives longer");
            });
        }
    });
    drop(sender);
    let mut parts: Vec<_> = receiver
        .iter()
        .map(|(part, bytes, words)| (part, bytes, words.len()))
        .collect();
    parts.sort_unstable();
    let blocks: usize = parts.iter().map(|p| p.2).sum();
    let bytes: u64 = parts.iter().map(|p| p.1).sum();
    let v = ALLOCATOR.version();
    report.line(
        "mimalloc",
        &match v {
            0..1000 => format!("{}.{}.{}", v / 100, v / 10 % 10, v % 10),
            _ => format!("{}.{}.{}", v / 10000, v / 100 % 100, v % 100),
        },
        format!("{} threads, {blocks} blocks, {bytes} bytes", parts.len()),
    );
    Ok(())
}

fn cxx(report: &mut Report, text: &str) -> Result<(), Error> {
    let text = CString::new(text)?;
    let mut out = [0 as c_char; 200];
    // SAFETY: both strings end with NUL, and the size is that of the buffer.
    if unsafe { words_summary(text.as_ptr(), out.as_mut_ptr(), out.len()) } != 0 {
        return Err("c++: no summary".into());
    }
    // SAFETY: words_summary wrote a string; no exception leaves words_throw; words_library's string is static.
    let (summary, frames, library) = unsafe {
        (
            CStr::from_ptr(out.as_ptr()),
            words_throw(5),
            CStr::from_ptr(words_library()),
        )
    };
    if frames != 5 {
        return Err(
            "c++: the exception was not caught by its type, or not every frame was unwound".into(),
        );
    }
    report.line(
        "c++",
        library.to_str()?,
        format!(
            "{}, out_of_range caught {frames} frames up",
            summary.to_str()?
        ),
    );
    Ok(())
}

fn panics(report: &mut Report) -> Result<(), Error> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let caught = panic::catch_unwind(|| {
        let numbers = std::hint::black_box(vec![1, 2, 3]);
        numbers[std::hint::black_box(7)]
    });
    let joined = thread::spawn(|| panic!("on purpose")).join();
    panic::set_hook(hook);
    let message = match (&caught, &joined) {
        (Err(first), Err(second)) => format!(
            "caught '{}' and, from a thread, '{}'",
            first.downcast_ref::<String>().ok_or("not a message")?,
            second.downcast_ref::<&str>().ok_or("not a message")?
        ),
        _ => return Err("a panic did not happen".into()),
    };
    report.line("panic", "", message);
    Ok(())
}

fn main() -> Result<(), Error> {
    println!("built for {}, on {}", env!("BUILT_FOR"), env!("BUILT_ON"));
    let mut report = Report::default();
    let text = zlib(&mut report)?;
    zstd(&mut report, &text)?;
    sqlite(&mut report, &text)?;
    ring(&mut report, &text)?;
    threads(&mut report, &text)?;
    cxx(&mut report, &text)?;
    panics(&mut report)?;
    println!("digest {}", report.digest());
    Ok(())
}
