//! What a document says of its lines beside their words, and what an edit makes of it.

use rules::document::{Document, Engine};
use rules::syntax::{Rank, Ranks};
use rules::text::edit::Edit;
use rules::text::range;

/// Three items, in the second of which a decision has a number; "#" stands for what the document calls a heading.
fn ranked() -> Document {
    let written = "Byrådet\nMandag den 6. oktober 2025 kl. 17.00\n\n#1. Dagsorden\nGodkendt.\n\n\
        #2. Beredskab\nPlanen er klar.\n3. Planen sendes ud\nDet sker i maj.\n\n\
        #3. Havnen\nBroen er ny.\n\n#4. Eventuelt\nIntet.\n";
    let (mut text, mut lines) = (String::new(), Vec::new());
    for line in written.split_inclusive('\n') {
        if line.starts_with('#') {
            lines.push((rules::text::size(&text), Rank::Heading(2)));
        }
        text.push_str(line.trim_start_matches('#'));
    }
    Document::with_ranks(Engine::default().into(), text, Ranks::new(lines))
}

fn titles(document: &Document) -> Vec<&str> {
    let title = |placed: rules::minutes::Placed<'_>| {
        placed.item.title.map(|title| &document.text()[title + placed.start])
    };
    document.minutes().items().filter_map(title).collect()
}

#[test]
fn a_line_that_the_document_calls_no_heading_is_no_item() {
    assert_eq!(titles(&ranked()), ["Dagsorden", "Beredskab", "Havnen", "Eventuelt"]);
}

#[test]
fn what_a_table_is_called_heads_nothing() {
    let head = "Kulturudvalget\n\nReferat af møde tirsdag den 7. april 2026 kl. 17.00\n\n";
    let told =
        "1. Havnebus\n\nBussen er dyr.\n\nBudget\n\nBus\t4\n\nØkonomi\n\nTog\t5\n\nBeslutning\nGodkendt.\n";
    let text = format!("{head}{told}");
    let at = |words: &str| rules::text::size(&text[..text.find(words).unwrap_or(0)]);
    let captions = ["Budget", "Økonomi"].map(|words| (at(words), Rank::Caption));
    let ranks = Ranks::new(captions.into_iter().chain([(at("1. Hav"), Rank::Heading(2))]));
    let document = Document::with_ranks(Engine::default().into(), text.clone(), ranks);
    assert_eq!(titles(&document), ["Havnebus"]);
    let item = document.minutes().items().next().expect("one item").item.clone();
    assert_eq!(item.sections.len(), 1, "{:?}", item.sections);
}

#[test]
fn an_edit_takes_the_ranks_along() {
    let mut document = ranked();
    for (at, words) in [("klar", "næsten "), ("Byrådet", "Referat\n\n"), ("Godkendt", "Punktet er ")] {
        let at = rules::text::size(&document.text()[..document.text().find(at).unwrap_or(0)]);
        document.edit(&Edit::insert(at, words)).expect("the place is in the text");
    }
    let mut read = ranked();
    let whole = rules::text::size(read.text());
    assert_eq!(titles(&document), ["Dagsorden", "Beredskab", "Havnen", "Eventuelt"]);
    read.edit(&Edit::replace(range(0, whole.into()), "Byrådet\n\n1. Skole\n2. Havn\n")).expect("it is whole");
    assert_eq!(read.minutes(), Document::new(Engine::default().into(), read.text().to_owned()).minutes());
}
