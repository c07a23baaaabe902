//! The paragraphs of an item, each read as one line however the writer broke it.

use crate::Item;
use crate::over_outcome::tells_earlier;
use syntax::{Vocabulary, decided, title};
use text::{TextRange, TextSize, is_space, range, range_of, size};

/// A paragraph; its line breaks are one blank each.
pub(super) struct Paragraph {
    /// The words.
    pub(super) words: String,
    /// Where each piece of it begins, in the words and in the item.
    pieces: Vec<(usize, usize)>,
    /// Is it a cell or a line of which is known that it says an outcome?
    pub(super) says_outcome: bool,
}

/// At least this long is a line that its writer broke, in bytes; nobody breaks lines so far out.
const BROKEN: usize = 45;
const UNBROKEN: usize = 130;

impl Paragraph {
    fn outcome(text: &str, line: &str) -> Self {
        Self { says_outcome: true, ..Self::of(text, line.trim_matches(is_space)) }
    }

    fn of(text: &str, line: &str) -> Self {
        Self {
            words: line.to_owned(),
            pieces: vec![(0, range_of(text, line).start().into())],
            says_outcome: false,
        }
    }

    /// Does `line` go on with the sentence in which the paragraph ends?
    fn goes_on(&self, line: &str) -> bool {
        let open = !self.words.ends_with(['.', '!', '?', ':', ';', '|']);
        let small = line.starts_with(char::is_lowercase);
        let last = self.words.len() - self.pieces.last().map_or(0, |(at, _)| *at);
        let letter = line.split(is_space).next().is_some_and(|word| word.ends_with(')') && word.len() < 4);
        open && !letter
            && !decided::is_outcome_alone(line)
            && !line.starts_with("at ")
            && (small || (BROKEN..UNBROKEN).contains(&last) && line.starts_with(char::is_alphanumeric))
    }

    fn add(&mut self, text: &str, line: &str) {
        self.words.push(' ');
        self.pieces.push((self.words.len(), range_of(text, line).start().into()));
        self.words.push_str(line);
    }

    /// Where the bytes `place` of the words stand in the item.
    pub(super) fn place(&self, place: TextRange) -> TextRange {
        let at = |offset: TextSize, of_end: bool| {
            let offset = usize::from(offset);
            let piece = self.pieces.iter().rfind(|(start, _)| *start < offset + usize::from(!of_end));
            piece.map_or(0, |(start, own)| own + offset.saturating_sub(*start))
        };
        let (start, end) = (at(place.start(), false), at(place.end(), !place.is_empty()));
        range(start, end.max(start))
    }
}

/// The paragraphs of `item` before its first section, and those lines beside them that say an outcome.
pub(super) fn paragraphs(text: &str, item: &Item) -> Vec<Paragraph> {
    let lines = item.bare_outcomes.iter().map(|(line, _)| &text[*line]);
    let outside =
        lines.filter(|line| !line.trim().is_empty() && !item.intro.contains_range(range_of(text, line)));
    let (above, below): (Vec<&str>, Vec<&str>) =
        outside.partition(|line| range_of(text, line).start() < item.intro.start());
    let heading = in_heading(text, item);
    let reaches =
        |words: &str| text[TextRange::new(range_of(text, words).end(), item.intro.start())].trim().is_empty();
    let mut apart = !heading.is_some_and(reaches);
    let mut found: Vec<Paragraph> = match heading {
        // "Referat fra sidst – godkendt." begins with a small letter.
        Some(words) => {
            vec![Paragraph { says_outcome: !above.is_empty(), ..Paragraph::of(text, words) }]
        }
        None => above.iter().map(|line| Paragraph::outcome(text, line)).collect(),
    };
    let mut quoted = false;
    for line in text[item.intro].lines() {
        let words = line.trim_matches(is_space);
        let cell = || item.bare_outcomes.iter().find(|(cell, _)| range_of(text, words).contains_range(*cell));
        match found.last_mut() {
            _ if words.is_empty() => {}
            _ if !apart && quoted || is_of_earlier(words) => {}
            _ if words.starts_with('|')
                && let Some((cell, _)) = cell() =>
            {
                found.push(Paragraph::outcome(text, &text[*cell]))
            }
            Some(former) if !apart && former.goes_on(words) => former.add(text, words),
            _ => found.push(Paragraph::of(text, words)),
        }
        // What an earlier meeting decided is no decision of this.
        quoted = !words.is_empty() && (quoted || is_of_earlier(words));
        apart = words.is_empty();
    }
    found.extend(below.iter().map(|line| Paragraph::outcome(text, line)));
    found
}

/// Does a line head what an earlier meeting decided, or say it too: "Beslutning fra Byrådet, 3. maj 2024, pkt. 4: Godkendt."?
fn is_of_earlier(line: &str) -> bool {
    line.starts_with("Beslutning ") && {
        let heading = line.rsplit_once(": ").map_or(line, |(heading, _)| heading);
        tells_earlier(heading, Vocabulary::common())
    }
}

/// What the line of the heading says behind the title, or in its place: "Ad 2) Kassereren gennemgik rapporten. Den blev godkendt."
fn in_heading<'t>(text: &'t str, item: &Item) -> Option<&'t str> {
    let title = item.title.filter(|title| item.heading.contains_range(*title))?;
    let (words, behind) = (&text[title], &text[TextRange::new(title.end(), item.heading.end())]);
    if behind.contains(['|', '\t']) || words.contains(['|', '\t']) {
        return None;
    }
    let behind = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
    let told = words.ends_with('.')
        || title::holds_sentences(words)
        || decided::says_who_decides(words)
        || behind.is_empty() && words.ends_with(['!', '?']);
    let said = if told { &text[TextRange::new(title.start(), item.heading.end())] } else { behind };
    Some(said.trim_end_matches(is_space)).filter(|said| !said.is_empty())
}

/// Bytes of the whole of `words`.
pub(super) fn whole(words: &str) -> TextRange {
    TextRange::up_to(size(words))
}

#[cfg(test)]
mod tests {
    use super::Paragraph;
    use text::range;

    #[test]
    fn what_a_writer_broke_keeps_its_place() {
        let text = "Udvalget drøftede\n   sagen.";
        let mut paragraph = Paragraph::of(text, &text[..18]);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        paragraph.words = lines[0].to_owned();
        assert!(paragraph.goes_on(lines[1]));
        paragraph.add(text, lines[1]);
        assert_eq!(paragraph.words, "Udvalget drøftede sagen.");
        let end = paragraph.words.len();
        assert_eq!(&text[paragraph.place(range(0, end))], text);
        assert_eq!(&text[paragraph.place(range(end - 6, end))], "sagen.");
    }
}
