//! What is found beside the text of a document: changes on record, comments, hidden words, names in the properties, and
//! CPR numbers in any of them.
//!
//! Command line, language server and page all get them here. What stands beside the text is no part of the minutes, so no other rule reads it. A finding is placed on the line that
//! it belongs to; its message never repeats the words.

use rules::catalog;
use rules::document::{Document, Engine};
use rules::lint::{Diagnostic, Note, Related, Rule, Severity};
use rules::text::{TextRange, TextSize};

use flow::{Aside, Beside, Extracted, Unread};

mod alone;
mod notes;
mod numbers;
pub mod unread;

pub use numbers::in_path;

use numbers::{beside as numbers, worst_inside};

/// At most this many other places are named with a finding.
const MOST_RELATED: usize = 20;

/// What is found beside the text of `extracted`, which was read as `document` with `engine`.
pub fn beside(engine: &Engine, extracted: &Extracted, document: &Document) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let running = |name| {
        let rule = catalog::rule(name)?;
        severity_of(engine, rule).map(|severity| (rule, severity))
    };
    for (name, kinds, words) in [
        ("document/comment", &[Beside::Comment][..], comments as fn(usize) -> Note),
        ("document/hidden-text", &[Beside::Hidden][..], hidden),
        ("document/tracked-change", &[Beside::Deleted, Beside::Inserted, Beside::Changed][..], changes),
    ] {
        let Some((rule, severity)) = running(name) else { continue };
        let places: Vec<TextRange> = extracted
            .asides
            .iter()
            .filter(|aside| kinds.contains(&aside.beside))
            .map(|aside| line(aside, document))
            .collect();
        all.extend(together(rule, severity, &places, words(places.len())));
    }
    if let Some((rule, severity)) = running("document/author") {
        all.extend(author(extracted).map(|name| named_author(rule, severity, name)));
    }
    if let Some((rule, severity)) = running("document/not-read") {
        all.extend(
            extracted
                .unread
                .iter()
                .map(|unread| finding(rule, severity, TextRange::empty(TextSize::new(0)), not_read(unread))),
        );
    }
    if let Some((rule, severity)) = running("privacy/cpr-number") {
        all.extend(numbers(engine, extracted, document, rule, severity));
    }
    for (name, words) in IN_NOTES {
        if let Some((rule, severity)) = running(name) {
            all.extend(in_notes(engine, extracted, document, (rule, severity), words));
        }
    }
    all.extend(notes::proofread(engine, extracted, document));
    all
}

/// Notes and words that are struck through are printed with the text, so what must not stand there must not stand in them: a
/// rule, and what it looks for.
const IN_NOTES: &[(&str, [&str; 2])] = &[
    ("privacy/account-number", ["et bankkontonummer", "a bank account number"]),
    (
        "privacy/contact",
        [
            "en privat mailadresse eller et privat telefonnummer",
            "a private e-mail address or telephone number",
        ],
    ),
];

