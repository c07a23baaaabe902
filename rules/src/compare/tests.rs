mod told;

use std::sync::Arc;

use super::{Comparison, Kind};
use crate::document::{Document, Engine};

const AGENDA: &str = "Kulturudvalget\n10. marts 2026\n\n1. Hal i Nordby\n\nSagsnr. 26/1042\n\nSagsfremstilling\n\nHallen søger om 450.000 kr. til et gulv, der lægges den 4. maj 2026.\n\nIndstilling\n\nCentret indstiller,\n\n1. at tilskuddet på 450.000 kr. godkendes,\n\n2. at hallen lukkes i maj,\n\n3. at sagen evalueres.\n\nBilag\n\nBilag 1: Ansøgning\n\n2. Eventuelt\n";

fn document(text: &str) -> Document {
    let engine = Engine { settings: crate::lint::Settings::new(Vec::new()), ..Engine::default() };
    Document::new(Arc::new(engine), text.to_owned())
}

fn kinds(minutes: &str) -> Vec<Kind> {
    let comparison = Comparison::new(&document(AGENDA), &document(minutes));
    comparison.items.into_iter().flat_map(|pair| pair.changes).map(|change| change.kind).collect()
}

fn decided(agenda: &str, decision: &str) -> String {
    agenda.replace("Bilag\n\n", &format!("Beslutning\n\n{decision}\n\nBilag\n\n"))
}

#[test]
fn no_part_of_a_number_that_goes_on_over_a_line_end_is_told() {
    for number in ["140562-\n1237", "140562\n-1237", "140562\n1237"] {
        let of = |day: &str| {
            let told = format!("Ejeren har cpr {number} og søgte den {day}. april 2026.\n\nIndstilling");
            document(&AGENDA.replace("Indstilling", &told))
        };
        let told = format!("{:?}", Comparison::new(&of("4"), &of("5")).items);
        assert!(told.contains("april") && !told.contains("1237"), "{told}");
    }
}

#[test]
fn minutes_that_only_decide_change_nothing() {
    assert_eq!(kinds(&decided(AGENDA, "Godkendt.")), []);
}

#[test]
fn changes_of_points_are_told() {
    let changed = AGENDA.replace("tilskuddet på 450.000 kr.", "tilskuddet på 540.000 kr.");
    assert_eq!(kinds(&decided(&changed, "Godkendt.")), [Kind::AtPointChanged, Kind::Amount]);
    assert_eq!(
        kinds(&decided(&changed, "Tilskuddet på 450.000 kr. blev godkendt.")),
        [Kind::AtPointChanged, Kind::Amount, Kind::DecisionAnswersAgenda, Kind::DecisionQualified]
    );
    let removed = AGENDA.replace("2. at hallen lukkes i maj,\n\n3. at", "2. at");
    assert_eq!(kinds(&decided(&removed, "Godkendt.")), [Kind::AtPointRemoved, Kind::Renumbered]);
    let added = AGENDA.replace("3. at sagen evalueres.", "3. at sagen evalueres,\n\n4. at borgerne høres.");
    assert_eq!(kinds(&decided(&added, "Godkendt.")), [Kind::AtPointAdded]);
}

#[test]
fn figures_dates_and_attachments_of_the_case_are_told() {
    let changed = AGENDA
        .replace("søger om 450.000", "søger om 475.000")
        .replace("4. maj", "14. maj")
        .replace("Bilag 1: Ansøgning", "Bilag 1: Tegning");
    let changed = decided(&changed, "Godkendt.");
    assert_eq!(kinds(&changed), [Kind::Amount, Kind::Date, Kind::AttachmentRemoved, Kind::AttachmentAdded]);
    let titled = decided(&AGENDA.replace("1. Hal i Nordby", "1. Ny hal i Nordby"), "Godkendt.");
    assert_eq!(kinds(&titled), [Kind::Title]);
    let timed = decided(&AGENDA.replace("1. Hal i Nordby", "1. Hal i Nordby (15 min.)"), "Godkendt.");
    assert_eq!(kinds(&timed), []);
}

