fn main() {
    cc::Build::new()
        .cpp(true)
        .file("length.cc")
        .compile("length");
    println!("cargo::rerun-if-changed=length.cc");
}
