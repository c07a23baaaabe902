//! What a sentence says of those who meet.

use super::super::people::{Person, people, wording};
use super::Named;
use super::numbers::{head_numbers, item_numbers};
use super::phrases::{Tells, phrases};
use super::told::{Numbers, Said, Told};
use danish::date::dates;
use danish::letters::{next_where, small};
use danish::sentences::sentences;
use text::{TextRange, TextSize, holds, is_space, range};

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Head,
    /// In the decision of an item, which is the section of this number, or above its first section.
    Item(Option<usize>),
    /// In the text of the case.
    Case,
    /// There, where nothing else in that text tells of another meeting and nothing else stands in the line.
    OwnCase,
}

impl Said {
    /// Notes what `line` of `text` says.
    pub(super) fn hear(&mut self, text: &str, line: TextRange, place: Place) {
        let words = unquoted(&text[line]);
        if let Place::Item(section) = place
            && words.contains('(')
        {
            let named = super::told::named(text, TextRange::at(line.start(), TextSize::of(words)));
            named
                .into_iter()
                .filter(|one| one.party.is_some())
                .for_each(|one| self.tell(section, Told::Party(one)));
        }
        if !phrases().may_stand_in(words) {
            return;
        }
        let lower = small(words);
        for sentence in sentences(words) {
            let told = Sentence {
                text: &words[sentence],
                lower: &lower[sentence],
                start: line.start() + sentence.start(),
                people: with_chair(&words[sentence], &lower[sentence]),
                place,
            };
            for found in phrases().finder.find_iter(told.lower) {
                let glued = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let ends_word = !glued(told.lower[found.end..].chars().next())
                    || told.lower[..found.end].ends_with("møde");
                if !glued(told.lower[..found.start].chars().next_back()) && ends_word {
                    let tells = phrases().tells[found.which];
                    told.note(self, text, found.start, found.end, tells);
                }
            }
        }
    }
}

/// The words before a quotation: what is quoted is somebody's own.
fn unquoted(line: &str) -> &str {
    let bytes = line.as_bytes();
    let mut from = 0;
    // The first bytes of these signs are rare.
    while let Some(at) = next_where(bytes, from, |byte| (byte == b'"') | (byte == 0xc2) | (byte == 0xe2)) {
        if line[at..].starts_with(['”', '“', '„', '"', '»', '«']) {
            return &line[..at];
        }
        from = at + 1;
    }
    line
}

/// A sentence that holds one of the phrases.
pub(super) struct Sentence<'s> {
    pub(super) text: &'s str,
    /// In small letters.
    pub(super) lower: &'s str,
    /// Where it begins in the document.
    pub(super) start: TextSize,
    pub(super) people: Vec<Person>,
    pub(super) place: Place,
}

