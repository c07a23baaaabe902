//! One hearing with two ends: the case has 3 February, the recommendation 3 March.

use danish::date::DateMention;
use lint::{Findings, Note, PartView, Severity};
use text::needle::Needle;

use super::super::cues::sentence;
use super::{is_joined, is_reversed};

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    static HEARING: Needle = Needle::new("øring");
    if view.item.is_none() || view.dates().len() < 4 || !HEARING.is_in(view.text) {
        return;
    }
    let mut hearings: Vec<(&DateMention, &DateMention)> = Vec::new();
    for pair in view.dates().windows(2) {
        let [from, to] = pair else { continue };
        let dated = from.date().is_some() && to.date().is_some();
        if !dated
            || !is_joined(view, from.range, to.range)
            || is_reversed(view, from, to)
            || !view.is_prose(from.range)
        {
            continue;
        }
        let (_, words) = sentence(view, from.range);
        if !words.contains("høring") || words.contains("forlæng") {
            continue;
        }
        let other =
            hearings.iter().find(|(began, ended)| began.date() == from.date() && ended.date() != to.date());
        if let Some((_, ended)) = other {
            let day = &view.text[ended.range];
            findings
                .report(
                    to.range,
                    Note::new(
                        format!("Høringen slutter {day} et andet sted i punktet"),
                        format!("The hearing ends on \u{201c}{day}\u{201d} elsewhere in the item"),
                    ),
                )
                .related(ended.range, super::ENDS)
                .at_most(Severity::Hint);
        }
        hearings.push((from, to));
    }
}
