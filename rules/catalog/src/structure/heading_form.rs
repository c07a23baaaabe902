//! `structure/heading-form`: headings of one kind in two forms within the document.
//!
//! "Resume" and "Resumé" are both right, and so is a heading with or without a colon, but one document has one form.
//! Only the forms of one title are compared: a style may have a colon on one title and on no other.

use std::borrow::Cow;

use lint::{
    Allowed, Check, Choice, Example, Findings, Fixes, MinutesView, Note, Rule, RuleOption, Severity, Text,
};
use minutes::Item;
use syntax::{SectionKind, TitleId};
use text::TextRange;
use text::edit::Edit;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/heading-form",
    summary: Text {
        da: "Den samme overskrift er skrevet på to måder i dokumentet",
        en: "One heading is written in two ways in the document",
    },
    why: Text {
        da: "Ens overskrifter gør punkterne lette at sammenligne og søge i. \"Resume\" og \"Resumé\" er begge rigtige, \
             men brug den samme form hele vejen.",
        en: "Headings that are alike make items easy to compare and to search. \"Resume\" and \"Resumé\" are both \
             right, but keep to one of them.",
    },
    source: "",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[&COLON],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nBeslutning\n\n\
                 Godkendt.\n\n2. Regnskab\n\nResumé\n\nRegnskabet er klar.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nBeslutning\n\n\
                Godkendt.\n\n2. Regnskab\n\nResume\n\nRegnskabet er klar.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

static COLON: RuleOption = RuleOption {
    name: "colon",
    about: Text { da: "Kolon efter overskrifter", en: "A colon after headings" },
    allowed: Allowed::Choice(&[
        Choice {
            word: "alike",
            about: Text { da: "ens for den samme overskrift", en: "alike for one heading" },
        },
        Choice { word: "always", about: Text { da: "altid", en: "always" } },
        Choice { word: "never", about: Text { da: "aldrig", en: "never" } },
    ]),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let headings = headings(view);
    let mut forms: Vec<Vec<(&str, usize)>> = vec![Vec::new(); view.vocabulary.titles().len()];
    for (id, range) in &headings {
        let form = &view.text[*range];
        let seen = &mut forms[usize::from(id.0)];
        match seen.iter_mut().find(|(known, _)| *known == form) {
            Some((_, count)) => *count += 1,
            None => seen.push((form, 1)),
        }
    }
    let usual: Vec<Option<&str>> =
        forms.iter().enumerate().map(|(at, forms)| usual(view, TitleId(at as u16), forms)).collect();
    let colon = view.context.options.choice(RULE.name, &COLON);
    for (id, range) in headings {
        let Some(usual) = usual[usize::from(id.0)] else { continue };
        let right = with_colon(usual, colon);
        let written = &view.text[range];
        // A no-break space is not seen, and may be meant.
        let same = right == written || right.chars().map(shown).eq(written.chars().map(shown));
        if !same {
            let told = colon != "alike" && written.ends_with(':') != right.ends_with(':');
            report(range, &right, told, findings);
        }
    }
}

/// `heading` with or without a colon, as the configuration asks.
fn with_colon<'h>(heading: &'h str, asked: &str) -> Cow<'h, str> {
    let bare = heading.trim_end_matches(':');
    match asked {
        "always" => format!("{bare}:").into(),
        "never" => bare.into(),
        _ => heading.into(),
    }
}

fn shown(c: char) -> char {
    if c == '\u{a0}' { ' ' } else { c }
}

/// Reports a heading that is written `right` elsewhere, or that the configuration has `told` to be so.
fn report(range: TextRange, right: &str, told: bool, findings: &mut Findings) {
    let note = if told {
        Note::new(format!("Overskriften skrives \"{right}\""), format!("The heading is written \"{right}\""))
    } else {
        Note::new(
            format!("Overskriften er ellers skrevet \"{right}\" i dokumentet"),
            format!("Elsewhere in the document the heading is written \"{right}\""),
        )
    };
    findings.report(range, note).safe_fix(
        Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
        Edit::replace(range, right),
    );
}

/// The headings that are a title and nothing else, in the order of the text.
fn headings(view: &MinutesView<'_>) -> Vec<(TitleId, TextRange)> {
    let mut headings: Vec<(TitleId, TextRange)> = Vec::new();
    let mut foreign: Vec<(usize, TitleId)> = Vec::new();
    for placed in view.minutes.items() {
        for section in &placed.item.sections {
            let Some(id) = section.title else { continue };
            if let Some(own) = meant(view, placed.item, section.kind, id) {
                foreign.push((headings.len(), own));
            }
            headings.push((id, section.heading + placed.start));
        }
    }
    let mut counts = vec![0_usize; view.vocabulary.titles().len()];
    for (id, _) in &headings {
        counts[usize::from(id.0)] += 1;
    }
    for (at, own) in foreign {
        if counts[usize::from(own.0)] >= 2 {
            counts[usize::from(headings[at].0.0)] -= 1;
            counts[usize::from(own.0)] += 1;
            headings[at].0 = own;
        }
    }
    headings
}

