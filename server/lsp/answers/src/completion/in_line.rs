//! What goes on in a line that is begun: "Forvaltningen indstiller, at udvalget …", "Ad 2. U…", "Beslutning: …".

use rules::minutes::{Content, Section};
use rules::text::{TextRange, TextSize, is_space};

use super::{Cursor, Offer, goes_on, phrases};
use crate::code_action::decisions::wording;

pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let recommended = recommended(cursor);
    if recommended.is_empty() { decided(cursor) } else { recommended }
}

/// The section on whose heading or in whose body the cursor stands.
fn section<'c>(cursor: &Cursor<'c>) -> Option<&'c Section> {
    let placed = cursor.item?;
    let inside = cursor.at - placed.start;
    placed.item.sections.iter().rfind(|section| section.heading.end() <= inside)
}

/// "Forvaltningen indstiller, at udvalget god…": what the body may be asked to do.
fn recommended(cursor: &Cursor<'_>) -> Vec<Offer> {
    let in_list =
        section(cursor).is_some_and(|section| matches!(section.content, Content::Recommendation(_)));
    let Some((lead, typed)) = cursor.typed.rsplit_once("at ").filter(|_| in_list) else { return Vec::new() };
    let recommends = ["indstiller", "anbefaler", "indstilles"].iter().any(|word| lead.contains(word));
    if !recommends || !lead.ends_with([' ', ',']) {
        return Vec::new();
    }
    let (who, typed) = match typed.rsplit_once(' ') {
        Some((body, verb)) if phrases::is_body(body) => (String::new(), verb),
        Some(_) => return Vec::new(),
        None => (format!("{} ", cursor.body()), typed),
    };
    going_on(cursor, phrases::beginnings(cursor, "", &who), typed)
}

/// "Ad 2. U…" and "Beslutning: …": what may have been decided.
fn decided(cursor: &Cursor<'_>) -> Vec<Offer> {
    let Some(section) = section(cursor).filter(|section| matches!(section.content, Content::Decision(_)))
    else {
        return Vec::new();
    };
    let Some(placed) = cursor.item else { return Vec::new() };
    let heading = (section.heading + placed.start).intersect(TextRange::new(cursor.line, cursor.at));
    let is_inline = heading.is_some_and(|heading| !heading.is_empty());
    let typed = if is_inline { behind_heading(cursor.typed) } else { behind_number(cursor.typed) };
    let Some(typed) = typed else { return Vec::new() };
    let words = phrases::OUTCOMES.map(|outcome| wording(cursor.snapshot, outcome));
    let words = words.into_iter().chain([phrases::REJECTED.to_owned()]);
    going_on(cursor, words.filter(|words| is_inline || !words.contains("ndstilling")).collect(), typed)
}

/// "U" in "**Beslutning:** U".
fn behind_heading(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once(':')?;
    let rest = rest.trim_start_matches('*');
    rest.starts_with(is_space).then(|| rest.trim_start_matches(is_space))
}

/// "U" in "Ad 2. U", nothing in "Ad 2. ".
fn behind_number(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '*' | '•'));
    let rest = line.strip_prefix("Ad").or_else(|| line.strip_prefix("ad"))?;
    let number = rest.trim_start_matches(['.', ' ', '\u{a0}']);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = rest.trim_start_matches(['.', ':', ')', '*']).trim_start_matches(is_space);
    (rest.len() < number.len() && words.len() < rest.len() && rest.len() > 1).then_some(words)
}

/// Those of `texts` that go on from what is `typed` at the end of the line.
fn going_on(cursor: &Cursor<'_>, texts: Vec<String>, typed: &str) -> Vec<Offer> {
    let place = TextRange::new(cursor.at - TextSize::of(typed), cursor.at);
    let lower = typed.to_lowercase();
    let offers = texts.into_iter().map(|text| phrases::offer(text.replace("$0", "…"), text, place));
    offers.filter(|offer| goes_on(&offer.label, &lower)).collect()
}

#[cfg(test)]
mod tests {
    use super::{behind_heading, behind_number};

    #[test]
    fn what_is_typed_stands_behind_the_number_or_the_heading() {
        for (line, typed) in [
            ("Ad 2. U", Some("U")),
            ("Ad 2: Ud", Some("Ud")),
            ("ad 2) u", Some("u")),
            ("Ad 2. ", Some("")),
            ("Ad 2. Ikke ", Some("Ikke ")),
            ("Ad 2.", None),
            ("Ad 2 ", None),
            ("Ad U", None),
        ] {
            assert_eq!(behind_number(line), typed, "{line}");
        }
        for (line, typed) in
            [("Beslutning: U", Some("U")), ("**Beslutning:** ", Some("")), ("Beslutning", None)]
        {
            assert_eq!(behind_heading(line), typed, "{line}");
        }
    }
}
