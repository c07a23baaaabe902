//! The head of a meeting that is to be filled in, its lines as the house writes them.

use jiff::civil::Date;
use rules::danish::date::{weekday_name, write_long};
use rules::house::House;
use rules::minutes::Stage;

/// What stands where a line cannot be left empty behind its label; a rule finds it when it is forgotten.
const COMMITTEE: &str = "[indsæt udvalg]";
const DATE: &str = "[indsæt dato]";
const PLACE: &str = "[indsæt sted]";

/// What a head says.
pub(super) struct Head<'h> {
    pub(super) house: &'h House,
    pub(super) committee: Option<String>,
    /// The day as a title has it: "07-04-2026".
    pub(super) day: Option<String>,
    /// The line of day and time; none where the head has no such line.
    pub(super) when: Option<String>,
    /// The line of the place.
    pub(super) place: Option<String>,
    /// The titles of the items, which a table of contents repeats.
    pub(super) titles: &'h [String],
}

impl Head<'_> {
    pub(super) fn text(&self, stage: Stage) -> String {
        let mut lines = vec![self.title(stage), String::new()];
        lines.extend(self.when.iter().chain(&self.place).map(|line| line.trim_end().to_owned()));
        if lines.len() > 2 {
            lines.push(String::new());
        }
        if self.house.head.contents {
            lines.extend(["Indholdsfortegnelse".to_owned(), String::new()]);
            lines.extend(self.titles.iter().cloned().chain([String::new()]));
        }
        lines.join("\n") + "\n"
    }

    fn title(&self, stage: Stage) -> String {
        let (name, of) = match stage {
            Stage::Agenda => ("Dagsorden", "for"),
            Stage::Minutes => ("Referat", "af"),
        };
        match (&self.house.head.title, &self.committee) {
            (Some(title), committee) => title
                .replace("{STAGE}", &name.to_uppercase())
                .replace("{committee}", committee.as_deref().unwrap_or(COMMITTEE))
                .replace("{date}", self.day.as_deref().unwrap_or(DATE)),
            (None, Some(committee)) => format!("{name} {of} møde i {committee}"),
            (None, None) => name.to_owned(),
        }
    }
}

/// The line of the day in this house.
pub(super) fn day(house: &House, date: Date) -> String {
    let weekday = weekday_name(date.weekday());
    let weekday = weekday[..1].to_uppercase() + &weekday[1..];
    house.head.date.replace("{weekday}", &weekday).replace("{date}", &write_long(date))
}

/// The line of a day that is not known, or is `given` in words.
pub(super) fn unknown_day(house: &House, given: Option<&str>) -> String {
    filled(&house.head.date, given, DATE)
}

/// The line of the place in this house, empty behind its label where it is not known.
pub(super) fn place(house: &House, given: Option<&str>) -> String {
    filled(&house.head.place, given, PLACE)
}

/// What `line` begins with, then `given`, and what stands behind the only blank; a label with a colon may stand alone, another
/// needs `otherwise`.
fn filled(line: &str, given: Option<&str>, otherwise: &str) -> String {
    let (label, rest) = line.split_once('{').unwrap_or((line, ""));
    let behind = rest.split_once('}').map_or("", |(_, behind)| behind);
    let behind = if behind.contains('{') { "" } else { behind };
    let alone = label.trim_end().ends_with(':') && behind.is_empty();
    format!("{label}{}{behind}", given.unwrap_or(if alone { "" } else { otherwise }))
}
