//! Titles behind labels and times, titles that go on, and what was said of them in the same line.

mod outlined;

use outlined::{document, items};
use rules::outline::Outline;

const HEAD: &str = "Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n";

fn below_head(body: &str) -> Vec<String> {
    items(&format!("{HEAD}{body}"))
}

/// The lines of the decisions below [`HEAD`], counted from its end.
fn decided(body: &str) -> Vec<u32> {
    let outline = Outline::new(&document(&format!("{HEAD}{body}")));
    let head = HEAD.lines().count() as u32;
    outline.items.iter().flat_map(|item| &item.decisions).map(|own| own.line - head).collect()
}

#[test]
fn a_label_that_several_titles_have_is_no_part_of_them() {
    for label in ["Punkt: ", "PUNKT: ", "Pkt.: ", "Tema: ", "Ad: ", "Sag: ", "Sag:\t\t", "Emne:\t", "Vedr.: "]
    {
        let body = format!(
            "{label}Nye pæle\nBo henter et tilbud.\n\n{label}Kranen\nDen er malet.\n\n{label}Evt.\nIntet.\n"
        );
        assert_eq!(below_head(&body), ["- Nye pæle", "- Kranen", "- Evt."], "{label}");
        let close = body.replace("\n\n", "\n");
        assert_eq!(below_head(&close), ["- Nye pæle", "- Kranen", "- Evt."], "{label}");
    }
}

#[test]
fn a_label_that_one_title_has_is_part_of_it() {
    for title in ["Tema: Havnens fremtid", "Vedr.: Kranen", "Ad: Broen"] {
        let body =
            format!("1. Økonomi\nDer er penge.\n\n2. {title}\nVi talte om den.\n\n3. Eventuelt\nIntet.\n");
        assert_eq!(below_head(&body)[1], format!("2 {title}"));
        let one = format!("Bo bød velkommen.\n\n{title}\nVi talte om den.\n");
        assert!(below_head(&one).is_empty());
    }
}

#[test]
fn sections_behind_tabs_lie_in_the_item() {
    let body = "Sag:\tNye pæle\nBeslutning:\tGodkendt\n\nSag:\tKranen\nReferat:\tUdsat\n\nSag:\tBroen\nBeslutning:\tTaget til efterretning\n";
    assert_eq!(below_head(body), ["- Nye pæle", "- Kranen", "- Broen"]);
    assert_eq!(decided(body), [2, 5, 8]);
}

#[test]
fn applications_are_items_where_nothing_else_is() {
    for word in ["Ansøgning ", "ANSØGNING ", "Ansøgning nr. "] {
        let rows = format!(
            "{word}1: Legat til Ida\nBevilget.\n\n{word}2: Rejse til Bergen\nAfslået.\n\n{word}3: Nye sejl\nBevilget.\n"
        );
        assert_eq!(below_head(&rows), ["1 Legat til Ida", "2 Rejse til Bergen", "3 Nye sejl"]);
        let inside = format!("1. Økonomi\nDer er penge.\n\n2. Puljen\n{rows}\n3. Eventuelt\nIntet.\n");
        assert_eq!(below_head(&inside), ["1 Økonomi", "2 Puljen", "3 Eventuelt"]);
    }
}

#[test]
fn times_before_titles_count_items_in_letters_of_any_size() {
    for kl in ["KL.", "Kl.", "kl."] {
        let body = format!(
            "{kl} 9.00: Afgang fra kajen\nVi mødes ved skuret.\n\n{kl} 10.15: Lund Havn\nHavnefogeden viser rundt.\n\n{kl} 12.00: Frokost\nVi spiser.\n"
        );
        assert_eq!(below_head(&body), ["- Afgang fra kajen", "- Lund Havn", "- Frokost"], "{kl}");
        let numbered = format!("1. Økonomi\nDer er penge.\n\n2. {kl} 17.00: Besigtigelse\nVi så på kajen.\n");
        assert_eq!(below_head(&numbered)[1], format!("2 {kl} 17.00: Besigtigelse"));
    }
}

#[test]
fn an_ordinal_in_capitals_ends_no_title() {
    for title in ["REFERAT FRA DEN 11. FEBRUAR", "OMBYGNING PÅ 2. SAL", "LEJE I 3. KVARTAL 2026"] {
        for text in ["Vedtaget.", "Teksten følger.", "Bo henter et tilbud. Det kommer i maj."] {
            let body = format!("1. {title}\n   {text}\n\n2. EVENTUELT\n   Intet.\n");
            assert_eq!(below_head(&body)[0], format!("1 {title}"));
        }
    }
}

