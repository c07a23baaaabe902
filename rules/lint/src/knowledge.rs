//! What a document knows of names and words, and which of them are another one written wrongly.
//!
//! Nobody can list all committees, people and compounds of 98 municipalities. But a document repeats itself: what it
//! says in its head, in the headings of decisions, or many times, is right, and what stands beside that and differs by
//! a letter is a slip. So each part has its [`Facts`], made once; [`Knowledge`] counts them for the whole document,
//! and after an edit exchanges those of the parts that changed. What is a slip depends on the counts alone, not on
//! the order of edits, so a document that was edited knows the same as one read afresh; that is one of the laws in
//! `tests/laws.rs`.
//!
//! A rule of names does not search: it asks its [`NamesView`](super::NamesView) for the slips of its part. It is run again for a part
//! when the part changed, or when the document changed its mind about a word or name in it.

mod bodies;
mod facts;
mod known_towns;
mod people;
mod runs;
mod tally;
mod towns;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

pub use self::facts::Facts;
use self::facts::{Mention, Sign};
use bodies::Difference;
use known_towns::{known_towns, slip_for};
use people::Evidence;
pub use people::people_in;
use tally::{Entry, OFTEN, Tally};
use words::Words;

use super::names::Names;
use text::{TextRange, range};

/// The number of a part; one that is read anew has a new number.
pub(crate) type PartId = u32;

/// What the whole document knows.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// The number of the last part that was counted.
    last: PartId,
    words: Words,
    bodies: Tally,
    people: Tally,
    /// Names that are written wrongly, by key.
    wrong_bodies: FxHashMap<u64, Meant>,
    wrong_people: FxHashMap<u64, Meant>,
}

/// What a name was meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Meant {
    /// The bytes of the name that are wrong.
    wrong: std::ops::Range<usize>,
    /// What should stand there.
    right: Box<str>,
}

/// What changed with a settling; sorted.
#[derive(Debug, Default)]
pub struct Changes {
    parts: Vec<PartId>,
    bodies: Vec<u64>,
    people: Vec<u64>,
}

/// A slip in a part: a word or name, and what it was meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What is written wrongly, in bytes of the part.
    pub range: TextRange,
    /// What was meant.
    pub right: String,
}

/// A part that is counted: its number and its facts.
#[derive(Clone, Debug)]
pub struct Counted {
    pub(crate) id: PartId,
    /// What its text tells.
    pub facts: Arc<Facts>,
}

impl Knowledge {
    /// Counts what `facts` say of a part whose text is `text`.
    pub fn add(&mut self, facts: Facts, text: &str) -> Counted {
        self.last = self.last.wrapping_add(1);
        self.words.add(&facts, text, self.last);
        self.bodies.add(&facts.bodies, text, bodies::skeleton);
        self.people.add(&facts.people, text, |_| String::new());
        Counted { id: self.last, facts: Arc::new(facts) }
    }

    /// Takes a part away that was counted.
    pub fn remove(&mut self, part: &Counted) {
        self.words.remove(&part.facts, part.id);
        self.bodies.remove(&part.facts.bodies);
        self.people.remove(&part.facts.people);
    }

    /// Draws the conclusions from what was added and taken away.
    pub fn settle(&mut self, names: &Names) -> Changes {
        let mut changes = Changes { parts: self.words.settle(), ..Changes::default() };
        if self.bodies.settle() {
            let judged = wrong_bodies(&self.bodies, names);
            changes.bodies = exchange(&mut self.wrong_bodies, judged);
        }
        if self.people.settle() {
            let judged = wrong_people(&self.people, names);
            changes.people = exchange(&mut self.wrong_people, judged);
        }
        changes
    }
}

impl Changes {
    /// Do they concern `part`?
    pub fn concern(&self, part: &Counted) -> bool {
        let mentioned = |keys: &[u64], mentions: &[Mention]| {
            !keys.is_empty() && mentions.iter().any(|mention| keys.binary_search(&mention.key).is_ok())
        };
        self.parts.binary_search(&part.id).is_ok()
            || mentioned(&self.bodies, &part.facts.bodies)
            || mentioned(&self.people, &part.facts.people)
    }

    /// Has nothing changed?
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.bodies.is_empty() && self.people.is_empty()
    }
}

/// Puts `new` in the place of `old`; gives the keys whose values differ, sorted.
fn exchange(old: &mut FxHashMap<u64, Meant>, new: FxHashMap<u64, Meant>) -> Vec<u64> {
    let former = std::mem::replace(old, new);
    let differs = |key: &&u64| former.get(*key) != old.get(*key);
    let mut keys: Vec<u64> = former.keys().chain(old.keys()).filter(differs).copied().collect();
    keys.sort_unstable();
    keys
}

