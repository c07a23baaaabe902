//! Private numbers that go along into what the program writes, counted and never shown.

use std::sync::Arc;

use rules::catalog;
use rules::document::{Document, Engine};
use rules::lint::Settings;
use rules::privacy::{Secrets, Shown, shown};
use serde_json::json;
use workbench::lang::Lang;

/// How many CPR numbers stand in `text`.
pub(super) fn count(text: &str) -> usize {
    let Some(rule) = catalog::rule("privacy/cpr-number") else { return 0 };
    let settings = Settings::new(vec![(rule, rule.severity)]);
    Document::new(Arc::new(Engine { settings, ..Engine::default() }), text.to_owned()).diagnostics().len()
}

/// `json` as it may be shown: each of its texts is looked at as it is read, for "\t" within a number is no "t".
pub(super) fn shown_json(json: &str) -> Shown {
    let mut written = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(start) = rest.find('"') {
        let end = end_of_text(&rest[start..]) + start;
        let text: Option<String> = serde_json::from_str(&rest[start..end]).ok();
        let hidden =
            text.filter(|text| !Secrets::of(text).is_empty()).map(|text| json!(*shown(&text)).to_string());
        written.push_str(&rest[..start]);
        written.push_str(hidden.as_deref().unwrap_or(&rest[start..end]));
        rest = &rest[end..];
    }
    written.push_str(rest);
    shown(&written)
}

/// Where the text ends that `rest` begins with, its closing mark included.
fn end_of_text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return at + 1,
            _ => escaped = byte == b'\\' && !escaped,
        }
    }
    rest.len()
}

/// "2 CPR-numre er fulgt med"; nothing when there are none.
pub(super) fn carried(n: usize, lang: Lang) -> Option<String> {
    match n {
        0 => None,
        1 => Some(lang.pick("1 CPR-nummer er fulgt med", "1 CPR number was carried over").to_owned()),
        _ => Some(format!("{n} {}", lang.pick("CPR-numre er fulgt med", "CPR numbers were carried over"))),
    }
}

#[cfg(test)]
mod tests {
    use super::shown_json;

    #[test]
    fn a_text_of_json_is_looked_at_as_it_is_read() {
        let json = "{\"a\": \"cpr 010203\\t1234 nu\", \"b\": [\"\\\"010203\\u001e1234\"], \"c\": 7}";
        let shown = shown_json(json);
        assert_eq!(
            &*shown,
            "{\"a\": \"cpr ••••••\\t•••• nu\", \"b\": [\"\\\"••••••\u{fffd}••••\"], \"c\": 7}"
        );
    }
}
