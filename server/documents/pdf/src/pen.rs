//! What a page draws with: the colour that letters are filled with, whether they are shown, and the path that is being drawn.

use memchr::memmem;
use pdf_extract::Object;
use pdf_extract::content::Operation;

use super::ruled::{MARK, SAID, Shown};

/// A path of more steps is a drawing.
const LONGEST: usize = 64;

/// What is no darker is white.
const WHITE: f32 = 0.98;

/// The state of what is drawn with.
#[derive(Clone, Debug, Default)]
pub(super) struct Pen {
    now: State,
    saved: Vec<State>,
    /// What the page was last told of the letters that come next.
    told: Shown,
    /// In how many layers that are off it draws.
    pub(super) n_off: usize,
    path: Vec<Operation>,
}

#[derive(Clone, Debug)]
struct State {
    /// How letters are shown, as a number of the format.
    mode: i64,
    is_white: bool,
    /// Are the numbers of colours larger the lighter they are?
    is_light: bool,
}

impl Default for State {
    fn default() -> Self {
        Self { mode: 0, is_white: false, is_light: true }
    }
}

/// Ways to show letters that leave no trace.
const UNSEEN: [i64; 2] = [3, 7];

impl Pen {
    /// May `content` fill in ways that are passed over, or show letters in white or not at all?
    pub(super) fn is_needed(content: &[u8]) -> bool {
        const SIGNS: [&[u8]; 10] =
            [b"f*", b"B\n", b"B ", b"B*", b" Tr", b"1 g", b"1 rg", b"0 k", b" sc", b" s "];
        SIGNS.iter().any(|sign| memmem::find(content, sign).is_some())
    }

    /// Takes `operation`, and gives what the page draws by it; `is_light` says of a space of colours that its numbers are larger
    /// the lighter the colours are.
    pub(super) fn take(&mut self, operation: &Operation, is_light: impl Fn(&[u8]) -> bool) -> Vec<Operation> {
        let numbers = || operation.operands.iter().filter_map(|operand| operand.as_float().ok());
        let is_all_light = || numbers().count() > 0 && numbers().all(|number| number >= WHITE);
        match operation.operator.as_str() {
            "q" if self.saved.len() < LONGEST * LONGEST => self.saved.push(self.now.clone()),
            "Q" => {
                if let Some(saved) = self.saved.pop() {
                    self.now = saved;
                }
            }
            "Tr" => self.now.mode = numbers().next().map_or(0, |mode| mode.round() as i64),
            "g" | "rg" => (self.now.is_white, self.now.is_light) = (is_all_light(), true),
            "k" => {
                let dark = numbers().fold(0.0, f32::max);
                (self.now.is_white, self.now.is_light) =
                    (numbers().count() == 4 && dark <= 1.0 - WHITE, false);
            }
            "cs" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                (self.now.is_white, self.now.is_light) = (false, name.is_some_and(is_light));
            }
            "sc" | "scn" => self.now.is_white = self.now.is_light && is_all_light(),
            "m" | "l" | "re" | "h" if self.path.len() < LONGEST => self.path.push(operation.clone()),
            // What is round is no line; as many steps as this are none either.
            "m" | "l" | "re" | "h" => {}
            "c" | "v" | "y" => {
                let ends = operation.operands.len().saturating_sub(2);
                self.path.push(Operation::new("l", operation.operands[ends..].to_vec()));
            }
            "n" => self.path.clear(),
            "S" => return self.drawn("S", false),
            "s" => return self.drawn("S", true),
            "f" | "F" | "f*" => return self.filled(),
            "B" | "B*" => return self.outlined(false),
            "b" | "b*" => return self.outlined(true),
            "BI" => return Self::picture(),
            "sh" => return Self::everywhere(),
            _ => {}
        }
        Vec::new()
    }

    /// Says how the letters that come next are shown, where that is another way than before.
    pub(super) fn mark(&mut self) -> Vec<Operation> {
        let shown = match () {
            () if self.n_off > 0 => Shown::Off,
            () if UNSEEN.contains(&self.now.mode) => Shown::Invisible,
            () if self.now.is_white && self.now.mode == 0 => Shown::White,
            () => Shown::Dark,
        };
        if shown == self.told {
            return Vec::new();
        }
        self.told = shown;
        rectangle([MARK, MARK, 0, shown as i64])
    }

    /// This pen again, after `other` was used.
    pub(super) fn marked_as(self, other: &Self) -> Self {
        Self { told: other.told, ..self }
    }

    /// A picture, which fills a square of its own.
    pub(super) fn picture() -> Vec<Operation> {
        rectangle([0, 0, 1, 1])
    }

    fn everywhere() -> Vec<Operation> {
        rectangle([-100_000, -100_000, 200_000, 200_000])
    }

    fn drawn(&mut self, how: &str, closes: bool) -> Vec<Operation> {
        let mut path = std::mem::take(&mut self.path);
        if self.n_off > 0 || path.is_empty() || path.len() >= LONGEST {
            return Vec::new();
        }
        path.extend(closes.then(|| Operation::new("h", Vec::new())));
        path.push(Operation::new(how, Vec::new()));
        path
    }

    /// White on white is no ground.
    fn filled(&mut self) -> Vec<Operation> {
        if self.now.is_white {
            self.path.clear();
        }
        self.drawn("f", false)
    }

    fn outlined(&mut self, closes: bool) -> Vec<Operation> {
        let path = self.path.clone();
        let mut all = self.filled();
        self.path = path;
        all.extend(self.drawn("S", closes));
        all
    }
}

/// Says that the letters that come next are said to stand for text number `which`, or, where it does not begin, that they end.
pub(super) fn said(which: usize, begins: bool) -> Vec<Operation> {
    rectangle([MARK, SAID, i64::try_from(which).unwrap_or(0), i64::from(begins)])
}

fn rectangle(sides: [i64; 4]) -> Vec<Operation> {
    let sides = sides.map(Object::Integer).to_vec();
    vec![Operation::new("re", sides), Operation::new("f", Vec::new())]
}
