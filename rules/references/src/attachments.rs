//! Attachments: what a line of their list is counted as, and the places that refer to one by number.

mod marks;

use text::needle::Needle;
use text::{TextRange, TextSize, is_space, range, range_of};

use super::items::{begins_entry, is_item_word};
use super::numbers::{numbers_before, ordinals_before};
use super::whose::{Counted, WORDS, Whose, is_led, whose};
pub use marks::{Mark, attachment_label};

/// "jf. bilag 2", "(bilag 2, 4 og 5)"; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentReference {
    /// The numbers named, ranges written out.
    pub numbers: Vec<u32>,
    /// What is named otherwise, and no numbers then: "bilag A og B", "bilag 2.1"; each where it stands.
    pub marks: Vec<(Mark, TextRange)>,
    /// From "bilag" to the last number, or from the ordinal to "bilag".
    pub range: TextRange,
    /// Can nothing else be meant? "Andet bilag" may be another one.
    pub certain: bool,
}

/// The references to attachments in `text`: "bilag 2", "bilag B", "2. bilag", "jf. bil. 2".
pub fn attachment_references(text: &str) -> Vec<AttachmentReference> {
    let mut found = Vec::new();
    static ATTACHMENT: Needle = Needle::new("ilag");
    static CAPITALS: Needle = Needle::new("ILAG");
    let small = ATTACHMENT.find_iter(text).map(|at| (at, "bB"));
    let mut places: Vec<(usize, &str)> = small.chain(CAPITALS.find_iter(text).map(|at| (at, "B"))).collect();
    places.sort_unstable();
    for (at, initial) in places {
        let Some(start) =
            at.checked_sub(1).filter(|&start| initial.contains(char::from(text.as_bytes()[start])))
        else {
            continue;
        };
        let before = text[..start].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) || before == Some('-') {
            continue;
        }
        let end = at + "ilag".len();
        let plural = text[end..].starts_with("ene") || text[end..].starts_with("ENE");
        let end = if plural { end + "ene".len() } else { end };
        let broken = || over_line_end(text, start, end);
        if let Some((numbers, len)) = numbers(&text[end..]).or_else(broken) {
            let range = range(start, end + len);
            found.push(AttachmentReference { numbers, marks: Vec::new(), range, certain: true });
        } else if let Some(named) = marks::marks(&text[end..]) {
            found.push(marked(start, end, named));
        } else {
            found.extend(counted(text, start, end));
        }
    }
    abbreviated(text, &mut found);
    found
}

/// " 2" on the line after that on which a sentence has "bilag" last; "2. Kort" there is an entry of a list.
fn over_line_end(text: &str, start: usize, end: usize) -> Option<(Vec<u32>, usize)> {
    let rest = text[end..].trim_start_matches(is_space);
    let next = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(LINE_ENDS))?;
    let in_sentence = text[start..].starts_with('b') && text[..start].ends_with(is_space);
    let line = next.lines().next().filter(|_| in_sentence)?.trim_start_matches(is_space);
    let (numbers, len) = numbers(&format!(" {line}"))?;
    let taken = range_of(text, line).start() + TextSize::of(&line[..len - 1]);
    (!begins_entry(&line[len - 1..])).then(|| (numbers, usize::from(taken) - end))
}

/// "2. bilag", "tredje bilag", before the word from `start` to `end`, which is no "Bilag" that begins a sentence.
fn counted(text: &str, start: usize, end: usize) -> Option<AttachmentReference> {
    let small = text[start..].starts_with('b') && !text[end..].starts_with(char::is_alphanumeric);
    let line = line_before(text, start);
    let before = text[line..start].ends_with(is_space).then_some(&text[line..start]).filter(|_| small)?;
    let (numbers, at) = ordinals_before(before).or_else(|| numbers_before(before))?;
    // "Et andet bilag" is one more.
    let certain = !before[at..].to_lowercase().contains("andet") && at > 0;
    Some(AttachmentReference { numbers, marks: Vec::new(), range: range(line + at, end), certain })
}

/// The attachments that are `named` behind the word from `start` to `end`.
fn marked(start: usize, end: usize, named: Vec<(Mark, std::ops::Range<usize>)>) -> AttachmentReference {
    let marks: Vec<(Mark, TextRange)> =
        named.into_iter().map(|(mark, place)| (mark, range(end + place.start, end + place.end))).collect();
    let last = marks.last().map_or(end, |(_, place)| place.end().into());
    AttachmentReference { numbers: Vec::new(), marks, range: range(start, last), certain: true }
}

