//! What a sentence says of those who are away, come and go.

use super::super::people::{Person, wording};
use super::said::{Place, Sentence};
use super::told::{DuringItem, Moved, Said, Told};
use danish::clock::times;
use text::{TextSize, holds, is_space};

impl Sentence<'_> {
    /// Somebody was there for a part of the meeting.
    pub(super) fn in_part(&self, said: &mut Said, start: usize) {
        for person in self.subject(start) {
            let moved = Moved { came: true, time: None, item: None };
            said.tell(self.section(), Told::Movement(self.named(person), moved));
        }
    }

    pub(super) fn absent(&self, said: &mut Said, start: usize) {
        let after = &self.lower[start..];
        let whole = wording().whole_meeting.iter().any(|phrase| holds(after, phrase));
        let vote_only = after.contains("afstemning");
        let limited = wording().in_part.iter().any(|word| holds(after, word));
        let meeting = match self.place {
            _ if vote_only || limited => return,
            Place::Case | Place::OwnCase => return,
            Place::Head => true,
            Place::Item(_) => whole,
        };
        for person in self.subject(start) {
            let (who, numbers) = (self.named(person), self.item_numbers(start));
            said.tell(self.section(), Told::Absence { who, numbers, meeting });
        }
    }

    /// Whoever is named may be there again.
    pub(super) fn returned(&self, said: &mut Said) {
        for person in self.people.iter().filter(|_| self.place != Place::Head) {
            said.tell(self.section(), Told::Returned(self.named(person)));
        }
    }

    pub(super) fn moved(&self, said: &mut Said, start: usize, end: usize, came: bool) {
        let Some(person) = self.who_moved(start, end) else { return };
        let after = start + self.lower[start..].char_indices().nth(1).map_or(0, |(at, _)| at);
        let time = times(&self.text[after..]).next();
        let told = time.as_ref().map_or(end, |time| after + usize::from(time.range.end()));
        if !came && self.is_back(start, end, told) {
            return;
        }
        let time = time.and_then(|found| {
            Some((found.time()?, found.range + TextSize::of(&self.text[..after]) + self.start))
        });
        let shortly = wording().away_shortly.iter().any(|word| holds(self.lower, word));
        if !came && shortly && time.is_none() {
            return;
        }
        // "forlod mødet før punkt 5" is away from punkt 5 on.
        let before = wording().before_items.iter().any(|words| holds(&self.lower[start..], words));
        let here = match self.place {
            Place::Item(_) => true,
            Place::Case | Place::OwnCase => !came,
            Place::Head => false,
        };
        let item = DuringItem { numbers: self.item_numbers(start), here, before: before && !came };
        let item = (!shortly).then_some(item);
        said.tell(self.section(), Told::Movement(self.named(person), Moved { came, time, item }));
    }

    /// Who came or went by the words from byte `start` to `end`.
    fn who_moved(&self, start: usize, end: usize) -> Option<&Person> {
        if &self.lower[start..end] != "forlod" {
            return self.subject(start).first().copied();
        }
        // "Herefter forlod Per Ravn (V) mødet."
        let person = self.object(end).first().copied()?;
        let behind = self.lower[person.range.end().into()..].trim_start_matches(is_space);
        wording().left_what.iter().any(|word| behind.starts_with(&**word)).then_some(person)
    }

    /// Does the sentence say of who left at byte `start` that they came back: by a word, by a second time after `after_time`, or
    /// because they only "gik kl. 17.20 ned efter kaffe"?
    fn is_back(&self, start: usize, end: usize, after_time: usize) -> bool {
        let rest = self.text[after_time..].trim_start_matches(is_space);
        let until = rest.starts_with(['-', '–']) || times(rest).next().is_some();
        let bare = wording().left_bare.iter().any(|words| self.lower[start..end].starts_with(&**words));
        let errand = bare && !rest.trim_matches(|c| is_space(c) || matches!(c, '.' | ')' | ',')).is_empty();
        let back = wording().away_and_back.iter().any(|word| holds(&self.lower[start..], word));
        until || errand || back
    }
}