impl Sentence<'_> {
    fn note(&self, said: &mut Said, text: &str, start: usize, end: usize, tells: Tells) {
        match tells {
            Tells::Act(which) => self.act(said, text, start, end, which),
            Tells::Spoke => self.spoke(said, start),
            Tells::Absent => self.absent(said, start),
            Tells::Left => self.moved(said, start, end, false),
            Tells::Came => {
                self.returned(said);
                self.moved(said, start, end, true);
            }
            Tells::InPart => self.in_part(said, start),
            Tells::Returned => self.returned(said),
            Tells::Disqualified => self.disqualified(said, start, end),
            Tells::Instead => self.instead(said, start, end),
            Tells::StandsIn => self.stands_in(said),
        }
    }

    pub(super) fn named(&self, person: &Person) -> Named {
        Named {
            name: self.text[person.name].to_owned(),
            party: person.party.map(|party| self.text[party].to_owned()),
            range: person.name + self.start,
        }
    }

    /// Those who do what the verb at byte `at` says: the list right before it.
    pub(super) fn subject(&self, at: usize) -> Vec<&Person> {
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
        let later = wording().small_titles.iter().any(|title| *title == self.lower[word..before.len()]);
        if title || later { word } else { at }
    }

    /// Those right after byte `at`: "Herefter stemte Karen Bjerre imod".
    pub(super) fn object(&self, at: usize) -> Vec<&Person> {
        let mut from = at;
        let mut found = Vec::new();
        for person in self.people.iter().filter(|person| usize::from(person.range.start()) >= at) {
            let between = self.lower[from..usize::from(person.range.start())].trim_matches(is_space);
            let title = wording().small_titles.iter().any(|title| title == between);
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

    fn act(&self, said: &mut Said, text: &str, start: usize, end: usize, which: usize) {
        let Place::Item(section) = self.place else { return };
        let behind = self.lower[end..].trim_start_matches(is_space);
        if wording().acts_not.iter().any(|word| holds(self.lower, word))
            || wording().acts_denied.iter().any(|word| behind.starts_with(&**word))
        {
            return;
        }
        let needed = &wording().acts[which][1..];
        if !needed.is_empty() && !needed.iter().any(|word| holds(&self.lower[end..], word)) {
            return;
        }
        let mut who = self.subject(start);
        // "Imod stemte Karen Bjerre", not "Bo Lindt stemte Karen Bjerre ned".
        if who.is_empty() {
            who = self.object(end);
        }
        if self.only_tells(&who) || self.was_another_day(end) {
            return;
        }
        for person in who {
            said.act(text, person.name + self.start, section);
        }
    }

    /// Is what these people did told, doubted or supposed, not done here: "mindede om, at Bo Lindt stemte imod"?
    fn only_tells(&self, who: &[&Person]) -> bool {
        let Some(first) = who.iter().map(|person| usize::from(person.range.start())).min() else {
            return false;
        };
        // "Da Bo Lindt stemte imod": a word with a capital may be taken for a title.
        [first, self.before_title(first)].into_iter().any(|to| {
            let before = self.lower[..to].trim_end_matches(is_space);
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            wording().acts_told.iter().any(|told| told == word)
        })
    }

    /// Does the sentence say when, and not of what is proposed, behind the verb that ends at byte `end`: "stemte imod den 14. april"?
    fn was_another_day(&self, end: usize) -> bool {
        let content = wording().acts_content.iter().filter_map(|word| self.lower[end..].find(&**word));
        let upto = content.min().map_or(self.lower.len(), |at| end + at);
        let (clause, lower) = (&self.text[..upto], &self.lower[..upto]);
        let year = || {
            let after = lower.match_indices(" i ").map(|(at, word)| &lower.as_bytes()[at + word.len()..]);
            after.into_iter().any(|rest| {
                rest.iter().take_while(|byte| byte.is_ascii_digit()).count() == 4
                    && (rest.starts_with(b"19") || rest.starts_with(b"20"))
            })
        };
        wording().acts_in_month.iter().any(|month| holds(lower, month))
            || is_elsewhere(&lower[end.min(upto)..])
            || year()
            || dates(clause).next().is_some()
    }

    fn spoke(&self, said: &mut Said, start: usize) {
        let here = matches!(self.place, Place::Item(_));
        let elsewhere = wording().acts_not.iter().chain(&wording().speaks_not);
        if !here || elsewhere.into_iter().any(|word| holds(self.lower, word)) {
            return;
        }
        let mut deciding = wording().speaks_deciding.iter();
        let of_case =
            self.section().is_none() && deciding.any(|verb| self.lower[start..].starts_with(&**verb));
        let who = self.subject(start);
        if of_case || self.only_tells(&who) || self.was_another_day(start) {
            return;
        }
        for person in who {
            said.tell(self.section(), Told::Spoke(self.named(person)));
        }
    }

    fn disqualified(&self, said: &mut Said, start: usize, end: usize) {
        let in_head = self.place == Place::Head;
        // "Inhabil: Bo Lindt (V) i sag 3" says in the head from what.
        let mut doubts = wording().disqualified_not.iter().filter(|word| !(in_head && *word == "i sag "));
        if self.place == Place::Case
            || doubts.any(|word| holds(self.lower, word) && !is_harmless(self.lower, word))
        {
            return;
        }
        // "Udvalget erklærede Ida Juul (A) inhabil i sagen."
        let declared = |person: &Person| {
            self.lower[..usize::from(person.range.start())].trim_end_matches(is_space).ends_with("erklærede")
        };
        if &self.lower[start..end] == "inhabil" && !self.people.first().is_some_and(declared) {
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
        // "var inhabil den 3. marts", "var inhabil ved behandlingen af posten til havnen".
        if who.is_empty() || self.was_another_day(end) || is_of_a_part(&self.lower[end..]) {
            return;
        }
        for person in who {
            let by_decision = ["erklæret", "erklærede"].iter().any(|word| self.lower[..end].contains(word))
                && !self.lower[..end].contains("erklærede sig")
                || self.lower[start..end].starts_with("for ");
            let numbers = if in_head { head_numbers(&self.lower[end..]) } else { self.item_numbers(end) };
            let (who, in_case) = (self.named(person), self.place == Place::OwnCase);
            said.tell(self.section(), Told::Disqualified { who, by_decision, in_case, numbers });
        }
    }

    fn instead(&self, said: &mut Said, start: usize, end: usize) {
        let before = self.people.iter().rfind(|person| usize::from(person.range.end()) <= start);
        let object = self.object(end);
        // "I stedet for Lis Dahl (O) mødte Ole Krog (O)".
        let behind = || {
            let first = object.first()?;
            self.people.iter().find(|person| person.range.start() >= first.range.end())
        };
        let (Some(who), [instead_of, ..]) = (before.or_else(behind), &object[..]) else {
            self.stands_in(said);
            return;
        };
        if !matches!(self.place, Place::Case | Place::OwnCase) {
            // "i stedet for Bo Lindt (V) i punkt 3" takes the place there only.
            let (who, instead_of, numbers) =
                (self.named(who), self.named(instead_of), self.item_numbers(end));
            said.tell(self.section(), Told::Substitute { who, instead_of, numbers });
        }
    }

    /// Whoever is named with a substitute may be one.
    fn stands_in(&self, said: &mut Said) {
        for person in self.people.iter().filter(|_| !matches!(self.place, Place::Case | Place::OwnCase)) {
            said.tell(self.section(), Told::StandIn(self.named(person)));
        }
    }

    /// The section of the decision that the sentence stands in.
    pub(super) fn section(&self) -> Option<usize> {
        match self.place {
            Place::Item(section) => section,
            Place::Head | Place::Case | Place::OwnCase => None,
        }
    }

    /// The numbers of items that follow byte `from`.
    pub(super) fn item_numbers(&self, from: usize) -> Numbers {
        item_numbers(&self.lower[from..])
    }
}

/// The people named in a sentence, whoever is called by nothing but the office among them: "Formanden stemte imod".
fn with_chair(words: &str, lower: &str) -> Vec<Person> {
    let mut found = people(words);
    for title in &wording().chairs {
        for (at, _) in lower.match_indices(&**title) {
            let (before, behind) = (&lower[..at], &words[at + title.len()..]);
            let next = behind.trim_start_matches(is_space).split(is_space).next().unwrap_or("");
            let glued = before.ends_with(char::is_alphanumeric) || behind.starts_with(char::is_alphanumeric);
            let another =
                next.starts_with(char::is_uppercase) || wording().of_another.iter().any(|word| word == next);
            if !glued && !another {
                let name = range(at, at + title.len());
                found.push(Person { name, party: None, range: name });
            }
        }
    }
    found.sort_by_key(|person| person.name.start());
    found
}

/// Does what stands behind the verb name another occasion: "foreslog på budgetseminaret", "stemte imod ved besigtigelsen"?
fn is_elsewhere(behind: &str) -> bool {
    let occasion = |rest: &str| {
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let definite = ["et", "en", "erne"].iter().any(|ending| word.ends_with(ending));
        definite && !wording().acts_here.iter().any(|here| here == word)
    };
    let mut places = wording().acts_at.iter().flat_map(|at| behind.match_indices(&**at));
    places.any(|(at, word)| occasion(&behind[at + word.len()..]))
}

/// Does what stands behind "inhabil", in small letters, name a part of the case: "ved behandlingen af posten til havnen"?
fn is_of_a_part(behind: &str) -> bool {
    let named = |lead: &String| {
        let after = behind.find(&**lead).map(|at| &behind[at + lead.len()..]);
        let numbered = |after: &str| {
            let number = wording().item_words.iter().filter_map(|word| after.strip_prefix(&**word));
            number.into_iter().any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        let whole =
            |after: &str| wording().disqualified_whole.iter().any(|whole| after.starts_with(&**whole));
        after.is_some_and(|after| !numbered(after) && !whole(after))
    };
    wording().disqualified_part.iter().any(named)
        || wording().disqualified_in_part.iter().any(|word| holds(behind, word))
}

/// "deltog ikke i sagens behandling" beside "inhabil" says what follows from it, and nothing is open.
fn is_harmless(sentence: &str, word: &str) -> bool {
    word == "ikke"
        && (sentence.contains("deltog ikke") || sentence.contains("deltager ikke"))
        && !sentence.contains("ikke inhabil")
        && !sentence.contains("ikke er inhabil")
}
