//! The text of a meeting that is to be filled in; every word of it is the house style's.

use jiff::civil::{Date, Time};
use rules::house::{House, HouseSection, Required};
use rules::minutes::Stage;
use rules::syntax::{CaseNumberForm, SectionKind};

use super::head::{self, Head};

/// What is known of a meeting.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// Who meets.
    pub committee: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// At what time.
    pub time: Option<Time>,
    /// Where.
    pub place: Option<String>,
    /// The number of the first item.
    pub first: u32,
    /// The titles of the items; without any, those of nearly every meeting and one to fill in.
    pub items: Vec<String>,
}

/// The titles that nearly every meeting has.
const ITEMS: [&str; 2] = ["Godkendelse af dagsorden", "Eventuelt"];

/// A title to fill in; one that is forgotten is found by a rule.
const TITLE: &str = "Indsæt titel";

/// The skeleton of `meeting` in the style `house`.
pub fn skeleton(house: &House, stage: Stage, meeting: &Meeting) -> String {
    let required = |detail: &str| house.head.required.iter().any(|own| own == detail);
    let time = meeting.time.map(|time| clock(house, time));
    let when = (meeting.date.is_some() || time.is_some() || required("date")).then(|| {
        let day = meeting.date.map_or_else(|| head::unknown_day(house, None), |date| head::day(house, date));
        format!("{} {}", day.trim_end(), time.unwrap_or_default())
    });
    let items = if meeting.items.is_empty() { usual(TITLE) } else { meeting.items.clone() };
    let head = Head {
        house,
        committee: meeting.committee.clone(),
        day: meeting.date.map(short),
        when,
        place: (meeting.place.is_some() || required("place"))
            .then(|| head::place(house, meeting.place.as_deref())),
        titles: &items,
    };
    let decision = decision_heading(house, meeting.committee.as_deref(), meeting.date);
    text(stage, &head, &decision, meeting.first)
}

/// The skeleton of `meeting` as a snippet: "$1" and so on stand where the writer fills in what is not known.
pub fn template(house: &House, stage: Stage, meeting: &Meeting) -> String {
    let known = |words: &Option<String>| words.as_deref().map(escaped);
    let or = |words: Option<String>, stop: &str| words.unwrap_or_else(|| stop.to_owned());
    let day = meeting.date.map(|date| head::day(house, date));
    let day = day.unwrap_or_else(|| head::unknown_day(house, Some("$2")));
    let time = meeting.time.map(|time| clock(house, time));
    let decision = match has_words(&house.decisions.heading) {
        true => escaped(&decision_heading(house, meeting.committee.as_deref(), meeting.date)),
        // Nothing but what is not known: "{body}, {date}".
        false => (house.decisions.heading)
            .replace("{body}", &or(known(&meeting.committee), "$1"))
            .replace("{date}", &or(meeting.date.map(short), "$5")),
    };
    // A title that stands in the table of contents too is a stop like the others, which stand in two places.
    let title = if house.head.contents { "$6" } else { "$0" };
    let mut items: Vec<String> = meeting.items.iter().map(|title| escaped(title)).collect();
    if items.is_empty() {
        items = usual(title);
    }
    let head = Head {
        house,
        committee: Some(or(known(&meeting.committee), "$1")),
        day: Some(or(meeting.date.map(short), "$5")),
        when: Some(format!("{day} {}", or(time, "kl. $3"))),
        place: Some(head::place(house, Some(&or(known(&meeting.place), "$4")))),
        titles: &items,
    };
    text(stage, &head, &decision, meeting.first)
}

/// The titles that nearly every meeting has, around `title`.
fn usual(title: &str) -> Vec<String> {
    [ITEMS[0], title, ITEMS[1]].map(str::to_owned).to_vec()
}

/// "kl. 17.30", with the separator of the house.
fn clock(house: &House, time: Time) -> String {
    format!("kl. {:02}{}{:02}", time.hour(), house.time_separator.unwrap_or('.'), time.minute())
}

/// `words` where nothing in them has a meaning for a snippet.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

