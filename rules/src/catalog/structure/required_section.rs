//! `structure/required-section`: a section that the style requires is missing.
//!
//! What an item has is laid beside what the style requires, so a section that stands in another place, has another
//! title of the same kind or a misspelt heading is not missing. Real minutes hold items of other kinds among the
//! ordinary ones; so an item that lacks most of what the style requires is taken for such a one, a section that most
//! items lack is told as a hint, and a decision is missed only where nearly all the other items have one.

mod insertion;

use crate::house::{HouseSection, KnownTitles, Required};
use crate::lint::{Applicability, Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use crate::minutes::{Content, Item, Placed, Section, Stage};
use crate::syntax::segment::ItemForm;
use crate::syntax::{Class, SectionKind, TitleId, decision_heading};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "structure/required-section",
    summary: Text {
        da: "Et afsnit, som stilen kræver, mangler",
        en: "A section that the style requires is missing",
    },
    why: Text {
        da: "Et åbent punkt i et referat skal have en beslutning: den er det, referatet er til for. En kommunes egen \
             stil kræver flere afsnit, så alle punkter er bygget ens. Lukkede punkter og punkter som \"Eventuelt\" er \
             undtaget.",
        en: "An open item of minutes needs a decision: that is what minutes are for. A municipality's own style asks \
             for more, so that all items are built alike. Closed items and items like \"Eventuelt\" are exempt.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Unsafe,
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nBeslutning\n\n\
                 Godkendt.\n\n2. Regnskab\n\nResume\n\nRegnskabet er klar.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nBeslutning\n\n\
                Godkendt.\n\n2. Regnskab\n\nResume\n\nRegnskabet er klar.\n\nBeslutning\n",
    },
    check: Check::Minutes(check),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let required = required(view);
    let held: Vec<Placed<'_>> = view.minutes.items().filter(|placed| is_held(view, placed)).collect();
    if required.is_empty() || held.is_empty() {
        return;
    }
    let lacking: Vec<Vec<usize>> = held.iter().map(|placed| lacking(view, &required, placed)).collect();
    if lacking.iter().all(Vec::is_empty) {
        return;
    }
    let known = KnownTitles::new(view.text, view.minutes, &view.context.house, view.vocabulary);
    for (placed, mut missing) in held.iter().zip(lacking.clone()) {
        if missing.is_empty()
            || is_prose(view, placed, &missing)
            || is_for_information(view, placed, &missing)
        {
            continue;
        }
        let near = placed.item.near_headings.iter().filter_map(|near| known.meant(placed.item, near));
        let near: Vec<TitleId> = near.collect();
        missing.retain(|&at| !near.iter().any(|&title| stands_for(view, at, title)));
        let (certain, doubtful): (Vec<usize>, Vec<usize>) =
            missing.into_iter().partition(|&at| is_certain(view, at, &held, &lacking));
        report(view, placed, &certain, Severity::Error, findings);
        let doubtful: Vec<usize> = doubtful.into_iter().filter(|&at| !is_decision(view, at)).collect();
        report(view, placed, &doubtful, Severity::Hint, findings);
    }
}

fn report(
    view: &MinutesView<'_>,
    placed: &Placed<'_>,
    missing: &[usize],
    most: Severity,
    findings: &mut Findings,
) {
    if missing.is_empty() {
        return;
    }
    let names: Vec<String> =
        missing.iter().map(|&at| format!("\"{}\"", bare_name(section(view, at)))).collect();
    let edits = insertion::edits(view, placed, missing);
    findings
        .report(
            placed.item.heading + placed.start,
            Note::new(
                format!("Punktet mangler {}, som stilen kræver", names.join(" og ")),
                format!("The item lacks {}, which the style requires", names.join(" and ")),
            ),
        )
        .at_most(most)
        .fix(
            Note::new(format!("Indsæt {}", names.join(" og ")), format!("Insert {}", names.join(" and "))),
            Applicability::Unsafe,
            edits,
        );
}

fn section<'v>(view: &'v MinutesView<'_>, at: usize) -> &'v HouseSection {
    &view.context.house.sections[at]
}

fn is_decision(view: &MinutesView<'_>, at: usize) -> bool {
    section(view, at).kind == SectionKind::Decision
}

fn bare_name(own: &HouseSection) -> &str {
    own.name.trim_end_matches(':')
}

