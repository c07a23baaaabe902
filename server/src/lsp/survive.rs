//! Reads a text although a rule gives up on it: that rule is left out and named, the others go on.

use std::sync::Arc;

use ropey::Rope;
use rules::document::{Document, Engine};
use rules::lint::{Rule, Settings, Severity, custom};

use crate::guard::guarded;

/// Reads and lints `text`, which `rope` has too; names the rules that were left out.
pub(crate) fn read(engine: &Arc<Engine>, text: String, rope: &Rope) -> (Document, Vec<&'static str>) {
    if let Ok(document) = guarded(|| Document::new(engine.clone(), text)) {
        return (document, Vec::new());
    }
    let text = rope.to_string();
    let alone = |rule| with_rules(engine, vec![rule]);
    // Trying a rule takes a reading of the whole text, so those that somebody else wrote are suspected first.
    let is_own = |(rule, _): &(&Rule, Severity)| rule.group() == custom::GROUP;
    let (own, ours): (Vec<_>, Vec<_>) = engine.settings.rules.iter().copied().partition(is_own);
    let ours_are_sound = guarded(|| Document::new(with_rules(engine, ours.clone()), text.clone())).is_ok();
    let (suspects, mut sound) =
        if ours_are_sound { (own, ours) } else { (engine.settings.rules.clone(), Vec::new()) };
    let (cleared, faulty): (Vec<_>, Vec<_>) =
        suspects.into_iter().partition(|&rule| guarded(|| Document::new(alone(rule), text.clone())).is_ok());
    sound.extend(cleared);
    let names = faulty.iter().map(|(rule, _)| rule.name).collect();
    let sound = with_rules(engine, sound);
    // Should the reading itself give up, the editor still has its text and the server stays up.
    let document = guarded(|| Document::new(sound.clone(), text))
        .unwrap_or_else(|_| Document::new(with_rules(engine, Vec::new()), String::new()));
    (document, names)
}

fn with_rules(engine: &Engine, rules: Vec<(&'static Rule, Severity)>) -> Arc<Engine> {
    Arc::new(Engine { settings: Settings { rules }, ..engine.clone() })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::guard;
    use ropey::Rope;
    use rules::document::Engine;
    use rules::lint::{Check, Example, Fixes, Rule, Severity, Text};
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
        let (document, faulty) = read(&Arc::new(engine), text.to_owned(), &Rope::from_str(text));
        assert_eq!(faulty, ["test/panics"]);
        let (expected, _) = read(&Arc::new(sound), text.to_owned(), &Rope::from_str(text));
        assert!(!expected.diagnostics().is_empty());
        assert_eq!(document.diagnostics(), expected.diagnostics());
    }
}
