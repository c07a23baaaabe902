//! Reads the register from a document.

use super::super::people::{people, wording};
use super::said::{Place, said};
use super::{Absence, InItem, Named, Register, Scope, Substitute};
use crate::minutes::{Decision, Item, Meeting, Minutes, Section, StatementKind};
use crate::text::{TextRange, TextSize};

impl Register {
    /// Reads the register of `text`, which `minutes` are, of `meeting`.
    pub fn of(text: &str, minutes: &Minutes, meeting: &Meeting) -> Self {
        let numbers = minutes.items().map(|placed| placed.item.number.map(|(number, _)| number)).collect();
        let mut register = Self { numbers, ..Self::default() };
        register.read_head(text, minutes);
        for (at, placed) in minutes.items().enumerate() {
            register.read_item(text, at, placed.start, placed.item, meeting);
        }
        register
    }

    fn read_head(&mut self, text: &str, minutes: &Minutes) {
        let head = minutes.head();
        self.lists_absent = !head.absent.is_empty();
        for &line in head.participants.iter().chain(&head.absent) {
            if self.read_substitute(text, line) {
                continue;
            }
            match head.absent.contains(&line) {
                true => self.read_absent(text, line, None),
                false => self.members.extend(named(text, line)),
            }
        }
        self.parties.extend(self.members.iter().filter(|member| member.party.is_some()).cloned());
        self.all_with_party =
            !self.members.is_empty() && self.members.iter().all(|member| member.party.is_some());
        for block_line in lines(text, head.len) {
            let listed =
                head.participants.iter().chain(&head.absent).any(|line| block_line.contains_range(*line));
            if !listed {
                said(self, text, block_line, Place::Head);
            }
        }
        // A substitute stands beside the members and is none of those the head counts.
        let substitutes: Vec<String> = self.substitutes.iter().map(|one| one.who.name.clone()).collect();
        self.members.retain(|member| !substitutes.contains(&member.name));
    }

    /// "Stedfortræder: Ida Juul (C) for Uffe Hede", among those listed; `false` for another line.
    fn read_substitute(&mut self, text: &str, line: TextRange) -> bool {
        let words = text[line].to_lowercase();
        if !["stedfortræder", "suppleant", "i stedet for"].iter().any(|word| words.contains(word)) {
            return false;
        }
        if let [who, instead_of] = &named(text, line)[..] {
            let between = text[TextRange::new(who.range.end(), instead_of.range.start())].to_lowercase();
            if between.contains(" for ") {
                self.substitutes.push(Substitute {
                    who: who.clone(),
                    instead_of: instead_of.clone(),
                    item: None,
                });
            }
        }
        true
    }

    /// "Fraværende: Finn Post (V), Ida Juul": who is away from the meeting, or from the item whose decision says so.
    pub(super) fn read_absent(&mut self, text: &str, line: TextRange, item: Option<usize>) {
        let words = text[line].to_lowercase();
        // "Finn Post (punkt 3-5)", "Finn Post fra kl. 17": away for a part, and nobody can tell which.
        let partly = ["punkt", "pkt", "kl.", "delvis", " til ", " fra ", "under"]
            .iter()
            .any(|word| words.contains(word));
        // Somebody else stands in: "Afbud: Finn Post (V), i stedet mødte Ida Juul (V)".
        if partly || words.contains("i stedet") {
            return;
        }
        let from = item.map_or(Scope::Meeting, |item| Scope::Items(vec![item]));
        for who in named(text, line) {
            self.parties.extend(who.party.is_some().then(|| who.clone()));
            self.absences.push(Absence { who, from: from.clone() });
        }
    }

    fn read_item(&mut self, text: &str, at: usize, start: TextSize, item: &Item, meeting: &Meeting) {
        let words = |range: TextRange| range + start;
        for line in lines(&text[words(item.intro)], item.intro.len()) {
            self.read_line(text, line + item.intro.start() + start, Place::Item(at));
        }
        for section in item.sections.iter().filter(|section| !section.history) {
            match &section.content {
                crate::minutes::Content::Decision(decision)
                    if is_own(text, start, section, decision, meeting) =>
                {
                    self.read_decision(text, at, start, decision);
                }
                // Who comes and goes may stand anywhere; who votes and is away stands in decisions.
                crate::minutes::Content::Prose => {
                    let body = words(section.body);
                    for line in lines(&text[body], body.len()) {
                        said(self, text, line + body.start(), Place::Case(at));
                    }
                }
                _ => {}
            }
        }
    }

    fn read_decision(&mut self, text: &str, at: usize, start: TextSize, decision: &Decision) {
        for statement in &decision.statements {
            if statement.kind != StatementKind::Quoted {
                self.read_line(text, statement.range + start, Place::Item(at));
            }
        }
        for vote in &decision.votes {
            for side in [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten() {
                for &name in &side.names {
                    self.act(text, name + start, at);
                }
            }
        }
    }

    fn read_line(&mut self, text: &str, line: TextRange, place: Place) {
        let words = &text[line];
        let label = words.split_once(':').map(|(label, _)| label.trim().to_lowercase());
        let absent = label.is_some_and(|label| wording().absent_labels.contains(&label));
        match (absent, place) {
            (true, Place::Item(at)) => self.read_absent(text, line, Some(at)),
            _ => said(self, text, line, place),
        }
    }

    /// Notes that the person at `name` acted in item `at`.
    pub(super) fn act(&mut self, text: &str, name: TextRange, at: usize) {
        let words = &text[name];
        if people(words).len() == 1 && !self.acts.iter().any(|act| act.who.range == name) {
            let who = Named { name: words.to_owned(), party: None, range: name };
            self.acts.push(InItem { who, item: at });
        }
    }
}

/// Is this what the body that meets decided now?
fn is_own(text: &str, start: TextSize, _: &Section, decision: &Decision, meeting: &Meeting) -> bool {
    let other_day = match (decision.date, meeting.date) {
        (Some((_, Some(day))), Some(today)) => day != today,
        _ => false,
    };
    let other_body = match (decision.body, &meeting.committee) {
        (Some(body), Some(committee)) => {
            let (body, committee) = (text[body + start].to_lowercase(), committee.to_lowercase());
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

/// The lines of the first `len` bytes of `text`.
fn lines(text: &str, len: TextSize) -> Vec<TextRange> {
    let text = &text[..len.into()];
    let found = text.split(['\n', '\r']).filter(|line| line.len() > 3);
    found.map(|line| crate::text::range_of(text, line)).collect()
}
