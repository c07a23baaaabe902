//! Titles of items in PDF, where the layout alone would not tell them.

use crate::pages::{Page, text};

/// A line that ends as far right as any.
const FULL: &str = "Principperne blev vedtaget med den ændring, at afsnittet om trivsel flyttes.";

/// Lines of these sizes at these places from the left, `step` apart.
fn page(step: f64, lines: &[(f64, f64, &str)]) -> Page {
    let line = |(n, (x, size, words)): (usize, &(f64, f64, &str))| {
        let words = words.replace('(', "\\(").replace(')', "\\)");
        format!("BT /F {size} Tf {x} {} Td ({words}) Tj ET\n", 800.0 - step * n as f64)
    };
    Page { painted: lines.iter().enumerate().map(line).collect(), more: "" }
}

#[test]
fn an_item_below_a_full_line_begins_a_paragraph() {
    for (first, second, third) in [
        ("1. Dagsorden", "2. Nye principper", "3. Køb af ejendom (Lukket)"),
        ("31. Dagsorden", "32. Nye principper", "33. Køb af ejendom (Lukket)"),
        ("1) Dagsorden", "2) Nye principper", "3) Køb af ejendom (Lukket)"),
    ] {
        let lines = [first, "Beslutning", FULL, second, "Beslutning", FULL, third, "Beslutning", "Udsat."];
        let lines: Vec<_> = lines.iter().map(|words| (60.0, 10.0, *words)).collect();
        let read = text(&[page(22.0, &lines)]);
        for title in [first, second, third] {
            assert!(read.lines().any(|line| line == title), "{title} in {read}");
        }
    }
}

#[test]
fn a_number_in_a_sentence_begins_none() {
    for (above, below) in [
        (
            "Udvalget vedtog planen med den ændring, der blev lagt frem på mødet den",
            "2. Maj-udvalget har sagen.",
        ),
        (
            "Det følger af lovens bestemmelser om støtte til foreninger, jf. lovens § 12, stk.",
            "2. Kommunen skal svare.",
        ),
        (
            "Udvalget vedtog planen med den ændring, som blev lagt frem på det sidste møde.",
            "9. Kommunen skal svare.",
        ),
    ] {
        let lines = [(60.0, 10.0, "1. Dagsorden"), (60.0, 10.0, above), (60.0, 10.0, below)];
        let read = text(&[page(14.0, &lines)]);
        assert!(read.contains(&format!("{above} {below}")), "{read}");
    }
}

#[test]
fn the_title_of_an_item_goes_on_wherever_its_next_line_begins() {
    let first = "5. Salg af en ejendom i den vestlige del af byen til";
    for (x, rest) in [
        (104.0, "erhvervsdrivende selskab med henblik på nedrivning (Lukket)"),
        (104.0, "Strandvejens Erhvervsselskab ApS (Lukket)"),
        (90.0, "erhvervsdrivende selskab (Lukket)"),
    ] {
        let lines = [(60.0, 13.0, first), (x, 13.0, rest), (60.0, 10.0, "Beslutning"), (60.0, 10.0, FULL)];
        let read = text(&[page(15.0, &lines)]);
        assert!(read.contains(&format!("{first} {rest}\n")), "{read}");
    }
    // "Punkt 3: … sommeren / 2026", where the number alone shows where the title goes on.
    let lines = [
        (60.0, 14.0, "Punkt 3: Bibliotekernes åbningstider i hele sommeren"),
        (78.0, 14.0, "2026"),
        (60.0, 10.0, FULL),
    ];
    assert!(text(&[page(15.0, &lines)]).contains("i hele sommeren 2026\n"));
}

#[test]
fn what_stands_set_in_below_a_title_is_no_part_of_it() {
    for below in ["Udvalget drøftede sagen.", "- at sagen udsættes"] {
        let lines = [(60.0, 10.0, "2. Ny havnebus"), (74.0, 10.0, below), (60.0, 10.0, FULL)];
        let read = text(&[page(14.0, &lines)]);
        assert!(read.contains("2. Ny havnebus\n"), "{read}");
    }
}
