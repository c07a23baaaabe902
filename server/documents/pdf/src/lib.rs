//! PDF, as pages are printed: characters at places, with no paragraphs, lists or tables.
//!
//! Lines are put together from characters, and paragraphs from lines: a line goes on in the next when the next one's first
//! word would not have fitted on it, which is how every program breaks lines. What stands at the same place on most pages
//! is the page's and not the text's. Tables that are ruled are read cell by cell, others come out as lines with tabs, columns
//! of running text one after the other.

mod beside;
mod bounded;
mod broken_rows;
mod bullets;
mod capitals;
mod cell_order;
mod character;
mod characters;
mod columns;
mod consecutive;
mod dates;
mod earlier;
mod forms;
mod glyph;
mod grid;
mod gutter;
mod hyphens;
mod label_blocks;
mod label_columns;
mod labelled;
mod late;
mod layers;
mod letters;
mod line;
mod line_numbers;
mod lines;
mod locks;
mod loose;
mod margins;
mod measures;
mod mirrored;
mod numbers;
mod painted;
mod paragraphs;
mod passage;
mod pen;
mod pictures;
mod piece;
mod points;
mod row;
mod rows;
mod ruled;
mod stacked;
mod stamps;
mod strips;
mod strokes;
mod tilt;
mod titles;
mod unnamed;
mod usual;
mod widths;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use pdf_extract::{Document, output_doc_page};

use flow::has_digits;
use flow::{Beside, Fault, Format};
use flow::{Extracted, Flow, Unread};

use characters::{Characters, PageCharacters};
use line::PageLines;
use painted::Known;

/// Room for forms that lie in each other.
const STACK: usize = 64 << 20;

/// At least this many letters make a text; a scanned page may have a page number.
const FEWEST_LETTERS: usize = 20;

/// Reads the document in `bytes`.
///
/// The crate that reads PDF gives up on what it does not know by panicking, so it works on a thread of its own. What leads
/// it in circles, or fills the memory, is for the program to end: it reads documents in a process of their own.
pub fn read(bytes: &[u8]) -> Result<Extracted, Fault> {
    bounded::check(bytes)?;
    // In a browser there are no threads; the page reads in a worker, which it can do without.
    if cfg!(target_family = "wasm") {
        return extracted(bytes);
    }
    thread::scope(|scope| {
        let reading = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || extracted(bytes));
        reading.map_err(|_| Fault::TooLarge)?.join().unwrap_or(Err(Fault::Damaged("PDF")))
    })
}

fn extracted(bytes: &[u8]) -> Result<Extracted, Fault> {
    let mut found = version(bytes)?;
    let read = |bytes: &[u8]| catch_unwind(AssertUnwindSafe(|| version(bytes).ok())).ok().flatten();
    earlier::tell(bytes, &mut found, read);
    Ok(found)
}

/// What the last version of the document in `bytes` says.
fn version(bytes: &[u8]) -> Result<Extracted, Fault> {
    let apart = locks::apart(bytes);
    let mut document =
        Document::load_mem(apart.as_deref().unwrap_or(bytes)).map_err(|error| match error {
            pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => Fault::Encrypted,
            _ => Fault::Damaged("PDF"),
        })?;
    // Many are locked against changes with a password that is empty.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Fault::Encrypted);
    }
    widths::spell_out(&mut document);
    unnamed::name(&mut document);
    let mut said = Vec::new();
    let originals = forms::put_in(&mut document, &mut said);
    let (mut pages, broken) = characters(&document, &said);
    line_numbers::take_out(&mut pages);
    originals.put_back(&mut document);
    let mut flow = Flow::default();
    beside::tell(&document, &mut flow);
    let mut known = Known::default();
    let mut lines: Vec<PageLines> = pages.iter_mut().map(|page| lines::lines(page, &mut known)).collect();
    for margin in margins::taken_out(&mut lines) {
        flow.aside(Beside::Margin, margin);
    }
    for stamped in stamped(&document, &mut lines) {
        flow.aside(Beside::Margin, stamped);
    }
    unread(&document, &pages, &lines, broken, &mut flow);
    said.into_iter().filter(|said| has_digits(said)).for_each(|said| flow.aside(Beside::Data, said));
    for page in pages {
        page.stacked.into_iter().for_each(|number| flow.aside(Beside::Turned, number));
        let turned = page.turned.into_iter().map(|characters| (Beside::Turned, characters));
        for (beside, characters) in
            turned.chain([(Beside::Hidden, page.hidden), (Beside::Struck, page.struck)])
        {
            let words = line::words(characters);
            if !words.trim().is_empty() {
                flow.aside(beside, words);
            }
        }
    }
    let is_pictures = flow.unread.iter().any(|unread| matches!(unread, Unread::Pictures(_)));
    titles::unstretch(&mut lines);
    labelled::unfold(&mut lines);
    for head in broken_rows::join(&mut lines) {
        flow.aside(Beside::Margin, head);
    }
    paragraphs::tell(&lines, &mut flow);
    let found = flow.finish(Format::Pdf).map_err(|fault| if is_pictures { Fault::NoText } else { fault })?;
    let letters = found.text.chars().filter(|c| c.is_alphabetic()).count();
    if is_pictures && letters < FEWEST_LETTERS { Err(Fault::NoText) } else { Ok(found) }
}

