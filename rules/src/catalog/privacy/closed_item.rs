//! `privacy/closed-item`: text or attachments under an item that was treated behind closed doors.
//!
//! Of a closed item the title is published, and the decision as far as confidentiality allows. So a decision alone is
//! worth a look, and anything else is an error. A decision in set words ("Godkendt.") tells nothing of the case and must
//! be published: a hint at most. An agenda for the members holds the text of closed items rightly; only minutes are
//! looked at.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::danish::letters::small;
use crate::danish::sentences::sentences;
use crate::data;
use crate::lint::{Check, Example, Findings, Fixes, ItemView, Rule, Severity, Text};
use crate::minutes::{Content, Section, Stage, Statement, StatementKind};
use crate::syntax::{Block, Class, Label, SectionKind};
use crate::text::{TextRange, TextSize};
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "privacy/closed-item",
    summary: Text {
        da: "Et lukket punkt har tekst eller bilag",
        en: "A closed item has text or attachments",
    },
    why: Text {
        da: "Sagsfremstilling og bilag til en sag, der er behandlet for lukkede døre, må ikke offentliggøres. Beslutningen skal \
             offentliggøres, så vidt tavshedspligten tillader det, og derfor bør den læses efter en ekstra gang.",
        en: "The text and attachments of a case treated behind closed doors must not be published. The decision shall be \
             published as far as confidentiality allows, so it deserves another look.",
    },
    source: "kommunestyrelsesloven § 8 og § 10",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\n2. Køb af ejendom (Lukket)\n\n\
                 Sagsfremstilling\n\nEjeren forlanger et beløb, som ligger over vurderingen.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\n2. Køb af ejendom (Lukket)\n",
    },
    check: Check::Item(check),
};

/// `data/closed_items.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    silent: Vec<String>,
    outcomes: Vec<String>,
    formula: FxHashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("closed_items"));

/// What a closed item shows, from harmless to worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Nothing,
    Formula,
    Decision,
    Text,
}

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    if !view.item.closed || view.context.stage != Stage::Minutes || is_formal(view) {
        return;
    }
    let sections = view.item.sections.iter().map(|section| of_section(view, section));
    let shown = sections.fold(of_intro(view), Ord::max);
    let heading = view.item.heading;
    match shown {
        Shown::Nothing => {}
        Shown::Formula => {
            findings.report(heading, DECISION).at_most(Severity::Hint);
        }
        Shown::Decision => {
            findings.report(heading, DECISION).at_most(Severity::Warning);
        }
        Shown::Text => {
            findings.report(
                heading,
                Text {
                    da: "Punktet er lukket, men dets tekst eller bilag står her",
                    en: "The item is closed but its text or attachments stand here",
                },
            );
        }
    }
}

const DECISION: Text = Text {
    da: "Punktet er lukket, men beslutningen står her; den må kun vise det, tavshedspligten tillader",
    en: "The item is closed but its decision stands here; it may show only what is not confidential",
};

/// Items about the meeting itself hold no case, even in the closed part of it.
fn is_formal(view: &ItemView<'_>) -> bool {
    let title = view.item.title.map_or(String::new(), |title| view.words(title).to_lowercase());
    ["godkendelse af", "underskrift", "digital underskrift", "elektronisk underskrift", "dagsorden"]
        .iter()
        .any(|formal| title.starts_with(formal))
}

fn of_section(view: &ItemView<'_>, section: &Section) -> Shown {
    match (&section.content, section.kind) {
        (Content::Decision(decision), _) => decision
            .statements
            .iter()
            .map(|statement| of_statement(view, statement))
            .max()
            .unwrap_or(Shown::Nothing),
        (Content::Attachments(list), _) if list.is_empty() => Shown::Nothing,
        // Which bodies treat the case says nothing of it.
        (_, SectionKind::Competence) => Shown::Nothing,
        (_, kind) => {
            let route = |line: &str| kind == SectionKind::Process && names_route(line);
            let blocks = view.blocks_of(section).map(|(start, block)| (start, *block));
            let mut lines = said(view, blocks).map(|words| view.words(words));
            let said = lines.any(|line| !withholds(line) && !route(line));
            if said { Shown::Text } else { Shown::Nothing }
        }
    }
}