#[test]
fn a_line_that_stands_twice_and_changed_once_is_told() {
    let line = "Hallen søger om 450.000 kr. til et gulv, der lægges den 4. maj 2026.";
    let agenda = AGENDA.replace("\n\nIndstilling", &format!("\n\n{line}\n\nIndstilling"));
    let minutes = agenda.replacen("4. maj", "5. maj", 1);
    let comparison = Comparison::new(&document(&agenda), &document(&minutes));
    let mut changes: Vec<_> = comparison.items.into_iter().flat_map(|pair| pair.changes).collect();
    changes.retain(|change| change.kind != Kind::DecisionMissing);
    let lines = changes.iter().map(|change| (change.kind, change.agenda.as_ref().map(|line| line.line)));
    assert_eq!(lines.collect::<Vec<_>>(), [(Kind::Date, Some(10))]);
}

#[test]
fn items_come_and_go() {
    let minutes = AGENDA.replace("2. Eventuelt\n", "2. Lån til vandværket\n\nSagsnr. 26/1101\n");
    let comparison = Comparison::new(&document(AGENDA), &document(&minutes));
    let title = |place: &Option<super::Place>| {
        place.as_ref().and_then(|place| place.title.clone()).unwrap_or_default()
    };
    let titles: Vec<(String, String)> =
        comparison.items.iter().map(|pair| (title(&pair.agenda), title(&pair.minutes))).collect();
    let expected = [("Hal i Nordby", "Hal i Nordby"), ("Eventuelt", ""), ("", "Lån til vandværket")];
    assert_eq!(titles, expected.map(|(agenda, minutes)| (agenda.to_owned(), minutes.to_owned())));
    assert!(!comparison.changes_recommendation());
}

#[test]
fn the_head_who_recommends_and_the_order_are_compared() {
    let comparison = |minutes: &str| Comparison::new(&document(AGENDA), &document(minutes));
    let head = |minutes: &str| -> Vec<Kind> {
        comparison(minutes).head.into_iter().map(|change| change.kind).collect()
    };
    assert_eq!(head(AGENDA), []);
    assert_eq!(
        head(&AGENDA.replace("Kulturudvalget\n10. marts", "Skoleudvalget\n12. marts")),
        [Kind::Body, Kind::MeetingDate]
    );
    let other = decided(&AGENDA.replace("Centret indstiller", "Direktionen indstiller"), "Godkendt.");
    assert_eq!(kinds(&other), [Kind::Recommender]);
    let (head, items) = AGENDA.split_once("1. Hal").expect("an item");
    let (hall, rest) = items.split_once("2. Eventuelt").expect("another");
    let moved = format!("{head}1. Eventuelt\n\n2. Hal{hall}{rest}");
    assert!(kinds(&moved).contains(&Kind::Order));
}

#[test]
fn an_amount_or_a_date_in_other_words_is_the_same() {
    let agenda = AGENDA.replace("450.000 kr. godkendes", "5.000.000 kr. godkendes den 2. december 2026");
    let minutes = agenda
        .replace("5.000.000 kr. godkendes den 2. december 2026", "5,0 mio. kr. godkendes den 2.12.2026");
    let comparison = Comparison::new(&document(&agenda), &document(&decided(&minutes, "Godkendt.")));
    assert!(!comparison.differs(), "{comparison:?}");
}

