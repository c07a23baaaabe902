//! A plain yes to what was recommended: "Godkendt.", "Kulturudvalget tiltrådte enstemmigt indstillingen".
//!
//! It is told by what is left when the words of a yes are taken away. A list of all that can qualify a decision never ends
//! ("foreløbigt", "uden bussen", "for et år"); the words of a yes are few, and stand in `compared.toml`.

use super::Side;
use super::phrases::WORDS;
use super::recommended::Recommended;
use crate::danish::letters::small;
use crate::danish::sentences::sentences;
use crate::minutes::{Answer, Outcome, Point, Statement};
use crate::text::{TextRange, range};

/// What a yes to the points of an item can say.
pub(super) struct Yes<'s> {
    /// Where the points stand.
    asking: &'s Side<'s>,
    after: &'s Side<'s>,
    recommended: &'s Recommended,
    points: Vec<&'s Point>,
    /// The words of the name of the body that meets.
    body: Vec<String>,
    /// How the words begin that name who recommends: "centrets indstilling".
    senders: Vec<String>,
}

impl<'s> Yes<'s> {
    pub(super) fn new(asking: &'s Side<'s>, after: &'s Side<'s>, recommended: &'s Recommended) -> Self {
        let body = after.document.context().meeting.committee.clone().unwrap_or_default().to_lowercase();
        let body = words(&body).map(|(_, word)| word.to_owned()).collect();
        let named = asking.item.recommendations().filter_map(|recommendation| recommendation.sender);
        let named: Vec<String> = named.map(|sender| asking.words(sender).to_lowercase()).collect();
        let long = named.iter().flat_map(|name| words(name)).filter(|(_, word)| word.chars().count() > 3);
        let senders = long.map(|(_, word)| word.chars().take(4).collect()).collect();
        Self { asking, after, recommended, points: asking.item.points().collect(), body, senders }
    }

    /// Does a statement say that what was recommended, or a part of it, was decided?
    pub(super) fn agrees(&self, statement: &Statement) -> bool {
        let said = self.after.words(statement.range).to_lowercase();
        !self.accepted(statement).is_empty()
            || WORDS.deciding.iter().any(|phrase| said.contains(&**phrase))
            || follows(&said)
    }

    /// Does the statement consist of nothing but a yes, in its own words or in those of the recommendation?
    pub(super) fn is_all_of(&self, statement: &Statement) -> bool {
        self.left(statement, statement.range, |word| self.restates(word)).is_none()
    }

    /// Is each point answered: by a yes to all of them, or by one of its own?
    pub(super) fn answers_all(&self, decided: &[&Statement]) -> bool {
        let answered = |point: &Point| {
            decided.iter().flat_map(|statement| &statement.answers).any(|answer| names(answer, point))
        };
        self.points.len() == 1
            || decided.iter().any(|statement| self.says_yes_to_all(statement))
            || self.points.iter().all(|point| answered(point) || self.is_restated(point, decided))
    }

    /// Do the statements say what the point asks for in its own words, or nearly?
    fn is_restated(&self, point: &Point, decided: &[&Statement]) -> bool {
        let said = decided.iter().map(|statement| self.after.words(statement.range).to_lowercase());
        let said = said.collect::<Vec<_>>().join(" ");
        let asked = self.asking.words(point.text).to_lowercase();
        let asked: Vec<&str> =
            words(&asked).map(|(_, word)| word).filter(|word| word.chars().count() > 3).collect();
        let stem = |word: &str| word.chars().take(4).collect::<String>();
        let has = |word: &&&str| words(&said).any(|(_, other)| stem(other) == stem(word));
        !asked.is_empty() && asked.iter().filter(has).count() * 4 >= asked.len() * 3
    }

    /// Is a sentence of the statement a yes that names no point and nothing of what one asks for?
    fn says_yes_to_all(&self, statement: &Statement) -> bool {
        let text = self.after.words(statement.range);
        sentences(text).any(|sentence| {
            let place = sentence + statement.range.start();
            let general = statement.outcomes.iter().any(|&(outcome, at)| {
                place.contains_range(at) && accepts(outcome, self.points.iter().copied())
            });
            let said = text[sentence].to_lowercase();
            let agreed = || statement.answers.is_empty() && follows(&said);
            (general || agreed()) && self.left(statement, place, |_| false).is_none()
        })
    }

    /// The outcomes that are a yes to the points they are said of.
    fn accepted(&self, statement: &Statement) -> Vec<(Outcome, TextRange)> {
        let all = || self.points.iter().copied();
        let mut accepted = statement.outcomes.clone();
        accepted.retain(|(outcome, _)| accepts(*outcome, all()));
        for answer in &statement.answers {
            let named = || all().filter(|point| names(answer, point));
            accepted.extend(answer.outcomes.iter().filter(|(outcome, _)| accepts(*outcome, named())));
        }
        accepted
    }

