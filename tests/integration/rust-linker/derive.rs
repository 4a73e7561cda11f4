//! A proc-macro without dependencies.

use proc_macro::{TokenStream, TokenTree};

/// Gives a struct a `name()`.
#[proc_macro_derive(Name)]
pub fn name(input: TokenStream) -> TokenStream {
    let mut idents = input.into_iter().filter_map(|t| match t {
        TokenTree::Ident(i) => Some(i.to_string()),
        _ => None,
    });
    let name = idents
        .by_ref()
        .skip_while(|i| i != "struct")
        .nth(1)
        .expect("a struct");
    format!("impl {name} {{ fn name() -> &'static str {{ {name:?} }} }}")
        .parse()
        .expect("tokens")
}
