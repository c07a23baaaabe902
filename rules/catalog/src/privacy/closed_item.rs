//! `privacy/closed-item`: text or attachments under an item that was treated behind closed doors.
//!
//! Of a closed item the title is published, and the decision as far as confidentiality allows. So a decision in usual
//! words is as it should be, and so is a line that says that nothing is said. A section with text, attachments, a person
//! or an amount has no place there and is an error; other words are worth a look. An agenda for the members holds the
//! text of closed items rightly; what calls itself so is not looked at, and where nobody says what a text is, it is a warning.

mod said;
#[cfg(test)]
mod tests;

use confidential::closed::{Reveals, is_formal, of_line, withholds};
use confidential::closure::HeadingLine;
use lint::{Check, Example, Findings, Fixes, ItemView, Rule, Severity, Text};
use minutes::{Content, Section, Stage, StatementKind};
use said::said;
use syntax::numbered::{NumberForm, numbered};
use syntax::{Block, Flag, SectionKind};
use text::{TextRange, TextSize};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "privacy/closed-item",
    summary: Text {
        da: "Et lukket punkt har tekst eller bilag",
        en: "A closed item has text or attachments",
    },
    why: Text {
        da: "Sagsfremstilling og bilag til en sag, der er behandlet for lukkede døre, må ikke offentliggøres. Beslutningen skal \
             offentliggøres, så vidt tavshedspligten tillader det, og derfor bør andet end et udfald læses efter en ekstra gang.",
        en: "The text and attachments of a case treated behind closed doors must not be published. The decision shall be \
             published as far as confidentiality allows, so more than an outcome deserves another look.",
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

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    if !view.item.closed || view.context.is_named_agenda() || title(view).is_some_and(is_formal) {
        return;
    }
    // A section that is shown is the worst, and quicker to see than what a line tells.
    let shown = view.item.sections.iter().find(|section| is_shown(view, section));
    let mut worst = shown.map(|section| (Reveals::Section, section.heading));
    if worst.is_none() {
        let decisions = view.item.sections.iter().flat_map(|section| of_decision(view, section));
        let on_line = HeadingLine::of(view.text, view.item).and_then(HeadingLine::reveals);
        for (shown, place) in on_line.into_iter().chain(of_intro(view)).chain(decisions) {
            if shown > worst.map_or(Reveals::Nothing, |(worst, _)| worst) {
                worst = Some((shown, place));
            }
        }
    }
    match worst {
        Some((shown, place)) => tell(view, findings, shown, place),
        None => tell_of_title(view, findings),
    }
}

fn tell(view: &ItemView<'_>, findings: &mut Findings, shown: Reveals, place: TextRange) {
    let (note, severity) = match shown {
        Reveals::Nothing => return,
        Reveals::Words => (WORDING, Severity::Warning),
        Reveals::Private => (PRIVATE, Severity::Error),
        Reveals::Section => (SECTION, Severity::Error),
    };
    let is_minutes = view.context.stage() == Stage::Minutes;
    findings
        .report(place, note)
        .at_most(if is_minutes { severity } else { severity.min(Severity::Warning) })
        .related(view.item.heading, Text { da: "Det lukkede punkt", en: "The closed item" });
}

/// A title that names somebody is wrong, and one that a copy to publish leaves out for other reasons may be.
fn tell_of_title(view: &ItemView<'_>, findings: &mut Findings) {
    let title = HeadingLine::of(view.text, view.item).and_then(HeadingLine::telling_title);
    match title {
        Some((title, true)) => _ = findings.report(title, TITLE).at_most(Severity::Warning),
        Some((title, false)) => _ = findings.report(title, LONG_TITLE).at_most(Severity::Hint),
        None => {}
    }
}

const WORDING: Text = Text {
    da: "Punktet er lukket, men her står mere end et udfald; vis kun det, tavshedspligten tillader",
    en: "The item is closed but more than an outcome stands here; show only what is not confidential",
};

const PRIVATE: Text = Text {
    da: "Punktet er lukket, men her står, hvem eller hvor meget det gælder; det må ikke offentliggøres",
    en: "The item is closed but it says here whom or how much it concerns; that must not be published",
};

const TITLE: Text = Text {
    da: "Punktet er lukket, men titlen siger, hvem eller hvor meget det gælder; skriv den, så det ikke ses",
    en: "The item is closed but its title says whom or how much it concerns; word it so that this is not seen",
};

const LONG_TITLE: Text = Text {
    da: "Punktet er lukket, og titlen kan sige mere, end der må offentliggøres; en kopi til offentliggørelse udelader den",
    en: "The item is closed and its title may say more than may be public; a copy to publish leaves it out",
};

const SECTION: Text = Text {
    da: "Punktet er lukket, men dets tekst eller bilag står her og må ikke offentliggøres",
    en: "The item is closed but its text or attachments stand here and must not be published",
};

fn title<'v>(view: &'v ItemView<'_>) -> Option<&'v str> {
    view.item.title.map(|title| view.words(title))
}

/// What each statement of a decision shows, and where.
fn of_decision(view: &ItemView<'_>, section: &Section) -> Vec<(Reveals, TextRange)> {
    let Content::Decision(decision) = &section.content else { return Vec::new() };
    let statements = decision.statements.iter();
    let statements = statements.filter(|statement| statement.kind != StatementKind::Attendance);
    statements.map(|statement| (of_line(view.words(statement.range)), statement.range)).collect()
}

/// Does the section, which is no decision, tell something of the case?
fn is_shown(view: &ItemView<'_>, section: &Section) -> bool {
    match (&section.content, section.kind) {
        (Content::Decision(_), _) => false,
        (Content::Attachments(list), _) if list.is_empty() => false,
        // Which bodies treat the case says nothing of it.
        (_, SectionKind::Competence) => false,
        (_, kind) => {
            let route = |line: &str| kind == SectionKind::Process && names_route(line);
            let blocks = view.blocks_of(section).map(|(start, block)| (start, *block));
            let mut lines = said(view, blocks).map(|words| view.words(words));
            lines.any(|line| !withholds(line) && !route(line))
        }
    }
}

/// What stands between the title and the first section. Some houses write the decision there without a heading.
fn of_intro(view: &ItemView<'_>) -> Vec<(Reveals, TextRange)> {
    let intro = view.item.intro;
    let mut at = TextSize::new(0);
    let blocks = view.blocks.iter().map(|block| {
        let start = at;
        at += block.len;
        (start, *block)
    });
    let blocks = blocks.skip_while(|(start, block)| (block.words() + *start).end() <= intro.start());
    let blocks = blocks.take_while(|(start, _)| *start < intro.end());
    let blocks = blocks.filter(|(start, block)| !is_title_of_part(view, block, *start));
    said(view, blocks).map(|words| (of_line(view.words(words)), words)).collect()
}

/// "2.A. Møde med revisor" below "2. Økonomi (lukket)" in an agenda: the title of a part, which names nobody and no sum.
fn is_title_of_part(view: &ItemView<'_>, block: &Block, start: TextSize) -> bool {
    let is_lettered = block.numbering.is_some_and(|own| own.form == NumberForm::Lettered);
    let line = view.words(block.line() + start);
    is_lettered
        && !block.is(Flag::Stopped)
        && numbered(line, line.len() - line.trim_start().len())
            .is_some_and(|own| of_line(&line[own.title]) <= Reveals::Words)
}

/// "Økonomi og Erhverv", "Beslutningssag": the bodies that treat the case, or its kind.
fn names_route(line: &str) -> bool {
    line.len() < 60 && !line.ends_with('.')
}
