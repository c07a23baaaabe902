//! `dates/format`: a date that is written wrongly, or as Danish prose does not write it.
//!
//! What a template prints is the style's: nothing is said of the head but of dates with "den" or "d.", nor of decisions'
//! headings, and dates in digits with stops or hyphens are in use everywhere. Mixing them with written dates was tried as a hint and dropped: two
//! documents of three do it. Mixing "den" and "d." is a hint, once in an item.

mod glued;
mod labels;
mod names;

use super::joined_before;
use danish::date::{DateForm, DateMention, Intro, IntroForm, weekday_from, write_long};
use danish::lexicon::{Readings, readings_of_compound};
use lint::{Applicability, Check, Example, Findings, Fixes, Habit, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::{TextRange, TextSize, is_space};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "dates/format",
    summary: Text { da: "Datoen er skrevet forkert", en: "The date is written wrongly" },
    why: Text {
        da: "Dagen i en dato er et ordenstal og skrives med punktum, måneden skrives med lille, og \"d.\" er en \
             forkortelse. Former som 07/06/2022 kan læses på to måder og hører ikke hjemme i løbende tekst.",
        en: "The day of a date is an ordinal and takes a period, the month takes a lowercase letter, and \"d.\" is an \
             abbreviation. Forms like 07/06/2022 can be read in two ways and do not belong in running text.",
    },
    source: "Retskrivningsordbogen § 42",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Høring\n\nSagsfremstilling\n\nForslaget blev sendt til skolerne den 4 \
                 marts 2022 sammen med et brev.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Høring\n\nSagsfremstilling\n\nForslaget blev sendt til skolerne den 4. \
                marts 2022 sammen med et brev.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for mention in view.dates() {
        match mention.form {
            DateForm::Written => written(view, mention, findings),
            DateForm::Iso | DateForm::Slashed => foreign(view, mention, findings),
            _ => {}
        }
        dem_for_den(view, mention, findings);
        bare_d(view, mention, findings);
    }
    introductions(view, findings);
    glued::glued_year(view, findings);
    glued::glued_month(view, findings);
    glued::glued_day(view, findings);
    names::check(view, findings);
}

/// Is the date a template's, or in words that are somebody else's: a quotation, the name of a file or attachment?
fn is_set_apart(view: &PartView<'_>, mention: &DateMention) -> bool {
    let range = mention.range;
    let printed = match view.item {
        None => !view.is_running_text(range),
        Some(item) => item.section_at(range.start()).is_some_and(|own| own.heading.contains_range(range)),
    };
    printed || view.lists_attachments(range) || view.is_quoted(range) || view.is_opaque(range)
}

/// The faults of a written date: "d 24. august", "4 november", "4. November", "4.november".
fn written(view: &PartView<'_>, mention: &DateMention, findings: &mut Findings) {
    let mut edits = Vec::new();
    let mut fault = None;
    if let Some(intro) = mention.intro.filter(|intro| intro.form == IntroForm::DWithoutStop) {
        edits.push(Edit::insert(intro.range.end(), "."));
        fault.get_or_insert(D_NEEDS_STOP);
    }
    if let Some(intro) = glued_intro(mention) {
        edits.push(Edit::insert(intro.range.end(), " "));
        fault.get_or_insert(SPACE_IS_MISSING_BEHIND_D);
    }
    let own_month = mention.month_range.start() >= mention.day_range.end()
        && mention.range.contains_range(mention.month_range);
    if own_month && mention.ordinal_stop.is_none() {
        // The period of the day before it is wanted as well, and stands first in the text.
        edits.extend(day_before(view, mention).map(|day| Edit::insert(day.end(), ".")));
        edits.push(Edit::insert(mention.day_range.end(), "."));
        fault.get_or_insert(DAY_NEEDS_STOP);
    }
    // "Januar: 2. Februar: 0." counts things by the month.
    let heads = view.text[mention.range.end().into()..].starts_with(':');
    if own_month && mention.month_capital && !heads && !is_name(view, mention) {
        let small = view.text[mention.month_range].to_lowercase();
        edits.push(Edit::replace(mention.month_range, small));
        fault.get_or_insert(MONTH_IS_SMALL);
    }
    if own_month && mention.ordinal_stop.is_some_and(|stop| stop.end() == mention.month_range.start()) {
        edits.push(Edit::insert(mention.month_range.start(), " "));
        fault.get_or_insert(SPACE_IS_MISSING);
    }
    // "30. aug 2022" is what programs print.
    if own_month
        && names::lacks_stop(&view.text[mention.month_range])
        && (mention.year.is_none() || fault.is_some())
    {
        edits.push(Edit::insert(mention.month_range.end(), "."));
        fault.get_or_insert(MONTH_NEEDS_STOP);
    }
    let typed = view.item.is_none() && is_typed(view, mention);
    if let Some(fault) = fault.filter(|_| typed || !is_set_apart(view, mention)) {
        let joined = mention.ordinal_stop.is_none() && is_joined(view, mention);
        let fix = if numbers_meeting(view, mention) || joined && day_before(view, mention).is_none() {
            Applicability::Unsafe
        } else {
            Applicability::Safe
        };
        let report = findings.report(mention.range, fault.note).fix(fault.remedy, fix, edits);
        // Many a template prints the head, and the secretary is not who wrote it.
        if view.item.is_none() && !view.is_running_text(mention.range) {
            report.at_most(Severity::Info);
        }
    }
}

