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
    let opening = subject_at(sentence);
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
