//! Laws of fixes, tried on the samples with random faults, all rules on.
//!
//! What a safe fix leaves alone: a no-break space, unless no space belongs there at all; line ends, the byte-order mark
//! and the final line end; every digit, but where a date is written in another way; the names of people; what stands
//! between quotation marks; and what a decision decides: its outcomes and date. Spelling, spaces and signs
//! are mended in decisions too.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

mod places;
mod project;
mod random;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;
use rules::catalog::RULES;
use rules::danish::clock::times;
use rules::danish::date::dates;
use rules::document::{Document, Engine};
use rules::lint::{Applicability, Diagnostic, Fix, Member, Names, Party, Settings, Severity};
use rules::outline::Outline;
use rules::repair::{Repaired, repair};
use rules::text::edit::Edits;

use crate::places::place;
use crate::random::{SAMPLES, config};

type Checked = Result<(), TestCaseError>;

/// A member of the invented council, who stands in some of the pieces.
const MEMBER: &str = "Marianne Toftgaard";

/// Their fixes make a heading, a date or a point mean what it was meant to, so that what hangs on it is understood.
const REVEALING: &[&str] = &["structure/misspelt-heading", "dates/format", "at-points/lead-word"];

/// The words of the bodies in the settings.
const KNOWN: [&str; 5] =
    ["Omsorgsudvalget", "Økonomiudvalget", "Økonomiforvaltningen", "Kommune", "familieudvalget"];

/// A quotation full of faults, which stands in some of the pieces; they are somebody's own.
const QUOTATION: &str = "”det er b.la. 14% ,ja”";

static ENGINE: LazyLock<Arc<Engine>> = LazyLock::new(|| {
    let rules = RULES.iter().map(|&rule| (rule, rule.severity)).collect();
    let party = |letter: &str, name: &str| Party { letter: letter.into(), name: name.into() };
    let names = Names {
        municipality: Some("Sandvig Kommune".into()),
        committees: vec!["Social- og Omsorgsudvalget".into(), "Økonomiudvalget".into()],
        departments: vec!["Økonomiforvaltningen".into()],
        members: vec![Member { name: MEMBER.into(), party: Some("A".into()) }],
        parties: vec![party("A", "Arken"), party("V", "Vesten")],
        ..Names::default()
    };
    Arc::new(Engine { settings: Settings::new(rules), names: Arc::new(names), ..Engine::default() })
});

/// Faults, and pieces of text that change what stands around them.
const PIECES: &[&str] = &[
    " , ",
    " ,og ",
    "  ",
    " .",
    ".Det er ",
    "b.la. ",
    "1.3 mio. kr. ",
    "1,283,980 kr. ",
    "15.68 % ",
    "14% ",
    "14\u{a0}% ",
    " til til ",
    " at at ",
    "d 24. august ",
    "den 4 november 2021 ",
    "4. November 2021 ",
    "07/06/2022 ",
    "2022-06-07 ",
    "§85 ",
    "§§ 32,32a ",
    "stk 2 ",
    "stk.1 ",
    "42- 43 ",
    "kl.17 -19 ",
    "kl 15.30 ",
    "kl. 15:30 ",
    "kultur-og fritid ",
    "borger – og virksomhed ",
    "50 pct af ",
    "adm. dir Tanja ",
    "1.kvartal ",
    "fuldt op på ",
    "pågåldende ",
    "procent point ",
    "3 årige ",
    "BR sekretariatet ",
    "er det vigtigt, at give ",
    "Økonomiforvaltingen ",
    "Social – og Omsorgsudvalget ",
    "Social og Omsogsudvalget ",
    "Marianne Toftgaard (A) ",
    "Marianne Toftegaard ",
    "Sandvi Kommune ",
    "”",
    "\"",
    "„",
    "“",
    QUOTATION,
    " ”det er b.la. 14% ,ja” ",
    " \n",
    "\t\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\nIndstilling\n",
    "\nIndstiling\n",
    "\nBeslutning\n",
    "\nBeslutnng\n",
    "\nResume\n",
    "\nResumé:\n",
    "\nBilag\n",
    "\n1. at planen godkendes\n",
    "\n2. At planen drøftes.\n",
    "\n- at \n",
    "\n4. ",
    "\nPunkt 7: ",
    "Godkendt. ",
    "Indstillingens 2. at-punkt blev godkendt. ",
    "For: 3 (A, V)\n",
    "\u{a0}",
    "\u{feff}",
    "[indsæt dato] ",
    "xx ",
    "jf. bilag 9 ",
    "010203-1234 ",
    "fx ",
    "f.eks. ",
    "æøå",
    "🙂",
    "a\u{30a}",
    "| a | b |\n",
    "<!-- -->",
    " 495.00 kr. ",
    "en projekt leder ",
    " i i relation til ",
    " er er ",
    "Århus Kommune ",
    "[[kl.16]] ",
    "`kl 15 ,x` ",
    "23 % og 12% ",
    "skole og socialforvaltning ",
    "jfr. ",
    "www.a.dk/b",
];

