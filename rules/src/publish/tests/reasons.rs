//! Marks with a reason, an adverb or the dress of Markdown, and lines that only say that there were closed items.

use super::super::Allowed;
use super::kinds::{CASE, END, HEAD, cuts, holds_back, leaves, publication};

#[test]
fn a_reason_behind_the_mark_lets_nothing_out() {
    for line in [
        "Lukket jfr. styrelsesloven",
        "Lukket iflg. § 10",
        "Lukket i flg. loven",
        "Lukket ihht. § 10",
        "Lukket cf. § 10",
        "Lukket p.g.a. forhandling",
        "Lukket på grund af forhandling",
        "Lukket af hensyn til den ansatte",
        "Lukket under henvisning til loven",
        "Lukket med hjemmel i § 10",
        "Lukket frem til aftalen er underskrevet",
        "Lukkes jf. forretningsordenen",
        "Behandles lukket, fordi den ansatte ønsker det",
    ] {
        holds_back(&format!("{HEAD}2. Driftsleder\n{line}\n{CASE}{END}"), "Torben Krag");
    }
    for line in ["Lukket på grund af ombygning.", "Lukket på grund af storm."] {
        leaves(&format!("{HEAD}2. Badeanstalt\n{line}\n\nBeslutning\nGodkendt.\n\n{END}"));
    }
}

#[test]
fn adverbs_and_numbers_in_words_change_no_mark() {
    for line in [
        "Punktet er derfor lukket.",
        "Punktet er naturligvis fortroligt.",
        "Sagen er selvfølgelig fortrolig.",
        "Dette punkt refereres ikke.",
        "Der blev ikke taget referat af punktet.",
        "Salen blev ryddet.",
        "Formanden bad tilhørerne gå.",
        "Tilhørere måtte ikke overvære punktet.",
        "Udvalget besluttede at lukke mødet.",
        "Rådet gik herefter i lukket session.",
    ] {
        holds_back(&format!("{HEAD}2. Driftsleder\n{line}\n{CASE}{END}"), "Torben Krag");
    }
    for line in [
        "Punkt to er lukket.",
        "Punkt nr. to er fortroligt.",
        "Punkterne to og fire er lukkede.",
        "Offentlige punkter: 1 og 3",
        "Åbne sager: 1, 3",
        "L-punkter: 2",
    ] {
        let head = HEAD.replace("Deltagere", &format!("{line}\n\nDeltagere"));
        holds_back(&format!("{head}2. Driftsleder\n{CASE}{END}"), "Torben Krag");
    }
    for line in ["Offentlige punkter: 1, 2 og 3", "Åbne punkter: 1-3"] {
        let head = HEAD.replace("Deltagere", &format!("{line}\n\nDeltagere"));
        leaves(&format!("{head}2. Broer\n\nBroen males.\n\n{END}"));
    }
}

#[test]
fn a_mark_in_other_dress_is_one() {
    for mark in
        ["_lukket_", "==lukket==", "~lukket~", "^lukket^", ":lock:", "&#128274;", "<small>lukket</small>"]
    {
        cuts(&format!("{HEAD}2. Driftsleder {mark}\n{CASE}{END}"), "Torben Krag");
    }
    for mark in [
        "<sup>L</sup>",
        "`L`",
        "(Lukkes)",
        "(ikke-off.)",
        "(l.d.)",
        "(u. tilhørere)",
        "(enkeltsag)",
        "(personforhold)",
        "(Lukkes for tilhørere)",
    ] {
        holds_back(&format!("{HEAD}2. Driftsleder {mark}\n{CASE}{END}"), "Torben Krag");
    }
    for heading in ["L-punkter", "L-sager", "Uoffentlig del"] {
        let open = END.replace("3. ", "Åbne punkter\n\n3. ");
        cuts(&format!("{HEAD}{heading}\n\n2. Driftsleder\n{CASE}{open}"), "Torben Krag");
    }
    for broken in ["Luk-\nket punkt", "For-\ntroligt", "Lukke-\nde sager"] {
        holds_back(&format!("{HEAD}{broken}\n\n2. Driftsleder\n{CASE}{END}"), "Torben Krag");
    }
    for broken in ["Luk-\nningen af broen", "For-\neningens bro"] {
        leaves(&format!("{HEAD}2. Broer\n\n{broken} males.\n\n{END}"));
    }
}

