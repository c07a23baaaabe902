//! Parts of a date that have run together: "8. juni2021", "den 4maj", "den18. maj".

use danish::date::{is_month, weekday_from};
use lint::{Findings, PartView, Text};
use text::edit::Edit;
use text::{TextRange, TextSize, is_space};

/// "8. juni2021", which every reader of dates takes for one.
pub(super) fn glued_year(view: &PartView<'_>, findings: &mut Findings) {
    for &run in view.runs() {
        let word = &view.text[run];
        let Some(at) = word.len().checked_sub(4).filter(|&at| at > 2 && word.is_char_boundary(at)) else {
            continue;
        };
        let (month, year) = word.split_at(at);
        let is_year = year.bytes().all(|byte| byte.is_ascii_digit()) && matches!(&year[..2], "19" | "20");
        let set_apart = || view.lists_attachments(run) || view.is_quoted(run) || view.is_opaque(run);
        if is_year && is_month(month) && follows_day(view, run) && !set_apart() {
            let place = run.start() + TextSize::of(month);
            findings.report(run, YEAR_IS_GLUED).safe_fix(
                Text { da: "Sæt mellemrum foran årstallet", en: "Put a space before the year" },
                Edit::insert(place, " "),
            );
        }
    }
}

const YEAR_IS_GLUED: Text = Text {
    da: "Der mangler et mellemrum mellem måneden og årstallet",
    en: "A space is missing between the month and the year",
};

fn follows_day(view: &PartView<'_>, month: TextRange) -> bool {
    let before = view.text[..usize::from(month.start())].trim_end_matches(is_space).trim_end_matches('.');
    before.ends_with(|c: char| c.is_ascii_digit())
}

/// "den 4maj": the day and the month, where "den" or "d." says that a date is meant.
pub(super) fn glued_month(view: &PartView<'_>, findings: &mut Findings) {
    for &run in view.runs() {
        let word = &view.text[run];
        let month = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = word.len() - month.len();
        if !(1..=2).contains(&digits) || month.len() < "maj".len() || !is_month(month) {
            continue;
        }
        let day: u8 = word[..digits].parse().unwrap_or(0);
        let before = view.text[..usize::from(run.start())].trim_end_matches(is_space);
        let led = before.rsplit(is_space).next().is_some_and(|word| matches!(word, "den" | "Den" | "d."));
        let set_apart = || view.lists_attachments(run) || view.is_quoted(run) || view.is_opaque(run);
        if (1..=31).contains(&day) && led && !set_apart() {
            findings.report(run, MONTH_IS_GLUED).unsafe_fix(
                Text {
                    da: "Sæt punktum og mellemrum efter dagen",
                    en: "Put a period and a space after the day",
                },
                Edit::insert(run.start() + TextSize::of(&word[..digits]), ". "),
            );
        }
    }
}

const MONTH_IS_GLUED: Text = Text {
    da: "Der mangler punktum og mellemrum mellem dagen og måneden",
    en: "A period and a space are missing between the day and the month",
};

/// "den18. maj", "mandag8/5": the day and what leads to it, where a month follows.
pub(super) fn glued_day(view: &PartView<'_>, findings: &mut Findings) {
    for &run in view.runs() {
        let word = &view.text[run];
        let lead = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &word[lead.len()..];
        if !(1..=2).contains(&digits.len()) || lead.len() < "den".len() {
            continue;
        }
        let led = matches!(lead, "den" | "Den") || weekday_from(&lead.to_lowercase()).is_some();
        let day: u8 = digits.parse().unwrap_or(0);
        let set_apart = || view.lists_attachments(run) || view.is_quoted(run) || view.is_opaque(run);
        if led && (1..=31).contains(&day) && month_follows(&view.text[run.end().into()..]) && !set_apart() {
            findings.report(run, DAY_IS_GLUED).unsafe_fix(
                Text { da: "Sæt mellemrum foran dagen", en: "Put a space before the day" },
                Edit::insert(run.start() + TextSize::of(lead), " "),
            );
        }
    }
}

/// ". maj", ".maj", " maj", "/5" and no other digit: does the rest of a date stand there?
fn month_follows(rest: &str) -> bool {
    if let Some(month) = rest.strip_prefix('/') {
        let digits = month.bytes().take_while(u8::is_ascii_digit).count();
        return (1..=2).contains(&digits) && month[..digits].parse().is_ok_and(|n: u8| (1..=12).contains(&n));
    }
    let word = rest.trim_start_matches('.').trim_start_matches(is_space);
    let word = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
    word.len() >= "maj".len() && is_month(word)
}

const DAY_IS_GLUED: Text =
    Text { da: "Der mangler et mellemrum foran dagen", en: "A space is missing before the day" };
