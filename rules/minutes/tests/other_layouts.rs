//! Layouts of boards, councils and committees that write in a way of their own: what their items are, and on what something was decided.

use minutes::Minutes;
use syntax::Vocabulary;
use text::TextRange;

/// The items below a head, each as "number title", and behind "=" how many decisions it has, if any.
fn told(text: &str) -> Vec<String> {
    let text = format!("Havneudvalget\nMøde onsdag den 4. marts 2026 kl. 17.00\n\n{text}");
    let minutes = Minutes::new(&text, Vocabulary::common());
    let words = |own: &str, range: Option<TextRange>| {
        range.map_or("-".to_owned(), |range| own[range].split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let told = minutes.items().map(|placed| {
        let own = &text[TextRange::at(placed.start, placed.item.len)];
        let number = words(own, placed.item.number.map(|(_, range)| range));
        let n = placed.item.decisions().count() + placed.item.bare_outcomes.len();
        let decided = if n > 0 { format!(" ={n}") } else { String::new() };
        format!("{number} {}{decided}", words(own, placed.item.title))
    });
    told.collect()
}

#[test]
fn a_title_goes_on_in_a_line_that_a_small_word_joins_to_it() {
    for (first, second) in [
        ("Høring om ny skolestruktur", "i den vestlige del af kommunen"),
        ("Aftale om fælles drift", "af hallen og det nye klubhus"),
        ("Leje af arealer til vinterbåde", "på pladsen ved den gamle kran"),
        ("Godkendelse af budget for", "det kommende år 2027"),
    ] {
        let text = format!(
            "1. {first}\n{second}\nFormanden fortalte om udkastet.\n\n2. Takster\nTaksterne stiger.\n\n3. Eventuelt\nIntet.\n"
        );
        assert_eq!(told(&text)[0], format!("1 {first} {second}"));
    }
    for note in ["i orden", "på plads i maj er det hele", "og det er vi glade for"] {
        let text = format!(
            "1. Den nye mole mod øst\n{note}\nUdvalget takkede.\n\n2. Takster\nTaksterne stiger.\n\n3. Eventuelt\nIntet.\n"
        );
        assert_eq!(told(&text)[0], "1 Den nye mole mod øst", "{note}");
    }
}

#[test]
fn a_label_of_a_decision_may_say_when_and_who() {
    for label in [
        "**Beslutning den 4. marts 2026:** Godkendt.",
        "**Beslutning 4. marts 2026:** Bo taler med havnefogeden.",
        "Beslutning fra Havneudvalget, 4. marts: Udsat.",
        "Beslutning i Havneudvalget den 04-03-2026: Kranen købes.",
        "Beslutning i Havneudvalget: Kranen købes.",
        "Havneudvalgets beslutning: Kranen købes.",
    ] {
        let text = format!("1. Ny kran\nKranen er gammel.\n{label}\n\n2. Eventuelt\nIntet.\n");
        assert_eq!(told(&text), ["1 Ny kran =1", "2 Eventuelt"], "{label}");
    }
    for line in [
        "Beslutning om kranen: den ventes i maj.",
        "Beslutning i sagen ventes: se bilag 2.",
        "Beslutning fra Byrådet, 3. maj 2024: Godkendt.",
    ] {
        let text = format!("1. Ny kran\nKranen er gammel.\n{line}\n\n2. Eventuelt\nIntet.\n");
        assert_eq!(told(&text)[0], "1 Ny kran", "{line}");
    }
}

#[test]
fn whose_decision_it_is_heads_it_right_below_the_text() {
    for body in ["Menighedsrådets", "Bestyrelsens", "Skolebestyrelsens", "Regionsrådets", "Kommissionens"] {
        let text = format!(
            "1. Hegn\nHegnet er gammelt.\n{body} beslutning:\nDer hentes tilbud.\n\n2. Orgel\n{body} beslutning\nUdsat.\n\n3. Eventuelt\nIntet.\n"
        );
        assert_eq!(told(&text), ["1 Hegn =1", "2 Orgel =1", "3 Eventuelt"], "{body}");
    }
}

#[test]
fn other_columns_may_stand_between_number_and_title() {
    for (header, row) in [
        ("| Nr. | Sagsnr. | Emne | Beslutning |", "| 1 | 26/101 | @ | ! |"),
        ("| Nr. | Tid | Emne | Beslutning |", "| 1 | 17.00 | @ | ! |"),
        ("| Punkt | Ansvarlig | Titel | Referat |", "| 1 | Formanden | @ | ! |"),
        ("| Nr. | Type | Emne | Konklusion |", "| **1** | Orientering | **@** | ! |"),
        ("Pkt.\tAnsvarlig\tEmne\tBeslutning", "1\tBo\t@\t!"),
        ("Nr.\tVarighed\tEmne\tBeslutning", "1\t10 min.\t@\t!"),
    ] {
        let rows = [("Ny mole", "Godkendt."), ("Takster", "Udsat."), ("Kran", "")];
        let rows = rows.iter().enumerate().map(|(n, (title, said))| {
            row.replace('1', &(n + 1).to_string()).replace('@', title).replace('!', said) + "\n"
        });
        // The digits of the other columns are those of the number.
        let lines: String = rows.collect();
        let rule = if header.starts_with('|') { "|---|---|---|---|\n" } else { "" };
        let text = format!("{header}\n{rule}{lines}");
        assert_eq!(told(&text), ["1 Ny mole =1", "2 Takster =1", "3 Kran"], "{text}");
    }
}

#[test]
fn a_part_of_the_agenda_in_roman_numbers_is_no_item() {
    for (first, second) in [
        ("I. ÅBNE PUNKTER", "II. LUKKEDE PUNKTER"),
        ("I. Åbne sager", "II. Lukkede sager"),
        ("A. Åben dagsorden", "B. Lukket dagsorden"),
    ] {
        let text = format!(
            "{first}\n\n1. Kaj\n\nBeslutning\nGodkendt.\n\n2. Bom\n\nBeslutning\nUdsat.\n\n{second}\n\n3. Salg af grund\n\nBeslutning\nGodkendt.\n"
        );
        assert_eq!(told(&text), ["1 Kaj =1", "2 Bom =1", "3 Salg af grund =1"], "{first}");
        let text = format!(
            "{first}\n\nNy kaj\n\nSagsfremstilling\nKajen er utæt.\n\nBeslutning\nGodkendt.\n\n{second}\n\nSalg af grund\n\nSagsfremstilling\nGrunden er lille.\n\nBeslutning\nGodkendt.\n"
        );
        assert_eq!(told(&text), ["- Ny kaj =1", "- Salg af grund =1"], "{first}");
    }
}

#[test]
fn numbers_of_two_parts_stand_behind_words_and_bullets_and_before_years() {
    let titles = ["Ny mole", "Takster", "Eventuelt"];
    for form in [
        "Sag 1.# @",
        "Punkt 1.# @",
        "Pkt. 1.# @",
        "- **#** @",
        "* #: @",
        "**Punkt #** – @",
        "#-2026 @",
        "#-2026: @",
    ] {
        let lines = titles.iter().enumerate().map(|(n, title)| {
            form.replace('#', &(n + 1).to_string()).replace('@', title) + "\nHavnefogeden orienterede.\n\n"
        });
        let text: String = lines.collect();
        let ends: Vec<String> =
            told(&text).iter().map(|item| item.split_once(' ').map_or("", |own| own.1).to_owned()).collect();
        assert_eq!(ends, titles, "{text}");
    }
}

#[test]
fn sections_with_numbers_of_their_own_are_sections() {
    let text = "4. Takster\n\n4.1 Sagsfremstilling\n\nTaksten stiger.\n\n4.2 Beslutning\n\nGodkendt.\n\n5. Mole\n\n5.1 Sagsfremstilling\n\nMolen er ny.\n\n5.2 Beslutning\n\nUdsat.\n";
    assert_eq!(told(text), ["4 Takster =1", "5 Mole =1"]);
    let text = "1.1 Takster\n\n1.1.1 Indstilling\n\nDet indstilles, at taksten stiger.\n\n1.1.2 Beslutning\n\nGodkendt.\n\n1.2 Mole\n\n1.2.1 Indstilling\n\nDet indstilles, at molen males.\n\n1.2.2 Beslutning\n\nUdsat.\n";
    assert_eq!(told(text), ["1.1 Takster =1", "1.2 Mole =1"]);
    let text = "## 4. Takster\n\nTaksten stiger.\n\n## 5. Mole\n\n**5.1 Forslag**\n\nMolen er ny.\n\n**5.2 Udbud**\n\nDer er tre bud.\n\n## 6. Eventuelt\n\n**6.1 Næste møde**\n\nMødet flyttes.\n";
    assert_eq!(told(text), ["4 Takster", "5 Mole", "6 Eventuelt"]);
}

#[test]
fn blocks_of_labels_are_items_by_that_of_their_title() {
    for case in ["Sagsnr.: 26/1042", "J.nr.: 26-00411", "Sagsid: 26/1042"] {
        let text = format!(
            "{case}\nEmne: Ny bom\nSagsfremstilling: Bommen er væltet.\nBeslutning: Godkendt.\n\n{case}\nEmne: Takster\nSagsfremstilling: De stiger.\nBeslutning: Udsat.\n"
        );
        assert_eq!(told(&text), ["- Ny bom =1", "- Takster =1"], "{case}");
    }
}

#[test]
fn what_was_said_is_no_title_behind_ad() {
    let text = "Ad 1. Vi køber to nye både i maj.\nAd 2. Der mangler en nøgle til skuret.\nAd 3. Hegnet er malet.\nAd 4. Eventuelt\nIntet.\n";
    assert_eq!(told(text), ["1 -", "2 -", "3 -", "4 Eventuelt"]);
}

#[test]
fn a_letter_has_no_items() {
    for (opens, closes) in [
        ("Kære beboere på Engvej", "Med venlig hilsen"),
        ("Hej alle", "Mange hilsner fra kontoret"),
        ("Til rette vedkommende", "Venlig hilsen"),
    ] {
        let text = format!(
            "Fjordby Kommune\nRådhusgade 1\n\n{opens}\n\nVi graver vejen op.\n\n1. Tidsplan\nArbejdet begynder i maj.\n\n2. Parkering\nDu kan ikke parkere her.\n\n3. Affald\nSæt spanden frem.\n\n{closes}\nVejafdelingen\n"
        );
        let minutes = Minutes::new(&text, Vocabulary::common());
        assert_eq!(minutes.items().count(), 0, "{opens}");
        let text = text.replace("Vi graver vejen op.", "Her er referatet fra mødet.");
        assert_eq!(Minutes::new(&text, Vocabulary::common()).items().count(), 3, "{opens}");
    }
}
