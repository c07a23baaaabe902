//! An agenda turned into minutes: what was written stays, and every open item gets a heading for its decision.

use rules::document::Document;
use rules::house::House;
use rules::minutes::{Item, Placed, Section, Stage};
use rules::syntax::{Class, SectionKind};
use rules::text::edit::{Edit, Edits};
use rules::text::{TextRange, TextSize};

use super::skeleton::decision_heading;

/// The minutes to come of the agenda `document`.
pub fn of_agenda(document: &Document) -> String {
    let text = document.text();
    let mut edits: Vec<Edit> = renamed(document).into_iter().collect();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    for placed in document.minutes().items() {
        if !placed.item.closed && placed.item.decisions().next().is_none() {
            edits.push(decision(document, &placed, end));
        }
    }
    let edits = Edits::new(edits).expect("one place in the head and one in each item");
    edits.apply(text).unwrap_or_else(|| text.to_owned())
}

/// "Dagsorden for møde i …" becomes "Referat af møde i …".
fn renamed(document: &Document) -> Option<Edit> {
    let text = document.text();
    let told = document.minutes().head().stage.filter(|(_, stage)| *stage == Stage::Agenda);
    let told = told.map(|(range, _)| range).or_else(|| titled(document))?;
    let from = line_start(text, told.start());
    let line_end = text[usize::from(from)..].find(['\n', '\r']);
    let to = line_end.map_or(TextSize::of(text), |at| from + TextSize::new(at as u32));
    let words = &text[TextRange::new(from, to)];
    let changes = [
        ("Indkaldelse og dagsorden", "Referat"),
        ("Åben dagsorden", "Åbent referat"),
        ("Lukket dagsorden", "Lukket referat"),
        ("Mødedagsorden", "Mødereferat"),
        ("Dagsorden for ", "Referat af "),
        ("DAGSORDEN for ", "REFERAT af "),
        ("Dagsorden til ", "Referat af "),
        ("DAGSORDEN", "REFERAT"),
        ("Dagsorden", "Referat"),
        ("dagsorden", "referat"),
    ];
    let (old, new) = changes.into_iter().find(|(old, _)| words.contains(old))?;
    let at = from + TextSize::new(words.find(old)? as u32);
    Some(Edit::replace(TextRange::at(at, TextSize::of(old)), new))
}

/// A line of the head that says no more than what the document is: "Åben dagsorden".
fn titled(document: &Document) -> Option<TextRange> {
    const MOST_WORDS: usize = 3;
    let text = document.text();
    let head = &text[TextRange::up_to(document.minutes().head().len)];
    let is_title = |line: &&str| {
        let words = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        words.ends_with("dagsorden") && words.split(' ').count() <= MOST_WORDS
    };
    head.lines().find(is_title).map(|line| rules::text::range_of(text, line))
}

/// Puts in the heading of a decision where the house has it.
fn decision(document: &Document, placed: &Placed<'_>, end: &str) -> Edit {
    let (text, context) = (document.text(), document.context());
    let house = &context.house;
    let meeting = &context.meeting;
    let heading = decision_heading(house, meeting.committee.as_deref(), meeting.date);
    let mark = mark(text, placed);
    match following(placed.item, house) {
        Some(section) => {
            let at = line_start(text, placed.start + section.heading.start());
            Edit::insert(at, format!("{mark}{heading}{end}{end}"))
        }
        None => {
            let own = TextRange::new(placed.start, own_end(placed));
            let words = placed.start + TextSize::of(text[own].trim_end());
            let last = own.end() == TextSize::of(text);
            let after = if last { "" } else { end };
            let range = TextRange::new(words, own.end());
            Edit::replace(range, format!("{end}{end}{mark}{heading}{end}{after}"))
        }
    }
}

/// Where what is said of the item ends: "Lukkede dagsordenspunkter" above the next one belongs to that.
fn own_end(placed: &Placed<'_>) -> TextSize {
    let around = |class: &Class| {
        matches!(class, Class::Part { .. } | Class::Furniture | Class::Comment | Class::Blank)
    };
    let after = placed.blocks.iter().rev().take_while(|block| around(&block.class));
    placed.range().end() - after.map(|block| block.len).sum::<TextSize>()
}

