//! Words that somebody tried to make unreadable: under a black bar, or in white on white. They are still there.

use roxmltree::{Document, Node};

use flow::xml::{attribute, child, name};

/// Are any words of `document` covered?
pub(super) fn is_any(document: &Document<'_>) -> bool {
    document.descendants().filter(|node| name(*node) == "r").any(is_covered)
}

fn is_covered(run: Node<'_, '_>) -> bool {
    let says = run
        .children()
        .any(|node| name(node) == "t" && node.text().is_some_and(|words| !words.trim().is_empty()));
    let Some(looks) = child(run, "rPr").filter(|_| says) else { return false };
    let value = |of: &str, what: &str| child(looks, of).and_then(|node| attribute(node, what));
    let colour = value("color", "val").unwrap_or_default();
    let is_white = colour.eq_ignore_ascii_case("FFFFFF");
    let is_under_bar =
        value("highlight", "val") == Some("black") || value("shd", "fill").is_some_and(is_black);
    is_under_bar && !is_white || is_white && value("highlight", "val").is_none() && !has_ground(run)
}

fn is_black(fill: &str) -> bool {
    fill == "000000"
}

/// Does something stand behind the words that white can be read on: a filled run, paragraph, cell, table or box?
fn has_ground(run: Node<'_, '_>) -> bool {
    let filled = |looks: Node<'_, '_>| {
        let fill = child(looks, "shd").and_then(|node| attribute(node, "fill"));
        fill.is_some_and(|fill| !fill.eq_ignore_ascii_case("FFFFFF") && fill != "auto")
    };
    run.ancestors().any(|outer| {
        let has_looks =
            ["rPr", "pPr", "tcPr", "tblPr"].iter().filter_map(|looks| child(outer, looks)).any(filled);
        // A style of tables, and a box, have grounds of their own.
        has_looks
            || matches!(name(outer), "txbxContent" | "drawing" | "pict")
            || name(outer) == "tbl" && is_styled(outer)
    })
}

fn is_styled(table: Node<'_, '_>) -> bool {
    child(table, "tblPr").is_some_and(|looks| child(looks, "tblStyle").is_some())
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::is_any;

    fn covers(looks: &str) -> bool {
        let xml = format!(
            "<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:r><w:rPr>{looks}</w:rPr><w:t>Ida Holm</w:t></w:r></w:p>"
        );
        is_any(&Document::parse(&xml).expect("well-formed"))
    }

    #[test]
    fn a_black_bar_and_white_letters_cover() {
        assert!(covers("<w:highlight w:val='black'/>") && covers("<w:shd w:val='clear' w:fill='000000'/>"));
        assert!(covers("<w:color w:val='FFFFFF'/>"));
    }

    #[test]
    fn what_can_be_read_is_not_covered() {
        assert!(!covers("<w:highlight w:val='yellow'/>") && !covers("<w:color w:val='FF0000'/>"));
        assert!(!covers("<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='1F4E79'/>"));
        assert!(!covers("<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>"));
    }
}
