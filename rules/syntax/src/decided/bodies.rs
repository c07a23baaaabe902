//! Whose name a body's is: that of who meets, or of a council that others tell of.

use super::WRITTEN;
use danish::letters::{small, with_small};
use text::lines::floor_boundary;
use text::{ends_with, is_space};

/// Does `name` end as that of a body whose own minutes these are?
pub(super) fn is_own_body(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or("");
    let alone = last.len() == name.len();
    if alone && WRITTEN.short.iter().any(|own| **own == *last) {
        return true;
    }
    with_small(last, |last| {
        let other = WRITTEN.others.iter().any(|other| &**other == last);
        alone && WRITTEN.pronouns.iter().any(|own| &**own == last)
            || !other && WRITTEN.bodies.iter().any(|own| ends_with(last, own))
    })
}

/// Is `name` that of a council, which other bodies' minutes tell of too?
pub(super) fn is_council(name: &str) -> bool {
    let folded = small(name);
    WRITTEN.others.iter().any(|other| **other == *folded)
}

/// Is it the council named in `sentence` that met as `committee`: "Byrådet" and "Byråd 2022-2025"?
pub fn met_as(sentence: &str, committee: &str) -> bool {
    const ARTICLE: usize = 2;
    let name = sentence.split(is_space).next().unwrap_or("");
    let stem = &name[..floor_boundary(name, name.len().saturating_sub(ARTICLE))];
    !stem.is_empty() && small(committee).starts_with(&*small(stem))
}
