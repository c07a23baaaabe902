//! Words that stand in a page like all others and that nobody sees: white on white, too small, or outside the window.
//!
//! Only what an element says of itself counts. White letters on a dark ground are buttons and headings, so a page whose
//! grounds may come from elsewhere has no white words that are hidden.

use html5ever::tokenizer::Tag;

use super::list::attribute;
use super::words::style;

/// Smaller letters, in points, nobody can see.
const SMALLEST: f64 = 1.6;

/// What stands so far to the left, in points, is in no window.
const OUTSIDE: f64 = 400.0;

/// May grounds of elements in the page `text` be given elsewhere than at the elements?
pub(super) fn may_have_grounds(text: &str) -> bool {
    text.contains("stylesheet") || text.contains("<style") && text.contains("background")
}

/// Does `tag` give what it holds a ground?
pub(super) fn gives_ground(tag: &Tag) -> bool {
    attribute(tag, "bgcolor").is_some() || style(tag).contains("background")
}

/// Does the `style` of an element keep its words from being seen, where `has_ground` says that something dark may lie behind
/// them?
pub(super) fn is_unseen(style: &str, has_ground: bool) -> bool {
    let said = |name: &str| of(style, name);
    let is_outside = || {
        let is_free = said("position").is_some_and(|how| matches!(how, "absolute" | "fixed"));
        let left = said("left").filter(|_| is_free).or_else(|| said("text-indent"));
        left.and_then(points).is_some_and(|left| left < -OUTSIDE)
    };
    said("font-size").and_then(points).is_some_and(|size| size < SMALLEST)
        || !has_ground && said("color").is_some_and(is_white)
        || is_outside()
}

/// Does the `style` of an element inside such a one give its words another look?
pub(super) fn is_seen_again(style: &str) -> bool {
    let is_coloured = of(style, "color").is_some_and(|color| !is_white(color));
    is_coloured || of(style, "font-size").and_then(points).is_some_and(|size| size >= SMALLEST)
}

/// What `style` says of `name`.
fn of<'s>(style: &'s str, name: &str) -> Option<&'s str> {
    let said = style.split(';').filter_map(|said| said.split_once(':'));
    said.rev().find(|(key, _)| *key == name).map(|(_, value)| value.trim_end_matches("!important"))
}

fn is_white(color: &str) -> bool {
    matches!(color, "white" | "#fff" | "#ffffff" | "rgb(255,255,255)")
}

/// A length in points, where it is in pixels or points.
fn points(length: &str) -> Option<f64> {
    let pixels = length.strip_suffix("px").map(|pixels| (pixels, 0.75));
    let (number, one) =
        pixels.or(length.strip_suffix("pt").map(|points| (points, 1.0))).unwrap_or((length, 1.0));
    number.parse::<f64>().ok().map(|number| number * one)
}
