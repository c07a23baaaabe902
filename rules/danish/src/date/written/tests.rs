//! Dates with the month's name, and what only looks like one; one fact each.

use super::super::{DateForm, DateMention, IntroForm, dates};
use jiff::civil::{Date, Weekday, date};

fn only(text: &str) -> DateMention {
    let found: Vec<_> = dates(text).collect();
    assert_eq!(found.len(), 1, "dates in {text:?}: {found:?}");
    found.into_iter().next().expect("there is one")
}

/// The mentions of a text, each as written and with what it means.
fn read(text: &str) -> Vec<(&str, Option<i16>, u8, u8)> {
    dates(text).map(|found| (&text[found.range], found.year, found.month, found.day)).collect()
}

fn none(text: &str) {
    assert_eq!(read(text), [], "in {text:?}");
}

#[test]
fn a_weekday_and_den_belong_to_the_date() {
    let text = "Mødet holdes tirsdag den 13. august 2024 på rådhuset.";
    let found = only(text);
    assert_eq!(&text[found.range], "tirsdag den 13. august 2024");
    let weekday = found.weekday.expect("it is named");
    assert_eq!(
        (weekday.weekday, &text[weekday.range], weekday.capital),
        (Weekday::Tuesday, "tirsdag", false)
    );
    let intro = found.intro.expect("den is there");
    assert_eq!((intro.form, &text[intro.range]), (IntroForm::Den, "den"));
    assert_eq!(&text[found.day_range], "13");
    assert_eq!(found.ordinal_stop.map(|range| &text[range]), Some("."));
    assert_eq!(&text[found.month_range], "august");
    assert_eq!(found.year_range.map(|range| &text[range]), Some("2024"));
    assert_eq!((found.form, found.date()), (DateForm::Written, Some(date(2024, 8, 13))));
}

#[test]
fn the_introducing_word_is_read_with_its_faults() {
    let form = |text| only(text).intro.map(|intro| intro.form);
    assert_eq!(form("Tirsdag d. 21. februar 2023"), Some(IntroForm::DWithStop));
    assert_eq!(form("sendt d 24. august"), Some(IntroForm::DWithoutStop));
    assert_eq!(form("sendt d.24. august"), Some(IntroForm::DWithStop));
    assert_eq!(form("D. 24. august"), Some(IntroForm::DWithStop));
    assert_eq!(form("Liste D. 24. august"), None);
    assert_eq!(form("vitamin D 24. august"), None);
    assert_eq!(form("freden 24. august"), None);
    assert_eq!(form("mandag 14. september"), None);
}

#[test]
fn a_weekday_may_have_a_capital_and_a_comma() {
    let found = only("Onsdag d. 1 december 2021");
    assert!(found.weekday.is_some_and(|weekday| weekday.capital && weekday.weekday == Weekday::Wednesday));
    assert!(only("tirsdag, den 13. august").weekday.is_some());
    assert!(only("LØRDAG DEN 4. MAJ").weekday.is_some_and(|weekday| !weekday.capital));
    assert_eq!(only("skærtorsdag den 1. april").weekday, None);
    assert_eq!(only("flere torsdage den 1. april").weekday, None);
}

#[test]
fn the_second_of_two_weekdays_is_not_that_of_the_first_day() {
    for text in
        ["lørdag og søndag den 1. og 2. maj 2021", "lørdag-søndag den 1.-2. maj", "fredag, lørdag den 1. maj"]
    {
        assert!(dates(text).all(|found| found.weekday.is_none()), "in {text:?}");
    }
    let text = "mandag d. 3., tirsdag d. 4. og onsdag d. 5. maj 2021";
    assert!(
        dates(text).all(|found| found.weekday.map(|found| found.weekday) == found.date().map(Date::weekday))
    );
}

#[test]
fn a_year_may_follow_a_comma_where_it_counts_nothing() {
    assert_eq!(only("Onsdag den 12. januar, 2022").year, Some(2022));
    assert_eq!(only("12. januar, 2022 kl. 17").year, Some(2022));
    assert_eq!(only("den 12. januar, 2000 borgere").year, None);
}

#[test]
fn a_missing_stop_is_no_obstacle_where_a_date_is_sure() {
    assert_eq!(only("den 4 november").ordinal_stop, None);
    assert_eq!(only("frem til 5 november 2022").ordinal_stop, None);
    assert_eq!(only("Onsdag d. 1 december 2021").ordinal_stop, None);
    assert_eq!(read("1. juli – 31 juli 2022").len(), 2);
    none("Budgetopfølgning 2 august 2022");
    none("12 maj måneder");
    none("uge 8 marts 2022");
}

#[test]
fn a_capital_month_is_told_from_the_start_of_a_sentence() {
    assert!(only("Frist: 4. November").month_capital);
    assert!(only("den 4. November").month_capital);
    assert!(!only("den 4. NOVEMBER").month_capital);
    none("Se bilag 4. Maj måned er travl.");
    none("Mødet slutter kl. 19. Maj måned er travl.");
    none("3. August Jensen");
    none("jf. § 7. April 2022");
}

#[test]
fn spaces_may_be_missing_or_unbreakable() {
    assert_eq!(only("1.januar 2020").date(), Some(date(2020, 1, 1)));
    assert_eq!(only("den\u{a0}8.\u{a0}marts\u{202f}2021").date(), Some(date(2021, 3, 8)));
    assert!(only("mandag\u{a0}den 8.  marts").weekday.is_some());
    none("8marts 2021");
}

