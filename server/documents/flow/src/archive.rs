//! The archive that Word and LibreOffice documents are, read with an eye on how much it unpacks to.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::Fault;

/// All that is unpacked of one document, in bytes. Minutes of a thousand pages are a tenth of it.
const MOST_UNPACKED: u64 = 96 << 20;

/// A part that is larger than this must not be packed more tightly than [`MOST_RATIO`].
const LARGE: u64 = 4 << 20;

/// Word's own XML is packed to a tenth, tables of equal rows to a hundredth.
const MOST_RATIO: u64 = 300;

/// An archive, of which some may still be unpacked.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    comment: String,
    left: u64,
}

impl<'b> Archive<'b> {
    /// Opens the archive in `bytes`.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged("ZIP"))?;
        let comment = String::from_utf8_lossy(zip.comment()).into_owned();
        Ok(Self { zip, comment, left: MOST_UNPACKED })
    }

    /// Opens the archive in `bytes`, which lies inside another; no more than `budget` bytes of it may be unpacked.
    pub(crate) fn inside(bytes: &'b [u8], budget: u64) -> Result<Self, Fault> {
        Ok(Self { left: budget, ..Self::open(bytes)? })
    }

    /// So many bytes of a file inside another may be unpacked.
    pub(crate) fn budget_inside() -> u64 {
        MOST_UNPACKED / 8
    }

    /// So many bytes may still be unpacked.
    pub(crate) fn budget(&self) -> u64 {
        self.left
    }

    /// Counts `bytes` that were unpacked of a file inside.
    pub(crate) fn spend(&mut self, bytes: u64) {
        self.left = self.left.saturating_sub(bytes);
    }

    /// What is written at the end of the archive, beside its parts.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// Is there a part called `name`?
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Is there a part in the folder `folder`, which ends in "/"?
    pub fn has_below(&self, folder: &str) -> bool {
        self.zip.file_names().any(|name| name.is_ok_and(|name| name.starts_with(folder)))
    }

    /// The names of all parts.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().filter_map(Result::ok).map(|name| name.to_string()).collect()
    }

    /// The text of the part called `name`, if there is one, without a mark of its byte order: places are those of the text.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let mut text = String::from_utf8(bytes).map_err(|_| Fault::Damaged("UTF-8"))?;
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        Ok(Some(text))
    }

    /// What the part called `name` holds, if there is one.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(Fault::Encrypted);
            }
            Err(_) => return Err(Fault::Damaged("ZIP")),
        };
        if part.size() > LARGE && part.size() / MOST_RATIO > part.compressed_size() {
            return Err(Fault::TooLarge);
        }
        let mut bytes = Vec::new();
        // What the archive says of a part's size may be a lie, so the bytes are counted.
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Fault::Damaged("ZIP"))?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(Fault::TooLarge)?;
        Ok(Some(bytes))
    }

    /// The text of the part called `name`, which must be there.
    pub fn needed(&mut self, name: &str) -> Result<String, Fault> {
        self.part(name)?.ok_or(Fault::Damaged("ZIP"))
    }
}
