//! `dates/deadline`: minutes approved of a meeting not yet held, and a deadline set for a day that has passed.
//!
//! Case texts travel from a committee to the council with their old dates. So a warning needs a decision, or a point
//! that the deciding body is asked to decide; a case text that was written for this meeting may earn a hint.

mod cue;

use jiff::civil::Date;

use danish::date::{DateMention, month_from};
use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use minutes::{Content, Item};
use syntax::SectionKind;
use zones::{Zone, ZoneSet};

use super::cues::{cues, holds, sentence};
use cue::{Cue, Said, minutes_of};

pub(crate) static RULE: Rule = Rule {
    name: "dates/deadline",
    summary: Text {
        da: "Datoen passer ikke med mødets dag",
        en: "The date does not agree with the day of the meeting",
    },
    why: Text {
        da: "Et referat kan ikke godkendes, før mødet er holdt, og en frist kan ikke sættes til en dag, der er gået. Dagen, \
             måneden eller året er forkert.",
        en: "Minutes cannot be approved before the meeting is held, and no deadline can be set for a day that has passed. \
             The day, month or year is wrong.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Kulturudvalget\n4. april 2022 kl. 17.00\n\n1. Lokalplan\n\nIndstilling\n\nCentret indstiller, at forslaget sendes i \
                 høring med frist den 14. marts 2022.\n\nBeslutning\n\nGodkendt.\n",
        after: "Kulturudvalget\n4. april 2022 kl. 17.00\n\n1. Lokalplan\n\nIndstilling\n\nCentret indstiller, at forslaget sendes i \
                høring med frist den 16. maj 2022.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item else { return };
    for mention in view.dates() {
        let Some(day) = mention.date().filter(|_| !mention.shared) else { continue };
        // Hardly any date stands where it could be wrong, and whoever asks for the meeting runs again with each other day of it.
        let said = sentence(view, mention.range);
        let (minutes, cue) = (minutes_of(&said), Cue::of(&said));
        if minutes.is_none() && cue.is_none() {
            continue;
        }
        let Some(meeting) = view.context.date() else { return };
        if day == meeting || view.is_quoted(mention.range) || is_history(item, mention) {
            continue;
        }
        match (minutes, cue) {
            (Some(at), _) if day > meeting => check_minutes(view, item, (mention, &said, at), findings),
            (_, Some(cue)) if day < meeting => {
                if let Some(most) = severity(view, item, mention) {
                    check_deadline(view, (mention, &said), (day, meeting), (cue, most), findings);
                }
            }
            _ => {}
        }
    }
}

fn is_history(item: &Item, mention: &DateMention) -> bool {
    item.sections.iter().any(|section| {
        (section.history || section.kind == SectionKind::Attachments)
            && section.body.contains_range(mention.range)
    })
}

/// "Referatet af mødet den 10. april 2026 skal godkendes."
fn check_minutes(
    view: &PartView<'_>,
    item: &Item,
    (mention, (before, words), at): (&DateMention, &Said, usize),
    findings: &mut Findings,
) {
    let title = item.title.map(|title| view.text[title].to_lowercase()).unwrap_or_default();
    let approves = words.contains("godkend") || title.contains("godkend");
    let link = before[at..].trim_end().trim_end_matches(" den").trim_end_matches(" d.");
    let of_meeting = ["møde", "mødet", "mødet i", "udvalgsmøde", "byrådsmøde", "udvalgsmødet", "byrådsmødet"]
        .iter()
        .any(|word| link.ends_with(word));
    let on_meeting = link.contains(" på ")
        || link.contains("forelæg")
        || link.contains("næste")
        || link.contains("kommende");
    let linked = [" af ", " fra ", " for "].iter().any(|word| link.contains(word));
    if approves && of_meeting && linked && !on_meeting {
        findings.report(
            mention.range,
            Text {
                da: "Mødet er ikke holdt endnu, så referatet af det kan ikke godkendes",
                en: "The meeting has not been held yet, so its minutes cannot be approved",
            },
        );
    }
}

/// How sure a day before the meeting is a slip where `mention` stands; `None` where it may well be right.
fn severity(view: &PartView<'_>, item: &Item, mention: &DateMention) -> Option<Severity> {
    let committee = view.context.committee().unwrap_or_default().to_lowercase();
    // Without sections the text of an item is what was decided, and travels nowhere.
    if item.sections.is_empty() && !holds(&committee, &cues().councils) {
        return Some(Severity::Warning);
    }
    let section = view.section_at(mention.range)?;
    let travels = committee.is_empty()
        || holds(&committee, &cues().councils)
        || item.sections.iter().any(|section| section.history);
    match &section.content {
        Content::Decision(decision) => {
            let today =
                decision.date.is_none_or(|(_, day)| day.is_none_or(|day| Some(day) == view.context.date()));
            let here = decision.body.is_none_or(|body| committee.contains(&view.text[body].to_lowercase()));
            (today && here).then_some(Severity::Error)
        }
        // "Direktøren indstiller til Økonomiudvalget": the text was written for this meeting.
        Content::Recommendation(_) if !committee.is_empty() && says_own_body(view, item, &committee) => {
            Some(Severity::Warning)
        }
        _ if travels || item.decisions().count() > 1 => None,
        Content::Recommendation(_) => Some(Severity::Error),
        Content::Prose | Content::Attachments(_) => Some(Severity::Hint),
    }
}

/// Does the recommendation name the body that meets as the one it is made to?
fn says_own_body(view: &PartView<'_>, item: &Item, committee: &str) -> bool {
    let once = item.decisions().count() <= 1 && !item.sections.iter().any(|section| section.history);
    let named = |section: &minutes::Section| {
        let words = view.text[section.body].to_lowercase();
        // Where another body is asked in the same section, the text was on its way to that.
        let asked = |lead: &String| {
            let behind = words.find(&**lead).map(|at| &words[at + lead.len()..]);
            behind.is_some_and(|rest| rest.strip_prefix(committee).is_some_and(ends_word))
        };
        cues().asked.iter().any(asked)
    };
    once && item
        .sections
        .iter()
        .filter(|section| matches!(section.content, Content::Recommendation(_)))
        .any(named)
}

/// Does no word go on in `rest`?
fn ends_word(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

fn check_deadline(
    view: &PartView<'_>,
    (mention, (before, words)): (&DateMention, &Said),
    (day, meeting): (Date, Date),
    (cue, most): (Cue, Severity),
    findings: &mut Findings,
) {
    // A year ago is a year that was not changed; ten years ago is something else.
    if i32::from(meeting.year()) - i32::from(day.year()) > 2 || !view.is_prose(mention.range) {
        return;
    }
    // "at fristen den 1. marts forlænges til den 1. maj".
    let moved = || holds(words, &cues().extended) && holds_later(view, mention);
    if holds(words, &cues().past) || moved() || is_due_before(view, mention, words) {
        return;
    }
    if is_end_of_period(view, mention) {
        return;
    }
    let deadline = cue.deadline && (most > Severity::Hint || is_to_come(words)) && !says_which(before, words);
    let meets = cue.meets && most > Severity::Hint;
    if deadline || meets || cue.next {
        findings
            .report(
                mention.range,
                Text {
                    da: "Dagen er gået, når mødet holdes",
                    en: "The day has passed when the meeting is held",
                },
            )
            .at_most(most);
    }
}

/// "Forslag, der ønskes behandlet, afleveres senest den 17. august 2021": is it due before the meeting, as proposals are?
fn is_due_before(view: &PartView<'_>, mention: &DateMention, words: &str) -> bool {
    let line = view.line_at(mention.range);
    let above = view.text[..line.start().into()].trim_end();
    let above = above.rsplit(['\n', '\r']).next().unwrap_or_default();
    let goes_on = !above.ends_with(['.', ':', '!', '?']);
    holds(words, &cues().before_meeting) || goes_on && holds(&above.to_lowercase(), &cues().before_meeting)
}

/// "fra den 17. november 2025 til den 12. januar 2025": a period that ends before it begins is told as such.
fn is_end_of_period(view: &PartView<'_>, mention: &DateMention) -> bool {
    let former = view.dates().iter().rev().find(|other| other.range.end() <= mention.range.start());
    former.is_some_and(|former| {
        let between = &view.text[usize::from(former.range.end())..usize::from(mention.range.start())];
        let between = between.trim().trim_end_matches("den").trim_end().to_lowercase();
        former.date() > mention.date() && cues().joints.contains(&between)
    })
}

/// Does a later day follow in the line?
fn holds_later(view: &PartView<'_>, mention: &DateMention) -> bool {
    let line = view.line_at(mention.range);
    view.dates().iter().any(|other| {
        line.contains_range(other.range)
            && other.range.start() >= mention.range.end()
            && other.date().zip(mention.date()).is_some_and(|(other, day)| other > day)
    })
}

/// Does the day only say which things are meant: "De, der meldte sig inden 1. april, får en plads", "Ansøgninger modtaget senest den 1.
/// april behandles"? `before` is what stands before it in the sentence of `words`.
fn says_which(before: &str, words: &str) -> bool {
    let clause = before.rsplit_once(',').map_or(before, |(_, clause)| clause).trim_start();
    let mut parts = clause.split_whitespace();
    // "Der sendes et forslag i høring" begins a sentence.
    let relative = before.contains(',')
        && parts.next().is_some_and(|word| cues().which.iter().any(|which| which == word));
    if relative && !parts.any(|word| cues().must.iter().any(|must| must == word)) {
        return true;
    }
    let Some(cue) = [" senest", " inden"].iter().filter_map(|cue| clause.rfind(cue)).max() else {
        return false;
    };
    let of = clause[..cue].rsplit(' ').next().unwrap_or("");
    let joined = cues().joining.iter().any(|word| word == of);
    let behind =
        words[before.len()..].split_once([',', ';']).map_or(&words[before.len()..], |(clause, _)| clause);
    let mut behind = behind.split_whitespace().skip_while(|word| is_of_date(word));
    let verb =
        |word: &str| word.len() > 4 && word.ends_with("es") || cues().behind.iter().any(|verb| verb == word);
    !of.is_empty() && !joined && behind.next().is_some_and(|word| verb(word.trim_end_matches('.')))
}

/// Is the word a part of a written day: "1.", "april", "2026"?
fn is_of_date(word: &str) -> bool {
    matches!(word, "den" | "d.")
        || word.starts_with(|c: char| c.is_ascii_digit())
        || month_from(word).is_some()
}

/// Is something done, or to be done, by the date: "sendes i høring", "skal svare", "kan søge"?
fn is_to_come(words: &str) -> bool {
    ["sendes", " skal ", " kan ", "bliver", " vil ", "indsendes", "afleveres", "sættes", "afholdes"]
        .iter()
        .any(|word| words.contains(word))
}

#[cfg(test)]
mod tests;
