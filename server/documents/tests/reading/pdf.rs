//! PDF.

use documents::{Beside, Extracted, Fault, Unread};

use crate::pages::{Page, extracted, text};

fn asides(read: &Extracted, beside: Beside) -> Vec<&str> {
    read.asides.iter().filter(|aside| aside.beside == beside).map(|aside| aside.words.as_str()).collect()
}

#[test]
fn a_heading_at_the_top_of_each_page_is_no_header() {
    let item = |n: usize| {
        let title = ["Budget", "Sti langs åen", "Valg af formand", "Eventuelt"][n - 1];
        Page::of(&[
            &format!("Punkt {n}"),
            "",
            title,
            "",
            "Sagen blev forelagt af forvaltningen, og der var ingen bemærkninger til den.",
            "",
            "Beslutning",
            "",
            "Godkendt.",
        ])
    };
    let pages: Vec<Page> = (1..=4).map(item).collect();
    let read = text(&pages);
    for line in ["Punkt 1\n", "Punkt 4\n", "Sti langs åen\n"] {
        assert!(read.contains(line), "{line:?} in {read}");
    }
    assert_eq!(read.matches("Beslutning\n").count(), 4, "{read}");
}

#[test]
fn decisions_that_begin_pages_stay() {
    let decided =
        || Page::of(&["Beslutning", "", "Godkendt.", "", "", "Næste sag handler om broen ved åen."]);
    let first = Page::of(&["Byrådet", "", "Punkt 1: Budget", "", "Sagen handler om skolerne i byen."]);
    let read = text(&[first, decided(), decided(), decided()]);
    assert_eq!(read.matches("Beslutning").count(), 3, "{read}");
    assert_eq!(read.matches("Godkendt.").count(), 3, "{read}");
}

#[test]
fn what_counts_up_with_the_pages_is_no_text() {
    let page = |n: usize, words: &str| {
        Page::new(&[(60, 820, "Fjordby Kommune"), (60, 400, words), (400, 20, &format!("Side {n} af 3"))])
    };
    let pages =
        [page(1, "Byrådet drøftede vejen."), page(2, "Det blev godkendt."), page(3, "Mødet sluttede sent.")];
    let read = extracted(&pages, &[], "").expect("a document");
    assert!(!read.text.contains("Side") && !read.text.contains("Fjordby"), "{}", read.text);
    assert!(asides(&read, Beside::Margin).contains(&"Fjordby Kommune"));
}

#[test]
fn a_page_on_its_side_is_read() {
    let upright = Page::of(&["Byrådet den 4. april 2022", "", "Punkt 1: Deltagere ved mødet"]);
    let turned = "BT /F 10 Tf 0 1 -1 0 300 100 Tm (Hanne Holm, CPR-nr. 010190-1234) Tj ET\n";
    for more in ["/Rotate 90", ""] {
        let side = Page { painted: turned.to_owned(), more };
        let read = text(&[Page::of(&["Byrådet", "", "Punkt 1: Deltagere"]), side]);
        assert!(read.contains("Hanne Holm, CPR-nr. 010190-1234"), "{read}");
    }
    let stamped = Page {
        painted: format!("{}BT /F 10 Tf 0 1 -1 0 30 100 Tm (J.nr. 1) Tj ET\n", upright.painted),
        more: "",
    };
    let read = extracted(&[stamped], &[], "").expect("a document");
    assert_eq!(asides(&read, Beside::Turned), ["J.nr. 1"]);
    assert!(!read.text.contains("J.nr."));
}

#[test]
fn pages_that_are_pictures_are_told() {
    let picture = || Page { painted: "q 500 0 0 700 40 40 cm /I Do Q\n".to_owned(), more: "" };
    let words = || Page::of(&["Byrådet den 4. april 2022", "", "Punkt 1: Godkendelse af dagsordenen"]);
    let blank = Page { painted: String::new(), more: "" };
    let read = extracted(&[words(), picture(), picture(), picture(), blank], &[], "").expect("a document");
    assert_eq!(read.unread, [Unread::Pictures(vec![2, 3, 4])]);
    assert_eq!(extracted(&[picture(), picture()], &[], ""), Err(Fault::NoText));
    let with_logo = Page { painted: words().painted + &picture().painted, more: "" };
    assert_eq!(extracted(&[with_logo], &[], "").expect("a document").unread, []);
}

