//! Sentences at the end of an item that say of it, or of what follows, that it is closed.

use super::super::Allowed;
use super::kinds::{holds_back, publication};

const HEAD: &str = "Havneudvalget\nReferat\n12. januar 2026\n\n1. Regnskab\nOk.\n\n2. Henvendelse\n";
const BELOW: [&str; 3] = [
    "\n3. Køb (lukket)\nPrisen er 4 mio.\n\n4. Evt\nIntet.\n",
    "\n3. Lukket punkt\nPrisen er 4 mio.\n\n4. Evt\nIntet.\n",
    "\n3. Trafik\nDrøftet.\n",
];

#[test]
fn a_sentence_that_ends_an_item_speaks_of_it_whatever_follows() {
    for end in [
        "En enke klager.\nPunktet er fortroligt.",
        "En enke klager.\nDette punkt er lukket.",
        "En enke klager. Dette punkt er lukket.",
        "En enke klager.\nPunktet blev behandlet for lukkede døre.",
        "En enke klager.\nBehandlet på lukket møde",
        "En enke klager.\nFortroligt",
        "Resten af punktet blev holdt lukket: En enke klager.",
        "En enke klager.\n\nLukket punkt, jf. § 27.",
        "En enke klager.\n\nMedlemmerne har tavshedspligt om dette punkt.",
        "Lukket del: En enke klager.",
        "Drøftet. Lukket: En enke klager.",
        "En enke klager. Punktet er fortroligt. Hun skriver igen.",
        "Beslutning\nEn enke klager. Punktet er fortroligt.",
    ] {
        for below in BELOW {
            holds_back(&format!("{HEAD}{end}\n{below}"), "En enke klager");
        }
    }
}

#[test]
fn a_refusal_names_the_item_that_the_sentence_ends() {
    for end in
        ["En enke klager. Dette punkt er lukket.", "En enke klager.\n\nFortroligt", "Lukket del: En enke."]
    {
        let new = publication(&format!("{HEAD}{end}\n{}", BELOW[2]), &Allowed::Nothing);
        assert!(new.refusals.iter().any(|refusal| refusal.items == [2]), "{end}: {:?}", new.refusals);
    }
}

#[test]
fn a_line_that_leads_in_to_what_follows_is_none_of_the_item_above() {
    for line in [
        "Herefter blev mødet lukket.",
        "Dørene blev lukket.",
        "Tilhørerne forlod mødet.",
        "LUKKET DAGSORDEN",
        "De næste punkter er lukkede.",
        "Punkt 3 behandles for lukkede døre.",
    ] {
        let new = publication(&format!("{HEAD}En enke klager.\n\n{line}\n{}", BELOW[0]), &Allowed::Nothing);
        assert!(new.refusals.is_empty() && new.text.contains("En enke klager"), "{line}: {:?}", new.refusals);
        assert!(!new.text.contains("4 mio"), "{line}");
    }
}

#[test]
fn a_mark_in_short_is_one() {
    for heading in [
        "2. Løn – behandles lukket uden administrationens deltagelse",
        "2. FORTR.: Kasse",
        "2. Luk. punkt: Løn",
        "2. Løn\nUnder tavshedsløfte:",
    ] {
        let text = HEAD.replace("2. Henvendelse", heading);
        holds_back(&format!("{text}En enke klager.\n{}", BELOW[2]), "En enke klager");
    }
}

#[test]
fn the_tail_of_minutes_is_no_part_of_a_last_closed_item() {
    for tail in [
        "Referent: Lis Olesen",
        "Næste møde er den 3. marts.",
        "Underskrift af bestyrelsen:\nIb Norup\nLis Olesen",
        "Mødet sluttede kl. 17.10.",
    ] {
        let text = format!("{HEAD}Drøftet.\n\n3. Køb (lukket)\nPrisen er 4 mio.\n\n{tail}\n");
        let new = publication(&text, &Allowed::Nothing);
        assert!(new.refusals.is_empty() && new.text.contains(tail), "{tail}: {:?}", new.refusals);
        assert!(!new.text.contains("4 mio"), "{tail}");
    }
    // What follows is no name, or another item stands below: the line is one of the case.
    for tail in ["Referent: Torben har drukket i tjenesten.", "Referent: Torben Krag\n\n4. Trafik\nDrøftet."]
    {
        let text = format!("{HEAD}Drøftet.\n\n3. Køb (lukket)\nPrisen er 4 mio.\n\n{tail}\n");
        holds_back(&text, "Torben");
    }
}

#[test]
fn an_open_part_that_goes_on_opens_again() {
    for part in ["Åbne sager (fortsat)", "Åbne punkter – fortsat", "Åben dagsorden (fortsat)"] {
        let text = format!(
            "{HEAD}Drøftet.\n\nLukkede sager\n\n3. Køb\nPrisen er 4 mio.\n\n{part}\n\n4. Sti\nAsfalt.\n"
        );
        let new = publication(&text, &Allowed::Nothing);
        assert!(new.refusals.is_empty() && new.text.contains("Asfalt"), "{part}: {:?}", new.refusals);
        assert!(!new.text.contains("4 mio"), "{part}");
    }
}

#[test]
fn works_and_doors_of_wood_close_nothing() {
    for item in [
        "Foredrag: \"Tavshed og tale\"\nPræsten taler den 4. marts.",
        "Teater: \"Den lukkede dør\"\nScene Nord får tilskud.",
        "Brandøvelse\nAlle døre blev lukket.",
        "Brandøvelse\nAlle døre blev lukket, og øvelsen gik godt.",
        "Låse\nHusk, at døren er lukket, når man går.",
    ] {
        let text = format!("{}{}", HEAD.replace("Henvendelse\n", item), BELOW[2]);
        let new = publication(&text, &Allowed::Nothing);
        assert_eq!((new.refusals, &new.text), (Vec::new(), &text), "{item}");
    }
}

#[test]
fn a_note_to_closed_matter_goes_with_it() {
    for (heading, below) in [
        ("3. Køb (lukket)¹", "Prisen er 4 mio."),
        ("3. Køb (lukket)", "Prisen er 4 mio.¹"),
        ("3. Køb¹ (lukket)", "Prisen er 4 mio."),
    ] {
        let text = format!("{HEAD}Drøftet.\n\n{heading}\n{below}\n\n4. Sti\nAsfalt.\n\n¹ En enke klager.\n");
        holds_back(&text, "En enke klager");
        // The note of an open item stays.
        let text = format!("{HEAD}Drøftet.²\n\n{heading}\n{below}\n\n4. Sti\nAsfalt.\n\n² Af udvalget.\n");
        assert!(publication(&text, &Allowed::Nothing).text.contains("² Af udvalget."), "{heading}");
    }
}
