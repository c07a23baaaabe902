//! `typography/sentence-start`: a small letter behind a full stop.
//!
//! Most stops before a small letter belong to abbreviations and numbers, so the word before must be a known one and no short
//! word that is an abbreviation as well, and there must be a verb before it: "Udvidet. plan" may be a list.

use danish::clauses::Sentence;
use danish::date::month_from;
use danish::lexicon::Readings;
use danish::tokens::{Classes, Kind};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::TextRange;
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "typography/sentence-start",
    summary: Text {
        da: "En sætning, der begynder med lille bogstav",
        en: "A sentence that begins with a lowercase letter",
    },
    why: Text {
        da: "Efter punktum begynder en ny sætning med stort. Står der lille bogstav, er enten bogstavet eller punktummet \
             forkert, og læseren kan ikke se hvilket: \"Det er aftalt. som sidste år\".",
        en: "After a period a new sentence begins with a capital. Where it does not, either the letter or the period is \
             wrong, and the reader cannot see which: \"Det er aftalt. som sidste år\".",
    },
    source: "Retskrivningsordbogen § 12",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag i maj. det er lagt af \
                 tegl.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag i maj. Det er lagt af \
                tegl.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences() {
        let inside = 2..sentence.len().saturating_sub(1);
        for stop in sentence.places(Classes::STOP).filter(|stop| inside.contains(stop)) {
            if is_end(sentence, stop) && begins_small(view, sentence, stop) {
                report(view, sentence, stop, findings);
            }
        }
    }
}

/// Does the stop end what is a sentence: a verb, and a word that is no abbreviation?
fn is_end(sentence: &Sentence<'_>, stop: usize) -> bool {
    /// Shorter words are abbreviations as well: "form.", "art.".
    const SHORTEST: usize = 5;
    let last = stop - 1;
    let word = sentence.word(last);
    let plain = sentence.token(last).is_some_and(|token| token.kind == Kind::Word && token.is_plain());
    let month = month_from(word).is_some();
    let long = word.chars().nth(SHORTEST - 1).is_some() && !sentence.readings_of_compound(last).is_none();
    // "fx." is an abbreviation, whatever stop it has.
    let spoken = word.contains(|c: char| "aeiouyæøåé".contains(c));
    let small = sentence.is(last, Classes::ANY.without(Classes::POSSESSIVE)) && word.len() > 1 && spoken;
    let glued = sentence.token(stop).is_some_and(|token| !token.is_spaced());
    let from = (0..stop).rev().find(|&at| sentence.word(at) == ".").map_or(0, |at| at + 1);
    plain && (long || small || month) && glued && (from..stop).any(|at| is_verb(sentence, at))
}

/// May the word at `at` be the verb of a sentence: a finite one, or a passive as in "Der budgetteres"?
fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Classes::MODAL) || sentence.is_finite(at) || at > 0 && sentence.may_stand_finite(at)
}

/// Does a known word in small letters follow on the same line, and no address, abbreviation or list number?
fn begins_small(view: &PartView<'_>, sentence: &Sentence<'_>, stop: usize) -> bool {
    let next = stop + 1;
    let known = sentence.is(next, Classes::ANY) || !sentence.readings_of_compound(next).is_none();
    let spaced = sentence.token(next).is_some_and(|token| token.is_spaced());
    let gap = TextRange::new(sentence.range(stop, stop).end(), sentence.range(next, next).start());
    let joined = sentence.token(next + 1).is_some_and(|after| {
        after.kind == Kind::Sign && !after.is_spaced() && !matches!(sentence.word(next + 1), "," | ":" | ";")
    });
    sentence.is_small(next)
        && sentence.word(next).len() > 1
        && known
        && spaced
        && !joined
        && !is_term(sentence, next)
        && !view.text[gap].contains(['\n', '\r'])
}

/// "tar sammenligner dem", "internetserver: …": a bare noun that a verb or a colon follows is what something is called.
fn is_term(sentence: &Sentence<'_>, i: usize) -> bool {
    let next = i + 1;
    let bare = Readings::COMMON | Readings::NEUTER | Readings::VERB | Readings::OTHER;
    let told =
        sentence.word(next) == ":" || sentence.is(next, Classes::MODAL) || sentence.may_be_finite(next);
    told && !sentence.is(i, Classes::ANY) && sentence.readings_of_compound(i).only(bare)
}

fn report(view: &PartView<'_>, sentence: &Sentence<'_>, stop: usize, findings: &mut Findings) {
    let place = sentence.range(stop + 1, stop + 1);
    if !view.is_prose(sentence.range(stop - 1, stop + 1)) {
        return;
    }
    let word = sentence.word(stop + 1);
    let right = capital(word);
    let note = Note::new(
        format!(
            "Efter punktum skrives \"{right}\" med stort; hører det med til sætningen før, skal punktummet væk"
        ),
        format!(
            "After a period \"{right}\" takes a capital; if it belongs to the sentence before, the period must go"
        ),
    );
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(place, note).unsafe_fix(title, Edit::replace(place, right));
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn flags_a_small_letter_behind_a_stop() {
        check(
            &RULE,
            "
1. Skoler

Sagen blev taget af dagsordenen. dette skyldes sygdom. Det er en god idé at tage det op. så gør vi det.
                                 ^^^^^ Efter punktum skrives \"Dette\" med stort
                                                                                         ^^ Efter punktum
",
        );
    }

    #[test]
    fn ignores_abbreviations_numbers_and_addresses() {
        silent("Det gælder bl.a. skolen, jf. lov om skoler, og ca. 5 pct. af dem, inkl. moms og evt. drift.");
        silent("Den 8. marts er der møde på 1. sal i form. hus, og maks. bredde er på matr. nr. 9g i byen.");
        silent("Kontakt Bo, hvis du vil give en hånd. bo@norby.dk. Der er råd til det i 2022. se bilaget.");
        silent("Du kan fx. skrive et notat om det. internetserver: to maskiner.");
        silent("Husk at kalde det \"planen. den nye\" i brevet, og skriv det så… og ikke ellers.");
    }

    #[test]
    fn ignores_lists_and_lines_of_their_own() {
        silent("Biblioteket. udnævnelse af ny leder. eventuelt.");
        silent("Skolen får et nyt tag.\ndet er lagt af tegl i maj måned.");
    }

    #[test]
    fn writes_the_capital() {
        check_fix(
            &RULE,
            "1. Skoler\n\nSkolen får et tag i maj. det er af tegl.\n",
            "1. Skoler\n\nSkolen får et tag i maj. Det er af tegl.\n",
        );
    }
}
