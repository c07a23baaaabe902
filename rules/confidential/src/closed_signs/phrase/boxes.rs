//! Boxes of forms: what is said is what the ticked one stands at.

use std::borrow::Cow;

use super::{LONGEST, WORDS, is_of_meeting, read, words};
use danish::letters::small;

/// What stands at the box that is ticked: "åbent" in "☒ Åbent ☐ Lukket" and in "Lukket ☐ Åbent ☒".
pub(super) fn ticked(lower: &str) -> Option<&str> {
    let is_box = |c: char| WORDS.boxes.contains(&c);
    let at = lower.find(['☒', '☑', '✔', '✓'])?;
    let begins = lower.trim_start().starts_with(is_box);
    let (before, behind) = (&lower[..at], lower[at..].trim_start_matches(is_box));
    if begins { behind.split(is_box).next() } else { before.rsplit(is_box).next() }
}

/// "[ ] Åbent \[x\] Lukket" with the boxes of forms.
pub(super) fn with_boxes(lower: &str) -> Cow<'_, str> {
    if !lower.contains(['[', '(']) {
        return Cow::Borrowed(lower);
    }
    let boxed = lower.replace("[ ]", "☐").replace("[x]", "☒");
    // "(x)" alone may be the sign of something.
    let is_form = boxed.contains("( )");
    Cow::Owned(if is_form { boxed.replace("( )", "☐").replace("(x)", "☒") } else { boxed })
}

/// "☐ Lukket", "\[x\] Åbent [ ] Lukket": is the box at the word for closed matter left empty, and nothing else said?
pub(crate) fn is_unticked(line: &str) -> bool {
    // Few lines hold a box.
    if line.len() > LONGEST || !line.contains(['☐', '□', '[', '(']) {
        return false;
    }
    let lower = small(line);
    let boxed = with_boxes(&lower);
    let is_box = |c: char| WORDS.boxes.contains(&c);
    let n_empty = boxed.matches(['☐', '□']).count();
    let says_else = || !boxed.split(is_box).all(|part| words(part).all(is_of_meeting));
    match ticked(&boxed) {
        _ if n_empty == 0 || says_else() => false,
        Some(ticked) => read(ticked).is_none(),
        None => n_empty == 1,
    }
}
