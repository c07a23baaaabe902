//! Why a document cannot be read.

/// Why a document cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It asks for a password.
    #[error("protected by a password")]
    Encrypted,
    /// It is cut off or was changed by something that does not know the format; the part that is broken.
    #[error("damaged ({0})")]
    Damaged(&'static str),
    /// Unpacked it would fill the memory.
    #[error("unpacks to more than minutes can hold")]
    TooLarge,
    /// Its parts lie in each other without end.
    #[error("nested deeper than minutes can be")]
    TooDeep,
    /// It holds pictures of pages and no text.
    #[error("holds pictures and no text")]
    NoText,
    /// The file has no bytes at all.
    #[error("is empty")]
    Blank,
    /// Its body holds no text.
    #[error("holds no text in its body")]
    Empty,
    /// A format that is not read; what people call it.
    #[error("a document of another kind ({0})")]
    Foreign(&'static str),
    /// This program was built without what reads the format.
    #[error("this build does not read PDF")]
    NotBuilt,
}

impl Fault {
    /// What has no text in its body and does have pictures holds pictures and no text.
    pub fn of_pictures(self, has_pictures: bool) -> Self {
        if self == Self::Empty && has_pictures { Self::NoText } else { self }
    }
}
