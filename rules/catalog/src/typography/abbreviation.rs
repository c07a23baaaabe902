//! `typography/abbreviation`: "b.la.", "50 pct af", "1.kvartal", "stk.1"; "fx" and "f.eks." in one item is a hint.

mod glued;
mod unit;

use danish::abbreviations::abbreviations;
use danish::letters::is_word_part;
use danish::lexicon::{Readings, readings};
use lint::lexicon::Kind;
use lint::{
    Allowed, Check, Choice, Example, Findings, Fixes, Habit, Note, PartView, Rule, RuleOption, Severity, Text,
};
use text::edit::Edit;
use text::needle::Needle;
use text::{TextRange, is_space, range};
use zones::names::is_shortened_name;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "typography/abbreviation",
    summary: Text {
        da: "Forkortelser med manglende eller forkerte punktummer og mellemrum",
        en: "Abbreviations with missing or wrong full stops and spaces",
    },
    why: Text {
        da: "Forkortelser har faste former: \"bl.a.\", \"pct.\", \"mio. kr.\", \"stk. 1\", \"1. kvartal\". Andre former ligner \
             slåfejl, og søgninger finder dem ikke.",
        en: "Abbreviations have fixed forms: \"bl.a.\", \"pct.\", \"mio. kr.\", \"stk. 1\", \"1. kvartal\". Other forms look \
             like slips, and searches do not find them.",
    },
    source: "Retskrivningsordbogen § 42",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[&FOR_EXAMPLE],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er b.la. de 50 pct af taget, der \
                 bliver lagt i 1.kvartal.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er bl.a. de 50 pct. af taget, der \
                bliver lagt i 1. kvartal.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

static FOR_EXAMPLE: RuleOption = RuleOption {
    name: "for-example",
    about: Text { da: "Forkortelsen af \"for eksempel\"", en: "The abbreviation of \"for eksempel\"" },
    allowed: Allowed::Choice(&[
        Choice { word: "alike", about: Text { da: "ens i punktet", en: "the same throughout the item" } },
        Choice { word: "fx", about: Text { da: "altid \"fx\"", en: "always \"fx\"" } },
        Choice { word: "f.eks.", about: Text { da: "altid \"f.eks.\"", en: "always \"f.eks.\"" } },
    ]),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for word in view.wrong_words() {
        let own = word.wrong.kind == Kind::Abbreviation && !is_reference(view, word.range);
        if own
            && (view.is_prose(word.range) && is_sentence(view, word.range)
                || is_certain_in_cell(view, word.range))
            && !is_mentioned(view, word.range)
            && !is_in_name(view, word.range)
            && !is_other_word(view, word.range)
        {
            let right = word.rights(view.text).swap_remove(0);
            if USAGE.contains(&&*word.wrong.form) {
                report_usage(view, word.range, &right, findings);
            } else {
                report(view, word.range, right, findings);
            }
        }
    }
    let bytes = view.text.as_bytes();
    for stop in memchr::memchr_iter(b'.', bytes) {
        // Between two digits stands the point of a number.
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let follows = bytes.get(stop + 1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == 0xc3);
        if follows && !(digit(bytes.get(stop + 1)) && digit(bytes[..stop].last())) {
            check_glued(view, stop, findings);
        }
    }
    for &run in view.runs() {
        if bytes[usize::from(run.start())].is_ascii_digit()
            && let Some((found, right)) = unit::around(view, run)
            && (view.is_prose(found) || view.is_cell(found))
        {
            report(view, found, right, findings);
        }
    }
    check_for_example(view, findings);
}

/// Forms in general use, though not the dictionary's.
const USAGE: &[&str] = &["jfr.", "jfr", "jvf"];

fn report_usage(view: &PartView<'_>, found: TextRange, right: &str, findings: &mut Findings) {
    let written = &view.text[found];
    let note = Note::new(
        format!("\"{written}\" skrives \"{right}\" i ordbogen"),
        format!("The dictionary writes \"{written}\" as \"{right}\""),
    );
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    let edit = Edit::replace(found, right);
    findings.report(found, note).at_most(Severity::Hint).unsafe_fix(title, edit);
}

