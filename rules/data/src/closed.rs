//! What says that something is closed, as `closed.toml` has it: one list, which the outline, the rules and the copies read.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

/// `lists/closed.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    pub headings: Headings,
    pub signs: Signs,
    pub phrases: Phrases,
    pub leaving: Leaving,
    pub outlets: Outlets,
    /// Sentences that say it by two words together.
    pub secrecy: Vec<Secrecy>,
    pub past: Past,
    pub titles_about: TitlesAbout,
    pub items: Items,
}

/// What closes an item by its heading or by a line below it, and what heads a closed part of the meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headings {
    pub parts: Vec<Box<str>>,
    pub lines: Vec<Box<str>>,
    pub brackets: Vec<Box<str>>,
    /// In brackets too, but no title by themselves.
    pub bracketed: Vec<Box<str>>,
    /// How those begin that stand as a title and hold no "lukket".
    pub rarer: Vec<Box<str>>,
    /// Words that a bracket before them describes.
    pub described: Vec<Box<str>>,
    pub before: Vec<Box<str>>,
    pub behind: Vec<Box<str>>,
    pub titles: Vec<Box<str>>,
}

/// Lines that speak of closed matter as a heading or a mark does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    pub stems: Vec<String>,
    pub bracketed: Vec<String>,
    pub reasons: Vec<String>,
    pub phrases: Vec<String>,
    pub first: Vec<String>,
    pub last: Vec<String>,
    pub pictures: Vec<String>,
    pub subjects: Vec<String>,
    pub told: Vec<String>,
    pub opposite: Vec<String>,
    pub attachments: Vec<String>,
    pub of_items: Vec<String>,
    pub shut: Vec<String>,
    pub treated: Vec<String>,
    /// Words for a part of a road or a house.
    pub parts_of_things: Vec<String>,
    /// Where people live behind doors that are shut.
    pub wards: Vec<String>,
    pub before_wards: Vec<String>,
    /// How words for records begin, which have closed parts too.
    pub records: Vec<String>,
    /// How words end for what is shut by its own rules.
    pub shut_things: Vec<String>,
    pub opening: Vec<String>,
    pub said: Vec<String>,
    pub about: Vec<String>,
    pub anywhere: Vec<String>,
    /// How titles begin that only general assemblies have.
    pub assembly: Vec<String>,
    /// What begins as one of these and means something else.
    pub otherwise: Vec<String>,
    pub denied: Vec<String>,
    pub general: Vec<String>,
    pub starting: Vec<String>,
    pub ending: Vec<String>,
    pub confidential: Vec<String>,
    pub earlier: Vec<String>,
    pub months: Vec<String>,
    pub proposed: Vec<String>,
    pub fell: Vec<String>,
    pub services: Vec<String>,
    pub own_matter: Vec<String>,
    /// How words begin that may make a short sentence right below a heading a mark.
    pub strong: Vec<String>,
    /// How words begin for what is secret in a case: its price, a name, an agreement.
    pub matter: Vec<String>,
    /// What may stand before them besides words of meetings.
    pub before_strong: FxHashSet<String>,
    /// How words end for meetings and what is treated in them.
    pub matter_ends: Vec<String>,
    pub letters: Vec<String>,
    pub spelt: Vec<String>,
    pub joined: Vec<String>,
    pub ended: Vec<String>,
    pub not_ended: Vec<String>,
    pub kinds: Vec<String>,
    /// Verbs of what all of a kind should be.
    pub demands: Vec<String>,
    pub sources: Vec<String>,
    pub of_people: Vec<String>,
    pub headings: Vec<String>,
    pub topics: Vec<String>,
    pub rules: Vec<String>,
    pub none: Vec<String>,
    /// What a sentence says of a matter that was closed and is open again.
    pub reopened: Vec<String>,
    pub sections: Vec<String>,
    pub list_ends: Vec<String>,
    pub task_columns: Vec<String>,
    pub item_columns: Vec<String>,
    /// What heads the other columns of a table of items.
    pub other_columns: Vec<String>,
    pub days: Vec<String>,
    pub of_document: Vec<String>,
    pub counts: Vec<String>,
    pub open_columns: Vec<String>,
    pub closed_columns: Vec<String>,
    pub begins: Vec<String>,
    pub before_text: Vec<String>,
    pub done: Vec<String>,
    pub spaced: Vec<String>,
    /// What stands before the letter of a legend.
    pub marked_with: Vec<String>,
    /// What stands in brackets and can mean nothing else.
    pub shortened: Vec<String>,
    /// Labels behind which the letter alone says it.
    pub letter_labels: Vec<String>,
    /// What a mark by itself begins with, before its reason.
    pub alone: Vec<String>,
    /// How such a reason begins.
    pub because: Vec<String>,
    /// What shuts a house.
    pub works: FxHashSet<String>,
    /// The word cut in two at the end of a line.
    pub broken: Vec<String>,
    /// What is said of closed points that stand elsewhere.
    pub elsewhere: Vec<String>,
    /// Verbs of a sentence that counts them.
    pub told_of: Vec<String>,
    /// How somebody begins to speak.
    pub speaking: Vec<String>,
    /// What is done with the like of something, all the time.
    pub practice: Vec<String>,
    /// What that is done with.
    pub handled: Vec<String>,
}

