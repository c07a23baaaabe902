//! `typography/sentence-end`: a decision or a paragraph of sentences whose last sentence lacks its full stop.
//!
//! Headings, points of a list, cells and signatures are no sentences, and whole houses write short decisions without
//! a stop. So a line must be a main clause, with a verb that is finite for certain, and something must show that the writer
//! ends sentences with a stop: an earlier sentence of the line, or the paragraphs around it.

use danish::clauses::Sentence;
use danish::sentences::sentences;
use danish::tokens::Classes;
use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use minutes::{Decision, StatementKind};
use syntax::{Block, Class, Flag, MarkKind};
use text::edit::Edit;
use text::{TextRange, TextSize};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "typography/sentence-end",
    summary: Text {
        da: "Den sidste sætning i en beslutning eller et afsnit mangler sit punktum",
        en: "The last sentence of a decision or paragraph lacks its period",
    },
    why: Text {
        da: "Uden punktum kan læseren ikke se, om sætningen er færdig, eller om noget er faldet ud. Det gælder især \
             beslutninger.",
        en: "Without the period a reader cannot tell whether the sentence is finished or something is missing. That \
             matters most in decisions.",
    },
    source: "Retskrivningsordbogen § 41",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nBeslutning\n\nByrådet godkendte forslaget om det nye tag\
                 \n\nByrådet drøftede desuden skolens gård.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nBeslutning\n\nByrådet godkendte forslaget om det nye \
                tag.\n\nByrådet drøftede desuden skolens gård.\n",
    },
    check: Check::Part(check),
};

/// A line with fewer words may be a title.
const FEWEST_WORDS: usize = 5;

/// A paragraph whose sentences are shorter in bytes may be a list.
const SHORTEST_PARAGRAPH: usize = 120;

/// A paragraph of one sentence has so many words at least; a shorter one may be a title.
const FEWEST_ALONE: usize = 8;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item else { return };
    let mut decided: Vec<TextRange> = Vec::new();
    for (section, decision) in item.decisions() {
        decided.push(section.body);
        check_decision(view, decision, findings);
    }
    let blocks: Vec<(TextSize, &Block)> = view.placed_blocks().collect();
    for (i, &(start, block)) in blocks.iter().enumerate() {
        let line = block.words() + start;
        let next = blocks.get(i + 1).map(|(start, next)| (&view.text[next.words() + *start], *next));
        let before = i.checked_sub(1).and_then(|i| blocks.get(i)).map(|(_, block)| *block);
        if is_paragraph(block, next)
            && !decided.iter().any(|body| body.contains_range(line))
            && (is_long(block) && has_stops(&view.text[line])
                || is_alone(&view.text[line]) && have_stops(before, next.map(|(_, next)| next)))
        {
            check_end(view, line, findings);
        }
    }
}

/// Do the paragraphs around a line end in a stop, as far as there are any, and is there one?
fn have_stops(before: Option<&Block>, next: Option<&Block>) -> bool {
    let neighbours = || [before, next].into_iter().flatten().filter(|block| is_plain(block));
    neighbours().next().is_some() && neighbours().all(|block| block.is(Flag::FullStop) && is_long(block))
}

fn is_plain(block: &Block) -> bool {
    block.class == Class::Text && block.mark.kind == MarkKind::None && block.mark.heading == 0
}

fn is_long(block: &Block) -> bool {
    block.words().len() >= TextSize::from(SHORTEST_PARAGRAPH as u32)
}

/// Is the line one sentence, long enough to be no title?
fn is_alone(line: &str) -> bool {
    line.split_whitespace().nth(FEWEST_ALONE - 1).is_some() && sentences(line).nth(1).is_none()
}

fn check_decision(view: &PartView<'_>, decision: &Decision, findings: &mut Findings) {
    let lines: Vec<TextRange> = decision
        .statements
        .iter()
        .filter(|statement| statement.kind == StatementKind::Decided)
        .map(|statement| statement.range)
        .collect();
    let stops = lines.iter().any(|line| view.text[*line].ends_with('.'));
    for &line in &lines {
        let listed = view.block_at(line.start()).is_none_or(|(_, block)| block.mark.kind != MarkKind::None);
        let paragraph = paragraph(view, line);
        let shown = stops || has_stops(&view.text[paragraph]);
        if !listed && shown && !goes_on(view, line) {
            check_end(view, paragraph, findings);
        }
    }
}

