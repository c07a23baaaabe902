//! What a page of a PDF draws beside its letters: ruled tables, lines through words, letters that nobody sees.

use documents::{Beside, Extracted};

use super::pages::{Page, extracted, text};

/// A page with `lines`, on which a table with columns and rows at these places is ruled.
pub(crate) fn ruled(lines: &[(i32, i32, &str)], xs: &[i32], ys: &[i32]) -> Page {
    let mut page = Page::new(lines);
    let (left, right) = (xs[0], xs[xs.len() - 1]);
    let (top, bottom) = (ys[0], ys[ys.len() - 1]);
    for y in ys {
        page.painted.push_str(&format!("{left} {y} m {right} {y} l S\n"));
    }
    for x in xs {
        page.painted.push_str(&format!("{x} {bottom} 0.5 {} re f*\n", top - bottom));
    }
    page
}

#[test]
fn a_cell_of_several_lines_is_one() {
    let lines = [
        (60, 760, "Sagsfremstilling"),
        (64, 730, "Post"),
        (264, 730, "2026"),
        (364, 730, "2027"),
        (64, 706, "Chauffør, som har en meget lang"),
        (64, 692, "beskrivelse over flere linjer,"),
        (64, 678, "som brydes"),
        (264, 692, "300"),
        (364, 692, "400"),
        (64, 654, "I alt"),
        (264, 654, "300"),
        (364, 654, "400"),
        (60, 610, "Beslutning"),
    ];
    let read = text(&[ruled(&lines, &[60, 260, 360, 460], &[744, 720, 668, 644])]);
    let expected = "Sagsfremstilling\n\nPost\t2026\t2027\nChauffør, som har en meget lang beskrivelse over flere linjer, \
                    som brydes\t300\t400\nI alt\t300\t400\n\nBeslutning\n";
    assert_eq!(read, expected);
}

#[test]
fn a_label_in_the_middle_of_its_row_stands_before_what_it_says() {
    let lines = [
        (60, 780, "Kulturudvalget"),
        (204, 750, "Bo Berg (A)"),
        (64, 743, "Til stede"),
        (204, 736, "Ida Holm (V)"),
        (64, 716, "Afbud"),
        (204, 716, "Eva Dam (B)"),
    ];
    let read = text(&[ruled(&lines, &[60, 200, 400], &[764, 728, 704])]);
    assert_eq!(read, "Kulturudvalget\n\nTil stede\nBo Berg (A)\nIda Holm (V)\nAfbud\nEva Dam (B)\n");
}

#[test]
fn a_table_whose_rows_are_items_is_read_as_items() {
    let lines = [
        (64, 750, "Punkt"),
        (124, 750, "Emne"),
        (304, 750, "Beslutning"),
        (64, 726, "1"),
        (124, 726, "Dagsorden"),
        (304, 726, "Godkendt."),
        (64, 702, "2"),
        (124, 702, "Havnebus"),
        (124, 688, "Bestyrelsen indstiller, at bussen købes."),
        (304, 702, "Godkendt. Eva Dam stemte imod,"),
        (304, 688, "fordi den er dyr."),
    ];
    let read = text(&[ruled(&lines, &[60, 120, 300, 500], &[764, 740, 716, 680])]);
    let expected = "Punkt\tEmne\tBeslutning\n\n1. Dagsorden\n\nBeslutning\nGodkendt.\n\n2. Havnebus\nBestyrelsen indstiller, at \
                    bussen købes.\n\nBeslutning\nGodkendt. Eva Dam stemte imod, fordi den er dyr.\n";
    assert_eq!(read, expected);
}

#[test]
fn rows_with_nothing_drawn_between_them_stay_rows() {
    let rows = [("Bus", "10"), ("Tog", "20"), ("Færge", "30"), ("Cykel", "40")];
    let mut lines = vec![(64, 750, "Post"), (264, 750, "Kr.")];
    for (n, (post, kr)) in (0..).zip(rows) {
        lines.extend([(64, 726 - 14 * n, post), (264, 726 - 14 * n, kr)]);
    }
    let read = text(&[ruled(&lines, &[60, 260, 400], &[764, 740, 670])]);
    assert!(read.contains("Tog\t20\n") && read.contains("Cykel\t40"), "{read}");
}

