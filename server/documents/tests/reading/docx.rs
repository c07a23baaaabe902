//! Word documents: numbers, headings, tables, what stands beside the text, and where each line stands.

use super::office::docx;
use documents::{Beside, Extracted, Place, read};
use expect_test::{Expect, expect};

pub(crate) fn extracted(body: &str, others: &[(&str, &str)]) -> Extracted {
    read(&docx(body, others), "møde.docx").expect("known by its content").expect("whole")
}

fn text(body: &str, others: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&extracted(body, others).text);
}

/// A paragraph with these properties.
pub(crate) fn p(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

fn numbered(list: u32, level: u32, words: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), words)
}

const NUMBERING: &str = r#"
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pStyle w:val="Punkt"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%3"/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"#;

const STYLES: &str = r#"
<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Afsnit"><w:name w:val="Husets afsnit"/><w:basedOn w:val="Overskrift1"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:contextualSpacing/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="AtPunkt"><w:name w:val="At"/><w:basedOn w:val="Punkt"/></w:style>
<w:style w:type="paragraph" w:styleId="Indhold1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>
"#;

fn styled(style: &str, words: &str) -> String {
    p(&format!("<w:pStyle w:val=\"{style}\"/>"), words)
}

#[test]
fn numbers_are_counted_level_by_level() {
    let body = [
        numbered(1, 0, "at planen godkendes"),
        numbered(1, 1, "for 2026"),
        numbered(1, 1, "for 2027"),
        numbered(1, 2, "i første kvartal"),
        numbered(1, 0, "at sagen sendes i høring"),
        numbered(1, 1, "hos naboer"),
    ];
    text(
        &body.concat(),
        &[("numbering", NUMBERING)],
        expect![[r#"
            1. at planen godkendes
              a) for 2026
              b) for 2027
                1.2.1 i første kvartal
            2. at sagen sendes i høring
              a) hos naboer
        "#]],
    );
}

