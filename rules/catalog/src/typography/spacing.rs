//! `typography/spacing`: two spaces, a space before a comma or full stop, none after.
//!
//! Spaces also draw columns, so the rule looks at running text only, and where spaces might be a column it is silent:
//! three in a row, a gap below a gap, a gap after a label or a number.

mod brackets;
mod double;
mod marks;

use memchr::memchr2_iter;

use lint::{Applicability, Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::needle::Needle;
use text::{TextRange, is_space, range};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "typography/spacing",
    summary: Text {
        da: "To mellemrum i træk, mellemrum foran komma eller punktum, intet mellemrum efter",
        en: "Two spaces in a row, a space before a comma or full stop, none after it",
    },
    why: Text {
        da: "Et tegn hører sammen med ordet foran og skilles med ét mellemrum fra det næste. Ellers kan tegnet havne \
             forrest på en linje, og søgninger efter to ord ved siden af hinanden finder dem ikke.",
        en: "A mark belongs to the word before it, and one space divides it from the next. Otherwise the mark may end \
             up first on a line, and a search for two words side by side does not find them.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag  i maj , og \
                 gården bliver lagt om.Det sker i juni.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen får et nyt tag i maj, og \
                gården bliver lagt om. Det sker i juni.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let bytes = view.text.as_bytes();
    static TWO: Needle = Needle::new("  ");
    for at in TWO.find_iter(view.text) {
        let spaces = range(at, at + 2);
        if double::is_wrong(view, spaces) {
            let note = Text { da: "Der står to mellemrum i træk", en: "Two spaces stand in a row" };
            let title = Text { da: "Slet det ene mellemrum", en: "Delete one space" };
            findings.report(spaces, note).safe_fix(title, Edit::delete(range(at, at + 1)));
        }
    }
    for at in memchr2_iter(b'!', b'?', bytes) {
        if at > 1 && bytes[at - 1] == b' ' && marks::is_apart_from_question(view, at) {
            report_space_before(view, range(at - 1, at + 1), findings);
        }
    }
    brackets::faults(view).iter().for_each(|fault| report_bracket(fault, findings));
    for at in memchr2_iter(b'.', b',', bytes) {
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        if at > 0 && bytes[at - 1] == b' ' {
            if marks::is_apart(view, at) {
                report_space_before(view, range(at - 1, at + 1), findings);
            }
        } else if (next.is_ascii_alphabetic() || next == 0xc3) && marks::is_glued(view, at) {
            report_glued(view, range(at, at + 1), findings);
        }
    }
}

/// "( ekskl. moms )", "(350 kr.)opkræves".
fn report_bracket(fault: &brackets::Fault, findings: &mut Findings) {
    match *fault {
        brackets::Fault::Inside(space) => {
            let note = Text {
                da: "Der står et mellemrum inde i parentesen",
                en: "A space stands inside the bracket",
            };
            let title = Text { da: "Slet mellemrummet", en: "Delete the space" };
            findings.report(space, note).safe_fix(title, Edit::delete(space));
        }
        brackets::Fault::Glued(mark) => {
            let note = Text {
                da: "Der mangler et mellemrum efter parentesen",
                en: "A space is missing after the bracket",
            };
            let title = Text { da: "Indsæt et mellemrum", en: "Insert a space" };
            findings.report(mark, note).safe_fix(title, Edit::insert(mark.end(), " "));
        }
    }
}

/// `found` is the space and the mark after it.
fn report_space_before(view: &PartView<'_>, found: TextRange, findings: &mut Findings) {
    let note = match view.text[found].as_bytes().last() {
        Some(b',') => Text { da: "Der er mellemrum foran kommaet", en: "There is a space before the comma" },
        Some(b'?') => Text {
            da: "Der er mellemrum foran spørgsmålstegnet",
            en: "There is a space before the question mark",
        },
        Some(b'!') => Text {
            da: "Der er mellemrum foran udråbstegnet",
            en: "There is a space before the exclamation mark",
        },
        _ => Text { da: "Der er mellemrum foran punktummet", en: "There is a space before the full stop" },
    };
    let (before, sign) = (usize::from(found.end()) - 1, view.text[found].trim_start_matches(is_space));
    if sign == "." && marks::begins_sentence_behind(view, before)
        || matches!(sign, "," | ".") && marks::is_glued_to_word(view, before)
    {
        let title = Text { da: "Flyt mellemrummet", en: "Move the space" };
        let right = if marks::begins_sentence_behind(view, before) { ". " } else { ", " };
        findings.report(found, note).safe_fix(title, Edit::replace(found, right));
        return;
    }
    let space = TextRange::at(found.start(), 1.into());
    let title = Text { da: "Slet mellemrummet", en: "Delete the space" };
    findings.report(found, note).safe_fix(title, Edit::delete(space));
}

/// `mark` is the mark that the next word is glued to.
fn report_glued(view: &PartView<'_>, mark: TextRange, findings: &mut Findings) {
    let note = if &view.text[mark] == "," {
        Text { da: "Der mangler et mellemrum efter kommaet", en: "A space is missing after the comma" }
    } else {
        Text { da: "Der mangler et mellemrum efter punktummet", en: "A space is missing after the full stop" }
    };
    let title = Text { da: "Indsæt et mellemrum", en: "Insert a space" };
    let report = findings.report(mark, note);
    // "skole.Økonomi" has lost a line break, and a space would hide the heading for good.
    if !marks::is_before_heading(view, mark) {
        let certain = marks::is_before_word(view, mark);
        let fix = if certain { Applicability::Safe } else { Applicability::Unsafe };
        report.fix(title, fix, vec![Edit::insert(mark.end(), " ")]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn flags_two_spaces_in_running_text() {
        check(
            &RULE,
            "
1. Skoler

Sagsfremstilling

Formuleringen.  Det er skolen  og taget.
              ^^ Der står to mellemrum i træk
                             ^^
",
        );
    }

    #[test]
    fn flags_two_spaces_in_a_point_or_title_that_goes_on() {
        check(
            &RULE,
            "
1. Skoler

Sagsfremstilling

- Budget 2024  samt overslagsår
             ^^ Der står to mellemrum i træk
- Nye borde
- Flere timer til  den lille klasse
                 ^^

Aftalen lyst den  6/6/1972
                ^^
",
        );
        silent("- Ida Toft  formand");
        silent("- Løn  og drift  2024  i alt");
        silent("Udgifter til drift  450.000");
        silent(
            "Seneste referat blev gennemgået uden bemærkninger.  1. Ida Toft orienterede om fredningen af åen.",
        );
        silent("Regnskabet blev godkendt.  3) Nyt fra havnen og fra det udvalg, der ser på broerne.");
        silent("- Hallen åbner  mandag\n- Badet åbner  onsdag");
    }

    #[test]
    fn flags_a_space_before_a_mark() {
        check(
            &RULE,
            "
1. Skoler

Om forår , sommer (2022) , og § 4 , stk. 2 .
        ^^ Der er mellemrum foran kommaet
                        ^^
                                 ^^
                                          ^^ Der er mellemrum foran punktummet
",
        );
    }

    #[test]
    fn flags_a_space_before_the_comma_behind_an_abbreviation() {
        check(
            &RULE,
            "
1. Skoler

Der er sat 12.000 kr. , som er brugt, til skoler m.v. , hvor de mangler.
                     ^^ Der er mellemrum foran kommaet
                                                     ^^
",
        );
        silent("Prisen er 4. , og de siger ... , som før.");
    }

    #[test]
    fn flags_a_comma_before_what_is_counted() {
        check(
            &RULE,
            "
1. Skoler

Vi har ti stole ,2 borde og en lampe ,3 kopper.
               ^^ Der er mellemrum foran kommaet
                                    ^^
",
        );
        silent("Prisen steg ,5 procent, og der er 3 ,2 borde.");
    }

    #[test]
    fn flags_a_space_before_the_mark_of_a_question() {
        check(
            &RULE,
            "
1. Skoler

Hvad skal vi bruge dem til ? Kom og vær med !!
                          ^^ Der er mellemrum foran spørgsmålstegnet
                                           ^^ Der er mellemrum foran udråbstegnet
",
        );
        silent("Mødet er den ? maj, og det koster 40 ? i alt.");
        silent("Kurset handler om hundesvøm, redningshunde og ????");
        silent("Lærer ?\n\nHvem kommer: ?\n\nHvad nu ? ? Og ja ! !");
    }

    #[test]
    fn flags_a_mark_glued_to_the_next_word() {
        check(
            &RULE,
            "
1. Skoler

Der er varme.Ta med,når det er (slut).Der er æg,åer i 1970.Nu.
            ^ Der mangler et mellemrum efter punktummet
                   ^ Der mangler et mellemrum efter kommaet
                                     ^
                                                          ^
",
        );
    }

    #[test]
    fn ignores_columns() {
        silent("Skole   Elever  Lærere");
        silent("Ny skole  12 elever\nGammel skole  9 elever");
        silent("Formand:  Ole Hansen");
        silent("Ole Hansen  /  Lise Olsen");
        silent("12  Skole\n\n1  2  3");
        check(
            &RULE,
            "Byrådet\nMødested  Rådhuset\nOle Hansen  (A)\n\n1.  Skoler\n\nBeslutning\n\nDet  er.\n   ^^\n",
        );
    }

    #[test]
    fn ignores_the_mark_of_an_open_item() {
        silent(" Åbent  møde.\n\nDet er skolen.");
        silent("5.3.  Miljø (Ole). Det er vedtaget.\n\nValg af stemmetællere  NN fik fem og MM to stemmer.");
    }

    #[test]
    fn a_heading_glued_to_a_sentence_is_left_to_the_writer() {
        for line in ["Der drøftes skole.Økonomi", "Der er intet.Sagsid.: 17/62791"] {
            let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n\nIngen.\n");
            let document = document::fixture::document("generel", &RULE, &text);
            let fixes: Vec<_> = document.diagnostics().iter().map(|found| found.fixes.len()).collect();
            assert_eq!(fixes, [0], "{line}");
        }
    }

    #[test]
    fn ignores_no_break_spaces() {
        silent("Det er drift. \u{a0}Efter ferien \u{a0} er det slut.");
    }

    #[test]
    fn flags_spaces_inside_brackets_and_none_behind() {
        check(
            &RULE,
            "
1. Skoler

Prisen ( ekskl. moms ) og gebyret (350 kr.)opkræves i maj (bilag 2 ). Det slutter kl. 21 .Tak for i aften.
        ^ Der står et mellemrum inde i parentesen
                    ^
                                          ^ Der mangler et mellemrum efter parentesen
                                                                  ^
                                                                                        ^^ Der er mellemrum foran punktummet
",
        );
        silent("Sæt kryds ( ) eller ( x ), bruger(ne), (u)heldig, f( x ) = 2 og :-) samt ( se nedenfor.");
        silent("Vi bruger .Net og .Docx her.");
    }

    #[test]
    fn ignores_names_with_a_stop_in_them() {
        silent(
            "Brugernavnet er Bo.Lund, og mappen hedder Budget.Arkiv. Firmaerne Bygning.Nu, Krop.Nu og Vikar.Nu søger.",
        );
        check(
            &RULE,
            "
1. Skoler

Formand er Bo Lund.Kasserer er Ida Toft. Godkendt.Formanden takkede.
                  ^
                                                 ^
",
        );
    }

    #[test]
    fn ignores_dots_and_numbers() {
        silent("Taget ... og gården .. og .net .5 , 6 samt 4 , 5 og kr. 500 ,-");
        silent("Se kapitel . . . . 4 og post@by.dk , www.by.dk . Slut.");
    }

    #[test]
    fn ignores_abbreviations_names_and_addresses() {
        silent("Chr.Hansen, H.C.Andersen, cand.Polit, Borger.Dk, Referat.Docx, www.Skolen.Syd, a/b.Cd");
        silent("A,B,C og 3,5 og f,eks og skole,elever,lærer,klasse og x=ab,cd");
    }

    #[test]
    fn ignores_quotations() {
        silent("Han skrev: ”Det er  slut .Det er ,som det er.Ja” til os.");
    }

    #[test]
    fn mends_each_without_touching_the_other() {
        check_fix(
            &RULE,
            "1. Skoler\n\nBeslutning\n\nEt tag  af tegl , som er nyt.Det er\u{a0}rødt,tungt .\n",
            "1. Skoler\n\nBeslutning\n\nEt tag af tegl, som er nyt. Det er\u{a0}rødt, tungt.\n",
        );
    }
}
