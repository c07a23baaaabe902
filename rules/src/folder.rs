//! What several documents of one folder say together: numbers that run through the year, cases taken up again, minutes
//! approved, committees in two spellings.
//!
//! A folder is seldom whole. So each rule asks first for what shows that the house does a thing at all (numbers that run
//! on, an item that approves), and says nothing where a meeting may only be missing.

mod meetings;
mod sheet;

use jiff::civil::Date;

use crate::catalog::folder::{approved_minutes, committee_name, running_number, taken_up_again};
use crate::danish::date::write_long;
use crate::lint::{Note, Rule};
use crate::text::TextRange;

pub use sheet::{Sheet, SheetItem, TakenUp};

/// Something that the documents of a folder show together.
#[derive(Clone, Debug)]
pub struct FolderFinding {
    /// Which of the sheets it is in.
    pub sheet: usize,
    /// The rule that tells it.
    pub rule: &'static Rule,
    /// Where it stands there.
    pub range: TextRange,
    /// What is wrong.
    pub note: Note,
}

/// What `sheets`, in any order, show together.
pub fn compare(sheets: &[Sheet]) -> Vec<FolderFinding> {
    let mut findings = Vec::new();
    for meetings in meetings::of_committees(sheets) {
        running_numbers(sheets, &meetings, &mut findings);
        approvals(sheets, &meetings, &mut findings);
        taken_up(sheets, &meetings, &mut findings);
    }
    committee_names(sheets, &mut findings);
    findings.sort_by_key(|finding| (finding.sheet, finding.range.start(), finding.rule.name));
    findings
}

/// At least this many meetings must follow a habit before one that does not is told.
const HABIT: usize = 3;

/// `meetings` are of one committee, by date.
fn running_numbers(sheets: &[Sheet], meetings: &[usize], findings: &mut Vec<FolderFinding>) {
    let bounds = |at: usize| {
        Some((sheets[at].items.first()?.number?, sheets[at].items.last()?.number?, sheets[at].date?.year()))
    };
    let steps = meetings.windows(2).filter_map(|pair| {
        let ((_, (last, _), year), (first, _, next_year)) = (bounds(pair[0])?, bounds(pair[1])?);
        (year == next_year).then_some((pair[1], last, first))
    });
    let steps: Vec<_> = steps.collect();
    let runs = steps.iter().filter(|(_, last, (first, _))| *first == last + 1).count();
    if runs < HABIT || runs * 4 < steps.len() * 3 {
        return;
    }
    new_years(sheets, meetings, findings);
    for (sheet, last, (first, range)) in steps.into_iter().filter(|(_, last, (first, _))| *first != last + 1)
    {
        let (da, en) = if first > last {
            ("så der mangler numre eller et møde imellem", "so numbers or a meeting between are missing")
        } else {
            ("så numre er brugt to gange", "so numbers are used twice")
        };
        let note = Note::new(
            format!("Mødet begynder med punkt {first}, men det forrige sluttede med {last}, {da}"),
            format!("The meeting begins with item {first}, but the former ended with {last}, {en}"),
        );
        findings.push(FolderFinding { sheet, rule: &running_number::RULE, range, note });
    }
}

/// The first meeting of a year begins with 1, or goes on from the last one of the year before.
fn new_years(sheets: &[Sheet], meetings: &[usize], findings: &mut Vec<FolderFinding>) {
    /// A first meeting after this month is hardly the first: those before it are not in the folder.
    const LATEST: i8 = 2;
    for pair in meetings.windows(2) {
        let (Some(former), Some(date)) = (sheets[pair[0]].date, sheets[pair[1]].date) else { continue };
        let last = sheets[pair[0]].items.last().and_then(|item| item.number);
        let first = sheets[pair[1]].items.first().and_then(|item| item.number);
        let (Some((last, _)), Some((first, range))) = (last, first) else { continue };
        let begins = former.year() + 1 == date.year() && date.month() <= LATEST;
        if !begins || first == 1 || first == last + 1 {
            continue;
        }
        let note = Note::new(
            format!(
                "Årets første møde begynder med punkt {first}, men numrene begynder forfra eller går videre fra {last}"
            ),
            format!(
                "The first meeting of the year begins with item {first}, but numbers begin anew or go on from {last}"
            ),
        );
        findings.push(FolderFinding { sheet: pair[1], rule: &running_number::RULE, range, note });
    }
}

fn approvals(sheets: &[Sheet], meetings: &[usize], findings: &mut Vec<FolderFinding>) {
    let later = meetings.get(1..).unwrap_or_default();
    let approving = later.iter().filter(|&&at| sheets[at].approves_minutes).count();
    if approving < HABIT || approving * 4 < later.len() * 3 {
        return;
    }
    for pair in meetings.windows(2).filter(|pair| !sheets[pair[1]].approves_minutes) {
        let (Some(former), Some(range)) = (sheets[pair[0]].date, sheets[pair[1]].date_range) else {
            continue;
        };
        let note = Note::new(
            format!("Intet punkt godkender referatet af mødet den {}", write_long(former)),
            format!("No item approves the minutes of the meeting on {former}"),
        );
        findings.push(FolderFinding { sheet: pair[1], rule: &approved_minutes::RULE, range, note });
    }
}

fn taken_up(sheets: &[Sheet], meetings: &[usize], findings: &mut Vec<FolderFinding>) {
    let on = |day: Date| meetings.iter().copied().filter(move |&at| sheets[at].date == Some(day));
    for &sheet in meetings {
        for taken in &sheets[sheet].taken_up {
            let item = &sheets[sheet].items[taken.item];
            let Some(day) = taken.day.or_else(|| next(sheets, meetings, sheets[sheet].date?)) else {
                continue;
            };
            let mut met = on(day).peekable();
            if met.peek().is_none() || met.any(|at| sheets[at].items.iter().any(|other| other.is_about(item)))
            {
                continue;
            }
            let note = Note::new(
                format!("Mødet den {} har intet punkt om denne sag", write_long(day)),
                format!("The meeting on {day} has no item on this case"),
            );
            findings.push(FolderFinding { sheet, rule: &taken_up_again::RULE, range: taken.range, note });
        }
    }
}

/// The day of the next meeting, where it comes so soon that none between can be missing from the folder.
fn next(sheets: &[Sheet], meetings: &[usize], day: Date) -> Option<Date> {
    const SOON: i32 = 45;
    let later = meetings.iter().filter_map(|&at| sheets[at].date).filter(|other| *other > day).min()?;
    (later.since(day).ok()?.get_days() <= SOON).then_some(later)
}

fn committee_names(sheets: &[Sheet], findings: &mut Vec<FolderFinding>) {
    for (sheet, usual) in meetings::misspelt(sheets) {
        let Some(range) = sheets[sheet].committee_range else { continue };
        let note = Note::new(
            format!("De andre dokumenter i mappen skriver \"{usual}\""),
            format!("The other documents of the folder write \"{usual}\""),
        );
        findings.push(FolderFinding { sheet, rule: &committee_name::RULE, range, note });
    }
}

#[cfg(test)]
mod tests;
