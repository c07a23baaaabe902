//! A numbered item below a long line that lacks its full stop is one where its number counts on, and a line that goes on in a
//! number makes none.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::outline::Outline;

/// The numbers of the items of `text`.
fn numbers(text: &str) -> Vec<String> {
    let document = Document::new(Arc::new(Engine::default()), text.to_owned());
    Outline::new(&document)
        .items
        .iter()
        .filter_map(|item| item.number.as_deref().map(str::to_owned))
        .collect()
}

const HEAD: &str =
    "Referat af bestyrelsesmøde den 8. juni 2021 kl. 19.00\n\nTil stede: Anna Holm, Bo Lund\n\n";

#[test]
fn a_number_that_counts_on_outweighs_a_missing_stop() {
    let long = "Vi er enige om at begynde et nærmere samarbejde med de to naboforeninger";
    for last in ["Eventuelt\nIntet.", "Ny sæson\nBo spørger naboerne.", "Hegnet mod syd"] {
        let three = format!("{HEAD}1. Godkendelse af referat\nGodkendt.\n2. Samarbejde\n{long}\n3. {last}\n");
        assert_eq!(numbers(&three), ["1", "2", "3"], "{last}");
        let five = format!(
            "{HEAD}1. Godkendelse af referat\nGodkendt.\n2. Samarbejde\n{long}\n3. Hegn\n{long}\n4. Broen\nDen males.\n5. {last}\n"
        );
        assert_eq!(numbers(&five), ["1", "2", "3", "4", "5"], "{last}");
    }
}

#[test]
fn a_sentence_that_goes_on_in_a_number_makes_no_item() {
    for told in [
        "Kassereren gennemgik tallene og viste tilbage til det, der står under punkt\n3. Regnskab",
        "Huset er for lille, og vi ser derfor på lokaler i den gamle skole, på\n3. Etage",
        "Der er plads til flere både, når den nye bro er bygget ved siden af Christian den\n3. Havn",
        "Kassereren gennemgik tallene for det forløbne år og viste, at de alle følger\n3. Kvartal som ventet.",
    ] {
        let text = format!(
            "{HEAD}1. Godkendelse af referat\nGodkendt.\n\n2. Økonomi\n{told}\n\n3. Broen\nDen males.\n\n4. Eventuelt\nIntet.\n"
        );
        assert_eq!(numbers(&text), ["1", "2", "3", "4"], "{told}");
        let last = format!("{HEAD}1. Godkendelse af referat\nGodkendt.\n\n2. Økonomi\n{told}\n");
        assert_eq!(numbers(&last), ["1", "2"], "{told}");
    }
}
