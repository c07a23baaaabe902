//! What a part of a document says of those who meet, as values.

use jiff::civil::Time;
use rustc_hash::FxHashSet;

use super::super::people::{is_office, people};
use super::Named;
use text::{TextRange, TextSize, edit};

/// What one part, the head or an item, says of those who meet; offsets are those of the part. It depends on the part
/// alone and is kept with it. What a number of an item means, and whose decision a decision is, only the document knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub(super) members: Vec<Named>,
    pub(super) present: Vec<Named>,
    /// Those who are listed as members and stand in for another of them.
    pub(super) doubled: Vec<Named>,
    /// Who is called the chair.
    pub(super) chairs: Vec<Named>,
    pub(super) all_with_party: bool,
    pub(super) lists_absent: bool,
    /// Does it speak of substitutes?
    pub(super) of_substitutes: bool,
    /// Each with the number of the decision's section that says so.
    pub(super) told: Vec<(Option<usize>, Told)>,
    /// Where somebody acts.
    pub(super) acts: FxHashSet<TextRange>,
}

/// Something that is said of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Party(Named),
    Act(Named),
    /// Asked, presented, told.
    Spoke(Named),
    Absence {
        who: Named,
        numbers: Numbers,
        meeting: bool,
    },
    Movement(Named, Moved),
    Disqualified {
        who: Named,
        by_decision: bool,
        in_case: bool,
        numbers: Numbers,
    },
    Substitute {
        who: Named,
        instead_of: Named,
        numbers: Numbers,
    },
    /// Named with a word of substitutes, or with a party among those who are no members.
    StandIn(Named),
    /// Named with a word of coming back.
    Returned(Named),
}

/// How somebody came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) came: bool,
    pub(super) time: Option<(Time, TextRange)>,
    /// During which item; `None` when that is not known.
    pub(super) item: Option<DuringItem>,
}

/// The item during which somebody came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DuringItem {
    pub(super) numbers: Numbers,
    /// Without a number, is it the item that says so?
    pub(super) here: bool,
    /// Is it the one before?
    pub(super) before: bool,
}

/// The numbers of items, as ranges with both ends.
pub(super) type Numbers = Vec<(u32, u32)>;

impl Said {
    /// The same after an edit of the part that replaced `range` by `inserted` bytes and changed nothing of it.
    pub fn moved(&self, range: TextRange, inserted: TextSize) -> Self {
        let mut moved = self.clone();
        let place = |named: &mut Named| named.range = edit::moved(named.range, range, inserted);
        moved.members.iter_mut().chain(&mut moved.present).chain(&mut moved.chairs).for_each(place);
        for (_, told) in &mut moved.told {
            match told {
                Told::Party(who)
                | Told::Act(who)
                | Told::Spoke(who)
                | Told::StandIn(who)
                | Told::Returned(who) => place(who),
                Told::Absence { who, .. } | Told::Disqualified { who, .. } => place(who),
                Told::Movement(who, how) => {
                    place(who);
                    if let Some((_, time)) = &mut how.time {
                        *time = edit::moved(*time, range, inserted);
                    }
                }
                Told::Substitute { who, instead_of, .. } => {
                    place(who);
                    place(instead_of);
                }
            }
        }
        moved
    }

    pub(super) fn tell(&mut self, section: Option<usize>, told: Told) {
        self.told.push((section, told));
    }

    /// Notes that the person at `name` acted.
    pub(super) fn act(&mut self, text: &str, name: TextRange, section: Option<usize>) {
        let words = &text[name];
        if (people(words).len() == 1 || is_office(words)) && self.acts.insert(name) {
            self.tell(section, Told::Act(Named { name: words.to_owned(), party: None, range: name }));
        }
    }
}

impl Told {
    pub(super) fn substitute(&self) -> Option<String> {
        match self {
            Self::Substitute { who, .. } => Some(who.name.clone()),
            _ => None,
        }
    }
}

/// The people named in `line` of `text`.
pub(super) fn named(text: &str, line: TextRange) -> Vec<Named> {
    let words = &text[line];
    let people = people(words).into_iter();
    people
        .map(|person| Named {
            name: words[person.name].to_owned(),
            party: person.party.map(|party| words[party].to_owned()),
            range: person.name + line.start(),
        })
        .collect()
}
