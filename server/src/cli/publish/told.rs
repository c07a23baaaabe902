//! What was taken out of a copy, and what a person must look at, in words and as JSON. No word of what was taken out is repeated.

use std::collections::BTreeMap;

use documents::Taken;
use rules::privacy::shown;
use rules::publish::{Kind, Withheld};
use rules::text::TextRange;
use serde::Serialize;
use workbench::lang::Lang;

use super::Published;
use super::refused::why;

/// What was taken out, as programs read it.
#[derive(Serialize)]
struct Json<'a> {
    version: u32,
    path: &'a str,
    output: &'a str,
    taken_out: Vec<Entry<'a>>,
    look_at: Vec<Doubt<'a>>,
    closed_items: Vec<Closed<'a>>,
}

/// An item that was read as closed.
#[derive(Serialize)]
struct Closed<'a> {
    item: Option<&'a str>,
    /// Of the document that the copy was made from.
    line: u32,
    title_stays: bool,
}

#[derive(Serialize)]
struct Entry<'a> {
    kind: String,
    count: usize,
    item: Option<&'a str>,
    /// Of the document that the copy was made from.
    lines: Vec<u32>,
}

#[derive(Serialize)]
struct Doubt<'a> {
    rule: &'a str,
    /// Of the copy.
    line: u32,
    message: &'a str,
}

/// All that is told of `published`, made from `path` and written to `output`.
pub(super) fn json(published: &Published, path: &str, output: &str) -> anyhow::Result<String> {
    let text = grouped(&published.publication.withheld).into_iter().map(|((kind, item), lines)| Entry {
        kind: serde_json::to_value(kind)
            .ok()
            .and_then(|kind| kind.as_str().map(str::to_owned))
            .unwrap_or_default(),
        count: lines.len(),
        item,
        lines,
    });
    let beside = published.taken.map(beside).unwrap_or_default().into_iter();
    let beside =
        beside.map(|(kind, count, _)| Entry { kind: kind.to_owned(), count, item: None, lines: Vec::new() });
    let doubts = published.publication.doubts.iter().map(|found| Doubt {
        rule: found.rule.name,
        line: line(published, found.range),
        message: found.rule.summary.en,
    });
    let overridden = published.publication.overridden.iter().map(|refusal| Doubt {
        rule: "privacy/closed-mark",
        line: refusal.line,
        message: why(refusal).1,
    });
    let suspects = published.publication.suspects.iter().map(|range| Doubt {
        rule: "privacy/cpr-number",
        line: line(published, *range),
        message: SUSPECT[1],
    });
    let about = about(published).map(|([_, en], range)| Doubt {
        rule: "privacy/closed-item",
        line: line(published, range),
        message: en,
    });
    let look_at = doubts.chain(suspects).chain(about).chain(overridden).collect();
    let closed_items = published.publication.closed_items.iter();
    let closed_items = closed_items.map(|item| Closed {
        item: item.number.as_deref(),
        line: item.line,
        title_stays: item.title.is_some(),
    });
    let closed_items = closed_items.collect();
    let json =
        Json { closed_items, version: 1, path, output, taken_out: text.chain(beside).collect(), look_at };
    Ok(serde_json::to_string_pretty(&json)? + "\n")
}

