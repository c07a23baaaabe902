//! What says that something is open, or is done with, and what does not: "(Åben)", a legend, a box, finished cases.

use super::super::{Allowed, Why};
use super::kinds::{END, HEAD, cuts, holds_back, leaves, publication, refuses};

#[test]
fn an_open_item_may_have_a_passage_that_says_by_itself_that_it_is_closed() {
    for label in [
        "Ikke til offentliggørelse:",
        "Må ikke offentliggøres:",
        "Offentliggøres ikke:",
        "Fortrolig tilføjelse:",
        "Til lukket behandling –",
        "Skal ikke i referatet:",
    ] {
        let item =
            format!("2. Skolebus (Åben)\nBussen kører.\n\n{label} Bent Aagesen ligger over grænsen.\n\n");
        holds_back(&format!("{HEAD}{item}{END}"), "Aagesen");
    }
    for open in [
        "Antallet af sager for lukkede døre er faldet: 12 sager mod 20 i fjor.",
        "Under sygdommen blev der sunget bag lukkede døre i hele byen.",
    ] {
        leaves(&format!("{HEAD}2. Skolebus (Åben)\nBussen kører.\n\n{open}\n\n{END}"));
    }
}

#[test]
fn a_refusal_names_the_item_that_the_line_speaks_of() {
    let items = |text: &str| {
        let new = publication(text, &Allowed::Nothing);
        assert_eq!(new.refusals.len(), 1, "{:?}", new.refusals);
        new.refusals[0].items.clone()
    };
    for mark in ["", " (Lukket)"] {
        let told = "Rådet besluttede, at punkt 2 er lukket og ikke må komme med i det offentlige referat.";
        let text = format!("{HEAD}2. Elev\nBo Lind er bortvist.\n\n{END}\n4. Plan{mark}\n{told}\n");
        assert_eq!(items(&text), [2], "{text}");
    }
    for heading in ["Lukket – 2. Ejendomskøb", "🔒 2. Personsag"] {
        assert_eq!(items(&format!("{HEAD}{heading}\nBo Lind er syg.\n\n{END}")), [2], "{heading}");
    }
}

#[test]
fn a_legend_of_a_letter_keeps_the_copy_back_and_closes_nothing() {
    for legend in [
        "L: Lukket sag",
        "L = lukket",
        "F betyder fortroligt.",
        "Sager mærket L er lukkede.",
        "Punkter markeret med bogstavet F er fortrolige.",
        "Forklaring: Å = åbent, L = lukket",
    ] {
        let text = format!("{legend}\n\n{HEAD}2. Kasse L\nBo Lind er anklaget.\n\n{END}");
        let new = publication(&text, &Allowed::Nothing);
        assert!(!new.refusals.is_empty() && new.text.contains("Stien asfalteres"), "{}", new.text);
    }
    let marked = format!("L = lukket sag\n\n{HEAD}2. Kasse L (lukket)\nBo Lind er anklaget.\n\n{END}");
    cuts(&marked, "Bo Lind");
    leaves(&format!("{HEAD}2. Altaner\nL = lejlighed, E = erhverv\nBlok L: Lukket altan\n\n{END}"));
}

#[test]
fn a_box_that_is_left_empty_closes_nothing() {
    for line in [
        "☐ Lukket",
        "[ ] Lukket",
        "- [ ] Lukket",
        "[x] Åbent  [ ] Lukket",
        "[ ] Lukket  [x] Åbent",
        "☒ Åbent punkt ☐ Lukket punkt",
    ] {
        leaves(&format!("{HEAD}2. Bænke\n{line}\nDe males.\n\n{END}"));
    }
    for line in ["☒ Lukket", "[x] Lukket", "- [x] Lukket", "[ ] Åbent  [x] Lukket", "☐ Åbent ☒ Lukket"]
    {
        holds_back(&format!("{HEAD}2. Bænke\n{line}\nBo Lind er syg.\n\n{END}"), "Bo Lind");
    }
}