/// "3 mio.kr", "ca 10.000": a cell may hold a unit without its stop for want of room, but no wrong stop inside and no "ca".
fn is_certain_in_cell(view: &PartView<'_>, found: TextRange) -> bool {
    let written = &view.text[found];
    let inner = written.trim_end_matches('.').contains('.');
    let after = view.text[usize::from(found.end())..].strip_prefix(' ').unwrap_or_default();
    let about = written == "ca" && after.starts_with(|c: char| c.is_ascii_digit());
    (inner || about) && view.is_cell(found)
}

/// "§ 4, stk 2" is part of a reference to a law, which another rule looks at.
fn is_reference(view: &PartView<'_>, found: TextRange) -> bool {
    let line = view.line_of(found).map_or("", |line| &view.text[line.start().into()..found.start().into()]);
    let section = line.rsplit_once('§').map(|(_, section)| section);
    let word = |c: char| !(c.is_ascii_digit() || is_space(c) || c == ',');
    &view.text[found] == "stk"
        && section.is_some_and(|section| section.chars().filter(|c| word(*c)).count() < 2)
}

/// "Firmaet hedder Bla. Bla. Invest": a capital in the middle of a sentence, also over a line end, and one behind it.
fn is_in_name(view: &PartView<'_>, found: TextRange) -> bool {
    let wraps = |c: char| is_space(c) || matches!(c, '\n' | '\r');
    let before = view.text[..found.start().into()].trim_end_matches(wraps);
    let after = view.text[usize::from(found.end())..].trim_start_matches(|c: char| wraps(c) || c == '.');
    view.text[found].starts_with(char::is_uppercase)
        && after.starts_with(char::is_uppercase)
        && (before.ends_with(char::is_alphabetic) || is_shortened_name(view.text, found.start().into()))
}

/// "mio er en million": a unit without its number, of which the text says what it means.
fn is_mentioned(view: &PartView<'_>, found: TextRange) -> bool {
    let before = view.text[..found.start().into()].trim_end_matches(is_space);
    let counted = before.ends_with(|c: char| c.is_ascii_digit() || c.is_alphabetic());
    let after = view.text[usize::from(found.end())..].trim_start_matches(is_space);
    let told = ["er ", "betyder ", "står for ", "= "].iter().any(|verb| after.starts_with(verb));
    told && !counted && matches!(&view.text[found], "mio" | "mia" | "pct" | "kr" | "stk")
}

/// "Ca" is an element where it begins no sentence, and "pr" are the relations to the public where nothing is counted.
fn is_other_word(view: &PartView<'_>, found: TextRange) -> bool {
    let written = &view.text[found];
    let before = view.text[..found.start().into()].trim_end_matches(is_space);
    let after = view.text[usize::from(found.end())..].trim_start_matches(is_space);
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // "5 mio .": the stop is there, behind a space.
    if after.starts_with('.') {
        return true;
    }
    if written == "pr" {
        return !is_per(before, next);
    }
    // "12 pt" is the size of letters.
    if written == "pt" && before.ends_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '\n', '\r', '-', '•', '*']);
    let goes_on = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let listed = matches!(next, "og" | "eller" | "er");
    written.starts_with(char::is_uppercase) && !written.contains('.') && !(begins && goes_on && !listed)
}

/// "pr medlem", "pr 1. maj": what is counted is one thing, a day or a way; and no preposition governs "pr" itself.
fn is_per(before: &str, next: &str) -> bool {
    const GOVERNING: &[&str] = &[
        "af", "for", "i", "med", "om", "og", "på", "til", "uden", "ved", "lidt", "noget", "god", "intern",
        "ekstern",
    ];
    let word = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let found = readings(next);
    let thing =
        found.any(Readings::COMMON | Readings::NEUTER) && !found.any(Readings::DEFINITE | Readings::PRESENT);
    let counted =
        next.starts_with(|c: char| c.is_ascii_digit()) || abbreviations().get(&format!("{next}.")).is_some();
    !GOVERNING.contains(&word) && (thing || counted)
}

/// Do other words stand in the line? A cell or a label may hold "kr" alone.
fn is_sentence(view: &PartView<'_>, found: TextRange) -> bool {
    const FEWEST_WORDS: usize = 4;
    view.line_of(found).is_some_and(|line| view.text[line].split(is_space).nth(FEWEST_WORDS - 1).is_some())
}

