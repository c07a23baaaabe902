//! Which sentences say what was decided, and which only speak of it.

use super::{behind_arrow, says_outcome, tells};

#[test]
fn an_outcome_may_lack_its_stop_or_be_followed_by_a_sentence() {
    for words in [
        "Godkendt",
        "Taget til efterretning",
        "Godkendt uden bemærkninger",
        "Dagsordenen blev godkendt",
        "Dagsorden er godkendt, og alle er mødt.",
        "Drøftet. Sagen tages op på næste møde.",
        "Budgettet for 2024 blev godkendt. For: 22",
        "Ganske få. Taget til efterretning",
    ] {
        assert!(says_outcome(words), "{words}");
    }
}

#[test]
fn a_body_decides_at_its_own_meeting() {
    for words in [
        "Bestyrelsen besluttede, at gebyret er 200 kr.",
        "Det blev besluttet at skrive til vejlauget",
        "Det besluttedes at gentage turen.",
        "Provstiudvalget bevilger 128.400 kr. til fyret",
        "Man vedtog at tage imod gaven.",
        "Vi besluttede at male skuret.",
        "Der var enighed om at købe en pumpe.",
        "Udvalget drøftede sagen og ønsker et nyt oplæg.",
        "Bestyrelsen drøftede åbningstiderne.",
        "Besluttet at søge støtte.",
        "Kæret renses i maj. Det blev besluttet at søge støtte.",
    ] {
        assert!(says_outcome(words), "{words}");
    }
    for words in [
        "Byrådet besluttede, at vejen lukkes.",
        "Bestyrelsen besluttede i 2019, at gebyret er 200 kr.",
        "Bestyrelsen besluttede på sidste møde at male skuret.",
        "Formanden godkendte planen. Den er sendt.",
        "Udvalget drøftede den 3. marts, hvad taget koster.",
        "Bestyrelsen drøftede på mødet i juni en ny pumpe.",
        "Formanden drøftede planen med naboen.",
        "Vi talte om, hvad bestyrelsen besluttede.",
    ] {
        assert!(!says_outcome(words), "{words}");
    }
}

#[test]
fn what_only_speaks_of_an_outcome_is_none() {
    for words in [
        "Kommunen har godkendt planen.",
        "Hvis budgettet godkendes, køber vi pumpen.",
        "Planen er udsat for kritik.",
        "Kommunen har ikke godkendt planen og vil ikke tale om den",
        "Godkendt budget følger",
        "Regnskab",
    ] {
        assert!(!says_outcome(words), "{words}");
    }
}

#[test]
fn what_came_of_a_thing_is_told_in_any_sentence() {
    for words in [
        "Kassereren gennemgik tallene. Regnskabet blev godkendt. Tak til Ib.",
        "Rapporten blev gennemgået og godkendt.",
        "Forslaget om bump på Engvej blev forkastet med 12 stemmer mod 9.",
        "Beretningen blev derefter enstemmigt godkendt",
        "Ansøgningen blev ikke imødekommet.",
        "Forslaget var dermed forkastet.",
        "Bestyrelsen tog regnskabet til efterretning.",
    ] {
        assert!(says_outcome(words), "{words}");
    }
    for words in [
        "Planen blev vedtaget i byrådet.",
        "Hallen blev godkendt i 2019.",
        "Lokalplanen blev godkendt i maj, siger naboen.",
        "Formanden fortalte, at taget blev godkendt.",
        "Kommunen blev orienteret, og ansøgningen blev drøftet.",
        "Taksten blev sat op.",
    ] {
        assert!(!says_outcome(words), "{words}");
    }
}

#[test]
fn decisions_and_what_took_their_place_are_told() {
    for words in ["Beslutning: Godkendt.", "BESLUTTET", "Sagen udgik.", "Punktet blev taget af dagsordenen"] {
        assert!(tells(words), "{words}");
    }
    for words in ["Sagen er ny.", "Beslutningen ventes i maj.", "Det er udsat."] {
        assert!(!tells(words), "{words}");
    }
}

#[test]
fn an_arrow_is_no_part_of_what_was_decided() {
    assert_eq!(behind_arrow("=> Udsat."), "Udsat.");
    assert_eq!(behind_arrow("=== Udsat"), "=== Udsat");
}
