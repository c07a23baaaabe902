//! Reads what each part of a document says of those who meet.

use rustc_hash::FxHashSet;

use super::super::people::wording;
use super::Named;
use super::numbers::item_numbers;
use super::said::Place;
use super::told::{Numbers, Said, Told, named};
use danish::letters::small;
use danish::sentences::sentences;
use minutes::{Content, Decision, Head, Item, StatementKind};
use text::{TextRange, TextSize, is_space};

impl Said {
    /// What the head with this text says.
    pub fn of_head(text: &str, head: &Head) -> Self {
        let mut said = Self { lists_absent: !head.absent.is_empty(), ..Self::default() };
        said.read_lists(text, head);
        let with_party = said.members.iter().filter(|member| member.party.is_some()).cloned();
        said.told.extend(with_party.map(|member| (None, Told::Party(member))).collect::<Vec<_>>());
        said.all_with_party =
            !said.members.is_empty() && said.members.iter().all(|member| member.party.is_some());
        said.read_other_lines(text, head);
        said.read_stand_ins(text);
        // A substitute stands beside the members and is none of those the head counts.
        let substitutes: FxHashSet<String> =
            said.told.iter().filter_map(|(_, told)| told.substitute()).collect();
        said.note_doubled(text);
        said.members.retain(|member| !substitutes.contains(&member.name));
        said
    }

    /// "Medlemmer: Bo Lindt, Ida Juul" and "Stedfortræder: Bo Lindt for Ida Juul": a list that has both is one of members. Lists of those
    /// who came have the substitute alone.
    fn note_doubled(&mut self, text: &str) {
        let member = |name: &str| {
            let found = self.members.iter().find(|member| member.name == name);
            found.filter(|member| is_listed_as_member(&text[..member.range.start().into()]))
        };
        let doubled = self.told.iter().filter_map(|(_, told)| match told {
            Told::Substitute { who, instead_of, .. } => {
                member(&instead_of.name).and(member(&who.name)).map(|_| who.clone())
            }
            _ => None,
        });
        self.doubled = doubled.collect();
    }

    /// Reads the lists of those who are there and away.
    fn read_lists(&mut self, text: &str, head: &Head) {
        let absent: FxHashSet<TextRange> = head.absent.iter().copied().collect();
        let mut known = FxHashSet::default();
        for &line in head.participants.iter().chain(&head.absent) {
            if self.read_substitute(text, line) {
                continue;
            }
            match absent.contains(&line) {
                true => {
                    self.read_absent(text, line, None, true);
                    // "Bo Lindt ankom under punkt 2" may stand below "Afbud: Bo Lindt".
                    self.hear(text, line, Place::Head);
                }
                false => {
                    self.add_members(named(text, line), &mut known);
                    // "Per Ravn ankom under punkt 2." may stand below the list.
                    self.hear(text, line, Place::Head);
                }
            }
        }
    }

    /// Reads the lines of the head that stand in none of its lists.
    fn read_other_lines(&mut self, text: &str, head: &Head) {
        let mut listed: Vec<TextRange> = head.participants.iter().chain(&head.absent).copied().collect();
        listed.sort_by_key(|line| line.start());
        for line in lines(text) {
            self.read_present(text, line);
            if self.read_absent_from(text, line) {
                continue;
            }
            let from = listed.partition_point(|listed| listed.start() < line.start());
            let within = listed[from..].iter().take_while(|listed| listed.start() <= line.end());
            if !within.into_iter().any(|listed| line.contains_range(*listed)) {
                self.hear(text, line, Place::Head);
            }
        }
    }

    /// What the item with this text says.
    pub fn of_item(text: &str, item: &Item) -> Self {
        let mut said = Self::default();
        for line in lines(&text[item.intro]) {
            said.read_line(text, line + item.intro.start(), Place::Item(None));
        }
        for (at, section) in item.sections.iter().enumerate().filter(|(_, section)| !section.history) {
            match &section.content {
                Content::Decision(decision) => said.read_decision(text, at, decision),
                // Who comes and goes may stand anywhere; who votes and is away stands in decisions.
                Content::Prose => {
                    let own = is_of_this_meeting(&text[section.body]);
                    for line in lines(&text[section.body]) {
                        let line = line + section.body.start();
                        let alone = own && sentences(&text[line]).count() == 1;
                        said.hear(text, line, if alone { Place::OwnCase } else { Place::Case });
                    }
                }
                _ => {}
            }
        }
        said.acts = FxHashSet::default();
        said
    }

