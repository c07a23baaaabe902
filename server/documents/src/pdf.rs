//! PDF, as pages are printed: characters at places, with no paragraphs, lists or tables.
//!
//! Lines are put together from characters, and paragraphs from lines: a line goes on in the next when the next one's first
//! word would not have fitted on it, which is how every program breaks lines. What stands at the same place on most pages
//! is the page's and not the text's. Tables come out as lines with tabs; columns of running text are not told apart.

mod beside;
mod bounded;
mod characters;
mod lines;
mod paragraphs;

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use pdf_extract::{Document, output_doc};

use crate::flow::{Extracted, Flow};
use crate::{Fault, Format};

use characters::Characters;

/// No minutes take a hundredth of it.
const MOST_TIME: Duration = Duration::from_secs(20);

/// Room for forms that lie in each other.
const STACK: usize = 64 << 20;

/// So many letters make a text; a scanned page may have a page number.
const FEWEST_LETTERS: usize = 20;

/// Reads the document in `bytes`.
///
/// The crate that reads PDF gives up on what it does not know by panicking, and a broken file may lead it in circles. So it
/// works on a thread of its own, which is given up when its time is out.
pub(crate) fn read(bytes: &[u8]) -> Result<Extracted, Fault> {
    bounded::check(bytes)?;
    let bytes = bytes.to_vec();
    let (sender, receiver) = channel();
    let work = move || {
        // Nobody is left to be told when the time is out.
        let _ = sender.send(extracted(&bytes));
    };
    thread::Builder::new().stack_size(STACK).spawn(work).map_err(|_| Fault::TooLarge)?;
    match receiver.recv_timeout(MOST_TIME) {
        Ok(extracted) => extracted,
        Err(RecvTimeoutError::Timeout) => Err(Fault::TooSlow),
        Err(RecvTimeoutError::Disconnected) => Err(Fault::Damaged("PDF")),
    }
}

fn extracted(bytes: &[u8]) -> Result<Extracted, Fault> {
    let mut document = Document::load_mem(bytes).map_err(|error| match error {
        pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => Fault::Encrypted,
        _ => Fault::Damaged("PDF"),
    })?;
    // Many are locked against changes with a password that is empty.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Fault::Encrypted);
    }
    let mut characters = Characters::default();
    output_doc(&document, &mut characters).map_err(|_| Fault::Damaged("PDF"))?;
    let mut flow = Flow::default();
    beside::tell(&document, &mut flow);
    let (pages, margins) = lines::without_margins(characters.into_pages());
    for margin in margins {
        flow.aside(crate::Beside::Margin, margin);
    }
    paragraphs::tell(&pages, &mut flow);
    let found = flow.finish(Format::Pdf)?;
    let letters = found.text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < FEWEST_LETTERS { Err(Fault::NoText) } else { Ok(found) }
}
