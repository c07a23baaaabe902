//! A house style as it is written in TOML, and how it becomes a [`House`].

mod values;

use serde::Deserialize;

use super::{
    ClosedDecision, DecisionStyle, HeadStyle, House, HouseError, HouseSection, Houses, PointStyle, Required,
    Signs,
};
use danish::letters::small;
use minutes::{Marker, Outcome};
use syntax::{CaseNumberForm, SectionKind, TitleId, Vocabulary};
use values::{Wrong, check_values};

pub(super) use values::value_span;

/// A house style as it is written, each key documented in `HOUSES.md`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HouseFile {
    /// The name in settings.
    name: String,
    /// Whose style it is.
    title: Option<String>,
    /// The style that it builds on.
    extends: Option<String>,
    /// The sections of an item, in their order.
    #[serde(default)]
    section: Vec<WrittenSection>,
    /// Items whose title begins like this need no sections.
    exempt: Option<Vec<String>>,
    /// An item without a title is held to the sections only if it has one of these.
    ordinary: Option<Vec<SectionKind>>,
    #[serde(default)]
    points: WrittenPoints,
    #[serde(default)]
    decisions: WrittenDecisions,
    #[serde(default)]
    head: WrittenHead,
    case_number: Option<WrittenCaseNumber>,
    /// "." or ":" in times in running text.
    time_separator: Option<char>,
    /// The heading of an item, for writing new ones: "Punkt {number}: {title}".
    item_heading: Option<String>,
    /// How a document of this house is known.
    #[serde(default)]
    signs: WrittenSigns,
}

impl HouseFile {
    /// The name of the style that it builds on.
    pub fn base(&self) -> Option<&str> {
        self.extends.as_deref()
    }
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct WrittenSection {
    title: String,
    kind: SectionKind,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default = "never")]
    required: Required,
    #[serde(default)]
    text: bool,
    #[serde(default)]
    anywhere: bool,
    #[serde(default)]
    unless: Vec<String>,
}

fn never() -> Required {
    Required::Never
}

