//! "3. Generalforsamlings arrangement": a title that begins with the first part of a compound.
//!
//! A title has no verb and often no article, so most of what shows two words in a sentence is missing. Only a genitive that nobody owns
//! is certain.

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use lint::PartView;
use text::TextRange;

use super::split::{Written, split_at};

/// The two words that begin the title of the item, and how they are written.
pub(super) fn found(view: &PartView<'_>, written: &Written<'_>) -> Option<(TextRange, String)> {
    let title = view.item.and_then(|item| item.title)?;
    let sentence = Sentence::new(view.text, title);
    let owner = sentence.word(0).ends_with('s') && sentence.readings(0).only(Readings::GENITIVE);
    let small = sentence.is_small(1) && !view.is_quoted(title) && !view.is_opaque(title);
    if owner && small { split_at(&sentence, 0, written) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::spelling::compound::RULE;
    use document::fixture::check;

    #[test]
    fn a_genitive_that_nobody_owns_begins_a_compound() {
        check(
            &RULE,
            "
1. Menighedsråds mødet i maj
   ^^^^^^^^^^^^^^^^^^^ \"Menighedsråds mødet\" hører sammen

Godkendt.

2. Generalforsamlings arrangement
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \"Generalforsamlings arrangement\" hører sammen

Drøftet.

3. Kommunens budget

Drøftet.

4. Børns vilkår og Vesterbros torv

Drøftet.
",
        );
    }
}
