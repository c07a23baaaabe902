//! `at-points/lead-word`: a point without "at", or with a capital "At" in the middle of the sentence.
//!
//! A recommendation is one long sentence: sender, "indstiller", and the clauses. But several houses write their
//! points as whole sentences or begin each with "At"; that is tolerated as long as one recommendation is written in
//! one way. So the rule compares the points of a list with each other, each by its own lead-in: one that ends in "at", or
//! goes on in the point, asks for none. Only a style that asks for "at" is stricter: there all of the document must be
//! written in one way, and a lead-in without it demands it of its points.

#[cfg(test)]
mod tests;

use confidential::closed::is_firm;
use danish::lexicon::{Readings, readings};
use lint::{Applicability, Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use minutes::{Marker, Point, Recommendation, is_numbered_lead_in};
use text::edit::Edit;
use text::{TextRange, TextSize, is_space};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "at-points/lead-word",
    summary: Text {
        da: "Et at-punkt mangler \"at\" eller begynder med stort \"At\" midt i sætningen",
        en: "A point lacks \"at\", or begins with a capital \"At\" in the middle of the sentence",
    },
    why: Text {
        da: "Punkterne fuldfører sætningen \"Direktionen indstiller, …\". Når ét punkt er skrevet anderledes end de \
             andre, læses det som en ny sætning, og det bliver uklart, hvad der indstilles.",
        en: "The points complete the sentence \"Direktionen indstiller, …\". When one of them is written otherwise, it \
             reads as a new sentence, and it is no longer clear what is recommended.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                 godkendes,\n2. At planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes,\n2. at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Minutes(check, Reads { points: true, ..Reads::OUTLINE }),
};

/// How a point begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Small,
    Capital,
    /// Another conjunction: "om der skal …", "hvis planen godkendes, at …".
    Other,
    None,
}

/// Words that may take the place of "at", or stand before it.
const CONJUNCTIONS: &[&str] = &[
    "om",
    "hvis",
    "såfremt",
    "hvor",
    "hvordan",
    "hvorvidt",
    "hvorefter",
    "når",
    "da",
    "idet",
    "dog",
    "og",
    "samt",
    "enten",
    "eller",
    "alternativt",
    "subsidiært",
    "hvilke",
    "hvilken",
];

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let mut in_order = false;
    let mut lists: Vec<List<'_>> = Vec::new();
    for placed in view.minutes.items() {
        let text = &view.text[placed.start.into()..];
        for recommendation in placed.item.recommendations().filter(|recommendation| is_list(recommendation)) {
            // Nearly every list; nothing is kept of it.
            if recommendation.points.iter().all(|point| begins(&text[point.text], "at")) {
                in_order |= !recommendation.points.is_empty();
            } else {
                let leads = leads(text, recommendation);
                lists.push(List { text, start: placed.start, recommendation, leads });
            }
        }
    }
    let count = |lead| lists.iter().map(|list| list.count(lead)).sum::<usize>();
    // "- At" in each item is a house that has changed its manner; beside "- at" it is a slip.
    let small = in_order || count(Lead::Small) > 0;
    let asked = view.context.house.points.lead_word && (small || count(Lead::Capital) == 1);
    let bare = lists.iter().filter(|list| list.is_without_at()).count();
    for list in &lists {
        check_list(list, asked, findings);
        // One list without any "at" is a slip where the style or the other lists have it; several are a manner.
        let written = view.context.house.points.lead_word || in_order && list.is_clause();
        if written && bare == 1 && list.is_without_at() {
            bare_list(list, findings);
        }
    }
}

/// Do the points stand on their own, and need a word to begin with?
fn is_list(recommendation: &Recommendation) -> bool {
    !recommendation.points.is_empty()
        && recommendation.points.iter().all(|point| point.marker != Marker::Inline)
}

/// The points of one recommendation, and how each begins.
struct List<'a> {
    /// The text of the item, and where it begins.
    text: &'a str,
    start: TextSize,
    recommendation: &'a Recommendation,
    leads: Vec<Lead>,
}

impl<'a> List<'a> {
    fn words(&self, point: &Point) -> &'a str {
        &self.text[point.text]
    }

    fn first_word(&self, point: &Point) -> TextRange {
        let words = self.words(point);
        let end = words.find(is_space).unwrap_or(words.len());
        TextRange::at(self.start + point.text.start(), TextSize::of(&words[..end]))
    }

    fn count(&self, lead: Lead) -> usize {
        self.leads.iter().filter(|own| **own == lead).count()
    }

    /// Has each point a verb: "udvalget drøfter planen", and not "godkendelse af planen"?
    fn is_clause(&self) -> bool {
        let verb = |word: &str| {
            let known = readings(word);
            known.any(Readings::PRESENT | Readings::PASSIVE) && !known.any(Readings::NOUN)
        };
        self.recommendation
            .points
            .iter()
            .all(|point| self.words(point).split(|c: char| !c.is_alphabetic()).skip(1).any(verb))
    }

    /// Does no point begin with "at", though the lead-in leaves that to them?
    fn is_without_at(&self) -> bool {
        let first = &self.recommendation.points[0];
        let lead_in =
            self.recommendation.lead_in.map_or("", |lead| self.text[lead].trim_end_matches(is_space));
        lead_in.ends_with(',')
            && self.leads.iter().all(|lead| *lead == Lead::None)
            && begins_clause(self.words(first))
    }
}

