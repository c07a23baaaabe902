//! How the lists of a page count.

use html5ever::tokenizer::Tag;

use super::reversed::Reversed;
use flow::numerals::Numerals;

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    numerals: Option<Numerals>,
    next: i64,
    step: i64,
}

impl List {
    /// The list that `tag` begins; `reversed` are those of the page that count down.
    pub(super) fn of(tag: &Tag, reversed: &mut Reversed) -> Self {
        let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
        let is_reversed = &*tag.name == "ol" && attribute(tag, "reversed").is_some();
        let n_points = if is_reversed { reversed.next() } else { None };
        let style = attribute(tag, "style").unwrap_or_default();
        let kind = attribute(tag, "type").unwrap_or_default();
        let numerals = match kind.as_str() {
            "a" => Numerals::Letter,
            "A" => Numerals::Capital,
            "i" => Numerals::Roman,
            "I" => Numerals::RomanCapital,
            _ if style.contains("lower-alpha") => Numerals::Letter,
            _ if style.contains("lower-roman") => Numerals::Roman,
            _ if style.replace(' ', "").contains("list-style-type:none") => Numerals::None,
            _ => Numerals::Decimal,
        };
        let is_numbered = &*tag.name == "ol";
        Self {
            numerals: is_numbered.then_some(numerals),
            next: start.or(n_points).unwrap_or(1),
            step: if is_reversed { -1 } else { 1 },
        }
    }

    /// What stands before the point that `tag` begins.
    pub(super) fn marker(&mut self, tag: &Tag) -> String {
        let Some(numerals) = self.numerals else { return "•".to_owned() };
        let value = attribute(tag, "value").and_then(|value| value.trim().parse().ok());
        let number = value.unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        let written = numerals.write(u32::try_from(number).unwrap_or(0));
        if written.is_empty() { written } else { format!("{written}.") }
    }
}

/// The value of the attribute `name`.
pub(super) fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| attribute.value.to_string())
}
