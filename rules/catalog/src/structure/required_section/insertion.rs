//! Where a missing section belongs in its item, and how its heading is written there.

use super::section;
use house::HouseSection;
use lint::MinutesView;
use minutes::{Content, Decision, Placed, Section};
use syntax::{Flag, SectionKind, strip_point};
use text::edit::Edit;
use text::{TextSize, size};

/// The headings of the sections at `missing` in the style, each in its place; those of one place in one edit.
pub(super) fn edits(view: &MinutesView<'_>, placed: &Placed<'_>, missing: &[usize]) -> Vec<Edit> {
    let dress = Dress::of(view, placed);
    let mut places: Vec<(TextSize, Vec<String>)> = Vec::new();
    for &at in missing {
        let offset = place(view, placed, at) + placed.start;
        let line = dress.line(&heading(view, placed, at));
        match places.iter_mut().find(|(place, _)| *place == offset) {
            Some((_, lines)) => lines.push(line),
            None => places.push((offset, vec![line])),
        }
    }
    places
        .into_iter()
        .map(|(offset, lines)| Edit::insert(offset, dress.insertion(view.text, offset, &lines)))
        .collect()
}

/// Where the section at `at` of the style belongs, in bytes of the item.
fn place(view: &MinutesView<'_>, placed: &Placed<'_>, at: usize) -> TextSize {
    let item = placed.item;
    let own = section(view, at);
    if own.kind == SectionKind::Decision && (own.anywhere || view.context.house.sections.len() == 1) {
        return decision_place(view, placed);
    }
    let ranked = || {
        let rank = |section: &Section| {
            view.context.house.section_of(section).map(|(rank, own)| (rank, own.anywhere))
        };
        item.sections.iter().filter_map(move |section| {
            let (rank, anywhere) = rank(section)?;
            (!anywhere && !section.history).then_some((rank, section))
        })
    };
    let before = ranked().filter(|(rank, _)| *rank < at).max_by_key(|(rank, _)| *rank);
    let after = || ranked().filter(|(rank, _)| *rank > at).min_by_key(|(rank, _)| *rank);
    match before {
        Some((_, section)) => section.body.end(),
        None => after().map_or(item.len, |(_, section)| line_start(view, placed, section)),
    }
}

/// Where the other items of the document have their decision: first, or behind a section of some kind.
fn decision_place(view: &MinutesView<'_>, placed: &Placed<'_>) -> TextSize {
    let item = placed.item;
    let mut seen: Vec<(Option<SectionKind>, usize)> = Vec::new();
    for other in view.minutes.items() {
        let sections = &other.item.sections;
        let Some(at) = sections.iter().position(|s| s.kind == SectionKind::Decision) else { continue };
        if sections.len() == 1 {
            continue;
        }
        let former = at.checked_sub(1).map(|at| sections[at].kind);
        match seen.iter_mut().find(|(kind, _)| *kind == former) {
            Some((_, count)) => *count += 1,
            None => seen.push((former, 1)),
        }
    }
    let usual = seen.iter().rev().max_by_key(|(_, count)| *count).map(|(kind, _)| *kind);
    let trailing =
        |section: &&Section| matches!(section.kind, SectionKind::Attachments | SectionKind::Communication);
    let last = item.sections.iter().rev().find(|section| !trailing(section)).or(item.sections.last());
    match (usual, item.sections.first()) {
        (Some(None), Some(first)) => line_start(view, placed, first),
        (Some(Some(kind)), _) => {
            item.sections_of(kind).last().or(last).map_or(item.len, |section| section.body.end())
        }
        _ => last.map_or(item.len, |section| section.body.end()),
    }
}

/// Where the line of a section's heading begins, in bytes of the item.
fn line_start(view: &MinutesView<'_>, placed: &Placed<'_>, section: &Section) -> TextSize {
    let before = &view.text[usize::from(placed.start)..usize::from(placed.start + section.heading.start())];
    before.rfind(['\n', '\r']).map_or(TextSize::new(0), |at| size(&before[..=at]))
}

/// The words of the heading: as the document writes it most often, else as the style does.
fn heading(view: &MinutesView<'_>, placed: &Placed<'_>, at: usize) -> String {
    let own = section(view, at);
    let mut forms: Vec<(String, usize)> = Vec::new();
    for other in view.minutes.items() {
        for there in other.item.sections.iter().filter(|there| is_model(view, &other, there, at)) {
            let form = &view.text[there.heading + other.start];
            let Some(form) = of_item(form, number(view, &other), number(view, placed)) else { continue };
            match forms.iter_mut().find(|(known, _)| *known == form) {
                Some((_, count)) => *count += 1,
                None => forms.push((form, 1)),
            }
        }
    }
    let usual = forms.into_iter().rev().max_by_key(|(_, count)| *count);
    usual.map_or_else(|| from_style(view, own), |(form, _)| form)
}