#[test]
fn cases_that_are_done_with_are_open() {
    for line in [
        "4 sager er lukket.",
        "Sagerne er lukket.",
        "26 sager er lukket og 4 er åbne.",
        "Sager: 26 lukket, 4 åbne.",
    ] {
        leaves(&format!("{HEAD}2. Klager\n{line}\nTallet er faldet.\n\n{END}"));
    }
    for line in ["26 punkter er lukket.", "Etape 1\nStatus: Lukket", "Sagerne er lukkede."] {
        let new = publication(&format!("{HEAD}2. Klager\n{line}\nBo Lind.\n\n{END}"), &Allowed::Nothing);
        assert!(!new.refusals.is_empty(), "{line}\n{}", new.text);
    }
    refuses(&format!("{HEAD}2. Klager (Åben)\nStatus: Lukket\nDe er færre.\n\n{END}"), "Status", Why::Mark);
    for line in ["Sagen er lukket.", "Status: Lukket", "Sagerne behandles for lukkede døre."] {
        cuts(&format!("{HEAD}2. Klager\n{line}\nBo Lind er syg.\n\n{END}"), "Bo Lind");
    }
}

#[test]
fn a_label_may_say_that_its_attachments_are_closed() {
    for label in ["Bilag (lukkede):", "Lukkede bilag:", "Bilag - fortroligt:", "Bilag, lukkede:"] {
        cuts(&format!("{HEAD}2. Plan\nDen er lagt.\n\n{label} Notat Bo Lind.pdf\n\n{END}"), "Bo Lind");
    }
    leaves(&format!("{HEAD}2. Plan\nDen er lagt.\n\nBilag: Lukning af broer.pdf\n\n{END}"));
}

#[test]
fn the_agenda_above_closes_an_item_that_is_only_a_number() {
    let text = "Bestyrelsen\nReferat\n12. maj 2026\n\nDagsorden\n\n1. Dagsorden\n2. Løn (lukket punkt)\n3. Sti\n\n\
                Ad 1\nGodkendt.\n\nAd 2\nBo Lind får 1,2 mio. kr.\n\nAd 3\nStien asfalteres.\n";
    cuts(text, "Bo Lind");
    leaves(&text.replace(" (lukket punkt)", ""));
}

#[test]
fn odd_marks_of_a_heading_close_its_item() {
    for heading in ["2. 🔒 Ejendomskøb", "2. Ejendomskøb (lukekt punkt)", "2. Ejendomskøb (fortolig)"] {
        let text = format!("{HEAD}{heading}\nBo Lind er syg.\n\n{END}");
        cuts(&text, "Bo Lind");
    }
    for (heading, line) in [
        ("2. Ejendomskøb - L", ""),
        ("2. LP Ejendomskøb", ""),
        ("2. Ejendomskøb", "§ 27 a\n\n"),
        ("2. Ejendomskøb", "Følsomhed: Høj\n\n"),
        ("2. Ejendomskøb", "Lukket for beboere.\n\n"),
        ("2. Ejendomskøb (kun for medlemmer)", ""),
    ] {
        holds_back(&format!("{HEAD}{heading}\n{line}Bo Lind er syg.\n\n{END}"), "Bo Lind");
    }
}

#[test]
fn the_rest_of_a_closed_title_in_a_row_goes() {
    let table = "| Nr. | Sag | Status | Beslutning |\n|---|---|---|---|\n| 1 | Dagsorden | Åben | Godkendt |\n\
                 | 2 | Køb af grund: sælger er Hans Brandt | Lukket | Godkendt |\n| 3 | Eventuelt | Åben | Intet |\n";
    for told in [
        ": sælger er Hans Brandt",
        ": Prisen er 2 mio. kr., og sælger er Hans Brandt.",
        ", 2 mio. kr. til Hans Brandt",
    ] {
        let table = table.replace(": sælger er Hans Brandt", told);
        let new = publication(
            &format!("# Referat af møde i byrådet den 4. april 2022\n\n{table}"),
            &Allowed::Nothing,
        );
        assert_eq!(new.refusals, [], "{told}");
        assert!(
            !new.text.contains("Brandt") && new.text.contains("| 3 | Eventuelt | Åben | Intet |"),
            "{}",
            new.text
        );
    }
}

