//! Whose a numbered thing is, by the words around it: "punkt 3" is an item of this meeting, "punkt 3 i kontrakten" a line
//! of a paper, and "punkt 3 på forrige møde" an item of another meeting.
//!
//! A number is only changed where it is surely this meeting's. So every sign of another paper or meeting counts, in the
//! words beside the number and in its sentence, and what no sign speaks against is this meeting's.

mod behind;
mod paper;
mod passage;
mod words;

use std::sync::LazyLock;

use danish::date::dates;
use danish::sentences::sentences;
use passage::{is_count, passage, plain, sentence_end, starts_word};
use text::needles::Needles;
use text::{TextRange, is_space, range};
pub(crate) use words::WORDS;

/// Whose something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// This meeting's.
    Here,
    /// This meeting's, where it has one that is called so: "planen, jf. bilag 2", where nothing but the noun before it speaks of
    /// another paper.
    Listed,
    /// Most likely this meeting's: "loven gælder, jf. bilag 2", and laws have attachments of their own.
    Likely,
    /// This meeting's or that of the paper it stands beside: "rapporten, bilag 2" is the second attachment of the report, or the report
    /// itself.
    Beside,
    /// This meeting's or another's.
    Perhaps,
    /// That of a law, a paper, another meeting or another body.
    Elsewhere,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// "punkt 3".
    Item,
    /// "2. at-punkt".
    Point,
    /// "bilag 2".
    Attachment,
}

/// Whose is what is named at `place` of `text`, in a meeting of `body` (empty where nobody knows)?
pub fn whose(text: &str, place: TextRange, counted: Counted, body: &str) -> Whose {
    let passage = passage(text, place);
    let beside = match counted {
        Counted::Point => Whose::Here,
        _ => {
            let beside = Around::beside(text, place, passage);
            match (beside.behind(counted), beside.before(counted)) {
                (Whose::Here, Whose::Perhaps) if beside.is_of_today() => Whose::Here,
                (behind, before) => behind.max(before),
            }
        }
    };
    // To find the sentence takes long, and most of them name no other paper or meeting.
    let (start, end) = (usize::from(passage.start()), usize::from(passage.end()));
    if beside == Whose::Elsewhere || !SIGNS.are_in(&text[start..end]) {
        return beside;
    }
    beside.max(Around::of(text, place, passage).sentence(counted, body))
}

/// What may say in a sentence that something is of another paper or meeting.
static SIGNS: LazyLock<Needles> = LazyLock::new(|| {
    let lists = [&WORDS.laws, &WORDS.papers, &WORDS.bodies, &WORDS.other_meetings];
    let words = lists.into_iter().flatten().map(String::as_str);
    let signs = ["§", "\"", "”", "“", "„", "«", "»", ">"];
    Needles::caseless(words.chain(signs))
});

/// Do "jf.", "se" and the like stand right before `place`, so that it is named and nothing is said of it?
pub fn is_led(text: &str, place: TextRange) -> bool {
    let before = text[..place.start().into()].trim_end_matches(is_space);
    let lead = before.rsplit(|c: char| is_space(c) || matches!(c, '(' | '\n' | '\r')).next().unwrap_or("");
    has(&WORDS.case_leads, &lead.to_lowercase())
}

/// Is `word`, in small letters, a law that has what is `counted`? What a body writes for itself has points, and hardly attachments.
fn is_law(word: &str, counted: Counted) -> bool {
    let own = counted == Counted::Attachment && ends_in(word, &WORDS.own_laws);
    ends_in(word, &WORDS.laws) && !own
}

/// Is one of `words` the last part of `word`?
fn ends_in(word: &str, words: &[String]) -> bool {
    words.iter().any(|end| word.ends_with(end.as_str()))
}

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known == word)
}

/// So many words before "som" may say that something is likened to an item.
const LIKENED: usize = 5;

/// The sentence around a place, in small letters and with single spaces.
struct Around {
    before: String,
    after: String,
    /// The same before the place as written.
    written: String,
    quoted: bool,
}

