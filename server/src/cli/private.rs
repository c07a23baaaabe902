//! Private numbers that go along into what the program writes, counted and never shown.

use std::sync::Arc;

use rules::catalog;
use rules::document::{Document, Engine};
use rules::lint::Settings;

use crate::lang::Lang;

/// How many CPR numbers stand in `text`.
pub(super) fn count(text: &str) -> usize {
    let Some(rule) = catalog::rule("privacy/cpr-number") else { return 0 };
    let settings = Settings { rules: vec![(rule, rule.severity)] };
    Document::new(Arc::new(Engine { settings, ..Engine::default() }), text.to_owned()).diagnostics().len()
}

/// "2 CPR-numre er fulgt med"; nothing when there are none.
pub(super) fn carried(n: usize, lang: Lang) -> Option<String> {
    match n {
        0 => None,
        1 => Some(lang.pick("1 CPR-nummer er fulgt med", "1 CPR number was carried over").to_owned()),
        _ => Some(format!("{n} {}", lang.pick("CPR-numre er fulgt med", "CPR numbers were carried over"))),
    }
}
