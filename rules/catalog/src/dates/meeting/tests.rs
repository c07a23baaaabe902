use super::RULE;
use document::fixture::{check, document};
use lint::Severity;

#[test]
fn flags_a_title_with_another_day_than_the_label() {
    check(
        &RULE,
        "
REFERAT Kulturudvalget 2022-2025 d. 15-03-2022
                                 ^^^^^^^^^^^^^ Her er mødet den 15. marts 2022, men et andet sted den 22. marts 2022

Mødedato Tirsdag d. 22. marts 2022 kl. 09:00

1. Budget
",
    );
    check(
        &RULE,
        "
Social- og Omsorgsudvalget - 13-10-2021
                             ^^^^^^^^^^ Her er mødet den 13. oktober 2021

Referat
Dato:
Tirsdag, 12 oktober, 2021 - 16:30

Punkt 1 Budget
",
    );
}

#[test]
fn a_line_with_nothing_but_a_date_is_the_meetings() {
    check(
        &RULE,
        "
Byrådet
5. april 2022 kl. 17.00
^^^^^^^^^^^^^ Her er mødet den 5. april 2022
Mødedato: 4. april 2022

Punkt 1: Budget
",
    );
    check(&RULE, "Mødedato: 4. april 2022\nUdskrevet\n5. april 2022\n\nPunkt 1: Budget\n");
}

#[test]
fn ignores_the_day_of_writing_beside_the_day_of_the_meeting() {
    check(
        &RULE,
        "Referat af OB-møde\nMødedato: 5. december 2012 kl. 17\n\nKontaktperson\nIda Toft\n\nDato\n6. december \
             2012\n\nPunkt 1: Budget\n",
    );
}

#[test]
fn ignores_the_day_of_the_document_over_a_title_with_its_own() {
    check(
        &RULE,
        "FJORDBY GYMNASIUM & HF\n\nDato: 2. oktober 2012\n\nReferat af bestyrelsesmøde 1. oktober 2012\n\nPunkt 1: Budget\n",
    );
}

#[test]
fn a_day_that_nothing_calls_the_meetings_is_that_of_the_document() {
    for head in [
        "Referat bestyrelsesmøde 18. august 2016\n\nIda Toft\n27. august 2016 kl. 05:39\n",
        "27. august 2016\nJ.nr. 12-3456\n\nReferat af møde i havnelauget den 18. august 2016\n",
        "9. september 2015\nIT/bd\n\nReferat af ordinært hovedbestyrelsesmøde den 18. august 2015\n",
        "Referat af møde i havnelauget den 18. august 2016\nDato: 27. august 2016\n",
        "Referat fra bestyrelsesmøde 16. august 2021\n\n18. august 2021\n\nReferat fra bestyrelsesmøde mandag den 16. august 2021 kl. 19.00\n",
        "Referat af afdelingsmøde mandag den 4. maj 2020\n11. maj 2020\n",
        "Referat af møde i havnelauget den 18. august 2016\n\n(29-08-2016)\n",
        "Referat af bestyrelsesmøde 5. november 2018\n\nDen 10. november 2018\n",
        "Referat af 5. november 2018\n\nDen 10. november 2018\n\nTil stede var: Ida Toft\n",
        "Oprettet: 27. februar 2013\nBestyrelsesmøde onsdag den 6. februar 2013 kl. 19.00\n",
    ] {
        check(&RULE, &format!("{head}\n1. Budget\n\nBeslutning\n\nGodkendt.\n"));
    }
}

#[test]
fn ignores_who_wrote_or_posted_the_text_and_when() {
    for line in [
        "Skrevet af Claus Dam\nLørdag, 25. marts 2017 20:58",
        "Sidst opdateret lørdag den 25. marts 2017",
        "Udskrevet: lørdag d. 25. marts 2017 kl. 9.30",
        "Oprettet af Ida Toft\nlørdag den 25. marts 2017 kl. 20.58",
    ] {
        check(&RULE, &format!("Referat af bestyrelsesmøde 27.02.2017\n{line}\n\n1. Budget\n\nGodkendt.\n"));
        check(&RULE, &format!("{line}\n\nReferat af bestyrelsesmøde 27.02.2017\n\n1. Budget\n\nGodkendt.\n"));
    }
}