#[test]
fn a_paragraph_over_a_page_break_stands_on_both_pages() {
    let first = "Udvalget drøftede sagen om stien langs åen og bad forvaltningen om at vende tilbage med et";
    let second = "forslag, der viser hvad det koster at lægge stien om. Hanne Holm har 010203-1234.";
    let read = extracted(&[Page::of(&[first]), Page::of(&[second])], &[], "").expect("a document");
    assert_eq!(read.text.lines().count(), 1, "{}", read.text);
    let page =
        |words: &str| read.place(read.text.find(words).expect("it is there")).and_then(|place| place.page);
    assert_eq!((page("Udvalget"), page("010203")), (Some(1), Some(2)));
}

#[test]
fn columns_are_read_one_after_the_other_and_tables_across() {
    let rows = [
        ("Fraværende var Bo Berg, som", "Til stede var Eva Holm, Per"),
        ("var syg den dag, og Ida Krogh,", "Lund og de øvrige medlemmer"),
        ("som var bortrejst i embeds", "af udvalget, og mødet blev"),
        ("medfør hele ugen.", "ledet af formanden."),
    ];
    let lines: Vec<(i32, i32, &str)> = (0..)
        .zip(rows)
        .flat_map(|(n, (left, right))| [(60, 700 - 14 * n, left), (320, 700 - 14 * n, right)])
        .collect();
    let read = text(&[Page::new(&lines)]);
    assert!(read.contains("Bo Berg, som var syg den dag, og Ida Krogh, som var bortrejst"), "{read}");
    assert!(read.contains("Eva Holm, Per Lund og de øvrige medlemmer af udvalget"), "{read}");

    let cells = [
        ("Bo Berg", "Formand for udvalget"),
        ("Eva Holm", "Medlem"),
        ("Ida Krogh", "Medlem"),
        ("Per Lund", "Sekretær"),
    ];
    let lines: Vec<(i32, i32, &str)> = (0..)
        .zip(cells)
        .flat_map(|(n, (left, right))| [(60, 700 - 14 * n, left), (320, 700 - 14 * n, right)])
        .collect();
    assert!(text(&[Page::new(&lines)]).contains("Ida Krogh\tMedlem\n"));
}

#[test]
fn words_divided_at_line_ends_are_one() {
    let lines = [
        "Udvalget drøftede sagen og bad forvaltningen om at udarbejde en ny og samlet kommu-",
        "nikationsstrategi, som sendes til Social- og Sundhedsudvalget og derefter til en at-",
        "punkt på det næste møde, hvor der også er et oplæg fra de ansatte i kommunen.",
    ];
    let read = text(&[Page::of(&lines)]);
    assert!(read.contains("kommunikationsstrategi") && read.contains("en at-punkt"), "{read}");
}

#[test]
fn what_hides_in_the_file_is_told() {
    let page = Page {
        more: "/Annots [10 0 R 11 0 R 14 0 R]",
        ..Page::of(&["Byrådet den 4. april 2022", "", "Punkt 1: Godkendelse af dagsordenen"])
    };
    let objects = [
        "<</Type /Annot /Subtype /Widget /FT /Tx /T (ansoeger) /V (010190-1111) /Rect [0 0 1 1]>>",
        "<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /A <</S /URI /URI (http://x.dk/?c=010190-2222)>>>>",
        "<</Type /Outlines /First 13 0 R /Last 13 0 R /Count 1>>",
        "<</Title (Sag om 010190-3333) /Parent 12 0 R>>",
        "<</Type /Annot /Subtype /Text /Contents (Ring til 010190-4444) /T (Bo Berg 010190-5555) /Rect [0 0 1 1]>>",
        "<</Type /Metadata /Subtype /XML /Length 62>>\nstream\n<x:xmpmeta><dc:title>Om 010190-6666</dc:title></x:xmpmeta>    \nendstream",
        "<</S /JavaScript /JS (app.alert('010190-7777'))>>",
        "<</Type /Filespec /F (a.pdf) /UF (010190-8888.pdf)>>",
    ];
    let root = "/Outlines 12 0 R /Metadata 15 0 R /OpenAction 16 0 R /AF [17 0 R]";
    let read = extracted(&[page], &objects, root).expect("a document");
    for n in 1..=8 {
        let number = format!("010190-{}", n * 1111);
        assert!(read.asides.iter().any(|aside| aside.words.contains(&number)), "{number}: {:?}", read.asides);
    }
    assert_eq!(asides(&read, Beside::Comment), ["Ring til 010190-4444"]);
}

