//! `structure/no-items`: the text is that of a meeting, but no line was read as the heading of an item.
//!
//! All that hangs on items is silent then, and "nothing found" would look like health. Said once, as a hint.

mod beside;
mod inside;
mod together;

use self::beside::{named_next, outside, passed_over, told_before};
use self::inside::{bare_list, decided_apart};
use danish::date::dates;
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use segment::is_near;
use syntax::{Block, Class, Flag, Sign};
use text::{TextRange, TextSize};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/no-items",
    summary: Text { da: "Ingen punkter er fundet", en: "No items were found" },
    why: Text {
        da: "Punkterne kendes på deres overskrifter: et nummer, der tæller videre, en fast form, afsnit under sig. Kendes \
             ingen af dem, kan der hverken ses efter beslutninger, indstillinger eller numre, og at intet er fundet, \
             siger intet; det samme gælder tekst, der står uden for punkterne. \"referent outline --why\" viser, hvad \
             der taler for og imod hver linje. En form, som ingen andre har, siger en husstil: item_heading = \"Tema \
             {number} ~ {title}\".",
        en: "Items are known by their headings: a number that counts on, one form, sections below. Where none is known, \
             decisions, recommendations and numbers cannot be looked at, and nothing found says nothing; so it is with \
             text that stands outside the items. \"referent outline --why\" shows what speaks for and against each line. \
             A form that nobody else has is named by a house style: item_heading = \"Tema {number} ~ {title}\".",
    },
    source: "",
    severity: Severity::Hint,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\nReferat\n4. april 2022 kl. 17.00\n\n1. vi åbnede mødet og hilste på alle.\n\n2. vi talte om havnen \
                 og broen.\n\n3. vi lukkede mødet og gik hjem.\n",
        after: "Byrådet\nReferat\n4. april 2022 kl. 17.00\n\n1. Åbning\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

/// A run of fewer numbers is no row of items, and a text of fewer lines beside its head is a draft.
const RUN: usize = 3;
const LINES: usize = 3;
const FIRST: usize = 4;
/// A text with a day on top in which so much is decided is that of a meeting.
const DECIDED: usize = 2;
/// At most this many of the nearest lines are named.
const NAMED: usize = 3;

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let head = view.head();
    if view.minutes.items().next().is_some() {
        let together = together::in_headings(view, findings);
        if meets(view) {
            outside(view, findings);
        }
        if !meets(view) || together {
            return;
        }
        let told = passed_over(view, findings)
            || named_next(view, findings)
            || bare_list(view, findings)
            || decided_apart(view, findings);
        if !told {
            told_before(view, &lines(view.minutes.head_blocks()), findings);
        }
        return;
    }
    let lines = lines(view.minutes.blocks());
    let decided =
        || lines.iter().filter(|(block, _)| decides(block)).count() >= DECIDED && head.date.is_some();
    if !meets(view) && !names_meeting(view, &lines) && !decided() {
        return;
    }
    if together::in_text(view, findings) {
        return;
    }
    let body: Vec<&(&Block, TextRange)> = lines.iter().filter(|line| !is_of_head(view, line)).collect();
    let asks = body.iter().filter(|(_, line)| view.text[*line].trim_end().ends_with('?')).count() >= LINES;
    let sentence = asks || body.iter().any(|(block, _)| block.is(Flag::FullStop) || decides(block));
    let run = longest_run(view.text, &lines);
    // A list of items to come is no text.
    let draft = body.len() < LINES || !sentence || head.contents_heading.is_some() && body.len() < 2 * LINES;
    let Some(place) = run.map(|(_, place)| place).or(lines.first().filter(|_| !draft).map(|line| line.1))
    else {
        return;
    };
    let near: Vec<TextRange> = match run {
        Some(_) => body.iter().filter(|(block, _)| block.numbering.is_some()).map(|line| line.1).collect(),
        None => body.iter().filter(|(block, _)| is_near(block)).map(|line| line.1).collect(),
    };
    let mut report = findings.report(place, tried(run.map(|(n, _)| n), near.len()));
    for own in near.into_iter().filter(|own| *own != place).take(NAMED) {
        report = report.related(own, Text { da: "Denne linje kom nærmest", en: "This line came nearest" });
    }
}

