// Compiles with what it is told to: CXX, CXXFLAGS, AR, as the crate cc does.
use std::{env, path::PathBuf, process::Command};

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(status.success(), "{command:?}: {status}");
}

fn tool(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("OUT_DIR"));
    let flags = env::var("CXXFLAGS").unwrap_or_default();
    let object = out.join("shout.o");
    run(Command::new(tool("CXX"))
        .args(flags.split_whitespace())
        .args(["-fPIC", "-O2", "-c", "sys/shout.cc", "-o"])
        .arg(&object));
    run(Command::new(tool("AR")).arg("crs").arg(out.join("libshout.a")).arg(&object));
    println!("cargo:rustc-link-search=native={}", out.display());
    println!("cargo:rustc-link-lib=static=shout");
    println!("cargo:rustc-link-lib=dylib=stdc++");
}
