//! Reads a text although a rule gives up on it: that rule is left out and named, the others go on.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::lint::{Rule, Settings, Severity, custom};
use rules::syntax::Ranks;

use crate::guard::guarded;
use crate::problem::Problem;

/// A text that was read and linted, and the rules that gave up on it and were left out.
pub type Survived = (Document, Vec<&'static str>);

/// Reads and lints `text`, of whose lines its document says `ranks`, and which `again` gives once more. Command line and language server both read their texts here.
///
/// # Errors
/// The place in the code where reading itself gives up, whatever the rules.
pub fn read(
    engine: &Arc<Engine>,
    text: String,
    ranks: Ranks,
    again: impl FnOnce() -> String,
) -> Result<Survived, String> {
    let document = |engine, text| Document::with_ranks(engine, text, ranks.clone());
    if let Ok(document) = guarded(|| document(engine.clone(), text)) {
        return Ok((document, Vec::new()));
    }
    let text = again();
    let alone = |rule| with_rules(engine, vec![rule]);
    // Trying a rule takes a reading of the whole text, so those that somebody else wrote are suspected first.
    let is_own = |(rule, _): &(&Rule, Severity)| rule.group() == custom::GROUP;
    let (own, ours): (Vec<_>, Vec<_>) = engine.settings.rules.iter().copied().partition(is_own);
    let ours_are_sound = guarded(|| document(with_rules(engine, ours.clone()), text.clone())).is_ok();
    let (suspects, mut sound) =
        if ours_are_sound { (own, ours) } else { (engine.settings.rules.clone(), Vec::new()) };
    let (cleared, faulty): (Vec<_>, Vec<_>) =
        suspects.into_iter().partition(|&rule| guarded(|| document(alone(rule), text.clone())).is_ok());
    sound.extend(cleared);
    let names = faulty.iter().map(|(rule, _)| rule.name).collect();
    let sound = with_rules(engine, sound);
    Ok((guarded(|| document(sound.clone(), text))?, names))
}

/// What stands for the rules where none could run.
pub const EVERYTHING: &str = "";

/// What is said of a `rule` that was left out.
pub fn left_out(rule: &str) -> Problem {
    if rule.starts_with(custom::GROUP) {
        return Problem::new(
            format!("Reglen {rule} tager for lang tid og er sat ud af kraft; gør mønsteret enklere"),
            format!("The rule {rule} takes too long and is left out; make its pattern simpler"),
        );
    }
    let version = env!("CARGO_PKG_VERSION");
    if rule == EVERYTHING {
        return Problem::new(
            format!("Teksten kan ikke gennemgås, for læsningen gav op (referent {version}; meld den gerne)"),
            format!("The text cannot be checked: reading it gave up (referent {version}; please report it)"),
        );
    }
    Problem::new(
        format!("Reglen {rule} gav op på teksten og er sat ud af kraft (referent {version}; meld den gerne)"),
        format!("The rule {rule} gave up on the text and is left out (referent {version}; please report it)"),
    )
}

fn with_rules(engine: &Engine, rules: Vec<(&'static Rule, Severity)>) -> Arc<Engine> {
    Arc::new(Engine { settings: Settings::new(rules), ..engine.clone() })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::guard;
    use rules::document::Engine;
    use rules::lint::{Check, Example, Fixes, Rule, Severity, Text};
    use rules::syntax::Ranks;
    use rules::zones::ZoneSet;
    use std::sync::Arc;

    const NOTHING: Text = Text { da: "", en: "" };
    static PANICS: Rule = Rule {
        name: "test/panics",
        summary: NOTHING,
        why: NOTHING,
        source: "",
        severity: Severity::Error,
        on: true,
        fixes: Fixes::None,
        zones: ZoneSet::NONE,
        options: &[],
        example: Example { house: "generel", before: "", after: "" },
        check: Check::Item(|_, _| panic!("a fault of the rule")),
    };

    #[test]
    fn a_rule_that_panics_is_named_and_the_others_go_on() {
        guard::install();
        let text = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at \
                    budgettet godkendes,\n2. At planen godkendes.\n\nBeslutning\n\nGodkendt.\n";
        let sound = Engine::default();
        let mut engine = sound.clone();
        engine.settings.rules.push((&PANICS, Severity::Error));
        let (document, faulty) =
            read(&Arc::new(engine), text.to_owned(), Ranks::default(), || text.to_owned())
                .expect("it can be read");
        assert_eq!(faulty, ["test/panics"]);
        let (expected, _) = read(&Arc::new(sound), text.to_owned(), Ranks::default(), || text.to_owned())
            .expect("it can be read");
        assert!(!expected.diagnostics().is_empty());
        assert_eq!(document.diagnostics(), expected.diagnostics());
    }
}
