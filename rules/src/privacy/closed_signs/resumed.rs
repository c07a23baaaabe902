//! Where a closed item may go on outside itself: under a second heading of the same title, in an overview, or in a
//! decision on its points that is read as the next item: "Ad 3. Hun får løn".

use super::{Closed, is_passed_over};
use crate::minutes::{Minutes, Placed};
use crate::privacy::closed::may_be_published;
use crate::syntax::{Block, Class, Flag};
use crate::text::{TextRange, TextSize, is_space};

/// The lines of `text`, read as `minutes`, under which a closed item may go on.
pub(super) fn resumed(text: &str, minutes: &Minutes) -> Vec<TextRange> {
    let closed = Closed::of(text, minutes);
    if closed.places.is_empty() {
        return Vec::new();
    }
    let mut found = headings(text, minutes, &closed);
    found.extend(points(text, minutes));
    found
}

/// The headings elsewhere that say the title of a closed item and have words under them that may not be published.
fn headings(text: &str, minutes: &Minutes, closed: &Closed<'_>) -> Vec<TextRange> {
    let heads = |block: &Block, line: &str| {
        let short = line.len() <= LONGEST;
        short && (block.numbering.is_some() || block.is(Flag::Closed)) && closed.repeats(line)
    };
    let mut found = Vec::new();
    let mut start = TextSize::new(0);
    for (at, block) in minutes.blocks().iter().enumerate() {
        let place = block.line() + start;
        start += block.len;
        if !closed.holds(place)
            && heads(block, &text[place])
            && tells(text, &minutes.blocks()[at + 1..], start)
        {
            found.push(place);
        }
    }
    found
}

/// In bytes: a longer line is no heading.
const LONGEST: usize = 200;

/// Do the blocks from byte `start` on, up to the next number or part, say what may not be published?
fn tells(text: &str, blocks: &[Block], start: TextSize) -> bool {
    let mut start = start;
    for block in blocks {
        let ends =
            block.numbering.is_some() || block.is(Flag::Closed) || matches!(block.class, Class::Part { .. });
        if ends {
            return false;
        }
        let words = &text[block.words() + start];
        start += block.len;
        let said = !is_passed_over(block) && !matches!(block.class, Class::Furniture | Class::Label(_));
        if said && !may_be_published(words) {
            return true;
        }
    }
    false
}

/// The headings of items right behind a closed one that may be its points: other than its own in form, or with the number
/// of a later item.
fn points(text: &str, minutes: &Minutes) -> Vec<TextRange> {
    let items: Vec<Placed<'_>> = minutes.items().collect();
    let number = |placed: &Placed<'_>| placed.item.number.map(|(number, _)| number);
    let line = |placed: &Placed<'_>| placed.item.heading + placed.start;
    let is_point = |(at, placed): (usize, &Placed<'_>)| {
        let (own, former) = (kind(&text[line(placed)]), kind(&text[line(&items[at])]));
        let again =
            items[at + 2..].iter().any(|later| number(later).is_some() && number(later) == number(placed));
        !placed.item.closed && ((own.is_some() && own != former) || again)
    };
    let behind = items.iter().skip(1).enumerate().filter(|(at, _)| items[*at].item.closed);
    behind.filter(|pair| is_point((pair.0, pair.1))).map(|(_, placed)| line(placed)).collect()
}

/// "ad", "punkt": the word that stands before the number.
fn kind(heading: &str) -> Option<String> {
    let words = heading.trim_start_matches(|c: char| is_space(c) || matches!(c, '#' | '*' | '_'));
    let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    ["ad", "punkt", "pkt"].contains(&word.as_str()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::resumed;
    use crate::house::Houses;
    use crate::minutes::Minutes;

    const HEAD: &str = "Byrådet\nReferat\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\n2. Afsked (Lukket)\n\nBeslutning\n\nHun rejser.\n\n";

    fn lines(after: &str) -> Vec<String> {
        let text = format!("{HEAD}{after}");
        let minutes = Minutes::new(&text, Houses::standard().vocabulary());
        resumed(&text, &minutes).into_iter().map(|place| text[place].to_owned()).collect()
    }

    #[test]
    fn a_closed_item_may_go_on_elsewhere() {
        for after in [
            "Ad 3.\n\nHun får løn.\n",
            "3. Eventuelt\n\nIntet.\n\nOversigt\n\n1. Budget\nGodkendt.\n\n2. Afsked (Lukket)\nHun får løn.\n",
        ] {
            assert_eq!(lines(after).len(), 1, "{after}");
        }
    }

    #[test]
    fn the_next_item_is_another() {
        assert_eq!(lines("3. Eventuelt\n\nIntet.\n"), [""; 0]);
    }
}
