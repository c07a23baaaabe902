//! Words that are struck through, which are beside the text in every format; and what tables are called.

use documents::{Beside, Extracted, Held, published, read};
use rules::document::{Document, Engine};

use super::office::{docx, odt};
use super::publish::package;

fn whole(bytes: &[u8], name: &str) -> Extracted {
    read(bytes, name).expect("known by its content").expect("whole")
}

fn struck(read: &Extracted) -> Vec<&str> {
    let struck = read.asides.iter().filter(|aside| aside.beside == Beside::Struck);
    struck.map(|aside| aside.words.as_str()).collect()
}

/// A run of Word with these looks.
fn run(looks: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{looks}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

const LINE: &str = "<w:strike/>";

#[test]
fn a_decision_that_is_struck_through_is_none() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"Ud\"><w:rPr><w:strike/></w:rPr></w:style>";
    for looks in [LINE, "<w:dstrike/>", "<w:strike w:val=\"true\"/>", "<w:rStyle w:val=\"Ud\"/>"] {
        let body =
            format!("<w:p>{}{}{}</w:p>", run("", "Ad 1. "), run(looks, "Afvist."), run("", " Godkendt."));
        let read = whole(&docx(&body, &[("styles", styles)]), "a.docx");
        assert_eq!((read.text.as_str(), struck(&read)), ("Ad 1. Godkendt.\n", vec!["Afvist."]), "{looks}");
    }
    let page = |words: &str| whole(format!("<!doctype html><p>Ad 1. {words} Godkendt.").as_bytes(), "a.html");
    for words in [
        "<s>Afvist.</s>",
        "<strike>Afvist.</strike>",
        "<span style='color: red; text-decoration: line-through red'>Afvist.</span>",
        "<span style='text-decoration-line:line-through'>Afvist.</span>",
    ] {
        let read = page(words);
        assert_eq!((read.text.as_str(), struck(&read)), ("Ad 1. Godkendt.\n", vec!["Afvist."]), "{words}");
    }
    let style = |line: &str| {
        format!(
            "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties {line}/></style:style>"
        )
    };
    let body = "<text:p>Ad 1. <text:span text:style-name=\"T1\">Afvist.</text:span> Godkendt.</text:p>";
    for line in ["style:text-line-through-style=\"solid\"", "style:text-line-through-type=\"double\""] {
        let read = whole(&odt(&style(line), body, ""), "a.odt");
        assert_eq!((read.text.as_str(), struck(&read)), ("Ad 1. Godkendt.\n", vec!["Afvist."]), "{line}");
    }
}

#[test]
fn what_is_not_struck_through_stays() {
    for looks in ["<w:strike w:val=\"0\"/>", "<w:strike w:val=\"false\"/>", "<w:u w:val=\"single\"/>"] {
        let body = format!("<w:p>{}</w:p>", run(looks, "Godkendt."));
        assert_eq!(whole(&docx(&body, &[]), "a.docx").text, "Godkendt.\n", "{looks}");
    }
    let page = b"<!doctype html><p style='text-decoration:underline'>Godkendt.</p>";
    assert_eq!(whole(page, "a.html").text, "Godkendt.\n");
    let style = "<style:style style:name=\"T1\"><style:text-properties style:text-line-through-style=\"none\" \
                 style:text-line-through-type=\"none\"/></style:style>";
    let body = "<text:p><text:span text:style-name=\"T1\">Godkendt.</text:span></text:p>";
    assert_eq!(whole(&odt(style, body, ""), "a.odt").text, "Godkendt.\n");
}

#[test]
fn the_title_of_an_item_counts_though_it_is_struck_through() {
    let heading = "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>";
    let body = format!("<w:p>{heading}{}</w:p><w:p>{}</w:p>", run(LINE, "3. Havnebus"), run("", "Udgår."));
    assert_eq!(whole(&docx(&body, &[]), "a.docx").text, "3. Havnebus\n\nUdgår.\n");
    let page = b"<!doctype html><h2><s>3. Havnebus</s></h2><p>Udg\xc3\xa5r.";
    assert_eq!(whole(page, "a.html").text, "3. Havnebus\n\nUdgår.\n");
}