/// How the points begin. What follows "at der sker følgende:" without its own "at" belongs to that point.
fn leads(text: &str, recommendation: &Recommendation) -> Vec<Lead> {
    let mut under = false;
    let each = recommendation.points.iter().map(|point| {
        let words = &text[point.text];
        let lead = lead(words);
        let is_part = under && lead == Lead::None;
        under = is_part || words.ends_with(':');
        if is_part || recommendation.needs_no_at(text, point) { Lead::Other } else { lead }
    });
    each.collect()
}

fn check_list(list: &List<'_>, asked: bool, findings: &mut Findings) {
    let (small, without) = (list.count(Lead::Small), list.count(Lead::None));
    let with_at = small + list.count(Lead::Capital);
    for (i, point) in list.recommendation.points.iter().enumerate() {
        match list.leads[i] {
            Lead::Capital if asked => capital(list, point, findings),
            Lead::Capital if small > 0 && continues_sentence(list, i) => capital(list, point, findings),
            Lead::None if with_at > 0 && is_numbered_lead_in(list.words(point)) => {
                numbered_lead_in(list, point, findings);
            }
            // A list without any "at" is written in another way; one with some must have it everywhere.
            Lead::None if with_at > without || (asked && with_at > 0) => missing(list, point, findings),
            Lead::None if with_at == without && begins_clause(list.words(point)) => {
                missing(list, point, findings);
            }
            _ => {}
        }
    }
}

/// "1. Administrationen indstiller,": told of the number, not of a missing word.
fn numbered_lead_in(list: &List<'_>, point: &Point, findings: &mut Findings) {
    findings.report(
        list.first_word(point),
        Text {
            da: "Indledningen har fået et nummer, som om den var et at-punkt",
            en: "The lead-in has a number, as if it were a point",
        },
    );
}

/// A list whose lead-in has no "at" and whose points have none either.
fn bare_list(list: &List<'_>, findings: &mut Findings) {
    let point = &list.recommendation.points[0];
    let first = list.first_word(point);
    let edits =
        list.recommendation.points.iter().map(|point| Edit::insert(list.start + point.text.start(), "at "));
    findings
        .report(
            first,
            Text {
                da: "Punktet mangler \"at\": indledningen har det ikke, så det skal stå i punktet",
                en: "The point lacks \"at\": the lead-in has none, so it belongs in the point",
            },
        )
        .fix(
            Text { da: "Skriv \"at\" foran", en: "Write \"at\" before it" },
            Applicability::Unsafe,
            edits.collect(),
        );
}

/// Does a point begin in small letters and not with a verb? In "1. at udvalget drøfter planen, 2. godkender kortet" the
/// second goes on with the clause of the first.
fn begins_clause(words: &str) -> bool {
    let first = words.split(is_space).next().unwrap_or(words);
    let verb = first.len() > 4 && (first.ends_with("er") || first.ends_with("es"));
    words.starts_with(char::is_lowercase) && !verb
}

/// Is the sentence of the lead-in still going on at point `i`? After a full stop a capital is right.
fn continues_sentence(list: &List<'_>, i: usize) -> bool {
    let Some(former) = i.checked_sub(1) else { return true };
    !list.words(&list.recommendation.points[former]).ends_with('.')
}

/// Is `word` the first of `words`? "at2" and "at¾" have theirs: another before it would be one too many.
fn begins(words: &str, word: &str) -> bool {
    // "At-Taqwa Moskeen" is a name.
    words
        .strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '-' | '‑')))
}

fn lead(words: &str) -> Lead {
    if begins(words, "at") {
        Lead::Small
    } else if begins(words, "At") {
        Lead::Capital
    } else if begins_with_conjunction(words) {
        Lead::Other
    } else {
        Lead::None
    }
}

fn begins_with_conjunction(words: &str) -> bool {
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or(words).to_lowercase();
    CONJUNCTIONS.contains(&&*first)
}

/// "At Home A/S": is "At" the first word of a firm's name, as capitals lead from it to the form of one? "At Holm A/S får opgaven" is
/// written in the same way, and a name is worth more than a letter.
fn begins_firm(words: &str) -> bool {
    /// A name has no more words before the form.
    const MOST_WORDS: usize = 4;
    let mut words =
        words.split(is_space).take(MOST_WORDS).take_while(|word| word.starts_with(char::is_uppercase));
    words.any(|word| is_firm(word.trim_end_matches([',', '.', ':', ';'])))
}

fn capital(list: &List<'_>, point: &Point, findings: &mut Findings) {
    if begins_firm(list.words(point)) {
        return;
    }
    let word = TextRange::at(list.start + point.text.start(), TextSize::of("At"));
    findings
        .report(
            word,
            Text {
                da: "\"At\" står midt i en sætning og skrives med lille",
                en: "\"At\" stands inside a sentence and takes a lowercase letter",
            },
        )
        .safe_fix(Text { da: "Skriv \"at\"", en: "Write \"at\"" }, Edit::replace(word, "at"));
}

fn missing(list: &List<'_>, point: &Point, findings: &mut Findings) {
    let words = list.words(point);
    let first = list.first_word(point);
    if words.trim().is_empty() {
        findings.report(
            first,
            Note::new(
                format!("Punkt {} er tomt; skriv det, eller slet nummeret", point.index),
                format!("Point {} is empty; write it, or delete its number", point.index),
            ),
        );
        return;
    }
    let report = findings.report(
        first,
        Note::new(
            format!("Punkt {} mangler \"at\", som de andre punkter begynder med", point.index),
            format!("Point {} lacks the \"at\" that the other points begin with", point.index),
        ),
    );
    // "Drøfter planen" lacks more than the word.
    if words.starts_with(char::is_lowercase) {
        report.unsafe_fix(
            Text { da: "Skriv \"at\" foran", en: "Write \"at\" before it" },
            Edit::insert(first.start(), "at "),
        );
    }
}