/// What the rule finds in notes and in words that are struck through, one finding for each.
fn in_notes(
    engine: &Engine,
    extracted: &Extracted,
    document: &Document,
    (rule, severity): (&'static Rule, Severity),
    [da, en]: &[&str; 2],
) -> Vec<Diagnostic> {
    let says = |aside: &&Aside| {
        let n_digits = aside.words.bytes().filter(u8::is_ascii_digit).count();
        matches!(aside.beside, Beside::Note | Beside::Struck) && (n_digits >= 8 || aside.words.contains('@'))
    };
    let found = |aside: &Aside| {
        let worst = worst_inside(engine, &aside.words, rule, severity)?;
        let (da_place, en_place) = spot(aside);
        let note = Note::new(
            format!("{da_place} ligner {da}, som ikke skal offentliggøres"),
            format!("{en_place} looks like {en}, which should not be published"),
        );
        (worst >= Severity::Warning).then(|| finding(rule, worst, line(aside, document), note))
    };
    extracted.asides.iter().filter(says).filter_map(found).collect()
}

/// The severity of `rule` where it runs.
fn severity_of(engine: &Engine, rule: &Rule) -> Option<Severity> {
    let running = engine.settings.rules.iter().find(|(running, _)| running.name == rule.name);
    running.map(|(_, severity)| *severity)
}

/// A finding at `range` that has no fix.
pub fn finding(rule: &'static Rule, severity: Severity, range: TextRange, note: Note) -> Diagnostic {
    Diagnostic::new(rule, severity, range, note)
}

/// What nobody has read, and what to do about it.
fn not_read(unread: &Unread) -> Note {
    let (da, en) = unread::named(unread);
    let (da_remedy, en_remedy) = match unread {
        Unread::Pictures(_) => (
            "gennemgå selv, hvad der står på billederne, eller hent dem ind som tekst",
            "look through the pictures yourself, or have them read into text",
        ),
        Unread::Broken(_) => (
            "åbn filen i det program, den kommer fra, og gem den igen",
            "open the file in the program it comes from and save it again",
        ),
        Unread::Nameless(_) => (
            "gem dokumentet som PDF igen fra Word, eller gennemgå Word-filen i stedet",
            "save the document as PDF from Word again, or check the Word file instead",
        ),
        Unread::Part(_) => ("gennemgå det for sig", "check it on its own"),
        Unread::Macros => {
            ("gem det som .docx, før det offentliggøres", "save it as .docx before it is published")
        }
        Unread::Folded => {
            ("fold alt ud på siden, og gem den igen", "unfold everything on the page and save it again")
        }
    };
    let was = match unread {
        Unread::Pictures(pages) | Unread::Broken(pages) | Unread::Nameless(pages) if pages.len() > 1 => {
            "were"
        }
        _ => "was",
    };
    Note::new(
        format!("{da} og er ikke gennemgået; {da_remedy}"),
        format!("{en} and {was} not checked; {en_remedy}"),
    )
}

/// One finding for all places of one kind: forty comments are one thing to do.
fn together(rule: &'static Rule, severity: Severity, places: &[TextRange], note: Note) -> Option<Diagnostic> {
    let (first, others) = places.split_first()?;
    let mut found = finding(rule, severity, *first, note);
    let here = || Note::new("Også her", "Here too");
    let mut last = *first;
    for &range in others {
        if range != last && found.related.len() < MOST_RELATED {
            found.related.push(Related { range, note: here() });
        }
        last = range;
    }
    Some(found)
}

fn comments(n: usize) -> Note {
    match n {
        1 => Note::new(
            "Der står en kommentar i margenen; slet den, før filen offentliggøres",
            "There is a comment in the margin; delete it before the file is published",
        ),
        _ => Note::new(
            format!("Der står {n} kommentarer i margenen; slet dem, før filen offentliggøres"),
            format!("There are {n} comments in the margin; delete them before the file is published"),
        ),
    }
}

fn hidden(_: usize) -> Note {
    Note::new(
        "Her står skjult tekst, som alle kan vise, der henter filen",
        "There is hidden text here, which anybody who downloads the file can show",
    )
}

fn changes(n: usize) -> Note {
    match n {
        1 => Note::new(
            "En sporet ændring er hverken accepteret eller afvist, og enhver læser kan se den",
            "A tracked change has been neither accepted nor rejected, and every reader can see it",
        ),
        _ => Note::new(
            format!("{n} sporede ændringer er hverken accepteret eller afvist, og enhver læser kan se dem"),
            format!(
                "{n} tracked changes have been neither accepted nor rejected, and every reader can see them"
            ),
        ),
    }
}

/// The line that `aside` belongs to.
fn line(aside: &Aside, document: &Document) -> TextRange {
    let at = TextSize::new(aside.at.min(document.text().len()) as u32);
    let line = document.lines().range_of(document.lines().line_of(at));
    let words = document.text()[line].trim_end_matches(['\n', '\r']);
    TextRange::at(line.start(), TextSize::of(words))
}

/// The first property that names a person.
fn author(extracted: &Extracted) -> Option<&str> {
    let authors = extracted.asides.iter().filter(|aside| aside.beside == Beside::Author);
    authors.map(|aside| aside.words.as_str()).find(|words| is_person(words))
}

/// Two to four capitalised words, none of which is that of an authority or a program.
fn is_person(words: &str) -> bool {
    const OTHERS: &[&str] = &[
        "kommune",
        "forvaltning",
        "sekretariat",
        "center",
        "afdeling",
        "stab",
        "user",
        "bruger",
        "office",
        "admin",
        "python",
        "docx",
        "system",
        "udvalg",
        "acadre",
        "sbsys",
        "firstagenda",
        "agenda",
        "konto",
        "print",
    ];
    let parts: Vec<&str> = words.split_whitespace().collect();
    let is_name = |part: &&str| {
        part.starts_with(char::is_uppercase)
            && part.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\''))
    };
    let lower = words.to_lowercase();
    (2..=4).contains(&parts.len())
        && parts.iter().all(is_name)
        && parts.iter().any(|part| part.chars().any(char::is_lowercase))
        && !OTHERS.iter().any(|other| lower.contains(other))
}

