//! `privacy/contact`: a private e-mail address or telephone number.
//!
//! An address is private when its domain is a provider's for private people, or when it is a name with the digits of
//! a year. A number is private for certain only where the sentence says so; that of an office is none, and a number
//! that the reader is invited to call may belong to somebody's work, so it is a hint.

mod called;

use std::cell::OnceCell;
use std::sync::LazyLock;

use memchr::memchr_iter;
use serde::Deserialize;

use danish::sentences::sentences;
use lint::{Allowed, Check, Example, Findings, Fixes, Names, PartView, Rule, RuleOption, Severity, Text};
use privacy::{eight_digits, numbers, phones_beside};
use text::needle::Needle;
use text::{TextRange, is_space, range};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "privacy/contact",
    summary: Text {
        da: "En privat mailadresse eller et privat telefonnummer",
        en: "A private e-mail address or telephone number",
    },
    why: Text {
        da: "En borgers mailadresse og telefonnummer er personoplysninger. De skal kun offentliggøres, når det er nødvendigt, og \
             det er det næsten aldrig i et referat.",
        en: "A citizen's e-mail address and telephone number are personal data. They may be published only when that is \
             necessary, which in minutes it hardly ever is.",
    },
    source: "databeskyttelsesforordningen art. 5 og 6",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[&STRICT],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Høring\n\nSagsfremstilling\n\nSpørgsmål kan sendes til jens.holm@gmail.com \
                 inden mødet.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Høring\n\nSagsfremstilling\n\nSpørgsmål kan sendes til forvaltningen inden \
                mødet.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

static STRICT: RuleOption = RuleOption {
    name: "strict",
    about: Text {
        da: "Vis enhver adresse og ethvert telefonnummer, som ikke er blandt kommunens egne i [names]",
        en: "Report every address and telephone number that is not among the municipality's own in [names]",
    },
    allowed: Allowed::Flag,
};

/// `rules/data/lists/contacts.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contacts {
    providers: Vec<String>,
    domains: Vec<String>,
    private: Vec<String>,
    called: Vec<String>,
    invites: Vec<String>,
    public: Vec<String>,
}

static CONTACTS: LazyLock<Contacts> = LazyLock::new(|| data::read("contacts"));

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let strict = view.context.options.flag(RULE.name, &STRICT);
    for at in memchr_iter(b'@', view.text.as_bytes()) {
        let Some(address) = Address::around(view.text, at) else { continue };
        if is_own_domain(&address.domain.to_lowercase(), &view.context.names) {
            continue;
        }
        if address.is_private() {
            findings.report(address.range, PRIVATE_ADDRESS);
        } else if strict {
            findings.report(address.range, FOREIGN_ADDRESS);
        }
    }
    // Looked for once, and only where there is a word for a telephone.
    let private = OnceCell::new();
    let private = || private.get_or_init(|| beside_personal(view.text));
    let mut labelled = Vec::new();
    for (number, severity) in called::numbers_of_people(view) {
        labelled.push(number);
        let severity = if private().contains(&number) { Some(Severity::Warning) } else { severity };
        let told = severity.filter(|_| !is_own_number(&view.text[number], &view.context.names));
        if let Some(severity) = told {
            findings.report(number, PRIVATE_NUMBER).at_most(severity);
        }
    }
    let mut is_named = false;
    for (part, words) in &PHONES {
        for at in part.find_iter(view.text) {
            is_named = true;
            let Some(number) = number_after(view.text, at, part.words(), words) else { continue };
            labelled.push(number);
            if is_own_number(&view.text[number], &view.context.names) {
                continue;
            }
            let beside = || private().contains(&number);
            let mobile = part.words() == "obil";
            let severity = severity(view, number, mobile).map_or_else(
                || beside().then_some(Severity::Warning),
                |found| Some(if beside() { Severity::Warning } else { found }),
            );
            if let Some(severity) = severity {
                findings.report(number, PRIVATE_NUMBER).at_most(severity);
            } else if strict {
                findings.report(number, FOREIGN_NUMBER);
            }
        }
    }
    // Under the title of a column.
    if is_named {
        let others = private().iter().filter(|number| !labelled.contains(number));
        for number in others.filter(|number| !is_own_number(&view.text[**number], &view.context.names)) {
            findings.report(*number, PRIVATE_NUMBER);
        }
    }
}

/// The telephone numbers that stand beside a personal number: whose the one is, his the other is as well.
fn beside_personal(text: &str) -> Vec<TextRange> {
    numbers(text).flat_map(|number| phones_beside(text, &number)).collect()
}

const PRIVATE_ADDRESS: Text = Text {
    da: "En privat mailadresse bør ikke offentliggøres",
    en: "A private e-mail address should not be published",
};

const FOREIGN_ADDRESS: Text = Text {
    da: "Mailadressen er ikke kommunens egen",
    en: "The e-mail address is not the municipality's own",
};

