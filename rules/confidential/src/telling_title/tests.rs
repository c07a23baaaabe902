//! Titles that tell whose case it is, and titles that may stand.

use super::{is_of_somebody, tells_of_case};

fn tells(title: &str) -> bool {
    tells_of_case(title) || is_of_somebody(title)
}

#[test]
fn a_detail_of_somebody_tells_of_the_case() {
    for title in [
        "Anbringelse, Møllevej 8",
        "Klagesag, Ringgade 14, 2. tv.",
        "Ulovligt byggeri på Nørregade 3A",
        "Barn født 12.3.2015",
        "Tvangsfjernelse - pige, født den 3. maj 2019",
        "Støtte til dreng f. 12/3 2015",
        "Ekspropriation af matr.nr. 4a, Skovby",
        "Påbud, matrikel 12 b",
        "Tvangsauktion over Møllevej 8",
        "Underretning om dreng på 9 år i 3.b",
        "Underretning om 14-årig",
        "Sygefravær K.L.M.",
        "Orlov, A. B.",
        "Personalesag JHN",
        "Klage fra Krag",
        "Salg af Engvej 4",
        "Hansens klage",
        "Toftegaards erstatningskrav",
        "Emil i 6.B",
        "Sofie, 3. klasse",
        "Restance lejemål 14",
        "Inkasso mod lejer i bolig 22",
        "Klage fra virksomheden Bentax",
        "Aftale med Nordhavn Byg",
        "Afsked af den daglige leder på Engskolen",
        "Fratrædelse for områdechef i hjemmeplejen",
        "Advarsel til pedellen",
        "SALG TIL STENALT",
        "ERSTATNING TIL BRANDTOFT",
        "Sygemelding, Bente fra køkkenet",
    ] {
        assert!(tells(title), "{title}");
    }
}

#[test]
fn what_names_nobody_may_stand() {
    for title in [
        "Lønsag",
        "Salg af Nordmark Skole",
        "Forlig om Skovby Hallen",
        "Overdragelse til Skovby Kommune",
        "Lejemål på 9 år",
        "10-årig aftale om vintertjeneste",
        "Køb af areal til ny børnehave",
        "Havneparken 3. etape",
        "Jordforsyning i Skovby Øst",
        "Stiftelse af A.M.B.A. til varme",
        "Salg af arealer ved Engvej",
        "Advarsel om glatte veje",
        "Opsigelse af 3 lejemål",
        "Ansættelse af skoleleder ved Bakkeskolen",
        "Lejrskole i 6.B",
        "Husets regnskab",
        "KØB AF AREAL",
        "Tilbagekøb af matrikel 3db, Skovby",
        "Udvidelse af Østerby Kirke",
        "Udbud af EDB-drift",
        "Renoveringsudbud",
    ] {
        assert!(!tells(title), "{title}");
    }
}
