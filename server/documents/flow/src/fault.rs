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
    /// There is no text in it at all.
    #[error("is empty")]
    Blank,
    /// Its body holds no text; headers, notes, fields or drawings do.
    #[error("holds no text in its body")]
    Empty,
    /// All of its text is hidden, struck through or taken out.
    #[error("holds hidden text alone")]
    Unseen,
    /// A page whose text a script fetches when it is shown.
    #[error("gets its text from a script")]
    Scripted,
    /// A picture with the name of a document.
    #[error("is a picture")]
    Picture,
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
        if matches!(self, Self::Blank | Self::Empty) && has_pictures { Self::NoText } else { self }
    }
}