/// Where a piece goes, as a share of the text, how much it takes the place of, and which.
fn faults() -> impl Strategy<Value = Vec<(f64, f64, String)>> {
    let piece = prop_oneof![
        12 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    vec((0.0..1.0, prop_oneof![6 => 0.0..0.0001, 1 => 0.0..0.01], piece), 0..10)
}

/// How the lines end, whether there is a byte-order mark, and whether the last line ends.
fn form() -> impl Strategy<Value = (u8, bool, bool)> {
    (0u8..5, any::<bool>(), any::<bool>())
}

fn text(sample: &str, faults: &[(f64, f64, String)], form: (u8, bool, bool)) -> String {
    let mut text = sample.to_owned();
    for (from, share, piece) in faults {
        text.replace_range(std::ops::Range::<usize>::from(place(&text, *from, *share)), piece);
    }
    let (ends, mark, last) = form;
    let text = if last { text } else { text.trim_end().to_owned() };
    let mut n = 0;
    let text: String = text
        .split_inclusive('\n')
        .map(|line| {
            n += 1;
            match (ends, n % 3) {
                (1, _) | (3, 0) => line.replace('\n', "\r\n"),
                (2, _) | (3, 1) => line.replace('\n', "\r"),
                (4, 0) => line.replace(' ', "\u{a0}"),
                _ => line.to_owned(),
            }
        })
        .collect();
    if mark { format!("\u{feff}{text}") } else { text }
}

/// The ends of the lines, in order.
fn line_ends(text: &str) -> Vec<&str> {
    let mut ends = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\n']) {
        let len = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
        ends.push(&rest[at..at + len]);
        rest = &rest[at + len..];
    }
    ends
}

/// How many findings are at least as severe as `least`.
fn count(found: &[Diagnostic], least: Severity) -> usize {
    found.iter().filter(|finding| finding.severity >= least).count()
}

fn applied(text: &str, fix: &Fix) -> Option<String> {
    Edits::new(fix.edits.clone())?.apply(text)
}

/// Of each fix alone: it changes something, and adds no finding of higher severity.
fn check_each(document: &Document, before: &[Diagnostic], heaped: bool) -> Checked {
    for finding in before {
        for fix in &finding.fixes {
            let Some(after) = applied(document.text(), fix) else {
                return Err(TestCaseError::fail(format!("{} has edits that overlap", finding.rule.name)));
            };
            prop_assert!(after != document.text(), "{} changes nothing: {fix:?}", finding.rule.name);
            if fix.applicability == Applicability::Safe {
                check_safe(document.text(), &after, finding, fix)?;
                // A mended heading may divide a decision in two.
                if !heaped && finding.rule.name != "structure/misspelt-heading" {
                    check_decisions(document.text(), &after, fix)?;
                }
            }
        }
    }
    Ok(())
}