/// The same in words, a line each.
pub(super) fn lines(published: &Published, name: &str, lang: Lang) -> Vec<String> {
    let mut told: Vec<String> =
        closed(published, lang).into_iter().map(|line| format!("{name}: {line}")).collect();
    let n_closed = told.len();
    for ((kind, item), lines) in grouped(&published.publication.withheld) {
        let place = match item.filter(|_| !matches!(kind, Kind::Comment | Kind::ClosedPassage)) {
            Some(item) => format!("{} {item}", lang.pick("punkt", "item")),
            None => listed(&lines, lang),
        };
        told.push(format!("{name}: {}, {place}", named(kind, lines.len(), lang)));
    }
    if let Some(taken) = published.taken {
        let beside = beside(taken).into_iter();
        told.extend(beside.map(|(_, n, [da, en])| format!("{name}: {}: {n}", lang.pick(da, en))));
        if taken.pictures_left > 0 {
            let look = lang.pick("billeder, som du selv skal se på", "pictures for you to look at");
            told.push(format!("{name}: {look}: {}", taken.pictures_left));
        }
    }
    if told.len() == n_closed {
        told.push(format!("{name}: {}", lang.pick("intet er taget ud", "nothing was taken out")));
    }
    let doubts = published.publication.doubts.iter();
    let doubts = doubts.map(|found| (lang.text(found.rule.summary), found.range));
    let suspects =
        published.publication.suspects.iter().map(|range| (lang.pick(SUSPECT[0], SUSPECT[1]), *range));
    let about = about(published).map(|([da, en], range)| (lang.pick(da, en), range));
    for (what, range) in doubts.chain(suspects).chain(about) {
        let look = lang.pick("se selv efter", "look for yourself");
        let place = lang.pick("kopiens linje", "line of the copy");
        told.push(format!("{name}: {look}: {what} ({place} {})", line(published, range)));
    }
    told.extend(overridden(published, lang).map(|line| format!("{name}: {line}")));
    if published.publication.n_items == 0 {
        told.push(format!(
            "{name}: {}",
            lang.pick(
                "se selv efter: ingen punkter er fundet, så ingen er læst som lukkede",
                "look for yourself: no items were found, so none was read as closed"
            )
        ));
    }
    told
}

/// The items that were read as closed, in one line, and the titles that stay.
fn closed(published: &Published, lang: Lang) -> Vec<String> {
    let items = &published.publication.closed_items;
    if items.is_empty() {
        return Vec::new();
    }
    let line = |line: u32| format!("{} {line}", lang.pick("linje", "line"));
    let named = items.iter().map(|item| item.number.clone().unwrap_or_else(|| line(item.line)));
    let named = named.collect::<Vec<_>>().join(", ");
    let n = items.len();
    let mut told = vec![match (lang, n) {
        (Lang::Da, 1) => format!("1 punkt er læst som lukket: {named}"),
        (Lang::Da, _) => format!("{n} punkter er læst som lukkede: {named}"),
        (Lang::En, 1) => format!("1 item was read as closed: {named}"),
        (Lang::En, _) => format!("{n} items were read as closed: {named}"),
    }];
    for item in items {
        let Some(title) = &item.title else { continue };
        let title = shown(title);
        let title = title.on_one_line().trimmed().cut(LONGEST);
        let look =
            lang.pick("se selv efter: titlen står stadig", "look for yourself: the title still stands");
        told.push(format!("{look}: \"{}\" ({})", title.as_str(), line(item.line)));
    }
    told
}

/// The lines that were allowed.
fn overridden(published: &Published, lang: Lang) -> impl Iterator<Item = String> {
    published.publication.overridden.iter().map(move |refusal| {
        let (da, en) = why(refusal);
        let words = shown(&refusal.words);
        let words = words.on_one_line().trimmed().cut(LONGEST);
        let look = lang.pick("tilladt, se selv efter", "allowed, look for yourself");
        let place = lang.pick("linje", "line");
        format!("{look}: {place} {} \"{}\" {}", refusal.line, words.as_str(), lang.pick(da, en))
    })
}

