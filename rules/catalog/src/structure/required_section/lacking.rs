//! What the items of a document lack of what the style requires, and how sure that is.

use super::{is_decision, section};
use house::Required;
use lint::MinutesView;
use minutes::{Content, Item, Placed, Section};
use segment::ItemForm;
use syntax::{Class, SectionKind, decision_heading};

/// The items that the style speaks of, each with what it lacks.
pub(super) struct Lacking<'m> {
    pub(super) items: Vec<(Placed<'m>, Vec<usize>)>,
    /// The sections that the other items of the document bear out.
    certain: Vec<usize>,
    /// Have at least four of five items a decision?
    mostly_decided: bool,
}

impl<'m> Lacking<'m> {
    /// What the items lack of `required`; `None` when nothing is missing anywhere.
    pub(super) fn new(view: &MinutesView<'m>, required: &[usize]) -> Option<Self> {
        let all: Vec<Placed<'m>> = view.minutes.items().collect();
        let mut items = Vec::new();
        for (i, placed) in all.iter().enumerate() {
            if is_held(view, placed) && !is_cut(view, placed, all.get(i + 1)) {
                items.push((*placed, lacking(view, required, placed)));
            }
        }
        if items.iter().all(|(_, missing)| missing.is_empty()) {
            return None;
        }
        let decision = |at: &usize| is_decision(view, *at);
        let decided = |placed: &Placed<'_>| {
            required.iter().copied().find(decision).is_some_and(|at| has(view, placed.item, at))
        };
        let n_decided = items.iter().filter(|(placed, _)| decided(placed)).count();
        // The item in question is none of its sisters.
        let mostly_decided = items.len() > 2 && n_decided * 5 >= (items.len() - 1) * 4;
        let bears_out = |at: &usize| {
            let without = items.iter().filter(|(_, missing)| missing.contains(at)).count();
            if !is_decision(view, *at) {
                return items.len() < 3 || without * 2 <= items.len();
            }
            let open = all.iter().filter(|placed| !placed.item.closed && has(view, placed.item, *at));
            let with = open.filter(|placed| is_own(view, placed)).count();
            with > 0 && (without == 1 || without * 3 <= with)
        };
        let certain = required.iter().copied().filter(bears_out).collect();
        Some(Self { items, certain, mostly_decided })
    }

    /// Do the item and the others of the document bear out that `placed` should have the section at `at` of the style?
    pub(super) fn is_certain(&self, view: &MinutesView<'_>, placed: &Placed<'_>, at: usize) -> bool {
        let usual = section(view, at).required == Required::Usual;
        let called_for = recommends(placed.item) || self.mostly_decided;
        self.certain.contains(&at) && (!usual || called_for)
    }
}

fn recommends(item: &Item) -> bool {
    item.sections_of(SectionKind::Recommendation).next().is_some()
}

/// Is the item one that the style speaks of? One without any section is the heading of a part, or says in prose what
/// was decided.
fn is_held(view: &MinutesView<'_>, placed: &Placed<'_>) -> bool {
    let (item, house) = (placed.item, &view.context.house);
    if item.closed || item.sections.is_empty() {
        return false;
    }
    match title(view, placed) {
        Some(title) => {
            // "D-sag: Spørgetid"
            let after = title.split_once(": ").filter(|(class, _)| class.len() <= 12).map(|(_, rest)| rest);
            !house.exempts(title) && !after.is_some_and(|title| house.exempts(title))
        }
        None => item.sections.iter().any(|section| house.ordinary.contains(&section.kind)),
    }
}

/// May the item go on in the next? Where headings are bare numbered lines, a point of its recommendation may be
/// taken for one, and then the numbers do not run on.
fn is_cut(view: &MinutesView<'_>, placed: &Placed<'_>, next: Option<&Placed<'_>>) -> bool {
    let runs_on = |next: &Placed<'_>| match (placed.item.number, next.item.number) {
        (Some((number, _)), Some((after, _))) => after == number + 1,
        _ => false,
    };
    view.minutes.form() == ItemForm::Number && next.is_some_and(|next| !next.item.closed && !runs_on(next))
}

