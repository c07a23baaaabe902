//! The heading of a section that stands bare above the next item leaves its item empty and takes nothing in: no item is
//! swallowed by the one before, and none that is closed least of all.

use rules::house::Houses;
use rules::minutes::Minutes;

/// "1" is the number, "@" the title, "⏎" the next line.
const FORMS: &[&str] = &[
    "Pkt. 1⏎⏎@",
    "Pkt. 1⏎@",
    "Pkt. 1 @",
    "Pkt. 1: @",
    "Punkt 1: @",
    "Punkt 1 @",
    "Ad 1. @",
    "Ad 1 @",
    "Ad pkt. 1: @",
    "Ad. Pkt. 1. @",
    "Sag nr. 1: @",
    "Nr. 1 - @",
    "1. @",
    "1) @",
    "(1) @",
    "1: @",
    "1 - @",
    "1 @",
    "§ 1. @",
    "## 1. @",
    "### Punkt 1: @",
    "**1. @**",
    "A. @",
    "A) @",
];

const HEADINGS: &[&str] = &[
    "Beslutning",
    "Beslutning:",
    "BESLUTNING",
    "**Beslutning**",
    "Indstilling",
    "Sagsfremstilling",
    "Referat",
    "Konklusion",
    "Økonomi",
    "Bilag",
];

/// What is added to the number of each item.
const STEPS: &[&[u16]] = &[&[1, 1, 1, 1], &[2, 1, 1, 3], &[1, 2, 2, 1], &[1, 0, 1, 1], &[3, 1, 0, 2]];

const TITLES: [&str; 5] = [
    "Godkendelse af dagsorden",
    "Elevrådet har ordet",
    "Personsag om Ole Holm (Lukket)",
    "Ny legeplads ved Skovvej",
    "Eventuelt",
];

/// The minutes, and the number and title of each item.
fn written(form: &str, heading: &str, steps: &[u16], gap: &str) -> (String, Vec<(String, String)>) {
    let mut text =
        String::from("Referat af bestyrelsesmøde den 25. maj 2022\n\nDeltagere: Anna Holm og Bo Lund\n\n");
    let mut items = Vec::new();
    let mut value = 1;
    for (i, title) in TITLES.iter().enumerate() {
        let number = match form.contains('1') {
            true => value.to_string(),
            false => char::from(b'A' + value as u8 - 1).to_string(),
        };
        let line = form.replace(if form.contains('1') { "1" } else { "A" }, &number);
        text.push_str(&line.replace('⏎', "\n").replace('@', title));
        text.push_str("\n\n");
        if i % 2 == 1 {
            text.push_str("Formanden fortalte om planerne, og der var spørgsmål til dem.\n\n");
        }
        if let Some(step) = steps.get(i) {
            text.push_str(&format!("{heading}\n{gap}"));
            value += step;
        }
        items.push((number, title.replace(" (Lukket)", "")));
    }
    text.push_str("Intet.\n");
    (text, items)
}

/// The items of `text` with their numbers and titles, and whether each is closed.
fn found(text: &str) -> Vec<((String, String), bool)> {
    let minutes = Minutes::new(text, Houses::standard().vocabulary());
    let items = minutes.items().map(|placed| {
        let words = |range: rules::text::TextRange| text[range + placed.start].to_owned();
        let number = placed.item.number.map(|(_, range)| words(range)).unwrap_or_default();
        ((number, placed.item.title.map(words).unwrap_or_default()), placed.item.closed)
    });
    items.collect()
}

#[test]
fn no_item_is_swallowed_by_a_bare_heading() {
    let (mut right, mut all, mut surplus) = (0, 0, 0);
    let (mut missed, mut open) = (Vec::new(), Vec::new());
    for (i, form) in FORMS.iter().enumerate() {
        for (j, heading) in HEADINGS.iter().enumerate() {
            for (k, steps) in STEPS.iter().enumerate() {
                // Letters in a row say less than numbers, and skip none.
                if !form.contains('1') && steps.iter().any(|step| *step != 1) {
                    continue;
                }
                let gap = if (i + j + k) % 2 == 0 { "\n" } else { "" };
                // Every form meets every heading, every step and both gaps.
                if (i + j * 2 + k) % 3 != 0 {
                    continue;
                }
                let (text, items) = written(form, heading, steps, gap);
                let found = found(&text);
                let hits = items.iter().filter(|item| found.iter().any(|(own, _)| own == *item)).count();
                (right, all) = (right + hits, all + items.len());
                surplus += found.len().saturating_sub(hits);
                let name = format!("{form} {heading} {steps:?} {gap:?}: {found:?}");
                if !found.iter().any(|((_, title), closed)| *closed && title.starts_with("Personsag")) {
                    open.push(name.clone());
                }
                if hits < items.len() {
                    missed.push(name);
                }
            }
        }
    }
    missed.truncate(8);
    assert!(
        open.is_empty(),
        "{} closed items are read as open or not at all: {:#?}",
        open.len(),
        &open[..open.len().min(6)]
    );
    assert!(right * 100 >= all * 99, "{right} of {all}: {missed:#?}");
    assert_eq!(surplus, 0, "{missed:#?}");
}

#[test]
fn what_decides_by_points_begins_no_item() {
    for text in [
        "1. Budget\n\nIndstilling\n1. at A godkendes\n2. at B godkendes\n\nBeslutning\n\n2. Udvalget ønsker en ny sag om B.\n\n2. Skole\n\nBeslutning\n\nGodkendt.\n\n3. Hal\n\nBeslutning\n\nUdsat.\n",
        "Punkt 1: Budget\n\nBeslutning\n\nPunkt 2: Godkendt.\n\nPunkt 2: Skole\n\nBeslutning\n\nGodkendt.\n\nPunkt 3: Hal\n\nBeslutning\n\nUdsat.\n",
        "Punkt 5: Budget\n\nBeslutning\n\nPunkt 2: Oversendes\n\nPunkt 6: Skole\n\nBeslutning\n\nGodkendt.\n",
        "4. Budget\n\nDirektionen indstiller,\n5. Planen vedtages\n6. Planen sendes ud\n\nBeslutning\n\nGodkendt.\n\n5. Skole\n\nBeslutning\n\nGodkendt.\n",
    ] {
        let titles: Vec<String> = found(text).into_iter().map(|((_, title), _)| title).collect();
        assert!(
            titles.iter().all(|title| ["Budget", "Skole", "Hal"].contains(&&**title)),
            "{titles:?}\n{text}"
        );
    }
}
