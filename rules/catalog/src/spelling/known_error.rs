//! `spelling/known-error`: words that are wrong in any text, from a maintained list.

use std::sync::LazyLock;

use super::unknown_word::begins_sentence;
use danish::clauses::Sentence;
use danish::letters::fold;
use danish::lexicon::{Readings, readings, readings_of_compound};
use danish::tokens::{Classes, tokens};
use lint::lexicon::{Kind, WrongWord};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::lines::floor_boundary;
use text::{TextRange, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "spelling/known-error",
    summary: Text {
        da: "Ord og vendinger, der er forkerte i enhver tekst",
        en: "Words and phrases that are wrong in any text",
    },
    why: Text {
        da: "Listen rummer kun former, der ikke kan stå i en rigtig sætning. Et referat er et offentligt dokument, og en \
             slåfejl flytter læserens øje fra sagen til fejlen.",
        en: "The list holds only forms that cannot stand in a correct sentence. Minutes are a public document, and a \
             slip moves the reader's eye from the case to the slip.",
    },
    source: "Retskrivningsordbogen",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDer bliver fuldt op på sagen i \
                 maj.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDer bliver fulgt op på sagen i \
                maj.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for word in view.wrong_words() {
        let own = !matches!(word.wrong.kind, Kind::Abbreviation | Kind::Compound);
        // A line of its own is a misspelt heading, which another rule reports.
        let alone = view.line_of(word.range).is_some_and(|line| {
            view.text[line].trim_end_matches([':', '.']).len() == usize::from(word.range.len())
        }) && !word.rights(view.text).iter().any(|right| is_outcome(right));
        let goes_on = || word.wrong.alone && may_go_on(view, word.range);
        if own
            && !alone
            && !goes_on()
            && !is_historic(view, word)
            && !is_right_behind(view, word)
            && !is_in_name(view, word)
            && !is_in_code(view, word.range)
            && !is_shell(view, word.range)
        {
            report(view, word, findings);
        }
    }
}

/// "Godkendt": a participle, which says what came out of an item, and heads nothing.
fn is_outcome(word: &str) -> bool {
    let found = readings(&fold(word));
    found.any(Readings::PARTICIPLE) && !found.any(Readings::NOUN)
}

/// "Forvaltningen følger fuldt op på planen": does a word stand before it in its clause with which it is right?
fn is_right_behind(view: &PartView<'_>, word: &WrongWord) -> bool {
    const LOOK: usize = 80;
    if word.wrong.unless.is_empty() {
        return false;
    }
    let end = usize::from(word.range.start());
    let near = &view.text[floor_boundary(view.text, end.saturating_sub(LOOK))..end];
    let clause = near.rsplit(['.', ',', ';', ':', '!', '?', '(']).next().unwrap_or(near);
    let clause = clause.rsplit("\n\n").next().unwrap_or(clause);
    let mut words = clause.split(|c: char| !c.is_alphabetic());
    words.any(|before| word.wrong.unless.iter().any(|own| *own == before.to_lowercase()))
}

/// What is certainly no noun.
const FUNCTION: Classes = Classes::AT
    .or(Classes::MODAL)
    .or(Classes::ADVERB)
    .or(Classes::AUXILIARY)
    .or(Classes::RELATIVE)
    .or(Classes::PREPOSITION)
    .or(Classes::BEFORE_NOUN)
    .or(Classes::SUBORDINATOR)
    .or(Classes::CONJUNCTION)
    .or(Classes::PRONOUN);

/// Can the word behind `found` be the rest of a compound: "en projekt leder"? Only function words and plain verbs
/// certainly are none.
fn may_go_on(view: &PartView<'_>, found: TextRange) -> bool {
    const LOOK: usize = 60;
    let end = usize::from(found.end());
    let near = &view.text[end..floor_boundary(view.text, (end + LOOK).min(view.text.len()))];
    let next = tokens(near, range(0, near.len())).into_iter().next();
    let Some(next) = next.filter(|next| next.is_spaced() && next.is_small()) else { return false };
    let word = &near[next.range()];
    !next.classes.any(FUNCTION) && !is_plain(readings_of_compound(word))
}

