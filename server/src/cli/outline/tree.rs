//! The outline for a secretary: the agenda at a glance, what was decided, and what was not.

use reports::outcome_word;
use rules::minutes::{Marker, Outcome, Stage};
use rules::outline::{Outline, OutlineDecision, OutlineItem, OutlinePoint, OutlineSection};
use rules::privacy::{Shown, shown};
use rules::syntax::SectionKind;
use workbench::lang::Lang;

/// Characters of a title or a point that are shown.
const WIDTH: usize = 90;

/// Escape codes, or nothing.
struct Paint {
    bold: &'static str,
    dim: &'static str,
    plain: &'static str,
}

const COLORED: Paint = Paint { bold: "\x1b[1m", dim: "\x1b[2m", plain: "\x1b[0m" };
const UNCOLORED: Paint = Paint { bold: "", dim: "", plain: "" };

/// Writes the outline.
struct Tree<'a> {
    lang: Lang,
    paint: &'a Paint,
    /// Characters of the last line's number.
    width: usize,
    text: String,
}

/// The outline as text.
pub(super) fn text(outline: &Outline, lang: Lang, color: bool) -> String {
    let last = outline.items.iter().map(|item| item.end_line).max().unwrap_or_default();
    let paint = if color { &COLORED } else { &UNCOLORED };
    let mut tree = Tree { lang, paint, width: last.to_string().len(), text: String::new() };
    tree.head(outline);
    for item in &outline.items {
        tree.item(item);
    }
    tree.text
}

impl Tree<'_> {
    fn head(&mut self, outline: &Outline) {
        let unknown = self.lang.pick("udvalg ukendt", "committee unknown");
        let committee = outline.committee.clone().unwrap_or(unknown.into());
        let date = outline.date.map(|date| date.to_string());
        let time = outline.time.as_ref().map(|time| format!("{} {time}", self.lang.pick("kl.", "at")));
        let place = outline.place.as_ref().map(|place| cut(place).into());
        let parts: Vec<String> = date.into_iter().chain(time).chain(place).collect();
        let stage = match outline.stage {
            Stage::Agenda => self.lang.pick("dagsorden", "agenda"),
            Stage::Minutes => self.lang.pick("referat", "minutes"),
        };
        let n = outline.items.len();
        let items = if n == 1 { self.lang.pick("punkt", "item") } else { self.lang.pick("punkter", "items") };
        let style = self.lang.pick("husstil", "style");
        let Paint { bold, plain, .. } = self.paint;
        self.text.push_str(&format!("{bold}{}{plain}\n", cut(&committee)));
        if !parts.is_empty() {
            self.text.push_str(&format!("{}\n", parts.join(", ")));
        }
        self.text.push_str(&format!("{stage}, {n} {items}, {style} {}\n", shown(&outline.style)));
    }

    fn item(&mut self, item: &OutlineItem) {
        let number = item.number.as_deref().map(|number| format!("{number}. ")).unwrap_or_default();
        let title = item.title.clone().unwrap_or(self.lang.pick("(uden titel)", "(no title)").into());
        let closed = match (item.closed, item.may_be_closed) {
            (true, _) => self.lang.pick(" [lukket]", " [closed]"),
            (_, true) => self.lang.pick(" [måske lukket]", " [may be closed]"),
            _ => "",
        };
        let case = item.case_number.as_deref().map(|case| format!(" ({case})")).unwrap_or_default();
        let Paint { bold, dim, plain } = self.paint;
        let words = format!("{bold}{number}{}{plain}{closed}{dim}{case}{plain}", cut(&title));
        self.text.push('\n');
        self.line(item.line, 0, &words);
        let loose = loose_decisions(item);
        let mut loose = loose.iter().peekable();
        for section in &item.sections {
            while let Some(decision) = loose.next_if(|decision| decision.line < section.line) {
                self.loose_decision(decision);
            }
            self.section(item, section);
        }
        for decision in loose {
            self.loose_decision(decision);
        }
    }

    fn section(&mut self, item: &OutlineItem, section: &OutlineSection) {
        let decision = item.decisions.iter().find(|decision| decision.line == section.line);
        let outcomes = decision.map(|decision| self.outcomes(decision)).unwrap_or_default();
        let heading = cut(&section.heading);
        // The colon of the source is not printed twice.
        let heading = heading.trim_end_matches([':', ' ', '*']);
        self.line(section.line, 1, &format!("{heading}{outcomes}"));
        if section.kind == SectionKind::Recommendation {
            let next = item.sections.iter().map(|other| other.line).filter(|line| *line > section.line).min();
            let below = section.line..=next.map_or(item.end_line, |next| next - 1);
            for point in item.at_points.iter().filter(|point| below.contains(&point.line)) {
                self.point(item, point);
            }
        }
    }

    /// A decision in running text, which has no heading to stand behind.
    fn loose_decision(&mut self, decision: &OutlineDecision) {
        let outcomes = self.outcomes(decision);
        if !outcomes.is_empty() {
            let decided = self.lang.pick("Besluttet", "Decided");
            self.line(decision.line, 1, &format!("{decided}{outcomes}"));
        }
    }

    fn point(&mut self, item: &OutlineItem, point: &OutlinePoint) {
        let mark = match answered(item, point.index) {
            Some(true) if is_rejected(item) => "✗ ",
            Some(true) => "✓ ",
            Some(false) => "? ",
            None => "",
        };
        let number =
            if point.marker == Marker::Inline { String::new() } else { format!("{}. ", point.index) };
        self.line(point.line, 2, &format!("{mark}{number}{}", cut(&point.text)));
    }

    fn outcomes(&self, decision: &OutlineDecision) -> String {
        let words: Vec<&str> =
            decision.outcomes.iter().filter_map(|outcome| outcome_word(*outcome, self.lang)).collect();
        if words.is_empty() { String::new() } else { format!(": {}", words.join(", ")) }
    }

    fn line(&mut self, number: u32, depth: usize, words: &str) {
        let (width, indent) = (self.width, "  ".repeat(depth));
        let Paint { dim, plain, .. } = self.paint;
        self.text.push_str(&format!("{dim}{number:width$}{plain}  {indent}{words}\n"));
    }
}

