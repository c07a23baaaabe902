//! What came of an item, told in one sentence among others, in the passive, by advice or by a majority.

use minutes::{Minutes, Outcome, told_decisions};
use syntax::Vocabulary;
use text::TextRange;

/// The outcomes of the item "Kajen", below whose heading stands `told`.
fn outcomes(told: &str) -> Vec<Outcome> {
    let text = format!(
        "Havneudvalget\nReferat af møde den 4. marts 2026\n\n1. Velkomst\nBo bød velkommen.\n\n2. Kajen\n{told}\n\n3. Eventuelt\nIntet.\n"
    );
    let minutes = Minutes::new(&text, Vocabulary::common());
    let placed: Vec<_> = minutes.items().collect();
    assert_eq!(placed.len(), 3, "{told}");
    let own = &text[TextRange::at(placed[1].start, placed[1].item.len)];
    let headed = placed[1].item.decisions().flat_map(|(_, decision)| decision.outcomes());
    headed.chain(told_decisions(own, placed[1].item, None).iter().flat_map(|one| one.outcomes())).collect()
}

#[test]
fn an_outcome_may_stand_between_other_sentences() {
    for (told, outcome) in [
        ("Naboen har skrevet et brev. Drøftet. Arne svarer.", Outcome::Discussed),
        ("Hvad skal kajen koste? Drøftet i grupper.", Outcome::Discussed),
        ("Kajen er fra 1962. Godkendt. Ib beder om et tilbud.", Outcome::Approved),
        ("Den lukkes i uge 42. Taget til efterretning.", Outcome::Noted),
        ("Fiskerne skriver: \"Vi tager bunden.\" Udvalget bevilgede 350.000 kr.", Outcome::Approved),
        ("\"Vi er ikke imod,\" sagde flere. Udsat.", Outcome::Postponed),
        ("54 pladser. Godkendt.", Outcome::Approved),
        ("Ordstyrer: Bo. Dagsordenen godkendt.", Outcome::Approved),
        ("Forslag om en bom afvist, da kassen er tom.", Outcome::Rejected),
        ("Afvist p.g.a. brandkrav.", Outcome::Rejected),
        ("For: 6. Imod: 9. Forslaget faldt.", Outcome::Rejected),
        ("Faldt med 30 stemmer for og 44 imod.", Outcome::Rejected),
        ("Godkendt.-", Outcome::Approved),
    ] {
        assert_eq!(outcomes(told), [outcome], "{told}");
    }
}

#[test]
fn verbs_in_the_passive_say_an_outcome_in_one_word() {
    for (told, outcome) in [
        ("Protokollen fra sidste møde oplæstes og godkendtes.", Outcome::Approved),
        ("Udkastet godkendtes med to rettelser.", Outcome::Approved),
        ("Formanden orienterede. Orienteringen toges til efterretning.", Outcome::Noted),
        ("Lodsejerne betaler 145 kr. Forslaget vedtoges.", Outcome::Adopted),
        ("Udkastet blev sendt i høring i elevrådet.", Outcome::Forwarded),
        ("Udkastet sendes i høring hos naboerne.", Outcome::Forwarded),
        ("Sendes i høring hos naboerne.", Outcome::Forwarded),
        ("Kaproningen drøftedes.", Outcome::Discussed),
        ("=> Sendes i høring hos naboerne", Outcome::Forwarded),
    ] {
        assert_eq!(outcomes(told), [outcome], "{told}");
    }
}

#[test]
fn advice_and_majorities_are_what_came_of_an_item() {
    for (told, outcome) in [
        ("Rådet indstiller Lindevej 4 til kulturudvalget.", Outcome::Recommended),
        ("Vi anbefaler, at der kun er én kaj.", Outcome::Recommended),
        ("Udvalget kunne ikke anbefale forslaget.", Outcome::Rejected),
        ("Et flertal på 22 kunne tiltræde forslaget, et mindretal på 5 kunne ikke.", Outcome::Adopted),
        ("Flertallet vedtog planen.", Outcome::Adopted),
    ] {
        assert_eq!(outcomes(told), [outcome], "{told}");
    }
}

