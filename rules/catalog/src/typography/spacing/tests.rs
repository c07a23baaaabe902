//! What `spacing` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix};

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_two_spaces_in_running_text() {
    check(
        &RULE,
        "
1. Skoler

Sagsfremstilling

Formuleringen.  Det er skolen  og taget.
              ^^ Der står to mellemrum i træk
                             ^^
",
    );
}

#[test]
fn flags_two_spaces_in_neighbouring_lines_of_prose() {
    check(
        &RULE,
        "
1. Skoler

Sagsfremstilling

Vejen ved havnen er lang. Den koster  mere end før.
                                    ^^ Der står to mellemrum i træk
Det er godt at give  besked.
                   ^^

Udvalget ser på  sagen igen, når naboerne har
               ^^
svaret, og det sker  først i maj.
                   ^^

- Skolen skal have  nyt tag.
                  ^^
- Taget på den gamle hal bliver  lagt om.
                               ^^
",
    );
    check(
        &RULE,
        "
1. Skoler

Sagsfremstilling

Broen ved  havnen er lang. Den koster  mere. Bo klager over  støj.
         ^^ Der står to mellemrum i træk
                                     ^^
                                                           ^^
",
    );
    silent("Løn og  drift  2024  i alt.");
    silent("Drift  kr. Salg  i alt  for året.");
    // Columns, by their place, by their words, by a wider gap, and lines that are no sentences.
    silent("Leder af havnen  skriver breve.\nPasser af hallen  kommer senere.");
    silent("Den ene  kommer i maj.\nDen anden  kommer i juni.");
    silent("Lejer af salen  betaler i maj.\nPasser      betaler aldrig noget.");
    silent("Lejer af den store sal  betaler i maj\nPasser af salen  betaler i juni");
    silent("Ida  skriver referat.\nBo Dam  henter kaffe til mødet.");
}

#[test]
fn flags_two_spaces_in_a_point_or_title_that_goes_on() {
    check(
        &RULE,
        "
1. Skoler

Sagsfremstilling

- Budget 2024  samt overslagsår
             ^^ Der står to mellemrum i træk
- Nye borde
- Flere timer til  den lille klasse
                 ^^

Aftalen lyst den  6/6/1972
                ^^
",
    );
    silent("- Ida Toft  formand");
    silent("- Løn  og drift  2024  i alt");
    silent("Udgifter til drift  450.000");
    silent(
        "Seneste referat blev gennemgået uden bemærkninger.  1. Ida Toft orienterede om fredningen af åen.",
    );
    silent("Regnskabet blev godkendt.  3) Nyt fra havnen og fra det udvalg, der ser på broerne.");
    silent("- Hallen åbner  mandag\n- Badet åbner  onsdag");
}

#[test]
fn flags_a_space_before_a_mark() {
    check(
        &RULE,
        "
1. Skoler

Om forår , sommer (2022) , og § 4 , stk. 2 .
        ^^ Der er mellemrum foran kommaet
                        ^^
                                 ^^
                                          ^^ Der er mellemrum foran punktummet
",
    );
}

#[test]
fn flags_a_space_before_the_comma_behind_an_abbreviation() {
    check(
        &RULE,
        "
1. Skoler

Der er sat 12.000 kr. , som er brugt, til skoler m.v. , hvor de mangler.
                     ^^ Der er mellemrum foran kommaet
                                                     ^^
",
    );
    silent("Prisen er 4. , og de siger ... , som før.");
}

#[test]
fn flags_a_comma_before_what_is_counted() {
    check(
        &RULE,
        "
1. Skoler

Vi har ti stole ,2 borde og en lampe ,3 kopper.
               ^^ Der er mellemrum foran kommaet
                                    ^^
",
    );
    silent("Prisen steg ,5 procent, og der er 3 ,2 borde.");
}

