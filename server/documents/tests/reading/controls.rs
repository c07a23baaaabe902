//! Findings written into content controls and fields of a Word document.

use documents::Remark;

use super::annotate::{changed, copied, part, remark, run, text};
use super::office::docx;

fn control(properties: &str, content: &str) -> String {
    format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")
}

fn field(code: &str, result: &str) -> String {
    let sign = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let code = format!("<w:r><w:instrText> {code} </w:instrText></w:r>");
    format!("{}{code}{}{result}{}", sign("begin"), sign("separate"), sign("end"))
}

/// The body with a comment on "Mandag", in signs: [ and ] where it begins and ends, ^ its mark, elements that are asked about.
fn marked(body: &str) -> String {
    let copy = part(&changed(&docx(body, &[]), &[("Mandag", "Tirsdag")]), "word/document.xml");
    let signs = [
        ("commentRangeStart", "["),
        ("commentRangeEnd", "]"),
        ("commentReference", "^"),
        ("w:sdtContent", "{"),
        ("/w:sdtContent", "}"),
        ("w:fldSimple", "("),
        ("/w:fldSimple", ")"),
        ("w:p>", "<"),
        ("/w:p>", ">"),
    ];
    let (mut out, mut rest) = (String::new(), copy.as_str());
    while let Some((before, inner)) = rest.split_once('<') {
        out.push_str(before);
        let inside = inner.split_once('>').map_or(inner, |(tag, _)| tag);
        let tag = format!("{inside}>");
        let sign = signs
            .iter()
            .find(|(name, _)| tag.starts_with(name) || tag.trim_start_matches("w:").starts_with(name));
        out.push_str(sign.map_or("", |(_, sign)| sign));
        out.push_str(if tag.contains("w:fldCharType=\"end\"") { ")" } else { "" });
        rest = inner.split_once('>').map_or("", |(_, rest)| rest);
    }
    out.trim().to_owned()
}

#[test]
fn the_mark_of_a_comment_stands_where_no_reader_takes_it_for_words() {
    let words = || run("Mandag den");
    let second = || format!("<w:p>{}</w:p><w:p>{}</w:p>", run("Først"), run("Mandag den"));
    let cases = [
        // A control of plain text is one field.
        (
            format!("<w:p>{}{}</w:p>", run("Se "), control("<w:text/>", &words())),
            "<Se [{MandagTirsdag den}]^>",
        ),
        // In a rich one the words are told, and the mark is behind it.
        (format!("<w:p>{}{}</w:p>", run("Se "), control("", &words())), "<Se {[MandagTirsdag] den}^>"),
        // The first paragraph of a control, of a row and of a cell.
        (control("", &format!("<w:p>{}</w:p>", words())), "{<^[MandagTirsdag] den>}"),
        (control("", &second()), "{<Først><[MandagTirsdag]^ den>}"),
        (
            format!(
                "<w:tbl><w:tr>{}</w:tr></w:tbl>",
                control("", &format!("<w:tc><w:p>{}</w:p></w:tc>", words()))
            ),
            "{<^[MandagTirsdag] den>}",
        ),
        (
            control("", &format!("<w:p><w:pPr><w:keepNext/></w:pPr>{}</w:p>", words())),
            "{<^[MandagTirsdag] den>}",
        ),
        (format!("<w:p>{}{}</w:p>", field("REF dag", &words()), run(" nu")), "<[Mandag] den)^ nu>"),
        (
            format!("<w:p><w:fldSimple w:instr=\"REF dag\">{}</w:fldSimple></w:p>", words()),
            "<([Mandag] den)^>",
        ),
        (format!("<w:p>{}</w:p>", words()), "<[MandagTirsdag]^ den>"),
    ];
    for (body, expected) in cases {
        assert_eq!(marked(&body).replace(" REF dag ", ""), expected, "{body}");
    }
}

