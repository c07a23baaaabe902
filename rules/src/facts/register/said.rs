//! What a sentence says of those who meet.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::super::people::{Person, people, wording};
use super::{Absence, Disqualified, Movement, Named, Register, Scope, Substitute};
use crate::danish::clock::times;
use crate::danish::letters::small;
use crate::danish::sentences::sentences;
use crate::text::{TextRange, TextSize, is_space};

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Head,
    /// In the decision of an item, or above its first section.
    Item(usize),
    /// In the text of the case.
    Case(usize),
}

/// What a phrase tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// An act: the number of the phrase in the list.
    Act(usize),
    Absent,
    Left,
    Came,
    Disqualified,
    Instead,
}

struct Phrases {
    finder: AhoCorasick,
    tells: Vec<Tells>,
}

/// The phrases of `people.toml`; of two that begin together the longer one counts.
fn phrases() -> &'static Phrases {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
        let lists = wording();
        let mut words: Vec<&str> = Vec::new();
        let mut tells = Vec::new();
        let mut add = |list: &'static [String], told: Tells| {
            words.extend(list.iter().map(String::as_str));
            tells.extend(list.iter().map(|_| told));
        };
        add(&lists.absent, Tells::Absent);
        add(&lists.left, Tells::Left);
        add(&lists.came, Tells::Came);
        add(&lists.disqualified, Tells::Disqualified);
        add(&lists.instead, Tells::Instead);
        for (at, (verb, _)) in lists.acts.iter().enumerate() {
            words.push(verb);
            tells.push(Tells::Act(at));
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words);
        Phrases { finder: finder.expect("some short phrases make an automaton"), tells }
    });
    &PHRASES
}

/// Notes in `register` what `line` of `text` says.
pub(super) fn said(register: &mut Register, text: &str, line: TextRange, place: Place) {
    let words = unquoted(&text[line]);
    let lower = small(words);
    let decided = matches!(place, Place::Item(_));
    if decided && words.contains('(') {
        register.parties.extend(
            super::read::named(text, TextRange::at(line.start(), TextSize::of(words)))
                .into_iter()
                .filter(|one| one.party.is_some()),
        );
    }
    if !phrases().finder.is_match(&lower) {
        return;
    }
    for sentence in sentences(words) {
        let told = Sentence {
            text: &words[sentence],
            lower: &lower[sentence],
            start: line.start() + sentence.start(),
            people: people(&words[sentence]),
            place,
        };
        for found in phrases().finder.find_iter(told.lower) {
            let glued = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let ends_word = !glued(told.lower[found.end()..].chars().next())
                || told.lower[..found.end()].ends_with("møde");
            if !glued(told.lower[..found.start()].chars().next_back()) && ends_word {
                told.note(
                    register,
                    text,
                    found.start(),
                    found.end(),
                    phrases().tells[found.pattern().as_usize()],
                );
            }
        }
    }
}

/// The words before a quotation: what is quoted is somebody's own.
fn unquoted(line: &str) -> &str {
    &line[..line.find(['”', '“', '„', '"', '»', '«']).unwrap_or(line.len())]
}

struct Sentence<'s> {
    text: &'s str,
    /// In small letters.
    lower: &'s str,
    /// Where it begins in the document.
    start: TextSize,
    people: Vec<Person>,
    place: Place,
}