/// A stop that a letter or digit follows: "stk.1", "1.kvartal".
fn check_glued(view: &PartView<'_>, stop: usize, findings: &mut Findings) {
    let Some((glued, right)) = glued::around(view.text, stop) else { return };
    let wrong = view.wrong_words();
    let next = wrong.partition_point(|word| word.range.end() <= glued.start());
    let known = wrong.get(next).is_some_and(|word| word.range.start() < glued.end());
    // "Nr.4 - Budget" at the start of a line is the heading of an item in some houses.
    let first = view.line_of(glued).map_or(!view.is_cell(glued), |line| line.start() == glued.start());
    if !known && !first && !view.is_heading(glued) && (view.is_prose(glued) || view.is_cell(glued)) {
        report(view, glued, right, findings);
    }
}

fn report(view: &PartView<'_>, found: TextRange, right: String, findings: &mut Findings) {
    findings.report_spelling(found, &view.text[found], right);
}

/// "fx" and "f.eks.": the form that the house does not use, or the first of the rarer form.
fn check_for_example(view: &PartView<'_>, findings: &mut Findings) {
    static SHORT: Needle = Needle::new("fx");
    static LONG: Needle = Needle::new("f.eks.");
    let places = |form: &Needle| -> Vec<TextRange> {
        form.find_iter(view.text)
            .map(|at| range(at, at + form.words().len()))
            .filter(|found| is_free(view, *found) && view.is_prose(*found))
            .collect()
    };
    let (short, long) = (places(&SHORT), places(&LONG));
    let wrong = match view.context.options.choice(RULE.name, &FOR_EXAMPLE) {
        "fx" => Some((&long, "fx")),
        "f.eks." => Some((&short, "f.eks.")),
        _ => None,
    };
    if let Some((places, right)) = wrong {
        places.iter().for_each(|&found| report(view, found, right.to_owned(), findings));
        return;
    }
    let (rarer, other) = if short.len() < long.len() { (&short, "f.eks.") } else { (&long, "fx") };
    if short.is_empty() || long.is_empty() {
        return;
    }
    findings
        .report(
            rarer[0],
            Note::new(
                format!("Her står \"{}\" og ellers \"{other}\" i dette punkt", &view.text[rarer[0]]),
                format!("Here is \"{}\" and otherwise \"{other}\" in this item", &view.text[rarer[0]]),
            ),
        )
        .at_most(Severity::Hint)
        .habit(HABIT);
}

const HABIT: Habit = Habit {
    note: Text {
        da: "\"fx\" og \"f.eks.\" står mellem hinanden i {n} punkter",
        en: "\"fx\" and \"f.eks.\" stand side by side in {n} items",
    },
    fix: Text { da: "Skriv dem ens", en: "Write them alike" },
};

