//! The engine behind the page: one request in, one answer out, both JSON.
//!
//! The page runs this in a worker. It holds one document, which follows edits; nothing is kept and nothing is sent
//! anywhere, for there is nothing here to do it with. Offsets that cross the border count UTF-16 units, as the editor of
//! the page does.

mod answer;
mod border;
mod finding;
mod moved;
mod offsets;
mod paper;
mod request;
mod session;

pub use request::Request;
pub use session::Session;