fn of_statement(view: &ItemView<'_>, statement: &Statement) -> Shown {
    match view.words(statement.range) {
        _ if statement.kind == StatementKind::Attendance => Shown::Nothing,
        line if withholds(line) => Shown::Nothing,
        line if is_formula(line) => Shown::Formula,
        _ => Shown::Decision,
    }
}

/// What stands between the title and the first section. Some houses write the decision there without a heading.
fn of_intro(view: &ItemView<'_>) -> Shown {
    let intro = view.item.intro;
    let mut at = TextSize::new(0);
    let blocks = view.blocks.iter().map(|block| {
        let start = at;
        at += block.len;
        (start, *block)
    });
    let blocks = blocks.skip_while(|(start, block)| (block.words() + *start).end() <= intro.start());
    let blocks = blocks.take_while(|(start, _)| *start < intro.end());
    said(view, blocks)
        .map(|words| match view.words(words) {
            line if withholds(line) => Shown::Nothing,
            line if is_formula(line) => Shown::Formula,
            line if decides(line) => Shown::Decision,
            _ => Shown::Text,
        })
        .max()
        .unwrap_or(Shown::Nothing)
}

/// The lines that say something: not numbers, marks, absence, nor what the page prints; up to the end of the meeting.
fn said<'v>(
    view: &'v ItemView<'_>,
    blocks: impl Iterator<Item = (TextSize, Block)> + 'v,
) -> impl Iterator<Item = TextRange> + 'v {
    blocks
        .take_while(|(start, block)| !ends_meeting(block.class, view.words(block.words() + *start)))
        .filter(|(_, block)| !block.words().is_empty())
        .filter(|(_, block)| match block.class {
            Class::Furniture | Class::Comment | Class::Blank | Class::Part { .. } => false,
            Class::CaseNumber | Class::LineMark(_) | Class::Contents | Class::ContentsEntry => false,
            Class::Label(label) => !HARMLESS.contains(&label),
            _ => true,
        })
        .map(|(start, block)| block.words() + start)
}

const HARMLESS: &[Label] =
    &[Label::Absent, Label::Participants, Label::CaseNumber, Label::Officer, Label::EndTime, Label::Time];

/// After the last item the signatures follow, which belong to no item.
fn ends_meeting(class: Class, line: &str) -> bool {
    let end = matches!(class, Class::Furniture | Class::Label(Label::EndTime));
    end && ["Underskrift", "Møde"].iter().any(|word| line.starts_with(word))
        || ["Mødet slut", "Mødet hævet", "Mødet blev hævet", "Mødet sluttede"]
            .iter()
            .any(|word| line.starts_with(word))
}

/// The silent parts of lines.
static SILENT: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(&WORDS.silent).expect("a few dozen short words make an automaton"));

/// In bytes: a longer line may hold the silent words and say something as well.
const LONGEST_SILENCE: usize = 200;

/// "Beslutning ikke frigivet", "Ingen.": says that nothing is said.
fn withholds(line: &str) -> bool {
    if line.len() >= LONGEST_SILENCE {
        return line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("afbud"));
    }
    let lower = small(line);
    let bare = lower.trim_end_matches('.');
    SILENT.is_match(&lower)
        || lower.len() < 40 && lower.starts_with("ingen")
        || lower.starts_with("afbud")
        || matches!(bare, "lukket" | "-" | "intet" | "")
}

/// At most three sentences that begin with the outcome: "Byrådet godkendte indstillingen."
fn decides(line: &str) -> bool {
    /// Where in a decision its verb stands at the latest.
    const NEAR: usize = 70;
    let near = &line[..line.floor_char_boundary(NEAR)].to_lowercase();
    sentences(line).count() <= 3 && WORDS.outcomes.iter().any(|outcome| near.contains(outcome.as_str()))
}

/// "Byrådet godkendte Økonomiudvalgets indstilling.", "1.-3. Anbefales.": only words that any decision may have.
fn is_formula(line: &str) -> bool {
    let words = || line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_set = |word: &str| {
        let body = ["udvalget", "udvalgets"].iter().any(|end| word.ends_with(end));
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        body || number || word.chars().count() == 1 || WORDS.formula.contains(word)
    };
    line.len() < 200 && words().all(|word| is_set(&word.to_lowercase()))
}

