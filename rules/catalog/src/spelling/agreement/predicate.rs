//! A predicate that does not fit its subject: "Rapporten er færdigt.", "Det er vigtig at …".
//!
//! The subject is the one noun before the verb, for another may stand inside it ("Døren i huset er rød"), and the sentence ends behind
//! the adjective, for otherwise that may be an adverb ("Skolen er normalt lukket").

use danish::clauses::{Sentence, is_odd_adjective};
use danish::inflection::{common, neuter, with_e};
use danish::lexicon::{Readings, has_two_genders};
use danish::tokens::Classes;
use lint::{Findings, Note, PartView};
use text::edit::Edit;

/// Tells of the predicates of the sentence.
pub(super) fn check(view: &PartView<'_>, sentence: &Sentence<'_>, findings: &mut Findings) {
    let opening = subject_at(sentence).or_else(|| many_at(sentence));
    let places = opening.into_iter().chain(light_subjects(sentence));
    for (subject, adjective, right) in places {
        let whole = sentence.range(subject, adjective);
        if !view.is_prose(whole) {
            continue;
        }
        let (noun, written) = (sentence.word(subject), sentence.word(adjective));
        let note = Note::new(
            format!("Til \"{noun}\" hører \"{right}\", ikke \"{written}\""),
            format!("With \"{noun}\" goes \"{right}\", not \"{written}\""),
        );
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        findings
            .report(whole, note)
            .unsafe_fix(title, Edit::replace(sentence.range(adjective, adjective), right));
    }
}

/// "Rapporten er færdigt.": the noun that begins the sentence, its adjective, and what that should be.
fn subject_at(sentence: &Sentence<'_>) -> Option<(usize, usize, String)> {
    let adjective = 2;
    if sentence.len() > 4 || !sentence.is(1, Classes::COPULA) {
        return None;
    }
    // "Huset" may be a participle, but not where it begins the sentence before "er".
    let subject = sentence.readings_of_noun(0).without(Readings::OTHER | Readings::PARTICIPLE);
    if !subject.only(Readings::DEFINITE) {
        return None;
    }
    let ends = matches!(sentence.word(adjective + 1), "" | "." | "!");
    if !ends || has_two_genders(sentence.word(0)) || sentence.is(adjective, Classes::UNBENT) {
        return None;
    }
    let word = sentence.word(adjective);
    // "Huset er rød.": behind the verb and before the end it is an adjective, whatever noun it may be elsewhere.
    let forms = sentence.readings_of_compound(adjective);
    let verb = Readings::VERB.without(Readings::IMPERATIVE);
    let other = Readings::ADJECTIVE_FIXED | verb | Readings::DEFINITE | Readings::PLURAL;
    let is = |form: Readings| {
        forms.any(form)
            && !forms.any(other | Readings::ADJECTIVE.without(form))
            && sentence.is_small(adjective)
            && !is_odd_adjective(word)
    };
    let right = if subject.only(Readings::DEFINITE_COMMON) && is(Readings::ADJECTIVE_NEUTER) {
        common(word)
    } else if subject.only(Readings::DEFINITE_NEUTER) && is(Readings::ADJECTIVE_COMMON) {
        neuter(word)
    } else if subject.only(Readings::DEFINITE_PLURAL)
        && is(Readings::ADJECTIVE_COMMON | Readings::ADJECTIVE_NEUTER)
    {
        with_e(word)
    } else {
        None
    };
    right.map(|right| (0, adjective, right))
}