/// "afleveret d 27/2-2018": a date in digits lacks the stop of "d." as one in words may.
fn bare_d(view: &PartView<'_>, mention: &DateMention, findings: &mut Findings) {
    // "tirsdag d 9/1 2018" in the head is nobody's template.
    let typed = view.item.is_none() && mention.weekday.is_some() && is_typed(view, mention);
    let told = typed || !is_set_apart(view, mention) && view.is_running_text(mention.range);
    if mention.form == DateForm::Written || !told {
        return;
    }
    // "d.1/11".
    if let Some(intro) = glued_intro(mention) {
        findings
            .report(intro.range, SPACE_IS_MISSING_BEHIND_D.note)
            .safe_fix(SPACE_IS_MISSING_BEHIND_D.remedy, Edit::insert(intro.range.end(), " "));
    }
    let intro = mention.intro.filter(|intro| intro.form == IntroForm::DWithoutStop);
    let Some(intro) = intro else { return };
    findings
        .report(intro.range, D_NEEDS_STOP.note)
        .safe_fix(D_NEEDS_STOP.remedy, Edit::insert(intro.range.end(), "."));
}

/// "bestyrelsesmødet dem 21.9.2015": no one is meant between a meeting or a weekday and its date.
fn dem_for_den(view: &PartView<'_>, mention: &DateMention, findings: &mut Findings) {
    let before = &view.text[..mention.range.start().into()];
    let Some(rest) = before.strip_suffix(" dem ") else { return };
    let last = rest.rsplit(is_space).next().unwrap_or_default();
    let named = weekday_from(last).is_some()
        || ["møde", "mødet", "forsamling", "forsamlingen"].iter().any(|end| last.ends_with(end));
    let start = mention.range.start() - TextSize::of("dem ");
    let dem = TextRange::new(start, start + TextSize::of("dem"));
    if named && !view.is_quoted(dem) && !view.is_opaque(dem) {
        findings
            .report(dem, DEM_FOR_DEN)
            .safe_fix(Text { da: "Skriv \"den\"", en: "Write \"den\"" }, Edit::replace(dem, "den"));
    }
}

const DEM_FOR_DEN: Text =
    Text { da: "Foran en dato står \"den\", ikke \"dem\"", en: "Before a date stands \"den\", not \"dem\"" };

/// "d.13. juni": the word before the day, where nothing parts the two.
fn glued_intro(mention: &DateMention) -> Option<Intro> {
    mention
        .intro
        .filter(|intro| intro.form == IntroForm::DWithStop && intro.range.end() == mention.day_range.start())
}

/// "afholdt d. 7 februar 2022": in the head no template prints a date like this behind "d." or "den", for the words of a sentence
/// stand around it; nor "d" without its period.
fn is_typed(view: &PartView<'_>, mention: &DateMention) -> bool {
    mention.intro.is_some() && !view.is_quoted(mention.range) && !view.is_opaque(mention.range)
}

