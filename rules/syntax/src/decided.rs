//! Lines inside an item that say what was decided, where no heading does: "Godkendt", "Drøftet. Sagen tages op i maj.",
//! "Bestyrelsen besluttede, at …", "=> Udsat."

mod bodies;
mod brief;
mod came;
mod parted;
mod proposals;
#[cfg(test)]
mod tests;
mod verbs;

use super::heading_words::{self, Beginnings};
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

pub use self::bodies::met_as;
use self::bodies::{is_council, is_own_body};
use self::brief::{asks_for, is_brief};
pub use self::brief::{is_all_told, is_outcome_alone, is_outcome_line, outcome_behind};
pub use self::came::signs;
use self::came::{came_of_it, elects, is_of_now, own_time};
pub(crate) use self::parted::begins_sentence;
use self::parted::{Place, parted};
use self::proposals::Proposals;
pub use self::proposals::{behind_name, label_len, names_own, worded};
use self::verbs::Verbs;
use danish::letters::{small, with_small};
use text::lines::floor_boundary;
use text::{begins_with, ends_with, is_space, parts};

#[derive(Deserialize)]
struct RawDecided {
    arrows: Vec<Box<str>>,
    said: Vec<Box<str>>,
    tails: Vec<Box<str>>,
    at_most: Vec<Box<str>>,
    bodies: Vec<Box<str>>,
    others: Vec<Box<str>>,
    pronouns: Vec<Box<str>>,
    verbs: Verbs,
    phrases: Vec<Box<str>>,
    passive: Vec<Box<str>>,
    elsewhere: FxHashSet<Box<str>>,
    unlike: Vec<Box<str>>,
    earlier: Vec<Box<str>>,
    came: Vec<Box<str>>,
    other_time: Vec<Box<str>>,
    by_others: Vec<Box<str>>,
    by_all: Vec<Box<str>>,
    elects: Vec<Box<str>>,
    asks: Vec<Box<str>>,
    nothing: Vec<Box<str>>,
    signing: Vec<Box<str>>,
    of_former: Vec<Box<str>>,
    reasons: Vec<Box<str>>,
    of_minutes: Vec<Box<str>>,
    taken_off: TakenOff,
    proposals: Proposals,
    most: Vec<Box<str>>,
    advice: Advice,
    passives: FxHashSet<Box<str>>,
    refused: Vec<Box<str>>,
    put_off: Vec<Box<str>>,
    short: Vec<Box<str>>,
    carried: Vec<Box<str>>,
    nobody: Vec<Box<str>>,
    counts: FxHashSet<Box<str>>,
}

/// Bodies whose advice is what comes of an item: how their names end, the words that stand for them, and their verbs.
#[derive(Deserialize)]
struct Advice {
    bodies: Vec<Box<str>>,
    alone: Vec<Box<str>>,
    verbs: Vec<Box<str>>,
}

/// How a line says that an item was taken off the agenda, or under what label the decision stands.
#[derive(Deserialize)]
struct TakenOff {
    begins: Vec<Box<str>>,
    how: Vec<Box<str>>,
    labels: Vec<Box<str>>,
}

/// What a sentence of an item says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// "Bestyrelsen besluttede at male skuret.", "Regnskabet blev godkendt."
    Decided,
    /// "Godkendt.", an outcome and nothing else.
    Outcome,
    /// "Valgt blev Bo Dal."
    Elected,
    /// "Byrådet godkendte planen.", which decides where it is the council that meets.
    ByCouncil,
    /// Nothing of a decision.
    Other,
}

static WRITTEN: LazyLock<RawDecided> = LazyLock::new(|| data::read("decided_lines"));

/// Outcomes that a title may have too.
static SAID: LazyLock<Beginnings> = LazyLock::new(|| WRITTEN.said.clone().into());

/// A longer sentence tells more than an outcome, in bytes.
const LONGEST: usize = 90;
/// At most this many bytes of a sentence are looked at for who decides.
const LOOKED_AT: usize = 120;
/// At most this many words may stand before an outcome, and in the name of a body.
const BEFORE: usize = 4;
const NAME: usize = 3;

