//! Two spaces in a row: a slip in running text, but perhaps a column elsewhere.

use lint::PartView;
use syntax::{Block, Class, Flag, MarkKind, has_verb};
use text::{TextRange, TextSize, is_space};

/// A shorter line, in bytes, may be a pair of names and not a sentence.
const SHORT: u32 = 50;

/// Are the two spaces at `spaces` a slip?
pub(super) fn is_wrong(view: &PartView<'_>, spaces: TextRange) -> bool {
    let apart = |c: Option<char>| c.is_some_and(|c| !is_space(c) && c != '/');
    apart(view.char_before(spaces.start().into()))
        && apart(view.char_after(spaces.end().into()))
        && view.is_prose(spaces)
        && !is_column(view, spaces)
}

/// Might the spaces be drawing a column, or setting off a number or a label?
fn is_column(view: &PartView<'_>, spaces: TextRange) -> bool {
    let Some((start, block)) = view.block_at(spaces.start()) else { return true };
    let line = block.words() + start;
    if is_mark(&view.text[line]) {
        return true;
    }
    let before = &view.text[TextRange::new(view.near(line, spaces).start(), spaces.start())];
    // "5.3.  Miljø", and "Valg af stemmetællere  NN": a label and its value.
    if !before.contains(char::is_alphabetic)
        || is_number_of_item(block, before)
        || is_label_of_value(view, before, spaces)
    {
        return true;
    }
    if is_lost_line(view, spaces) {
        return true;
    }
    let sentence =
        view.char_after(spaces.end().into()).is_some_and(|c| c.is_uppercase() || "(§”\"„»".contains(c));
    if sentence && before.ends_with(['.', '!', '?', ')', '”', '"']) {
        return view.item.is_none() && line.len() < SHORT.into();
    }
    if goes_on(view, block, line, spaces) {
        // No cell ends in a word that leads on.
        return !leads_on(before) && is_in_column(view, start, block, spaces);
    }
    let number = before.chars().all(|c| !c.is_alphabetic()) || before.ends_with(|c: char| c.is_ascii_digit());
    let label = matches!(block.class, Class::Label(_)) || before.ends_with(':');
    let names = line.len() < SHORT.into() && !view.text[line].ends_with(['.', ',', ';']);
    let cells = line.len() < (2 * SHORT).into()
        && view.text[line].matches("  ").nth(2).is_some()
        && !(has_sentences(&view.text[line])
            && is_within_sentence(&view.text[line], spaces - line.start(), block, None));
    number
        || label
        || names
        || cells
        || view.is_heading(spaces) && before.len() < SHORT as usize / 2
        || is_in_column(view, start, block, spaces)
}

/// "Ad. 2.  Formandens beretning", "Punkt 12  Budget": what stands before the spaces is the number of an item.
fn is_number_of_item(block: &Block, before: &str) -> bool {
    const LONGEST: usize = 16;
    let digits = before.trim_end_matches(['.', ':', ')']);
    block.numbering.is_some() && before.len() <= LONGEST && digits.ends_with(|c: char| c.is_ascii_digit())
}

