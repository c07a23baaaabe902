//! Forms in which closed matter stands, each in three texts: what is closed is not in the copy, or there is no copy.

use super::super::{Allowed, Publication, Why};
use crate::document::Engine;
use crate::syntax::Ranks;

pub(super) const HEAD: &str = "Havneudvalget\nReferat\n12. maj 2026 kl. 16.30\n\nDeltagere: Lise Munk (A), Per Dahl (V)\n\n1. Dagsorden\n\nBeslutning\nGodkendt.\n\n";
pub(super) const CASE: &str =
    "\nSagsfremstilling\nTorben Krag har drukket i tjenesten.\n\nBeslutning\nGodkendt.\n\n";
pub(super) const END: &str = "3. Cykelsti\n\nBeslutning\nStien asfalteres.\n";

pub(super) fn publication(text: &str, allowed: &Allowed) -> Publication {
    Publication::new(&Engine::default(), text, Ranks::default(), allowed)
}

/// No copy of `text` shows `secret`.
#[track_caller]
pub(super) fn holds_back(text: &str, secret: &str) {
    let new = publication(text, &Allowed::Nothing);
    assert!(!new.refusals.is_empty() || !new.text.contains(secret), "{text}\n--\n{}", new.text);
}

/// The copy of `text`, which lacks `secret` and still has what is open.
#[track_caller]
pub(super) fn cuts(text: &str, secret: &str) -> String {
    let new = publication(text, &Allowed::Nothing);
    assert_eq!(new.refusals, [], "{text}");
    assert!(!new.text.contains(secret), "{}", new.text);
    assert!(new.text.contains("Stien asfalteres"), "{}", new.text);
    new.text
}

/// The copy of `text` is that text.
#[track_caller]
pub(super) fn leaves(text: &str) {
    let new = publication(text, &Allowed::Nothing);
    assert_eq!(new.refusals, [], "{text}");
    assert_eq!(new.text, text);
}

/// Is there no copy of `text`, for a line that says `words`?
#[track_caller]
pub(super) fn refuses(text: &str, words: &str, why: Why) {
    let new = publication(text, &Allowed::Nothing);
    assert!(
        new.refusals.iter().any(|refusal| refusal.words.contains(words) && refusal.why == why),
        "{:?}\n{}",
        new.refusals,
        new.text
    );
}

#[test]
fn a_heading_that_comes_again_closes_what_is_under_it_each_time() {
    let overview = "1. Dagsorden\nGodkendt.\n\n2. Driftsleder (Lukket)\nTorben Krag fik en påtale.\n\n3. Cykelsti\nAsfalt.\n";
    let twice = [
        format!("{HEAD}2. Driftsleder (Lukket)\n{CASE}{END}\n{overview}"),
        format!(
            "{HEAD}2. Driftsleder (Lukket)\n{CASE}2. Driftsleder (Lukket) – fortsat\n\nTorben Krag fik en påtale.\n\n{END}"
        ),
        format!(
            "Havneudvalget\nReferat\n12. maj 2026\n\n{overview}\n{HEAD}2. Driftsleder (Lukket)\n{CASE}{END}"
        ),
    ];
    for text in twice {
        holds_back(&text, "Torben Krag");
    }
}

#[test]
fn a_mark_in_the_contents_closes_the_item() {
    for entry in
        ["2. Driftsleder (Lukket)", "2. Driftsleder (fortroligt) .... 3", "2. Driftsleder    (Lukket)    2"]
    {
        let contents = format!("Indhold\n1. Dagsorden\n{entry}\n3. Cykelsti\n\n");
        let head = HEAD.replace("1. Dagsorden", &format!("{contents}1. Dagsorden"));
        holds_back(&format!("{head}2. Driftsleder\n{CASE}{END}"), "Torben Krag");
    }
}

