//! The form in which the lists lie in the program.
//!
//! A value is its kind, its length and itself: `s4;ikke` is a text, `l2;` two values, `m1;` one value behind its name `4;from`, `i7;` and
//! `f0.5;` are numbers, `t` and `n` say yes and no. `build.rs` writes it. Nothing is escaped, so every text may stay where it lies, and
//! how many values follow is known before they are read: that takes half as long as JSON, and each start reads all lists.

use serde::de::value::{BorrowedStrDeserializer, Error, MapAccessDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// What is still to be read.
pub(crate) struct Packed<'de> {
    rest: &'de str,
}

impl<'de> Packed<'de> {
    /// Reads `text` from its beginning.
    pub(crate) fn new(text: &'de str) -> Self {
        Self { rest: text }
    }

    /// Is all of it read?
    pub(crate) fn is_read(&self) -> bool {
        self.rest.is_empty()
    }

    fn kind(&mut self) -> Result<u8, Error> {
        let kind = self.rest.bytes().next().filter(u8::is_ascii).ok_or_else(broken)?;
        self.rest = &self.rest[1..];
        Ok(kind)
    }

    /// What stands before the next ";".
    fn number(&mut self) -> Result<&'de str, Error> {
        let end = self.rest.bytes().position(|byte| byte == b';').ok_or_else(broken)?;
        let number = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        Ok(number)
    }

    fn length(&mut self) -> Result<usize, Error> {
        let digits = self.number()?.bytes();
        Ok(digits.fold(0, |length, digit| length * 10 + usize::from(digit.wrapping_sub(b'0'))))
    }

    fn text(&mut self) -> Result<&'de str, Error> {
        let length = self.length()?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or_else(broken)?;
        self.rest = rest;
        Ok(text)
    }
}

fn broken() -> Error {
    de::Error::custom("the list is not whole")
}

impl<'de> Deserializer<'de> for &mut Packed<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.kind()? {
            b's' => visitor.visit_borrowed_str(self.text()?),
            b'l' => {
                let mut values = Values { left: self.length()?, from: self };
                let read = visitor.visit_seq(&mut values)?;
                if values.left == 0 {
                    Ok(read)
                } else {
                    Err(de::Error::invalid_length(values.left, &"fewer values"))
                }
            }
            b'm' => {
                let left = self.length()?;
                visitor.visit_map(Values { left, from: self })
            }
            b'i' => visitor.visit_i64(self.number()?.parse().map_err(|_| broken())?),
            b'f' => visitor.visit_f64(self.number()?.parse().map_err(|_| broken())?),
            b't' => visitor.visit_bool(true),
            b'n' => visitor.visit_bool(false),
            _ => Err(broken()),
        }
    }

    // What is not there is left out.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &str,
        _variants: &[&str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.kind()? {
            b's' => visitor.visit_enum(BorrowedStrDeserializer::new(self.text()?)),
            b'm' => {
                let left = self.length()?;
                visitor.visit_enum(MapAccessDeserializer::new(Values { left, from: self }))
            }
            _ => Err(broken()),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

/// The values of a list, or those of a table with their names.
struct Values<'p, 'de> {
    left: usize,
    from: &'p mut Packed<'de>,
}

impl<'de> SeqAccess<'de> for Values<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.from).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Values<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(BorrowedStrDeserializer::new(self.from.text()?)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(&mut *self.from)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::Packed;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Size {
        Small,
        Large(i64),
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct All<'t> {
        word: &'t str,
        letters: Vec<char>,
        pair: (String, f64),
        sizes: Vec<Size>,
        #[serde(default)]
        missing: bool,
        told: Option<bool>,
        named: BTreeMap<String, i16>,
    }

    fn read(text: &str) -> Option<All<'_>> {
        let mut packed = Packed::new(text);
        All::deserialize(&mut packed).ok().filter(|_| packed.is_read())
    }

    const WHOLE: &str = "m6;4;words3;gå7;lettersl2;s1;as2;ø4;pairl2;s0;f0.5;5;sizesl2;s5;smallm1;5;largei-3;4;toldt5;namedm1;2;eti1;";

    #[test]
    fn every_kind_of_value_is_read() {
        let own = All {
            word: "gå",
            letters: vec!['a', 'ø'],
            pair: (String::new(), 0.5),
            sizes: vec![Size::Small, Size::Large(-3)],
            missing: false,
            told: Some(true),
            named: [("et".to_owned(), 1)].into(),
        };
        assert_eq!(read(WHOLE), Some(own));
    }

    #[test]
    fn what_is_not_whole_is_told() {
        for end in (0..WHOLE.len()).filter(|end| WHOLE.is_char_boundary(*end)) {
            assert_eq!(read(&WHOLE[..end]), None, "{end}");
        }
        assert_eq!(read(&WHOLE.replace("word", "ward")), None);
        assert_eq!(read(&WHOLE.replace("pairl2;", "pairl3;s1;x")), None);
        assert_eq!(read(&format!("{WHOLE}t")), None);
    }
}
