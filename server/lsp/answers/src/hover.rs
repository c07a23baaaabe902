//! What stands behind the words at the cursor: a rule's reason, an at-point's decision, a date, a case number, an
//! abbreviation.

pub(crate) mod register;

use rules::danish::abbreviations::abbreviations;
use rules::danish::date::{dates, weekday_name};
use rules::document::Document;
use rules::minutes::Placed;
use rules::syntax::CaseNumberForm;
use rules::text::{TextRange, TextSize, is_space, range_of};
use snapshot::answered::answered;
use snapshot::document::Snapshot;
use snapshot::occurrences::{self, Occurrence, Target};
use snapshot::structure;
use tower_lsp::ls_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};
use workbench::lang::Lang;

use super::diagnostics::rule_url;

/// Words for the reader, and the place that they are about.
struct Said {
    place: TextRange,
    markdown: String,
}

/// Answers with everything that is known about the place of the cursor.
pub fn hover(snapshot: &Snapshot, params: HoverParams) -> Option<Hover> {
    let at = snapshot.offset(params.text_document_position_params.position);
    let said: Vec<Said> = findings(snapshot, at)
        .into_iter()
        .chain(reference(snapshot, at))
        .chain(facts(snapshot, at))
        .chain(register::amount(snapshot, at))
        .collect();
    let place = said.iter().map(|said| said.place).reduce(|a, b| a.intersect(b).unwrap_or(a))?;
    let markdown = said.iter().map(|said| said.markdown.as_str()).collect::<Vec<_>>().join("\n\n---\n\n");
    let contents = if snapshot.session.client.markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: plain(&markdown) }
    };
    Some(Hover { contents: HoverContents::Markup(contents), range: Some(snapshot.range(place)) })
}

/// Why the rules of the findings at `at` are there.
fn findings(snapshot: &Snapshot, at: TextSize) -> Vec<Said> {
    let lang = snapshot.session.lang;
    let found = snapshot.findings();
    let here = found.iter().filter(|diagnostic| diagnostic.range.contains_inclusive(at));
    here.map(|diagnostic| {
        let rule = diagnostic.rule;
        let markdown = format!(
            "**[{}]({})**: {}\n\n{}",
            rule.name,
            rule_url(rule.name),
            lang.text(rule.summary),
            lang.text(rule.why)
        );
        Said { place: diagnostic.range, markdown }
    })
    .collect()
}

/// What stands behind the reference at `at`: the title of an item or an attachment, what was decided about a point.
fn reference(snapshot: &Snapshot, at: TextSize) -> Option<Said> {
    let here = occurrences::likely_at(&snapshot.document, at).into_iter().next()?;
    match here.target {
        Target::Point(i, list, index) => point(snapshot, &here, (i, list, index)),
        Target::Name(name) => register::person(snapshot, &name, here.place),
        Target::Item(_) | Target::Attachment(..) if !here.defines => {
            let all = occurrences::of(&snapshot.document, &here.target);
            let defined = all.iter().find(|occurrence| occurrence.defines)?;
            let words = snapshot.shown(defined.place).first_line();
            Some(Said {
                place: here.place,
                markdown: format!("**{}**", words.trim_start_matches(['#', ' '])),
            })
        }
        Target::Abbreviation(_) if !here.defines => abbreviated(snapshot, &here),
        _ => None,
    }
}

/// What an abbreviation stands for: the words before the bracket in which it is put, "Ældre- og Handicapforvaltningen (ÆHF)".
fn abbreviated(snapshot: &Snapshot, here: &Occurrence) -> Option<Said> {
    let all = occurrences::of(&snapshot.document, &here.target);
    let defined = all.iter().find(|occurrence| occurrence.defines)?.place;
    let text = snapshot.text();
    let line = structure::line_start(text, defined.start());
    let before = text[TextRange::new(line, defined.start())].trim_end_matches(|c| is_space(c) || c == '(');
    let initial = text[defined].chars().next()?;
    let longest = 2 * text[defined].chars().count() + 1;
    let starts = before.char_indices().rev().filter(|&(at, _)| before[..at].ends_with(is_space) || at == 0);
    let first = starts.take(longest).filter(|(_, c)| c.to_uppercase().eq(initial.to_uppercase())).last()?.0;
    let words =
        snapshot.shown(TextRange::new(line + TextSize::of(&before[..first]), line + TextSize::of(before)));
    Some(Said { place: here.place, markdown: format!("**{}**: {words}", snapshot.shown(here.place)) })
}

/// What was decided about a point, or which point is meant.
fn point(
    snapshot: &Snapshot,
    here: &Occurrence,
    (i, recommendation, index): (usize, usize, u32),
) -> Option<Said> {
    let document = &snapshot.document;
    let placed = document.minutes().items().nth(i)?;
    let answered = answered(snapshot.text(), &placed, snapshot.missed()).into_iter().nth(recommendation)?;
    let lang = snapshot.session.lang;
    if !here.defines {
        let point = answered.point_called(index)?;
        let words = snapshot.shown(point.text + placed.start);
        return Some(Said { place: here.place, markdown: format!("**{index}.** {words}") });
    }
    answered.decision?;
    let said = answered.point_called(index).and_then(|point| answered.said_of(point));
    let markdown = match said {
        Some(statement) => {
            let words = snapshot.shown(statement.range + placed.start);
            format!("{}: {words}", lang.pick("**Beslutning**", "**Decision**"))
        }
        None => lang.pick("Ikke afgjort i beslutningen", "Not decided").to_owned(),
    };
    Some(Said { place: here.place, markdown })
}

