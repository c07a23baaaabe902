//! Quotation marks in a text, what each of them does, and how they go together.

use memchr::memchr3;

use danish::lexicon::{Readings, readings};
use lint::PartView;
use text::{TextRange, is_space, range};

/// A quotation mark.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    at: usize,
    /// The sign.
    pub(super) sign: char,
    role: Role,
}

/// What a mark does, as far as its neighbours tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Both or neither: "a”b".
    Unknown,
}

/// How the marks of a text go together.
#[derive(Default)]
pub(super) struct Pairs {
    /// Those that no quotation is around.
    pub(super) outer: Vec<Mark>,
    /// Those that open and are not closed.
    open: Vec<Mark>,
    /// Those that close nothing.
    stray: Vec<Mark>,
    /// Those whose space stands wrong, though they have their partner.
    pub(super) misspaced: Vec<Misspaced>,
    counted: usize,
    /// Is a sign among them that may be no quotation mark?
    doubtful: bool,
}

/// What is wrong with the space beside a mark.
#[derive(Clone, Copy)]
pub(super) enum Misspaced {
    /// "bilag 1"Regler"": none stands before the mark that opens.
    GluedBefore(Mark),
    /// ""Havnen"fra 1979": none stands behind the mark that closes.
    GluedBehind(Mark),
    /// "”Havnen ”": one stands before the mark that closes.
    ApartBefore(Mark),
}

impl Mark {
    /// Where it stands.
    pub(super) fn place(&self) -> TextRange {
        range(self.at, self.at + self.sign.len_utf8())
    }

    /// Does it close a quotation?
    pub(super) fn closes(&self) -> bool {
        self.role == Role::Closes
    }

    fn read(view: &PartView<'_>, at: usize, sign: char) -> Self {
        let before = view.char_before(at);
        let after = view.char_after(at + sign.len_utf8());
        let left = before.is_none_or(|c| is_gap(c) || "([–-/‘’*_\"”„".contains(c));
        let right = after.is_none_or(|c| {
            is_gap(c) || c.is_ascii_punctuation() && !"([\"*_".contains(c) || "…–’”".contains(c)
        });
        let role = match (left, right) {
            _ if sign == '„' => Role::Opens,
            (true, false) => Role::Opens,
            (false, true) => Role::Closes,
            _ => Role::Unknown,
        };
        Self { at, sign, role }
    }
}

impl Pairs {
    /// Reads the marks of `view`.
    pub(super) fn read(view: &PartView<'_>) -> Self {
        let bytes = view.text.as_bytes();
        let mut new = Self::default();
        let mut at = 0;
        while let Some(found) = memchr3(b'"', 0xe2, 0xc2, &bytes[at..]) {
            let start = at + found;
            let Some(sign) = view.char_after(start) else { break };
            at = start + sign.len_utf8();
            if matches!(sign, '"' | '”' | '“' | '„' | '»' | '«' | '‟') {
                new.meet(view, Mark::read(view, start, sign));
            }
        }
        new
    }

    fn meet(&mut self, view: &PartView<'_>, mark: Mark) {
        // A mark between two spaces stands for "the same", or for nothing.
        let end = mark.at + mark.sign.len_utf8();
        if view.char_before(mark.at).is_none_or(is_gap) && view.char_after(end).is_none_or(is_gap) {
            if self.is_closed_apart(view, &mark) {
                self.add(view, Mark { role: Role::Unknown, ..mark });
                return;
            }
            self.doubtful = true;
            return;
        }
        // (") shows the sign itself.
        if view.char_before(mark.at) == Some('(') && view.char_after(end) == Some(')') {
            return;
        }
        // "27"" is 27 inches, unless a quotation goes on; and then it may still be. Before a letter it opens one, and
        // the space is missing: "bilag 1"Regler"".
        if follows_measure(view, &mark) && !view.char_after(end).is_some_and(char::is_alphabetic) {
            let Some(open) = self.open.last() else { return };
            self.doubtful |= view.text[open.at..mark.at].contains(['\n', '\r']);
        }
        // A paragraph inside a quotation may begin with a mark again.
        if !self.open.is_empty() && mark.role != Role::Closes && begins_paragraph(view, mark.at) {
            return;
        }
        self.add(view, mark);
    }

    /// "et ”rummeligt arbejdsmarked ” i planen": can a mark between two spaces only be the one that closes the quotation of its line?
    fn is_closed_apart(&self, view: &PartView<'_>, mark: &Mark) -> bool {
        let [open] = self.open[..] else { return false };
        let inner = &view.text[open.at + open.sign.len_utf8()..mark.at];
        let rest = &view.text[mark.at + mark.sign.len_utf8()..];
        let rest = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        let words = inner.trim_end_matches(is_space);
        open.role == Role::Opens
            && open.sign == mark.sign
            && !inner.contains(['\n', '\r', '\t', mark.sign])
            && words.ends_with(char::is_alphabetic)
            && !rest.contains(mark.sign)
            && rest.trim_start_matches(is_space).starts_with(char::is_lowercase)
    }

