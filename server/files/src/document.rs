//! Why a document cannot be read, and what to do about it, in both languages.

use std::path::Path;

use documents::{Fault, Format};
use workbench::problem::Problem;

/// Endings that promise a document, and what such a one is.
const PROMISES: [(&[&str], [&str; 2]); 4] = [
    (&["docx", "docm", "dotx", "doc", "dot", "rtf"], ["et Word-dokument", "a Word document"]),
    (&["odt", "ott", "fodt"], ["et LibreOffice-dokument", "a LibreOffice document"]),
    (&["pdf"], ["en PDF", "a PDF"]),
    (&["xlsx", "xls", "pptx", "ppt", "ods", "odp"], ["et dokument", "a document"]),
];

/// Endings of a web page.
const PAGES: [&str; 3] = ["html", "htm", "xhtml"];

/// The complaint that text would be written to `path`, whose name promises a document, so that no program could open it.
pub(crate) fn promises_document(path: &Path) -> Option<Problem> {
    let name = super::name(path);
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    let (_, [da, en]) = PROMISES.into_iter().find(|(endings, _)| endings.contains(&&*ending))?;
    Some(misnamed(&name, da, en))
}

/// The same, also where the name promises a web page and the text is none.
pub(crate) fn promises_more(path: &Path) -> Option<Problem> {
    let page = path.extension().is_some_and(|end| PAGES.iter().any(|page| end.eq_ignore_ascii_case(page)));
    let page = page.then(|| misnamed(&super::name(path), "en webside", "a web page"));
    page.or_else(|| promises_document(path))
}

fn misnamed(name: &str, da: &str, en: &str) -> Problem {
    Problem::new(
        format!(
            "{name} hedder som {da}, men det, der skrives, er ren tekst; giv filen et navn, der ender på .md eller .txt"
        ),
        format!(
            "{name} is called like {en}, but what is written is plain text; give the file a name that ends in .md or .txt"
        ),
    )
}

/// How a file begins that only says where the document lies: what Git LFS and git-annex leave in its place.
const POINTERS: [&str; 2] = ["version https://git-lfs.github.com/spec/", "/annex/objects/"];

/// The complaint that the file called `name` is not what its ending promises, or stands for a file that was not fetched:
/// `text` is all there is, read as `format`. Such a file holds an error page or a reference, and no minutes.
pub(crate) fn pretends(name: &str, text: &str, format: Option<Format>) -> Option<Problem> {
    if POINTERS.iter().any(|pointer| text.trim_start_matches('\u{feff}').starts_with(pointer)) {
        return Some(Problem::new(
            format!(
                "{name} er kun en henvisning til dokumentet (Git LFS), ikke dokumentet selv; hent det, fx med git lfs pull"
            ),
            format!(
                "{name} is only a reference to the document (Git LFS), not the document itself; fetch it, e.g. with git lfs pull"
            ),
        ));
    }
    let ending = name.rsplit_once('.')?.1.to_lowercase();
    let (_, [da, en]) = PROMISES.into_iter().find(|(endings, _)| endings.contains(&&*ending))?;
    // Word opens a page or plain text that is called .doc, and old systems write such files.
    let (is, is_en) = match format {
        None if ["doc", "rtf"].contains(&&*ending) => return None,
        None => ("ren tekst", "plain text"),
        Some(Format::Html) if ending != "doc" => ("en webside", "a web page"),
        Some(_) => return None,
    };
    Some(Problem::new(
        format!(
            "{name} er ikke {da}, men {is}, måske en fejlside; hent dokumentet igen, eller giv filen dens rette endelse"
        ),
        format!(
            "{name} is not {en} but {is_en}, perhaps an error page; fetch the document again, or give the file its right ending"
        ),
    ))
}

/// The complaint that the document called `name` cannot be read.
pub fn refused(fault: Fault, name: &str) -> Problem {
    let (da, en) = match fault {
        Fault::Encrypted => (
            "er beskyttet med en adgangskode; gem den uden".to_owned(),
            "is protected by a password; save it without one".to_owned(),
        ),
        Fault::Damaged(part) => (
            format!("er beskadiget ({part}); åbn den i det program, den kommer fra, og gem den igen"),
            format!("is damaged ({part}); open it in the program it comes from and save it again"),
        ),
        Fault::TooLarge => (
            "fylder mere udpakket, end et referat kan; den er ikke læst: gem den uden billeder og bilag, eller som tekst".to_owned(),
            "unpacks to more than minutes can hold; it was not read: save it without pictures and attachments, or as text".to_owned(),
        ),
        Fault::TooDeep => (
            "er bygget dybere, end et referat kan være; den er ikke læst: gem den som tekst (.txt)".to_owned(),
            "is nested deeper than minutes can be; it was not read: save it as text (.txt)".to_owned(),
        ),
        Fault::Blank => {
            ("er tom; hent eller gem den igen".to_owned(), "is empty; fetch or save it again".to_owned())
        }
        Fault::NoText => (
            "indeholder ingen tekst, måske kun billeder af sider (scannet); den er ikke gennemgået: find dokumentet, den er scannet af, \
             eller åbn den i Word, som kan genkende teksten, og gem den som .docx"
                .to_owned(),
            "holds no text, perhaps only pictures of pages (scanned); it was not checked: find the document it was scanned \
             from, or open it in Word, which can recognise the text, and save it as .docx"
                .to_owned(),
        ),
        Fault::Empty => (
            "har kun tekst i sidehoved, sidefod, noter, felter eller figurer; den er ikke gennemgået: flyt teksten ind på siden".to_owned(),
            "holds text in headers, footers, notes, fields or drawings alone; it was not checked: move the text into the page".to_owned(),
        ),
        Fault::Unseen => (
            "har kun tekst, der er skjult, streget over eller slettet; den er ikke gennemgået: gør teksten synlig, og gem igen".to_owned(),
            "holds text alone that is hidden, struck through or deleted; it was not checked: make the text visible and save again".to_owned(),
        ),
        Fault::Scripted => (
            "henter først sin tekst, når siden vises; den er ikke gennemgået: åbn den i browseren, og gem den som PDF derfra".to_owned(),
            "gets its text only when the page is shown; it was not checked: open it in the browser and save it as PDF from there".to_owned(),
        ),
        Fault::Picture => (
            "er et billede og ikke et dokument; den er ikke gennemgået: find dokumentet, billedet er taget af".to_owned(),
            "is a picture and no document; it was not checked: find the document it was taken of".to_owned(),
        ),
        Fault::Foreign(kind) => (
            format!("er {kind}, som ikke læses; gem dokumentet som .docx, .odt eller tekst"),
            format!("is {kind}, which is not read; save the document as .docx, .odt or text"),
        ),
        Fault::NotBuilt => (
            "er PDF, som denne udgave af programmet ikke læser; gem den som .docx, .odt eller tekst".to_owned(),
            "is PDF, which this build of the program does not read; save it as .docx, .odt or text".to_owned(),
        ),
    };
    Problem::new(format!("{name} {da}"), format!("{name} {en}"))
}
