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
