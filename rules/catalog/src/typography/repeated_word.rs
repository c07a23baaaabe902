//! `typography/repeated-word`: the same word twice in a row.
//!
//! Danish has correct doublings ("det, det handler om" without its comma, "møder, udvalget deltog i i 2021"), so the
//! words that make them are listed as data and left alone.

mod dated;

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use self::dated::ends_with_date;
use danish::lexicon::{Readings, readings, readings_of_compound};
use danish::tokens::{Classes, tokens};
use lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::{TextRange, TextSize, is_space, range};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "typography/repeated-word",
    summary: Text { da: "Det samme ord to gange i træk", en: "The same word twice in a row" },
    why: Text {
        da: "Et ord, der står to gange, er næsten altid blevet stående, da sætningen blev rettet. Rigtige fordoblinger \
             (\"det, det handler om\") meldes ikke.",
        en: "A word that stands twice has nearly always been left behind when the sentence was changed. Correct \
             doublings (\"det, det handler om\") are not reported.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nUdvalget besøgte skolen og og hallen.\
                 \n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nUdvalget besøgte skolen og hallen.\
                \n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// The words whose doubling may be right.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Doublings {
    always: HashSet<String>,
    people: HashSet<String>,
    verbs: HashSet<String>,
    modals: HashSet<String>,
    openers: HashSet<String>,
    determiners: HashSet<String>,
    subjects: HashSet<String>,
    stranded: HashSet<String>,
    before_time: HashSet<String>,
    after_too: HashSet<String>,
    doubtful: HashSet<String>,
    begun: HashSet<String>,
    units: HashSet<String>,
    measures: HashSet<String>,
    likened: HashSet<String>,
    phrases: Vec<String>,
}

impl Doublings {
    /// Does `text` begin with one of the phrases?
    fn begins_phrase(&self, text: &str) -> bool {
        self.phrases.iter().any(|phrase| {
            // The end of a line may stand in the phrase.
            let space = |c: char| if matches!(c, '\n' | '\r') || is_space(c) { ' ' } else { c };
            let mut chars = text.chars().map(space);
            phrase.chars().all(|c| chars.next() == Some(c))
                && !chars.next().is_some_and(char::is_alphanumeric)
        })
    }
}

static DOUBLINGS: LazyLock<Doublings> = LazyLock::new(|| data::read("doublings"));

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let bytes = view.text.as_bytes();
    for (i, pair) in view.runs().windows(2).enumerate() {
        let (first, second) = (pair[0], pair[1]);
        let initial = |run: TextRange| bytes[usize::from(run.start())] | 0x20;
        if first.len() == second.len()
            && initial(first) == initial(second)
            && (is_repeated(view, first, second) && !is_right(view, i) || is_begun_twice(view, i))
        {
            report(view, first, second, findings);
        }
    }
}

fn is_repeated(view: &PartView<'_>, first: TextRange, second: TextRange) -> bool {
    let (word, again) = (&view.text[first], &view.text[second]);
    // "Den Kommunale Fond" and "Duran Duran" are names.
    // "Bufo bufo" is a toad.
    let latin = || {
        let small = tokens(view.text, second).first().is_some_and(|token| token.classes.any(Classes::ANY));
        !small && readings(again).without(Readings::OTHER).is_none()
    };
    let begun =
        || word.to_lowercase() == again && is_small_within(word) && may_begin(view, first) && !latin();
    let small = again.starts_with(char::is_lowercase) && (word == again || begun());
    let long = word.chars().count() > 1 || word == "i";
    let joins =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '‑' | '.' | '/' | '\'' | '’' | '@' | '_'));
    let part = joins(view.char_before(first.start().into()))
        || joins(view.char_after(second.end().into()).filter(|c| *c != '.'));
    small && long && !part && (stand_in_line(view, first, second) || stand_in_paragraph(view, first, second))
}

/// "BYTE byte" and "Exit For for": capitals that begin nothing are somebody's term, and no slip of the hand.
fn is_small_within(word: &str) -> bool {
    !word.chars().skip(1).any(char::is_uppercase)
}

/// May a sentence or a cell begin at `first`? A line that does not begin a paragraph may go on with the sentence before it.
fn may_begin(view: &PartView<'_>, first: TextRange) -> bool {
    let above = &view.text[..first.start().into()];
    let before = above.trim_end_matches(|c: char| is_space(c) || matches!(c, '\n' | '\r'));
    let is_paragraph = above[before.len()..].bytes().filter(|byte| *byte == b'\n').count() > 1;
    is_paragraph
        || !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')'))
        || above.ends_with('\n') && is_under_heading(view, before)
}

