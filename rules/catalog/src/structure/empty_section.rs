//! `structure/empty-section`: a heading with nothing under it where the style wants text.
//!
//! The heading of a decision without one is empty in every style and every item, also where the style asks for none:
//! whoever has written it owes what follows. A heading that is followed at once by one that the style does not know holds that one ("Fremstilling" above
//! "Sagsprocedure"). The list of attachments is lost when a page is copied, so an empty one is a fault only beside
//! others that are filled.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use minutes::{Content, Placed, Section, Stage};
use syntax::{Class, SectionKind};
use text::{TextRange, TextSize};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/empty-section",
    summary: Text {
        da: "Der står intet under en overskrift, hvor stilen vil have tekst",
        en: "Nothing stands under a heading where the style wants text",
    },
    why: Text {
        da: "Et tomt afsnit ligner noget, der er glemt. Er der intet at sige, så skriv det: \"Ingen.\" er en tekst.",
        en: "An empty section looks forgotten. If there is nothing to say, say so: \"Ingen.\" is a text.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "svendborg",
        before: "Miljøudvalget\nReferat • 8. februar 2021 kl. 16.00\nBeslutningstema\nPlan for åen.\nIndstilling\nDirektionen \
                 indstiller,\n- at planen godkendes\nSagsfremstilling\nPlanen er klar.\nØkonomiske og \
                 erhvervsmæssige konsekvenser\nCO2-Konsekvensvurdering\nIngen.\nSagen afgøres i\nMiljøudvalget.\n\
                 Beslutning i Miljøudvalget den 08-02-2021\nIndstillingen blev godkendt.\n",
        after: "Miljøudvalget\nReferat • 8. februar 2021 kl. 16.00\nBeslutningstema\nPlan for åen.\nIndstilling\nDirektionen \
                indstiller,\n- at planen godkendes\nSagsfremstilling\nPlanen er klar.\nØkonomiske og \
                erhvervsmæssige konsekvenser\nIngen.\nCO2-Konsekvensvurdering\nIngen.\nSagen afgøres i\n\
                Miljøudvalget.\nBeslutning i Miljøudvalget den 08-02-2021\nIndstillingen blev godkendt.\n",
    },
    check: Check::Outline(check),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let house = &view.context.house;
    let kinds_are_told = OnceCell::new();
    for placed in view.minutes.items().filter(|placed| !placed.item.closed) {
        for (i, section) in placed.item.sections.iter().enumerate() {
            let next = placed.item.sections.get(i + 1);
            let decides = section.kind == SectionKind::Decision && !section.history;
            let wanted =
                || house.section_of(section).is_some_and(|(_, own)| own.text) && !is_exempt(view, &placed);
            let empty = is_empty(view, &placed, section) && (decides || wanted());
            let listed = decides
                && (is_of_the_course(view, &placed, i)
                    || empty && *kinds_are_told.get_or_init(|| tells_kinds(view)));
            if empty
                && !listed
                && !names_document(view, &placed, i)
                && !holds(view, section, next)
                && is_due(view, section)
                && !is_decided(view, &placed, section)
            {
                let heading = section.heading + placed.start;
                findings.report(heading, note(section, view.text[heading].trim_end_matches(':')));
            }
        }
    }
}

/// "Torsdag den 10. november 2016 / Ældrerådet / Referat / Resumé": what the page is, below a head that was read as an item without a
/// number. No decision stands before the summary of its case.
fn names_document(view: &MinutesView<'_>, placed: &Placed<'_>, at: usize) -> bool {
    let sections = &placed.item.sections;
    let heading = &view.text[sections[at].heading + placed.start];
    let case = sections
        .get(at + 1)
        .is_some_and(|next| matches!(next.kind, SectionKind::Summary | SectionKind::Case));
    at == 0 && case && placed.item.number.is_none() && heading.eq_ignore_ascii_case("referat")
}

/// Do lines say what each item is for, "Orientering", "Drøftelse" and "Beslutning", as the column of a table does? Then
/// that last word heads nothing.
fn tells_kinds(view: &MinutesView<'_>) -> bool {
    let mut from = 0;
    let ends = memchr::memchr_iter(b'\n', view.text.as_bytes()).chain([view.text.len()]);
    ends.into_iter().any(|end| {
        let line = view.text[from..end].trim();
        from = end + 1;
        line.len() <= PURPOSES.longest && PURPOSES.lines.contains(&line.to_lowercase())
    })
}

