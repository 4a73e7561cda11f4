#[derive(derive::Name)]
struct Something;

fn main() {
    println!("derived {}", Something::name());
}