#[test]
fn what_others_said_or_nobody_decided_is_no_outcome() {
    for told in [
        "Intet blev besluttet under dette punkt.",
        "Ingen blev valgt.",
        "Direktionen indstiller, at takster godkendes.",
        "Naboens klage er afvist af nævnet.",
        "Der blev ikke truffet beslutning om kajen.",
        "Indstilling: at kajen godkendes",
        "Indstilling: at planen sendes i høring hos naboerne",
        "Bo sagde: \"Vi har talt sammen. Bestyrelsen godkendte det. Nu bygger vi.\"",
        "Lovforslaget sendes i høring i maj.",
        "Kommunen har fortalt, at planen godkendtes i 2019.",
        "Byrådet har svaret. Planen godkendtes af byrådet.",
        "Forvaltningen anbefaler udvalget at vente.",
        "Vi venter på svar fra banken.",
    ] {
        assert_eq!(outcomes(told), [], "{told}");
    }
}

#[test]
fn what_was_refused_put_off_or_denied_is_read_by_the_sentence() {
    use Outcome::{Approved, Forwarded, Postponed, Recommended, Rejected, Returned, Withdrawn};
    for (told, outcome) in [
        ("Forslaget kunne ikke vedtages.", Rejected),
        ("Indstillingen kan ikke godkendes.", Rejected),
        ("Ansøgningen fra roklubben kunne ikke imødekommes.", Rejected),
        ("Forslaget opnåede ikke flertal.", Rejected),
        ("Der var ikke flertal for forslaget.", Rejected),
        ("Rådet kunne ikke tilslutte sig forslaget.", Rejected),
        ("Der kan ikke gives dispensation.", Rejected),
        ("Klagen blev ikke taget til følge.", Rejected),
        ("Sagen blev ikke udsat, men godkendt.", Approved),
        ("Rådet tilsluttede sig planen.", Approved),
        ("Tilbuddet på kr. 31.000 blev godkendt.", Approved),
        ("Punktet tages af dagsordenen.", Withdrawn),
        ("Overføres til næste møde.", Postponed),
        ("Punktet blev ikke drøftet, men overføres til næste møde.", Postponed),
        ("Sagen hjemvises til fornyet behandling.", Returned),
        ("Udvalget anbefaler planen godkendt.", Recommended),
        ("Bestyrelsen anbefaler forslaget over for generalforsamlingen.", Recommended),
        ("Ændringen af § 9, stk. 2, anbefales over for generalforsamlingen.", Recommended),
        ("Indstilles til byrådets godkendelse.", Recommended),
        ("Bestyrelsen sender forslaget i høring i lavene.", Forwarded),
        ("SN sender ordningen i høring.", Forwarded),
        ("Kajen er 112 m. **Beslutning:** Godkendt.", Approved),
        ("udsat til næste møde", Postponed),
        ("forslaget blev vedtaget 14-3", Outcome::Adopted),
    ] {
        assert_eq!(outcomes(told), [outcome], "{told}");
    }
}

#[test]
fn what_was_not_dealt_with_or_may_be_refused_has_no_outcome() {
    for told in [
        "Punktet blev ikke drøftet.",
        "Hvis ansøgningen ikke kan imødekommes, klager Bo.",
        "Formanden fortalte, at ansøgningen ikke kunne imødekommes.",
        "Bo mente, at forslaget ikke kan godkendes.",
        "Planen er i høring hos naboerne.",
        "Kommunen sender planen i høring.",
    ] {
        assert_eq!(outcomes(told), [], "{told}");
    }
}

#[test]
fn any_body_may_head_its_decision_below_any_section() {
    for (body, section) in [
        ("Menighedsrådets", "Sagsfremstilling"),
        ("REGIONSRÅDETS", "RESUMÉ"),
        ("Repræsentantskabets", "Resumé"),
        ("Skolebestyrelsens", "Sagsfremstilling"),
        ("Ældrerådets", "Økonomi"),
    ] {
        let told =
            format!("\n{section}\nPælene er rådne.\n\n{body} beslutning\nGodkendt.\n\nBilag\nTilbud.pdf");
        assert_eq!(outcomes(&told), [Outcome::Approved], "{told}");
    }
}

#[test]
fn what_another_body_decided_before_the_own_sections_is_no_decision() {
    let told = "\nSagsfremstilling\nPælene er rådne.\n\nHavnerådets beslutning\nAfvist.\n\nIndstilling\nDet indstilles, at \
                kajen males.\n\nBeslutning\nGodkendt.";
    assert_eq!(outcomes(told), [Outcome::Approved]);
}