/// Of each safe fix alone: what it must not touch is there as before.
fn check_safe(before: &str, after: &str, finding: &Diagnostic, fix: &Fix) -> Checked {
    let rule = finding.rule.name;
    let count = |text: &str, what: &str| text.matches(what).count();
    let names = count(after, MEMBER) >= count(before, MEMBER);
    prop_assert!(names, "{rule} touches a name: {fix:?}");
    let strange =
        bodies(after).into_iter().find(|body| !KNOWN.contains(body) && !bodies(before).contains(body));
    prop_assert!(strange.is_none(), "{rule} makes a body that nobody knows: {strange:?}, {fix:?}");
    // Where marks are unbalanced, nobody can tell what is quoted.
    if before.matches(['”', '"', '„', '“']).count() == 2 * count(before, QUOTATION) {
        prop_assert!(
            count(after, QUOTATION) >= count(before, QUOTATION),
            "{rule} touches a quotation: {fix:?}"
        );
    }
    for edit in &fix.edits {
        let old = &before[edit.range()];
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        if !matches!(rule, "dates/format" | "structure/misspelt-heading") {
            prop_assert_eq!(digits(old), digits(edit.text()), "{} touches a number: {:?}", rule, fix);
        }
        prop_assert_eq!(line_ends(old), line_ends(edit.text()), "{} touches a line end: {:?}", rule, fix);
        let fewer = |space: &str| count(edit.text(), space) < count(old, space);
        let more = |space: &str| count(edit.text(), space) > count(old, space);
        prop_assert!(!(fewer("\u{a0}") && more(" ")), "{rule} breaks a no-break space: {fix:?}");
        let mark = before.starts_with('\u{feff}') && edit.range().start() == 0.into();
        prop_assert!(!mark, "{rule} touches the byte-order mark: {fix:?}");
    }
    let days = |text: &str| dates(text).filter_map(|date| date.date()).collect::<Vec<_>>();
    let (was, is) = (days(before), days(after));
    prop_assert!(was.iter().all(|day| is.contains(day)), "{rule} touches a date: {was:?}, {is:?}, {fix:?}");
    let clock = |text: &str| times(text).filter_map(|time| time.time()).collect::<Vec<_>>();
    let (was, is) = (clock(before), clock(after));
    prop_assert!(was.iter().all(|time| is.contains(time)), "{rule} touches a time: {was:?}, {is:?}, {fix:?}");
    let lost = |what: &str| count(after, what) < count(before, what);
    for what in
        ["495.00", "en projekt leder", "i i relation", "er er", "Århus Kommune", "[[kl.16]]", "`kl 15 ,x`"]
    {
        prop_assert!(!lost(what), "{rule} decides what only the writer knows: {fix:?}");
    }
    for edit in fix.edits.iter().filter(|_| rule != "typography/number") {
        let same = amounts(&before[edit.range()]) == amounts(edit.text());
        prop_assert!(same || rule == "dates/format", "{rule} touches a value: {fix:?}");
    }
    Ok(())
}

/// The words in `text` that name a body.
fn bodies(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| ["udvalget", "forvaltningen", "Kommune"].iter().any(|end| word.ends_with(end)))
        .collect()
}

/// The numbers in `text` that have a sign between two digits, as they are written.
fn amounts(text: &str) -> Vec<&str> {
    let signs = |c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','));
    let numbers = text.split(signs).map(|part| part.trim_matches(['.', ',']));
    numbers.filter(|number| number.contains(['.', ','])).collect()
}

/// A fix may let a decision be seen that was not, as where a space before a comma hid a heading; none is lost.
fn check_decisions(before: &str, after: &str, fix: &Fix) -> Checked {
    let mut decisions = decided(after);
    for decision in decided(before) {
        let found = decisions.iter().position(|other| *other == decision);
        prop_assert!(found.is_some(), "a decision is touched, {decision}: {fix:?}");
        found.map(|at| decisions.swap_remove(at));
    }
    Ok(())
}

