//! `typography/quotes`: a quotation that never closes, and two kinds of marks in one item.
//!
//! In Danish the same sign opens and closes (”…”, "…"), so what a mark does is read from what stands beside it. That
//! may fail, and a quotation may run over paragraphs, each of which may begin with a mark again. So a mark is reported
//! only when the count of marks is odd and exactly one is left over.

mod apart;
mod marks;
mod single;

use lint::{Applicability, Check, Example, Findings, Fixes, Habit, Note, PartView, Rule, Severity, Text};
use syntax::Class;
use text::edit::Edit;
use text::{TextRange, TextSize};
use zones::{Zone, ZoneSet};

use marks::{Mark, Misspaced, Pairs};

pub(crate) static RULE: Rule = Rule {
    name: "typography/quotes",
    summary: Text {
        da: "Et citat, der aldrig slutter, eller to slags citationstegn i samme punkt",
        en: "A quotation that never closes, or two kinds of quotation marks in one item",
    },
    why: Text {
        da: "Uden sluttegnet kan læseren ikke se, hvor andres ord holder op og referatets egne begynder. Det gælder især \
             protokolbemærkninger og ændringsforslag.",
        en: "Without the closing mark a reader cannot see where the words of others end and those of the minutes begin. \
             That matters most in protocol remarks and amendments.",
    },
    source: "Retskrivningsordbogen § 58",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nRådet skrev: ”Taget er utæt.\n\n\
                 Beslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nRådet skrev: ”Taget er utæt.”\n\n\
                Beslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// What is said of a quotation that nothing closes.
const NEVER_ENDS: Text =
    Text { da: "Citatet begynder her og slutter aldrig", en: "The quotation begins here and never ends" };

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let pairs = Pairs::read(view);
    // Where a mark is lost, nobody can tell which of the others belong together.
    match pairs.left_over(view) {
        Some(left) => report_left_over(view, left, findings),
        None => {
            pairs.misspaced.iter().for_each(|found| report_misspaced(view, *found, findings));
            check_mixed(view, &pairs, findings);
        }
    }
    single::check(view, findings);
    apart::check(view, findings);
}

/// The space stands on the wrong side of a mark, or is missing; the finding stands where it belongs.
fn report_misspaced(view: &PartView<'_>, found: Misspaced, findings: &mut Findings) {
    let (Misspaced::GluedBefore(mark) | Misspaced::GluedBehind(mark) | Misspaced::ApartBefore(mark)) = found;
    let place = mark.place();
    if view.line_of(place).is_none() || view.is_attachment(place) || view.is_opaque(place) {
        return;
    }
    let (note, title, edit) = match found {
        Misspaced::GluedBefore(_) => (
            Text {
                da: "Der mangler et mellemrum foran citationstegnet",
                en: "A space is missing before the quotation mark",
            },
            INSERT,
            Edit::insert(place.start(), " "),
        ),
        Misspaced::GluedBehind(_) => (
            Text {
                da: "Der mangler et mellemrum efter citationstegnet",
                en: "A space is missing after the quotation mark",
            },
            INSERT,
            Edit::insert(place.end(), " "),
        ),
        Misspaced::ApartBefore(_) => (
            Text {
                da: "Der står et mellemrum foran det afsluttende citationstegn",
                en: "A space stands before the closing quotation mark",
            },
            Text { da: "Slet mellemrummet", en: "Delete the space" },
            Edit::delete(TextRange::at(place.start() - TextSize::from(1), TextSize::from(1))),
        ),
    };
    findings.report(place, note).at_most(Severity::Warning).unsafe_fix(title, edit);
}

const INSERT: Text = Text { da: "Indsæt et mellemrum", en: "Insert a space" };

fn report_left_over(view: &PartView<'_>, mark: Mark, findings: &mut Findings) {
    let place = mark.place();
    let Some((start, block)) = view.block_at(place.start()) else { return };
    // The cells of a table may be cut off.
    if matches!(block.class, Class::Table | Class::ContentsEntry | Class::Comment | Class::Code) {
        return;
    }
    if mark.closes() {
        findings.report(
            place,
            Text {
                da: "Citationstegnet slutter et citat, der aldrig begynder",
                en: "The quotation mark closes a quotation that never begins",
            },
        );
        return;
    }
    let closing = closing(mark.sign);
    let end = (block.words() + start).end();
    findings.report(place, NEVER_ENDS).unsafe_fix(
        Note::new(
            format!("Indsæt {closing} sidst i afsnittet"),
            format!("Insert {closing} at the end of the paragraph"),
        ),
        Edit::insert(end, closing.to_string()),
    );
}

