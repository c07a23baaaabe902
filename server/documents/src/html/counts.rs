//! How much of a page's text stands where.

use super::open::Open;
use super::shown::Shown;

/// At least this many bytes of text outside the main part are no menu.
const FEWEST_OUTSIDE: usize = 400;

/// At least this many bytes that are not shown are worth telling of.
const FEWEST_FOLDED: usize = 300;

/// How many bytes of text there are, how many outside the main part, and how many that are not shown or
/// hidden by sheets.
#[derive(Debug, Default)]
pub(super) struct Counts {
    n_text: usize,
    n_outside: usize,
    n_folded: usize,
    n_hidden: usize,
}

impl Counts {
    /// Counts `text`, which stands in the elements `open`.
    pub(super) fn add(&mut self, text: &str, shown: Shown, open: &[Open]) {
        let n = text.trim().len();
        let is_around = |open: &Open| {
            matches!(open.name.as_str(), "nav" | "header" | "footer" | "aside" | "form" | "dialog" | "head")
        };
        match shown {
            Shown::Text => self.n_text += n,
            Shown::Folded => self.n_folded += n,
            Shown::Hidden => self.n_hidden += n,
            Shown::Margin if !open.iter().any(is_around) => self.n_outside += n,
            _ => {}
        }
    }

    /// Does far more text stand outside the main part of the page than in it?
    pub(super) fn has_text_outside(&self) -> bool {
        self.n_outside > FEWEST_OUTSIDE && self.n_outside > 2 * self.n_text
    }

    /// Do sheets hide more than a fourth of what would be text?
    pub(super) fn hides_much(&self) -> bool {
        self.n_hidden > FEWEST_FOLDED && self.n_hidden * 3 > self.n_text
    }

    /// Is there much text that is not shown?
    pub(super) fn has_folded(&self) -> bool {
        self.n_folded > FEWEST_FOLDED
    }
}
