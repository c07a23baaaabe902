//! What a line may say of closed matter by its words alone: a few bits, which are kept as long as the line stands.

use super::columns::is_head_of_columns;
use super::gate::Held;
use super::general::without_general;
use super::markup::{has_closed_tag, with_struck};
use super::plain::plain;
use super::possible::{has_odd_sign, is_answered_no, is_row_of_days, speaks};
use text::is_space;
use text::lines::floor_boundary;

/// What a line may say of closed matter, by its words alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// May it speak of closed matter?
    pub is_possible: bool,
    /// May it, or may it border a passage that is closed, whatever stands around it?
    pub may_be: bool,
    /// May it say that doors or a meeting are open?
    pub may_open: bool,
}

impl Speech {
    /// So many bits hold it.
    pub(crate) const BITS: u32 = 3;

    /// As bits.
    pub(crate) fn bits(self) -> u8 {
        u8::from(self.is_possible) | u8::from(self.may_be) << 1 | u8::from(self.may_open) << 2
    }

    /// Out of its bits.
    pub(crate) fn from_bits(bits: u8) -> Self {
        Self { is_possible: bits & 1 != 0, may_be: bits & 2 != 0, may_open: bits & 4 != 0 }
    }

    /// That of `line`.
    pub fn of(line: &str) -> Self {
        let shown = Self::of_shown(line);
        // What is struck out may have been so by mistake.
        let struck = with_struck(line).map_or_else(Self::default, |line| Self::of_shown(&line));
        let is_possible = shown.is_possible || struck.is_possible || has_closed_tag(line);
        let may_be = is_possible || shown.may_be || struck.may_be;
        Self { is_possible, may_be, may_open: shown.may_open || struck.may_open }
    }

    /// That of what a reader sees of `line`.
    fn of_shown(line: &str) -> Self {
        let line = plain(line);
        let line = line.trim_matches(is_space);
        let held = Held::of(line);
        if held.has(Held::WORD) && is_head_of_columns(line) {
            return Self::default();
        }
        let speaks = speaks(line, held);
        let may_be = speaks || held.has(Held::WORD);
        Self { is_possible: speaks && is_of_item(line), may_be, may_open: held.has(Held::OPENING) }
    }

    /// That of `line`, which begins with a mark of so many bytes, where this is that of the words behind it.
    pub(crate) fn with_mark(self, line: &str, mark: usize) -> Self {
        /// No word that is looked for is longer, in bytes.
        const LONGEST_WORD: usize = 64;
        let begin = &line[..floor_boundary(line, mark + LONGEST_WORD)];
        if mark == 0 {
            return self;
        }
        // A tag may go on behind the words.
        if self.may_be || Held::of(begin).has(Held::SPEAKING) || line.contains(['<', '~']) {
            return Self::of(line);
        }
        let line = plain(line);
        let line = line.trim_matches(is_space);
        let odd = has_odd_sign(line);
        Self { is_possible: odd && is_of_item(line), may_be: odd, may_open: self.may_open }
    }
}

/// May `line` speak of closed matter?
pub fn is_possible(line: &str) -> bool {
    Speech::of(line).is_possible
}

/// May `line` speak of closed matter, or border a passage that is closed, whatever stands around it?
pub fn may_speak(line: &str) -> bool {
    Speech::of(line).may_be
}

/// Does what `line`, which speaks of closed matter, says remain without its sentences about closedness in general?
fn is_of_item(line: &str) -> bool {
    let rest_speaks = |rest: &str| speaks(rest, Held::of(rest));
    !is_row_of_days(line)
        && !is_answered_no(line)
        && without_general(line).is_none_or(|rest| rest_speaks(rest.trim_matches(is_space)))
}
