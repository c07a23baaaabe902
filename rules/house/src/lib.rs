//! House styles: how one municipality builds its minutes. Data in `rules/data/houses`, read and checked here.
//!
//! A style says which sections an item has and in which order, which items are exempt, how points and decisions are
//! written, and by which signs a document of that house is known. A municipality adds its own in a few lines that
//! `extends` another style; what it does not say is as in that style.

mod choose;
mod known_titles;
mod written;

use std::sync::{Arc, LazyLock};

pub use choose::form_name;
pub use choose::{Choice, choose};
pub use known_titles::KnownTitles;
pub use written::HouseFile;

use serde::Deserialize;

use danish::letters::small;
use minutes::{Marker, Outcome, Section, Stage};
use syntax::{CaseNumberForm, SectionKind, TitleId, Vocabulary};
use text::near::nearest;

/// A house style, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// The name used in settings: "fredericia".
    pub name: String,
    /// Whose style it is: "Fredericia Kommune".
    pub title: String,
    /// In the order of the style.
    pub sections: Vec<HouseSection>,
    /// Items with such a title need no sections; compared from the start of the title, in small letters; sorted.
    pub exempt: Vec<String>,
    /// An item without a title is held to the sections only if it has one of these.
    pub ordinary: Vec<SectionKind>,
    /// How points are written.
    pub points: PointStyle,
    /// How decisions are written.
    pub decisions: DecisionStyle,
    /// What the head must say.
    pub head: HeadStyle,
    /// Case numbers: the form, and whether every item has one.
    pub case_number: Option<(CaseNumberForm, bool)>,
    /// How times are written in running text: with a stop or a colon.
    pub time_separator: Option<char>,
    /// The heading of an item, for writing new ones: "Punkt {number} {title}".
    pub item_heading: String,
    signs: Signs,
}

/// A section of a house style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseSection {
    /// The titles that stand for it; the first is the one to write.
    pub titles: Vec<TitleId>,
    /// The title to write.
    pub name: String,
    /// What it is about.
    pub kind: SectionKind,
    /// When every ordinary item must have it.
    pub required: Required,
    /// Must something stand under the heading?
    pub text: bool,
    /// May it stand in any place, whatever the order of the style?
    pub anywhere: bool,
    /// Items whose title says one of these need it not: "D-sag".
    pub unless: Vec<String>,
}

impl HouseSection {
    /// Must ordinary items of a document at this stage have the section?
    pub fn is_due(&self, stage: Stage) -> bool {
        match self.required {
            Required::Never => false,
            Required::Minutes | Required::Usual => stage == Stage::Minutes,
            Required::Always => true,
        }
    }

    /// Does an item with this title need the section less than others?
    pub fn spares(&self, title: &str) -> bool {
        !self.unless.is_empty() && {
            let title = small(title);
            self.unless.iter().any(|word| title.contains(word))
        }
    }
}

/// When a section must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Required {
    /// It may be left out.
    Never,
    /// Minutes usually have it: where one lacks it, that is a hint.
    Usual,
    /// In minutes.
    Minutes,
    /// In agendas and minutes.
    Always,
}

/// How a house writes at-points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PointStyle {
    /// The marker before each point, when the house has one.
    pub marker: Option<Marker>,
    /// Does each point begin with a small "at"?
    pub lead_word: bool,
    /// Must the lead-in name who recommends?
    pub lead_in: bool,
}

/// How a house writes decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionStyle {
    /// The heading, for writing new ones: "Beslutning i {body} den {date}".
    pub heading: String,
    /// Is each at-point answered with its own verb?
    pub per_point: bool,
    /// The form of words for an outcome: "Indstillingen blev godkendt."
    pub wording: Vec<(Outcome, String)>,
    /// Forms of words that the house does not use, each with the outcome whose wording stands for it.
    pub avoid: Vec<(String, Outcome)>,
    /// What a copy that is published shows of the decision in a closed item.
    pub closed: ClosedDecision,
}

/// What a copy that is published shows of the decision in a closed item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ClosedDecision {
    /// A decision in usual words, which tell nothing of the case.
    #[default]
    Usual,
    /// No decision.
    None,
    /// Whatever it says.
    All,
}

