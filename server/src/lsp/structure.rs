//! What an item still lacks: sections of the house, and decisions of its at-points.

use rules::document::Document;
use rules::house::{HouseSection, Required};
use rules::lint::Context;
use rules::minutes::{
    Answer, Content, Decision, Placed, Point, Recommendation, Section, Stage, Statement, StatementKind,
};
use rules::syntax::SectionKind;
use rules::text::{TextRange, TextSize};

use super::document::Snapshot;

/// A section that an item lacks, and where it belongs.
pub(crate) struct Missing<'a> {
    /// The section of the house.
    pub(crate) section: &'a HouseSection,
    /// Where its heading belongs, in bytes of the document.
    pub(crate) at: TextSize,
    /// Must the item have it?
    pub(crate) required: bool,
}

/// The sections of the house that the item lacks, in the order of the house.
pub(crate) fn missing<'a>(snapshot: &'a Snapshot, placed: Placed<'_>) -> Vec<Missing<'a>> {
    let context = snapshot.document.context();
    let house = &context.house;
    let title = placed.item.title.map_or("", |title| &snapshot.text()[title + placed.start]);
    let has = |wanted: &HouseSection| {
        placed.item.sections.iter().any(|section| match section.title {
            Some(title) => wanted.titles.contains(&title),
            None => section.kind == wanted.kind && section.kind == SectionKind::Decision,
        })
    };
    let place_of = |section: &Section| section.title.and_then(|title| house.section(title)).map(|(at, _)| at);
    let mut found = Vec::new();
    for (order, section) in house.sections.iter().enumerate().filter(|(_, section)| !has(section)) {
        let next = placed.item.sections.iter().find(|s| place_of(s).is_some_and(|at| at > order));
        let end = super::handlers::symbols::trimmed(snapshot.text(), placed.range()).end();
        let at = next.map_or(end, |next| line_start(snapshot.text(), next.heading.start() + placed.start));
        let spared = section.unless.iter().any(|word| title.contains(word.as_str()));
        let required = is_required(section, context) && !house.exempts(title) && !spared;
        found.push(Missing { section, at, required });
    }
    found
}

fn is_required(section: &HouseSection, context: &Context) -> bool {
    match section.required {
        Required::Never => false,
        Required::Minutes | Required::Usual => context.stage == Stage::Minutes,
        Required::Always => true,
    }
}

/// The heading to write for `section`: a decision's names body and date where the house does.
pub(crate) fn heading(snapshot: &Snapshot, section: &HouseSection) -> String {
    let context = snapshot.document.context();
    if section.kind != SectionKind::Decision {
        return section.name.clone();
    }
    let template = &context.house.decisions.heading;
    match (&context.meeting.committee, context.meeting.date) {
        (Some(body), Some(date)) => {
            let date = format!("{:02}-{:02}-{}", date.day(), date.month(), date.year());
            template.replace("{body}", body).replace("{date}", &date)
        }
        _ if template.contains('{') => section.name.clone(),
        _ => template.clone(),
    }
}

/// The Markdown before the headings of an item's sections: "### ", or nothing.
pub(crate) fn heading_mark(snapshot: &Snapshot, placed: Placed<'_>) -> String {
    let headings = placed.item.sections.iter().map(|section| section.heading.start() + placed.start);
    let marks =
        headings.map(|start| &snapshot.text()[TextRange::new(line_start(snapshot.text(), start), start)]);
    marks.filter(|mark| mark.starts_with('#')).map(str::to_owned).next().unwrap_or_default()
}

/// Does the text read like an agenda or minutes: does it name the body that meets and the day, or divide what is decided
/// into items? Notes, a letter or a README do not.
pub(crate) fn reads_like_minutes(document: &Document) -> bool {
    let head = document.minutes().head();
    let items: Vec<Placed<'_>> = document.minutes().items().collect();
    let decides = |placed: &&Placed<'_>| {
        let mut sections = placed.item.sections.iter();
        sections.any(|section| matches!(section.content, Content::Recommendation(_) | Content::Decision(_)))
    };
    let signs = [
        head.committee.is_some(),
        head.date.is_some(),
        items.len() > 1,
        items.iter().any(|item| decides(&item)),
    ];
    signs.into_iter().filter(|sign| *sign).count() >= 3
}

