//! `at-points/marker`: points of one list marked in different ways, or otherwise than the style marks them.
//!
//! Bullets under a number are often its parts, and extraction flattens them. So a bullet that ends a numbered list
//! counts as a point only if the point before it is finished; and numbers that go on after bullets make these parts.

use lint::{Applicability, Check, Example, Findings, Fixes, ItemView, Note, Rule, Severity, Text};
use minutes::{Marker, Point, Recommendation};
use text::edit::Edit;
use text::is_space;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "at-points/marker",
    summary: Text {
        da: "At-punkterne er markeret på forskellig måde",
        en: "The points are marked in different ways",
    },
    why: Text {
        da: "Tal og streger i samme liste ligner to lister, og et punkt uden nummer kan beslutningen ikke henvise til. Brug \
             samme markering ved alle punkter.",
        en: "Numbers and dashes in one list look like two lists, and a decision cannot refer to a point without a number. \
             Mark all points in the same way.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                 godkendes.\n- at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes.\n2. at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Item(check),
};

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    for recommendation in view.item.recommendations() {
        let whole = recommendation.points.iter().all(|point| !point.after_break);
        if recommendation.is_listed() && whole {
            check_list(view, recommendation, findings);
        }
    }
}

fn check_list(view: &ItemView<'_>, recommendation: &Recommendation, findings: &mut Findings) {
    let points = &recommendation.points;
    let first = points[0].marker;
    if let Some(odd) = points.iter().position(|point| point.marker != first) {
        if is_point(view, points, odd) {
            report(view, points, odd, majority(points), None, findings);
        }
        return;
    }
    let Some(style) = view.context.house.points.marker.filter(|style| *style != first) else { return };
    // A single point needs no number.
    if points.len() > 1 || matches!((first, style), (_, Marker::Bullet) | (Marker::Bullet, Marker::None)) {
        report(view, points, 0, style, Some(style), findings);
    }
}

/// Is the point at `odd`, marked otherwise than those before it, certainly a point?
fn is_point(view: &ItemView<'_>, points: &[Point], odd: usize) -> bool {
    let marked = |marker| points[odd..].iter().any(|point| point.marker == marker);
    let goes_on = marked(points[0].marker) && points[0].marker == Marker::Number;
    let alone = points.len() - odd == 1;
    let former = view.words(points[odd - 1].text).trim_end_matches(is_space);
    let finished = former.ends_with(['.', ',', ';']) || former.ends_with(" og");
    let small = points[odd].marker != Marker::None || alone || finished;
    // "1. at A, - at B, 3. at C": the numbers count the bullet in.
    let counted = points[odd..]
        .iter()
        .find(|point| point.marker == Marker::Number)
        .is_some_and(|next| next.number.is_some_and(|(n, _)| n == next.index));
    small && !points[odd - 1].parts && if goes_on { counted } else { alone || finished }
}

/// The marker of most points; of the first when there are as many of each.
fn majority(points: &[Point]) -> Marker {
    let first = points[0].marker;
    let others: Vec<Marker> =
        points.iter().map(|point| point.marker).filter(|marker| *marker != first).collect();
    match others.first() {
        Some(&other) if others.len() * 2 > points.len() && other != Marker::None => other,
        _ if first == Marker::None => others.first().copied().unwrap_or(first),
        _ => first,
    }
}

fn report(
    view: &ItemView<'_>,
    points: &[Point],
    odd: usize,
    marker: Marker,
    style: Option<Marker>,
    findings: &mut Findings,
) {
    let point = &points[odd];
    let place = if point.mark.is_empty() { first_word(view, point) } else { point.mark };
    let (da, en) = name(marker);
    let note = match style {
        Some(_) => Note::new(
            format!("Stilen markerer at-punkter med {da}"),
            format!("The style marks points with {en}"),
        ),
        None => Note::new(
            format!("Punkt {} er markeret anderledes end de andre; brug {da}", point.index),
            format!("Point {} is marked otherwise than the rest; use {en}", point.index),
        ),
    };
    let title = Note::new(format!("Brug {da} ved alle punkter"), format!("Use {en} for all points"));
    let edits: Vec<Edit> = points.iter().filter_map(|point| edit(view, points, point, marker)).collect();
    let report = findings.report(place, note);
    if !edits.is_empty() {
        report.fix(title, Applicability::Unsafe, edits);
    }
}

