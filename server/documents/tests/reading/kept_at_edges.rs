//! Lines at the edges of pages that say what was decided: they are the text's, unless they stand apart on page after page.

use crate::pages::{Page, text};

/// A page that begins with `first` and ends with `last`, with lines between that are its own.
fn page(first: &[&str], n: usize, last: &[&str]) -> Page {
    let between: Vec<String> = (0..49 - first.len() - last.len())
        .map(|at| format!("Her fortælles nyt nummer {} fra side {n} om sagen.", at + 2))
        .collect();
    let lines: Vec<&str> =
        first.iter().copied().chain(between.iter().map(String::as_str)).chain(last.iter().copied()).collect();
    let placed: Vec<(i32, i32, &str)> =
        lines.iter().enumerate().map(|(at, words)| (60, 800 - 15 * at as i32, *words)).collect();
    Page::new(&placed.into_iter().filter(|line| !line.2.is_empty()).collect::<Vec<_>>())
}

fn count(pages: &[Page], line: &str) -> usize {
    text(pages).lines().filter(|own| *own == line).count()
}

#[test]
fn outcomes_at_the_top_of_pages_are_decisions() {
    for outcome in ["Godkendt.", "Taget til efterretning.", "Udvalget besluttede at udsætte sagen."] {
        let pages = [
            page(&["1. Taksten", "Sagsfremstilling"], 1, &["Beslutning"]),
            page(&[outcome, "2. Havnen", "Sagsfremstilling"], 2, &["Beslutning"]),
            page(&[outcome, "3. Eventuelt"], 3, &[]),
        ];
        assert_eq!(count(&pages, outcome), 2, "{}", text(&pages));
    }
}

#[test]
fn labels_at_the_foot_of_pages_are_labels() {
    for label in ["Referat", "Konklusion"] {
        let pages = [
            page(&["1. Taksten", "Sagsfremstilling"], 1, &[label]),
            page(&["Godkendt.", "2. Havnen", "Sagsfremstilling"], 2, &[label]),
            page(&["Afvist.", "3. Eventuelt"], 3, &[]),
        ];
        assert_eq!(count(&pages, label), 2, "{}", text(&pages));
    }
}

#[test]
fn a_title_and_a_label_at_the_same_place_are_two_lines() {
    let pages = [
        page(&["Referat", "Kulturudvalget", "1. Taksten", "Sagsfremstilling"], 1, &[]),
        page(&["Referat", "Afvist.", "2. Eventuelt"], 2, &[]),
    ];
    assert_eq!(count(&pages, "Referat"), 2, "{}", text(&pages));
    let pages = [
        page(&["Referat", "", "", "Kulturudvalget", "1. Taksten", "Sagsfremstilling"], 1, &[]),
        page(&["Referat", "Bussen sejler igen til maj.", "2. Eventuelt"], 2, &[]),
        page(&["Referat", "Afvist.", "3. Eventuelt"], 3, &[]),
    ];
    assert_eq!(count(&pages, "Referat"), 3, "{}", text(&pages));
}

#[test]
fn what_stands_apart_on_page_after_page_is_the_pages() {
    let pages = [
        page(&["Referat", "", "", "Kulturudvalget", "1. Taksten", "Sagsfremstilling"], 1, &[]),
        page(&["Referat", "", "", "Der er mere at sige.", "2. Havnen", "Sagsfremstilling"], 2, &[]),
        page(&["Referat", "", "", "Og det er sagt nu.", "3. Eventuelt"], 3, &[]),
    ];
    assert_eq!(count(&pages, "Referat"), 0, "{}", text(&pages));
}

#[test]
fn a_number_that_ends_or_begins_a_sentence_is_no_point() {
    let wide =
        (60, 600, "Her er en linje, som er bredere end de andre, så der er plads nok til et ord mere.");
    for [first, rest] in [
        ["1. at udvalget godkender et forsøg med en lang tur i havnebussen i", "2026."],
        ["Vinteren var lang, og der blev saltet 61 gange mod normalt", "44. Sagen er rejst af en borger."],
        ["Der er søgt om et beløb til den nye bro over åen på", "250 kr. om året."],
    ] {
        let read = text(&[Page::new(&[wide, (60, 560, first), (60, 546, rest)])]);
        assert!(read.contains(&format!("{first} {rest}\n")), "{read}");
    }
    let first = "Her er det, som blev behandlet på mødet i byens gamle rådhus";
    let read = text(&[Page::new(&[
        wide,
        (60, 560, first),
        (60, 546, "12. Godkendelse af dagsorden"),
        (60, 532, "13. Budget"),
    ])]);
    assert!(read.contains(&format!("{first}\n12. Godkendelse")) && read.contains("\n13. Budget"), "{read}");
}

#[test]
fn a_label_begins_a_line_below_a_point() {
    let wide = (60, 600, "Her er en linje, som er bredere end de andre, så der er plads nok til et ord.");
    for label in ["Referat", "Konklusion"] {
        let point = "2. at udvalget godkender en tillægsbevilling til al vintertjeneste i hele byen.";
        let read =
            text(&[Page::new(&[wide, (60, 560, point), (60, 546, label), (60, 532, "Ad 1. Godkendt.")])]);
        assert!(read.contains(&format!("byen.\n{label}\nAd 1.")), "{read}");
    }
}

#[test]
fn a_title_in_a_cell_goes_on_below_itself() {
    let lines = |second| {
        [
            (60, 760, "Referat fra Kulturudvalget, som mødtes på byens gamle rådhus den 7. april."),
            (60, 720, "Punkt 4."),
            (140, 720, "Havnebus mellem Fjordby og"),
            (140, 708, second),
            (60, 680, "Sagsfremstilling"),
            (60, 666, "Bussen sejler hver dag."),
        ]
    };
    for second in ["Lillesund", "en lang vej ud til øen"] {
        let read = text(&[Page::new(&lines(second))]);
        assert!(read.contains(&format!("Havnebus mellem Fjordby og {second}\n")), "{read}");
    }
}

#[test]
fn what_the_document_is_stands_above_it_though_a_section_is_called_so() {
    for title in ["Referat", "Konklusion"] {
        let lines =
            [title, "Skolebestyrelsen", "Mandag den 2. marts 2026", "", "1. Dagsorden", title, "Godkendt."];
        let read = text(&[Page::of(&lines)]);
        assert!(read.starts_with(title) && read.matches(title).count() == 2, "{read}");
    }
}
