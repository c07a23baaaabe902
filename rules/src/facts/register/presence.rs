//! Who was away when.

use super::super::people::is_same;
use super::{Absence, Disqualified, Movement, Register, Scope};
use crate::text::TextRange;

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

impl Register {
    /// Was `name` away from all of `item`, and how is that known?
    pub fn absent(&self, name: &str, item: usize) -> Option<Absent> {
        let away = self
            .absences
            .iter()
            .find(|absence| is_same(&absence.who.name, name) && self.holds_for(absence, item));
        if let Some(absence) = away {
            return Some(Absent::Away(absence.who.range));
        }
        let moves: Vec<(&Movement, usize)> = self.moves(name).collect();
        match moves.iter().rev().find(|(_, at)| *at < item) {
            Some((last, at)) => {
                let back = moves.iter().any(|(other, when)| other.came && *when >= *at && *when <= item);
                (!last.came && !back).then_some(Absent::Left(last.who.range))
            }
            None => {
                let (first, at) = moves.first()?;
                let still_there = moves.iter().any(|(other, when)| !other.came && when <= at);
                (first.came && *at > item && !still_there).then_some(Absent::NotYet(first.who.range))
            }
        }
    }

    /// The comings and goings of `name` whose item is known.
    fn moves<'r>(&'r self, name: &'r str) -> impl Iterator<Item = (&'r Movement, usize)> {
        self.movements
            .iter()
            .filter(|other| is_same(&other.who.name, name))
            .filter_map(|other| Some((other, other.item?)))
    }

    fn holds_for(&self, absence: &Absence, item: usize) -> bool {
        match &absence.from {
            Scope::Items(items) => items.contains(&item),
            // Somebody who came later, or left again, was there for a part.
            Scope::Meeting => !self.movements.iter().any(|other| is_same(&other.who.name, &absence.who.name)),
        }
    }

    /// May `name` not take part in `item`? Where that stands.
    pub fn disqualified_in(&self, name: &str, item: usize) -> Option<&Disqualified> {
        self.disqualified.iter().find(|one| one.item == item && is_same(&one.who.name, name))
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
        voters
    }
}
