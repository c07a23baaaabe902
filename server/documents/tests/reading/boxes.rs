//! What programs lay out on pages of a PDF: boxes, tables of contents, and titles in tables without lines.

use super::pages::{Page, text};
use super::ruled::ruled;

#[test]
fn a_box_that_is_painted_after_the_text_stands_where_it_is() {
    let above = [
        "3. Cykelsti langs Strandvejen",
        "Indstilling",
        "Forvaltningen indstiller, at udvalget frigiver bevillingen på 3,8 mio. kr., og",
        "at stien åbnes i foråret.",
    ];
    let below = [
        "4. Ny skolestruktur i byen",
        "Sagsfremstilling",
        "Elevtallet falder med 18 procent frem mod 2032, og forvaltningen har derfor nu",
        "regnet på tre modeller for distriktet, som alle kan gennemføres i løbet af tre",
        "år, hvis der findes penge til det.",
        "Bilag",
        "Notat om de tre modeller, som er regnet igennem af forvaltningen i samråd med",
        "skolerne og deres bestyrelser.",
    ];
    let boxes: &[[&str; 2]] = &[
        ["Beslutning i udvalget den 20. januar 2026", "Udsat."],
        ["Beslutning", "Godkendt."],
        ["Referat", "Taget til efterretning."],
    ];
    for said in boxes {
        let mut lines: Vec<(i32, i32, &str)> = Vec::new();
        lines.extend((0..).zip(above).map(|(n, words)| (90, 760 - 14 * n, words)));
        lines.extend((0..).zip(below).map(|(n, words)| (90, 620 - 14 * n, words)));
        lines.extend((0..).zip(said).map(|(n, words)| (106, 690 - 24 * n, *words)));
        let read = text(&[Page::new(&lines)]);
        let place = |words: &str| read.find(words).unwrap_or_else(|| panic!("{words}: {read}"));
        assert!(place("foråret.") < place(said[0]) && place(said[1]) < place("4. Ny skole"), "{read}");
    }
}

#[test]
fn each_title_of_a_table_of_contents_is_a_line() {
    for dots in [".", ". ", "…"] {
        let leader = |n: usize| dots.repeat(n);
        let entries = [
            format!("21 Dagsorden{}2", leader(60)),
            format!("22 Ny skolestruktur{}3", leader(52)),
            format!("23 Eventuelt {} 14", leader(57)),
        ];
        // As far as the letters of Windows have it.
        let entries = entries.map(|entry| entry.replace('…', "..."));
        let mut lines = vec!["Indholdsfortegnelse"];
        lines.extend(entries.iter().map(String::as_str));
        lines.extend(["", "21 Dagsorden", "Beslutning", "Godkendt."]);
        let read = text(&[Page::of(&lines)]);
        let n = read.lines().filter(|line| line.contains("....") || line.contains(". . .")).count();
        assert_eq!(n, 3, "{read}");
    }
}

#[test]
fn the_page_breaks_no_title_of_an_item() {
    for (title, rest) in [
        ("Havnebus mellem Fjordby og", "Lillesund"),
        ("Lokalplan for boliger ved", "Teglgrunden"),
        ("Tilsyn og kontrol på alle vore plejehjem i", "2026"),
    ] {
        let words = "Udvalget drøftede sagen, og der var enighed om at gå videre med den.";
        let first = [(64, 120, "Punkt 2."), (264, 120, title)];
        let head = [(60, 780, "Referat af møde"), (60, 750, words)];
        let broken = ruled(&[&head[..], &first].concat(), &[60, 260, 500], &[134, 106]);
        let next = Page::new(&[(264, 780, rest), (60, 750, "Beslutning"), (60, 736, "Godkendt.")]);
        let read = text(&[broken, next]);
        assert!(read.contains(&format!("{title} {rest}\n")), "{read}");
    }
    // What begins a section is none.
    let broken = ruled(&[(64, 120, "Punkt 2."), (264, 120, "Tilsyn og")], &[60, 260, 500], &[134, 106]);
    let next = Page::new(&[(264, 780, "Sagsfremstilling"), (264, 766, "Der er ført tilsyn.")]);
    assert!(!text(&[broken, next]).contains("og Sagsfremstilling"));
}

#[test]
fn sections_alone_are_labels_of_what_stands_beside_them() {
    for rows in [
        [["Baggrund", "Broen er fra 1968."], ["Sagsfremstilling", "Den er slidt."]],
        [["Resumé", "Uændret."], ["Lovgrundlag", "Lov om offentlige veje."]],
    ] {
        let mut lines = vec![(60, 760, "1. Ny bro")];
        for (n, [label, said]) in (0..).zip(rows) {
            lines.extend([(60, 730 - 20 * n, label), (200, 730 - 20 * n, said)]);
        }
        let read = text(&[Page::new(&lines)]);
        for [label, said] in rows {
            assert!(read.contains(&format!("{label}\n{said}\n")), "{read}");
        }
    }
    let lines = [(60, 730, "Baggrund"), (200, 730, "Uændret."), (60, 710, "Økonomi"), (200, 710, "200 kr.")];
    assert!(text(&[Page::new(&lines)]).contains("Baggrund\tUændret."));
}
