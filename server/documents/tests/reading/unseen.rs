//! Words that stand in a document and that nobody sees, in every format.

use documents::{Beside, Extracted, read};

use super::office::{docx, odt};

fn whole(bytes: &[u8], name: &str) -> Extracted {
    read(bytes, name).expect("known by its content").expect("whole")
}

/// The text without the lines between paragraphs, and what is hidden.
fn said(read: &Extracted) -> (String, Vec<&str>) {
    let hidden = read.asides.iter().filter(|aside| aside.beside == Beside::Hidden);
    (read.text.replace("\n\n", "\n"), hidden.map(|aside| aside.words.as_str()).collect())
}

fn run(looks: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{looks}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

const WHITE: &str = "<w:color w:val=\"FFFFFF\"/>";

#[test]
fn white_and_tiny_words_of_word_are_hidden() {
    for looks in
        [WHITE, "<w:sz w:val=\"2\"/>", "<w:shd w:val=\"clear\" w:fill=\"auto\"/><w:color w:val=\"ffffff\"/>"]
    {
        let body = format!("<w:p>{}{}</w:p>", run("", "Godkendt."), run(looks, " Hanne Holm"));
        let read = whole(&docx(&body, &[]), "a.docx");
        assert_eq!(said(&read), ("Godkendt.\n".to_owned(), vec![" Hanne Holm"]), "{looks}");
    }
}

#[test]
fn white_words_on_a_ground_and_small_print_are_shown() {
    let white = run(WHITE, "Beslutning");
    let shaded = "<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>";
    let styles = format!("<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:pPr>{shaded}</w:pPr></w:style>");
    for body in [
        format!("<w:tbl><w:tr><w:tc><w:p>{white}</w:p></w:tc></w:tr></w:tbl>"),
        format!("<w:p><w:pPr>{shaded}</w:pPr>{white}</w:p>"),
        format!("<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>{white}</w:p>"),
        format!("<w:p>{}</w:p>", run(&format!("{WHITE}<w:highlight w:val=\"black\"/>"), "Beslutning")),
        format!("<w:p>{}</w:p>", run("<w:sz w:val=\"8\"/>", "Beslutning")),
    ] {
        let read = whole(&docx(&body, &[("styles", &styles)]), "a.docx");
        assert_eq!(said(&read), ("Beslutning\n".to_owned(), vec![]), "{body}");
    }
}

#[test]
fn the_same_holds_for_libreoffice() {
    let styles = "<style:style style:name=\"W\"><style:text-properties fo:color=\"#ffffff\"/></style:style>\
        <style:style style:name=\"S\"><style:text-properties fo:font-size=\"1pt\"/></style:style>\
        <style:style style:name=\"B\"><style:text-properties fo:color=\"#000000\"/></style:style>\
        <style:style style:name=\"G\"><style:paragraph-properties fo:background-color=\"#002060\"/></style:style>";
    let span = |style: &str| format!("<text:span text:style-name=\"{style}\">Hanne Holm</text:span>");
    let hidden = "<text:hidden-paragraph text:is-hidden=\"true\"/>";
    for paragraph in [
        format!("<text:p>{}</text:p>", span("W")),
        format!("<text:p>{}</text:p>", span("S")),
        "<text:p text:style-name=\"W\">Hanne Holm</text:p>".to_owned(),
        format!("<text:p>Hanne Holm{hidden}</text:p>"),
    ] {
        let read = whole(&odt(styles, &format!("<text:p>Godkendt.</text:p>{paragraph}"), ""), "a.odt");
        assert_eq!(said(&read), ("Godkendt.\n".to_owned(), vec!["Hanne Holm"]), "{paragraph}");
    }
    for paragraph in [
        format!("<text:p text:style-name=\"G\">{}</text:p>", span("W")),
        format!("<text:p text:style-name=\"W\">{}</text:p>", span("B")),
    ] {
        let read = whole(&odt(styles, &paragraph, ""), "a.odt");
        assert_eq!(said(&read), ("Hanne Holm\n".to_owned(), vec![]), "{paragraph}");
    }
}

#[test]
fn the_same_holds_for_web_pages() {
    let page = |words: &str| whole(format!("<!doctype html><p>Godkendt.{words}").as_bytes(), "a.html");
    for style in ["color: #FFF", "font-size:1px", "font-size: 1pt", "position:absolute; left:-9999px"] {
        let read = page(&format!("<p style='{style}'>Hanne Holm"));
        assert_eq!(said(&read), ("Godkendt.\n".to_owned(), vec!["Hanne Holm"]), "{style}");
    }
    for words in [
        "<p style='color:#fff;background:#036'>Hanne Holm",
        "<div bgcolor='#003366'><p style='color:white'>Hanne Holm</div>",
        "<div style='font-size:0'><p style='font-size:14px'>Hanne Holm</div>",
        "<style>.b {background: navy}</style><p class='b' style='color:white'>Hanne Holm",
        "<p style='text-indent:-18px'>Hanne Holm",
    ] {
        assert_eq!(said(&page(words)), ("Godkendt.\nHanne Holm\n".to_owned(), vec![]), "{words}");
    }
}

#[test]
fn what_a_sheet_of_the_page_hides_is_no_text() {
    let page = |head: &str, words: &str| {
        let page = format!("<!doctype html><style>{head}</style><p>Godkendt.</p>{words}<p>Udsat.");
        whole(page.as_bytes(), "a.html")
    };
    let folded = |read: &Extracted| -> Vec<String> {
        let folded = read.asides.iter().filter(|aside| aside.beside == Beside::Folded);
        folded.map(|aside| aside.words.clone()).collect()
    };
    let words = "<div class='a skjult' id=x><p>Hanne Holm</div>";
    for head in
        [".skjult{display:none}", "#x { visibility : hidden }", "p{color:red} .b,.a{display:none!important}"]
    {
        // Panels of a page are hidden so, and that is nobody's secret.
        let read = page(head, words);
        assert_eq!(said(&read), ("Godkendt.\nUdsat.\n".to_owned(), vec![]), "{head}");
        assert_eq!(folded(&read), ["Hanne Holm"], "{head}");
    }
    let shown = "Godkendt.\nHanne Holm\nUdsat.\n";
    for head in [".skjult p b{display:none}", ".a{display:none} .a.skjult{display:block}", ".c{display:none}"]
    {
        assert_eq!(said(&page(head, words)), (shown.to_owned(), vec![]), "{head}");
    }
    for words in [
        "<button aria-controls=x>Vis</button><div id=x class=skjult><p>Hanne Holm</div>",
        "<div class=skjult style='display:block'><p>Hanne Holm</div>",
        "<div class=skjult><p>Hanne Holm</div><script>let all = document.querySelectorAll('.skjult')</script>",
        "<div class=skjult><p>Hanne Holm</div><script src='side.js'></script>",
    ] {
        let read = page(".skjult{display:none}", words);
        assert_eq!(said(&read), (shown.to_owned(), vec![]), "{words}");
    }
    // What hides nearly all of itself shows it in some way.
    let long = "Bestyrelsen drøftede sagen om den nye bro ved havnen. ".repeat(20);
    let read = page(".skjult{display:none}", &format!("<div class=skjult><p>{long}</div>"));
    assert!(read.text.contains("den nye bro"), "{}", read.text);
}

#[cfg(feature = "pdf")]
mod pages {
    use super::said;
    use crate::pages::{Page, extracted, pdf};
    use documents::{Beside, read};

    fn page(painted: &str) -> Page {
        Page { painted: format!("BT /F 10 Tf 60 700 Td (Sagen blev godkendt.) Tj ET\n{painted}"), more: "" }
    }

    #[test]
    fn tiny_words_and_words_off_the_page_are_hidden() {
        for painted in [
            "BT /F 1 Tf 60 600 Td (Hanne) Tj ET",
            "BT /F 10 Tf 60 -200 Td (Hanne) Tj ET",
            "BT /F 10 Tf -300 600 Td (Hanne) Tj ET",
        ] {
            let read = extracted(&[page(painted)], &[], "").expect("a document");
            assert_eq!(said(&read), ("Sagen blev godkendt.\n".to_owned(), vec!["Hanne"]), "{painted}");
        }
        // A line that is too long for its page, and the print of a note.
        for painted in ["BT /F 10 Tf 590 700 Td (Hanne) Tj ET", "BT /F 4 Tf 60 600 Td (Hanne) Tj ET"] {
            let read = extracted(&[page(painted)], &[], "").expect("a document");
            assert!(read.text.contains("Hanne") && said(&read).1.is_empty(), "{painted}: {}", read.text);
        }
    }

    #[test]
    fn what_lies_in_a_layer_that_is_off_is_hidden() {
        let layers = ["<</Type /OCG /Name (Tekst)>>", "<</Type /OCG /Name (Noter)>>"];
        let rule = |how: &str| format!("<</Type /OCMD /OCGs [10 0 R 11 0 R] {how}>>");
        let resources = "/Resources <</Font <</F 3 0 R>> /Properties <</A 10 0 R /B 11 0 R /C 12 0 R>>>>";
        let painted = |layer: &str| {
            let words = "/Span <</MCID 3>> BDC BT /F 10 Tf 60 600 Td (Hanne) Tj ET EMC";
            let page = page(&format!("/OC /{layer} BDC {words} EMC\nBT /F 10 Tf 60 560 Td (Udsat.) Tj ET"));
            Page { more: resources, ..page }
        };
        let off = "/OCProperties <</OCGs [10 0 R 11 0 R] /D <</OFF [11 0 R]>>>>";
        let base = "/OCProperties <</OCGs [10 0 R 11 0 R] /D <</BaseState /OFF /ON [10 0 R]>>>>";
        for (layer, how, root, is_hidden) in [
            ("B", "", off, true),
            ("B", "", base, true),
            ("C", "/P /AllOn", off, true),
            ("A", "", off, false),
            ("A", "", base, false),
            ("C", "", off, false),
            ("C", "/P /AnyOff", off, false),
            ("C", "/P /AllOn /VE [/Not 11 0 R]", off, false),
            ("B", "", "", false),
        ] {
            let rule = rule(how);
            let read =
                extracted(&[painted(layer)], &[layers[0], layers[1], &rule], root).expect("a document");
            assert_eq!(said(&read).1.len(), usize::from(is_hidden), "{layer} {how} {root}: {}", read.text);
            assert_eq!(read.text.contains("Hanne"), !is_hidden, "{layer} {how} {root}");
            assert!(read.text.contains("Udsat."), "{}", read.text);
        }
    }

    /// `first` with `object` as its object 101, which is what its page paints, saved behind it.
    fn changed(first: &[u8], object: &str) -> Vec<u8> {
        let before = String::from_utf8_lossy(first);
        let table =
            before.rsplit("startxref").next().and_then(|end| end.split_whitespace().next()).expect("a table");
        let mut new = first.to_vec();
        let at = new.len();
        new.extend(format!("101 0 obj\n{object}\nendobj\n").bytes());
        let end = new.len();
        let trailer = format!("trailer\n<</Size 1000 /Root 1 0 R /Prev {table}>>\nstartxref\n{end}\n%%EOF\n");
        new.extend(format!("xref\n101 1\n{at:010} 00000 n \n{trailer}").bytes());
        new
    }

    #[test]
    fn what_was_taken_out_of_a_page_is_told_while_the_file_holds_it() {
        let painted = "BT /F 10 Tf 60 700 Td (Sagen blev godkendt.) Tj ET";
        let object = format!("<</Length {}>>\nstream\n{painted}\nendstream", painted.len());
        for (words, told) in [("Hanne Holm, 010190-1234", 1), ("Hanne Holm", 0), ("Sagen blev godkendt.", 0)]
        {
            let first = pdf(&[Page::new(&[(60, 700, words), (60, 660, "Sagen er ny.")])], &[], "");
            let read = read(&changed(&first, &object), "a.pdf").expect("a document").expect("whole");
            let data = read.asides.iter().filter(|aside| aside.beside == Beside::Data);
            let data: Vec<&str> = data.map(|aside| aside.words.as_str()).collect();
            assert_eq!(read.text, "Sagen blev godkendt.\n");
            assert_eq!(data.len(), told, "{words}: {data:?}");
            assert!(data.iter().all(|found| found.contains(words)), "{data:?}");
        }
    }
}
