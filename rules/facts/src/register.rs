//! The register of a meeting: who is a member, who was away, came and went, may not take part, stands in for whom, and
//! who did what in which item.
//!
//! It is read from the head and from the decisions of the body that meets, never from what earlier meetings decided or
//! from somebody's own words. What a sentence leaves open is left out: a rule that finds a contradiction must be sure of
//! both sides.

mod merged;
mod moves;
mod numbers;
mod phrases;
mod presence;
mod read;
mod said;
mod told;

use jiff::civil::Time;

use text::TextRange;

pub use merged::is_own;
pub use presence::Absent;
pub use told::Said;

/// The register of a meeting; offsets are those of the document, items are counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Those whom the head lists as members or participants, in its order.
    pub members: Vec<Named>,
    /// Those whom the head tells to be there, or to lead the meeting or write its minutes.
    pub present: Vec<Named>,
    /// Who leads the body, where the head says so of one.
    pub chair: Option<Named>,
    /// Does the head list members, each with a party?
    pub all_with_party: bool,
    /// Does the head say who is absent?
    pub lists_absent: bool,
    /// Who was away, and from what.
    pub absences: Vec<Absence>,
    /// Who came and went.
    pub movements: Vec<Movement>,
    /// Who is named with a word of coming back, and may be there again.
    pub returns: Vec<InItem>,
    /// Who may not take part in an item.
    pub disqualified: Vec<Disqualified>,
    /// Those whom the head lists as members and as substitutes, at the latter place.
    pub doubled: Vec<Named>,
    /// Who stood in for whom.
    pub substitutes: Vec<Substitute>,
    /// Who may be a substitute, though nobody says for whom.
    pub stand_ins: Vec<StandIn>,
    /// Does the head speak of substitutes?
    pub of_substitutes: bool,
    /// Who voted, proposed or had something entered, in the decision of which item.
    pub acts: Vec<InItem>,
    /// Who asked, presented or told something, in which item.
    pub spoke: Vec<InItem>,
    /// Everybody named with a party, each time.
    pub parties: Vec<Named>,
    /// The numbers of the items, as the agenda has them.
    pub numbers: Vec<Option<u32>>,
    names: presence::Names,
}

/// A person named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The party letter.
    pub party: Option<String>,
    /// Where the name stands.
    pub range: TextRange,
}

/// Somebody in an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InItem {
    /// Who.
    pub who: Named,
    /// The item, counted from 0.
    pub item: usize,
}

/// Somebody may not take part in an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disqualified {
    /// Who.
    pub who: Named,
    /// The item, counted from 0.
    pub item: usize,
    /// Did the body decide so? Until it had, the member was there, and may even have voted on it.
    pub by_decision: bool,
    /// Does the text of the case say so, which may have been written for another meeting?
    pub in_case: bool,
}

/// Somebody was away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub who: Named,
    /// From what.
    pub from: Scope,
}

/// What an absence holds for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of the meeting.
    Meeting,
    /// Some items, counted from 0.
    Items(Vec<usize>),
}

/// Somebody came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Who.
    pub who: Named,
    /// Did they come?
    pub came: bool,
    /// The time, where it is told.
    pub time: Option<(Time, TextRange)>,
    /// The item during which it was; `None` when that is not known.
    pub item: Option<usize>,
    /// Does that item say so itself, so that it is known what stands behind?
    pub here: bool,
}

/// Somebody stood in for somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitute {
    /// Who came.
    pub who: Named,
    /// Whose place they took.
    pub instead_of: Named,
    /// The item that says so; `None` for the head.
    pub item: Option<usize>,
}

/// Somebody who may stand in for a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// Who.
    pub who: Named,
    /// From this item on, counted from 0.
    pub from: usize,
}

#[cfg(test)]
mod tests;