/// The characters of each page that can be read, and the numbers of those that cannot; `said` is what some of them are said to
/// stand for.
fn characters(document: &Document, said: &[String]) -> (Vec<PageCharacters>, Vec<u32>) {
    let mut characters = Characters::said(said);
    let mut broken = Vec::new();
    for number in document.get_pages().into_keys() {
        characters.begin(number);
        let page = || output_doc_page(document, &mut characters, number).is_ok();
        if !catch_unwind(AssertUnwindSafe(page)).unwrap_or(false) {
            broken.push(number);
        }
    }
    (characters.into_pages(), broken)
}

/// A page that is a picture may carry a stamp or a number of fewer letters and digits.
const STAMP: usize = 80;

/// Takes the stamps and numbers off the pages that are pictures: they are no text of the page.
fn stamped(document: &Document, lines: &mut [PageLines]) -> Vec<String> {
    let mut stamps = Vec::new();
    for number in pictures::pages(document) {
        let said = |page: &PageLines| -> usize {
            page.lines.iter().map(|line| line.words.chars().filter(|c| c.is_alphanumeric()).count()).sum()
        };
        let n_signs: usize = lines.iter().filter(|page| page.number == number).map(said).sum();
        let n_lines: usize =
            lines.iter().filter(|page| page.number == number).map(|page| page.lines.len()).sum();
        if n_lines == 1 && (1..STAMP).contains(&n_signs) && pictures::covers(document, number) {
            for page in lines.iter_mut().filter(|page| page.number == number) {
                stamps.extend(page.lines.drain(..).map(|line| line.words));
            }
        }
    }
    stamps
}

/// A page on which so many of a hundred glyphs stand for no letter was not read as it is seen.
const NAMELESS: usize = 2;

/// Tells `flow` of the pages that nobody has read.
fn unread(
    document: &Document,
    pages: &[PageCharacters],
    lines: &[PageLines],
    broken: Vec<u32>,
    flow: &mut Flow,
) {
    let is_empty = |number: u32| {
        let mut on_page = lines.iter().filter(|page| page.number == number).flat_map(|page| &page.lines);
        !on_page.any(|line| line.words.contains(char::is_alphanumeric))
    };
    let shown = pictures::pages(document);
    let empty = shown.into_iter().filter(|number| is_empty(*number) && !broken.contains(number)).collect();
    let nameless = pages.iter().zip(lines).filter(|(page, lines)| {
        let named: usize = lines.lines.iter().map(|line| line.words.len()).sum();
        page.n_nameless > 2 && page.n_nameless * 100 > named * NAMELESS
    });
    let nameless = nameless.map(|(page, _)| page.number).collect();
    for (unread, pages) in [
        (Unread::Pictures as fn(Vec<u32>) -> Unread, empty),
        (Unread::Broken, broken),
        (Unread::Nameless, nameless),
    ] {
        if !pages.is_empty() {
            flow.unread.push(unread(pages));
        }
    }
}