fn is_free(view: &PartView<'_>, found: TextRange) -> bool {
    let part = |c: Option<char>| c.is_some_and(is_word_part);
    !part(view.char_before(found.start().into())) && !part(view.char_after(found.end().into()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, check_fix_with, document};
    use lint::{Applicability, Severity, Value};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn a_house_may_settle_how_for_example_is_written() {
        let (short, long) = ("1. Skoler\n\nDet er fx et tag.\n", "1. Skoler\n\nDet er f.eks. et tag.\n");
        check_fix_with(&RULE, "for-example", Value::Word("fx".into()), long, short);
        check_fix_with(&RULE, "for-example", Value::Word("f.eks.".into()), short, long);
    }

    #[test]
    fn flags_them_at_the_beginning_of_a_sentence() {
        check(
            &RULE,
            "
1. Skoler

Ca 59 elever kom. Evt kan skolen åbne. Mht prisen er den 40 kr. pr elev, og planen sendes pr 1. maj.
^^ \"Ca\" skrives \"Ca.\"
                  ^^^ \"Evt\" skrives \"Evt.\"
                                       ^^^
                                                                ^^
                                                                                          ^^
",
        );
        silent("Vandet har både Ca og Mg, og Evt Dam bor her. Mia og Ca 2+ er med i prøven.");
        silent("Der er afsat penge til pr og annoncer, og der er brug for pr arbejde og intern pr i år.");
    }

    #[test]
    fn flags_wrong_forms() {
        check(
            &RULE,
            "
1. Skoler

Det er b.la. 50 pct af ca 10 mio.kr. hos adm. dir Tove Lund.
       ^^^^^ \"b.la.\" skrives \"bl.a.\"
                ^^^
                       ^^
                             ^^^^^^^ \"mio.kr.\" skrives \"mio. kr.\"
                                         ^^^^^^^^
",
        );
    }

    #[test]
    fn flags_what_is_glued_to_a_stop() {
        check(
            &RULE,
            "
1. Skoler

Efter stk.1, nr.7 og i 1.kvartal 5 kr. pr.sms til 2.sal. Se stk 2 i loven, det koster kr.500 om året.
      ^^^^^ \"stk.1\" skrives \"stk. 1\"
             ^^^^
                       ^^^^^^^^^
                                       ^^^^^^
                                                  ^^^^^
                                                            ^^^ \"stk\" skrives \"stk.\"
                                                                                      ^^^^^^
",
        );
        check_fix(
            &RULE,
            "1. Skoler\n\nDet koster 25.000kr i år.\n",
            "1. Skoler\n\nDet koster 25.000 kr. i år.\n",
        );
    }

    #[test]
    fn ignores_right_forms() {
        silent(
            "Det er bl.a. 50 pct. af ca. 10 mio. kr. hos adm. dir. Tove Lund, f.eks. stk. 1 og 1. kvartal.",
        );
        silent("Det følger af § 5, stk 2, i loven.");
        silent("Hun er cand.scient.pol. og ph.d., har matr.nr. 7a og t.kr. 500 m.v.");
    }

    #[test]
    fn flags_what_is_certain_in_cells() {
        for (row, place) in
            [("Bro\t3 mio.kr", "mio.kr"), ("Sti\tca 10.000 kr.", "ca"), ("Bro\t3 mia.kr. i alt", "mia.kr.")]
        {
            let text = format!("1. Veje\n\nSagsfremstilling\n\nPost\tBeløb\n{row}\nVej\t400.000 kr.\n");
            let found = document("generel", &RULE, &text).diagnostics();
            assert_eq!(found.iter().map(|found| &text[found.range]).collect::<Vec<_>>(), [place], "{row}");
        }
        silent("Post\tBeløb i mio\nBro\t3 mio\nSti\t5 kr\nCa\t20 pct\nca\tnr\n");
    }

    #[test]
    fn ignores_a_unit_that_is_explained() {
        check(&RULE, "1. Skoler\n\nBeløbene er afrundet, mio er en million, og (pct er procent).\n");
    }

    #[test]
    fn ignores_addresses_dates_and_numbers() {
        silent("Se www.nr.dk/stk.1, 3.pdf, 24.dk, a@pr.sms.dk, 1.januar, 1.283 og § 2.a samt 1.1.kvartal.");
        silent("Han skrev ”b.la. 50 pct af” til os.\n\nTag\t5 kr\n\nNr.4 - Budget\n\nBeløb i kr");
    }

    #[test]
    fn two_forms_of_one_abbreviation_are_a_hint() {
        check(
            &RULE,
            "1. Skoler\n\nDet er fx tag, fx gård og f.eks. sal.\n                          ^^^^^^ Her står\n",
        );
        check(&RULE, "1. Skoler\n\nDet er fx tag.\n\n2. Veje\n\nDet er f.eks. en sti.\n");
    }

    #[test]
    fn a_matter_of_usage_is_a_hint_for_the_writer() {
        let found = document("generel", &RULE, "1. Skoler\n\nDet sker jfr. aftalen og (jfr. planen).\n")
            .diagnostics();
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|found| found.severity == Severity::Hint));
        assert!(found.iter().all(|found| found.fixes[0].applicability == Applicability::Unsafe));
    }

    #[test]
    fn ignores_what_may_be_no_ordinal() {
        silent("Sagen er 1.behandlet i udvalget og steg 0,41 pct.point, mens 2.godkendte blev udsat.");
    }

    #[test]
    fn mends_the_form_and_keeps_what_stands_around() {
        check_fix(
            &RULE,
            "1. Skoler\n\nF.eks 50 pct af 1.kvartal (jf stk.1), bl.a.skolen.\n",
            "1. Skoler\n\nF.eks. 50 pct. af 1. kvartal (jf. stk. 1), bl.a. skolen.\n",
        );
    }
}