/// The start of the line that `at` lies on.
pub(crate) fn line_start(text: &str, at: TextSize) -> TextSize {
    let before = &text[..usize::from(at)];
    rules::text::size(&before[..before.rfind(['\n', '\r']).map_or(0, |end| end + 1)])
}

/// A recommendation of an item with the decision that answers it.
pub(crate) struct Answered<'i> {
    /// What is recommended.
    pub(crate) recommendation: &'i Recommendation,
    /// The section and the decision; the first that stands after the recommendation, else the first of the item.
    pub(crate) decision: Option<(&'i Section, &'i Decision)>,
    /// The points that a rule says are not decided, in bytes of the item.
    missed: Vec<TextRange>,
}

/// The rule about points that the decision is silent on.
pub(crate) const UNDECIDED: &str = "decisions/undecided-at-point";

/// The points that `decisions/undecided-at-point` says are not decided, in bytes of the document, whether it is switched
/// on or not. What stands beside a point must not say otherwise.
pub(crate) fn missed(document: &Document) -> Vec<TextRange> {
    let Some(rule) = rules::catalog::rule(UNDECIDED) else { return Vec::new() };
    let found = document.found_by(rule).into_iter();
    found.flat_map(|finding| finding.related).map(|related| related.range).collect()
}

/// The recommendations of an item with their decisions; `missed` are the points that a rule says are not decided.
pub(crate) fn answered<'i>(placed: &Placed<'i>, missed: &[TextRange]) -> Vec<Answered<'i>> {
    let (item, whole) = (placed.item, placed.range());
    let within = missed.iter().filter(|point| whole.contains_range(**point));
    let missed: Vec<TextRange> = within.map(|point| *point - placed.start).collect();
    let mut found = Vec::new();
    for (i, section) in item.sections.iter().enumerate() {
        let Content::Recommendation(recommendation) = &section.content else { continue };
        let decides = |section: &&Section| matches!(section.content, Content::Decision(_));
        let chosen = item.sections[i..].iter().find(decides).or_else(|| item.sections.iter().find(decides));
        let decision = chosen.and_then(|section| match &section.content {
            Content::Decision(decision) => Some((section, decision)),
            _ => None,
        });
        found.push(Answered { recommendation, decision, missed: missed.clone() });
    }
    found
}

impl Answered<'_> {
    /// Is `point` decided? A decision that names no point decides them all, and so does what one says of no point in
    /// particular ("Godkendt, idet 2. at-punkt udgår"); a line that is begun ("Ad 2.") decides nothing.
    pub(crate) fn is_decided(&self, point: &Point) -> bool {
        let Some((_, decision)) = self.decision.filter(|_| !self.missed.contains(&point.text)) else {
            return false;
        };
        if is_begun(decision, point.index) {
            return false;
        }
        let named = decision.named_points();
        if named.is_empty() {
            return !decision.is_silent();
        }
        let of_all = |statement: &Statement| !statement.outcomes.is_empty();
        named.contains(&point.index) || decision.decided().any(of_all)
    }

    /// The points that are not decided.
    pub(crate) fn undecided(&self) -> Vec<&Point> {
        self.recommendation.points.iter().filter(|point| !self.is_decided(point)).collect()
    }
}

/// Is the line of `point` begun and nothing more: "Ad 2." with no words behind it or in the paragraphs below?
fn is_begun(decision: &Decision, point: u32) -> bool {
    let statements = &decision.statements;
    let names = |answer: &Answer| answer.points.points.contains(&point);
    let Some(at) = statements.iter().position(|statement| statement.answers.iter().any(names)) else {
        return false;
    };
    let statement = &statements[at];
    let [answer] = &statement.answers[..] else { return false };
    let bare = statement.range.end() - answer.points.range.end() <= TextSize::of(".:");
    let leads = answer.points.range.start() == statement.range.start();
    let next = statements.get(at + 1);
    let goes_on = next.is_some_and(|next| next.answers.is_empty() && next.kind == StatementKind::Decided);
    bare && leads && answer.outcomes.is_empty() && !goes_on
}