fn closing(opening: char) -> char {
    match opening {
        '„' => '“',
        '“' => '”',
        '»' => '«',
        '«' => '»',
        other => other,
    }
}

const HABIT: Habit = Habit {
    note: Text {
        da: "Der er to slags citationstegn i {n} punkter; brug den samme slags hele vejen",
        en: "There are two kinds of quotation marks in {n} items; use one kind throughout",
    },
    fix: Text { da: "Skriv dem ens", en: "Write them alike" },
};

/// Two kinds side by side: one finding, at the first mark of the rarer kind.
fn check_mixed(view: &PartView<'_>, pairs: &Pairs, findings: &mut Findings) {
    let marks = &pairs.outer[..];
    let kind = |mark: &Mark| match mark.sign {
        '"' => '"',
        '»' | '«' => '»',
        _ => '”',
    };
    let count = |wanted: char| marks.iter().filter(|mark| kind(mark) == wanted).count();
    let mut kinds = ['"', '”', '»'].map(|kind| (count(kind), kind));
    kinds.sort_by_key(|(count, _)| *count);
    let [_, (_, rarer), (_, usual)] = kinds;
    let Some(first) = marks.iter().find(|mark| kind(mark) == rarer) else { return };
    let report = findings
        .report(
            first.place(),
            Text {
                da: "Punktet har to slags citationstegn; brug den samme slags hele vejen",
                en: "The item has two kinds of quotation marks; use one kind throughout",
            },
        )
        .at_most(Severity::Hint);
    let report = report.habit(HABIT);
    // »…« has two signs, so the others cannot simply be exchanged for it; and ” is the Danish sign, so nothing leads
    // away from it. Half a pair is never changed.
    let wrong: Vec<&Mark> = marks.iter().filter(|mark| kind(mark) == rarer).collect();
    let whole = pairs.are_complete()
        && wrong.len() == view.text.matches(rarer).count()
        && wrong.len().is_multiple_of(2);
    let turns = wrong.iter().enumerate().all(|(i, mark)| mark.closes() == (i % 2 == 1));
    if usual == '”' && rarer == '"' && whole && turns {
        let edits = wrong.iter().map(|mark| Edit::replace(mark.place(), usual.to_string())).collect();
        report.fix(Text { da: "Skriv dem ens", en: "Write them alike" }, Applicability::Unsafe, edits);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    fn silent(text: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{text}\n"));
    }

    #[test]
    fn flags_a_quotation_that_never_closes() {
        check(
            &RULE,
            "
1. Skoler

Rådet skrev: ”Taget er utæt.
             ^ Citatet begynder her og slutter aldrig

Det er ”nyt”.

2. Veje

Et \"citat\" og et \"til
                 ^ Citatet
",
        );
    }

    #[test]
    fn flags_spaces_inside_both_marks() {
        check(
            &RULE,
            "
1. Skoler

Formanden kaldte det ” ikke egnet ” til referat.
                     ^ Der står et mellemrum inde i citatet

Rådet drøftede begrebet ” det gode liv ”, som planen bygger på.
                        ^ Der står et mellemrum
",
        );
        silent("Rådet kaldte det ”ikke egnet” til referat. Bo fik 2 ” og Ida 3.");
        silent("Der står ” for det samme, når en linje gentager ordet.");
    }

    #[test]
    fn flags_a_mark_that_closes_nothing() {
        check(&RULE, "1. Skoler\n\nTaget er utæt.” Det er ”nyt”.\n              ^ Citationstegnet slutter\n");
    }

    #[test]
    fn quotations_may_span_paragraphs() {
        silent("Ø: ”Vi ønsker ro.\n\nOg fred.” Slut");
        silent("Ø: ”Vi ønsker ro.\n\n”Og fred.\n\n”Og brød.”");
    }

    #[test]
    fn kinds_that_pair_are_pairs() {
        silent("„Et“, „to”, “tre” og ”fire”");
        silent("»Et« og »to«");
        silent("(”et”) – ”to”, ”tre”-fire og fem/”seks”");
        silent("”Han sagde ”ja” til os.”");
    }

    #[test]
    fn inches_and_signs_for_the_same_prove_nothing() {
        silent("En skærm på 27\" og et rør på 2,5\" til skolen.");
        silent("Programmet \"Sprog 3\" blev til \"Sprog 4\".");
        silent("Rådet skrev: ”Vi vil have ro.\n\nVi vil have en skærm på 27” til skolen.”");
        silent("Skole\n\"\n\nDet er ”nyt.");
        silent("Et ''citat'' og ”et");
    }

    #[test]
    fn an_even_count_proves_nothing() {
        silent("Et ”citat og ”to.");
    }

    #[test]
    fn flags_a_space_on_the_wrong_side() {
        check(
            &RULE,
            "
1. Skoler

Se bilag 1\"Retningslinjer for udlån\".
          ^ Der mangler et mellemrum foran

2. Veje

Notatet\"Fremtidens havn\" fra foråret.
       ^ Der mangler et mellemrum foran

3. Sti

Sagen,”Havnen”, er ny. Planen ”Fremtidens havn”fra foråret. Temaet er ”Sammen om skolen ”.
      ^ Der mangler et mellemrum foran
                                              ^ Der mangler et mellemrum efter
                                                                                        ^ Der står et mellemrum foran det
",
        );
        silent("Planen ”Åben Skole”-projektet, ”Havnen”s fremtid, ”Havn”en, (”et”) og ”to”/”tre”.");
        silent("En 65\"skærm og en 75\" skærm til salen.");
        silent("Han skrev ”Havnen er ny, og ” og ” er et tegn.");
    }

    #[test]
    fn a_mark_between_spaces_may_be_the_one_that_closes() {
        check(
            &RULE,
            "
1. Skoler

Der er fokus på ”et rummeligt arbejdsmarked ” i planen.
                                            ^ Der står et mellemrum foran det
",
        );
        silent("Der er fokus på ”et rummeligt arbejdsmarked ” i planen, og på ”ro”.");
        silent("Der skrives ”et rør på 27 ” i planen.");
    }

    #[test]
    fn a_single_mark_of_no_speech_is_a_warning() {
        let text = "1. Skoler\n\nVisionen ’Et åbent hus for alle blev vedtaget sidste år.\n";
        let found = document::fixture::document("generel", &RULE, text).diagnostics();
        assert_eq!(found.iter().map(|found| found.severity).collect::<Vec<_>>(), [lint::Severity::Warning]);
    }

    #[test]
    fn a_single_mark_that_opens_and_never_closes() {
        check(
            &RULE,
            "
1. Skoler

Formanden sagde: ’Vi skal handle nu. Sagen blev drøftet.
                 ^ Citatet begynder her og slutter aldrig

2. Veje

I budgettet står der: ’Partierne er enige om, at badet skal udvides. Dette er en lang sag.
                      ^ Citatet
",
        );
        silent("Han sagde: ’Vi skal handle nu.’ Sagen blev drøftet.");
        silent("Han sagde: ’Vi skal.\n\nOg vi vil.’ Sagen blev drøftet.");
        silent("Lars’ forslag og ’68-generationen, ’Ulvedalen’, rock ’n’ roll og Anders’.");
        silent("Han sagde: ’Vi skal handle nu' og gik.");
        silent("Den skrev: ’S-toget kører, og det er ’Nøddebo.");
    }

    #[test]
    fn mixed_kinds_are_a_hint() {
        check(
            &RULE,
            "
1. Skoler

Et ”citat”, et ”andet” og et \"tredje\".
                             ^ Punktet har to slags
",
        );
    }

    #[test]
    fn another_kind_inside_a_quotation_is_not_mixed() {
        silent("”Vi vil have \"ro\" i skolen”, skrev rådet.");
    }

    #[test]
    fn inserts_the_mark_at_the_end_of_the_paragraph() {
        check_fix(
            &RULE,
            "1. Skoler\n\nHan sagde: „Ja.\n\nSlut.\n",
            "1. Skoler\n\nHan sagde: „Ja.“\n\nSlut.\n",
        );
        check_fix(&RULE, "1. Skoler\n\nEt ”a”, ”b” og \"c\".\n", "1. Skoler\n\nEt ”a”, ”b” og ”c”.\n");
    }
}
