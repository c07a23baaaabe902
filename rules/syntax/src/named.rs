//! Headings of items in a form that a house style names, beside those that are known: "Sag {number} ~ {title}".
//!
//! What no evidence tells, a municipality may say. A line of such a form is a candidate with more weight than any sign,
//! and where the form has no number, the line is read as a heading of a document is.

use std::ops::Range;

use super::numbered::{NumberForm, Numbered, Numbering, numbered};
use text::is_space;

/// What a pattern has in place of the number and of the title.
pub(crate) const NUMBER: &str = "{number}";
pub(crate) const TITLE: &str = "{title}";

/// A form of headings: what stands before, between and behind number and title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedForm {
    before: Box<str>,
    between: Box<str>,
    behind: Box<str>,
    order: Order,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    NumberFirst,
    TitleFirst,
    TitleAlone,
}

impl NamedForm {
    /// The form that `pattern` names; `None` where it is known without a name, or says nothing.
    pub(crate) fn new(pattern: &str) -> Option<Self> {
        let sample = pattern.replace(NUMBER, "12").replace(TITLE, "Havnebus");
        let read = |found: &Numbered| {
            &sample[found.number.clone()] == "12" && &sample[found.title.clone()] == "Havnebus"
        };
        if numbered(&sample, 0).is_some_and(|found| read(&found)) {
            return None;
        }
        let (title, number) = (pattern.find(TITLE)?, pattern.find(NUMBER));
        let (first, second, order) = match number {
            Some(number) if number < title => ((number, NUMBER), (title, TITLE), Order::NumberFirst),
            Some(number) => ((title, TITLE), (number, NUMBER), Order::TitleFirst),
            None => ((title, TITLE), (title, TITLE), Order::TitleAlone),
        };
        let between = pattern.get(first.0 + first.1.len()..second.0).unwrap_or_default();
        let new = Self {
            before: pattern[..first.0].trim_start_matches(is_space).into(),
            between: between.into(),
            behind: pattern[second.0 + second.1.len()..].trim_end_matches(is_space).into(),
            order,
        };
        let signs = [&new.before, &new.between, &new.behind];
        signs.iter().any(|part| !part.trim_matches(is_space).is_empty()).then_some(new)
    }

    /// `line` taken apart, whose words begin at byte `start`.
    pub(crate) fn numbered(&self, line: &str, start: usize) -> Option<Numbered> {
        let (start, end) = self.inner(line, start)?;
        let words = &line[start..end];
        let (number, title) = match self.order {
            Order::TitleAlone => return None,
            Order::NumberFirst => {
                let digits = words.bytes().take_while(u8::is_ascii_digit).count();
                let rest = words[digits..].strip_prefix(&*self.between)?;
                (start..start + digits, end - rest.len()..end)
            }
            Order::TitleFirst => {
                let at = words.rfind(&*self.between)?;
                (start + at + self.between.len()..end, start..start + at)
            }
        };
        let value = line[number.clone()].parse().ok().filter(|_| !number.is_empty() && number.len() <= 4)?;
        let numbering = Numbering { form: NumberForm::Named, value };
        let has_title = line[title.clone()].contains(char::is_alphabetic);
        has_title.then_some(Numbered { numbering, number, title, whole: None, glued: false })
    }

    /// Where the title stands in `words`, where the form is one without a number.
    pub(crate) fn title(&self, words: &str) -> Option<Range<usize>> {
        let (start, end) = self.inner(words, 0).filter(|_| self.order == Order::TitleAlone)?;
        words[start..end].contains(char::is_alphabetic).then_some(start..end)
    }

    /// What stands between the beginning and the end of the form.
    fn inner(&self, line: &str, start: usize) -> Option<(usize, usize)> {
        let rest = line.get(start..)?.strip_prefix(&*self.before)?;
        let inner = rest.trim_end_matches(is_space).strip_suffix(&*self.behind)?;
        let from = line.len() - rest.len();
        Some((from, from + inner.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::NamedForm;

    #[test]
    fn a_form_is_read_as_it_is_named() {
        let read = |pattern: &str, line: &'static str| {
            let found = NamedForm::new(pattern)?.numbered(line, 0)?;
            Some((&line[found.number], &line[found.title]))
        };
        assert_eq!(read("Tema {number} hedder {title}", "Tema 3 hedder Havnebus"), Some(("3", "Havnebus")));
        assert_eq!(read("{title} (emne {number})", "Havnebus (emne 3)"), Some(("3", "Havnebus")));
        assert_eq!(read("Tema {number} hedder {title}", "Tema 3 og 4"), None);
        let alone = NamedForm::new("» {title}").expect("a form");
        assert_eq!(alone.title("» Havnebus"), Some("» ".len().."» Havnebus".len()));
        assert_eq!((NamedForm::new("Punkt {number}: {title}"), NamedForm::new("{title}")), (None, None));
    }
}