#[test]
fn a_title_that_ends_in_a_small_word_or_a_comma_goes_on() {
    for (first, second) in [
        ("Nyt fra", "formand, kasserer og havnefoged"),
        ("Valg af formand og", "næstformand"),
        ("Midler til kaj og kran,", "Lund Havn"),
        ("Kranen og", "broen."),
    ] {
        let body = format!("1. {first}\n{second}\nGodkendt.\n\n2. Eventuelt\nIntet.\n");
        assert_eq!(below_head(&body)[0], format!("1 {first} {second}"));
    }
    for (first, text) in
        [("Kaj, kran,", "Bo har talt med kommunen."), ("Budget 2027", "formanden fortalte om det.")]
    {
        let body = format!("1. {first}\n{text}\nGodkendt.\n\n2. Eventuelt\nIntet.\n");
        assert_eq!(below_head(&body)[0], format!("1 {first}"));
    }
}

#[test]
fn a_line_broken_where_its_next_word_had_no_room_goes_on() {
    let body = |second: &str, text: &str| {
        format!(
            "1. Fordeling af puljen til brugere af havnens nordlige\n   {second}\n   {text}\n\n2. Eventuelt\n   Intet.\n"
        )
    };
    for second in ["broer og deres gæster", "pladser i vinter", "skure ved kajen"] {
        let wrapped =
            body(second, "Der er afsat 400.000 kr. i år, og Bo har set\n   på ni ansøgninger fra brugere.");
        let right = format!("1 Fordeling af puljen til brugere af havnens nordlige {second}");
        assert_eq!(below_head(&wrapped)[0], right);
    }
    let hung =
        "1. Godkendelse af referatet fra mødet\n   den 2. marts\n   Godkendt.\n\n2. Eventuelt\n   Intet.\n";
    assert_eq!(below_head(hung)[0], "1 Godkendelse af referatet fra mødet den 2. marts");
    for said in ["til efterretning", "intet nyt", "forslaget vedtaget"] {
        let told = format!("1. Status på havnens nordlige tagrender\n   {said}\n\n2. Eventuelt\n   intet\n");
        assert_eq!(below_head(&told)[0], "1 Status på havnens nordlige tagrender", "{said}");
    }
    // Where lines are longer the title was not broken.
    let long = body("intet nyt", &"Der er afsat penge i år, og Bo har set på ansøgninger. ".repeat(3));
    assert_eq!(below_head(&long)[0], "1 Fordeling af puljen til brugere af havnens nordlige");
}

#[test]
fn what_came_of_an_item_may_stand_behind_its_title() {
    for (line, title) in [
        ("Pladser: Forslaget vedtaget.", "Pladser"),
        ("Pladser – forslaget vedtaget", "Pladser"),
        ("Pladser. Punktet udsat.", "Pladser"),
        ("Pladser - Godkendt", "Pladser"),
    ] {
        let body = format!("1. Økonomi\nDer er penge.\n2. {line}\n3. Eventuelt\nIntet.\n");
        assert_eq!(below_head(&body)[1], format!("2 {title}"));
        assert_eq!(decided(&body), [3], "{line}");
    }
    for line in ["Evt.: Intet", "Evt. - intet", "Evt. – ingen bemærkninger", "Evt.: Intet nyt."] {
        let body = format!("1. Økonomi\nDer er penge.\n2. {line}\n");
        assert_eq!(below_head(&body)[1], "2 Evt.");
        assert!(decided(&body).is_empty(), "{line}");
    }
    for (line, title) in [
        ("Prisen – gives til Lund Havn", "Prisen"),
        ("Kranen – købes til foråret", "Kranen"),
        ("Kajen – er den sikker?", "Kajen – er den sikker?"),
        ("Broen – ny belægning", "Broen – ny belægning"),
    ] {
        let body = format!("1. Økonomi\nDer er penge.\n2. {line}\n3. Eventuelt\nIntet.\n");
        assert_eq!(below_head(&body)[1], format!("2 {title}"));
    }
}

#[test]
fn the_agenda_may_be_an_item_without_a_number() {
    for outcome in ["Godkendt.", "**Beslutning:** Godkendt.", "Dagsordenen blev godkendt."] {
        let body = format!("## Dagsorden\n{outcome}\n\n## Økonomi\nDer er penge.\n\n## Eventuelt\nIntet.\n");
        assert_eq!(below_head(&body), ["- Dagsorden", "- Økonomi", "- Eventuelt"]);
    }
    let list = "## Dagsorden\n- Økonomi\n- Eventuelt\n\n## Økonomi\nDer er penge.\n\n## Eventuelt\nIntet.\n";
    assert_eq!(below_head(list), ["- Økonomi", "- Eventuelt"]);
}

