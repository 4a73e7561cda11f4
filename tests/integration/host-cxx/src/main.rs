fn main() {
    println!(
        "build script {}, proc-macro {}, program {}",
        env!("BUILD_SCRIPT"),
        macro_::length!("proc-macro"),
        length::length("program")
    );
}