/// "jf. bil. 2", "Bil. 2 viser": in small letters behind another word "bil." may be the end of a sentence about a car.
fn abbreviated(text: &str, found: &mut Vec<AttachmentReference>) {
    static SHORT: Needle = Needle::new("il. ");
    let before = found.len();
    for at in SHORT.find_iter(text) {
        let Some(start) = at.checked_sub(1).filter(|&start| matches!(text.as_bytes()[start], b'b' | b'B'))
        else {
            continue;
        };
        let alone = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        let end = at + "il.".len();
        if let Some((numbers, len)) = numbers(&text[end..])
            && alone
            && (text[start..].starts_with('B') || is_led(text, range(start, end)))
        {
            let range = range(start, end + len);
            found.push(AttachmentReference { numbers, marks: Vec::new(), range, certain: true });
        }
    }
    if before < found.len() {
        found.sort_by_key(|reference| reference.range.start());
    }
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
        let behind = &rest[digits..];
        // "Bilag 2s tal".
        let behind = behind
            .strip_prefix('s')
            .filter(|more| !more.starts_with(char::is_alphanumeric))
            .unwrap_or(behind);
        if decimal || behind.starts_with(|c: char| c.is_alphanumeric() || c == '%') {
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
        // "Vedlagte bilag (nr. 2)".
        let bracket = usize::from(spaced.starts_with("(nr"));
        let rest = ["nr. ", "nr.\u{a0}", "nummer "]
            .iter()
            .find(|word| spaced[bracket..].starts_with(**word))
            .map_or(0, |w| bracket + w.len());
        return (spaces > 0 && spaced[rest..].starts_with(|c: char| c.is_ascii_digit()))
            .then_some((spaces + rest, " "));
    }
    // "Bilag 2 til 4. klasse".
    let ranges = WORDS.range_joints.iter().filter(|joint| joint.to_lowercase() != "til");
    let joints = ranges.map(|joint| (joint, "-")).chain(WORDS.list_joints.iter().map(|joint| (joint, ",")));
    let mut joined = joints.filter_map(|(word, joint)| {
        let rest = spaced.strip_prefix(&**word)?;
        let after = rest.trim_start_matches(is_space);
        // "Bilag 2og3".
        let apart = after.len() < rest.len() || !word.ends_with(char::is_alphabetic);
        let counts = after.starts_with(|c: char| c.is_ascii_digit());
        (apart && counts).then(|| (text.len() - after.len(), joint))
    });
    joined.next()
}

/// Whose attachment "bilag 2" is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentOwner {
    /// The item that names it.
    Item,
    /// The item with this number: "punkt 3, bilag 2", "bilag 2 til punkt 3".
    Numbered(u32),
    /// The item that names it, where it lists one that is called so: "planen, jf. bilag 2".
    Listed,
    /// Most likely the item that names it: "loven gælder, jf. bilag 2".
    Likely,
    /// The item that names it or the paper beside: "rapporten, bilag 2".
    Beside,
    /// One of the above or somebody else: "bilag 2 på hjemmesiden".
    Perhaps,
    /// A law, a contract, another paper or meeting: "lovens bilag 2", "bilag 2 til kontrakten".
    Elsewhere,
}

/// Whose attachment the reference at `range` of `text` means, by the words around it, in a meeting of `body`.
pub fn attachment_owner(text: &str, range: TextRange, body: &str) -> AttachmentOwner {
    let item = item_beside(text, range);
    let of_item = item.map_or(Whose::Here, |(_, place)| whose(text, place, Counted::Item, body));
    match (whose(text, range, Counted::Attachment, body).max(of_item), item) {
        (Whose::Here, Some((number, _))) => AttachmentOwner::Numbered(number),
        (Whose::Here, None) => AttachmentOwner::Item,
        (Whose::Listed, None) => AttachmentOwner::Listed,
        (Whose::Likely, None) => AttachmentOwner::Likely,
        (Whose::Beside, None) => AttachmentOwner::Beside,
        (Whose::Listed | Whose::Likely | Whose::Beside | Whose::Perhaps, _) => AttachmentOwner::Perhaps,
        (Whose::Elsewhere, _) => AttachmentOwner::Elsewhere,
    }
}

