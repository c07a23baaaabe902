//! What each line is by its own words.

use super::block;
use crate::block::Flag;
use crate::class::Class;
use crate::vocabulary::{Label, SectionKind, Vocabulary};

fn class(line: &str) -> Class {
    block(line, 0, Vocabulary::common()).class
}

fn kind(line: &str) -> Option<SectionKind> {
    match class(line) {
        Class::Section(id) => Some(Vocabulary::common().title_of(id).kind),
        Class::Decision => Some(SectionKind::Decision),
        _ => None,
    }
}

#[test]
fn a_block_takes_the_blank_lines_after_it() {
    let text = "Resume\r\n\u{a0}\r\n\r\nSagen";
    let block = block(text, 0, Vocabulary::common());
    assert_eq!((u32::from(block.len), block.is(Flag::BlankAfter)), (14, true));
}

#[test]
fn headings_are_known_in_every_dress() {
    for line in [
        "Indstilling",
        "INDSTILLING",
        "Indstilling:",
        "### Indstilling",
        "**Indstilling**",
        "Indstilling\n-----------",
    ] {
        assert_eq!(kind(line), Some(SectionKind::Recommendation), "{line}");
    }
    assert_eq!(kind("Beslutning i Kulturudvalget den 08-03-2021"), Some(SectionKind::Decision));
}

#[test]
fn a_heading_in_a_list_or_in_small_letters_is_text() {
    assert_eq!(class("- Økonomi"), Class::Text);
    assert_eq!(class("økonomi"), Class::Text);
}

#[test]
fn item_headings_are_seen_with_their_number() {
    let number = |line| block(line, 0, Vocabulary::common()).numbering.map(|numbering| numbering.value);
    assert_eq!(number("Punkt 66 Godkendelse af dagsorden"), Some(66));
    assert_eq!(number("## Punkt 3: Budget"), Some(3));
    assert_eq!(number("Pkt. 7"), Some(7));
    assert_eq!(number("Nr.4 - Budget"), Some(4));
    assert_eq!(class("Sag nr. 12"), Class::ItemBelow(12));
    assert_eq!(number("Punkterne 1 og 2 blev godkendt"), None);
    assert_eq!(number("Punkt 16 kommuneplan"), Some(16));
}

#[test]
fn closed_marks_are_seen() {
    let closed = |line: &str| block(line, 0, Vocabulary::common()).is(Flag::Closed);
    for line in [
        "Punkt 75 Overenskomst (Lukket)",
        "Punkt 4: Lukket: Orientering",
        "LUKKET PUNKT: Køb",
        "5. Køb - LUKKET SAG",
    ] {
        assert!(closed(line), "{line}");
    }
    assert!(!closed("Punkt 9: Skolen lukkes"));
    assert!(!closed("Orientering om et lukket anlæg"));
}

#[test]
fn what_a_page_prints_around_the_text_is_set_aside() {
    assert_eq!(class("Se alle bilag"), Class::Furniture);
    assert_eq!(class("Side 3 af 7"), Class::Furniture);
    assert_eq!(class("Godkendelse af dagsorden.....\t3"), Class::ContentsEntry);
    assert_eq!(class("Mødested: Rådhuset"), Class::Label(Label::Place));
    assert_eq!(class("\tJuli\tAugust"), Class::Table);
    assert_eq!(class("Mødested:\t\tRådhuset"), Class::Label(Label::Place));
    assert_eq!(class("Sted:\tAntal\tPris"), Class::Table);
    assert_eq!(class("Sted\tAntal"), Class::Table);
    assert_eq!(class("<!-- referent: ignore -->"), Class::Comment);
    assert_eq!(class("---\ntitel: Referat\n---\n"), Class::Comment);
    assert_eq!(class("```\n## 3. Nej\n```\n"), Class::Code);
}

#[test]
fn at_lines_are_seen() {
    assert_eq!(class("1. at planen godkendes"), Class::At);
    assert_eq!(class("At planen godkendes."), Class::At);
    assert_eq!(class("Attesten er udstedt"), Class::Text);
}