/// Does what stands before the line, `before`, end in the heading of an item or a section?
fn is_under_heading(view: &PartView<'_>, before: &str) -> bool {
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    view.is_heading(range(before.len() - last, before.len()))
}

/// "Den Den nye skole": the sentence was begun twice, for a name goes on with a capital.
fn is_begun_twice(view: &PartView<'_>, at: usize) -> bool {
    let [first, second, next] = [0, 1, 2].map(|n| view.runs().get(at + n).copied());
    let (Some(first), Some(second), Some(next)) = (first, second, next) else { return false };
    let word = &view.text[first];
    let before = view.text[..first.start().into()].trim_end_matches(is_space);
    word == &view.text[second]
        && word.starts_with(char::is_uppercase)
        && DOUBLINGS.begun.contains(&word.to_lowercase())
        && (before.is_empty() || before.ends_with(['\n', '\r', '.', '!', '?']))
        && view.text[TextRange::new(second.end(), next.start())].chars().all(is_space)
        && view.text[next].starts_with(char::is_lowercase)
        && stand_in_line(view, first, second)
}

fn stand_in_line(view: &PartView<'_>, first: TextRange, second: TextRange) -> bool {
    view.text[TextRange::new(first.end(), second.start())].chars().all(is_space)
        && view.is_prose(first.cover(second))
        && !is_title(view, first)
}

/// "Supplerende supplerende sagsfremstilling": the second supplement to a case.
fn is_title(view: &PartView<'_>, first: TextRange) -> bool {
    const SHORT: usize = 60;
    let begins = view.text[first].starts_with(char::is_uppercase);
    let line = view.line_of(first).map_or("", |line| &view.text[line]);
    begins && line.len() <= SHORT && !line.ends_with(['.', '?', '!', ',', ';'])
}

/// Does the first end a line that the sentence goes on over, and the second begin the next?
fn stand_in_paragraph(view: &PartView<'_>, first: TextRange, second: TextRange) -> bool {
    let gap = TextRange::new(first.end(), second.start());
    view.text[gap].contains(['\n', '\r'])
        && view.read_on(gap).chars().all(is_space)
        && view.is_prose(first)
        && view.is_prose(second)
        && view.line_of(second).is_some_and(|line| line.len() > second.len())
}

