//! Items that the series of a meeting does not count: in a part of their own, out of their order, come later.

mod outlined;

use outlined::{document, items};
use rules::outline::Outline;

const OPEN: &str = "Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n1. Velkomst\nGodkendt.\n\n2. Kajen\nBo skifter \
                    brædder.\n\n3. Eventuelt\nIntet.\n\n";

const TITLES: [&str; 3] = ["1 Velkomst", "2 Kajen", "3 Eventuelt"];

/// The items behind the open ones, each with whether it is closed.
fn behind(body: &str) -> Vec<(String, bool)> {
    let outline = Outline::new(&document(&format!("{OPEN}{body}")));
    let shown = |item: &rules::outline::OutlineItem| {
        let number = item.number.as_deref().unwrap_or("-");
        (format!("{number} {}", item.title.as_deref().unwrap_or("-")), item.closed)
    };
    let all: Vec<_> = outline.items.iter().map(shown).collect();
    assert_eq!(all[..3].iter().map(|(item, _)| item.as_str()).collect::<Vec<_>>(), TITLES, "{body}");
    all[3..].to_vec()
}

#[test]
fn a_closed_part_has_numbers_of_its_own() {
    for heading in ["LUKKET DAGSORDEN", "Lukkede punkter", "Lukket møde"] {
        for (one, two) in [
            ("L1", "L2"),
            ("L1.", "L2."),
            ("4L.", "5L."),
            ("4L", "5L"),
            ("A.", "B."),
            ("Punkt L1:", "Punkt L2:"),
            ("LP1)", "LP2)"),
        ] {
            let body =
                format!("{heading}\n\n{one} Salg af kran\nGodkendt.\n\n{two} Skipperens løn\nUdsat.\n");
            let number = |written: &str| {
                written.trim_start_matches("Punkt ").trim_end_matches(['.', ':', ')']).to_owned()
            };
            let expected = [number(one) + " Salg af kran", number(two) + " Skipperens løn"];
            assert_eq!(behind(&body), expected.map(|item| (item, true)), "{body}");
        }
    }
    // One alone, and one with a word between.
    let closed = |item: &str| vec![(item.to_owned(), true)];
    assert_eq!(behind("LUKKET DAGSORDEN\n\nL1. Salg af kran\nGodkendt.\n"), closed("L1 Salg af kran"));
    let told = "Lukkede punkter\n\nDørene blev lukket.\n\nL1. Salg af kran\nGodkendt.\n";
    assert_eq!(behind(told), closed("L1 Salg af kran"));
}

#[test]
fn titles_of_a_closed_part_need_no_numbers() {
    let body = "LUKKEDE PUNKTER\n\nSalg af kran\nGodkendt.\n\nSkipperens løn\n\nBeslutning: Udsat.\n";
    let expected = ["- Salg af kran", "- Skipperens løn"].map(|item| (item.to_owned(), true));
    assert_eq!(behind(body), expected);
}

#[test]
fn what_stands_below_such_a_heading_may_be_no_item() {
    for body in [
        "Lukkede punkter\n\nDer var ingen lukkede punkter.\n",
        "Lukkede punkter\n\nIntet.\n",
        "Lukkede punkter\n\nGodkendt.\n\nTaget til efterretning.\n",
        "LUKKET DAGSORDEN\n\nC. Salg af kran\nGodkendt.\n",
        "LUKKET DAGSORDEN\n\nL1 er den gamle kran ved kajen.\n",
    ] {
        assert_eq!(behind(body), [], "{body}");
    }
    let parts = "Havnelauget\nReferat 4. marts 2026\n\n1. Velkomst\nVi skal se på:\n\nA. Kajen\nDen er god.\n\nB. \
                 Broen\nDen er rusten.\n\n2. Eventuelt\nIntet.\n";
    assert_eq!(items(parts), ["1 Velkomst", "2 Eventuelt"]);
}

