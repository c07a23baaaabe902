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
    // "16.10 2) Titel", "Punkt 2 og 3: Titel": what is this item's own is no part of the form.
    if before.contains(|c: char| c.is_ascii_digit()) || between.contains(char::is_alphanumeric) {
        return None;
    }
    let sign: String = between.chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
    let apart = between.starts_with(char::is_whitespace) && !sign.is_empty();
    let gap = if apart || sign.starts_with(['-', '–']) { " " } else { "" };
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
    sentence_case(trim(&pattern).trim_matches(['*', ':', ' ']))
}

/// "BESLUTNING" as the titles of the other sections are learned: "Beslutning". Blanks are as they are.
fn sentence_case(heading: &str) -> String {
    let all_capitals =
        !heading.contains('{') && heading.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let mut letters = heading.chars();
    match letters.next() {
        Some(first) if all_capitals => first.to_string() + &letters.as_str().to_lowercase(),
        _ => heading.to_owned(),
    }
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

#[cfg(test)]
mod tests {
    use super::{item_heading, sentence_case};
    use crate::document::Document;

    #[test]
    fn the_heading_of_an_item_keeps_its_spaces() {
        for (heading, pattern) in [
            ("PKT. 2 · Lokalplan for Havnen", "PKT. {number} · {title}"),
            ("Punkt 2: Lokalplan for Havnen", "Punkt {number}: {title}"),
            ("Punkt 2 - Lokalplan for Havnen", "Punkt {number} - {title}"),
            ("2. Lokalplan for Havnen", "{number}. {title}"),
            ("Tema 2 ~ Lokalplan for Havnen", "Tema {number} ~ {title}"),
            ("[Punkt 2] Lokalplan for Havnen", "[Punkt {number}] {title}"),
        ] {
            let (first, other) = (heading.replace("2", "1"), heading.replace("2", "3"));
            let text = format!(
                "Kulturudvalget\n4. april 2022\n\n{first}\n\nBeslutning\n\nGodkendt.\n\n{heading}\n\n\
                                Beslutning\n\nGodkendt.\n\n{other}\n\nBeslutning\n\nGodkendt.\n"
            );
            assert_eq!(learned(text).as_deref(), Some(pattern));
        }
    }

    /// The form of the first heading of `text`.
    fn learned(text: String) -> Option<String> {
        let document = Document::new(Default::default(), text);
        let placed = document.minutes().items().next().expect("an item");
        item_heading(&document.text()[placed.range()], placed.item)
    }

    #[test]
    fn what_only_one_item_has_is_no_part_of_the_form() {
        for heading in ["16.10 1) Havnen", "Punkt 1 og 2: Havnen", "16:10 1. Havnen"] {
            let text = format!("Kulturudvalget\n4. april 2022\n\n{heading}\n\nBeslutning\n\nGodkendt.\n");
            assert_eq!(learned(text), None, "{heading}");
        }
    }

    #[test]
    fn capitals_are_how_a_heading_looks_and_no_part_of_it() {
        assert_eq!(sentence_case("BESLUTNING"), "Beslutning");
        assert_eq!(sentence_case("Beslutning"), "Beslutning");
        assert_eq!(sentence_case("BESLUTNING I {body}"), "BESLUTNING I {body}");
    }
}
