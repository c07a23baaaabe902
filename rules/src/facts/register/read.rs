//! Reads the register from a document: what each part says, and what that means for the meeting.

use jiff::civil::Time;
use rustc_hash::FxHashSet;

use super::super::people::{people, wording};
use super::presence::Names;
use super::said::Place;
use super::{Absence, Disqualified, InItem, Movement, Named, Register, Scope, Substitute};
use crate::minutes::{Content, Decision, Head, Item, Meeting, Minutes, Placed, StatementKind};
use crate::text::{TextRange, TextSize, edit};

/// What one part, the head or an item, says of those who meet; offsets are those of the part. It depends on the part
/// alone and is kept with it. What a number of an item means, and whose decision a decision is, only the document knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    members: Vec<Named>,
    all_with_party: bool,
    lists_absent: bool,
    /// Each with the number of the decision's section that says so.
    told: Vec<(Option<usize>, Told)>,
    /// Where somebody acts.
    acts: FxHashSet<TextRange>,
}

/// Something that is said of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Party(Named),
    Act(Named),
    Absence { who: Named, numbers: Numbers, meeting: bool },
    Movement(Named, Moved),
    Disqualified { who: Named, by_decision: bool, numbers: Numbers },
    Substitute { who: Named, instead_of: Named, numbers: Numbers },
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
    /// What the head with this text says.
    pub(crate) fn of_head(text: &str, head: &Head) -> Self {
        let mut said = Self { lists_absent: !head.absent.is_empty(), ..Self::default() };
        let absent: FxHashSet<TextRange> = head.absent.iter().copied().collect();
        for &line in head.participants.iter().chain(&head.absent) {
            if said.read_substitute(text, line) {
                continue;
            }
            match absent.contains(&line) {
                true => said.read_absent(text, line, None, true),
                false => said.members.extend(named(text, line)),
            }
        }
        let with_party = said.members.iter().filter(|member| member.party.is_some()).cloned();
        said.told.extend(with_party.map(|member| (None, Told::Party(member))).collect::<Vec<_>>());
        said.all_with_party =
            !said.members.is_empty() && said.members.iter().all(|member| member.party.is_some());
        let mut listed: Vec<TextRange> = head.participants.iter().chain(&head.absent).copied().collect();
        listed.sort_by_key(|line| line.start());
        for line in lines(text) {
            let from = listed.partition_point(|listed| listed.start() < line.start());
            let within = listed[from..].iter().take_while(|listed| listed.start() <= line.end());
            if !within.into_iter().any(|listed| line.contains_range(*listed)) {
                said.hear(text, line, Place::Head);
            }
        }
        // A substitute stands beside the members and is none of those the head counts.
        let substitutes: FxHashSet<String> =
            said.told.iter().filter_map(|(_, told)| told.substitute()).collect();
        said.members.retain(|member| !substitutes.contains(&member.name));
        said
    }

    /// What the item with this text says.
    pub(crate) fn of_item(text: &str, item: &Item) -> Self {
        let mut said = Self::default();
        for line in lines(&text[item.intro]) {
            said.read_line(text, line + item.intro.start(), Place::Item(None));
        }
        for (at, section) in item.sections.iter().enumerate().filter(|(_, section)| !section.history) {
            match &section.content {
                Content::Decision(decision) => said.read_decision(text, at, decision),
                // Who comes and goes may stand anywhere; who votes and is away stands in decisions.
                Content::Prose => {
                    for line in lines(&text[section.body]) {
                        said.hear(text, line + section.body.start(), Place::Case);
                    }
                }
                _ => {}
            }
        }
        said.acts = FxHashSet::default();
        said
    }

    /// The same after an edit of the part that replaced `range` by `inserted` bytes and changed nothing of it.
    pub(crate) fn moved(&self, range: TextRange, inserted: TextSize) -> Self {
        let mut moved = self.clone();
        let place = |named: &mut Named| named.range = edit::moved(named.range, range, inserted);
        moved.members.iter_mut().for_each(place);
        for (_, told) in &mut moved.told {
            match told {
                Told::Party(who) | Told::Act(who) => place(who),
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

    /// "Stedfortræder: Ida Juul (C) for Uffe Hede", among those listed; `false` for another line.
    fn read_substitute(&mut self, text: &str, line: TextRange) -> bool {
        let words = text[line].to_lowercase();
        if !["stedfortræder", "suppleant", "i stedet for"].iter().any(|word| words.contains(word)) {
            return false;
        }
        // "i stedet for Bo Lindt (V) i punkt 1": for a part of the meeting, like an absence.
        if ["punkt", "pkt", "kl.", "delvis"].iter().any(|word| words.contains(word)) {
            return true;
        }
        if let [who, instead_of] = &named(text, line)[..] {
            let between = text[TextRange::new(who.range.end(), instead_of.range.start())].to_lowercase();
            // "Afbud: Bo Lindt (V) – Ida Juul (V) deltog som stedfortræder".
            let behind = text[TextRange::new(instead_of.range.end(), line.end())].to_lowercase();
            let dash =
                between.trim_start_matches(|c: char| c == ')' || c == '(' || c.is_alphabetic() || c == ' ');
            if matches!(dash.trim(), "–" | "-" | ":")
                && behind.contains("stedfortræder") | behind.contains("suppleant")
            {
                let (away, substitute) = (who.clone(), instead_of.clone());
                let parties = [who, instead_of].into_iter().filter(|one| one.party.is_some());
                parties.for_each(|one| self.tell(None, Told::Party(one.clone())));
                let numbers = Numbers::new();
                self.tell(None, Told::Absence { who: away.clone(), numbers: numbers.clone(), meeting: true });
                self.tell(None, Told::Substitute { who: substitute, instead_of: away, numbers });
                return true;
            }
            if between.contains(" for ") {
                self.tell(
                    None,
                    Told::Substitute {
                        who: who.clone(),
                        instead_of: instead_of.clone(),
                        numbers: Numbers::new(),
                    },
                );
            }
        }
        true
    }

    /// "Fraværende: Finn Post (V), Ida Juul": who is away from the `meeting`, or from the item whose decision says so.
    fn read_absent(&mut self, text: &str, line: TextRange, section: Option<usize>, meeting: bool) {
        let words = text[line].to_lowercase();
        // "Finn Post (punkt 3-5)", "Finn Post fra kl. 17": away for a part, and nobody can tell which.
        let partly = ["punkt", "pkt", "kl.", "delvis", " til ", " fra ", "under"]
            .iter()
            .any(|word| words.contains(word));
        // Somebody else stands in: "Afbud: Finn Post (V), i stedet mødte Ida Juul (V)".
        if partly || words.contains("i stedet") {
            return;
        }
        for who in named(text, line) {
            if who.party.is_some() {
                self.tell(section, Told::Party(who.clone()));
            }
            self.tell(section, Told::Absence { who, numbers: Vec::new(), meeting });
        }
    }

    fn read_decision(&mut self, text: &str, at: usize, decision: &Decision) {
        for statement in &decision.statements {
            if statement.kind != StatementKind::Quoted {
                self.read_line(text, statement.range, Place::Item(Some(at)));
            }
        }
        for vote in &decision.votes {
            for side in [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten() {
                for &name in &side.names {
                    self.act(text, name, Some(at));
                }
            }
        }
    }

    fn read_line(&mut self, text: &str, line: TextRange, place: Place) {
        let words = &text[line];
        let label = words.split_once(':').map(|(label, _)| label.trim());
        let absent = label.is_some_and(is_absent_label);
        match (absent, place) {
            (true, Place::Item(section)) => self.read_absent(text, line, section, false),
            _ => self.hear(text, line, place),
        }
    }

    pub(super) fn tell(&mut self, section: Option<usize>, told: Told) {
        self.told.push((section, told));
    }

    /// Notes that the person at `name` acted.
    pub(super) fn act(&mut self, text: &str, name: TextRange, section: Option<usize>) {
        let words = &text[name];
        if people(words).len() == 1 && self.acts.insert(name) {
            self.tell(section, Told::Act(Named { name: words.to_owned(), party: None, range: name }));
        }
    }
}

/// "Fraværende", "Afbud": the words before a colon.
fn is_absent_label(label: &str) -> bool {
    const LONGEST: usize = 60;
    label.len() <= LONGEST && wording().absent_labels.contains(&label.to_lowercase())
}

impl Told {
    fn substitute(&self) -> Option<String> {
        match self {
            Self::Substitute { who, .. } => Some(who.name.clone()),
            _ => None,
        }
    }
}

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
    pub(crate) fn merged<'s>(
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
            (register.all_with_party, register.lists_absent) = (head.all_with_party, head.lists_absent);
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
        register.names = Names::new(&register);
        register
    }

    fn add(&mut self, told: &Told, part: &Part<'_>) {
        match told {
            Told::Party(who) => self.parties.push(part.placed(who)),
            Told::Act(who) => {
                self.acts.extend(part.at.map(|item| InItem { who: part.placed(who), item }));
            }
            Told::Absence { who, numbers, meeting } => {
                let here = part.at.filter(|_| !meeting).map(|at| vec![at]);
                let items = part.items.of(numbers).or(here);
                let from = items.map_or(Scope::Meeting, Scope::Items);
                self.absences.push(Absence { who: part.placed(who), from });
            }
            Told::Movement(who, Moved { came, time, item }) => {
                let item = item.as_ref().and_then(|during| {
                    let named = part.items.of(&during.numbers).and_then(|items| items.first().copied());
                    let item = named.or(part.at.filter(|_| during.here))?;
                    if during.before { item.checked_sub(1) } else { Some(item) }
                });
                let time = time.map(|(time, range)| (time, range + part.start));
                self.movements.push(Movement { who: part.placed(who), came: *came, time, item });
            }
            Told::Disqualified { who, by_decision, numbers } => {
                let Some(item) = part.at else { return };
                if part.items.of(numbers).is_none_or(|items| items == [item]) {
                    let by_decision = *by_decision;
                    self.disqualified.push(Disqualified { who: part.placed(who), item, by_decision });
                }
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

/// Is this what the body that meets decided now?
fn is_own(text: &str, placed: &Placed<'_>, section: usize, meeting: &Meeting) -> bool {
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

/// The lines of `text`.
fn lines(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    let found = text.split(['\n', '\r']).filter(|line| line.len() > 3);
    found.map(|line| crate::text::range_of(text, line))
}
