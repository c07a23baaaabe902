//! `dates/format`: a date that is written wrongly, or as Danish prose does not write it.
//!
//! What a template prints is the style's: nothing is said of the head, nor of decisions' headings, and dates in digits
//! with stops or hyphens are in use everywhere. Mixing them with written dates was tried as a hint and dropped: two
//! documents of three do it. Mixing "den" and "d." is a hint, once in an item.

use crate::danish::date::{DateForm, DateMention, IntroForm, is_month, write_long};
use crate::lint::{
    Applicability, Check, Example, Findings, Fixes, Habit, Note, PartView, Rule, Severity, Text,
};
use crate::text::edit::Edit;
use crate::text::{TextRange, TextSize, is_space};
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
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
    }
    introductions(view, findings);
    glued_year(view, findings);
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
    let own_month = mention.month_range.start() >= mention.day_range.end()
        && mention.range.contains_range(mention.month_range);
    if own_month && mention.ordinal_stop.is_none() {
        edits.push(Edit::insert(mention.day_range.end(), "."));
        fault.get_or_insert(DAY_NEEDS_STOP);
    }
    if own_month && mention.month_capital && !is_name(view, mention.month_range) {
        let small = view.text[mention.month_range].to_lowercase();
        edits.push(Edit::replace(mention.month_range, small));
        fault.get_or_insert(MONTH_IS_SMALL);
    }
    if own_month && mention.ordinal_stop.is_some_and(|stop| stop.end() == mention.month_range.start()) {
        edits.push(Edit::insert(mention.month_range.start(), " "));
        fault.get_or_insert(SPACE_IS_MISSING);
    }
    // No template prints "d" without its period.
    let typed =
        view.item.is_none() && mention.intro.is_some_and(|intro| intro.form == IntroForm::DWithoutStop);
    if let Some(fault) = fault.filter(|_| typed || !is_set_apart(view, mention)) {
        let fix = if numbers_meeting(view, mention) { Applicability::Unsafe } else { Applicability::Safe };
        findings.report(mention.range, fault.note).fix(fault.remedy, fix, edits);
    }
}

