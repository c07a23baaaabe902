//! What looks like a table without lines, and what is one.

use super::pages::{Page, text};

/// The lines of a page with these words, each with its size and its place from the lower left corner.
fn lines(painted: &[(f64, f64, f64, &str)]) -> Vec<String> {
    let line = |(size, x, y, words): &(f64, f64, f64, &str)| {
        let words = words.replace('(', "\\(").replace(')', "\\)");
        format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n")
    };
    let page = Page { painted: painted.iter().map(line).collect(), more: "" };
    text(&[page]).lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Text whose lines stand 14 points apart, below what is tried.
const TEXT: &[(f64, f64, f64, &str)] = &[
    (10.0, 60.0, 300.0, "Ledningen er fra 1968 og mister omkring 18 pct. af varmen. Den løber under"),
    (10.0, 60.0, 286.0, "vejen fra kirken til brugsen, og arbejdet skal samordnes med kommunens nye"),
    (10.0, 60.0, 272.0, "asfalt, som lægges i uge 34. Der er indhentet tre tilbud, og det billigste er"),
    (10.0, 60.0, 258.0, "på 2,8 mio. kr."),
];

#[test]
fn numbers_beside_points_and_titles_are_no_column() {
    for (marks, title) in [(["1)", "2)"], "4."), (["a)", "b)"], "4."), (["1.", "2."], "12.")] {
        let mut painted = vec![
            (10.0, 60.0, 700.0, "Driftslederen indstiller,"),
            (10.0, 74.0, 680.0, marks[0]),
            (10.0, 100.0, 680.0, "at det næste tilbud antages,"),
            (10.0, 74.0, 665.0, marks[1]),
            (10.0, 100.0, 665.0, "at der optages et lån på 3 mio. kr."),
            (10.0, 60.0, 640.0, title),
            (10.0, 100.0, 640.0, "Generalforsamling"),
        ];
        painted.extend(TEXT);
        let read = lines(&painted);
        assert!(read.contains(&format!("{} at det næste tilbud antages,", marks[0])), "{read:?}");
        assert!(read.contains(&format!("{} at der optages et lån på 3 mio. kr.", marks[1])), "{read:?}");
        assert!(read.contains(&format!("{title} Generalforsamling")), "{read:?}");
    }
}

#[test]
fn the_head_of_a_column_may_have_several_words() {
    for (first, second) in [("Længde i", "km"), ("Beløb i", "kr."), ("Udgift i", "mio.")] {
        let mut painted = vec![
            (10.0, 60.0, 700.0, "Skole"),
            (10.0, 180.0, 700.0, first),
            (10.0, 227.0, 700.0, second),
            (10.0, 320.0, 700.0, "Ændring"),
        ];
        for (y, school, value) in [(682.0, "Nord", "4,2"), (664.0, "Syd", "5,1"), (646.0, "Øst", "5,3")] {
            painted.extend([(10.0, 60.0, y, school), (10.0, 229.0, y, value), (10.0, 330.0, y, "+2")]);
        }
        painted.extend(TEXT);
        let read = lines(&painted);
        assert_eq!(read[0], format!("Skole\t{first} {second}\tÆndring"), "{read:?}");
        assert_eq!(read[1], "Nord\t4,2\t+2");
    }
}

#[test]
fn a_word_at_the_end_of_a_full_line_is_no_cell() {
    let mut painted = vec![
        (10.0, 60.0, 700.0, "Udvalget indstiller,"),
        (10.0, 70.0, 686.0, "1."),
        (10.0, 92.0, 686.0, "at stien mod nord lægges til grund"),
        (10.0, 260.0, 686.0, "for"),
        (10.0, 92.0, 672.0, "projekteringen,"),
        (10.0, 70.0, 658.0, "2."),
        (10.0, 92.0, 658.0, "at der søges om tilskud."),
    ];
    painted.extend(TEXT);
    let read = lines(&painted);
    assert_eq!(read[1], "1. at stien mod nord lægges til grund for projekteringen,", "{read:?}");
    assert_eq!(read[2], "2. at der søges om tilskud.");
}

#[test]
fn a_label_may_be_painted_behind_what_it_says() {
    for second in ["Godkendt.", "Udsat til næste møde.", "Taget til efterretning."] {
        let read = lines(&[
            (10.0, 160.0, 760.0, "Udvalget indstiller,"),
            (10.0, 170.0, 746.0, "1. at der gives afslag,"),
            (10.0, 170.0, 732.0, "2. at ejeren får en frist på otte uger."),
            (10.0, 60.0, 760.0, "Indstilling"),
            (10.0, 160.0, 718.0, second),
            (10.0, 60.0, 718.0, "Beslutning"),
            (12.0, 160.0, 690.0, "6. Eventuelt"),
            (10.0, 160.0, 672.0, "Intet at bemærke."),
            (10.0, 60.0, 672.0, "Beslutning"),
        ]);
        let at = |wanted: &str| read.iter().position(|line| line.starts_with(wanted)).expect("the line");
        assert!(at("2. at ejeren") < at("Beslutning") && at("Beslutning") < at(second), "{read:?}");
    }
}

#[test]
fn a_number_in_large_figures_stands_before_its_title() {
    for (number, y) in [("3", 690.0), ("12", 696.0), ("7.", 707.0)] {
        let mut painted = vec![(24.0, 60.0, y, number), (13.0, 110.0, 700.0, "Takster for genbrug")];
        painted.push((10.0, 110.0, 684.0, "Sagsfremstilling"));
        painted.push((10.0, 110.0, 670.0, "Selskabet foreslår nye takster."));
        painted.extend(TEXT);
        assert_eq!(lines(&painted)[0], format!("{number} Takster for genbrug"));
    }
    // A figure of its own, far from what stands beside it.
    let alone = lines(&[(24.0, 60.0, 690.0, "3"), (10.0, 300.0, 700.0, "Takster"), TEXT[0]]);
    assert!(alone.contains(&"3".to_owned()), "{alone:?}");
}

#[test]
fn a_label_of_several_lines_stands_above_what_it_says() {
    for label in [
        &["Beslutning i", "Kommunalbestyrelsen", "den 25. marts 2027"][..],
        &["Beslutning Kultur-", "og Fritidsudvalget", "den 8. december", "2026"],
        &["Økonomiske", "konsekvenser"],
    ] {
        let mut painted = vec![
            (12.0, 60.0, 780.0, "3. Ny daginstitution"),
            (10.0, 60.0, 760.0, "Sagsfremstilling"),
            (10.0, 160.0, 757.0, "Grunden er byggemodnet, og projektet er beskrevet i notatet, som"),
            (10.0, 160.0, 745.0, "er sendt til alle medlemmer af udvalget."),
            (10.0, 60.0, 730.0, "Indstilling"),
            (10.0, 160.0, 727.0, "Udvalget indstiller, at projektet godkendes, og at der gives en"),
            (10.0, 160.0, 715.0, "bevilling på 38 mio. kr."),
            (10.0, 160.0, 697.0, "Vedtaget med fire stemmer for og en imod, og"),
            (10.0, 160.0, 685.0, "sagen sendes til byrådet, hvor der skal stemmes om den i foråret, når"),
            (10.0, 160.0, 673.0, "alle høringer er endt."),
        ];
        painted
            .extend(label.iter().enumerate().map(|(n, words)| (10.0, 60.0, 700.0 - 12.0 * n as f64, *words)));
        painted.push((12.0, 60.0, 630.0, "4. Eventuelt"));
        let read = lines(&painted);
        let at = read.iter().position(|line| *line == label.join(" "));
        let at = at.unwrap_or_else(|| panic!("{read:?}"));
        assert!(read[at + 1].starts_with("Vedtaget med fire stemmer"), "{read:?}");
        assert_eq!(read.last().map(String::as_str), Some("4. Eventuelt"));
    }
    // A text is no column of labels, though its lines begin with words of one.
    let text = lines(&[
        (10.0, 60.0, 760.0, "Sagsfremstilling"),
        (10.0, 60.0, 746.0, "Beslutning i udvalget er ventet siden maj, og forvaltningen har regnet på"),
        (10.0, 60.0, 732.0, "den 25. marts 2027 som den sidste dag, hvor planen kan vedtages i år."),
        (10.0, 60.0, 704.0, "Beslutning"),
        (10.0, 160.0, 690.0, "Bo Berg"),
        (10.0, 160.0, 676.0, "Ida Holm"),
        (10.0, 160.0, 662.0, "Eva Dam"),
    ]);
    assert!(text[1].starts_with("Beslutning i udvalget er ventet siden maj"), "{text:?}");
}

#[test]
fn a_stretched_title_below_a_running_head_is_no_table() {
    let mut painted =
        vec![(10.0, 62.0, 800.0, "Fjordby Kommune"), (10.0, 420.0, 800.0, "Referat 15. april 2026")];
    let stretched =
        [(62.0, "Referat"), (187.0, "af"), (244.0, "møde"), (345.0, "i"), (386.0, "Klima-"), (502.0, "og")];
    painted.extend(stretched.map(|(x, word)| (22.0, x, 745.0, word)));
    painted.push((22.0, 62.0, 719.0, "Kulturudvalget"));
    painted.extend(TEXT);
    let read = lines(&painted);
    assert!(!read.iter().any(|line| line.contains('\t') && line.contains("Klima-")), "{read:?}");
    assert!(read.iter().any(|line| line.ends_with("Klima- og Kulturudvalget")), "{read:?}");
}
