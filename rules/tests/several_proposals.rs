//! Items that decide on several things, each for itself, and decisions that are told in prose: the outline and the register say
//! the same of them.

use std::sync::Arc;

use rules::decisions::{Row, decisions};
use rules::document::{Document, Engine};
use rules::minutes::Outcome::{self, Adopted, Approved, Discussed, Noted, Postponed, Rejected, Withdrawn};
use rules::outline::Outline;

const HEAD: &str = "Bestyrelsen\nReferat af møde den 18. september 2025\n\n";

fn read(text: &str) -> Document {
    Document::new(Arc::new(Engine::default()), text.to_owned())
}

/// The outcomes that the outline of `document` has.
fn outlined(document: &Document) -> Vec<Vec<Outcome>> {
    let items = Outline::new(document).items.into_iter();
    items.flat_map(|item| item.decisions).map(|decision| decision.outcomes).collect()
}

/// What the register says of `text`, after it was held against the outline.
fn told(text: &str) -> Vec<Row> {
    let document = read(text);
    let rows = decisions(&document, &[]);
    let outlined = outlined(&document);
    let registered: Vec<Vec<Outcome>> = rows.iter().map(|row| row.outcomes.clone()).collect();
    assert_eq!(outlined, registered, "{text}");
    rows
}

/// Minutes whose second item has the body `body`.
fn minutes(title: &str, body: &str) -> String {
    format!("{HEAD}1. Velkomst\nAlle var mødt.\n\n2. {title}\n{body}\n\n3. Eventuelt\nIntet.\n")
}

/// The outcomes of each decision in an item whose body is `body`.
fn outcomes(title: &str, body: &str) -> Vec<Vec<Outcome>> {
    told(&minutes(title, body)).into_iter().map(|row| row.outcomes).collect()
}

#[test]
fn each_proposal_has_its_own_outcome_and_its_own_votes() {
    let text = format!(
        "{HEAD}1. Velkomst\nAlle var mødt.\n\n2. Forslag\nForslag 1: Ny bro. Forkastet med 12 stemmer for og 31 imod. Forslag 2: \
         Cykler. Vedtaget.\n\n3. Eventuelt\n"
    );
    let rows = told(&text);
    assert_eq!(rows[0].outcomes, [Rejected]);
    assert_eq!((rows[0].votes_for, rows[0].votes_against), (Some(12), Some(31)));
    assert_eq!(rows[0].text, "Forslag 1: Ny bro. Forkastet med 12 stemmer for og 31 imod.");
    assert_eq!((rows[1].outcomes.clone(), rows[1].votes_for), (vec![Adopted], None));
}

#[test]
fn proposals_stand_in_many_forms() {
    for (body, each) in [
        (
            "Forslag 1 - altaner. Vedtaget med 22 stemmer for, 4 imod og 1 blank.\nForslag 2 - husdyr. Trukket tilbage.",
            vec![vec![Adopted], vec![Withdrawn]],
        ),
        ("D1. Kværn - forkastet.\nD2. Vand fra 1. november - vedtaget.", vec![vec![Rejected], vec![Adopted]]),
        ("2.1 Orgel: bevilget 40.000 kr.\n2.2 Podcast: afslag.", vec![vec![Approved], vec![Rejected]]),
        ("a) orgel: afslag\nb) kor: bevilget", vec![vec![Rejected], vec![Approved]]),
        (
            "Forslag fra Bo Dal om bump:\n12 stemte for, 31 stemte imod.\nForslaget blev forkastet.\n\nForslag fra Ib Holm om \
             lys:\nForslaget blev vedtaget.",
            vec![vec![Rejected], vec![Adopted]],
        ),
    ] {
        assert_eq!(outcomes("Forslag", body), each, "{body}");
    }
}

#[test]
fn a_count_is_not_that_of_another_thing() {
    let text = format!(
        "{HEAD}1. Takster\n\nBeslutning\n\nÆndringsforslaget blev forkastet med 2 stemmer for og 5 imod. Taksterne blev \
         godkendt.\n"
    );
    let row = &told(&text)[0];
    assert_eq!(row.outcomes, [Approved]);
    assert_eq!((row.votes_for, row.votes_against), (None, None));
    assert_eq!(row.votes[0].outcome, Some(Rejected));
}

#[test]
fn what_becomes_of_another_item_is_no_outcome() {
    for (body, each) in [
        ("Beslutning\n\nDagsordenen blev godkendt. Punkt 9 udgår.", vec![Approved]),
        ("Beslutning\n\nGodkendt, idet pkt. 7 udsættes.", vec![Approved]),
        ("Beslutning\n\nPunkt 8 trækkes. Dagsordenen blev godkendt.", vec![Approved]),
        ("Beslutning\n\nPunkt 2 udsættes.", vec![Postponed]),
    ] {
        assert_eq!(outcomes("Godkendelse af dagsorden", body), [each], "{body}");
    }
}

#[test]
fn a_list_says_what_was_resolved() {
    let body = "Det blev besluttet,\n1) at godkende vedtægten,\n2) at afvise ansøgningen.";
    assert_eq!(outcomes("Vedtægt", body), [[Approved, Rejected]]);
}

#[test]
fn sentences_that_a_line_breaks_are_read_whole() {
    assert_eq!(outcomes("Fravær", "Bestyrelsen drøftede\n   sagen."), [[Discussed]]);
    let text = format!(
        "{HEAD}Dagsorden\n1) Dagsorden\n2) Rapport\n3) Eventuelt\n\nAd 1) Dagsordenen blev godkendt.\n\nAd 2) Kassereren gennemgik \
         tallene. Rapporten\nblev taget til efterretning.\n\nAd 3) Intet.\n"
    );
    assert_eq!(told(&text).into_iter().map(|row| row.outcomes).collect::<Vec<_>>(), [[Approved], [Noted]]);
}

#[test]
fn those_who_were_elected_are_rows_of_the_register_alone() {
    for body in
        ["Niels Bo blev valgt.", "Genvalg til Ida Dal.", "Ida Dal genvalgt.", "Formand: Ida Dal (genvalg)"]
    {
        let document = read(&minutes("Valg", body));
        let rows: Vec<Vec<Outcome>> = decisions(&document, &[]).into_iter().map(|row| row.outcomes).collect();
        assert_eq!((rows, outlined(&document)), (vec![vec![Adopted]], Vec::new()), "{body}");
    }
    for body in ["Ida Dal er på valg.", "Der blev ikke valgt en suppleant.", "Bo Dal blev valgt i 2019."] {
        assert_eq!(outcomes("Valg", body), Vec::<Vec<Outcome>>::new(), "{body}");
    }
}

#[test]
fn words_that_decide() {
    for (body, outcome) in [
        ("Bestyrelsen besluttede at udskyde sagen.", Postponed),
        ("Afvist af hensyn til økonomien.", Rejected),
        ("Bestyrelsen har afslået ansøgningen.", Rejected),
        ("Forslaget faldt.", Rejected),
        ("Bestyrelsen tilsluttede sig forslaget.", Approved),
        ("Protokollen fra sidste møde blev godkendt og underskrevet.", Approved),
    ] {
        assert_eq!(outcomes("Skuret", body), [[outcome]], "{body}");
    }
}

#[test]
fn who_signs_the_minutes_decides_nothing_under_other_business() {
    let signed = "Referatet er godkendt af formanden den 25. marts 2026.";
    let text = format!("{HEAD}1. Økonomi\nBestyrelsen godkendte regnskabet.\n\n2. Eventuelt\n\n{signed}\n");
    assert_eq!(told(&text).len(), 1);
}
