//! Phrases that say that something is closed, and sentences that say something else.

use super::super::meetings::reopens;
use super::{is_marked, is_of_hours, tells, whole};

#[test]
fn the_words_of_meetings_say_it_in_any_order() {
    for line in [
        "(Dette punkt må ikke offentliggøres.)",
        "Personfølsomt – slettes inden opslag på tavlen.",
        "Punkt 3 er lukket og må ikke hænges op i opgangen.",
        "Herefter blev dørene lukket.",
        "Dørene lukkes kl. 19.10.",
        "Pkt. 3 og 4 behandles for lukkede døre, jf. regionslovens § 13.",
        "Status: Fortrolig",
        "2. Bådplads 18 – ikke-offentligt",
        "2. Overdragelse – kun for bestyrelsen",
        "Åbent punkt: nej",
        "Skal ikke lægges på hjemmesiden",
        "Jf. forvaltningslovens § 27",
        "Behandles jf. forvaltningslovens § 27.",
        "2. Naboklage (ikke til omdeling)",
        "Åbenhed: Nej",
        "Begrænset distribution.",
        "Punktet offentligøres ikke.",
        "Ovenstående er omfattet af tavshedspligten.",
    ] {
        assert!(tells(line), "{line}");
    }
}

#[test]
fn what_names_something_else_says_nothing_of_meetings() {
    for line in [
        "Hallen er åben. Den er lukket om natten.",
        "Punktet er lukket på handlingslisten; der følges op i 2027.",
        "Sagen er lukket i systemet, og borgeren har fået svar.",
        "Kun bestyrelsen har nøgle til arkivet.",
        "Referatet fra det lukkede møde blev godkendt.",
        "Referatet lægges på hjemmesiden.",
        "Dørene i gangen blev lukket af vagten.",
        "Punktet er ikke lukket.",
        "Der var ingen lukkede punkter.",
        "Udvalget vil have flere åbne møder og færre lukkede punkter.",
        "Fortroligt: nej",
        "Lærerne har underretningspligt og tavshedspligt, jf. straffelovens § 152.",
        "Kirkeværgens pligter blev gennemgået, jf. forvaltningslovens § 27.",
        "Høringssvarene ligger på hjemmesiden. Intet er fortroligt.",
        "Punktet udgår af dagsordenen.",
    ] {
        assert!(!tells(line), "{line}");
    }
}

#[test]
fn a_phrase_names_its_items_or_its_own_or_what_follows() {
    let of = |line| whole(line).expect("a phrase");
    assert_eq!(of("Pkt. 3 og 4 behandles for lukkede døre.").numbers, [3, 4]);
    assert_eq!(of("Punkterne 3-5 er lukkede, jf. § 10.").numbers, [3, 4, 5]);
    assert!(of("Punktet blev behandlet for lukkede døre.").of_own);
    assert!(of("Herefter blev dørene lukket.").of_rest && of("Dørene lukkes kl. 19.10.").of_rest);
    assert!(!of("Behandles for lukkede døre").of_rest && !of("Dørene blev lukket").of_rest);
    assert!(of("Følgende punkt er lukket").of_next);
    assert_eq!(whole("Lukket bemærkning: Han er syg."), None);
    assert!(
        reopens("Dørene åbnes kl. 19.40.")
            && reopens("Mødet blev genåbnet")
            && !reopens("Mødet åbnes af formanden i hallen")
    );
    assert!(
        is_marked("2. Bådplads 18 – ikke-offentligt")
            && is_marked("Fortroligt: Køb")
            && !is_marked("2. Lukket")
    );
}

#[test]
fn a_case_that_may_be_finished_is_told_apart() {
    for line in ["Sagen er lukket.", "Sag nr. 14 er lukket.", "Sag 15 blev lukket"] {
        assert!(whole(line).is_some_and(|phrase| phrase.is_done), "{line}");
    }
    for line in ["Sag 22-1234 er lukket.", "Sagerne 21-0098 og 21-0102 er lukket."] {
        let phrase = whole(line).expect("a phrase");
        assert!(phrase.is_done && phrase.numbers.iter().all(|number| *number > 1000), "{line}");
    }
    for line in ["Punktet er lukket.", "Sagen er lukket for offentligheden.", "Sagen er fortrolig."] {
        assert!(whole(line).is_some_and(|phrase| !phrase.is_done), "{line}");
    }
}

#[test]
fn numbers_behind_a_colon_are_those_of_the_items() {
    for line in [
        "Følgende punkter behandles i lukket møde: 3-4",
        "Dagsorden for lukket møde: punkt 3-4",
        "Punkter på lukket møde: 3 og 4",
    ] {
        assert_eq!(whole(line).map(|phrase| phrase.numbers), Some(vec![3, 4]), "{line}");
    }
}

#[test]
fn what_is_kept_for_members_may_be_said_of_a_club() {
    assert!(whole("Kun for medlemmer").is_some_and(|phrase| phrase.of_place));
    assert!(whole("Punktet er kun for medlemmer").is_some_and(|phrase| !phrase.of_place));
    assert!(whole("Kun for udvalgets medlemmer").is_some_and(|phrase| !phrase.of_place));
}

#[test]
fn only_what_is_shut_has_opening_hours() {
    for line in [
        "fortroligt: viceværten holder op i juni.",
        "tavshedspligt: lederen går til jul.",
        "lukket: ib opsiges inden jul.",
    ] {
        assert!(!is_of_hours(line), "{line}");
    }
    for line in ["fredag: lukket", "lukket i juli og august", "kontoret er lukket mandag"] {
        assert!(is_of_hours(line), "{line}");
    }
}