/// The words of meetings, by what they do in a phrase.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    pub closed: FxHashSet<String>,
    pub not: FxHashSet<String>,
    pub no: FxHashSet<String>,
    pub denying: FxHashSet<String>,
    pub public: FxHashSet<String>,
    pub only: FxHashSet<String>,
    /// Labels to which "none" is an answer that says it.
    pub answered: FxHashSet<String>,
    /// Words of exceptions from an act.
    pub excepting: FxHashSet<String>,
    /// Those of `groups` who may be the members of a club.
    pub members: FxHashSet<String>,
    /// Words for cases, of which "er lukket" is said when they are finished.
    pub cases: FxHashSet<String>,
    pub groups: FxHashSet<String>,
    pub group_ends: Vec<String>,
    pub open: FxHashSet<String>,
    pub items: FxHashSet<String>,
    pub own: FxHashSet<String>,
    pub meetings: FxHashSet<String>,
    pub shutting: FxHashSet<String>,
    pub behind: FxHashSet<String>,
    pub single: FxHashSet<String>,
    pub closing: FxHashSet<String>,
    pub laws: Vec<Law>,
    pub access: FxHashSet<String>,
    pub entry: FxHashSet<String>,
    pub places: Vec<String>,
    pub limited: FxHashSet<String>,
    pub boxes: Vec<char>,
    /// Words for several items or cases.
    pub several: FxHashSet<String>,
    pub following: FxHashSet<String>,
    /// Besides those, in a line between two items that speaks of what follows.
    pub leading: FxHashSet<String>,
    pub reopening: FxHashSet<String>,
    pub joining: FxHashSet<String>,
    /// Words for the parts of a meeting, in the heading of a closed one.
    pub parts: FxHashSet<String>,
    /// What begins a reason.
    pub reasons: FxHashSet<String>,
    pub shortened: FxHashSet<String>,
    /// Adverbs that say why or still, and no more.
    pub adverbs: FxHashSet<String>,
    /// Which of several it is.
    pub ordinals: FxHashSet<String>,
    pub small: FxHashSet<String>,
}

/// Words of sentences about those who leave before a case is treated.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaving {
    pub going: Vec<String>,
    pub outsiders: FxHashSet<String>,
    /// Of the room itself.
    pub cleared: FxHashSet<String>,
    pub gone: FxHashSet<String>,
    pub rooms: FxHashSet<String>,
    /// Words of who is left when others are gone.
    pub remaining: FxHashSet<String>,
    /// Words that say that nobody else is.
    pub alone: FxHashSet<String>,
    pub staying: FxHashSet<String>,
    pub not: FxHashSet<String>,
    pub matter: FxHashSet<String>,
    pub small: FxHashSet<String>,
    pub joining: FxHashSet<String>,
}

/// Words of sentences about where a text may go.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlets {
    pub texts: FxHashSet<String>,
    /// Words that point to one where a verb of what must be follows.
    pub pointing: FxHashSet<String>,
    pub modal: FxHashSet<String>,
    pub not: FxHashSet<String>,
    pub outlets: FxHashSet<String>,
    /// Where it is the minutes that wait for their approval.
    pub approved: Vec<String>,
    /// Words that put it off.
    pub late: FxHashSet<String>,
    /// Verbs that put off say it by.
    pub published: FxHashSet<String>,
    pub verbs: FxHashSet<String>,
    pub small: FxHashSet<String>,
}

