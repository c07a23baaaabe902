//! `typography/range`: "42- 43", "kl. 17 -19", "kultur-og", "borger – og virksomhedssurvey".
//!
//! A spaced dash also makes a pause, and a hyphen before a digit also makes a number negative. So numbers must rise,
//! and the words around a spaced dash must be known parts of compounds.

mod hyphens;
mod numbers;

use danish::letters::is_word_part;
use lint::{Applicability, Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::{TextRange, is_space, range};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "typography/range",
    summary: Text {
        da: "Mellemrum i \"42-43\", og bindestreger, der er sat forkert i \"kultur- og fritidsområdet\"",
        en: "Spaces in \"42-43\", and hyphens set wrongly in \"kultur- og fritidsområdet\"",
    },
    why: Text {
        da: "Bindestregen i betydningen \"fra … til\" står uden mellemrum, og en bindestreg, der erstatter en del af et ord, \
             står tæt ved sit ord og med mellemrum til det næste. En tankestreg med mellemrum læses som en pause.",
        en: "The hyphen that means \"from … to\" has no spaces, and one that stands for part of a word stands close to its \
             word and apart from the next. A dash with spaces reads as a pause.",
    },
    source: "Retskrivningsordbogen § 55 og 57",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet gælder 42- 43 børn på kultur-og \
                 fritidsområdet.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet gælder 42-43 børn på kultur- og \
                fritidsområdet.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for at in memchr::memchr2_iter(b'-', 0xe2, view.text.as_bytes()) {
        let Some(dash) = Dash::at(view, at) else { continue };
        let found = match dash.spaced() {
            (false, false) => hyphens::glued(&dash),
            (true, true) => hyphens::pause(&dash).or_else(|| numbers::spaced(&dash)),
            (false, true) => hyphens::missing_comma(&dash)
                .or_else(|| hyphens::apart(&dash))
                .or_else(|| numbers::half_spaced(view, &dash)),
            // "Kultur -og Fritidsudvalget".
            (true, false) => hyphens::pause(&dash).or_else(|| numbers::half_spaced(view, &dash)),
        };
        if let Some((found, right)) = found
            && view.is_prose(found)
        {
            let strange = is_of_strange_name(view, found, &right);
            let safe = if strange { Applicability::Unsafe } else { Applicability::Safe };
            findings.report_form(found, &view.text[found], right, safe);
        }
    }
    // What a template prints in the head is the style's.
    if view.item.is_some() {
        for (found, right) in numbers::times(view) {
            report(view, found, right, findings);
        }
    }
}

/// "Vej-og Park A/S", "Teknik-og Miljøudvalget": a name with a capital in each part, which only the settings or another place of the part
/// may tell how to write.
fn is_of_strange_name(view: &PartView<'_>, found: TextRange, right: &str) -> bool {
    let rest = view.text[usize::from(found.end())..].trim_start_matches(is_space);
    if !view.text[found].starts_with(char::is_uppercase) || !rest.starts_with(char::is_uppercase) {
        return false;
    }
    let name = format!("{right} {}", rest.split(|c: char| !is_word_part(c)).next().unwrap_or_default());
    !view.context.names.bodies().any(|body| body.contains(&name)) && !view.text.contains(&name)
}

/// A hyphen or dash with the text around it.
struct Dash<'t> {
    before: &'t str,
    sign: &'t str,
    after: &'t str,
}

/// What is wrong, and what to write instead.
type Found = (TextRange, String);

impl<'t> Dash<'t> {
    fn at(view: &PartView<'t>, at: usize) -> Option<Self> {
        let sign = view.char_after(at).filter(|sign| matches!(sign, '-' | '–'))?;
        let (before, rest) = view.text.split_at(at);
        let (sign, after) = rest.split_at(sign.len_utf8());
        Some(Self { before, sign, after })
    }

    /// Do spaces stand before and after it?
    fn spaced(&self) -> (bool, bool) {
        (self.before.ends_with(is_space), self.after.starts_with(is_space))
    }

    /// The range from `left` bytes before the spaces around the dash to `right` bytes after them.
    fn around(&self, left: usize, right: usize) -> TextRange {
        let start = self.before.trim_end_matches(is_space).len() - left;
        let spaces = self.after.len() - self.after.trim_start_matches(is_space).len();
        range(start, self.before.len() + self.sign.len() + spaces + right)
    }

