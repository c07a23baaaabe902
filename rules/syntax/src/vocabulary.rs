//! The words that stand alone on a line, compiled once from data, the house styles and the configuration.

mod fold;
mod lines;
mod written;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub(super) use self::fold::fold;
use self::fold::{PAIRS, first_pair, is_plain, without_colon};
pub(super) use self::written::Bodies;
use self::written::RawVocabulary;
use super::kind::LONGEST_TITLE;
pub use super::kind::{Label, LineMark, SectionKind, TitleId};
use super::named::NamedForm;
use super::near_title::NearTitles;
use super::place_line::PlaceLine;
use danish::letters::make_small;
use data::closed::closed;
use text::is_space;

/// A section title that some house uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// As a municipality writes it.
    pub name: Box<str>,
    /// What it is about.
    pub kind: SectionKind,
    /// Does it quote earlier meetings?
    pub history: bool,
}

/// What a line is whose words the vocabulary knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Section(TitleId),
    Contents,
    Part { closed: bool },
    Furniture,
    LineMark(LineMark),
    Label(Label),
}

/// All the lines that mean something, for every house at once.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    titles: Vec<Title>,
    /// By their bytes as lines are compared.
    words: FxHashMap<Box<[u8]>, Word>,
    /// Which pairs of first letters the words begin with, a bit for each.
    pairs: Box<[u64; 16]>,
    /// How long the words are in bytes, a bit for each length below 128, by the pair they begin with; last those that
    /// begin with no pair.
    lengths: Box<[u128]>,
    pub(super) near: NearTitles,
    bare_labels: Vec<(Box<str>, Label)>,
    /// "Supplerende", before any title.
    supplements: Vec<Box<str>>,
    pub(super) bodies: Bodies,
    pub(super) below_words: Vec<Box<str>>,
    /// Forms of headings that house styles name.
    forms: Vec<NamedForm>,
    /// Forms of the line of the place that house styles name.
    place_lines: Vec<PlaceLine>,
}

/// Labels are shorter than this, in bytes.
const LONGEST_LABEL: usize = 40;

static COMMON: LazyLock<Vocabulary> = LazyLock::new(|| {
    let written: RawVocabulary = data::read("vocabulary");
    Vocabulary::from_written(written)
});

