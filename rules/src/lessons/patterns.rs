//! Lines of minutes as patterns for new ones: "Punkt 12: Budget" is "Punkt {number}: {title}".

use crate::danish::date::{IntroForm, dates};
use crate::minutes::{Decision, Head, Item, Section};
use crate::text::{TextRange, trim};

/// The heading of `item`, whose text is `text`.
pub(super) fn item_heading(text: &str, item: &Item) -> Option<String> {
    let title = item.title?;
    let Some((_, number)) = item.number else { return Some("{title}".to_owned()) };
    if number.end() > title.start() {
        return None;
    }
    let before = TextRange::new(item.heading.start().min(number.start()), number.start());
    let before = text[before].trim_start_matches(['#', ' ', '*']);
    let between = &text[TextRange::new(number.end(), title.start())];
    let sign: String = between.chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
    let gap = if sign.starts_with(['-', '–']) { " " } else { "" };
    Some(format!("{before}{{number}}{gap}{sign} {{title}}"))
}

/// The heading of a decision, with its body and its day as blanks.
pub(super) fn decision_heading(text: &str, section: &Section, decision: &Decision) -> String {
    let heading = section.heading;
    let mut blanks: Vec<(TextRange, &str)> = Vec::new();
    blanks.extend(decision.body.map(|range| (range, "{body}")));
    blanks.extend(decision.date.map(|(range, _)| (range, "{date}")));
    blanks.retain(|(range, _)| heading.contains_range(*range));
    blanks.sort_by_key(|(range, _)| range.start());
    let (mut pattern, mut done) = (String::new(), heading.start());
    for (range, blank) in blanks.into_iter().filter(|(range, _)| !range.is_empty()) {
        if range.start() < done {
            continue;
        }
        pattern.push_str(&text[TextRange::new(done, range.start())]);
        pattern.push_str(if blank == "{date}" { intro(&text[range]) } else { "" });
        pattern.push_str(blank);
        done = range.end();
    }
    pattern.push_str(&text[TextRange::new(done, heading.end())]);
    trim(&pattern).trim_matches(['*', ':', ' ']).to_owned()
}

/// "den " or "d. ", where a date begins so.
fn intro(date: &str) -> &'static str {
    match dates(date).next().and_then(|date| date.intro).map(|intro| intro.form) {
        Some(IntroForm::Den) => "den ",
        Some(IntroForm::DWithStop) => "d. ",
        _ => "",
    }
}

/// The line of the day in `head`, where a label begins it.
pub(super) fn labelled_date(text: &str, head: &Head) -> Option<String> {
    let (range, _) = head.date?;
    let label = label(text, range)?;
    let date = dates(&text[range]).next()?;
    let weekday = if date.weekday.is_some() { "{weekday} " } else { "" };
    Some(format!("{label}{weekday}{}{{date}}", intro(&text[range])))
}

/// The line of the place in `head`, where a label begins it.
pub(super) fn labelled_place(text: &str, head: &Head) -> Option<String> {
    Some(format!("{}{{place}}", label(text, head.place?)?))
}

/// What stands before `range` on its line, when that is a word or two and a colon or a space.
fn label(text: &str, range: TextRange) -> Option<&str> {
    const LONGEST: usize = 24;
    let before = &text[..range.start().into()];
    let label = &before[before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..];
    let plain = label.chars().all(|c| c.is_alphabetic() || matches!(c, ':' | ' '));
    (plain && !trim(label).is_empty() && label.len() <= LONGEST).then_some(label)
}