/// `words` behind the arrow that stands before a decision: "=> Udsat."
pub(super) fn behind_arrow(words: &str) -> &str {
    if !words.starts_with(['=', '-', '>', '→', '⇒', '»']) {
        return words;
    }
    let arrows = WRITTEN.arrows.iter().filter_map(|arrow| words.strip_prefix(&**arrow));
    let rest = arrows.filter(|rest| rest.starts_with(is_space)).min_by_key(|rest| rest.len());
    rest.map_or(words, |rest| rest.trim_start_matches(is_space))
}

/// Do `words`, a line inside an item, say an outcome and nothing else, or that the body decided?
pub fn says_outcome(words: &str) -> bool {
    let says = |(own, place): (&str, Place)| {
        own.starts_with(char::is_uppercase)
            && !place.quoted
            && outcome(own, place, who_decides(own)).is_some()
    };
    begins_sentence(words) && parted(words).any(says)
}

/// The sentences of `words`, a line inside an item, each with what it says; none where the line begins with a small letter.
pub fn sentences(words: &str) -> impl Iterator<Item = (&str, Said)> {
    parted(words).map(|(sentence, place)| (sentence, said(sentence, place)))
}

fn said(sentence: &str, place: Place) -> Said {
    if !(place.small || sentence.starts_with(char::is_uppercase)) || place.quoted {
        return Said::Other;
    }
    let who = who_decides(sentence);
    match outcome(sentence, place, who) {
        Some(said) => said,
        None if elects(sentence) => Said::Elected,
        None => who.unwrap_or(Said::Other),
    }
}

/// What `sentence`, in which `who` decides, says was decided: that the body did, or an outcome and nothing else.
fn outcome(sentence: &str, place: Place, who: Option<Said>) -> Option<Said> {
    let few = || place.first && sentence.len() <= LONGEST;
    match () {
        () if asks_for(sentence) => None,
        () if who == Some(Said::Decided) || came_of_it(sentence) => Some(Said::Decided),
        () if place.first
            && place.marked
            && with_small(sentence, |said| heading_words::words().say_outcome(said)) =>
        {
            Some(Said::Decided)
        }
        () if !place.first && is_labelled(sentence) => Some(Said::Decided),
        () if few() && is_outcome(sentence, place.last) => Some(Said::Outcome),
        () if !place.first && is_outcome_alone(sentence) => Some(Said::Outcome),
        () if place.last && is_joined(sentence) => Some(Said::Outcome),
        () if (place.last || place.first) && is_brief(sentence) => Some(Said::Outcome),
        () => None,
    }
}

/// "Der mangler penge. Aftalt: Bo skriver ansøgningen.": is `sentence`, in the middle of a line, a decision behind its label?
fn is_labelled(sentence: &str) -> bool {
    const LONGEST_LABEL: usize = 24;
    let colon = memchr::memchr(b':', &sentence.as_bytes()[..sentence.len().min(LONGEST_LABEL)]);
    let said = colon.map(|colon| sentence[colon + 1..].trim_matches(is_space)).unwrap_or("");
    // "**Beslutning:** Godkendt."
    let said = said.trim_start_matches(['*', '_']).trim_start_matches(is_space);
    let label = || with_small(sentence, |folded| heading_words::words().label_decision(folded, |_| false));
    said.ends_with('.') && said.starts_with(char::is_uppercase) && label()
}

/// Does `words`, a line of an item, say what was decided, or that the item was taken off the agenda?
pub fn tells(words: &str) -> bool {
    // In bytes: a longer line that begins with "Sagen" tells a story.
    const LONGEST: usize = 160;
    // Most lines are told apart by their first letter.
    if !matches!(words.as_bytes(), [b'A' | b'B' | b'D' | b'P' | b'R' | b'S' | b'T' | b'U', ..]) {
        return false;
    }
    let TakenOff { begins, how, labels } = &WRITTEN.taken_off;
    let folded = small(&words[..floor_boundary(words, LONGEST)]);
    let labelled = labels.iter().any(|label| begins_with(&folded, label));
    let off = || {
        begins.iter().any(|own| begins_with(&folded, own)) && how.iter().any(|how| folded.contains(&**how))
    };
    labelled || words.len() <= LONGEST && off()
}