impl Vocabulary {
    /// The vocabulary of Danish minutes, without any house's own titles.
    pub fn common() -> &'static Self {
        &COMMON
    }

    /// This vocabulary with one more title; a known title keeps its number and takes the new kind.
    pub fn add_title(&mut self, name: &str, kind: SectionKind) -> TitleId {
        let id = match self.title(name) {
            Some(id) => id,
            None => self.push_title(name, kind, false),
        };
        self.titles[id.0 as usize].kind = kind;
        id
    }

    /// This vocabulary with one more line of page furniture.
    pub fn add_furniture(&mut self, line: &str) {
        self.insert(line, Word::Furniture);
    }

    /// The title that `line` is, whatever its capitals and its colon.
    pub fn title(&self, line: &str) -> Option<TitleId> {
        match self.words.get(fold(line).as_bytes()) {
            Some(Word::Section(id)) => Some(*id),
            _ => None,
        }
    }

    /// What is known of title `id`.
    pub fn title_of(&self, id: TitleId) -> &Title {
        &self.titles[id.0 as usize]
    }

    /// All titles.
    pub fn titles(&self) -> &[Title] {
        &self.titles
    }

    /// What the line `words` is, when it is known.
    pub(super) fn word(&self, words: &str) -> Option<Word> {
        if !self.may_know(words) {
            return None;
        }
        let mut bytes = [0; LONGEST_TITLE];
        if !is_plain(words) {
            return self.folded_word(fold(words).as_bytes());
        }
        let bare = without_colon(words);
        let short = self.may_be_so_long(bare).then(|| bytes.get_mut(..bare.len())).flatten()?;
        short.copy_from_slice(bare.as_bytes());
        make_small(short);
        self.folded_word(short)
    }

    fn folded_word(&self, folded: &[u8]) -> Option<Word> {
        self.words.get(folded).copied().or_else(|| {
            // "Kommunikation." is a heading with a stop too many.
            let bare = folded.strip_suffix(b".").filter(|bare| bare.len() > 6)?;
            self.words.get(bare).copied().filter(|word| matches!(word, Word::Section(_)))
        })
    }

    /// Can a line as long as `words` be known, with or without a stop at its end?
    fn may_be_so_long(&self, words: &str) -> bool {
        let lengths = self.lengths[first_pair(words).unwrap_or(PAIRS)];
        let known = |len: usize| len >= 128 || lengths & (1 << len) != 0;
        known(words.len()) || words.ends_with('.') && known(words.len() - 1)
    }

    /// Can a line that begins like `words` be known? A look at two bytes tells most prose apart.
    pub(super) fn may_know(&self, words: &str) -> bool {
        first_pair(words).is_none_or(|pair| self.pairs[pair / 64] & (1 << (pair % 64)) != 0)
    }

    /// May the heading of a section be the title of an item whose number stands alone above it: "Økonomi", "Høring"? No item
    /// without a title begins with such a section.
    pub fn may_be_title(&self, id: TitleId) -> bool {
        use SectionKind::{Communication, Hearing, Process};
        self.is_topic(id) || matches!(self.title_of(id).kind, Communication | Hearing | Process)
    }

    /// May the heading of a section be the title of an item among others, "Økonomi"?
    pub fn is_topic(&self, id: TitleId) -> bool {
        use SectionKind::{Assessment, Finance, Other};
        matches!(self.title_of(id).kind, Finance | Assessment | Other)
    }

    /// The bytes that the label at the start of `line` takes; a line that is a label and nothing else is all of it.
    pub fn label_len(&self, line: &str) -> usize {
        self.label(line).map_or(line.len(), |(_, len)| len)
    }

    /// The label that `line` begins with, and the bytes of `line` it takes, its colon included.
    pub fn label(&self, line: &str) -> Option<(Label, usize)> {
        if line.starts_with(['*', '_']) {
            return self.label_set_off(line);
        }
        if !self.may_know(line) {
            return None;
        }
        let start = &line.as_bytes()[..line.len().min(LONGEST_LABEL)];
        let named = memchr::memchr(b':', start).and_then(|at| match self.word(&line[..at]) {
            Some(Word::Label(label)) => Some((label, at + 1)),
            _ => None,
        });
        named
            .or_else(|| {
                let first = line.as_bytes().first();
                let begins = |name: &str| name.as_bytes().first() == first;
                self.bare_labels.iter().filter(|(name, _)| begins(name)).find_map(|(name, label)| {
                    let rest = line.strip_prefix(&**name)?;
                    rest.starts_with(is_space).then_some((*label, name.len()))
                })
            })
            .or_else(|| self.label_in_column(line))
    }

    /// "**Sted:** Klubhuset", "__Sted__: Klubhuset" in Markdown: the label between the signs, the colon before or behind the last.
    fn label_set_off(&self, line: &str) -> Option<(Label, usize)> {
        let bare = line.trim_start_matches(['*', '_']);
        let (sign, bare) = line.split_at(line.len() - bare.len());
        let sign = Some(sign).filter(|sign| ["*", "**", "_", "__"].contains(sign))?;
        let at = bare.find(sign)?;
        let (name, behind) = (&bare[..at], &bare[at + sign.len()..]);
        let colon = usize::from(behind.starts_with(':') && !name.ends_with(':'));
        match self.word(name) {
            Some(Word::Label(label)) if colon == 1 || name.ends_with(':') => {
                Some((label, 2 * sign.len() + at + colon))
            }
            _ => None,
        }
    }

    /// "Sted     Byrådssalen": the one gap of the line parts the label from its value.
    fn label_in_column(&self, line: &str) -> Option<(Label, usize)> {
        const GAP: &str = "   ";
        let at = line.find(GAP).filter(|at| *at <= LONGEST_LABEL)?;
        let value = line[at..].trim_matches(is_space);
        let one = !value.is_empty() && !value.contains(GAP);
        match self.word(&line[..at]).filter(|_| one)? {
            Word::Label(label) => Some((label, at)),
            _ => None,
        }
    }

    fn push_title(&mut self, name: &str, kind: SectionKind, history: bool) -> TitleId {
        let id = self.push_exact(name, kind, history);
        self.near.push(id, name);
        if !history {
            self.push_supplements(name, kind);
        }
        id
    }

    /// "Supplerende økonomi", "Ny supplerende høring": titles of their own, of the kind of `name`.
    fn push_supplements(&mut self, name: &str, kind: SectionKind) {
        let mut letters = name.chars();
        let Some(first) = letters.next() else { return };
        for before in std::mem::take(&mut self.supplements) {
            self.push_exact(&format!("{before} {}{}", first.to_lowercase(), letters.as_str()), kind, false);
            self.supplements.push(before);
        }
    }

    fn push_exact(&mut self, name: &str, kind: SectionKind, history: bool) -> TitleId {
        let id = TitleId(self.titles.len() as u16);
        self.titles.push(Title { name: name.into(), kind, history });
        self.insert(name, Word::Section(id));
        id
    }

    fn from_written(written: RawVocabulary) -> Self {
        let mut new = Self {
            titles: Vec::new(),
            words: FxHashMap::default(),
            pairs: Box::default(),
            lengths: vec![0; PAIRS + 1].into(),
            near: NearTitles::default(),
            bare_labels: Vec::new(),
            supplements: written.supplements.before,
            bodies: written.bodies,
            below_words: Vec::new(),
            forms: Vec::new(),
            place_lines: Vec::new(),
        };
        new.add_all(&written.contents.titles, Word::Contents);
        new.add_all(&written.parts.open, Word::Part { closed: false });
        new.add_all(&closed().headings.parts, Word::Part { closed: true });
        new.add_all(&written.furniture.lines, Word::Furniture);
        new.add_all(&written.marks.open, Word::LineMark(LineMark::Open));
        new.add_all(&closed().headings.lines, Word::LineMark(LineMark::Closed));
        new.add_all(&written.marks.r#type, Word::LineMark(LineMark::Type));
        written.items.below.iter().for_each(|word| new.expect(word));
        new.below_words = written.items.below;
        for (label, names) in written.labels {
            new.add_all(&names.names, Word::Label(label));
            names.bare.iter().for_each(|name| new.expect(name));
            new.bare_labels.extend(names.bare.into_iter().map(|name| (name, label)));
        }
        // Longest first, so that "Sagsnr." is not read as "Sagsnr" and a stop; then by name, for a fixed order.
        new.bare_labels.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        let mut sections: Vec<_> =
            written.sections.into_iter().map(|(kind, names)| (kind, names, false)).collect();
        sections.extend(written.history.into_iter().map(|(kind, names)| (kind, names, true)));
        sections.sort_by_key(|(kind, _, history)| (*kind, *history));
        for (kind, names, history) in sections {
            for name in names {
                new.push_title(&name, kind, history);
            }
        }
        new
    }

    fn insert(&mut self, name: &str, word: Word) {
        let folded = fold(name);
        self.expect(&folded);
        let pair = first_pair(&folded).unwrap_or(PAIRS);
        self.lengths[pair] |= 1_u128.checked_shl(folded.len() as u32).unwrap_or(0);
        self.words.insert(folded.into_bytes().into(), word);
    }

    /// Lines that begin like `words` may be known.
    fn expect(&mut self, words: &str) {
        if let Some(pair) = first_pair(words) {
            self.pairs[pair / 64] |= 1 << (pair % 64);
        }
    }

    fn add_all(&mut self, names: &[Box<str>], word: Word) {
        for name in names {
            self.insert(name, word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, SectionKind, Vocabulary};

    #[test]
    fn a_house_adds_its_own_titles() {
        let mut vocabulary = Vocabulary::common().clone();
        let id = vocabulary.add_title("Børnenes stemme", SectionKind::Hearing);
        assert_eq!(vocabulary.title("BØRNENES STEMME:"), Some(id));
        assert_eq!(vocabulary.title_of(id).kind, SectionKind::Hearing);
    }

    #[test]
    fn a_supplement_is_of_the_kind_of_what_it_supplements() {
        let vocabulary = Vocabulary::common();
        let kind = |line| vocabulary.title(line).map(|id| vocabulary.title_of(id).kind);
        for (line, own) in [
            ("Supplerende økonomi", SectionKind::Finance),
            ("Supplerende høring:", SectionKind::Hearing),
            ("Ny supplerende sagsbeskrivelse", SectionKind::Case),
            ("SUPPLERENDE BILAG", SectionKind::Attachments),
            ("Ny supplerende indstilling", SectionKind::Recommendation),
        ] {
            assert_eq!(kind(line), Some(own), "{line}");
        }
        assert_ne!(vocabulary.title("Supplerende økonomi"), vocabulary.title("Økonomi"));
        for line in
            ["Supplerende", "Supplerende valg", "Supplerende økonomi til hallen", "Nye supplerende bilag"]
        {
            assert_eq!(kind(line), None, "{line}");
        }
    }

    #[test]
    fn the_way_of_a_case_has_several_names() {
        let kind = |line| {
            let vocabulary = Vocabulary::common();
            vocabulary.title(line).map(|id| vocabulary.title_of(id).kind)
        };
        for line in ["Sagens gang", "Sagsgang:", "SAGENS GANG", "Videre sagsgang"] {
            assert_eq!(kind(line), Some(SectionKind::Process), "{line}");
        }
        assert_eq!(kind("Sagens gang i udvalget"), None);
    }

    #[test]
    fn a_label_ends_at_its_colon_or_its_space() {
        let label = |line| Vocabulary::common().label(line);
        assert_eq!(label("Mødedato: 14.09.2020"), Some((Label::Date, 10)));
        assert_eq!(label("Mødedato Tirsdag d. 21. februar"), Some((Label::Date, 9)));
        assert_eq!(label("Sted og tid aftales senere."), None);
        for line in ["**Sted:** Hallen", "**Sted**: Hallen", "__Sted__: Hallen", "_Sted:_ Hallen"] {
            let (found, len) = label(line).expect(line);
            assert_eq!((found, line[len..].trim()), (Label::Place, "Hallen"), "{line}");
        }
        for line in ["**Sted** er hallen", "**Sted og tid**: Hallen", "* Sted: Hallen", "***Sted:*** Hallen"]
        {
            assert_eq!(label(line), None, "{line}");
        }
    }
}
