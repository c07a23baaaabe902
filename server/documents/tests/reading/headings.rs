//! Headings that the source breaks, and those that only their letters show.

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

/// What is read of a page that LibreOffice writes, with numbered headings whose lists begin with the number `start`.
fn numbered(start: &str, titles: &[&str]) -> String {
    let item = |title: &&str| {
        format!(
            "<ol{start}><li><h1 class=western>{title}</h1></ol><h2 class=western>Beslutning</h2><p>Godkendt.</p>"
        )
    };
    let items: String = titles.iter().map(item).collect();
    let head = "<div title=\"header\"><p>Fjordby Kommune</p></div><p>Referat</p>";
    let foot = "<div title=\"footer\"><p>Til intern brug</p></div>";
    let page = format!("<!doctype html>\n{head}{items}{foot}");
    read(page.as_bytes(), "møde").expect("known by its content").expect("whole").text
}

#[test]
fn numbered_headings_count_on_and_heads_of_pages_are_no_text() {
    let read = numbered(" start=\"31\"", &["Dagsorden", "Ny cykelsti", "Eventuelt"]);
    for line in ["\n31. Dagsorden\n", "\n32. Ny cykelsti\n", "\n33. Eventuelt\n"] {
        assert!(read.contains(line), "{read}");
    }
    assert!(read.starts_with("Referat\n") && read.ends_with("Godkendt.\n"), "{read}");
    let read = numbered("", &["Dagsorden", "Ny cykelsti"]);
    assert!(read.contains("\n1. Dagsorden\n") && read.contains("\n2. Ny cykelsti\n"), "{read}");
}

#[test]
fn what_is_set_in_bold_letters_begins_anew() {
    let lines = |heading: &str, page: &str| {
        let head = "<div>Byrådet</div><div>Deltagere: Bo Dal og Eva Ørum</div>";
        let page = format!("<!doctype html>\n{page}{head}{heading}<div>Godkendt.</div>");
        read(page.as_bytes(), "møde").expect("known by its content").expect("whole").text
    };
    for (heading, sheet) in [
        ("<div class=\"pkt\">1 Dagsorden</div>", "<style>.pkt{font-size:16pt;font-weight:700}</style>"),
        ("<div class=\"a pkt\">1 Dagsorden</div>", "<style>.felt, .pkt { font-weight: bold }</style>"),
        ("<div style=\"font-weight: 600\">1 Dagsorden</div>", ""),
    ] {
        assert!(lines(heading, sheet).contains("Eva Ørum\n\n1 Dagsorden\nGodkendt."), "{heading}");
    }
    for (heading, sheet) in [
        ("<div class=\"pkt\">1 Dagsorden</div>", "<style>.pkt{font-weight:400}</style>"),
        (
            "<div class=\"pkt\" style=\"font-weight:normal\">1 Dagsorden</div>",
            "<style>.pkt{font-weight:700}</style>",
        ),
        ("<div class=\"pkt\">1 Dagsorden</div>", "<style>@media print{.pkt{font-weight:700}}</style>"),
    ] {
        assert!(lines(heading, sheet).contains("Eva Ørum\n1 Dagsorden\nGodkendt."), "{heading}");
    }
}