/// What was decided, item by item.
fn decided(text: &str) -> Vec<String> {
    let document = Document::new(ENGINE.clone(), text.to_owned());
    let items = Outline::new(&document).items;
    let decisions = items.into_iter().flat_map(|item| item.decisions);
    decisions.map(|decision| format!("{:?} {:?}", decision.date, decision.outcomes)).collect()
}

fn mended(text: &str, least: Applicability) -> Result<Repaired, TestCaseError> {
    let all = |_: &Document, found: Vec<Diagnostic>| found;
    repair(&ENGINE, text, least, &all).map_err(|error| TestCaseError::fail(error.to_string()))
}

/// Of all fixes together: they settle, a second run changes nothing, and no finding is added that is worse than what
/// was mended.
fn check_all(before: &[Diagnostic], text: &str, least: Applicability, heaped: bool) -> Checked {
    let once = match mended(text, least) {
        // A circle of fixes is named, and the text left as it was.
        Err(_) if heaped => return Ok(()),
        other => other?,
    };
    let again = mended(&once.text, least)?;
    prop_assert_eq!(&again.text, &once.text);
    prop_assert!(again.made.is_empty());
    if once.made.is_empty() {
        prop_assert_eq!(text, &once.text);
        return Ok(());
    }
    let mended =
        RULES.iter().filter(|rule| once.made.contains_key(rule.name)).map(|rule| rule.severity).max();
    // A heading that is spelt right again opens a section, a date in its right form can be held against its weekday:
    // the faults were there before and now are seen.
    let opened = heaped || once.made.keys().any(|rule| REVEALING.contains(rule));
    for severity in [Severity::Info, Severity::Warning, Severity::Error] {
        if !opened && mended.is_some_and(|mended| severity > mended) {
            let (was, is) = (count(before, severity), count(&once.left, severity));
            prop_assert!(is <= was, "worse findings after {:?}: {}", once.made, added(before, &once.left));
        }
    }
    if least == Applicability::Safe {
        prop_assert_eq!(text.starts_with('\u{feff}'), once.text.starts_with('\u{feff}'));
        prop_assert_eq!(line_ends(text), line_ends(&once.text));
        prop_assert_eq!(text.ends_with(['\n', '\r']), once.text.ends_with(['\n', '\r']));
    }
    Ok(())
}

/// The rules with more findings than before, for a message.
fn added(before: &[Diagnostic], after: &[Diagnostic]) -> String {
    let mut counts: BTreeMap<(&str, Severity), i32> = BTreeMap::new();
    before.iter().for_each(|found| *counts.entry((found.rule.name, found.severity)).or_default() -= 1);
    after.iter().for_each(|found| *counts.entry((found.rule.name, found.severity)).or_default() += 1);
    counts.retain(|_, count| *count > 0);
    format!("{counts:?}")
}

/// `heaped` when there are faults on top of faults, of which one may hide another.
fn check_text(text: &str, heaped: bool) -> Checked {
    let document = Document::new(ENGINE.clone(), text.to_owned());
    let found = document.diagnostics();
    check_each(&document, &found, heaped)?;
    check_all(&found, text, Applicability::Safe, heaped)?;
    check_all(&found, text, Applicability::Unsafe, heaped)
}

proptest! {
    // `PROPTEST_CASES` sets how many.
    #![proptest_config(config())]

    #[test]
    fn fixes_keep_their_laws_in_samples(
        which in any::<proptest::sample::Index>(),
        faults in faults(),
        form in form(),
    ) {
        check_text(&text(&SAMPLES[which.index(SAMPLES.len())], &faults, form), faults.len() > 1)?;
    }

    #[test]
    fn fixes_keep_their_laws_in_heaps_of_faults(faults in vec(proptest::sample::select(PIECES), 0..30), form in form()) {
        check_text(&text(&faults.concat(), &[], form), true)?;
    }
}