/// What an item may be for, beside a decision.
struct Purposes {
    lines: Vec<String>,
    /// In bytes.
    longest: usize,
}

static PURPOSES: LazyLock<Purposes> = LazyLock::new(|| {
    let mut lists: BTreeMap<String, Vec<String>> = data::read("purposes");
    let lines = lists.remove("lines").unwrap_or_default();
    let longest = lines.iter().map(String::len).max().unwrap_or_default();
    Purposes { lines, longest }
});

/// "Økonomiudvalget den 25. oktober 2005, pkt. 3": where the case has been, one meeting a line, and no heading at all.
fn is_of_the_course(view: &MinutesView<'_>, placed: &Placed<'_>, at: usize) -> bool {
    let bare = |section: &Section| {
        let heading = view.text[section.heading + placed.start].to_lowercase();
        let decided = ["beslut", "referat", "protokol", "afgør"].iter().any(|word| heading.contains(word));
        (section.kind == SectionKind::Decision && !decided && is_empty(view, placed, section))
            .then_some(heading)
    };
    let sections = &placed.item.sections;
    let Some(heading) = bare(&sections[at]) else { return false };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    heading.contains("pkt")
        || heading.contains("punkt")
        || beside.filter_map(|at| sections.get(at)).any(|section| bare(section).is_some())
}

/// Does another line or section of the item say what was decided?
fn is_decided(view: &MinutesView<'_>, placed: &Placed<'_>, section: &Section) -> bool {
    let others =
        || placed.item.decisions().any(|(other, _)| other != section && !is_empty(view, placed, other));
    section.kind == SectionKind::Decision && (placed.item.decided_in_prose || others())
}

fn note(section: &Section, title: &str) -> Note {
    if section.kind == SectionKind::Decision {
        return Note::new(
            format!("Der står ingen beslutning under \"{title}\""),
            format!("No decision stands under \"{title}\""),
        );
    }
    Note::new(
        format!("Der står intet under \"{title}\"; skriv \"Ingen.\", hvis der intet er"),
        format!("Nothing stands under \"{title}\"; write \"Ingen.\" if there is nothing"),
    )
}

/// The template prints its headings under "Godkendelse af dagsorden" too, where there is nothing to say.
fn is_exempt(view: &MinutesView<'_>, placed: &Placed<'_>) -> bool {
    placed.item.title.is_some_and(|title| view.context.house.exempts(&view.text[title + placed.start]))
}

fn is_empty(view: &MinutesView<'_>, placed: &Placed<'_>, section: &Section) -> bool {
    let blocks = &placed.blocks[section.blocks.clone()];
    // "Referat: Godkendt" has its text on the line of the heading; "Referat:" has a mark alone.
    let rows: TextSize = blocks.iter().map(|block| block.len).sum();
    let behind = section
        .body
        .len()
        .checked_sub(rows)
        .map_or("", |len| &view.text[TextRange::at(section.body.start() + placed.start, len)]);
    !behind.contains(char::is_alphanumeric)
        && blocks.iter().all(|block| {
            matches!(block.class, Class::Furniture | Class::Comment | Class::Blank | Class::Part { .. })
        })
}

/// Is the section that follows at once a part of this one? The style's own sections stand beside each other, and nothing
/// but another decision is part of one.
fn holds(view: &MinutesView<'_>, section: &Section, next: Option<&Section>) -> bool {
    let Some(next) = next else { return false };
    if section.kind == SectionKind::Decision {
        return !matches!(
            next.kind,
            SectionKind::Summary | SectionKind::Case | SectionKind::Recommendation | SectionKind::Attachments
        );
    }
    view.context.house.section_of(next).is_none()
}