/// The lines that end with `line` and were broken where they were full: the paragraph whose last line it is.
fn paragraph(view: &PartView<'_>, line: TextRange) -> TextRange {
    const MOST_LINES: usize = 12;
    let mut whole = line;
    for _ in 0..MOST_LINES {
        let begins_small = view.text[whole].starts_with(char::is_lowercase);
        let above = whole.start().checked_sub(TextSize::from(1)).and_then(|at| view.block_at(at));
        let Some((start, block)) = above.filter(|_| begins_small) else { break };
        let words = block.words() + start;
        let broken = is_plain(block) && !block.is(Flag::BlankAfter) && !block.is(Flag::Stopped);
        if !broken || words.end() > whole.start() || words.is_empty() {
            break;
        }
        whole = TextRange::new(words.start(), whole.end());
    }
    whole
}

/// Does the next line go on with this one: with a list ("med følgende bemærkninger", "- at …"), in small letters, or as
/// the next line of the same paragraph, broken where the line was full?
fn goes_on(view: &PartView<'_>, line: TextRange) -> bool {
    let Some((start, block)) = view.block_at(line.start()) else { return true };
    let next = view.block_at(start + block.len).filter(|(next, _)| *next > start);
    next.is_some_and(|(start, next)| continues(block, &view.text[next.words() + start], next))
}

/// Does `next`, whose words are given, go on with `block`? A section's heading never does.
fn continues(block: &Block, words: &str, next: &Block) -> bool {
    let begins = words.starts_with(char::is_uppercase);
    let broken = !block.is(Flag::BlankAfter) && matches!(next.class, Class::Text | Class::At);
    next.mark.kind.is_list() || next.class == Class::Table || !begins || broken
}

/// A line of text that is no heading, point or cell, and that the next line does not go on with.
fn is_paragraph(block: &Block, next: Option<(&str, &Block)>) -> bool {
    let goes_on = next.is_some_and(|(words, next)| continues(block, words, next));
    is_plain(block) && !block.is(Flag::Stopped) && !goes_on
}

/// Does an earlier sentence of the line end in a stop?
fn has_stops(line: &str) -> bool {
    let mut all = sentences(line);
    all.next().is_some_and(|first| line[first].ends_with('.') && is_sentence(&line[first]))
        && all.next().is_some()
}

fn check_end(view: &PartView<'_>, line: TextRange, findings: &mut Findings) {
    let Some(last) = sentences(&view.text[line]).last() else { return };
    let last = last + line.start();
    let words = &view.text[last];
    // A digit at the end may be the beginning of a number that was cut off.
    let ends = words.ends_with(char::is_alphabetic);
    // "Centret indstiller, at" leads to what follows.
    let leads = [" at", " og", " eller", " samt"].iter().any(|last| words.ends_with(last));
    // "Læs mere her: Projekt Sol | Kommunen" ends in the words of a link.
    let broken = words.rfind('\n').map_or(0, |eol| eol + 1);
    let last_line = TextRange::new(last.start() + TextSize::from(broken as u32), last.end());
    if !ends || leads || words.contains('|') || !is_sentence(words) || !view.is_prose(last_line) {
        return;
    }
    let start = words.trim_end_matches(char::is_alphabetic).len();
    findings
        .report(
            TextRange::new(last.start() + TextSize::from(start as u32), last.end()),
            Text { da: "Sætningen mangler sit punktum", en: "The sentence lacks its period" },
        )
        .unsafe_fix(Text { da: "Indsæt punktum", en: "Insert a period" }, Edit::insert(last.end(), "."));
}

/// Is this a whole sentence: words enough, and a main clause, whose verb is finite for certain?
fn is_sentence(words: &str) -> bool {
    if !words.starts_with(char::is_uppercase) {
        return false;
    }
    let sentence = Sentence::new(words, text::range(0, words.len()));
    sentence.len() >= FEWEST_WORDS && has_main_verb(&sentence)
}

