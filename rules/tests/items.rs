//! Where the items of a meeting begin, and what is none.

use rules::house::Houses;
use rules::minutes::Minutes;
use rules::segment::{ItemForm, segment};

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

#[test]
fn an_item_may_follow_the_answers_of_the_one_before() {
    for answer in ["1. Godkendt.", "1. at: Godkendt. 2. at: Udsat.", "1. Anbefales."] {
        let text =
            format!("Byrådet\n\n1. Budget\n\nBeslutning\n\n{answer}\n\n2. Sti\n\nBeslutning\n\nGodkendt.\n");
        assert_eq!(items(&text), ["1. Budget", "2. Sti"], "{answer}");
    }
    let text = "Byrådet\n\n1. Budget\n\nBeslutning\n\n1. Anbefales.\n\n2. Udvalget tager sagen til efterretning.\n\nFremstilling\n\nTekst.\n\n2. Sti\n\nBeslutning\n\nGodkendt.\n";
    assert_eq!(items(text), ["1. Budget", "2. Sti"]);
}

#[test]
fn attachments_with_the_words_of_a_title_are_no_items() {
    for [second, third] in
        [["2. Budget", "2. Bro"], ["2. Regnskab", "2. Bro"], ["2. Meddelelser", "2. Eventuelt"]]
    {
        let text = format!(
            "Byrådet\n\n1. Havnebus\n\nBussen.\n\nBilag\n\n1. Kort\n{second}\n\nBeslutning\n\nGodkendt.\n\n{third}\n\nBeslutning\n\nGodkendt.\n"
        );
        assert_eq!(items(&text), ["1. Havnebus", third], "{second}");
    }
}

