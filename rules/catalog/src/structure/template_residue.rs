//! `structure/template-residue`: what the template left: "[indsæt dato]", "xx", "Skriv her", an unfilled field.
//!
//! The words of templates are ordinary words, so only forms are taken that can be nothing else; they are data. A row
//! of "x" is a field that nobody filled in, but not in a table, where it is a mark, nor where it hides digits
//! ("010203-xxxx"). A pair of capitals may be a Roman number and needs an amount or a date beside it.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::{border_before, fold};
use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use syntax::{Block, Class};
use text::lines::floor_boundary;
use text::needle::Needle;
use text::needles::Needles;
use text::{TextRange, TextSize, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/template-residue",
    summary: Text {
        da: "Rester af skabelonen er blevet stående",
        en: "Parts of the template were left standing",
    },
    why: Text {
        da: "En hjælpetekst eller et tomt felt viser, at noget ikke er skrevet færdigt. Udfyld feltet, eller slet det, \
             før referatet sendes ud.",
        en: "A help text or an empty field shows that something was not finished. Fill it in or take it out before \
             the minutes are sent.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Markup]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Godkendelse af referatet fra [indsæt dato]\n\nBeslutning\n\n\
                 Godkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Godkendelse af referatet fra den 7. marts 2022\n\nBeslutning\n\n\
                Godkendt.\n",
    },
    check: Check::Part(check),
};

#[derive(Deserialize)]
struct Forms {
    phrases: Vec<String>,
    exact: Vec<String>,
    brackets: Vec<String>,
    parentheses: Vec<String>,
    redacted: Vec<String>,
    about: Vec<String>,
    before_capitals: Vec<String>,
    after_capitals: Vec<String>,
    to_come: Vec<String>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| data::read("residue"));

/// The phrases without their first letter, which may be a capital, and the exact forms behind them.
static FINDER: LazyLock<Needles> = LazyLock::new(|| {
    let tails = FORMS.phrases.iter().map(|phrase| without_first(phrase));
    Needles::new(tails.chain(FORMS.exact.iter().map(String::as_str)))
});

fn without_first(phrase: &str) -> &str {
    &phrase[phrase.chars().next().map_or(0, char::len_utf8)..]
}

/// Words in brackets are read so far, in bytes.
const LONGEST_BRACKET: usize = 300;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let mut found = phrases(view.text);
    found.extend(brackets(view.text));
    found.extend(rows_of_x(view));
    found.sort_by_key(|place| (place.start(), std::cmp::Reverse(place.end())));
    let mut done = TextSize::new(0);
    for place in found {
        if place.start() < done
            || view.is_quoted(place)
            || view.is_opaque(place)
            || is_spoken_of(view.text, place)
        {
            continue;
        }
        // Who fills in one field of a line sees the others.
        let rest = &view.text[place.end().into()..];
        done = place.end() + TextSize::of(rest.split(['\n', '\r']).next().unwrap_or_default());
        let report = findings.report(place, LEFT_STANDING);
        if is_day_to_come(view.text, place) {
            report.at_most(Severity::Hint);
        }
    }
}

const LEFT_STANDING: Text = Text {
    da: "Skabelonens tekst er ikke udfyldt eller slettet",
    en: "The template's text was neither filled in nor taken out",
};

/// "Afleveret den xx.xx.2024", "Næste møde: xx.xx.2024": a day or an hour that nobody knows before something else has been done.
fn is_day_to_come(text: &str, place: TextRange) -> bool {
    let field = &text[place];
    let row = field.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x') || b"./: ".contains(&byte));
    let before = text[..usize::from(place.start())].rsplit(['\n', '\r']).next().unwrap_or_default();
    row && FORMS.to_come.iter().any(|word| before.to_lowercase().contains(word.as_str()))
}

/// "Skabelonen har felter som \[navn\]": does the sentence before `place` speak of a template?
fn is_spoken_of(text: &str, place: TextRange) -> bool {
    /// In bytes.
    const REACH: usize = 120;
    let end = usize::from(place.start());
    let near = &text[floor_boundary(text, end.saturating_sub(REACH))..end];
    let sentence = near.rsplit(['\n', '\r', '.', '!', '?']).next().unwrap_or_default().to_lowercase();
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| FORMS.about.iter().any(|about| about == word))
}

fn phrases(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    for hit in FINDER.find_iter(text) {
        let Some(phrase) = FORMS.phrases.get(hit.which) else {
            found.push(range(hit.start, hit.end));
            continue;
        };
        let first = &phrase[..phrase.len() - without_first(phrase).len()];
        let Some(start) = hit.start.checked_sub(first.len()).filter(|&start| text.is_char_boundary(start))
        else {
            continue;
        };
        let ends = !text[hit.end..].starts_with(char::is_alphanumeric);
        let place = range(start, hit.end);
        if fold(&text[start..hit.start]) == first && border_before(text, place.start()) && ends {
            found.push(place);
        }
    }
    // "HUSK at denne tekst skal slettes": the word that commands stands at the start of its line.
    static DELETED: Needle = Needle::new("slettes");
    for at in DELETED.find_iter(text) {
        let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        if text[start..at].trim_start().starts_with("HUSK") {
            found.push(range(start, at + "slettes".len()));
        }
    }
    found
}