    /// The first word of `place` that no yes has; `also` knows further words.
    fn left(
        &self,
        statement: &Statement,
        place: TextRange,
        also: impl Fn(&str) -> bool,
    ) -> Option<TextRange> {
        let said = small(self.after.words(place));
        // "Bemyndiges", "udpeges", "bevilges" decide a thing of their own: they are a yes where the points say so.
        let own = |outcome: Outcome| matches!(outcome, Outcome::Approved | Outcome::Adopted);
        let accepted = self.accepted(statement).into_iter().filter(|(outcome, _)| !own(*outcome));
        let mut yes: Vec<TextRange> = accepted.map(|(_, at)| at).collect();
        yes.extend(statement.answers.iter().map(|answer| answer.points.range));
        for phrase in WORDS.agreeing.iter().chain(&WORDS.beside) {
            let found = said.match_indices(&**phrase);
            yes.extend(found.map(|(at, words)| range(at, at + words.len()) + place.start()));
        }
        let votes = said.contains("stem");
        let is_yes = |at: TextRange, word: &str| {
            yes.iter().any(|yes| yes.intersect(at).is_some_and(|both| !both.is_empty()))
                || WORDS.yes.iter().any(|known| known == word)
                || WORDS.bodies.iter().any(|end| word.ends_with(&**end))
                || self.body.iter().any(|known| known == word)
                || word.ends_with('s') && self.senders.iter().any(|sender| word.starts_with(&**sender))
                || votes && word.len() < 3 && (word.len() == 1 || word.parse::<u32>().is_ok())
        };
        // "Jørgen Stub forlod mødet kl. 14.10." takes nothing from a yes before it.
        // How somebody voted takes nothing from it either.
        let moves: Vec<TextRange> = moves(self.after.words(place)).map(|told| told + place.start()).collect();
        let is_aside = |at: TextRange| moves.iter().any(|told| told.contains_range(at));
        let mut words = words(&said).map(|(at, word)| (at + place.start(), word));
        words.find(|(at, word)| !is_yes(*at, word) && !also(word) && !is_aside(*at)).map(|(at, _)| at)
    }

    /// Is `word` one of those that say what the points ask for, and not one that says how far?
    fn restates(&self, word: &str) -> bool {
        let says = word.chars().count() > 2 || word.starts_with(|c: char| c.is_ascii_digit());
        says && !WORDS.limiting.iter().any(|limit| limit == word) && self.recommended.knows(word)
    }
}

/// The sentences of `said` that tell who came and went, and decide nothing.
fn moves(said: &str) -> impl Iterator<Item = TextRange> {
    let known = |sentence: &str| {
        let sentence = sentence.to_lowercase();
        WORDS.moving.iter().any(|words| sentence.contains(&**words))
    };
    sentences(said).filter(move |sentence| known(&said[*sentence]) || names_voters(&said[*sentence]))
}

/// "Ida Lund (A) og Bo Holm (V) stemte imod.": names and how they voted, and nothing else.
fn names_voters(sentence: &str) -> bool {
    let told = sentence.trim_end_matches([' ', '.']);
    let Some(who) = WORDS.voting.iter().find_map(|verb| told.strip_suffix(&**verb)) else { return false };
    let named = |word: &str| word == "og" || word.starts_with(char::is_uppercase);
    !who.trim().is_empty() && words(who).all(|(_, word)| named(word))
}

/// Does a decision in the words `said` say no, not now, or something else? A no to what `beside` tells to be another thing is none.
pub(super) fn differs(
    said: &str,
    statement: &Statement,
    recommended: &Recommended,
    beside: impl Fn(TextRange) -> bool,
) -> bool {
    let answers = statement.answers.iter().flat_map(|answer| &answer.outcomes);
    // "Godkendt. Anne Holm kan ikke støtte indstillingen": what one of them says beside a yes is no decision.
    let approved = statement.outcomes.iter().any(|(outcome, _)| *outcome == Outcome::Approved);
    let other = |outcome: Outcome, at: TextRange| match outcome {
        Outcome::Rejected => !approved && !beside(at),
        Outcome::Postponed | Outcome::Returned | Outcome::Withdrawn | Outcome::Lapsed => true,
        _ => false,
    };
    // "at vælge broen i stedet for tunnelen" may be what was recommended.
    let mut phrases = WORDS.otherwise.iter().filter(|phrase| !recommended.text.contains(phrase.trim()));
    statement.outcomes.iter().chain(answers).any(|(outcome, at)| other(*outcome, *at))
        || phrases.any(|phrase| said.contains(&**phrase))
}

/// Do the words `said` follow what was recommended: "tiltrådte", "udvalget følger forvaltningens indstilling"?
fn follows(said: &str) -> bool {
    let has = |list: &[String]| words(said).any(|(_, word)| list.iter().any(|known| known == word));
    let recommended = || words(said).any(|(_, word)| word.starts_with("indstilling"));
    WORDS.agreeing.iter().any(|phrase| said.contains(&**phrase)) || has(&WORDS.following) && recommended()
}

/// Does the answer name the point, by its place or by the number it has?
fn names(answer: &Answer, point: &Point) -> bool {
    let number = point.number.map_or(point.index, |(number, _)| number);
    answer.points.points.iter().any(|named| [point.index, number].contains(named))
}

/// Is the outcome a yes to `points`? To take note of what somebody asks to have approved is none.
fn accepts<'p>(outcome: Outcome, points: impl Iterator<Item = &'p Point> + Clone) -> bool {
    let asks = |point: &Point, outcomes: &[Outcome]| point.asks.iter().any(|asked| outcomes.contains(asked));
    let all_ask = |outcomes: &[Outcome]| {
        points.clone().any(|point| asks(point, outcomes))
            && points.clone().all(|point| point.asks.is_empty() || asks(point, outcomes))
    };
    match outcome {
        Outcome::Approved | Outcome::Adopted | Outcome::Recommended => true,
        Outcome::Noted | Outcome::Discussed => all_ask(&[Outcome::Noted, Outcome::Discussed]),
        Outcome::Forwarded => {
            points.clone().any(|point| asks(point, &[Outcome::Forwarded, Outcome::Recommended]))
        }
        _ => false,
    }
}

/// The words and numbers of a text, each with its place.
fn words(text: &str) -> impl Iterator<Item = (TextRange, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(move |piece| {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let place = range(at, at + word.len());
        at += piece.len();
        (!word.is_empty()).then_some((place, word))
    })
}