/// Can it be right that the word at `at` stands twice?
fn is_right(view: &PartView<'_>, at: usize) -> bool {
    let runs = view.runs();
    let text = |at: Option<usize>| at.and_then(|at| runs.get(at)).map_or("", |run| &view.text[*run]);
    let word = text(Some(at)).to_lowercase();
    let before = text(at.checked_sub(1)).to_lowercase();
    let next = text(Some(at + 2));
    let later = |n: usize| text(Some(at + 1 + n));
    let is_time =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || DOUBLINGS.before_time.contains(word);
    // "deltog i i den nye periode", but "videre med med den plan".
    let time = || match DOUBLINGS.determiners.contains(next) {
        true => word == "i" || (2..=3).any(|n| is_time(later(n))),
        // "på på 40.000 kr.": the unit stands behind all digits.
        false => {
            let unit = (2..=4).map(later).find(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
            is_time(next) && !unit.is_some_and(|unit| DOUBLINGS.units.contains(unit))
        }
    };
    let main = || is_main_clause(view, runs[at]);
    // "på mødet den den 3. maj"; but "efter den den 3. maj vedtagne plan".
    let dated = ["møde", "mødet", "møder", "dag"].iter().any(|end| before.ends_with(end))
        || runs.get(at + 2).is_some_and(|day| ends_with_date(&view.text[day.start().into()..]));
    // "deltog deltog deltog" is a column of a table whose lines are gone.
    let column = before == word || next == word;
    let date = word == "den" && dated && next.starts_with(|c: char| c.is_ascii_digit());
    // "Af af hensyn til", "På på mødet": nothing can end where the sentence begins.
    if DOUBLINGS.stranded.contains(&word) && word != "for" && begins_sentence(view, runs[at]) {
        return false;
    }
    column
        || DOUBLINGS.always.contains(&word)
            && !date
            && !(word == "om" && !DOUBLINGS.before_time.contains(next) && is_before_no_clause(view, at))
            // "Skolen ligger ved ved skoven"; but "hvad vi ved ved vi fra ham".
            && !(word == "ved" && (is_finite(&before) || readings(&before).any(Readings::PASSIVE)) && main())
        || word == "at" && may_open_a_clause(view, at)
        || DOUBLINGS.people.contains(&word)
        || DOUBLINGS.modals.contains(&word) && may_end_a_clause(view, runs[at]) && !main()
        || DOUBLINGS.stranded.contains(&word) && !main() && (time() || ends_relative(view, runs[at]))
        || matches!(&*word, "en" | "et") && DOUBLINGS.measures.contains(next)
        || word == "med" && DOUBLINGS.likened.contains(&before)
        || word == "for" && DOUBLINGS.after_too.contains(next)
        || runs.get(at + 1).is_some_and(|second| DOUBLINGS.begins_phrase(&view.text[second.start().into()..]))
        || (DOUBLINGS.verbs.contains(&word) || is_finite(&word))
            && DOUBLINGS.subjects.contains(&before)
            && !main()
}

/// Does `word` begin its sentence?
fn begins_sentence(view: &PartView<'_>, word: TextRange) -> bool {
    view.text[word].starts_with(char::is_uppercase) && sentence_before(view, word).trim().is_empty()
}

/// "Han ved at at være formand er hårdt": may the first "at" at `at` be the conjunction of a clause whose subject is the infinitive
/// behind the second? Then the verb of the clause follows, perhaps behind a comma; without one the word was written twice.
fn may_open_a_clause(view: &PartView<'_>, at: usize) -> bool {
    const REACH: usize = 400;
    /// "at at ikke altid gøre noget": so many words may stand before the infinitive.
    const BEFORE: usize = 3;
    let Some(second) = view.runs().get(at + 1) else { return false };
    let rest = &view.text[second.end().into()..];
    let rest = &rest[..rest.floor_char_boundary(REACH)];
    // "at at møde kl. 9 er for tidligt": the stop of an abbreviation ends nothing.
    let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit();
    let ends = |(at, c): (usize, char)| match c {
        '.' => !rest[at + 1..].trim_start().starts_with(goes_on),
        _ => matches!(c, ':' | ';' | '!' | '?'),
    };
    let end = rest.char_indices().find(|sign| ends(*sign)).map_or(rest.len(), |(at, _)| at);
    let rest = &rest[..end];
    let rest = rest.find("\n\n").map_or(rest, |blank| &rest[..blank]);
    let words: Vec<&str> =
        rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_infinitive = |word: &&str| readings(word).any(Readings::INFINITIVE | Readings::PASSIVE);
    let finite = Readings::PRESENT | Readings::PAST | Readings::PASSIVE;
    let is_verb = |word: &&str| DOUBLINGS.modals.contains(*word) || readings(word).any(finite);
    let infinitive = words.iter().take(BEFORE).position(is_infinitive);
    // "at at der ansættes": a subject of its own needs one "at" alone.
    let subject = Classes::DETERMINER.or(Classes::LIGHT_SUBJECT).or(Classes::PRONOUN);
    let is_subject =
        |word: &&str| tokens(word, range(0, word.len())).iter().any(|token| token.classes.any(subject));
    infinitive.is_some_and(|infinitive| {
        !words[..infinitive].iter().any(is_subject) && words[infinitive + 1..].iter().any(is_verb)
    })
}

/// "om om borgermødet": does no verb follow the words at `at`, so that the second "om" begins no clause as in "om om det regner"?
fn is_before_no_clause(view: &PartView<'_>, at: usize) -> bool {
    let Some(second) = view.runs().get(at + 1) else { return false };
    let rest = &view.text[second.end().into()..];
    let rest = &rest[..rest.find(['.', ',', ';', ':', '!', '?', '\n', '\r']).unwrap_or(rest.len())];
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let verb = |word: &str| {
        let known = readings(word);
        DOUBLINGS.modals.contains(word) || known.any(Readings::PRESENT | Readings::PAST | Readings::PASSIVE)
    };
    words.peek().is_some() && !words.any(verb)
}

/// The sentence up to the word `at`, over the line ends that it may go on over.
fn sentence_before<'a>(view: &PartView<'a>, at: TextRange) -> &'a str {
    const REACH: TextSize = TextSize::new(400);
    let before = view.read_on(view.before(at.start(), REACH));
    before.rfind(['.', '!', '?', ':', ';']).map_or(before, |sign| &before[sign + 1..])
}

