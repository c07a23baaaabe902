//! The copy of a Word document, read again before it is given away.

use std::ops::Range;
use std::sync::Arc;

use documents::{Beside, Extracted, Held, Hindrance, Taken};
use rules::document::Engine;
use rules::publish::{Kind, Publication, marks_closed, private_numbers};
use rules::text::TextRange;
use workbench::problem::Problem;

use crate::args::PublishArgs;

/// The copy of the document that `args` name, whose `text` may be published as `publication`.
pub(super) fn copy(
    args: &PublishArgs,
    name: &str,
    engine: &Arc<Engine>,
    publication: &Publication,
    text: &str,
    extracted: &Extracted,
) -> Result<(Vec<u8>, Taken), Problem> {
    says_nothing_beside(extracted, name)?;
    let is_word =
        |path: &std::path::Path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("docx"));
    if !is_word(&args.output) {
        return Err(Problem::new(
            format!("{name} er et Word-dokument; giv kopien et navn, der ender på .docx"),
            format!("{name} is a Word document; give the copy a name that ends in .docx"),
        ));
    }
    let bytes = files::read_bytes(&args.file, name)?;
    let private = |words: &str| private_numbers(engine, words).into_iter().map(bytes_of).collect::<Vec<_>>();
    let copy = documents::published(&bytes, name, &held(publication, text), &private);
    let (copy, taken) = copy
        .unwrap_or(Err(Hindrance::Fault(documents::Fault::Damaged("Word"))))
        .map_err(|hindrance| hindered(hindrance, name))?;
    let read = documents::read(&copy, name).and_then(Result::ok);
    let read = read.ok_or_else(|| differs(name, 1))?;
    is_as_told(&read, publication, text, name)?;
    has_nothing_beside(&read, &private, name)?;
    has_no_closed_margin(&read, name)?;
    names_nobody_beside(&read, publication, name)?;
    Ok((copy, taken))
}

fn held(publication: &Publication, text: &str) -> Held {
    let passage = |withheld: &rules::publish::Withheld| {
        let Range { start, end } = bytes_of(withheld.edit.range());
        (start, end, withheld.edit.text().to_owned())
    };
    let titles = publication.withheld.iter().filter(|withheld| withheld.kind == Kind::ClosedTitle);
    let titles = titles.map(|withheld| text[withheld.edit.range()].to_owned());
    let titles = titles.chain(publication.people.iter().cloned()).collect();
    Held {
        titles,
        names: publication.names().to_vec(),
        passages: publication.withheld.iter().map(passage).collect(),
        closed: publication.closed.iter().copied().map(bytes_of).collect(),
    }
}

fn bytes_of(range: TextRange) -> Range<usize> {
    range.start().into()..range.end().into()
}

/// Says the copy `read` what the publication says, and nothing else? Blank lines do not count.
fn is_as_told(read: &Extracted, publication: &Publication, text: &str, name: &str) -> Result<(), Problem> {
    let lines = |text: &'_ str| -> Vec<String> {
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        text.lines().map(words).filter(|line| !line.is_empty()).collect()
    };
    let (told, got) = (lines(&publication.text), lines(&read.text));
    if told == got {
        return Ok(());
    }
    let is_closed = publication.withheld.iter().any(|withheld| withheld.kind == Kind::ClosedTitle)
        || !publication.closed.is_empty();
    let n_same = told.iter().zip(&got).take_while(|(told, got)| told == got).count();
    let line = told.get(n_same).and_then(|line| lines(text).iter().position(|other| other == line));
    let line = line.unwrap_or(n_same) + 1;
    Err(if is_closed { differs(name, line) } else { unmasked(name, line) })
}

/// A number stands where it cannot be covered.
fn unmasked(name: &str, line: usize) -> Problem {
    Problem::new(
        format!(
            "{name}: et privat nummer ved afsnit {line} står et sted, hvor det ikke kan dækkes, og kopien er ikke skrevet; slet det i \
             Word, eller skriv afsnittet igen som almindelig tekst, og kør igen"
        ),
        format!(
            "{name}: a private number at paragraph {line} stands where it cannot be covered, and the copy was not written; delete it in \
             Word, or write the paragraph again as plain text, and run again"
        ),
    )
}

fn differs(name: &str, line: usize) -> Problem {
    Problem::new(
        format!(
            "{name}: kopien ville sige noget andet end dokumentet ved afsnit {line}, og den er ikke skrevet; tag de lukkede \
             punkter ud i Word, og kør igen"
        ),
        format!(
            "{name}: the copy would say something else than the document at paragraph {line} and was not written; take the \
             closed items out in Word and run again"
        ),
    )
}

/// Is nothing left in the copy `read` that only its source shows?
fn has_nothing_beside(
    read: &Extracted,
    private: &dyn Fn(&str) -> Vec<Range<usize>>,
    name: &str,
) -> Result<(), Problem> {
    let is_left = |beside| {
        matches!(
            beside,
            Beside::Comment | Beside::Hidden | Beside::Deleted | Beside::Inserted | Beside::Author
        )
    };
    let told =
        |words: &str| words.bytes().filter(u8::is_ascii_digit).count() >= 10 && !private(words).is_empty();
    let left = read.asides.iter().find(|aside| is_left(aside.beside) || told(&aside.words));
    match left {
        None => Ok(()),
        Some(_) => Err(Problem::new(
            format!(
                "{name}: noget skjult kunne ikke tages ud, og kopien er ikke skrevet; brug Filer > Oplysninger > Undersøg dokument i Word først"
            ),
            format!(
                "{name}: something hidden could not be taken out and the copy was not written; use File > Info > Inspect Document in Word first"
            ),
        )),
    }
}

