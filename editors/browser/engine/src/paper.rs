//! The file that a text was read out of: its words, what lies beside them, and the copy with the findings written in.

use std::sync::Arc;

use documents::{Extracted, Fault, Remark, findings};
use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Fix};
use rules::privacy::Mask;
use rules::text::edit::Edit;

/// Rules about how a text is written down; the text of a document that was read in has no such form of its own.
const ABOUT_FILES: &[&str] = &["typography/trailing-whitespace"];

/// A document (Word, PDF …) as it was read.
#[derive(Debug)]
pub(crate) struct Paper {
    pub(crate) extracted: Extracted,
}

impl Paper {
    /// With what was found beside the text, and without what says nothing of a document.
    pub(crate) fn findings(
        &self,
        document: &Document,
        mut found: Vec<Arc<Diagnostic>>,
    ) -> Vec<Arc<Diagnostic>> {
        found.retain(|found| !ABOUT_FILES.contains(&found.rule.name));
        found
            .extend(findings::beside(document.engine(), &self.extracted, document).into_iter().map(Arc::new));
        let key = |found: &Diagnostic| (found.range.start(), found.rule.name, found.range.end());
        found.sort_by(|a, b| key(a).cmp(&key(b)));
        found
    }

    /// What lies beside the text goes along when the text before it is edited.
    pub(crate) fn follow(&mut self, edit: &Edit) {
        let (start, end) = (usize::from(edit.range().start()), usize::from(edit.range().end()));
        for aside in self.extracted.asides.iter_mut().filter(|aside| aside.at >= start) {
            aside.at = if aside.at < end { start } else { aside.at - end + start + edit.text().len() };
        }
    }
}

/// A copy of the Word file `bytes`, which was read as `document`, with `found` as comments and the safe fixes as tracked
/// changes; `None` when it is no Word file.
pub(crate) fn annotated(
    bytes: &[u8],
    name: &str,
    document: &Document,
    found: &[Arc<Diagnostic>],
    date: &str,
    english: bool,
) -> Option<Result<Vec<u8>, Fault>> {
    let mask = document.mask_of(found.iter().map(|found| &**found));
    let remarks: Vec<Remark> = found.iter().map(|found| remark(found, &mask, english)).collect();
    documents::annotated(bytes, name, &remarks, date).map(|copy| copy.map(|(bytes, _)| bytes))
}

/// The message, and what to write where it is not changed.
fn remark(found: &Diagnostic, mask: &Mask<'_>, english: bool) -> Remark {
    let quoted = mask.about(found);
    let said = |note: &rules::lint::Note| quoted.shown(if english { &note.en } else { &note.da }).to_string();
    let is_safe = |fix: &&Fix| fix.applicability == Applicability::Safe;
    let mut words = said(&found.note);
    let label = if english { "Suggestion" } else { "Forslag" };
    let suggested = |fix: &Fix| format!("{label}: {}", said(&fix.title));
    for other in found.fixes.iter().filter(|fix| !is_safe(fix)) {
        words.push_str(&format!("\n{}", suggested(other)));
    }
    let fix = found.fixes.iter().find(is_safe);
    let edits = fix.into_iter().flat_map(|fix| &fix.edits);
    let edits =
        edits.map(|edit| (edit.range().start().into(), edit.range().end().into(), edit.text().to_owned()));
    let (start, end) = (found.range.start().into(), found.range.end().into());
    let instead = fix.map_or(String::new(), suggested);
    Remark { start, end, words, edits: edits.collect(), instead }
}

/// Why a file cannot be read, and what to do about it: Danish and English.
pub(crate) fn refused(fault: Fault) -> [String; 2] {
    let [da, en] = match fault {
        Fault::Encrypted => [
            "filen er beskyttet med en adgangskode; gem den uden",
            "the file is protected by a password; save it without one",
        ],
        Fault::Damaged(_) => [
            "filen er beskadiget; åbn den i det program, den kommer fra, og gem den igen",
            "the file is damaged; open it in the program it comes from and save it again",
        ],
        Fault::TooLarge | Fault::TooDeep => [
            "filen er større, end et referat kan være; del den, eller gem den igen fra Word",
            "the file is larger than minutes can be; split it, or save it again from Word",
        ],
        Fault::NoText => [
            "filen rummer billeder af sider og ingen tekst; hent den ind som tekst først",
            "the file holds pictures of pages and no text; have it read into text first",
        ],
        Fault::Foreign(kind) => {
            return [
                format!("filen er et dokument af en anden slags ({kind}); gem det som .docx eller .pdf"),
                format!("the file is a document of another kind ({kind}); save it as .docx or .pdf"),
            ];
        }
        Fault::Blank => ["filen er tom; hent eller gem den igen", "the file is empty; fetch or save it again"],
        Fault::Unseen => [
            "al tekst i filen er skjult, streget over eller slettet; gør den synlig, og gem igen",
            "all text in the file is hidden, struck through or deleted; make it visible and save again",
        ],
        Fault::Scripted => [
            "siden henter først sin tekst, når den vises; gem den som PDF fra browseren",
            "the page gets its text only when it is shown; save it as PDF from the browser",
        ],
        Fault::Picture => [
            "filen er et billede og ikke et dokument; find dokumentet, billedet er taget af",
            "the file is a picture and no document; find the document it was taken of",
        ],
        other => return [other.to_string(), other.to_string()],
    };
    [da.to_owned(), en.to_owned()]
}

/// The text of a file that is no document: UTF-8, else Windows-1252.
pub(crate) fn plain(file: &[u8]) -> String {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    match std::str::from_utf8(file) {
        Ok(text) => text.to_owned(),
        Err(_) => documents::windows_1252::text(file),
    }
}