#[test]
fn points_of_the_case_open_nothing() {
    let points = [
        "Ad 1. Godkendt.\n\nAd 2. Godkendt.\n\nAd 3. Torben Krag får tre måneders løn.\n",
        "Punkt 3: Torben Krag får tre måneders løn.\n",
        "Forløb:\n\n1. Samtale\n\n2. Advarsel\n\n3. Bortvisning\n\nTorben Krag har drukket.\n",
        "3. Bortvisning\n\nTorben Krag har drukket.\n\n4. Løn\n\nTorben Krag får tre måneders løn.\n",
    ];
    for point in points {
        let case = format!("2. Driftsleder (Lukket)\n\nSagsfremstilling\n{point}\n");
        holds_back(&format!("{HEAD}{case}"), "Torben Krag");
        holds_back(&format!("{HEAD}{case}{END}"), "Torben Krag");
    }
}

#[test]
fn words_of_openness_and_of_the_end_open_nothing_inside_an_item() {
    for line in
        ["Åbne punkter:", "Åbne sager", "Åbent møde", "Underskriftsark", "Mødet hævet kl. 19", "Mødet slut"]
    {
        let case = CASE.replace("Torben", &format!("{line}\n\nTorben"));
        cuts(&format!("{HEAD}2. Driftsleder (Lukket)\n{case}{END}"), "Torben Krag");
    }
}

#[test]
fn an_item_with_a_mark_of_openness_opens_again() {
    for heading in ["3. Cykelsti (Åben)", "3. (Åben) Cykelsti", "3. Cykelsti (Åbent punkt)"] {
        let end = END.replace("3. Cykelsti", heading);
        cuts(&format!("{HEAD}Lukkede punkter\n\n2. Driftsleder\n{CASE}{end}"), "Torben Krag");
    }
}

#[test]
fn what_was_taken_out_is_taken_out_where_it_stands_again() {
    let case = "2. Driftsleder (Lukket)\n\nSagsfremstilling\nTorben Krag har drukket i tjenesten.\n\nBilag\nPåtale til driftsleder.pdf\n\nBeslutning\n\
                Der gives en skriftlig påtale med frist til 1. juli.\n\n";
    for again in [
        "Beslutningsoversigt\nPkt. 2: Der gives en skriftlig påtale med frist til 1. juli.\n",
        "Bilagsliste\n2.1 Påtale til driftsleder.pdf\n",
        "Referat i kort form\n- Der gives en skriftlig påtale med frist til 1. juli.\n",
    ] {
        let new = publication(&format!("{HEAD}{case}{END}\n{again}"), &Allowed::Nothing);
        assert!(new.refusals.is_empty() && !new.text.contains("åtale"), "{}", new.text);
    }
}

#[test]
fn a_name_of_what_was_taken_out_is_told_with_its_line() {
    for line in [
        "Næste møde: Torben Krags sag",
        "Fagforeningen deltog for Torben Krag",
        "Opgave: brev til Krag, Torben",
    ] {
        refuses(&format!("{HEAD}2. Driftsleder (Lukket)\n{CASE}{END}\n{line}\n"), line, Why::Name);
    }
}

#[test]
fn who_took_part_may_be_named() {
    let case = CASE.replace("Torben Krag", "Lise Munk");
    cuts(&format!("{HEAD}2. Driftsleder (Lukket)\n{case}{END}"), "drukket");
}

#[test]
fn a_row_of_the_contents_with_other_words_loses_them() {
    for entry in ["2. Personalesag Torben Krag", "2. Sagen om havnens Torben Krag", "2. Torben Krag, påtale"]
    {
        let text = format!(
            "Havneudvalget\nReferat\n12. maj 2026\n\nIndhold\n1. Dagsorden\n{entry}\n3. Cykelsti\n\n1. Dagsorden\n\nBeslutning\nGodkendt.\n\n2. Driftsleder (Lukket)\n{CASE}{END}"
        );
        holds_back(&text, "Torben Krag");
    }
}