/// The style's own title for which `id` stands: "Resume" where the style writes "Sagsresumé", in an item without one.
fn meant(view: &MinutesView<'_>, item: &Item, kind: SectionKind, id: TitleId) -> Option<TitleId> {
    let house = &view.context.house;
    if house.section(id).is_some() {
        return None;
    }
    let mut own = house.sections.iter().filter(|own| own.kind == kind);
    let (Some(own), None) = (own.next(), own.next()) else { return None };
    let there = item.sections.iter().any(|s| s.title.is_some_and(|title| own.titles.contains(&title)));
    let fold = |name: &str| name.trim_end_matches(':').to_lowercase().replace('é', "e");
    let (name, written) = (fold(&own.name), fold(&view.vocabulary.title_of(id).name));
    let related = name.contains(&written) || written.contains(&name);
    let single = !name.contains(' ') && !written.contains(' ');
    (!there && related && single).then(|| own.titles[0])
}

/// The form to keep: the commonest; among equals the style's, else the first.
fn usual<'v>(view: &MinutesView<'v>, id: TitleId, forms: &[(&'v str, usize)]) -> Option<&'v str> {
    let most = forms.iter().map(|(_, count)| *count).max()?;
    let best: Vec<&str> = forms.iter().filter(|(_, count)| *count == most).map(|(form, _)| *form).collect();
    let own = view.context.house.section(id).map(|(_, own)| own.name.as_str());
    let of_style = best.iter().copied().find(|form| Some(*form) == own);
    of_style.or(best.first().copied())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, check_fix_with, check_in};
    use lint::Value;

    #[test]
    fn the_rarer_form_is_named() {
        check(
            &RULE,
            "
1. A

Resumé
^^^^^^ Overskriften er ellers skrevet \"Resume\"

A.

2. B

Resume

B.

3. C

Resume

C.
",
        );
        check(
            &RULE,
            "
1. A

Indstilling:

Vi indstiller.

2. B

INDSTILLING
^^^^^^^^^^^ Overskriften er ellers skrevet \"Indstilling:\"

Vi indstiller.
",
        );
    }

    #[test]
    fn a_no_break_space_is_the_same_form() {
        check(&RULE, "1. A\n\nSagens kerne\n\nA.\n\n2. B\n\nSagens\u{a0}kerne\n\nB.\n");
    }

    #[test]
    fn a_house_may_settle_the_colon() {
        let text = |colon| format!("1. A\n\nResume{colon}\n\nA.\n\nBeslutning{colon}\n\nGodkendt.\n");
        check_fix_with(&RULE, "colon", Value::Word("always".into()), &text(""), &text(":"));
        check_fix_with(&RULE, "colon", Value::Word("never".into()), &text(":"), &text(""));
    }

    #[test]
    fn a_style_may_have_a_colon_on_one_title() {
        let item = "Sagsresumé\n\nA.\n\nSagsbeskrivelse:\n\nB.\n\nVurdering\n\nC.\n\n";
        check_in("fredericia", &RULE, &format!("Punkt 1 A\n\n{item}Punkt 2 B\n\n{item}"));
    }

    #[test]
    fn the_styles_own_title_is_kept() {
        check_in(
            "fredericia",
            &RULE,
            "
Punkt 1 A

Sagsresumé

A.

Punkt 2 B

Sagsresumé

B.

Punkt 3 C

Resume
^^^^^^ Overskriften er ellers skrevet \"Sagsresumé\"

C.
",
        );
    }

    #[test]
    fn titles_of_other_kinds_are_not_compared() {
        check(&RULE, "1. A\n\nØkonomi\n\nA.\n\n2. B\n\nØkonomiske konsekvenser:\n\nB.\n");
    }

    #[test]
    fn writes_the_usual_form() {
        check_fix(
            &RULE,
            "1. A\n\nBilag\n\n- A\n\n2. B\n\nBilag\n\n- B\n\n3. C\n\nBilag:\n\n- C\n",
            "1. A\n\nBilag\n\n- A\n\n2. B\n\nBilag\n\n- B\n\n3. C\n\nBilag\n\n- C\n",
        );
    }
}
