//! Decisions of earlier meetings that the text of a case tells: "Beslutning i Byrådet den 9. februar 2026" below a résumé.
//!
//! The heading is that of any decision, so its place must say it: what a meeting decides does not stand between the case and what is
//! recommended for it, where the item has a decision of its own besides.

use crate::{Content, Decision, Section};
use syntax::{SectionKind, folded_body};
use text::TextRange;

/// Makes those of `sections` that tell an earlier decision part of the way of the case.
pub(super) fn leave(text: &str, sections: &mut [Section]) {
    for at in 1..sections.len() {
        if is_earlier(text, sections, at) {
            let section = &mut sections[at];
            (section.kind, section.title, section.history) = (SectionKind::Process, None, true);
            section.content = Content::Prose;
        }
    }
}

fn is_earlier(text: &str, sections: &[Section], at: usize) -> bool {
    let Some(told) = decision(&sections[at]).filter(|told| day(told).is_some()) else { return false };
    let in_case = !matches!(
        sections[at - 1].kind,
        SectionKind::Decision | SectionKind::Recommendation | SectionKind::Attachments
    );
    in_case
        && sections[at + 1..].iter().any(|section| section.kind == SectionKind::Recommendation)
        && sections.iter().filter_map(decision).any(|other| is_own(text, other, told))
}

/// Is `other` the item's own beside the decision `told`: one of nobody in particular, or of the same body and a later day?
fn is_own(text: &str, other: &Decision, told: &Decision) -> bool {
    let name = |body: Option<TextRange>| body.map(|body| folded_body(&text[body]));
    match day(other) {
        None => other.body.is_none() && other.date.is_none(),
        later => name(other.body) == name(told.body) && later > day(told),
    }
}

fn decision(section: &Section) -> Option<&Decision> {
    match &section.content {
        Content::Decision(decision) => Some(decision),
        _ => None,
    }
}

fn day(decision: &Decision) -> Option<jiff::civil::Date> {
    decision.date.and_then(|(_, day)| day)
}

#[cfg(test)]
mod tests {
    use crate::Minutes;
    use syntax::Vocabulary;

    fn n_decisions(item: &str) -> usize {
        let text = format!("Byrådet\n\nMødedato: 14.04.2026, kl. 08:00\n\nPunkt 1: Hal\n\n{item}");
        let minutes = Minutes::new(&text, Vocabulary::common());
        minutes.items().map(|placed| placed.item.decisions().count()).sum()
    }

    #[test]
    fn what_an_earlier_meeting_decided_is_part_of_the_case() {
        let told = "Resume\n\nSagen genoptages.\n\nBeslutning i Byrådet den 9. februar 2026\n\nUdsat.\n\n";
        let asked = "Indstilling\n\nForvaltningen indstiller, at hallen males.\n\n";
        for item in [
            format!("{told}{asked}Beslutning\n\nGodkendt.\n"),
            format!("Beslutning\n\nGodkendt.\n\n{told}{asked}"),
            format!("{told}{asked}Beslutning i Byrådet den 14. april 2026\n\nGodkendt.\n"),
        ] {
            assert_eq!(n_decisions(&item), 1, "{item}");
        }
    }

    #[test]
    fn decisions_of_several_bodies_are_the_items_own() {
        let asked = "Resume\n\nHallen.\n\nIndstilling\n\nForvaltningen indstiller, at hallen males.\n\n";
        let first = "Beslutning i Kulturudvalget den 2. april 2026\n\nAnbefales.\n\n";
        let own = "Beslutning i Byrådet den 14. april 2026\n\nGodkendt.\n\n";
        for item in [format!("{asked}{first}{own}"), format!("{first}{own}{asked}"), format!("{own}{asked}")]
        {
            assert_eq!(n_decisions(&item), item.matches("Beslutning i").count(), "{item}");
        }
    }

    #[test]
    fn whose_decision_a_law_asks_for_is_no_decision() {
        for (item, n) in [
            ("Resume\n\nHallen.\n\nLovgrundlag\n\nKommunalbestyrelsens beslutning.\n", 0),
            ("Resume\n\nHallen.\n\nLovgrundlag\n\nRegionsrådets beslutning.\n\nBeslutning\n\nGodkendt.\n", 1),
            ("Resume\n\nHallen.\n\nKommunalbestyrelsens beslutning\n\nGodkendt.\n", 1),
        ] {
            assert_eq!(n_decisions(item), n, "{item}");
        }
    }
}
