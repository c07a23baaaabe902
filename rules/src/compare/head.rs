//! What the heads say of the meeting: who meets, when and where.

use super::said::valued;
use super::{Change, Kind, Line};
use crate::document::Document;
use crate::privacy::{Mask, Secrets};
use crate::text::TextRange;

/// Compares the head of the agenda with that of the minutes, each beside what must not be shown of its document.
pub(super) fn compare(
    (agenda, old_secrets): (&Document, &Secrets),
    (minutes, new_secrets): (&Document, &Secrets),
) -> Vec<Change> {
    let (old, new) = (agenda.minutes().head(), minutes.minutes().head());
    let mut changes = Vec::new();
    let mut push = |kind: Kind, before: TextRange, after: TextRange| {
        changes.push(Change {
            kind,
            agenda: Some(line(agenda, old_secrets, before)),
            minutes: Some(line(minutes, new_secrets, after)),
        });
    };
    let meeting = |document: &Document| document.context().meeting.clone();
    if let (Some(before), Some(after)) = (old.committee, new.committee)
        && let (Some(body), Some(other)) = (meeting(agenda).committee, meeting(minutes).committee)
        && valued(&body) != valued(&other)
    {
        push(Kind::Body, before, after);
    }
    if let (Some((before, Some(day))), Some((after, Some(other)))) = (old.date, new.date)
        && day != other
    {
        push(Kind::MeetingDate, before, after);
    }
    if let (Some((before, time)), Some((after, other))) = (old.time, new.time)
        && time != other
    {
        push(Kind::MeetingTime, before, after);
    }
    if let (Some(before), Some(after)) = (old.place, new.place)
        && valued(&agenda.text()[before]) != valued(&minutes.text()[after])
    {
        push(Kind::MeetingPlace, before, after);
    }
    changes
}

fn line(document: &Document, secrets: &Secrets, range: TextRange) -> Line {
    let line = document.lines().line_of(range.start()) + 1;
    Line { line, text: Mask::by_form(document.text(), secrets).excerpt(range).on_one_line().to_string() }
}
