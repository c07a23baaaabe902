//! What came of an item, in the words that boards use, and who met, when and where.

mod outlined;

use outlined::{document, items};
use rules::minutes::Outcome;
use rules::minutes::Outcome::{
    Adopted, Approved, Forwarded, Lapsed, Noted, Postponed, Rejected, Returned, Withdrawn,
};
use rules::outline::Outline;

/// The outcomes of the second of three items, below whose heading stands `told`; the others have no heading for theirs.
fn outcomes(told: &str) -> Vec<Outcome> {
    of_second(told, "Godkendt.")
}

fn of_second(told: &str, first: &str) -> Vec<Outcome> {
    let text = format!(
        "Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n1. Velkomst\n{first}\n\n2. Kajen\n{told}\n\n3. Eventuelt\nIntet.\n"
    );
    let outline = Outline::new(&document(&text));
    assert_eq!(items(&text).len(), 3, "{told}");
    outline.items[1].decisions.iter().flat_map(|decision| decision.outcomes.clone()).collect()
}

#[test]
fn a_label_that_says_decided_is_no_outcome_beside_another() {
    for (told, outcome) in [
        ("Besluttet: Godkendt.", Approved),
        ("Besluttet: Bortfaldt.", Lapsed),
        ("Besluttet: Til efterretning.", Noted),
        ("Vedtaget: Udsættes til maj.", Postponed),
        ("Besluttet: Bo køber grus.", Adopted),
        ("Vedtaget: Der købes nye brædder.", Adopted),
    ] {
        assert_eq!(outcomes(told), [outcome], "{told}");
    }
}

#[test]
fn emphasis_hides_no_outcome() {
    for told in [
        "**Vedtaget.**",
        "_Vedtaget._",
        "9 for, 2 imod. **Vedtaget.** Planen hænges op.",
        "Forslaget blev **vedtaget**.",
        "__Vedtaget.__",
    ] {
        assert_eq!(outcomes(told), [Adopted], "{told}");
    }
}

#[test]
fn an_outcome_on_its_own_line_ends_what_stands_above() {
    for outcome in ["Vedtaget.", "Vedtaget", "Vedtaget ved håndsoprækning."] {
        let told = format!("Bestyrelsen foreslår to ladestandere på pladsen ved blok 4\n{outcome}");
        assert_eq!(outcomes(&told), [Adopted], "{outcome}");
    }
    // A line that its writer broke goes on.
    let broken = "Kajen blev set efter af en dykker, som skrev, at den ikke er\ngodkendt af dem, der ser til den slags.";
    assert_eq!(outcomes(broken), []);
}

#[test]
fn all_may_agree_to_do_something() {
    for told in [
        "Tre firmaer har svaret. Enstemmigt vedtaget at vælge det ene.",
        "Enstemmigt besluttet, at kajen males.",
    ] {
        assert_eq!(outcomes(told), [Adopted], "{told}");
    }
}

#[test]
fn what_ends_the_minutes_is_no_decision() {
    for end in ["Underskrifter:\n______", "Mødet hævet kl. 21.15\nBo Dal", "Underskrift:\nHans Jensen"] {
        let text = format!(
            "Havnelauget\nReferat af møde den 4. marts 2026\n\n1. Kajen\nBeslutning:\nGodkendt.\n\n2. Eventuelt\nBeslutning:\n\n{end}\n"
        );
        let outline = Outline::new(&document(&text));
        let outcomes = |item: &rules::outline::OutlineItem| {
            item.decisions.iter().flat_map(|decision| decision.outcomes.clone()).collect::<Vec<_>>()
        };
        assert_eq!(outline.items.iter().map(outcomes).collect::<Vec<_>>(), [vec![Approved], vec![]], "{end}");
    }
}

#[test]
fn an_outcome_may_say_how_much_and_how_long() {
    for told in ["Bevilget op til 7.500 kr.", "Koret må få salen. Godkendt for et år.", "Bevilges."] {
        assert_eq!(outcomes(told), [Approved], "{told}");
    }
}

#[test]
fn a_label_may_say_whose_decision_it_is() {
    for label in
        ["Kommunalbestyrelsens afgørelse:", "Bestyrelsens konklusion:", "Repræsentantskabets beslutning:"]
    {
        let told = format!("Resume: Kajen er gammel.\n\n{label} Aftalen blev vedtaget.");
        assert_eq!(outcomes(&told), [Adopted], "{label}");
    }
}