impl Around {
    /// The words right beside `place`, as far as its sentence can be seen to go.
    fn beside(text: &str, place: TextRange, passage: TextRange) -> Self {
        /// In bytes.
        const NEAR: usize = 90;
        let (start, end) = (usize::from(place.start()), usize::from(place.end()));
        let from = text.floor_char_boundary(start.saturating_sub(NEAR)).max(passage.start().into());
        let to = text.ceil_char_boundary((end + NEAR).min(text.len())).min(passage.end().into());
        Self::between(text, place, (from, end + sentence_end(&text[end..to])))
    }

    /// The whole sentence.
    fn of(text: &str, place: TextRange, passage: TextRange) -> Self {
        let (start, end) = (usize::from(place.start()), usize::from(place.end()));
        let (from, to) = (usize::from(passage.start()), usize::from(passage.end()));
        let near = text[from..to].replace(['\n', '\r'], " ");
        let holds = |sentence: &TextRange| usize::from(sentence.end()) > start - from;
        let sentence = sentences(&near).find(holds).unwrap_or(range(0, near.len()));
        let first = start.min(from + usize::from(sentence.start()));
        let last = end.max(from + usize::from(sentence.end()));
        let line = text[from..start].rsplit(['\n', '\r']).next().unwrap_or_default();
        let marks =
            text[from..start].chars().filter(|c| matches!(c, '"' | '”' | '“' | '„' | '«' | '»')).count();
        let quoted = marks % 2 == 1 || line.trim_start().starts_with('>');
        Self { quoted, ..Self::between(text, place, (first, last)) }
    }

    fn between(text: &str, place: TextRange, (first, last): (usize, usize)) -> Self {
        let written = plain(&text[first..place.start().into()]);
        Self {
            before: written.to_lowercase(),
            after: plain(&text[place.end().into()..last]).to_lowercase(),
            written,
            quoted: false,
        }
    }

    /// What the words right before say.
    fn before(&self, counted: Counted) -> Whose {
        let before = self.before.as_str();
        let mut words: Vec<&str> = before.split(' ').filter(|word| !word.is_empty()).collect();
        let is_next = before.ends_with(' ');
        if is_next {
            let aside = words.len();
            while words.last().is_some_and(|word| has(&WORDS.between, word)) {
                words.pop();
            }
            let owner = self.owner(&words, counted);
            if owner != Whose::Here {
                return owner;
            }
            if words.len() < aside {
                return Whose::Perhaps;
            }
        }
        let written: Vec<&str> = self.written.split(' ').filter(|word| !word.is_empty()).collect();
        let (mut placed, mut listed, mut led) = (false, false, false);
        while let Some(word) = words.last().map(|word| word.trim_start_matches('(')) {
            match word {
                "" => {}
                word if has(&WORDS.connectors, word) => led = true,
                word if has(&WORDS.placed, word) => placed = true,
                word if has(&WORDS.listed, word) => listed = true,
                _ => break,
            }
            words.pop();
        }
        let begun = written.get(words.len()).is_some_and(|word| led && word.starts_with(char::is_uppercase));
        let Some(last) = words.pop() else { return Whose::Here };
        if begun && last.ends_with(['.', '?', '!', ':', ';']) {
            return self.as_former(&words, counted);
        }
        let bare = last.trim_matches(|c: char| !c.is_alphanumeric() && c != '§');
        let former = words.last().map_or("", |word| word.trim_matches(['(', ',']));
        // "Se bilag 1, bilag 2 og planen": both are of one owner.
        if counted == Counted::Attachment && is_count(bare) && matches!(former, "bilag" | "bilagene") {
            return self.as_former(&words, counted);
        }
        if is_count(bare)
            && (has(&WORDS.law_counts, former)
                || (has(&WORDS.counted, former) || ends_in(former, &WORDS.papers)) && !placed && !listed)
        {
            return Whose::Elsewhere;
        }
        if listed || last.ends_with(['.', ';', ':']) && !led {
            return Whose::Here;
        }
        let of_paper = counted == Counted::Attachment && !led && !placed;
        if of_paper && !ends_in(bare, &WORDS.laws) && !self.in_brackets() && self.stands_beside_paper() {
            return Whose::Beside;
        }
        if self.follows_date() {
            return Whose::Elsewhere;
        }
        if ends_in(bare, &WORDS.laws) || ends_in(bare, &WORDS.papers) {
            // "Rapporten under punkt 3" is one that comes with the item.
            let is_law = is_law(bare, counted);
            let is_cited = has(&WORDS.citing, former) || is_law;
            let of_list = counted == Counted::Attachment && !is_law;
            return match (led, placed) {
                // "Regnskabet (bilag 1)", "det fremgår af planen, jf. bilag 2": the paper is what lies in the attachment.
                (false, false) if of_list && self.in_brackets() => Whose::Listed,
                (false, false) => Whose::Elsewhere,
                (false, true) if !is_cited => Whose::Here,
                _ if of_list => Whose::Listed,
                _ => Whose::Perhaps,
            };
        }
        let definite = ["en", "et", "erne"].iter().any(|end| bare.ends_with(end)) && bare.len() > 4;
        let is_named = definite && has(&WORDS.citing, former) && !has(&WORDS.own_papers, bare);
        // "Byrådet 3/3 2026, punkt 3".
        let is_body = |word: &&str| ends_in(word, &WORDS.bodies);
        let dated = bare.starts_with(|c: char| c.is_ascii_digit()) && words.iter().rev().take(3).any(is_body);
        if !led && !placed && (ends_in(bare, &WORDS.bodies) || is_named || dated) {
            Whose::Perhaps
        } else {
            Whose::Here
        }
    }