/// Is `title` that of the item under which the minutes themselves are signed: "Underskriftsark"? Nothing is decided there.
pub fn heads_signatures(title: &str) -> bool {
    with_small(title, |title| WRITTEN.signing.iter().any(|own| title.starts_with(&**own)))
}

/// Do `words`, an item without a decision of its own, ask what to decide: "Beslutning: Skal taget skiftes?"
pub fn asks(words: &str) -> bool {
    with_small(words, |words| WRITTEN.asks.iter().any(|own| words.contains(&**own)))
}

/// Does `line`, what stands first under "Eventuelt", say that nothing came up?
pub fn says_nothing(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST && with_small(line, |line| WRITTEN.nothing.iter().any(|own| **own == *line))
}

/// "Godkendt og sendes til økonomiudvalget.": does `sentence` begin with what came of the thing, and go on with what is done then?
fn is_joined(sentence: &str) -> bool {
    sentence.len() <= LONGEST
        && sentence.starts_with(char::is_uppercase)
        && with_small(sentence, |said| {
            let rest = heading_words::words().behind_outcome(said, 0);
            let begins = |rest: &str| said[..said.len() - rest.len()].ends_with('t');
            rest.is_some_and(|rest| begins(rest) && rest.starts_with(" og ")) && is_outcome(sentence, true)
        })
}

/// Is `sentence` an outcome, or "Budgettet blev godkendt"? One `alone` on its line may say a little more.
fn is_outcome(sentence: &str, alone: bool) -> bool {
    with_small(sentence, |folded| names_outcome(folded, alone))
}

/// The same of a sentence in small letters.
fn names_outcome(folded: &str, alone: bool) -> bool {
    let known = heading_words::words();
    let said = folded.trim_end_matches(['.', '!']);
    let stopped = said.len() < folded.len();
    let names = stopped && (known.end_in_outcome(said) || alone && known.say_outcome(said));
    // Most sentences name none, so all else is asked of the others alone.
    if !names && !is_bare(said, BEFORE) {
        return false;
    }
    let begins = said.split([' ', ',']).next().unwrap_or("");
    if WRITTEN.elsewhere.contains(begins) || WRITTEN.unlike.iter().any(|words| said.contains(&**words)) {
        return false;
    }
    // "Godkendt, hvis bevillingen kan hentes i 2027": only what stands first says so with another time behind it.
    let other_time = || {
        let own = own_time(said);
        WRITTEN.other_time.iter().any(|words| own.contains(&**words))
    };
    let told_of = known.behind_outcome(said, 0).is_none()
        && (other_time() || known.behind_outcome(said, BEFORE).is_some_and(|behind| !is_of_now(behind)));
    !told_of
}

/// Is an outcome the whole of `said`, behind at most `before` words, and with nothing after it that says more?
fn is_bare(said: &str, before: usize) -> bool {
    let own = || SAID.behind(said);
    let Some(rest) = heading_words::words().behind_outcome(said, before).or_else(own) else { return false };
    let rest = rest.trim_start_matches(is_space);
    let tail =
        |tail: &str| rest.strip_prefix(tail).is_some_and(|rest| rest.trim_matches(is_space).is_empty());
    let reason = || WRITTEN.reasons.iter().any(|own| rest.starts_with(&**own));
    // "Bevilget 20.000 kr."
    let sum = || {
        let sum = WRITTEN.at_most.iter().find_map(|own| rest.strip_prefix(&**own)).unwrap_or(rest);
        sum.starts_with(|c: char| c.is_ascii_digit()) && sum.ends_with("kr")
    };
    rest.is_empty()
        || rest.starts_with(", ")
        || sum()
        || WRITTEN.tails.iter().any(|own| tail(own))
        || reason()
}

/// "Bestyrelsen besluttede, at …", "Det blev besluttet at …", at this meeting and no other.
pub fn says_who_decides(words: &str) -> bool {
    who_decides(words) == Some(Said::Decided)
}

