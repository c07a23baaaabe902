//! How many everyday forms of a personal number are found, and how many look-alikes are taken for one.
//!
//! The kinds lie in `personal-numbers/*.txt` and weigh the same. They were written before the recogniser was looked at.

use rules::danish::date::month_name;
use rules::document::Document;
use rules::lint::Severity;
use rules::privacy::{Secrets, Verdict, weighed};
use rules::text::TextRange;

const FORMS: &str = include_str!("personal-numbers/forms.txt");
const LOOKALIKES: &str = include_str!("personal-numbers/lookalikes.txt");

/// Invented: day, month, year and serial number.
const NUMBERS: [(u8, u8, u8, u16); 5] =
    [(1, 2, 3, 1234), (28, 11, 45, 4321), (9, 8, 76, 7654), (17, 6, 98, 2468), (24, 12, 10, 8642)];

#[test]
fn ninety_five_of_a_hundred_forms_are_found() {
    let found = |text: &str, kind: &str| {
        let expected = if kind.starts_with("pair") { 2 } else { 1 };
        severities(text).len() >= expected
    };
    let (share, missed) = share(FORMS, |text, kind| !found(text, kind));
    assert!(share <= 0.05, "{share} missed: {missed:#?}");
}

#[test]
fn two_of_a_thousand_lookalikes_at_most_are_told() {
    let (share, told) = share(LOOKALIKES, |text, _| severities(text).iter().any(|s| *s >= Severity::Warning));
    assert!(share <= 0.002, "{share} told: {told:#?}");
}

#[test]
fn what_the_rule_tells_is_hidden_whether_it_runs_or_not() {
    const JUDGED: &str = include_str!("../../tests/judged/privacy/cpr-number.txt");
    let of_kinds = |list: &'static str| {
        let texts = list.lines().filter_map(|line| line.split_once(": "));
        texts.flat_map(|(_, text)| NUMBERS.iter().map(|&number| filled(text, number)))
    };
    let mut texts: Vec<String> = of_kinds(FORMS).chain(of_kinds(LOOKALIKES)).collect();
    texts.extend(JUDGED.lines().map(|line| line.replace(['«', '»'], "")));
    // Beside each other, for one may name the other.
    let pairs: Vec<String> = texts.windows(2).map(|pair| pair.join("\n")).collect();
    let hidden = |text: &str, told: &[TextRange]| {
        let secrets = Secrets::in_document(text).ranges();
        let is_hidden = |told: &TextRange| secrets.iter().any(|own| own.contains_range(*told));
        assert!(told.iter().all(is_hidden), "{text}");
    };
    for text in texts.iter().chain(&pairs) {
        let told = weighed(text, &|_| false).into_iter();
        let told = told.filter(|(_, verdict)| matches!(verdict, Verdict::Told(_)));
        hidden(text, &told.map(|(number, _)| number.range).collect::<Vec<_>>());
    }
    let document = Document::new(Default::default(), texts.join("\n\n"));
    let found = document.diagnostics();
    let told = found.iter().filter(|found| found.rule.name == "privacy/cpr-number");
    hidden(document.text(), &told.map(|found| found.range).collect::<Vec<_>>());
}

/// The share of texts that are `wrong`, each kind of `list` weighing the same, and the kinds that hold any.
fn share(list: &str, wrong: impl Fn(&str, &str) -> bool) -> (f64, Vec<&str>) {
    let kinds: Vec<(&str, &str)> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(": ").expect("name and text"))
        .collect();
    assert!(kinds.len() >= 70, "enough kinds");
    let n_wrong = |(kind, text): &(&str, &str)| {
        NUMBERS.iter().filter(|&&number| wrong(&filled(text, number), kind)).count()
    };
    let total: usize = kinds.iter().map(n_wrong).sum();
    let share = total as f64 / (kinds.len() * NUMBERS.len()) as f64;
    (share, kinds.iter().filter(|kind| n_wrong(kind) > 0).map(|(kind, _)| *kind).collect())
}

fn severities(words: &str) -> Vec<Severity> {
    let text = format!(
        "Byrådet\n4. april 2022 kl. 17.00\n\n1. Sag\n\nSagsfremstilling\n\n{words}\n\nBeslutning\n\nGodkendt.\n"
    );
    let found = Document::new(Default::default(), text).diagnostics();
    let ours = found.iter().filter(|found| found.rule.name == "privacy/cpr-number");
    ours.map(|found| found.severity).collect()
}

/// `text` with a number in it, and its signs as they are.
fn filled(text: &str, (day, month, year, serial): (u8, u8, u8, u16)) -> String {
    let text = text
        .replace("{n}", &day.to_string())
        .replace("{M}", month_name(month).expect("a month of the year"))
        .replace("{d}", &format!("{day:02}"))
        .replace("{D}", &format!("{:02}", day + 60))
        .replace("{m}", &format!("{month:02}"))
        .replace("{y}", &format!("{year:02}"))
        .replace("{s}", &format!("{serial:04}"));
    let mut signs = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\\') {
        signs.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(hex) = rest.strip_prefix("u{") {
            let (hex, after) = hex.split_once('}').expect("a closing brace");
            let code = u32::from_str_radix(hex, 16).expect("a number");
            signs.push(char::from_u32(code).expect("a sign"));
            rest = after;
            continue;
        }
        let sign = rest.chars().next().expect("a sign after the backslash");
        signs.push(match sign {
            'n' => '\n',
            't' => '\t',
            other => other,
        });
        rest = &rest[sign.len_utf8()..];
    }
    signs + rest
}
