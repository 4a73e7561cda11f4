use proc_macro::{Literal, TokenStream, TokenTree};

/// The length of a string literal, as a number.
#[proc_macro]
pub fn length(input: TokenStream) -> TokenStream {
    let text = input.to_string();
    let length = length::length(text.trim_matches('"'));
    TokenTree::Literal(Literal::i32_unsuffixed(length)).into()
}
