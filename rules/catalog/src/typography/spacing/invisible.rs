//! A sign without width between two letters: a word that looks right, and that no search for it finds.

use lint::{Findings, Habit, PartView, Severity, Text};
use memchr::memchr2_iter;
use text::edit::Edit;
use text::{TextRange, range};

/// Word joiners and spaces without width. A soft hyphen is none of them: it shows where a word may be broken.
const SIGNS: [char; 5] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    // The first bytes of those signs.
    for at in memchr2_iter(0xe2, 0xef, view.text.as_bytes()) {
        let Some(sign) = view.text[at..].chars().next().filter(|sign| SIGNS.contains(sign)) else { continue };
        let found = range(at, at + sign.len_utf8());
        if is_inside_word(view.text, found) && !view.is_opaque(found) && !view.is_quoted(found) {
            let note = Text {
                da: "Der står et usynligt tegn inde i ordet",
                en: "There is an invisible sign inside the word",
            };
            let title = Text { da: "Slet tegnet", en: "Delete the sign" };
            findings
                .report(found, note)
                .at_most(Severity::Hint)
                .habit(HABIT)
                .unsafe_fix(title, Edit::delete(found));
        }
    }
}

fn is_inside_word(text: &str, sign: TextRange) -> bool {
    text[..sign.start().into()].ends_with(char::is_alphabetic)
        && text[sign.end().into()..].starts_with(char::is_alphabetic)
}

const HABIT: Habit = Habit {
    note: Text {
        da: "Der står usynlige tegn inde i {n} ord",
        en: "There are invisible signs inside {n} words",
    },
    fix: Text { da: "Slet tegnene", en: "Delete the signs" },
};

#[cfg(test)]
mod tests {
    use crate::typography::spacing::RULE;
    use document::fixture::check;

    #[test]
    fn flags_signs_without_width_between_letters() {
        for sign in ["\u{200b}", "\u{2060}", "\u{feff}"] {
            let marks = " ".repeat("Vi aftaler et be".chars().count());
            let line = format!("Vi aftaler et be{sign}søg i maj.\n{marks}^ Der står et usynligt tegn");
            check(&RULE, &format!("\n1. Skoler\n\n{line}\n"));
        }
    }

    #[test]
    fn ignores_them_beside_words_and_soft_hyphens() {
        check(
            &RULE,
            "1. Skoler\n\nVi aftaler et \u{200b}besøg i maj\u{200b}, og bag\u{ad}efter er der kaffe.\n",
        );
    }
}