#[test]
fn a_list_goes_on_until_one_says_where_to_start() {
    let body = [
        numbered(1, 0, "at et"),
        p("", "Mellem"),
        numbered(1, 0, "at to"),
        p("", "Igen"),
        numbered(3, 0, "at først"),
        numbered(3, 0, "at derpå"),
        numbered(2, 0, "et notat"),
        numbered(9, 0, "en liste, som ingen kender"),
    ];
    text(
        &body.concat(),
        &[("numbering", NUMBERING)],
        expect![[r#"
            1. at et
            Mellem
            2. at to
            Igen
            1. at først
            2. at derpå
            • et notat
            en liste, som ingen kender
        "#]],
    );
}

#[test]
fn styles_give_numbers_headings_and_room() {
    let body = [
        styled("Overskrift1", "Budget 2026"),
        styled("Afsnit", "Indstilling"),
        p("", "Direktionen indstiller,"),
        styled("AtPunkt", "at budgettet godkendes"),
        styled("AtPunkt", "at det sendes videre"),
        p("<w:pStyle w:val=\"AtPunkt\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "uden tal"),
        styled("Indhold1", "1</w:t><w:tab/><w:t>Godkendelse af dagsorden</w:t><w:tab/><w:t>3"),
    ];
    let found = extracted(&body.concat(), &[("styles", STYLES), ("numbering", NUMBERING)]);
    expect![[r#"
        Budget 2026

        Indstilling

        Direktionen indstiller,

        1. at budgettet godkendes
        2. at det sendes videre
        uden tal

        1 Godkendelse af dagsorden.....	3
    "#]]
    .assert_eq(&found.text);
    let at = found.text.find("at det").expect("it is there");
    let headings = found.place(at).expect("a place").headings;
    assert_eq!(headings, ["Budget 2026", "Indstilling"]);
}

#[test]
fn signs_that_are_no_letters_become_text() {
    let body = "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>2022</w:t><w:noBreakHyphen/><w:t>2025</w:t><w:br/>\
                <w:t>ny linje</w:t><w:br w:type=\"page\"/><w:softHyphen/><w:t>r</w:t></w:r></w:p>";
    text(
        body,
        &[],
        expect![[r#"
        A	2022-2025
        ny linjer
    "#]],
    );
}

#[test]
fn a_table_of_few_words_is_rows_and_one_of_text_is_text() {
    let cell = |words: &str| format!("<w:tc>{words}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let data = [
        row(&[cell(&p("", "")), cell(&p("", "2025")), cell(&p("", "2026"))]),
        row(&[cell(&p("", "Drift")), cell(&p("", "1,2")), cell(&p("", "1,3"))]),
    ];
    let layout = row(&[
        cell(&p("", "Indstilling")),
        cell(&(p("", "Direktionen indstiller,") + &numbered(1, 0, "at det godkendes"))),
    ]);
    let body = format!("<w:tbl>{}</w:tbl><w:tbl>{layout}</w:tbl>", data.concat());
    let found = extracted(&body, &[("numbering", NUMBERING)]);
    expect![[r#"
        	2025	2026
        Drift	1,2	1,3

        Indstilling

        Direktionen indstiller,
        1. at det godkendes
    "#]]
    .assert_eq(&found.text);
    let place = found.place(found.text.find("Drift").expect("it is there")).expect("a place");
    let table = place.table.map(|cell| (cell.number, cell.row));
    assert_eq!((table, place.paragraph), (Some((1, 2)), Some(2)));
}

#[test]
fn deleted_words_are_no_text_and_inserted_ones_are() {
    let body = "<w:p><w:r><w:t>Udvalget </w:t></w:r><w:del><w:r><w:delText>afviste</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>godkendte</w:t></w:r></w:ins><w:r><w:t> sagen.</w:t></w:r></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Første </w:t></w:r></w:p>\
                <w:p><w:r><w:t>og anden del.</w:t></w:r></w:p>";
    let found = extracted(body, &[]);
    assert_eq!(found.text, "Udvalget godkendte sagen.\nFørste og anden del.\n");
    let first = "Udvalget godkendte sagen.\n".len();
    let expected =
        [(Beside::Deleted, "afviste", 0), (Beside::Inserted, "godkendte", 0), (Beside::Changed, "", first)];
    assert_eq!(beside(&found), expected);
}

fn beside(found: &Extracted) -> Vec<(Beside, &str, usize)> {
    found.asides.iter().map(|aside| (aside.beside, aside.words.as_str(), aside.at)).collect()
}

#[test]
fn notes_comments_and_margins_stand_beside_the_text() {
    let body = "<w:p><w:r><w:t>Først.</w:t></w:r></w:p><w:p><w:r><w:t>Så</w:t><w:footnoteReference w:id=\"2\"/>\
                <w:commentReference w:id=\"0\"/></w:r></w:p>";
    let found = extracted(
        body,
        &[
            (
                "footnotes",
                "<w:footnote w:id=\"1\" w:type=\"separator\"><w:p/></w:footnote>\
              <w:footnote w:id=\"2\"><w:p><w:r><w:t>En note</w:t></w:r></w:p></w:footnote>",
            ),
            ("comments", "<w:comment w:id=\"0\"><w:p><w:r><w:t>Husk bilag</w:t></w:r></w:p></w:comment>"),
            (
                "header",
                "<w:p><w:r><w:t>Fjordby Kommune</w:t></w:r></w:p>\
                 <w:p><w:r><w:pict><textpath string=\"FORTROLIGT\"/></w:pict></w:r></w:p>",
            ),
            ("hyperlink", "https://fjordby.dk/bilag.pdf"),
            ("core", "<creator>Hanne Holm</creator><title>Møde</title>"),
        ],
    );
    assert_eq!(found.text, "Først.\nSå\n");
    let second = "Først.\n".len();
    assert_eq!(
        beside(&found),
        [
            (Beside::Author, "Hanne Holm", 0),
            (Beside::Property, "Møde", 0),
            (Beside::Note, "En note", second),
            (Beside::Comment, "Husk bilag", second),
            (Beside::Margin, "Fjordby Kommune", second),
            (Beside::Drawn, "FORTROLIGT", second),
            (Beside::Link, "https://fjordby.dk/bilag.pdf", second),
        ]
    );
}

#[test]
fn hidden_words_are_no_text() {
    let body = "<w:p><w:r><w:t>Set</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> skjult</w:t></w:r>\
                <w:r><w:rPr><w:rStyle w:val=\"Note\"/></w:rPr><w:t> også</w:t></w:r>\
                <w:r><w:rPr><w:rStyle w:val=\"Note\"/><w:vanish w:val=\"0\"/></w:rPr><w:t> igen</w:t></w:r></w:p>";
    let found = extracted(body, &[("styles", STYLES)]);
    assert_eq!(found.text, "Set igen\n");
    assert_eq!(beside(&found), [(Beside::Hidden, " skjult også", 0)]);
}

#[test]
fn a_text_box_is_read_once() {
    let shape = |words: &str| {
        format!("<w:pict><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></w:pict>")
    };
    let body = format!(
        "<w:p><w:r><w:t>Ved siden af</w:t><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>\
         </mc:AlternateContent></w:r></w:p>",
        shape("I boksen"),
        shape("I boksen")
    );
    text(
        &body,
        &[],
        expect![[r#"
        Ved siden af

        I boksen
    "#]],
    );
}

#[test]
fn pages_are_known_where_word_noted_them() {
    let body =
        "<w:p><w:r><w:t>Et</w:t></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>To</w:t></w:r></w:p>";
    let found = extracted(body, &[]);
    let place = found.place("Et\n".len()).expect("a place");
    assert_eq!(place, Place { page: Some(2), paragraph: Some(2), ..Place::default() });
    assert_eq!(
        extracted("<w:p><w:r><w:t>Et</w:t></w:r></w:p>", &[]).place(0).and_then(|place| place.page),
        None
    );
}

#[test]
fn rows_in_controls_in_controls_are_rows() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p("", words));
    let row = |number: &str| {
        let cells = format!(
            "{}<w:sdt><w:sdtContent><w:smartTag>{}</w:smartTag></w:sdtContent></w:sdt>",
            cell("Hanne Holm"),
            cell(number)
        );
        format!(
            "<w:sdt><w:sdtContent><w:sdt><w:sdtContent><w:customXml><w:tr>{cells}</w:tr></w:customXml></w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        )
    };
    let body = format!("<w:tbl>{}{}</w:tbl>", row("010203-1111"), row("010203-2222"));
    assert_eq!(extracted(&body, &[]).text, "Hanne Holm\t010203-1111\nHanne Holm\t010203-2222\n");
}

#[test]
fn an_empty_point_counts_when_others_follow() {
    let body = [
        numbered(1, 0, "at planen godkendes"),
        numbered(1, 0, ""),
        numbered(1, 0, "at budgettet vedtages"),
        numbered(1, 0, ""),
        p("", "Godkendt."),
    ];
    let read = extracted(&body.concat(), &[("numbering", NUMBERING)]).text;
    assert!(read.contains("1. at planen godkendes\n"), "{read}");
    assert!(read.contains("2.\n") && read.contains("3. at budgettet vedtages\n"), "{read}");
    assert!(!read.contains("4."), "{read}");
}

#[test]
fn a_large_first_letter_belongs_to_its_word() {
    let body = p("<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>", "D") + &p("", "er blev spurgt til stien.");
    assert_eq!(extracted(&body, &[]).text, "Der blev spurgt til stien.\n");
}

#[test]
fn a_paragraph_over_a_page_break_stands_on_both_pages() {
    let body = "<w:p><w:r><w:t>Begge </w:t><w:lastRenderedPageBreak/><w:t>sider</w:t></w:r></w:p><w:p><w:r><w:t>Efter</w:t></w:r></w:p>";
    let read = extracted(body, &[]);
    let page =
        |words: &str| read.place(read.text.find(words).expect("it is there")).and_then(|place| place.page);
    assert_eq!([page("Begge"), page("sider"), page("Efter")], [Some(1), Some(2), Some(2)]);
}

#[test]
fn what_hides_in_the_parts_is_told() {
    let body = "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"CPR_010203-1111\"/><w:sdt><w:sdtPr><w:alias w:val=\"010203-2222\"/></w:sdtPr>\
        <w:sdtContent><w:r><w:t>Ja</w:t></w:r></w:sdtContent></w:sdt><w:r><w:instrText>HYPERLINK \"http://x.dk/010203-3333\"</w:instrText></w:r></w:p>\
        <w:tbl><w:tblPr><w:tblCaption w:val=\"010203-4444\"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    let others = [
        ("settings", "<w:docVars><w:docVar w:name=\"Sag\" w:val=\"010203-5555\"/></w:docVars>"),
        ("comments", "<w:comment w:id=\"0\" w:author=\"Bo 010203-6666\"/>"),
        ("chart", "<a:t>010203-</a:t><a:t>7777</a:t>"),
    ];
    let read = extracted(body, &others);
    for n in 1..=7 {
        let number = format!("010203-{}", n * 1111);
        assert!(read.asides.iter().any(|aside| aside.words.contains(&number)), "{number}: {:?}", read.asides);
    }
    assert_eq!(read.text, "Ja\n");
}

#[test]
fn cells_over_columns_keep_the_columns_apart() {
    let cell = |span: u32, words: &str| {
        format!(
            "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
        )
    };
    let rows = [
        [cell(2, "Drift"), cell(1, "2026")].concat(),
        [cell(1, "Skole"), cell(1, ""), cell(1, "7")].concat(),
        cell(3, "Alle tal i mio. kr."),
    ];
    let rows = rows.map(|cells| format!("<w:tr>{cells}</w:tr>")).concat();
    let read = read(&docx(&format!("<w:tbl>{rows}</w:tbl>"), &[]), "a.docx").expect("Word").expect("whole");
    assert_eq!(read.text, "Drift\t\t2026\nSkole\t\t7\n\nAlle tal i mio. kr.\n");
    assert!(read.blocks.iter().all(documents::Block::is_in_table));
}

pub(crate) fn words(read: &Extracted, beside: Beside) -> Vec<&str> {
    read.asides.iter().filter(|aside| aside.beside == beside).map(|aside| aside.words.as_str()).collect()
}

#[test]
fn a_short_row_after_items_of_a_table_is_an_item_too() {
    let cell = |words: &str| {
        let paragraphs: String = words.split('/').map(|words| p("", words)).collect();
        format!("<w:tc>{paragraphs}</w:tc>")
    };
    let table = |rows: &[(&str, &str)]| {
        let rows = rows.iter().map(|(number, title)| format!("<w:tr>{}{}</w:tr>", cell(number), cell(title)));
        format!("<w:tbl>{}</w:tbl>", rows.collect::<String>())
    };
    let read = extracted(
        &table(&[("5.", "Konfirmander/Sagsfremstilling/Holdene er fulde."), ("6.", "Eventuelt")]),
        &[],
    );
    assert_eq!(read.text, "5.\n\nKonfirmander\nSagsfremstilling\nHoldene er fulde.\n\n6.\n\nEventuelt\n");
    // One that does not go on with the numbers is a row, and so are rows that all are short.
    for rows in [
        [("5.", "Konfirmander/Holdene er fulde."), ("8.", "Eventuelt")],
        [("5.", "Konfirmander/Holdene er fulde."), ("6.", "200 kr.")],
        [("5.", "Konfirmander"), ("6.", "Eventuelt")],
    ] {
        let (number, title) = rows[1];
        assert!(extracted(&table(&rows), &[]).text.ends_with(&format!("{number}\t{title}\n")), "{rows:?}");
    }
}