/// "Møde 4 april 2022": the fourth meeting, or the fourth of April.
fn numbers_meeting(view: &PartView<'_>, mention: &DateMention) -> bool {
    let before = view.text[..mention.range.start().into()].trim_end_matches(is_space);
    let word = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    mention.intro.is_none() && mention.ordinal_stop.is_none() && word.to_lowercase().ends_with("møde")
}

/// Does a sign or "og" join something written in digits to the day: "den 7-8 august", "kl. 7-8 august"?
fn is_joined(view: &PartView<'_>, mention: &DateMention) -> bool {
    joined_before(&view.text[..mention.day_range.start().into()])
        .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// The digits of the day before this one, in the same month and without its period, where "den", "d." or the name of a day
/// stands before the two: "den 7-8 august", "fredag 7 og 8 august".
fn day_before(view: &PartView<'_>, mention: &DateMention) -> Option<TextRange> {
    let rest = joined_before(&view.text[..mention.day_range.start().into()])?;
    let words = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    let day: u8 = rest[words.len()..].parse().ok()?;
    let before = words.trim_end_matches(is_space);
    let last = before.rsplit(is_space).next().unwrap_or_default().to_lowercase();
    let led = matches!(&*last, "den" | "d.") || weekday_from(&last).is_some();
    (led && before.len() < words.len() && day < mention.day)
        .then(|| TextRange::new(TextSize::of(words), TextSize::of(rest)))
}

/// What is wrong with a written date, and what the fix does.
#[derive(Clone, Copy)]
struct Fault {
    note: Text,
    remedy: Text,
}

const D_NEEDS_STOP: Fault = Fault {
    note: Text {
        da: "\"d.\" er en forkortelse og skrives med punktum foran datoen",
        en: "\"d.\" is an abbreviation and takes a period before the date",
    },
    remedy: Text { da: "Skriv \"d.\"", en: "Write \"d.\"" },
};

const DAY_NEEDS_STOP: Fault = Fault {
    note: Text {
        da: "Dagen i en dato er et ordenstal og skrives med punktum",
        en: "The day of a date is an ordinal and takes a period",
    },
    remedy: Text { da: "Sæt punktum efter dagen", en: "Put a period after the day" },
};

const MONTH_IS_SMALL: Fault = Fault {
    note: Text {
        da: "Månedens navn skrives med lille begyndelsesbogstav",
        en: "The name of a month takes a lowercase letter",
    },
    remedy: Text { da: "Skriv måneden med lille", en: "Write the month in lowercase" },
};

const MONTH_NEEDS_STOP: Fault = Fault {
    note: Text {
        da: "Månedens navn er forkortet og skrives med punktum",
        en: "The name of the month is abbreviated and takes a period",
    },
    remedy: Text { da: "Sæt punktum efter måneden", en: "Put a period after the month" },
};

const SPACE_IS_MISSING: Fault = Fault {
    note: Text {
        da: "Der mangler et mellemrum mellem dagen og måneden",
        en: "A space is missing between the day and the month",
    },
    remedy: Text { da: "Sæt mellemrum efter punktummet", en: "Put a space after the period" },
};

const SPACE_IS_MISSING_BEHIND_D: Fault = Fault {
    note: Text { da: "Der mangler et mellemrum efter \"d.\"", en: "A space is missing after \"d.\"" },
    remedy: Text { da: "Sæt mellemrum efter \"d.\"", en: "Put a space after \"d.\"" },
};

/// "3. Maj-Britt" and "2. August Jensen" name people, "kutteren 5. Juni" and "Loge 1. Marts" what else may be named after a day.
fn is_name(view: &PartView<'_>, mention: &DateMention) -> bool {
    let after = &view.text[mention.month_range.end().into()..];
    let next = after.trim_start_matches(is_space);
    after.starts_with('-')
        || next.len() < after.len() && next.starts_with(char::is_uppercase)
        || is_named_after(view, mention)
}

/// Does a noun or a capital stand right before the day, or before "af", where nothing else says that a date is meant?
fn is_named_after(view: &PartView<'_>, mention: &DateMention) -> bool {
    if mention.intro.is_some()
        || mention.weekday.is_some()
        || mention.year.is_some() && !mention.two_digit_year
    {
        return false;
    }
    let line = view.line_of(mention.range).map_or(mention.range.start(), TextRange::start);
    let before = &view.text[TextRange::new(line.min(mention.range.start()), mention.range.start())];
    let mut words = before.trim_end_matches(is_space).rsplit(is_space);
    let last = words.next().unwrap_or_default();
    let named = if last == "af" { words.next().unwrap_or_default() } else { last };
    let word = named.ends_with(char::is_alphabetic);
    let called = matches!(last, "hedder" | "hed" | "kaldes" | "kaldet");
    called
        || word
            && (named.starts_with(char::is_uppercase) || readings_of_compound(named).any(Readings::DEFINITE))
}

/// "07/06/2022" and "2022-06-07" in running text.
fn foreign(view: &PartView<'_>, mention: &DateMention, findings: &mut Findings) {
    let digits = TextRange::new(mention.range.start().max(first_digit(mention)), mention.range.end());
    let words = &view.text[digits];
    let iso = mention.form == DateForm::Iso;
    let slashed = words.len() >= 8 && words.matches('/').count() == 2 && !mention.two_digit_year;
    let Some(date) = mention.date().filter(|_| iso || slashed) else { return };
    if is_set_apart(view, mention)
        || !view.is_running_text(mention.range)
        || names_law(view, mention.range)
        || labels::is_of_label(view, mention)
    {
        return;
    }
    let right = write_long(date);
    let note = Note::new(
        format!("I løbende tekst skrives datoen \"{right}\""),
        format!("In running text the date is written \"{right}\""),
    );
    // "07/06/2022" may be the 7th of June or, where a program wrote it, the 6th of July.
    let certain = iso || mention.day > 12 || mention.day == mention.month;
    let applicability = if certain { Applicability::Safe } else { Applicability::Unsafe };
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(digits, note).fix(title, applicability, vec![Edit::replace(digits, right)]);
}

fn first_digit(mention: &DateMention) -> text::TextSize {
    let year = mention.year_range.map_or(mention.day_range.start(), TextRange::start);
    mention.day_range.start().min(year)
}

/// "LBK nr. 823 af 15/08/2019" is how Retsinformation prints the name of a law.
fn names_law(view: &PartView<'_>, date: TextRange) -> bool {
    let start = usize::from(date.start());
    let before = &view.text[view.text.floor_char_boundary(start.saturating_sub(24))..start];
    let number = before.rfind("nr").is_some_and(|at| before[at..].contains(|c: char| c.is_ascii_digit()));
    number || ["LBK", "BEK", "LOV", "VEJ", "CIR"].iter().any(|kind| before.contains(kind))
}

/// One hint where "den" and "d." both introduce dates in the running text of a part, at the first of the rarer form.
fn introductions(view: &PartView<'_>, findings: &mut Findings) {
    let all = |form| {
        view.dates().iter().filter(move |mention| {
            mention.form == DateForm::Written && mention.intro.is_some_and(|intro| intro.form == form)
        })
    };
    let (den, d) = (all(IntroForm::Den).count(), all(IntroForm::DWithStop).count());
    if den == 0 || d == 0 {
        return;
    }
    let in_prose =
        |form| all(form).find(|mention| view.is_running_text(mention.range) && !is_set_apart(view, mention));
    let (Some(first_den), Some(first_d)) = (in_prose(IntroForm::Den), in_prose(IntroForm::DWithStop)) else {
        return;
    };
    let rarer = if d <= den { first_d } else { first_den };
    let note = Text {
        da: "Punktet skriver både \"den\" og \"d.\" foran datoer; brug den samme form hele vejen",
        en: "The item writes both \"den\" and \"d.\" before dates; use one of them throughout",
    };
    let place = rarer.intro.map_or(rarer.range, |intro| intro.range);
    findings.report(place, note).at_most(Severity::Hint).habit(HABIT);
}

const HABIT: Habit = Habit {
    note: Text {
        da: "\"den\" og \"d.\" står mellem hinanden foran datoer i {n} punkter",
        en: "\"den\" and \"d.\" stand side by side before dates in {n} items",
    },
    fix: Text { da: "Skriv dem ens", en: "Write them alike" },
};

#[cfg(test)]
mod tests;