/// Somebody or something that the document or the configuration knows.
struct Known<'k> {
    name: &'k str,
    /// The letters of a body's name.
    skeleton: Cow<'k, str>,
    mentions: u32,
    by: By,
}

/// Where a name stands that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Repetition,
    Place,
    Configuration,
}

impl Known<'_> {
    /// Is it only what one heading says?
    fn is_told_once(&self) -> bool {
        self.mentions < 2
    }

    /// Is it said so much more often than `entry` that one of the two must be wrong, and that `entry`?
    fn outweighs(&self, entry: &Entry) -> bool {
        match self.by {
            By::Configuration => true,
            By::Place => self.mentions >= 2 * entry.all(),
            By::Repetition => self.mentions >= 3 * entry.all(),
        }
    }
}

fn wrong_bodies(bodies: &Tally, names: &Names) -> FxHashMap<u64, Meant> {
    let known = known_bodies(bodies, names);
    let mut wrong = FxHashMap::default();
    for (key, entry) in bodies.iter() {
        if names.bodies().any(|name| *name == *entry.name) {
            continue;
        }
        // A loose name, or one in the heading of a decision, says too little to be mended by a letter.
        let joints_only = entry.count(Sign::Listed) + entry.count(Sign::Loose) > 0;
        let meant = known.iter().filter(|known| {
            match bodies::difference((&entry.name, &entry.skeleton), (known.name, &known.skeleton)) {
                // Of two joints only one is right, and the head says which body it is.
                Some(Difference::Joints) => known.by >= By::Place || known.outweighs(entry),
                // The letters of the word for a body, jumbled, are no other body, however seldom the right one is named.
                Some(Difference::Letters) if bodies::is_misspelt(&entry.skeleton) => {
                    !joints_only && !bodies::is_misspelt(&known.skeleton)
                }
                // Nor are letters that changed places, where the head names the right one.
                Some(Difference::Letters) => {
                    let swapped =
                        known.by >= By::Place && bodies::is_swapped(&entry.skeleton, &known.skeleton);
                    !joints_only
                        && (!known.is_told_once() && known.outweighs(entry)
                            || swapped && known.mentions >= entry.all())
                }
                None => false,
            }
        });
        if let Some(known) = meant.max_by_key(|known| (known.by, known.mentions, known.name)) {
            wrong.insert(key, Meant { wrong: 0..entry.name.len(), right: known.name.into() });
        }
    }
    wrong
}

fn known_bodies<'k>(bodies: &'k Tally, names: &'k Names) -> Vec<Known<'k>> {
    let mut known: Vec<Known<'k>> = names
        .bodies()
        .map(|name| Known {
            name,
            skeleton: bodies::skeleton(name).into(),
            mentions: u32::MAX,
            by: By::Configuration,
        })
        .collect();
    for (_, entry) in bodies.iter() {
        let mentions = entry.all() - entry.count(Sign::Loose);
        let by = if entry.count(Sign::Listed) > 0 { By::Place } else { By::Repetition };
        if mentions >= 1 && by == By::Place || mentions >= OFTEN {
            known.push(Known { name: &entry.name, skeleton: (&*entry.skeleton).into(), mentions, by });
        }
    }
    weightiest(known)
}

/// At most this many names are compared with all others; a meeting knows fewer.
const MOST_KNOWN: usize = 200;

fn weightiest(mut known: Vec<Known<'_>>) -> Vec<Known<'_>> {
    known.sort_unstable_by_key(|known| std::cmp::Reverse((known.by, known.mentions, known.name)));
    known.truncate(MOST_KNOWN);
    known
}

fn wrong_people(people: &Tally, names: &Names) -> FxHashMap<u64, Meant> {
    let known = known_people(people, names);
    let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, person) in known.iter().enumerate() {
        for (_, word) in people::parts(person.name) {
            by_word.entry(word).or_default().push(at);
        }
    }
    let right: FxHashSet<&str> = known.iter().map(|person| person.name).collect();
    let towns = known_towns(people, names, MOST_KNOWN);
    let mut wrong = FxHashMap::default();
    for (key, entry) in people.iter() {
        let meant = if entry.is_town() {
            slip_for(entry, &towns).map(|(wrong, right)| Meant { wrong, right: right.into() })
        } else if known.is_empty() || right.contains(&*entry.name) {
            None
        } else {
            let candidates = people::parts(&entry.name).filter_map(|(_, word)| by_word.get(word));
            wrong_person(entry, candidates.flatten().map(|&at| &known[at]))
        };
        wrong.extend(meant.map(|meant| (key, meant)));
    }
    wrong
}

