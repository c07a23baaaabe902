//! Columns of PDF of which one is short.

use crate::pages::{Page, text};

/// A page of two columns, whose lines stand at heights of their own.
fn page(left: &[&str], right: &[&str]) -> String {
    let column = |x: i32, step: i32, lines: &[&'static str]| -> Vec<(i32, i32, &'static str)> {
        (0..).zip(lines).map(|(at, words)| (x, 740 - step * at, *words)).collect()
    };
    let own = |lines: &[&str]| -> Vec<&'static str> {
        lines.iter().map(|line| &*Box::leak((*line).into())).collect()
    };
    let lines = [column(60, 15, &own(left)), column(320, 16, &own(right))].concat();
    text(&[Page::new(&lines)])
}

const LEFT: [&str; 8] = [
    "Udvalget for havnen",
    "1. Godkendelse af dagsorden",
    "Beslutning",
    "Godkendt.",
    "2. Ny bro",
    "Sagsfremstilling",
    "Broen over kanalen er slidt, og der",
    "er hul i den.",
];

#[test]
fn the_next_item_begins_at_the_top_of_a_short_column() {
    let read = page(&LEFT, &["3. Eventuelt", "Beslutning", "Intet."]);
    assert!(read.ends_with("er hul i den.\n3. Eventuelt\nBeslutning\nIntet.\n"), "{read}");
}

#[test]
fn what_a_heading_stands_over_goes_on_in_the_next_column() {
    let read =
        page(&LEFT[..6], &["Broen over kanalen er slidt, og der", "er hul i den.", "Beslutning", "Afvist."]);
    assert!(read.contains("Sagsfremstilling\nBroen over kanalen er slidt, og der er hul i den.\n"), "{read}");
}

#[test]
fn a_head_stands_beside_the_first_items() {
    let head = ["Ungdomsrådet i Fjordvig", "Dato: 2. marts 2026", "Sted: Rådhuset, sal 2", "Afbud: Ida Holm"];
    let read = page(&head, &["Punkt 1: Ny bane", "Beslutning", "Banen bygges."]);
    assert!(read.contains("Afbud: Ida Holm\n") && read.contains("\nPunkt 1: Ny bane\n"), "{read}");
}

#[test]
fn rows_of_a_table_are_read_across() {
    for (left, right) in [
        (
            ["kl. 19.00", "kl. 19.15", "kl. 19.30", "kl. 19.45"],
            ["1. Dagsorden", "2. Ny bro", "3. Nyt tag", "4. Eventuelt"],
        ),
        (
            ["1. Dagsorden", "2. Ny bro", "3. Nyt tag", "4. Eventuelt"],
            ["Godkendt.", "Afvist.", "Udsat.", "Intet."],
        ),
    ] {
        let lines: Vec<(i32, i32, &str)> = (0..)
            .zip(left.iter().zip(&right))
            .flat_map(|(at, (left, right))| [(60, 740 - 20 * at, *left), (320, 740 - 20 * at, *right)])
            .collect();
        let read = text(&[Page::new(&lines)]);
        assert!(read.contains(&format!("{}\t{}\n", left[1], right[1])), "{read}");
    }
}
