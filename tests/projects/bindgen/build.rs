// A C library by CMake, and what bindgen reads in its header, which includes libc's.
fn main() {
    println!("cargo:rerun-if-changed=c");
    let library = cmake::Config::new("c").profile("Release").build();
    println!("cargo:rustc-link-search=native={}/lib", library.display());
    println!("cargo:rustc-link-lib=static=layout");
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").unwrap());
    bindgen::Builder::default()
        .header("c/layout.h")
        .allowlist_file(".*layout.h")
        .allowlist_type("stat|regex_t|pthread_mutex_t")
        .allowlist_var("BUFSIZ|FOPEN_MAX")
        .generate()
        .expect("bindgen")
        .write_to_file(out.join("layout.rs"))
        .unwrap();
}
