//! Where the items of a meeting begin, and what is none.

use super::{ItemForm, segment};
use crate::house::Houses;
use crate::minutes::Minutes;

/// The first lines of the items of `text`, which are numbered.
fn items(text: &str) -> Vec<&str> {
    let houses = Houses::standard();
    let minutes = Minutes::new(text, houses.vocabulary());
    assert_eq!(segment(text, minutes.blocks(), houses.vocabulary()).form, ItemForm::Number, "{text}");
    let lines = minutes.items().map(|placed| &text[placed.item.heading + placed.start]);
    lines.collect()
}

#[test]
fn a_point_without_its_at_is_no_item() {
    let points = "Indstilling\nDirektionen indstiller,\n1. at budgettet godkendes,\n2. Planen drøftes.\n\nBeslutning\nGodkendt.\n";
    let text = format!(
        "Byrådet\n\n1. Budget\n\n{points}\n2. Skolen\n\n{points}\n3. Havnen\n\nBeslutning\nGodkendt.\n"
    );
    assert_eq!(items(&text), ["1. Budget", "2. Skolen", "3. Havnen"]);
}

#[test]
fn an_item_may_follow_the_points_of_the_one_before() {
    let text = "Byrådet\n\n1. Budget\n\nIndstilling\n1. at budgettet godkendes.\n\n2. Skolen\n\nIndstilling\n1. at planen godkendes.\n";
    assert_eq!(items(text), ["1. Budget", "2. Skolen"]);
}

/// The numbers and titles of the items of `text`, in whatever form.
fn read(text: &str) -> Vec<(Option<&str>, Option<&str>)> {
    let houses = Houses::standard();
    let minutes = Minutes::new(text, houses.vocabulary());
    let own = |placed: crate::minutes::Placed<'_>| {
        let place = |range: crate::text::TextRange| &text[range + placed.start];
        (placed.item.number.map(|(_, range)| place(range)), placed.item.title.map(place))
    };
    minutes.items().map(own).collect()
}

#[test]
fn letters_number_items_where_nothing_else_does() {
    let told = "Vi talte om det.";
    for [first, second, third] in
        [["a)", "b)", "c)"], ["A:", "B:", "C:"], ["(a)", "(b)", "(c)"], ["I", "II", "III"]]
    {
        let text = format!(
            "Brugerrådet\n\n{first} Siden sidst\n{told}\n\n{second} Mad\n{told}\n\n{third} Eventuelt\n{told}\n"
        );
        let number = |sign: &'static str| sign.trim_matches(['(', ')', ':']);
        assert_eq!(
            read(&text),
            [
                (Some(number(first)), Some("Siden sidst")),
                (Some(number(second)), Some("Mad")),
                (Some(number(third)), Some("Eventuelt"))
            ],
            "{text}"
        );
    }
    let listed =
        "Bestyrelsen\n\n1. Ture\nVi kan tage til:\na) Blåvand\nb) Skagen\nc) Møn\n\n2. Eventuelt\nIntet.\n";
    assert_eq!(read(listed), [(Some("1"), Some("Ture")), (Some("2"), Some("Eventuelt"))]);
    let legend = "Byrådet\n\nA: Socialdemokratiet\nB: Radikale\nC: Konservative\n\n1. Budget\nGodkendt.\n\n2. Havn\nUdsat.\n";
    assert_eq!(read(legend), [(Some("1"), Some("Budget")), (Some("2"), Some("Havn"))]);
}

#[test]
fn a_number_may_stand_behind_the_title_or_in_the_year() {
    let text = "Seniorrådet\n\nGodkendelse af dagsorden (punkt 1)\nGodkendt.\n\nBusser (punkt 2)\nUdsat.\n\nEventuelt (punkt 3)\nIntet.\n";
    assert_eq!(
        read(text),
        [
            (Some("1"), Some("Godkendelse af dagsorden")),
            (Some("2"), Some("Busser")),
            (Some("3"), Some("Eventuelt"))
        ]
    );
    let text = "Havnen\n\n25/1 Referat\nGodkendt.\n\n25/2 Mole\nDen er tæret.\n\n25/3 Eventuelt\nIntet.\n";
    let numbers: Vec<_> = read(text).into_iter().filter_map(|(number, _)| number).collect();
    assert_eq!(numbers, ["25/1", "25/2", "25/3"]);
    let days = "Klubben holder åbent\n\n24/1 Skak\nVi begynder kl. 19.\n\n25/2 Kort\nTag kaffe med.\n\n26/3 Sang\nAlle kan være med.\n";
    assert_eq!(read(days), []);
}

#[test]
fn titles_in_bold_may_have_their_text_behind_them() {
    let text = "Idrætsrådet\n\n**Godkendelse af referat.** Godkendt.\n\n**Halfordeling.** Bold vil have torsdag.\n\n**Næste møde.** 11. marts 2025.\n";
    let titles: Vec<_> = read(text).into_iter().filter_map(|(_, title)| title).collect();
    assert_eq!(titles, ["Godkendelse af referat", "Halfordeling", "Næste møde"]);
}

#[test]
fn a_second_meeting_may_begin_with_the_day_alone() {
    let meeting = |day: &str| {
        format!(
            "Haveforeningen Rosen\nMandag den {day} 2025\n\n1. Referat\nGodkendt.\n\n2. Vand\nDer lukkes op.\n\n3. Eventuelt\nIntet.\n\n"
        )
    };
    let text = meeting("3. februar") + &meeting("3. marts");
    assert_eq!(read(&text).len(), 6);
}

#[test]
fn what_stands_above_a_table_makes_no_items_of_others() {
    let head = "Kulturudvalget\n\nReferat af møde tirsdag den 7. april 2026 kl. 17.00\n\n";
    let points = "Indstilling\n\nDirektionen indstiller,\n\n1. at planen godkendes,\n2. at toget købes.\n\n";
    let table = "| Post | Kr. |\n|---|---|\n| Bus | 1 |\n\n";
    for named in ["Budget", "**Budget**", "Økonomi"] {
        for (title, section) in [("1. Havnebus", "Beslutning"), ("## 1. Havnebus", "### Beslutning")] {
            let text = format!("{head}{title}\n\n{points}{named}\n\n{table}{section}\n\nGodkendt.\n");
            assert_eq!(read(&text), [(Some("1"), Some("Havnebus"))], "{text}");
        }
    }
}