#[test]
fn of_a_decision_no_reasons_and_no_other_names_stay() {
    for more in [
        "Per Dahl (V) stemte imod, idet Torben Krag er syg.",
        "Et flertal stemte for at give løn til Torben Krag.",
        "Fraværende: Lise Munk, som er gift med Torben Krag.",
        "Afbud: Torben Krag er i fængsel",
    ] {
        let text = format!("{HEAD}2. Driftsleder (Lukket)\n\nBeslutning\nGodkendt.\n{more}\n\n{END}");
        cuts(&text, "Torben Krag");
    }
    let text =
        format!("{HEAD}2. Driftsleder (Lukket)\n\nBeslutning\nGodkendt.\nPer Dahl (V) stemte imod.\n\n{END}");
    assert_eq!(publication(&text, &Allowed::Nothing).text, text);
}

#[test]
fn words_that_only_ever_mean_not_public_close_or_refuse() {
    for mark in [
        "(ej til offentliggørelse)",
        "(må ikke offentliggøres)",
        "(undtaget fra aktindsigt)",
        "(tavshedsbelagt)",
        "(§ 10)",
        "(Åben: Nej)",
        "(kun for bestyrelsen)",
        "(L)",
        "*",
        "(Luket)",
        "(Luk\u{ad}ket)",
        "(confidential)",
        "(delvist lukket)",
        "<lukket>",
        "#lukket",
    ] {
        holds_back(&format!("{HEAD}2. Driftsleder {mark}\n{CASE}{END}"), "Torben Krag");
    }
    for heading in [
        "L2. Driftsleder",
        "LP 2. Driftsleder",
        "2L. Driftsleder",
        "Punkt 2 Lukket Driftsleder",
        "2. Lukket Driftsleder på havnen",
    ] {
        holds_back(&format!("{HEAD}{heading}\n{CASE}{END}"), "Torben Krag");
    }
    for line in [
        "Følgende punkt er lukket",
        "Dørene blev lukket",
        "Mødet blev lukket for offentligheden",
        "Tilhørerne forlod mødet",
        "Strengt fortroligt",
        "Ikke til hjemmesiden",
        "Punktet udelades af det offentlige referat.",
        "Referatet af dette punkt er kun for bestyrelsen.",
        "Kun bestyrelsens medlemmer deltog.",
        "Må ikke offentliggøres",
        "Closed session",
    ] {
        holds_back(&format!("{HEAD}{line}\n\n2. Driftsleder\n{CASE}{END}"), "Torben Krag");
        holds_back(&format!("{HEAD}2. Driftsleder\n{line}\n{CASE}{END}"), "Torben Krag");
        // Some speak of what follows.
        if !["Closed session", "Følgende punkt er lukket"].contains(&line) {
            holds_back(&format!("{HEAD}2. Driftsleder\n{}\n{line}\n\n{END}", CASE.trim_end()), "Torben Krag");
        }
    }
}

#[test]
fn a_sentence_in_the_head_or_behind_a_case_closes_or_refuses() {
    for line in [
        "Punkt 2 blev behandlet for lukkede døre.",
        "Sag 2 er fortrolig og udelades.",
        "Under punkt 2 var dørene lukkede; dette punkt offentliggøres ikke.",
    ] {
        let head = HEAD.replace("Deltagere", &format!("{line}\n\nDeltagere"));
        holds_back(&format!("{head}2. Driftsleder\n{CASE}{END}"), "Torben Krag");
        holds_back(&format!("{HEAD}2. Driftsleder\n{CASE}{END}\n{line}\n"), "Torben Krag");
        holds_back(
            &format!("{HEAD}2. Driftsleder\n{}", CASE.replace("tjenesten.", &format!("tjenesten. {line}"))),
            "Torben Krag",
        );
    }
}

#[test]
fn a_row_of_a_table_that_says_closed_refuses() {
    for cell in ["Lukket", "Lukket punkt.", "Fortroligt. Han er syg.", "L", "(Fortroligt)"] {
        let rows = "| 1 | Dagsorden | Åben | Godkendt. |\n";
        holds_back(
            &format!(
                "# Referat\n\n12. maj 2026\n\n| Nr. | Punkt | Status | Referat |\n|---|---|---|---|\n{rows}| 2 | Driftsleder | {cell} | Torben Krag drikker. |\n"
            ),
            "Torben Krag",
        );
    }
    let no = "| Nr. | Punkt | Åben | Referat |\n|---|---|---|---|\n| 1 | Dagsorden | Ja | Godkendt. |\n| 2 | Driftsleder | Nej | Torben Krag drikker. |\n";
    holds_back(&format!("# Referat\n\n12. maj 2026\n\n{no}"), "Torben Krag");
}

