//! The forms of numbers, and what only looks like one.

use super::{NumberForm, numbered};

fn read(line: &str) -> Option<(NumberForm, &str, &str)> {
    let start = line.len() - line.trim_start_matches([' ', '#', '\u{a0}']).len();
    let found = numbered(line, start)?;
    Some((found.numbering.form, &line[found.number], &line[found.title]))
}

#[test]
fn a_number_is_read_in_every_form() {
    use NumberForm::{
        Bare, Behind, Coded, Colon, Dash, Decimal, InParens, Letter, OfYear, Other, Paragraph, Paren, Roman,
        RomanBare, Row, SmallLetter, Stop, Yearly,
    };
    for (line, form, number) in [
        ("3. Budget", Stop, "3"),
        ("  3) Budget", Paren, "3"),
        ("(3) Budget", InParens, "3"),
        ("3: Budget", Colon, "3"),
        ("3 : Budget", Colon, "3"),
        ("3 - Budget", Dash, "3"),
        ("3 – Budget", Dash, "3"),
        ("3.) Budget", Other, "3"),
        ("03 Budget", Bare, "03"),
        ("114Budget", Bare, "114"),
        ("§ 3. Budget", Paragraph, "3"),
        ("III. Budget", Roman, "III"),
        ("C. Budget", Letter, "C"),
        ("C) Budget", Letter, "C"),
        ("C: Budget", Letter, "C"),
        ("c) Budget", SmallLetter, "c"),
        ("c. Budget", SmallLetter, "c"),
        ("(c) Budget", SmallLetter, "c"),
        ("III Budget", RomanBare, "III"),
        ("III: Budget", RomanBare, "III"),
        ("Budget (punkt 3)", Behind, "3"),
        ("Budget (pkt. 3)", Behind, "3"),
        ("25/3 Budget", OfYear(25), "25/3"),
        ("Sag 3/25: Budget", Yearly(true), "3/25"),
        ("Lukket C. Budget", Stop, "C"),
        ("7.3 Budget", Decimal(7), "7.3"),
        ("7.3. Budget", Decimal(7), "7.3"),
        ("Punkt 7.3 Budget", Decimal(7), "7.3"),
        ("Sag 7.3 Budget", Decimal(7), "7.3"),
        ("3-2026 Budget", Yearly(false), "3-2026"),
        ("| 3 | 26/101 | Budget | Godkendt |", Row, "3"),
        ("| 3 | 17.30 | Budget |", Row, "3"),
        ("| 3 | Budget | Godkendt |", Row, "3"),
        ("| 3. Budget | Godkendt |", Row, "3"),
        ("3\tBudget\tGodkendt", Row, "3"),
        ("3, Budget", Other, "3"),
        ("3\\. Budget", Stop, "3"),
        ("**3** Budget", Bare, "3"),
        ("**3. Budget**", Stop, "3"),
        ("**3.** Budget", Stop, "3"),
        ("## 3. Budget", Stop, "3"),
        ("(3): Budget", InParens, "3"),
        ("Å3. Budget", Coded(0xc5), "Å3"),
        ("L3 Budget", Coded(b'L'), "L3"),
        ("-3- Budget", Other, "3"),
        ("–3– Budget", Other, "3"),
        ("3 > Budget", Other, "3"),
        ("3 • Budget", Other, "3"),
        ("3. og 4. Budget", Stop, "3"),
        ("3 og 4: Budget", Stop, "3"),
        ("3), 4) og 5) Budget", Paren, "3"),
        ("2/2026-3 Budget", Yearly(false), "2/2026-3"),
        ("Sag 11/2026-3: Budget", Yearly(true), "11/2026-3"),
        ("2026/2-3 Budget", Yearly(false), "2026/2-3"),
        ("2. Eventuelt1. Budget", Stop, "1"),
        ("Indholdsfortegnelse1. Budget", Stop, "1"),
    ] {
        assert_eq!(read(line), Some((form, number, "Budget")), "{line}");
    }
}

#[test]
fn words_before_a_number_are_known() {
    for line in [
        "Punkt 3: Budget",
        "PUNKT 3 Budget",
        "Pkt. 3 Budget",
        "Pkt.3 - Budget",
        "Ad 3) Budget",
        "ad pkt. 3: Budget",
        "Sag nr. 3 Budget",
        "Sagsnr. 3 Budget",
        "Nr.3 – Budget",
        "Dagsorden 3: Budget",
        "Dagsordenens pkt. 3: Budget",
        "B-punkt 3: Budget",
        "• Punkt 3. Budget",
        "### AD 3: Budget",
    ] {
        let (form, number, title) = read(line).expect(line);
        assert!(form.has_word() && (number, title) == ("3", "Budget"), "{line}");
    }
    assert_eq!(read("Pkt. 3").map(|(_, number, title)| (number, title)), Some(("3", "")));
}

/// A list that is being written: the bullet is there, and its words are not.
#[test]
fn a_lone_sign_is_no_number() {
    for sign in ["-", "*", "•", "·", "–", "#", "(", "[", "**", "k", "Punkt", "- [ ]", "(-)"] {
        for spaces in ["", " ", "  ", "\u{a0}"] {
            assert_eq!(read(&format!("{sign}{spaces}")), None, "{sign}{spaces}");
        }
    }
}

#[test]
fn what_counts_something_else_is_none() {
    for line in [
        "14.09.2020",
        "14.09 blev det",
        "1.500 Borgere",
        "C. A. Holm",
        "C. holm",
        "c) holm",
        "c: Holm",
        "IT Budget",
        "Se bilaget (side 3)",
        "se bilaget (punkt 3)",
        "3 80 kr",
        "12/0 Budget",
        "12/345 Budget",
        "8. marts 2021",
        "1.-3. Anbefales.",
        "1. og 2. at-punkt",
        "20 borgere",
        "3D-print",
        "Sag 20/33412 Budget",
        "Punkterne 1 og 2",
        "Sagsnr. 07/3112",
        "Nr. 14.09",
        "I dag",
        "2:1",
    ] {
        assert_eq!(read(line), None, "{line}");
    }
}

#[test]
fn several_numbers_in_a_row_head_nothing() {
    for line in [
        "Pkt. 6, 7, 8",
        "Pkt. 3 og 4",
        "Punkt 2, 5 og 7 tages på næste møde",
        "Ad 3, 4",
        "Sag 12 & 13",
        "Punkt 4 til 7",
    ] {
        assert!(read(line).is_none(), "{line}");
    }
    for line in ["Punkt 4, 2. behandling af budgettet", "Pkt. 6 og alt det andet", "Punkt 3, Skole og SFO"] {
        assert!(read(line).is_some(), "{line}");
    }
}