/// Should the section be filled by now? A template prints the heading of a decision before the meeting.
fn is_due(view: &MinutesView<'_>, section: &Section) -> bool {
    match section.kind {
        SectionKind::Decision => view.context.stage == Stage::Minutes,
        SectionKind::Attachments => view.minutes.items().any(|placed| {
            let mut lists = placed.item.sections_of(SectionKind::Attachments);
            lists.any(|section| matches!(&section.content, Content::Attachments(list) if !list.is_empty()))
        }),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_in};

    #[test]
    fn an_exempt_item_may_have_empty_headings() {
        check_in(
            "fredericia",
            &RULE,
            "Punkt 1 Godkendelse af dagsorden\n\nSagsresumé\n\nSagsbeskrivelse:\n\nBeslutning i Byrådet den 12-10-2021\n\nGodkendt.\n",
        );
    }

    #[test]
    fn a_decision_is_empty_in_every_item_and_style() {
        for house in ["generel", "odense"] {
            check_in(
                house,
                &RULE,
                "
Kulturudvalget

Punkt 1: Godkendelse af dagsorden

Resume

Godkendelse af dagsordenen.

Beslutning
^^^^^^^^^^ Der står ingen beslutning

Punkt 2: Budget

Beslutning

Godkendt.

Punkt 3: Eventuelt

Beslutning
^^^^^^^^^^
",
            );
        }
        check(
            &RULE,
            "
Kulturudvalget
4. april 2022

1. Godkendelse af dagsorden
Beslutning:
^^^^^^^^^^^ Der står ingen beslutning under \"Beslutning\"

2. Budget
Beslutning: Godkendt.

3. Bro
Beslutning:
^^^^^^^^^^^

4. Sti
Beslutning:
Godkendt.
",
        );
        check(
            &RULE,
            "Kulturudvalget\n4. april 2022\n\n1. Budget\nBeslutning: Sagen udgår.\n\n2. Bro\nSagen udgår.\nBeslutning:\n",
        );
        check(
            &RULE,
            "Kulturudvalget\n\nPunkt 1: Godkendelse af dagsorden\n\nBeslutning\n\nBeslutning i Kulturudvalget den 4. maj 2022\n\n\
             Godkendt.\n",
        );
    }

    #[test]
    fn a_column_that_says_what_items_are_for_heads_nothing() {
        check(
            &RULE,
            "Referat\n\nPunkt 1: Skolefest\n\nKl. 18.30\n\nBeslutning\n\nPunkt 2: Elevrådet\n\nKl. 18.40\n\nOrientering og \
             drøftelse\n\nUdsættes\n\nPunkt 3: Budget\n\nBeslutning\n\nGodkendt.\n",
        );
    }

    #[test]
    fn ignores_lines_that_say_where_the_case_has_been() {
        check(
            &RULE,
            "Referat fra Byrådet\n4. april 2022\n\n1. Meddelelser\n\nBeslutning\n\nIngen.\n\n2. Vedtægt\n\nØkonomiudvalget den \
             25. marts 2022, pkt. 3\nByrådet den 28. marts 2022, pkt. 3\n\nResumé\n\nVedtægten ændres.\n",
        );
    }

    #[test]
    fn flags_the_heading() {
        check_in(
            "fredericia",
            &RULE,
            "
Punkt 1 Plan

Sagsresumé

Planen.

Økonomiske konsekvenser
^^^^^^^^^^^^^^^^^^^^^^^ Der står intet under \"Økonomiske konsekvenser\"

Vurdering

Ingen.

Beslutning i Byrådet den 12-10-2021
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Der står ingen beslutning

Punkt 2 Plan

Beslutning i Byrådet den 12-10-2021

Godkendt.
",
        );
    }

    #[test]
    fn an_agenda_has_no_decisions_yet() {
        check_in(
            "fredericia",
            &RULE,
            "Dagsorden\n\nPunkt 1 Plan\n\nVurdering\n\nIngen.\n\nBeslutning i Byrådet den 12-10-2021\n",
        );
    }

    #[test]
    fn a_list_of_attachments_is_missed_beside_others() {
        check_in(
            "odense",
            &RULE,
            "
Punkt 1: Plan

Resume

Planen.

Bilag
^^^^^ Der står intet under \"Bilag\"

Punkt 2: Budget

Resume

Budgettet.

Bilag

Tabel
",
        );
        check_in("odense", &RULE, "Punkt 1: Plan\n\nResume\n\nPlanen.\n\nBilag\n");
    }

    #[test]
    fn a_heading_may_hold_others() {
        check(&RULE, "1. Plan\n\nFremstilling\n\nSagsprocedure\n\nByrådet.\n");
        check_in(
            "svendborg",
            &RULE,
            "Beslutningstema\nPlan\nSagsfremstilling\nBaggrund\nByrådet ønskede en plan.\nLovgrundlag\nIngen.\n",
        );
    }

    #[test]
    fn a_closed_item_is_left_empty() {
        check_in("fredericia", &RULE, "Punkt 1 Plan (Lukket)\n\nVurdering\n\nBeslutning\n");
    }
}
