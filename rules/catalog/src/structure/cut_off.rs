//! `structure/cut-off`: text that stops in the middle.
//!
//! Lists lose their marks and lines are wrapped when text is taken out of a PDF, so a paragraph without a full stop
//! proves little. Certain are a year of three digits at the end of a sentence, an address that ends in "…", a long
//! paragraph that breaks off and goes on in small letters, and one that ends in a word no sentence ends in.

use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use syntax::{Block, Class, Flag, MarkKind};
use text::needle::Needle;
use text::{TextRange, TextSize, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/cut-off",
    summary: Text { da: "En tekst holder op midt i det hele", en: "A text stops in the middle" },
    why: Text {
        da: "Når tekst flyttes mellem systemer, kan slutningen gå tabt: et årstal, en adresse eller et helt afsnit. \
             Læseren kan ikke vide, hvad der stod.",
        en: "When text is moved between systems its end may be lost: a year, an address or a whole paragraph. The \
             reader cannot know what it said.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Address]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Plan\n\nSagsfremstilling\n\nPlanen skal vise, hvordan kommunen \
                 når sine mål frem mod 202\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Plan\n\nSagsfremstilling\n\nPlanen skal vise, hvordan kommunen \
                når sine mål frem mod 2025.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// A paragraph of at least this many bytes is no cell of a table, no point of a list whose mark was lost and no line that its writer
/// broke: where a program put a blank line behind each of those, all are shorter.
const PARAGRAPH: usize = 100;
/// A paragraph of at least this many bytes is no line before a list.
const LONG_PARAGRAPH: usize = 120;
/// A sentence with a year in it is at least so long.
const SENTENCE: usize = 40;
/// Where more paragraphs go on in small letters, a program put the blank lines there.
const MOST_BREAKS: usize = 2;

/// Words that a year follows.
const BEFORE_YEAR: &[&str] =
    &["mod", "i", "inden", "siden", "budget", "år", "året", "ultimo", "primo", "medio", "august", "december"];
/// Words that a year follows where another year stands in the sentence.
const BETWEEN_YEARS: &[&str] = &["til", "fra", "og", "for", "efter"];
/// Words that no sentence and no line of a list ends in.
const OPEN_WORDS: &[&str] =
    &["og", "eller", "samt", "fordi", "hvis", "som", "at", "en", "et", "vores", "hvor"];
/// Words before the break of a sentence that goes on behind a blank line.
const JOINTS: &[&str] = &[
    "og", "eller", "samt", "at", "der", "som", "en", "et", "den", "det", "de", "i", "på", "af", "til", "for",
    "med", "om", "ved", "fra", "har", "er", "kan", "skal", "vil", "blive", "være", "hvor", "når", "hvis",
    "mere", "mellem", "under",
];

fn check(view: &PartView<'_>, findings: &mut Findings) {
    if view.item.is_none() {
        return;
    }
    check_addresses(view, findings);
    let blocks: Vec<(TextSize, &Block)> = view.placed_blocks().collect();
    let mut breaks = Vec::new();
    for (i, &(start, block)) in blocks.iter().enumerate() {
        if block.class != Class::Text || block.is(Flag::Stopped) {
            continue;
        }
        let words = block.words() + start;
        let next = blocks.get(i + 1).map(|(_, next)| *next);
        if let Some(year) = cut_year(view, words) {
            findings.report(year, Text { da: "Årstallet er skåret af", en: "The year is cut off" });
        } else if goes_on(view, &blocks[i..]) {
            breaks.push(words);
        } else if ends_open(view, block, words, next) {
            findings.report(
                last_word(view, words),
                Text { da: "Sætningen holder op midt i det hele", en: "The sentence stops in the middle" },
            );
        }
    }
    if breaks.len() <= MOST_BREAKS {
        for words in breaks {
            findings.report(
                last_word(view, words),
                Text {
                    da: "Sætningen er brudt over og går videre i næste afsnit",
                    en: "The sentence is broken and goes on in the next paragraph",
                },
            );
        }
    }
}

/// Addresses that end in dots, as a page prints one that is too long for its column.
fn check_addresses(view: &PartView<'_>, findings: &mut Findings) {
    static SCHEME_END: Needle = Needle::new("://");
    for at in SCHEME_END.find_iter(view.text) {
        let start = view.text[..at]
            .rfind(|c: char| !c.is_ascii_alphanumeric())
            .map_or(0, |before| before + view.text[before..].chars().next().map_or(1, char::len_utf8));
        let rest = &view.text[at..];
        let end = at
            + rest.find(|c: char| is_space(c) || matches!(c, '\n' | '\r' | ')' | '>')).unwrap_or(rest.len());
        let address = &view.text[start..end];
        if address.len() > 15 && (address.ends_with("...") || address.ends_with('…')) {
            findings.report(
                range(start, end),
                Text {
                    da: "Adressen er skåret af og kan ikke bruges",
                    en: "The address is cut off and cannot be used",
                },
            );
        }
    }
}

/// The year of three digits that a sentence ends in: "frem mod 202".
fn cut_year(view: &PartView<'_>, words: TextRange) -> Option<TextRange> {
    let line = &view.text[words];
    let (before, year) = line.rsplit_once(is_space)?;
    if year.len() != 3 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let word = before.rsplit(is_space).next()?.to_lowercase();
    let other = || before.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4 && n.starts_with("20"));
    let due = BEFORE_YEAR.contains(&word.as_str()) || BETWEEN_YEARS.contains(&word.as_str()) && other();
    let due = due && (year.starts_with("20") || year.starts_with("19"));
    let place = TextRange::new(words.end() - TextSize::of(year), words.end());
    (due && line.len() >= SENTENCE && !view.is_quoted(place)).then_some(place)
}

/// Does the first of `blocks` break off, and the next go on in small letters? Lines that all begin small are a list.
fn goes_on(view: &PartView<'_>, blocks: &[(TextSize, &Block)]) -> bool {
    let [(start, block), (next_start, next), rest @ ..] = blocks else { return false };
    let small = |start: TextSize, block: &Block| {
        let plain = block.class == Class::Text && block.mark.kind == MarkKind::None && block.mark.indent == 0;
        plain && view.text[block.words() + start].starts_with(char::is_lowercase)
    };
    let words = block.words() + *start;
    let line = &view.text[words];
    let joint = JOINTS.contains(&line.rsplit(is_space).next().unwrap_or(""));
    let prose = || {
        let list = rest.first().is_some_and(|(start, block)| small(*start, block));
        block.is(Flag::Capital)
            && line.len() >= LONG_PARAGRAPH
            && usize::from(next.words().len()) >= SENTENCE
            && !list
    };
    line.len() >= PARAGRAPH
        && line.ends_with(char::is_alphabetic)
        && block.is(Flag::BlankAfter)
        && block.mark.kind == MarkKind::None
        && small(*next_start, next)
        && next.is(Flag::FullStop)
        && (joint || prose())
        && !view.is_quoted(words)
}

/// Is this the last paragraph of its section, and does it end in a word that asks for more?
fn ends_open(view: &PartView<'_>, block: &Block, words: TextRange, next: Option<&Block>) -> bool {
    let line = &view.text[words];
    let last = next.is_none_or(Block::begins_section);
    let open = line.rsplit_once(is_space).is_some_and(|(_, word)| OPEN_WORDS.contains(&word));
    last && open && line.len() >= SENTENCE && block.is(Flag::Capital) && !view.is_quoted(words)
}

fn last_word(view: &PartView<'_>, words: TextRange) -> TextRange {
    let word = view.text[words].rsplit(is_space).next().unwrap_or("");
    TextRange::new(words.end() - TextSize::of(word), words.end())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn years_and_addresses_that_were_cut_are_told() {
        check(
            &RULE,
            "
1. Plan

Sagsfremstilling

Politikken har fem temaer og to mål, som kommunen skal nå frem mod 202
                                                                   ^^^ Årstallet er skåret af

Se kortet på https://eksempel.dk/kort/2020/omgoerelse...
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Adressen er skåret af

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn a_sentence_broken_by_a_blank_line_is_told() {
        check(
            &RULE,
            "
1. Plan

Sagsfremstilling

En samlet modtagelse ventes at gøre kvaliteten bedre, når borgernes egne behov mødes med en indsats, der
                                                                                                     ^^^ Sætningen er brudt over

tager hensyn til dem og kan laves om.

Forvaltningen foreslår, at der afsættes midler til en ny bro, til stien langs åen og
                                                                                  ^^ Sætningen holder op

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn ignores_lists_wrapped_lines_and_other_numbers() {
        check(
            &RULE,
            "
1. Plan

Indstilling

Direktionen indstiller til Byrådet, at

1. planen godkendes, og
2. den sendes i høring

Sagsfremstilling

Udvalget har i løbet af året arbejdet med mange forskellige emner, som alle har stor betydning for

børn og unge

ældre borgere

Antallet af plader i de to bygninger steg fra 180 til 202

Den samlede opgørelse viser, at antallet af elever er 202

Se https://eksempel.dk/kort... og så videre på siden.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Adressen

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn ignores_broken_lines_with_a_blank_line_behind_each() {
        for line in [
            "Referatet er desværre ikke kommet ud til bestyrelsen. Kasserer Toft læste det\n\nhøjt, og det blev godkendt.",
            "Helle gennemgik forretningsordenen for det nye havnelaug, som blev godkendt og\n\nunderskrevet.",
            "Bestyrelsen drøftede høringssvaret samt de mange spørgsmål, der kom ind til\n\nfællesmødet på torsdag i hallen.",
        ] {
            check(&RULE, &format!("1. Plan\n\nSagsfremstilling\n\n{line}\n\nBeslutning\n\nGodkendt.\n"));
        }
    }

    #[test]
    fn ignores_text_that_is_broken_everywhere() {
        let line = "En samlet modtagelse ventes at gøre kvaliteten bedre, når borgernes egne behov mødes med en indsats, der\n\ntager hensyn.\n\n";
        check(&RULE, &format!("1. Plan\n\nSagsfremstilling\n\n{}Beslutning\n\nGodkendt.\n", line.repeat(4)));
    }
}
