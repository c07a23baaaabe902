//! Tables of a PDF that go on on the next page, columns behind labels, and bullets that are drawn.

use documents::Beside;

use crate::pages::{Page, extracted, text};
use crate::ruled::ruled;

const XS: [i32; 4] = [60, 120, 300, 500];

/// A page of items, the last of which the page may break.
fn items(rows: &[&[(i32, i32, &str)]], ys: &[i32]) -> Page {
    ruled(&rows.concat(), &XS, ys)
}

/// The same in the middle of a page, so far below.
fn lower(rows: &[&[(i32, i32, &str)]], ys: &[i32], below: i32) -> Page {
    let rows: Vec<_> = rows.concat().into_iter().map(|(x, y, words)| (x, y - below, words)).collect();
    let ys: Vec<i32> = ys.iter().map(|y| y - below).collect();
    ruled(&rows, &XS, &ys)
}

const HEAD: &[(i32, i32, &str)] = &[(64, 750, "Punkt"), (124, 750, "Emne"), (304, 750, "Beslutning")];

#[test]
fn a_row_that_the_page_breaks_is_one() {
    let first: &[_] =
        &[(64, 726, "1"), (124, 726, "Dagsorden"), (304, 726, "Godkendt. Eva Dam stemte imod, fordi")];
    let rest: &[_] = &[(304, 750, "den er lang.")];
    let second: &[_] = &[(64, 726, "2"), (124, 726, "Havnebus"), (304, 726, "Udsat.")];
    let pages = [lower(&[HEAD, first], &[764, 740, 716], 300), items(&[rest, second], &[764, 740, 716])];
    let read = extracted(&pages, &[], "").expect("a document");
    let expected = "Punkt\tEmne\tBeslutning\n\n1. Dagsorden\n\nBeslutning\nGodkendt. Eva Dam stemte imod, fordi den er \
                    lang.\n\n2. Havnebus\n\nBeslutning\nUdsat.\n";
    assert_eq!(read.text, expected);
    let page = |words: &str| read.place(read.text.find(words).expect("words")).and_then(|place| place.page);
    assert_eq!([page("Godkendt."), page("den er lang"), page("Udsat.")], [Some(1), Some(2), Some(2)]);
}

#[test]
fn a_head_that_stands_again_is_the_pages() {
    let first: &[_] = &[(64, 726, "1"), (124, 726, "Dagsorden"), (304, 726, "Godkendt.")];
    let second: &[_] = &[(64, 726, "2"), (124, 726, "Havnebus"), (304, 726, "Udsat.")];
    let pages = [lower(&[HEAD, first], &[764, 740, 716], 300), items(&[HEAD, second], &[764, 740, 716])];
    let read = extracted(&pages, &[], "").expect("a document");
    assert!(read.text.ends_with("Godkendt.\n\n2. Havnebus\n\nBeslutning\nUdsat.\n"), "{}", read.text);
    assert_eq!(read.text.matches("Emne").count(), 1);
    let margin = |aside: &&documents::Aside| aside.beside == Beside::Margin;
    assert_eq!(
        read.asides.iter().find(margin).map(|aside| aside.words.as_str()),
        Some("Punkt\tEmne\tBeslutning")
    );
}

#[test]
fn a_row_that_begins_anew_is_another() {
    for (rest, said) in [
        // A row without a number of its own, and one with a number.
        ([(304, 750, "Taget til efterretning."), (124, 750, "Økonomi")], "Økonomi\tTaget til efterretning."),
        ([(64, 750, "12"), (304, 750, "den er lang.")], "12\t\tden er lang."),
    ] {
        let first: &[_] = &[(64, 726, "11"), (124, 726, "Bus"), (304, 726, "Godkendt. Eva Dam stemte imod,")];
        let head: &[_] = &[(64, 750, "Kode"), (124, 750, "Post"), (304, 750, "Bemærkning")];
        let pages = [lower(&[head, first], &[764, 740, 716], 300), items(&[&rest], &[764, 740])];
        let read = text(&pages);
        assert!(read.contains(said) && !read.contains("imod, den"), "{read}");
    }
    // Words between the two tables, or other columns.
    let first: &[_] =
        &[(64, 726, "1"), (124, 726, "Bus"), (304, 726, "Godkendt. Eva Dam stemte imod, fordi")];
    let rest: &[_] = &[(304, 750, "den er lang."), (64, 790, "Bilag til sagen")];
    let apart = [lower(&[HEAD, first], &[764, 740, 716], 300), items(&[rest], &[764, 740])];
    assert!(!text(&apart).contains("fordi den"));
    let other = ruled(&[(64, 750, "Post"), (264, 750, "den er lang.")], &[60, 260, 460], &[764, 740]);
    assert!(!text(&[lower(&[HEAD, first], &[764, 740, 716], 300), other]).contains("fordi den"));
}

