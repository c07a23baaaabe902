//! Lines that may speak of closed matter, and ordinary talk of what is shut.

use super::super::is_possible;

#[test]
fn what_only_ever_means_not_public_is_seen_wherever_it_stands() {
    for line in [
        "2. Køb af grund (ej til offentliggørelse)",
        "2. Køb af grund (§ 10)",
        "2. Køb af grund (L)",
        "L2. Køb af grund",
        "LP 3. Køb af grund",
        "2L. Køb af grund",
        "Punkt 5 Lukket Køb af grund",
        "*2. Køb af grund",
        "2. Køb af grund (Luket)",
        "2. Køb af grund (lukk. punkt)",
        "Sagen er undtaget efter § 10.",
        "NB: Fortrolige oplysninger nedenfor.",
        "Behandlet som personsag.",
        "2. Køb af grund (Lukekt)",
        "2. Køb af grund (Luk\u{ad}ket)",
        "2. Køb af grund ( L u k k e t )",
        "Dette punkt må ikke offentliggøres.",
        "Ejeren er syg. Punktet blev behandlet for lukkede døre.",
        "Punkt 3 og 4 behandles for lukkede døre.",
        "Dørene blev lukket.",
        "Tilhørerne forlod mødet",
        "Åben: Nej",
        "Lukket. Ejeren vil ikke sælge, før han har fundet noget andet at bo i.",
        "(Fortroligt) Ejeren vil ikke sælge.",
        "| 2 | Køb af grund | Lukket | Ejeren sælger. |",
        "| 2 | Køb af grund | Lukket punkt. Ejeren sælger. |",
        "2;Køb af grund;Lukket;Godkendt",
        "Der er tavshedspligt om dette punkt.",
        "Closed session",
        "- [x] 2. Lukket: Opsigelse",
        "- ☑ 2. Lukket: Opsigelse",
        "✔ Fortroligt: Salg",
        "Punktet er behandlet i fortrolighed.",
        "2. Personale (konfidentielt)",
        "§ 10-punkt",
        "Drøftet uden deltagelse af tilhørere.",
        "Indlægget er ikke ført til referat.",
    ] {
        assert!(is_possible(line), "{line}");
    }
}

#[test]
fn ordinary_talk_of_what_is_shut_is_none() {
    for line in [
        "2. Lukket kloakering af Strandvejen",
        "2. Lukkede boligområder",
        "2. Lukket budget 2025",
        "3. Fortrolig rådgivning for unge",
        "Biblioteket (lukket i juli)",
        "Fredag: lukket",
        "Lukket uge 29",
        "LUKKET I UGE 29",
        "Vejen er lukket for trafik.",
        "Hallen er lukket i juli.",
        "Byrådet solgte grunden på lukket møde den 20. juni 2022.",
        "Medlemmerne har tavshedspligt efter reglerne om bestyrelser.",
        "Punktet er ikke lukket.",
        "Bilag 3: Notat (lukket)",
        "Bestyrelsen overvejer, om klager skal behandles for lukkede døre.",
        "Høringssvarene offentliggøres på hjemmesiden.",
        "2. Salg af 5 l maling (1 l)",
        "* Godkendt",
        "**2. Køb af grund**",
    ] {
        assert!(!is_possible(line), "{line}");
    }
}

#[test]
fn what_is_wanted_in_the_minutes_and_what_is_not_handed_out_is_open() {
    for line in [
        "Ole ville gerne have ført til referat, at bestyrelsen ikke overholder vedtægterne.",
        "Hun bad om at få tilføjet til referat, at hun ikke stemte.",
        "Nøglen må ikke deles ud.",
        "Parcellerne må ikke deles op.",
        "- [x] 2. Lukning af hallen i uge 29",
        "- [x] Døren er repareret",
    ] {
        assert!(!is_possible(line), "{line}");
    }
}