fn wrong_person<'k>(entry: &Entry, candidates: impl Iterator<Item = &'k Known<'k>>) -> Option<Meant> {
    let marked = entry.count(Sign::Marked) > 0;
    candidates
        // People of office are met again and again; twice and once is enough to tell which spelling is the slip.
        .filter(|known| {
            known.outweighs(entry)
                || known.by == By::Place && known.mentions >= entry.all()
                || known.by == By::Repetition && marked && known.mentions >= 2 * entry.all()
        })
        .filter_map(|known| {
            let listed = known.by > By::Repetition;
            let evidence = Evidence { certain: marked && listed, listed, of_office: marked && !listed };
            Some((people::slip_in(&entry.name, known.name, evidence)?, known))
        })
        .max_by_key(|(_, known)| (known.by, known.mentions, known.name))
        .map(|(wrong, known)| Meant { wrong, right: known.name.into() })
}

/// A person of office who is mentioned so often is known.
const MET_AGAIN: u32 = 2;

fn known_people<'k>(people: &'k Tally, names: &'k Names) -> Vec<Known<'k>> {
    let person = |name, mentions, by| Known { name, skeleton: "".into(), mentions, by };
    let mut known: Vec<Known<'k>> =
        names.members.iter().map(|member| person(&*member.name, u32::MAX, By::Configuration)).collect();
    for (_, entry) in people.iter() {
        let listed = entry.count(Sign::Listed) > 0;
        if listed || (entry.count(Sign::Marked) > 0 && entry.all() >= MET_AGAIN) {
            known.push(person(&entry.name, entry.all(), if listed { By::Place } else { By::Repetition }));
        }
    }
    weightiest(known)
}

/// The names and words of a part, seen from the whole document.
#[derive(Clone, Copy)]
pub struct Slips<'a> {
    text: &'a str,
    facts: &'a Facts,
    knowledge: &'a Knowledge,
}

impl<'a> Slips<'a> {
    /// Those of the part `text` in a document of which `knowledge` is known.
    pub fn new(text: &'a str, facts: &'a Facts, knowledge: &'a Knowledge) -> Self {
        Self { text, facts, knowledge }
    }

    /// Committees, councils, departments and municipalities that are written wrongly.
    pub fn bodies(&self) -> Vec<Slip> {
        let mut slips = self.named(&self.facts.bodies, &self.knowledge.wrong_bodies);
        slips.extend(self.people_or_towns(true));
        // A name is found again as the end of a longer one.
        slips.sort_by_key(|slip| (slip.range.start(), std::cmp::Reverse(slip.range.end())));
        slips.dedup_by(|next, kept| kept.range.contains_range(next.range));
        slips
    }

    /// People whose names are written wrongly.
    pub fn people(&self) -> Vec<Slip> {
        self.people_or_towns(false)
    }

    fn people_or_towns(&self, towns: bool) -> Vec<Slip> {
        let is_town = |slip: &Slip| self.text[usize::from(slip.range.end())..].starts_with(" Kommune");
        let mut slips = self.named(&self.facts.people, &self.knowledge.wrong_people);
        slips.retain(|slip| is_town(slip) == towns);
        slips
    }

    fn named(&self, mentions: &[Mention], wrong: &FxHashMap<u64, Meant>) -> Vec<Slip> {
        if wrong.is_empty() {
            return Vec::new();
        }
        let slips = mentions.iter().filter_map(|mention| {
            let meant = wrong.get(&mention.key)?;
            let name = &self.text[mention.range()];
            let whole = bodies::spaced(name);
            // The wrong bytes are counted in the name with single spaces.
            let range = if meant.wrong == (0..whole.len()) {
                mention.range()
            } else if name.len() == whole.len() {
                range(meant.wrong.start, meant.wrong.end) + mention.range().start()
            } else {
                return None;
            };
            Some(Slip { range, right: meant.right.to_string() })
        });
        slips.collect()
    }

    /// Long words that are written wrongly, outside the names of bodies and people.
    pub fn words(&self) -> Vec<Slip> {
        if !self.knowledge.words.has_slips() {
            return Vec::new();
        }
        let named = |word: TextRange| {
            // What is no word for a body, and of which nobody knows which is meant, is a word like others.
            let jumbled = |name: &&Mention| {
                bodies::is_misspelt(&bodies::skeleton(&self.text[name.range()]))
                    && !self.knowledge.wrong_bodies.contains_key(&name.key)
            };
            let mut names = self.facts.bodies.iter().chain(&self.facts.people);
            names.any(|name| name.range().contains_range(word) && !jumbled(&name))
        };
        // Nearly every word is no slip, and that is quicker to say than whether it lies in a name.
        let words = self.facts.words.iter();
        words
            .filter_map(|word| {
                let slip = self.knowledge.words.slip(word.hash).filter(|_| !named(word.range()))?;
                Some(Slip { range: word.range(), right: self.knowledge.words.usual(slip) })
            })
            .collect()
    }
}