/// Does anything beside the text that is read say that something is closed, of the kinds that `of` names?
pub(in crate::cli) fn is_marked_beside(read: &Extracted, of: impl Fn(Beside) -> bool) -> bool {
    let beside = read.asides.iter().filter(|aside| of(aside.beside));
    beside.flat_map(|aside| aside.words.lines()).any(marks_closed)
}

/// Does no comment and no hidden text of the document say that something is closed? Both are gone in the copy, and the mark
/// with them.
fn says_nothing_beside(read: &Extracted, name: &str) -> Result<(), Problem> {
    let goes = |beside| {
        matches!(
            beside,
            Beside::Comment
                | Beside::Hidden
                | Beside::Deleted
                | Beside::Struck
                | Beside::Property
                | Beside::Field
                | Beside::Data
        )
    };
    if !is_marked_beside(read, goes) {
        return Ok(());
    }
    Err(Problem::new(
        format!(
            "{name}: en kommentar, skjult tekst, et felt, en egenskab eller navnet på en typografi eller et bogmærke taler om noget lukket eller fortroligt, og kopien er ikke skrevet; skriv \
             \"(Lukket)\" sidst i punktets overskrift, så alle kan se det, eller slet det i Word, og kør igen"
        ),
        format!(
            "{name}: a comment, hidden text, a field, a property or the name of a style or a bookmark speaks of something closed or confidential and the copy was not written; write \
             \"(Lukket)\" at the end of the item's heading where all can see it, or delete it in Word, and run again"
        ),
    ))
}

/// Does nothing beside the text of the copy `read`, such as a link, a bookmark or a text for a picture, name somebody of what
/// was taken out?
fn names_nobody_beside(read: &Extracted, publication: &Publication, name: &str) -> Result<(), Problem> {
    if !read.asides.iter().any(|aside| publication.is_named_in(&aside.words)) {
        return Ok(());
    }
    Err(Problem::new(
        format!(
            "{name}: et sidehoved, et link, et bogmærke, en billedtekst eller et felt nævner et navn eller et tal fra et lukket \
             punkt, og kopien er ikke skrevet; ret det i Word, og kør igen"
        ),
        format!(
            "{name}: a header, a link, a bookmark, a picture's text or a field has a name or a figure of a closed item, and the \
             copy was not written; change it in Word and run again"
        ),
    ))
}

/// Does no header, footer or watermark of the copy `read` say that something is closed?
fn has_no_closed_margin(read: &Extracted, name: &str) -> Result<(), Problem> {
    if !is_marked_beside(read, |beside| matches!(beside, Beside::Margin | Beside::Drawn)) {
        return Ok(());
    }
    Err(Problem::new(
        format!(
            "{name}: et sidehoved, en sidefod eller et vandmærke taler om noget lukket eller fortroligt, og kopien er ikke skrevet; ret \
             det i Word, og kør igen"
        ),
        format!(
            "{name}: a header, footer or watermark speaks of something closed or confidential and the copy was not written; change \
             it in Word and run again"
        ),
    ))
}

fn hindered(hindrance: Hindrance, name: &str) -> Problem {
    match hindrance {
        Hindrance::Fault(fault) => files::refused(fault, name),
        Hindrance::Macros => Problem::new(
            format!(
                "{name} har makroer, som kan gøre hvad som helst; gem det som .docx uden makroer, og kør igen"
            ),
            format!(
                "{name} has macros, which may do anything; save it as .docx without macros and run again"
            ),
        ),
        Hindrance::Covered => Problem::new(
            format!(
                "{name} har ord, som er dækket af sort eller skrevet med hvidt, og som stadig kan læses; slet dem i Word, og kør igen"
            ),
            format!(
                "{name} has words that are covered with black or written in white and can still be read; delete them in Word and run again"
            ),
        ),
        Hindrance::Picture(number, picture) => pictured(name, number, &picture),
        Hindrance::Left(part) => left(name, &part),
        Hindrance::Inside(inside) => Problem::new(
            format!(
                "{name} viser dokumentet {inside}, der ligger inde i det og ikke læses; sæt teksten ind i stedet, og kør igen"
            ),
            format!(
                "{name} shows the document {inside}, which lies inside it and is not read; paste its text instead and run again"
            ),
        ),
    }
}

/// A picture, the `number`th of the body or 0, bears a number that nobody sees on it.
fn pictured(name: &str, number: usize, picture: &str) -> Problem {
    let (da, en) = match number {
        0 => (
            format!("billedet {picture} i sidehoved, sidefod eller en note"),
            format!("the picture {picture} in a header, footer or note"),
        ),
        _ => (format!("billede nr. {number} ({picture})"), format!("picture no. {number} ({picture})")),
    };
    Problem::new(
        format!(
            "{name}: {da} gemmer et CPR-nummer i sine oplysninger, som ingen ser på det, og kopien er ikke skrevet; tag et skærmklip af \
             billedet (Windows+Skift+S), sæt det ind i stedet, og kør igen"
        ),
        format!(
            "{name}: {en} keeps a CPR number in its properties, where nobody sees it, and the copy was not written; take a screen \
             clipping of it (Windows+Shift+S), paste that instead and run again"
        ),
    )
}

/// Something is left in `part` after all was taken out.
fn left(name: &str, part: &str) -> Problem {
    Problem::new(
        format!(
            "{name}: et privat nummer eller noget lukket står tilbage i {part} inde i filen, og kopien er ikke skrevet; kopiér teksten over i \
             et nyt, tomt dokument, og kør igen"
        ),
        format!(
            "{name}: a private number or something closed is left in {part} inside the file, and the copy was not written; copy the \
             text into a new, empty document and run again"
        ),
    )
}
