//! What one line says for and against being the heading of an item, and about the lines around it.

mod kinds;

pub use self::kinds::{Sign, Signs};
use super::heading_words;
use std::cell::OnceCell;

use super::class::Class;
use super::contents;
use super::decided;
use super::kind::LONGEST_TITLE;
use super::mark::{Mark, MarkKind};
use super::numbered::{NumberForm, Numbered};
use super::title::{self, Title};
use danish::letters::{small, with_small};
use text::{is_space, range_of};

/// Longer titles are told as such, in letters.
const LONG: usize = 130;
const VERY_LONG: usize = 250;
/// A line so long may have been broken in its sentence, in letters.
const BROKEN: usize = 55;
const UNBROKEN: usize = 125;
/// A lead-in without a sign at its end is of no more words: "Teknik- og Miljøforvaltningen indstiller".
const MOST_OF_LEAD: usize = 6;
/// No line that matters for its beginning is longer, in bytes.
const LONGEST: usize = 200;
/// "Konklusion" and the like are no longer where no colon ends them, in bytes.
const SHORT_LABEL: usize = 26;
/// A label with its text behind it is no longer, in bytes.
const LABEL: usize = 120;
/// "Evt." is no longer, in bytes.
const SHORT_LAST: usize = 5;
/// At most this many bytes of a title are looked at for its words.
const LOOKED_AT: usize = 160;

/// A line and, once somebody asks, its small letters, whose bytes have the same places.
struct Folded<'l> {
    line: &'l str,
    small: OnceCell<String>,
}

impl<'l> Folded<'l> {
    fn new(line: &'l str) -> Self {
        Self { line, small: OnceCell::new() }
    }

    /// `part` of the line in small letters.
    fn of(&self, part: &str) -> &str {
        &self.small.get_or_init(|| small(self.line))[range_of(self.line, part)]
    }
}

/// What a line says that begins with a number, and the key of its title.
pub(super) fn of_numbered(line: &str, numbered: &Numbered, class: &Class) -> (Signs, u32) {
    let written = &line[numbered.title.clone()];
    let title = title::read(written);
    let words = title::untimed(&written[title.range.clone()]);
    let whole = Folded::new(line);
    let folded = whole.of(head(words));
    let known = heading_words::words();
    let mut signs = Signs::default();
    let is_known = words.len() < 100 && known.known.begin(folded);
    signs.set(Sign::KnownTitle, is_known);
    signs.set(Sign::UsualFirstWord, !is_known && known.usual.begin(folded));
    signs.set(Sign::Capital, words.starts_with(|c: char| c.is_uppercase() || "\"'§»”“’‘".contains(c)));
    signs.set(Sign::SmallLetter, words.starts_with(char::is_lowercase));
    signs.set(Sign::AtPoint, folded.starts_with("at ") || folded == "at");
    let counts = known.counted.begin(folded) || begins_with_figure(folded) || is_account(written);
    signs.set(Sign::DateOrAmount, counts);
    signs.set(Sign::CommaEnd, words.ends_with([',', ';']));
    of_sentence(&mut signs, written, &title, &whole);
    let letters = words.chars().count();
    signs.set(Sign::VeryLong, letters > VERY_LONG);
    signs.set(Sign::Long, letters > LONG && letters <= VERY_LONG);
    signs.set(Sign::OpenMark, title.closed.is_some());
    signs.set(Sign::Colon, written.ends_with(':'));
    let table = line.contains('\t') || line.trim_start_matches(is_space).starts_with('|');
    signs.set(Sign::Figures, table && holds_figures(line));
    signs.set(Sign::Glued, numbered.glued);
    let entry = *class == Class::ContentsEntry && numbered.numbering.form != NumberForm::Row;
    let run_on =
        || numbered.numbering.value == 1 && !contents::run_on(&line[numbered.number.start..]).is_empty();
    signs.set(Sign::ContentsLine, entry || run_on());
    signs.set(Sign::BigNumber, numbered.numbering.value > 999 || numbered.numbering.value == 0);
    signs.set(Sign::GoesOn, title::goes_on(words));
    signs.set(Sign::NoTitle, !words.contains(char::is_alphabetic));
    around(&mut signs, line, &whole, class);
    signs.set(Sign::Agenda, false);
    signs.set(Sign::LeadsList, false);
    (signs, title::key(words))
}

/// The beginning of `words`, as far as it is looked at.
fn head(words: &str) -> &str {
    &words[..text::lines::floor_boundary(words, LOOKED_AT)]
}