#[test]
fn what_others_approved_is_not_decided_here() {
    for others in ["beredskabet", "Arbejdstilsynet", "myndighederne", "forsikringen"] {
        assert_eq!(outcomes(&format!("Bålet tændes kl. 21. Godkendt af {others}.")), [], "{others}");
    }
    assert_eq!(outcomes("Bålet tændes kl. 21. Godkendt af bestyrelsen."), [Approved]);
}

#[test]
fn nothing_is_decided_where_the_minutes_are_signed() {
    for title in ["Underskriftsark", "Underskriftsblad", "Digital underskrift"] {
        let text = format!(
            "Havnelauget\nReferat af møde den 4. marts 2026\n\n1. Kajen\nGodkendt.\n\n2. {title}\nReferatet godkendes elektronisk.\n"
        );
        let outline = Outline::new(&document(&text));
        assert_eq!(
            outline.items.iter().map(|item| item.decisions.len()).collect::<Vec<_>>(),
            [1, 0],
            "{title}"
        );
    }
}

#[test]
fn the_report_of_the_meeting_is_what_was_decided() {
    for heading in ["Referat", "Referat fra mødet", "Mødereferat", "Referat af mødet:"] {
        let told = format!("Baggrund\nKajen er gammel.\n\n{heading}\nAftalen blev vedtaget.");
        assert_eq!(outcomes(&told), [Adopted], "{heading}");
    }
    assert_eq!(outcomes("Baggrund\nKajen er gammel.\n\nReferat fra havnen\nDen er flot."), []);
}

#[test]
fn what_is_recommended_is_not_decided() {
    for told in ["Det indstilles, at kajen godkendes.", "Det foreslås at kajen godkendes."] {
        assert_eq!(outcomes(told), [], "{told}");
        assert_eq!(outcomes(&format!("{told}\nGodkendt.")), [Approved], "{told}");
    }
}

#[test]
fn an_outcome_alone_decides_where_others_have_a_heading() {
    let headed = "Beslutning\nGodkendt.";
    for (told, outcome) in [
        ("Godkendt.", Approved),
        ("Udsat til næste møde.", Postponed),
        ("Godkendt, at kajen males først.", Approved),
    ] {
        assert_eq!(of_second(told, headed), [outcome], "{told}");
    }
    for told in [
        "Bo fortalte, at planen blev godkendt.",
        "Kajen blev godkendt af kommunen i maj.",
        "Baggrund\nKajen er gammel.\nGodkendt.",
    ] {
        assert_eq!(of_second(told, "Beslutning\nGodkendt."), [], "{told}");
    }
}

#[test]
fn boards_have_many_words_for_an_outcome() {
    for (told, outcome) in [
        ("Forslaget blev oversendt til bestyrelsen.", Forwarded),
        ("Oversendt til provstiet.", Forwarded),
        ("Returneret til menighedsrådet.", Returned),
        ("Sendes retur til forvaltningen.", Returned),
        ("Udgår.", Withdrawn),
        ("Punktet udgik.", Withdrawn),
        ("Sagen blev trukket.", Withdrawn),
        ("Referat: Punktet blev taget af dagsordenen.", Withdrawn),
        ("Bordlagt.", Postponed),
        ("Genoptages på næste møde.", Postponed),
        ("Henlagt.", Lapsed),
        ("Ad notam.", Noted),
        ("Tilsluttet.", Approved),
        ("Bevilget med 20.000 kr.", Approved),
        ("Der var tilslutning til forslaget.", Approved),
        ("Afslag.", Rejected),
    ] {
        assert_eq!(outcomes(told), [outcome], "{told}");
    }
}

#[test]
fn the_same_words_may_tell_of_something_else() {
    for told in [
        "Lodderne blev trukket af Bo.",
        "Kommunen sendte papirerne retur til os i maj.",
        "Sagen er hos kommunen.",
        "Udgården ved kajen skal males.",
        "Bo har tilsluttet en ny pumpe.",
        "Der var tilslutning til vand ved kajen.",
        "Hvis sagen udgår, skal vi have en ny.",
    ] {
        assert_eq!(outcomes(told), [], "{told}");
    }
}

