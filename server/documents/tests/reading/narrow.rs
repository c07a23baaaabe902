//! Pages of narrow columns in PDF.

use crate::pages::{Page, text};

/// Lines of three columns, whose lines stand at heights of their own.
const COLUMNS: [[&str; 8]; 3] = [
    [
        "Havnebussen skal sejle",
        "mellem byen og den ene",
        "af de tre øer hver dag,",
        "også om søndagen, når",
        "vejret er til det, og når",
        "der er passagerer nok til",
        "at betale for den olie,",
        "som turen koster.",
    ],
    [
        "Broen skal males, inden",
        "bussen kan lægge til, og",
        "det står forvaltningen i",
        "kommunen for. Der er sat",
        "penge af til maling, men",
        "endnu ikke til arbejdet,",
        "som derfor venter til et",
        "senere budget.",
    ],
    [
        "Lauget for havnen vil",
        "gerne stille bænke op på",
        "kajen, så de ventende kan",
        "sidde ned. Udvalget er",
        "enigt i, at det er en god",
        "ide, og vil se på den når",
        "der er valgt et sted, som",
        "alle kan være med til.",
    ],
];

#[test]
fn three_columns_are_read_one_after_the_other() {
    let mut lines = Vec::new();
    for (n, column) in (0..).zip(&COLUMNS) {
        lines.extend((0..).zip(column).map(|(at, words)| (50 + 170 * n, 700 - 5 * n - 14 * at, *words)));
    }
    let read = text(&[Page::new(&lines)]);
    let whole = COLUMNS.iter().flatten().copied().collect::<Vec<_>>().join(" ");
    let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(read, whole);
}
