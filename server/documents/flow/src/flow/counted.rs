//! Numbers that stand on a line of their own above the title they count: "2" and "Havnebus til Fjordby".
//!
//! Pages set the two in elements of their own. One number tells nothing; numbers that count up, each above a title that
//! has none, are those of the titles.

use super::{Block, Kind};

/// At least this many titles in a row show that the numbers count them: headings, and what only looks like one.
const FEWEST_HEADINGS: usize = 2;
const FEWEST_TITLES: usize = 3;

/// At most so many numbers further the next that stands alone is.
const MOST_BETWEEN: u32 = 5;

/// No title is longer, in bytes.
const LONGEST_TITLE: usize = 160;

/// Puts the numbers among `blocks` before the titles they count; `moved` says where each block of old now is.
pub(super) fn put_before_titles(blocks: &mut Vec<Block>, moved: &mut [usize]) {
    put(blocks, moved, |block, _| block.table.is_none());
    // In a table, number and title stand in cells of one row.
    put(blocks, moved, |block, next| block.table.is_some() && block.table == next.table);
}

/// The same for the numbers in blocks that are such as `is`, with the next.
fn put(blocks: &mut Vec<Block>, moved: &mut [usize], is: impl Fn(&Block, &Block) -> bool) {
    let pairs = blocks.windows(2).enumerate().filter(|(_, pair)| is(&pair[0], &pair[1]));
    let numbered: Vec<(usize, u32)> = pairs.filter_map(|(at, pair)| Some((at, number(&pair[0])?))).collect();
    let begins = |number: u32, (from, to): (usize, usize)| {
        blocks[from..to].iter().any(|block| block.words.starts_with(&format!("{number}. ")))
    };
    // A title between them may have its number already.
    let follows = |pair: &[(usize, u32)]| {
        let ((from, first), (to, last)) = (pair[0], pair[1]);
        (first + 1..=first + MOST_BETWEEN).contains(&last)
            && (first + 1..last).all(|number| begins(number, (from, to)))
    };
    let counts = numbered.windows(2).all(follows);
    let above = |is: fn(&Block) -> bool| numbered.iter().all(|(at, _)| blocks.get(at + 1).is_some_and(is));
    let n = numbered.len();
    let are_titles = n >= FEWEST_HEADINGS && above(is_heading) || n >= FEWEST_TITLES && above(is_title);
    if !counts || !are_titles {
        return;
    }
    for (at, number) in &numbered {
        let title = &mut blocks[at + 1];
        let before = title.words.len();
        title.words = format!("{number}. {}", title.words);
        let by = title.words.len() - before;
        title.pieces.iter_mut().for_each(|piece| piece.at += by);
        title.turns.iter_mut().for_each(|turn| turn.at += by);
        title.apart = true;
    }
    let mut at = 0;
    blocks.retain(|_| {
        at += 1;
        numbered.binary_search_by_key(&(at - 1), |(at, _)| *at).is_err()
    });
    for moved in moved {
        *moved -= numbered.partition_point(|(at, _)| at < moved);
    }
}

/// The number that is all of `block`.
fn number(block: &Block) -> Option<u32> {
    let digits = block.words.trim().trim_end_matches(['.', ')', ':']);
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let stands_alone = matches!(block.kind, Kind::Paragraph | Kind::Heading(_));
    if is_number && stands_alone { digits.parse().ok() } else { None }
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, Kind::Heading(_)) && has_no_number(block)
}

fn is_title(block: &Block) -> bool {
    let words = block.words.trim();
    let is_short = words.len() <= LONGEST_TITLE && !words.ends_with(['.', ',', ':', ';']);
    matches!(block.kind, Kind::Heading(_) | Kind::Paragraph) && is_short && has_no_number(block)
}

fn has_no_number(block: &Block) -> bool {
    block.words.trim_start().starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::Format;
    use crate::flow::{Beside, Flow, Kind};

    fn text(lines: &[(&str, Kind)]) -> String {
        let mut flow = Flow::default();
        for (words, kind) in lines {
            flow.paragraph(kind.clone(), words);
        }
        flow.aside(Beside::Note, "En note");
        let extracted = flow.finish(Format::Html).expect("words");
        assert!(extracted.text[extracted.asides[0].at..].starts_with("Intet"));
        extracted.text
    }

    #[test]
    fn numbers_that_count_up_are_those_of_the_titles_below() {
        let (p, h) = (|words| (words, Kind::Paragraph), |words| (words, Kind::Heading(2)));
        let headings = [p("4"), h("Ny bus"), p("Vi kører."), p("5."), h("Eventuelt"), p("Intet.")];
        assert_eq!(text(&headings), "4. Ny bus\n\nVi kører.\n\n5. Eventuelt\n\nIntet.\n");
        let titles = [p("1"), p("Valg"), p("2"), p("Ny bus"), p("3"), p("Eventuelt"), p("Intet.")];
        assert_eq!(text(&titles), "1. Valg\n\n2. Ny bus\n\n3. Eventuelt\nIntet.\n");
        let some = [p("1"), h("Valg"), p("2. Ny bus"), p("3"), h("Tag"), p("4"), h("Eventuelt"), p("Intet.")];
        let expected = "1. Valg\n\n2. Ny bus\n\n3. Tag\n\n4. Eventuelt\n\nIntet.\n";
        assert_eq!(text(&some), expected);
    }

    #[test]
    fn other_numbers_stay_where_they_are() {
        let (p, h) = (|words| (words, Kind::Paragraph), |words| (words, Kind::Heading(2)));
        for lines in [
            [p("4"), h("Ny bus"), p("6"), h("Eventuelt"), p("Intet.")],
            [p("1"), h("1. Ny bus"), p("2"), h("2. Eventuelt"), p("Intet.")],
            [p("1"), p("Ny bus"), p("2"), p("Eventuelt"), p("Intet.")],
            [p("1"), h("Ny bus"), p("2"), p("gange om dagen."), p("Intet.")],
        ] {
            assert!(text(&lines).starts_with(&format!("{}\n", lines[0].0)), "{lines:?}");
        }
    }
}