#[test]
fn a_column_begins_behind_labels_of_all_lengths() {
    // "Sagsfremstilling" is some 72 points wide; behind it stands what is hardly more than a space.
    let lines = [
        (60, 760, "1. Havnebus"),
        (60, 730, "Sagsfremstilling"),
        (137, 730, "Bussen skal sejle mellem byen og øen hver dag, hvis vejret"),
        (137, 716, "er til det."),
        (60, 694, "Beslutning"),
        (137, 694, "Godkendt."),
    ];
    let whole = "Sagsfremstilling\nBussen skal sejle mellem byen og øen hver dag, hvis vejret er til det.\n";
    let read = text(&[Page::new(&lines)]);
    assert!(read.contains(whole), "{read}");
    // Two labels nearly as wide as each other: "Dato" and "Sted".
    let short = [
        (60, 760, "Skolebestyrelsen"),
        (60, 730, "Dato"),
        (87, 730, "7. april 2026"),
        (60, 716, "Sted"),
        (87, 716, "Skolen"),
    ];
    let lines =
        [&short[..], &[(60, 680, "Forældrene vil gerne have en ny legeplads på den anden side.")]].concat();
    assert!(
        text(&[Page::new(&lines)]).starts_with("Skolebestyrelsen\n\nDato\n7. april 2026\nSted\nSkolen\n")
    );
}

#[test]
fn a_sentence_that_begins_with_a_label_is_whole() {
    let lines = [
        (60, 760, "Beslutning om havnebussen træffes af Byrådet, som mødes"),
        (60, 746, "igen til september."),
        (60, 718, "Sagsfremstilling af den art hører til et andet sted."),
    ];
    let read = text(&[Page::new(&lines)]);
    assert!(
        read.starts_with("Beslutning om havnebussen træffes af Byrådet, som mødes igen til september.\n")
    );
    assert!(read.contains("Sagsfremstilling af den art hører til et andet sted.\n"), "{read}");
}

/// A disc, as browsers draw it, at this place.
fn disc(x: f64, y: f64) -> String {
    let (r, k) = (1.5, 0.83);
    format!(
        "{} {y} m {} {} {} {} {x} {} c {} {} {} {} {} {y} c {} {} {} {} {x} {} c {} {} {} {} {} {y} c h f\n",
        x + r,
        x + r,
        y + k,
        x + k,
        y + r,
        y + r,
        x - k,
        y + r,
        x - r,
        y + k,
        x - r,
        x - r,
        y - k,
        x - k,
        y - r,
        y - r,
        x + k,
        y - r,
        x + r,
        y - k,
        x + r,
    )
}

#[test]
fn bullets_that_are_drawn_begin_points() {
    let lines = [
        (60, 760, "Forslaget medfører for borgerne:"),
        (80, 746, "en ny bus til øen, som sejler hver eneste dag i ugen"),
        (80, 732, "kortere ventetid for familierne"),
        (80, 718, "nye bænke"),
    ];
    let mut page = Page::new(&lines);
    (0..3).for_each(|n| page.painted.push_str(&disc(70.0, 749.0 - 14.0 * f64::from(n))));
    let expected = "Forslaget medfører for borgerne:\n\n• en ny bus til øen, som sejler hver eneste dag i ugen\n\
                    • kortere ventetid for familierne\n• nye bænke\n";
    let read = text(&[page]);
    assert_eq!(read.replace("\n\n", "\n"), expected.replace("\n\n", "\n"));
}

#[test]
fn points_without_a_mark_are_lines_of_their_own() {
    let lines = [
        (60, 774, "Sagen handler om en plan for havnen, som skal gælde fra næste år og frem."),
        (60, 746, "Direktionen indstiller,"),
        (80, 732, "at planen sendes i høring i otte uger,"),
        (80, 718, "at udgiften betales af puljen til havnen,"),
        (80, 704, "at Byrådet får sagen igen efter sommeren."),
    ];
    let read = text(&[Page::new(&lines)]);
    assert!(read.contains("otte uger,\nat udgiften betales af puljen til havnen,\nat Byrådet"), "{read}");
}

#[test]
fn a_bullet_larger_than_its_words_cuts_no_point() {
    let mut page = Page::new(&[
        (80, 746, "den nye bus skal sejle hver dag mellem byen og øerne i bugten, når"),
        (80, 732, "vejret er til det"),
        (80, 718, "en ny bro"),
    ]);
    let bullet = |y: i32| format!("BT /F 13 Tf 66 {y} Td (\u{95}) Tj ET\n");
    page.painted.push_str(&(bullet(746) + &bullet(718)));
    assert_eq!(
        text(&[page]),
        "• den nye bus skal sejle hver dag mellem byen og øerne i bugten, når vejret er til det\n• en ny bro\n"
    );
}

