use proc_macro::TokenStream;

/// An expression, added to itself.
#[proc_macro]
pub fn twice(input: TokenStream) -> TokenStream {
    format!("(({input}) + ({input}))").parse().expect("an expression")
}