/// "Økonomi og Erhverv", "Beslutningssag": the bodies that treat the case, or its kind.
fn names_route(line: &str) -> bool {
    line.len() < 60 && !line.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;
    use crate::lint::Severity;

    /// Minutes with one open item and the closed one in `text`.
    fn severities(text: &str) -> Vec<Severity> {
        let text = format!("Byrådet\n\nReferat\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\n{text}");
        let document = crate::fixture::document("generel", &RULE, &text);
        document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
    }

    #[test]
    fn flags_text_and_attachments() {
        check(
            &RULE,
            "
Referat

Punkt 1: Budget

Beslutning

Godkendt.

Punkt 2: Køb af ejendom (Lukket)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Punktet er lukket, men dets tekst eller bilag står her

Sagsfremstilling

Ejeren forlanger for meget.

Beslutning

Godkendt.

Punkt 3: Lukket: Personalesag
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Punktet er lukket, men dets tekst eller bilag

Bilag

Lønaftale.pdf
",
        );
    }

    #[test]
    fn a_decision_alone_is_a_warning() {
        assert_eq!(
            severities("Punkt 2: Lukket: Køb\n\nBeslutning\n\nByrådet køber ejendommen.\n"),
            [Severity::Warning]
        );
        assert_eq!(
            severities(
                "Punkt 2: Lukket: Køb\n\n21-014448\nByrådet godkendte indstillingen om at købe Engvej 4.\n"
            ),
            [Severity::Warning]
        );
    }

    #[test]
    fn a_decision_in_set_words_is_a_hint() {
        for decision in [
            "Beslutning\n\nGodkendt.\n",
            "Beslutning i Byrådet den 5. maj 2022\n\nTaget til efterretning.\n\nAfbud: Ida Holm\n",
            "Beslutning\n\n1.-3. Anbefales.\n\n4. Godkendt\n",
            "21-014448\nByrådet godkendte Økonomiudvalgets indstilling.\n\n(F) stemte imod.\n",
        ] {
            assert_eq!(
                severities(&format!("Punkt 2: Lukket: Køb\n\n{decision}")),
                [Severity::Hint],
                "{decision}"
            );
        }
    }

    #[test]
    fn a_story_without_a_heading_is_text() {
        let story = "Borgmesteren oplyste, at der er kommet en klage over en leder på rådhuset.";
        assert_eq!(
            severities(&format!("Punkt 2: Lukket: Orientering\n\n21-014448\n{story}\n")),
            [Severity::Error]
        );
    }

    #[test]
    fn ignores_a_title_with_what_belongs_to_it() {
        for closed in [
            "Punkt 2: Køb (Lukket)\n",
            "Punkt 2: Lukket: Køb\n\n21-014448\nBeslutning ikke frigivet\n",
            "Punkt 2: Lukket: Køb\n\nBeslutning\n\nBeslutningen er ikke offentlig.\n\nFraværende: Ida Holm\n",
            "Punkt 2: Lukket: Køb\n\nSagsnr.: 21/014448\n\nIda Holm deltog ikke i behandlingen af punktet.\n",
            "Punkt 2: Lukket: Orientering\n\nIngen.\n",
            "Punkt 2: Køb - Lukket punkt\n\nSagsgang og sagstype\nØkonomiudvalget\nByrådet\nBeslutningssag\n",
            "Lukkede dagsordenspunkter\n\nPunkt 2: Køb\n\nMødet sluttede kl. 18.30\n\nIda Holm\n",
            "Lukkede dagsordenspunkter\n\nPunkt 2: Underskriftsside\n\nIda Holm\n",
        ] {
            assert_eq!(severities(closed), [], "{closed}");
        }
    }

    #[test]
    fn ignores_open_items_and_agendas() {
        check(&RULE, "Referat\n\nPunkt 1: Skolen lukkes\n\nBeslutning\n\nGodkendt.\n");
        check(
            &RULE,
            "Dagsorden\n\nPunkt 1: Lukket: Køb\n\nSagsfremstilling\n\nEjeren forlanger for meget.\n",
        );
    }
}
