fn main() {
    println!(
        "cargo::rustc-env=BUILD_SCRIPT={}",
        length::length("build script")
    );
    println!("cargo::rerun-if-changed=build.rs");
}
