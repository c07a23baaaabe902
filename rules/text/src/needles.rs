//! Fixed texts that are looked for at once in many others.
//!
//! Lists of phrases are made ready at each start, and most documents are short. An Aho-Corasick automaton over the same phrases takes
//! ten times as long to make and no less to read with.

/// Fixed texts, made ready once.
#[derive(Debug)]
pub struct Needles {
    texts: Vec<Box<[u8]>>,
    /// Are small letters and capitals of ASCII the same?
    caseless: bool,
    /// The keys with which one of them begins.
    begins: Keys,
    /// Those with which one of less than three bytes begins.
    short_begins: Keys,
    /// The keys of the third byte of the longer ones and of what stands behind it: few words go on as one that is looked for.
    go_on: Keys,
    /// Those of three bytes and more by their keys, then the longest first; last by their places in the list.
    order: Vec<(u16, u32)>,
    /// The shorter ones, the longest first.
    short: Vec<u32>,
}

/// So many bytes make a key.
const BYTES: u32 = 3;
/// So many bits of each, which are the same for small letters and capitals.
const BITS: u32 = 5;
const N_KEYS: usize = 1 << (BYTES * BITS);

/// The key of `byte` and the two before it, of which `key` is the key with the one before them.
#[inline]
fn next(key: usize, byte: u8) -> usize {
    ((key << BITS) | (usize::from(byte) % (1 << BITS))) % N_KEYS
}

/// A bit for each key.
#[derive(Debug)]
struct Keys(Box<[u64; N_KEYS / 64]>);

impl Keys {
    fn none() -> Self {
        Self(Box::new([0; N_KEYS / 64]))
    }

    /// Adds that of `bytes`; where they are fewer than a key has, those of all that begin so.
    fn add(&mut self, bytes: &[u8]) {
        let bytes = &bytes[..bytes.len().min(BYTES as usize)];
        let free = BITS * (BYTES - bytes.len() as u32);
        for key in (key_of(bytes) << free..).take(1 << free) {
            self.0[key / 64] |= 1 << (key % 64);
        }
    }

    #[inline]
    fn has(&self, key: usize) -> bool {
        self.0[key / 64] >> (key % 64) & 1 != 0
    }
}

/// The key of the first three of `bytes`.
#[inline]
fn key_of(bytes: &[u8]) -> usize {
    bytes.iter().take(BYTES as usize).fold(0, |key, byte| next(key, *byte))
}

/// Where one of them stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Its place in the list.
    pub which: usize,
}

