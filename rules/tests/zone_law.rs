//! The law of zones: in any text, what is no prose is the same after all safe fixes, byte for byte, but for the zones that the
//! rule of a fix declares; and whatever is decided, counted, dated or named has the same value.
//!
//! The texts are made of pieces that bear the same faults: as prose, where they are mended, and as code, links, quotations,
//! tables, addresses and names of files. So what is spared is known without asking the code that spares it.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

mod project;
mod random;

use std::sync::{Arc, LazyLock};

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;
use rules::catalog::RULES;
use rules::danish::clock::times;
use rules::danish::date::dates;
use rules::document::{Document, Engine};
use rules::facts::amounts::amounts;
use rules::facts::people::people;
use rules::lint::{Applicability, Diagnostic, Settings};
use rules::outline::Outline;
use rules::repair::repair;
use rules::text::range;
use rules::zones::Zone;

use crate::random::{SAMPLES, config};

type Checked = Result<(), TestCaseError>;

static ENGINE: LazyLock<Arc<Engine>> = LazyLock::new(|| {
    let rules = RULES.iter().map(|&rule| (rule, rule.severity)).collect();
    Arc::new(Engine { settings: Settings::new(rules), ..Engine::default() })
});

/// Faults that a safe fix mends in prose; the values among them stay.
const FAULTS: &[&str] = &[
    "Det koster 1,283,980 kr. i alt ,siger Ole Holm.",
    "Planen er er ny  og gælder fra d 24. august 2024 kl 15.30.",
    "Der gives 14% til bl.a skolen, jf. §85 ,stk 2.",
    "Det er pågåldende forslag ,som Ida Toft stiller den 4 november 2021.",
    "Beløbet er 1.3 mio. kr. , og 50 pct af det bruges i 42- 43 uger.",
    "Rådet skal håndterer opgaven fuldt op på kl. 17 -19.",
];

/// How a piece stands in a text; `*` is the fault.
const FORMS: &[(&str, Option<Zone>)] = &[
    ("*", None),
    ("*", None),
    ("### Sagsfremstilling\n\n*", None),
    ("- at *", None),
    ("`*`", Some(Zone::Code)),
    ("```\n*\n```", Some(Zone::Code)),
    ("~~~ toml\nnavn = \"*\"\n~~~", Some(Zone::Code)),
    ("Se [planen](<*>) her.", Some(Zone::Markup)),
    ("Se [[*|mødet]] her.", Some(Zone::Markup)),
    ("<div title=\"*\">\n</div>", Some(Zone::Markup)),
    ("<!-- * -->", Some(Zone::Comment)),
    ("> *", Some(Zone::Quotation)),
    ("Holm skriver: ”*”.", Some(Zone::Quotation)),
    ("Holm skriver: »*«.", Some(Zone::Quotation)),
    ("BESLUTNINGSFORSLAG FRA LISTE Ø\n\n*", Some(Zone::Motion)),
    ("Se https://fjordby.dk/kl.16,og,og?d=04.11.2021,kl 15 nu.", Some(Zone::Address)),
    ("Skriv til b.la@fjordby.dk ,tak.", Some(Zone::Address)),
    ("Bilag\n\n- Notat ,kl 16 og og 14% bilag.pdf", Some(Zone::FileName)),
];

/// A text, and where its pieces stand that are no prose.
#[derive(Clone, Debug)]
struct Mixed {
    text: String,
    spared: Vec<(Zone, std::ops::Range<usize>)>,
}

fn mixed(pieces: &[(usize, usize)], sample: &str) -> Mixed {
    let mut mixed = Mixed {
        text: format!(
            "# Byrådet\n\n4. april 2024 kl. 17.00\n\n{sample}\n\n## 2. Skolen\n\n### Sagsfremstilling\n\nSagen er ny.\n\n"
        ),
        spared: Vec::new(),
    };
    for (form, fault) in pieces {
        let (form, zone) = FORMS[form % FORMS.len()];
        let piece = form.replace('*', FAULTS[fault % FAULTS.len()]);
        let start = mixed.text.len();
        mixed.text.push_str(&piece);
        let end = mixed.text.len();
        // A motion and a list of files end with their item.
        let ends_item = matches!(zone, Some(Zone::Motion | Zone::FileName));
        mixed.text.push_str(if ends_item {
            "\n\n## 3. Broen\n\n### Sagsfremstilling\n\nSagen er ny.\n\n"
        } else {
            "\n\n"
        });
        mixed.spared.extend(zone.map(|zone| (zone, start..end)));
    }
    mixed.text.push_str("### Beslutning\n\nGodkendt.\n");
    mixed
}

/// Of each safe fix: does it touch a piece that is no prose, and that its rule does not declare?
fn check_edits(mixed: &Mixed, found: &[Diagnostic]) -> Checked {
    for finding in found {
        let safe = finding.fixes.iter().filter(|fix| fix.applicability == Applicability::Safe);
        for edit in safe.flat_map(|fix| &fix.edits) {
            let touches = |(zone, piece): &&(Zone, std::ops::Range<usize>)| {
                let piece = inner(&mixed.text, *zone, piece);
                let (start, end) = (usize::from(edit.range().start()), usize::from(edit.range().end()));
                start < piece.end && piece.start < end.max(start + 1) && !finding.rule.zones.has(*zone)
            };
            let touched = mixed.spared.iter().find(touches);
            prop_assert!(
                touched.is_none(),
                "{} writes in {touched:?}: {edit:?}\n{}",
                finding.rule.name,
                mixed.text
            );
        }
    }
    Ok(())
}