#[test]
fn a_page_that_is_a_picture_may_carry_a_stamp() {
    let stamped = |n: usize| {
        let stamp = Page::new(&[(60, 815, &format!("Bilag 1 - side {n} af 2"))]);
        Page { painted: format!("q 560 0 0 800 20 20 cm /I Do Q\n{}", stamp.painted), more: "" }
    };
    let words = Page::of(&["Byrådet den 4. april 2022", "", "Punkt 1: Godkendelse af dagsordenen"]);
    let read = extracted(&[words, stamped(1), stamped(2)], &[], "").expect("a document");
    assert_eq!(read.unread, [Unread::Pictures(vec![2, 3])]);
    assert!(!read.text.contains("Bilag"), "{}", read.text);
    let small = Page {
        painted: format!("q 80 0 0 80 40 700 cm /I Do Q\n{}", Page::of(&["Godkendt."]).painted),
        more: "",
    };
    let read = extracted(&[small], &[], "").expect("a document");
    assert!(read.unread.is_empty() && read.text.contains("Godkendt"), "{}", read.text);
}

#[test]
fn a_word_across_the_page_is_no_text_of_it() {
    let mut page = Page::of(&["Byrådet den 4. april 2022", "", "Punkt 1: Godkendelse af dagsordenen"]);
    page.painted.push_str("BT /F 90 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (UDKAST) Tj ET\n");
    let read = extracted(&[page], &[], "").expect("a document");
    assert!(!read.text.contains(['U', 'K']), "{}", read.text);
    assert_eq!(asides(&read, Beside::Turned).len(), 1);
}

#[test]
fn numbers_of_pages_go_in_every_dress() {
    for (first, second) in [("1/2", "2/2"), ("- 1 -", "- 2 -"), ("[1]", "[2]"), ("1 / 2", "2 / 2")] {
        let page = |number: &str, words: &str| Page::new(&[(60, 780, words), (290, 120, number)]);
        let read = text(&[page(first, "Byrådet drøftede vejen."), page(second, "Mødet sluttede sent.")]);
        assert_eq!(read.trim_end(), "Byrådet drøftede vejen. Mødet sluttede sent.", "{first}");
    }
}

#[test]
fn a_form_stands_where_the_page_draws_it() {
    let painted = "BT /F 10 Tf 60 350 Td (Byr\u{e5}det m\u{f8}dtes.) Tj ET\nq 1 0 0 1 0 -100 cm /G Do Q\n";
    let words = "BT /F2 10 Tf 60 400 Td (Sagen blev udsat.) Tj ET";
    let form = format!(
        "<</Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 0 10] \
         /Resources <</Font <</F2 3 0 R>>>> /Length {}>>\nstream\n{words}\nendstream",
        words.len()
    );
    let page = Page { painted: painted.to_owned(), more: "" };
    let read = extracted(&[page], &[&form], "").expect("a document");
    assert_eq!(
        read.text.replace('\n', " ").replace("  ", " ").trim(),
        "Byr\u{e5}det m\u{f8}dtes. Sagen blev udsat."
    );
}

#[test]
fn a_form_that_draws_itself_ends() {
    let painted = "BT /F 10 Tf 60 350 Td (Byr\u{e5}det m\u{f8}dtes den dag.) Tj ET\n/I Do\n";
    let page = Page { painted: painted.to_owned(), more: "" };
    assert!(text(&[page]).starts_with("Byr\u{e5}det"));
}