/// "Forslagene er relevant for skolen", "De fremlagte forslag er god": many that begin the sentence, and an adjective without "-e", which
/// may be no adverb where the sentence ends or a preposition follows.
fn many_at(sentence: &Sentence<'_>) -> Option<(usize, usize, String)> {
    const MOST_ADJECTIVES: usize = 2;
    let subject = if sentence.is_definite_noun(0) {
        0
    } else {
        let led = matches!(sentence.word(0), "De" | "Disse" | "Vores" | "Deres" | "Mine" | "Dine");
        let noun =
            |at: &usize| sentence.readings_of_compound(*at).without(Readings::OTHER).only(Readings::PLURAL);
        let found = led.then(|| (1..=MOST_ADJECTIVES + 1).find(noun)).flatten()?;
        let described = (1..found).all(|at| sentence.readings_of_compound(at).any(Readings::ADJECTIVE_E));
        Some(found).filter(|_| described)?
    };
    let many = sentence.readings_of_compound(subject).without(Readings::OTHER);
    let copula = behind_phrase(sentence, subject + 1);
    if !many.only(Readings::PLURAL | Readings::DEFINITE_PLURAL) || !sentence.is(copula, Classes::COPULA) {
        return None;
    }
    if sentence.is(subject, Classes::ANY) || !sentence.is_word(subject) {
        return None;
    }
    let between = |at: usize| {
        sentence.is(at, Classes::ADVERB)
            || matches!(
                sentence.word(at),
                "meget"
                    | "ret"
                    | "ganske"
                    | "blevet"
                    | "temmelig"
                    | "rigtig"
                    | "rigtigt"
                    | "særlig"
                    | "særligt"
                    | "så"
            )
    };
    let adjective = (copula + 1..sentence.len()).find(|&at| !between(at))?;
    let next = adjective + 1;
    let ends = matches!(sentence.word(next), "" | "." | "!" | ",")
        || sentence.is(next, Classes::PREPOSITION) && !sentence.is(next, Classes::COMPARING);
    let word = sentence.word(adjective);
    let forms = sentence.readings_of_compound(adjective).without(Readings::OTHER);
    let bare = Readings::ADJECTIVE_COMMON | Readings::ADJECTIVE_NEUTER;
    // "Omkostningerne er høj i år": a bare noun of one thing, "a hill", is told of many nowhere.
    let homograph = Readings::COMMON | Readings::NEUTER;
    // "Vilkårene er uændret": what is made as a participle may stay as it is.
    let unbent = sentence.is(adjective, Classes::UNBENT) && word != "god"
        || word.ends_with('t') && !word.ends_with("nt")
        || ["klar", "enig", "parat", "bevidst", "vant"].iter().any(|end| word.ends_with(end));
    let other = Classes::ADVERB.or(Classes::PREPOSITION).or(Classes::FIXED_ADJECTIVE);
    let certain = ends
        && sentence.is_small(adjective)
        && forms.any(Readings::ADJECTIVE_COMMON)
        && forms.only(bare | homograph)
        && !unbent
        && !sentence.is(adjective, other)
        && !is_odd_adjective(word);
    certain.then(|| with_e(word)).flatten().map(|right| (subject, adjective, right))
}

/// "Udgifterne til vejen er høj": where the subject goes on behind a preposition and its noun.
fn behind_phrase(sentence: &Sentence<'_>, at: usize) -> usize {
    let noun = at + 1;
    let led = sentence.is(at, Classes::PREPOSITION) && !sentence.is(at, Classes::COMPARING);
    let named =
        sentence.is_definite_noun(noun) || sentence.is_capital(noun) && sentence.readings(noun).is_none();
    if led && named { at + 2 } else { at }
}

/// "Det er vigtig at …": the same for "det" before a clause with "at".
fn light_subjects(sentence: &Sentence<'_>) -> impl Iterator<Item = (usize, usize, String)> {
    let has = sentence.has(Classes::COPULA) && sentence.has(Classes::AT);
    let subjects = sentence.places(if has { Classes::THE_NEUTER } else { Classes::NONE });
    subjects.filter_map(|i| {
        let adjective = i + 2;
        let at = adjective + 1 + usize::from(sentence.is_comma(adjective + 1));
        let found = sentence.is(i + 1, Classes::COPULA)
            && sentence.is(at, Classes::AT)
            && !sentence.is(adjective, Classes::UNBENT)
            && (sentence.is_adjective(adjective, Readings::ADJECTIVE_COMMON)
                || matches!(sentence.word(adjective), "svær" | "dyr" | "sjov" | "hård" | "god" | "rar"));
        found.then(|| neuter(sentence.word(adjective))).flatten().map(|right| (i, adjective, right))
    })
}
