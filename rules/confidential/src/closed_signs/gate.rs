//! The words without which no line says in words that something is closed. They are looked for all at once, before any of it is
//! thought about, as few lines hold one.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use data::closed::{Closed, closed};

/// What kinds of such words a line holds, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Held(u8);

impl Held {
    /// Words and phrases that say it.
    pub(super) const WORD: Self = Self(1);
    /// Words of going and of staying away.
    pub(super) const GOING: Self = Self(2);
    /// Places in which a text may be read by others.
    pub(super) const OUTLET: Self = Self(4);
    /// Phrases that say it of an item.
    pub(super) const SAID: Self = Self(8);
    /// Phrases that say it of anything.
    pub(super) const ANYWHERE: Self = Self(16);
    /// All of these.
    pub(super) const SPEAKING: Self = Self(31);
    /// Words that say that doors or a meeting are open.
    pub(super) const OPENING: Self = Self(32);

    /// Those of `line`.
    pub(super) fn of(line: &str) -> Self {
        let finder = &*FINDER;
        let (bytes, mut key, mut held) = (line.as_bytes(), 0, Self::default());
        for (at, byte) in bytes.iter().enumerate() {
            key = next(key, *byte);
            // Hardly any three letters of a text are those of a word.
            if finder.keys[key / 64] >> (key % 64) & 1 != 0 {
                held.0 |= finder.held(&bytes[..at + 1], &bytes[at + 1..], key).0;
            }
        }
        held
    }

    /// Is one of `kind` among them?
    pub(super) fn has(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

/// So many bits of each of the last three letters make a key.
const BITS: usize = 5;
/// So many letters make a key.
const LETTERS: usize = 3;
const N_KEYS: usize = 1 << (BITS * LETTERS);

/// The key of the letter `byte` and the two before it, of which `key` is the key with the one before them. Capitals have those
/// of small letters.
fn next(key: usize, byte: u8) -> usize {
    (key << BITS | usize::from(byte) % (1 << BITS)) % N_KEYS
}

/// A word that is looked for.
struct Word {
    /// In small letters, as far as they are ASCII.
    letters: Box<[u8]>,
    /// So many of its bytes stand up to the end of its key.
    before: usize,
    kinds: Held,
}

/// All words, each under three letters of it.
struct Finder {
    /// A bit for each key that a word has.
    keys: Vec<u64>,
    words: FxHashMap<usize, Vec<Word>>,
}

impl Finder {
    fn new(kinds: FxHashMap<String, u8>) -> Self {
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for (key, _) in kinds.keys().flat_map(|word| keys(word)) {
            *shared.entry(key).or_default() += 1;
        }
        let mut finder = Self { keys: vec![0; N_KEYS / 64], words: FxHashMap::default() };
        for (word, kinds) in kinds {
            // Words are kept where many are, unless any other line has those letters too.
            let best = keys(&word).max_by_key(|(key, _)| (!USUAL.contains(key), shared[key]));
            for (key, before) in best.map_or_else(|| ends(&word), |best| vec![best]) {
                finder.keys[key / 64] |= 1 << (key % 64);
                let word = Word { letters: word.as_bytes().into(), before, kinds: Held(kinds) };
                finder.words.entry(key).or_default().push(word);
            }
        }
        finder
    }

    /// The kinds of the words that have their `key` at the end of `before` and go on with `behind`.
    #[cold]
    fn held(&self, before: &[u8], behind: &[u8], key: usize) -> Held {
        let stands = |word: &&Word| {
            let (begin, end) = word.letters.split_at(word.before);
            let is_own =
                |own: Option<&[u8]>, letters: &[u8]| own.is_some_and(|own| own.eq_ignore_ascii_case(letters));
            is_own(before.len().checked_sub(begin.len()).map(|from| &before[from..]), begin)
                && is_own(behind.get(..end.len()), end)
        };
        let words = self.words.get(&key).into_iter().flatten();
        Held(words.filter(stands).fold(0, |held, word| held | word.kinds.0))
    }
}

/// The keys of `word`, each with how many of its bytes stand up to the end of it.
fn keys(word: &str) -> impl Iterator<Item = (usize, usize)> {
    let of = |letters: &[u8]| letters.iter().fold(0, |key, letter| next(key, *letter));
    word.as_bytes().windows(LETTERS).enumerate().map(move |(at, letters)| (of(letters), at + LETTERS))
}

/// All keys that a `word` of fewer letters may end.
fn ends(word: &str) -> Vec<(usize, usize)> {
    let own = word.bytes().fold(0, next);
    let step = 1 << (BITS * word.len());
    (own..N_KEYS).step_by(step).map(|key| (key, word.len())).collect()
}

/// What three letters stand in many lines of any text.
static USUAL: LazyLock<FxHashSet<usize>> = LazyLock::new(|| {
    let usual = "kke for ent lig ige ing der den det til ver nde ere ter end ike ikk sen ret ell lle els ang med ede kom ige ret";
    usual.split(' ').flat_map(keys).map(|(key, _)| key).collect()
});

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let closed = closed();
    let (said, anywhere) = (closed.signs.said.iter(), closed.signs.anywhere.iter());
    let sets = [
        (Held::WORD, needed(words(closed))),
        (Held::GOING, needed(closed.leaving.going.to_vec())),
        (Held::OUTLET, needed(closed.outlets.outlets.iter().cloned().collect())),
        (Held::SAID, needed(said.cloned().collect())),
        (Held::ANYWHERE, needed(anywhere.cloned().collect())),
        (Held::OPENING, needed(closed.phrases.reopening.iter().cloned().collect())),
    ];
    let mut kinds: FxHashMap<String, u8> = FxHashMap::default();
    for (kind, words) in sets {
        for form in words.iter().flat_map(|word| forms(word)) {
            *kinds.entry(form).or_default() |= kind.0;
        }
    }
    Finder::new(kinds)
});

