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
        ("", "2. Driftsleder (udsendes ikke)"),
        ("", "2. Driftsleder (sendes ikke ud)"),
        ("", "2. Driftsleder (kun for udvalgets medlemmer)"),
        ("", "2. Fortroligt punkt: Driftsleder"),
        ("", "Følgende punkt er lukket\n\n2. Driftsleder"),
    ] {
        let head = HEAD.replace("Deltagere", &format!("{line}Deltagere"));
        cuts(&format!("{head}{item}\n{CASE}{END}"), "Torben Krag");
    }
    let legend = format!("{HEAD}2. Driftsleder *)\n{CASE}{END}\n*) Lukket punkt\n");
    cuts(&legend, "Torben Krag");
}

#[test]
fn a_title_loses_what_is_somebodys_own_and_nothing_else() {
    for (title, secret) in [
        ("Anbringelse, Møllevej 8", "Møllevej 8"),
        ("Barn født 12.3.2015", "12.3.2015"),
        ("Påbud om nedrivning, matr.nr. 4a", "4a"),
        ("Sygefravær K.L.M.", "K.L.M."),
    ] {
        cuts(&format!("{HEAD}2. {title} (Lukket)\n{CASE}{END}"), secret);
    }
    for title in ["Lønsag", "Salg af Nordmark Skole", "Udvidelse af Østerby Kirke"] {
        let copy = cuts(&format!("{HEAD}2. {title} (Lukket)\n{CASE}{END}"), "Torben Krag");
        assert!(copy.contains(title), "{copy}");
    }
}

#[test]
fn brackets_that_may_be_marks_keep_a_copy_back() {
    for bracket in ["(beskyttet)", "(skjult)", "(vises ikke)", "(ikke til gennemsyn)"] {
        holds_back(&format!("{HEAD}2. Driftsleder {bracket}\n{CASE}{END}"), "Torben Krag");
    }
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
        ("Tilbud fra Omsorgia ApS foreligger.", "Rådet talte om omsorgia i dag."),
        ("Tilbud fra Omsorgia ApS foreligger.", "Rådet talte om Omsor-\ngia i dag."),
        ("Tilbud fra Nordlys Vind ApS foreligger.", "Rådet talte om nordlys vind aps i dag."),
        ("Skriv til post@omsorgia.dk i sagen.", "Der ligger et kort på www.omsorgia.dk i dag."),
        ("Gartneriet Skovly køber jorden.", "Kort: https://kort.example.dk/gartneriet-skovly"),
        ("Skriv til post@omsorgia.dk i sagen.", "Rådet talte om Omsorgia."),
        ("Kommunen køber ejendommen Kildehus.", "Kildehus skal males."),
        ("Familien bor på gården Skovlund.", "Stien går forbi Skovlund."),
    ] {
        let text = format!("{HEAD}2. Salg (Lukket)\n\n{closed}\n\nBeslutning\nGodkendt.\n\n{END}{open}\n");
        refuses(&text, open.lines().next().expect("a line"), Why::Name);
    }
    for (closed, open) in [
        ("Familien på Kirkevej 12 klager.", "Vejen repareres ved Kirkevej\n12 i maj."),
        ("Sagen BS-41223/2025 forliges.", "Advokaten talte om BS-41223/2025."),
        ("Matr.nr. 17 ck tages.", "Stien går forbi matr.nr. 17 ck."),
        ("Se mail fra hegn41@lystmail.dk.", "Henvendelser: hegn41@lystmail.dk"),
        ("Prisen er 5.600.000 kr.", "Der afsættes 5,6 mio. kr."),
    ] {
        let text = format!("{HEAD}2. Salg (Lukket)\n\n{closed}\n\nBeslutning\nGodkendt.\n\n{END}{open}\n");
        refuses(&text, open.lines().next().expect("a line"), Why::Figure);
    }
}

