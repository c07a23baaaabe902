//! Drop caps, and what is printed at the edges of pages, in PDF.

use documents::Beside;

use crate::pages::{Page, extracted, text};

/// A page with these lines and a letter of this size at its place.
fn with_capital(lines: &[(i32, i32, &str)], (size, x, y, letter): (i32, i32, i32, &str)) -> Page {
    let mut page = Page::new(lines);
    page.painted.push_str(&format!("BT /F {size} Tf {x} {y} Td ({letter}) Tj ET\n"));
    page
}

#[test]
fn a_drop_cap_begins_its_line() {
    let lines = [
        (60, 720, "Sagsfremstilling"),
        (84, 700, "ejeren flyttede i juni, og udlejeren kom til syn tre uger senere,"),
        (84, 687, "hvor de begge gik huset igennem og skrev ned, hvad de fandt, og"),
        (60, 674, "hvad det ville koste at sætte huset i stand igen til den næste."),
    ];
    let whole =
        "Lejeren flyttede i juni, og udlejeren kom til syn tre uger senere, hvor de begge gik huset igennem";
    assert!(text(&[with_capital(&lines, (34, 60, 684, "L"))]).contains(whole));
    // Some programs paint the first line over it, or two lines beside one paragraph and the next.
    let mut over = lines;
    over[1].0 = 60;
    assert!(text(&[with_capital(&over, (34, 60, 684, "L"))]).contains("Lejeren flyttede i juni"));
    let two = [
        (84, 700, "levatoren har stået stille i ugevis."),
        (84, 687, "Rådet har skrevet til banen om det."),
        (60, 674, "Banen har ikke svaret på brevet endnu, og rådet skriver nu igen til dem."),
    ];
    let read = text(&[with_capital(&two, (34, 60, 684, "E"))]);
    assert!(read.contains("Elevatoren har stået stille i ugevis."), "{read}");
}

#[test]
fn a_word_of_one_letter_stands_alone() {
    let lines = [
        (75, 700, "april blev broen malet, og den står nu klar til turisterne, som"),
        (75, 687, "kommer til maj, hvor også færgen sejler igen efter sin vinter."),
    ];
    let read = text(&[with_capital(&lines, (34, 60, 684, "I"))]);
    assert!(read.starts_with("I april blev broen malet"), "{read}");
}

#[test]
fn other_large_letters_stay_where_they_are() {
    let lines = [(60, 700, "Byrådet drøftede planen for havnen."), (60, 687, "Den blev sendt i høring.")];
    let read = text(&[with_capital(&lines, (34, 60, 740, "Referat"))]);
    assert!(read.starts_with("Referat\n"), "{read}");
    let read = text(&[with_capital(&lines, (34, 500, 684, "A"))]);
    assert!(read.contains("Byrådet drøftede planen for havnen.") && read.contains('A'), "{read}");
}

#[test]
fn what_a_browser_prints_around_one_page_is_no_text() {
    for (above, below) in [
        ("11/29/26, 10:48 PM", "https://fjordby.dk/moede/12"),
        ("29.11.2026 22.48", "file:///C:/referat.html"),
        ("29/11/2026, 22.48", "1/1"),
    ] {
        let lines = [
            (24, 820, above),
            (280, 820, "Skolebestyrelsen i Fjordby"),
            (30, 770, "Skolebestyrelsen i Fjordby"),
            (30, 750, "Mandag den 8. juni 2026 kl. 17.00"),
            (30, 720, "1. Godkendelse af dagsorden"),
            (24, 16, below),
        ];
        let read = extracted(&[Page::new(&lines)], &[], "").expect("a document");
        assert_eq!(read.text.matches("Skolebestyrelsen").count(), 1, "{}", read.text);
        assert!(!read.text.contains(above) && !read.text.contains(below), "{}", read.text);
        assert!(
            read.asides.iter().any(|aside| aside.beside == Beside::Margin && aside.words.contains(above))
        );
    }
}

#[test]
fn a_running_head_of_one_page_says_nothing_new() {
    let page = |head: &str| {
        Page::new(&[
            (60, 815, head),
            (60, 760, "Ungdomsrådet i Fjordvig"),
            (60, 740, "Dagsorden"),
            (60, 720, "Mandag den 8. juni 2026"),
            (60, 700, "Punkt 1: Ny bane"),
        ])
    };
    let is_dropped = |head: &str| !text(&[page(head)]).starts_with(head);
    assert!(is_dropped("Ungdomsrådet i Fjordvig · Dagsorden"));
    assert!(!is_dropped("Fjordvig Kommune · Dagsorden") && !is_dropped("Rådhuset"));
}