/// Two kinds of words that say it together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrecy {
    /// The rarer ones, which are looked for first; each is one word or a few.
    pub words: Vec<String>,
    /// If there are none of these, the words say it alone.
    pub with: Vec<String>,
    /// One of these must be there, if any is given.
    #[serde(default)]
    pub who: Vec<String>,
    /// None of these may be there.
    #[serde(default)]
    pub unless: Vec<String>,
    /// At most so many words stand between the two.
    pub near: usize,
    /// If any are given, the sentence is about one of these, about the text itself, or about nothing that it names.
    #[serde(default)]
    pub subject: FxHashSet<String>,
    /// Is silence enjoined, which may be for good?
    #[serde(default)]
    pub enjoins: bool,
}

/// Words of titles that are about closed matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitlesAbout {
    /// How nouns for talk, rules and complaints end.
    pub talk: Vec<String>,
    pub prepositions: FxHashSet<String>,
    pub articles: FxHashSet<String>,
    pub closed: FxHashSet<String>,
    /// Plays, books and the like, which have a name of their own.
    pub works: FxHashSet<String>,
    /// What stands before a word that is only named.
    pub mentions: FxHashSet<String>,
    /// Words that say that something is over.
    pub over: FxHashSet<String>,
    /// Parts of titles of items in which members are told of their duties.
    pub introducing: Vec<String>,
}

/// An act that says what is confidential.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    pub names: Vec<String>,
    /// The sections of it that do.
    pub paragraphs: Vec<String>,
}

/// What the lines under a closed item say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Items {
    pub silent: Vec<String>,
    pub released: Vec<String>,
    pub attending: Vec<String>,
    pub absent: Vec<String>,
    pub voting: Vec<String>,
    pub formula: FxHashSet<String>,
    pub body_ends: Vec<String>,
    pub people: Vec<String>,
    /// Before whoever gets something.
    pub before_given: FxHashSet<String>,
    /// The same without an article.
    pub bare_people: Vec<String>,
    pub places: Vec<String>,
    pub firms: Vec<String>,
    pub before_people: Vec<String>,
    /// How words end for what only a person has.
    pub own_cases: Vec<String>,
    /// Cases of which somebody is the only one in his place.
    pub ended_work: Vec<String>,
    /// What such a person is.
    pub offices: Vec<String>,
    /// Before the number of where somebody lives.
    pub dwellings: FxHashSet<String>,
    /// How words for a birth begin.
    pub births: Vec<String>,
    /// People of whom an age is told.
    pub aged: Vec<String>,
    /// What a municipality does with land and houses.
    pub deals: FxHashSet<String>,
    /// How words end that say what an item is about.
    pub matter_ends: Vec<String>,
    /// What stands before the name of who presents an item.
    pub presenting: Vec<String>,
    pub verbs: FxHashSet<String>,
    pub money: FxHashSet<String>,
    pub reopening: Vec<String>,
    /// How lines begin that end minutes and tell of no case.
    pub tails: Vec<String>,
    /// What somebody has, of which a line may tell that closes nothing.
    pub duties: Vec<String>,
    pub signing: FxHashSet<String>,
    /// How names of families end that no firm has.
    pub surname_ends: Vec<String>,
    pub family_ends: Vec<String>,
    pub file_ends: Vec<String>,
    pub before_names: FxHashSet<String>,
    pub common_hosts: Vec<String>,
    pub dissent: FxHashSet<String>,
}

/// What was done at other meetings and by others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Past {
    /// What was done: "behandlede".
    pub verbs: FxHashSet<String>,
    /// Words for the item that a sentence stands in.
    pub of_item: FxHashSet<String>,
    /// Who may be of the body that meets.
    pub own_subjects: FxHashSet<String>,
}

/// The list, read once.
pub fn closed() -> &'static Closed {
    static CLOSED: LazyLock<Closed> = LazyLock::new(|| super::read("closed"));
    &CLOSED
}
