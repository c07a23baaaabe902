//! Lines of the place of a meeting in a form that a house style names: "Mødet holdes i {place}", "({place})".

use text::{is_space, trim};

/// What a pattern has in place of the place.
const PLACE: &str = "{place}";

/// Signs alone stand around a few words, in words; a remark in brackets goes on for longer.
const FEW: usize = 6;

/// What stands before the place and behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlaceLine {
    before: Box<str>,
    behind: Box<str>,
}

impl PlaceLine {
    /// The form that `pattern` names; `None` where nothing before the place would tell such a line from another.
    pub(crate) fn new(pattern: &str) -> Option<Self> {
        let (before, behind) = pattern.split_once(PLACE)?;
        let (before, behind) = (before.trim_start_matches(is_space), behind.trim_end_matches(is_space));
        (!before.is_empty()).then(|| Self { before: before.into(), behind: behind.into() })
    }

    /// The place in `line`, which is of this form.
    pub(crate) fn place<'l>(&self, line: &'l str) -> Option<&'l str> {
        let inner = trim(line).strip_prefix(&*self.before)?.strip_suffix(&*self.behind)?;
        let place = trim(inner);
        let in_signs = !self.before.contains(char::is_alphabetic);
        let few = || place.split(is_space).count() <= FEW && !place.contains(':');
        (place.contains(char::is_alphanumeric) && (!in_signs || few())).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::PlaceLine;

    #[test]
    fn a_place_is_read_as_it_is_named() {
        let read = |pattern: &str, line: &'static str| PlaceLine::new(pattern)?.place(line);
        assert_eq!(read("Mødet holdes i {place}", "Mødet holdes i Kantinen"), Some("Kantinen"));
        assert_eq!(read("({place})", " (Kantinen, 2. sal) "), Some("Kantinen, 2. sal"));
        assert_eq!(read("Vi ses i {place} som altid.", "Vi ses i Kantinen som altid."), Some("Kantinen"));
        for (pattern, line) in [
            ("Mødet holdes i {place}", "Mødet holdes den 4. april"),
            ("Mødet holdes i {place}", "Mødet holdes i"),
            ("({place})", "(Afbud: Bo Dam)"),
            ("({place})", "(det er det andet møde, som udvalget holder i år)"),
            ("{place}.", "Formanden bød velkommen."),
            ("{place}", "Kantinen"),
        ] {
            assert_eq!(read(pattern, line), None, "{pattern}");
        }
    }
}
