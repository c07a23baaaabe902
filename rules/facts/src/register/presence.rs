//! Who was away when.

use rustc_hash::FxHashMap;

use super::super::people::{is_office, is_same, likeness};
use super::{Absence, Disqualified, InItem, Movement, Register, Scope};
use text::{TextRange, TextSize};

/// Why somebody cannot have been there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The minutes say that they were away; where.
    Away(TextRange),
    /// They had left; where that stands.
    Left(TextRange),
    /// They had not come yet; where it stands that they did.
    NotYet(TextRange),
}

/// Where in the register a name may stand, by what all ways to write it share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    members: Index,
    absences: Index,
    movements: Index,
    acts: Index,
}

type Index = FxHashMap<String, Vec<usize>>;

impl Names {
    pub(super) fn new(register: &Register) -> Self {
        Self {
            members: index(register.members.iter().map(|member| &*member.name)),
            absences: index(register.absences.iter().map(|absence| &*absence.who.name)),
            movements: index(register.movements.iter().map(|movement| &*movement.who.name)),
            acts: index(register.acts.iter().map(|act| &*act.who.name)),
        }
    }
}

fn index<'n>(names: impl Iterator<Item = &'n str>) -> Index {
    let mut index = Index::default();
    for (at, name) in names.enumerate() {
        index.entry(likeness(name)).or_default().push(at);
    }
    index
}

fn places<'i>(index: &'i Index, name: &str) -> impl Iterator<Item = usize> + use<'i> {
    index.get(&likeness(name)).into_iter().flatten().copied()
}

impl Register {
    /// Is `name` a member?
    pub fn is_member(&self, name: &str) -> bool {
        places(&self.names.members, name).any(|at| is_same(&self.members[at].name, name))
    }

    /// Is it said anywhere that `name` was away, came or went?
    pub fn is_moved(&self, name: &str) -> bool {
        self.absences_of(name).next().is_some() || self.movements_of(name).next().is_some()
    }

    /// What `name` did.
    pub fn acts_of<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r InItem> {
        let acts = places(&self.names.acts, name).map(|at| &self.acts[at]);
        acts.filter(move |act| is_same(&act.who.name, name))
    }

    fn absences_of<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r Absence> {
        let absences = places(&self.names.absences, name).map(|at| &self.absences[at]);
        absences.filter(move |absence| is_same(&absence.who.name, name))
    }

    fn movements_of<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r Movement> {
        let movements = places(&self.names.movements, name).map(|at| &self.movements[at]);
        movements.filter(move |movement| is_same(&movement.who.name, name))
    }

    /// Was `name` away from all of the meeting? Where that stands.
    pub fn away(&self, name: &str) -> Option<TextRange> {
        let mut absences = self.absences_of(name).filter(|absence| absence.from == Scope::Meeting);
        let moved = self.movements_of(name).next().is_some();
        absences.next().filter(|_| !moved).map(|absence| absence.who.range)
    }

    /// Was `name` away from all of `item`, and how is that known?
    pub fn absent(&self, name: &str, item: usize) -> Option<Absent> {
        if let Some(absence) = self.absences_of(name).find(|absence| self.holds_for(absence, item)) {
            return Some(Absent::Away(absence.who.range));
        }
        let moves: Vec<(&Movement, usize)> = self.moves(name).collect();
        match moves.iter().rev().find(|(_, at)| *at < item) {
            Some((last, at)) => {
                let back = moves.iter().any(|(other, when)| other.came && *when >= *at && *when <= item)
                    || self.may_be_back(name, *at, item);
                (!last.came && !back).then_some(Absent::Left(last.who.range))
            }
            None => {
                let (first, at) = moves.first()?;
                let still_there = moves.iter().any(|(other, when)| !other.came && when <= at);
                (first.came && *at > item && !still_there).then_some(Absent::NotYet(first.who.range))
            }
        }
    }

    /// Did `name` leave in `item` before byte `at` of the document, and not come back in it? Where that stands.
    pub fn left_before(&self, name: &str, item: usize, at: TextSize) -> Option<TextRange> {
        let here = self.movements_of(name).filter(|other| other.here && other.item == Some(item));
        let last = here.filter(|other| other.who.range.end() <= at).last()?;
        let back = self.may_be_back(name, item, item);
        (!last.came && !back).then_some(last.who.range)
    }

    /// Is `name` named with a word of coming back in an item from `left` to `item`?
    fn may_be_back(&self, name: &str, left: usize, item: usize) -> bool {
        let from = self.returns.partition_point(|one| one.item < left);
        let until = self.returns[from..].iter().take_while(|one| one.item <= item);
        until.into_iter().any(|one| is_same(&one.who.name, name))
    }

    /// Is `name` named with a word of coming back in `item`, between two places?
    pub fn may_return_between(&self, name: &str, item: usize, from: TextSize, to: TextSize) -> bool {
        let mut here = self.returns.iter().filter(|one| one.item == item);
        here.any(|one| {
            one.who.range.start() > from && one.who.range.start() < to && is_same(&one.who.name, name)
        })
    }

    /// The comings and goings of `name` whose item is known.
    fn moves<'r>(&'r self, name: &'r str) -> impl Iterator<Item = (&'r Movement, usize)> {
        self.movements_of(name).filter_map(|other| Some((other, other.item?)))
    }

    fn holds_for(&self, absence: &Absence, item: usize) -> bool {
        match &absence.from {
            Scope::Items(items) => items.contains(&item),
            // Somebody who came later, or left again, was there for a part.
            Scope::Meeting => self.movements_of(&absence.who.name).next().is_none(),
        }
    }

    /// May `name` not take part in `item`? Where that stands.
    pub fn disqualified_in(&self, name: &str, item: usize) -> Option<&Disqualified> {
        let from = self.disqualified.partition_point(|one| one.item < item);
        let here = self.disqualified[from..].iter().take_while(|one| one.item == item);
        here.into_iter().find(|one| is_same(&one.who.name, name))
    }

    /// The members and substitutes who may vote in `item`.
    pub fn voters(&self, item: usize) -> Vec<&super::Named> {
        let may =
            |name: &str| self.absent(name, item).is_none() && self.disqualified_in(name, item).is_none();
        let mut voters: Vec<&super::Named> = self.members.iter().filter(|member| may(&member.name)).collect();
        for substitute in &self.substitutes {
            let known = voters.iter().any(|voter| is_same(&voter.name, &substitute.who.name));
            if !known && may(&substitute.who.name) {
                voters.push(&substitute.who);
            }
        }
        let acts = self.acts.partition_point(|act| act.item < item);
        let acts = self.acts[acts..].iter().take_while(|act| act.item == item).map(|act| &act.who);
        let stand_ins = self.stand_ins.iter().filter(|one| one.from <= item).map(|one| &one.who);
        for who in stand_ins.chain(acts) {
            let known = voters.iter().any(|voter| is_same(&voter.name, &who.name));
            if !known && !is_office(&who.name) && !self.is_member(&who.name) && may(&who.name) {
                voters.push(who);
            }
        }
        voters
    }

    /// How many may vote in `item` at the most beside those who are known to be its `voters`: it may not be told of all
    /// substitutes who they are.
    pub fn most_of(&self, voters: &[&super::Named], item: usize) -> usize {
        let all_members = || voters.iter().all(|voter| self.is_member(&voter.name));
        let away = || self.members.iter().filter(|member| self.absent(&member.name, item).is_some()).count();
        voters.len() + if self.of_substitutes && all_members() { away() } else { 0 }
    }
}
