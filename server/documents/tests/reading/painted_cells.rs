//! Tables of a PDF without lines, whose cells are told by the order they are painted in.

use super::pages::{Page, text};

/// A page on which each cell is painted whole, before the one beside it: `cells` are their places and lines, 14 points apart.
fn cells(cells: &[(i32, i32, &[&str])]) -> Page {
    let lines = cells.iter().flat_map(|(x, y, lines)| {
        lines.iter().enumerate().map(move |(n, words)| (*x, y - 14 * n as i32, *words))
    });
    Page::new(&lines.collect::<Vec<_>>())
}

/// The lines of `page` that say something.
fn lines(page: Page) -> Vec<String> {
    text(&[page]).lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a_row_ends_where_the_next_label_is_painted() {
    let page = cells(&[
        (60, 780, &["1. Dagsorden"]),
        (60, 760, &["Indstilling"]),
        (160, 760, &["Udvalget indstiller,", "1. at dagsordenen godkendes,", "2. at mødet holdes."]),
        (60, 718, &["Beslutning"]),
        (160, 718, &["Godkendt.", "Bo Berg var ikke til stede."]),
        (60, 690, &["2. Havnebus"]),
    ]);
    let expected = [
        "1. Dagsorden",
        "Indstilling",
        "Udvalget indstiller,",
        "1. at dagsordenen godkendes,",
        "2. at mødet holdes.",
        "Beslutning",
        "Godkendt.",
        "Bo Berg var ikke til stede.",
        "2. Havnebus",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn a_label_that_nobody_knows_is_told_by_its_column() {
    let page = cells(&[
        (60, 780, &["1. Nyt fra elevrådet"]),
        (60, 760, &["Nyheder"]),
        (160, 760, &["Rådet har samlet ind til nye bolde."]),
        (60, 740, &["Beslutning"]),
        (160, 740, &["Taget til efterretning."]),
        (60, 720, &["2. Bus"]),
        (60, 700, &["Økonomi"]),
        (160, 700, &["Der er penge nok i kassen."]),
        (60, 680, &["Beslutning"]),
        (160, 680, &["Bussen blev købt."]),
    ]);
    let read = lines(page);
    assert_eq!(
        read[1..5],
        ["Nyheder", "Rådet har samlet ind til nye bolde.", "Beslutning", "Taget til efterretning."]
    );
    assert_eq!(read[6..], ["Økonomi", "Der er penge nok i kassen.", "Beslutning", "Bussen blev købt."]);
}

#[test]
fn a_list_of_actions_keeps_its_columns() {
    let page = cells(&[
        (60, 780, &["1. Bus"]),
        (60, 760, &["Beslutning"]),
        (260, 760, &["Ansvarlig"]),
        (60, 740, &["En ny bus"]),
        (260, 740, &["Bo"]),
        (60, 700, &["2. Bro"]),
        (60, 680, &["Beslutning"]),
        (260, 680, &["Ansvarlig"]),
        (60, 660, &["En ny bro"]),
        (260, 660, &["Eva"]),
    ]);
    let expected = [
        "1. Bus",
        "Beslutning\tAnsvarlig",
        "En ny bus\tBo",
        "2. Bro",
        "Beslutning\tAnsvarlig",
        "En ny bro\tEva",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn cells_of_several_lines_are_one_though_nothing_parts_the_rows() {
    let page = cells(&[
        (60, 780, &["Afdeling"]),
        (160, 780, &["Udgift"]),
        (260, 780, &["Indtægt"]),
        (60, 766, &["Kløverhaven", "Nord"]),
        (160, 766, &["8.410.000"]),
        (260, 766, &["8.195.000"]),
        (60, 738, &["Kløverhaven", "Syd"]),
        (160, 738, &["6.230.000"]),
        (260, 738, &["6.280.000"]),
    ]);
    let expected = [
        "Afdeling\tUdgift\tIndtægt",
        "Kløverhaven Nord\t8.410.000\t8.195.000",
        "Kløverhaven Syd\t6.230.000\t6.280.000",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn lists_under_labels_are_read_one_after_the_other() {
    let page = cells(&[
        (60, 780, &["Til stede", "Bo Berg, formand", "Ida Holm, forælder", "Eva Dam, lærer"]),
        (310, 780, &["Afbud", "Per Lind, forælder"]),
        (60, 700, &["1. Dagsorden"]),
    ]);
    let expected = [
        "Til stede",
        "Bo Berg, formand",
        "Ida Holm, forælder",
        "Eva Dam, lærer",
        "Afbud",
        "Per Lind, forælder",
        "1. Dagsorden",
    ];
    assert_eq!(lines(page), expected);
}
