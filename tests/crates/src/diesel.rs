use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;

diesel::table! {
    lines (id) {
        id -> Integer,
        text -> Text,
    }
}

// A query as PostgreSQL gets it, and the error of libpq for a server that is not there, with TLS asked for.
fn main() {
    let query = lines::table
        .filter(lines::text.eq("it's"))
        .select(lines::id)
        .limit(3);
    let text = diesel::debug_query::<Pg, _>(&query).to_string();
    let refused = PgConnection::establish("postgres:///d?host=/nonexistent&sslmode=require");
    let why = refused.err().unwrap().to_string();
    println!(
        "{text}, socket {}",
        why.contains("/nonexistent/.s.PGSQL.5432")
    );
}