    /// Adds those who are not `known` already: whoever comes late is named again.
    fn add_members(&mut self, listed: Vec<Named>, known: &mut FxHashSet<(String, Option<String>)>) {
        for one in listed {
            let new = known.insert((one.name.clone(), one.party.clone()));
            // Named again without the party it is the same one.
            known.insert((one.name.clone(), None));
            if new {
                self.members.push(one);
            }
        }
    }

    /// Who is named beside a word of substitutes, or with a party: they may vote, unless they are away.
    fn read_stand_ins(&mut self, text: &str) {
        for line in lines(text) {
            let words = small(&text[line]);
            let told = wording().stand_ins.iter().any(|word| text::holds(&words, word));
            self.of_substitutes |= told;
            let people = named(text, line);
            self.read_chair(text, line, &people);
            people
                .into_iter()
                .filter(|one| told || one.party.is_some())
                .for_each(|one| self.tell(None, Told::StandIn(one)));
        }
    }

    /// "Lis Dahl (O), formand", "Formand: Lis Dahl".
    fn read_chair(&mut self, text: &str, line: TextRange, people: &[Named]) {
        for one in people {
            let before = small(&text[TextRange::new(line.start(), one.range.start())]);
            let behind = small(&text[TextRange::new(one.range.end(), line.end())]);
            let behind =
                one.party.as_ref().and_then(|_| behind.split_once(')')).map_or(&*behind, |(_, rest)| rest);
            let behind =
                behind.trim_start_matches(|c: char| is_space(c) || matches!(c, ',' | '(' | '-' | '–'));
            let before = before.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | '*'));
            let is = |title: &String| {
                behind.strip_prefix(&**title).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                    || before
                        .strip_suffix(&**title)
                        .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
            };
            if wording().chair.iter().any(is) {
                self.chairs.push(one.clone());
            }
        }
    }

    /// "Stedfortræder: Ida Juul (C) for Uffe Hede", among those listed; `false` for another line.
    fn read_substitute(&mut self, text: &str, line: TextRange) -> bool {
        let words = text[line].to_lowercase();
        let holds = |list: &[String]| list.iter().any(|word| text::holds(&words, word));
        if !holds(&wording().substitutes) {
            return false;
        }
        // "i stedet for Bo Lindt (V) i punkt 1": for a part of the meeting, like an absence.
        if holds(&wording().in_place_partly) {
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
        let partly = wording().absent_partly.iter().any(|word| text::holds(&words, word));
        if partly && section.is_none() && self.read_absent_partly(text, line) {
            return;
        }
        // Somebody else stands in: "Afbud: Finn Post (V), i stedet mødte Ida Juul (V)".
        if partly || words.contains("i stedet") {
            return;
        }
        for who in named(text, first_list(text, line)) {
            if who.party.is_some() {
                self.tell(section, Told::Party(who.clone()));
            }
            self.tell(section, Told::Absence { who, numbers: Vec::new(), meeting });
        }
    }

    /// "Til stede: Anne Krogh (A), Finn Post (V)", "Referent: Ida Juul".
    fn read_present(&mut self, text: &str, line: TextRange) {
        let words = &text[line];
        let Some((label, rest)) = words.split_once(':') else { return };
        let label = small(label.trim_matches(|c: char| !c.is_alphanumeric()));
        if !wording().present_labels.contains(&label) {
            return;
        }
        // Up to the next label.
        let end = rest.find(['.', ';', ':']).unwrap_or(rest.len());
        let end = if rest[end..].starts_with(':') { rest[..end].rfind(',').unwrap_or(0) } else { end };
        let lower = small(&rest[..end]);
        let partly = wording().absent_partly.iter().chain(&wording().there_partly);
        if !partly.into_iter().any(|word| text::holds(&lower, word)) {
            let start = line.end() - TextSize::of(rest);
            self.present.extend(named(text, TextRange::at(start, TextSize::of(&rest[..end]))));
        }
    }

    /// "Finn Post (V) under punkt 2", "Finn Post (punkt 3-5)": one who is away from these items; `false` for another line.
    fn read_absent_partly(&mut self, text: &str, line: TextRange) -> bool {
        let list = first_list(text, line);
        let [who] = &named(text, list)[..] else { return false };
        let behind = small(&text[TextRange::new(who.range.end(), list.end())]);
        let behind = behind.trim_end_matches(|c: char| !c.is_alphanumeric());
        // The bracket of the party comes first.
        let behind = who.party.as_ref().and_then(|_| behind.split_once(')')).map_or(behind, |(_, rest)| rest);
        let behind = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
        let lead = wording().away_from.iter().find_map(|lead| behind.strip_prefix(&**lead));
        let numbers = lead.map(item_numbers).unwrap_or_default();
        let rest = lead.unwrap_or_default();
        let only = rest
            .split(|c: char| !c.is_alphabetic())
            .all(|word| word.is_empty() || matches!(word, "punkt" | "punkterne" | "pkt" | "og" | "nr"));
        if numbers.is_empty() || !only {
            return false;
        }
        self.tell(None, Told::Absence { who: who.clone(), numbers, meeting: true });
        true
    }

    /// "Fraværende under punkt 2: Finn Post (V)": the label says from what; `false` for another line.
    fn read_absent_from(&mut self, text: &str, line: TextRange) -> bool {
        let words = &text[line];
        let Some((label, _)) = words.split_once(':') else { return false };
        let lower = small(label);
        let lower = lower.trim_matches(|c: char| !c.is_alphanumeric());
        let absent = wording().absent_labels.iter().find_map(|absent| lower.strip_prefix(&**absent));
        let Some(part) = absent.filter(|part| part.starts_with(' ')) else { return false };
        let numbers = item_numbers(part);
        if numbers.is_empty() || wording().in_part.iter().any(|word| text::holds(part, word)) {
            return false;
        }
        for who in named(text, line) {
            self.tell(None, Told::Absence { who, numbers: numbers.clone(), meeting: true });
        }
        true
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
}

/// Does the text of a case tell nothing of what another body, or an earlier meeting, did? Case texts travel, and who was disqualified
/// there may well act here.
fn is_of_this_meeting(body: &str) -> bool {
    let lower = small(body);
    lower.contains("inhabil") && !wording().disqualified_elsewhere.iter().any(|word| lower.contains(&**word))
}

/// Is the last label in `before` that of the members?
fn is_listed_as_member(before: &str) -> bool {
    let lower = small(before);
    let last = |labels: &[String]| labels.iter().filter_map(|label| lower.rfind(&**label)).max();
    last(&wording().member_labels) > last(&wording().attending_labels)
}

/// The first list in `line`, which may begin with its label: up to the end of the sentence, and to the next label: "Afbud: Bo Lindt
/// (V). Referent: Ida Juul".
fn first_list(text: &str, line: TextRange) -> TextRange {
    let words = &text[line];
    let sentence = sentences(words).next().map_or(words.len(), |first| first.end().into());
    let labels = words[..sentence].match_indices(':').map(|(at, _)| at);
    let mut labels = labels.filter(|&at| !words[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let label = labels.find(|&at| !is_absent_label(words[..at].trim()));
    let end = label.map_or(sentence, |at| words[..at].rfind(['.', ',', ';', '\t', ')']).unwrap_or(sentence));
    TextRange::at(line.start(), TextSize::of(&words[..end]))
}

/// "Fraværende", "Afbud": the words before a colon.
fn is_absent_label(label: &str) -> bool {
    const LONGEST: usize = 60;
    label.len() <= LONGEST && wording().absent_labels.contains(&label.to_lowercase())
}

/// The lines of `text`.
fn lines(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    let mut start = 0;
    let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]);
    let lines = ends.map(move |end| text::range(std::mem::replace(&mut start, end + 1), end));
    lines.filter(|line| line.len() > TextSize::new(3))
}
