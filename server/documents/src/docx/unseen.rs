//! Words that stand in the document like all others and that nobody sees: white on the white page, or far too small.
//!
//! White letters on a dark ground are headings of tables. A ground may come from the words, the paragraph, a cell, a table's
//! style or a shape, so only words outside tables and shapes, with no ground of their own, are taken for hidden.

use roxmltree::Node;

use super::styles::{Given, Styles, WHITE, is_shaded};
use flow::xml::{attribute, child, name, value};

/// Letters of so many half points are as high as those of no print.
const SMALLEST: u32 = 3;

/// Are the words of `run` shown so that nobody sees them?
pub(super) fn is_unseen(run: Node<'_, '_>, styles: &Styles) -> bool {
    let Some(looks) = child(run, "rPr") else { return false };
    // A picture has no size of letters and no colour.
    if ["drawing", "pict", "object", "AlternateContent"].iter().any(|shown| child(run, shown).is_some()) {
        return false;
    }
    let size = value(looks, "sz").and_then(|size| size.parse::<u32>().ok());
    size.is_some_and(|size| size <= SMALLEST) || is_white(looks) && !has_ground(run, looks, styles)
}

fn is_white(looks: Node<'_, '_>) -> bool {
    let Some(color) = child(looks, "color") else { return false };
    let is_of_page = attribute(color, "themeColor").is_none_or(|theme| theme == "background1");
    is_of_page && attribute(color, "val").is_some_and(|color| color.eq_ignore_ascii_case(WHITE))
}

/// May something dark lie behind the words?
fn has_ground(run: Node<'_, '_>, looks: Node<'_, '_>, styles: &Styles) -> bool {
    let is_own = is_shaded(looks) || ["highlight", "rStyle"].iter().any(|own| child(looks, own).is_some());
    is_own
        || run.ancestors().skip(1).filter(Node::is_element).any(|outer| match name(outer) {
            "tbl" | "txbxContent" | "drawing" | "pict" => true,
            "p" => {
                let about = child(outer, "pPr");
                let style = about.and_then(|about| value(about, "pStyle"));
                let is_framed = about.is_some_and(|about| child(about, "framePr").is_some());
                is_framed || styles.given(style, Given::read(about, None)).shaded == Some(true)
            }
            "document" => child(outer, "background").is_some(),
            _ => false,
        })
}
