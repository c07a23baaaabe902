//! Why a copy must not be given away, and what a person has looked at and allows.

use serde::Serialize;

/// A line for which the copy must not be given away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line, from 1, of the text that the copy would be made from.
    pub line: u32,
    /// Why.
    pub why: Why,
    /// Can it mean nothing else? Then it must be named to be allowed.
    pub is_sure: bool,
    /// What the line says.
    pub words: String,
    /// The numbers of the items that it speaks of, as far as that can be told.
    pub items: Vec<u32>,
    /// The first and last lines, from 1, of what the copy shows besides the line itself where that is allowed: the text of the
    /// items that it may close. Nothing else is let out by it.
    pub shows: Vec<(u32, u32)>,
}

impl Refusal {
    /// May a person look at the line and let it stand? A line that surely marks something closed is no reason to show that.
    pub fn may_be_allowed(&self) -> bool {
        match self.why {
            Why::Mark => !self.is_sure,
            Why::Heading | Why::Name | Why::Figure => true,
            Why::Repeated | Why::Left => false,
        }
    }
}

/// Why a line keeps a copy from being given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It speaks of closed matter, and nothing there was read as closed.
    Mark,
    /// It may be the heading of another item, or a point of the closed one above.
    Heading,
    /// It says what was taken out of a closed item.
    Repeated,
    /// It names somebody whom what was taken out names.
    Name,
    /// It has a sum, an address, a number or a link of what was taken out.
    Figure,
    /// It tells of a closed item, and is still in the copy.
    Left,
}

/// The lines for which a copy may be given away although they speak of closed matter: a person has looked at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Allowed {
    /// None.
    #[default]
    Nothing,
    /// Those that may mean something else.
    Doubtful,
    /// These, from 1.
    Lines(Vec<u32>),
}

impl Allowed {
    /// Is `refusal` allowed?
    pub(super) fn covers(&self, refusal: &Refusal) -> bool {
        match self {
            Self::Nothing => false,
            Self::Doubtful => !refusal.is_sure,
            Self::Lines(lines) => lines.contains(&refusal.line),
        }
    }

    /// Are any lines named?
    pub(super) fn names_any(&self) -> bool {
        matches!(self, Self::Lines(_))
    }

    /// Is this line named?
    pub(super) fn names(&self, line: u32) -> bool {
        matches!(self, Self::Lines(lines) if lines.contains(&line))
    }
}