#[test]
fn a_title_goes_on_with_a_number_in_small_letters() {
    let mut page = Page::of(&["", "", "", "Beslutning", "", "Godkendt af Byrådet, som mødtes den dag."]);
    let title = |y: i32, words: &str| format!("BT /F 14 Tf 60 {y} Td ({words}) Tj ET\n");
    page.painted = title(800, "3. Lokalplan 214 for et boligområde ved søen samt tillæg")
        + &title(784, "nr. 9 til kommuneplanen")
        + &page.painted;
    let read = text(&[page]);
    assert!(
        read.starts_with(
            "3. Lokalplan 214 for et boligområde ved søen samt tillæg nr. 9 til kommuneplanen\n"
        ),
        "{read}"
    );
}

#[test]
fn a_word_that_a_narrow_cell_cuts_is_one() {
    let lines = [
        (64, 690, "Udvalg"),
        (164, 690, "Beslutning"),
        (64, 666, "Kirkegårdsudval"),
        (64, 652, "get"),
        (164, 666, "Godkendt."),
        (64, 628, "Bestyrelsen"),
        (64, 614, "med gæster"),
        (164, 628, "Udsat."),
    ];
    let read = text(&[ruled(&lines, &[60, 140, 300], &[704, 680, 642, 604])]);
    assert!(read.contains("Kirkegårdsudvalget\tGodkendt.\n"), "{read}");
    assert!(read.contains("Bestyrelsen med gæster\tUdsat.\n"), "{read}");
}

#[test]
fn a_few_lines_far_apart_are_paragraphs() {
    assert_eq!(
        text(&[Page::of(&["1. Valg af dirigent", "", "Bo Berg blev valgt."])]),
        "1. Valg af dirigent\n\nBo Berg blev valgt.\n"
    );
}

#[test]
fn the_rest_of_one_cell_goes_to_its_row() {
    let row: &[_] =
        &[(64, 726, "1"), (124, 726, "Dagsorden"), (304, 726, "Godkendt. Eva Dam stemte imod, fordi")];
    let next = |x| {
        Page::new(&[
            (x, 790, "den er lang, og det er for"),
            (x, 776, "sent."),
            (60, 730, "Mødet sluttede kl. 20."),
        ])
    };
    let read = |x| text(&[lower(&[HEAD, row], &[764, 740, 716], 300), next(x)]);
    let whole = "Beslutning\nGodkendt. Eva Dam stemte imod, fordi den er lang, og det er for sent.\n\nMødet sluttede kl. 20.\n";
    assert!(read(304).ends_with(whole), "{}", read(304));
    // What stands elsewhere is no part of it.
    assert!(!read(60).contains("fordi den") && !read(330).contains("fordi den"));
}

/// A table without lines whose cells are set to the middle of their rows, below a head.
fn centred(numbers: [&'static str; 3]) -> Page {
    let mut lines = vec![
        (60, 790, "Menighedsrådet ved Ravnsø Kirke mødtes i aftes"),
        (60, 740, "Nr."),
        (100, 740, "Emne"),
        (240, 740, "Sagsfremstilling"),
        (460, 740, "Beslutning"),
    ];
    let titles = [
        ["Godkendelse af", "dagsorden for", "mødet"],
        ["Kalkning af", "kirken og", "muren"],
        ["Næste møde", "og de andre", "datoer"],
    ];
    for (n, title) in titles.iter().enumerate() {
        let top = 716 - 50 * n as i32;
        lines.extend([(100, top, title[0]), (100, top - 14, title[1]), (100, top - 28, title[2])]);
        lines.extend([
            (240, top, "Sagen er kendt fra det sidste"),
            (240, top - 14, "møde, hvor den blev udsat, og"),
            (240, top - 28, "den er nu klar."),
        ]);
        lines.extend([(60, top - 14, numbers[n]), (460, top - 14, "Godkendt.")]);
    }
    Page::new(&lines)
}

#[test]
fn cells_in_the_middle_of_their_rows_are_rows_though_several_are_long() {
    let read = text(&[centred(["1", "2", "3"])]);
    for item in [
        "1. Godkendelse af dagsorden for mødet",
        "2. Kalkning af kirken og muren",
        "3. Næste møde og de andre datoer",
    ] {
        assert!(read.contains(&format!("{item}\n\nSagsfremstilling\nSagen er kendt fra det sidste møde, hvor den blev udsat, og den er nu klar.\n\nBeslutning\nGodkendt.\n")), "{read}");
    }
}
