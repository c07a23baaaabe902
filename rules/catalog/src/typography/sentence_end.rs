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
const SHORTEST_PARAGRAPH: TextSize = TextSize::new(120);

/// A paragraph of one sentence has so many words at least; a shorter one may be a title.
const FEWEST_ALONE: usize = 8;

/// Lines that one sentence goes on over to the next, or one line.
struct Paragraph<'a> {
    range: TextRange,
    first: &'a Block,
    last: &'a Block,
}

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item else { return };
    let all = paragraphs(view);
    let mut decided: Vec<TextRange> = Vec::new();
    for (section, decision) in item.decisions() {
        decided.push(section.body);
        check_decision(view, &all, decision, findings);
    }
    for (i, own) in all.iter().enumerate() {
        let (before, next) = (i.checked_sub(1).and_then(|i| all.get(i)), all.get(i + 1));
        let words = view.read_on(own.range);
        let is_open = own.is_plain() && !own.last.is(Flag::Stopped) && !own.goes_on(view, next);
        if is_open
            && !decided.iter().any(|body| body.contains_range(own.range))
            && (own.is_long() && has_stops(words) || is_alone(words) && have_stops(before, next))
        {
            check_end(view, own.range, findings);
        }
    }
}

fn paragraphs<'a>(view: &PartView<'a>) -> Vec<Paragraph<'a>> {
    let mut all: Vec<Paragraph<'a>> = Vec::new();
    for (start, block) in view.placed_blocks() {
        let words = block.words() + start;
        match all.last_mut().filter(|_| view.goes_on_at(start)) {
            Some(open) => (open.range, open.last) = (open.range.cover(words), block),
            None => all.push(Paragraph { range: words, first: block, last: block }),
        }
    }
    all
}

impl Paragraph<'_> {
    fn is_plain(&self) -> bool {
        let block = self.first;
        block.class == Class::Text && block.mark.kind == MarkKind::None && block.mark.heading == 0
    }

    fn is_long(&self) -> bool {
        self.range.len() >= SHORTEST_PARAGRAPH
    }

    /// May `next` go on with this one: as a list ("med følgende bemærkninger", "- at …"), in small letters, or as the next line
    /// of the same paragraph, broken where the line was full? A section's heading never does.
    fn goes_on(&self, view: &PartView<'_>, next: Option<&Self>) -> bool {
        next.is_some_and(|next| {
            let begins = view.text[next.range].starts_with(char::is_uppercase);
            let broken =
                !self.last.is(Flag::BlankAfter) && matches!(next.first.class, Class::Text | Class::At);
            next.first.mark.kind.is_list() || next.first.class == Class::Table || !begins || broken
        })
    }
}

/// Do the paragraphs around one end in a stop, as far as there are any, and is there one?
fn have_stops(before: Option<&Paragraph<'_>>, next: Option<&Paragraph<'_>>) -> bool {
    let neighbours = || [before, next].into_iter().flatten().filter(|paragraph| paragraph.is_plain());
    neighbours().next().is_some()
        && neighbours().all(|paragraph| paragraph.last.is(Flag::FullStop) && paragraph.is_long())
}

/// Is the line one sentence, long enough to be no title?
fn is_alone(line: &str) -> bool {
    line.split_whitespace().nth(FEWEST_ALONE - 1).is_some() && sentences(line).nth(1).is_none()
}

fn check_decision(view: &PartView<'_>, all: &[Paragraph<'_>], decision: &Decision, findings: &mut Findings) {
    let lines: Vec<TextRange> = decision
        .statements
        .iter()
        .filter(|statement| statement.kind == StatementKind::Decided)
        .map(|statement| statement.range)
        .collect();
    let stops = lines.iter().any(|line| view.text[*line].ends_with('.'));
    for &line in &lines {
        let i = all.partition_point(|paragraph| paragraph.range.end() < line.end());
        let Some(own) = all.get(i).filter(|own| own.range.start() <= line.start()) else { continue };
        // Only what ends the paragraph can lack its stop.
        if own.range.end() > line.end() || own.first.mark.kind != MarkKind::None {
            continue;
        }
        if (stops || has_stops(view.read_on(own.range))) && !own.goes_on(view, all.get(i + 1)) {
            check_end(view, own.range, findings);
        }
    }
}

