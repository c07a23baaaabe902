//! The text of a meeting that is to be filled in; every word of it is the house style's.

use jiff::civil::{Date, Time};
use rules::danish::date::write_weekday;
use rules::house::{House, HouseSection, Required};
use rules::minutes::Stage;
use rules::syntax::SectionKind;

/// What is known of a meeting.
#[derive(Clone, Debug, Default)]
pub(super) struct Meeting {
    /// Who meets.
    pub(super) committee: Option<String>,
    /// When.
    pub(super) date: Option<Date>,
    /// At what time.
    pub(super) time: Option<Time>,
    /// Where.
    pub(super) place: Option<String>,
    /// The number of the first item.
    pub(super) first: u32,
    /// The titles of the items.
    pub(super) items: Vec<String>,
}

/// The skeleton of `meeting` in the style `house`.
pub(super) fn skeleton(house: &House, stage: Stage, meeting: &Meeting) -> String {
    let mut text = head(house, stage, meeting);
    for (number, title) in (meeting.first..).zip(&meeting.items) {
        let heading = house.item_heading.replace("{number}", &number.to_string()).replace("{title}", title);
        text.push_str(&format!("{heading}\n\n"));
        let exempt = house.exempts(title);
        for section in house.sections.iter().filter(|section| wanted(section, stage, exempt, title)) {
            let heading = match section.kind {
                SectionKind::Decision => decision_heading(house, meeting.committee.as_deref(), meeting.date),
                _ => section.name.clone(),
            };
            text.push_str(&format!("{heading}\n\n"));
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn head(house: &House, stage: Stage, meeting: &Meeting) -> String {
    let (name, of) = match stage {
        Stage::Agenda => ("Dagsorden", "for"),
        Stage::Minutes => ("Referat", "af"),
    };
    let title = match &meeting.committee {
        Some(committee) => format!("{name} {of} møde i {committee}\n\n"),
        None => format!("{name}\n\n"),
    };
    let separator = house.time_separator.unwrap_or('.');
    let time = meeting.time.map(|time| format!("kl. {:02}{separator}{:02}", time.hour(), time.minute()));
    let when: Vec<String> = meeting.date.map(written).into_iter().chain(time).collect();
    let mut head = title;
    if !when.is_empty() {
        head.push_str(&format!("Mødedato: {}\n", when.join(" ")));
    }
    if let Some(place) = &meeting.place {
        head.push_str(&format!("Mødested: {place}\n"));
    }
    head.push_str(if when.is_empty() && meeting.place.is_none() { "" } else { "\n" });
    head
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

    use super::{Meeting, skeleton};
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
                if house.item_heading.contains("{number}") {
                    let titles: Vec<&str> =
                        outline.items.iter().filter_map(|item| item.title.as_deref()).collect();
                    assert_eq!(titles, meeting().items, "{text}");
                    assert_eq!(outline.items[0].number.as_deref(), Some("7"), "{text}");
                }
            }
        }
    }

    #[test]
    fn the_weekday_is_that_of_the_date() {
        let general = Houses::standard().general().clone();
        let text = skeleton(&general, Stage::Agenda, &meeting());
        assert!(text.contains("Mødedato: Mandag den 4. april 2022 kl. 17.30\n"), "{text}");
    }
}
