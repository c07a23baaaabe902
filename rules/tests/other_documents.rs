//! Documents that are of no meeting have no items, however their lines count on; and meetings whose words are like theirs keep them.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::outline::{Outline, candidates};

fn items(text: &str) -> Vec<String> {
    let outline = Outline::new(&Document::new(Arc::new(Engine::default()), text.to_owned()));
    outline.items.iter().map(|item| item.title.as_deref().unwrap_or("-").to_owned()).collect()
}

#[test]
fn statutes_budgets_answers_and_letters_have_none() {
    for text in [
        "Vedtægter for Havnelauget\n\n§ 1. Navn\nLauget hedder Kajen.\n\n§ 2. Formål\nAt sejle.\n\n§ 3. Kontingent\nDet er 200 kr.\n",
        "Budget 2027 for Havnelauget\n\n1. Indtægter\nKontingent 240.000 kr.\n\n2. Udgifter\nMaling 9.500 kr.\n",
        "# Ny bro ved kajen\n\nPressemeddelelse, 1. september 2026\n\nDet får du:\n\n1. En bredere bro\n2. Mere lys\n3. En bænk\n\n\"Vi er glade,\" siger Ib Holm.\n",
        "Høringssvar fra Seniorrådet om budget 2027\n\nRådet har tre bemærkninger:\n\n1. Hjemmepleje\nRådet er bekymret.\n\n2. Bussen\nDen \
         bør køre.\n\n3. Træning\nRådet tager forslaget til efterretning.\n",
        "Forretningsorden for bestyrelsen ved Engskolen\n\n1. Konstituering\nFormanden vælges først.\n\n2. Indkaldelse\nDet sker med otte \
         dages varsel.\n\n3. Referat\nDer føres referat, som godkendes på næste møde.\n",
        "Spørgeskema til forældre\n\n1. Hvor tit henter du selv?\n2. Hvad mangler der?\n3. Hvad er godt?\n",
        "Lejekontrakt for klubhuset\n\n1. Parterne\nUdlejer er lauget.\n\n2. Betaling\nLejen er 1.200 kr.\n\n3. Opsigelse\nEn måned.\n",
        "# Natbusser efter et år\n\nUdarbejdet for Teknikudvalget, maj 2026\n\n## 1. Indledning\n\nForsøget begyndte i 2024.\n\n## 2. Metode\n\nVi \
         talte.\n\n## 3. Konklusion\n\nDet anbefales gjort permanent.\n",
        "Til kommunen\n\nVi har tre ønsker til Skolevej:\n\n1. Et bump\n2. Lys i tunnelen\n3. En bænk\n\nVi håber på svar.\n\nMed venlig \
         hilsen\nRut Holm\n",
    ] {
        assert_eq!(items(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn meetings_that_speak_of_such_things_keep_their_items() {
    for text in [
        "Referat af møde om vedtægter for Havnelauget\n4. marts 2026\n\n1. Navn\nLauget hedder Kajen.\n\n2. Formål\nDet drøftes i maj.\n",
        "Budgetudvalget\nReferat 4. marts 2026\n\n1. Indtægter\nDe er som før.\n\n2. Udgifter\nDe stiger.\n",
        "Høring om kajen\nTil stede: Bo Dal, Ida Holm\n\n1. Baggrund\nBo fortalte.\n\n2. Formål\nIda fortalte.\n",
        "Regler for havnen\n\n1. Formål\n\nBeslutning\n\nGodkendt.\n\n2. Ansvar\n\nBeslutning\n\nGodkendt.\n",
    ] {
        assert_eq!(items(text).len(), 2, "{text}");
    }
}

#[test]
fn why_nothing_was_found_is_told() {
    let why = |text: &str| candidates(&Document::new(Arc::new(Engine::default()), text.to_owned()));
    let statutes =
        why("Vedtægter for Havnelauget\n\n§ 1. Navn\nLauget hedder Kajen.\n\n§ 2. Formål\nAt sejle.\n");
    assert!(
        statutes
            .iter()
            .all(|own| !own.chosen && own.why.iter().any(|reason| reason.sign == "other-document"))
    );
    let near = why("Referat\n4. marts 2026\n\nBroen\n\nDen skal males.\n");
    assert!(
        near.iter().any(|own| own.line == 4 && own.why.iter().any(|reason| reason.sign == "without-number"))
    );
}
