//! Attachments: the list under "Bilag", and the places that refer to one by number.

use crate::syntax::{Block, Class};
use crate::text::needle::Needle;
use crate::text::{TextRange, TextSize, is_space, range};

/// One line of the list of attachments; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// "2" in "Bilag 2: Tidsplan"; `None` for a bare title.
    pub number: Option<u32>,
    /// The line without its list mark.
    pub range: TextRange,
}

/// "jf. bilag 2", "(bilag 2, 4 og 5)"; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentReference {
    /// The numbers named, ranges written out.
    pub numbers: Vec<u32>,
    /// From "bilag" to the last number.
    pub range: TextRange,
}

/// The attachments in the blocks of a section, the first of which begins at `start`.
pub(super) fn list(text: &str, blocks: &[Block], start: TextSize) -> Vec<Attachment> {
    let mut at = start;
    let mut list = Vec::new();
    for block in blocks {
        let words = block.words() + at;
        at += block.len;
        let line = &text[words];
        let none =
            line.trim_end_matches('.').eq_ignore_ascii_case("ingen") || line.starts_with("Ingen bilag");
        if matches!(block.class, Class::Text | Class::At) && !none && !line.is_empty() {
            let number = numbered(line).or_else(|| block.mark.kind.is_number().then_some(block.mark.number));
            list.push(Attachment { number, range: words });
        }
    }
    list
}

/// "Bilag 2: Tidsplan", "Bilag 2 - Tidsplan".
fn numbered(line: &str) -> Option<u32> {
    let rest = line.get(..5).filter(|word| word.eq_ignore_ascii_case("bilag")).map(|_| &line[5..])?;
    let rest = rest.trim_start_matches(|c| is_space(c) || c == '.');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits).then(|| rest[..digits].parse().ok()).flatten()
}

/// The references to attachments by number in `text`.
pub(super) fn references(text: &str) -> Vec<AttachmentReference> {
    let mut found = Vec::new();
    static ATTACHMENT: Needle = Needle::new("ilag");
    for at in ATTACHMENT.find_iter(text) {
        let Some(start) = at.checked_sub(1).filter(|&start| matches!(text.as_bytes()[start], b'b' | b'B'))
        else {
            continue;
        };
        let before = text[..start].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) || before == Some('-') {
            continue;
        }
        let end = at + "ilag".len();
        let end = if text[end..].starts_with("ene") { end + "ene".len() } else { end };
        if let Some((numbers, len)) = numbers(&text[end..]) {
            found.push(AttachmentReference { numbers, range: range(start, end + len) });
        }
    }
    found
}

/// " 2, 4-6 og 8" after the word, and the bytes it takes.
fn numbers(text: &str) -> Option<(Vec<u32>, usize)> {
    let mut numbers = Vec::new();
    let mut taken = 0;
    let mut joint = " ";
    loop {
        let rest = &text[taken..];
        let (used, next) = step(rest, numbers.is_empty())?;
        joint = if numbers.is_empty() { joint } else { next };
        let rest = &rest[used..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let decimal = rest[digits..].starts_with(['.', ','])
            && rest[digits + 1..].starts_with(|c: char| c.is_ascii_digit());
        let Some(n) = (1..=2).contains(&digits).then(|| rest[..digits].parse::<u32>().ok()).flatten() else {
            return (!numbers.is_empty()).then_some((numbers, taken));
        };
        if decimal || rest[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '%') {
            return (!numbers.is_empty()).then_some((numbers, taken));
        }
        match numbers.last() {
            Some(&last) if joint == "-" && n > last && n - last < 40 => numbers.extend(last + 1..=n),
            _ => numbers.push(n),
        }
        taken += used + digits;
        if step(&text[taken..], false).is_none() {
            return Some((numbers, taken));
        }
    }
}

/// What stands between "bilag" and a number, or between two numbers: its bytes, and "-" for a range.
fn step(text: &str, first: bool) -> Option<(usize, &'static str)> {
    let spaced = text.trim_start_matches(is_space);
    let spaces = text.len() - spaced.len();
    if first {
        let rest = ["nr. ", "nr.\u{a0}", "nummer "]
            .iter()
            .find(|word| spaced.starts_with(**word))
            .map_or(0, |w| w.len());
        return (spaces > 0 && spaced[rest..].starts_with(|c: char| c.is_ascii_digit()))
            .then_some((spaces + rest, " "));
    }
    for (word, joint) in
        [(",", ","), ("-", "-"), ("–", "-"), ("og ", ","), ("og\u{a0}", ","), ("samt ", ","), ("+", ",")]
    {
        if let Some(rest) = spaced.strip_prefix(word) {
            let after = rest.trim_start_matches(is_space);
            if after.starts_with(|c: char| c.is_ascii_digit()) {
                return Some((text.len() - after.len(), joint));
            }
        }
    }
    None
}

/// Whose attachment "bilag 2" is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentOwner {
    /// The item that names it.
    Item,
    /// The item with this number: "punkt 3, bilag 2", "bilag 2 til punkt 3".
    Numbered(u32),
    /// A law, a contract, another paper: "lovens bilag 2", "bilag 2 til kontrakten".
    Elsewhere,
}

