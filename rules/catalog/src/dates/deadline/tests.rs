use super::RULE;
use document::fixture::check;

fn item(section: &str, line: &str) -> String {
    format!("Kulturudvalget\n10. marts 2026 kl. 15.30\n\n1. Plan\n\n{section}\n\n{line}\n")
}

#[test]
fn flags_minutes_of_a_meeting_to_come() {
    check(
        &RULE,
        &item(
            "Sagsfremstilling",
            "Referatet af mødet den 10. april 2026 skal godkendes.\n                   ^^^^^^^^^^^^^^^^^^ Mødet er ikke holdt",
        ),
    );
    check(
        &RULE,
        "Kulturudvalget\n10. marts 2026\n\n1. Godkendelse af referat fra mødet den 12. maj 2026\n                                    ^^^^^^^^^^^^^^^^ Mødet er ikke holdt\n\nBeslutning\n\nGodkendt.\n",
    );
}

#[test]
fn flags_deadlines_that_have_passed() {
    check(
        &RULE,
        &item(
            "Beslutning",
            "Godkendt. Forslaget sendes i høring med frist den 17. februar 2026.\n                                              ^^^^^^^^^^^^^^^^^^^^ Dagen er gået",
        ),
    );
    check(
        &RULE,
        &item(
            "Beslutning",
            "Sagen genoptages på mødet den 12. maj 2025.\n                          ^^^^^^^^^^^^^^^^ Dagen er gået",
        ),
    );
    check(
        &RULE,
        &item(
            "Beslutning",
            "Godkendt. Ansøgninger skal være modtaget senest den 1. februar 2026.\n                                                ^^^^^^^^^^^^^^^^^^^ Dagen er gået",
        ),
    );
    check(
        &RULE,
        &item(
            "Beslutning",
            "Godkendt. Der sendes et forslag i høring med frist den 17. februar 2026.\n                                                   ^^^^^^^^^^^^^^^^^^^^ Dagen er gået",
        ),
    );
    check(
        &RULE,
        &item(
            "Indstilling",
            "Centret indstiller, at ansøgninger indsendes senest den 1. februar 2026.\n                                                    ^^^^^^^^^^^^^^^^^^^ Dagen er gået",
        ),
    );
}

#[test]
fn ignores_dates_that_may_be_right() {
    for (section, line) in [
        ("Beslutning", "Forslaget sendes i høring med frist den 17. april 2026."),
        ("Beslutning", "Forslaget var i høring med frist den 17. februar 2026."),
        ("Beslutning", "Godkendt. Ansøgninger modtaget senest den 1. februar 2026 behandles."),
        ("Beslutning", "Godkendt. Regninger betalt senest den 31. december 2025 refunderes."),
        ("Beslutning", "Godkendt. De, der meldte sig til inden 1. februar 2026, får en plads."),
        ("Beslutning", "Godkendt, idet ansøgninger, der er modtaget senest den 1. februar 2026, behandles."),
        ("Beslutning", "Godkendt. Fristen den 1. februar 2026 er overskredet."),
        ("Sagsfremstilling", "Fristen udløb den 17. februar 2026, og der kom ingen svar."),
        ("Sagsfremstilling", "Referatet af mødet den 10. februar 2026 skal godkendes."),
        ("Sagsfremstilling", "Referatet godkendes på mødet den 10. april 2026."),
        ("Sagsfremstilling", "Puljen blev oprettet den 1. februar 2026."),
        ("Indstilling", "Centret indstiller, at planen af 1. februar 2026 godkendes."),
    ] {
        check(&RULE, &item(section, line));
    }
}

#[test]
fn ignores_texts_that_travel_to_the_council() {
    let council = |section: &str, line: &str| item(section, line).replace("Kulturudvalget", "Byrådet");
    let line = "Forslaget sendes i høring med frist den 17. februar 2026.";
    check(&RULE, &council("Sagsfremstilling", line));
    check(&RULE, &council("Indstilling", &format!("Centret indstiller, at {line}")));
}

#[test]
fn a_point_asks_the_body_that_meets() {
    let economy = |lead: &str, point: &str| {
        let line = format!("{lead}\n\n1. at {point}\n\n2. at planen godkendes.");
        item("Indstilling", &line).replace("Kulturudvalget", "Økonomiudvalget")
    };
    let late = "administrationen forelægger et oplæg senest den 1. februar 2026.\n                                                  ^^^^^^^^^^^^^^^^^^^ Dagen er gået";
    for lead in [
        "Direktionen indstiller til Økonomiudvalget,",
        "Direktionen indstiller, at Økonomiudvalget beslutter,",
        "Direktionen indstiller over for Økonomiudvalget,",
    ] {
        check(&RULE, &economy(lead, late));
        check(&RULE, &economy(lead, "administrationen forelægger et oplæg senest den 1. april 2026."));
    }
    for lead in [
        "Direktionen indstiller,",
        "Direktionen indstiller til Byrådet,",
        "Direktionen indstiller, at udvalget beslutter,",
        "Direktionen indstiller til Teknikudvalget, Økonomiudvalget og Byrådet,",
    ] {
        check(&RULE, &economy(lead, "administrationen forelægger et oplæg senest den 1. februar 2026."));
    }
}

#[test]
fn the_next_meeting_of_any_board_is_after_this_one() {
    let board = |line: &str| format!("Bestyrelsen\n10. marts 2026\n\n1. Eventuelt\n\n{line}\n");
    check(
        &RULE,
        &board(
            "Næste bestyrelsesmøde er den 8. februar 2026.\n                         ^^^^^^^^^^^^^^^^^^^ Dagen er gået",
        ),
    );
    for line in [
        "Næste bestyrelsesmøde er den 8. april 2026.",
        "Klubben modtog senest den 13. februar 2026 svar fra alle.",
        "Høringen løber fra den 17. marts 2026 til den 12. januar 2026.",
    ] {
        check(&RULE, &board(line));
    }
}

#[test]
fn ignores_what_is_due_before_the_meeting() {
    for text in [
        "Forslag, der ønskes behandlet, afleveres til formanden senest den 24. februar 2026.",
        "Forslag, der ønskes behandlet, afleveres til formanden,\n\nIda Toft, senest den 24. februar 2026.",
        "Fuldmagter skal være bestyrelsen i hænde senest den 3. marts 2026.",
        "Tilmelding til generalforsamlingen sker senest den 3. marts 2026.",
    ] {
        check(&RULE, &format!("Havnelauget\n10. marts 2026 kl. 19\n\n1. Indkomne forslag\n\n{text}\n"));
    }
}
