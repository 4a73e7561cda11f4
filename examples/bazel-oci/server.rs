fn main() {
    println!("served by {}", std::env::consts::ARCH);
}