fn title<'v>(view: &MinutesView<'v>, placed: &Placed<'_>) -> Option<&'v str> {
    placed.item.title.map(|title| &view.text[title + placed.start])
}

/// What the item lacks of `required`; only the decision where it lacks most of the rest.
fn lacking(view: &MinutesView<'_>, required: &[usize], placed: &Placed<'_>) -> Vec<usize> {
    let title = title(view, placed).unwrap_or("");
    let mut missing = Vec::new();
    let (mut n_others_due, mut n_others_missing) = (0, 0);
    for &at in required.iter().filter(|&&at| !section(view, at).spares(title)) {
        let other = usize::from(!is_decision(view, at));
        n_others_due += other;
        if !has(view, placed.item, at) {
            n_others_missing += other;
            missing.push(at);
        }
    }
    if missing.is_empty() {
        return missing;
    }
    let own = |section: &Section| view.context.house.section_of(section).map(|(_, own)| own.kind);
    let bare = placed.item.sections.iter().filter_map(own).all(|kind| kind == SectionKind::Decision);
    let unusual = bare || n_others_due > 1 && n_others_missing * 2 > n_others_due;
    missing.retain(|&at| is_decision(view, at) || !unusual);
    missing
}

/// Has the item the section, or one of its kind under another title?
fn has(view: &MinutesView<'_>, item: &Item, at: usize) -> bool {
    let own = section(view, at);
    let both = |section: &Section| {
        let is_both = |title| *view.vocabulary.title_of(title).name == *"Indstilling og beslutning";
        own.kind == SectionKind::Decision && section.title.is_some_and(is_both)
    };
    item.sections.iter().any(|section| {
        let same = section.title.is_some_and(|title| own.titles.contains(&title));
        let like = section.kind == own.kind && !section.history;
        same || both(section) || like && !is_of_another(view, section, at)
    })
}

/// Is `section`, of the kind of the one at `at` of the style, another that the style asks for beside it: "Fremstilling" and
/// "Sagsbeskrivelse"?
fn is_of_another(view: &MinutesView<'_>, section: &Section, at: usize) -> bool {
    let asked = view.context.house.sections.iter().enumerate();
    let mut others = asked.filter(|(other, own)| *other != at && own.required == Required::Always);
    section.kind != SectionKind::Decision
        && section.title.is_some_and(|title| others.any(|(_, own)| own.titles.contains(&title)))
}

/// Does the item lack a decision's heading only because its decision, or that it was taken off, stands in prose?
pub(super) fn is_prose(view: &MinutesView<'_>, placed: &Placed<'_>) -> bool {
    let meeting = view.context.meeting.date;
    let of_meeting = |words: &str| {
        let heading = decision_heading(words, view.vocabulary);
        let day = heading.and_then(|heading| heading.date).and_then(|(_, day)| day);
        meeting.is_none() || day == meeting
    };
    let mut at = placed.start;
    let dated = placed.blocks.iter().any(|block| {
        let words = &view.text[block.words() + at];
        at += block.len;
        block.class == Class::BodyDate && of_meeting(words)
    });
    dated || placed.item.decided_in_prose
}

/// Has this meeting decided in the item, or only others before it?
fn is_own(view: &MinutesView<'_>, placed: &Placed<'_>) -> bool {
    let meeting = &view.context.meeting;
    placed.item.sections.iter().any(|section| match &section.content {
        Content::Decision(decision) => {
            let day = decision.date.and_then(|(_, day)| day);
            let same_day = day.is_none() || meeting.date.is_none() || day == meeting.date;
            let body = decision.body.map(|body| &view.text[body + placed.start]);
            same_day || body.is_some() && body == meeting.committee.as_deref()
        }
        _ => section.kind == SectionKind::Recommendation,
    })
}