#[test]
fn days_of_a_list_share_month_and_year() {
    let found: Vec<_> = dates("den 15. og 16. marts 2022").collect();
    assert_eq!(
        found.iter().map(DateMention::date).collect::<Vec<_>>(),
        [Some(date(2022, 3, 15)), Some(date(2022, 3, 16))]
    );
    assert_eq!((found[0].shared, found[1].shared), (true, false));
    assert_eq!(found[0].month_range, found[1].month_range);
    assert_eq!(
        read("8. og 13. december 2021"),
        [("8.", Some(2021), 12, 8), ("13. december 2021", Some(2021), 12, 13)]
    );
    assert_eq!(read("den 8., 9. og 10. maj").len(), 3);
    let text = "tirsdag den 8. og onsdag den 9. marts 2022";
    assert_eq!(read(text)[0], ("tirsdag den 8.", Some(2022), 3, 8));
    assert_eq!(read(text)[1].0, "onsdag den 9. marts 2022");
}

#[test]
fn days_of_a_range_share_month_and_year() {
    assert_eq!(read("den 11.-12. maj 2023")[0], ("den 11.", Some(2023), 5, 11));
    assert_eq!(read("den 24-25. maj")[0], ("den 24", None, 5, 24));
    assert_eq!(read("den 24.–25. maj")[1].0, "25. maj");
    assert_eq!(read("fra den 1. juli til den 31. juli 2022")[0], ("den 1. juli", Some(2022), 7, 1));
    assert_eq!(read("20.-22. januar og 10.-13. marts 2022").len(), 4);
}

#[test]
fn a_date_with_a_year_may_be_glued_to_the_next() {
    let found = read("1. december 2020-30. november 2021");
    assert_eq!(found, [("1. december 2020", Some(2020), 12, 1), ("30. november 2021", Some(2021), 11, 30)]);
}

#[test]
fn nothing_is_shared_backwards_in_time() {
    assert_eq!(read("den 12. december og den 3. januar 2022")[0].1, None);
    assert_eq!(read("9. og 8. marts"), [("8. marts", None, 3, 8)]);
    assert_eq!(read("i punkt 8., 9. marts"), [("9. marts", None, 3, 9)]);
    assert_eq!(read("den 8. marts og 2. behandling"), [("den 8. marts", None, 3, 8)]);
}

#[test]
fn abbreviated_months_need_a_stop_or_small_letters_or_a_year() {
    let text = "den 12. jan. 2021";
    assert_eq!(only(text).date(), Some(date(2021, 1, 12)));
    assert_eq!(&text[only(text).month_range], "jan.");
    assert_eq!(only("3. sept. kl. 9").month, 9);
    assert_eq!(only("1. okt. 2020").month, 10);
    none("3 dec. 2020");
    assert_eq!(only("10. nov 2016 kl. 10:30").date(), Some(date(2016, 11, 10)));
    assert_eq!(only("Vi ses 3. dec på skolen").month, 12);
    none("Mød 3. Dec på skolen");
    none("24. jul. 2020");
}

#[test]
fn a_year_is_four_digits_of_our_time_that_count_nothing() {
    assert_eq!(only("8. marts 12000").year, None);
    assert_eq!(only("8. marts 1700").year, None);
    assert_eq!(only("pr. 1. juni 2000 kr.").year, None);
    assert_eq!(only("pr. 1. juni 1985,50").year, None);
    assert_eq!(only("8. marts 2021.").year, Some(2021));
    assert_eq!(only("8. marts 2021-2025").year, Some(2021));
    none("8. marts 2021planen");
}

#[test]
fn a_month_without_a_day_is_no_date() {
    none("ultimo august 2021");
    none("juli 2022");
    none("2023 januar\t1055");
    none("10-20 maj");
}

#[test]
fn the_borders_hold_beside_danish_letters() {
    none("å8. marts");
    none("a\u{30a}8. marts");
    none("8. martså");
    none("8. marts\u{30a}");
    assert_eq!(read("på Ærø den 8. marts på Ærø")[0].0, "den 8. marts");
    assert_eq!(read("”8. marts”")[0].0, "8. marts");
}

#[test]
fn numbers_glued_to_the_day_make_it_another_number() {
    none("2.8. marts");
    none("3,5. maj");
    none("16:30. marts");
    none("§8. marts");
    none("09.30-8. marts");
    none("notat_8. marts");
    none("118. marts");
}

#[test]
fn law_and_case_numbers_leave_the_date_beside_them() {
    let text = "lov nr. 1049 af 12. juni 2020, sag 21-014448";
    assert_eq!(read(text), [("12. juni 2020", Some(2020), 6, 12)]);
    assert_eq!(read("5. maj-grupper")[0].0, "5. maj");
}

#[test]
fn a_year_may_be_glued_to_its_month() {
    assert_eq!(read("den 8. juni2021"), [("den 8. juni2021", Some(2021), 6, 8)]);
    assert_eq!(read("8. juni2021, kl. 19:30"), [("8. juni2021", Some(2021), 6, 8)]);
    none("8. juni21");
    none("3. majestæt2021");
}

#[test]
fn the_number_of_a_meeting_before_its_day_is_no_day() {
    for text in [
        "møde nr. 9 - mandag den 21. oktober 2024",
        "møde 9 – mandag den 21. oktober 2024",
        "Referat nr. 12 – mandag den 21. oktober 2024",
    ] {
        assert_eq!(read(text), [("mandag den 21. oktober 2024", Some(2024), 10, 21)], "{text}");
    }
    assert_eq!(read("den 9-21. oktober 2024").len(), 2);
}
