//! What `format` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix};

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
Onsdag 1 december 2021

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

#[test]
fn flags_months_and_weekdays_with_a_capital() {
    check(
        &RULE,
        "
1. Høring

Svarene kom i Januar, vi holder ferie i Maj måned, og mødet er på Torsdag klokken 19.
              ^^^^^^ Månedens navn skrives med lille
                                        ^^^ Månedens navn
                                                                  ^^^^^^^ Ugedagens navn skrives med lille
",
    );
    check(
        &RULE,
        "1. Høring\n\nBrevet går til August, som bor i April Huset, på Torsdag Festival. Mandag er der lukket i januar.\n",
    );
}

#[test]
fn flags_days_without_a_stop_and_year() {
    check(
        &RULE,
        "
1. Høring

Ansøgningen sendes inden 15 februar, og vi holder fri 31 maj hos os.
                         ^^^^^^^^^^ Dagen i en dato
                                                      ^^^^^^
",
    );
    check(
        &RULE,
        "1. Høring\n\nDet gælder hold 2 august igennem, gruppe 1 maj og kl. 15 maj 2 i de 3 marts.\n",
    );
}

#[test]
fn flags_what_is_typed_in_the_head() {
    check(
        &RULE,
        "
Referat af bestyrelsesmøde afholdt d. 7 februar 2022, kl. 10.15
                                   ^^^^^^^^^^^^^^^^^ Dagen
Mødt: Bo Dal. Indkaldt den 22.januar 2022
                       ^^^^^^^^^^^^^^^^^^ Der mangler et mellemrum

1. Valg
",
    );
    check(&RULE, "Byrådet\nMødedato: 4 april 2022\nTirsdag 5 April 2022\n\n1. Valg\n");
}

#[test]
fn ignores_what_is_named_after_a_day() {
    check(
        &RULE,
        "1. Valg\n\nKollegianerforeningen 4. Maj og Sangforeningen af 2. Marts søger tilskud til kutteren 5. Juni. Loge 1. \
         Marts er med.\n",
    );
    check(
        &RULE,
        "
1. Valg

Mødet er den 4. Maj, og fristen er tirsdag 2. Marts.
         ^^^^^^^^^^ Månedens navn
                                   ^^^^^^^^^^^^^^^^
",
    );
}

#[test]
fn gives_both_days_of_a_span_their_stop() {
    for (before, after) in [
        ("Lejren er den 7-8 august.", "Lejren er den 7.-8. august."),
        ("Lejren er d. 30–31 maj 2026.", "Lejren er d. 30.–31. maj 2026."),
        ("Lejren er den 7 - 8 august.", "Lejren er den 7. - 8. august."),
    ] {
        check_fix(&RULE, &format!("Punkt 1: Lejr\n\n{before}\n"), &format!("Punkt 1: Lejr\n\n{after}\n"));
    }
}

#[test]
fn flags_a_day_in_digits_glued_to_d() {
    check(
        &RULE,
        "
1. Høring

Vi holder mødet d.1/11 i hallen, og svaret kom d.27/2-2022 fra rådet.
                ^^ Der mangler et mellemrum efter \"d.\"
                                               ^^
",
    );
    check(&RULE, "1. Høring\n\nVi holder mødet d. 1/11 i hallen, og rådet svarer i afsnit d.2 og d.3.\n");
}

#[test]
fn a_day_and_a_month_that_ran_together_are_parted() {
    for date in ["den 4maj", "d. 12december 2026", "den 1juni"] {
        let text = format!("Punkt 1: Høring\n\nMødet holdes {date} i den store sal hos os.\n");
        let found = document::fixture::document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{date}");
    }
    for words in ["den 45maj", "model 4maj", "den 4majs", "”den 4maj”", "den 4. maj"] {
        check(&RULE, &format!("Punkt 1: Høring\n\nMødet holdes {words} i den store sal hos os.\n"));
    }
}

#[test]
fn a_day_is_told_apart_from_what_leads_to_it() {
    check(
        &RULE,
        "
Punkt 1: Høring

Udvalget besluttede den18. maj at holde møder tirsdag8/6 og Den3 juni.
                    ^^^^^ Der mangler et mellemrum foran dagen
                                              ^^^^^^^^ Der mangler et mellemrum foran dagen
                                                            ^^^^ Der mangler et mellemrum foran dagen
Dokumentet den18 og rummet Mandag2 er navne, og den18-årige kom i maj.
",
    );
}

#[test]
fn ignores_a_date_in_digits_behind_a_title() {
    for line in [
        "4.1. Medlemsmøde 19/9/2019 med indkaldelse fire uger før og frist for forslag til bestyrelsen",
        "Generalforsamling 25/3/2021 og fristen for at stille forslag til den er fire uger før.",
        "Næste bestyrelsesmøde 19/9/2019 hos formanden, hvor alle de nye forslag bliver fremlagt.",
    ] {
        check(&RULE, &format!("1. Bestyrelsen\n\n{line}\n"));
    }
}

#[test]
fn a_bare_d_in_the_head_is_told_behind_the_weekday() {
    check(
        &RULE,
        "
Referat af bestyrelsesmøde tirsdag d 9/1 2018
                                   ^ \"d.\" er en forkortelse

1. Økonomi

Godkendt.
",
    );
    check(&RULE, "Referat\nRum D 9/1 2018\n\n1. Økonomi\n\nGodkendt.\n");
}