/// What in the copy speaks of something closed.
fn about(published: &Published) -> impl Iterator<Item = ([&'static str; 2], TextRange)> {
    let mentions = published.publication.mentions.iter().map(|range| (MENTION, *range));
    let general = published.publication.general.iter().map(|range| (GENERAL, *range));
    let own_things = published.publication.own_things.iter().map(|range| (OWN_THING, *range));
    let personal = published.publication.personal.iter().map(|range| (PERSONAL, *range));
    mentions.chain(personal).chain(general).chain(own_things)
}

/// At most this many characters of a title are shown.
const LONGEST: usize = 80;

/// What is said of a line that names a closed item by its number.
const MENTION: [&str; 2] = ["Noget om et lukket punkt", "Something about a closed item"];

/// What is said of the case of a person.
const PERSONAL: [&str; 2] =
    ["En sag om en person, som er læst som åben", "A case about a person that was read as open"];

/// What is said of talk of how often, and by what rules, something is closed.
const GENERAL: [&str; 2] =
    ["Noget om lukkethed i almindelighed", "Something about what is closed in general"];

/// What is said of a passport, a password and the like.
const OWN_THING: [&str; 2] = [
    "Nummeret på et pas, et kørekort eller lignende, eller en kode",
    "The number of a passport, a driving licence or the like, or a code",
];

/// What is said of digits that stay.
const SUSPECT: [&str; 2] = [
    "Ti cifre som et CPR-nummers, der efter ordene omkring er noget andet",
    "Ten digits as a CPR number has them that are something else by the words around",
];

fn line(published: &Published, range: TextRange) -> u32 {
    let before = &published.publication.text[..usize::from(range.start())];
    before.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1
}

/// The lines of what is withheld, by kind and item.
fn grouped(withheld: &[Withheld]) -> BTreeMap<(Kind, Option<&str>), Vec<u32>> {
    let mut grouped: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for one in withheld {
        grouped.entry((one.kind, one.item.as_deref())).or_default().push(one.line);
    }
    grouped
}

fn listed(lines: &[u32], lang: Lang) -> String {
    let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
    format!("{} {}", lang.pick("linje", "line"), numbers.join(", "))
}

fn named(kind: Kind, n: usize, lang: Lang) -> String {
    let (da, en) = match kind {
        Kind::ClosedText => ("teksten er taget ud", "the text was taken out"),
        Kind::ClosedDecision => ("beslutningen er taget ud", "the decision was taken out"),
        Kind::ClosedTitle => {
            ("titlen er skiftet ud med \"Lukket punkt\"", "the title was replaced by \"Lukket punkt\"")
        }
        Kind::ClosedPassage if n == 1 => {
            ("et stykke, der er mærket som lukket, er taget ud", "a passage marked closed was taken out")
        }
        Kind::ClosedPassage => {
            ("stykker, der er mærket som lukkede, er taget ud", "passages marked closed were taken out")
        }
        Kind::PrivateNumber if n == 1 => ("1 privat nummer er skjult", "1 private number was hidden"),
        Kind::PrivateNumber => ("private numre er skjult", "private numbers were hidden"),
        Kind::Comment if n == 1 => ("1 kommentar er taget ud", "1 comment was taken out"),
        Kind::Comment => ("kommentarer er taget ud", "comments were taken out"),
    };
    let counted = matches!(kind, Kind::PrivateNumber | Kind::Comment | Kind::ClosedPassage) && n > 1;
    if counted { format!("{n} {}", lang.pick(da, en)) } else { lang.pick(da, en).to_owned() }
}

/// What was taken out beside the text: name, how many, and in words.
fn beside(taken: Taken) -> Vec<(&'static str, usize, [&'static str; 2])> {
    let all = [
        ("comment", taken.comments, ["kommentarer taget ud", "comments taken out"]),
        ("tracked-change", taken.changes, ["sporede ændringer accepteret", "tracked changes accepted"]),
        ("hidden-text", taken.hidden, ["skjulte stykker taget ud", "hidden passages taken out"]),
        (
            "property",
            taken.properties,
            [
                "dele med forfatter, titel og andre egenskaber taget ud",
                "parts with author, title and other properties taken out",
            ],
        ),
        ("embedded", taken.inside, ["indlejrede dokumenter taget ud", "embedded documents taken out"]),
        (
            "picture",
            taken.pictures,
            ["billeder i lukkede punkter taget ud", "pictures in closed items taken out"],
        ),
        (
            "private-number-beside",
            taken.numbers,
            [
                "private numre skjult i noter, links og data",
                "private numbers hidden in notes, links and data",
            ],
        ),
    ];
    all.into_iter().filter(|(_, n, _)| *n > 0).collect()
}