/// The number of the item that is named with the attachment at `range`, whoever's it is.
pub fn attachment_item(text: &str, range: TextRange) -> Option<u32> {
    item_beside(text, range).map(|(number, _)| number)
}

/// The item that is named with an attachment, and where: "punkt 3, bilag 2", "bilag 2 til punkt 3".
fn item_beside(text: &str, place: TextRange) -> Option<(u32, TextRange)> {
    let (start, end) = (usize::from(place.start()), usize::from(place.end()));
    let line = line_before(text, start);
    let named = text[line..start].trim_end_matches(|c: char| is_space(c) || c == ',');
    let digits = named.len() - named.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let word = named[..named.len() - digits].trim_end_matches(is_space);
    let first =
        word.len() - word.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().map_or(0, str::len);
    if let Ok(number) = named[named.len() - digits..].parse()
        && is_item_word(word[first..].trim_end_matches('.'))
    {
        return Some((number, range(line + first, line + named.len())));
    }
    let after = &text[end..text.ceil_char_boundary((end + NEAR).min(text.len()))];
    let after = after[..after.find(LINE_ENDS).unwrap_or(after.len())].trim_start_matches(is_space);
    let item = ["til ", "under ", "i "].iter().find_map(|word| after.strip_prefix(word))?;
    let (word, rest) =
        item.split_once(is_space).filter(|(word, _)| is_item_word(word.trim_end_matches('.')))?;
    let rest = rest.strip_prefix("nr. ").unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok()?;
    let from = range_of(text, word).start();
    Some((number, TextRange::new(from, range_of(text, &rest[..digits]).end())))
}

/// In bytes: what stands farther from a reference says nothing of it.
const NEAR: usize = 240;

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// Where the line that byte `start` stands in begins, or what of it stands near.
fn line_before(text: &str, start: usize) -> usize {
    let near = text.floor_char_boundary(start.saturating_sub(NEAR));
    text[near..start].rfind(LINE_ENDS).map_or(near, |at| near + at + 1)
}

#[cfg(test)]
mod tests {
    use super::{AttachmentOwner, attachment_owner, attachment_references as references};

