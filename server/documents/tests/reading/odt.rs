//! LibreOffice documents: numbers, headings, tables, and what stands beside the text.

use super::office::odt;
use documents::{Beside, Extracted, read};
use expect_test::expect;

fn extracted(styles: &str, body: &str, meta: &str) -> Extracted {
    read(&odt(styles, body, meta), "møde.odt").expect("known by its content").expect("whole")
}

const STYLES: &str = r#"
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"/></text:list-style>
<style:style style:name="P1"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>
<style:style style:name="P2" style:parent-style-name="P1"><style:paragraph-properties fo:margin-bottom="0cm"/></style:style>
<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>
"#;

fn item(words: &str) -> String {
    format!("<text:list-item><text:p>{words}</text:p></text:list-item>")
}

#[test]
fn numbers_are_counted_and_go_on_where_they_are_told_to() {
    let inner = format!(
        "<text:list-item><text:p>at to</text:p><text:list>{}</text:list></text:list-item>",
        item("under")
    );
    let body = format!(
        "<text:list text:style-name=\"L1\" xml:id=\"a\">{}{inner}</text:list><text:p>Mellem</text:p>\
         <text:list text:style-name=\"L1\" text:continue-list=\"a\">{}</text:list>\
         <text:list text:style-name=\"L1\">{}</text:list>\
         <text:list text:style-name=\"L1\"><text:list-item text:start-value=\"5\"><text:p>fem</text:p><text:p>mere</text:p>\
         </text:list-item></text:list><text:list text:style-name=\"L2\">{}</text:list>",
        item("at et"),
        item("at tre"),
        item("forfra"),
        item("bullet"),
    );
    expect![[r#"
        1. at et
        2. at to
          a) under
        Mellem
        3. at tre
        1. forfra
        5. fem
        mere
        • bullet
    "#]]
    .assert_eq(&extracted(STYLES, &body, "").text);
}

#[test]
fn headings_room_and_signs_become_text() {
    let body = "<text:h text:outline-level=\"1\">Budget</text:h><text:h text:outline-level=\"2\">Indstilling</text:h>\
                <text:p text:style-name=\"P2\">Et<text:tab/>to<text:s text:c=\"2\"/>tre\n  fire<text:line-break/>fem</text:p>\
                <text:p text:style-name=\"P1\">Tæt på</text:p><text:p>Langt fra</text:p>";
    let found = extracted(STYLES, body, "");
    expect![[r#"
        Budget

        Indstilling

        Et	to  tre fire
        fem
        Tæt på

        Langt fra
    "#]]
    .assert_eq(&found.text);
    let place = found.place(found.text.find("fem").expect("it is there")).expect("a place");
    assert_eq!(
        (place.paragraph, place.headings),
        (Some(3), vec!["Budget".to_owned(), "Indstilling".to_owned()])
    );
}

#[test]
fn tables_are_rows() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let body = format!(
        "<table:table><table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}{}</table:table-row></table:table>",
        cell("Post"),
        cell("2026"),
        cell("Drift"),
        cell("1,3")
    );
    assert_eq!(extracted("", &body, "").text, "Post\t2026\nDrift\t1,3\n");
}

#[test]
fn what_stands_beside_the_text_is_kept_apart() {
    let body = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><text:p>afvist</text:p>\
                </text:deletion></text:changed-region></text:tracked-changes>\
                <text:p>Sagen<text:change text:change-id=\"c1\"/> er godkendt<text:note><text:note-citation>1</text:note-citation>\
                <text:note-body><text:p>Noten</text:p></text:note-body></text:note><office:annotation><dc:creator>HH</dc:creator>\
                <text:p>Husk</text:p></office:annotation><text:span text:style-name=\"T1\">skjult</text:span>.\
                <draw:frame><draw:text-box><text:p>I boksen</text:p></draw:text-box></draw:frame></text:p>";
    let found = extracted(STYLES, body, "<dc:creator>Hanne Holm</dc:creator>");
    assert_eq!(found.text, "Sagen er godkendt.\n\nI boksen\n");
    let beside: Vec<_> = found.asides.iter().map(|aside| (aside.beside, aside.words.as_str())).collect();
    assert_eq!(
        beside,
        [
            (Beside::Author, "Hanne Holm"),
            (Beside::Deleted, "afvist"),
            (Beside::Note, "Noten"),
            (Beside::Comment, "Husk"),
            (Beside::Hidden, "skjult"),
        ]
    );
}

#[test]
fn cells_over_columns_keep_the_columns_apart() {
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let covered = "<table:covered-table-cell/>";
    let rows = [
        row(&format!("{}{covered}{}", cell("Drift"), cell("2026"))),
        row(&format!("{covered}{}{}", cell("Varer"), cell("3"))),
        row(&format!("{}<table:table-cell table:number-columns-repeated=\"2\"/>", cell("I alt"))),
        row(&format!("{}{covered}{covered}", cell("Alle tal i mio. kr."))),
    ];
    let bytes = odt("", &format!("<table:table>{}</table:table>", rows.concat()), "");
    let text = read(&bytes, "a.odt").expect("ODT").expect("whole").text;
    assert_eq!(text, "Drift\t\t2026\n\tVarer\t3\nI alt\n\nAlle tal i mio. kr.\n");
}

#[test]
fn the_author_of_a_comment_is_told_where_he_is_a_number() {
    let comment = |author: &str| {
        format!(
            "<text:p>Godkendt.<office:annotation><dc:creator>{author}</dc:creator><text:p>ok</text:p></office:annotation></text:p>"
        )
    };
    let told = |author: &str| {
        let asides = extracted("", &comment(author), "").asides;
        asides
            .into_iter()
            .filter(|aside| aside.beside == Beside::Data)
            .map(|aside| aside.words)
            .collect::<Vec<_>>()
    };
    assert_eq!(told("Holm 010190-1234"), ["Holm 010190-1234"]);
    assert_eq!(told("Hanne Holm"), [""; 0]);
}

/// A table of these rows, each cell of which holds these paragraphs.
fn table(rows: &[&[&str]]) -> String {
    let cell = |words: &&str| {
        let paragraphs: String = words.split('/').map(|words| format!("<text:p>{words}</text:p>")).collect();
        format!("<table:table-cell>{paragraphs}</table:table-cell>")
    };
    let row = |cells: &&[&str]| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    format!("<table:table>{}</table:table>", rows.iter().map(row).collect::<String>())
}

#[test]
fn all_rows_of_a_table_without_a_head_are_items() {
    let rows: &[&[&str]] = &[
        &["1.", "Dagsorden", "Godkendt."],
        &["2.", "Nyt tag", "Taget er utæt./Tilbuddet antages."],
        &["3.", "Eventuelt", "Intet."],
    ];
    let read = extracted("", &table(rows), "");
    let expected = "1. Dagsorden\n\nGodkendt.\n\n2. Nyt tag\n\nTaget er utæt.\nTilbuddet antages.\n\n3. Eventuelt\n\nIntet.\n";
    assert_eq!(read.text, expected);
    let figures: &[&[&str]] = &[
        &["7.", "Drift", "Godt."],
        &["3.", "Tag", "Taget er utæt./Tilbuddet antages."],
        &["2026", "Tal", "4"],
    ];
    let read = extracted("", &table(figures), "");
    assert!(read.text.starts_with("7.\tDrift\tGodt.\n"), "{}", read.text);
}

#[test]
fn numbers_with_a_stop_in_cells_of_their_own_are_those_of_titles() {
    let rows: &[&[&str]] =
        &[&["3.1.", "Sprogcafé", "Beslutning/Godkendt."], &["3.2", "Fælles middag", "Beslutning/Udsat."]];
    let read = extracted("", &table(rows), "");
    assert!(
        read.text.starts_with("3.1. Sprogcafé\n") && read.text.contains("\n3.2. Fælles middag\n"),
        "{}",
        read.text
    );
    let figures: &[&[&str]] =
        &[&["12.50", "kaffe og brød", "Kontant/Kvittering"], &["4.5.26", "Møde", "Sal 1/Sal 2"]];
    let read = extracted("", &table(figures), "");
    assert!(!read.text.contains("12.50. kaffe") && !read.text.contains("4.5.26. Møde"), "{}", read.text);
}

#[test]
fn words_that_were_taken_out_of_nowhere_are_in_the_file_all_the_same() {
    let body = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><text:p>Hanne Holm</text:p>\
                </text:deletion></text:changed-region></text:tracked-changes><text:p>Godkendt.</text:p>";
    let read = extracted("", body, "");
    assert_eq!(read.text, "Godkendt.\n");
    let deleted = read.asides.iter().find(|aside| aside.beside == Beside::Deleted);
    assert_eq!(deleted.map(|aside| aside.words.as_str()), Some("Hanne Holm"));
}

#[test]
fn what_somebody_noted_on_a_change_is_told() {
    let info = "<office:change-info><dc:creator>HHO</dc:creator><text:p>Spørg Hanne Holm</text:p></office:change-info>";
    let body = format!(
        "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:insertion>{info}</text:insertion>\
         </text:changed-region></text:tracked-changes>\
         <text:p><text:change-start text:change-id=\"c1\"/>Godkendt.<text:change-end text:change-id=\"c1\"/></text:p>"
    );
    let read = extracted("", &body, "");
    let noted = read.asides.iter().find(|aside| aside.beside == Beside::Comment);
    assert_eq!(noted.map(|aside| aside.words.as_str()), Some("Spørg Hanne Holm"));
}
