//! `privacy/closed-item`: text or attachments under an item that was treated behind closed doors.
//!
//! Of a closed item the title is published, and the decision as far as confidentiality allows. So a decision in usual
//! words is as it should be, and so is a line that says that nothing is said. A section with text, attachments, a person
//! or an amount has no place there and is an error; other words are worth a look. An agenda for the members holds the
//! text of closed items rightly; what calls itself so is not looked at, and where nobody says what a text is, it is a warning.

use confidential::closed::{Reveals, ends_meeting, is_formal, is_signature, is_tail, of_line, withholds};
use confidential::closure::{HeadingLine, says_little};
use lint::{Check, Example, Findings, Fixes, ItemView, Rule, Severity, Text};
use minutes::{Content, Section, Stage, StatementKind};
use syntax::cased::case_line;
use syntax::numbered::{NumberForm, numbered};
use syntax::{Block, Class, Flag, Label, SectionKind};
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

/// The lines that say something: not numbers, marks, absence, nor what the page prints; up to the end of the meeting.
fn said<'v>(
    view: &'v ItemView<'_>,
    blocks: impl Iterator<Item = (TextSize, Block)> + 'v,
) -> impl Iterator<Item = TextRange> + 'v {
    let blocks: Vec<(TextSize, Block)> = blocks.collect();
    let end = tail(view, &blocks);
    blocks
        .into_iter()
        .take(end)
        .take_while(|(start, block)| !ends_meeting(block.class, view.words(block.words() + *start)))
        .filter(|(_, block)| !block.words().is_empty())
        .filter(|(start, block)| match block.class {
            Class::Furniture | Class::Comment | Class::Blank | Class::Part { .. } => false,
            Class::CaseNumber | Class::Label(Label::CaseNumber) => {
                tells_more_than_number(view.words(block.words() + *start))
            }
            Class::LineMark(_) | Class::Contents | Class::ContentsEntry => false,
            Class::Label(label) => !HARMLESS.contains(&label),
            // "Sags ID: REG-2025-00502", "EMN-2025-001234".
            Class::Text => {
                let line = view.words(block.words() + *start);
                case_line(line).is_none() && !is_number_of_case(line)
                    || case_line(line).is_some() && tells_more_than_number(line)
            }
            _ => true,
        })
        .map(|(start, block)| block.words() + start)
}

/// Where a tail of the minutes begins among `blocks`, or how many they are: "Referent: Lis Olesen" below a blank line, with
/// nothing but names behind.
fn tail(view: &ItemView<'_>, blocks: &[(TextSize, Block)]) -> usize {
    let words = |at: usize| view.words(blocks[at].1.words() + blocks[at].0);
    let signed = (0..blocks.len()).rev().take_while(|at| is_signature(words(*at))).last();
    let is_apart = |at: usize| at == 0 || blocks[at - 1].1.is(Flag::BlankAfter);
    let mut ends = signed.unwrap_or(blocks.len())..blocks.len();
    ends.find(|at| is_apart(*at) && is_tail(words(*at))).unwrap_or(blocks.len())
}

/// "EMN-2025-001234", "S2025-1234": one word of a few capitals and more digits, as no name, no amount and no personal number
/// is written.
fn is_number_of_case(line: &str) -> bool {
    const LONGEST: usize = 30;
    const FEWEST_DIGITS: usize = 4;
    let line = line.trim();
    let capitals = line.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let plain = |byte: u8| {
        byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'-' | b'/' | b'.' | b'_')
    };
    line.len() <= LONGEST
        && (1..=5).contains(&capitals)
        && digits >= FEWEST_DIGITS
        && line.bytes().filter(u8::is_ascii_uppercase).count() < digits
        && line.bytes().all(plain)
}

/// "Sagsnr. 24/3071 om Brombærvej 4": does a line with the number of a case go on with what the case is about?
fn tells_more_than_number(line: &str) -> bool {
    let Some(at) = line.find(|c: char| c.is_ascii_digit()) else { return false };
    let Some((_, behind)) = line[at..].split_once(' ') else { return false };
    // "Dok.nr. 12" is another number.
    let is_word =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !word.contains("nr");
    !behind.contains(':') && behind.split_whitespace().any(is_word) && !says_little(behind)
}

const HARMLESS: &[Label] = &[Label::Absent, Label::Participants, Label::Officer, Label::EndTime, Label::Time];

