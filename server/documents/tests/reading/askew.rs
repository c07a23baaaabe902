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
