//! What ten digits are taken for, by their form, by the words in front of them and by the signs around.

mod label;
mod naming;
mod surroundings;

use super::another::is_amount_and_year;
use super::number::{Joint, Number};
use super::recogniser::numbers;
use super::signs::is_dash;
use super::table::{Columns, columns};
use label::{Label, follows_case, follows_loose, follows_own_number, is_another};
use lint::Severity;
use naming::{
    begins_file, follows_lead, follows_number_word, follows_person, is_checked_file, is_of_paper,
    is_of_person, is_of_somebodys_paper, is_of_thing, is_registered, precedes_name,
};
use surroundings::Surroundings;
use text::{TextRange, TextSize};

/// What ten digits are taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A personal number, so surely.
    Told(Severity),
    /// It may be one: nothing says that it is something else, and nothing whose it is.
    Suspected,
    /// The words or the signs around say that it is something else: a case, an account, a sum.
    Another,
}

/// The numbers of `text` that can be personal by their form, and what each is taken for; `is_opaque` tells what no reader sees
/// as words.
pub fn weighed(text: &str, is_opaque: &dyn Fn(TextRange) -> bool) -> Vec<(Number, Verdict)> {
    let days = numbers(text).filter(|number| number.is_day).collect();
    weighed_days(text, days, is_opaque)
}

/// The same of `numbers`, which are those of `text` whose first six digits are a day of the calendar.
pub(super) fn weighed_days(
    text: &str,
    mut numbers: Vec<Number>,
    is_opaque: &dyn Fn(TextRange) -> bool,
) -> Vec<(Number, Verdict)> {
    // Each part of a misread number finds the whole.
    numbers.dedup_by_key(|number| number.range);
    let beside = |at: usize| numbers.get(at).map(|number: &Number| number.range);
    let weigh = |(i, number): (usize, &Number)| {
        let around =
            Surroundings::new(text, number.range, [i.checked_sub(1).and_then(beside), beside(i + 1)]);
        let weighing = Weighing { text, number, around, is_opaque };
        (*number, weighing.of_birth(weighing.verdict()))
    };
    numbers.iter().enumerate().map(weigh).collect()
}

/// Smaller serial numbers may count what came in on a day.
const COUNTED: u16 = 100;

/// A number with what stands around it.
struct Weighing<'w> {
    text: &'w str,
    number: &'w Number,
    around: Surroundings<'w>,
    is_opaque: &'w dyn Fn(TextRange) -> bool,
}

