//! Pages of Word documents that no program has noted.

use super::docx::{extracted, p};

/// On which page each of `words` is said to stand.
fn pages<const N: usize>(body: &str, words: [&str; N]) -> [Option<u32>; N] {
    let read = extracted(body, &[]);
    words.map(|words| {
        let at = read.text.find(words).unwrap_or_else(|| panic!("{words:?} in {}", read.text));
        read.place(at).and_then(|place| place.page)
    })
}

const BREAK: &str = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

#[test]
fn new_pages_that_are_asked_for_are_counted() {
    let body = [&p("", "Et"), BREAK, &p("", "To"), &p("<w:pageBreakBefore/>", "Tre")].concat();
    assert_eq!(pages(&body, ["Et", "To", "Tre"]), [Some(1), Some(2), Some(3)]);
    let within = "<w:p><w:r><w:t>Et</w:t><w:br w:type=\"page\"/><w:t>To</w:t></w:r></w:p>";
    assert_eq!(
        pages(&format!("{within}{}", p("", "Mere")), ["Et", "To", "Mere"]),
        [Some(1), Some(2), Some(2)]
    );
    let section = p("<w:sectPr/>", "Forside");
    assert_eq!(
        pages(&[&section, &p("", "To"), BREAK, &p("", "Tre")].concat(), ["Forside", "To", "Tre"]),
        [Some(1), Some(2), Some(3)]
    );
    // Nothing stands before the first.
    assert_eq!(pages(&p("<w:pageBreakBefore/>", "Et"), ["Et"]), [Some(1)]);
}

#[test]
fn where_a_page_may_have_ended_before_none_is_told() {
    let long = (0..40).map(|n| p("", &format!("Linje {n}"))).collect::<String>();
    assert_eq!(pages(&[&long, BREAK, &p("", "Slut")].concat(), ["Linje 1", "Slut"]), [Some(1), None]);
    let picture = "<w:p><w:r><w:drawing/></w:r></w:p>";
    assert_eq!(
        pages(&[&p("", "Et"), picture, BREAK, &p("", "Slut")].concat(), ["Et", "Slut"]),
        [Some(1), None]
    );
    let odd = p("<w:sectPr><w:type w:val=\"oddPage\"/></w:sectPr>", "Et");
    assert_eq!(pages(&[odd, p("<w:pageBreakBefore/>", "Slut")].concat(), ["Et", "Slut"]), [Some(1), None]);
    assert_eq!(pages(&p("", "Et"), ["Et"]), [None]);
}
