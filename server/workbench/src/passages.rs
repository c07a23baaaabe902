//! What stands beside the text of a document, by kind and number.

use documents::{Beside, Extracted};

use crate::lang::Lang;

/// "1 kommentar, 2 skjulte stykker"; `None` where nothing stands beside the text.
pub fn passages(extracted: &Extracted, lang: Lang) -> Option<String> {
    let kinds = [
        (Beside::Comment, [("kommentar", "comment"), ("kommentarer", "comments")]),
        (Beside::Deleted, [("slettet stykke", "deleted passage"), ("slettede stykker", "deleted passages")]),
        (Beside::Hidden, [("skjult stykke", "hidden passage"), ("skjulte stykker", "hidden passages")]),
        (
            Beside::Struck,
            [
                ("gennemstreget stykke", "passage that is struck through"),
                ("gennemstregede stykker", "passages that are struck through"),
            ],
        ),
        (
            Beside::Folded,
            [
                ("stykke, siden ikke viser", "passage that the page does not show"),
                ("stykker, siden ikke viser", "passages that the page does not show"),
            ],
        ),
        (
            Beside::Margin,
            [
                ("stykke uden om teksten", "passage around the text"),
                ("stykker uden om teksten", "passages around the text"),
            ],
        ),
        (Beside::Field, [("udfyldt felt", "filled-in field"), ("udfyldte felter", "filled-in fields")]),
        (Beside::Drawn, [("diagram", "diagram"), ("diagrammer", "diagrams")]),
        (Beside::Picture, [("billede", "picture"), ("billeder", "pictures")]),
        (
            Beside::Turned,
            [
                ("stykke på skrå eller højkant", "passage that is turned"),
                ("stykker på skrå eller højkant", "passages that are turned"),
            ],
        ),
    ];
    let counted = kinds.into_iter().filter_map(|(beside, [one, many])| {
        let n = extracted.asides.iter().filter(|aside| aside.beside == beside).count();
        let (da, en) = if n == 1 { one } else { many };
        (n > 0).then(|| format!("{n} {}", lang.pick(da, en)))
    });
    let counted: Vec<String> = counted.collect();
    (!counted.is_empty()).then(|| counted.join(", "))
}