/// The first section that the house has after the decision, else the attachments, which end an item everywhere.
fn following<'i>(item: &'i Item, house: &House) -> Option<&'i Section> {
    let place = |kind: SectionKind| house.sections.iter().position(|section| section.kind == kind);
    let decision = place(SectionKind::Decision)?;
    let later = item.sections.iter().find(|section| {
        let known = section.title.and_then(|title| house.section(title));
        known.is_some_and(|(at, _)| at > decision)
    });
    later.or_else(|| item.sections.last().filter(|section| section.kind == SectionKind::Attachments))
}

/// What stands before the headings of sections here: "### ", or nothing.
fn mark(text: &str, placed: &Placed<'_>) -> String {
    let before = |heading: TextRange| {
        let start = line_start(text, placed.start + heading.start());
        text[TextRange::new(start, placed.start + heading.start())].to_owned()
    };
    let hashes = |mark: &String| mark.starts_with('#');
    if let Some(section) = placed.item.sections.first() {
        return Some(before(section.heading)).filter(hashes).unwrap_or_default();
    }
    let line = line_start(text, placed.start + placed.item.heading.start());
    let level = text[usize::from(line)..].bytes().take_while(|byte| *byte == b'#').count();
    if level == 0 { String::new() } else { format!("{} ", "#".repeat(level + 1)) }
}

fn line_start(text: &str, offset: TextSize) -> TextSize {
    let before = &text[..usize::from(offset)];
    TextSize::new(before.rfind(['\n', '\r']).map_or(0, |at| at + 1) as u32)
}

#[cfg(test)]
mod tests {
    use super::of_agenda;
    use rules::document::Document;
    use rules::minutes::Stage;
    use rules::outline::Outline;

    fn minutes(agenda: &str) -> String {
        of_agenda(&Document::new(Default::default(), agenda.to_owned()))
    }

    #[test]
    fn every_open_item_gets_a_decision() {
        let agenda = "# Dagsorden for møde i Byrådet\r\n\r\nMødedato: Mandag den 4. april 2022\r\n\r\n## 1. Budget\r\n\r\n### Indstilling\r\n\r\nVi indstiller, at budgettet godkendes.\r\n\r\n## 2. Lukket: Køb af grund\r\n\r\n## 3. Eventuelt\r\n";
        expect_test::expect![[r#"
            # Referat af møde i Byrådet

            Mødedato: Mandag den 4. april 2022

            ## 1. Budget

            ### Indstilling

            Vi indstiller, at budgettet godkendes.

            ### Beslutning

            ## 2. Lukket: Køb af grund

            ## 3. Eventuelt

            ### Beslutning
        "#]]
        .assert_eq(&minutes(agenda).replace("\r\n", "\n"));
    }

    #[test]
    fn what_follows_an_item_stays_behind_it() {
        let agenda = "Dagsorden\n\n1. Budget\n\nBilag\n\nBilag 1: Kort\n\n2. Regnskab\n\nRegnskabet er klar.\n\n\
                      Lukkede dagsordenspunkter\n\n3. Køb af grund\n";
        expect_test::expect![[r#"
            Referat

            1. Budget

            Beslutning

            Bilag

            Bilag 1: Kort

            2. Regnskab

            Regnskabet er klar.

            Beslutning

            Lukkede dagsordenspunkter

            3. Køb af grund
        "#]]
        .assert_eq(&minutes(agenda));
    }

    #[test]
    fn it_is_read_as_minutes_and_changed_once() {
        let agenda = "Dagsorden\n\nByrådet\n\n1. Budget\n\n2. Eventuelt";
        let once = minutes(agenda);
        let outline = Outline::new(&Document::new(Default::default(), once.clone()));
        assert_eq!(outline.stage, Stage::Minutes);
        assert!(outline.items.iter().all(|item| item.decisions.len() == 1), "{once}");
        assert_eq!(minutes(&once), once);
    }
}