#[test]
fn open_documents_that_speak_of_what_is_closed_stay_as_they_are() {
    for (title, words) in [
        ("Tavshedspligt", "Konsulenten holdt oplæg."),
        ("Lukkede døre i byrådet", "Udvalget drøftede, hvor ofte en sag behandles for lukkede døre."),
        ("Regler", "Efter § 10 kan udvalget beslutte, at en sag behandles for lukkede døre."),
        ("Kulturnat", "Gade 4 er lukket område (lukket kl. 18-23)."),
        ("Åbenhed", "Udvalget drøftede, hvor ofte sager behandles for lukkede døre."),
        ("Statistik", "Antallet af lukkede punkter er faldet fra 120 til 94 om året."),
        ("Rådgivning", "Ordningen er fortrolig, og tre sager er afsluttet."),
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

#[test]
fn a_label_of_a_table_names_nobody() {
    let closed =
        "2. Grundsalg (Lukket)\n\nSagsfremstilling\tSmed Ole Fjelding byder.\nBeslutning\tGodkendt\n\n";
    let open = END.replace("Beslutning\n", "Beslutning: ");
    cuts(&format!("{HEAD}{closed}{open}"), "Fjelding");
}

#[test]
fn a_comment_that_alone_closes_an_item_leaves_a_mark() {
    let text = cuts(&format!("{HEAD}2. Grundsalg <!-- lukket -->\n\n{CASE}{END}"), "Torben Krag");
    assert!(text.contains("2. Grundsalg (Lukket)\n") && !text.contains("<!--"), "{text}");
}

#[test]
fn ten_digits_that_may_be_a_personal_number_do_not_stay() {
    for (number, hidden) in [
        ("Bilag: 0102031234_ansøgning.pdf", "Bilag: ••••••••••_ansøgning.pdf"),
        ("Se https://fjordby.dk/arkiv/0102031234 nu.", "Se https://fjordby.dk/arkiv/•••••••••• nu."),
        ("Han er født og har nr. 07 07 61 42 85.", "Han er født og har nr. •• •• •• •• ••."),
        ("Nummeret er 0l0203-1234.", "Nummeret er ••••••-••••."),
    ] {
        let text = publication(&format!("{HEAD}2. Sag\n\n{number}\n\n{END}"), &Allowed::Nothing).text;
        assert!(text.contains(hidden), "{text}");
    }
    for other in ["Faktura 0102031234 er betalt.", "Det koster 1012031234 kr.", "Varenr. 0102031234"] {
        let new = publication(&format!("{HEAD}2. Sag\n\n{other}\n\n{END}"), &Allowed::Nothing);
        assert!(new.text.contains(other), "{}", new.text);
        assert_eq!(new.suspects.len(), 1, "{other}");
    }
}

#[test]
fn a_mark_in_other_words_lets_nothing_out() {
    for mark in [
        "Følgende må ikke stå i det offentlige referat:",
        "Offentligheden havde ikke adgang under dette punkt.",
        "Slettes før udsendelse:",
        "Undtages efter § 30, nr. 2, i offentlighedsloven.",
        "Offentlighed: ingen",
        "Status: L",
    ] {
        for open in ["", "Parterne har mødtes to gange i år.\n\n"] {
            let text = format!("{HEAD}2. Driftsleder\n{open}{mark}\n{CASE}{END}");
            let publication = publication(&text, &Allowed::Nothing);
            let is_kept = !publication.text.contains("Torben Krag") || !publication.refusals.is_empty();
            assert!(is_kept, "{mark}");
        }
    }
}

#[test]
fn the_names_of_closed_attachments_that_tell_of_a_case_go_wherever_they_are_listed() {
    const TOLD: &str = "Kassererens underslæb hos Haj";
    for line in [
        format!("Bilag: {TOLD} (lukket)"),
        format!("Bilagsoversigt\n1. Kort over havnen\n2. {TOLD} (lukket bilag)"),
        format!("Bilag\n1. Kort over havnen\n2. {TOLD} (fortroligt)"),
        format!("Bilag 3 {TOLD} – kun for udvalget"),
        format!("Internt bilag: {TOLD}"),
        format!("Vedlagt i lukket kuvert: {TOLD}"),
    ] {
        let head = HEAD.replace("Deltagere", &format!("{line}\n\nDeltagere"));
        cuts(&format!("{head}2. Klubber\nVilkårene blev drøftet.\n\n{END}"), TOLD);
        cuts(&format!("{HEAD}2. Klubber\nVilkårene blev drøftet.\n\n{line}\n\n{END}"), TOLD);
    }
}

#[test]
fn what_is_shut_or_finished_empties_no_item() {
    for line in [
        "Søndag: Lukket",
        "Hal 3: Lukket",
        "Sag nr. 14 er lukket.\nSag nr. 15 er lukket.",
        "Der blev fulgt op.\nSagen er lukket.",
    ] {
        let text = format!("{HEAD}2. Åbningstider\n{line}\nDer er travlt om lørdagen.\n\n{END}");
        let publication = publication(&text, &Allowed::Nothing);
        assert_eq!((publication.text, publication.refusals), (text, Vec::new()), "{line}");
    }
    refuses(
        &format!("{HEAD}2. Tilsyn\n\nDer blev fulgt op.\n\nSagen er lukket.\n\n{END}"),
        "Sagen er lukket.",
        Why::Mark,
    );
}

#[test]
fn a_plain_mark_is_not_among_those_that_may_be_allowed() {
    for item in [
        "2. Driftsleder\nMÅ IKKE OFFENTLIGGØRES FØR 1. JANUAR 2027",
        "2. Driftsleder (LUK)",
        "2. Driftsleder (lkt.)",
        "2. Driftsleder\nEkskluderet fra offentlig dagsorden.",
    ] {
        let text = format!("{HEAD}2. Uro\nDer var uro.\n\n{item}\n{CASE}{END}").replace("2. Uro", "4. Uro");
        for allowed in [Allowed::Doubtful, Allowed::Nothing] {
            let new = publication(&text, &allowed);
            assert!(!new.refusals.is_empty() || !new.text.contains("Torben Krag"), "{item}");
        }
        let new = publication(&text, &Allowed::Nothing);
        assert!(new.refusals.iter().all(|refusal| !refusal.may_be_allowed()), "{:?}", new.refusals);
    }
    for (column, cell) in [("Offentligt", "Nej"), ("Å/L", "L"), ("Lukket", "x")] {
        let table = format!(
            "| Pkt. | Emne | {column} |\n|---|---|---|\n| 1 | Dagsorden | |\n| 2 | Driftsleder | {cell} |\n\n"
        );
        let head = HEAD.replace("Deltagere", &format!("{table}Deltagere"));
        let text = format!("{head}2. Driftsleder\n{CASE}{END}");
        let new = publication(&text, &Allowed::Doubtful);
        assert!(!new.refusals.is_empty() || !new.text.contains("Torben Krag"), "{column}");
    }
}

#[test]
fn a_refusal_says_what_would_be_shown() {
    let text = format!("{HEAD}2. Driftsleder\nTilhørerne forlod salen.\n{CASE}{END}");
    let shows = |text: &str| -> Vec<_> {
        let new = publication(text, &Allowed::Nothing);
        new.refusals.iter().map(|own| (own.line, own.may_be_allowed(), own.shows.clone())).collect()
    };
    assert_eq!(shows(&text), [(13, true, vec![(15, 19)])]);
    let last = format!("{HEAD}2. Driftsleder\n{CASE}{END}\n(L)\n");
    assert_eq!(shows(&last).first().map(|(_, _, shows)| shows.clone()), Some(Vec::new()));
}

#[test]
fn what_is_about_silence_and_what_names_the_municipality_stays() {
    let topic = format!("{HEAD}2. Tavshedspligt: Alle nye medlemmer har skrevet under.\n\n{END}");
    let new = publication(&topic, &Allowed::Nothing);
    assert_eq!((new.text, new.refusals), (topic, Vec::new()));
    let head = HEAD.replace("Havneudvalget", "HAVNEUDVALGET I HALSBY KOMMUNE");
    let text = format!("{head}2. Lån (Lukket)\n\nHalsby Havn kan ikke betale.\n\n{END}");
    cuts(&text, "kan ikke betale");
    let roads =
        format!("{HEAD}2. Omkørsel\nVejene er lukkede i juni:\n- Nygade (lukket)\n- Torvet (åbent)\n\n{END}");
    assert_eq!(publication(&roads, &Allowed::Nothing).refusals, []);
}

#[test]
fn the_contents_close_their_items_and_no_other() {
    let head = HEAD.replace("\n\nBeslutning\nGodkendt.\n\n", "\nGodkendt.\n\n").replace(
        "Deltagere: Lise Munk (A), Per Dahl (V)",
        "Nr.   Sag                  Åben/lukket\n1     Dagsorden            Åben\n2     Driftsleder          Lukket",
    );
    let copy = cuts(&format!("{head}2. Driftsleder\nTorben Krag har drukket.\n\n{END}"), "Torben Krag");
    assert!(copy.contains("1. Dagsorden\nGodkendt."), "{copy}");
}

#[test]
fn two_words_together_hold_a_copy_back_and_may_be_allowed() {
    for line in [
        "Formanden orienterede desuden fortroligt om følgende:",
        "Bestyrelsen pålagde medlemmerne tavshed om punktet.",
        "Protokolleres særskilt.",
        "(offentliggøres først efter handlens afslutning)",
        "Prisen er hemmelig.",
        "Ingen omtale før salget.",
        "Eleverne gik ud, mens sagen blev vendt.",
    ] {
        let text = format!("{HEAD}2. Driftsleder\n{line}\n{CASE}{END}");
        let refusals = publication(&text, &Allowed::Nothing).refusals;
        assert!(refusals.iter().any(|refusal| refusal.words.contains(line)), "{line} {refusals:?}");
        assert!(refusals.iter().all(|refusal| refusal.may_be_allowed()), "{line} {refusals:?}");
    }
    for heading in [
        "Driftsleder (bestyrelsen alene)",
        "Driftsleder -- FORTROLIGHED!",
        "Driftsleder (offentliggøres senere)",
    ] {
        holds_back(&format!("{HEAD}2. {heading}\n{CASE}{END}"), "Torben Krag");
    }
}

#[test]
fn what_is_shut_or_named_or_asked_about_holds_nothing_back() {
    for (heading, line) in [
        ("Klage over støj", "Sagen er lukket, og klageren har fået svar."),
        ("Svømmehal", "Svømmehallen er lukket for offentligheden under renoveringen."),
        ("Koncert", "Dørene lukkes kl. 19, og tilhørerne bedes komme i god tid."),
        ("Parkering", "Punktet er lukket for denne gang og tages op igen i maj."),
        ("Ny forretningsgang for lukkede punkter", "Udkastet er skrevet."),
        ("Skal sagen behandles for lukkede døre?", "Svaret er nej."),
        ("Teaterstykket Bag lukkede døre", "Holdet spiller i maj."),
        ("Aktindsigt i lukket sag", "Anmodningen er afvist."),
        ("Lukket kreds", "En lukket kreds af sponsorer betaler."),
        ("Ordliste", "Ordet »fortroligt« bruges om papirer, der ikke må deles."),
        ("Møder", "Bestyrelsens møder er ikke offentlige."),
        ("Kælder", "Døren skal holdes lukket."),
        ("Konstituering", "Formanden mindede om tavshedspligten."),
        ("Journaler", "Journaler er fortrolige."),
    ] {
        let text = format!("{HEAD}2. {heading}\n{line}\n\n{END}");
        let copy = publication(&text, &Allowed::Nothing);
        assert_eq!(copy.refusals, [], "{heading} {line}");
        assert_eq!(copy.text, text, "{heading} {line}");
    }
}

#[test]
fn an_agenda_in_one_line_names_the_item_that_it_marks() {
    for agenda in [
        "Dagsorden: 1. Valg. 2. Driftsleder (lukket). 3. Eventuelt.",
        "Dagsorden: 1) Valg 2) Driftsleder - lukket 3) Eventuelt",
    ] {
        let text = format!("{agenda}\n\nAd 1\nIda blev valgt.\n\nAd 2\n{CASE}\nAd 3\nIntet.\n");
        let refusals = publication(&text, &Allowed::Nothing).refusals;
        assert!(refusals.iter().any(|refusal| refusal.items == [2]), "{agenda} {refusals:?}");
    }
}