#[test]
fn ignores_the_day_of_the_letter() {
    check(
        &RULE,
        "Region Søland\n\nFjordby, den 15. november 2007\n\nReferat\naf mødet i Regionsrådet\n14. november 2007 kl. \
             14.00\n\nPunkt 1: Budget\n",
    );
}

#[test]
fn a_page_with_the_days_of_several_meetings_says_nothing_of_one() {
    check(
        &RULE,
        "
Havnelauget

Referat fra dialogmøde den 22. maj 2023

Referat fra mødet d. 17.4.2023

Referat fra møde d. 20.02.2023

Dato: Mandag d. 4.4. 2022

1. Budget

Godkendt.
",
    );
    check(&RULE, "Møde 3. maj 2021\nMøde 7. juni 2021\nMøde 9. august 2021\n\n1. Budget\n\nGodkendt.\n");
}

#[test]
fn only_a_labelled_day_that_is_nearly_the_other_is_an_error() {
    for (title, day, severity) in [
        ("15. marts 2022", "Mødedato: 22. marts 2022", Severity::Error),
        ("15. marts 2021", "Mødedato: 15. marts 2022", Severity::Error),
        ("15. februar 2022", "Mødedato: 22. marts 2022", Severity::Warning),
        ("15. marts 2022", "Tirsdag den 22. marts 2022 kl. 17", Severity::Warning),
    ] {
        let text =
            format!("Referat af byrådets møde {title}\n{day}\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.iter().map(|one| one.severity).collect::<Vec<_>>(), [severity], "{text}");
    }
}

#[test]
fn ignores_links_to_other_meetings() {
    for line in [
        "Dagsordener og referater fra efter den 3. marts 2016",
        "Referat og bilag til og med onsdag den 3. marts 2016",
        "Møder siden 3. marts 2016",
        "Dagsorden for møde med borgmesteren den 3. marts 2016",
        "Dagsorden (senest rettet 3. marts 2016)",
        "Referater før 3. marts 2016",
    ] {
        check(
            &RULE,
            &format!(
                "{line}\n\nKulturudvalget\nDato: Onsdag den 21. august 2019\n\n1. Budget\n\nGodkendt.\n"
            ),
        );
    }
}

#[test]
fn ignores_other_minutes_on_the_same_page() {
    for line in ["Vi er klar til fastelavn.", "Gårdlauget holder fast i prisen."] {
        check(
            &RULE,
            &format!(
                "Gårdlauget Lærken\n\nReferat fra møde d. 11.2.2020\n\n{line}\n\nMøde i gårdlauget d. 30. september \
                     2019\n\nDugen til træet: Den gamle er kasseret.\n"
            ),
        );
    }
}

#[test]
fn ignores_text_that_no_item_holds() {
    check(&RULE, "Mødedato: 4. april 2022\n\nMødet den 1. februar 2022 blev holdt på skolen.\n");
}

#[test]
fn ignores_one_day_in_two_forms() {
    check(
        &RULE,
        "Byrådet - 12-10-2021\n\nReferat\nDato:\nTirsdag, 12 oktober, 2021 - 16:30\nReferat publiceret:\nFredag, 15 \
             oktober, 2021 - 10:02\n\nPunkt 1 Budget\n",
    );
}

#[test]
fn ignores_days_of_something_else() {
    check(
        &RULE,
        "Referat Byrådet 12-10-2021\nUdskrevet 14-10-2021\nNæste møde: 9. november 2021\nReferatet er godkendt den 9. \
             november 2021\n\nPunkt 1 Budget\n",
    );
    check(&RULE, "Referat Byrådet 12-10-2021\nMødet fortsat den 13. oktober 2021\n\nPunkt 1 Budget\n");
}
