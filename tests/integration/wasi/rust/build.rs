fn main() {
    cc::Build::new().cpp(true).file("src/letters.cc").compile("letters");
}
