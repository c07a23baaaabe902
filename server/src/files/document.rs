//! Why a document cannot be read, and what to do about it, in both languages.

use documents::Fault;

use crate::problem::Problem;

/// The complaint that the document called `name` cannot be read.
pub(crate) fn refused(fault: Fault, name: &str) -> Problem {
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
            "indeholder ingen tekst, måske kun billeder af sider (scannet); den er ikke gennemgået"
                .to_owned(),
            "holds no text, perhaps only pictures of pages (scanned); it was not checked".to_owned(),
        ),
        Fault::Empty => (
            "har ingen tekst i brødteksten; den er ikke gennemgået: flyt teksten ud af tekstfelter, sidehoved og sidefod".to_owned(),
            "holds no text in its body; it was not checked: move the text out of text boxes, headers and footers".to_owned(),
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
