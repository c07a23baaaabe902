//! Findings back in a Word document: comments and tracked changes.

use std::io::{Cursor, Read};

use documents::{Remark, annotated, read};
use zip::ZipArchive;

use super::office::docx;

const DATE: &str = "2026-04-07T10:00:00Z";

pub(super) fn text(bytes: &[u8]) -> String {
    read(bytes, "a.docx").expect("a document").expect("a whole one").text
}

pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

/// The document with `wrong` made `right` wherever it stands, and a comment on each.
pub(super) fn changed(bytes: &[u8], changes: &[(&str, &str)]) -> Vec<u8> {
    let whole = text(bytes);
    let remark = |(wrong, right): &(&str, &str)| {
        let start = whole.find(wrong).expect("it stands there");
        let end = start + wrong.len();
        Remark {
            start,
            end,
            words: format!("Skriv {right} & ikke\nandet"),
            edits: vec![(start, end, (*right).to_owned())],
            instead: "Det kan ikke rettes her".to_owned(),
        }
    };
    let remarks: Vec<Remark> = changes.iter().map(remark).collect();
    copied(bytes, &remarks).0
}

/// The copy with `remarks`, and how many of them have changed it.
pub(super) fn copied(bytes: &[u8], remarks: &[Remark]) -> (Vec<u8>, usize) {
    annotated(bytes, "a.docx", remarks, DATE).expect("Word").expect("a whole document")
}

/// A remark that makes `wrong` `right` where it stands in `whole`.
pub(super) fn remark(whole: &str, wrong: &str, right: &str) -> Remark {
    let start = whole.find(wrong).expect("it stands there");
    let edits = vec![(start, start + wrong.len(), right.to_owned())];
    let instead = format!("Skriv {right}");
    Remark { start, end: start + wrong.len(), words: "Se her".to_owned(), edits, instead }
}

/// The body as it is when what the program changed is rejected.
fn rejected(bytes: &[u8]) -> Vec<u8> {
    let mut body = part(bytes, "word/document.xml");
    let (ins, del) = ("<w:ins w:id=\"", "<w:del w:id=\"");
    let mut from = 0;
    while let Some(at) = body[from..].find(ins).map(|at| from + at) {
        let tag = &body[at..at + body[at..].find('>').expect("it ends")];
        let end = at + body[at..].find("</w:ins>").expect("it ends") + "</w:ins>".len();
        if tag.contains("\"referent\"") { body.replace_range(at..end, "") } else { from = at + 1 }
    }
    from = 0;
    while let Some(at) = body[from..].find(del).map(|at| from + at) {
        let tag_end = at + body[at..].find('>').expect("it ends") + 1;
        let end = at + body[at..].find("</w:del>").expect("it ends");
        if body[at..tag_end].contains("\"referent\"") {
            let inside = body[tag_end..end].replace("w:delText", "w:t");
            body.replace_range(at..end + "</w:del>".len(), &inside);
        }
        from = at + 1;
    }
    let inside = body.split_once("<w:body>").and_then(|(_, rest)| rest.split_once("</w:body>"));
    docx(inside.expect("a body").0, &[])
}

