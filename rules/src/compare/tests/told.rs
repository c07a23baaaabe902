//! What is recommended and decided in words that no heading marks.

use super::{AGENDA, decided, document, kinds};
use crate::compare::{Comparison, Kind};

/// The changes of minutes to an agenda, and whether the recommendation is another.
fn compared(agenda: &str, minutes: &str) -> (Vec<Kind>, bool) {
    let comparison = Comparison::new(&document(agenda), &document(minutes));
    let changed = comparison.changes_recommendation();
    let kinds = comparison.items.into_iter().flat_map(|pair| pair.changes).map(|change| change.kind);
    (kinds.collect(), changed)
}

#[test]
fn what_is_recommended_below_no_heading_is_compared() {
    for lead in ["Det anbefales", "Forvaltningen indstiller", "Bestyrelsen foreslår"] {
        let agenda = format!(
            "Kulturudvalget\n10. marts 2026\n\n1. Hal\n\nBeskrivelse\nRammen til haller er 480.000 kr.\n{lead}\nat fordelingen på 480.000 kr. godkendes\nat der gives besked den 1. oktober 2026\n\nBeslutning\nGodkendt.\n\n2. Eventuelt\n"
        );
        assert_eq!(compared(&agenda, &agenda), (vec![], false), "{lead}");
        let amount = agenda.replace("fordelingen på 480", "fordelingen på 408");
        assert_eq!(compared(&agenda, &amount), (vec![Kind::AtPointChanged, Kind::Amount], true), "{lead}");
        let words = agenda.replace("godkendes", "afvises");
        assert_eq!(compared(&agenda, &words), (vec![Kind::AtPointChanged], true), "{lead}");
        let gone = agenda.replace("at der gives besked den 1. oktober 2026\n", "");
        assert_eq!(compared(&agenda, &gone), (vec![Kind::AtPointRemoved], true), "{lead}");
        assert_eq!(compared(&gone, &agenda), (vec![Kind::AtPointAdded], true), "{lead}");
        let case = agenda.replace("Rammen til haller er 480", "Rammen til haller er 490");
        assert_eq!(compared(&agenda, &case), (vec![Kind::Amount], false), "{lead}");
    }
}

#[test]
fn a_sentence_that_recommends_otherwise_changes_the_recommendation() {
    let agenda = "Kulturudvalget\n10. marts 2026\n\n1. Regnskab\n\nRegnskabet er gjort op og lagt frem. Direktionen indstiller, at regnskabet for halvåret godkendes.\n\n2. Eventuelt\n";
    let minutes = agenda.replace("halvåret godkendes", "halvåret tages til efterretning");
    assert!(compared(agenda, &minutes).1);
    let told = agenda.replace("gjort op", "gjort helt op");
    assert!(!compared(agenda, &told).1);
}

#[test]
fn an_item_with_another_title_and_the_same_text_is_the_same() {
    let agenda = "Skolebestyrelsen\n10. marts 2026\n\n1. Lejrskole\n\nPrisen er 1.150 kr. pr. elev for 52 elever fra tredje årgang, i alt 59.800 kr.\n\n2. Eventuelt\n";
    let minutes = agenda.replace("1. Lejrskole", "1. Hyttetur for en årgang").replace("1.150", "1.250");
    assert_eq!(compared(agenda, &minutes), (vec![Kind::Title, Kind::Amount], false));
    let other = "Skolebestyrelsen\n10. marts 2026\n\n1. Nyt tag\n\nTaget er utæt, og der er kommet tre bud fra byens tømrere med en pris på 40.000 kr.\n\n2. Eventuelt\n";
    let comparison = Comparison::new(&document(agenda), &document(other));
    assert_eq!(comparison.items.len(), 3);
}

#[test]
fn a_room_that_does_not_break_is_no_change() {
    let agenda =
        AGENDA.replace("til et gulv,", "til et gulv. Taget koster 4,8 mio. kr. Kommunen betaler det hele,");
    let minutes = decided(&agenda.replace("4,8 mio. kr. K", "4,8\u{a0}mio.\u{a0}kr.\u{a0}K"), "Godkendt.");
    assert_eq!(compared(&agenda, &minutes), (vec![], false));
}

#[test]
fn what_one_of_them_says_and_a_motion_that_fell_are_no_other_decision() {
    for decision in [
        "Anbefales.\nIda Lund kan ikke tiltræde indstillingen.",
        "Ida Lund foreslog, at tilskuddet gives som lån. Forslaget blev forkastet. Indstillingen blev herefter godkendt.",
    ] {
        assert!(!kinds(&decided(AGENDA, decision)).contains(&Kind::DecisionDiffers), "{decision}");
    }
    for decision in ["Indstillingen blev forkastet.", "Forkastet."] {
        assert!(kinds(&decided(AGENDA, decision)).contains(&Kind::DecisionDiffers), "{decision}");
    }
}

#[test]
fn who_leaves_and_when_it_ends_takes_nothing_from_a_yes() {
    for decision in [
        "Godkendt. Jørgen Stub forlod mødet kl. 14.10.",
        "Godkendt.\nMødet sluttede kl. 10.45.",
        "Godkendt.\n\nSagsnr.: 05.01.00-P20-7-24",
    ] {
        assert_eq!(kinds(&decided(AGENDA, decision)), [], "{decision}");
    }
}