/// Does a line say what was decided, or head a section?
fn decides(block: &Block) -> bool {
    block.shows(Sign::SaysOutcome) || block.shows(Sign::LabelsDecision) || block.begins_section()
}

/// What was tried: lines that count on, or lines that stand as titles do.
fn tried(run: Option<usize>, near: usize) -> Note {
    let (tried, tried_en) = match (run, near) {
        (Some(n), _) => (
            format!("{n} linjer tæller videre herfra, men ingen af dem ligner overskriften på et punkt"),
            format!("{n} lines count on from here, but none looks like the heading of an item"),
        ),
        (None, 0) => (
            "Ingen punkter er fundet: ingen linjer tæller videre, og ingen står for sig selv som en titel"
                .to_owned(),
            "No items were found: no lines count on, and none stands alone as a title".to_owned(),
        ),
        (None, 1) => (
            "Ingen punkter er fundet: ingen linjer tæller videre, og 1 kort linje blev prøvet som titel"
                .to_owned(),
            "No items were found: no lines count on, and 1 short line was tried as a title".to_owned(),
        ),
        (None, n) => (
            format!(
                "Ingen punkter er fundet: ingen linjer tæller videre, og {n} korte linjer blev prøvet som titler"
            ),
            format!("No items were found: no lines count on, and {n} short lines were tried as titles"),
        ),
    };
    Note::new(
        format!(
            "{tried}, så punkterne er ikke set efter; skriv et nummer og en titel på en linje for sig, \"1. Budget\", eller sig \
             formen i en husstil (item_heading = \"Tema {{number}} ~ {{title}}\"); \"referent outline --why\" viser, hvad der talte \
             for og imod hver linje"
        ),
        format!(
            "{tried_en}, so items were not looked at; write a number and a title on a line of their own, \"1. Budget\", or name \
             the form in a house style (item_heading = \"Tema {{number}} ~ {{title}}\"); \"referent outline --why\" shows what spoke \
             for and against each line"
        ),
    )
}

/// Does the head say that these are the minutes or the agenda of a meeting?
fn meets(view: &MinutesView<'_>) -> bool {
    let head = view.head();
    head.stage.is_some() && (head.date.is_some() || head.committee.is_some() || head.attended)
        || head.attended && head.date.is_some()
}

/// "Forældrerådsmøde i Myretuen", and a day: does one of the first lines name the meeting?
fn names_meeting(view: &MinutesView<'_>, lines: &[(&Block, TextRange)]) -> bool {
    let names = |(block, words): &(&Block, TextRange)| {
        let meeting = |word: &str| {
            let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
            ["møde", "mødet", "forsamling"].iter().any(|end| word.ends_with(end))
        };
        !block.is(Flag::FullStop) && view.text[*words].to_lowercase().split_whitespace().any(meeting)
    };
    view.head().date.is_some() && lines.iter().take(FIRST).any(names)
}

/// Does a line only say who met, when and where?
fn is_of_head(view: &MinutesView<'_>, (block, words): &(&Block, TextRange)) -> bool {
    let head = view.head();
    let named = [head.committee, head.place, head.date.map(|(at, _)| at), head.time.map(|(at, _)| at)];
    let told = block.shows(Sign::OfHead) && !block.is(Flag::FullStop);
    // Where no item is found, all that follows "Til stede:" is read as names; a sentence is none.
    let says = block.is(Flag::FullStop) || block.shows(Sign::SaysOutcome);
    let who = head.participants.iter().chain(&head.absent).filter(|_| !says);
    told || matches!(block.class, Class::Label(_))
        || block.shows(Sign::Agenda)
        || named.into_iter().flatten().chain(who.copied()).any(|at| words.contains_range(at))
}