#[test]
fn no_title_makes_a_closed_item_open() {
    for title in ["Godkendelse af fratrædelsesaftale", "Godkendelse af køb", "Dagsorden for forliget"] {
        cuts(&format!("{HEAD}2. {title} (Lukket)\n{CASE}{END}"), "Torben Krag");
    }
}

#[test]
fn an_empty_closed_part_refuses_nothing() {
    for none in ["Lukkede sager\n\nIngen\n", "Lukket dagsorden\nIngen punkter.\n", "Lukkede punkter: Ingen\n"]
    {
        let text = format!("{HEAD}{}{none}", END.replace('3', "2"));
        let new = publication(&text, &Allowed::Nothing);
        assert_eq!((new.refusals, new.text), (Vec::new(), text));
    }
}

#[test]
fn what_is_allowed_is_told_and_waves_nothing_else_through() {
    let text = format!(
        "{HEAD}Lukket: kommende forløb\n\n2. Driftsleder\n{}{END}",
        CASE.replace("tjenesten.", "tjenesten. Punktet blev behandlet for lukkede døre.")
    );
    let lines = |new: &Publication| new.refusals.iter().map(|refusal| refusal.line).collect::<Vec<_>>();
    let first = publication(&text, &Allowed::Nothing);
    assert_eq!(lines(&first).len(), 2, "{:?}", first.refusals);
    let second = publication(&text, &Allowed::Lines(vec![lines(&first)[0]]));
    assert_eq!((lines(&second), second.overridden.len()), (lines(&first)[1..].to_vec(), 1));
    let sure = format!("{HEAD}L1. Driftsleder (Lukket)\n{CASE}{END}");
    holds_back(&sure, "Torben Krag");
    let new = publication(&sure, &Allowed::Doubtful);
    assert!(!new.refusals.is_empty() || !new.text.contains("Torben Krag"), "{}", new.text);
}

#[test]
fn what_is_published_says_nothing_new_the_second_time() {
    for text in [
        format!("{HEAD}2. Driftsleder (Lukket)\n{CASE}{END}"),
        format!("{HEAD}Lukkede punkter\n\n2. Driftsleder\n{CASE}"),
        format!("{HEAD}2. Ansættelse af Torben Krag (Lukket)\n{CASE}{END}"),
    ] {
        let once = publication(&text, &Allowed::Nothing);
        let twice = publication(&once.text, &Allowed::Nothing);
        assert_eq!((&twice.text, twice.refusals, twice.withheld), (&once.text, Vec::new(), Vec::new()));
    }
}

#[test]
fn what_is_done_with_the_public_copy_closes_or_refuses() {
    for mark in [
        "kommer ikke med i det offentlige referat",
        "medtages ikke i den offentlige udgave",
        "refereres ikke offentligt",
    ] {
        holds_back(&format!("{HEAD}2. Leder ({mark})\n{CASE}{END}"), "Torben Krag");
    }
    for field in [
        "Punkttype: Lukket beslutningspunkt",
        "Sagstype: Lukket orienteringssag",
        "Type: Lukket drøftelsespunkt",
    ] {
        holds_back(&format!("{HEAD}2. Leder\n{field}\n{CASE}{END}"), "Torben Krag");
    }
    for title in ["Bilag (lukkede)", "Bilag – fortroligt", "Lukkede bilag"] {
        holds_back(&format!("{HEAD}2. Leder\n\n{title}\nKontrakt med Torben Krag\n\n{END}"), "Torben Krag");
    }
}

