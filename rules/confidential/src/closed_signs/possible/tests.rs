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

#[test]
fn what_goes_out_of_the_text_before_others_read_it_is_seen() {
    for line in [
        "Følgende må ikke stå i det offentlige referat:",
        "Følgende må ikke fremgå af det udsendte referat:",
        "Slettes før udsendelse:",
        "Slet dette afsnit, inden referatet lægges ud:",
        "Tages ud, før referatet sendes ud:",
        "Anonymiseres før offentliggørelse",
        "Maskeres før udlevering.",
        "Ekskluderet fra offentlig dagsorden.",
        "Ikke en del af det offentlige referat.",
        "Findes kun i det lukkede referat.",
        "Se det lukkede referat:",
        "Ikke til videregivelse.",
        "Må først offentliggøres efter aftale.",
        "Offentliggøres tidligst 1. maj.",
        "Embargo til 1. oktober",
        "Offentliggøres ikke af hensyn til den enkelte borger.",
        "NB: Dette må ikke komme i lokalbladet.",
        "Følgende står ikke i den udgave, der hænges op:",
        "Oplysningerne nedenfor er fortrolige, indtil kontrakten er underskrevet.",
        "[Undtaget fra referatets offentlige del]",
        "2. Salg (ikke til omtale)",
        "Off. = nej",
        "MÅ IKKE OFFENTLIGGØRES FØR 1. JANUAR 2027",
    ] {
        assert!(is_possible(line), "{line}");
    }
    for line in [
        "Gamle mails slettes før sommerferien.",
        "Svarene anonymiseres før offentliggørelse af rapporten.",
        "Annoncen må ikke stå i avisen før fredag.",
        "Regnskabet offentliggøres først efter generalforsamlingen.",
        "Resultatet offentliggøres tidligst 1. maj.",
        "Karaktererne offentliggøres ikke.",
        "Må ikke deles op i to grunde.",
        "Revisor har lukket sag 4, 7 og 9 fra sidste år.",
        "Lukket af hensyn til de ynglende fugle.",
        "Dette er omtalt i avisen.",
        "Skiltene tages ned før sommerferien.",
    ] {
        assert!(!is_possible(line), "{line}");
    }
}

#[test]
fn those_who_may_not_hear_are_seen() {
    for line in [
        "Offentligheden havde ikke adgang under dette punkt.",
        "Ingen adgang for offentligheden.",
        "Offentlighed: ingen",
        "Dørlukning vedtaget.",
        "Der var dørlukning under punktet.",
        "Tilhørere måtte ikke være til stede.",
        "Der var ingen tilhørere til stede under dette punkt.",
        "Tilhørerne blev vist ud.",
        "Kun de valgte medlemmer deltog.",
        "Oplysningerne er omfattet af tavshedspligten.",
        "Undtages efter § 30, nr. 2, i offentlighedsloven.",
        "Undtaget efter forvaltningsloven.",
        "Lkt. punkt",
        "Status: L",
        "Behandlet på lukket møde.",
    ] {
        assert!(is_possible(line), "{line}");
    }
    for line in [
        "Offentligheden havde ikke adgang til stranden i august.",
        "Der var ingen tilhørere.",
        "Dørlukkeren på toilettet er i stykker.",
        "Automatisk dørlukning koster 12.000 kr.",
        "Størrelse: L",
        "Undtaget fra affaldsgebyret er sommerhuse uden vand.",
        "Gæsterne blev vist ud i haven.",
    ] {
        assert!(!is_possible(line), "{line}");
    }
}

#[test]
fn what_others_do_behind_their_doors_is_no_closed_matter() {
    for line in [
        "Patienternes oplysninger behandles fortroligt.",
        "Elevernes svar opbevares fortroligt.",
        "Sygesamtaler foregår bag lukkede døre og under fortrolighed.",
        "Forhandlingerne foregik for lukkede døre i Forligsinstitutionen.",
        "Lågen skal altid være lukket. Dørene lukkes kl. 17.",
        "Liste K foreslår, at byrådet højst har to lukkede punkter på dagsordenen.",
        "Dokumenter får mærket Offentlig, Intern, Fortrolig eller Hemmelig.",
        "Hal 3: Lukket",
        "Poolen: lukket",
        "Toiletter: Lukkede",
    ] {
        assert!(!is_possible(line), "{line}");
    }
    for line in [
        "Sælgerens tilbud er fortroligt.",
        "Sagen blev behandlet for lukkede døre i udvalget.",
        "Dørene lukkes kl. 17.",
        "Klassifikation: Fortrolig",
        "Punkt 3: Lukket",
    ] {
        assert!(is_possible(line), "{line}");
    }
}
