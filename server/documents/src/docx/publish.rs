//! A copy fit to publish: without comments, changes on record, hidden text and properties, and without what is withheld.
//!
//! Changes on record are accepted, since the text that is read and checked is the one with them. Only parts that the body
//! leads to are in the copy, so nothing stays that was under a passage that is withheld: pictures, sheets, notes. Parts that
//! nothing is taken out of are copied as they are packed.

mod body;
mod clean;
mod covered;
mod cuts;
mod left;
mod marks;
mod mask;
mod names;
mod package;

use std::ops::Range;

use super::parts::{Parts, Role};
use super::styles::Styles;
use flow::Extracted;
use flow::archive::Archive;
use flow::{Fault, xml};

use cuts::Cuts;
pub(crate) use left::look;
use names::Names;

/// What is withheld of the text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Passages: from, to, and what stands there instead.
    pub passages: Vec<(usize, usize, String)>,
    /// Titles among them: they go wherever else they stand, too.
    pub titles: Vec<String>,
    /// Names and addresses among them: they go where they stand beside the text.
    pub names: Vec<String>,
    /// Where pictures go as well: the closed items.
    pub closed: Vec<Range<usize>>,
}

/// Says where in some words private numbers stand.
pub type Private<'p> = &'p dyn Fn(&str) -> Vec<Range<usize>>;

/// What was taken out beside the text, and how many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Comments in the margin.
    pub comments: usize,
    /// Changes on record, which were accepted.
    pub changes: usize,
    /// Hidden passages.
    pub hidden: usize,
    /// Parts with properties: who wrote the document, what a case system keeps in it.
    pub properties: usize,
    /// Documents inside the document.
    pub inside: usize,
    /// Pictures of closed items.
    pub pictures: usize,
    /// Private numbers in notes, headers, links and data.
    pub numbers: usize,
    /// Pictures that are in the copy, and into which nobody has looked.
    pub pictures_left: usize,
}

/// Why no copy can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The document cannot be read.
    Fault(Fault),
    /// It has macros, which may do anything.
    Macros,
    /// Words are covered with black, or written in white: whoever marks them reads them.
    Covered,
    /// Another document, by its name, is shown as part of this one and cannot be looked into.
    Inside(String),
    /// A picture, by its number and the name of its part, bears a private number that nobody sees on it.
    Picture(usize, String),
    /// A part, by its name, still holds a private number, or what is withheld, after all was taken out.
    Left(String),
}

impl From<Fault> for Hindrance {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// The copy of the document in `bytes`, read as `extracted`, without what is `held`.
pub(crate) fn published(
    bytes: &[u8],
    extracted: &Extracted,
    held: &Held,
    private: Private<'_>,
) -> Result<(Vec<u8>, Taken), Hindrance> {
    let mut archive = Archive::open(bytes)?;
    let parts = Parts::read(&mut archive)?;
    let mut taken = Taken::default();
    let styles = match parts.of(Role::Styles).next() {
        Some(name) => Styles::read(&archive.part(name)?.unwrap_or_default())?,
        None => Styles::default(),
    };
    let main = archive.needed(&parts.main)?;
    let document = xml::parse(&main, "word/document.xml")?;
    if covered::is_any(&document) {
        return Err(Hindrance::Covered);
    }
    let mut cuts = Cuts::default();
    let gone = body::withhold(&document, (extracted, &styles), held, &mut cuts, &mut taken);
    clean::clean(&main, &document, &styles, &gone, &mut cuts, &mut taken);
    let body = cuts.applied(&main);
    let names = Names::new(&document, held);
    let copy = package::Copy { bytes, main: &parts.main, body, styles: &styles, names, private };
    let written = copy.written(&mut archive, &mut taken)?;
    Ok((written, taken))
}
