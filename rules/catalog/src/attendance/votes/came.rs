//! How many came to an assembly: "Der var mødt 50 medlemmer", "Antal fremmødte: 50", "58 fremmødte, heraf 50 stemmeberettigede".
//!
//! Each has one vote, unless the minutes speak of proxies or of votes that go with a home.

use super::VOTES;
use danish::letters::small;
use danish::sentences::sentences;
use facts::people::meeting_words;
use lint::MinutesView;
use text::{TextRange, TextSize, is_space, range};

/// How many came, where that stands, and that they are no votes.
pub(super) fn came(view: &MinutesView<'_>) -> Option<(u32, TextRange, bool)> {
    let words = meeting_words();
    let head = small(&view.text[..usize::from(view.head().len)]);
    if !words.assemblies.iter().any(|word| head.contains(&**word)) {
        return None;
    }
    let first = view.minutes.items().next();
    let until = first.map_or(view.text.len(), |placed| usize::from(placed.start + placed.item.len));
    let text = &view.text[..until];
    let told = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let mut found: Option<(u32, TextRange)> = None;
    for (start, line) in told {
        for sentence in sentences(line) {
            let Some((count, place)) = counted(&line[sentence]) else { continue };
            // Of two numbers nobody knows which holds.
            if found.is_some_and(|(other, _)| other != count) {
                return None;
            }
            found = found.or(Some((count, place + sentence.start() + TextSize::of(&text[..start]))));
        }
    }
    let found = found.filter(|_| !may_have_several(view.text));
    found.map(|(count, place)| (count, place, false))
}

/// Does a line that tells of votes or of those who came say that one may have more votes than one, or that more came?
fn may_have_several(text: &str) -> bool {
    let several = |line: &str| {
        let lower = small(line);
        meeting_words().several.iter().any(|word| lower.contains(&**word))
    };
    text.lines().any(|line| VOTES.iter().any(|word| word.is_in(line)) && several(line))
}

/// The number of those who may vote, or of those who came, in a sentence that says that they did.
fn counted(sentence: &str) -> Option<(u32, TextRange)> {
    let words = meeting_words();
    let lower = small(sentence);
    if !words.came.iter().any(|word| lower.contains(&**word)) || lower.len() != sentence.len() {
        return None;
    }
    let mut people = Vec::new();
    for (at, _) in lower.match_indices(|c: char| c.is_ascii_digit()) {
        let before = &lower[..at];
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '–' | '/')) {
            continue;
        }
        let digits = lower[at..].bytes().take_while(u8::is_ascii_digit).count();
        let behind = lower[at + digits..].trim_start_matches(is_space);
        let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let label = before.trim_end_matches([' ', ':']).ends_with("fremmødte") && behind.is_empty();
        if words.people.iter().any(|known| known == word) || label {
            people.push((word == "stemmeberettigede", range(at, at + digits)));
        }
    }
    let entitled = people.iter().find(|(entitled, _)| *entitled);
    let place = match (entitled, &people[..]) {
        (Some((_, place)), _) | (None, [(_, place)]) => *place,
        _ => return None,
    };
    let count: u32 = lower[place].parse().ok()?;
    // A handful of people are the board that the head lists.
    (count >= 5).then_some((count, place))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

    fn assembly(came: &str, vote: &str) -> String {
        format!(
            "Referat af generalforsamling i vandværket\n10. marts 2026\n\n1. Valg af dirigent\n\nIb Ask blev valgt. {came}\n\n2. Takst\n\n{vote}\n"
        )
    }

    #[test]
    fn flags_more_votes_than_people_came() {
        let vote = "Vedtaget med 48 stemmer for, 9 imod og 3 blanke.\n             ^^ Her er 60 stemmer, men der var kun 50 til stede";
        for came in [
            "Der var mødt 50 medlemmer.",
            "Til stede var 50 stemmeberettigede.",
            "50 medlemmer deltog.",
            "Antal fremmødte: 50",
            "Der var 58 fremmødte, heraf 50 stemmeberettigede.",
        ] {
            check(&RULE, &assembly(came, vote));
        }
    }

    #[test]
    fn ignores_votes_that_may_be_right() {
        for (came, vote) in [
            ("Der var mødt 60 medlemmer.", "Vedtaget med 48 stemmer for, 9 imod og 3 blanke."),
            (
                "Der var mødt 50 medlemmer og 12 fuldmagter.",
                "Vedtaget med 48 stemmer for, 9 imod og 3 blanke.",
            ),
            (
                "Der var mødt 50 medlemmer; hver husstand har to stemmer.",
                "Vedtaget med 48 stemmer for, 9 imod og 3 blanke.",
            ),
            (
                "Der var mødt 50 medlemmer. Der var 62 medlemmer til stede ved afstemningen.",
                "Vedtaget med 48 stemmer for, 9 imod og 3 blanke.",
            ),
            ("Foreningen har 50 medlemmer.", "Vedtaget med 48 stemmer for, 9 imod og 3 blanke."),
        ] {
            check(&RULE, &assembly(came, vote));
        }
    }
}