/// "Møde 4 april 2022": the fourth meeting, or the fourth of April.
fn numbers_meeting(view: &PartView<'_>, mention: &DateMention) -> bool {
    let before = view.text[..mention.range.start().into()].trim_end_matches(is_space);
    let word = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    mention.intro.is_none() && mention.ordinal_stop.is_none() && word.to_lowercase().ends_with("møde")
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

const SPACE_IS_MISSING: Fault = Fault {
    note: Text {
        da: "Der mangler et mellemrum mellem dagen og måneden",
        en: "A space is missing between the day and the month",
    },
    remedy: Text { da: "Sæt mellemrum efter punktummet", en: "Put a space after the period" },
};

/// "3. Maj-Britt" and "2. August Jensen" name people.
fn is_name(view: &PartView<'_>, month: TextRange) -> bool {
    let after = &view.text[month.end().into()..];
    let next = after.trim_start_matches(is_space);
    after.starts_with('-') || next.len() < after.len() && next.starts_with(char::is_uppercase)
}

/// "07/06/2022" and "2022-06-07" in running text.
fn foreign(view: &PartView<'_>, mention: &DateMention, findings: &mut Findings) {
    let digits = TextRange::new(mention.range.start().max(first_digit(mention)), mention.range.end());
    let words = &view.text[digits];
    let iso = mention.form == DateForm::Iso;
    let slashed = words.len() >= 8 && words.matches('/').count() == 2 && !mention.two_digit_year;
    let Some(date) = mention.date().filter(|_| iso || slashed) else { return };
    if is_set_apart(view, mention) || !view.is_running_text(mention.range) || names_law(view, mention.range) {
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

fn first_digit(mention: &DateMention) -> crate::text::TextSize {
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

/// "8. juni2021", which every reader of dates takes for one.
fn glued_year(view: &PartView<'_>, findings: &mut Findings) {
    for &run in view.runs() {
        let word = &view.text[run];
        let Some(at) = word.len().checked_sub(4).filter(|&at| at > 2 && word.is_char_boundary(at)) else {
            continue;
        };
        let (month, year) = word.split_at(at);
        let is_year = year.bytes().all(|byte| byte.is_ascii_digit()) && matches!(&year[..2], "19" | "20");
        let set_apart = || view.lists_attachments(run) || view.is_quoted(run) || view.is_opaque(run);
        if is_year && is_month(month) && follows_day(view, run) && !set_apart() {
            let place = run.start() + TextSize::of(month);
            findings.report(run, YEAR_IS_GLUED).safe_fix(
                Text { da: "Sæt mellemrum foran årstallet", en: "Put a space before the year" },
                Edit::insert(place, " "),
            );
        }
    }
}

const YEAR_IS_GLUED: Text = Text {
    da: "Der mangler et mellemrum mellem måneden og årstallet",
    en: "A space is missing between the month and the year",
};

fn follows_day(view: &PartView<'_>, month: TextRange) -> bool {
    let before = view.text[..usize::from(month.start())].trim_end_matches(is_space).trim_end_matches('.');
    before.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::{check, check_fix};

    #[test]
    fn flags_what_lacks_its_stop() {
        check(
            &RULE,
            "
Punkt 1: Høring

Forslaget blev sendt d 24. august, og svaret kom den 4 november 2022.
                     ^^^^^^^^^^^^ \"d.\" er en forkortelse
                                                 ^^^^^^^^^^^^^^^^^^^ Dagen i en dato er et ordenstal
Der var møder den 29.-30 januar.
                      ^^^^^^^^^ Dagen
",
        );
    }

    #[test]
    fn flags_a_capital_month_and_a_missing_space() {
        check(
            &RULE,
            "
Punkt 1: Høring den 4 maj 2022
                ^^^^^^^^^^^^^^ Dagen

Fristen er den 4. November 2022, og svarene kommer den 8.december.
           ^^^^^^^^^^^^^^^^^^^^ Månedens navn skrives med lille
                                                   ^^^^^^^^^^^^^^ Der mangler et mellemrum
",
        );
    }

    #[test]
    fn flags_foreign_forms_in_running_text() {
        check(
            &RULE,
            "
Punkt 1: Høring

Forslaget blev sendt til alle skoler i kommunen den 27/06/2022.
                                                    ^^^^^^^^^^ I løbende tekst skrives datoen \"27. juni 2022\"
Svarene skal være i forvaltningen senest 2022-08-07 klokken 12.
                                         ^^^^^^^^^^ I løbende tekst skrives datoen \"7. august 2022\"
",
        );
    }

    #[test]
    fn ignores_what_a_template_prints() {
        check(
            &RULE,
            "
Social- og Beskæftigelsesudvalget - 14-09-2020

Referat
Dato:
Mandag, 14 september, 2020 - 17:30

Punkt 1 Budget

Beslutning i Byrådet den 14 september 2020

Godkendt.
",
        );
        check(
            &RULE,
            "Referat
Byrådet
Onsdag d. 1 december 2021

Punkt 1: Budget

Godkendt.
",
        );
        check(
            &RULE,
            "Mødedato: 14.09.2020, kl. 16:00

Resume

Mødet blev holdt 14.09.2020 på rådhuset i byen.
",
        );
    }

    #[test]
    fn ignores_tables_files_laws_and_forms_in_use() {
        check(
            &RULE,
            "
Punkt 1: Høring

27/06/2022
Frist	2022-08-07
Efter folkeskoleloven, jf. LBK nr. 823 af 15/08/2019, skal skolen høres om forslaget.
Forslaget fra d. 8/9-2020 gælder fra 1/1 2021 og blev drøftet på mødet 07-03-2022 og 7.3.2022.
Mødet den 24.-25. maj, den 1., 2. og 3. juni og MARTS 2022.

Bilag

Bilag 1: Notat af 27/06/2022 til alle skoler i kommunen, sendt den 4 maj 2022.
",
        );
    }

    #[test]
    fn ignores_people_and_quotations() {
        check(
            &RULE,
            "Punkt 1: Valg

Nr. 3. August Jensen, den 3. Maj-Britt Holm og ”vi ses den 4 maj 2022”.
",
        );
    }

    #[test]
    fn hints_once_at_two_introductions() {
        check(
            &RULE,
            "
Punkt 1: Valg

Mødet den 3. maj og mødet den 4. maj blev holdt på skolen.
Mødet d. 5. maj og mødet d. 6. maj blev holdt på rådhuset, og mødet den 7. juni på skolen.
      ^^ Punktet skriver både \"den\" og \"d.\"
",
        );
    }

    #[test]
    fn writes_the_right_form() {
        check_fix(
            &RULE,
            "Punkt 1: Høring\n\nSendt d 4 maj og den 4. November samt den 8.december og den 27/06/2022 til alle skoler.\n",
            "Punkt 1: Høring\n\nSendt d. 4. maj og den 4. november samt den 8. december og den 27. juni 2022 til alle skoler.\n",
        );
    }

    #[test]
    fn flags_a_month_that_sticks_to_its_year() {
        check(
            &RULE,
            "
Punkt 1: Høring

Mødet er den 8. juni2021 i salen, og svaret kom 3. sep2022.
                ^^^^^^^^ Der mangler et mellemrum mellem måneden og årstallet
                                                   ^^^^^^^
Filen hedder juni2021.pdf, og kontoen hedder juni2021.
",
        );
    }
}