#[test]
fn what_is_told_of_data_wards_and_other_meetings_closes_nothing() {
    for open in [
        "Oplysningerne behandles fortroligt.",
        "Personoplysninger opbevares fortroligt.",
        "Data indsamles fortroligt og slettes efter seks måneder.",
        "Sagen er lukket.",
        "Sag 22-1234 er lukket.",
        "Sag nr. 24/5512 blev lukket i marts.",
        "Demensafsnittet er et lukket afsnit.",
        "Hun er flyttet til en lukket afdeling.",
        "Regionen holdt mødet for lukkede døre den 4. juni.",
        "Bestyrelsen i havneselskabet mødtes for lukkede døre den 12. marts.",
        "Nævnet behandlede klagen for lukkede døre den 2. februar.",
        "Udvalget drøftede sagen for lukkede døre den 14. april.",
        "Tallene offentliggøres i juni. De er fortrolige indtil da.",
        "Filmen Bag Lukkede Døre vises i maj.",
        "Teatret spiller Lukkede Døre i marts.",
        "Medlemmerne har tavshedspligt om det, de får at vide i udvalget.",
    ] {
        leaves(&format!(
            "{HEAD}2. Orientering\n\nSagsfremstilling\n\nFormanden orienterede.\n\n{open}\n\nDer var kaffe.\n\n{END}"
        ));
    }
    for title in [
        "Kommende forestillinger: Lukkede Døre",
        "Nyt lukket afsnit på plejehjemmet",
        "Foredrag: Lukkede Døre",
    ] {
        leaves(&format!("{HEAD}2. {title}\n\nFormanden orienterede.\n\n{END}"));
    }
}

#[test]
fn words_for_the_item_itself_still_keep_a_copy_back() {
    for mark in [
        "Punktet blev behandlet for lukkede døre den 4. juni.",
        "Udvalget drøftede sagen for lukkede døre den 12. maj.",
        "Udvalget drøftede sagen for lukkede døre.",
        "Dette afsnit er et lukket afsnit af referatet.",
        "Sagen er fortrolig indtil videre.",
        "Punktet er beskyttet.",
        "Dette punkt udsendes ikke.",
    ] {
        let text = format!("{HEAD}2. Driftsleder\n\n{mark}\n\nTorben Krag har drukket i tjenesten.\n\n{END}");
        holds_back(&text, "Torben Krag");
    }
}

#[test]
fn the_town_whose_council_meets_is_no_secret() {
    for name in ["Skovby Taxa", "Nørre Skovby", "Skovby Kommune Forsyning A/S"] {
        let text = format!(
            "Skovby Byråd\nReferat\n12. maj 2026 kl. 16.30\n\n1. Dagsorden\n\nGodkendt.\n\n2. Aftale (Lukket)\n\n{name} har givet et tilbud.\n\n{END}"
        );
        cuts(&text, "har givet et tilbud");
    }
}

#[test]
fn the_number_of_a_case_is_no_name() {
    leaves_others("Sagsnr.: 11/1502", "Sagsnr.: 10/9931");
}

/// What a closed item says on a line is no reason to refuse the other line of an open one.
#[track_caller]
fn leaves_others(closed: &str, open: &str) {
    let text =
        format!("{HEAD}2. Ejendomskøb (Lukket)\n{closed}\n\n{END}\n4. Plan\n{open}\n\nPlanen er lagt.\n");
    assert_eq!(publication(&text, &Allowed::Nothing).refusals, [], "{text}");
}