/// Whose attachment the reference at `range` of `text` means, by the words around it.
pub fn attachment_owner(text: &str, range: TextRange) -> AttachmentOwner {
    let ends = |c: char| matches!(c, '\n' | '\r');
    let (before, after) = (&text[..range.start().into()], &text[range.end().into()..]);
    let before = before[before.rfind(ends).map_or(0, |at| at + 1)..].trim_end_matches(is_space);
    let after = after[..after.find(ends).unwrap_or(after.len())].trim_start_matches(is_space);
    let named = before.trim_end_matches(|c: char| is_space(c) || c == ',');
    let digits = named.len() - named.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let word = named[..named.len() - digits].trim_end_matches(is_space).to_lowercase();
    if let Ok(number) = named[named.len() - digits..].parse()
        && ["punkt", "pkt.", "pkt"].iter().any(|item| word.ends_with(item))
    {
        return AttachmentOwner::Numbered(number);
    }
    let owner = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    if before.ends_with(char::is_alphabetic) && owner.len() > 3 && owner.ends_with('s') {
        let own = owner.strip_suffix('s').is_some_and(is_of_meeting);
        return if own { AttachmentOwner::Item } else { AttachmentOwner::Elsewhere };
    }
    let Some(paper) = ["til ", "under "].iter().find_map(|word| after.strip_prefix(word)) else {
        return AttachmentOwner::Item;
    };
    let item = ["dagsordenspunkt ", "punkt ", "pkt. "].iter().find_map(|word| paper.strip_prefix(word));
    let number = |rest: &str| rest[..rest.bytes().take_while(u8::is_ascii_digit).count()].parse().ok();
    if let Some(number) = item.and_then(number) {
        return AttachmentOwner::Numbered(number);
    }
    let noun = paper.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    let definite = ["en", "et", "erne"].iter().any(|ending| noun.ends_with(ending));
    if definite && !is_of_meeting(&noun) { AttachmentOwner::Elsewhere } else { AttachmentOwner::Item }
}

/// Is `noun` something of the meeting itself, or who meets: "sagen", "udvalget"?
fn is_of_meeting(noun: &str) -> bool {
    const OWN: [&str; 8] = [
        "sagen",
        "punktet",
        "dagsordenen",
        "mødet",
        "indstillingen",
        "sagsfremstillingen",
        "forvaltningen",
        "referatet",
    ];
    OWN.contains(&noun) || ["punktet", "udvalget", "rådet", "styrelsen"].iter().any(|end| noun.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::{AttachmentOwner, attachment_owner, references};

    #[test]
    fn an_attachment_belongs_to_whom_the_words_around_it_name() {
        use AttachmentOwner::{Elsewhere, Item, Numbered};
        for (text, owner) in [
            ("Se bilag 2.", Item),
            ("jf. bilag 2 til orientering", Item),
            ("Sagens bilag 2 viser", Item),
            ("bilag 2 til sagen", Item),
            ("bilag 2 til udvalget", Item),
            ("Det ses af bilag 2", Item),
            ("Lovens bilag 2", Elsewhere),
            ("miljøvurderingslovens bilag 2, pkt. 13", Elsewhere),
            ("bilag 2 til kontrakten", Elsewhere),
            ("bilag 2 til vedtægterne", Elsewhere),
            ("punkt 3, bilag 2", Numbered(3)),
            ("(pkt. 12, bilag 2)", Numbered(12)),
            ("bilag 2 til punkt 3", Numbered(3)),
            ("bilag 2 under dagsordenspunkt 4", Numbered(4)),
        ] {
            let [reference] = &references(text)[..] else { panic!("{text}") };
            assert_eq!(attachment_owner(text, reference.range), owner, "{text}");
        }
    }

    fn numbers(text: &str) -> Vec<Vec<u32>> {
        references(text).into_iter().map(|r| r.numbers).collect()
    }

    #[test]
    fn numbers_lists_and_ranges_are_read() {
        assert_eq!(numbers("jf. bilag 1."), [[1]]);
        assert_eq!(numbers("(bilag 2, 4 og 5)"), [[2, 4, 5]]);
        assert_eq!(numbers("Se bilag 4-6 og bilag 8."), [vec![4, 5, 6], vec![8]]);
        assert_eq!(
            numbers("Bilagene 1 og 2 samt 4, bilag nummer 7, bilag nr.\u{a0}9"),
            [vec![1, 2, 4], vec![7], vec![9]]
        );
    }

    #[test]
    fn words_and_amounts_are_no_references() {
        assert!(
            numbers(
                "Vedlagt som bilag er 2 planer, og underbilag 3 samt bilag 1,5 mio. og bilagenes 2 sider"
            )
            .is_empty()
        );
    }
}