/// What a head says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadStyle {
    /// "committee", "date", "time", "place".
    pub required: Vec<String>,
    /// The first line, for writing new ones: "{STAGE} {committee} d. {date}"; the usual sentence without it.
    pub title: Option<String>,
    /// The line of the day, for writing new ones: "Mødedato: {weekday} den {date}"; the time comes after it.
    pub date: String,
    /// The line of the place, for writing new ones: "Mødested: {place}".
    pub place: String,
    /// Does a table of contents end the head?
    pub contents: bool,
}

/// The signs by which a document of a house is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Signs {
    /// How many of `titles` must be seen.
    needs: usize,
    /// Each inner list is one sign: any of its titles.
    titles: Vec<Vec<TitleId>>,
    /// The form of the items: "word", "number", "markdown", "below", "untitled". Another form excludes the house,
    /// but for "number" and "word" in a draft of an "untitled" one.
    form: Option<String>,
    /// Do decisions' headings name body and date? The other form excludes the house.
    dated_decisions: Option<bool>,
    /// The form of most case numbers; none or another excludes the house.
    case_number: Option<CaseNumberForm>,
    /// Must the head have a table of contents?
    contents: bool,
    /// Words that the lines of the head must hold, each in some line.
    head: Vec<String>,
}

/// What is wrong with a house style: where, and what was expected.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {message}")]
pub struct HouseError {
    /// The file or name of the style.
    pub file: String,
    /// The key, and what was expected there.
    pub message: String,
    /// The same in Danish, where it is no complaint of whoever reads TOML.
    pub danish: Option<String>,
    /// The key whose value is wrong: "head.date".
    pub key: Option<&'static str>,
    /// The bytes of the file that are wrong, when known.
    pub span: Option<std::ops::Range<usize>>,
}

/// The house styles of one configuration, and the vocabulary they share.
#[derive(Clone, Debug)]
pub struct Houses {
    all: Vec<Arc<House>>,
    vocabulary: Vocabulary,
}

/// The styles that come with the program, in the order they are tried.
const BUILT_IN: &[&str] = &[
    "generel",
    "kobenhavn",
    "odense",
    "svendborg",
    "fredericia",
    "aarhus",
    "aalborg",
    "vejen",
    "slagelse",
    "roskilde",
    "roedovre",
    "halsnaes",
    "faxe",
    "thisted",
    "gribskov",
    "mariagerfjord",
    "stevns",
];

static STANDARD: LazyLock<Arc<Houses>> = LazyLock::new(|| {
    let mut houses = Houses { all: Vec::new(), vocabulary: Vocabulary::common().clone() };
    for name in BUILT_IN {
        houses
            .add_file(name, data::read(name))
            .expect("the built-in styles are part of the program and read by every test");
    }
    Arc::new(houses)
});

impl Houses {
    /// The styles that come with the program.
    pub fn standard() -> Arc<Self> {
        STANDARD.clone()
    }

    /// Adds the style written in `text`; one with a name that is taken stands in its place.
    ///
    /// # Errors
    /// Text that is no TOML, an unknown key, a value that is not allowed, or a base that does not exist.
    pub fn add(&mut self, file: &str, text: &str) -> Result<Arc<House>, HouseError> {
        let error = |e: toml::de::Error| HouseError {
            file: file.to_owned(),
            message: e.message().to_owned(),
            span: e.span(),
            ..HouseError::default()
        };
        let mut result = self.add_file(file, toml::from_str(text).map_err(error)?);
        if let Err(HouseError { span: span @ None, key: Some(key), .. }) = &mut result {
            *span = written::value_span(text, key);
        }
        result
    }

    /// Adds a style that has been read; one with a name that is taken stands in its place.
    ///
    /// # Errors
    /// A base that does not exist.
    pub fn add_file(&mut self, file: &str, written: HouseFile) -> Result<Arc<House>, HouseError> {
        let house = Arc::new(written::checked(file, written, self)?);
        self.all.retain(|former| former.name != house.name);
        self.all.push(house.clone());
        Ok(house)
    }

    /// Makes `title` the title of a section of `kind`, in every style.
    pub fn add_title(&mut self, title: &str, kind: SectionKind) {
        self.vocabulary.add_title(title, kind);
    }

    /// Makes `line` page furniture, which is no part of what the minutes say.
    pub fn add_furniture(&mut self, line: &str) {
        self.vocabulary.add_furniture(line);
    }

    /// The style called `name`.
    pub fn get(&self, name: &str) -> Option<&Arc<House>> {
        self.all.iter().find(|house| house.name == name)
    }

