//! `spelling/comma-infinitive`: a comma before an infinitive ("er det vigtigt, at give").
//!
//! The comma is right where it closes a clause ("når man bygger, at give") or divides infinitives ("at lære, at give"),
//! so between it and the sign before there may be neither a clause that hangs on another nor another "at".

mod clauses;
mod governed;
mod led;

use super::comma_main_clause::{is_free_of_clauses, is_inner_sign};
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

use clauses::{OPENS_CLAUSE, clause_end, clause_start, has_own_subject, is_formal};
use governed::is_governed;
use led::{is_led, is_led_infinitive, is_raised};

pub(crate) static RULE: Rule = Rule {
    name: "spelling/comma-infinitive",
    summary: Text { da: "Komma foran navneform", en: "A comma before an infinitive" },
    why: Text {
        da: "Foran \"at\" og en navneform sættes ikke komma: \"det er vigtigt at give\". Komma sættes kun, hvor en ny \
             sætning med grundled begynder.",
        en: "There is no comma before \"at\" and an infinitive: \"det er vigtigt at give\". A comma stands only where a new \
             clause with a subject begins.",
    },
    source: "Retskrivningsordbogen § 49",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er vigtigt, at give børnene ro.\
                 \n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er vigtigt at give børnene ro.\
                \n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences().iter().filter(|sentence| sentence.has(Classes::AT)) {
        // What the comma closes may have begun on the line before.
        if !sentence.is_whole() || !sentence.has(Classes::COMMA) || lists_infinitives(sentence) {
            continue;
        }
        for comma in sentence.places(Classes::COMMA).filter(|&i| sentence.word(i + 1) == "at") {
            let whole = sentence.range(comma, comma + 2);
            let found = is_led_infinitive(sentence, comma)
                || is_raised(sentence, comma)
                || is_infinitive(sentence, comma + 2)
                    && !may_be_subject(sentence, comma + 2)
                    && is_needless(sentence, comma)
                    && !bears_meaning(sentence, comma);
            if found && view.is_prose(whole) {
                let word = sentence.word(comma + 2);
                let note = Note::new(
                    format!("Der skal ikke være komma foran \"at {word}\""),
                    format!("There should be no comma before \"at {word}\""),
                );
                let title = Text { da: "Slet kommaet", en: "Delete the comma" };
                let doubtful = has_other_verb(sentence, comma + 2)
                    || is_closed_by_comma(sentence, comma)
                    || is_bare_noun(sentence, comma - 1)
                    || !is_certain(sentence, comma);
                let fix = if doubtful { Applicability::Unsafe } else { Applicability::Safe };
                let edit = Edit::delete(sentence.range(comma, comma));
                findings.report(whole, note).fix(title, fix, vec![edit]);
            }
        }
    }
}

/// Is it the only comma up to there, behind a word that the infinitive is due behind: "er vigtigt, at give", "har mulighed for, at give"?
fn is_certain(sentence: &Sentence<'_>, comma: usize) -> bool {
    const FORMAL: usize = 4;
    let due = Classes::GOVERNING.or(Classes::BEFORE_AT);
    let formal = comma <= FORMAL && sentence.word(0) == "Det" && sentence.is(1, Classes::COPULA);
    (formal || sentence.is(comma - 1, due)) && !(0..comma).any(|at| sentence.is_comma(at))
}