/// Committee, time and place of minutes with this head.
fn head(head: &str) -> [Option<String>; 3] {
    let text =
        format!("{head}\n\n1. Velkomst\nGodkendt.\n\n2. Kajen\nBo fortalte.\n\n3. Eventuelt\nIntet.\n");
    let outline = Outline::new(&document(&text));
    [
        outline.committee.map(|name| name.to_string()),
        outline.time,
        outline.place.map(|place| place.to_string()),
    ]
}

#[test]
fn a_gap_may_part_a_label_from_its_value() {
    let read = head("Havneudvalget\nDato   10. marts 2026\nTid    13.00 - 15.30\nSted   Salen ved kajen");
    assert_eq!(
        read,
        [Some("Havneudvalget"), Some("13:00"), Some("Salen ved kajen")].map(|own| own.map(str::to_owned))
    );
    assert_eq!(head("Havneudvalget\nMøde den 10. marts 2026 kl. 13.00\nSted   Antal   Pris")[2], None);
}

#[test]
fn a_mail_was_sent_at_another_time() {
    let mail = "Fra: Bo Dal\nSendt: 19. november 2025 21:14\nTil: Alle\n\nHej alle, her er referatet fra torsdag den 16. november 2025";
    assert_eq!(head(mail)[1], None);
    assert_eq!(head(&format!("{mail} kl. 19.00"))[1].as_deref(), Some("19:00"));
}

#[test]
fn an_association_met_where_no_committee_is_named() {
    for (line, committee) in [
        ("Andelsboligforeningen Kajen", Some("Andelsboligforeningen Kajen")),
        ("GRUNDEJERFORENINGEN KAJEN", Some("GRUNDEJERFORENINGEN KAJEN")),
        ("Kajen Kommune", None),
        ("Styregruppen for ny kaj", Some("Styregruppen for ny kaj")),
        ("Styregruppen", Some("Styregruppen")),
        ("Afdelingsbestyrelsen, afd. 12", Some("Afdelingsbestyrelsen")),
        ("Skolebestyrelsen ved Kajskolen", Some("Skolebestyrelsen ved Kajskolen")),
    ] {
        let read = head(&format!("{line}\nMøde den 10. marts 2026 kl. 13.00"));
        assert_eq!(read[0].as_deref(), committee, "{line}");
    }
}

#[test]
fn what_heads_the_notes_is_no_entry_of_the_agenda() {
    let told = |between: &str| {
        let text = format!(
            "# Havnelauget\n\n4. marts 2026 kl. 19.00\n\n### Dagsorden\n\n- Velkomst\n- Kajen\n- Eventuelt\n\n{between}#### 1. \
             Velkomst\n\nGodkendt.\n\n#### 2. Kajen\n\nBo fortalte.\n\n#### 3. Eventuelt\n\nIntet.\n"
        );
        let found =
            document(&text).diagnostics().into_iter().filter(|own| own.rule.name == "structure/contents");
        found.count()
    };
    for between in ["", "### Noter\n\n", "### Referat af mødet\n\n", "Noter\n\n"] {
        assert_eq!(told(between), 0, "{between}");
    }
    assert_eq!(told("- Broen\n\n"), 1);
}

#[test]
fn the_decisions_of_two_bodies_are_told_apart_however_they_are_headed() {
    for (first, second) in [
        ("Økonomiudvalgets beslutning", "Kommunalbestyrelsens beslutning"),
        ("ØKONOMIUDVALGETS BESLUTNING:", "KOMMUNALBESTYRELSENS BESLUTNING:"),
        ("Teknik- og Miljøudvalgets Beslutning:", "Regionsrådets Beslutning:"),
        ("KULTURUDVALGETS BESLUTNING", "BYRÅDETS BESLUTNING"),
    ] {
        let told = format!("Indstilling\nat kajen sælges.\n\n{first}\n\nGodkendt.\n\n{second}\n\nForkastet.");
        assert_eq!(outcomes(&told), [Approved, Rejected], "{first}");
    }
}

#[test]
fn who_recommends_heads_the_points() {
    for lead in [
        "Forvaltningen indstiller",
        "Teknik- og Miljøforvaltningen foreslår",
        "Formanden anbefaler",
        "Det indstilles",
    ] {
        for points in ["1. at kajen sælges\n2. at broen bliver", "at kajen sælges"] {
            let told =
                format!("{lead}\n\n{points}\n\nBilag\n\nKort over kajen\n\nByrådets beslutning\n\nGodkendt.");
            assert_eq!(outcomes(&told), [Approved], "{told}");
        }
    }
    assert_eq!(outcomes("Beboerne tror det, som revisoren anbefaler\nat huset står endnu."), []);
}

