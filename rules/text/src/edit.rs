//! A change to a text: which bytes go, and what stands there instead.

use super::{TextRange, TextSize, is_space};

/// Replaces `range` (bytes of the text as it was) by `text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    range: (u32, u32),
    text: String,
}

impl Edit {
    /// Puts `text` where `range` was.
    pub fn replace(range: TextRange, text: impl Into<String>) -> Self {
        Self { range: (range.start().into(), range.end().into()), text: text.into() }
    }

    /// Writes `right` for the words at `range` of `text`, with the spaces that stand there: a no-break space stays one.
    pub fn respell(text: &str, range: TextRange, right: &str) -> Self {
        let old = &text[range];
        if old.chars().all(|c| c == ' ' || !is_space(c)) {
            return Self::replace(range, right);
        }
        let head = alike(old.chars(), right.chars());
        let (old_rest, right_rest) = (after(old, head), after(right, head));
        let tail = alike(old_rest.chars().rev(), right_rest.chars().rev());
        let old_middle = &old_rest[..old_rest.len() - last(old_rest, tail).len()];
        let right_middle = &right_rest[..right_rest.len() - last(right_rest, tail).len()];
        let kept_head = &old[..old.len() - old_rest.len()];
        Self::replace(
            range,
            [kept_head, &with_spaces_of(old_middle, right_middle), last(old_rest, tail)].concat(),
        )
    }

    /// Puts `text` in at `offset`.
    pub fn insert(offset: TextSize, text: impl Into<String>) -> Self {
        Self::replace(TextRange::empty(offset), text)
    }

    /// Takes `range` away.
    pub fn delete(range: TextRange) -> Self {
        Self::replace(range, "")
    }

    /// The bytes that go.
    pub fn range(&self) -> TextRange {
        TextRange::new(self.range.0.into(), self.range.1.into())
    }

    /// What stands there instead.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same edit in a text where this one begins at `offset`.
    pub fn shifted(mut self, offset: TextSize) -> Self {
        self.shift(TextSize::new(0), offset);
        self
    }

    /// Moves it along with a text that began at `from` and begins at `to` now.
    pub fn shift(&mut self, from: TextSize, to: TextSize) {
        let moved = self.range() - from + to;
        self.range = (moved.start().into(), moved.end().into());
    }

    /// The same edit after another one outside its range, which replaced `range` by `inserted` bytes.
    pub fn moved(&mut self, range: TextRange, inserted: TextSize) {
        let moved = moved(self.range(), range, inserted);
        self.range = (moved.start().into(), moved.end().into());
    }
}

/// How many characters are the same from here, all spaces being alike.
fn alike(old: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    old.zip(right).take_while(|&(a, b)| a == b || is_space(a) && is_space(b)).count()
}

fn after(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).map_or("", |(at, _)| &text[at..])
}

fn last(text: &str, chars: usize) -> &str {
    let at = chars.checked_sub(1).and_then(|back| text.char_indices().nth_back(back));
    at.map_or("", |(at, _)| &text[at..])
}

/// `right` with the spaces of `old`, where there are as many.
fn with_spaces_of(old: &str, right: &str) -> String {
    let spaces: Vec<&str> = old.matches(is_space).collect();
    if spaces.len() != right.matches(is_space).count() {
        return right.to_owned();
    }
    let words = right.split(is_space);
    words.zip(spaces.into_iter().chain([""])).flat_map(|(word, space)| [word, space]).collect()
}

/// Where `place` lies after an edit that replaced `range` by `inserted` bytes. Of a place that the edit touches, what lay in the replaced
/// words lies in the new ones, no further than these go.
pub fn moved(place: TextRange, range: TextRange, inserted: TextSize) -> TextRange {
    let offset = |at: TextSize| match at {
        at if at <= range.start() => at,
        at if at >= range.end() => at - range.len() + inserted,
        at => range.start() + inserted.min(at - range.start()),
    };
    TextRange::new(offset(place.start()), offset(place.end()))
}

/// Edits of one text: sorted, and no two of them touch the same byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    sorted: Vec<Edit>,
}

impl Edits {
    /// All of `edits`, or `None` when two of them overlap or insert at the same place.
    pub fn new(mut edits: Vec<Edit>) -> Option<Self> {
        edits.sort();
        let apart =
            edits.windows(2).all(|pair| pair[0].range.1 <= pair[1].range.0 && pair[0].range != pair[1].range);
        apart.then_some(Self { sorted: edits })
    }

    /// The edits in the order of their places.
    pub fn as_slice(&self) -> &[Edit] {
        &self.sorted
    }

    /// The text after all edits; one that reaches past the end or into a character makes the answer `None`.
    pub fn apply(&self, text: &str) -> Option<String> {
        let mut result = String::with_capacity(text.len());
        let mut done = 0;
        for edit in &self.sorted {
            result.push_str(text.get(done..edit.range.0 as usize)?);
            text.get(edit.range.0 as usize..edit.range.1 as usize)?;
            result.push_str(&edit.text);
            done = edit.range.1 as usize;
        }
        result.push_str(text.get(done..)?);
        Some(result)
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Edits, moved};
    use crate::range;

    #[test]
    fn a_name_keeps_the_spaces_it_is_written_with() {
        let text = "i Social-\u{a0}og Omsogsudvalget.";
        let edit = Edit::respell(text, range(2, 28), "Social- og Omsorgsudvalget");
        assert_eq!(edit.text(), "Social-\u{a0}og Omsorgsudvalget");
        let dashed = "Social\u{a0}–\u{a0}og\u{a0}Omsorgsudvalget";
        let edit = Edit::respell(dashed, range(0, dashed.len()), "Social- og Omsorgsudvalget");
        assert_eq!(edit.text(), "Social-\u{a0}og\u{a0}Omsorgsudvalget");
        assert_eq!(Edit::respell("to ord", range(0, 6), "toord").text(), "toord");
    }

    #[test]
    fn edits_are_applied_in_the_order_of_their_places() {
        let edits =
            Edits::new(vec![Edit::replace(range(3, 5), "At"), Edit::delete(range(0, 1))]).expect("apart");
        assert_eq!(edits.apply("1. at").as_deref(), Some(". At"));
    }

    #[test]
    fn a_place_stays_in_the_text_whatever_is_replaced() {
        let places =
            |len: usize| (0..=len).flat_map(move |start| (start..=len).map(move |end| range(start, end)));
        for (place, replaced, inserted) in places(6)
            .flat_map(|place| places(6).flat_map(move |gone| (0..4).map(move |new| (place, gone, new))))
        {
            let now = moved(place, replaced, inserted.into());
            let len = 6 - u32::from(replaced.len()) + inserted;
            assert!(u32::from(now.end()) <= len, "{place:?} after {inserted} for {replaced:?}");
            if replaced.end() < place.start() {
                assert_eq!(now.len(), place.len());
            }
        }
    }

    #[test]
    fn overlapping_edits_are_refused() {
        assert_eq!(Edits::new(vec![Edit::delete(range(0, 3)), Edit::delete(range(2, 4))]), None);
    }

    #[test]
    fn an_edit_inside_a_character_gives_nothing() {
        let edits = Edits::new(vec![Edit::delete(range(0, 1))]).expect("one");
        assert_eq!(edits.apply("å"), None);
    }
}