/// "Det er dyrt, at dømme efter budgettet", "Mit råd er enkelt, at købe nu", "Deres formål, at udbrede kendskabet, står i § 2": the
/// infinitive says what was named before it, or stands for itself.
fn bears_meaning(sentence: &Sentence<'_>, comma: usize) -> bool {
    let before = comma - 1;
    let end = clause_end(sentence, comma + 2);
    // The phrase is put in: what follows its second comma goes on with what stood before it.
    // "Opgaven vil være, at bygge, blandt andet ved havnen": what something is, is never put in.
    let told = sentence.is(before, Classes::COPULA) || matches!(sentence.word(before), "være" | "blive");
    // "Vi ønsker, at bygge, jf. bilag 3", "Det er en opgave, at bygge, med plads til alle": neither can be without its infinitive.
    let due = sentence.is(before, Classes::GOVERNING)
        && sentence.readings(before).any(Readings::PRESENT | Readings::PAST)
        || is_formal(sentence, clause_start(sentence, comma), comma);
    let goes_on = |at: usize| {
        sentence.may_be_finite(at)
            || sentence.is(at, Classes::MODAL)
            || !due && sentence.is(at, Classes::PREPOSITION)
    };
    let put_in = sentence.is_comma(end)
        && !told
        && !sentence.is(end + 1, Classes::SUBORDINATOR)
        && !sentence.any(0, comma, Classes::LEADING)
        && !sentence.is(0, OPENS_CLAUSE)
        && goes_on(end + 1);
    sentence.is(comma + 2, Classes::ABSOLUTE)
        || put_in
        || sentence.is(before, Classes::PRONOUN)
        || explains_noun(sentence, before)
        || explains_adjective(sentence, before)
}

/// "kun ét ønske, at få ro", "den opgave, at finde en formand", "vores mål, at spare": a noun that is singled out, so that what follows
/// says which it is.
fn explains_noun(sentence: &Sentence<'_>, noun: usize) -> bool {
    const REACH: usize = 3;
    const SINGLED: [&str; 11] =
        ["ét", "én", "en", "et", "eneste", "den", "det", "denne", "dette", "ene", "kun"];
    let owned = noun > 0
        && (sentence.is(noun - 1, Classes::POSSESSIVE)
            || sentence.readings_of_compound(noun - 1).only(Readings::GENITIVE));
    // "På den baggrund besluttede rådet": the word belongs to another noun.
    let singled = (noun.saturating_sub(REACH)..noun).any(|at| {
        SINGLED.contains(&&*sentence.word(at).to_lowercase())
            && !(at > 0 && sentence.is(at - 1, Classes::PREPOSITION))
            && !(at + 1..noun).any(|at| sentence.may_be_finite(at) || sentence.is(at, Classes::PREPOSITION))
    });
    // "Det er rådets anbefaling, at bruge puljen": the infinitive is what "det" stands for.
    let begin = clause_start(sentence, noun + 1);
    let formal = sentence.word(begin).eq_ignore_ascii_case("det") && begin + 1 < noun
        || is_formal(sentence, begin, noun + 1);
    let counted = (noun.saturating_sub(2)..noun)
        .any(|at| matches!(sentence.word(at), "ét" | "én" | "eneste" | "ene"))
        && sentence.readings_of_compound(noun).any(Readings::NOUN);
    counted || is_bare_noun(sentence, noun) && !formal && (owned || singled)
}

/// A noun and nothing else, and none that an infinitive is due behind: "lov", "mulighed".
fn is_bare_noun(sentence: &Sentence<'_>, noun: usize) -> bool {
    let found = sentence.readings_of_compound(noun).without(Readings::OTHER);
    found.any(Readings::NOUN)
        && !found.any(Readings::ADJECTIVE)
        && !sentence.is(noun, Classes::BEFORE_BARE_AT.or(Classes::GOVERNING).or(Classes::PREPOSITION))
}

/// "Opgaven er klar, at skaffe penge": behind "er" the adjective tells of a noun, and not of the infinitive as in "Det er let, at".
fn explains_adjective(sentence: &Sentence<'_>, adjective: usize) -> bool {
    let begin = clause_start(sentence, adjective + 1);
    let of_it = (begin..adjective)
        .any(|at| matches!(&*sentence.word(at).to_lowercase(), "det" | "hvad" | "som" | "der" | "hvor"));
    // "Hvor lang tid det tager, er svært at sige": the clause is what the adjective tells of.
    let of_it = of_it || sentence.is(begin, Classes::COPULA) && sentence.is(0, OPENS_CLAUSE);
    let copula = (begin..adjective).any(|at| sentence.is(at, Classes::COPULA));
    let found = sentence.readings_of_compound(adjective);
    found.any(Readings::ADJECTIVE)
        && copula
        && !of_it
        && !sentence.is(adjective, Classes::WILLING)
        && !found.any(Readings::PARTICIPLE)
}

