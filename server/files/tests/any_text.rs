//! Settings and suppressions of any words are refused with a place, or can be used.

#[path = "../../../rules/tests/random/settled.rs"]
mod settled;

use std::path::{Path, PathBuf};

use files::settings::{Asked, Resolver, Texts};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_oneof, proptest};
use rules::catalog::RULES;
use workbench::lang::Lang;

use workbench::config::{ConfigError, Overlay};
use workbench::findings::suppressions;

use settled::config;

/// Lines of settings, right and wrong, in any order.
const LINES: &[&str] = &[
    "extends = \"other.toml\"",
    "language = \"da\"",
    "[files]",
    "include = [\"**/*.txt\", \"[\"]",
    "[lint]",
    "select = [\"structure\", \"dates/weekday\"]",
    "ignore = [\"all\", \"nonsens\"]",
    "fail-on = \"warning\"",
    "[lint.severity]",
    "\"dates/weekday\" = \"hint\"",
    "spelling = \"off\"",
    "[rules.\"structure/heading-form\"]",
    "colon = \"never\"",
    "colon = 7",
    "[names]",
    "members = [{ name = \"Inger Mølholm\", party = \"A\" }]",
    "committees = [\"Byrådet\"]",
    "[vocabulary]",
    "words = [\"klubbånd\", \"\"]",
    "[style]",
    "name = \"fredericia\"",
    "extends = \"odense\"",
    "[[overrides]]",
    "files = [\"**/{a,b\"]",
    "[[custom]]",
    "name = \"custom/tavs\"",
    "severity = \"warning\"",
    "pattern = \"(a+)+$\"",
    "pattern = \"(\"",
    "message = { da = \"x\", en = \"y\" }",
    "ok = [\"b\"]",
    "bad = [\"aa\"]",
    "[[suppress]]",
    "rule = \"dates/weekday\"",
    "item = \"3\"",
    "reason = \"aftalt\"",
    "until = 2026-02-30",
    "until = \"2030-01-01\"",
    "[profile.publish]",
    "\u{feff}",
    "\"\"\"",
    "]",
];

fn settings() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        8 => (0..LINES.len()).prop_map(|at| LINES[at].to_owned()),
        1 => any::<String>(),
    ];
    vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

fn says_what_and_where(error: &ConfigError) -> bool {
    !error.0.problem.text(Lang::Da).is_empty() && !error.0.name.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..config() })]

    #[test]
    fn any_settings_are_refused_with_a_place_or_can_be_used(text in settings()) {
        let file = PathBuf::from("/settings/that/are/nowhere/referent.toml");
        let texts = Texts::from([(file.clone(), text.clone())]);
        let resolver = Resolver::with_texts(Asked::File(file.clone()), Overlay::default(), texts);
        match resolver.for_folder(Path::new("/settings")) {
            Ok(config) => drop(config.engine(Path::new("a.txt"))),
            Err(error) => prop_assert!(says_what_and_where(&error), "{text}"),
        }
    }

    #[test]
    fn any_suppressions_are_refused_or_can_be_used(text in settings()) {
        let beside = Path::new("a.txt.referent-ignore.toml");
        if let Err(error) = suppressions(beside, "a.txt.referent-ignore.toml", text.clone(), &RULES) {
            prop_assert!(says_what_and_where(&error), "{text}");
        }
    }
}