fn first_word(view: &ItemView<'_>, point: &Point) -> text::TextRange {
    let words = view.words(point.text);
    let end = words.find(is_space).unwrap_or(words.len());
    text::TextRange::at(point.text.start(), text::size(&words[..end]))
}

fn name(marker: Marker) -> (&'static str, &'static str) {
    match marker {
        Marker::Number => ("tal", "numbers"),
        Marker::Letter => ("bogstaver", "letters"),
        _ => ("punkttegn", "bullets"),
    }
}

/// Gives `point` the marker that all shall have, in the form in which another point of the list has it.
fn edit(view: &ItemView<'_>, points: &[Point], point: &Point, marker: Marker) -> Option<Edit> {
    let model = points.iter().find(|point| point.marker == marker).map(|point| view.words(point.mark));
    let mark = match marker {
        Marker::Number => {
            let sign = model.and_then(|mark| mark.chars().next_back()).filter(|sign| !sign.is_ascii_digit());
            format!("{}{}", point.index, sign.unwrap_or('.'))
        }
        Marker::Bullet => model.unwrap_or("-").to_owned(),
        _ => return None,
    };
    if view.words(point.mark) == mark {
        return None;
    }
    let gap = if point.mark.is_empty() { " " } else { "" };
    Some(Edit::replace(point.mark, format!("{mark}{gap}")))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, check_fix_in, check_in};

    #[test]
    fn flags_a_point_marked_otherwise() {
        check(
            &RULE,
            "
1. Salg

Indstilling

Centret indstiller,

1. at grunden sælges.
- at indtægten går i kassen.
^ Punkt 2 er markeret anderledes end de andre; brug tal
",
        );
        check(
            &RULE,
            "
1. Salg

Indstilling

Centret indstiller,
- at grunden sælges
at indtægten går i kassen
^^ Punkt 2 er markeret anderledes end de andre; brug punkttegn
",
        );
    }

    #[test]
    fn a_style_has_its_own_marker() {
        check_in(
            "svendborg",
            &RULE,
            "
Beslutningstema
Salg
Indstilling
Direktionen indstiller,
1. at grunden sælges
^^ Stilen markerer at-punkter med punkttegn
2. at indtægten går i kassen
",
        );
        check_in("kobenhavn", &RULE, "Salg\n\nIndstilling\n\nStaben indstiller,\n\n- at grunden sælges\n");
    }

    #[test]
    fn ignores_the_parts_of_a_point() {
        for points in [
            "1. at tre mål godkendes\n- at flere cykler\n- at flere går\n2. at planen drøftes\n",
            "1. at følgende godkendes:\n- at flere cykler\n- at flere går\n",
            "1. at tre mål godkendes\n- at flere cykler\n- at flere går\n",
            "1. at planen godkendes, herunder\na) at flere cykler\nb) at flere går\n",
            "1. at A godkendes\n\nCentret indstiller til Byrådet,\n\n- at B godkendes\n",
        ] {
            check(&RULE, &format!("1. Salg\n\nIndstilling\n\nCentret indstiller,\n\n{points}"));
        }
    }

    #[test]
    fn marks_all_points_alike() {
        check_fix(
            &RULE,
            "1. Salg\n\nIndstilling\n\nVi indstiller,\n\n1) at A sker,\n- at B sker,\n3) at C sker\n",
            "1. Salg\n\nIndstilling\n\nVi indstiller,\n\n1) at A sker,\n2) at B sker,\n3) at C sker\n",
        );
        check_fix_in(
            "svendborg",
            &RULE,
            "Beslutningstema\nSalg\nIndstilling\nVi indstiller,\n1. at A sker\n2. at B sker\n",
            "Beslutningstema\nSalg\nIndstilling\nVi indstiller,\n- at A sker\n- at B sker\n",
        );
    }
}