/// Is a word a verb and nothing else, and no participle, which may be a noun ("en ansat")?
fn is_plain(found: Readings) -> bool {
    !found.is_none() && found.only(Readings::VERB | Readings::OTHER) && !found.any(Readings::PARTICIPLE)
}

/// "Foreningen Iøvrigt" and "Idag ApS": a capital that no sentence asks for makes a name, and so does a word of
/// companies behind.
fn is_in_name(view: &PartView<'_>, word: &WrongWord) -> bool {
    const COMPANIES: [&str; 7] = ["ApS", "A/S", "I/S", "K/S", "IVS", "P/S", "a.m.b.a"];
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    if is_alone_in_capitals(view, word.range) {
        return true;
    }
    if !capital(&view.text[word.range]) || capital(&word.wrong.form) {
        return false;
    }
    let after = view.text[word.range.end().into()..].trim_start_matches(is_space);
    // "Ikke tilstede:" begins a line of the head, whatever the line before ends in.
    let begins_line = word.wrong.form.contains(' ')
        && view.line_of(word.range).is_some_and(|line| line.start() == word.range.start());
    !begins_line && !begins_sentence(view, word.range) && !is_body_misspelt(view, word)
        || COMPANIES.iter().any(|company| after.starts_with(company))
}

/// "Mødet i Bestyrelen", "Skovby Kommmune": a body is written with a capital by many, and no name is made of it by a slip.
fn is_body_misspelt(view: &PartView<'_>, word: &WrongWord) -> bool {
    let rights = word.rights(view.text);
    !rights.is_empty() && rights.iter().all(|right| is_of_body(right))
}

/// Is it such a body, with its capital inside a sentence?
fn is_body_inside(view: &PartView<'_>, word: &WrongWord) -> bool {
    view.text[word.range].starts_with(char::is_uppercase)
        && !begins_sentence(view, word.range)
        && is_body_misspelt(view, word)
}

/// "Bestyrelsen", "Kommune"
fn is_of_body(word: &str) -> bool {
    let lower = fold(word);
    !lower.contains(' ') && CAPITALS.iter().any(|body| lower.ends_with(body.as_str()))
}

/// How words end for bodies that many write with a capital inside a sentence.
static CAPITALS: LazyLock<Vec<String>> = LazyLock::new(|| {
    #[derive(serde::Deserialize)]
    struct File {
        capitals: Vec<String>,
    }
    let file: File = data::read("bodies");
    file.capitals
});

/// "IDAG er en funktion": capitals in a sentence without them make a name.
fn is_alone_in_capitals(view: &PartView<'_>, found: TextRange) -> bool {
    let capitals =
        |word: &str| word.chars().all(|c| !c.is_lowercase()) && word.chars().any(char::is_uppercase);
    let others = || {
        let line = view.line_of(found).map_or("", |line| &view.text[line]);
        let all = line.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
        all.filter(|word| !capitals(word) && word.chars().any(char::is_alphabetic)).count()
    };
    capitals(&view.text[found]) && others() > 0
}

/// "/data/hvadsomhelst.iso": a part of a path or the name of a file.
fn is_in_code(view: &PartView<'_>, found: TextRange) -> bool {
    // "`/`navn`.iso`": what is glued to code is part of it.
    let sign = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '\\' | '_' | '`'));
    let after = &view.text[found.end().into()..];
    let file = after.strip_prefix('.').is_some_and(|end| end.starts_with(|c: char| c.is_ascii_lowercase()));
    sign(view.char_before(found.start().into())) || sign(after.chars().next()) || file
}

/// "Bygningens skal har revner": the noun, and no modal verb.
fn is_shell(view: &PartView<'_>, found: TextRange) -> bool {
    view.text[found].get(..4).is_some_and(|first| first.eq_ignore_ascii_case("skal")) && {
        let (sentence, at) = sentence_at(view, found);
        at.is_some_and(|at| sentence.is_shell(at))
    }
}