/// Does a finite verb follow the first phrase, or the clause that stands in its place?
fn has_main_verb(sentence: &Sentence<'_>) -> bool {
    let begins = (0..sentence.len())
        .find(|&i| sentence.is_comma(i) && sentence.is(0, Classes::LEADING))
        .map_or(0, |comma| comma + 1);
    let Some(verb) = (begins.max(1)..sentence.len()).find(|&i| sentence.is_finite(i)) else { return false };
    let question = begins == 0 && sentence.begins_clause(0);
    !question
        && !(begins.max(1)..verb).any(|i| sentence.begins_clause(i) || sentence.is(i, Classes::RELATIVE))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_a_decision_beside_one_that_ends_in_a_stop() {
        check(
            &RULE,
            "
1. Skoler

Beslutning

Indstillingens 1. at-punkt blev taget til efterretning
                                          ^^^^^^^^^^^^ Sætningen mangler sit punktum

Indstillingens 2. at-punkt blev godkendt.
",
        );
    }

    #[test]
    fn flags_a_paragraph_of_sentences() {
        check(
            &RULE,
            "
1. Skoler

Sagsfremstilling

Skolen har fået et nyt tag af tegl, og gården er lagt om med bænke og træer. Arbejdet blev færdigt i maj, som det var aftalt
                                                                                                                      ^^^^^^

Byrådet drøfter taget.
",
        );
    }

    #[test]
    fn flags_one_sentence_between_paragraphs_with_stops() {
        let paragraph = "Skolen har fået et nyt tag af tegl, og gården er lagt om med bænke og træer. Arbejdet blev færdigt i maj.";
        let long = format!("{paragraph} Eleverne er glade for den nye gård, og lærerne bruger den.");
        check(
            &RULE,
            &format!(
                "\n1. Skoler\n\nSagsfremstilling\n\n{long}\n\nByrådet drøfter taget igen på sit møde i august måned\n{}^^^^^\n\n{long}\n",
                " ".repeat("Byrådet drøfter taget igen på sit møde i august ".chars().count())
            ),
        );
        // Titles, questions and what stands among lines without a stop.
        for line in [
            "Tidsplan for udvidelsen af skolen og den nye gård",
            "Hvad skolen skal bruge til den nye gård i Nørby",
        ] {
            check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{long}\n\n{line}\n\n{long}\n"));
        }
    }

    #[test]
    fn ignores_houses_that_write_decisions_without_a_stop() {
        check(&RULE, "1. Skoler\n\nBeslutning\n\nOrienteringen blev taget til efterretning\n");
        check(&RULE, "1. Skoler\n\nBeslutning\n\nGodkendt\n\nUdvalget drøftede desuden skolens nye gård.\n");
    }

    #[test]
    fn ignores_titles_lists_and_what_goes_on() {
        let paragraph = "Skolen har fået et nyt tag af tegl, og gården er lagt om med bænke og træer. Der er lagt vægt på";
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{paragraph} dette\n\n- lys\n- luft\n"));
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n- {paragraph} lys og luft\n- Ro\n"));
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{paragraph} lys\n\nog luft.\n"));
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{paragraph} at nå det inden 2022\n"));
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{paragraph} www.skolen.dk\n"));
        check(
            &RULE,
            &format!("1. Skoler\n\nSagsfremstilling\n\n{paragraph} tegl. Ole Hansen og Lise Olsen Lund\n"),
        );
    }

    #[test]
    fn ignores_a_sentence_that_goes_on_in_the_next_line() {
        for lines in [
            "Sagen sendes tilbage. Byrådet har i sit møde den 27. august 2025 har\nvedtaget indstillingen om havnen i Mølleby.",
            "Byrådet drøftede planen. Byrådet beder forvaltningen om at undersøge den største\n\nog den mindste sal.",
            "Udvalget godkendte planen. Udvalget ønsker, at sagen bliver sendt til\nMølleby Kommune til orientering.",
        ] {
            check(&RULE, &format!("1. Skoler\n\nBeslutning\n\n{lines}\n\nUdvalget drøftede også taget.\n"));
            check(
                &RULE,
                &format!("1. Skoler\n\nSagsfremstilling\n\n{lines}\n\nUdvalget drøftede også taget.\n"),
            );
        }
    }

    #[test]
    fn flags_the_last_line_of_a_wrapped_paragraph() {
        check(
            &RULE,
            "
1. Skoler

Beslutning

Bestyrelsen besluttede at indhente tre tilbud. Formanden tager kontakt til
rådgiveren i løbet af marts
                      ^^^^^ Sætningen mangler sit punktum

2. Gård

Beslutning

Byrådet drøftede planen for den nye gård ved skolen. Formanden tager imod
naboerne på rådhuset i løbet af sommeren
                                ^^^^^^^^
",
        );
        for lines in [
            "Udvalget godkendte planen. Udvalget sender den til\nde skoler, der har søgt om tilskud til\n- lys\n- luft",
            "Bestyrelsen besluttede at indhente tre tilbud, og formanden tager kontakt til\nrådgiveren.",
            "Udvalget drøftede planen. Til stede var fra forvaltningen\nchef for skoler Ida Toft",
        ] {
            check(&RULE, &format!("1. Skoler\n\nBeslutning\n\n{lines}\n"));
        }
    }

    #[test]
    fn ignores_a_decision_that_leads_to_a_list() {
        check(
            &RULE,
            "1. Skoler\n\nBeslutning\n\nUdvalget behandlede sagen med følgende bemærkninger\n\n- Mere lys.\n\nGodkendt.\n",
        );
    }

    #[test]
    fn inserts_the_stop() {
        check_fix(
            &RULE,
            "1. Skoler\n\nBeslutning\n\nUdvalget godkender planen for skolen\n\nUdvalget drøftede også taget.\n",
            "1. Skoler\n\nBeslutning\n\nUdvalget godkender planen for skolen.\n\nUdvalget drøftede også taget.\n",
        );
    }
}