/// The lines of `blocks`, the first ones of the document, with their words.
fn lines(blocks: &[Block]) -> Vec<(&Block, TextRange)> {
    let mut start = TextSize::new(0);
    let mut lines = Vec::new();
    for block in blocks {
        if !matches!(block.class, Class::Code | Class::Comment | Class::Blank) {
            lines.push((block, block.words() + start));
        }
        start += block.len;
    }
    lines
}

/// The longest run of lines that count on by one in one form: how many, and where it begins.
fn longest_run(text: &str, lines: &[(&Block, TextRange)]) -> Option<(usize, TextRange)> {
    // "1) 17. januar" counts days.
    let is_day = |words: TextRange| {
        dates(&text[words]).next().is_some_and(|date| usize::from(date.range.start()) == 0)
    };
    let numbered = lines.iter().filter_map(|(block, words)| Some((block.numbering?, *words)));
    let numbered = numbered.filter(|(own, words)| !own.form.is_rare() && !is_day(*words));
    let mut best: Option<(usize, TextRange)> = None;
    let mut run = (0, TextRange::empty(0.into()), None);
    for (own, words) in numbered {
        let next = own.value.checked_sub(1).map(|former| (own.form, former));
        run = match run {
            (n, place, former) if former.is_some() && former == next => {
                (n + 1, place, Some((own.form, own.value)))
            }
            _ => (1, words, Some((own.form, own.value))),
        };
        if run.0 >= RUN && best.is_none_or(|(n, _)| run.0 > n) {
            best = Some((run.0, run.1));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, document};

    /// What is said of `text`.
    fn told(text: &str) -> Vec<String> {
        document("generel", &RULE, text)
            .diagnostics()
            .into_iter()
            .map(|own| own.note.da.into_owned())
            .collect()
    }

    #[test]
    fn tells_of_lines_that_are_decided_on_in_one_item() {
        let minutes = |parts: &str| {
            format!(
                "Havneudvalget\nReferat af møde den 3. maj 2024\n\n1. Dagsorden\nGodkendt.\n\n2. Havnen\nBo bød velkommen.\n\n{parts}\n3. Eventuelt\nIntet.\n"
            )
        };
        for parts in [
            "MOLEN\nMolen er utæt.\nUdsat.\n\nTAKSTER\nTaksten er ny.\nGodkendt.\n",
            "Molen\nUdsat.\n\nTakster\nGodkendt.\n\nBåde ved kajen\nDrøftet.\n",
            "**Molen**\nUdsat.\n\n**Takster**\nGodkendt.\n",
            "a) Molen\nDer er tre tilbud,\nUdsat.\n2) Mere\nb) Takster\nGodkendt.\nc) Både\nDrøftet.\n",
        ] {
            let told = told(&minutes(parts));
            assert_eq!(told.len(), 1, "{parts}");
            assert!(told[0].contains("linjer herfra står som overskrifter"), "{told:?}");
        }
        for parts in [
            "MOLEN\nMolen er utæt, og Ib ser på den.\n\nTAKSTER\nTaksten er ny.\nGodkendt.\n",
            "Forslag 1: Molen\nForkastet.\n\nForslag 2: Takster\nGodkendt.\n",
            "Sagsfremstilling\nMolen er utæt.\n\nBeslutning\nGodkendt.\n",
        ] {
            assert_eq!(told(&minutes(parts)), Vec::<String>::new(), "{parts}");
        }
    }

    #[test]
    fn tells_of_a_list_that_was_read_as_the_items() {
        let head = "Havneudvalget\nReferat af møde den 3. maj 2024\n\nPunkt 1 Molen\nPunkt 2 Takster\nPunkt 3 Både\n\n";
        let told = told(&format!("{head}Om molen\nUdsat.\n\nOm takster\nGodkendt.\n\nOm både\nDrøftet.\n"));
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("Punkterne herfra står uden tekst"), "{told:?}");
    }

    #[test]
    fn sentences_below_those_present_are_no_names() {
        let told = told(
            "Havnelauget\nReferat af møde den 3. maj 2024\n\nTil stede: Bo, Ib og Pia\n\n=Molen=\nMolen er utæt.\n\n=Takster=\nTaksten blev godkendt.\n",
        );
        assert_eq!(told.len(), 1);
    }

    #[test]
    fn tells_of_a_line_that_names_the_next_item() {
        let head = "Havneudvalget\nReferat af møde den 3. maj 2024\n\nPkt. 1 Dagsorden\nGodkendt.\n\n";
        let told = told(&format!("{head}~ Pkt. 2 Mole ~\nMolen er utæt.\n\n~ Pkt. 3 Takster ~\nUdsat.\n"));
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("Linjen nævner punkt 2 lige efter punkt 1"), "{told:?}");
    }

    #[test]
    fn tells_of_much_text_before_the_first_item() {
        let head = "Havneudvalget\nReferat af møde den 3. maj 2024\n\n";
        let items = "1. Takster\nGodkendt.\n\n2. Eventuelt\nIntet.\n";
        let text = "Noget om havnen\nBo fortalte om havnen og dens kajer den dag.\n\n";
        let much = told(&format!("{head}{}{items}", text.repeat(10)));
        assert_eq!(much.len(), 1);
        assert!(much[0].starts_with("Teksten herfra og til det første punkt"), "{much:?}");
        assert!(told(&format!("{head}{}{items}", text.repeat(2))).is_empty());
    }

    #[test]
    fn tells_once_where_numbered_lines_are_no_items() {
        check(
            &RULE,
            "
Referat
Byrådet, 4. april 2022

1. vi åbnede mødet og hilste.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^ 3 linjer tæller videre herfra

2. vi talte om havnen.

3. vi gik hjem.
",
        );
    }

    #[test]
    fn tells_of_minutes_in_which_nothing_is_found() {
        check(
            &RULE,
            "
Referat af møde i havnelauget den 4. april 2022
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ingen punkter er fundet: ingen linjer tæller videre, og ingen
Vi mødtes på kajen.
Broen skal males, og Ib køber maling.
Vi ses igen i maj.
",
        );
        check(&RULE, "Nyhedsbrev, 4. april 2022\n\nVi maler broen.\n\nIb køber maling.\n\nVi ses i maj.\n");
    }

    #[test]
    fn tells_of_sections_outside_all_items() {
        check(
            &RULE,
            "
Referat
Byrådet, 4. april 2022

Budget for året

Sagsfremstilling
^^^^^^^^^^^^^^^^ Afsnittene herfra
Tallene er nye.

Beslutning
Godkendt.

1. Havnen

Beslutning
Godkendt.

2. Broen

Beslutning
Godkendt.
",
        );
    }

    #[test]
    fn tells_of_a_number_that_the_items_leave_out() {
        let minutes = |second: &str| {
            format!(
                "Referat\nByrådet, 4. april 2022\n\nPunkt 1: Havnen\n\nDrøftet.\n\n{second}\n\nDrøftet.\n\nPunkt 3: Skolen\n\nDrøftet.\n"
            )
        };
        for (line, mark) in [("2) Broen", "   ^^^^^"), ("(2) Broen", "^^^^^^^^^"), ("2> Broen", "^^^^^^^^")] {
            check(&RULE, &minutes(&format!("{line}\n{mark} Linjen har nummer 2")));
        }
        for line in [
            "1) Broen\n2) Stien",
            "2) Broen\n3) Stien",
            "2. Vi talte om den nye bro.",
            "Broen",
            "2 maj mødes vi",
        ] {
            check(&RULE, &minutes(line));
        }
    }

    #[test]
    fn ignores_texts_that_are_no_minutes_and_minutes_with_items() {
        check(&RULE, "Opskrift\n\n1. rør dejen sammen.\n\n2. bag den.\n\n3. spis den.\n");
        check(&RULE, "Referat\nByrådet, 4. april 2022\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n");
        check(&RULE, "Referat\nByrådet, 4. april 2022\n\nVi mødtes. Vi gik hjem.\n");
        check(
            &RULE,
            "Referat\nByrådet, 4. april 2022\n\nÅrets møder\n1) 17. januar\n2) 3. marts\n3) 9. maj\n",
        );
    }
}