#[test]
fn figures_tables_and_other_decisions_are_told() {
    let agenda = AGENDA.replace("et gulv", "et gulv til 86 hold");
    let minutes = agenda.replace("86 hold", "68 hold");
    let comparison = Comparison::new(&document(&agenda), &document(&minutes));
    assert_eq!(
        comparison.items[0].changes.iter().map(|change| change.kind).collect::<Vec<_>>(),
        [Kind::Figure, Kind::DecisionMissing]
    );
    let table = |a: &str, b: &str| {
        AGENDA.replace(
            "3. at sagen evalueres.",
            &format!(
                "3. at midlerne fordeles således:\n\n| Post | Kr. |\n|---|---|\n| A | {a} |\n| B | {b} |"
            ),
        )
    };
    let comparison =
        Comparison::new(&document(&table("100.000", "200.000")), &document(&table("200.000", "100.000")));
    assert!(comparison.changes_recommendation());
    let other =
        Comparison::new(&document(AGENDA), &document(&decided(AGENDA, "Godkendt, dog med 400.000 kr.")));
    assert!(other.decides_otherwise() && !other.changes_recommendation());
}

#[test]
fn a_decision_of_something_else_is_never_nothing() {
    for decision in [
        "Udvalget besluttede at bevare hallen.",
        "Udvalget besluttede, at hallen forbliver åben.",
        "Godkendt, idet tilskuddet er på 400.000 kr.",
        "Ad 1. Godkendt med 90.000 kr.",
        "Godkendt, idet hallen først lukkes.\n\nTilskuddet bliver 350.000 kr.",
    ] {
        let minutes = decided(AGENDA, decision);
        let comparison = Comparison::new(&document(AGENDA), &document(&minutes));
        let kinds = comparison.items[0].changes.iter().map(|change| change.kind).collect::<Vec<_>>();
        assert!(kinds.contains(&Kind::DecisionDiffers), "{decision}: {kinds:?}");
    }
    for decision in
        ["Hallen forbliver åben.", "Udvalget drøftede sagen.", "Taget til efterretning.", "Til orientering."]
    {
        assert_eq!(kinds(&decided(AGENDA, decision)), [Kind::DecisionUnclear], "{decision}");
    }
    for decision in [
        "Indstillingen blev fulgt.",
        "Udvalget besluttede at følge indstillingen.",
        "Udvalget tiltrådte indstillingen.",
        "Udvalget fulgte centrets indstilling.",
        "Kulturudvalget godkendte enstemmigt indstillingen.",
        "Et enigt udvalg godkendte forvaltningens indstilling.",
        "Anbefales.",
        "Godkendt. Hallen lukkes i maj.",
        "Indstillingen blev godkendt med 4 stemmer for og 1 imod.",
        "Ad 1. Godkendt.\n\nAd 2. Godkendt.\n\nAd 3. Godkendt.",
    ] {
        assert_eq!(kinds(&decided(AGENDA, decision)), [], "{decision}");
    }
}

#[test]
fn only_a_plain_yes_is_silent() {
    for decision in [
        "Godkendt uden hallen.",
        "Godkendt for et år.",
        "Foreløbigt godkendt.",
        "Godkendt i princippet.",
        "Godkendt fra 1. juni.",
        "Godkendt, hvis klubben betaler.",
        "Godkendt. Klubben får 450.000 kr.",
        "Godkendt. Udvalget ønsker en status i juni.",
        "Godkendt, og centret skal undersøge prisen.",
        "Forvaltningen bemyndiges til at underskrive.",
        "Kun punkt 1 blev godkendt.",
        "Et flertal godkendte et mindre gulv.",
        "Godkendt som et forsøg.",
        "Godkendt, men hallen lukkes ikke.",
    ] {
        assert_eq!(kinds(&decided(AGENDA, decision)), [Kind::DecisionQualified], "{decision}");
    }
    for decision in
        ["Delvist godkendt.", "Godkendt med undtagelse af punkt 2.", "Udvalget valgte i stedet en bro."]
    {
        assert_eq!(kinds(&decided(AGENDA, decision)), [Kind::DecisionDiffers], "{decision}");
    }
    let beside = "Godkendt. Ida Lund (V) kan ikke støtte indstillingen.";
    assert_eq!(kinds(&decided(AGENDA, beside)), [Kind::DecisionQualified]);
    let one = "Tilskuddet på 450.000 kr. blev godkendt.";
    assert_eq!(kinds(&decided(AGENDA, one)), [Kind::DecisionQualified]);
    for decision in ["Punkt 1 godkendt.", "Ad 1 og 2: Godkendt."] {
        assert_eq!(kinds(&decided(AGENDA, decision)), [Kind::DecisionPartial], "{decision}");
    }
    assert_eq!(kinds(AGENDA), [Kind::DecisionMissing]);
    assert_eq!(kinds(&decided(AGENDA, "Afbud: Bo Lindt")), [Kind::DecisionMissing]);
}

