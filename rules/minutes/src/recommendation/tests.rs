//! What `recommendation` must and must not say.

use super::{Marker, Recommendation, read};
use syntax::{Vocabulary, scan};
use text::size;

fn points(text: &str) -> Vec<(Marker, &str)> {
    read_all(text).points.into_iter().map(|p| (p.marker, &text[p.text])).collect()
}

fn read_all(text: &str) -> Recommendation {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let block = scan::block(text, at, Vocabulary::common());
        at += usize::from(block.len);
        blocks.push(block);
    }
    read(text, &blocks, size(""))
}

#[test]
fn lists_of_every_kind_are_points() {
    assert_eq!(
        points("Direktionen indstiller,\n\n1. at planen godkendes,\n2. at den drøftes.\n"),
        [(Marker::Number, "at planen godkendes,"), (Marker::Number, "at den drøftes.")]
    );
    assert_eq!(points("Direktionen indstiller\nat planen godkendes, og\nat den drøftes.\n").len(), 2);
    assert_eq!(points("Direktionen indstiller, at\n\nplanen godkendes\n\nden drøftes\n").len(), 2);
}

#[test]
fn points_inside_a_sentence_are_told_apart() {
    assert_eq!(
        points("Direktionen indstiller, at planen godkendes, og at udvalget drøfter den.\n"),
        [(Marker::Inline, "at planen godkendes"), (Marker::Inline, "at udvalget drøfter den.")]
    );
    assert_eq!(
        points("Direktionen indstiller, at udvalget godkender, at planen sendes i høring.\n").len(),
        1
    );
    assert_eq!(points("Centret indstiller til Byrådet at planen godkendes.\n").len(), 1);
}

#[test]
fn a_word_alone_is_no_point() {
    assert_eq!(points("Ingen.\n"), []);
    assert_eq!(points("Til orientering.\n"), []);
}

#[test]
fn a_point_goes_on_with_a_number() {
    let text =
        "Indstilling\nVi indstiller,\n1. at der i årene\n2026 og 2027 gives penge.\n2. at sagen slutter.\n";
    assert_eq!(points(text)[0].1, "at der i årene\n2026 og 2027 gives penge.");
    let text = "Indstilling\nVi indstiller,\n1. at der gives penge.\n2026 er et godt år.\n";
    assert_eq!(points(text)[0].1, "at der gives penge.");
}

#[test]
fn the_parts_of_a_point_are_no_points() {
    let text = "Centret indstiller,\n1. at planen godkendes, herunder\na. at den sendes i høring\n2. at den drøftes:\n\
                - at unge spørges\n";
    let recommendation = read_all(text);
    assert_eq!(recommendation.points.len(), 2);
    assert!(recommendation.points.iter().all(|point| point.parts) && recommendation.is_clean());
}

#[test]
fn another_body_has_its_own_lead_in() {
    let text = "Centret indstiller til Planudvalget,\n\n1. at planen godkendes\n\nCentret indstiller til Byrådet,\n\n\
                2. at sagen tages til efterretning\n";
    let recommendation = read_all(text);
    assert_eq!((recommendation.points.len(), recommendation.more_lead_ins.len()), (2, 1));
    assert!(recommendation.points[1].after_break && !recommendation.is_clean());
}

#[test]
fn a_sentence_that_goes_on_leads_to_its_own_points() {
    for lead in [
        "og at udvalget over for Byrådet anbefaler,",
        "samt indstiller til Økonomiudvalget:",
        "og indstiller, at",
    ] {
        let recommendation = read_all(&format!(
            "Centret indstiller, at\n- A godkendes\n- B drøftes\n{lead}\n- at C godkendes\n"
        ));
        assert_eq!((recommendation.points.len(), recommendation.more_lead_ins.len()), (3, 1), "{lead}");
    }
    let whole = read_all(
        "Centret indstiller,\n- at planen godkendes\nog at udvalget anbefaler den\n- at C drøftes\n",
    );
    assert_eq!((whole.points.len(), whole.more_lead_ins.len()), (2, 0));
}

#[test]
fn a_list_that_goes_on_counting_after_a_whole_sentence_is_anothers() {
    assert_eq!(
        points("Forvaltningen indstiller, at planen godkendes.\n\n5. Eventuelt\n\n6. Køb af grund\n"),
        [(Marker::Inline, "at planen godkendes.")]
    );
}

#[test]
fn what_is_approved_or_told_belongs_to_its_verb() {
    assert_eq!(points("Centret indstiller, at det godkendes, at prisen sættes ned.\n").len(), 1);
    for (sentence, n_points) in [
        ("at planen godkendes, at der gives 5.000 kr., og at sagen udsættes til maj", 3),
        ("at planen godkendes i 2027, og at sagen evalueres", 2),
        ("at gebyret sættes til 5 pct., og at det gælder fra maj", 2),
        ("at udvalget mener i 2027, at sagen er slut", 1),
    ] {
        assert_eq!(points(&format!("Direktionen indstiller, {sentence}.\n")).len(), n_points, "{sentence}");
    }
    assert_eq!(points("Centret indstiller, at Movia meddeles, at kommunen ønsker ramper.\n").len(), 1);
}

#[test]
fn what_follows_the_list_is_no_point() {
    assert_eq!(
        points("Direktionen indstiller,\n- at planen godkendes\n\nSagen afgøres af Byrådet.\n\n- Notat\n")
            .len(),
        1
    );
}

#[test]
fn a_second_lead_in_that_ends_in_at_has_points_of_its_own() {
    for (text, n) in [
        (
            "Centret indstiller til Økonomiudvalget, at\n\n- bevilge 1 mio. kr.\n\nCentret indstiller til Byrådet, at\n\n- optage lånet.\n",
            2,
        ),
        (
            "Centret indstiller til Økonomiudvalget, at\n\n1. bevilge lånet.\n\nCentret indstiller til Byrådet, at;\n\n1. optage lånet.\n2. sælge hallen.\n",
            3,
        ),
        (
            "Centret indstiller, at\n\n1. bevilge lånet.\n\nCentret indstiller til Byrådet, at\n\n- optage lånet.\n- sælge hallen.\n",
            3,
        ),
        // What a recommendation gives as its reasons is none.
        (
            "Centret indstiller, at\n\n- bevilge lånet.\n\nCentret anbefaler det af disse grunde:\n\n- Hallen er kold.\n",
            1,
        ),
        ("Centret indstiller, at\n\n- bevilge lånet.\n\nHallen er kold.\n\n- Taget er utæt.\n", 1),
    ] {
        assert_eq!(points(text).len(), n, "{text}");
    }
}

#[test]
fn topics_in_numbers_below_a_whole_sentence_are_no_points() {
    assert_eq!(
        points(
            "Forvaltningen indstiller, at sagen drøftes.\n\n1. Nyt fra formanden\n2. Nyt fra direktøren\n"
        ),
        [(Marker::Inline, "at sagen drøftes.")]
    );
    for text in [
        "Forvaltningen indstiller, at udvalget godkender følgende.\n\n1. Budgettet for hallen\n2. Planen for taget\n",
        "Forvaltningen indstiller, at udvalget.\n\n1. godkender budgettet\n2. drøfter planen\n",
        "Forvaltningen indstiller, at sagen drøftes.\n\n1. at budgettet godkendes\n2. at planen drøftes\n",
    ] {
        assert_eq!(points(text).len(), 2, "{text}");
    }
}