fn of_sentence(signs: &mut Signs, written: &str, title: &Title, whole: &Folded<'_>) {
    let known = heading_words::words();
    let words = &written[title.range.clone()];
    let stopped = written.ends_with('.');
    let many = words.split(is_space).nth(3).is_some();
    let tail = &written[text::lines::floor_boundary(written, written.len().saturating_sub(12))..];
    let sentence = stopped && many && !title.text_behind && !known.end_in_abbreviation(whole.of(tail));
    signs.set(Sign::Sentence, sentence);
    let few = words.split(is_space).nth(4).is_none();
    signs.set(Sign::Outcome, (stopped || few) && known.say_outcome(whole.of(head(words))));
}

/// "12,5 mio.", "-4.000": a figure behind the number.
fn begins_with_figure(words: &str) -> bool {
    let rest = words.strip_prefix('-').unwrap_or(words);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &rest[digits..];
    digits > 0 && rest.starts_with(['.', ',', '-']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
}

/// "Syd: 41.000 kr.", an account of what somebody gets.
fn is_account(words: &str) -> bool {
    let Some((_, behind)) = words.trim_end_matches(is_space).rsplit_once(": ") else { return false };
    behind.starts_with(|c: char| c.is_ascii_digit()) && behind.ends_with(['.', 'r', '%']) && is_figure(behind)
}

/// Is a row one of figures: two cells of them, or three where the first is the number of the row?
fn holds_figures(line: &str) -> bool {
    let line = line.trim_matches(|c| is_space(c) && c != '\t');
    let sign = if line.starts_with('|') { '|' } else { '\t' };
    let cells =
        line.trim_matches(sign).split(sign).map(|cell| cell.trim_matches(|c| is_space(c) || c == '*'));
    let n = cells.clone().filter(|cell| is_figure(cell)).count();
    let numbered = cells.clone().next().is_some_and(|cell| is_figure(cell.trim_end_matches('.')));
    n >= if numbered { 3 } else { 2 }
}

fn is_figure(cell: &str) -> bool {
    let cell = cell
        .trim_end_matches('%')
        .trim_end_matches("kr.")
        .trim_end_matches("mio.")
        .trim_end_matches(is_space);
    let digits = cell.strip_prefix(['-', '+', '–']).unwrap_or(cell);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// What a line without a number says; `words` are its words without marks.
pub(super) fn of_line(line: &str, words: &str, mark: &Mark, class: &Class) -> (Signs, u32) {
    let mut signs = Signs::default();
    let whole = Folded::new(words);
    around(&mut signs, words, &whole, class);
    let listed = mark.heading == 0 && mark.kind.is_list();
    // The stop of "Evt." ends no sentence.
    let short = words.len() <= SHORT_LAST && title::is_last(words);
    let stopped = words.ends_with(['.', ',', ';']) && !short && !title::shouts(words);
    let bullet = mark.heading == 0 && mark.kind == MarkKind::Bullet;
    if *class == Class::Text && (!listed || bullet) {
        inside(&mut signs, words, &whole, bullet);
    }
    let entry = contents::entry(line.trim_end_matches(is_space));
    let begins = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"'§»”".contains(c));
    let plain = !stopped && !listed && begins && words.len() <= LONGEST;
    let title = entry.as_ref().map_or(words, |entry| entry.title);
    signs.set(Sign::SmallLetter, words.starts_with(char::is_lowercase));
    signs.set(Sign::TitleLike, plain && entry.is_none() && !words.ends_with(':') && *class == Class::Text);
    let entry_of_list = mark.kind == MarkKind::Bullet && *class != Class::At;
    let title_stopped = stopped && !listed && !signs.has(Sign::SaysOutcome) && title::is_stopped(words);
    if (plain || entry_of_list || title_stopped) && words.len() < LONGEST_TITLE {
        signs.set(Sign::KnownTitle, heading_words::words().known.begin(whole.of(words)));
    }
    (signs, if plain { title::key(title) } else { 0 })
}

/// What a line says inside an item; one of a list labels nothing.
fn inside(signs: &mut Signs, words: &str, whole: &Folded<'_>, listed: bool) {
    let words = words.trim_start_matches(['*', '_']);
    // "> **Beslutning:** Udsat."
    let said = decided::behind_arrow(words);
    if !decided::begins_sentence(said) {
        return;
    }
    signs.set(Sign::SaysOutcome, decided::says_outcome(said));
    let label = &said[..text::lines::floor_boundary(said, LABEL)];
    if listed || said.len() > SHORT_LABEL && !label.contains([':', '*']) {
        return;
    }
    let folded = whole.of(said);
    signs.set(Sign::LabelsDecision, heading_words::words().label_decision(folded, decided::names_decision));
    signs.set(Sign::LabelsRecommendation, heading_words::words().label_recommendation(folded));
}

/// Does `line` begin with the label of a decision or of a recommendation, with its text behind it?
pub(super) fn labels_section(line: &str) -> bool {
    let known = heading_words::words();
    line.len() <= LABEL
        && with_small(line, |line| {
            known.label_decision(line, decided::names_decision) || known.label_recommendation(line)
        })
}

/// The spaces in `words`, a line of no more than [`LONGEST`] bytes.
fn n_spaces(words: &str) -> usize {
    let bytes = words.as_bytes();
    // Only these begin a space of more than one byte, and few lines hold one of them.
    let odd = |byte: u8| (byte == 0xc2) | (byte == 0xe2) | (byte == 0xef);
    if bytes.iter().fold(false, |found, byte| found | odd(*byte)) {
        return words.chars().filter(|c| is_space(*c)).count();
    }
    // A byte is room enough to count them, and many are added at once.
    usize::from(bytes.iter().fold(0_u8, |n, byte| n + u8::from((*byte == b' ') | (*byte == b'\t'))))
}

/// Does a line end in a word that a number belongs to: "som nævnt under punkt"?
pub fn leads_number(words: &str) -> bool {
    let own = &heading_words::words().unfinished;
    let Some(&last) = words.as_bytes().last() else { return false };
    let tail = &words[text::lines::floor_boundary(words, words.len().saturating_sub(8))..];
    own.may_end(last) && with_small(tail, |tail| own.end(tail))
}

/// What a line says about those below it.
fn around(signs: &mut Signs, words: &str, whole: &Folded<'_>, class: &Class) {
    let words = words.trim_matches(is_space);
    let Some(last) = words.bytes().last() else { return };
    signs.set(Sign::ContentsLine, *class == Class::ContentsEntry);
    let known = heading_words::words();
    // Nobody breaks lines so far out, and "********" is a rule.
    let rule = words.as_bytes()[0] == last && !last.is_ascii_alphanumeric();
    let broken = words.len() >= BROKEN
        && !rule
        // Columns that spaces set apart.
        && !words.contains("    ")
        && !words.ends_with(['.', ':', '!', '?', '…', ')', '”'])
        && (BROKEN..=UNBROKEN).contains(&words.chars().take(UNBROKEN + 1).count());
    signs.set(Sign::Unfinished, broken || last != b':' && leads_number(words));
    if words.len() > LONGEST {
        return;
    }
    let n_words = 1 + n_spaces(words);
    signs.set(Sign::Short, n_words < 4);
    // "Forvaltningen indstiller" over its points.
    let ends_in_verb = matches!(last, b'r' | b's')
        && (2..=MOST_OF_LEAD).contains(&n_words)
        && known.lead_in.iter().any(|verb| words.as_bytes().ends_with(verb.needle()));
    if last == b':' || last == b',' || last == b';' || last == b't' || ends_in_verb {
        let lead = n_words <= 14
            && words.starts_with(char::is_uppercase)
            && (last != b't' || heading_words::ends_in_word(words, "at"))
            && known.lead_in.iter().any(|verb| verb.find(words.as_bytes()).is_some())
            && !words.ends_with("dagsorden:");
        signs.set(Sign::LeadIn, lead);
    }
    let folded = whole.of(words.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let of_head = matches!(class, Class::Label(_)) || known.head.begin(folded);
    signs.set(Sign::OfHead, of_head);
    let leads = last == b':' || words.ends_with(" nemlig") || words.ends_with(" følgende");
    // "Mødet indkaldes med denne dagsorden:" is no label.
    signs.set(Sign::LeadsList, leads && n_words > 1 && (!of_head || n_words > 4));
    let agenda = known.agenda.begin(folded)
        || known.agenda_holds.iter().any(|word| word.find(folded.as_bytes()).is_some());
    signs.set(Sign::Agenda, agenda);
    signs.set(Sign::HeadsContents, title::heads_contents(words));
    signs.set(Sign::Subparagraph, folded.starts_with("stk."));
    signs.set(Sign::CaseNumber, *class == Class::CaseNumber || super::case_number::is_shaped(words));
}