#[test]
fn every_way_to_show_words_is_read() {
    let painted = "BT /F 10 Tf 14 TL 60 700 Td (Bo Berg, formand.) Tj (Ida Holm, medlem.) ' 0 0 (Per Krag, medlem.) \" ET\n";
    let read = text(&[Page { painted: painted.to_owned(), more: "" }]);
    assert!(["Bo Berg", "Ida Holm", "Per Krag"].iter().all(|name| read.contains(name)), "{read}");
}

#[test]
fn two_pages_on_a_sheet_are_read_one_after_the_other() {
    let page = |x: i32, top: i32, from: usize| -> Vec<(i32, i32, String)> {
        let words = |n: usize| format!("Linje {} om sagen", from + n);
        (0..14).map(|n| (x, top - 17 * n as i32, words(n))).collect()
    };
    let lines = [page(40, 700, 10), page(320, 692, 50)].concat();
    let lines: Vec<(i32, i32, &str)> = lines.iter().map(|(x, y, words)| (*x, *y, words.as_str())).collect();
    let read = text(&[Page::new(&lines)]);
    let at = |n: usize| read.find(&format!("Linje {n} ")).expect("it is there");
    assert!(at(10) < at(23) && at(23) < at(50) && at(50) < at(63), "{read}");
}

/// Lines from `top` down, `step` apart, that begin at `x`.
fn set<'w>(x: i32, top: i32, step: i32, words: &[&'w str]) -> Vec<(i32, i32, &'w str)> {
    (0..).zip(words).map(|(n, words)| (x, top - step * n, *words)).collect()
}

/// A line that reaches across the page.
const ACROSS: &str = "Udvalget har bedt om en plan for hele havnen, som kan stå klar, når budgettet for det nye år skal drøftes.";

/// The columns of a passage: the right one begins a little higher, as where the first line of the left is no paragraph's.
const COLUMNS: [&[&str]; 2] = [
    &[
        "Havnebussen skal køre mellem byen og øen",
        "hver dag, også om søndagen, når vejret er til",
        "det, og der er passagerer nok til turen over",
        "bugten. Den lægger til ved den gamle bro, og",
        "forvaltningen regner med, at den koster",
    ],
    &[
        "100.000 kr. om året, som kommunen tager af",
        "kassen. Støjen er målt på begge sider af",
        "havnen, og den er mindre end fra de biler,",
        "som kører rundt om bugten i dag.",
    ],
];

#[test]
fn a_passage_in_columns_on_a_page_without_is_read_column_by_column() {
    for (left, right, step) in [(634, 640, 14), (640, 640, 12), (640, 633, 16)] {
        let lines = [
            set(60, 700, 14, &[ACROSS, ACROSS, ACROSS]),
            set(60, left, step, COLUMNS[0]),
            set(330, right, step, COLUMNS[1]),
            set(60, 520, 14, &["Indstilling", ACROSS, ACROSS, ACROSS]),
        ]
        .concat();
        let read = text(&[Page::new(&lines)]);
        let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(read.contains("byen og øen hver dag, også om søndagen, når vejret"), "{read}");
        assert!(read.contains("at den koster 100.000 kr. om året"), "{read}");
        assert!(read.contains("rundt om bugten i dag. Indstilling"), "{read}");
    }
}

#[test]
fn cells_of_several_lines_are_no_columns() {
    let first = ["Broen skal males, før bussen kan lægge til,", "hvad teknik og miljø står for."];
    let second = ["Skiltene skal skiftes, og der skal komme", "bænke, så ingen skal stå op."];
    let lines = [
        set(60, 700, 14, &[ACROSS, ACROSS, ACROSS]),
        set(60, 640, 14, &first),
        set(330, 640, 14, &["Teknik og miljø har sagen og svarer", "udvalget i maj."]),
        set(60, 604, 14, &second),
        set(330, 604, 14, &["Kultur og fritid har sagen sammen med", "lauget for havnen."]),
        set(60, 520, 14, &[ACROSS, ACROSS, ACROSS]),
    ]
    .concat();
    let read = text(&[Page::new(&lines)]);
    let at = |words: &str| read.find(words).unwrap_or_else(|| panic!("{words} in {read}"));
    assert!(at("udvalget i maj") < at("Skiltene"), "{read}");

    let posts = ["Bro og bolværk med", "lygter", "Bænke og borde af", "lærk", "Skilte på begge", "sprog"];
    let lines = [
        set(60, 700, 14, &posts),
        set(230, 700, 28, &["10", "20", "30"]),
        set(400, 700, 28, &["11", "21", "31"]),
        set(60, 520, 14, &[ACROSS, ACROSS, ACROSS]),
    ];
    assert!(text(&[Page::new(&lines.concat())]).contains("Bro og bolværk med lygter\t10\t11\n"));
}