/// The words and phrases that say it.
fn words(closed: &Closed) -> Vec<String> {
    let (signs, phrases) = (&closed.signs, &closed.phrases);
    let lists = [
        &signs.stems,
        &signs.pictures,
        &signs.bracketed,
        &signs.phrases,
        &signs.said,
        &signs.anywhere,
        &signs.before_text,
        &signs.headings,
        &signs.first,
        &signs.spaced,
        &signs.confidential,
    ];
    let sets =
        [&phrases.closed, &phrases.closing, &phrases.access, &phrases.public, &phrases.only, &phrases.open];
    let marks = closed.headings.brackets.iter().chain(&closed.headings.lines).chain(&closed.headings.parts);
    let laws = phrases.laws.iter().flat_map(|law| &law.names);
    let own = lists.into_iter().flatten().chain(sets.into_iter().flatten()).chain(laws);
    own.map(|word| word.to_lowercase()).chain(marks.map(|mark| mark.to_lowercase())).collect()
}

/// `words` without those that hold a shorter one.
fn needed(mut words: Vec<String>) -> Vec<String> {
    /// By so many bytes those that a word may hold are looked up; what is shorter is looked for in every word.
    const BEGIN: usize = 3;
    words.sort_unstable_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    let (mut short, mut long) = (Vec::new(), FxHashMap::<[u8; BEGIN], Vec<String>>::default());
    for word in words {
        let holds = |at: usize, begin: &[u8]| {
            let shorter = begin.try_into().ok().and_then(|begin: [u8; BEGIN]| long.get(&begin));
            let rest = &word.as_bytes()[at..];
            shorter.is_some_and(|all| all.iter().any(|shorter| rest.starts_with(shorter.as_bytes())))
        };
        if short.iter().any(|shorter: &String| word.contains(shorter.as_str()))
            || word.as_bytes().windows(BEGIN).enumerate().any(|(at, begin)| holds(at, begin))
        {
            continue;
        }
        match word.as_bytes().first_chunk() {
            Some(begin) => long.entry(*begin).or_default().push(word),
            None => short.push(word),
        }
    }
    short.into_iter().chain(long.into_values().flatten()).collect()
}

/// `word`, which is in small letters, with other than ASCII in capitals as well: all of it, and its first letter.
fn forms(word: &str) -> impl Iterator<Item = String> {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let capital: String = first.chain(letters).collect();
    let mut forms = [word.to_owned(), word.to_uppercase(), capital];
    forms.iter_mut().for_each(|form| form.make_ascii_lowercase());
    let [word, capitals, capital] = forms;
    let (is_other, is_new) = (capitals != word, capital != word && capital != capitals);
    std::iter::once(word).chain(is_other.then_some(capitals)).chain(is_new.then_some(capital))
}

#[cfg(test)]
mod tests {
    use super::{Finder, Held, needed, next};

    fn has_word(line: &str) -> bool {
        Held::of(line).has(Held::WORD)
    }

    #[test]
    fn few_lines_hold_a_word_of_closed_matter() {
        for line in
            ["LUKKET", "Åben: Nej", "ÅBENT: NEJ", "Forvaltningslovens § 27", "L u k k e t", "🔒 2. Køb"]
        {
            assert!(has_word(line), "{line}");
        }
        for line in ["Byrådet godkendte budgettet for 2026.", "", "4. Fastsættelse af takster for dagtilbud"]
        {
            assert!(!has_word(line), "{line}");
        }
    }

    #[test]
    fn a_word_is_found_wherever_it_stands_and_a_short_one_too() {
        let kinds = [("ej", 1), ("lukket", 2), ("å", 4)].map(|(word, kind)| (word.to_owned(), kind));
        let finder = Finder::new(kinds.into_iter().collect());
        let held = |line: &str| {
            let (bytes, mut key) = (line.as_bytes(), 0);
            (0..bytes.len()).fold(0, |held, at| {
                key = next(key, bytes[at]);
                held | finder.held(&bytes[..at + 1], &bytes[at + 1..], key).0
            })
        };
        for (line, kinds) in [
            ("EJ", 1),
            ("Nej", 1),
            ("xlukket", 2),
            ("lukke", 0),
            ("å", 4),
            ("Ej å lukket", 7),
            ("", 0),
            ("j", 0),
        ] {
            assert_eq!(held(line), kinds, "{line}");
        }
    }

    #[test]
    fn what_holds_a_shorter_word_is_not_looked_for() {
        let words = ["lukket sag", "åben", "luk", "det er åbent", "ej", "nej tak", "døre", "ej"];
        let mut left = needed(words.into_iter().map(str::to_owned).collect());
        left.sort();
        assert_eq!(left, ["døre", "ej", "luk", "åben"]);
    }

    #[test]
    fn each_kind_is_told_apart() {
        for (line, kind) in [
            ("Tilhørerne forlod mødet", Held::GOING),
            ("Det hænges op i OPGANGEN", Held::OUTLET),
            ("Udtages EKSTRAHERES nu", Held::ANYWHERE),
            ("Sagen er KLAUSULERET", Held::SAID),
            ("Dørene ÅBNES igen", Held::OPENING),
        ] {
            assert!(Held::of(line).has(kind), "{line}");
        }
        assert!(!Held::of("Tilhørerne forlod mødet").has(Held::ANYWHERE));
        assert_eq!(Held::of("Budgettet er lagt."), Held::default());
    }
}
