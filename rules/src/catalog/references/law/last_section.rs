//! A section beyond the last of its act: "folkeoplysningslovens § 121".

use crate::facts::acts::{named_after, named_before};
use crate::lint::{Findings, Note, PartView};
use crate::text::range;

/// Looks at the section whose sign stands at byte `at` and whose number is the bytes from `start` to `end`.
pub(super) fn check(view: &PartView<'_>, at: usize, (start, end): (usize, usize), findings: &mut Findings) {
    let digits = view.text[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    let Ok(number) = digits.parse::<u32>() else { return };
    let line = view.line_at(range(at, end));
    let before = &view.text[line.start().into()..at];
    let after = &view.text[end..line.end().into()];
    let Some(act) = named_before(before).or_else(|| named_after(after)) else { return };
    if number > act.section {
        let law = &act.number;
        findings.report(
            range(at, end),
            Note::new(
                format!("Loven har ingen § {number} ({law})"),
                format!("The act has no section {number} ({law})"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::fixture::check;

    #[test]
    fn flags_sections_that_do_not_exist() {
        check(
            &RULE,
            "
Punkt 1: Støtte

Sagen behandles efter folkeoplysningslovens § 121.
                                            ^^^^^ Loven har ingen § 121

Efter § 131 i planloven kan der gives tilladelse.
      ^^^^^ Loven har ingen § 131
",
        );
    }

    #[test]
    fn ignores_sections_that_do_or_may_exist() {
        for line in [
            "Efter folkeoplysningslovens § 21 og § 121.",
            "Efter skovlovens § 900.",
            "Efter lov om folkeoplysning § 121 a.",
        ] {
            check(&RULE, &format!("Punkt 1: Støtte\n\n{line}\n"));
        }
    }
}