    /// The style that is safe anywhere.
    pub fn general(&self) -> &Arc<House> {
        &self.all[0]
    }

    /// All styles.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<House>> {
        self.all.iter()
    }

    /// The titles of all styles.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The style whose name is nearest to `name`, for a message.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let (slips, nearest) = nearest(name, self.all.iter().map(|house| house.name.as_str()))?;
        (slips <= 1 + name.chars().count() / 3).then_some(nearest)
    }
}

impl House {
    /// The section of the style that `title` is.
    pub fn section(&self, title: TitleId) -> Option<(usize, &HouseSection)> {
        self.sections.iter().enumerate().find(|(_, section)| section.titles.contains(&title))
    }

    /// The section of the style that `section` of an item is; a decision of any body is the style's decision.
    pub fn section_of(&self, section: &Section) -> Option<(usize, &HouseSection)> {
        section.title.and_then(|title| self.section(title)).or_else(|| {
            let decisions = |(_, own): &(usize, &HouseSection)| own.kind == SectionKind::Decision;
            self.sections
                .iter()
                .enumerate()
                .find(decisions)
                .filter(|_| section.kind == SectionKind::Decision && !section.history)
        })
    }

    /// Does an item with this title need no sections?
    pub fn exempts(&self, title: &str) -> bool {
        let title = small(title);
        let first = |words: &str| words.bytes().next();
        let from = self.exempt.partition_point(|exempt| first(exempt) < first(&title));
        let alike = self.exempt[from..].iter().take_while(|exempt| first(exempt) == first(&title));
        let ends = |exempt: &str| title.strip_suffix(exempt).is_some_and(|rest| rest.ends_with(" - "));
        alike.clone().any(|exempt| title.starts_with(exempt))
            || title.contains(" - ") && self.exempt.iter().any(|exempt| ends(exempt))
    }
}

/// Titles of items that most meetings have, in their usual order.
pub fn usual_titles() -> &'static [String] {
    /// `rules/data/lists/usual_items.toml`.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Usual {
        titles: Vec<String>,
    }

    static USUAL: LazyLock<Usual> = LazyLock::new(|| data::read("usual_items"));
    &USUAL.titles
}

#[cfg(test)]
mod tests {
    use super::Houses;

    #[test]
    fn the_built_in_styles_are_read() {
        let houses = Houses::standard();
        let names: Vec<&str> = houses.iter().map(|house| house.name.as_str()).collect();
        assert_eq!(names, super::BUILT_IN);
        let titled =
            |house: &std::sync::Arc<super::House>| house.sections.iter().all(|own| !own.titles.is_empty());
        assert!(houses.iter().all(titled));
    }

    #[test]
    fn a_municipality_extends_a_style_in_a_few_lines() {
        let mut houses = (*Houses::standard()).clone();
        let text = "name = \"nørrelund\"\nextends = \"fredericia\"\n[points]\nmarker = \"bullet\"\n";
        let house = houses.add("nørrelund.toml", text).expect("a style");
        assert_eq!(house.sections, houses.get("fredericia").expect("built in").sections);
        assert_eq!(house.points.marker, Some(minutes::Marker::Bullet));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_place() {
        let mut houses = (*Houses::standard()).clone();
        let error = houses.add("x.toml", "name = \"x\"\nsektions = 3\n").expect_err("an unknown key");
        assert!(error.message.contains("sektions"), "{error}");
        assert_eq!(error.span, Some(11..19));
    }

    #[test]
    fn a_base_that_does_not_exist_is_named() {
        let mut houses = (*Houses::standard()).clone();
        let error = houses.add("x.toml", "name = \"x\"\nextends = \"odnse\"\n").expect_err("no such base");
        assert!(error.message.contains("odense"), "{error}");
    }

    #[test]
    fn the_style_in_the_documentation_is_one() {
        let page = include_str!("../../HOUSES.md");
        let start = page.find("```toml\n").expect("a style") + "```toml\n".len();
        let style = &page[start..start + page[start..].find("```").expect("its end")];
        assert!(style.lines().count() < 40, "a user writes a style in under 40 lines");
        let mut houses = (*Houses::standard()).clone();
        let house = houses.add("greve.toml", style).expect("a style that is read");
        assert_eq!(house.sections.len(), 16);
    }
}
