//! What nobody thinks of in a package that is published: comments and instructions in its source, notes of pictures.

use std::io::{Cursor, Read, Write};
use std::ops::Range;

use documents::{Held, Hindrance, published, read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::publish::package;

/// Everything that looks like "010203-1234".
fn private(words: &str) -> Vec<Range<usize>> {
    words.match_indices("010203-1234").map(|(at, found)| at..at + found.len()).collect()
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let n_parts = zip.len();
    let part = |n| {
        let mut part = zip.by_index(n).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("memory");
        (part.name().expect("a name").to_string(), bytes)
    };
    (0..n_parts).map(part).collect()
}

/// The package `bytes` with `more` before the last tag of the part `name`.
fn with(bytes: &[u8], name: &str, more: &str) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (part, mut inside) in parts(bytes) {
        if part == name {
            let at = inside.windows(2).rposition(|two| two == b"</").expect("a last tag");
            inside.splice(at..at, more.bytes());
        }
        out.start_file(part, SimpleFileOptions::default()).expect("a new part");
        out.write_all(&inside).expect("memory");
    }
    out.finish().expect("memory").into_inner()
}

/// A package with a part of each kind that is kept.
fn whole() -> Vec<u8> {
    let body = format!(
        "{}<w:p><w:r><w:t>Note</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:sectPr><w:headerReference r:id=\"x2\"/></w:sectPr>",
        p("Godkendt.")
    );
    let note = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p("Se bilaget."));
    package(
        &body,
        &[
            ("styles", "word/styles.xml", "<w:docDefaults/>"),
            ("settings", "word/settings.xml", "<w:zoom w:percent=\"90\"/>"),
            ("header", "word/header1.xml", &p("Referat")),
            ("footnotes", "word/footnotes.xml", &note),
            ("theme", "word/theme/theme1.xml", "<w:a/>"),
        ],
    )
}

#[test]
fn comments_and_instructions_go_from_every_part() {
    let before = whole();
    let names: Vec<String> = parts(&before).into_iter().map(|(name, _)| name).collect();
    assert!(names.len() > 7);
    for name in names {
        for more in
            ["<?sag 010203-1234?>", "<!-- 010203-1234 -->", "<?sag om Bo Berg?><!-- 010203-1234 --><?x?>"]
        {
            let planted = with(&before, &name, more);
            let told = read(&planted, "a.docx").expect("Word").expect("whole");
            assert!(told.asides.iter().any(|aside| aside.words.contains("010203-1234")), "{name} {more}");
            let copy = published(&planted, "a.docx", &Held::default(), &private).expect("Word");
            let (copy, _) = copy.unwrap_or_else(|fault| panic!("{name} {more}: {fault:?}"));
            for (part, inside) in parts(&copy) {
                let inside = String::from_utf8_lossy(&inside).into_owned();
                assert!(
                    !inside.contains("010203") && !inside.contains("Bo Berg"),
                    "{name} {more} {part}: {inside}"
                );
            }
        }
    }
}

#[test]
fn a_word_that_a_comment_divides_is_whole() {
    let before = package("<w:p><w:r><w:t>God<!-- a -->ken<?x y?>dt.</w:t></w:r></w:p>", &[]);
    assert_eq!(read(&before, "a.docx").expect("Word").expect("whole").text, "Godkendt.\n");
    let held = Held { passages: vec![(2, 4, "••".to_owned())], ..Held::default() };
    let (after, _) = published(&before, "a.docx", &held, &private).expect("Word").expect("a copy");
    assert_eq!(read(&after, "a.docx").expect("Word").expect("whole").text, "Go••endt.\n");
}

#[test]
fn what_is_left_anywhere_is_refused() {
    let found =
        |bytes: &[u8], held: &Held| published(bytes, "a.docx", held, &private).expect("Word").map(|_| ());
    let body = |inside: &str| package(&format!("{}<w:p>{inside}</w:p>", p("Godkendt.")), &[]);
    let left = Err(Hindrance::Left("word/document.xml".to_owned()));
    // An address of a language is no value that anything hides.
    let named = body("<w:r xmlns:q=\"urn:010203-1234\"><w:t>Note</w:t></w:r>");
    assert_eq!(found(&named, &Held::default()), left);
    let titled = body("<w:r xmlns:q=\"urn:koeb-af-grund:Køb af grund i Aaby\"><w:t>Note</w:t></w:r>");
    assert_eq!(found(&titled, &Held::default()), Ok(()));
    let held = Held { titles: vec!["Køb af grund i Aaby".to_owned()], ..Held::default() };
    assert_eq!(found(&titled, &held), left);
    // What is shown was weighed when it was read.
    assert_eq!(found(&body("<w:r><w:t>Ordre 010203-1234</w:t></w:r>"), &Held::default()), Ok(()));
}

#[test]
fn a_picture_with_a_number_in_its_notes_is_named() {
    let picture = |id: &str| format!("<w:p><w:r><w:drawing><blip r:embed=\"{id}\"/></w:drawing></w:r></w:p>");
    let before = package(
        &format!("{}{}{}", p("Godkendt."), picture("x0"), picture("x1")),
        &[
            ("image", "word/media/bro.jpeg", "skov og eng"),
            ("image", "word/media/a.jpeg", "cpr 010203-1234 bro"),
        ],
    );
    let found = published(&before, "a.docx", &Held::default(), &private);
    assert_eq!(found, Some(Err(Hindrance::Picture(2, "a.jpeg".to_owned()))));
}