#[test]
fn a_date_that_is_broken_is_one() {
    let read = text(&[Page::of(&[
        "Mødedato: torsdag den 3.",
        "september 2026",
        "Tidspunkt: kl. 14.00",
        "",
        "Sagen om broen ved havnen blev drøftet af udvalget på mødet.",
    ])]);
    assert!(read.contains("torsdag den 3. september 2026\n"), "{read}");
}

#[test]
fn the_head_of_a_single_page_stands_as_far_out_as_its_number() {
    let items = [
        (60, 760, "Fjordby Grundejerforening"),
        (60, 700, "Dagsorden til generalforsamling den 27. marts 2025"),
        (60, 660, "1. Valg af dirigent"),
    ];
    let page = |around: &[(i32, i32, &str)]| {
        let lines: Vec<_> = items.iter().chain(around).copied().collect();
        extracted(&[Page::new(&lines)], &[], "").expect("a document")
    };
    for head in [&[(60, 810, "Referat")][..], &[(60, 810, "Internt"), (480, 810, "Referat")]] {
        let read = page(&[head, &[(280, 24, "Side 1")]].concat());
        assert!(read.text.starts_with("Fjordby Grundejerforening\n"), "{}", read.text);
        let margins = read.asides.iter().filter(|aside| aside.beside == Beside::Margin);
        assert!(margins.map(|aside| aside.words.as_str()).any(|words| words.contains("Referat")));
    }
    for around in [
        // The first line of the text, as near to the edge as it may be; nothing at the foot to hold it against.
        &[(60, 810, "Referat"), (280, 60, "Side 1")][..],
        &[(60, 810, "Referat")],
        &[(60, 775, "Referat"), (280, 24, "Side 1")],
    ] {
        assert!(page(around).text.starts_with("Referat\n"), "{around:?}");
    }
}

#[test]
fn the_head_of_a_single_page_shows_how_wide_its_text_is() {
    let proposals = [
        (60, 700, "4. Indkomne forslag"),
        (60, 680, "Forslag A fra nr. 14: Der sættes en hjertestarter op ved legepladsen til 16.000 kr."),
        (60, 667, "Forslag B fra nr. 77: Hække må højst være 1,80 m mod stien."),
        (60, 640, "5. Eventuelt"),
        (280, 24, "Side 1"),
    ];
    let read = |head: &[(i32, i32, &str)]| text(&[Page::new(&[head, &proposals].concat())]);
    let is_parted = |read: &str| read.contains("kr.\nForslag B") && !read.contains("Referat");
    for head in [&[(60, 810, "Internt"), (500, 810, "Referat")][..], &[(500, 810, "Referat")]] {
        let read = read(head);
        assert!(is_parted(&read), "{read}");
    }
    // One that ends before the text does, or begins left of it, shows nothing.
    for head in [&[(280, 810, "Referat")][..], &[(20, 810, "Internt"), (500, 810, "Referat")]] {
        let read = read(head);
        assert!(read.contains("kr. Forslag B"), "{read}");
    }
    // Text in a column is narrower than the page and its head.
    let column = text(&[Page::new(&[
        (60, 810, "Internt"),
        (500, 810, "Referat"),
        (60, 700, "Forslag A fra nr. 14: Der sættes en hjertestarter"),
        (60, 687, "op ved legepladsen. Det koster i alt omkring"),
        (60, 674, "16.000 kr."),
        (280, 24, "Side 1"),
    ])]);
    assert!(column.contains("hjertestarter op ved") && column.contains("omkring 16.000 kr."), "{column}");
    // A paragraph that fills its lines stays one.
    let whole = text(&[Page::new(&[
        (60, 810, "Internt"),
        (500, 810, "Referat"),
        (60, 700, "Bestyrelsen gennemgik tilbuddene på den nye legeplads og bad om et møde med kommunen i"),
        (60, 687, "Fjordby, inden arbejdet bestilles."),
        (280, 24, "Side 1"),
    ])]);
    assert!(whole.contains("kommunen i Fjordby"), "{whole}");
}

#[test]
fn a_title_in_large_letters_is_no_running_head() {
    let page = |size: i32| {
        let mut page = Page::new(&[
            (60, 760, "Protokol for mødet den 1. oktober 2024"),
            (60, 720, "1. Meddelelser"),
            (60, 690, "Børne- og Kulturudvalget"),
            (60, 660, "Udvalget blev orienteret om skolernes ferie."),
        ]);
        let title = format!("BT /F {size} Tf 60 800 Td (Børne- og Kulturudvalget) Tj ET\n");
        page.painted = title + &page.painted;
        text(&[page])
    };
    assert!(page(20).starts_with("Børne- og Kulturudvalget\n"), "{}", page(20));
    assert!(page(14).starts_with("Børne- og Kulturudvalget\n"), "{}", page(14));
    assert!(page(8).starts_with("Protokol"), "{}", page(8));
}