impl Sentence<'_> {
    fn note(&self, register: &mut Register, text: &str, start: usize, end: usize, tells: Tells) {
        match tells {
            Tells::Act(which) => self.act(register, text, start, end, which),
            Tells::Absent => self.absent(register, start),
            Tells::Left => self.moved(register, start, false),
            Tells::Came => self.moved(register, start, true),
            Tells::Disqualified => self.disqualified(register, start, end),
            Tells::Instead => self.instead(register, start, end),
        }
    }

    fn named(&self, person: &Person) -> Named {
        Named {
            name: self.text[person.name].to_owned(),
            party: person.party.map(|party| self.text[party].to_owned()),
            range: person.name + self.start,
        }
    }

    /// Those who do what the verb at byte `at` says: the list right before it.
    fn subject(&self, at: usize) -> Vec<&Person> {
        let mut found: Vec<&Person> = Vec::new();
        let mut to = at;
        for person in self.people.iter().rev().filter(|person| usize::from(person.range.end()) <= at) {
            let between = self.lower[usize::from(person.range.end())..to].trim_matches(is_space);
            let joined = match found.is_empty() {
                true => matches!(between, "" | ","),
                false => matches!(between, "," | "og" | "samt" | ", og"),
            };
            if !joined {
                break;
            }
            found.push(person);
            to = person.range.start().into();
            // Titles stand between: "Borgmester".
            to = self.before_title(to);
        }
        found
    }

    /// Where the title before byte `at` begins.
    fn before_title(&self, at: usize) -> usize {
        let before = self.text[..at].trim_end_matches(is_space);
        let word = before.rfind(is_space).map_or(0, |space| space + 1);
        let title = before[word..].chars().next().is_some_and(char::is_uppercase)
            && !before.ends_with(['.', ':', ',', ')']);
        let later =
            ["udvalgsmedlem", "byrådsmedlem", "medlem", "borgmester", "rådmand", "formand", "næstformand"]
                .contains(&&self.lower[word..before.len()]);
        if title || later { word } else { at }
    }

    /// Those right after byte `at`: "Herefter stemte Karen Bjerre imod".
    fn object(&self, at: usize) -> Vec<&Person> {
        let mut from = at;
        let mut found = Vec::new();
        for person in self.people.iter().filter(|person| usize::from(person.range.start()) >= at) {
            let between = self.lower[from..usize::from(person.range.start())].trim_matches(is_space);
            let title =
                ["udvalgsmedlem", "byrådsmedlem", "borgmester", "rådmand", "formanden", "borgmesteren"]
                    .contains(&between);
            let joined = if found.is_empty() {
                between.is_empty() || title
            } else {
                matches!(between, "," | "og" | "samt")
            };
            if !joined {
                break;
            }
            found.push(person);
            from = person.range.end().into();
        }
        found
    }

    fn act(&self, register: &mut Register, text: &str, start: usize, end: usize, which: usize) {
        let Place::Item(at) = self.place else { return };
        let (_, needed) = &wording().acts[which];
        if !needed.is_empty() && !self.lower[end..].contains(&**needed) {
            return;
        }
        let mut who = self.subject(start);
        // "Imod stemte Karen Bjerre", not "Bo Lindt stemte Karen Bjerre ned".
        if who.is_empty() {
            who = self.object(end);
        }
        for person in who {
            register.act(text, person.name + self.start, at);
        }
    }

    fn absent(&self, register: &mut Register, start: usize) {
        let after = &self.lower[start..];
        let whole = wording().whole_meeting.iter().any(|phrase| after.contains(&**phrase));
        let vote_only = after.contains("afstemning");
        let limited =
            ["kl.", "første del", "sidste del", "delvis", "en del af", "resten", "indtil", "begyndelsen"]
                .iter()
                .any(|word| after.contains(word));
        let numbers = self.item_numbers(register, start);
        let from = match (self.place, numbers) {
            _ if vote_only || limited => return,
            (Place::Case(_), _) => return,
            (_, Some(items)) => Scope::Items(items),
            (Place::Head, None) => Scope::Meeting,
            (Place::Item(_), None) if whole => Scope::Meeting,
            (Place::Item(at), None) => Scope::Items(vec![at]),
        };
        for person in self.subject(start) {
            register.absences.push(Absence { who: self.named(person), from: from.clone() });
        }
    }

    fn moved(&self, register: &mut Register, start: usize, came: bool) {
        let Some(person) = self.subject(start).first().copied() else { return };
        let after = start + self.lower[start..].char_indices().nth(1).map_or(0, |(at, _)| at);
        let time = times(&self.text[after..]).next();
        let time = time.and_then(|found| {
            Some((found.time()?, found.range + TextSize::of(&self.text[..after]) + self.start))
        });
        let brief = [
            "under behandlingen",
            "under punktet",
            "midlertidigt",
            "kortvarigt",
            "i forbindelse med",
            "inhabil",
            "habilitet",
            "og vendte",
        ];
        if !came && brief.iter().any(|word| self.lower.contains(word)) && time.is_none() {
            return;
        }
        let item = match (self.item_numbers(register, start), self.place) {
            (Some(items), _) => items.first().copied(),
            (None, Place::Item(at) | Place::Case(at)) if !came => Some(at),
            (None, Place::Item(at)) => Some(at),
            _ => None,
        };
        let before = self.lower[start..].contains("før punkt") || self.lower[start..].contains("inden punkt");
        let item = match item {
            // "forlod mødet før punkt 5" is away from punkt 5 on.
            Some(at) if before && !came => at.checked_sub(1),
            other => other,
        };
        let item = if brief.iter().any(|word| self.lower.contains(word)) { None } else { item };
        register.movements.push(Movement { who: self.named(person), came, time, item });
    }

    fn disqualified(&self, register: &mut Register, start: usize, end: usize) {
        let Place::Item(at) = self.place else { return };
        if wording()
            .disqualified_not
            .iter()
            .any(|word| self.lower.contains(&**word) && !is_harmless(self.lower, word))
            || self.item_numbers(register, end).is_some_and(|items| items != [at])
        {
            return;
        }
        let mut who = self.subject(start);
        if who.is_empty() && self.lower[start..end].ends_with("inhabil:") {
            who = self.object(end);
        }
        // "Byrådet erklærede Bo Lindt (V) for inhabil", "Bo Lindt deltog ikke på grund af inhabilitet".
        if who.is_empty() && self.people.len() == 1 && usize::from(self.people[0].range.end()) <= start {
            who = self.people.iter().collect();
        }
        for person in who {
            let by_decision =
                self.lower[..end].contains("erklæret") || self.lower[start..end].starts_with("for ");
            register.disqualified.push(Disqualified { who: self.named(person), item: at, by_decision });
        }
    }

    fn instead(&self, register: &mut Register, start: usize, end: usize) {
        let item = match self.place {
            Place::Head => None,
            Place::Item(at) => Some(at),
            Place::Case(_) => return,
        };
        let before = self.people.iter().rfind(|person| usize::from(person.range.end()) <= start);
        let (Some(who), [instead_of, ..]) = (before, &self.object(end)[..]) else { return };
        register.substitutes.push(Substitute {
            who: self.named(who),
            instead_of: self.named(instead_of),
            item,
        });
    }

    /// The items whose numbers follow byte `from`: "punkt 3", "punkterne 3-5", "pkt. 3 og 4"; `None` when there is no number.
    fn item_numbers(&self, register: &Register, from: usize) -> Option<Vec<usize>> {
        let rest = &self.lower[from..];
        let word = ["punkterne ", "punkt ", "pkt. ", "pkt ", "punkt nr. ", "sag nr. "]
            .iter()
            .filter_map(|word| rest.find(word).map(|at| at + word.len()))
            .min()?;
        let list = rest[word..].trim_start_matches("nr. ");
        let list = &list[..list
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–' | 'o' | 'g')))
            .unwrap_or(list.len())];
        let mut items = Vec::new();
        let mut ranged = None;
        let mut number = 0_u32;
        for piece in list.split_inclusive(|c: char| !c.is_ascii_digit()) {
            let digits = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
            if let Ok(n) = digits.parse::<u32>() {
                let first = ranged.take().unwrap_or(n);
                let wanted = first..=n;
                items.extend(
                    register
                        .numbers
                        .iter()
                        .enumerate()
                        .filter(|(_, found)| found.is_some_and(|found| wanted.contains(&found)))
                        .map(|(at, _)| at),
                );
                number = n;
            }
            if piece.ends_with(['-', '–']) && number > 0 {
                ranged = Some(number);
            }
        }
        (!items.is_empty()).then_some(items)
    }
}

/// "deltog ikke i sagens behandling" beside "inhabil" says what follows from it, and nothing is open.
fn is_harmless(sentence: &str, word: &str) -> bool {
    word == "ikke"
        && (sentence.contains("deltog ikke") || sentence.contains("deltager ikke"))
        && !sentence.contains("ikke inhabil")
        && !sentence.contains("ikke er inhabil")
}