#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct WrittenPoints {
    marker: Option<WrittenMarker>,
    lead_word: Option<bool>,
    lead_in: Option<bool>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum WrittenMarker {
    Number,
    Bullet,
    Letter,
    None,
    Any,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct WrittenDecisions {
    heading: Option<String>,
    per_point: Option<bool>,
    wording: Option<std::collections::BTreeMap<Outcome, String>>,
    avoid: Option<std::collections::BTreeMap<String, Outcome>>,
    /// What `referent publish` leaves of the decision in a closed item.
    closed: Option<ClosedDecision>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct WrittenHead {
    required: Option<Vec<String>>,
    title: Option<String>,
    date: Option<String>,
    place: Option<String>,
    contents: Option<bool>,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct WrittenCaseNumber {
    form: CaseNumberForm,
    #[serde(default)]
    required: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct WrittenSigns {
    #[serde(default)]
    needs: usize,
    #[serde(default)]
    titles: Vec<Vec<String>>,
    form: Option<String>,
    dated_decisions: Option<bool>,
    case_number: Option<CaseNumberForm>,
    #[serde(default)]
    contents: bool,
    #[serde(default)]
    head: Vec<String>,
}

/// Checks a style; its titles are added to the vocabulary of `houses`.
pub(super) fn checked(file: &str, written: HouseFile, houses: &mut Houses) -> Result<House, HouseError> {
    let base = match &written.extends {
        None => empty(),
        Some(name) => match houses.get(name) {
            Some(base) => (**base).clone(),
            None => {
                let nearest =
                    houses.nearest(name).map(|n| format!("; did you mean \"{n}\"?")).unwrap_or_default();
                let message = format!("extends: there is no style \"{name}\"{nearest}");
                let (danish, key) = (None, Some("extends"));
                return Err(HouseError { file: file.to_owned(), message, danish, key, span: None });
            }
        },
    };
    check_values(&written).map_err(|Wrong { key, da, en }| HouseError {
        file: file.to_owned(),
        message: format!("{key}: {en}"),
        danish: Some(format!("{key}: {da}")),
        key: Some(key),
        span: None,
    })?;
    if let Some(pattern) = &written.item_heading {
        houses.vocabulary.add_form(pattern);
    }
    if let Some(pattern) = &written.head.place {
        houses.vocabulary.add_place_line(pattern);
    }
    Ok(build(written, base, &mut houses.vocabulary))
}

/// `titles` in small letters, sorted.
fn sorted(titles: &[String]) -> Vec<String> {
    let mut sorted: Vec<String> = titles.iter().map(|title| title.to_lowercase()).collect();
    sorted.sort_unstable();
    sorted
}

fn build(written: HouseFile, base: House, vocabulary: &mut Vocabulary) -> House {
    let sections: Vec<HouseSection> =
        written.section.into_iter().map(|section| house_section(section, vocabulary)).collect();
    House {
        title: written.title.unwrap_or_else(|| written.name.clone()),
        name: written.name,
        sections: if sections.is_empty() { base.sections } else { sections },
        exempt: written.exempt.map_or(base.exempt, |titles| sorted(&titles)),
        ordinary: written.ordinary.unwrap_or(base.ordinary),
        points: points(&written.points, base.points),
        decisions: decisions(written.decisions, base.decisions),
        head: head(written.head, base.head),
        case_number: written.case_number.map(|number| (number.form, number.required)).or(base.case_number),
        time_separator: written.time_separator.or(base.time_separator),
        item_heading: written.item_heading.unwrap_or(base.item_heading),
        signs: signs(written.signs, vocabulary),
    }
}

fn empty() -> House {
    House {
        name: String::new(),
        title: String::new(),
        sections: Vec::new(),
        exempt: Vec::new(),
        ordinary: Vec::new(),
        points: PointStyle::default(),
        decisions: DecisionStyle::default(),
        head: HeadStyle {
            date: "Mødedato: {weekday} den {date}".to_owned(),
            place: "Mødested: {place}".to_owned(),
            ..HeadStyle::default()
        },
        case_number: None,
        time_separator: None,
        item_heading: "{number}. {title}".to_owned(),
        signs: Signs::default(),
    }
}

fn house_section(written: WrittenSection, vocabulary: &mut Vocabulary) -> HouseSection {
    let names = std::iter::once(&written.title).chain(&written.also);
    let titles = names.map(|name| vocabulary.add_title(name, written.kind)).collect();
    HouseSection {
        titles,
        name: written.title,
        kind: written.kind,
        required: written.required,
        text: written.text,
        anywhere: written.anywhere,
        unless: written.unless.iter().map(|word| small(word)).collect(),
    }
}

fn points(written: &WrittenPoints, base: PointStyle) -> PointStyle {
    PointStyle {
        marker: match written.marker {
            None => base.marker,
            Some(WrittenMarker::Any) => None,
            Some(WrittenMarker::Number) => Some(Marker::Number),
            Some(WrittenMarker::Bullet) => Some(Marker::Bullet),
            Some(WrittenMarker::Letter) => Some(Marker::Letter),
            Some(WrittenMarker::None) => Some(Marker::None),
        },
        lead_word: written.lead_word.unwrap_or(base.lead_word),
        lead_in: written.lead_in.unwrap_or(base.lead_in),
    }
}

fn decisions(written: WrittenDecisions, base: DecisionStyle) -> DecisionStyle {
    DecisionStyle {
        heading: written.heading.unwrap_or(base.heading),
        per_point: written.per_point.unwrap_or(base.per_point),
        wording: written.wording.map_or(base.wording, |wording| wording.into_iter().collect()),
        avoid: written.avoid.map_or(base.avoid, |avoid| avoid.into_iter().collect()),
        closed: written.closed.unwrap_or(base.closed),
    }
}

fn head(written: WrittenHead, base: HeadStyle) -> HeadStyle {
    HeadStyle {
        required: written.required.unwrap_or(base.required),
        title: written.title.or(base.title),
        date: written.date.unwrap_or(base.date),
        place: written.place.unwrap_or(base.place),
        contents: written.contents.unwrap_or(base.contents),
    }
}

fn signs(written: WrittenSigns, vocabulary: &Vocabulary) -> Signs {
    let ids = |names: Vec<String>| -> Vec<TitleId> {
        names.iter().filter_map(|name| vocabulary.title(name)).collect()
    };
    Signs {
        needs: written.needs,
        titles: written.titles.into_iter().map(ids).collect(),
        form: written.form,
        dated_decisions: written.dated_decisions,
        case_number: written.case_number,
        contents: written.contents,
        head: written.head,
    }
}
