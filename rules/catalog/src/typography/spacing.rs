//! `typography/spacing`: two spaces, a space before a comma or full stop, none after.
//!
//! Spaces also draw columns, so the rule looks at running text only, and where spaces might be a column it is silent:
//! three in a row, a gap below a gap, a gap after a label or a number.

mod brackets;
mod double;
mod doubled;
mod invisible;
mod joined;
mod label;
mod marks;

use std::cell::LazyCell;

use memchr::memchr2_iter;

use lint::{Applicability, Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::needle::Needle;
use text::{TextRange, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "typography/spacing",
    summary: Text {
        da: "To mellemrum i træk, mellemrum foran komma eller punktum, intet mellemrum efter",
        en: "Two spaces in a row, a space before a comma or full stop, none after it",
    },
    why: Text {
        da: "Et tegn hører sammen med ordet foran og skilles med ét mellemrum fra det næste. Ellers kan tegnet havne \
             forrest på en linje, og søgninger efter to ord ved siden af hinanden finder dem ikke.",
        en: "A mark belongs to the word before it, and one space divides it from the next. Otherwise the mark may end \
             up first on a line, and a search for two words side by side does not find them.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    // Of an attachment, only the label before the name.
    zones: ZoneSet::of(&[Zone::FileName]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag  i maj , og \
                 gården bliver lagt om.Det sker i juni.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag i maj, og \
                gården bliver lagt om. Det sker i juni.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let bytes = view.text.as_bytes();
    static TWO: Needle = Needle::new("  ");
    for at in TWO.find_iter(view.text) {
        let spaces = range(at, at + 2);
        if double::is_wrong(view, spaces) {
            let note = Text { da: "Der står to mellemrum i træk", en: "Two spaces stand in a row" };
            let title = Text { da: "Slet det ene mellemrum", en: "Delete one space" };
            findings.report(spaces, note).safe_fix(title, Edit::delete(range(at, at + 1)));
        }
    }
    for at in memchr2_iter(b'!', b'?', bytes) {
        if at > 1 && bytes[at - 1] == b' ' && marks::is_apart_from_question(view, at) {
            report_space_before(view, range(at - 1, at + 1), findings);
        }
    }
    let lone_label = LazyCell::new(|| label::is_one_apart(view.text));
    for at in memchr2_iter(b';', b':', bytes) {
        if at > 1
            && bytes[at - 1] == b' '
            && (marks::is_apart_inside(view, at)
                || bytes[at] == b':' && label::is_apart(view, at) && *lone_label)
        {
            report_space_before(view, range(at - 1, at + 1), findings);
        }
        if bytes[at] == b':' && joined::is_glued_to_colon(view, at) {
            let note = Text {
                da: "Der mangler et mellemrum efter kolonet",
                en: "A space is missing after the colon",
            };
            report_missing(range(at, at + 1), at + 1, note, findings);
        }
    }
    for &run in view.runs() {
        if bytes[usize::from(run.start())].is_ascii_digit()
            && let Some(noun) = joined::counted(view, run)
        {
            let note = Text {
                da: "Der mangler et mellemrum efter tallet",
                en: "A space is missing after the number",
            };
            report_missing(run, noun, note, findings);
        }
        if bytes[usize::from(run.end()) - 1].is_ascii_digit()
            && let Some(number) = joined::counting(view, run)
        {
            let note = Text {
                da: "Der mangler et mellemrum foran tallet",
                en: "A space is missing before the number",
            };
            report_missing(run, number, note, findings);
        }
    }
    invisible::check(view, findings);
    brackets::faults(view).iter().for_each(|fault| report_bracket(fault, findings));
    for at in memchr2_iter(b'.', b',', bytes) {
        if let Some(found) = doubled::around(view, at) {
            report_doubled(view, found, findings);
            continue;
        }
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        if at > 0 && bytes[at - 1] == b' ' {
            if marks::is_apart(view, at) {
                report_space_before(view, range(at - 1, at + 1), findings);
            }
        } else if (next.is_ascii_alphabetic() || next == 0xc3) && marks::is_glued(view, at) {
            report_glued(view, range(at, at + 1), findings);
        }
    }
}

/// A space is missing at byte `at`, in or beside `found`.
fn report_missing(found: TextRange, at: usize, note: Text, findings: &mut Findings) {
    let title = Text { da: "Indsæt et mellemrum", en: "Insert a space" };
    let at = range(at, at).start();
    findings.report(found, note).safe_fix(title, Edit::insert(at, " "));
}

/// "Ida, , Bo": something may have been lost between the two.
fn report_doubled(view: &PartView<'_>, found: TextRange, findings: &mut Findings) {
    let comma = view.text[found].starts_with(',');
    let (note, title) = match comma {
        true => (
            Text { da: "Der står to kommaer i træk", en: "Two commas stand in a row" },
            Text { da: "Slet det ene komma", en: "Delete one comma" },
        ),
        false => (
            Text {
                da: "Der står to punktummer i træk; skriv ét, eller tre hvor noget er udeladt",
                en: "Two full stops stand in a row; write one, or three where something is left out",
            },
            Text { da: "Slet det ene punktum", en: "Delete one full stop" },
        ),
    };
    let sign = if comma { "," } else { "." };
    findings.report(found, note).unsafe_fix(title, Edit::replace(found, sign));
}

/// "( ekskl. moms )", "(350 kr.)opkræves".
fn report_bracket(fault: &brackets::Fault, findings: &mut Findings) {
    match *fault {
        brackets::Fault::Inside(space) => {
            let note = Text {
                da: "Der står et mellemrum inde i parentesen",
                en: "A space stands inside the bracket",
            };
            let title = Text { da: "Slet mellemrummet", en: "Delete the space" };
            findings.report(space, note).safe_fix(title, Edit::delete(space));
        }
        brackets::Fault::Doubled(mark) => {
            let note = Text { da: "Parentesen slutter to gange", en: "The bracket closes twice" };
            let title = Text { da: "Slet den ene parentes", en: "Delete one bracket" };
            findings.report(mark, note).unsafe_fix(title, Edit::delete(mark));
        }
        brackets::Fault::GluedBefore(mark) => {
            let note = Text {
                da: "Der mangler et mellemrum foran parentesen",
                en: "A space is missing before the bracket",
            };
            let title = Text { da: "Indsæt et mellemrum", en: "Insert a space" };
            findings.report(mark, note).unsafe_fix(title, Edit::insert(mark.start(), " "));
        }
        brackets::Fault::Glued(mark) => {
            let note = Text {
                da: "Der mangler et mellemrum efter parentesen",
                en: "A space is missing after the bracket",
            };
            let title = Text { da: "Indsæt et mellemrum", en: "Insert a space" };
            findings.report(mark, note).safe_fix(title, Edit::insert(mark.end(), " "));
        }
    }
}

/// `found` is the space and the mark after it.
fn report_space_before(view: &PartView<'_>, found: TextRange, findings: &mut Findings) {
    let note = match view.text[found].as_bytes().last() {
        Some(b',') => Text { da: "Der er mellemrum foran kommaet", en: "There is a space before the comma" },
        Some(b'?') => Text {
            da: "Der er mellemrum foran spørgsmålstegnet",
            en: "There is a space before the question mark",
        },
        Some(b'!') => Text {
            da: "Der er mellemrum foran udråbstegnet",
            en: "There is a space before the exclamation mark",
        },
        Some(b';') => {
            Text { da: "Der er mellemrum foran semikolonet", en: "There is a space before the semicolon" }
        }
        Some(b':') => Text { da: "Der er mellemrum foran kolonet", en: "There is a space before the colon" },
        _ => Text { da: "Der er mellemrum foran punktummet", en: "There is a space before the full stop" },
    };
    let (before, sign) = (usize::from(found.end()) - 1, view.text[found].trim_start_matches(is_space));
    if sign == "." && marks::begins_sentence_behind(view, before)
        || matches!(sign, "," | ".") && marks::is_glued_to_word(view, before)
    {
        let title = Text { da: "Flyt mellemrummet", en: "Move the space" };
        let right = if marks::begins_sentence_behind(view, before) { ". " } else { ", " };
        findings.report(found, note).safe_fix(title, Edit::replace(found, right));
        return;
    }
    let space = TextRange::at(found.start(), 1.into());
    let title = Text { da: "Slet mellemrummet", en: "Delete the space" };
    findings.report(found, note).safe_fix(title, Edit::delete(space));
}

/// `mark` is the mark that the next word is glued to.
fn report_glued(view: &PartView<'_>, mark: TextRange, findings: &mut Findings) {
    let note = if &view.text[mark] == "," {
        Text { da: "Der mangler et mellemrum efter kommaet", en: "A space is missing after the comma" }
    } else {
        Text { da: "Der mangler et mellemrum efter punktummet", en: "A space is missing after the full stop" }
    };
    let title = Text { da: "Indsæt et mellemrum", en: "Insert a space" };
    let report = findings.report(mark, note);
    // "skole.Økonomi" has lost a line break, and a space would hide the heading for good.
    if !marks::is_before_heading(view, mark) {
        let certain = marks::is_before_word(view, mark);
        let fix = if certain { Applicability::Safe } else { Applicability::Unsafe };
        report.fix(title, fix, vec![Edit::insert(mark.end(), " ")]);
    }
}

#[cfg(test)]
mod tests;
