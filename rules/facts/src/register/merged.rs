//! What is said in the parts of a document, and what it means for the meeting.

use super::presence::Names;
use super::told::{Moved, Numbers, Said, Told};
use super::{Absence, Disqualified, InItem, Movement, Named, Register, Scope, StandIn, Substitute};
use minutes::{Content, Meeting, Minutes, Placed};
use text::TextSize;

impl Register {
    /// Reads the register of `text`, which `minutes` are, of `meeting`.
    pub fn of(text: &str, minutes: &Minutes, meeting: &Meeting) -> Self {
        let head = minutes.head();
        let head = Said::of_head(&text[..head.len.into()], head);
        let items: Vec<Said> =
            minutes.items().map(|placed| Said::of_item(&text[placed.range()], placed.item)).collect();
        Self::merged(text, minutes, meeting, std::iter::once(&head).chain(&items))
    }

    /// The register of `text`, of whose head and items it is known what each of them `said`.
    pub fn merged<'s>(
        text: &str,
        minutes: &Minutes,
        meeting: &Meeting,
        mut said: impl Iterator<Item = &'s Said>,
    ) -> Self {
        let numbers = minutes.items().map(|placed| placed.item.number.map(|(number, _)| number)).collect();
        let mut register = Self { numbers, ..Self::default() };
        let items = Numbered::new(&register.numbers);
        if let Some(head) = said.next() {
            register.members.clone_from(&head.members);
            register.present.clone_from(&head.present);
            register.doubled.clone_from(&head.doubled);
            register.chair = match &head.chairs[..] {
                [first, rest @ ..] => {
                    Some(first).filter(|_| rest.iter().all(|one| one.name == first.name)).cloned()
                }
                [] => None,
            };
            (register.all_with_party, register.lists_absent) = (head.all_with_party, head.lists_absent);
            register.of_substitutes = head.of_substitutes;
            let part = Part { start: TextSize::new(0), at: None, items: &items };
            head.told.iter().for_each(|(_, told)| register.add(told, &part));
        }
        for ((at, placed), said) in minutes.items().enumerate().zip(said) {
            let part = Part { start: placed.start, at: Some(at), items: &items };
            let mut known: Option<(usize, bool)> = None;
            for (section, told) in &said.told {
                let own = section.is_none_or(|section| match known {
                    Some((same, own)) if same == section => own,
                    _ => {
                        let own = is_own(text, &placed, section, meeting);
                        known = Some((section, own));
                        own
                    }
                });
                if own {
                    register.add(told, &part);
                }
            }
        }
        // The head may name items that stand behind others.
        register.disqualified.sort_by_key(|one| one.item);
        register.names = Names::new(&register);
        register
    }

    fn add(&mut self, told: &Told, part: &Part<'_>) {
        match told {
            Told::Party(who) => self.parties.push(part.placed(who)),
            Told::Act(who) => {
                self.acts.extend(part.at.map(|item| InItem { who: part.placed(who), item }));
            }
            Told::Spoke(who) => {
                self.spoke.extend(part.at.map(|item| InItem { who: part.placed(who), item }));
            }
            Told::StandIn(who) => {
                self.stand_ins.push(StandIn { who: part.placed(who), from: part.at.unwrap_or_default() });
            }
            Told::Returned(who) => {
                self.returns.extend(part.at.map(|item| InItem { who: part.placed(who), item }));
            }
            Told::Absence { who, numbers, meeting } => {
                // A number that no item has is that of another agenda.
                let named = part.items.of(numbers).or((!numbers.is_empty()).then(Vec::new));
                let here = part.at.filter(|_| !meeting).map(|at| vec![at]);
                let from = named.or(here).map_or(Scope::Meeting, Scope::Items);
                self.absences.push(Absence { who: part.placed(who), from });
            }
            Told::Movement(who, Moved { came, time, item }) => {
                let item = item.as_ref().and_then(|during| {
                    let named = part.items.of(&during.numbers).and_then(|items| items.first().copied());
                    let item = named.or(part.at.filter(|_| during.here))?;
                    if during.before { item.checked_sub(1) } else { Some(item) }
                });
                let time = time.map(|(time, range)| (time, range + part.start));
                let here = item.is_some() && item == part.at;
                self.movements.push(Movement { who: part.placed(who), came: *came, time, item, here });
            }
            Told::Disqualified { who, by_decision, in_case, numbers } => {
                let named = part.items.of(numbers).unwrap_or_default();
                // A number that no item has is that of another agenda.
                let items = match part.at {
                    None => named,
                    Some(item) if numbers.is_empty() || named == [item] => vec![item],
                    Some(_) => Vec::new(),
                };
                let (by_decision, in_case) = (*by_decision, *in_case);
                self.disqualified.extend(items.into_iter().map(|item| Disqualified {
                    who: part.placed(who),
                    item,
                    by_decision,
                    in_case,
                }));
            }
            Told::Substitute { who, instead_of, numbers } => {
                let (who, instead_of) = (part.placed(who), part.placed(instead_of));
                let named = part.items.of(numbers).map(|items| items.into_iter().map(Some).collect());
                let items: Vec<_> = named.unwrap_or_else(|| vec![part.at]);
                self.substitutes.extend(items.into_iter().map(|item| Substitute {
                    who: who.clone(),
                    instead_of: instead_of.clone(),
                    item,
                }));
            }
        }
    }
}

/// Where what is said belongs.
struct Part<'p> {
    start: TextSize,
    /// The item, counted from 0; `None` for the head.
    at: Option<usize>,
    items: &'p Numbered,
}

impl Part<'_> {
    fn placed(&self, named: &Named) -> Named {
        Named { range: named.range + self.start, ..named.clone() }
    }
}

/// The items by their numbers.
struct Numbered(Vec<(u32, usize)>);

impl Numbered {
    /// More items are in nobody's mind.
    const MOST: usize = 200;

    fn new(numbers: &[Option<u32>]) -> Self {
        let numbered = numbers.iter().enumerate().filter_map(|(at, number)| Some(((*number)?, at)));
        let mut numbered: Vec<(u32, usize)> = numbered.collect();
        numbered.sort_unstable();
        Self(numbered)
    }

    /// The items with these numbers; `None` when there are none.
    fn of(&self, numbers: &Numbers) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        for &(first, last) in numbers {
            let from = self.0.partition_point(|(number, _)| *number < first);
            let named = self.0[from..].iter().take_while(|(number, _)| *number <= last);
            let before = found.len();
            found.extend(named.map(|(_, at)| *at).take(Self::MOST));
            found[before..].sort_unstable();
        }
        (!found.is_empty()).then_some(found)
    }
}

/// Is what the section of this number says what the body that meets decided now?
pub fn is_own(text: &str, placed: &Placed<'_>, section: usize, meeting: &Meeting) -> bool {
    let Content::Decision(decision) = &placed.item.sections[section].content else { return true };
    let other_day = match (decision.date, meeting.date) {
        (Some((_, Some(day))), Some(today)) => day != today,
        _ => false,
    };
    let other_body = match (decision.body, &meeting.committee) {
        (Some(body), Some(committee)) => {
            let (body, committee) = (text[body + placed.start].to_lowercase(), committee.to_lowercase());
            !body.contains(&committee) && !committee.contains(&body)
        }
        _ => false,
    };
    !other_day && !other_body
}
