//! Fixed texts that are looked for at once in many others.
//!
//! Lists of phrases are made ready at each start, and most documents are short. An Aho-Corasick automaton over the same phrases takes a
//! hundred times as long to make and no less to read with: it waits at each byte for the one before, and the pairs of bytes here for
//! nothing.

/// Fixed texts, made ready once.
#[derive(Debug)]
pub struct Needles {
    texts: Vec<Box<[u8]>>,
    /// Are small letters and capitals of ASCII the same?
    caseless: bool,
    /// A bit for each pair of bytes with which one of them begins.
    pairs: Box<[u64]>,
    /// The same for the first three bytes, by their hash.
    threes: [u64; 64],
    /// By their first two bytes, then the longest first; last by their places in the list.
    order: Vec<(u16, u32)>,
    /// Those of one byte.
    single: Vec<u32>,
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
        let (pairs, order, single) = (vec![0; 1 << 10].into(), Vec::with_capacity(texts.len()), Vec::new());
        let mut new = Self { texts: Vec::new(), caseless, pairs, threes: [0; 64], order, single };
        for (which, text) in texts.iter().enumerate() {
            new.add(text, which as u32);
        }
        let len = |which: u32| texts[which as usize].len();
        new.order
            .sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| len(b.1).cmp(&len(a.1))).then(a.1.cmp(&b.1)));
        Self { texts, ..new }
    }

    fn add(&mut self, text: &[u8], which: u32) {
        match *text {
            [] => {}
            [one] => {
                (0..=u8::MAX).for_each(|second| self.add_pair(one, second));
                self.single.push(which);
            }
            [first, second, ref rest @ ..] => {
                self.add_pair(first, second);
                match rest.first() {
                    Some(&third) => self.add_three([first, second, third]),
                    None => (0..=u8::MAX).for_each(|third| self.add_three([first, second, third])),
                }
                self.order.push((u16::from_le_bytes([first, second]), which));
            }
        }
    }

    fn add_pair(&mut self, first: u8, second: u8) {
        let both = |byte: u8| [byte, if self.caseless { byte.to_ascii_uppercase() } else { byte }];
        for pair in both(first).into_iter().flat_map(|first| both(second).map(|second| [first, second])) {
            let pair = usize::from(u16::from_le_bytes(pair));
            self.pairs[pair / 64] |= 1 << (pair % 64);
        }
    }

    fn add_three(&mut self, three: [u8; 3]) {
        let (place, bit) = hash(three);
        self.threes[place] |= bit;
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
            let found = bytes.get(at..)?.windows(2).position(|pair| self.may_begin([pair[0], pair[1]]));
            at = found.map_or(bytes.len(), |found| at + found);
            match found {
                Some(_) => match self.at(bytes, at) {
                    None => at += 1,
                    found => return found,
                },
                None => {
                    return bytes
                        .len()
                        .checked_sub(1)
                        .filter(|last| *last >= from)
                        .and_then(|last| self.at(bytes, last));
                }
            }
        }
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
        let bytes = text.as_bytes();
        let may = |at: usize| bytes.get(at + 1).is_none_or(|second| self.may_begin([bytes[at], *second]));
        (0..bytes.len()).filter(|at| may(*at)).any(|start| {
            let found = |which: u32| Found {
                start,
                end: start + self.texts[which as usize].len(),
                which: which as usize,
            };
            self.all_at(&bytes[start..]).any(|which| test(found(which)))
        })
    }

    #[inline]
    fn may_begin(&self, pair: [u8; 2]) -> bool {
        let pair = usize::from(u16::from_le_bytes(pair));
        self.pairs[pair / 64] >> (pair % 64) & 1 != 0
    }

    /// The longest that stands at byte `at`.
    fn at(&self, bytes: &[u8], at: usize) -> Option<Found> {
        let which = self.all_at(&bytes[at..]).next()? as usize;
        Some(Found { start: at, end: at + self.texts[which].len(), which })
    }

    /// Those that `rest` begins with, the longest first.
    fn all_at<'t>(&'t self, rest: &'t [u8]) -> impl Iterator<Item = u32> + 't {
        let fold = |byte: &u8| if self.caseless { byte.to_ascii_lowercase() } else { *byte };
        let pair = rest.first_chunk::<2>().map(|[first, second]| [fold(first), fold(second)]);
        let pair = pair.filter(|[first, second]| {
            rest.get(2).is_none_or(|third| {
                let (place, bit) = hash([*first, *second, fold(third)]);
                self.threes[place] & bit != 0
            })
        });
        let alike = pair.map_or(&[][..], |pair| {
            let pair = u16::from_le_bytes(pair);
            let from = &self.order[self.order.partition_point(|(other, _)| *other < pair)..];
            &from[..from.iter().take_while(|(other, _)| *other == pair).count()]
        });
        let all = alike.iter().map(|(_, which)| *which).chain(self.single.iter().copied());
        all.filter(move |which| self.begins(rest, *which))
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

/// The place of three bytes in `threes`, and their bit.
fn hash([first, second, third]: [u8; 3]) -> (usize, u64) {
    let hash = u32::from_le_bytes([first, second, third, 0]).wrapping_mul(0x9e37_79b1);
    ((hash >> 26) as usize, 1 << (hash >> 20 & 63))
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
