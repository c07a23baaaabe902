//! Pages whose lines are numbered at the left.

use super::pages::{Page, text};

/// A page with the lines of a meeting, of which every `step`th has its number at the left, counted from `from`.
fn numbered(from: usize, step: usize, lines: &[&str]) -> Page {
    let mut placed: Vec<(i32, i32, String)> = Vec::new();
    for (n, words) in lines.iter().enumerate() {
        let (y, number) = (780 - 14 * n as i32, from + n);
        if number % step == 0 {
            let width = 6 * number.to_string().len() as i32;
            placed.push((50 - width, y, number.to_string()));
        }
        placed.push((60, y, (*words).to_owned()));
    }
    let placed: Vec<(i32, i32, &str)> = placed.iter().map(|(x, y, words)| (*x, *y, words.as_str())).collect();
    Page::new(&placed)
}

const LINES: &[&str] = &[
    "Byrådet den 4. april 2022",
    "1. Budget",
    "Sagsfremstilling",
    "Udvalget har drøftet budgettet for skolerne og for vejene i kommunen på to",
    "møder i foråret, og forvaltningen har regnet på tre forslag til besparelser.",
    "Det første forslag sparer 300.000 kr. om året, men det rammer de små skoler",
    "hårdest. Det andet sparer mindre og kan føres ud i livet fra sommeren, når",
    "aftalen med busselskabet er udløbet.",
    "Beslutning",
    "Godkendt.",
];

#[test]
fn numbers_of_lines_are_no_text() {
    let plain = text(&[Page::of(LINES)]);
    assert_eq!(text(&[numbered(1, 1, LINES)]), plain);
    assert_eq!(text(&[numbered(101, 1, LINES)]), plain);
    let long: Vec<&str> = LINES.iter().chain(&LINES[3..8]).cycle().take(50).copied().collect();
    let read = text(&[numbered(1, 5, &long)]);
    assert!(!read.contains("25") && !read.contains("\n5"), "{read}");
    // The last page has few lines.
    let last = text(&[numbered(1, 1, LINES), numbered(11, 1, &["2. Eventuelt", "Intet."])]);
    assert!(last.ends_with("2. Eventuelt\nIntet.\n"), "{last}");
}

#[test]
fn numbers_of_items_and_of_rows_are_text() {
    let titles = ["Valg", "Budget", "Bro", "Sti", "Bus", "Skole", "Park", "Havn", "Vej", "Eventuelt"];
    let read = text(&[numbered(1, 1, &titles)]);
    assert!((1..=10).all(|n| read.contains(&n.to_string())), "{read}");
}