/// The numbers and titles of the items of `text`, in whatever form.
fn read(text: &str) -> Vec<(Option<&str>, Option<&str>)> {
    let houses = Houses::standard();
    let minutes = Minutes::new(text, houses.vocabulary());
    let own = |placed: rules::minutes::Placed<'_>| {
        let place = |range: rules::text::TextRange| &text[range + placed.start];
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

/// The titles of the items of `text`.
fn titles(text: &str) -> Vec<&str> {
    read(text).into_iter().map(|(_, title)| title.unwrap_or("")).collect()
}

#[test]
fn known_titles_need_no_blank_lines() {
    let text = "Bestyrelsesmøde i Vejlauget\nMandag den 10. februar 2025\nTil stede: Hanne, Ole\nGodkendelse af referat\nDet blev \
                godkendt.\nØkonomi\nDer er overskud på kontoen.\nGrus\nVi bestiller 4 tons.\nEventuelt\nIntet.\n";
    assert_eq!(titles(text), ["Godkendelse af referat", "Økonomi", "Grus", "Eventuelt"]);
    assert_eq!(titles(&text.to_uppercase())[2..], ["GRUS", "EVENTUELT"]);
    let prose = "Bestyrelsen holdt møde i går.\nDer er overskud\nKassereren er glad.\nHun holder snart ferie\nVi ses i maj.\n";
    assert_eq!(titles(prose), [""; 0]);
}

#[test]
fn items_may_be_counted_against_their_number_or_the_clock() {
    let counted = |all: u16| {
        let item = |(i, title): (usize, &str)| format!("{}/{all} {title}\nVi talte om det.\n\n", i + 1);
        let items: String = ["Mad", "Ture", "Hjælpere", "Evt."].into_iter().enumerate().map(item).collect();
        format!("Brugerrådet\nMøde den 3. maj 2025\n\n{items}")
    };
    let numbered = |number, title| (Some(number), Some(title));
    assert_eq!(
        read(&counted(4)),
        [numbered("1", "Mad"), numbered("2", "Ture"), numbered("3", "Hjælpere"), numbered("4", "Evt.")]
    );
    // Days in May.
    assert_eq!(titles(&counted(5)), [""; 0]);
    let timed = "Forældrerådet\nMøde den 3. maj 2025\n\n17.00-17.10 Velkomst\nAlle præsenterede sig.\n\n17.10-17.40: Nyt fra \
                 stuerne\nDer er malet.\n\nkl. 17.40 Fest\nDen bliver i juni.\n\n18.30 - 19.00 Eventuelt\nIntet.\n";
    let titled = |title| (None, Some(title));
    assert_eq!(
        read(timed),
        [titled("Velkomst"), titled("Nyt fra stuerne"), titled("Fest"), titled("Eventuelt")]
    );
    let programme =
        "Kursusdag\n\n09.00-09.30 Kaffe\n09.30-11.00 Oplæg om tang\n11.00-12.00 Tur til stranden\n";
    assert_eq!(titles(programme), [""; 0]);
}

#[test]
fn spaces_part_a_title_from_what_came_of_it() {
    let text = "Menighedsrådet\n\n1. Referat          Godkendt.\n2. Kirkegården      Hækken klippes i juni.\n3. Eventuelt        Intet.\n";
    assert_eq!(titles(text), ["Referat", "Kirkegården", "Eventuelt"]);
    let closed = "Byrådet\n\n1. Budget\nGodkendt.\n\n2. Køb af grund        (Lukket)\n\n3. Hal\nUdsat.\n";
    assert_eq!(titles(closed), ["Budget", "Køb af grund", "Hal"]);
}

#[test]
fn a_number_alone_above_its_title_is_not_that_of_the_line_before() {
    let item = |number: u16, title: &str| {
        format!("Sag nr. {number}.\n{title}\nIndstilling: Godkendes.\nBeslutning: Godkendt.\n\n")
    };
    let above =
        format!("Byrådet\nMødet den 3. maj 2025\n\n{}{}", item(1, "Ny hal"), item(2, "Salg af grund"));
    assert_eq!(titles(&above), ["Ny hal", "Salg af grund"]);
    let item = |number: u16, title: &str| {
        format!("{title}\nSag nr. {number}\n\nIndstilling\nGodkendes.\n\nBeslutning\nGodkendt.\n\n")
    };
    let below =
        format!("Byrådet\nMødet den 3. maj 2025\n\n{}{}", item(1, "Ny hal"), item(2, "Salg af grund"));
    assert_eq!(titles(&below), ["Ny hal", "Salg af grund"]);
}

#[test]
fn an_agenda_that_is_sent_out_in_an_item_is_a_list() {
    let text = "Bestyrelsen\n\n1. Årsmøde\nMødet indkaldes med denne dagsorden:\n   1. Valg af dirigent\n   2. Beretning\n   3. Regnskab\n\
                Den sendes ud i uge 17.\n\n2. Legeplads\nGyngerne er synet.\n\n3. Næste møde\nDen 3. juni.\n";
    assert_eq!(titles(text), ["Årsmøde", "Legeplads", "Næste møde"]);
}

#[test]
fn titles_stand_above_their_sections_in_every_item() {
    let item = |title: &str| {
        format!("{title}\n\nIndstilling\nGraveren indstiller, at den købes.\n\nBeslutning\nGodkendt.\n\n")
    };
    let text = format!(
        "Kirkegårdsudvalget\nMøde den 5. marts 2025\n\n{}{}{}",
        item("Ny traktor"),
        item("Nyt hegn"),
        item("Ny låge")
    );
    assert_eq!(titles(&text), ["Ny traktor", "Nyt hegn", "Ny låge"]);
}

#[test]
fn what_follows_the_last_title_closes_the_meeting() {
    let text = "Vejlauget den 4. maj 2026\n\nSiden sidst: Vejen er fejet.\n\nØkonomi: Der er 12.000 kr.\n\nEventuelt: Intet.\n\n\
                Næste møde: 8. juni hos Bo.\n";
    assert_eq!(titles(text), ["Siden sidst", "Økonomi", "Eventuelt"]);
}

#[test]
fn a_list_and_nothing_else_is_no_agenda_unless_a_word_says_so() {
    let list = "1. Jolleplads 400 kr.\n2. Bådplads 2.100 kr.\n3. Kran 600 kr.\n";
    assert_eq!(titles(&format!("Priser i havnen\n\n{list}")), [""; 0]);
    assert_eq!(titles("Vejledning\n\n1. Læs reglerne.\n2. Betal til kassereren.\n3. Mød op.\n"), [""; 0]);
    assert_eq!(titles("Vejlauget den 3. maj 2025\nDagsorden\n\n1. Vejen\n2. Hegnet\n3. Grus\n").len(), 3);
    assert_eq!(titles("Vejlauget\n\n1. Valg af dirigent\n2. Vejen\n3. Grus\n").len(), 3);
}
