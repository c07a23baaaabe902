//! Facts of the Danish language that know nothing of minutes: dates, times, words, abbreviations, sentences.
//!
//! Every scanner takes any text, never fails, and gives ranges in UTF-8 bytes of that text, always between
//! characters. They are written by hand and look at each byte once, because regular expressions with a Unicode
//! word border are hundreds of times slower as soon as the text holds an æ, ø or å. A space between two parts may
//! be a no-break space everywhere.

pub mod abbreviations;
pub mod clauses;
pub mod clock;
pub mod compounds;
pub mod date;
pub mod inflection;
pub mod letters;
pub mod lexicon;
mod memo;
pub mod sentences;
pub mod slips;
pub mod spelling;
pub mod tokens;
pub mod wording;
pub mod words;

#[cfg(test)]
mod any_text;
