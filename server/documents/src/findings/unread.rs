//! What a document holds and nobody has read, in words.

use crate::Unread;

/// What `unread` is, as a sentence that goes on: "Side 2–4 er billeder uden tekst".
pub fn named(unread: &Unread) -> (String, String) {
    let said = |pages: &[u32], [da_one, da, en_one, en]: [&str; 4]| {
        let (listed_da, listed_en) = (listed(pages, "og"), listed(pages, "and"));
        match pages {
            [_] => (format!("Side {listed_da} {da_one}"), format!("Page {listed_en} {en_one}")),
            _ => (format!("Side {listed_da} {da}"), format!("Pages {listed_en} {en}")),
        }
    };
    match unread {
        Unread::Pictures(pages) => said(
            pages,
            [
                "er et billede uden tekst",
                "er billeder uden tekst",
                "is a picture without text",
                "hold pictures without text",
            ],
        ),
        Unread::Broken(pages) => said(pages, ["er beskadiget", "er beskadiget", "is damaged", "are damaged"]),
        Unread::Nameless(pages) => said(
            pages,
            [
                "har bogstaver, som filen kun tegner",
                "har bogstaver, som filen kun tegner",
                "has letters that the file only draws",
                "have letters that the file only draws",
            ],
        ),
        Unread::Folded => (
            "Noget af teksten vises ikke på siden".to_owned(),
            "Some of the text is not shown on the page".to_owned(),
        ),
        Unread::Macros => (
            "Dokumentet har makroer, og hvad der står i dem, er ikke læst".to_owned(),
            "The document has macros, and what stands in them was not read".to_owned(),
        ),
        Unread::Part(name) => (
            format!("Dokumentet \"{name}\" ligger inde i dette"),
            format!("The document \"{name}\" lies inside this one"),
        ),
    }
}

/// "2–4 og 7".
fn listed(pages: &[u32], and: &str) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for &page in pages {
        match ranges.last_mut() {
            Some((_, to)) if *to + 1 == page => *to = page,
            _ => ranges.push((page, page)),
        }
    }
    let written =
        |(from, to): &(u32, u32)| if from == to { from.to_string() } else { format!("{from}–{to}") };
    let mut written: Vec<String> = ranges.iter().map(written).collect();
    match written.pop() {
        Some(last) if !written.is_empty() => format!("{} {and} {last}", written.join(", ")),
        Some(last) => last,
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Unread;

    use super::named;

    #[test]
    fn pages_are_named_together() {
        let (da, en) = named(&Unread::Pictures(vec![2, 3, 4]));
        assert_eq!(
            (da.as_str(), en.as_str()),
            ("Side 2–4 er billeder uden tekst", "Pages 2–4 hold pictures without text")
        );
        let (da, en) = named(&Unread::Pictures(vec![1, 3, 4, 9]));
        assert!(da.starts_with("Side 1, 3–4 og 9 ") && en.starts_with("Pages 1, 3–4 and 9 "));
        assert_eq!(named(&Unread::Pictures(vec![7])).0, "Side 7 er et billede uden tekst");
    }
}
