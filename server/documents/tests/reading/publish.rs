//! A Word document that is published: what its package holds afterwards.

use std::io::{Cursor, Read};
use std::ops::Range;

use documents::{Held, Hindrance, Taken, published, read};
use zip::ZipArchive;

use super::office::{archive, docx};

fn text(bytes: &[u8]) -> String {
    read(bytes, "a.docx").expect("a document").expect("a whole one").text
}

/// All that the package holds, one part after the other.
fn whole(bytes: &[u8]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut all = String::new();
    for n in 0..zip.len() {
        let mut part = zip.by_index(n).expect("a part");
        all.push_str(&format!("\n== {}\n", part.name().expect("a name")));
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("memory");
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    all
}

/// Everything that looks like "010203-1234".
fn private(words: &str) -> Vec<Range<usize>> {
    words.match_indices("010203-1234").map(|(at, found)| at..at + found.len()).collect()
}

/// The copy of `bytes` without the passages `gone` of its text.
fn copy(bytes: &[u8], gone: &[&str]) -> (Vec<u8>, Taken) {
    let whole = text(bytes);
    let passage = |words: &&str| {
        let at = whole.find(words).expect("it stands there");
        (at, at + words.len(), String::new())
    };
    let held = Held { passages: gone.iter().map(passage).collect(), ..Held::default() };
    published(bytes, "a.docx", &held, &private).expect("Word").expect("a copy")
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn p(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

/// A package as Word makes it: with types and relations that name each other.
pub(crate) fn package(body: &str, parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"r\" xmlns:o=\"o\"";
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = format!("<w:document {w}><w:body>{body}</w:body></w:document>");
    let mut relations = String::new();
    let mut root =
        format!("<Relationship Id=\"r0\" Type=\"{base}/officeDocument\" Target=\"word/document.xml\"/>");
    let mut types = "<Override PartName=\"/word/document.xml\" ContentType=\"m\"/>".to_owned();
    let mut all: Vec<(String, String)> = Vec::new();
    for (n, (kind, name, inside)) in parts.iter().enumerate() {
        let relation =
            |target: &str| format!("<Relationship Id=\"x{n}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>");
        match name.strip_prefix("word/") {
            Some(target) => relations.push_str(&relation(target)),
            None => root.push_str(&relation(name)),
        }
        types.push_str(&format!("<Override PartName=\"/{name}\" ContentType=\"t\"/>"));
        let is_bare = inside.is_empty() || !inside.starts_with('<');
        let inside =
            if is_bare { (*inside).to_owned() } else { format!("<w:{kind} {w}>{inside}</w:{kind}>") };
        all.push(((*name).to_owned(), inside));
    }
    all.push(("word/document.xml".to_owned(), main));
    all.push((
        "word/_rels/document.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    all.push(("_rels/.rels".to_owned(), format!("<Relationships>{root}</Relationships>")));
    all.push(("[Content_Types].xml".to_owned(), format!("<Types>{types}</Types>")));
    let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&all)
}

#[test]
fn changes_on_record_are_accepted() {
    let ins = |inside: &str| format!("<w:ins w:id=\"1\" w:author=\"Bo Berg\">{inside}</w:ins>");
    let del = |words: &str| {
        format!("<w:del w:id=\"2\" w:author=\"Bo Berg\"><w:r><w:delText>{words}</w:delText></w:r></w:del>")
    };
    let ended = "<w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"Bo Berg\"/></w:rPr></w:pPr>";
    let bodies = [
        p(&format!("{}{}{}", run("Punkt "), del("en"), ins(&run("to")))),
        format!(
            "{}{}{}",
            p(&format!("{ended}{}", run("Første "))),
            p(&format!("{ended}{}", run("anden "))),
            p(&run("tredje."))
        ),
        format!("{}<w:p/>{}", p(&format!("{ended}{}", run("Første"))), p(&run("Sidst"))),
        format!(
            "<w:tbl><w:tr><w:trPr><w:del w:id=\"4\" w:author=\"Bo Berg\"/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:trPr>\
             <w:ins w:id=\"5\" w:author=\"Bo Berg\"/></w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>{}",
            p(&del("gammel")),
            p(&ins(&run("A"))),
            p(&run("B")),
            p("")
        ),
        p(&format!(
            "<w:pPr><w:jc w:val=\"left\"/><w:pPrChange w:id=\"6\" w:author=\"Bo Berg\"><w:pPr/></w:pPrChange></w:pPr>{}",
            run("Ord")
        )),
        format!(
            "<w:moveFromRangeStart w:id=\"7\" w:author=\"Bo Berg\" w:name=\"m\"/>{}<w:moveFromRangeEnd w:id=\"7\"/>{}",
            p(&format!(
                "<w:moveFrom w:id=\"8\" w:author=\"Bo Berg\">{}</w:moveFrom>{}",
                run("flyttet"),
                run("Her")
            )),
            p(&format!("<w:moveTo w:id=\"9\" w:author=\"Bo Berg\">{}</w:moveTo>", run("flyttet")))
        ),
    ];
    for body in bodies {
        let before = package(&body, &[]);
        let (after, taken) = copy(&before, &[]);
        assert_eq!(text(&after), text(&before), "{body}");
        let whole = whole(&after);
        assert!(!whole.contains("Bo Berg") && !whole.contains("delText"), "{whole}");
        assert!(taken.changes > 0, "{body}");
    }
}

#[test]
fn comments_hidden_words_and_properties_are_gone() {
    let body = format!(
        "{}{}{}",
        p(&format!(
            "<w:commentRangeStart w:id=\"0\"/>{}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>",
            run("Godkendt.")
        )),
        p(&format!("{}<w:r><w:rPr><w:vanish/></w:rPr><w:t> skjult mening</w:t></w:r>", run("Plan"))),
        p(
            "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>helt skjult</w:t></w:r>"
        ),
    );
    let comment =
        format!("<w:comment w:id=\"0\" w:author=\"Bo Berg\">{}</w:comment>", p(&run("er det lovligt?")));
    let settings = "<w:trackRevisions/><w:zoom w:percent=\"90\"/><w:docVars><w:docVar w:name=\"a\" w:val=\"hemmelig\"/></w:docVars>";
    let before = package(
        &body,
        &[
            ("comments", "word/comments.xml", &comment),
            ("people", "word/people.xml", "<w:person w:author=\"Bo Berg\"/>"),
            ("settings", "word/settings.xml", settings),
            ("customXml", "word/item1.xml", "<w:sag>hemmelig</w:sag>"),
            ("core-properties", "docProps/core.xml", "<w:creator>Bo Berg</w:creator>"),
            ("thumbnail", "docProps/thumbnail.jpeg", "side 1 som den var"),
            ("styles", "word/styles.xml", "<w:docDefaults/>"),
        ],
    );
    let (after, taken) = copy(&before, &[]);
    assert_eq!(text(&after), "Godkendt.\nPlan\n");
    let whole = whole(&after);
    for gone in [
        "Bo Berg",
        "lovligt",
        "skjult",
        "hemmelig",
        "side 1",
        "comment",
        "people",
        "docProps",
        "trackRevisions",
    ] {
        assert!(!whole.contains(gone), "{gone}: {whole}");
    }
    assert!(whole.contains("w:zoom") && whole.contains("docDefaults"), "{whole}");
    assert_eq!((taken.comments, taken.hidden), (1, 2));
    let read = read(&after, "a.docx").expect("Word").expect("whole");
    assert_eq!(read.asides, []);
}

#[test]
fn what_is_withheld_takes_its_pictures_sheets_and_notes_along() {
    let picture = |id: &str| format!("<w:r><w:drawing><a r:embed=\"{id}\"/></w:drawing></w:r>");
    let body = format!(
        "{}{}{}{}{}{}",
        p(&run("1. Køb (Lukket)")),
        p(&picture("x0")),
        p(&format!("{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>", run("Ejeren kræver 4 mio. kr."))),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Pris</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4 mio.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        p(&run("2. Plan")),
        p(&picture("x1")),
    );
    let notes = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p(&run("Skøde fra 1999")));
    let before = package(
        &body,
        &[
            ("image", "word/media/a.png", "billede af ejendommen"),
            ("image", "word/media/b.png", "billede af planen"),
            ("footnotes", "word/footnotes.xml", &notes),
        ],
    );
    let whole_text = text(&before);
    let from = whole_text.find("Ejeren").expect("it stands there");
    let to = whole_text.find("2. Plan").expect("it stands there");
    let held = Held {
        names: Vec::new(),
        passages: vec![(from, to, String::new())],
        closed: std::iter::once(0..to).collect(),
        ..Held::default()
    };
    let (after, taken) = published(&before, "a.docx", &held, &private).expect("Word").expect("a copy");
    assert_eq!(text(&after), "1. Køb (Lukket)\n2. Plan\n");
    let whole = whole(&after);
    for gone in ["Ejeren", "Pris", "Skøde", "ejendommen", "media/a.png"] {
        assert!(!whole.contains(gone), "{gone}: {whole}");
    }
    assert!(whole.contains("billede af planen"), "{whole}");
    assert_eq!((taken.pictures, taken.pictures_left), (1, 1));
}

#[test]
fn numbers_are_hidden_wherever_they_stand() {
    let body = format!(
        "{}{}<w:p><w:bookmarkStart w:id=\"1\" w:name=\"cpr_010203-1234\"/><w:r><w:instrText> HYPERLINK \"http://x.dk/010203-1234\"</w:instrText></w:r>{}<w:r><w:drawing descr=\"Brev fra 010203-1234\"/></w:r></w:p>",
        p(&format!("{}{}{}", run("Nummer 0102"), run("03-12"), run("34 og sag 21-014448."))),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t xml:space=\"preserve\">Bo  </w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space=\"preserve\">  010203-1234 </w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        run("Link"),
    );
    let header = p(&format!("{}{}", run("Vedr. 010203"), run("-1234")));
    let before = package(
        &body,
        &[("header", "word/header1.xml", &header), ("hyperlink", "word/media/010203-1234.txt", "x")],
    );
    let body_with = |text: &str| {
        text.match_indices("010203-1234").map(|(at, _)| (at, at + 11, "••••••-••••".to_owned())).collect()
    };
    let held = Held { passages: body_with(&text(&before)), ..Held::default() };
    let (after, taken) = published(&before, "a.docx", &held, &private).expect("Word").expect("a copy");
    assert_eq!(text(&after), "Nummer ••••••-•••• og sag 21-014448.\n\nBo\t••••••-••••\n\nLink\n");
    let whole = whole(&after);
    assert!(!whole.contains("010203") && !whole.contains("1234"), "{whole}");
    assert!(whole.contains("Brev fra xxxxxx-xxxx") && whole.contains("cpr_xxxxxx-xxxx"), "{whole}");
    assert!(taken.numbers >= 3, "{taken:?}");
}

#[test]
fn a_document_behind_a_picture_goes_and_the_picture_stays() {
    let body = p(&format!(
        "{}<w:r><w:object><v r:id=\"x1\"/><o:OLEObject r:id=\"x0\"/></w:object></w:r>",
        run("Se tabellen")
    ));
    let before = package(
        &body,
        &[("oleObject", "word/embeddings/ark.bin", "alle tal"), ("image", "word/media/a.emf", "billede")],
    );
    let (after, taken) = copy(&before, &[]);
    let whole = whole(&after);
    assert!(
        !whole.contains("alle tal") && !whole.contains("OLEObject") && whole.contains("billede"),
        "{whole}"
    );
    assert_eq!(taken.inside, 1);
}

#[test]
fn macros_and_documents_shown_inside_are_refused() {
    let macros = package(&p(&run("Ord")), &[("vbaProject", "word/vbaProject.bin", "makro")]);
    let held = Held::default();
    assert_eq!(published(&macros, "a.docm", &held, &private), Some(Err(Hindrance::Macros)));
    let read = documents::read(&macros, "a.docm").expect("a format that is read").expect("a document");
    assert_eq!(read.unread, [documents::Unread::Macros]);
    let inside = package(
        &format!("{}<w:altChunk r:id=\"x0\"/>", p(&run("Ord"))),
        &[("aFChunk", "word/brev.html", "tekst")],
    );
    let found = published(&inside, "a.docx", &held, &private);
    assert_eq!(found, Some(Err(Hindrance::Inside("brev.html".to_owned()))));
}

#[test]
fn what_needs_nothing_is_copied_as_it_is() {
    let before = docx(&p(&run("Byrådet")), &[("styles", "<w:docDefaults/>")]);
    let bare = archive(&[]);
    assert!(published(&bare, "a.docx", &Held::default(), &private).is_none());
    // A package without types of its parts is no document that Word opens.
    assert!(published(&before, "a.docx", &Held::default(), &private).expect("Word").is_err());
}

#[test]
fn a_title_goes_wherever_it_stands() {
    let title = "Køb af grund fra Karen Bruun";
    let body = format!(
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"Køb_grund_Karen_Bruun\"/>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
         <!-- ring til Karen -->{}{}<w:sectPr><w:headerReference r:id=\"x1\"/></w:sectPr>",
        run(&format!("2. {title} (Lukket)")),
        p(&run("3. Eventuelt")),
        p("<w:r><w:instrText>HYPERLINK \\l \"Køb_grund_Karen_Bruun\"</w:instrText></w:r>"),
    );
    let notes = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p(&run("Sælger: Karen")));
    let header = p(&format!("{}{}", run("Køb af grund fra"), run(" Karen Bruun")));
    let before = package(
        &body,
        &[("footnotes", "word/footnotes.xml", &notes), ("header", "word/header1.xml", &header)],
    );
    let whole_text = text(&before);
    let from = whole_text.find(title).expect("it stands there");
    let to = whole_text.find("3. ").expect("it stands there");
    let held = Held {
        names: Vec::new(),
        passages: vec![(from, from + title.len(), "Lukket punkt".to_owned())],
        titles: vec![title.to_owned()],
        closed: std::iter::once(0..to).collect(),
    };
    let (after, _) = published(&before, "a.docx", &held, &private).expect("Word").expect("a copy");
    assert!(text(&after).starts_with("2. Lukket punkt (Lukket)\n"), "{}", text(&after));
    let whole = whole(&after);
    assert!(!whole.contains("Karen") && whole.matches("Lukket_punkt_1").count() == 2, "{whole}");
    assert!(whole.contains("word/header1.xml"), "{whole}");
}

#[test]
fn a_number_in_the_name_of_a_style_is_hidden_wherever_it_is_named() {
    // A number, as the rules find it: no letter stands before it.
    let apart = |words: &str| -> Vec<Range<usize>> {
        let is_apart = |at: &usize| !words[..*at].ends_with(char::is_alphanumeric);
        private(words).into_iter().filter(|found| is_apart(&found.start)).collect()
    };
    for id in ["S010203-1234", "Brev010203-1234Tegn", "a010203-1234"] {
        let styles = format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"S 010203-1234\"/></w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"{id}\"/></w:style>"
        );
        let body = format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/></w:pPr>{}</w:p>", run("Godkendt."));
        let before = package(&body, &[("styles", "word/styles.xml", &styles)]);
        let (after, _) =
            published(&before, "a.docx", &Held::default(), &apart).expect("Word").expect("a copy");
        let whole = whole(&after);
        assert!(!whole.contains("010203-1234"), "{whole}");
        assert_eq!(whole.matches(&id.replace("010203-1234", "xxxxxx-xxxx")).count(), 3, "{whole}");
    }
}