fn named_author(rule: &'static Rule, severity: Severity, name: &str) -> Diagnostic {
    let note = Note::new(
        format!("Filens egenskaber nævner {name}, og det kan alle læse"),
        format!("The properties of the file name {name}, and anybody can read that"),
    );
    finding(rule, severity, TextRange::empty(TextSize::new(0)), note)
}

/// Where a number was found: "Noget i note 3".
fn spot(aside: &Aside) -> (String, String) {
    let n = aside.number;
    let (da, en) = match aside.beside {
        Beside::Note => (format!("note {n}"), format!("note {n}")),
        Beside::Margin => ("sidehoved eller sidefod".to_owned(), "a header or footer".to_owned()),
        Beside::Comment => (format!("kommentar {n}"), format!("comment {n}")),
        Beside::Folded => {
            ("tekst, som siden ikke viser".to_owned(), "text that the page does not show".to_owned())
        }
        Beside::Hidden => ("skjult tekst".to_owned(), "hidden text".to_owned()),
        Beside::Deleted => {
            ("slettet tekst, som er gemt i filen".to_owned(), "deleted text that the file keeps".to_owned())
        }
        Beside::Struck => ("gennemstreget tekst".to_owned(), "text that is struck through".to_owned()),
        Beside::Inserted => ("tilføjet tekst".to_owned(), "inserted text".to_owned()),
        Beside::Changed => ("en sporet ændring".to_owned(), "a tracked change".to_owned()),
        Beside::Drawn => ("et diagram eller et vandmærke".to_owned(), "a diagram or a watermark".to_owned()),
        Beside::Picture => ("et billede".to_owned(), "a picture".to_owned()),
        Beside::Author | Beside::Property => {
            ("filens egenskaber".to_owned(), "the properties of the file".to_owned())
        }
        Beside::Link => {
            ("et link, et bilag eller et billede".to_owned(), "a link, an attachment or a picture".to_owned())
        }
        Beside::Turned => (
            "tekst, der står på højkant eller skråt".to_owned(),
            "text that stands on end or askew".to_owned(),
        ),
        Beside::Field => ("et felt, der er udfyldt".to_owned(), "a field that is filled in".to_owned()),
        Beside::Data => (
            "filens indre data, som ikke vises på siderne".to_owned(),
            "data inside the file that its pages do not show".to_owned(),
        ),
    };
    (format!("Noget i {da}"), format!("Something in {en}"))
}

#[cfg(test)]
mod tests {
    use super::is_person;

    #[test]
    fn names_of_people_are_told_from_those_of_programs_and_offices() {
        for name in ["Hanne Holm", "Bo J. Berg-Larsen"] {
            assert!(is_person(name), "{name}");
        }
        for name in
            ["Fjordby Kommune", "Microsoft Office User", "python-docx", "hho", "HHO12", "Ukendt", "BYRÅD SAL"]
        {
            assert!(!is_person(name), "{name}");
        }
    }
}