/// Does another comma stand behind the infinitive that begins no clause, so that one of two would be left?
fn is_closed_by_comma(sentence: &Sentence<'_>, comma: usize) -> bool {
    let end = clause_end(sentence, comma + 2);
    sentence.is_comma(end) && !sentence.is(end + 1, Classes::SUBORDINATOR.or(Classes::CONJUNCTION))
}

/// "hjælp til hygiejne, at få tøj på, at komme ud": infinitives that are listed.
fn lists_infinitives(sentence: &Sentence<'_>) -> bool {
    let begins = |i: &usize| {
        let at = if matches!(sentence.word(i + 1), "og" | "eller" | "samt") { i + 2 } else { i + 1 };
        sentence.word(at) == "at" && sentence.readings(at + 1).any(Readings::INFINITIVE)
    };
    sentence.places(Classes::COMMA).filter(begins).nth(1).is_some()
        || counts_infinitives(sentence)
        || sentence.places(Classes::COMMA).filter(begins).any(|comma| stands_among(sentence, comma))
}

/// "er at få flere med, at holde prisen nede og at skabe ro": an infinitive before the comma, and one behind "og".
fn stands_among(sentence: &Sentence<'_>, comma: usize) -> bool {
    let infinitive =
        |at: usize| sentence.is(at, Classes::AT) && sentence.readings(at + 1).any(Readings::INFINITIVE);
    (0..comma).any(infinitive)
        && (comma + 2..sentence.len())
            .any(|at| matches!(sentence.word(at), "og" | "eller" | "samt") && infinitive(at + 1))
}

/// "på to måder, at købe eller at leje": infinitives that say what was counted.
fn counts_infinitives(sentence: &Sentence<'_>) -> bool {
    const REACH: usize = 12;
    let counted = |comma: usize| {
        let noun = sentence.readings_of_compound(comma - 1).any(Readings::NOUN);
        let n = sentence.word(comma - 2);
        noun && (n.bytes().all(|byte| byte.is_ascii_digit()) || COUNTS.contains(&n))
    };
    let at = |i: usize| sentence.word(i) == "at" && sentence.readings(i + 1).any(Readings::INFINITIVE);
    let joined = |from: usize| {
        (from..(from + REACH).min(sentence.len()))
            .any(|i| matches!(sentence.word(i), "eller" | "og" | "samt") && at(i + 1))
    };
    sentence.places(Classes::COMMA).any(|i| i >= 2 && at(i + 1) && counted(i) && joined(i + 2))
}

/// Words before a noun whose things are told next.
const COUNTS: &[&str] =
    &["to", "tre", "fire", "fem", "seks", "begge", "flere", "følgende", "muligheder", "mulige"];

/// Is the word after "at" an infinitive? What is a noun too is one where no verb follows: ", at støtte gives".
fn is_infinitive(sentence: &Sentence<'_>, i: usize) -> bool {
    let nounlike = sentence.is(i, Classes::NOUNLIKE_INFINITIVE)
        && sentence.is_small(i)
        && i + 1 < sentence.len()
        && !sentence.is_sign(i + 1)
        && !sentence.may_be_finite(i + 1)
        && !sentence.is(i + 1, Classes::MODAL.or(Classes::PREPOSITION).or(Classes::CONJUNCTION));
    // "at se på sagen", which elsewhere is no verb for certain.
    let looks = sentence.word(i) == "se" && sentence.is(i + 1, Classes::PARTICLE.or(Classes::PREPOSITION));
    nounlike || looks || sentence.is_infinitive(i) || is_only_verb(sentence, i)
}

