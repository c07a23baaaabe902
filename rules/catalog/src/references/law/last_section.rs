//! A section beyond the last of its act: "folkeoplysningslovens § 121".

use facts::acts::{named_after, named_before};
use lint::{Findings, Note, PartView};
use text::range;

/// Looks at the section whose sign stands at byte `at` and whose number is the bytes from `start` to `end`.
pub(super) fn check(view: &PartView<'_>, at: usize, (start, end): (usize, usize), findings: &mut Findings) {
    let digits = view.text[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    let Ok(number) = digits.parse::<u32>() else { return };
    let line = view.line_at(range(at, end));
    let before = &view.text[line.start().into()..at];
    let after = &view.text[end..line.end().into()];
    // "§ 13 og § 121 i en anden lov" names its own.
    let own = [" i ", " af ", "\u{a0}i "].iter().any(|word| after.starts_with(word));
    let listed = || before_list(before).filter(|_| !own).and_then(named_before);
    let Some(act) = named_before(before).or_else(|| named_after(after)).or_else(listed) else { return };
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

/// What stands before "§ 13 og " at the end of `before`: the section that follows is of the same act.
fn before_list(before: &str) -> Option<&str> {
    let mut rest = before.trim_end();
    let mut listed = false;
    while let Some(shorter) = without_section(rest) {
        (rest, listed) = (shorter, true);
    }
    // The act's name is looked for before a space.
    listed.then(|| &before[..rest.len() + usize::from(before[rest.len()..].starts_with(' '))])
}

/// Without "§ 13 og", "§ 13 a," at the end.
fn without_section(words: &str) -> Option<&str> {
    let words = ["og", ",", "samt"].iter().find_map(|joint| words.strip_suffix(joint))?.trim_end();
    let letter = words.strip_suffix(|c: char| c.is_ascii_lowercase()).filter(|rest| rest.ends_with(' '));
    let words = letter.unwrap_or(words).trim_end();
    let number = words.trim_end_matches(|c: char| c.is_ascii_digit());
    (number.len() < words.len()).then_some(number)?.trim_end().strip_suffix('§').map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

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

Efter folkeoplysningslovens § 21, § 22 og § 121.
                                          ^^^^^ Loven har ingen § 121
",
        );
    }

    #[test]
    fn ignores_sections_that_do_or_may_exist() {
        for line in [
            "Efter folkeoplysningslovens § 21 og § 21 a.",
            "Efter folkeoplysningslovens § 21 og skovlovens § 121.",
            "Efter folkeoplysningslovens § 21 og § 121 i en anden lov.",
            "Efter folkeoplysningslovens § 21. Efter § 121 i en anden lov.",
            "Efter skovlovens § 900.",
            "Efter lov om folkeoplysning § 121 a.",
        ] {
            check(&RULE, &format!("Punkt 1: Støtte\n\n{line}\n"));
        }
    }
}