#[test]
fn a_frame_around_words_is_no_table() {
    let lines = [
        (64, 750, "Udvalget drøftede sagen om bussen, som skal køre"),
        (64, 736, "mellem byen og øen hver dag."),
    ];
    let read = text(&[ruled(&lines, &[60, 500], &[764, 728])]);
    assert_eq!(read, "Udvalget drøftede sagen om bussen, som skal køre mellem byen og øen hver dag.\n");
}

fn words(read: &Extracted, beside: Beside) -> Vec<&str> {
    read.asides.iter().filter(|aside| aside.beside == beside).map(|aside| aside.words.as_str()).collect()
}

#[test]
fn words_that_a_line_goes_through_are_beside_the_text() {
    let words_at = "BT /F 10 Tf 60 700 Td (Ad 1. ) Tj (Afvist.) Tj ( Godkendt.) Tj ET\n";
    for line in
        ["86.1 703 m 113.4 703 l S", "86.1 702.6 30.1 0.7 re f", "q 1 0 0 RG 86.1 703 m 113.4 703 l s Q"]
    {
        let page = Page { painted: format!("{words_at}{line}\n"), more: "" };
        let read = extracted(&[page], &[], "").expect("a document");
        assert_eq!(
            (read.text.as_str(), words(&read, Beside::Struck)),
            ("Ad 1. Godkendt.\n", vec!["Afvist."]),
            "{line}"
        );
    }
    for line in ["60 698.5 m 116.7 698.5 l S", "60 703 m 500 703 l S", "60 711 m 116 711 l S"] {
        let page = Page { painted: format!("{words_at}{line}\n"), more: "" };
        let read = extracted(&[page], &[], "").expect("a document");
        assert_eq!(read.text, "Ad 1. Afvist. Godkendt.\n", "{line}");
    }
}

#[test]
fn letters_that_nobody_sees_are_hidden() {
    let shown = "BT /F 10 Tf 60 700 Td (Byr\u{e5}det m\u{f8}dtes den dag.) Tj ET\n";
    let unseen = "BT /F 10 Tf 60 600 Td (Ring til 010203-1234) Tj ET\n";
    for how in ["1 g", "1 1 1 rg", "0 0 0 0 k", "/DeviceRGB cs 1 1 1 sc", "3 Tr", "0.5 g 7 Tr"] {
        let page =
            Page { painted: format!("{shown}q {how}\n{unseen}Q\n{}", shown.replace("700", "560")), more: "" };
        let read = extracted(&[page], &[], "").expect("a document");
        assert_eq!(words(&read, Beside::Hidden), ["Ring til 010203-1234"], "{how}");
        assert_eq!(read.text.matches("Byr\u{e5}det").count(), 2, "{how}: {}", read.text);
        assert!(!read.text.contains("Ring"), "{how}: {}", read.text);
    }
}

#[test]
fn white_letters_on_a_ground_are_seen() {
    let shown = "BT /F 10 Tf 60 700 Td (Byr\u{e5}det m\u{f8}dtes den dag.) Tj ET\n";
    let white = "q 1 g BT /F 10 Tf 60 600 Td (Dagsorden) Tj ET Q\n";
    for ground in [
        "q 0.1 0.2 0.5 rg 50 590 300 30 re f Q",
        "q 0 g 50 590 300 30 re B Q",
        "q 300 0 0 30 50 590 cm /I Do Q",
        "q 0 0.4 0 rg 50 590 m 350 590 l 350 620 l 50 620 l h f* Q",
    ] {
        let page = Page { painted: format!("{ground}\n{shown}{white}"), more: "" };
        let read = extracted(&[page], &[], "").expect("a document");
        assert!(read.text.contains("Dagsorden"), "{ground}: {}", read.text);
    }
    // What a program read on a picture lies behind that.
    let read_on = "q 595 0 0 842 0 0 cm /I Do Q\nq 3 Tr BT /F 10 Tf 60 600 Td (Sagen blev udsat.) Tj ET Q\n";
    let page = Page { painted: format!("{read_on}{shown}"), more: "" };
    assert!(text(&[page]).contains("Sagen blev udsat."));
}