/// The words up to the end of `found` as far as they are near, and the place of its first.
fn sentence_at<'t>(view: &PartView<'t>, found: TextRange) -> (Sentence<'t>, Option<usize>) {
    const LOOK: usize = 40;
    let from = floor_boundary(view.text, usize::from(found.start()).saturating_sub(LOOK));
    let sentence = Sentence::new(view.text, range(from, found.end().into()));
    let starts = |at: &usize| sentence.token(*at).is_some_and(|token| token.range().start() == found.start());
    let at = (0..sentence.len()).find(starts);
    (sentence, at)
}

/// "Idag Fjordby": a capital behind may make a name of both.
fn may_be_name(view: &PartView<'_>, found: TextRange) -> bool {
    let after = view.text[usize::from(found.end())..].trim_start_matches(is_space);
    view.text[found].starts_with(char::is_uppercase) && after.starts_with(char::is_uppercase)
}

/// Is an old name told of the time when it was the name?
fn is_historic(view: &PartView<'_>, word: &WrongWord) -> bool {
    let Some(since) = word.wrong.since else { return false };
    // The year may stand on another line of the paragraph.
    let near = view.near(TextRange::up_to(text::size(view.text)), word.range);
    let at = usize::from(word.range.start() - near.start());
    let (before, after) = view.text[near].split_at(at);
    let start = before.rfind("\n\n").map_or(0, |end| end + 2);
    let paragraph = &view.text[near][start..after.find("\n\n").map_or(view.text[near].len(), |end| at + end)];
    let years = paragraph.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    years.filter_map(|digits| digits.parse().ok()).any(|year: i16| (1000..since).contains(&year))
}

fn report(view: &PartView<'_>, word: &WrongWord, findings: &mut Findings) {
    let rights = word.rights(view.text);
    let mut report = findings.report(word.range, note(&view.text[word.range], &rights, word));
    // The name of a body is its own affair, and only the writer sees whether a noun follows.
    let doubtful = word.wrong.alone
        || is_body_inside(view, word)
        || word.wrong.doubtful
        || word.wrong.kind == Kind::Name
        || is_article_pair(&word.wrong.form)
        || may_close_clause(view, word.range);
    let certain = rights.len() == 1 && !doubtful && !may_be_name(view, word.range);
    if word.wrong.since.is_some() {
        report = report.at_most(Severity::Info);
    }
    for right in rights {
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        let edit = Edit::respell(view.text, word.range, &right);
        report = if certain { report.safe_fix(title, edit) } else { report.unsafe_fix(title, edit) };
    }
}

/// "Dem der vil bliver skrevet op", "det vi kan sker i maj": a clause without its comma may end at the modal verb that the two
/// words begin with.
fn may_close_clause(view: &PartView<'_>, found: TextRange) -> bool {
    let subject = Classes::RELATIVE.or(Classes::PRONOUN).or(Classes::THE_PLURAL);
    let (sentence, at) = sentence_at(view, found);
    at.is_some_and(|at| sentence.is(at, Classes::MODAL) && at > 1 && sentence.is(at - 1, subject))
}

/// "en antal": whether the article or the noun is wrong, and what follows, is for the writer to see.
fn is_article_pair(form: &str) -> bool {
    let mut words = form.split(' ');
    matches!(words.next(), Some("en" | "et")) && words.next().is_some() && words.next().is_none()
}

fn note(found: &str, rights: &[String], word: &WrongWord) -> Note {
    let quoted: Vec<String> = rights.iter().map(|right| format!("\"{right}\"")).collect();
    let mut da = format!("\"{found}\" skal være {}", quoted.join(" eller "));
    let mut en = format!("\"{found}\" should be {}", quoted.join(" or "));
    if let Some(why) = &word.wrong.why {
        da = format!("{da}: {}", why.da.trim_end_matches('.'));
        en = format!("{en}: {}", why.en.trim_end_matches('.'));
    }
    Note::new(da, en)
}

#[cfg(test)]
mod tests;