/// Does the sentence before the word `doubled` have its verb in second place, as a main clause has, and no other clause in
/// it: "Det er er", "Den blev renoveret i i 1994"? Then nothing can end at the first of the two.
fn is_main_clause(view: &PartView<'_>, doubled: TextRange) -> bool {
    let sentence = sentence_before(view, doubled);
    let words: Vec<&str> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let [first, rest @ ..] = words.as_slice() else { return false };
    let begins = first.starts_with(char::is_uppercase) && !sentence.contains(',');
    let verb = *rest.first().unwrap_or(&&view.text[doubled]);
    let others = rest.iter().skip(1);
    let opener = |word: &str| DOUBLINGS.openers.contains(word) || DOUBLINGS.subjects.contains(word);
    let finite = |word: &str| is_finite(word) || DOUBLINGS.modals.contains(word);
    // "Sagen udsættes til til næste møde", "Udsættes til til næste møde".
    let passive = readings(verb).any(Readings::PASSIVE)
        || rest.is_empty() && readings(&first.to_lowercase()).any(Readings::PASSIVE);
    begins
        && (finite(verb) || passive)
        && !others.into_iter().any(|word| finite(word) || opener(&word.to_lowercase()))
}

/// "Den sti, vi gik på på turen": may the first end a clause that begins with its subject right behind a comma?
fn ends_relative(view: &PartView<'_>, first: TextRange) -> bool {
    let sentence = sentence_before(view, first);
    let Some((_, clause)) = sentence.rsplit_once(',') else { return asks(sentence) };
    let word = clause.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    // "Den familie, drengene boede hos hos os", "Vejen, bussen kører ad ad søen til, er spærret".
    let noun = readings_of_compound(word);
    word != "der" && DOUBLINGS.subjects.contains(word)
        || noun.any(Readings::DEFINITE) && noun.without(Readings::OTHER).only(Readings::NOUN)
}

/// "Hvad man går ind på på mødet": does a question begin the sentence, at whose end its preposition stands?
fn asks(sentence: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    matches!(first, "Hvad" | "Hvem" | "Hvor" | "Hvilke" | "Hvilken" | "Hvilket")
}

/// A second verb may stand for another word, as in "der stod stod" for "der stod noget".
fn is_finite(word: &str) -> bool {
    readings(word).any(Readings::PRESENT | Readings::PAST)
}

/// Can a clause end at the verb `first`: "dem, der skal, skal", "det borgerne kan kan vi også"?
fn may_end_a_clause(view: &PartView<'_>, first: TextRange) -> bool {
    sentence_before(view, first).split(|c: char| !c.is_alphanumeric()).any(|word| {
        DOUBLINGS.openers.contains(&word.to_lowercase()) || DOUBLINGS.subjects.contains(&word.to_lowercase())
    })
}

/// Is `word` nothing but a conjunction, an article or the like? A noun, a verb or an adjective may follow itself: "flere
/// frivillige frivillige", "vi skal have have med", "en lang lang sag".
fn is_small_word(word: &str) -> bool {
    let readings = readings(word);
    !word.starts_with(char::is_uppercase) && readings.any(Readings::OTHER) && readings.only(Readings::OTHER)
}

fn report(view: &PartView<'_>, first: TextRange, second: TextRange, findings: &mut Findings) {
    let word = &view.text[second];
    // The end of the line stays where it is.
    let gap = TextRange::new(first.end(), second.start());
    let after = view.text[usize::from(second.end())..].chars().next().filter(|c| is_space(*c));
    let extra = if view.text[gap].chars().all(is_space) {
        TextRange::new(first.end(), second.end())
    } else {
        TextRange::new(second.start(), second.end() + TextSize::from(after.map_or(0, char::len_utf8) as u32))
    };
    let doubtful = DOUBLINGS.doubtful.contains(word) || !is_small_word(word);
    let fix = if doubtful { Applicability::Unsafe } else { Applicability::Safe };
    findings
        .report(
            first.cover(second),
            Note::new(
                format!("\"{word}\" står to gange i træk"),
                format!("\"{word}\" stands twice in a row"),
            ),
        )
        .fix(
            Note::new(format!("Slet det ene \"{word}\""), format!("Delete one \"{word}\"")),
            fix,
            vec![Edit::delete(extra)],
        );
}

#[cfg(test)]
mod tests;
