//! Headings that the source breaks.

use super::docx::extracted;
use documents::read;

/// A heading of Word whose lines are broken in it.
fn heading(lines: &[&str]) -> String {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>";
    let text = |words: &&str| format!("<w:t xml:space=\"preserve\">{words}</w:t>");
    let runs = lines.iter().map(text).collect::<Vec<_>>().join("<w:br/>");
    let body = format!("<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r>{runs}</w:r></w:p>");
    extracted(&body, &[("styles", styles)]).text
}

#[test]
fn the_title_of_an_item_is_one_line() {
    assert_eq!(heading(&["1. Bro over", "Tangå"]), "1. Bro over Tangå\n");
    assert_eq!(heading(&["Punkt 2: Havnebus ", "til øen"]), "Punkt 2: Havnebus til øen\n");
    assert_eq!(heading(&["3. Lån til", " klubben", "i Sandvig"]), "3. Lån til klubben i Sandvig\n");
    let page = "<!doctype html>\n<h2>4. Bro over<br>Tangå</h2><p>Godkendt.</p>";
    let read = read(page.as_bytes(), "møde").expect("known by its content").expect("whole");
    assert_eq!(read.text, "4. Bro over Tangå\n\nGodkendt.\n");
}

#[test]
fn what_says_several_things_stays_so() {
    assert_eq!(heading(&["Referat", "Byrådet"]), "Referat\nByrådet\n");
    assert_eq!(heading(&["1. Bro", "Beslutning"]), "1. Bro\nBeslutning\n");
    assert_eq!(heading(&["1. Bro", "2. Bus"]), "1. Bro\n2. Bus\n");
}