/// A date, a case number or an abbreviation at `at`.
fn facts(snapshot: &Snapshot, at: TextSize) -> Option<Said> {
    let (document, lang) = (&snapshot.document, snapshot.session.lang);
    let paragraph = paragraph(document, at)?;
    let text = &snapshot.text()[paragraph];
    let inside = at - paragraph.start();
    let date = dates(text).find(|date| date.range.contains_inclusive(inside));
    if let Some((found, date)) = date.and_then(|found| found.date().map(|date| (found, date))) {
        let weekday = weekday_name(date.weekday());
        let week = date.iso_week_date().week();
        let words = lang.pick(
            format!("{weekday} den {}, uge {week}", rules::danish::date::write_long(date)),
            format!("{date} ({}), week {week}", english(weekday)),
        );
        return Some(Said { place: found.range + paragraph.start(), markdown: words });
    }
    case_number(snapshot, at, lang).or_else(|| {
        let word = word(text, inside)?;
        let found = abbreviations().at(text, word.start().into())?;
        let place = TextRange::at(word.start(), TextSize::of(found.form.as_str()));
        // "kl. 15.30" is no class.
        let of_time = text[usize::from(place.end())..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        let mut meanings = found.meaning.split("; ");
        let meaning =
            if of_time && found.form == "kl." { meanings.next() } else { Some(found.meaning.as_str()) };
        Some(Said {
            place: place + paragraph.start(),
            markdown: format!("**{}**: {}", found.form, meaning.unwrap_or_default()),
        })
    })
}

/// "85.02.02-P35-12-22": emne, facet, løbenummer, år.
fn case_number(snapshot: &Snapshot, at: TextSize, lang: Lang) -> Option<Said> {
    let (_, placed) = occurrences::item_at(&snapshot.document, at)?;
    let Placed { item, start, .. } = placed;
    let (range, form) = item.case_number?;
    let place = range + start;
    if !place.contains_inclusive(at) {
        return None;
    }
    let words = snapshot.shown(place);
    let markdown = match form {
        CaseNumberForm::Kle => {
            let facet_at = words.find(|c: char| c.is_alphabetic())?;
            let subject = words[..facet_at].trim_end_matches('-');
            let rest: Vec<&str> = words[facet_at..].split('-').collect();
            let main = subject.split('.').next().unwrap_or_default();
            let mut lines = vec![
                lang.pick(
                    format!("KLE-emne {subject} (hovedgruppe {main})"),
                    format!("KLE subject {subject} (main group {main})"),
                ),
                format!("facet {}", rest.first().unwrap_or(&"")),
            ];
            if let Some(serial) = rest.get(1) {
                lines.push(lang.pick(format!("løbenummer {serial}"), format!("serial {serial}")));
            }
            if let Some(year) = rest.get(2) {
                lines.push(lang.pick(format!("årgang 20{year}"), format!("year 20{year}")));
            }
            lines.join(" · ")
        }
        CaseNumberForm::YearSlash
        | CaseNumberForm::YearDash
        | CaseNumberForm::Long
        | CaseNumberForm::Other => lang.pick("Sagsnummer", "Case number").to_owned(),
    };
    Some(Said { place, markdown: format!("**{words}**: {markdown}") })
}

/// The words of the block that `at` lies in.
pub(crate) fn paragraph(document: &Document, at: TextSize) -> Option<TextRange> {
    let minutes = document.minutes();
    let (mut start, blocks) = match occurrences::item_at(document, at) {
        Some((_, placed)) => (placed.start, placed.blocks),
        None => (TextSize::new(0), minutes.head_blocks()),
    };
    for block in blocks {
        let words = block.line() + start;
        start += block.len;
        if words.contains_inclusive(at) {
            return Some(words);
        }
    }
    None
}

/// The run without spaces and brackets around `at`.
fn word(text: &str, at: TextSize) -> Option<TextRange> {
    let at = rules::text::lines::floor_boundary(text, at.into());
    let ends = |c: char| is_space(c) || matches!(c, '(' | ')' | '\n' | '\r');
    let start = text[..at].rfind(ends).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(ends).map_or(text.len(), |i| at + i);
    (start < end).then(|| range_of(text, &text[start..end]))
}

/// The English name of a weekday.
pub(crate) fn english(weekday: &str) -> &str {
    match weekday {
        "mandag" => "Monday",
        "tirsdag" => "Tuesday",
        "onsdag" => "Wednesday",
        "torsdag" => "Thursday",
        "fredag" => "Friday",
        "lørdag" => "Saturday",
        _ => "Sunday",
    }
}

/// Markdown for a client that shows none.
fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find("](") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find(')').map_or("", |end| &rest[at + end + 1..]);
    }
    out.push_str(rest);
    out.replace("**[", "").replace("**", "").replace("\n\n---\n\n", "\n\n")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markdown_is_taken_off_for_clients_that_show_none() {
        assert_eq!(plain("**[dates/weekday](https://a.dk/x#y)**: forkert"), "dates/weekday: forkert");
    }
}
