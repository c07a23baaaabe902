//! The zones of a head or an item: what its letters tell, and what is known once it is understood.

use minutes::{Item, StatementKind};
use syntax::{Block, Class, Flag, SectionKind};
use text::{TextRange, TextSize, is_space};
use zones::remarks::{self, Begins};
use zones::{Shape, Zone, Zones, zones};

/// The zones of the `text` of `item` or of a head: what its letters tell, its remarks, motions and lists of files.
pub fn of_part(text: &str, item: Option<&Item>, blocks: &[Block], markdown: bool) -> Zones {
    let mut headings = Vec::new();
    let mut known = Vec::new();
    let mut voice = Voice { item, decided: None, motion: None, remark: None, until: TextSize::new(0) };
    let mut at = TextSize::new(0);
    for (i, block) in blocks.iter().enumerate() {
        let words = block.words() + at;
        if block.begins_section() || block.mark.heading > 0 || block.has_item_word() {
            headings.push(at);
            voice.end(at, &mut known);
        } else if let Some(zone) = unread(block) {
            known.push((zone, block.line() + at));
        } else if names_attachment(&text[words]) {
            known.push((Zone::FileName, words));
        } else {
            voice.hear(text, words, &blocks[i..], &mut known);
        }
        at += block.len;
    }
    voice.end(at, &mut known);
    zones(text, Shape { markdown, headings: &headings }).and(known).and(item.into_iter().flat_map(told))
}

/// Whose words are being read.
struct Voice<'i> {
    item: Option<&'i Item>,
    /// Where statements with an outcome begin, in order, once it was asked.
    decided: Option<Vec<TextSize>>,
    /// Where a motion begins that reaches to the next section.
    motion: Option<TextSize>,
    /// Where what may be the rest of a remark begins.
    remark: Option<TextSize>,
    /// Where the paragraph ends that was announced last.
    until: TextSize,
}

impl Voice<'_> {
    /// The section ends at `at`, and with it whatever somebody said.
    fn end(&mut self, at: TextSize, known: &mut Vec<(Zone, TextRange)>) {
        known.extend(self.motion.take().map(|start| (Zone::Motion, TextRange::new(start, at))));
        known.extend(self.remark.take().map(|start| (Zone::Doubt, TextRange::new(start, at))));
    }

    /// Reads the line `words` of `text`, the first of `blocks`.
    fn hear(&mut self, text: &str, words: TextRange, blocks: &[Block], known: &mut Vec<(Zone, TextRange)>) {
        let (block, line) = (&blocks[0], &text[words]);
        if self.motion.is_some() || words.start() < self.until {
            return;
        }
        if heads_motion(line, block) {
            self.end(words.start(), known);
            self.motion = Some(words.start() - block.words().start());
            return;
        }
        if self.remark.is_some() && self.is_decision(line, words) {
            self.end(words.start(), known);
        }
        let Some(begins) = remarks::begins(line) else { return };
        self.remark.get_or_insert(words.start());
        let theirs = match begins {
            Begins::At(at) => Some(TextRange::new(words.start() + TextSize::new(at as u32), words.end())),
            Begins::Below => paragraph_below(words, blocks),
            Begins::Perhaps(_) => None,
        };
        self.until = theirs.map_or(words.end(), TextRange::end);
        // What stands between marks is a quotation, and whether it ends is the secretary's.
        let marked = |range: &TextRange| text[*range].starts_with(['”', '“', '„', '"', '»', '«']);
        known.extend(theirs.filter(|range| !marked(range)).map(|range| (Zone::Motion, range)));
    }

    /// Is `line` at `words` a decision, behind somebody's words?
    fn is_decision(&mut self, line: &str, words: TextRange) -> bool {
        if !remarks::is_own_again(line) {
            return false;
        }
        let decided = self.decided.get_or_insert_with(|| {
            let statements = self
                .item
                .into_iter()
                .flat_map(Item::decisions)
                .flat_map(|(_, decision)| &decision.statements);
            let mut starts: Vec<TextSize> =
                statements.filter(|said| !said.outcomes.is_empty()).map(|said| said.range.start()).collect();
            starts.sort_unstable();
            starts
        });
        decided.binary_search(&words.start()).is_ok()
    }
}