/// Does a number as that of an item follow, "gennemgået.  1. Ida Toft orienterede"? There a line break was lost, and one
/// space would hide the item for good.
fn is_lost_line(view: &PartView<'_>, spaces: TextRange) -> bool {
    let rest = &view.text[usize::from(spaces.end())..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let title = rest[digits..].strip_prefix(['.', ')']).map(|rest| rest.trim_start_matches(is_space));
    (1..=2).contains(&digits) && title.is_some_and(|title| title.starts_with(char::is_uppercase))
}

/// Do a few words without a sign behind them stand before what begins with a capital?
fn is_label_of_value(view: &PartView<'_>, before: &str, spaces: TextRange) -> bool {
    const LONGEST: usize = 40;
    let last = before.rsplit(is_space).next().unwrap_or(before);
    before.len() <= LONGEST
        && last.ends_with(char::is_alphabetic)
        && !LINKING.contains(&last)
        && view.char_after(spaces.end().into()).is_some_and(char::is_uppercase)
}

/// "Maling af": do the words before a gap end in one that leads to the next?
fn leads_on(before: &str) -> bool {
    let last = before.rsplit(is_space).next().unwrap_or(before);
    before.contains(is_space) && LINKING.contains(&last)
}

/// Words that no label ends in.
const LINKING: &[&str] = &[
    "den", "af", "på", "til", "med", "og", "for", "fra", "ved", "samt", "pr.", "i", "at", "som", "er", "har",
];

/// Does the line go on after the spaces as no column does: "- Budget 2024  samt overslagsår", "lyst den  6/6/1972"?
fn goes_on(view: &PartView<'_>, block: &Block, line: TextRange, spaces: TextRange) -> bool {
    let words = &view.text[line];
    if words.matches("  ").nth(1).is_some() || matches!(block.class, Class::Label(_)) {
        return false;
    }
    let before = &view.text[TextRange::new(line.start(), spaces.start())];
    let mut ahead = before.split(is_space).filter(|word| word.chars().any(char::is_alphabetic));
    let last = before.rsplit(is_space).next().unwrap_or(before);
    let after = view.char_after(spaces.end().into());
    let small = after.is_some_and(char::is_lowercase) && last.ends_with(char::is_alphanumeric);
    let linked = is_linked(view, before, spaces);
    let point = block.mark.kind.is_list() && block.mark.kind != MarkKind::None;
    let n_words = words.split(is_space).filter(|word| !word.is_empty()).count();
    // "Hallen er  kold om vinteren": no cell has a verb and goes on in small letters.
    let told = small && n_words > 4 && has_verb(before);
    let worded = ahead.next().is_some() && (n_words >= 4 || linked && point && n_words == 3);
    worded && (linked || small && point || told)
}

/// Does a word that links stand right before the spaces, or in small letters right behind them: "Maling  af hallen"?
fn is_linked(view: &PartView<'_>, before: &str, spaces: TextRange) -> bool {
    let behind = &view.text[usize::from(spaces.end())..];
    let next = behind.split(|c: char| is_space(c) || matches!(c, '\n' | '\r')).next().unwrap_or_default();
    let last = before.rsplit(is_space).next().unwrap_or(before);
    LINKING.contains(&last)
        || ["af", "på", "til", "og", "ved", "i"].contains(&next) && last.ends_with(char::is_alphabetic)
}

/// "Åbent  møde." is what a template prints over each item.
fn is_mark(line: &str) -> bool {
    line.len() < 20 && ["Åben", "Lukket"].iter().any(|mark| line.starts_with(mark))
}

/// No column lies further to the right, in bytes.
const WIDEST: usize = 2000;

/// Does the line above or below have a gap too, with no blank line between? Then the two draw a column, unless this one parts the
/// words of a sentence and lies under none of the others.
fn is_in_column(view: &PartView<'_>, start: TextSize, block: &Block, spaces: TextRange) -> bool {
    let above = start.checked_sub(1.into()).and_then(|at| view.block_at(at));
    let above = above.filter(|(_, above)| !above.is(Flag::BlankAfter));
    let below =
        view.block_at(start + block.len).filter(|(below, _)| *below > start && !block.is(Flag::BlankAfter));
    let line = |(start, block): (TextSize, &Block)| &view.text[block.line() + start];
    let (above, below) = (above.map(line), below.map(line));
    let has_gap = |line: &&str| line.contains("  ");
    let mut beside = above.into_iter().chain(below).filter(has_gap).peekable();
    let own = block.line() + start;
    beside.peek().is_some()
        && (!is_within_sentence(&view.text[own], spaces - own.start(), block, below)
            || beside.any(|line| is_under(&view.text[TextRange::new(own.start(), spaces.end())], line)))
}

/// Does a sentence end within `line` and another begin? So a row of cells does not.
fn has_sentences(line: &str) -> bool {
    line.match_indices(". ").any(|(at, _)| {
        let word = line[..at].rsplit(is_space).next().unwrap_or_default();
        let ends = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
        ends && line[at + 2..].starts_with(char::is_uppercase)
    })
}

/// Do the spaces at `gap` part two words of a sentence that ends with `line`, or goes on in the line `below`?
fn is_within_sentence(line: &str, gap: TextRange, block: &Block, below: Option<&str>) -> bool {
    let (before, after) = (&line[..gap.start().into()], &line[gap.end().into()..]);
    let last = before.rsplit(is_space).next().unwrap_or(before);
    let is_small = |words: &str| words.starts_with(char::is_lowercase);
    is_small(last)
        && last.ends_with(char::is_alphabetic)
        && is_small(after)
        && (block.is(Flag::FullStop) || below.is_some_and(is_small))
}

/// Does a gap of `line` end in the same column as `before`, or behind as many words? More than two spaces draw a column anyhow.
fn is_under(before: &str, line: &str) -> bool {
    if before.len() > WIDEST {
        return false;
    }
    let line = &line[..line.floor_char_boundary(WIDEST)];
    let words = |words: &str| words.split(is_space).filter(|word| !word.is_empty()).count();
    let (column, n_words) = (before.chars().count(), words(before));
    let (mut at, mut n) = (0, 0);
    let mut gaps = line.split("  ").map(|cell| {
        at += cell.chars().count() + 2;
        n += words(cell);
        (at, n)
    });
    line.contains("   ") || gaps.any(|(end, words)| end == column || words == n_words)
}