    /// Does it stand in brackets alone: "(bilag 1)"?
    fn in_brackets(&self) -> bool {
        self.before.ends_with('(') && self.after.starts_with(')')
    }

    /// What a genitive at the end of `words` says: "lovens punkt 3", "dagsordenens punkt 3".
    fn owner(&self, words: &[&str], counted: Counted) -> Whose {
        let Some(word) = words.last().map(|word| word.trim_start_matches(['(', '"', '”', '“'])) else {
            return Whose::Here;
        };
        if word == "som" && counted == Counted::Item {
            // "Den samme sag som punkt 3" likens it to one; "anbefaler som punkt 3" makes a new one.
            let near = words.iter().rev().skip(1).take(LIKENED);
            let likens = near.into_iter().any(|word| has(&WORDS.likening, word.trim_matches([',', '('])));
            return if likens { Whose::Here } else { Whose::Elsewhere };
        }
        // "Radikales punkt 3": a name may end as a verb does.
        let written = self.written.trim_end_matches(' ').rsplit(' ').next().unwrap_or_default();
        let is_name = is_genitive(word) && written.starts_with(char::is_uppercase);
        if is_name && !possesses(word) {
            return Whose::Perhaps;
        }
        if !possesses(word) || WORDS.own_owners.iter().any(|own| word.starts_with(own.as_str())) {
            return Whose::Here;
        }
        match counted {
            Counted::Attachment if has(&WORDS.own_attachment_owners, word) => Whose::Here,
            _ if has(&WORDS.unsure_owners, word) => Whose::Perhaps,
            _ => Whose::Elsewhere,
        }
    }

    /// Does this meeting's own follow, by the words behind: "punkt 3 i dag", "punkt 3 nedenfor"?
    fn is_of_today(&self) -> bool {
        let next = self.after.trim_start_matches([' ', '.']);
        WORDS.today.iter().any(|today| starts_word(next, today))
    }

    /// Whose is what a new sentence names, behind one that ends in `words` and a number: "jf. lovens bilag 2. Se bilag 3" may go on
    /// about the law.
    fn as_former(&self, words: &[&str], counted: Counted) -> Whose {
        let Some((last, owners)) = words.split_last() else { return Whose::Here };
        let counts = has(&WORDS.counted, last) || has(&WORDS.item_words, last.trim_end_matches('.'));
        let is_others = counts && self.owner(owners, counted) != Whose::Here;
        if is_others { Whose::Perhaps } else { Whose::Here }
    }