impl Needles {
    /// Looks for `texts` as they are written.
    pub fn new<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::of(texts, false)
    }

    /// Looks for `texts` with letters of ASCII small or large.
    pub fn caseless<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::of(texts, true)
    }

    fn of<T: AsRef<str>>(texts: impl IntoIterator<Item = T>, caseless: bool) -> Self {
        let texts: Vec<Box<[u8]>> = texts
            .into_iter()
            .map(|text| {
                let text = text.as_ref().as_bytes();
                if caseless { text.to_ascii_lowercase().into() } else { text.into() }
            })
            .collect();
        let mut new = Self {
            texts: Vec::new(),
            caseless,
            begins: Keys::none(),
            short_begins: Keys::none(),
            go_on: Keys::none(),
            order: Vec::with_capacity(texts.len()),
            short: Vec::new(),
        };
        for (which, text) in texts.iter().enumerate() {
            new.add(text, which as u32);
        }
        let len = |which: u32| texts[which as usize].len();
        new.order
            .sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| len(b.1).cmp(&len(a.1))).then(a.1.cmp(&b.1)));
        new.short.sort_by_key(|which| std::cmp::Reverse(len(*which)));
        Self { texts, ..new }
    }

    fn add(&mut self, text: &[u8], which: u32) {
        if text.is_empty() {
            return;
        }
        self.begins.add(text);
        if text.len() < BYTES as usize {
            self.short_begins.add(text);
            self.short.push(which);
        } else {
            self.go_on.add(&text[BYTES as usize - 1..]);
            self.order.push((key_of(text) as u16, which));
        }
    }

    /// Does one of them stand in `text`?
    pub fn are_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The first that stands in `text`; of those that begin together, the longest.
    pub fn find(&self, text: &str) -> Option<Found> {
        self.find_from(text, 0)
    }

    /// The same from byte `from` on.
    pub fn find_from(&self, text: &str, from: usize) -> Option<Found> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            at = self.next_beginning(bytes, at)?;
            match self.at(bytes, at) {
                None => at += 1,
                found => return found,
            }
        }
    }

    /// The first byte from `from` on where one of them may begin, as far as keys tell.
    fn next_beginning(&self, bytes: &[u8], mut from: usize) -> Option<usize> {
        loop {
            let found = self.next_key(bytes, from)?;
            let own = [0, 1, 2, 3, 4].map(|behind| bytes.get(found + behind).copied().unwrap_or(0));
            if self.go_on.has(key_of(&own[BYTES as usize - 1..])) || self.short_begins.has(key_of(&own)) {
                return Some(found);
            }
            from = found + 1;
        }
    }

    /// The first byte from `from` on with a key with which one of them begins.
    fn next_key(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let rest = bytes.get(from..)?;
        let mut key = next(usize::from(*rest.first()?), rest.get(1).copied().unwrap_or(0));
        let mut begins = |byte: u8| {
            key = next(key, byte);
            self.begins.has(key)
        };
        let found = rest.iter().skip(2).position(|byte| begins(*byte));
        // At the end nothing stands behind.
        let found = found.or_else(|| (rest.len().saturating_sub(2)..rest.len()).find(|_| begins(0)));
        found.map(|found| from + found)
    }

    /// Those that stand in `text`, one behind the other.
    pub fn find_iter(&self, text: &str) -> impl Iterator<Item = Found> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_from(text, from)?;
            from = found.end;
            Some(found)
        })
    }

    /// Does `test` hold for one of all that stand in `text`, those within others as well?
    pub fn any(&self, text: &str, mut test: impl FnMut(Found) -> bool) -> bool {
        let (bytes, mut from) = (text.as_bytes(), 0);
        while let Some(start) = self.next_beginning(bytes, from) {
            let found = |which: u32| Found {
                start,
                end: start + self.texts[which as usize].len(),
                which: which as usize,
            };
            if self.all_at(&bytes[start..]).any(|which| test(found(which))) {
                return true;
            }
            from = start + 1;
        }
        false
    }

    /// The longest that stands at byte `at`.
    fn at(&self, bytes: &[u8], at: usize) -> Option<Found> {
        let which = self.all_at(&bytes[at..]).next()? as usize;
        Some(Found { start: at, end: at + self.texts[which].len(), which })
    }

    /// Those that `rest` begins with, the longest first.
    fn all_at<'t>(&'t self, rest: &'t [u8]) -> impl Iterator<Item = u32> + 't {
        let key = key_of(rest) as u16;
        let long = &self.order[self.order.partition_point(|(other, _)| *other < key)..];
        let alike = long.iter().take_while(move |(other, _)| *other == key).map(|(_, which)| *which);
        alike.chain(self.short.iter().copied()).filter(move |which| self.begins(rest, *which))
    }

    /// Does `rest` begin with the text in this place of the list?
    fn begins(&self, rest: &[u8], which: u32) -> bool {
        let text = &self.texts[which as usize];
        rest.get(..text.len()).is_some_and(|own| match self.caseless {
            true => own.eq_ignore_ascii_case(text),
            false => own == &**text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Needles;

    fn found<'t>(needles: &Needles, text: &'t str) -> Vec<&'t str> {
        needles.find_iter(text).map(|found| &text[found.start..found.end]).collect()
    }

    #[test]
    fn of_those_that_begin_together_the_longest_is_found() {
        let needles = Needles::new(["for", "forslag", "fo", "§", ".", "et forslag fra"]);
        assert_eq!(found(&needles, "et forslag, for § 4. fo"), ["forslag", "for", "§", ".", "fo"]);
        assert_eq!(found(&needles, "et forslag fra F."), ["et forslag fra", "."]);
        assert_eq!(found(&needles, "FOR fx f"), Vec::<&str>::new());
        assert_eq!(found(&needles, ""), Vec::<&str>::new());
    }

    #[test]
    fn capitals_of_ascii_are_the_same_where_they_are_to_be() {
        let needles = Needles::caseless(["Født", "ÅR", "x"]);
        assert_eq!(found(&needles, "FøDT fØdt ÅR År år X"), ["FøDT", "ÅR", "År", "X"]);
    }

    #[test]
    fn one_is_found_from_any_place_on() {
        let needles = Needles::new(["ja", "a"]);
        let text = "ja ja";
        let starts: Vec<_> = (0..=5)
            .map(|from| needles.find_from(text, from).map(|found| (found.start, found.which)))
            .collect();
        assert_eq!(starts, [Some((0, 0)), Some((1, 1)), Some((3, 0)), Some((3, 0)), Some((4, 1)), None]);
        assert!(needles.are_in("nu ja") && !needles.are_in("nu"));
    }

    #[test]
    fn all_that_a_plain_look_finds_is_found() {
        let list = ["om", "omme", "mø", "ødet", " at ", "e", ", når "];
        let needles = Needles::new(list);
        let text = "Om mødet: at komme, når det er omme, og at møde. møde";
        for from in (0..text.len()).filter(|from| text.is_char_boundary(*from)) {
            let at = |start: usize| {
                let begin = list.iter().filter(|word| text[start..].starts_with(**word));
                begin.max_by_key(|word| word.len()).map(|word| (start, start + word.len()))
            };
            let first = (from..text.len()).filter(|start| text.is_char_boundary(*start)).find_map(at);
            assert_eq!(needles.find_from(text, from).map(|found| (found.start, found.end)), first, "{from}");
        }
        let (mut all, mut plain) = (Vec::new(), Vec::new());
        assert!(!needles.any(text, |found| {
            all.push((found.start, found.which));
            false
        }));
        for (which, word) in list.iter().enumerate() {
            plain.extend(text.match_indices(word).map(|(start, _)| (start, which)));
        }
        all.sort_unstable();
        plain.sort_unstable();
        assert_eq!(all, plain);
    }
}
