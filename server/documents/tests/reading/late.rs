//! What a page paints after its text: the signs of lists, and heads.

use crate::pages::{Page, text};

/// Two columns, painted one after the other, and after them the signs `late` of a list in the left one.
fn columns(late: [&str; 2], head: &[(i32, i32, &str)]) -> String {
    let left = [
        "1. Ny legeplads ved skolen",
        "Udvalget havde besigtiget pladsen,",
        "og der var enighed om at indstille,",
    ];
    let points = ["at pladsen flyttes mod syd,", "at hegnet males i foråret."];
    let right = [
        "2. Budget for det kommende år",
        "Forvaltningen gennemgik tallene, som",
        "blev drøftet af udvalget i et par",
        "timer.",
    ];
    let mut lines: Vec<(i32, i32, &str)> = Vec::new();
    lines.extend((0..).zip(left).map(|(n, words)| (60, 700 - 14 * n, words)));
    lines.extend((0..).zip(points).map(|(n, words)| (90, 650 - 14 * n, words)));
    lines.extend((0..).zip(right).map(|(n, words)| (320, 704 - 14 * n, words)));
    lines.extend((0..).zip(late).map(|(n, sign)| (75, 650 - 14 * n, sign)));
    lines.extend(head);
    text(&[Page::new(&lines)])
}

#[test]
fn signs_of_points_stand_before_them() {
    for [first, second] in [["·", "·"], ["1.", "2."], ["a.", "b."]] {
        let read = columns([first, second], &[]);
        assert!(read.contains(&format!("\n{first} at pladsen flyttes mod syd,\n")), "{read}");
        assert!(read.contains(&format!("\n{second} at hegnet males i foråret.\n")), "{read}");
        assert!(read.trim_end().ends_with("timer."), "{read}");
    }
}

#[test]
fn a_head_that_is_painted_last_stands_above() {
    let read = columns(["1.", "2."], &[(60, 800, "Fjordby Kommune"), (430, 800, "Teknik og vej")]);
    assert!(read.starts_with("Fjordby Kommune"), "{read}");
    assert!(read.trim_end().ends_with("timer."), "{read}");
}

#[test]
fn what_is_painted_last_below_the_text_stays_there() {
    let read = columns(["1.", "2."], &[(60, 300, "Formandens underskrift")]);
    assert!(read.trim_end().ends_with("Formandens underskrift"), "{read}");
}