    /// The word before the dash and the text after it, spaces aside.
    fn sides(&self) -> (&'t str, &'t str) {
        let before = self.before.trim_end_matches(is_space);
        (&before[before.trim_end_matches(is_word_part).len()..], self.after.trim_start_matches(is_space))
    }
}

fn report(view: &PartView<'_>, found: TextRange, right: String, findings: &mut Findings) {
    findings.report_spelling(found, &view.text[found], right);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn flags_a_hyphen_on_the_wrong_side_of_its_space() {
        check(
            &RULE,
            "
1. Skoler

Et kultur -og fritidsudvalg og et Børne -og Skoleudvalg.
   ^^^^^^^^^^ \"kultur -og\" skrives \"kultur- og\"
                                  ^^^^^^^^^
",
        );
        silent("Vi ses -og Bo kommer. Planen -og det er ny.");
    }

    #[test]
    fn flags_spaces_in_a_range_of_numbers() {
        check(
            &RULE,
            "
1. Skoler

Sagsfremstilling

Om 42- 43 børn, §§ 44 - 45 og kl. 17 -19 samt kl. 8.00 - 9.00.
   ^^^^^^ \"42- 43\" skrives \"42-43\"
                   ^^^^^^^
                                  ^^^^^^
                                                  ^^^^^^^^^^^
Planen gælder 2024 -2026.
              ^^^^^^^^^^
",
        );
    }

    #[test]
    fn flags_hyphens_glued_or_apart() {
        check(
            &RULE,
            "
1. Skoler

Om kultur-og fritidsområdet og en borger – og virksomhedsundersøgelse.
   ^^^^^^^^^ \"kultur-og\" skrives \"kultur- og\"
                                  ^^^^^^^^^^^
",
        );
        check(
            &RULE,
            "
1. Skoler

Det er beskæftigelses- integrations- og socialområdet.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \"beskæftigelses- integrations-\" skrives
",
        );
    }

    #[test]
    fn flags_a_space_behind_the_hyphen_of_one_word() {
        check(
            &RULE,
            "
1. Skoler

Det er de ikke- kommunale skoler, og Ida Storbo- Jensen fik et julemands- kostume.
          ^^^^^^^^^^^^^^^ \"ikke- kommunale\" skrives \"ikke-kommunale\"
                                         ^^^^^^^^^^^^^^ \"Storbo- Jensen\" skrives
                                                               ^^^^^^^^^^^^^^^^^^ \"julemands- kostume\" skrives \"julemandskostume\"
",
        );
        silent("Det kan vi ikke- men vi prøver. Formand- Bo Jensen og Kasserer- Ida Jensen er valgt.");
        silent("Forårs- og efterårsfest, sommer- vinter og ikke- eller.");
    }

    #[test]
    fn ignores_pauses_and_negative_numbers() {
        silent("Det er en ny skole - og den er god. Vi har råd – og vilje – til det.");
        silent("Fra 5 -43 grader, 2022 -500 og -300 kr., 3 -2, 12- 1900 og 2021- 123.");
        silent("Det blev 2 -4 grader, § 1 -2 gælder, og der var 12 -14 børn.");
        silent("2022 -2025\n\nSkole\t42- 43");
    }

    #[test]
    fn ignores_case_numbers_dates_and_what_is_right() {
        silent(
            "Sag 00.22.04-G01- 1-18, 330-2018- 3619, den 12.- 14. maj, 42-43, kl. 17-19, både-og, enten-eller nu.",
        );
        silent("Kultur- og fritidsområdet, øre-, næse- og halslæge, for- og bagside, A-og B.");
        silent("Byrådet – og Økonomiudvalget har Klima- Teknik- og Miljøudvalget");
        check(&RULE, "Byrådet\nTid: kl. 16.00 - 18.00\n");
    }

    #[test]
    fn ignores_quotations() {
        silent("Han skrev ”42- 43 børn på kultur-og fritid” til os.");
    }

    #[test]
    fn sets_the_hyphen_right() {
        check_fix(
            &RULE,
            "1. Skoler\n\nBeslutning\n\nMødet er kl. 17.00 – 19.00 for 8- 10 børn på hus-og havearealet.\n",
            "1. Skoler\n\nBeslutning\n\nMødet er kl. 17.00–19.00 for 8-10 børn på hus- og havearealet.\n",
        );
        check_fix(
            &RULE,
            "1. Skoler\n\nBeslutning\n\nSagen er sendt til Social – og Omsorgsudvalget.\n",
            "1. Skoler\n\nBeslutning\n\nSagen er sendt til Social- og Omsorgsudvalget.\n",
        );
    }
}