/// Does a sentence say that somebody decides here and now: the body itself, or the council, whom others tell of too?
fn who_decides(sentence: &str) -> Option<Said> {
    let head = &sentence[..floor_boundary(sentence, LOOKED_AT)];
    if behind_passive(head).is_some_and(is_now) || most_decide(head) {
        return Some(Said::Decided);
    }
    if advises(head) {
        return Some(Said::Decided);
    }
    let (name, rest) = actor(head)?;
    let said = match () {
        () if is_own_body(name) => Said::Decided,
        () if is_council(name) => Said::ByCouncil,
        () => return None,
    };
    is_now(rest).then_some(said)
}

/// Says `rest`, what follows who decided, nothing of another day?
fn is_now(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_space);
    !is_dated(rest) && !WRITTEN.earlier.iter().any(|word| rest.starts_with(&**word))
}

/// "i 2019", "den 3. marts": does a day or a year begin `words`?
fn is_dated(words: &str) -> bool {
    let dated = |word: &str| {
        words.strip_prefix(word).is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
    };
    ["i ", "den ", "d. ", "pr. "].into_iter().any(dated)
}

/// Do `words`, in small letters behind a label, say that the body decided?
pub(super) fn names_decision(words: &str) -> bool {
    let head = &words[..floor_boundary(words, LOOKED_AT)];
    let passive = WRITTEN.passive.iter().any(|begins| begins_with(head, begins));
    passive || actor(head).is_some_and(|(name, _)| is_own_body(name))
}

fn behind_passive(head: &str) -> Option<&str> {
    if !head.starts_with(['D', 'V', 'M', 'B', 'A', 'F', 'P', 'S', 'E']) {
        return None;
    }
    // Of "det", "der", "vi" and "man" most sentences go on with another letter.
    let letter = |words: &[u8]| words.get(4).map(u8::to_ascii_lowercase);
    let own = letter(head.as_bytes());
    let begins = |passive: &&str| {
        let start = head.as_bytes().get(..passive.len());
        letter(passive.as_bytes()) == own
            && start.is_some_and(|start| start.eq_ignore_ascii_case(passive.as_bytes()))
    };
    let begins = WRITTEN.passive.iter().map(|own| &**own).find(begins)?;
    head.get(begins.len()..)
}

/// "Et flertal på 22 kunne tiltræde forslaget": do those decide who are more than the others?
fn most_decide(head: &str) -> bool {
    const BETWEEN: usize = 9;
    let Some(rest) = WRITTEN.most.iter().find_map(|own| head.strip_prefix(&**own)) else { return false };
    let mut at = 0;
    rest.split(' ').take(BETWEEN).any(|word| {
        let own = &rest[at..];
        at += word.len() + 1;
        WRITTEN.verbs.contain(word) || acts_in_words(own)
    })
}

/// "Rådet anbefaler ledelsen at …": does a body advise, which has nothing more to decide?
fn advises(head: &str) -> bool {
    let mut words = head.splitn(3, ' ');
    let (Some(name), Some(verb), Some(_)) = (words.next(), words.next(), words.next()) else { return false };
    let verb = verb.trim_end_matches(',');
    let Advice { bodies, alone, verbs } = &WRITTEN.advice;
    verbs.iter().any(|own| **own == *verb)
        && (WRITTEN.short.iter().any(|own| **own == *name)
            || with_small(name, |name| {
                alone.iter().any(|own| **own == *name) || bodies.iter().any(|own| ends_with(name, own))
            }))
}

/// Who decides in `head`, and what stands behind the verb.
fn actor(head: &str) -> Option<(&str, &str)> {
    let verb = |&(n, (at, word)): &(usize, (usize, &str))| {
        n > 0 && (WRITTEN.verbs.contain(word.trim_end_matches(',')) || n == 1 && acts_in_words(&head[at..]))
    };
    let (_, (at, word)) = parts(head, b' ').take(NAME + 1).enumerate().find(verb)?;
    Some((&head[..at - 1], &head[at + word.len()..]))
}

fn acts_in_words(rest: &str) -> bool {
    let acts = |phrase: &str| match phrase.split_once('*') {
        Some((begin, end)) => rest.strip_prefix(begin).is_some_and(|rest| rest.contains(end)),
        None => begins_with(rest, phrase),
    };
    rest.starts_with(['a', 'g', 'h', 'i', 'k', 'm', 's', 't'])
        && WRITTEN.phrases.iter().any(|phrase| acts(phrase))
}