#[test]
fn words_that_come_from_elsewhere_are_remarked_and_not_changed() {
    let words = || run("Mandag den");
    let given = [
        "<w:dataBinding w:xpath=\"/a\"/><w:text/>",
        "<w:dropDownList/>",
        "<w:comboBox/>",
        "<w:date/>",
        "<w:showingPlcHdr/><w:text/>",
        "<w:lock w:val=\"sdtContentLocked\"/>",
        "<w:lock w:val=\"contentLocked\"/>",
    ];
    let fields = ["REF dag", "DATE", "IF 1 = 1", "MERGEFIELD dag"];
    let own =
        ["", "<w:text/>", "<w:richText/>", "<w:alias w:val=\"Dato\"/>", "<w:lock w:val=\"sdtLocked\"/>"];
    let controls = |all: &[&str]| -> Vec<String> { all.iter().map(|one| control(one, &words())).collect() };
    let fields = fields.iter().map(|code| field(code, &words()));
    let link = field("HYPERLINK \"http://eksempel.dk\"", &words());
    let bodies = |inner: Vec<String>| inner.into_iter().map(|inner| format!("<w:p>{inner}</w:p>"));
    for (body, n_expected) in bodies(controls(&given).into_iter().chain(fields).collect())
        .map(|body| (body, 0))
        .chain(bodies(controls(&own).into_iter().chain([link]).collect()).map(|body| (body, 1)))
    {
        let old = docx(&body, &[]);
        let whole = text(&old);
        let (new, n_changed) = copied(&old, &[remark(&whole, "Mandag", "Tirsdag")]);
        assert_eq!(n_changed, n_expected, "{body}");
        assert_eq!(text(&new).contains("Tirsdag"), n_expected == 1, "{body}");
        let told = part(&new, "word/comments.xml").contains("Skriv Tirsdag");
        assert_eq!(told, n_expected == 0, "{body}");
    }
}

#[test]
fn a_comment_over_two_controls_goes_around_both() {
    let body = format!(
        "<w:p>{}{}{}</w:p>",
        control("<w:text/>", &run("Mandag")),
        run(" den "),
        control("<w:text/>", &run("7. april"))
    );
    let old = docx(&body, &[]);
    let remark = Remark {
        start: 0,
        end: "Mandag den 7. april".len(),
        words: "Forkert dag".to_owned(),
        edits: Vec::new(),
        instead: String::new(),
    };
    let copy = part(&copied(&old, &[remark]).0, "word/document.xml");
    let at = |sign: &str| copy.find(sign).expect("it stands there");
    assert!(at("commentRangeStart") < at("<w:sdt>") && copy.rfind("</w:sdt>") < Some(at("commentRangeEnd")));
    assert!(at("commentRangeEnd") < at("commentReference"));
}

#[test]
fn what_lies_partly_in_a_field_is_changed_outside_it() {
    let given = |words: &str| field("REF pris", &run(words));
    for (before, behind, wrong, right) in [
        // Words are put in behind the field.
        ("Det koster 12.000", "kr. i alt", "12.000kr.", "12.000 kr."),
        // Only the second of two spaces can go.
        ("Byen ", " og havnen", "  ", " "),
        ("Havnen", " , byen", "Havnen ,", "Havnen,"),
    ] {
        let body = format!("<w:p>{}{}{}</w:p>", run("Se: "), given(before), run(behind));
        let whole = text(&docx(&body, &[]));
        let (copy, n) = copied(&docx(&body, &[]), &[remark(&whole, wrong, right)]);
        assert_eq!(n, 1, "{before}{behind}");
        assert_eq!(text(&copy), whole.replacen(wrong, right, 1), "{before}{behind}");
    }
    // What the field says is not the writer's to change: the comment tells.
    let body = format!("<w:p>{}{}</w:p>", run("Se "), given("12.000kr."));
    let whole = text(&docx(&body, &[]));
    let (copy, n) = copied(&docx(&body, &[]), &[remark(&whole, "12.000kr.", "12.000 kr.")]);
    assert_eq!((n, part(&copy, "word/comments.xml").contains("Skriv 12.000 kr.")), (0, true));
}

#[test]
fn two_spaces_in_a_cell_behind_a_label_are_kept() {
    let row = |label: &str, said: &str| {
        let cell = |words: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(words));
        format!("<w:tr>{}{}</w:tr>", cell(label), cell(said))
    };
    let said = ["Beboerne  har klaget over det.", " Taget til  efterretning."];
    let body = format!("<w:tbl>{}{}</w:tbl>", row("Sagsfremstilling", said[0]), row("Beslutning", said[1]));
    let whole = text(&docx(&body, &[]));
    assert!(whole.contains("\nBeboerne  har") && whole.contains("\nTaget til  efterretning."), "{whole}");
    for wrong in ["Beboerne  har", "til  efter"] {
        let right = wrong.replace("  ", " ");
        let (copy, n) = copied(&docx(&body, &[]), &[remark(&whole, wrong, &right)]);
        assert_eq!((n, text(&copy)), (1, whole.replacen(wrong, &right, 1)));
    }
}
