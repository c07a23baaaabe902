//! Changes as a client sends them, made in the rope.

use ropey::Rope;
use rules::text::edit::Edit;
use rules::text::range;
use tower_lsp::ls_types::TextDocumentContentChangeEvent;

use super::position::{self, Encoding};

/// The edit that `change` is in the text of `rope`.
pub fn edit_of(rope: &Rope, encoding: Encoding, change: TextDocumentContentChangeEvent) -> Edit {
    match change.range {
        Some(range) => Edit::replace(position::text_range(rope, encoding, range), change.text),
        None => difference(rope, &Rope::from_str(&change.text)),
    }
}

/// Makes `edit` in `rope`; says whether anything changed.
pub fn replace(rope: &mut Rope, edit: &Edit) -> bool {
    let range = edit.range();
    let (start, end) = (rope.byte_to_char(range.start().into()), rope.byte_to_char(range.end().into()));
    rope.remove(start..end);
    rope.insert(start, edit.text());
    !(range.is_empty() && edit.text().is_empty())
}

/// The one edit that makes `new` of `old`: what is alike at both ends stays.
pub fn difference(old: &Rope, new: &Rope) -> Edit {
    let (old, new) = (old.to_string(), new.to_string());
    let alike = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let start = rules::text::lines::floor_boundary(&old, alike);
    let most = old.len().min(new.len()) - start;
    let mut tail = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
    while !old.is_char_boundary(old.len() - tail) {
        tail -= 1;
    }
    Edit::replace(range(start, old.len() - tail), &new[start..new.len() - tail])
}

#[cfg(test)]
mod tests {
    use super::{difference, replace};
    use proptest::prelude::{prop_assert_eq, proptest};
    use ropey::Rope;

    proptest! {
        #[test]
        fn the_difference_makes_one_text_of_another(old in "[æåø🙂ab\n]{0,12}", new in "[æåø🙂ab\n]{0,12}") {
            let (mut rope, goal) = (Rope::from_str(&old), Rope::from_str(&new));
            let edit = difference(&rope, &goal);
            replace(&mut rope, &edit);
            prop_assert_eq!(rope.to_string(), new);
        }
    }
}
