//! Every rule of the catalog keeps the promises that its entry makes.

use std::sync::Arc;

use rules::catalog::{RULES, standard};
use rules::document::{Document, Engine};
use rules::house::Houses;
use rules::lint::{Applicability, Check, Diagnostic, Fixes, Names, Party, Rule, Selection, Settings};
use rules::text::edit::Edits;

/// The configuration that the examples are read with: lists that anybody may have been elected on.
fn names() -> Names {
    let party = |letter: &str| Party { letter: letter.to_owned(), name: format!("Liste {letter}") };
    Names {
        parties: "ABCDFGHIKMNOSVÆØÅ".chars().map(|letter| party(&letter.to_string())).collect(),
        ..Names::default()
    }
}

/// Can this rule find anything in a text, in this build?
fn is_able(rule: &Rule) -> bool {
    !matches!(rule.check, Check::Outside)
}

fn check(rule: &Rule, text: &str) -> Vec<Diagnostic> {
    let houses = Houses::standard();
    let house =
        houses.get(rule.example.house).unwrap_or_else(|| panic!("{}: no such house", rule.name)).clone();
    let mut settings = standard();
    if !rule.on {
        settings.rules.extend(
            Settings::among(&RULES, &Selection { select: vec![rule.name.into()], ..Selection::default() })
                .expect("a rule")
                .rules,
        );
    }
    let engine =
        Engine { houses, settings, house: Some(house), names: Arc::new(names()), ..Engine::default() };
    Document::new(Arc::new(engine), text.to_owned()).diagnostics()
}

#[test]
fn names_are_a_group_and_a_fault_in_order() {
    for pair in RULES.windows(2) {
        assert!(
            pair[0].group() != pair[1].group() || pair[0].name < pair[1].name,
            "{} before {}",
            pair[0].name,
            pair[1].name
        );
    }
    for rule in RULES.iter() {
        let (group, fault) = rule.name.split_once('/').expect("a group and a fault");
        let kebab = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(kebab(group) && kebab(fault), "{}", rule.name);
    }
}

#[test]
fn texts_stand_in_both_languages() {
    for rule in RULES.iter() {
        for text in [rule.summary, rule.why] {
            assert!(!text.da.is_empty() && !text.en.is_empty() && text.da != text.en, "{}", rule.name);
        }
        assert!(
            !rule.summary.da.ends_with('.') && !rule.summary.en.ends_with('.'),
            "{}: a summary is no sentence",
            rule.name
        );
        assert!(
            rule.why.da.ends_with('.') && rule.why.en.ends_with('.'),
            "{}: a reason is a sentence",
            rule.name
        );
    }
}

#[test]
fn each_example_raises_its_own_rule_and_no_other() {
    for rule in RULES.iter().filter(|rule| is_able(rule)) {
        let found = check(rule, rule.example.before);
        assert!(!found.is_empty(), "{}: the example raises nothing", rule.name);
        for diagnostic in found {
            assert_eq!(
                diagnostic.rule.name, rule.name,
                "the example of {} raises another: {}",
                rule.name, diagnostic.note.da
            );
        }
    }
}

#[test]
fn each_remedy_raises_nothing() {
    for rule in RULES.iter() {
        let found = check(rule, rule.example.after);
        assert!(found.is_empty(), "the remedy of {} raises {found:#?}", rule.name);
    }
}

#[test]
fn fixes_are_what_the_entry_says() {
    for rule in RULES.iter() {
        let found = check(rule, rule.example.before);
        let fixes: Vec<_> = found.iter().flat_map(|diagnostic| &diagnostic.fixes).collect();
        match rule.fixes {
            Fixes::None => assert!(fixes.is_empty(), "{} says it has no fixes", rule.name),
            Fixes::Unsafe => {
                assert!(
                    !fixes.is_empty() && fixes.iter().all(|fix| fix.applicability == Applicability::Unsafe),
                    "{}",
                    rule.name
                );
            }
            Fixes::Safe => {
                assert!(fixes.iter().any(|fix| fix.applicability == Applicability::Safe), "{}", rule.name)
            }
        }
    }
}

#[test]
fn the_fix_of_each_example_is_its_remedy() {
    for rule in RULES.iter().filter(|rule| rule.fixes != Fixes::None) {
        let found = check(rule, rule.example.before);
        let edits = found
            .iter()
            .filter_map(|diagnostic| diagnostic.fixes.first())
            .flat_map(|fix| fix.edits.clone())
            .collect();
        let fixed = Edits::new(edits).and_then(|edits| edits.apply(rule.example.before));
        // A heading that was inserted at the end waits for the writer's words.
        let fixed = fixed.unwrap_or_default();
        let whole = fixed == rule.example.after || rule.name == "structure/required-section";
        assert!(whole && rule.example.after.starts_with(&fixed), "{}: {fixed}", rule.name);
    }
}