#[test]
fn a_copy_holds_nothing_of_a_closed_item_that_was_struck_through() {
    let p = |inside: String| format!("<w:p>{inside}</w:p>");
    let body = [
        p(run("", "1. Budget") + &run(LINE, "ter")),
        p(run("", "Det er godkendt.")),
        p(run(LINE, "Kun for ") + &run("", "2. Personsag (lukket)")),
        p(run("", "Sagen er udsat.") + &run(LINE, " Læreren får en advarsel.")),
        p(run(LINE, "Læreren bliver opsagt.")),
    ];
    let bytes = package(&body.concat(), &[]);
    let text = whole(&bytes, "a.docx").text;
    let start = text.find("2. Personsag").expect("it is there");
    let said = text.find("Sagen er udsat.").expect("it is there");
    let closed = start..text.len();
    let held =
        Held { passages: vec![(said, text.len(), String::new())], closed: vec![closed], ..Held::default() };
    let private = |_: &str| Vec::new();
    let (copy, taken) = published(&bytes, "a.docx", &held, &private).expect("Word").expect("a copy");
    let copy = whole(&copy, "a.docx");
    assert!(!struck(&copy).iter().any(|words| words.contains("Læreren")), "{:?}", copy.asides);
    assert!(struck(&copy).contains(&"ter") && taken.hidden > 0, "{:?}", copy.asides);
}

#[test]
fn what_a_table_is_called_is_no_item() {
    let row = |cells: [&str; 2]| {
        let cell = |words: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run("", words));
        format!("<w:tr>{}</w:tr>", cells.map(cell).concat())
    };
    let p = |style: &str, words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run("", words))
    };
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"O\"><w:name w:val=\"heading 1\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"caption\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"C\"><w:basedOn w:val=\"B\"/></w:style>";
    let table = format!("<w:tbl>{}{}</w:tbl>", row(["Post", "Kr."]), row(["Bus", "4"]));
    for caption in ["Budget", "Økonomi", "2. Budget"] {
        let body = [
            p("O", "Kulturudvalget"),
            p("", "Referat af ekstraordinært møde tirsdag den 7. april 2026 kl. 17.00"),
            p("O", "1. Havnebus"),
            p("C", caption),
            table.clone(),
            p("", "Beslutning"),
            p("", "Godkendt."),
        ];
        titled(&whole(&docx(&body.concat(), &[("styles", styles)]), "a.docx"), &["Havnebus"]);
        let page = format!(
            "<!doctype html><h1>Kulturudvalget</h1><p>Referat af møde tirsdag den 7. april 2026 kl. 17.00</p>\
             <h2>1. Havnebus</h2><table><caption>{caption}</caption><tr><td>Post<td>Kr.<tr><td>Bus<td>4</table>\
             <h3>Beslutning</h3><p>Godkendt."
        );
        titled(&whole(page.as_bytes(), "a.html"), &["Havnebus"]);
        let body = format!(
            "<text:h text:outline-level=\"1\">1. Havnebus</text:h><text:p text:style-name=\"Tabel\">{caption}</text:p>\
             <table:table><table:table-row><table:table-cell><text:p>Bus</text:p></table:table-cell>\
             <table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>\
             <text:p>Beslutning</text:p><text:p>Godkendt.</text:p>"
        );
        let styles = "<style:style style:name=\"Caption\"/><style:style style:name=\"Tabel\" style:parent-style-name=\"Caption\"/>";
        titled(&whole(&odt(styles, &body, ""), "a.odt"), &["Havnebus"]);
    }
}

/// Are these the titles of the items?
fn titled(read: &Extracted, titles: &[&str]) {
    let document = Document::with_ranks(Engine::default().into(), read.text.clone(), read.ranks());
    let found = document.minutes().items().filter_map(|placed| Some(placed.item.title? + placed.start));
    let found: Vec<&str> = found.map(|title| &document.text()[title]).collect();
    assert_eq!(found, titles, "{}", read.text);
}
