//! Values that may be written in more than one way.

use std::fmt;

use rules::house::HouseFile;
use rules::syntax::SectionKind;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Message, Part, Scope, Style, Until};

impl<'de> Deserialize<'de> for Style {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordOrTable {
            expected: "the name of a house style, a .toml file or a table",
            word: |word: &str| Self::Named(word.to_owned()),
            table: |table: HouseFile| Self::House(Box::new(table)),
            marker: std::marker::PhantomData,
        })
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordOrTable {
            expected: "a sentence, or { da = \"…\", en = \"…\" }",
            word: |word: &str| Self::One(word.to_owned()),
            table: Self::Both,
            marker: std::marker::PhantomData,
        })
    }
}

impl<'de> Deserialize<'de> for Until {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = deserializer.deserialize_any(WordOrTable {
            expected: "a day such as 2026-12-31",
            word: str::to_owned,
            table: |table: toml::value::Datetime| table.to_string(),
            marker: std::marker::PhantomData,
        })?;
        word.parse()
            .map(Self)
            .map_err(|_| D::Error::custom(format!("invalid date: \"{word}\" is no day such as 2026-12-31")))
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let word = || StrDeserializer::<D::Error>::new(&name);
        if let Ok(part) = Part::deserialize(word()) {
            return Ok(Self::Part(part));
        }
        let kind = SectionKind::deserialize(word());
        kind.map(Self::Section).map_err(|error| {
            let words = error.to_string();
            D::Error::custom(words.replacen("expected one of ", "expected one of `head`, `titles`, ", 1))
        })
    }
}

/// Reads what may be a word or a table.
struct WordOrTable<W, T, U> {
    expected: &'static str,
    word: W,
    table: T,
    marker: std::marker::PhantomData<U>,
}

impl<'de, V, U, W, T> Visitor<'de> for WordOrTable<W, T, U>
where
    U: Deserialize<'de>,
    W: FnOnce(&str) -> V,
    T: FnOnce(U) -> V,
{
    type Value = V;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<V, E> {
        Ok((self.word)(word))
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<V, M::Error> {
        U::deserialize(MapAccessDeserializer::new(map)).map(self.table)
    }
}