impl Weighing<'_> {
    fn verdict(&self) -> Verdict {
        let (text, number, around) = (self.text, self.number, &self.around);
        let unlikely = self.is_like_year() || number.is_moment();
        match Label::before(text, number) {
            // "Kilde: CPR, 010124 – 1200 borgere"
            Label::Personal | Label::Near if self.is_parted() && around.is_counted() => {
                return Verdict::Told(Severity::Hint);
            }
            Label::Personal => return Verdict::Told(Severity::Error),
            Label::Phone => return told((number.joint == Joint::Hyphen).then_some(Severity::Hint)),
            // "Sagen nr010203-1234"
            Label::Other if around.glued() && number.joint == Joint::Hyphen => {
                return Verdict::Told(Severity::Hint);
            }
            // "Sagsnr. 010203-1234-24" goes on as no personal number does.
            Label::Case => {
                let whole = !unlikely && !around.is_part_of_more(number.joint);
                return told(whole.then_some(Severity::Hint));
            }
            Label::OwnCase => return Verdict::Told(Severity::Warning),
            Label::Other => return self.of_other_label(unlikely),
            // "CPR, bekendtgørelse af 23. juni 2023-2025"
            Label::Near if self.is_like_year() && number.joint == Joint::Sign => {
                return Verdict::Told(Severity::Hint);
            }
            Label::Near => return Verdict::Told(Severity::Error),
            // "Serienr. SN-010203-1234-X"
            Label::None if around.is_code() && self.is_code_of_thing() => return Verdict::Another,
            Label::None if columns(text, number.range) == Some(Columns::Perhaps) => {
                return Verdict::Told(Severity::Hint);
            }
            Label::None => {}
        }
        if around.is_part_of_more(number.joint) {
            // "Ole Bang, 010203-1234-01"
            let is_somebodys = number.joint == Joint::Hyphen && follows_person(text, number);
            return match is_somebodys {
                true => Verdict::Told(Severity::Warning),
                false if number.joint == Joint::Hyphen && around.is_counted_line() && !unlikely => {
                    Verdict::Told(Severity::Hint)
                }
                false if number.joint == Joint::Hyphen && around.is_mistyped() => Verdict::Suspected,
                false => Verdict::Another,
            };
        }
        if number.joint != Joint::Word && is_of_thing(text, number) || is_registered(text, number) {
            let is_somebodys = number.joint == Joint::Hyphen
                && (precedes_name(text, number)
                    || !unlikely && number.serial >= COUNTED && is_of_somebodys_paper(text, number));
            let whole = matches!(number.joint, Joint::Hyphen | Joint::HyphenLine)
                && (is_somebodys || !unlikely)
                || !unlikely && is_checked_file(text, number);
            // Whatever noun stands there, no list says that such things have numbers.
            return match whole {
                true => Verdict::Told(if is_somebodys { Severity::Warning } else { Severity::Hint }),
                // "Bilag 310326 (1200 kb)"
                false if is_registered(text, number) || around.is_counted() => Verdict::Another,
                // "Filen 040526-1830"
                false if number.is_only_moment(text) => Verdict::Another,
                false => Verdict::Suspected,
            };
        }
        // "190116-2022" may be a case number.
        let moment = number.is_moment() && !follows_person(text, number);
        self.of_joint(moment)
    }

    /// `verdict`, or more where the digits are a day of birth as no other number has one: "Sag 141055-2218", "141055:2218",
    /// "Ansøgning1410552218", "(141055) 2218".
    fn of_birth(&self, verdict: Verdict) -> Verdict {
        let (text, number, around) = (self.text, self.number, &self.around);
        let is_shown = !(self.is_opaque)(number.range);
        let is_glued = || is_shown && number.joint == Joint::None && around.is_glued_to_paper();
        let least =
            if verdict == Verdict::Suspected && is_glued() { Verdict::Told(Severity::Hint) } else { verdict };
        if !number.is_birth() || number.serial < COUNTED || self.is_like_year() || around.in_address() {
            return least;
        }
        let is_signed = || {
            let signs = text[number.range].trim_matches(|c: char| c.is_ascii_digit());
            matches!(signs, ":" | "/" | "_" | "·" | "--")
        };
        let is_free = || {
            let is_named = is_of_person(text, number) || follows_lead(text, number);
            is_shown
                && Label::before(text, number) == Label::None
                && !around.is_joined()
                && !is_another(text, number)
                && (is_named || around.begins_sentence())
        };
        match verdict {
            Verdict::Told(Severity::Hint)
                if is_shown
                    && number.joint == Joint::Hyphen
                    && !around.is_code()
                    && follows_case(text, number) =>
            {
                Verdict::Told(Severity::Warning)
            }
            Verdict::Told(Severity::Hint) | Verdict::Suspected
                if number.joint == Joint::Sign && is_signed() && is_free() =>
            {
                Verdict::Told(Severity::Warning)
            }
            Verdict::Suspected if is_glued() => Verdict::Told(Severity::Warning),
            Verdict::Suspected if !around.is_counted() => Verdict::Told(Severity::Hint),
            _ => verdict,
        }
    }

    /// "Konto: 010203-1234", "id 0102031234": behind some labels stands now and then the number of a person.
    fn of_other_label(&self, unlikely: bool) -> Verdict {
        let (text, number) = (self.text, self.number);
        let whole = match number.joint {
            Joint::Hyphen => true,
            Joint::None | Joint::Space => number.is_checked(text) || follows_own_number(text, number),
            _ => false,
        };
        let likely = !unlikely && number.serial >= COUNTED && !self.around.is_part_of_more(number.joint);
        told((whole && likely && follows_loose(text, number)).then_some(Severity::Hint))
    }

    /// Does the word before the letters of a code say that it is something else?
    fn is_code_of_thing(&self) -> bool {
        let start = usize::from(self.number.range.start());
        let code = self.text[..start].trim_end_matches(|c: char| c.is_alphanumeric() || c == '-').len();
        let range = TextRange::new(TextSize::try_from(code).unwrap_or_default(), self.number.range.end());
        Label::before(self.text, &Number { range, ..*self.number }) == Label::Other
    }

    /// "040526-1830.mp3", "XA-040526-1830": a day and a time of day in the name of a file or in a code.
    fn names_moment(&self) -> bool {
        let around = &self.around;
        let is_name = || around.is_code() || around.is_named_file() || begins_file(self.text, self.number);
        self.number.is_only_moment(self.text) && is_name()
    }

    fn is_like_year(&self) -> bool {
        (1900..2100).contains(&self.number.serial)
    }

    /// What it is by the signs within and around it; a `moment` is a day and an hour.
    fn of_joint(&self, moment: bool) -> Verdict {
        let (text, number, around) = (self.text, self.number, &self.around);
        let like_year = self.is_like_year();
        match number.joint {
            // "Mødet var den 070326-1400."
            Joint::Hyphen | Joint::Space if moment && around.follows_day() => Verdict::Another,
            Joint::Hyphen if moment && self.names_moment() => Verdict::Another,
            Joint::Hyphen
                if around.is_code()
                    || around.is_named_file()
                    || around.is_page()
                    || around.is_counted()
                    || moment =>
            {
                Verdict::Told(Severity::Hint)
            }
            Joint::Hyphen
                if like_year
                    || around.in_address()
                    || number.substitute
                    || begins_file(text, number) && !is_of_paper(text, number) =>
            {
                Verdict::Told(Severity::Warning)
            }
            Joint::Hyphen | Joint::Word => Verdict::Told(Severity::Error),
            Joint::HyphenLine if like_year || moment => Verdict::Told(Severity::Hint),
            Joint::HyphenLine => Verdict::Told(Severity::Warning),
            Joint::Line if !around.runs_on() || moment => Verdict::Suspected,
            Joint::Line if like_year || !is_of_person(text, number) => Verdict::Told(Severity::Hint),
            Joint::Line => Verdict::Told(Severity::Warning),
            Joint::Misread if around.is_code() => Verdict::Another,
            Joint::Misread if is_of_person(text, number) => Verdict::Told(Severity::Warning),
            Joint::Misread => Verdict::Told(Severity::Hint),
            Joint::Space if moment && around.follows_clock() => Verdict::Another,
            Joint::Space | Joint::None if moment => Verdict::Suspected,
            Joint::Space | Joint::None => self.of_bare(),
            Joint::Sign if is_of_paper(text, number) && !like_year && !moment => {
                Verdict::Told(Severity::Warning)
            }
            Joint::Sign if around.is_code() => Verdict::Another,
            Joint::Sign if like_year || moment || around.is_joined() => Verdict::Suspected,
            Joint::Sign if around.is_named_file() => Verdict::Suspected,
            Joint::Sign if is_another(text, number) && !is_of_person(text, number) => Verdict::Suspected,
            Joint::Sign => self.of_bare(),
            // "Bilag 310326 (1200 kb)"
            Joint::Other if around.is_counted() => Verdict::Another,
            // "| 120324 | 1500 |"
            Joint::Other
                if (number.is_only_moment(text) || like_year) && text[number.range].contains('|') =>
            {
                Verdict::Another
            }
            Joint::Other => Verdict::Suspected,
        }
    }

    /// Are the last four digits parted from the day, and not by a space alone: "010203 - 1234", "010203:1234"? Then the
    /// number is none of a row of figures.
    fn is_parted(&self) -> bool {
        let mut signs =
            self.text[self.number.range].chars().filter(|c| !c.is_numeric() && !c.is_whitespace());
        match self.number.joint {
            Joint::Space => signs.any(is_dash),
            Joint::Sign | Joint::None => signs.next().is_some(),
            _ => false,
        }
    }

    /// What ten digits without a hyphen are.
    fn of_bare(&self) -> Verdict {
        let (text, number, around) = (self.text, self.number, &self.around);
        if around.is_code() || around.is_counted() {
            return Verdict::Another;
        }
        if around.in_address() || around.is_scanned() {
            return Verdict::Suspected;
        }
        // Production units are numbered from 1001000000 on.
        let like_unit = number.joint == Joint::None && text[number.range].starts_with("10");
        let paper = is_of_paper(text, number) || around.is_mailbox();
        let person = paper
            || is_of_person(text, number)
            || precedes_name(text, number)
            || self.is_parted() && (follows_lead(text, number) || follows_number_word(text, number));
        if number.substitute && !person {
            return Verdict::Suspected;
        }
        // "Ole Holm\t010203\t1234" may be a day and a sum.
        let in_two_cells = text[number.range].contains(['\t', '|']);
        let opaque = (self.is_opaque)(number.range) && !paper;
        let unsure = (self.is_like_year() && !paper) || like_unit || in_two_cells || opaque || !person;
        Verdict::Told(if unsure { Severity::Hint } else { Severity::Warning })
    }
}

/// Is `range` of `text`, which holds ten digits in whatever groups, surely something else by its form or by what stands around: an
/// amount and its year, a sum, the number of a case, a part of a longer one?
pub(super) fn is_surely_another(text: &str, range: TextRange) -> bool {
    let number = Number { range, joint: Joint::Other, serial: 0, is_day: true, substitute: false, year: 0 };
    let around = Surroundings::new(text, range, [None, None]);
    is_amount_and_year(&text[range])
        || matches!(Label::before(text, &number), Label::Phone | Label::Case | Label::Other)
        || around.is_counted()
        || around.is_code()
        || around.is_part_of_more(Joint::Other)
}

/// Does `range` of `text` stand in an address of the web, where ten digits may be anything?
pub(super) fn in_address(text: &str, range: TextRange) -> bool {
    Surroundings::new(text, range, [None, None]).in_address()
}

/// Told as severe as that, or taken for something else.
fn told(severity: Option<Severity>) -> Verdict {
    severity.map_or(Verdict::Another, Verdict::Told)
}
