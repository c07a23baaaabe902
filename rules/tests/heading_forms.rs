//! The headings of the samples in every form that people write them in, with lists and quotations between them and
//! with blank lines missing: nearly all items are found all the same.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

mod project;

use rules::house::Houses;
use rules::minutes::Minutes;

use crate::project::sample_paths;

/// "1" is the number, "@" the title, "⏎" the next line.
const FORMS: &[&str] = &[
    "1. @",
    "1) @",
    "(1) @",
    "1: @",
    "1 : @",
    "1 - @",
    "1 – @",
    "1 — @",
    "1 @",
    "1.@",
    "1.) @",
    "01 @",
    "1. @:",
    "1 (Åben) @",
    "1. @ (Åben)",
    "  1. @",
    "\t1. @",
    "\u{a0}\u{a0}1) @",
    "Punkt 1 @",
    "Punkt 1: @",
    "Punkt 1. @",
    "Punkt 1 - @",
    "Punkt 1 – @",
    "PUNKT 1: @",
    "Punkt nr. 1 @",
    "Punkt nr. 1: @",
    "Punkt 1⏎@",
    "Dagsordenspunkt 1: @",
    "Pkt. 1 @",
    "Pkt. 1: @",
    "Pkt. 1. @",
    "Pkt. 1 - @",
    "Pkt 1 @",
    "pkt. 1: @",
    "Pkt. 1⏎@",
    "Ad 1 @",
    "Ad 1: @",
    "Ad 1) @",
    "Ad 1. @",
    "Ad pkt. 1: @",
    "ad 1 @",
    "Sag nr. 1 @",
    "Sag nr. 1: @",
    "Sag 1: @",
    "Sagsnr. 1 @",
    "Nr. 1 @",
    "Nr.1 - @",
    "Emne 1: @",
    "§ 1 @",
    "§ 1. @",
    "## 1. @",
    "### 1 @",
    "## Punkt 1: @",
    "### Ad 1: @",
    "**1. @**",
    "**1.** @",
    "**Punkt 1: @**",
    "**Pkt. 1** @",
];

/// The text of a sample, and of each item where it begins, its number and its title.
struct Sample {
    text: String,
    items: Vec<(usize, String, String)>,
}

/// The samples that have numbers and titles, with their headings cut out.
fn samples() -> Vec<Sample> {
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("samples are UTF-8");
    sample_paths().iter().map(read).filter_map(|text| sample(&text)).collect()
}

fn sample(text: &str) -> Option<Sample> {
    let minutes = Minutes::new(text, Houses::standard().vocabulary());
    let mut cut = Sample { text: String::new(), items: Vec::new() };
    let mut done = 0;
    for placed in minutes.items() {
        let item = placed.item;
        let heading = item.heading + placed.start;
        let (number, title) = (item.number?.1 + placed.start, item.title? + placed.start);
        if number.start() > title.start() {
            return None;
        }
        let end = usize::from(heading.end().max(title.end()));
        // The other lines of a table of contents stay, and say the titles once more.
        cut.text.push_str(&text[done..usize::from(heading.start())].replace('#', ""));
        cut.items.push((cut.text.len(), text[number].to_owned(), text[title].replace(['\n', '\r'], " ")));
        done = text[end..].find('\n').map_or(text.len(), |at| end + at);
    }
    cut.text.push_str(&text[done..].replace('#', ""));
    (cut.items.len() > 1).then_some(cut)
}

/// What stands at the end of every second item.
const DISTURBANCES: &[&str] = &[
    "",
    "\nForsøget har tre dele:\n\n1. Bussen kører hver time.\n2. Toget kører hver dag.\n3. Båden sejler om sommeren.\n",
    "\n> 1. Godkendelse af dagsorden\n> 2. Budget\n> 3. Eventuelt\n",
    "\nDe tre steder er:\n- Havnen\n- Skolen\n- Hallen\n",
];

/// `sample` with its headings in `form`: the text, and each item's line and words.
fn written(
    sample: &Sample,
    form: &str,
    disturbance: &str,
    dense: bool,
) -> (String, Vec<(u32, String, String)>) {
    let mut text = String::new();
    let mut items = Vec::new();
    let mut done = 0;
    for (i, (at, number, title)) in sample.items.iter().enumerate() {
        text.push_str(&sample.text[done..*at]);
        if i > 0 && i % 2 == 0 {
            let end = text.trim_end().len();
            text.insert_str(end, &format!("\n{disturbance}"));
        }
        while dense && text.contains("\n\n") {
            text = text.replace("\n\n", "\n");
        }
        let line = text.matches('\n').count() as u32;
        text.push_str(&form.replace('1', number).replace('⏎', "\n").replace('@', title));
        let zero = if form.contains("01") { "0" } else { "" };
        items.push((line, format!("{zero}{number}"), title.clone()));
        done = *at;
    }
    let rest = &sample.text[done..];
    text.push_str(&if dense { rest.replace("\n\n", "\n") } else { rest.to_owned() });
    (text, items)
}

fn found(text: &str) -> Vec<(u32, String, String)> {
    let minutes = Minutes::new(text, Houses::standard().vocabulary());
    let items = minutes.items().map(|placed| {
        let words = |range: rules::text::TextRange| text[range + placed.start].replace(['\n', '\r'], " ");
        let start = usize::from(placed.item.heading.start() + placed.start);
        (
            text[..start].matches('\n').count() as u32,
            placed.item.number.map(|(_, range)| words(range)).unwrap_or_default(),
            placed.item.title.map(words).unwrap_or_default(),
        )
    });
    items.collect()
}

#[test]
fn nearly_all_items_are_found_in_every_form() {
    let samples = samples();
    assert!(samples.len() >= 8 && FORMS.len() >= 52, "{} samples", samples.len());
    let (mut right, mut all, mut surplus) = (0, 0, 0);
    let mut worst: Vec<(usize, String)> = Vec::new();
    for (i, form) in FORMS.iter().enumerate() {
        let (mut missed, mut of) = (0, 0);
        for (j, sample) in samples.iter().enumerate().filter(|(j, _)| (i + j) % 3 == 0) {
            for (k, disturbance) in DISTURBANCES.iter().enumerate() {
                let (text, items) = written(sample, form, disturbance, (i + j / 3 + k) % 4 == 3);
                let found = found(&text);
                let hits = items.iter().filter(|item| found.contains(item)).count();
                missed += items.len() - hits;
                of += items.len();
                surplus += found.iter().filter(|item| !items.iter().any(|own| own.0 == item.0)).count();
            }
        }
        right += of - missed;
        all += of;
        worst.push((missed, format!("{form}: {missed} of {of} missed")));
    }
    worst.sort();
    let worst: Vec<&String> = worst.iter().rev().take(8).map(|(_, words)| words).collect();
    assert!(right * 100 >= all * 98, "{right} of {all}, {surplus} too many: {worst:#?}");
    assert!(surplus * 100 <= all, "{surplus} of {all} too many: {worst:#?}");
}