/// The places in the style of what this document must have. A council's agenda holds the decisions of its
/// committees, and is no minutes for that.
fn required(view: &MinutesView<'_>) -> Vec<usize> {
    let head = view.head();
    let called_agenda = matches!(head.stage, Some((_, Stage::Agenda)));
    // The parser takes a lone "Dagsorden" for the heading of a list of items.
    let headed_agenda = head.contents_heading.is_some_and(|heading| {
        let first =
            view.text[..usize::from(heading.start())].trim_matches(['\u{feff}', '#', ' ', '\n', '\r', '*']);
        first.is_empty() && view.text[heading].to_lowercase().starts_with("dagsorden")
    });
    let minutes = view.context.stage == Stage::Minutes && !called_agenda && !headed_agenda;
    let due = |own: &HouseSection| match own.required {
        Required::Never => false,
        Required::Minutes => minutes,
        Required::Always => true,
    };
    view.context.house.sections.iter().enumerate().filter(|(_, own)| due(own)).map(|(at, _)| at).collect()
}

/// Is the item one that the style speaks of? One without any section is the heading of a part, or says in prose what
/// was decided.
fn is_held(view: &MinutesView<'_>, placed: &Placed<'_>) -> bool {
    let (item, house) = (placed.item, &view.context.house);
    if item.closed || item.sections.is_empty() || is_cut(view, placed) {
        return false;
    }
    match title(view, placed) {
        Some(title) => {
            let after = title.split_once(": ").filter(|(class, _)| class.len() <= 12).map(|(_, rest)| rest);
            !house.exempts(title) && !after.is_some_and(|title| house.exempts(title))
        }
        None => item.sections.iter().any(|section| house.ordinary.contains(&section.kind)),
    }
}

/// May the item go on in the next? Where headings are bare numbered lines, a point of its recommendation may be
/// taken for one, and then the numbers do not run on.
fn is_cut(view: &MinutesView<'_>, placed: &Placed<'_>) -> bool {
    let next = view.minutes.items().find(|next| next.start == placed.range().end());
    let runs_on = |next: Placed<'_>| match (placed.item.number, next.item.number) {
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
    let excused = |own: &HouseSection| {
        let title = || title(view, placed).unwrap_or("").to_lowercase();
        !own.unless.is_empty() && own.unless.iter().any(|word| title().contains(&word.to_lowercase()))
    };
    let due: Vec<usize> = required.iter().copied().filter(|&at| !excused(section(view, at))).collect();
    let missing: Vec<usize> = due.iter().copied().filter(|&at| !has(view, placed.item, at)).collect();
    let others = |places: &[usize]| places.iter().filter(|&&at| !is_decision(view, at)).count();
    let own = |section: &Section| view.context.house.section_of(section).map(|(_, own)| own.kind);
    let bare = placed.item.sections.iter().filter_map(own).all(|kind| kind == SectionKind::Decision);
    let unusual = bare || others(&due) > 1 && others(&missing) * 2 > others(&due);
    missing.into_iter().filter(|&at| is_decision(view, at) || !unusual).collect()
}

/// Has the item the section, or one of its kind under another title?
fn has(view: &MinutesView<'_>, item: &Item, at: usize) -> bool {
    let own = section(view, at);
    let both = |section: &Section| {
        own.kind == SectionKind::Decision
            && view.vocabulary.title("Indstilling og beslutning") == section.title
    };
    item.sections.iter().any(|section| {
        let same = section.title.is_some_and(|title| own.titles.contains(&title));
        same || both(section) && section.title.is_some() || section.kind == own.kind && !section.history
    })
}

/// Is `title` the section of the style at `at`, or of its kind?
fn stands_for(view: &MinutesView<'_>, at: usize, title: TitleId) -> bool {
    let own = section(view, at);
    own.titles.contains(&title) || view.vocabulary.title_of(title).kind == own.kind
}