/// The lines below the first of `blocks`, whose words are `words`, up to a blank line.
fn paragraph_below(words: TextRange, blocks: &[Block]) -> Option<TextRange> {
    let start = words.end() + (blocks[0].len - blocks[0].words().end());
    let mut end = start;
    let mut at = start;
    for block in &blocks[1..] {
        let ends = block.begins_section() || block.mark.heading > 0 || block.has_item_word();
        if ends || !matches!(block.class, Class::Text | Class::At | Class::Blank) {
            break;
        }
        end = at + block.line().end();
        if block.is(Flag::BlankAfter) {
            break;
        }
        at += block.len;
    }
    (start < end).then(|| TextRange::new(start, end))
}

/// The zone of a block that is read whole.
fn unread(block: &Block) -> Option<Zone> {
    match block.class {
        Class::Code => Some(Zone::Code),
        Class::Comment => Some(Zone::Comment),
        _ => None,
    }
}

/// "Bilag 1A. Notat": the number of an attachment and its title, as the file is called.
fn names_attachment(words: &str) -> bool {
    let Some(rest) = words.strip_prefix("Bilag ") else { return false };
    let label = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let after = rest[label..].trim_start_matches(is_space);
    (1..=3).contains(&label)
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && after.starts_with(['.', ':', '-', '–'])
        && !words.ends_with('.')
}

/// Do `words` stand over somebody's motion: "BESLUTNINGSFORSLAG FRA LISTE Ø"?
fn heads_motion(words: &str, block: &Block) -> bool {
    const LONGEST: usize = 120;
    block.class == Class::Text
        && words.len() <= LONGEST
        && !block.is(Flag::FullStop)
        && words.starts_with(char::is_uppercase)
        && remarks::is_motion(words)
}

/// The zones that are known once an item is understood.
fn told(item: &Item) -> impl Iterator<Item = (Zone, TextRange)> + '_ {
    let attachments =
        item.sections_of(SectionKind::Attachments).map(|section| (Zone::FileName, section.body));
    let statements = item.decisions().flat_map(|(_, decision)| &decision.statements);
    let remarks = statements.filter(|statement| statement.kind == StatementKind::Quoted);
    attachments.chain(remarks.map(|statement| (Zone::Quotation, statement.range)))
}

#[cfg(test)]
mod tests {
    use house::Houses;
    use minutes::Minutes;
    use zones::Zone;

    use super::of_part;

    /// The words of the first item that lie in zones of the kind `zone`.
    fn seen(text: &str, zone: Zone) -> Vec<String> {
        let minutes = Minutes::new(text, Houses::standard().vocabulary());
        let placed = minutes.items().next().expect("an item");
        let text = &text[placed.range()];
        let zones = of_part(text, Some(placed.item), placed.blocks, false);
        zones.of(zone).map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_motion_reaches_to_the_next_section() {
        let text = "1. Havnen\n\nSagsfremstilling\n\nBESLUTNINGSFORSLAG FRA LISTE Ø\n\nVi forslås at hhv.\n\nLise Holm, \
                    Århus Byråd\n\nBeslutning\n\nForkastet.\n";
        assert_eq!(
            seen(text, Zone::Motion),
            ["BESLUTNINGSFORSLAG FRA LISTE Ø\n\nVi forslås at hhv.\n\nLise Holm, Århus Byråd\n\n"]
        );
        assert_eq!(
            seen("1. Havn\n\nResume\n\nBeslutningsforslag fra Ø blev drøftet.\n", Zone::Motion),
            [""; 0]
        );
    }

    #[test]
    fn a_remark_without_marks_is_a_quotation() {
        let text = "1. Havnen\n\nBeslutning\n\nGodkendt.\n\nØ fremsatte følgende protokolbemærkning:\n\nVi mener, at \
                    havnen skal bevares for byen.\n";
        assert_eq!(seen(text, Zone::Quotation), ["Vi mener, at havnen skal bevares for byen."]);
    }

    #[test]
    fn a_line_that_numbers_an_attachment_names_a_file() {
        let text = "1. Havnen\n\nResume\n\nBilag 1A. Fjordby Kommune notat\n\nBilag 2 viser havnen.\n";
        assert_eq!(seen(text, Zone::FileName), ["Bilag 1A. Fjordby Kommune notat"]);
    }

    #[test]
    fn attachments_are_names_of_files() {
        let text = "1. Havnen\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nFjordby Kommune notat\n";
        assert_eq!(seen(text, Zone::FileName), ["Fjordby Kommune notat\n"]);
    }
}