/// The number of an item as written.
fn number<'v>(view: &MinutesView<'v>, placed: &Placed<'_>) -> Option<&'v str> {
    placed.item.number.map(|(_, number)| &view.text[number + placed.start])
}

/// `heading`, which stands in item `other`, as it reads in item `own`: "Byrådet, 3. april 2019, pkt. 42" names its item.
fn of_item(heading: &str, other: Option<&str>, own: Option<&str>) -> Option<String> {
    let words = heading.trim_end_matches([':', '.']);
    if !strip_point(words).1 {
        return Some(heading.to_owned());
    }
    let before = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_other = other == Some(&words[before.len()..]);
    own.filter(|_| is_other).map(|own| format!("{before}{own}{}", &heading[words.len()..]))
}

/// Is `there` such a section, and for a decision one of this meeting?
fn is_model(view: &MinutesView<'_>, placed: &Placed<'_>, there: &Section, at: usize) -> bool {
    let of_meeting = |decision: &Decision| {
        let meeting = &view.context.meeting;
        let body = decision.body.map(|body| &view.text[body + placed.start]);
        let day = decision.date.and_then(|(_, day)| day);
        day.is_none_or(|day| meeting.date.is_none_or(|date| date == day))
            && body.is_none_or(|body| meeting.committee.as_deref().is_none_or(|committee| committee == body))
    };
    let own = view.context.house.section_of(there).is_some_and(|(rank, _)| rank == at);
    own && match &there.content {
        Content::Decision(decision) => of_meeting(decision),
        _ => true,
    }
}

fn from_style(view: &MinutesView<'_>, own: &HouseSection) -> String {
    if own.kind != SectionKind::Decision {
        return own.name.clone();
    }
    let (heading, meeting) = (&view.context.house.decisions.heading, &view.context.meeting);
    match (&meeting.committee, meeting.date) {
        (Some(body), Some(date)) => {
            let day = format!("{:02}-{:02}-{}", date.day(), date.month(), date.year());
            heading.replace("{body}", body).replace("{date}", &day)
        }
        _ if heading.contains('{') => own.name.clone(),
        _ => heading.clone(),
    }
}

/// How the headings of an item are set.
struct Dress<'v> {
    /// "### " or "**" before the words, and "**" after them.
    before: &'v str,
    after: &'v str,
    eol: &'static str,
    blank_above: bool,
    blank_below: bool,
}

impl<'v> Dress<'v> {
    fn of(view: &MinutesView<'v>, placed: &Placed<'_>) -> Self {
        let text = view.text;
        let eol = match text.find('\n') {
            Some(at) if text[..at].ends_with('\r') => "\r\n",
            None if text.contains('\r') => "\r",
            _ => "\n",
        };
        let mut dress = Dress { before: "", after: "", eol, blank_above: false, blank_below: false };
        let mut at = placed.start;
        for (i, block) in placed.blocks.iter().enumerate() {
            if block.begins_section() {
                let before = &text[usize::from(at)..usize::from(at + block.words().start())];
                if before.chars().all(|c| matches!(c, '#' | '*' | ' ')) {
                    dress.before = before;
                    dress.after = if before.ends_with("**") { "**" } else { "" };
                }
                dress.blank_above |= i > 0 && placed.blocks[i - 1].is(Flag::BlankAfter);
                dress.blank_below |= block.is(Flag::BlankAfter);
            }
            at += block.len;
        }
        dress
    }

    fn line(&self, words: &str) -> String {
        format!("{}{words}{}{}", self.before, self.after, self.eol)
    }

    /// `lines` with the blank lines that belong around them at `offset` of `text`.
    fn insertion(&self, text: &str, offset: TextSize, lines: &[String]) -> String {
        let (before, rest) = text.split_at(offset.into());
        let eol = self.eol;
        let mut inserted = String::new();
        if !before.is_empty() && !before.ends_with(['\n', '\r']) {
            inserted.push_str(eol);
        }
        let parted = before.trim_end_matches([' ', '\u{a0}']).ends_with(&format!("{eol}{eol}"));
        if self.blank_above && !(parted && inserted.is_empty()) {
            inserted.push_str(eol);
        }
        let between = if self.blank_above || self.blank_below { eol } else { "" };
        inserted.push_str(&lines.join(between));
        if !rest.is_empty() {
            inserted.push_str(between);
        }
        inserted
    }
}