#[test]
fn what_one_point_asks_for_may_be_said_in_its_words() {
    let agenda = "Kulturudvalget\n10. marts 2026\n\n1. Hal\n\nIndstilling\n\nCentret indstiller, at hallen lukkes i foråret 2027.\n";
    let kinds = |decision: &str| -> Vec<Kind> {
        let minutes = document(&format!("{agenda}\nBeslutning\n\n{decision}\n"));
        let comparison = Comparison::new(&document(agenda), &minutes);
        comparison.items.into_iter().flat_map(|pair| pair.changes).map(|change| change.kind).collect()
    };
    assert_eq!(kinds("Udvalget besluttede, at hallen lukkes i foråret 2027."), []);
    assert_eq!(
        kinds("Udvalget besluttede, at hallen først lukkes i foråret 2027."),
        [Kind::DecisionQualified]
    );
    assert_eq!(kinds("Udvalget besluttede, at hallen lukkes i foråret 2028."), [Kind::DecisionQualified]);
}

#[test]
fn items_with_recommendations_that_come_go_or_change_their_titles() {
    let changed = |minutes: &str| Comparison::new(&document(AGENDA), &document(minutes));
    let gone = changed("Kulturudvalget\n10. marts 2026\n\n2. Eventuelt\n");
    assert!(gone.changes_recommendation());
    let titled = changed(&decided(&AGENDA.replace("1. Hal i Nordby", "1. Gulvet ved havnen"), "Godkendt."));
    let kinds: Vec<Kind> =
        titled.items.iter().flat_map(|pair| &pair.changes).map(|change| change.kind).collect();
    assert_eq!((titled.items.len(), kinds), (2, vec![Kind::Title]));
    assert!(!titled.changes_recommendation());
    let other = changed("Kulturudvalget\n10. marts 2026\n\n1. Bro\n\nBeslutning\n\nGodkendt.\n");
    assert!(other.is_of_others());
}

#[test]
fn an_item_with_another_number_is_told() {
    let items = |numbers: [u32; 2], before: &str| {
        let item = |number: u32, title: &str| {
            format!("{number}. {title}\n\nSagsfremstilling\n\nDet haster.\n\nBeslutning\n\nGodkendt.\n\n")
        };
        let [hall, bridge] = numbers;
        document(&format!(
            "Kulturudvalget\n10. marts 2026\n\n{before}{}{}",
            item(hall, "Hal"),
            item(bridge, "Bro")
        ))
    };
    let kinds = |minutes: &Document| -> Vec<Kind> {
        let comparison = Comparison::new(&items([3, 4], ""), minutes);
        comparison.items.into_iter().flat_map(|pair| pair.changes).map(|change| change.kind).collect()
    };
    assert_eq!(kinds(&items([3, 4], "")), []);
    assert_eq!(kinds(&items([4, 5], "")), [Kind::ItemRenumbered, Kind::ItemRenumbered]);
    assert_eq!(kinds(&items([3, 5], "")), [Kind::ItemRenumbered]);
    // Where an item was put in, the numbers of the others follow from that.
    assert_eq!(kinds(&items([4, 5], "3. Velkomst\n\nBeslutning\n\nIntet.\n\n")), []);
}

