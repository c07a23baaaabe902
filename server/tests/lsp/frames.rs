//! Whatever bytes come in, the server ends with its input, without a complaint.

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_oneof, proptest};

use crate::client::Client;
use crate::settled::config;

/// What headers and messages are made of, whole and broken.
const PIECES: &[&str] = &[
    "Content-Length: ",
    "content-length:",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8",
    "\r\n",
    "\r\n\r\n",
    "\n",
    "0",
    "2",
    "40",
    "99999999",
    "18446744073709551616",
    "-1",
    "{}",
    "[]",
    "{\"jsonrpc\":\"2.0\",",
    "\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}",
    "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"file:///a.referat\",",
    "\"languageId\":\"referat\",\"version\":1,\"text\":\"Byrådet\\n\"}}}",
    "\"method\":\"exit\"}",
];

/// Messages that are whole, but for what they say.
const MESSAGES: &[&str] = &[
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"file:///a.referat\",\"languageId\":\"referat\",\"version\":1,\"text\":\"1. Bugdet\\n\"}}}",
    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/hover\",\"params\":{}}",
    "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":7}",
    "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":null}",
    "[{},{}]",
    "{",
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let framed = |message: &str| format!("Content-Length: {}\r\n\r\n{message}", message.len()).into_bytes();
    prop_oneof![
        4 => (0..PIECES.len()).prop_map(|at| PIECES[at].as_bytes().to_vec()),
        4 => (0..MESSAGES.len()).prop_map(move |at| framed(MESSAGES[at])),
        1 => vec(any::<u8>(), 0..40),
        1 => Just(vec![b'x'; 70_000]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn any_bytes_leave_the_server_able_to_end(pieces in vec(bytes(), 0..12)) {
        let mut client = Client::spawn();
        // A server that was told to exit reads no further.
        pieces.iter().all(|piece| client.offer(piece));
        client.hang_up();
        let code = client.ended();
        prop_assert!(matches!(code, Some(0 | 1)), "{code:?}");
        prop_assert!(client.complaints() == "", "it said something");
    }
}
