//! Which words name items, and how surely.

use super::item_references;

fn named(text: &str) -> Vec<(Vec<u32>, &str)> {
    let references = item_references(text, "").into_iter().filter(|reference| reference.certain);
    references.map(|r| (r.numbers.iter().map(|(n, _)| *n).collect(), &text[r.range])).collect()
}

#[test]
fn every_form_of_the_word_is_read() {
    for (text, numbers) in [
        ("Se punkt 3.", vec![3]),
        ("Punkt 3 udsættes", vec![3]),
        ("jf. pkt. 3", vec![3]),
        ("jf. pkt 12,", vec![12]),
        ("Dagsordenspunkt 3 og pkt", vec![3]),
        ("dagsordenens punkt 7", vec![7]),
        ("Punkterne 1 og 3", vec![1, 3]),
        ("pkt. 1 og 3", vec![1, 3]),
        ("punkterne 1, 2, og 5", vec![1, 2, 5]),
        ("punkt nr. 3", vec![3]),
        ("punkt nummer 14", vec![14]),
        ("punkt\u{a0}nr.\u{a0}3", vec![3]),
        ("Dagsordenspunkterne 4-6", vec![4, 5, 6]),
        ("punkt 4 – 6", vec![4, 5, 6]),
        ("punkterne 4 til 6", vec![4, 5, 6]),
        ("punkt 2 og punkt 8", vec![2, 8]),
        ("pkt. 2 samt pkt. 8", vec![2, 8]),
        ("punkt 2/3", vec![2, 3]),
        ("punktets 2", vec![2]),
        ("mødets punkt 5", vec![5]),
        ("PUNKT 3 UDSÆTTES", vec![3]),
        ("hvis punkt 3 godkendes", vec![3]),
        ("pkt. 2+3", vec![2, 3]),
        ("drøftes under punkt\n3 og 4 i dag", vec![3, 4]),
        ("jf. pkt.\r\n12, som", vec![12]),
        ("punkt 114 og 115.", vec![114, 115]),
        ("punkt **3** igen", vec![3]),
        ("Se punkt (3).", vec![3]),
        ("Punkt 3s bilag", vec![3]),
        ("PUNKTERNE 3 OG 4", vec![3, 4]),
        ("Punkt 3 til og med 5 udgår", vec![3, 4, 5]),
        ("henholdsvis punkt 3 og 4", vec![3, 4]),
        ("punkt 3, 2. at-punkt", vec![3]),
        ("dagsordenpunkt 3", vec![3]),
        ("jf. nr. 3 på dagsordenen", vec![3]),
        ("dagsordenens nr. 3 og 4", vec![3, 4]),
        ("Det fremgår af sag 3 på dagsordenen", vec![3]),
        ("jf. pkt. 3 i denne dagsorden", vec![3]),
        ("Punkt 1 hhv. 3 behandles", vec![1, 3]),
    ] {
        let all: Vec<u32> = named(text).into_iter().flat_map(|(numbers, _)| numbers).collect();
        assert_eq!(all, numbers, "{text}");
    }
}

#[test]
fn points_dates_and_amounts_are_none() {
    for text in [
        "at-punkt 2",
        "indstillingspunkt 2",
        "indstillingens punkt 2",
        "Direktionens pkt. 3",
        "anbefaler som punkt 10, at",
        "knudepunkt 3",
        "jf. dette punkt\n3. Ny bro",
        "jf. dette punkt\n\n3 år",
        "punkt 14.09.2020",
        "punkt 4,5",
        "punkt 16:30",
        "punkt 5 %",
        "Prisen steg 1 punkt 3 gange",
        "Spørgsmål 2, punkt 3, besvares",
        "I borgerens brev er punkt 3 vigtigst",
        "Se handleplan, punkt 3",
        "Se tjekliste pkt. 3",
        "Sagen var punkt 3 på dagsordenen den 4. november 2026",
        "Byrådets møde den 3. marts, punkt 1.",
        "Punkt 1/2026",
        "Se punkt 1 i bilag 1",
        "Kvittering nr. 3, jf. dagsordenen",
        "bekendtgørelse nr. 3 på dagsordenen for byrådet",
        "punktum",
        "punkt",
        "kontakt 3",
    ] {
        assert_eq!(named(text), [], "{text}");
    }
}

#[test]
fn what_may_be_an_item_is_told_apart() {
    let doubtful = |text: &'static str| -> Vec<(u32, &str)> {
        let all = item_references(text, "").into_iter().filter(|reference| !reference.certain);
        all.flat_map(|r| r.numbers).filter_map(|(n, at)| Some((n, &text[at?]))).collect()
    };
    assert_eq!(doubtful("Se 3. punkt."), [(3, "3")]);
    assert_eq!(doubtful("Udvalget drøftede tredje punkt"), [(3, "tredje")]);
    assert_eq!(doubtful("Referatets punkt 4 rettes"), [(4, "4")]);
    assert_eq!(doubtful("jf. pkt. 3 i referatet"), [(3, "3")]);
    assert_eq!(doubtful("Punkt tre udgår"), [(3, "tre")]);
    assert_eq!(doubtful("Se pkt. 3a om lejren"), [(3, "3")]);
    assert_eq!(doubtful("Se punkt 3b."), [(3, "3")]);
    assert_eq!(doubtful("Sag nr. 7 tages op til maj."), [(7, "7")]);
    for text in
        ["3. at-punkt", "3 punkter", "et punkt", "Kl. 3. punktum", "lovens punkt 3", "punkt 3. Punkt ét"]
    {
        assert_eq!(doubtful(text), [], "{text}");
    }
}

#[test]
fn a_reader_is_led_to_what_is_likely_an_item() {
    let likely = |text: &str| item_references(text, "").iter().any(|one| one.likely && !one.certain);
    for text in ["Sag 3 er nært beslægtet.", "Sag nr. 3 er ny.", "Se pkt. 3a.", "Punkt tre udgår"] {
        assert!(likely(text), "{text}");
    }
    for text in
        ["Se 3. punkt.", "Referatets punkt 4 rettes", "pkt. 3 i referatet", "punkt 3km", "lovens pkt. 3a"]
    {
        assert!(!likely(text), "{text}");
    }
}

#[test]
fn each_number_has_its_place() {
    let text = "Punkterne 1, 3-5 og 12.";
    let [reference] = &item_references(text, "")[..] else { panic!("one reference") };
    assert_eq!(&text[reference.range], "Punkterne 1, 3-5 og 12");
    let places: Vec<&str> = reference.numbers.iter().filter_map(|(_, at)| at.map(|at| &text[at])).collect();
    assert_eq!(places, ["1", "3", "5", "12"]);
    assert_eq!(reference.numbers.len(), 5);
}