fn text(stage: Stage, head: &Head<'_>, decision: &str, first: u32) -> String {
    let house = head.house;
    let mut text = head.text(stage);
    // A title without a number is told from prose only where no other stands near it, and a number without a word
    // only where others do.
    let doubtful = match head.titles.len() {
        1 => house.item_heading.starts_with("{number}"),
        _ => !house.item_heading.contains("{number}"),
    };
    let template = if doubtful { "Punkt {number}: {title}" } else { &house.item_heading };
    for (number, title) in (first..).zip(head.titles) {
        let heading = template.replace("{number}", &number.to_string()).replace("{title}", title);
        text.push_str(&format!("{heading}\n\n"));
        if let Some((form, true)) = house.case_number {
            text.push_str(&format!("{}\n\n", noughts(form)));
        }
        let exempt = house.exempts(title);
        for section in house.sections.iter().filter(|section| wanted(section, stage, exempt, title)) {
            let heading = match section.kind {
                SectionKind::Decision => decision,
                _ => &section.name,
            };
            text.push_str(&format!("{heading}\n\n"));
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// A case number that is to be filled in; a rule finds it when it is forgotten.
fn noughts(form: CaseNumberForm) -> &'static str {
    match form {
        CaseNumberForm::Kle => "00.00.00-A00-0-00",
        CaseNumberForm::YearSlash => "00/00000",
        CaseNumberForm::YearDash => "00-000000",
        CaseNumberForm::Long | CaseNumberForm::Other => "0000-000000",
    }
}

/// "07-04-2026".
fn short(date: Date) -> String {
    date.strftime("%d-%m-%Y").to_string()
}

/// Is `section` for an item with this title?
fn wanted(section: &HouseSection, stage: Stage, exempt: bool, title: &str) -> bool {
    match section.required {
        Required::Minutes | Required::Usual => stage == Stage::Minutes,
        Required::Always => !exempt && !section.unless.iter().any(|part| title.contains(part)),
        Required::Never => false,
    }
}

/// "Beslutning i Kulturudvalget den 04-04-2022", as far as it is known.
pub(super) fn decision_heading(house: &House, committee: Option<&str>, date: Option<Date>) -> String {
    let template = &house.decisions.heading;
    let (body, date) = (committee, date.map(short));
    if (template.contains("{body}") && body.is_none()) || (template.contains("{date}") && date.is_none()) {
        // What the heading begins with: "Beslutning" of "Beslutning i {body} den {date}".
        let first = template.split([' ', ',']).next().filter(|_| has_words(template));
        let known = house.sections.iter().find(|section| section.kind == SectionKind::Decision);
        let known = known.map_or("Beslutning", |section| section.name.as_str());
        return first.unwrap_or(known).to_owned();
    }
    template.replace("{body}", body.unwrap_or_default()).replace("{date}", &date.unwrap_or_default())
}

/// Does a heading say more than what is put into it?
fn has_words(template: &str) -> bool {
    template.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Meeting, skeleton, template};
    use crate::draft::of_agenda;
    use expect_test::expect;
    use jiff::civil::{date, time};
    use rules::document::{Document, Engine};
    use rules::house::{House, Houses};
    use rules::minutes::Stage;
    use rules::outline::Outline;

    fn meeting() -> Meeting {
        Meeting {
            committee: Some("Kultur- og Fritidsudvalget".to_owned()),
            date: Some(date(2022, 4, 4)),
            time: Some(time(17, 30, 0, 0)),
            place: Some("Fjordby Rådhus, lokale 3".to_owned()),
            first: 7,
            items: ["Godkendelse af dagsorden", "Havnebus til Fjordby", "Eventuelt"]
                .map(str::to_owned)
                .to_vec(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for house in Houses::standard().iter() {
            for stage in [Stage::Agenda, Stage::Minutes] {
                let text = skeleton(house, stage, &meeting());
                let engine = Engine { house: Some(house.clone()), ..Engine::default() };
                let outline = Outline::new(&Document::new(Arc::new(engine), text.clone()));
                assert_eq!(outline.committee.as_deref(), Some("Kultur- og Fritidsudvalget"), "{text}");
                assert_eq!(outline.date, Some(date(2022, 4, 4)), "{text}");
                assert_eq!(outline.time.as_deref(), Some("17:30"), "{text}");
                assert_eq!(outline.place.as_deref(), Some("Fjordby Rådhus, lokale 3"), "{text}");
                assert_eq!(outline.stage, stage, "{text}");
                let titles: Vec<&str> =
                    outline.items.iter().filter_map(|item| item.title.as_deref()).collect();
                assert_eq!(titles, meeting().items, "{text}");
                assert_eq!(outline.items[0].number.as_deref(), Some("7"), "{text}");
            }
        }
    }

    /// The houses that are known by how they write; others are known by the municipality's name in the head.
    fn known_by_form() -> impl Iterator<Item = Arc<House>> {
        let names = ["generel", "kobenhavn", "odense", "svendborg", "fredericia"];
        names.into_iter().map(|name| Houses::standard().get(name).expect("a house").clone())
    }

    #[test]
    fn the_house_is_known_by_its_skeleton() {
        let unknown = Meeting { first: 1, ..Meeting::default() };
        let one = Meeting { items: vec!["Havnebus til Fjordby".to_owned()], ..meeting() };
        for house in known_by_form() {
            for meeting in [&unknown, &meeting(), &one] {
                for stage in [Stage::Agenda, Stage::Minutes] {
                    let document = Document::new(Arc::default(), skeleton(&house, stage, meeting));
                    assert_eq!(document.choice().house.name, house.name, "{}", document.text());
                    let n_items = if meeting.items.is_empty() { 3 } else { meeting.items.len() };
                    assert_eq!(document.minutes().items().count(), n_items, "{}", document.text());
                }
            }
        }
    }

    #[test]
    fn minutes_made_of_an_agenda_are_of_its_house() {
        for house in known_by_form() {
            let agenda = Document::new(Arc::default(), skeleton(&house, Stage::Agenda, &meeting()));
            let document = Document::new(Arc::default(), of_agenda(&agenda));
            assert_eq!(document.choice().house.name, house.name, "{}", document.text());
            assert_eq!(document.text(), skeleton(&house, Stage::Minutes, &meeting()));
        }
    }

    /// What a check finds in `text`, which `house` wrote, beside sections that are empty yet.
    fn found(house: &Arc<House>, text: String) -> Vec<&'static str> {
        let engine = Engine { house: Some(house.clone()), ..Engine::default() };
        let found = Document::new(Arc::new(engine), text);
        let rules = found.diagnostics().into_iter().map(|found| found.rule.name);
        rules.filter(|rule| *rule != "structure/empty-section").collect()
    }

    #[test]
    fn nothing_in_a_skeleton_is_a_fault_but_what_is_empty() {
        for house in Houses::standard().iter() {
            for stage in [Stage::Agenda, Stage::Minutes] {
                let text = skeleton(house, stage, &meeting());
                assert_eq!(found(house, text.clone()), [""; 0], "{text}");
            }
            let agenda = skeleton(house, Stage::Agenda, &meeting());
            let agenda = Document::new(Arc::default(), agenda);
            assert_eq!(found(house, of_agenda(&agenda)), [""; 0], "{}", agenda.text());
        }
    }

    #[test]
    fn the_place_is_read_as_the_house_writes_it() {
        for line in [
            "Mødet holdes i {place}",
            "({place})",
            "Lokale - {place}",
            "Mødested: {place}",
            "Vi mødes her: {place}.",
            "Sted: {place} (stuen)",
        ] {
            let mut houses = (*Houses::standard()).clone();
            let style = format!(
                "name = \"x\"\nextends = \"generel\"\n[head]\nrequired = [\"place\"]\nplace = \"{line}\"\n"
            );
            let house = houses.add("x.toml", &style).expect("a style");
            let known = Meeting { place: Some("Kantinen".to_owned()), ..meeting() };
            let text = skeleton(&house, Stage::Minutes, &known);
            assert!(text.contains(&line.replace("{place}", "Kantinen")), "{text}");
            let engine = Engine { house: Some(house), houses: Arc::new(houses), ..Engine::default() };
            let document = Document::new(Arc::new(engine), text);
            assert_eq!(Outline::new(&document).place.as_deref(), Some("Kantinen"), "{line}");
            let lacks = |found: &rules::lint::Diagnostic| found.rule.name == "structure/meeting-details";
            assert!(!document.diagnostics().iter().any(lacks), "{line}");
        }
    }

    #[test]
    fn a_house_has_its_own_head() {
        let odense = Houses::standard().get("odense").expect("built in").clone();
        let meeting = Meeting { items: vec!["Havnebus".to_owned()], place: None, ..meeting() };
        expect![[r#"
            REFERAT Kultur- og Fritidsudvalget d. 04-04-2022

            Mødedato Mandag d. 4. april 2022 kl. 17.30
            Mødested [indsæt sted]

            Indholdsfortegnelse

            Havnebus

            Punkt 7: Havnebus

            00.00.00-A00-0-00

            Resume

            Indstilling

            Beslutning
        "#]]
        .assert_eq(&skeleton(&odense, Stage::Minutes, &meeting));
        expect![[r#"
            DAGSORDEN $1 d. $5

            Mødedato $2 kl. $3
            Mødested $4

            Indholdsfortegnelse

            Godkendelse af dagsorden
            $6
            Eventuelt

            Punkt 1: Godkendelse af dagsorden

            00.00.00-A00-0-00

            Punkt 2: $6

            00.00.00-A00-0-00

            Resume

            Indstilling

            Punkt 3: Eventuelt

            00.00.00-A00-0-00
        "#]]
        .assert_eq(&template(&odense, Stage::Agenda, &Meeting { first: 1, ..Meeting::default() }));
    }

    #[test]
    fn without_items_there_are_the_usual_ones_and_one_to_fill_in() {
        let general = Houses::standard().general().clone();
        let meeting = Meeting { first: 1, ..Meeting::default() };
        assert_eq!(
            skeleton(&general, Stage::Agenda, &meeting),
            "Dagsorden\n\nMødedato:\n\n1. Godkendelse af dagsorden\n\n2. Indsæt titel\n\n3. Eventuelt\n"
        );
    }

    #[test]
    fn what_is_not_known_is_filled_in_later() {
        let general = Houses::standard().general().clone();
        let meeting =
            Meeting { committee: Some("Udvalget for $ og }".to_owned()), first: 1, ..Meeting::default() };
        assert_eq!(
            template(&general, Stage::Agenda, &meeting),
            "Dagsorden for møde i Udvalget for \\$ og \\}\n\nMødedato: $2 kl. $3\nMødested: $4\n\n\
             1. Godkendelse af dagsorden\n\n2. $0\n\n3. Eventuelt\n"
        );
    }

    #[test]
    fn nothing_of_a_template_is_left_in_a_skeleton() {
        let unknown = Meeting { first: 1, ..Meeting::default() };
        for house in Houses::standard().iter() {
            for stage in [Stage::Agenda, Stage::Minutes] {
                for text in [skeleton(house, stage, &unknown), template(house, stage, &unknown)] {
                    assert!(!text.contains(['{', '}', '\\']), "{}: {text}", house.name);
                }
            }
        }
        let roskilde = Houses::standard().get("roskilde").expect("built in").clone();
        assert!(template(&roskilde, Stage::Minutes, &unknown).contains("\n$1, $5\n"));
        assert!(skeleton(&roskilde, Stage::Minutes, &unknown).contains("\nBeslutning\n"));
    }

    #[test]
    fn the_weekday_is_that_of_the_date() {
        let general = Houses::standard().general().clone();
        let text = skeleton(&general, Stage::Agenda, &meeting());
        assert!(text.contains("Mødedato: Mandag den 4. april 2022 kl. 17.30\n"), "{text}");
    }
}