#[test]
fn what_is_voted_may_stand_before_what_came_of_it() {
    for told in [
        "For 19, imod 11. Forslaget er vedtaget.",
        "For: 5, imod: 2. Indstillingen er vedtaget.",
        "Imod 3, for 8, undlod 1. Forslaget er vedtaget.",
    ] {
        assert_eq!(outcomes(told), [Adopted], "{told}");
    }
    assert_eq!(outcomes("For 19 år siden var kajen ny. Nu er den gammel."), []);
}

#[test]
fn the_last_sentence_may_say_what_is_done_then() {
    for (told, right) in [
        ("Prisen hæves. Godkendt og sendes til økonomiudvalget.", &[Approved, Forwarded][..]),
        ("Kajen er utæt. Udsat og tages op i maj.", &[Postponed]),
        ("Prisen er 22.500 kr. ekskl. moms. Godkendt.", &[Approved]),
    ] {
        assert_eq!(outcomes(told), right, "{told}");
    }
    for told in ["Prisen hæves. Godkendes og sendes den til jer?", "Kajen er malet og sendt til tørre."] {
        assert_eq!(outcomes(told), [], "{told}");
    }
}

#[test]
fn a_label_in_bold_may_end_in_a_stop() {
    assert_eq!(outcomes("**Beslutning.** Godkendt."), [Approved]);
    assert_eq!(outcomes("**Konklusion.** Udsat: vi mangler tegninger."), [Postponed]);
    let text = "Havnelauget\nMøde 4. marts 2026\n\n1. Kajen\n**Beslutning.** Bo maler den i juni, når vejret er til det.\n\n2. Eventuelt\nIntet.\n";
    assert_eq!(Outline::new(&document(text)).items[0].decisions.len(), 1);
}

#[test]
fn what_an_earlier_meeting_decided_is_no_decision_of_this() {
    for told in [
        "Beslutning fra Byrådet, 3. maj 2024, pkt. 4:\nGodkendt.",
        "Byrådet så på kajen.\n\nBeslutning fra Byrådet, 3. maj 2024, pkt. 4: Godkendt.",
        "\"Beslutning fra Byrådet, 3. maj 2024, pkt. 4: Godkendt.\"",
        "»Kajen blev set efter. Forslaget blev vedtaget.«",
    ] {
        assert_eq!(outcomes(told), [], "{told}");
    }
    assert_eq!(outcomes("Beslutning fra Byrådet, 3. maj 2024, pkt. 4:\nUdsat.\n\nGodkendt."), [Approved]);
}

#[test]
fn how_the_minutes_are_approved_is_no_outcome_of_an_item() {
    for told in [
        "Referatet godkendes elektronisk.",
        "Referatet godkendes pr. mail.",
        "Referatet er godkendt på mail.",
    ] {
        assert_eq!(outcomes(told), [], "{told}");
    }
    assert_eq!(outcomes("Godkendt elektronisk."), [Approved]);
}

#[test]
fn a_column_of_recommendations_decides_nothing() {
    let decisions = |table: &str| {
        let text = format!("Byrådet\n4. marts 2026\n\n{table}\n");
        let outline = Outline::new(&document(&text));
        outline.items.iter().map(|item| item.decisions.len()).collect::<Vec<_>>()
    };
    let rows = "Nr.\tSag\tIndstilling\n1\tBudget\tGodkendes\n2\tSkole\tTiltrædes\n3\tEventuelt\t";
    assert_eq!(decisions(rows), [0, 0, 0]);
    let rows = "| Nr. | Punkt | Indstilling | Beslutning |\n|---|---|---|---|\n| 1 | Budget | Godkendes | Udsat |\n| 2 | Skole | \
                Tiltrædes | |\n| 3 | Eventuelt | | |";
    assert_eq!(decisions(rows), [1, 0, 0]);
    let rows = "Nr.\tSag\tBeslutning\n1\tBudget\tGodkendt\n2\tSkole\tUdsat\n3\tEventuelt\t";
    assert_eq!(decisions(rows), [1, 1, 0]);
}