/// Does an earlier sentence of the line end in a stop?
fn has_stops(line: &str) -> bool {
    let mut all = sentences(line);
    all.next().is_some_and(|first| line[first].ends_with('.') && is_sentence(&line[first]))
        && all.next().is_some()
}

fn check_end(view: &PartView<'_>, line: TextRange, findings: &mut Findings) {
    let Some(last) = sentences(view.read_on(line)).last() else { return };
    let last = last + line.start();
    let words = view.read_on(last);
    // A digit at the end may be the beginning of a number that was cut off.
    let ends = words.ends_with(char::is_alphabetic);
    // "Centret indstiller, at" leads to what follows.
    let leads = [" at", " og", " eller", " samt"].iter().any(|last| words.ends_with(last));
    let leads = leads || announces(words);
    // "Læs mere her: Projekt Sol | Kommunen" ends in the words of a link.
    let broken = view.text[last].rfind('\n').map_or(0, |eol| eol + 1);
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

/// "Følgende områder foreslås", "Udgifterne fordeler sig som vist nedenfor": what follows belongs to it, and a colon may be due.
fn announces(words: &str) -> bool {
    let mut all = words.split(|c: char| !c.is_alphanumeric());
    let last = words.rsplit(' ').next().unwrap_or_default();
    matches!(last, "nedenfor" | "herunder" | "følger" | "sådan")
        || !words.contains(':') && all.any(|word| word.eq_ignore_ascii_case("følgende"))
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
    use document::fixture::{check, check_fix, document};

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
    fn a_wrapped_paragraph_is_read_as_one() {
        let long = "Skolen har fået et nyt tag af tegl, og gården er lagt om med\nbænke og træer. Arbejdet blev færdigt i maj, som det var aftalt.";
        let text = |line: &str| format!("1. Skoler\n\nSagsfremstilling\n\n{long}\n\n{line}\n\n{long}\n");
        for (line, last) in [
            ("Byrådet drøfter taget igen på det møde, som det holder på skolen\ni august måned", "måned"),
            (
                "Pladsen ved skolen er blevet ny. Udvalget har bedt forvaltningen om at regne på, hvad\ndet koster at holde hallen åben i ferierne",
                "ferierne",
            ),
            ("Forvaltningen har skrevet til de foreninger, der låner hallen i dag, og til\nskolen", "skolen"),
        ] {
            let found = document("generel", &RULE, &text(line)).diagnostics();
            assert_eq!(found.len(), 1, "{line}");
            assert_eq!(&text(line)[found[0].range], last, "{line}");
        }
        for line in [
            "Tidsplan for udvidelsen af skolen og den nye gård, som eleverne har\nønsket sig i mange år",
            "Byrådet drøfter taget igen på det møde, som det holder på skolen\ni august måned.",
        ] {
            check(&RULE, &text(line));
        }
    }

    #[test]
    fn ignores_a_sentence_that_announces_what_follows() {
        let paragraph = "Skolen har fået et nyt tag af tegl, og gården er lagt om med bænke og træer. Arbejdet er færdigt.";
        for line in [
            "Følgende områder foreslås for de næste to år i rammen for skolen",
            "Udgifterne til taget fordeler sig på de næste tre år som vist nedenfor",
            "Rådet har aftalt, at møderne i de kommende to år holdes som følger",
        ] {
            check(
                &RULE,
                &format!("1. Skoler\n\nSagsfremstilling\n\n{paragraph}\n\n{line}\n\nBørn og unge\n"),
            );
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
