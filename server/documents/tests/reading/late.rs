//! What a page paints after its text: the signs of lists, and heads.

use crate::pages::{Page, text};

/// Two columns, painted one after the other, and after them the signs `late` of a list in the left one.
fn columns(late: [&str; 2], head: &[(i32, i32, &str)]) -> String {
    let left = [
        "1. Ny legeplads ved skolen",
        "Udvalget havde besigtiget pladsen,",
        "og der var enighed om at indstille,",
    ];
    let points = ["at pladsen flyttes mod syd,", "at hegnet males i foråret."];
    let right = [
        "2. Budget for det kommende år",
        "Forvaltningen gennemgik tallene, som",
        "blev drøftet af udvalget i et par",
        "timer.",
    ];
    let mut lines: Vec<(i32, i32, &str)> = Vec::new();
    lines.extend((0..).zip(left).map(|(n, words)| (60, 700 - 14 * n, words)));
    lines.extend((0..).zip(points).map(|(n, words)| (90, 650 - 14 * n, words)));
    lines.extend((0..).zip(right).map(|(n, words)| (320, 704 - 14 * n, words)));
    lines.extend((0..).zip(late).map(|(n, sign)| (75, 650 - 14 * n, sign)));
    lines.extend(head);
    text(&[Page::new(&lines)])
}

#[test]
fn signs_of_points_stand_before_them() {
    for [first, second] in [["·", "·"], ["1.", "2."], ["a.", "b."]] {
        let read = columns([first, second], &[]);
        assert!(read.contains(&format!("\n{first} at pladsen flyttes mod syd,\n")), "{read}");
        assert!(read.contains(&format!("\n{second} at hegnet males i foråret.\n")), "{read}");
        assert!(read.trim_end().ends_with("timer."), "{read}");
    }
}

#[test]
fn a_head_that_is_painted_last_stands_above() {
    let read = columns(["1.", "2."], &[(60, 800, "Fjordby Kommune"), (430, 800, "Teknik og vej")]);
    assert!(read.starts_with("Fjordby Kommune"), "{read}");
    assert!(read.trim_end().ends_with("timer."), "{read}");
}

#[test]
fn what_is_painted_last_below_the_text_stays_there() {
    let read = columns(["1.", "2."], &[(60, 300, "Formandens underskrift")]);
    assert!(read.trim_end().ends_with("Formandens underskrift"), "{read}");
}

#[test]
fn the_rest_of_the_text_in_a_right_column_comes_after_the_left_one() {
    let left = [
        "Referat af møde i udvalget",
        "Onsdag den 10. september 2025",
        "41. Godkendelse af dagsorden",
        "Beslutning",
        "Godkendt",
        "42. Renovering af hallen",
        "Kommunen har to haller, hvoraf den ene",
        "skal males og have nyt tag i løbet af",
        "foråret.",
        "Beslutning",
        "Udsat.",
        "43. Gebyrer",
        "Beslutning",
        "Godkendt.",
    ];
    for rest in [&["45. Eventuelt", "Næste møde er den 8. oktober."][..], &["Næste møde er den 8. oktober."]]
    {
        let mut lines = vec![(60, 780, "Fjordby Kommune"), (500, 780, "Udvalg")];
        lines.extend((0..).zip(left).map(|(n, words)| (60, 750 - 14 * n, words)));
        lines.extend((0..).zip(rest).map(|(n, words)| (320, 750 - 14 * n, *words)));
        lines.push((290, 30, "Side 1"));
        let read = text(&[Page::new(&lines)]);
        assert!(read.contains("Referat af møde i udvalget\n"), "{read}");
        let (at, last) = (read.find(rest[0]), read.find("Gebyrer"));
        assert!(at > last, "{read}");
    }
}

#[test]
fn a_title_that_ends_in_a_word_like_og_goes_on() {
    for (first, second) in [("Referat fra Teknik og", "Klima"), ("Dagsorden for møde i", "Skoleudvalget")] {
        // Each in the middle of the page, in larger letters.
        let x = |words: &str| 300 - 4 * words.len() as i32;
        let title = |y: i32, words: &str| format!("BT /F 18 Tf {} {y} Td ({words}) Tj ET\n", x(words));
        let body =
            Page::of(&["", "", "", "", "", "Sted: Skolen", "", "1. Budget", "", "Budgettet blev godkendt."]);
        let painted = [title(790, first), title(768, second), body.painted].concat();
        let read = text(&[Page { painted, more: "" }]);
        assert!(read.starts_with(&format!("{first} {second}\n")), "{read}");
    }
}

#[test]
fn a_title_that_is_stretched_to_both_edges_is_no_table() {
    for (parts, rest) in [
        (["Referat fra Teknik-", "og"], "Klimaudvalgets møde"),
        (["Boligforeningen", "afdeling"], "Solgården"),
    ] {
        let text_line = "Udvalget drøftede sagen om stien.";
        let body =
            Page::of(&["", "", "", "", "", "Sted: Skolen", "", "1. Budget", text_line, text_line, text_line]);
        let title = format!(
            "BT /F 20 Tf 60 800 Td ({}) Tj ET\nBT /F 20 Tf 300 800 Td ({}) Tj ET\nBT /F 20 Tf 60 776 Td ({rest}) Tj ET\n",
            parts[0], parts[1]
        );
        let read = text(&[Page { painted: title + &body.painted, more: "" }]);
        assert!(!read.lines().next().unwrap_or_default().contains('\t'), "{read}");
    }
}

#[test]
fn a_column_that_begins_with_what_is_set_in_goes_on_below_the_left_one() {
    let left = [
        "Ad 1. Referat fra december",
        "Ok, ingen rettelser, og der var kaffe",
        "til alle.",
        "Ad 2. Økonomi",
        "Bent rykker dem, som ikke har betalt",
        "endnu.",
        "Fordeling af banetid:",
    ];
    let right = [
        "Vi ser på det igen til foråret, og",
        "så er det slut.",
        "Ad 3. Sponsorer",
        "Rasmus har talt med Brugsen, som vil",
        "være med igen.",
        "Ad 4. Evt.",
        "Kaffemaskinen er død igen.",
        "Den bliver der set på.",
        "Næste møde er i februar.",
    ];
    let mut lines: Vec<(i32, i32, &str)> =
        (0..).zip(left).map(|(n, words)| (60, 750 - 14 * n, words)).collect();
    lines.push((326, 752, "Mandag træner U9"));
    lines.extend((0..).zip(right).map(|(n, words)| (320, 738 - 14 * n, words)));
    lines.push((290, 30, "Side 1"));
    let read = text(&[Page::new(&lines)]);
    assert!(read.find("banetid") < read.find("Mandag"), "{read}");
    assert!(read.contains("\nAd 3. Sponsorer\n") && read.contains("\nAd 4. Evt.\n"), "{read}");
}