    fn add(&mut self, view: &PartView<'_>, mark: Mark) {
        self.counted += 1;
        let opens = match mark.role {
            Role::Opens => true,
            Role::Closes => false,
            Role::Unknown => self.open.is_empty(),
        };
        let depth = self.open.len();
        if opens {
            self.open.push(mark);
        } else if let Some(open) = self.open.pop() {
            self.misspaced.extend(misspaced(view, open, mark));
        } else {
            self.stray.push(mark);
        }
        if depth + usize::from(opens) <= 1 {
            self.outer.push(mark);
        }
    }

    /// Has every mark its partner, and is none of them doubtful?
    pub(super) fn are_complete(&self) -> bool {
        self.open.is_empty() && self.stray.is_empty() && !self.doubtful
    }

    /// The mark that has no partner, if that is certain.
    pub(super) fn left_over(&self, view: &PartView<'_>) -> Option<Mark> {
        let mark = match (&self.open[..], &self.stray[..]) {
            ([mark], []) | ([], [mark]) => *mark,
            _ => return None,
        };
        // Other signs may stand for a mark.
        let others =
            || ["''", ",,", "´´", "``", "’’", "‘‘", "<<", ">>"].iter().any(|signs| view.text.contains(signs));
        let certain = self.counted % 2 == 1 && mark.role != Role::Unknown && !self.doubtful && !others();
        certain.then_some(mark)
    }
}

/// What is wrong with the spaces of a quotation in one line.
fn misspaced(view: &PartView<'_>, open: Mark, close: Mark) -> Option<Misspaced> {
    let inner = open.at + open.sign.len_utf8()..close.at;
    if view.text[inner.clone()].contains(['\n', '\r']) || view.text[inner].trim_matches(is_space).is_empty() {
        return None;
    }
    let (before, after) = (view.char_before(open.at), view.char_after(close.at + close.sign.len_utf8()));
    match (open.role, close.role) {
        (Role::Unknown, Role::Closes) => {
            let capital = view.char_after(open.at + open.sign.len_utf8()).is_some_and(char::is_uppercase);
            let glued = before.is_some_and(|c| c.is_alphanumeric() || c == ',');
            (glued && capital).then_some(Misspaced::GluedBefore(open))
        }
        (Role::Opens, Role::Unknown) => {
            let apart = view.text[..close.at].ends_with(' ') && after.is_none_or(|c| !c.is_alphanumeric());
            if apart {
                return Some(Misspaced::ApartBefore(close));
            }
            (begins_word(view, close)).then_some(Misspaced::GluedBehind(close))
        }
        _ => None,
    }
}

/// Does a word of its own follow the mark right away, and no ending of the words in it: "”Havnen”fra", but "”Havnen”s"?
fn begins_word(view: &PartView<'_>, mark: Mark) -> bool {
    const SHORTEST: usize = 2;
    let rest = &view.text[mark.at + mark.sign.len_utf8()..];
    let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let ended = rest[word.len()..].starts_with(|c: char| is_space(c) || matches!(c, '.' | ','));
    let ending = ["en", "et", "er", "ene", "erne", "ens", "ets", "ere"].contains(&word);
    let whole = view.text[..mark.at].ends_with(char::is_alphabetic);
    word.chars().count() >= SHORTEST
        && word.chars().all(char::is_lowercase)
        && ended
        && whole
        && !ending
        && readings(word).any(Readings::OTHER | Readings::PRESENT)
}

fn is_gap(c: char) -> bool {
    is_space(c) || matches!(c, '\n' | '\r' | '|')
}

/// Does a number of one or two digits stand before the mark, perhaps with decimals?
fn follows_measure(view: &PartView<'_>, mark: &Mark) -> bool {
    let before = &view.text[..mark.at];
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let digits = before[number.len()..].bytes().take_while(u8::is_ascii_digit).count();
    matches!(mark.sign, '"' | '”')
        && before.ends_with(|c: char| c.is_ascii_digit())
        && (1..=3).contains(&digits)
        && number.chars().next_back().is_none_or(|c| is_gap(c) || matches!(c, '(' | '[' | '/' | '-' | '–'))
}

fn begins_paragraph(view: &PartView<'_>, at: usize) -> bool {
    let before = view.text[..at].trim_end_matches(|c| is_space(c) || matches!(c, '-' | '•' | '*'));
    before.is_empty() || before.ends_with(['\n', '\r'])
}