#[test]
fn ticks_arrows_and_sentences_say_what_came_of_an_item() {
    for said in [
        "✔ Godkendt",
        "✘ Udsat",
        "   ☑ Planen blev godkendt",
        "> Beslutning: Prisen er 900 kr.",
        "> **Beslutning:** Afvist.",
        "Vi besluttede: Bo skriver til kommunen.",
        "Vi vedtog: Prisen er 900 kr.",
    ] {
        let body = format!("1. Økonomi\n{said}\n\n2. Eventuelt\nIntet.\n");
        assert_eq!(decided(&body), [2], "{said}");
    }
    for told in
        ["Ovnen er godkendt af skorstensfejeren.", "Planen er godkendt af kreditforeningen.", "Referat:"]
    {
        let body = format!("1. Økonomi\nDer er penge.\n\n2. Eventuelt\n{told}\n");
        assert!(decided(&body).is_empty(), "{told}");
    }
    for body in ["Taget er godkendt af forsamlingen.", "Planen blev vedtaget af flertallet."] {
        assert_eq!(decided(&format!("1. Økonomi\n{body}\n\n2. Eventuelt\nIntet.\n")), [2], "{body}");
    }
}

#[test]
fn a_letter_may_be_a_misread_one() {
    let body =
        "l. Valg af dirigent\nBo blev valgt.\n\n2. Beretning\nAlle klappede.\n\n3. Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["l Valg af dirigent", "2 Beretning", "3 Eventuelt"]);
    let other =
        "a. Valg af dirigent\nBo blev valgt.\n\n2. Beretning\nAlle klappede.\n\n3. Eventuelt\nIntet.\n";
    assert_eq!(below_head(other), ["2 Beretning", "3 Eventuelt"]);
}

#[test]
fn numbers_of_a_meeting_or_a_year_may_have_a_nought() {
    for group in ["14", "27", "9"] {
        let titles = ["Kranen", "Broen", "Kajen", "Skuret", "Pæle", "Gæster"];
        let item = |(n, title): (usize, &&str)| format!("{group}.0{} {title}\nBo tog sig af det.\n\n", n + 1);
        let body: String = titles.iter().enumerate().map(item).collect();
        let right: Vec<String> =
            titles.iter().enumerate().map(|(n, title)| format!("{group}.0{} {title}", n + 1)).collect();
        assert_eq!(below_head(&body), right);
    }
    let times = "9.00 Velkomst\nVi mødes.\n\n9.05 Økonomi\nDer er penge.\n\n9.30 Eventuelt\nIntet.\n";
    assert_eq!(below_head(times), ["- Velkomst", "- Økonomi", "- Eventuelt"]);
}

#[test]
fn what_is_said_under_the_first_item_names_no_document() {
    for said in
        ["Tilbud på asfalt er kommet.", "Klage over støj er besvaret.", "Invitation til Lund er kommet."]
    {
        let body = format!("1. Kajen\n{said}\n\n2. Broen\nDen er malet.\n\n3. Kranen\nDen er solgt.\n");
        let text = format!("Havnelauget\nMøde 4. marts 2026\n\n{body}");
        assert_eq!(items(&text), ["1 Kajen", "2 Broen", "3 Kranen"], "{said}");
    }
}

#[test]
fn a_stop_apart_is_no_part_of_a_title() {
    let body = "1 ) Økonomi .\nDer er penge .\n\n2 ) Kajen .\nUdsat .\n\n3 ) Eventuelt\nIntet .\n";
    assert_eq!(below_head(body), ["1 Økonomi", "2 Kajen", "3 Eventuelt"]);
}

#[test]
fn bodies_of_the_head_are_named() {
    let body = |head: &str| {
        let text = format!("{head}\nReferat af møde den 4. marts 2026\n\n1. Økonomi\nDer er penge.\n");
        Outline::new(&document(&text)).committee.map(|name| name.to_string())
    };
    for (head, name) in [
        ("*** UNGERÅDET ***", "UNGERÅDET"),
        ("Hegnsynet", "Hegnsynet"),
        ("Afdelingsbestyrelsen, afd. 4 Lunden", "Afdelingsbestyrelsen"),
        ("LOKAL MED – CENTER FOR HAVNE", "LOKAL MED"),
        ("Forældrebestyrelsen for dagplejen", "Forældrebestyrelsen for dagplejen"),
        ("Område-MED Havne og Kyst", "Område-MED Havne og Kyst"),
    ] {
        assert_eq!(body(head).as_deref(), Some(name));
    }
    for head in ["Årsrapport for Sejlklubben Ravnen", "Vedtægter for Sejlklubben Ravnen"] {
        let text = format!("{head}\n\n1. Indledning\nVi har 84 både.\n");
        assert_eq!(Outline::new(&document(&text)).committee, None);
    }
}

#[test]
fn the_day_of_a_letterhead_is_not_that_of_the_meeting() {
    for head in [
        "Museet på Holmen              Holmen, den 1. oktober 2026",
        "Museet på Holmen\tHolmen, den 1. oktober 2026",
    ] {
        let text = format!(
            "{head}\nBestyrelsen\n\nREFERAT AF MØDE DEN 30. SEPTEMBER 2026\n\n1. Økonomi\nDer er penge.\n"
        );
        let date = Outline::new(&document(&text)).date.map(|day| day.to_string());
        assert_eq!(date.as_deref(), Some("2026-09-30"));
    }
}