/// May the word be part of the subject of a clause: "at bygge- og anlægsudgifter afholdes", "at fiske i havnen er forbudt"?
fn may_be_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    if sentence.token(i + 1).is_some_and(|sign| !sign.is_spaced())
        && matches!(sentence.word(i + 1), "-" | "‑")
    {
        return true;
    }
    let end = clause_end(sentence, i);
    // "at nå de ønskede mål".
    let described = |at: usize| {
        sentence.is(at - 1, Classes::DETERMINER) && sentence.readings_of_compound(at + 1).any(Readings::NOUN)
    };
    (i + 1..end).filter(|&at| !has_own_subject(sentence, at) && !described(at)).any(|at| {
        sentence.is(at, Classes::MODAL) || sentence.is_finite(at) || stands_as_passive(sentence, at)
    })
}

/// "at flytte en skole koster": may another word up to the sign be a verb, so that the infinitive is its subject?
fn has_other_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let verb = |at: usize| sentence.is_small(at) && sentence.may_stand_finite(at);
    (i + 2..clause_end(sentence, i)).any(|at| verb(at) && !has_own_subject(sentence, at))
}

/// "at måle og vægte kontrolleres": a passive that no word governs.
fn stands_as_passive(sentence: &Sentence<'_>, i: usize) -> bool {
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    let found = sentence.readings(i);
    let passive = found.any(Readings::PASSIVE) && !found.any(Readings::NOUN | Readings::ADJECTIVE);
    let word = sentence.word(i);
    // "deres" is no verb.
    let regular = word.ends_with("eres") && !sentence.is(i, Classes::POSSESSIVE);
    word.ends_with('s') && (passive || regular) && !sentence.is(i - 1, governs)
}

/// "til, at leje arealer": what is a noun too is the infinitive if no other verb follows up to the end of the clause.
fn is_only_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let end = (i..sentence.len())
        .find(|&at| sentence.is_sign(at) && !is_inner_sign(sentence, at))
        .unwrap_or(sentence.len());
    let found = sentence.readings(i);
    sentence.is_small(i)
        && i + 1 < end
        && found.any(Readings::INFINITIVE)
        && !found.any(Readings::PRESENT | Readings::PAST)
        && !sentence.is(i, Classes::NOT_INFINITIVE.or(Classes::BEFORE_NOUN).or(Classes::SUBORDINATOR))
        && !sentence.is(i + 1, Classes::CONJUNCTION)
        && !(i + 1..end).any(|at| {
            sentence.may_be_finite(at) && sentence.word(at) != "sig"
                || sentence.is(at, Classes::MODAL)
                || sentence.begins_clause(at) && !begins_infinitive(sentence, at)
        })
        && matches!(sentence.word(end), "." | "," | ")" | "")
        && (sentence.word(end) != ","
            || sentence.is(end + 1, Classes::SUBORDINATOR)
            || sentence.is_finite(end + 1)
            || sentence.word(end + 1) == "og")
}

/// "Det koster penge at anlægge et fortov": do "at" and an infinitive that is nothing else stand at `at`?
fn begins_infinitive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Classes::AT) && sentence.is_infinitive(at + 1)
}

/// Can the comma neither close a clause nor divide infinitives? Behind a preposition it never can, and behind a word that the
/// infinitive belongs to only where the clause is put in.
fn is_needless(sentence: &Sentence<'_>, comma: usize) -> bool {
    comma > 1
        && !explains(sentence, comma)
        && (is_led(sentence, comma) || is_governed(sentence, comma) || !closes_clause(sentence, comma))
}

/// "Formålet er dobbelt, at spare strøm og at skabe ro": several infinitives behind a word that governs none say what it means.
fn explains(sentence: &Sentence<'_>, comma: usize) -> bool {
    let another = |i: usize| {
        sentence.is(i, Classes::CONJUNCTION)
            && sentence.word(i + 1) == "at"
            && sentence.readings(i + 2).any(Readings::INFINITIVE)
    };
    !sentence.is(comma - 1, Classes::GOVERNING.or(Classes::PREPOSITION))
        && (comma + 3..sentence.len()).any(another)
}

