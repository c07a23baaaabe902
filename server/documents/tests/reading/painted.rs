//! Columns of a PDF that are painted one after the other.

use super::pages::{Page, text};

/// `left` from the top and then `right` beside it, each line so far below the one before.
fn columns(left: &[&str], right: &[&str], [left_step, right_step]: [i32; 2]) -> Page {
    let place = |x: i32, step: i32| move |(n, words)| (x, 780 - step * n as i32, words);
    let left = left.iter().copied().enumerate().map(place(60, left_step));
    let right = right.iter().copied().enumerate().map(place(310, right_step));
    Page::new(&left.chain(right).collect::<Vec<_>>())
}

#[test]
fn a_short_column_follows_the_one_that_is_painted_before_it() {
    let left = ["5. Havnebus", "Beslutning", "Taget til efterretning."];
    let right = ["6. Eventuelt", "Beslutning", "Intet."];
    let read = text(&[columns(&left, &right, [14, 14])]);
    assert_eq!(
        read.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(),
        [left, right].concat(),
        "{read}"
    );
}

#[test]
fn columns_of_short_lines_are_not_woven() {
    let left = [
        "2. Ny bro",
        "Indstilling",
        "Udvalget indstiller,",
        "1. at broen males,",
        "2. at den lukkes.",
        "Beslutning",
        "Godkendt.",
    ];
    let right = ["3. Tal", "Beslutning", "Udsat.", "4. Havnen", "Beslutning", "Vedtaget.", "5. Eventuelt"];
    let read = text(&[columns(&left, &right, [14, 17])]);
    let (before, after) = read.split_once("Godkendt.").expect("the end of the left column");
    assert!(before.contains("1. at broen males,\n2. at den lukkes."), "{read}");
    assert!(after.contains("3. Tal") && after.trim_end().ends_with("5. Eventuelt"), "{read}");
}

#[test]
fn a_table_that_is_too_wide_for_its_column_takes_nothing_of_the_next() {
    let mut lines = vec![
        (60, 780, "Bestyrelsen har set på tallene, og de er"),
        (60, 766, "bedre end de har v\u{e6}ret i mange år før"),
        (60, 752, "det, som tabellen herunder viser."),
        (60, 731, "Afdeling"),
        (160, 731, "2025"),
        (290, 731, "2026"),
        (60, 717, "Nord"),
        (160, 717, "100"),
        (290, 717, "300.000"),
        (60, 696, "Pengene bruges til at male huset ude og"),
        (60, 682, "inde, når vinteren er forbi, og der er sat"),
    ];
    for (n, words) in [
        "penge af til det på budgettet for n\u{e6}ste",
        "år, som bestyrelsen har lovet. Det sker",
        "til sommer, og der bliver holdt et møde",
        "for alle, før nogen går i gang med at",
        "male. Indbydelsen kommer i god tid, og",
        "der er kaffe til dem, der kommer.",
    ]
    .into_iter()
    .enumerate()
    {
        lines.push((310, 775 - 15 * n as i32, words));
    }
    let read = text(&[Page::new(&lines)]);
    assert!(read.contains("Nord\t100\t300.000\n"), "{read}");
    assert!(read.contains("og der er sat penge af til det"), "{read}");
}

#[test]
fn a_table_that_is_painted_column_by_column_is_read_across() {
    let names = ["Navn", "Bo Berg", "Ida Holm", "Eva Dam"];
    let parties = ["Parti", "A", "V", "B"];
    let read = text(&[columns(&names, &parties, [14, 14])]);
    assert_eq!(read, "Navn\tParti\nBo Berg\tA\nIda Holm\tV\nEva Dam\tB\n");
}

#[test]
fn a_title_in_large_letters_takes_no_letters_of_the_column_beside_it() {
    let mut page = Page::new(&[]);
    let painted =
        |size: i32, x: i32, y: i32, words: &str| format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n");
    page.painted += &painted(26, 60, 700, "Illi til illi");
    for (y, words) in
        [(707, "Indstilling, som skal stilles til alle de"), (695, "stillede, at de skal ville det selv")]
    {
        let letters = words.chars().enumerate();
        // Each letter a piece of its own, as some programs paint them.
        letters.for_each(|(n, c)| page.painted += &painted(10, 310 + 5 * n as i32, y, &c.to_string()));
    }
    let read = text(&[page]);
    let same = read.split_whitespace().collect::<String>();
    assert!(same.contains("Indstilling,somskalstillestilalle"), "{read}");
    assert!(same.contains("stillede,atdeskalvilledetselv"), "{read}");
}