#[test]
fn all_words_of_case_and_recommendation_are_compared() {
    let agenda = AGENDA.replace(
        "Indstilling\n\nCentret indstiller,",
        "| Post | Kr. |\n|---|---|\n| Gulv | 300.000 |\n| Maling | 150.000 |\n\nIndstilling\n\nCentret indstiller over for Byrådet,",
    );
    let kinds = |old: &str, new: &str| -> Vec<Kind> {
        assert_eq!(agenda.matches(old).count(), 1, "{old}");
        let minutes = decided(&agenda.replace(old, new), "Godkendt.");
        let comparison = Comparison::new(&document(&agenda), &document(&minutes));
        comparison.items.into_iter().flat_map(|pair| pair.changes).map(|change| change.kind).collect()
    };
    for (old, new, kind) in [
        ("der lægges den", "der ikke lægges den", Kind::Text),
        ("Hallen søger om", "Klubben søger om", Kind::Text),
        ("| Maling | 150.000 |\n", "", Kind::TextRemoved),
        ("| Maling | 150.000 |\n", "| Maling | 150.000 |\n| Lamper | 90.000 |\n", Kind::TextAdded),
        ("| Maling |", "| Møbler |", Kind::Text),
        ("4. maj 2026.", "4. maj 2026. Kælderen er undtaget.", Kind::TextAdded),
        ("over for Byrådet", "over for Økonomiudvalget", Kind::Recommendation),
        ("over for Byrådet", "til Økonomi- og Erhvervsudvalget", Kind::Recommendation),
    ] {
        assert_eq!(kinds(old, new), [kind], "{new}");
    }
    for (old, new) in [
        ("450.000 kr. til et", "450.000,- kr. til et"),
        ("til et gulv, der lægges", "til et gulv,\nder lægges"),
        ("Centret indstiller over", "Centret indstillede over"),
        ("Bilag 1: Ansøgning", "Bilag 2 - Ansøgning.pdf"),
    ] {
        let kinds = kinds(old, new);
        let tense = new.contains("indstillede") && kinds == [Kind::Text];
        assert!(kinds.is_empty() || tense, "{new}: {kinds:?}");
    }
}

#[test]
fn a_motion_that_the_minutes_leave_out_is_told() {
    let agenda = "Roklubben\n20. marts 2026\n\n1. Forslag\n\na) Forslag fra Ib Ask om en bådhal.\n\nb) Forslag fra Eva Bro om en bro.\n";
    let told = |minutes: &str| -> Vec<Kind> {
        let comparison = Comparison::new(&document(agenda), &document(minutes));
        comparison.items.into_iter().flat_map(|pair| pair.changes).map(|change| change.kind).collect()
    };
    let minutes = agenda.replace("bådhal.", "bådhal. Vedtaget.").replace("en bro.", "en bro. Forkastet.");
    assert_eq!(told(&minutes), []);
    assert_eq!(told(&agenda.replace("\n\nb) Forslag fra Eva Bro om en bro.", "")), [Kind::TextRemoved]);
    assert_eq!(told(&agenda.replace("Eva Bro", "Eva Brun")), [Kind::Text]);
}

#[test]
fn minutes_that_only_decide_leave_the_recommendation_as_it_was() {
    let minutes = |decision: &str| {
        document(&format!(
            "Kulturudvalget\n10. marts 2026\n\n1. Hal i Nordby\n\nSagsnr. 26/1042\n\nBeslutning\n\n{decision}\n\n2. Eventuelt\n"
        ))
    };
    let comparison = Comparison::new(&document(AGENDA), &minutes("Godkendt som indstillet."));
    assert!(!comparison.changes_recommendation() && !comparison.differs(), "{comparison:?}");
    assert!(comparison.verdict().en.contains("do not repeat"));
    let other = Comparison::new(&document(AGENDA), &minutes("Afvist."));
    assert!(other.decides_otherwise() && !other.changes_recommendation());
    let short = document(&decided(AGENDA, "Godkendt.").replace(
        "Sagsfremstilling\n\nHallen søger om 450.000 kr. til et gulv, der lægges den 4. maj 2026.\n\n",
        "",
    ));
    let comparison = Comparison::new(&document(AGENDA), &short);
    assert!(!comparison.differs() && comparison.verdict().en.contains("some text of the agenda"));
}