#[test]
fn ordinary_talk_of_what_is_shut_leaves_the_text_as_it_is() {
    for (title, words) in [
        ("Lukket kloakering af Engvej", "Røret er lukket, fordi det er knust."),
        ("Lukkede gårdmiljøer", "De lukkede gårde åbnes for naboerne."),
        ("Svømmehallen (lukket i juli)", "Hallen holder lukket i uge 29."),
        ("Fortrolig telefon til unge", "Linjen er fortrolig og åben hver dag."),
        ("Tavshedspligt for frivillige", "De frivillige har tavshedspligt efter reglerne."),
        ("Punktet om havnen", "Punktet er ikke lukket."),
        ("Lukkedage", "Skolen holder lukket. Vejen er lukket for trafik."),
        ("Høring", "Høringssvarene offentliggøres på hjemmesiden."),
        ("Bibliotek (Åben)", "Døren lukkes op med sundhedskort. Om natten er biblioteket lukket."),
        ("Hjemmepleje", "Er døren lukket, ringer hjælperen til pårørende."),
        ("Porten", "Hvis porten er lukket, ringer chaufføren."),
        ("Vandplan", "Arealet er klausuleret som drikkevandsområde."),
        ("Klage", "Sagen er lukket, og der gøres ikke mere."),
        ("Veje", "De ikke-offentlige veje overtages ikke."),
        ("Åbenhed", "Byrådet vil offentliggøre de lukkede punkter, når de er uden personoplysninger."),
        ("Høringssvar", "Ministeriet spørger, om flere sager bør behandles for lukkede døre."),
        ("Ændring af forretningsorden", "I § 5 indsættes: \"Dørene lukkes, når et medlem kræver det.\""),
        ("Lukkede døre på plejehjem", "Personalet vil have flere nøgler."),
    ] {
        let text = format!("{HEAD}2. {title}\n\nSagsfremstilling\n{words}\n\nBeslutning\nGodkendt.\n\n{END}");
        let new = publication(&text, &Allowed::Nothing);
        assert_eq!((new.refusals, &new.text), (Vec::new(), &text));
    }
}

#[test]
fn words_behind_the_mark_on_the_line_of_the_heading_go() {
    for (line, left) in [
        ("2. Personsag (lukket): Torben Krag er opsagt.", "2. Personsag (lukket)"),
        ("2. Forlig (lukket): Torben Krag får 40.000.", "2. Forlig (lukket)"),
        ("2. Salg [lukket] – Torben Krag køber", "2. Salg [lukket]"),
    ] {
        let copy = cuts(&format!("{HEAD}{line}\n\nBeslutning\nGodkendt.\n\n{END}"), "Torben Krag");
        assert!(copy.contains(&format!("{left}\n")), "{copy}");
    }
}

#[test]
fn a_title_that_is_a_sentence_or_a_figure_or_names_somebody_by_one_name_goes() {
    for title in [
        "Pedellen er opsagt",
        "Bud på 2.450.000",
        "Klage fra hr. Krag",
        "Sygdom hos Mette",
        "Opkald fra 21 43 65 87",
        "Organisten har meldt præsten.",
    ] {
        let copy = cuts(&format!("{HEAD}2. {title} (Lukket)\n{CASE}{END}"), title);
        assert!(copy.contains("2. Lukket punkt (Lukket)"), "{copy}");
    }
    for title in ["Ansættelse af skoleleder", "Budget 2024-2027", "Køb af grund", "Personalesag."] {
        let copy = cuts(&format!("{HEAD}2. {title} (Lukket)\n{CASE}{END}"), "Torben Krag");
        assert!(copy.contains(&format!("2. {title} (Lukket)")), "{copy}");
    }
}

#[test]
fn an_address_a_firm_or_a_sum_of_the_closed_case_keeps_a_copy_from_being_written() {
    for (closed, open) in [
        ("Kommunen sælger Kirkevej 12.", "Formanden takkede for debatten om Kirkevej 12."),
        ("Nordlys Vind ApS har budt.", "Inhabil: en ansat hos Nordlys Vind ApS."),
        ("Prisen er 2.450.000 kr.", "Der blev spurgt til de 2.450.000 kr."),
    ] {
        let text = format!("{HEAD}2. Salg (Lukket)\n\n{closed}\n\nBeslutning\nGodkendt.\n\n{END}{open}\n");
        assert!(!publication(&text, &Allowed::Nothing).refusals.is_empty(), "{text}");
    }
}