#[test]
fn a_cell_of_several_lines_is_one_though_nothing_is_drawn() {
    let head = [
        (60, 760, "Sagsfremstilling"),
        (60, 744, "Udvalget har set på prisen, som er steget siden sidste år, og"),
        (60, 730, "den holder."),
    ];
    let rest = [
        (64, 628, "I alt"),
        (264, 628, "300"),
        (364, 628, "400"),
        (60, 590, "Beslutning"),
        (60, 574, "Godkendt."),
    ];
    // In the middle of their row, and at its head.
    for height in [664, 671] {
        let table = [
            (64, 695, "Bus"),
            (264, 695, "100"),
            (364, 695, "200"),
            (64, 671, "Chauffør, som har en meget lang"),
            (64, 657, "beskrivelse over to linjer"),
            (264, height, "300"),
            (364, height, "400"),
        ];
        let read = text(&[Page::new(&[&head[..], &table[..], &rest[..]].concat())]);
        let whole = "Bus\t100\t200\nChauffør, som har en meget lang beskrivelse over to linjer\t300\t400\nI alt\t300\t400\n";
        assert!(read.contains(whole), "{read}");
        assert!(read.contains("og den holder.\n") && read.contains("Beslutning\nGodkendt."), "{read}");
    }
}

#[test]
fn rows_without_room_between_them_are_told_by_their_sentences() {
    let lines = [
        (60, 760, "Bus"),
        (260, 760, "100"),
        (60, 746, "Chauffør, som har en lang"),
        (260, 746, "300"),
        (60, 732, "beskrivelse over to linjer"),
        (60, 718, "Færge"),
        (260, 718, "500"),
        (60, 704, "Cykel"),
        (260, 704, "600"),
    ];
    let whole =
        "Bus\t100\nChauffør, som har en lang beskrivelse over to linjer\t300\nFærge\t500\nCykel\t600\n";
    assert_eq!(text(&[Page::new(&lines)]), whole);
}

#[test]
fn a_space_at_one_place_parts_no_cells() {
    let lines = [
        (60, 760, "Post"),
        (264, 760, "2026"),
        (364, 760, "2027"),
        (60, 736, "Chauffør, som har en meget"),
        (190, 736, "fordi"),
        (264, 736, "300"),
        (364, 736, "400"),
        (60, 722, "den skal køre hver dag"),
        (60, 698, "I alt"),
        (264, 698, "300"),
        (364, 698, "400"),
    ];
    let read = text(&[Page::new(&lines)]);
    assert!(read.contains("som har en meget fordi den skal køre hver dag\t300\t400\n"), "{read}");
}

#[test]
fn a_list_behind_a_label_stands_under_it() {
    for (first, second) in [
        ("· Liste over tilbud", "· Kort"),
        ("- Liste over tilbud", "- Kort"),
        ("1. Liste over tilbud", "2. Kort"),
    ] {
        let lines = [
            (60, 780, "3. Ny ledning"),
            (64, 750, "Sagsfremstilling"),
            (204, 750, "Ledningen er gammel og mister varme."),
            (64, 726, "Bilag"),
            (224, 726, first),
            (224, 712, second),
            (64, 688, "Indstilling"),
            (204, 688, "Bestyrelsen indstiller, at tilbuddet antages."),
        ];
        let read = text(&[ruled(&lines, &[60, 200, 480], &[764, 740, 702, 676])]);
        let under = format!("Bilag\n{first}\n{second}\n");
        assert!(read.contains(&under), "{read}");
    }
}
