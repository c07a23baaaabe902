//! Places in a text, as the client of a session counts them.

use serde_json::{Value, json};

use crate::client::Client;

/// Columns as the client of the session counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16,
    Utf32,
}

impl Encoding {
    pub(crate) fn count(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
            Self::Utf32 => text.chars().count(),
        }
    }
}

impl Client {
    /// The position of byte `offset` of `text`.
    pub(crate) fn position(&self, text: &str, offset: usize) -> Value {
        let before = text[..offset].replace("\r\n", "\n").replace('\r', "\n");
        let line = before.matches('\n').count();
        let column = self.encoding.count(before.rsplit('\n').next().unwrap_or_default());
        json!({"line": line, "character": column})
    }

    /// The position where `words` stand in `text`.
    pub(crate) fn of(&self, text: &str, words: &str) -> Value {
        self.position(text, text.find(words).expect("the words are in the text"))
    }

    /// The words at `range`.
    pub(crate) fn words<'t>(&self, text: &'t str, range: &Value) -> &'t str {
        &text[self.offset(text, &range["start"])..self.offset(text, &range["end"])]
    }

    fn offset(&self, text: &str, position: &Value) -> usize {
        let (line, column) = (position["line"].as_u64(), position["character"].as_u64());
        let (line, column) = (line.expect("a line") as usize, column.expect("a column") as usize);
        let mut start = 0;
        for _ in 0..line {
            let end = text[start..].find(['\n', '\r']).expect("a line");
            start += end + if text[start + end..].starts_with("\r\n") { 2 } else { 1 };
        }
        let ends = text[start..].char_indices().map(|(at, _)| start + at).chain([text.len()]);
        ends.into_iter().find(|&end| self.encoding.count(&text[start..end]) >= column).expect("a column")
    }

    /// `text` after `edits`, which is a list of the protocol.
    pub(crate) fn edited(&self, text: &str, edits: &Value) -> String {
        let mut edits: Vec<(usize, usize, String)> = edits
            .as_array()
            .expect("a list")
            .iter()
            .map(|edit| {
                let range = &edit["range"];
                let new = edit["newText"].as_str().expect("a text").to_owned();
                (self.offset(text, &range["start"]), self.offset(text, &range["end"]), new)
            })
            .collect();
        edits.sort();
        let mut result = text.to_owned();
        for (start, end, new) in edits.into_iter().rev() {
            result.replace_range(start..end, &new);
        }
        result
    }
}