#[test]
fn items_that_came_later_are_items() {
    let open = |item: &str| (item.to_owned(), false);
    let body = "Tillægsdagsorden\n\nT1. Salg af kran\nGodkendt.\n\nT2. Lån\nUdsat.\n";
    assert_eq!(behind(body), [open("T1 Salg af kran"), open("T2 Lån")]);
    for word in ["Ekstrapunkt", "Ekstra punkt", "Tillægspunkt", "Tillægssag nr."] {
        assert_eq!(behind(&format!("{word} 4: Lån\nUdsat.\n")), [open("4 Lån")], "{word}");
        assert_eq!(behind(&format!("Bo sagde at\n{word} 4 var for sent.\n")), [], "{word}");
    }
}

#[test]
fn items_that_were_moved_are_items() {
    let titles = ["", "Velkomst", "Kajen", "Broen", "Kranen", "Vejret", "Evt."];
    for order in [[1, 2, 5, 3, 4, 6], [4, 1, 2, 3, 5, 6], [1, 3, 2, 4, 5, 6], [1, 2, 3, 6, 4, 5]] {
        for form in ["N. ", "Punkt N: ", "Punkt nr. N: "] {
            let heading = |n: usize| form.replace('N', &n.to_string()) + titles[n];
            let body: String =
                order.iter().map(|&n| format!("{}\nVi drøftede det.\n\n", heading(n))).collect();
            let expected = order.map(|n| format!("{n} {}", titles[n]));
            assert_eq!(items(&format!("Havnelauget\nReferat 4. marts 2026\n\n{body}")), expected, "{body}");
        }
    }
}

#[test]
fn a_number_that_runs_backwards_may_be_that_of_a_row() {
    for rows in [
        "6. Kajen er lang.\n",
        "5. Broen\n6. Skuret\n",
        "Bo sagde:\n\n5. Broen\nDen er rusten.\n\n6. Skuret\nDet er tæt.\n",
        "5. maj er der fest\nKom alle.\n",
        "    5. Broen\n    Den er rusten.\n",
    ] {
        let text = format!(
            "Havnelauget\nReferat 4. marts 2026\n\n1. Velkomst\nGodkendt.\n\n2. Kajen\nBo fortalte.\n\n{rows}\n3. Lys\nUdsat.\n\n4. \
             Evt.\nIntet.\n"
        );
        assert_eq!(items(&text), ["1 Velkomst", "2 Kajen", "3 Lys", "4 Evt."], "{rows}");
    }
}

#[test]
fn a_mark_may_head_the_last_item() {
    let closed = |item: &str| vec![(item.to_owned(), true)];
    assert_eq!(behind("LUKKET PUNKT\n\n4. Løn\n"), closed("4 Løn"));
    for word in ["", "Ad ", "Sag ", "Punkt "] {
        let open = (1..4)
            .fold(OPEN.to_owned(), |text, n| text.replace(&format!("\n{n}. "), &format!("\n{word}{n}. ")));
        let heading = format!("{word}4. Lukket punkt: Løn");
        let outline = Outline::new(&document(&format!("{open}{heading}\nUdsat.\n")));
        let item = &outline.items[3];
        assert!(item.closed && outline.items[..3].iter().all(|item| !item.closed), "{heading}");
    }
    for open in ["4. Lukkede butikker på kajen", "4. Om lukkede punkter i referater", "4. Kajen lukkes"] {
        let outline = Outline::new(&document(&format!("{OPEN}{open}\nUdsat.\n")));
        assert!(outline.items.len() == 4 && !outline.items[3].closed, "{open}");
    }
}

#[test]
fn a_list_of_new_items_goes_on_with_the_numbers() {
    let open = |item: &str| (item.to_owned(), false);
    let lead = "Nye punkter, som kom til efter udsendelsen:\n\n";
    let body = format!("{lead}4. Lån\nDer søges fonde.\n\n5. Lys\nDet er godkendt nu.\n");
    assert_eq!(behind(&body), [open("4 Lån"), open("5 Lys")]);
    assert_eq!(behind("Bo har tre ønsker:\n\n4. kajen males\n5. broen males\n"), []);
    assert_eq!(behind("Bo har to ønsker:\n\n1. Kajen\nDen skal males.\n\n2. Broen\nDen skal males.\n"), []);
}