/// The part of `piece` that is in its zone: a quotation and a code span begin behind prose.
fn inner(text: &str, zone: Zone, piece: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let words = &text[piece.clone()];
    let begins: &[&str] = match zone {
        Zone::Quotation => &["”", "»", ">"],
        Zone::Markup => &["(<", "[[", "<div"],
        Zone::Address => &["https://", "b.la@"],
        Zone::Motion => &["\n\n"],
        Zone::FileName => &["- "],
        _ => &[""],
    };
    let ends: &[&str] = match zone {
        Zone::Quotation => &["”", "«"],
        Zone::Markup => &[">)", "]]", "\">"],
        Zone::Address => &[" nu.", " ,tak."],
        _ => &[],
    };
    let start = begins.iter().filter_map(|begin| words.find(begin)).min().unwrap_or(0);
    let end = ends
        .iter()
        .filter_map(|end| words.rfind(end))
        .max()
        .filter(|end| *end > start)
        .unwrap_or(words.len());
    piece.start + start..piece.start + end
}

/// What `text` says, by value: days, times, amounts, people, digits, and what was decided.
fn values(text: &str) -> Vec<String> {
    let days = dates(text).filter_map(|date| date.date()).map(|day| format!("{day:?}"));
    let clock = times(text).filter_map(|time| time.time()).map(|time| format!("{time:?}"));
    let sums = text.lines().flat_map(amounts).map(|amount| format!("{:?}", amount.kroner));
    let of_line = |line| people(line).into_iter().map(move |person| line_at(line, person.name));
    let named = text.lines().flat_map(of_line);
    let document = Document::new(ENGINE.clone(), text.to_owned());
    let decided = Outline::new(&document).items.into_iter().flat_map(|item| item.decisions);
    let decided = decided.map(|decision| format!("{:?} {:?}", decision.date, decision.outcomes));
    let mut all: Vec<String> = days.chain(clock).chain(sums).chain(named).chain(decided).collect();
    all.sort();
    all
}

fn line_at(line: &str, place: rules::text::TextRange) -> String {
    line[place].to_owned()
}

/// Is each of `before` among `after`, as often as before? A mended date or amount may be read that was not.
fn check_values(before: &[String], after: &[String]) -> Checked {
    let mut left = after.to_vec();
    for value in before {
        let at = left.iter().position(|other| other == value);
        prop_assert!(at.is_some(), "{value} is lost: {before:?}\n{after:?}");
        at.map(|at| left.swap_remove(at));
    }
    Ok(())
}

fn check(mixed: &Mixed) -> Checked {
    let found = Document::new(ENGINE.clone(), mixed.text.clone()).diagnostics();
    check_edits(mixed, &found)?;
    let fixed = repair(&ENGINE, &mixed.text, Applicability::Safe, &|_, found| found);
    let fixed = fixed.map_err(|error| TestCaseError::fail(error.to_string()))?;
    let mut from = 0;
    for (zone, piece) in &mixed.spared {
        let words = &mixed.text[inner(&mixed.text, *zone, piece)];
        let at = fixed.text[from..].find(words);
        prop_assert!(at.is_some(), "{zone:?} is not as it was: {words}\n{}", fixed.text);
        from += at.unwrap_or(0) + words.len();
    }
    check_values(&values(&mixed.text), &values(&fixed.text))?;
    prop_assert_eq!(digits(&mixed.text), digits(&fixed.text));
    Ok(())
}

/// The digits of `text`, in order.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// An eighth of the usual cases: each text is long, and is read with all rules on several times.
fn few() -> proptest::prelude::ProptestConfig {
    let usual = config();
    proptest::prelude::ProptestConfig { cases: usual.cases.div_ceil(8), ..usual }
}

/// A piece by its form and its fault.
fn pieces() -> impl Strategy<Value = Vec<(usize, usize)>> {
    vec((any::<usize>(), any::<usize>()), 1..12)
}

/// An item of one of the samples, or none.
fn sample() -> impl Strategy<Value = String> {
    let part = (any::<proptest::sample::Index>(), 0.0..1.0f64).prop_map(|(which, share)| {
        let text = &SAMPLES[which.index(SAMPLES.len())];
        let start = (text.len() as f64 * share) as usize;
        let start = text[..text.floor_char_boundary(start)].rfind("\n\n").map_or(0, |at| at + 2);
        let end = text.floor_char_boundary((start + 1500).min(text.len()));
        text[range(start, end)].to_owned()
    });
    prop_oneof![1 => proptest::strategy::Just(String::new()), 2 => part]
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn what_is_no_prose_stays_byte_for_byte(pieces in pieces()) {
        check(&mixed(&pieces, ""))?;
    }

    #[test]
    fn samples_with_such_pieces_keep_their_values(pieces in pieces(), sample in sample()) {
        let mixed = mixed(&pieces, &sample);
        let found = Document::new(ENGINE.clone(), mixed.text.clone()).diagnostics();
        check_edits(&mixed, &found)?;
        let fixed = repair(&ENGINE, &mixed.text, Applicability::Safe, &|_, found| found);
        let fixed = fixed.map_err(|error| TestCaseError::fail(error.to_string()))?;
        check_values(&values(&mixed.text), &values(&fixed.text))?;
    }
}

#[test]
fn the_faults_are_mended_in_prose() {
    for (fault, words) in FAULTS.iter().enumerate() {
        let text = mixed(&[(0, fault)], "").text;
        let fixed =
            repair(&ENGINE, &text, Applicability::Safe, &|_, found| found).expect("fixes that settle");
        assert_ne!(fixed.text, text, "{words}");
    }
}
