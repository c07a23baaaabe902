//! What the heads say of the meeting: who meets, when and where.

use super::said::valued;
use super::{Change, Kind, Line};
use crate::document::Document;
use crate::text::TextRange;

pub(super) fn compare(agenda: &Document, minutes: &Document) -> Vec<Change> {
    let (old, new) = (agenda.minutes().head(), minutes.minutes().head());
    let mut changes = Vec::new();
    let mut push = |kind: Kind, before: TextRange, after: TextRange| {
        changes.push(Change {
            kind,
            agenda: Some(line(agenda, before)),
            minutes: Some(line(minutes, after)),
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

fn line(document: &Document, range: TextRange) -> Line {
    let line = document.lines().line_of(range.start()) + 1;
    Line { line, text: document.text()[range].split_whitespace().collect::<Vec<_>>().join(" ") }
}