pub(super) fn run(words: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[test]
fn accepted_it_is_the_mended_text_and_rejected_the_old() {
    let bodies = [
        format!("<w:p>{}</w:p>", run("Mandag den 5. april &amp; onsdag")),
        format!("<w:p>{}{}{}</w:p>", run("Man"), run("dag den"), run(" 5. april")),
        format!(
            "<w:p><w:ins w:id=\"5\" w:author=\"Bo\">{}</w:ins><w:del w:id=\"6\" w:author=\"Bo\"><w:r><w:delText>x</w:delText></w:r></w:del>{}</w:p>",
            run("Den Mandag "),
            run("den 5. april")
        ),
        format!(
            "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
            run("Dato"),
            run("Mandag den 5. april")
        ),
        "<w:p><w:hyperlink><w:r><w:tab/><w:t>Mandag</w:t><w:br/><w:t>den</w:t></w:r></w:hyperlink></w:p>"
            .to_owned(),
        format!(
            "<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>",
            run("Mandag den")
        ),
    ];
    for body in bodies {
        let old = docx(&body, &[]);
        let new = changed(&old, &[("Mandag", "Tirsdag"), ("den", "d.")]);
        let expected = text(&old).replacen("Mandag", "Tirsdag", 1).replacen("den", "d.", 1);
        assert_eq!(text(&new), expected, "{body}");
        assert_eq!(text(&rejected(&new)), text(&old), "{body}");
        let comments = part(&new, "word/comments.xml");
        assert_eq!(comments.matches("<w:comment ").count(), 2, "{comments}");
        assert!(comments.contains("Skriv Tirsdag &amp; ikke</w:t>"));
        let written = part(&new, "word/document.xml");
        for mark in ["<w:commentRangeStart ", "<w:commentRangeEnd ", "<w:commentReference "] {
            assert_eq!(written.matches(mark).count(), 2, "{mark} {written}");
        }
    }
}

#[test]
fn what_cannot_be_changed_where_it_stands_is_remarked() {
    let boxed = format!(
        "<w:p>{}<w:r><w:drawing><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:drawing></w:r></w:p>",
        run("Først"),
        run("Mandag den")
    );
    let field = format!("<w:p><w:fldSimple w:instr=\"DATE\">{}</w:fldSimple></w:p>", run("Mandag den"));
    let moved = format!("<w:p><w:moveTo w:id=\"3\" w:author=\"Bo\">{}</w:moveTo></w:p>", run("Mandag den"));
    for body in [boxed, field, moved] {
        let old = docx(&body, &[]);
        let new = changed(&old, &[("Mandag", "Tirsdag")]);
        assert_eq!(text(&new), text(&old), "{body}");
        assert!(part(&new, "word/document.xml").contains("commentRangeStart"), "{body}");
    }
}

#[test]
fn a_space_beside_words_that_another_took_out_stays() {
    let mark = "<w:bookmarkStart w:id=\"4\" w:name=\"a\"/>";
    let gone = "<w:del w:id=\"5\" w:author=\"Bo\"><w:r><w:delText>to</w:delText></w:r></w:del>";
    let body = format!("<w:p>{}{mark}{gone}{}</w:p>", run("Bussen har "), run(" tre døre og  bænke."));
    let bytes = docx(&body, &[]);
    let copy = part(&changed(&bytes, &[("  bænke", " bænke")]), "word/document.xml");
    assert!(copy.contains("\"referent\""), "{copy}");
    let at = text(&bytes).find("  tre").expect("two spaces");
    for (from, to, words) in [(at, at + 1, ""), (at + 1, at + 2, ""), (at, at + 2, " ")] {
        let edits = vec![(from, to, words.to_owned())];
        let words = "Et mellemrum".to_owned();
        let remark = Remark { start: at, end: at + 2, words, edits, instead: String::new() };
        let (copy, n_changed) = copied(&bytes, &[remark]);
        assert_eq!(n_changed, 0);
        let copy = part(&copy, "word/document.xml");
        assert!(copy.contains("commentReference") && !copy.contains("\"referent\""), "{from}: {copy}");
    }
}

#[test]
fn comments_that_are_there_stay_and_other_parts_are_untouched() {
    let body =
        format!("<w:p>{}<w:r><w:commentReference w:id=\"7\"/></w:r></w:p>", run("Mandag den 5. april"));
    let others = [
        (
            "comments",
            "<w:comment w:id=\"7\" w:author=\"Bo\"><w:p><w:r><w:t>Se her</w:t></w:r></w:p></w:comment>",
        ),
        ("styles", "<w:style w:styleId=\"a\"/>"),
    ];
    let old = docx(&body, &others);
    let new = changed(&old, &[("Mandag", "Tirsdag")]);
    let comments = part(&new, "word/comments.xml");
    assert!(
        comments.contains("Se her") && comments.contains("w:id=\"8\"") && comments.contains("Tirsdag"),
        "{comments}"
    );
    let mut before = ZipArchive::new(Cursor::new(old.as_slice())).expect("an archive");
    for n in 0..before.len() {
        let name = before.by_index(n).expect("a part").name().expect("a name").to_string();
        if !matches!(name.as_str(), "word/document.xml" | "word/comments.xml") {
            assert_eq!(part(&old, &name), part(&new, &name), "{name}");
        }
    }
}

#[test]
fn other_formats_take_no_comments() {
    assert_eq!(annotated(b"<!doctype html><p>Godkendt.", "a.html", &[], DATE), None);
}

#[test]
fn a_change_of_the_look_that_is_cut_in_two_is_two() {
    let changed_look = "<w:rPr><w:b/><w:rPrChange w:id=\"7\" w:author=\"Bo\"><w:rPr/></w:rPrChange></w:rPr>";
    let body = format!("<w:p><w:r>{changed_look}<w:t>Den Mandag kom.</w:t></w:r></w:p>");
    let copy = part(&changed(&docx(&body, &[]), &[("Mandag", "mandag")]), "word/document.xml");
    let ids: Vec<&str> = copy.split(" w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let changes = copy.matches("<w:rPrChange ").count();
    let of_comment = ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).count();
    assert!(changes > 1 && copy.contains("w:id=\"7\""), "{copy}");
    // The number of a comment stands at its beginning, its end and its mark.
    assert_eq!(of_comment, 3, "{copy}");
}

#[test]
fn words_behind_a_label_are_marked_in_their_cell() {
    let row = |label: &str, value: &str| {
        format!("<w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>", run(label), run(value))
    };
    let body =
        format!("<w:tbl>{}{}</w:tbl>", row("Dato:", "Onsdag den 7. april 2026"), row("Sted:", "Skolen"));
    let before = docx(&body, &[]);
    assert_eq!(text(&before), "Dato: Onsdag den 7. april 2026\nSted: Skolen\n");
    let copy = changed(&before, &[("Onsdag", "Tirsdag")]);
    assert_eq!(text(&copy), "Dato: Tirsdag den 7. april 2026\nSted: Skolen\n");
    assert_eq!(text(&rejected(&copy)), text(&before));
    let body = part(&copy, "word/document.xml");
    let marked =
        body.split_once("<w:commentRangeStart").and_then(|(_, rest)| rest.split_once("<w:commentRangeEnd"));
    assert!(marked.expect("a comment").0.contains("Onsdag") && body.contains(">Dato:<"), "{body}");
}

#[test]
fn changes_that_adjoin_are_all_made() {
    let body = format!(
        "<w:p>{}<w:ins w:id=\"5\" w:author=\"Bo\">{}</w:ins></w:p>",
        run("Tilbudene  er  åbnet, i alt 1 kr "),
        run(" incl. moms")
    );
    let old = docx(&body, &[]);
    let whole = text(&old);
    let remarks = [
        remark(&whole, "Tilbudene", "Tilbuddene"),
        remark(&whole, "  ", " "),
        remark(&whole, "er  ", "er "),
        remark(&whole, "kr", "kr."),
        remark(&whole, "  incl", " incl"),
        remark(&whole, "moms", "moms."),
    ];
    let (new, n_changed) = copied(&old, &remarks);
    assert_eq!(n_changed, 6);
    assert_eq!(text(&new), "Tilbuddene er åbnet, i alt 1 kr. incl. moms.\n");
    assert_eq!(text(&rejected(&new)), whole);
    // Of two that change the same words, one is made.
    let (new, n_changed) =
        copied(&old, &[remark(&whole, "Tilbudene", "Tilbuddene"), remark(&whole, "ene  ", "ene ")]);
    assert_eq!((n_changed, text(&new)), (1, whole.replacen("Tilbudene", "Tilbuddene", 1)));
}

#[test]
fn what_cannot_be_changed_is_not_counted_and_says_what_to_write() {
    let field = format!("<w:fldSimple w:instr=\"DATE\">{}</w:fldSimple>", run("Mandag"));
    let old = docx(&format!("<w:p>{field}{}</w:p>", run(" den 5 april")), &[]);
    let whole = text(&old);
    let (new, n_changed) =
        copied(&old, &[remark(&whole, "Mandag", "Tirsdag"), remark(&whole, "5 april", "5. april")]);
    assert_eq!((n_changed, text(&new).as_str()), (1, "Mandag den 5. april\n"));
    let comments = part(&new, "word/comments.xml");
    assert!(comments.contains("Skriv Tirsdag") && !comments.contains("Skriv 5. april"), "{comments}");
}

#[test]
fn the_tag_of_a_run_stays() {
    let drawing = "<w:drawing><a:graphic/></w:drawing>";
    let text_of = |words: &str| format!("<w:t xml:space=\"preserve\">{words}</w:t>");
    for tag in
        ["<w:r xmlns:a=\"urn:a\" w:rsidR=\"00AB\">", "<w:r xmlns:a='urn:a'>", "<w:r\n xmlns:a=\"urn:a\" >"]
    {
        let body =
            format!("<w:p>{tag}{}{drawing}{}</w:r></w:p>", text_of("Mandag den "), text_of("5. april"));
        let old = docx(&body, &[]);
        let new = changed(&old, &[("Mandag", "Tirsdag"), ("april", "maj")]);
        let written = part(&new, "word/document.xml");
        assert!(roxmltree::Document::parse(&written).is_ok(), "{written}");
        assert_eq!(text(&new), "Tirsdag den 5. maj\n");
        assert_eq!(text(&rejected(&new)), text(&old));
    }
}

#[test]
fn a_change_that_a_comment_cuts_in_two_is_two() {
    let old = docx(&format!("<w:p>{}</w:p>", run("Mandag den 5. april kl. 17")), &[]);
    let whole = text(&old);
    let mut long = remark(&whole, "den 5. april", "d. 6. maj");
    (long.start, long.end) = (0, whole.find("5.").expect("it stands there"));
    let (new, n_changed) = copied(&old, &[long, remark(&whole, "17", "18")]);
    assert_eq!((n_changed, text(&new).as_str()), (2, "Mandag d. 6. maj kl. 18\n"));
    assert_eq!(text(&rejected(&new)), whole);
    let written = part(&new, "word/document.xml");
    let ids = |tag: &str| -> Vec<String> {
        let found = written.split(tag).skip(1).filter_map(|rest| rest.split('"').next());
        found.map(str::to_owned).collect()
    };
    let mut all =
        [ids("<w:del w:id=\""), ids("<w:ins w:id=\""), ids("<w:commentRangeStart w:id=\"")].concat();
    let n = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!((n, all.len()), (7, 7), "{written}");
}
