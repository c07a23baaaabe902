use std::sync::Arc;

use super::{Sheet, compare};
use crate::document::{Document, Engine};
use crate::lint::Settings;

fn sheet(text: &str) -> Sheet {
    let engine = Engine { settings: Settings::new(Vec::new()), ..Engine::default() };
    Sheet::of(&Document::new(Arc::new(engine), text.to_owned()))
}

fn meeting(committee: &str, date: &str, items: &[(u32, &str, &str)]) -> Sheet {
    let mut text = format!("Referat\n{committee}\n{date} kl. 15.00\n\n");
    for (number, title, decision) in items {
        text.push_str(&format!("Punkt {number}: {title}\n\nBeslutning\n\n{decision}\n\n"));
    }
    sheet(&text)
}

fn told(sheets: &[Sheet]) -> Vec<(usize, &'static str)> {
    compare(sheets).iter().map(|finding| (finding.sheet, finding.rule.name)).collect()
}

fn year(third: u32) -> Vec<Sheet> {
    let days = [
        "12. januar 2026",
        "9. februar 2026",
        "9. marts 2026",
        "13. april 2026",
        "11. maj 2026",
        "8. juni 2026",
    ];
    let starts = [1, 3, third, 7, 9, 11];
    days.iter()
        .zip(starts)
        .map(|(day, n)| {
            let second = if n == third { 6 } else { n + 1 };
            meeting("Kulturudvalget", day, &[(n, "Havn", "Godkendt."), (second, "Bro", "Godkendt.")])
        })
        .collect()
}

#[test]
fn numbers_that_run_through_the_year_and_skip_are_told() {
    assert_eq!(told(&year(5)), []);
    assert_eq!(told(&year(4)), [(2, "folder/running-number")]);
    let anew: Vec<Sheet> = ["12. januar 2026", "9. februar 2026", "9. marts 2026", "13. april 2026"]
        .map(|day| meeting("Kulturudvalget", day, &[(1, "Havn", "Godkendt.")]))
        .into();
    assert_eq!(told(&anew), []);
}

#[test]
fn a_new_year_begins_anew_or_goes_on() {
    let next = |day, first| {
        let mut sheets = year(5);
        sheets.push(meeting("Kulturudvalget", day, &[(first, "Havn", "Godkendt.")]));
        told(&sheets)
    };
    assert_eq!(next("11. januar 2027", 1), []);
    assert_eq!(next("11. januar 2027", 13), []);
    assert_eq!(next("11. januar 2027", 2), [(6, "folder/running-number")]);
    assert_eq!(next("11. januar 2027", 15), [(6, "folder/running-number")]);
    // Meetings before it may not be in the folder.
    assert_eq!(next("12. april 2027", 9), []);
    assert_eq!(next("11. januar 2028", 9), []);
}

#[test]
fn a_name_written_otherwise_leaves_the_meeting_in_its_row() {
    let mut sheets = year(4);
    sheets[1] =
        meeting("Kultur-udvalget", "9. februar 2026", &[(3, "Havn", "Godkendt."), (4, "Bro", "Godkendt.")]);
    assert_eq!(told(&sheets), [(1, "folder/committee-name"), (2, "folder/running-number")]);
}

#[test]
fn a_case_that_does_not_come_again_is_told() {
    let first = |title| {
        meeting(
            "Kulturudvalget",
            "12. januar 2026",
            &[(1, title, "Sagen genoptages på mødet den 9. februar 2026.")],
        )
    };
    let second =
        || meeting("Kulturudvalget", "9. februar 2026", &[(1, "Salg af den gamle bro", "Godkendt.")]);
    assert_eq!(told(&[first("Køb af kran"), second()]), [(0, "folder/taken-up-again")]);
    assert_eq!(told(&[first("Salg af broen, den gamle"), second()]), []);
    let next = |words| meeting("Kulturudvalget", "12. januar 2026", &[(1, "Køb af kran", words)]);
    for words in [
        "Udsat til næste møde.",
        "Sagen udsættes til næste ordinære møde.",
        "Sagen genoptages på næste møde.",
    ] {
        assert_eq!(told(&[next(words), second()]), [(0, "folder/taken-up-again")], "{words}");
    }
    // A meeting between the two may be missing from the folder.
    let late = meeting("Kulturudvalget", "9. juni 2026", &[(1, "Salg af den gamle bro", "Godkendt.")]);
    assert_eq!(told(&[next("Udsat til næste møde."), late]), []);
    // The meeting is not in the folder.
    assert_eq!(told(&[first("Køb af kran")]), []);
}

#[test]
fn minutes_that_nobody_approves_are_told_where_all_others_are() {
    let with = |day, title| meeting("Ældrerådet", day, &[(1, title, "Godkendt.")]);
    let approve = "Godkendelse af referat";
    let mut sheets = vec![
        with("12. januar 2026", approve),
        with("9. februar 2026", approve),
        with("9. marts 2026", "Bænke"),
        with("13. april 2026", approve),
        with("11. maj 2026", approve),
    ];
    assert_eq!(told(&sheets), [(2, "folder/approved-minutes")]);
    sheets.truncate(3);
    assert_eq!(told(&sheets), []);
}

#[test]
fn a_committee_in_two_spellings_is_told_at_the_rarer() {
    let days = ["12. januar 2026", "9. februar 2026", "9. marts 2026"];
    let of = |name: &str, day| meeting(name, day, &[(1, "Havn", "Godkendt.")]);
    let mut sheets: Vec<Sheet> = days.iter().map(|day| of("Skole- og Kulturudvalget", day)).collect();
    sheets.push(of("Skole og Kulturudvalget", "13. april 2026"));
    assert_eq!(told(&sheets), [(3, "folder/committee-name")]);
    sheets.push(of("Socialudvalget", "14. april 2026"));
    sheets.push(of("Skoleudvalget", "15. april 2026"));
    assert_eq!(told(&sheets), [(3, "folder/committee-name")]);
}
