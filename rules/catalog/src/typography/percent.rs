//! `typography/percent`: "14%" and "14 %" in one text: the rarer one.

use lint::{
    Allowed, Check, Choice, Example, Findings, Fixes, Habit, Note, PartView, Rule, RuleOption, Severity, Text,
};
use text::edit::Edit;
use text::{TextRange, is_space, range};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "typography/percent",
    summary: Text {
        da: "Procenttegn med og uden mellemrum i samme punkt",
        en: "Percent signs with and without a space in one item",
    },
    why: Text {
        da: "Normen er \"14 %\" med mellemrum, og \"14%\" er udbredt; i samme punkt virker begge dele tilfældigt.",
        en: "The norm is \"14 %\" with a space, and \"14%\" is widespread; both in one item look accidental.",
    },
    source: "ISO 80000-1",
    severity: Severity::Hint,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[&SPACE],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er 14 % flere end i fjor, hvor det \
                 var 9 %, og 2% flere end ventet.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er 14 % flere end i fjor, hvor det \
                var 9 %, og 2 % flere end ventet.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

static SPACE: RuleOption = RuleOption {
    name: "space",
    about: Text { da: "Mellemrummet før procenttegnet", en: "The space before the percent sign" },
    allowed: Allowed::Choice(&[
        Choice {
            word: "alike",
            about: Text {
                da: "med mellemrum, når punktet har begge former",
                en: "with a space, where the item has both forms",
            },
        },
        Choice { word: "always", about: Text { da: "\"14 %\"", en: "\"14 %\" everywhere" } },
        Choice { word: "never", about: Text { da: "\"14%\"", en: "\"14%\" everywhere" } },
    ]),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let (mut glued, mut spaced) = (Vec::new(), Vec::new());
    for sign in memchr::memchr_iter(b'%', view.text.as_bytes()) {
        let Some(number) = number_before(view, sign) else { continue };
        let gap = TextRange::new(number.end(), range(sign, sign).start());
        if gap.is_empty() { glued.push((number, gap)) } else { spaced.push((number, gap)) }
    }
    let asked = view.context.options.choice(RULE.name, &SPACE);
    let (space, told) = match asked {
        "always" => (" ", true),
        "never" => ("", true),
        // One form throughout is the writer's own; of two the norm decides, whichever is rarer.
        _ if spaced.is_empty() => return,
        _ => (" ", false),
    };
    let wrong = if space.is_empty() { spaced } else { glued };
    for (number, gap) in wrong {
        report(view, number, gap, Form { space, told }, findings);
    }
}

/// The digits before the sign at byte `sign`, unless the sign is part of a word or stands in a table.
fn number_before(view: &PartView<'_>, sign: usize) -> Option<TextRange> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '‑');
    if view.char_after(sign + 1).is_some_and(part) {
        return None;
    }
    let before = view.text[..sign].trim_end_matches(is_space);
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let number = range(digits.len(), before.len());
    (before.ends_with(|c: char| c.is_ascii_digit()) && view.is_prose(number)).then_some(number)
}

/// How the sign is to be written.
#[derive(Clone, Copy)]
struct Form {
    space: &'static str,
    /// Does the configuration say so, and not the text?
    told: bool,
}

const HABIT: Habit = Habit {
    note: Text {
        da: "Mellemrummet før procenttegnet er ikke skrevet ens: {n} steder afviger",
        en: "The space before the percent sign is not written alike: {n} places differ",
    },
    fix: Text { da: "Skriv procenttegnene ens", en: "Write the percent signs alike" },
};

fn report(view: &PartView<'_>, number: TextRange, gap: TextRange, form: Form, findings: &mut Findings) {
    let Form { space, told } = form;
    let right = format!("{}{space}%", &view.text[number]);
    let written = format!("{}{}%", &view.text[number], &view.text[gap]);
    let note = if told {
        Note::new(
            format!("\"{written}\" skrives \"{right}\""),
            format!("\"{written}\" is written \"{right}\""),
        )
    } else {
        Note::new(
            format!("\"{written}\", men andre steder i punktet som \"{right}\""),
            format!("\"{written}\", but elsewhere in the item as \"{right}\""),
        )
    };
    findings.report(range(number.start().into(), usize::from(gap.end()) + 1), note).habit(HABIT).safe_fix(
        Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
        Edit::replace(gap, space),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, check_fix_with};
    use lint::Value;

    #[test]
    fn a_house_may_settle_the_form() {
        let (open, closed) = ("1. Skoler\n\nDet er 14 % og 2 %.\n", "1. Skoler\n\nDet er 14% og 2%.\n");
        check_fix_with(&RULE, "space", Value::Word("always".into()), closed, open);
        check_fix_with(&RULE, "space", Value::Word("never".into()), open, closed);
    }

    #[test]
    fn flags_the_form_without_a_space() {
        check(
            &RULE,
            "
1. Skoler

Det er 14 %, 15,5\u{a0}% og 2%.
                       ^^ \"2%\", men andre steder i punktet som \"2 %\"
",
        );
        check(&RULE, "1. Skoler\n\nDet er 14%, 15% og 2 %.\n       ^^^ \"14%\", men\n            ^^^\n");
    }

    #[test]
    fn ignores_one_form_words_tables_and_quotations() {
        check(&RULE, "1. Skoler\n\nDet er 14 %, en 5%-ordning, ”2%”, % og a%.\n\nSkole\t2%\n");
        check(&RULE, "1. Skoler\n\nDet er 14%.\n\n2. Veje\n\nDet er 14 %.\n");
    }

    #[test]
    fn mends_the_space_only() {
        check_fix(
            &RULE,
            "1. Skoler\n\nFra 1,5% til 2 % og 3 %.\n",
            "1. Skoler\n\nFra 1,5 % til 2 % og 3 %.\n",
        );
    }
}
