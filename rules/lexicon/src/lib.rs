//! Danish word forms with all their readings: word class, gender, number, definiteness, tense.
//!
//! The forms are Stavekontrolden's (see `data/NOTICE.md`). They lie in an automaton that is part of the program and is
//! used where it lies: nothing is read or built at the start, and a look-up walks the letters of one word. The value of
//! a form is the number of a set of readings, of which there are some hundred.

mod readings;
mod starts;

use std::sync::LazyLock;

use fst::raw::Node;

pub use readings::Readings;

use starts::Starts;

/// The number of sets, the sets of four bytes each, the automaton: all little-endian.
static DATA: &[u8] = include_bytes!("../data/danish.lexicon");

/// The first byte of the letters of Danish words that are not ASCII.
const LEAD: u8 = 0xc3;

/// Those letters, each with its second byte.
const LATIN_LETTERS: [(u8, char); 4] = [(0xa6, 'æ'), (0xb8, 'ø'), (0xa5, 'å'), (0xa9, 'é')];

/// A lexicon in the form that the generator writes.
#[derive(Clone, Debug)]
pub struct Lexicon<'d> {
    sets: &'d [u8],
    forms: fst::Map<&'d [u8]>,
    starts: Starts,
}

/// The Danish lexicon.
pub fn danish() -> &'static Lexicon<'static> {
    static DANISH: LazyLock<Lexicon<'static>> =
        LazyLock::new(|| Lexicon::new(DATA).expect("the generated file is whole, which a test proves"));
    &DANISH
}

impl<'d> Lexicon<'d> {
    /// A lexicon over `data`; `None` if that is none.
    pub fn new(data: &'d [u8]) -> Option<Self> {
        let (count, rest) = data.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (sets, forms) = rest.split_at_checked(count.checked_mul(4)?)?;
        let forms = fst::Map::new(forms).ok()?;
        Some(Self { sets, starts: Starts::of(forms.as_fst()), forms })
    }

    /// All readings of `form`, written as it stands; none if the form is unknown.
    pub fn readings(&self, form: &str) -> Readings {
        self.value(form.as_bytes()).map_or(Readings::NONE, |set| self.set(set))
    }

    /// Tells `see` of each form that `text` begins with, the shortest first: its length in bytes, and its readings. Forms of one
    /// byte are left out.
    pub fn beginnings(&self, text: &str, mut see: impl FnMut(usize, Readings)) {
        let [first, second, rest @ ..] = text.as_bytes() else { return };
        let Some((address, mut value)) = self.starts.behind(*first, *second) else { return };
        let fst = self.forms.as_fst();
        let mut node = fst.node(address);
        for len in 2.. {
            if node.is_final() {
                see(len, self.set(value + node.final_output().value()));
            }
            let Some(step) = rest.get(len - 2).and_then(|byte| node.find_input(*byte)) else { return };
            let step = node.transition(step);
            value += step.out.value();
            node = fst.node(step.addr);
        }
    }

    /// Is `first` the first part of a listed compound, whose last part is a noun as the compound is: "surf" of "surfbræt"? The search
    /// ends at the first one, and behind what begins none stand only its own endings.
    pub fn begins_compound(&self, first: &str) -> bool {
        let node = first.bytes().try_fold((self.forms.as_fst().root(), 0), |(node, value), byte| {
            let step = node.transition(node.find_input(byte)?);
            Some((self.forms.as_fst().node(step.addr), value + step.out.value()))
        });
        node.is_some_and(|(node, value)| self.is_compound_behind(node, value, &mut Vec::new()))
    }

    /// Is `rest`, or what the automaton has behind it, a last part of the compound whose node and value these are?
    fn is_compound_behind(&self, node: Node<'_>, value: u64, rest: &mut Vec<u8>) -> bool {
        /// In bytes.
        const SHORTEST: usize = 4;
        /// "vurdererens" is who values, and no cleaning.
        const ENDING: &[u8] = b"rens";
        let noun = |number: u64| self.set(number).any(Readings::NOUN);
        let last = || self.value(rest).is_some_and(noun);
        if node.is_final()
            && rest.len() >= SHORTEST
            && rest != ENDING
            && noun(value + node.final_output().value())
            && last()
        {
            return true;
        }
        node.transitions().any(|step| {
            rest.push(step.inp);
            let next = self.forms.as_fst().node(step.addr);
            let found = self.is_compound_behind(next, value + step.out.value(), rest);
            rest.pop();
            found
        })
    }

    /// The set of readings with this number.
    fn set(&self, number: u64) -> Readings {
        let at = usize::try_from(number).ok().and_then(|number| number.checked_mul(4));
        let bytes = at.and_then(|at| self.sets.get(at..)?.first_chunk::<4>());
        bytes.map_or(Readings::NONE, |bytes| Readings::from_bits(u32::from_le_bytes(*bytes)))
    }

    /// The number of the set of readings of `form`.
    fn value(&self, form: &[u8]) -> Option<u64> {
        let [first, second, rest @ ..] = form else { return self.forms.get(form) };
        let fst = self.forms.as_fst();
        let (address, mut value) = self.starts.behind(*first, *second)?;
        let mut node = fst.node(address);
        for &byte in rest {
            let step = node.transition(node.find_input(byte)?);
            value += step.out.value();
            node = fst.node(step.addr);
        }
        node.is_final().then(|| value + node.final_output().value())
    }

