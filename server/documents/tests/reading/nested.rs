//! A table in a cell of a table of labels.

use crate::pages::{Page, text};

/// What stands on the page, from the lower left corner.
const WORDS: &[(i32, i32, &str)] = &[
    (90, 650, "Sagsfremstilling:"),
    (306, 650, "Retningslinjen er revideret efter"),
    (306, 638, "et besøg den 30. september."),
    (306, 626, "Antal registrerede hændelser:"),
    (312, 610, "Område"),
    (366, 610, "2022"),
    (420, 610, "2023"),
    (312, 598, "her"),
    (312, 584, "Ældre"),
    (366, 584, "112"),
    (420, 584, "131"),
    (312, 570, "Skoler"),
    (366, 570, "208"),
    (420, 570, "244"),
    (312, 556, "Borger"),
    (366, 556, "19"),
    (420, 556, "12"),
    (312, 544, "service"),
    (90, 528, "Indstilling:"),
    (306, 528, "Det indstilles, at"),
    (400, 528, "retningslinjen"),
    (306, 516, "godkendes."),
    (90, 500, "Beslutning:"),
    (306, 500, "Godkendt."),
];

#[test]
fn nothing_is_lost_where_nothing_is_ruled() {
    let read = text(&[Page::new(WORDS)]);
    for word in WORDS.iter().flat_map(|(_, _, words)| words.split(' ')) {
        assert!(read.contains(word), "{word:?} in {read}");
    }
}

#[test]
fn columns_of_the_inner_table_stay_apart() {
    let across = [661, 540, 512, 496].map(|y| format!("84 {y} m 480 {y} l S\n")).concat();
    let down = [84, 300, 480].map(|x| format!("{x} 661 m {x} 496 l S\n")).concat();
    let inner_across = [620, 594, 580, 566, 541].map(|y| format!("306 {y} m 480 {y} l S\n")).concat();
    let inner_down = [305, 360, 414].map(|x| format!("{x} 620 m {x} 541 l S\n")).concat();
    let page = Page::new(WORDS);
    let painted = [page.painted, across, down, inner_across, inner_down].concat();
    let read = text(&[Page { painted, more: "" }]);
    for line in ["Område her\t2022\t2023", "Skoler\t208\t244", "Borger service\t19\t12"] {
        assert!(read.contains(line), "{line:?} in {read}");
    }
    assert!(read.trim_end().ends_with("Beslutning:\nGodkendt."), "{read}");
}

#[test]
fn a_label_of_many_lines_beside_one_is_one() {
    let label = ["Beslutning i", "Børne- og", "Kulturudvalget", "den 1. oktober", "2024"];
    for decided in ["Ingen meddelelser.", "Godkendt."] {
        let mut lines = vec![(60, 750, "87. Meddelelser")];
        lines.extend((0..).zip(label).map(|(n, words)| (63, 730 - 14 * n, words)));
        lines.extend([(170, 730, decided), (60, 640, "88. Frit skolevalg"), (63, 620, "Indstilling")]);
        lines.extend([(170, 620, "Chefen indstiller, at planen godkendes."), (63, 606, "Beslutning")]);
        lines.push((170, 606, "Godkendt."));
        let read = text(&[Page::new(&lines)]);
        let whole = format!("Beslutning i Børne- og Kulturudvalget den 1. oktober 2024\n{decided}\n");
        assert!(read.contains(&whole), "{read}");
    }
}