    #[test]
    fn an_attachment_belongs_to_whom_the_words_around_it_name() {
        use AttachmentOwner::{Beside, Elsewhere, Item, Likely, Listed, Numbered, Perhaps};
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
            ("bilag 2 i punkt nr. 3", Numbered(3)),
            ("Se bilag 1, bilag 2", Item),
            ("jf. bilag 1, 2, bilag 3-4", Item),
            ("Lovens bilag 1, bilag 2", Perhaps),
            ("Se 2. bilag.", Item),
            ("Se bilag 2, side 3", Item),
            ("Lejekontrakten er vedlagt som bilag 2", Item),
            ("jf. bil. 2", Item),
            ("Se bilag 1-3 under ét", Item),
            ("bilag 2 under et", Item),
            ("Vedlagte bilag (nr. 2)", Item),
            ("Loven gælder, jf. bilag 2.", Likely),
            ("Planloven er ændret, og bilag 2 viser følgerne.", Item),
            ("Lovens krav er opfyldt, og i bilag 2 ses tallene.", Item),
            ("Se loven om havne samt bilag 2 om pengene.", Item),
            ("Efter vedtægten og bilag 2 skal lauget betale.", Item),
            ("Se § 14 i loven, og bilag 2-3 i sagen.", Item),
            ("Forordningen er ny, men bilag 2 er fra i fjor.", Item),
            ("Loven kræver et skøn efter bilag 1, og bilag 2 nævner havne.", Likely),
            ("Projektet er omfattet af miljøvurderingsloven, jf. bilag 2.", Perhaps),
            ("Lovens krav og bilag 2 gælder", Likely),
            ("Bekendtgørelsen om drikkevand, bilag 2, sætter grænsen", Perhaps),
            ("Udvalget tog bilag 2 til efterretning", Item),
            ("Bilag 2 ligger til grund", Item),
            ("Udvalgets bilag 2", Item),
            ("bilag 2 i sagen", Item),
            ("bilag 2 i lejekontrakten", Elsewhere),
            ("bilag 2 til lokalplan 12", Elsewhere),
            ("bilag 2 til byrådets møde den 3. marts 2026", Elsewhere),
            ("bilag 2 til referatet fra den 3. marts 2026", Elsewhere),
            ("bilag 2 til rapporten", Elsewhere),
            ("Se rapporten, bilag 2", Beside),
            ("Se notatet om trafikken, bilag 2.", Beside),
            ("Jf. rapporten fra 2019, bilag 2.", Beside),
            ("Det fremgår af vurderingen bilag 2.", Beside),
            ("Se loven, bilag 2", Elsewhere),
            ("Planen er god. Se bilag 2.", Item),
            ("Planen kan ses i dag, og bilag 2 er nyt", Item),
            ("§ 5, bilag 2", Elsewhere),
            ("Økonomiudvalget den 3. marts, bilag 2", Elsewhere),
            ("Udvalget godkendte planen, jf. bilag 2", Listed),
            ("Regnskabet (bilag 2) er revideret", Listed),
            (
                "at Teknikudvalget\n1. godkender planen, jf. bilag 2\n3. anbefaler Byrådet at give penge",
                Listed,
            ),
            ("ifølge planen, jf. bilag 2", Listed),
            ("Det fremgår af tilbuddet, jf. bilag 2.", Listed),
            ("Se tilbuddet (bilag 2).", Listed),
            ("Jf. regnskabet (bilag 2) er der overskud.", Listed),
            ("Som det ses af oversigten i bilag 2.", Listed),
            ("Det fremgår af vedtægterne, jf. bilag 2.", Listed),
            ("Vedtægterne findes i bilag 2.", Item),
            ("Det fremgår af tilbuddet, jf. bilag 2. Se bilag 3.", Item),
            ("Jf. § 5, stk. 2. Se også bilag 3.", Item),
            ("Det følger af lovens bilag 2. Se også bilag 3.", Perhaps),
            ("Kommunen (bilag 2) følger forordningen", Item),
            ("Det fremgår af loven (bilag 2).", Elsewhere),
            ("lovens bestemmelser, jf. loven, jf. bilag 2", Perhaps),
            ("godkender planen, jf. bilag 2 på forrige møde", Perhaps),
            ("sender bilag 2 i høring", Item),
            ("bilag 2 i offentlig høring", Item),
            ("bilag 2 fra sidste møde", Perhaps),
            ("bilag 2 på hjemmesiden", Perhaps),
            ("bilag 2 til punkt 3 på forrige møde", Elsewhere),
            ("bilag 2 under dagsordenspunkt 4", Numbered(4)),
        ] {
            let [.., reference] = &references(text)[..] else { panic!("{text}") };
            assert_eq!(attachment_owner(text, reference.range, "Kulturudvalget"), owner, "{text}");
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
        assert_eq!(numbers("SE BILAG 2 OG BILAGENE 3 OG 4"), [vec![2], vec![3, 4]]);
        assert_eq!(numbers("Budgettet er i bilag\n2, som er vedlagt"), [[2]]);
        assert_eq!(numbers("Bilag 2s tal er nye"), [[2]]);
        assert_eq!(numbers("Bil. 2 viser det, jf. bil. 3."), [[2], [3]]);
        assert!(numbers("Formanden har en ny bil. 2 var imod. En lånebil. 3 biler.").is_empty());
    }

    #[test]
    fn letters_and_parts_are_named_with_their_places() {
        let named = |text: &str| -> Vec<String> {
            let all = references(text);
            let marks = all.iter().flat_map(|one| &one.marks);
            marks.map(|(mark, place)| format!("{mark}={}", &text[*place])).collect()
        };
        assert_eq!(named("Jf. bilag A og B, se bilag 2.1 og 2.2."), ["A=A", "B=B", "2.1=2.1", "2.2=2.2"]);
        assert!(named("bilag 2 og 3, bilag 1,5 mio.").is_empty());
    }

    #[test]
    fn words_and_amounts_are_no_references() {
        assert!(
            numbers(
                "Her er bilag\n2. Kort\n\nBilag\n2 kort og UNDERBILAG 3. Vedlagt som bilag er 2 planer, og underbilag 3 samt bilag 1,5 mio. og bilagenes 2 sider"
            )
            .is_empty()
        );
    }
}