#[test]
fn what_only_says_that_there_was_something_closed_holds_nothing_back() {
    for line in [
        "Punkt 6 og 7 var lukkede punkter.",
        "Referatet indeholder ét lukket punkt.",
        "Der var to lukkede punkter på mødet.",
        "Overføres til lukket del",
        "Se det lukkede referat.",
        "Et enkelt punkt blev behandlet for lukkede døre.",
    ] {
        leaves(&format!("{HEAD}2. Broer\n\nBroen males.\n\n{END}\n4. Eventuelt\n\n{line}\n"));
    }
    // The row of items lacks one.
    leaves(&format!("{HEAD}Referatet mangler intet.\n\n2. Broer\n\nBroen males.\n\n{END}"));
    let head = HEAD.replace("Deltagere", "Mødet havde ét lukket punkt.\n\nDeltagere");
    leaves(&format!("{head}2. Broer\n\nBroen males.\n\n{END}\n5. Eventuelt\n\nIntet.\n"));
    holds_back(&format!("{head}2. Driftsleder\n{CASE}{END}"), "Torben Krag");
    for told in ["Der var to lukkede punkter: Torben Krag blev opsagt.", "Punkt 2 var et lukket punkt."] {
        holds_back(&format!("{HEAD}2. Driftsleder\n{CASE}{END}\n4. Eventuelt\n\n{told}\n"), "Torben Krag");
    }
}

#[test]
fn a_part_may_be_headed_by_what_is_done_in_it() {
    let contents = "Indholdsfortegnelse\nTil behandling - for åbne døre...1\n1. Dagsorden...1\n3. Cykelsti...2\n\
                    Til behandling - for lukkede døre...3\n4. Lukket sag: Driftsleder...3\n\n1. Dagsorden";
    let head = HEAD.replace("1. Dagsorden", contents);
    let text =
        format!("{head}{END}\nTil behandling - for lukkede døre\n\n4. Lukket sag: Driftsleder\n{CASE}");
    let new = publication(&text, &Allowed::Nothing);
    assert_eq!(new.refusals, [], "{text}");
    assert!(!new.text.contains("Torben Krag") && new.text.contains("Stien asfalteres"), "{}", new.text);
    holds_back(
        &format!("{HEAD}Til beslutning – for lukkede døre\n\n2. Driftsleder\n{CASE}{END}"),
        "Torben Krag",
    );
}

#[test]
fn talk_of_meetings_tasks_lists_and_duties_holds_nothing_back() {
    for line in [
        "Der var kun få af medlemmerne, der deltog.",
        "Kun halvdelen af medlemmerne deltog i turen.",
        "Der var kun to medlemmer til stede.",
        "Kun 3 medlemmer deltog i turen.",
        "Efter styrelseslovens § 10 er byrådets møder offentlige.",
        "(L) tog ordet og takkede for turen.",
        "Per Dahl fik ordet, og (L) svarede.",
        "Lukket: Svømmehallen i uge 7.",
        "Lukket: Biblioteket i julen.",
        "Status: lukket",
        "Status: Lukket. Fejlen er rettet.",
        "Medlemmerne har tavshedspligt efter forvaltningslovens § 27.",
        "Formanden nævnte emner, der ikke er til referat.",
        "Åbent punkt\nLukket punkt",
        "| Åbent punkt | Lukket punkt |\n|---|---|\n| 1 | |",
        "Derfor er døren lukket.",
        "Filen hedder referat_lukket_2026.pdf.",
    ] {
        leaves(&format!(
            "{HEAD}2. Drift\n\nDriften gik godt.\n\n{line}\n\nBeslutning\nTaget til efterretning.\n\n{END}"
        ));
    }
}

#[test]
fn a_closed_decision_names_none_of_the_parties() {
    for (decision, secret) in [
        ("Godkendt med 5 stemmer mod 2 til NN.", "NN"),
        ("Borgeren NN deltog ikke.", "NN"),
        ("Ansøger deltog ikke i behandlingen.", "Ansøger"),
        ("Godkendt til Toft med 6 stemmer.", "Toft"),
    ] {
        cuts(&format!("{HEAD}2. Ansøgning (Lukket)\n\nBeslutning\n{decision}\n\n{END}"), secret);
    }
}

#[test]
fn a_row_about_a_shop_that_is_shut_is_not_taken_out() {
    for cell in ["Lukket i 2025", "Lukket ned", "Lukket indtil videre"] {
        let text = format!(
            "# Referat\n\n12. maj 2026\n\n1. Butikker\n\n| Butik | Status |\n|---|---|\n| Kiosk | Åben |\n| Bager | {cell} |\n\nRådet drøftede det.\n"
        );
        let new = publication(&text, &Allowed::Nothing);
        assert!(!new.refusals.is_empty() || new.text == text, "{cell}: {}", new.text);
    }
}
