//! Options of rules: what a house may set for itself, each declared beside the rule that reads it.
//!
//! Parser, schema, manual and help all read the declarations. A rule asks for the value of its option by the
//! declaration, so that a name cannot be mistyped, and gets the default where nothing is set.

use std::ops::RangeInclusive;

use super::words::{Note, Text};

/// What one rule lets a house set.
#[derive(Debug)]
pub struct RuleOption {
    /// As it is written under `[rules."group/fault"]`: "max-words".
    pub name: &'static str,
    /// What it decides: one sentence without a final stop.
    pub about: Text,
    /// The values it takes.
    pub allowed: Allowed,
}

/// The values that an option takes.
#[derive(Debug)]
pub enum Allowed {
    /// A whole number.
    Number {
        /// The value where none is set.
        default: u32,
        /// The least and the largest that make sense.
        range: RangeInclusive<u32>,
    },
    /// One of some words, the first of which is the default.
    Choice(&'static [Choice]),
    /// `true` or `false`, which is the default.
    Flag,
    /// A file, counted from the folder of the settings; none by default. The program reads it.
    File,
}

/// One word that an option may be.
#[derive(Debug)]
pub struct Choice {
    /// The word.
    pub word: &'static str,
    /// What it means: part of a sentence.
    pub about: Text,
}

/// What an option is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Flag(bool),
    /// A word, or the name of a file.
    Word(String),
}

/// A value that an option does not take, in words for the person who set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionError(pub Note);

/// The options that are set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Rule, option and value. They are few, and asked for once a rule.
    set: Vec<(&'static str, &'static str, Value)>,
}

impl Options {
    /// Sets `option` of the rule of this name.
    ///
    /// # Errors
    /// A value that the option does not take.
    pub fn set(&mut self, rule: &'static str, option: &RuleOption, value: Value) -> Result<(), OptionError> {
        if !option.allowed.takes(&value) {
            return Err(option.refusal());
        }
        self.set.retain(|(of, name, _)| (*of, *name) != (rule, option.name));
        self.set.push((rule, option.name, value));
        Ok(())
    }

    /// What is set for `option` of the rule of this name.
    pub fn get(&self, rule: &str, option: &RuleOption) -> Option<&Value> {
        let found = self.set.iter().find(|(of, name, _)| (*of, *name) == (rule, option.name));
        found.map(|(_, _, value)| value)
    }

    /// The number that `option` of `rule` is.
    pub fn number(&self, rule: &str, option: &RuleOption) -> usize {
        match (self.get(rule, option), &option.allowed) {
            (Some(Value::Number(number)), _) => usize::try_from(*number).unwrap_or_default(),
            (_, Allowed::Number { default, .. }) => *default as usize,
            _ => 0,
        }
    }

    /// The word that `option` of `rule` is; empty for an option that is no choice.
    pub fn choice<'o>(&'o self, rule: &str, option: &'o RuleOption) -> &'o str {
        match (self.get(rule, option), &option.allowed) {
            (Some(Value::Word(word)), _) => word,
            (_, Allowed::Choice(choices)) => choices.first().map_or("", |choice| choice.word),
            _ => "",
        }
    }

    /// Is `option` of `rule` set to `true`?
    pub fn flag(&self, rule: &str, option: &RuleOption) -> bool {
        self.get(rule, option) == Some(&Value::Flag(true))
    }
}

impl RuleOption {
    /// The value where none is set, as it is written; `None` when there is none.
    pub fn default(&self) -> Option<String> {
        match &self.allowed {
            Allowed::Number { default, .. } => Some(default.to_string()),
            Allowed::Choice(choices) => choices.first().map(|choice| format!("\"{}\"", choice.word)),
            Allowed::Flag => Some("false".to_owned()),
            Allowed::File => None,
        }
    }

    fn refusal(&self) -> OptionError {
        let Note { da, en } = self.allowed.describe();
        let name = self.name;
        OptionError(Note::new(format!("\"{name}\" skal være {da}"), format!("\"{name}\" must be {en}")))
    }
}

impl Allowed {
    fn takes(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Number { range, .. }, Value::Number(number)) => {
                u32::try_from(*number).is_ok_and(|number| range.contains(&number))
            }
            (Self::Choice(choices), Value::Word(word)) => choices.iter().any(|choice| choice.word == word),
            (Self::Flag, Value::Flag(_)) => true,
            (Self::File, Value::Word(file)) => !file.is_empty(),
            _ => false,
        }
    }

    /// The values in words: "a number from 10 to 200".
    pub fn describe(&self) -> Note {
        match self {
            Self::Number { range, .. } => {
                let (least, most) = (range.start(), range.end());
                Note::new(
                    format!("et helt tal fra {least} til {most}"),
                    format!("a whole number from {least} to {most}"),
                )
            }
            Self::Choice(choices) => {
                let words: Vec<String> =
                    choices.iter().map(|choice| format!("\"{}\"", choice.word)).collect();
                Note::new(words.join(" eller "), words.join(" or "))
            }
            Self::Flag => Note::new("true eller false".to_owned(), "true or false".to_owned()),
            Self::File => Note::new("navnet på en fil".to_owned(), "the name of a file".to_owned()),
        }
    }
}