#[test]
fn flags_a_space_before_the_mark_of_a_question() {
    check(
        &RULE,
        "
1. Skoler

Hvad skal vi bruge dem til ? Kom og vær med !!
                          ^^ Der er mellemrum foran spørgsmålstegnet
                                           ^^ Der er mellemrum foran udråbstegnet
",
    );
    silent("Mødet er den ? maj, og det koster 40 ? i alt.");
    silent("Kurset handler om hundesvøm, redningshunde og ????");
    silent("Lærer ?\n\nHvem kommer: ?\n\nHvad nu ? ? Og ja ! !");
}

#[test]
fn flags_a_space_before_the_mark_inside_a_sentence() {
    check(
        &RULE,
        "
1. Skoler

Det er for dyrt ; det må vente. Udvalget ønsker tre ting : hal, vej og sti. Planen er klar ; skolen bygges i maj.
               ^^ Der er mellemrum foran semikolonet
                                                        ^^ Der er mellemrum foran kolonet
                                                                                          ^^
",
    );
    silent("Forholdet er 3 : 4, og kl. 10 : 30 mødes vi. Til stede : ida. Navn : adresse : alder.");
    silent("De to adskilles med et kolon : til slut, og resten kan findes under ; filen er lang.");
    silent("Koden er if (a) ; og sådan, og vi ses :-) samt : nej. Vi har brug for :hover.");
}

#[test]
fn flags_a_space_before_the_stop_behind_the_number_of_an_attachment() {
    check(
        &RULE,
        "
1. Skoler

Bilag

- Bilag 2 . Aktivitetstal
         ^^ Der er mellemrum foran punktummet
- Bilag 3. Kort , plan .pdf
",
    );
}

#[test]
fn flags_a_mark_glued_to_the_next_word() {
    check(
        &RULE,
        "
1. Skoler

Der er varme.Ta med,når det er (slut).Der er æg,åer i 1970.Nu.
            ^ Der mangler et mellemrum efter punktummet
                   ^ Der mangler et mellemrum efter kommaet
                                     ^
                                                          ^
",
    );
}

#[test]
fn ignores_columns() {
    silent("Skole   Elever  Lærere");
    silent("Ny skole  12 elever\nGammel skole  9 elever");
    silent("Formand:  Ole Hansen");
    silent("Ole Hansen  /  Lise Olsen");
    silent("12  Skole\n\n1  2  3");
    check(
        &RULE,
        "Byrådet\nMødested  Rådhuset\nOle Hansen  (A)\n\n1.  Skoler\n\nBeslutning\n\nDet  er.\n   ^^\n",
    );
}

#[test]
fn ignores_the_mark_of_an_open_item() {
    silent(" Åbent  møde.\n\nDet er skolen.");
    silent("5.3.  Miljø (Ole). Det er vedtaget.\n\nValg af stemmetællere  NN fik fem og MM to stemmer.");
}

#[test]
fn a_heading_glued_to_a_sentence_is_left_to_the_writer() {
    for line in ["Der drøftes skole.Økonomi", "Der er intet.Sagsid.: 17/62791"] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n\nIngen.\n");
        let document = document::fixture::document("generel", &RULE, &text);
        let fixes: Vec<_> = document.diagnostics().iter().map(|found| found.fixes.len()).collect();
        assert_eq!(fixes, [0], "{line}");
    }
}

#[test]
fn ignores_no_break_spaces() {
    silent("Det er drift. \u{a0}Efter ferien \u{a0} er det slut.");
}

#[test]
fn flags_spaces_inside_brackets_and_none_behind() {
    check(
        &RULE,
        "
1. Skoler

Prisen ( ekskl. moms ) og gebyret (350 kr.)opkræves i maj (bilag 2 ). Det slutter kl. 21 .Tak for i aften.
        ^ Der står et mellemrum inde i parentesen
                    ^
                                          ^ Der mangler et mellemrum efter parentesen
                                                                  ^
                                                                                        ^^ Der er mellemrum foran punktummet
",
    );
    silent("Sæt kryds ( ) eller ( x ), bruger(ne), (u)heldig, f( x ) = 2 og :-) samt ( se nedenfor.");
    silent("Vi bruger .Net og .Docx her.");
}