/// Does the item lack a decision's heading only because its decision, or that it was taken off, stands in prose?
fn is_prose(view: &MinutesView<'_>, placed: &Placed<'_>, missing: &[usize]) -> bool {
    const DECIDED: &[&str] =
        &["Beslutning:", "Beslutning -", "Beslutning –", "Besluttet", "Det blev besluttet", "BESLUT"];
    const TAKEN_OFF: &[&str] =
        &["Punktet ", "Sagen ", "Udsat", "Udgå", "Udgik", "Aflyst", "Taget af", "Trukket"];
    const HOW: &[&str] = &[
        "dgår",
        "dgik",
        "dgået",
        "dsat",
        "dsættes",
        "flyst",
        "af dagsordenen",
        "trukket",
        "rukket",
        "bortfald",
    ];
    if !missing.iter().any(|&at| is_decision(view, at)) {
        return false;
    }
    let begins = |words: &str, any: &[&str]| any.iter().any(|beginning| words.starts_with(beginning));
    let meeting = view.context.meeting.date;
    let mut at = placed.start;
    placed.blocks.iter().any(|block| {
        let words = &view.text[block.words() + at];
        at += block.len;
        let of_meeting = || {
            let day = decision_heading(words, view.vocabulary)
                .and_then(|heading| heading.date)
                .and_then(|(_, day)| day);
            meeting.is_none() || day == meeting
        };
        let taken_off =
            words.len() <= 160 && begins(words, TAKEN_OFF) && HOW.iter().any(|how| words.contains(how));
        block.class == Class::BodyDate && of_meeting() || begins(words, DECIDED) || taken_off
    })
}

