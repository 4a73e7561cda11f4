//! Compiles the C++ part for the target, and compresses the text on the machine that builds.

use std::io::Write;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    cc::Build::new()
        .cpp(true)
        .std("c++17")
        .file("src/words.cc")
        .compile("words");

    let text = fs::read("src/text.txt").expect("src/text.txt");
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&text).expect("compress");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("OUT_DIR"));
    fs::write(out.join("text.z"), encoder.finish().expect("compress")).expect("text.z");

    println!(
        "cargo::rustc-env=BUILT_FOR={}",
        env::var("TARGET").expect("TARGET")
    );
    println!(
        "cargo::rustc-env=BUILT_ON={}",
        env::var("HOST").expect("HOST")
    );
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/words.cc");
    println!("cargo::rerun-if-changed=src/text.txt");
}