    /// Does a date end right before: "Økonomiudvalget den 3. marts 2026, punkt 1"?
    fn follows_date(&self) -> bool {
        let near = &self.written[self.written.floor_char_boundary(self.written.len().saturating_sub(40))..];
        let near = near.trim_end_matches([' ', ',', '(']);
        dates(near).last().is_some_and(|date| usize::from(date.range.end()) == near.len())
    }

    /// What the rest of the sentence says.
    fn sentence(&self, counted: Counted, body: &str) -> Whose {
        // "Referatet fra januar er godkendt under punkt 3 i dag".
        if self.is_of_today() && !self.quoted {
            return Whose::Here;
        }
        if self.quoted || self.meets_elsewhere() || self.names_body(body) {
            return Whose::Perhaps;
        }
        if counted == Counted::Point {
            return Whose::Here;
        }
        match (self.names_paper(counted), counted) {
            (false, _) => Whose::Here,
            // "Bekendtgørelsen om drikkevand, bilag 1, sætter grænsen".
            (true, _) if self.before.trim_end().ends_with(',') => Whose::Perhaps,
            // A reader is led to the item's own; what changes a number asks first.
            (true, Counted::Attachment) => Whose::Likely,
            (true, _) => Whose::Perhaps,
        }
    }

    /// Is another meeting named, and not as what something is put off to?
    fn meets_elsewhere(&self) -> bool {
        let named = |text: &str| {
            let found = |phrase: &String| {
                text.match_indices(phrase.as_str()).any(|(at, _)| is_meeting(text, at, phrase))
            };
            WORDS.other_meetings.iter().any(found)
        };
        named(&self.before) || named(&self.after)
    }

    /// Is a body named in the clause that is not `own`, as one that does or has something?
    fn names_body(&self, own: &str) -> bool {
        let own = own.to_lowercase();
        let names = |text: &str| {
            let mut former = "";
            text.split(' ').any(|word| {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                let bare = bare.strip_suffix('s').filter(|body| ends_in(body, &WORDS.bodies)).unwrap_or(bare);
                let is_other =
                    ends_in(bare, &WORDS.bodies) && !has(&WORDS.own_bodies, bare) && !own.contains(bare);
                let before = std::mem::replace(&mut former, bare);
                is_other && !has(&WORDS.towards, before)
            })
        };
        let ends = [',', ';', ':', '(', ')'];
        let before = self.before.rsplit(ends).next().unwrap_or_default();
        let after = self.after.split(ends).next().unwrap_or_default();
        !own.is_empty() && (names(before) || names(after))
    }
}

/// Is the `phrase` at byte `at` another meeting: not "dagens møde", "mødet i dag" or "udsat til næste møde"?
fn is_meeting(text: &str, at: usize, phrase: &str) -> bool {
    let (before, after) = (&text[..at], &text[at + phrase.len()..]);
    let whole = !after.starts_with(char::is_alphanumeric);
    let today = ["dagen", "aftenen"].iter().any(|own| phrase.starts_with('s') && before.ends_with(own));
    let now = [" dag", " aften"].iter().any(|now| after.starts_with(now) && phrase.ends_with(" i"));
    let towards = before.rsplit(' ').take(4).any(|word| word == "til");
    whole && !today && !now && !towards
}

/// Does `word` own what follows it? "Herefter behandles punkt 3" says what is done with it.
fn possesses(word: &str) -> bool {
    let passive = word.ends_with("es") && !["ernes", "enes"].iter().any(|end| word.ends_with(end));
    is_genitive(word) && !passive
}

/// Does `word`, in small letters, end in the "s" of the genitive, as far as can be seen?
pub(crate) fn is_genitive(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("vis") && !["mens", "dels", "ellers"].contains(&word)
}

#[cfg(test)]
mod tests;