/// Is nothing recommended in the item, in a document that decides only where something is?
fn is_for_information(view: &MinutesView<'_>, placed: &Placed<'_>, missing: &[usize]) -> bool {
    let recommends = |item: &Item| item.sections_of(SectionKind::Recommendation).next().is_some();
    if view.context.house.sections.len() > 1 || recommends(placed.item) {
        return false;
    }
    let mut others = view.minutes.items().filter(|other| is_held(view, other) && !recommends(other.item));
    !others.any(|other| missing.iter().all(|&at| has(view, other.item, at)))
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

/// Do the other items of the document bear the style out?
fn is_certain(view: &MinutesView<'_>, at: usize, held: &[Placed<'_>], lacking: &[Vec<usize>]) -> bool {
    let without = lacking.iter().filter(|missing| missing.contains(&at)).count();
    if is_decision(view, at) {
        let open = || view.minutes.items().filter(|placed| !placed.item.closed && has(view, placed.item, at));
        let with = open().filter(|placed| is_own(view, placed)).count();
        return with > 0 && (without == 1 || without * 3 <= with);
    }
    held.len() < 3 || without * 2 <= held.len()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::{check, check_fix, check_fix_in, check_in};

    /// An item of Fredericia's style without the section called `without`.
    fn item(number: u32, without: &str) -> String {
        let sections = [
            "Sagsresumé",
            "Sagsbeskrivelse:",
            "Økonomiske konsekvenser",
            "Vurdering",
            "Indstillinger",
            "Beslutning i Byrådet den 12-10-2021",
        ];
        let kept = sections.iter().filter(|title| **title != without);
        let sections: String = kept.map(|title| format!("{title}\n\nGodkendt.\n\n")).collect();
        format!("Punkt {number} Plan\n\n{sections}")
    }

    fn found(text: &str) -> Vec<String> {
        let document = crate::fixture::document("fredericia", &RULE, text);
        document.diagnostics().into_iter().map(|d| format!("{:?} {}", d.severity, d.note.da)).collect()
    }

    #[test]
    fn an_open_item_of_minutes_needs_a_decision() {
        check(
            &RULE,
            "
1. Budget

Indstilling

Vi indstiller.

Beslutning

Godkendt.

2. Regnskab
^^^^^^^^^^^ Punktet mangler \"Beslutning\", som stilen kræver

Indstilling

Vi indstiller.

3. Salg af grund (Lukket)

Indstilling

Vi indstiller.

4. Eventuelt
",
        );
    }

    #[test]
    fn an_agenda_needs_none() {
        check(
            &RULE,
            "Dagsorden\n\n1. Budget\n\nIndstilling\n\nVi indstiller.\n\n2. Plan\n\nResume\n\nPlanen.\n",
        );
        check(
            &RULE,
            "
Dagsorden
Byrådet den 7. februar 2024

1. Budget

Indstilling

Vi indstiller.

Beslutning i Økonomiudvalget den 30. januar 2024

Anbefales.

2. Plan

Indstilling

Vi indstiller.
",
        );
    }

    #[test]
    fn a_decision_in_prose_and_one_under_the_recommendation_are_there() {
        check(
            &RULE,
            "
1. Budget

Indstilling og beslutning

Godkendt.

2. Orientering

Formanden orienterede.

3. Plan

Resume

Planen.

Punktet udgik.

4. Skole

Resume

Skolen.

Beslutning: Godkendt.

5. Vej

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn nothing_is_missed_where_many_items_have_no_decision() {
        check(
            &RULE,
            "
1. Budget

Resume

A.

Beslutning

Godkendt.

2. Plan

Resume

B.

3. Skole

Resume

C.
",
        );
    }

    #[test]
    fn nothing_is_missed_where_a_point_looks_like_an_item() {
        check(
            &RULE,
            "
181. Budget

Indstilling
Direktionen indstiller, at:
1. Udvalget godkender budgettet.

Beslutning

Godkendt.

182. Regnskab

Indstilling

Direktionen indstiller.

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn nothing_is_missed_where_only_recommendations_are_decided() {
        check(
            &RULE,
            "
1. Budget

Indstilling

Vi indstiller.

Beslutning

Godkendt.

2. Besøg på havnen

Sagsfremstilling

Vi mødes på kajen.
",
        );
    }

    #[test]
    fn a_house_misses_the_section_that_an_item_lacks() {
        assert_eq!(
            found(&(item(1, "") + &item(2, "Vurdering"))),
            ["Error Punktet mangler \"Vurdering\", som stilen kræver"]
        );
        let moved = item(1, "Vurdering").replace("Beslutning i", "Vurdering\n\nGod.\n\nBeslutning i");
        assert_eq!(found(&(moved + &item(2, ""))), [""; 0]);
    }

    #[test]
    fn a_section_of_the_same_kind_and_a_misspelt_one_are_there() {
        let text = item(1, "")
            + &item(2, "").replace("Sagsresumé", "Resume")
            + &item(3, "").replace("Vurdering", "Vurderng");
        assert_eq!(found(&text), [""; 0]);
    }

    #[test]
    fn an_item_of_another_kind_misses_its_decision_at_most() {
        let other = "Punkt 2 Temadrøftelse\n\nSagsresumé\n\nVi drøfter.\n\n";
        assert_eq!(
            found(&(item(1, "") + other)),
            ["Error Punktet mangler \"Beslutning\", som stilen kræver"]
        );
    }

    #[test]
    fn what_most_items_lack_is_a_hint() {
        let text: String = (1..4).map(|n| item(n, "Vurdering")).collect();
        assert!(found(&text).iter().all(|found| found.starts_with("Hint")), "{:?}", found(&text));
    }

    #[test]
    fn exempt_items_and_those_the_style_excuses_are_left_alone() {
        check_in(
            "odense",
            &RULE,
            "
Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 2: D-sag: Aktuelle sager

Beslutning

Orientering givet.

Punkt 3: D-sag: Nøgletal

Resume

Tallene.

Beslutning

Orientering givet.

Punkt 4: Plan
^^^^^^^^^^^^^ Punktet mangler \"Indstilling\"

Resume

Planen.

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn the_heading_goes_to_its_place_in_the_style() {
        check_fix_in(
            "fredericia",
            &RULE,
            &(item(1, "") + &item(2, "Vurdering")),
            &(item(1, "") + &item(2, "").replace("Vurdering\n\nGodkendt.\n\n", "Vurdering\n\n")),
        );
        let dense = "Byrådet\nReferat • 8. februar 2021 kl. 16.00\nBeslutningstema\nPlan\nIndstilling\nVi.\nSagsfremstilling\nA.\nØkonomiske og erhvervsmæssige konsekvenser\nB.\n{}Beslutning i Byrådet den 08-02-2021\nGodkendt.\n";
        check_fix_in(
            "svendborg",
            &RULE,
            &dense.replace("{}", ""),
            &dense.replace("{}", "CO2-Konsekvensvurdering\n"),
        );
    }

    #[test]
    fn a_decision_goes_where_the_others_have_theirs_and_is_written_as_they_are() {
        let before = "Byrådet den 7. februar 2024\r\n\r\n## 1. A\r\n\r\n### Beslutning i Byrådet den 7. februar 2024\r\n\r\nGodkendt.\r\n\r\n### Resume\r\n\r\nA.\r\n\r\n## 2. B\r\n\r\n{}### Resume\r\n\r\nB.\r\n";
        check_fix(
            &RULE,
            &before.replace("{}", ""),
            &before.replace("{}", "### Beslutning i Byrådet den 7. februar 2024\r\n\r\n"),
        );
        check_fix(
            &RULE,
            "1. A\n\nResume\n\nA.\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n- A\n\n2. B\n\nResume\n\nB.\n\nBilag\n\n- B",
            "1. A\n\nResume\n\nA.\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n- A\n\n2. B\n\nResume\n\nB.\n\nBeslutning\n\nBilag\n\n- B",
        );
    }
}