const PRIVATE_NUMBER: Text = Text {
    da: "Et privat telefonnummer bør ikke offentliggøres",
    en: "A private telephone number should not be published",
};

const FOREIGN_NUMBER: Text = Text {
    da: "Telefonnummeret er ikke kommunens eget",
    en: "The telephone number is not the municipality's own",
};

/// Is `domain`, in small letters, one that the configuration gives, or below one?
fn is_own_domain(domain: &str, names: &Names) -> bool {
    names.domains.iter().any(|own| {
        let own = own.trim_start_matches('@').to_lowercase();
        domain.strip_suffix(&*own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Is `number` one that the configuration gives, however the digits are grouped?
fn is_own_number(number: &str, names: &Names) -> bool {
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let national = |number: &str| {
        let all = digits(number);
        let foreign = all.trim_start_matches("00");
        foreign.strip_prefix("45").filter(|rest| rest.len() == 8).unwrap_or(foreign).to_owned()
    };
    names.phones.iter().any(|own| national(own) == digits(number))
}

/// The words before telephone numbers, each with a part to find it by.
static PHONES: [(Needle, &[&str]); 3] = [
    (Needle::new("obil"), &["mobil", "mobilnr", "mobilnummer", "mobiltelefon", "mobilen"]),
    (Needle::new("lefon"), &["telefon", "telefonnr", "telefonnummer", "privattelefon"]),
    (Needle::new("lf"), &["tlf", "tlfnr"]),
];

/// An e-mail address.
struct Address<'t> {
    range: TextRange,
    name: &'t str,
    domain: &'t str,
}

impl<'t> Address<'t> {
    /// The address around the "@" at byte `at`.
    fn around(text: &'t str, at: usize) -> Option<Self> {
        let of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
        let of_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let name = &text[..at];
        let name = name[name.trim_end_matches(of_name).len()..].trim_start_matches('.');
        let domain = &text[at + 1..];
        let domain = &domain[..domain.len() - domain.trim_start_matches(of_domain).len()];
        let domain = domain.trim_end_matches(['.', '-']);
        let whole = !name.is_empty() && domain.contains('.');
        whole.then(|| Self { range: range(at - name.len(), at + 1 + domain.len()), name, domain })
    }

    fn is_private(&self) -> bool {
        let domain = self.domain.to_lowercase();
        let provider = domain.split('.').next().unwrap_or("");
        let below = |whole: &String| {
            domain.strip_suffix(whole.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let of_provider =
            domain.split('.').count() <= 3 && CONTACTS.providers.iter().any(|known| known == provider);
        of_provider
            || CONTACTS.domains.iter().any(below)
            || (self.is_name_with_year() && !is_authority(&domain))
    }

    /// "tine.holm71": offices and firms give no such addresses.
    fn is_name_with_year(&self) -> bool {
        let letters = self.name.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = self.name.len() - letters.len();
        let mut parts = letters.split(['.', '_']);
        let word = |part: Option<&str>| {
            part.is_some_and(|part| part.chars().count() >= 3 && part.chars().all(char::is_alphabetic))
        };
        (digits == 2 || digits == 4) && word(parts.next()) && word(parts.next()) && parts.next().is_none()
    }
}

fn is_authority(domain: &str) -> bool {
    ["kommune", "region", "gov", "edu", "stud", "skole"].iter().any(|word| domain.contains(word))
}

/// The number after the word that holds `part` at byte `at`: "mobil 12 34 56 78".
fn number_after(text: &str, at: usize, part: &str, words: &[&str]) -> Option<TextRange> {
    let start = text[..at].trim_end_matches(char::is_alphabetic).len();
    let after = at + part.len();
    let end = text[after..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |found| after + found);
    let word = text[start..end].to_lowercase();
    words.contains(&&*word).then(|| eight_digits(text, end))?
}

/// Numbers that begin so are bought by firms and authorities.
fn is_service(number: &str) -> bool {
    ["70", "80", "90"].iter().any(|begin| number.starts_with(begin))
}

/// How certain it is that the number is private, by the sentence it stands in.
fn severity(view: &PartView<'_>, number: TextRange, mobile: bool) -> Option<Severity> {
    if is_service(&view.text[number]) {
        return None;
    }
    let line = view.line_at(number);
    let text = &view.text[line];
    let at = number - line.start();
    let sentence =
        sentences(text).find(|sentence| sentence.contains_range(at)).unwrap_or(TextRange::up_to(line.len()));
    let words = text[sentence].to_lowercase();
    let says = |list: &[String]| list.iter().any(|part| words.contains(part.as_str()));
    let (private, public) = (says(&CONTACTS.private), says(&CONTACTS.public));
    match (private, public) {
        (true, false) => Some(Severity::Warning),
        (true, true) => Some(Severity::Hint),
        (false, true) => None,
        // In the head a number is that of the office.
        (false, false) if view.item.is_none() => None,
        (false, false) => {
            let before = &text[TextRange::new(sentence.start(), at.start())];
            match names_person(before) {
                true if !says(&CONTACTS.invites) => Some(Severity::Warning),
                named => (named || mobile).then_some(Severity::Hint),
            }
        }
    }
}

/// Do two words with capitals stand side by side, as in a name?
fn names_person(text: &str) -> bool {
    let words: Vec<&str> = text.split(is_space).collect();
    let capital = |word: &str| word.chars().count() > 2 && word.starts_with(char::is_uppercase);
    words.windows(2).any(|pair| capital(pair[0]) && capital(pair[1]) && !pair[0].ends_with(['.', ',', ':']))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_named, check_with};
    use lint::{Names, Severity, Value};

    fn severities(text: &str) -> Vec<Severity> {
        let document = document::fixture::document("generel", &RULE, text);
        document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
    }

    #[test]
    fn flags_addresses_at_private_providers() {
        check(
            &RULE,
            "
Punkt 1: Høring

Skriv til jens.holm@gmail.com, <IDA@Hotmail.dk>, ole@yahoo.co.uk eller bo@post.mail.dk.
          ^^^^^^^^^^^^^^^^^^^ En privat mailadresse
                                ^^^^^^^^^^^^^^
                                                 ^^^^^^^^^^^^^^^
                                                                       ^^^^^^^^^^^^^^^
Spørgsmål rettes til tine.mosegaard71@fjordpost.example.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
        );
    }

    #[test]
    fn ignores_addresses_of_authorities_and_firms() {
        check(
            &RULE,
            "Punkt 1: Høring\n\nteknik@nørrelund.dk, ole.holm@kommune.dk, ole.holm71@nørrelund-kommune.dk, info2022@firma.dk, \
             post@outlook-konsulenterne.dk, @byrådet, ole@, a@b og 5 @ 10 kr.\n",
        );
    }

    #[test]
    fn the_municipality_s_own_addresses_and_numbers_are_not_private() {
        let text = "Punkt 1: A\n\nSkriv privat til ane.dahl71@Post.Fjordby.example eller ring privat på tlf. 1234 5678.\n";
        let names = Names {
            domains: vec!["@fjordby.example".into()],
            phones: vec!["+45 12 34 56 78".into()],
            ..Names::default()
        };
        check_named(&RULE, names, text);
        assert_eq!(severities(text), [Severity::Warning; 2]);
    }

    #[test]
    fn a_strict_house_sees_every_address_that_is_not_its_own() {
        check_with(
            &RULE,
            "strict",
            Value::Flag(true),
            "
Punkt 1: Høring

Skriv til post@firma.example eller ring på telefon 70 12 34 56.
          ^^^^^^^^^^^^^^^^^^ Mailadressen er ikke kommunens egen
                                                   ^^^^^^^^^^^ Telefonnummeret er ikke kommunens eget
",
        );
    }

    #[test]
    fn a_sentence_says_whether_a_number_is_private() {
        assert_eq!(
            severities("Punkt 1: A\n\nRing privat til Ane Dahl på mobil 12 34 56 78. Centret svarer.\n"),
            [Severity::Warning]
        );
        assert_eq!(
            severities("Punkt 1: A\n\nMobiltelefon 12345678, privat telefon 87654321.\n"),
            [Severity::Warning; 2]
        );
        assert_eq!(severities("Punkt 1: A\n\nNaboen har tlf.nr. 1234 5678.\n"), [Severity::Warning]);
        assert_eq!(severities("Punkt 1: A\n\nKontakt Ane Dahl, mobil: +45 12 34 56 78.\n"), [Severity::Hint]);
        assert_eq!(severities("Punkt 1: A\n\nKontakt Ane Dahl på tlf. 12-34-56-78.\n"), [Severity::Hint]);
        assert_eq!(severities("Punkt 1: A\n\nAne Dahl, tlf. 12 34 56 78\n"), [Severity::Warning]);
        assert_eq!(
            severities("Punkt 1: A\n\nAnsøgning fra Ane Dahl (mobil 12345678).\n"),
            [Severity::Warning]
        );
        assert_eq!(severities("Punkt 1: A\n\nSpørgsmål til Ane Dahl, tlf. 12345678.\n"), [Severity::Hint]);
    }

    #[test]
    fn ignores_numbers_of_offices() {
        check(
            &RULE,
            "
Nørrelund Kommune
Tlf. 12 34 56 78

Punkt 1: A

Ring til Borgerservice på tlf. 12 34 56 78 eller til afdelingsleder Ane Dahl på mobil 12 34 56 78.
Telefon 70 12 34 56. Telefon 12 34 56 78 90. Der er 20 mobile enheder, og en automobil 12345678 koster.
Kommunens hovednummer er telefon 12 34 56 78.
",
        );
    }
}