#[test]
fn ignores_names_with_a_stop_in_them() {
    silent(
        "Brugernavnet er Bo.Lund, og mappen hedder Budget.Arkiv. Firmaerne Bygning.Nu, Krop.Nu og Vikar.Nu søger.",
    );
    check(
        &RULE,
        "
1. Skoler

Formand er Bo Lund.Kasserer er Ida Toft. Godkendt.Formanden takkede.
                  ^
                                                 ^
",
    );
}

#[test]
fn ignores_dots_and_numbers() {
    silent("Taget ... og gården .. og .net .5 , 6 samt 4 , 5 og kr. 500 ,-");
    silent("Se kapitel . . . . 4 og post@by.dk , www.by.dk . Slut.");
}

#[test]
fn ignores_abbreviations_names_and_addresses() {
    silent("Chr.Hansen, H.C.Andersen, cand.Polit, Borger.Dk, Referat.Docx, www.Skolen.Syd, a/b.Cd");
    silent("A,B,C og 3,5 og f,eks og skole,elever,lærer,klasse og x=ab,cd");
}

#[test]
fn ignores_quotations() {
    silent("Han skrev: ”Det er  slut .Det er ,som det er.Ja” til os.");
}

#[test]
fn mends_each_without_touching_the_other() {
    check_fix(
        &RULE,
        "1. Skoler\n\nBeslutning\n\nEt tag  af tegl , som er nyt.Det er\u{a0}rødt,tungt .\n",
        "1. Skoler\n\nBeslutning\n\nEt tag af tegl, som er nyt. Det er\u{a0}rødt, tungt.\n",
    );
}

#[test]
fn flags_a_bracket_glued_to_the_word_before() {
    check(
        &RULE,
        "
1. Skoler

Kassereren fremlagde regnskabet(se bilag 1), og beløbet(ekskl. moms og fragt) er lille.
                               ^ Der mangler et mellemrum foran parentesen
                                                       ^
",
    );
    silent(
        "Bruger(ne), medlem(mer), sizeof(long double), printf(a og b)x, kald(x, y), SUM(fra og til) og model(3 stk.).",
    );
}

#[test]
fn flags_a_space_before_the_colon_of_one_label() {
    check(
        &RULE,
        "
Bestyrelsen

Sted: Hallen
Dato: den 4. maj
Tilstede : Ida Holm og Bo Dal
        ^^ Der er mellemrum foran kolonet
Afbud: ingen

1. Skoler

Sagen er ny.
",
    );
    check(
        &RULE,
        "Bestyrelsen\n\nSted : Hallen\nDato: den 4. maj\nTilstede : Ida Holm\nAfbud: ingen\n\n1. Skoler\n\nNy.\n",
    );
    check(&RULE, "Bestyrelsen\n\nTilstede : Ida Holm\n\n1. Skoler\n\nSagen er ny.\n");
}

#[test]
fn flags_a_name_glued_to_a_label_before_a_full_stop() {
    check(
        &RULE,
        "
1. Skoler

Referent:Ida.
        ^ Der mangler et mellemrum efter kolonet
",
    );
}

#[test]
fn two_points_or_a_line_without_a_stop_may_have_two_spaces() {
    for (lines, n) in [
        ("- Maling af  hallen\n- Leje af  telt", 2),
        ("- Maling  af hallen", 1),
        ("Hallen er meget  kold om vinteren", 1),
        ("Udvalget har besluttet at  flytte mødet", 1),
        // Columns.
        ("- Hallen  i alt 12\n- Skolen  i alt 14", 0),
        ("Ole Brink  formand for udvalget", 0),
        ("Hallen  kold om vinteren", 0),
        ("- Hold A  12 børn", 0),
    ] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{lines}\n");
        let found = document::fixture::document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), n, "{lines}");
    }
}