    /// The forms that one change makes of `form`: a letter left out, put in, or changed, or two that change places. The
    /// automaton is walked once along `form`, and away from it only where it goes on.
    pub fn one_change_away(&self, form: &str) -> Vec<String> {
        let letters: Vec<char> = form.chars().collect();
        let mut found = Vec::new();
        let mut node = Some(self.forms.as_fst().root());
        for at in 0..=letters.len() {
            let Some(here) = node else { break };
            let rest = |from: usize| letters.get(from..).unwrap_or_default();
            let mut take = |middle: &[char], rest: &[char]| {
                let end = self.walk(here, middle).and_then(|node| self.walk(node, rest));
                if end.is_some_and(|end| end.is_final()) {
                    found.push(letters[..at].iter().chain(middle).chain(rest).collect());
                }
            };
            if let [first, others @ ..] = rest(at) {
                if let [second, ..] = others
                    && first != second
                {
                    take(&[*second, *first], rest(at + 2));
                }
                take(&[], others);
            }
            for letter in self.letters_behind(&here) {
                take(&[letter], rest(at));
                if at < letters.len() && letters[at] != letter {
                    take(&[letter], rest(at + 1));
                }
            }
            node = letters.get(at).and_then(|letter| self.walk(here, &[*letter]));
        }
        found.retain(|other| other != form);
        found.dedup();
        found
    }

    /// The letters of Danish words with which forms go on behind `node`.
    fn letters_behind(&self, node: &Node<'_>) -> Vec<char> {
        let fst = self.forms.as_fst();
        let lead = node.find_input(LEAD).map(|at| fst.node(node.transition_addr(at)));
        let plain = node.transitions().map(|step| char::from(step.inp)).filter(char::is_ascii_lowercase);
        let others = LATIN_LETTERS
            .iter()
            .filter(|(second, _)| lead.as_ref().is_some_and(|lead| lead.find_input(*second).is_some()));
        plain.chain(others.map(|(_, letter)| *letter)).collect()
    }

    /// Where `letters` lead from `node`.
    fn walk<'f>(&'f self, node: Node<'f>, letters: &[char]) -> Option<Node<'f>> {
        let mut node = node;
        for letter in letters {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                node = self.forms.as_fst().node(node.transition_addr(node.find_input(byte)?));
            }
        }
        Some(node)
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Are there no forms?
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The forms, for a search among them.
    pub fn forms(&self) -> &fst::Map<&'d [u8]> {
        &self.forms
    }
}

#[cfg(test)]
mod tests {
    use super::{DATA, Lexicon, Readings, danish};

    #[test]
    fn the_generated_file_is_whole_and_small() {
        assert!(Lexicon::new(DATA).is_some_and(|lexicon| lexicon.forms.as_fst().verify().is_ok()));
        assert!(DATA.len() <= 1_500_000, "{}", DATA.len());
        assert!(danish().len() > 600_000, "{}", danish().len());
    }

    #[test]
    fn forms_have_all_their_readings() {
        let readings = |form| danish().readings(form);
        assert_eq!(readings("håndterer"), Readings::PRESENT);
        assert_eq!(readings("møde"), Readings::INFINITIVE | Readings::NEUTER);
        assert_eq!(readings("situationen"), Readings::DEFINITE_COMMON);
        assert_eq!(readings("udvalg"), Readings::NEUTER | Readings::PLURAL);
        assert_eq!(readings("treårige"), Readings::ADJECTIVE_E);
        assert_eq!(readings("håndterre"), Readings::NONE);
    }

    #[test]
    fn the_forms_that_a_word_begins_with_are_told() {
        let mut seen = Vec::new();
        danish().beginnings("møderne", |len, readings| seen.push((len, readings)));
        let each = (2..=8).filter(|&len| "møderne".is_char_boundary(len)).map(|len| &"møderne"[..len]);
        let listed =
            each.map(|form| (form.len(), danish().readings(form))).filter(|(_, found)| !found.is_none());
        assert_eq!(seen, listed.collect::<Vec<_>>());
        assert!(seen.len() >= 3);
    }

    #[test]
    fn what_begins_compounds_is_told() {
        for first in ["forældre", "surf", "spilde", "hjemme", "hørings"] {
            assert!(danish().begins_compound(first), "{first}");
        }
        for word in ["vurdere", "også", "kommunens", "qwxz", "derefter"] {
            assert!(!danish().begins_compound(word), "{word}");
        }
    }

    #[test]
    fn forms_one_change_away_are_found() {
        let near = |form| danish().one_change_away(form);
        for (form, right) in [
            ("indstiling", "indstilling"),
            ("hørringssvar", "høringssvar"),
            ("arbjede", "arbejde"),
            ("måde", "møde"),
            ("bord", "bor"),
        ] {
            assert!(near(form).contains(&right.to_owned()), "{form}: {:?}", near(form));
        }
        assert!(near("qwxzqwxz").is_empty());
        assert!(!near("plan").contains(&"plan".to_owned()) && near("").len() < 60);
    }

    #[test]
    fn a_look_up_agrees_with_the_automaton() {
        let mut forms = danish().forms.stream();
        let mut n = 0;
        while let Some((form, value)) = fst::Streamer::next(&mut forms) {
            // Every fiftieth, and what is left of it without its last byte.
            if n % 50 == 0 || form.len() < 4 {
                assert_eq!(danish().value(form), Some(value));
                let cut = &form[..form.len() - 1];
                assert_eq!(danish().value(cut), danish().forms.get(cut));
            }
            n += 1;
        }
        assert!(
            ["", "a", "qq", "\u{ff}x"]
                .iter()
                .all(|form| danish().value(form.as_bytes()) == danish().forms.get(form))
        );
    }

    #[test]
    fn what_is_no_lexicon_is_refused() {
        for data in [&[][..], &[1, 0, 0], &[9, 0, 0, 0, 1, 2, 3, 4], &[255, 255, 255, 255]] {
            assert!(Lexicon::new(data).is_none());
        }
    }
}
