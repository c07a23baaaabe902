//! What the page asks.

use serde::Deserialize;

/// One request; the page waits for its answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// Which house styles there are.
    Styles,
    /// Take in a house style that the user wrote; its text is the file behind the request.
    AddStyle {
        /// The name of the file, for complaints.
        name: String,
    },
    /// Read and lint this text from now on.
    Open {
        /// The text.
        text: String,
        /// How it is to be read.
        #[serde(flatten)]
        how: How,
    },
    /// Make changes in the text and lint what they touch; each is made in the text that the one before it left.
    Edit {
        /// The changes.
        changes: Vec<Change>,
        /// Tell only what is another than what was told last; what a key changes is told before rules that read all of the text
        /// have run, until `Settle` is asked.
        #[serde(default)]
        news: bool,
    },
    /// Let the rules run that a key did not wait for; what is another than it was, or nothing.
    Settle,
    /// The items of the text and what each comes to. They are read from the whole text, so they are not told at every key.
    Outline {
        /// Tell nothing where it is what was told last.
        #[serde(default)]
        news: bool,
    },
    /// The words of the document behind the request.
    Read {
        /// The name of the file; its ending helps to tell what it is.
        name: String,
    },
    /// The text with every safe fix made.
    FixAll,
    /// A copy of the Word file behind the request with the findings as comments, made at `date` ("2026-04-07T10:00:00Z").
    Annotate {
        /// When it is made.
        date: String,
    },
    /// What the text, taken as minutes, changed in the agenda behind the request.
    Compare {
        /// The name of the file; its ending helps to tell what it is.
        name: String,
    },
    /// What may be written next: headings of the house's sections, and decisions.
    Words,
    /// What a rule flags and why, in both languages.
    Explain {
        /// The name of the rule.
        rule: String,
    },
}

/// How a text is to be read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct How {
    /// The house style by name; one is found by its signs when none is named.
    pub style: Option<String>,
    /// "agenda" or "minutes"; found in the text when it is not said.
    pub stage: Option<rules::minutes::Stage>,
    /// English messages instead of Danish ones.
    pub english: bool,
    /// Was the text read out of the document (Word, PDF …) that was read last?
    pub from_document: bool,
    /// What the file is called, which goes wherever the file goes; empty where there is none.
    pub name: String,
}

/// A change, in UTF-16 units of the text before it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Change {
    /// Where it begins.
    pub from: usize,
    /// Where what it takes away ends.
    pub to: usize,
    /// What it puts there.
    pub insert: String,
}
