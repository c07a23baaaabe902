//! The formats of documents.

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Word.
    Docx,
    /// LibreOffice.
    Odt,
    /// Web pages.
    Html,
    /// Pages as they are printed.
    Pdf,
}
