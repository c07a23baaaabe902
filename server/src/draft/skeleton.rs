//! The text of a meeting that is to be filled in; every word of it is the house style's.

use jiff::civil::{Date, Time};
use rules::danish::date::write_weekday;
use rules::house::{House, HouseSection, Required};
use rules::minutes::Stage;
use rules::syntax::SectionKind;

/// What is known of a meeting.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meeting {
    /// Who meets.
    pub(crate) committee: Option<String>,
    /// When.
    pub(crate) date: Option<Date>,
    /// At what time.
    pub(crate) time: Option<Time>,
    /// Where.
    pub(crate) place: Option<String>,
    /// The number of the first item.
    pub(crate) first: u32,
    /// The titles of the items; without any, those of nearly every meeting and one to fill in.
    pub(crate) items: Vec<String>,
}

/// What the head of a meeting says.
struct Head {
    committee: Option<String>,
    when: Option<String>,
    place: Option<String>,
}

/// The titles that nearly every meeting has.
const ITEMS: [&str; 2] = ["Godkendelse af dagsorden", "Eventuelt"];

/// A title to fill in; one that is forgotten is found by a rule.
pub(crate) const TITLE: &str = "Indsæt titel";

/// The skeleton of `meeting` in the style `house`.
pub(crate) fn skeleton(house: &House, stage: Stage, meeting: &Meeting) -> String {
    let when: Vec<String> =
        meeting.date.map(written).into_iter().chain(meeting.time.map(|time| clock(house, time))).collect();
    let empty = |detail: &str| house.head.required.iter().any(|own| own == detail).then(String::new);
    let head = Head {
        committee: meeting.committee.clone(),
        when: if when.is_empty() { empty("date") } else { Some(when.join(" ")) },
        place: meeting.place.clone().or_else(|| empty("place")),
    };
    let decision = decision_heading(house, meeting.committee.as_deref(), meeting.date);
    let items = if meeting.items.is_empty() { usual(TITLE) } else { meeting.items.clone() };
    text(house, stage, &head, &decision, &Meeting { items, ..meeting.clone() })
}

/// The skeleton of `meeting` as a snippet: "$1" and so on stand where the writer fills in what is not known.
pub(crate) fn template(house: &House, stage: Stage, meeting: &Meeting) -> String {
    let known = |words: &Option<String>| words.as_deref().map(escaped);
    let or = |words: Option<String>, stop: &str| words.unwrap_or_else(|| stop.to_owned());
    let (date, time) = (meeting.date.map(written), meeting.time.map(|time| clock(house, time)));
    let head = Head {
        committee: Some(or(known(&meeting.committee), "$1")),
        when: Some(format!("{} {}", or(date, "$2"), or(time, "kl. $3"))),
        place: Some(or(known(&meeting.place), "$4")),
    };
    let decision = decision_heading(house, meeting.committee.as_deref(), meeting.date);
    let mut items: Vec<String> = meeting.items.iter().map(|title| escaped(title)).collect();
    if items.is_empty() {
        items = usual("$0");
    } else {
        items.insert(1, "$0".to_owned());
    }
    let meeting = Meeting { items, ..meeting.clone() };
    text(house, stage, &head, &escaped(&decision), &meeting)
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

fn text(house: &House, stage: Stage, head: &Head, decision: &str, meeting: &Meeting) -> String {
    let mut text = head.text(stage);
    // A title alone is told from prose only where no other stands near it: several items have numbers in every house.
    let several = meeting.items.len() > 1 && !house.item_heading.contains("{number}");
    let template = if several { "Punkt {number}: {title}" } else { &house.item_heading };
    for (number, title) in (meeting.first..).zip(&meeting.items) {
        let heading = template.replace("{number}", &number.to_string()).replace("{title}", title);
        text.push_str(&format!("{heading}\n\n"));
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

impl Head {
    fn text(&self, stage: Stage) -> String {
        let (name, of) = match stage {
            Stage::Agenda => ("Dagsorden", "for"),
            Stage::Minutes => ("Referat", "af"),
        };
        let mut head = match &self.committee {
            Some(committee) => format!("{name} {of} møde i {committee}\n\n"),
            None => format!("{name}\n\n"),
        };
        if let Some(when) = &self.when {
            head.push_str(format!("Mødedato: {when}").trim_end());
            head.push('\n');
        }
        if let Some(place) = &self.place {
            head.push_str(format!("Mødested: {place}").trim_end());
            head.push('\n');
        }
        head.push_str(if self.when.is_none() && self.place.is_none() { "" } else { "\n" });
        head
    }
}

/// Is `section` for an item with this title?
fn wanted(section: &HouseSection, stage: Stage, exempt: bool, title: &str) -> bool {
    match section.required {
        Required::Minutes => stage == Stage::Minutes,
        Required::Always => !exempt && !section.unless.iter().any(|part| title.contains(part)),
        Required::Never => false,
    }
}

/// "Beslutning i Kulturudvalget den 04-04-2022", as far as it is known.
pub(super) fn decision_heading(house: &House, committee: Option<&str>, date: Option<Date>) -> String {
    let template = &house.decisions.heading;
    let plain = || template.split(" i {body}").next().unwrap_or(template).split(" den {date}").next();
    let (body, date) = (committee, date.map(|date| date.strftime("%d-%m-%Y").to_string()));
    if (template.contains("{body}") && body.is_none()) || (template.contains("{date}") && date.is_none()) {
        return plain().unwrap_or("Beslutning").to_owned();
    }
    template.replace("{body}", body.unwrap_or_default()).replace("{date}", &date.unwrap_or_default())
}

/// "Mandag den 4. april 2022".
fn written(date: Date) -> String {
    let date = write_weekday(date);
    date[..1].to_uppercase() + &date[1..]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Meeting, skeleton, template};
    use jiff::civil::{date, time};
    use rules::document::{Document, Engine};
    use rules::house::Houses;
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

    #[test]
    fn the_house_is_known_by_its_skeleton() {
        let unknown = Meeting { first: 1, ..Meeting::default() };
        let houses = Houses::standard();
        // Contents and case numbers, by which Odense is known, are made by its own system.
        for house in houses.iter().filter(|house| house.name != "odense") {
            for (stage, meeting) in [(Stage::Agenda, unknown.clone()), (Stage::Minutes, meeting())] {
                let document = Document::new(Arc::default(), skeleton(house, stage, &meeting));
                assert_eq!(document.choice().house.name, house.name, "{}", document.text());
                assert_eq!(document.minutes().items().count(), 3, "{}", document.text());
            }
        }
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
    fn the_weekday_is_that_of_the_date() {
        let general = Houses::standard().general().clone();
        let text = skeleton(&general, Stage::Agenda, &meeting());
        assert!(text.contains("Mødedato: Mandag den 4. april 2022 kl. 17.30\n"), "{text}");
    }
}
