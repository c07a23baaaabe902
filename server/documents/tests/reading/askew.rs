//! Letters that do not stand straight on the page of a PDF.

use documents::{Beside, Extracted};

use crate::pages::{Page, extracted};

/// A line that begins at a place and goes up at an angle.
fn line(x: f64, y: f64, degrees: f64, words: &str) -> String {
    let (sin, cos) = degrees.to_radians().sin_cos();
    format!("BT /F 10 Tf {cos:.5} {sin:.5} {:.5} {cos:.5} {x:.3} {y:.3} Tm ({words}) Tj ET\n", -sin)
}

fn turned(read: &Extracted) -> Vec<&str> {
    let turned = read.asides.iter().filter(|aside| aside.beside == Beside::Turned);
    turned.map(|aside| aside.words.as_str()).collect()
}

const LINES: [&str; 5] = [
    "Byrådet den 4. april 2022",
    "Punkt 1: Godkendelse af dagsordenen for mødet i aften",
    "Sagen om den nye bro blev forelagt, og Hanne Holm, 010190-1234, har skrevet under.",
    "Beslutning",
    "Godkendt.",
];

#[test]
fn a_page_that_was_scanned_askew_is_read_along_its_lines() {
    let of = |degrees: f64| {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let place = |n: usize| (60.0 + 24.0 * n as f64 * sin, 700.0 - 24.0 * n as f64 * cos);
        let lines = LINES.iter().enumerate().map(|(n, words)| {
            let (x, y) = place(n);
            line(x, y, degrees, words)
        });
        let page = Page { painted: lines.collect(), more: "" };
        extracted(&[page], &[], "").expect("a document").text
    };
    let straight = of(0.0);
    assert!(LINES.iter().all(|line| straight.contains(line)), "{straight}");
    for degrees in [-7.0, -3.0, 1.0, 3.0, 5.0, 7.0, 30.0] {
        assert_eq!(of(degrees), straight, "{degrees}");
    }
}

#[test]
fn a_line_askew_on_a_straight_page_is_read_on_its_own() {
    for degrees in [5.0, 10.0, 30.0, 45.0, 90.0, 135.0, 180.0, 270.0, 300.0] {
        let mut page = Page::of(&LINES[..2]);
        page.painted.push_str(&line(300.0, 400.0, degrees, "Hanne Holm, 010190-1234"));
        page.painted.push_str(&line(100.0, 300.0, -25.0, "UDKAST"));
        let read = extracted(&[page], &[], "").expect("a document");
        assert!(!read.text.contains("Holm") && !read.text.contains("UDKAST"), "{degrees}: {}", read.text);
        let mut told = turned(&read);
        told.sort_unstable();
        assert_eq!(told, ["Hanne Holm, 010190-1234", "UDKAST"], "{degrees}");
    }
}

#[test]
fn words_in_many_ways_leave_the_page_as_it_is() {
    let mut page = Page::of(&LINES);
    for n in 0..40 {
        page.painted.push_str(&line(300.0, 400.0, 7.0 + f64::from(n), "KOPI KOPI KOPI KOPI KOPI"));
    }
    let read = extracted(&[page], &[], "").expect("a document");
    assert!(LINES.iter().all(|line| read.text.contains(line)), "{}", read.text);
}

#[test]
fn digits_under_each_other_are_a_number() {
    let down = |said: &str, step: f64| -> String {
        let digits = said.chars().enumerate();
        digits.map(|(n, digit)| line(520.0, 400.0 - step * n as f64, 0.0, &digit.to_string())).collect()
    };
    let told = |said: &str, step: f64| {
        let mut page = Page::of(&LINES[..2]);
        page.painted.push_str(&down(said, step));
        turned(&extracted(&[page], &[], "").expect("a document")).len()
    };
    assert_eq!([told("010190-1234", 12.0), told("010190-1234", 20.0)], [1, 1]);
    // A column of figures.
    assert_eq!([told("01019012345", 12.0), told("010190-1234", 60.0)], [0, 0]);
}

#[test]
fn what_letters_are_said_to_stand_for_is_told() {
    for (marked, n) in [
        ("/Span <</ActualText (Holm 010190-1234)>> BDC EMC", 1),
        ("/Span <</Alt (010190-1234)>> BDC EMC", 1),
        ("/Span <</ActualText (-)>> BDC EMC", 0),
    ] {
        let mut page = Page::of(&LINES[..2]);
        page.painted.push_str(&format!("{marked}\n"));
        let read = extracted(&[page], &[], "").expect("a document");
        assert_eq!(
            read.asides.iter().filter(|aside| aside.words.contains("010190-1234")).count(),
            n,
            "{marked}"
        );
        assert!(LINES[..2].iter().all(|line| read.text.contains(line)), "{}", read.text);
    }
}

#[test]
fn a_text_that_is_attached_is_looked_through() {
    let stream = "<</Type /EmbeddedFile /Length 16>>\nstream\nHolm 010190-1234\nendstream";
    let file = "<</Type /Filespec /F (a.txt) /EF <</F 10 0 R>>>>";
    let read = extracted(&[Page::of(&LINES[..2])], &[stream, file], "/AF [11 0 R]").expect("a document");
    assert!(read.asides.iter().any(|aside| aside.words == "Holm 010190-1234"), "{:?}", read.asides);
}