/// "Økonomi og Erhverv", "Beslutningssag": the bodies that treat the case, or its kind.
fn names_route(line: &str) -> bool {
    line.len() < 60 && !line.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;
    use lint::Severity;

    /// Minutes with one open item and the closed one in `text`.
    fn severities(text: &str) -> Vec<Severity> {
        let text = format!("Byrådet\n\nReferat\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\n{text}");
        let document = document::fixture::document("generel", &RULE, &text);
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

Sagsfremstilling
^^^^^^^^^^^^^^^^ Punktet er lukket, men dets tekst eller bilag står her

Ejeren forlanger for meget.

Beslutning

Godkendt.

Punkt 3: Lukket: Personalesag

Bilag
^^^^^ Punktet er lukket, men dets tekst eller bilag

Lønaftale.pdf
",
        );
    }

    #[test]
    fn the_number_of_a_case_shows_nothing() {
        for number in [
            "Sags ID: REG-2025-00502",
            "Sags-ID: LUN-2024-17",
            "Sag nr. 25/11",
            "Sagsnr. 24/3071",
            "EMN-2025-001234",
            "S2025-1234",
            "GEO-2026-00917",
            "Sagsnr. 24/3071 Dok.nr. 12",
        ] {
            let text = format!("Punkt 2: Lukket: Udbud\n{number}\n\nBeslutning\n\nGodkendt.\n");
            assert!(severities(&text).is_empty(), "{number}");
        }
        for told in [
            "Sags ID: REG-2025-00502 om Brombærvej 4",
            "Sagsnr. 24/3071 om Brombærvej 4",
            "Sag nr. 24/3071 Ole Toft mod kommunen",
        ] {
            let text = format!("Punkt 2: Lukket: Udbud\n{told}\n\nBeslutning\n\nGodkendt.\n");
            assert!(!severities(&text).is_empty(), "{told}");
        }
    }

    #[test]
    fn more_than_an_outcome_is_a_warning() {
        for decision in [
            "Beslutning\n\nByrådet køber ejendommen.\n",
            "21-014448\nByrådet godkendte indstillingen om at købe Engvej 4.\n",
            "24-012345\n\nOrienteringen blev taget til efterretning.\n\n- Status på havnen\n",
        ] {
            assert_eq!(
                severities(&format!("Punkt 2: Lukket: Køb\n\n{decision}")),
                [Severity::Warning],
                "{decision}"
            );
        }
    }

    #[test]
    fn a_person_or_an_amount_is_an_error() {
        for decision in [
            "Godkendt. Hanne Toft ansættes fra den 1. maj.\n",
            "Godkendt. Der gives 52.000 kr. om måneden.\n",
            "Formanden orienterede om et møde med en borger.\n",
            "Bestyrelsen drøftede klagen fra en borger.\n",
        ] {
            let text = format!("Punkt 2: Lukket: Ansættelse\n\nBeslutning\n\n{decision}");
            assert_eq!(severities(&text), [Severity::Error], "{decision}");
        }
    }

    #[test]
    fn a_decision_in_usual_words_is_as_it_should_be() {
        for decision in [
            "Beslutning\n\nGodkendt.\n",
            "Beslutning i Byrådet den 5. maj 2022\n\nTaget til efterretning.\n\nAfbud: Ida Holm\n",
            "Beslutning\n\n1.-3. Anbefales.\n\n4. Godkendt\n",
            "21-014448\nByrådet godkendte Økonomiudvalgets indstilling.\n\n(F) stemte imod.\n",
            "24-012345\n\nTemamødet blev holdt.\n",
            "24-012345\n\nTemamøde blev afholdt.\n",
            "24-012345\n\nAfholdt.\n",
            "Åben beslutning\n\nTaget til efterretning.\n",
            "24-012345\n\nDer var ingen henvendelser til formanden.\n",
            "24-012345\n\nByrådet godkendte Økonomiudvalgets indstilling.\n\nIkke tilstede: Ida Holm\n",
            "24-012345\n\nBestyrelsen tog orienteringen til efterretning.\n",
            "24-012345\n\nSkolebestyrelsen tiltrådte indstillingen.\n",
            "24-012345\n\nRepræsentantskabet godkendte indstillingen.\n",
            "24-012345\n\nMenighedsrådets forretningsudvalg har udsat sagen.\n",
            "24-012345\n\nDer var intet at orientere om.\n",
            "24-012345\n\nUdvalget havde intet at drøfte.\n",
            "24-012345\n\nUdvalget anbefaler, at Klima-, Teknik- og Miljøudvalgets indstilling godkendes.\n",
        ] {
            assert_eq!(severities(&format!("Punkt 2: Lukket: Køb\n\n{decision}")), [], "{decision}");
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