/// What stands before the comma, up to the sign before it, must be free of these: a clause that the comma may close.
fn closes_clause(sentence: &Sentence<'_>, comma: usize) -> bool {
    let bracket = |i: usize| matches!(sentence.word(i), "(" | ")" | "/" | "%" | "&" | "§");
    let stop = (0..comma).rev().find(|&i| sentence.is_sign(i) && !bracket(i));
    let from = match stop {
        None => 0,
        Some(stop) if matches!(sentence.word(stop), "." | ":") => stop + 1,
        // "Efter 2025, forventes udgiften, at falde": the main clause goes on behind what was put in front.
        Some(stop) if is_main_verb(sentence, stop) => stop + 1,
        Some(_) => return true,
    };
    // What the purpose itself says is over before the verb.
    let purpose = purpose_end(sentence, from, comma).filter(|_| is_behind_purpose(sentence, from, comma));
    let from = purpose.unwrap_or(from);
    !is_free_of_clauses(sentence, from, comma)
        || sentence.any(from, comma, Classes::AT)
            && !is_object_of_infinitive(sentence, from, comma)
            && !makes_it(sentence, from, comma)
        || (from..comma)
            .any(|i| matches!(sentence.word(i), "jf" | "jf.") || i > from + 1 && sentence.word(i) == "der")
}

/// "for at undgå, at bruge magt", "vurderes at blive svært, at finde lokaler": does the infinitive belong to a word that another one
/// before it governs, so that the two are none of a list?
fn is_object_of_infinitive(sentence: &Sentence<'_>, from: usize, comma: usize) -> bool {
    let (last, before) = (comma - 1, comma - 2);
    let infinitives = (from..comma)
        .filter(|&at| sentence.is(at, Classes::AT))
        .all(|at| sentence.readings(at + 1).any(Readings::INFINITIVE));
    infinitives
        && before > from
        && sentence.is(last, Classes::GOVERNING)
        && (sentence.is(before, Classes::AT) || matches!(sentence.word(before), "være" | "blive"))
}

/// "for at gøre det muligt for børn, at lege": the second infinitive is what "det" stands for.
fn makes_it(sentence: &Sentence<'_>, from: usize, comma: usize) -> bool {
    (from..comma).any(|at| {
        matches!(sentence.word(at), "gøre" | "gør" | "gjorde" | "gjort")
            && sentence.word(at + 1) == "det"
            && at + 2 < comma
            && sentence.is(at + 2, Classes::GOVERNING)
            && !sentence.any(at, comma, Classes::AT)
    })
}

/// Where the words end that begin such a purpose: "For at sænke", "Med henblik på at sænke".
fn purpose_end(sentence: &Sentence<'_>, from: usize, comma: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let at = sentence.places(Classes::AT).next().filter(|&at| from == 0 && (1..LONGEST).contains(&at))?;
    let led = sentence.is(at - 1, Classes::PREPOSITION) || sentence.word(0) == "For";
    let verb = (1..at).any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL));
    (led && !verb && at + 2 < comma && !sentence.any(at + 1, comma, Classes::AT)).then_some(at + 2)
}

/// "For at sænke farten anbefales det, at bygge": the purpose stands in front and ends before the verb, which waits for another
/// infinitive.
fn is_behind_purpose(sentence: &Sentence<'_>, from: usize, comma: usize) -> bool {
    const REACH: usize = 3;
    let Some(at) = purpose_end(sentence, from, comma) else { return false };
    let governed = sentence.any(comma.saturating_sub(REACH), comma, Classes::GOVERNING);
    let verb = |at: usize| sentence.is_finite(at) && !has_own_subject(sentence, at);
    governed && (at..comma).any(verb)
}

/// Does the main verb follow the comma at `i`, as it does behind a phrase or clause that begins the sentence?
fn is_main_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.is_comma(i)
        && sentence.is(i + 1, Classes::AUXILIARY.or(Classes::FINITE))
        // Behind a clause of condition it is no aside: "Hvis det sker, anbefaler udvalget, at bygge".
        && (!sentence.is(i + 1, Classes::SAYING) || sentence.is(0, Classes::LEADING))
        && sentence.sign_before(i).is_none()
}

#[cfg(test)]
mod tests;
