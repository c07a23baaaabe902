//! `typography/trailing-whitespace`: spaces at the end of a line.

use lint::{Check, Example, Findings, Fixes, Habit, PartView, Rule, Severity, Text};
use syntax::Class;
use text::edit::Edit;
use text::{TextRange, first_line, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "typography/trailing-whitespace",
    summary: Text { da: "Mellemrum sidst på en linje", en: "Spaces at the end of a line" },
    why: Text {
        da: "Mellemrum sidst på en linje ses ikke, men de gør hver sammenligning af to udgaver større, og når linjer \
             sættes sammen, bliver de til dobbelte mellemrum.",
        en: "Spaces at the end of a line are not seen, but they swell every comparison of two versions, and when lines \
             are joined they turn into double spaces.",
    },
    source: "",
    severity: Severity::Hint,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Doubt]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag. \n\n\
                 Beslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag.\n\n\
                Beslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let bytes = view.text.as_bytes();
    for at in memchr::memchr_iter(b'\n', bytes) {
        let end = if at > 0 && bytes[at - 1] == b'\r' { at - 1 } else { at };
        check_line_end(view, end, findings);
    }
    if !view.text.ends_with(['\n', '\r']) {
        check_line_end(view, view.text.len(), findings);
    }
}

fn check_line_end(view: &PartView<'_>, end: usize, findings: &mut Findings) {
    // All but the common space end in a byte that also ends other characters.
    if !matches!(view.text.as_bytes()[..end].last(), Some(b' ' | b'\t' | 0x80..)) {
        return;
    }
    let words = view.text[..end].trim_end_matches(is_space);
    let spaces = range(words.len(), end);
    let blank = words.is_empty() || words.ends_with(['\n', '\r']);
    if blank || spaces.is_empty() || is_wanted(view, spaces) {
        return;
    }
    findings
        .report(
            spaces,
            Text {
                da: "Der står mellemrum sidst på linjen", en: "There are spaces at the end of the line"
            },
        )
        .habit(HABIT)
        .safe_fix(Text { da: "Slet mellemrummet", en: "Delete the spaces" }, Edit::delete(spaces));
}

const HABIT: Habit = Habit {
    note: Text {
        da: "Der står mellemrum sidst på {n} linjer",
        en: "There are spaces at the end of {n} lines",
    },
    fix: Text { da: "Slet mellemrummene", en: "Delete the spaces" },
};

/// Empty cells of a table, and the two spaces that break a line in Markdown. Notes in Markdown need hold no other sign of
/// it, so they are kept wherever the next line goes on.
fn is_wanted(view: &PartView<'_>, spaces: TextRange) -> bool {
    let words = &view.text[spaces];
    let table = view.block_at(spaces.start()).is_some_and(|(_, block)| {
        matches!(block.class, Class::Table | Class::ContentsEntry | Class::Comment | Class::Code)
    });
    let next = view.text[usize::from(spaces.end())..].trim_start_matches('\r');
    let goes_on = next.strip_prefix('\n').is_some_and(|rest| !first_line(rest).0.trim().is_empty());
    table || words.contains('\t') || words.ends_with("  ") && goes_on
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_the_end_of_a_line_with_words() {
        check(
            &RULE,
            "1. Skoler \n         ^ Der står mellemrum sidst på linjen\n\nSkolen er ny.  \n             ^^\n",
        );
    }

    #[test]
    fn ignores_blank_lines_and_empty_cells() {
        check(&RULE, "1. Skoler\n \n\u{a0}\nSkole\tElever\t\t\nSkolen er ny.\n");
    }

    #[test]
    fn ignores_the_line_break_of_markdown() {
        check(&RULE, "# Byrådet\n\n## 1. Skoler\n\nTo linjer,  \nher er den anden.\n");
        check(&RULE, "1. Skoler\n\nFjordby Hal   \r\nHavnevej 2  \n4000 Fjordby\n");
        check(&RULE, "1. Skoler\n\nFjordby Hal  \n           ^^\n \nHavnevej 2\n");
    }

    #[test]
    fn deletes_every_kind_of_space() {
        check_fix(
            &RULE,
            "1. Skoler\u{a0}\r\n\r\nSkolen er på Ærø å \r\nog ny. ",
            "1. Skoler\r\n\r\nSkolen er på Ærø å\r\nog ny.",
        );
    }
}