/// The decisions of `item` that stand in no section of their own, in the order of their lines.
fn loose_decisions(item: &OutlineItem) -> Vec<&OutlineDecision> {
    let headed =
        |decision: &OutlineDecision| item.sections.iter().any(|section| section.line == decision.line);
    let mut loose: Vec<_> = item.decisions.iter().filter(|decision| !headed(decision)).collect();
    loose.sort_by_key(|decision| decision.line);
    loose
}

/// Was all that was decided a refusal?
fn is_rejected(item: &OutlineItem) -> bool {
    let refused = |outcome: &Outcome| matches!(outcome, Outcome::Rejected | Outcome::Lapsed);
    let mut outcomes = item.decisions.iter().flat_map(|decision| &decision.outcomes).peekable();
    outcomes.peek().is_some() && outcomes.all(refused)
}

/// Was point `index` decided? `None` where nothing is decided, or in words that name no outcome.
fn answered(item: &OutlineItem, index: u32) -> Option<bool> {
    let said =
        |decision: &OutlineDecision| decision.outcomes.iter().any(|outcome| *outcome != Outcome::Other);
    if !item.decisions.iter().any(said) {
        return None;
    }
    let named = item.decisions.iter().any(|decision| decision.at_points.contains(&index));
    // A decision that names no point answers all of them.
    let all = item.decisions.iter().any(|decision| said(decision) && decision.at_points.is_empty());
    Some(named || all)
}

/// `words` on one line of bearable length.
pub(super) fn cut(words: &Shown) -> Shown {
    words.on_one_line().cut(WIDTH)
}
