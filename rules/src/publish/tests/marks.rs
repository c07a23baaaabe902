//! Marks that a sentence, a label or a legend makes, and what stands again in the open.

use super::super::{Allowed, Why};
use super::kinds::{CASE, END, HEAD, cuts, holds_back, publication, refuses};

#[test]
fn a_plain_mark_cuts_wherever_it_stands() {
    for (line, item) in [
        ("Punkt 2 er lukket og må ikke hænges op i opgangen.\n\n", "2. Driftsleder"),
        ("Pkt. 2 behandles for lukkede døre, jf. styrelseslovens § 10.\n\n", "2. Driftsleder"),
        ("", "2. Driftsleder\nPunktet blev behandlet for lukkede døre."),
        ("", "2. Driftsleder\n(Dette punkt må ikke offentliggøres.)"),
        ("", "2. Driftsleder\nStatus: Fortrolig"),
        ("", "2. Driftsleder\nPersonfølsomt – slettes inden opslag på tavlen."),
        ("", "2. Driftsleder – ikke-offentligt"),
        ("", "2. Driftsleder – kun for bestyrelsen"),
        ("", "Følgende punkt er lukket\n\n2. Driftsleder"),
    ] {
        let head = HEAD.replace("Deltagere", &format!("{line}Deltagere"));
        cuts(&format!("{head}{item}\n{CASE}{END}"), "Torben Krag");
    }
    let legend = format!("{HEAD}2. Driftsleder *)\n{CASE}{END}\n*) Lukket punkt\n");
    cuts(&legend, "Torben Krag");
}

#[test]
fn doors_are_shut_until_they_are_opened() {
    let shut = format!("{HEAD}Herefter blev dørene lukket.\n\n2. Driftsleder\n{CASE}");
    cuts(&format!("{shut}Dørene åbnes kl. 19.40.\n\n{END}"), "Torben Krag");
    holds_back(&format!("{shut}{END}"), "Torben Krag");
}

#[test]
fn a_name_a_case_a_plot_a_link_or_a_sum_of_the_closed_case_keeps_a_copy_from_being_written() {
    for (closed, open) in [
        ("Grunden sælges til Murerfirmaet Trolle.", "Trolle laver bumpene."),
        ("Sagen BS-41223/2025 forliges.", "Advokaten talte om BS-41223/2025."),
        ("Matr.nr. 17 ck tages.", "Stien går forbi matr.nr. 17 ck."),
        ("Se mail fra hegn41@lystmail.dk.", "Henvendelser: hegn41@lystmail.dk"),
        ("Prisen er 5.600.000 kr.", "Der afsættes 5,6 mio. kr."),
        ("Gartneriet Skovly køber jorden.", "Kort: https://kort.example.dk/gartneriet-skovly"),
    ] {
        let text = format!("{HEAD}2. Salg (Lukket)\n\n{closed}\n\nBeslutning\nGodkendt.\n\n{END}{open}\n");
        refuses(&text, open, Why::Name);
    }
}

#[test]
fn open_documents_that_speak_of_what_is_closed_stay_as_they_are() {
    for (title, words) in [
        ("Tavshedspligt", "Konsulenten holdt oplæg."),
        ("Mødeform", "Udvalget vil have flere åbne møder og færre lukkede punkter."),
        ("Opfølgning", "Sagen er lukket i systemet, og borgeren har fået svar."),
        ("Valg *", "Formanden blev genvalgt.\n* = genvalgt uden modkandidat"),
        ("Åbningstider", "| Dag | Tid |\n|---|---|\n| Mandag | Lukket |"),
    ] {
        let text = format!("{HEAD}2. {title}\n\nSagsfremstilling\n{words}\n\nBeslutning\nGodkendt.\n\n{END}");
        let new = publication(&text, &Allowed::Nothing);
        assert_eq!((new.refusals, &new.text), (Vec::new(), &text));
    }
}