#[test]
fn heads_and_feet_of_pages_in_columns_are_no_text() {
    let page = |n: usize| {
        let foot = format!("Side {n}");
        let columns = |from: usize| -> Vec<String> {
            (from..from + 14).map(|n| format!("linje {n} i sagen om havnen, som er lang")).collect()
        };
        let (left, right) = (columns(100 * n), columns(100 * n + 50));
        let lines = |x: i32, top: i32, words: &[String]| -> Vec<(i32, i32, String)> {
            (0..).zip(words).map(|(n, words)| (x, top - 17 * n, words.clone())).collect()
        };
        let mut all = vec![(60, 810, "Havneudvalget".to_owned()), (420, 810, "7. april 2026".to_owned())];
        all.extend(lines(60, 760, &left));
        all.extend(lines(330, 752, &right));
        all.push((60, 30, foot));
        all
    };
    let pages: Vec<Vec<(i32, i32, String)>> = (1..4).map(page).collect();
    let pages: Vec<Page> = pages
        .iter()
        .map(|page| Page::new(&page.iter().map(|(x, y, words)| (*x, *y, words.as_str())).collect::<Vec<_>>()))
        .collect();
    let read = text(&pages);
    assert!(!read.contains("Side") && !read.contains("Havneudvalget") && !read.contains("april"), "{read}");
    assert!(read.contains("linje 150") && read.contains("linje 363"), "{read}");
}

#[test]
fn what_stands_behind_a_label_goes_on_below_itself() {
    let read = text(&[Page::new(&[
        (60, 780, "Sted:"),
        (200, 780, "Skolen, lokale 2"),
        (60, 740, "Sagsfremstilling"),
        (200, 740, "Udvalget dr\u{f8}ftede den nye bus, som efter planen skal k\u{f8}re fra den 10."),
        (200, 726, "marts og frem til sommerferien."),
        (60, 700, "Beslutning"),
        (200, 700, "Godkendt."),
    ])]);
    let read = read.replace("\n\n", "\n");
    let expected = "Sted: Skolen, lokale 2\nSagsfremstilling\nUdvalget dr\u{f8}ftede den nye bus, som efter planen skal k\u{f8}re \
                    fra den 10. marts og frem til sommerferien.\nBeslutning\nGodkendt.\n";
    assert_eq!(read, expected);
}

#[test]
fn a_body_and_its_day_at_the_head_of_each_page_is_the_pages() {
    let page = |n: usize| {
        let item = format!("{n}. Sag nummer {n}");
        let words = [
            (60, 815, "Kulturudvalget, tirsdag den 7. april 2026"),
            (60, 780, &item),
            (60, 764, "Beslutning"),
        ];
        Page::new(&[words.as_slice(), &[(60, 748, "Godkendt.")]].concat())
    };
    let read = text(&[page(1), page(2), page(3)]);
    assert!(!read.contains("Kulturudvalget") && read.contains("3. Sag nummer 3"), "{read}");
    assert!(text(&[page(1), page(2)]).contains("Kulturudvalget"));
}

#[test]
fn running_heads_lower_down_count_up_with_the_pages() {
    let page = |n: usize, head: &str, words: &str| {
        Page::new(&[(60, 735, head), (500, 735, &n.to_string()), (60, 700, words)])
    };
    let read = text(&[
        page(1, "1 DAGSORDEN", "Byr\u{e5}det dr\u{f8}ftede vejen."),
        page(2, "2 HAVNEBUS", "Det blev godkendt."),
        page(3, "2 HAVNEBUS", "M\u{f8}det sluttede sent."),
    ]);
    assert!(!read.contains("DAGSORDEN") && !read.contains("HAVNEBUS"), "{read}");
}
