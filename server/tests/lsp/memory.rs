//! What the server keeps while documents are open, and gives back when they are closed.

use std::time::Instant;

use serde_json::{Value, json};

use crate::client::{Client, NEOVIM, PATIENCE, neovim};

const URI: &str = "file:///ws/a.referat";
const FAULTS: &str = include_str!("../../../tests/minutes/fredericia-social-faults.txt");

/// Resident memory of the process `id` in bytes; `None` where the system does not tell.
pub(crate) fn resident(id: u32) -> Option<usize> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().split(' ').next()?.parse::<usize>().ok()? << 10)
}

fn uri(n: usize) -> String {
    format!("file:///ws/{n}.referat")
}

#[test]
fn five_hundred_documents_are_open_at_once_and_what_they_took_comes_back() {
    let mut client = neovim();
    client.open(URI, FAULTS);
    let expected = client.pushed(URI, 1).len();
    let before = resident(client.id());
    (0..500).for_each(|n| client.open(&uri(n), FAULTS));
    for n in 0..500 {
        assert_eq!(client.pushed(&uri(n), 1).len(), expected);
    }
    let open = resident(client.id());
    (0..500).for_each(|n| client.close(&uri(n)));
    if let (Some(before), Some(open), true) = (before, open, cfg!(feature = "jemalloc")) {
        assert!(open > before + 500 * FAULTS.len(), "{before} before, {open} when they are open");
        let begun = Instant::now();
        // The allocator waits a little before it gives back what may be asked for again.
        while resident(client.id()).is_some_and(|now| now > before + (open - before) / 3) {
            assert!(
                begun.elapsed() < PATIENCE,
                "{before} before, {open} when they are open, and no less now"
            );
            client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
        }
    }
    client.finish();
}

#[test]
fn ten_thousand_edits_take_no_more_memory_than_a_thousand() {
    let mut client = neovim();
    client.open(URI, FAULTS);
    client.pushed(URI, 1);
    let (start, end) = (json!({"line": 5, "character": 0}), json!({"line": 5, "character": 1}));
    let typed = json!({"range": {"start": start, "end": start}, "text": "x"});
    let taken_back = json!({"range": {"start": start, "end": end}, "text": ""});
    let mut version = 1;
    let mut thousand = || {
        for change in [&typed, &taken_back].into_iter().cycle().take(1000) {
            version += 1;
            client.change(URI, version, json!([change]));
        }
        client.pushed(URI, version);
        client.ignore_rest();
        resident(client.id())
    };
    let after_one = thousand();
    let after_ten = (0..9).fold(None, |_, _| thousand());
    if let (Some(one), Some(ten)) = (after_one, after_ten) {
        assert!(ten < one + (4 << 20), "{one} bytes after a thousand edits, {ten} after ten thousand");
    }
    client.finish();
}

/// From this length, in KiB, documents count as too long to be checked while they are typed in. What is so treated
/// from 32 MiB on is so here, that the test need not wait for a hundred of them.
const LONGEST: usize = 1024;

#[test]
fn a_document_far_too_long_is_opened_edited_and_outlined_within_time_and_memory() {
    let text = FAULTS.repeat(3 * (LONGEST << 10) / FAULTS.len());
    let settings = json!({"diagnostics": {"longest": LONGEST, "delay": 0}});
    let mut client = Client::start(NEOVIM, json!({"initializationOptions": settings.clone()}), settings);
    let before = resident(client.id());
    client.open(URI, &text);
    let shown = client.notification("window/showMessage");
    assert!(shown["message"].as_str().is_some_and(|words| words.contains("1024 KiB")), "{shown:#}");
    assert!(client.pushed(URI, 1).len() > 1000);
    let start = json!({"line": 0, "character": 0});
    client.change(URI, 2, json!([{"range": {"start": start, "end": start}, "text": "Første linje\n\n"}]));
    client.pushed(URI, 2);
    let outline = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    let lines = |symbol: &Value| symbol["range"]["end"]["line"].as_u64();
    let last = outline.as_array().expect("a list").iter().filter_map(lines).max();
    let whole = text.lines().count() as u64 + 2;
    assert!(last.is_some_and(|last| last >= whole - 2), "{last:?} of {whole} lines");
    if let (Some(before), Some(now)) = (before, resident(client.id())) {
        assert!(now - before < 12 * text.len() + (24 << 20), "{} bytes for {}", now - before, text.len());
    }
    client.finish();
}