fn brackets(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    for at in memchr::memchr2_iter(b'[', b'(', text.as_bytes()) {
        let (close, forms) =
            if text.as_bytes()[at] == b'[' { (']', &FORMS.brackets) } else { (')', &FORMS.parentheses) };
        let inner = &text[at + 1..];
        let begins = |form: &String| {
            inner.get(..form.len()).is_some_and(|start| start.eq_ignore_ascii_case(form))
                && (form.ends_with(' ') || !inner[form.len()..].starts_with(char::is_lowercase))
        };
        if !forms.iter().any(begins) {
            continue;
        }
        let line = inner.find(['\n', '\r']).map_or(inner, |end| &inner[..end]);
        let Some(end) = line.find(close).filter(|&end| end <= LONGEST_BRACKET) else { continue };
        let words = fold(&line[..end]);
        if !FORMS.redacted.iter().any(|word| words.contains(word)) {
            found.push(range(at, at + 1 + end + 1));
        }
    }
    found
}

/// Rows of "x" where a number, a date or a name should stand.
fn rows_of_x(view: &PartView<'_>) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    static ROWS: [Needle; 2] = [Needle::new("xx"), Needle::new("XX")];
    for row in &ROWS {
        let needle = row.words();
        let mut done = 0;
        for at in row.find_iter(view.text) {
            if at < done {
                continue;
            }
            let rest = &view.text[at..];
            // "xx.xx.2022" and "xx xx xx xx" are one field.
            let field = |c: char| needle.contains(c) || matches!(c, '.' | '/' | ':' | ' ' | ',');
            let len = rest.find(|c| !field(c)).unwrap_or(rest.len());
            let len = rest[..len].trim_end_matches(['.', '/', ':', ' ', ',']).len();
            done = at + len;
            if is_field(view, at, done) {
                found.push(range(at, done));
            }
        }
    }
    found
}

fn is_field(view: &PartView<'_>, start: usize, end: usize) -> bool {
    let (before, after) = (&view.text[..start], &view.text[end..]);
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '_' | '*');
    if before.ends_with(joined)
        || after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '-' | '_' | '*'))
    {
        return false;
    }
    let Some((block, words)) = block_at(view, start) else { return false };
    if block.class == Class::Table {
        return false;
    }
    // A cell of a table that lost its lines holds a mark and nothing else.
    let alone = words == range(start, end);
    if alone && !fills_section(view, words) {
        return false;
    }
    let capitals = view.text.as_bytes()[start] == b'X';
    !capitals || beside_amount(before, after)
}

fn beside_amount(before: &str, after: &str) -> bool {
    let last =
        before.trim_end_matches(is_space).rsplit(|c: char| is_space(c) || c == '\n').next().unwrap_or("");
    let next =
        after.trim_start_matches(is_space).split(|c: char| is_space(c) || c == '\n').next().unwrap_or("");
    let next = next.trim_end_matches([',', ';', ')']);
    FORMS.before_capitals.iter().any(|word| fold(last) == *word)
        || FORMS.after_capitals.iter().any(|word| next == word)
}

fn block_at<'v>(view: &PartView<'v>, offset: usize) -> Option<(&'v Block, TextRange)> {
    let blocks = view.placed_blocks();
    let (start, block) = blocks.take_while(|(start, _)| usize::from(*start) <= offset).last()?;
    Some((block, block.words() + start))
}

fn fills_section(view: &PartView<'_>, words: TextRange) -> bool {
    let Some(item) = view.item else { return false };
    item.sections.iter().any(|section| section.blocks.len() == 1 && section.body.contains_range(words))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn what_a_template_leaves_is_told() {
        check(
            &RULE,
            "
Referat fra [udvalgets navn]
            ^^^^^^^^^^^^^^^^ Skabelonens tekst

1. Godkendelse af referatet fra [indsæt dato]
                                ^^^^^^^^^^^^^ Skabelonens tekst

Indstilling

Klik eller tryk her for at skrive tekst.
^^^^^^^^^^^^^^^^^^^ Skabelonens tekst

Sagsfremstilling

HUSK at denne boks skal slettes, når sagen er skrevet.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Skabelonens tekst

Mødet holdes den xx. maj, og der er afsat XX kr. til (indsæt formål).
                 ^^ Skabelonens tekst
Der er afsat XX kr. til et nyt tag.
             ^^ Skabelonens tekst
Lokalet er (indsæt sted).
           ^^^^^^^^^^^^^ Skabelonens tekst

Lorem ipsum dolor.
^^^^^^^^^^^ Skabelonens tekst
Se Fejl! Henvisningskilde ikke fundet.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Skabelonens tekst

Beslutning

xx
^^ Skabelonens tekst
",
        );
    }

    #[test]
    fn a_day_that_nobody_knows_yet_is_a_hint() {
        for line in [
            "Regnskabet er afleveret den xx.xx.2024 kl. xx.xx.",
            "Vedtægterne er underskrevet xx/xx 2025 af formanden.",
            "Næste møde: xx.xx.2024 kl. xx.xx",
        ] {
            let text = format!("1. Regnskab\n\nRegnskabet gennemgås.\n{line}\n");
            let found = document::fixture::document("generel", &RULE, &text).diagnostics();
            let levels: Vec<_> = found.iter().map(|found| found.severity).collect();
            assert_eq!(levels, [lint::Severity::Hint], "{line}");
        }
    }

    #[test]
    fn ignores_what_may_be_meant() {
        check(
            &RULE,
            "
1. Christian XX og borger 010203-xxxx

Skabelonen har felter som [navn] og [dato], og vi brugte lorem ipsum i plakaten.

Sagsfremstilling

Klik her for at se kortet. Borgeren [navn udeladt] har skrevet ”vi […] ønsker [sic] en sti”.

Forslaget tilføjer et nyt stykke (indsat efter § 3), og adressen slettes af listen.

| Skole | xx |

Ja

xx

Nej

Se https://eksempel.dk/xx/side og størrelse XXL i kapitel XX.

[1] Noten står her, og det noteres her, at ingen var imod.
",
        );
    }
}
