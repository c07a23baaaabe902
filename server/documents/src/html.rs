//! Web pages, as case systems publish minutes.
//!
//! The tokenizer of browsers reads tags, entities and broken markup, and says the line of each. What browsers build from
//! it is more than is needed here: a walk over the tags with the elements that are open tells paragraphs, lists and tables,
//! and keeps lines and elements to point back at.

mod about;
mod attributes;
mod counts;
mod elements;
mod list;
mod open;
mod page;
mod panels;
mod reversed;
mod rows;
mod series;
mod sheet;
mod shown;
mod unseen;
mod words;

use std::rc::Rc;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use flow::Extracted;
use flow::{Fault, windows_1252};

use page::Page;
use sheet::Sheet;

/// Reads the page in `bytes`.
pub(crate) fn read(bytes: &[u8]) -> Result<Extracted, Fault> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) if bytes.contains(&0) => return Err(Fault::Damaged("HTML")),
        Err(_) => windows_1252::text(bytes),
    };
    if is_cut_off(&text) {
        return Err(Fault::Damaged("HTML"));
    }
    if attributes::are_too_many(&text) {
        return Err(Fault::TooLarge);
    }
    let says_main = ["<main", "role=\"main\""].iter().any(|mark| text.contains(mark));
    let sheet = Rc::new(Sheet::in_page(&text));
    let page = walked(&text, says_main, &sheet);
    // A page whose main part is a box to search in has its text elsewhere.
    let page = if page.has_text_outside() { walked(&text, false, &sheet) } else { page };
    // One that hides most of its text shows it in a way that is not seen here.
    let page = if page.hides_much() { walked(&text, says_main, &Rc::default()) } else { page };
    page.finish().map_err(|fault| match fault {
        Fault::Blank | Fault::Empty if text.contains("<script") => Fault::Scripted,
        fault => fault.of_pictures(text.contains("<img")),
    })
}

fn walked(text: &str, only_main: bool, sheet: &Rc<Sheet>) -> Page {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Page::new(text, only_main, Rc::clone(sheet)), TokenizerOpts::default());
    // Only a sink that runs scripts makes the tokenizer stop before the end.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// Does the body begin and never end, in the middle of a tag or of words? The tags at the end may be left out.
fn is_cut_off(text: &str) -> bool {
    let has = |mark: &str| {
        text.as_bytes().windows(mark.len()).any(|window| window.eq_ignore_ascii_case(mark.as_bytes()))
    };
    has("<body") && !has("</body") && !has("</html") && !text.trim_end().ends_with('>')
}
