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

#[test]
fn short_lines_that_are_all_of_a_page_stay_lines() {
    for lines in [
        &["Til stede:", "Eva Holm", "Bo Berg", "Per Dam", "Ida Krog"][..],
        &[
            "Dagsorden",
            "Valg af dirigent",
            "Formandens beretning",
            "Godkendelse af regnskab",
            "Valg til bestyrelsen",
        ],
        &["Beslutning", "Godkendt", "Eva Holm stemte imod", "Sagen sendes til byrådet", "Punktet er lukket"],
    ] {
        let read: Vec<String> = text(&[Page::of(lines)]).lines().map(str::to_owned).collect();
        let read: Vec<&str> = read.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
        assert_eq!(read, lines);
    }
}

#[test]
fn a_narrow_text_whose_sentences_go_on_is_no_row_of_lines() {
    let lines =
        ["Bestyrelsen har set på", "tilbuddene, og formanden", "Eva Holm skriver til dem", "i denne uge."];
    let read = text(&[Page::of(&lines)]);
    assert_eq!(read, format!("{}\n", lines.join(" ")));
}
