//! The words without which no line says in words that something is closed. They are looked for all at once, before any of it is
//! thought about, as few lines hold one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use data::closed::{Closed, closed};
use text::needles::Needles;

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
    /// Words that say it together with another.
    pub(super) const SECRET: Self = Self(32);
    /// All of these.
    pub(super) const SPEAKING: Self = Self(63);
    /// Words that say that doors or a meeting are open.
    pub(super) const OPENING: Self = Self(64);

    /// Those of `line`.
    pub(super) fn of(line: &str) -> Self {
        let finder = &*FINDER;
        let mut held = Self::default();
        // Hardly any three letters of a text are those that a word begins with.
        finder.words.any(line, |found| {
            held.0 |= finder.kinds[found.which].0;
            false
        });
        held
    }

    /// Is one of `kind` among them?
    pub(super) fn has(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

/// All words, each with the kinds that it belongs to.
struct Finder {
    words: Needles,
    kinds: Vec<Held>,
}

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let closed = closed();
    let (said, anywhere) = (closed.signs.said.iter(), closed.signs.anywhere.iter());
    let sets = [
        (Held::WORD, needed(words(closed))),
        (Held::GOING, needed(closed.leaving.going.to_vec())),
        (Held::OUTLET, needed(closed.outlets.outlets.iter().cloned().collect())),
        (Held::SAID, needed(said.cloned().collect())),
        (Held::ANYWHERE, needed(anywhere.cloned().collect())),
        (Held::SECRET, needed(closed.secrecy.iter().flat_map(|kind| &kind.words).cloned().collect())),
        (Held::OPENING, needed(closed.phrases.reopening.iter().cloned().collect())),
    ];
    let mut kinds: FxHashMap<String, u8> = FxHashMap::default();
    for (kind, words) in sets {
        for form in words.iter().flat_map(|word| forms(word)) {
            *kinds.entry(form).or_default() |= kind.0;
        }
    }
    let (words, kinds): (Vec<String>, Vec<Held>) =
        kinds.into_iter().map(|(word, kind)| (word, Held(kind))).unzip();
    Finder { words: Needles::caseless(words), kinds }
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
        &signs.strong,
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
    use super::{Held, needed};

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
            ("Føres SÆRSKILT", Held::SECRET),
        ] {
            assert!(Held::of(line).has(kind), "{line}");
        }
        assert!(!Held::of("Tilhørerne forlod mødet").has(Held::ANYWHERE));
        assert_eq!(Held::of("Budgettet er lagt."), Held::default());
    }
}
