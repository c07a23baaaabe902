//! What a printed page is filed by: when the document was checked, with which settings, and which bytes it had.
//!
//! Whoever publishes minutes must be able to show that they were looked at first. The checksum ties the page to one
//! version of the file, and the fingerprint of the settings to what was looked for.

use std::fmt::Write;

use jiff::Zoned;
use rules::document::Document;
use rules::privacy::shown;
use sha2::{Digest, Sha256};
use workbench::lang::Lang;

use super::markup::escaped;

/// When a document was checked, and with what.
#[derive(Clone, Debug)]
pub struct Control {
    when: Zoned,
    profile: Option<String>,
    settings: String,
    sum: Option<String>,
}

impl Control {
    /// Of `document`, whose file holds `bytes`, with the settings of `profile`; `when` is now.
    pub fn new(document: &Document, bytes: Option<&[u8]>, profile: Option<&str>, when: Zoned) -> Self {
        let engine = document.engine();
        let rules: Vec<_> =
            engine.settings.rules.iter().map(|(rule, severity)| (rule.name, severity)).collect();
        let settings = format!(
            "{}{:?}{rules:?}{:?}{:?}",
            document.context().house.name,
            document.context().stage,
            engine.options,
            engine.names
        );
        let mut settings = hexadecimal(settings.as_bytes());
        settings.truncate(SHORT);
        Self { when, profile: profile.map(str::to_owned), settings, sum: bytes.map(hexadecimal) }
    }

    /// The line on the page.
    pub(super) fn line(&self, lang: Lang) -> String {
        let when =
            self.when.strftime(lang.pick("%-d.%-m.%Y kl. %H.%M dansk tid", "%Y-%m-%d %H:%M Danish time"));
        let profile = self
            .profile
            .as_deref()
            .map_or(lang.pick("ingen", "none").to_owned(), |name| escaped(&shown(name)));
        let mut facts = vec![
            format!("{} {when}", lang.pick("Kontrolleret", "Checked")),
            format!("{} {profile}", lang.pick("profil", "profile")),
            format!("{} <code>{}</code>", lang.pick("indstillinger", "settings"), self.settings),
        ];
        if let Some(sum) = &self.sum {
            facts.push(format!("{} <code>{sum}</code>", lang.pick("filens SHA-256", "SHA-256 of the file")));
        }
        format!("<p class=\"control\">{}</p>\n", facts.join(" · "))
    }
}

/// Digits enough to tell settings apart.
const SHORT: usize = 12;

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use rules::document::Document;

    use super::Control;
    use jiff::Zoned;
    use workbench::lang::Lang;

    #[test]
    fn the_line_names_the_version_of_the_file() {
        let document = Document::new(Default::default(), "1. Budget\n".to_owned());
        let line = Control::new(&document, Some(b"abc"), Some("publish"), Zoned::default()).line(Lang::Da);
        assert!(line.contains("profil publish"), "{line}");
        assert!(line.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), "{line}");
        let other = Control::new(&document, Some(b"abd"), None, Zoned::default()).line(Lang::En);
        assert!(other.contains("profile none") && !other.contains("ba7816bf"), "{other}");
    }
}
