//! The values of a house style that mean nothing, and where they stand.

use toml::de::{DeTable, DeValue};

use super::HouseFile;

/// What a head can be required to say.
const DETAILS: [&str; 4] = ["committee", "date", "time", "place"];

/// What is wrong with the value of a key.
pub(super) struct Wrong {
    pub(super) key: &'static str,
    pub(super) da: String,
    pub(super) en: String,
}

/// What is wrong with a value that is no unknown key: a blank that nothing fills, more signs than there are.
pub(super) fn check_values(written: &HouseFile) -> Result<(), Wrong> {
    let (head, decisions) = (&written.head, &written.decisions);
    type Blanks = &'static [&'static str];
    // The blanks that a line may have, and the one that it says nothing without.
    let lines: [(_, &Option<String>, Blanks, Option<&str>); 5] = [
        ("item_heading", &written.item_heading, &["number", "title"], Some("title")),
        ("decisions.heading", &decisions.heading, &["body", "date"], None),
        ("head.title", &head.title, &["STAGE", "committee", "date"], None),
        ("head.date", &head.date, &["weekday", "date"], Some("date")),
        ("head.place", &head.place, &["place"], Some("place")),
    ];
    for (key, line, blanks, needed) in lines {
        let wrong = line.as_ref().and_then(|line| wrong_blank(line, blanks, needed));
        if let Some((da, en)) = wrong {
            return Err(Wrong { key, da, en });
        }
    }
    let wrong = |key, da: String, en: String| Err(Wrong { key, da, en });
    if written.time_separator.is_some_and(|sign| !['.', ':'].contains(&sign)) {
        let (da, en) = ("her står \".\" eller \":\"", "\".\" or \":\" stands here");
        return wrong("time_separator", da.to_owned(), en.to_owned());
    }
    let unknown = |detail: &&String| !DETAILS.contains(&detail.as_str());
    if let Some(detail) = head.required.iter().flatten().find(unknown) {
        let (da, en) = unknown_of(&format!("\"{detail}\""), &DETAILS.map(str::to_owned));
        return wrong("head.required", da, en);
    }
    let (needs, titles) = (written.signs.needs, written.signs.titles.len());
    if needs > titles {
        let (da, en) = (format!("{needs} af {titles} titler"), format!("{needs} of {titles} titles"));
        return wrong("signs.needs", da, en);
    }
    Ok(())
}

/// What is wrong with the blanks of `line`, which may be `blanks` and of which `needed` must be there.
fn wrong_blank(line: &str, blanks: &[&str], needed: Option<&str>) -> Option<(String, String)> {
    let known: Vec<String> = blanks.iter().map(|blank| format!("{{{blank}}}")).collect();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        let inner = rest[at..].strip_prefix('{').and_then(|inner| Some((inner, inner.find(['{', '}'])?)));
        let Some((name, behind)) = inner
            .and_then(|(inner, end)| inner[end..].strip_prefix('}').map(|behind| (&inner[..end], behind)))
        else {
            let sign = &rest[at..=at];
            return Some((
                format!("\"{sign}\" står uden sin anden halvdel; skriv {}", known.join(" eller ")),
                format!("\"{sign}\" stands without its other half; write {}", known.join(" or ")),
            ));
        };
        if !blanks.contains(&name) {
            return Some(unknown_of(&format!("{{{name}}}"), &known));
        }
        rest = behind;
    }
    let missing = needed.map(|needed| format!("{{{needed}}}")).filter(|needed| !line.contains(needed))?;
    Some((format!("{missing} mangler"), format!("{missing} is missing")))
}

/// That nobody knows `word` there, and what is known.
fn unknown_of(word: &str, known: &[String]) -> (String, String) {
    let known = known.join(", ");
    (format!("{word} kendes ikke; der er {known}"), format!("{word} is unknown; known: {known}"))
}

/// Where the value of `key`, "head.date", stands in a style that can be read.
pub(crate) fn value_span(text: &str, key: &str) -> Option<std::ops::Range<usize>> {
    let whole = DeTable::parse(text).ok()?;
    let mut table = whole.get_ref();
    let mut parts = key.split('.').peekable();
    while let Some(part) = parts.next() {
        let (_, value) = table.iter().find(|(name, _)| *name.get_ref() == part)?;
        if parts.peek().is_none() {
            return Some(value.span());
        }
        let DeValue::Table(inner) = value.get_ref() else { return None };
        table = inner;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::Houses;

    #[test]
    fn a_value_that_means_nothing_is_told() {
        let mut houses = (*Houses::standard()).clone();
        for (line, word) in [
            ("time_separator = \",\"", "\":\""),
            ("[head]\nrequired = [\"udvalg\"]", "committee"),
            ("item_heading = \"Punkt {number}\"", "{title}"),
            ("head.date = \"Dato:\"", "{date} is missing"),
            ("head.place = \"Sted:\"", "{place} is missing"),
            ("head.date = \"{weekday}\"", "{date} is missing"),
            ("head.date = \"{date\"", "other half"),
            ("head.place = \"Sted: place}\"", "other half"),
            ("head.title = \"{STAGE {committee}\"", "other half"),
            ("item_heading = \"{number}. {title}}\"", "other half"),
            ("decisions.heading = \"Beslutning {\"", "other half"),
            ("signs.needs = 2", "2 of 0 titles"),
        ] {
            let error = houses.add("x.toml", &format!("name = \"x\"\n{line}\n")).expect_err("no such value");
            assert!(error.message.contains(word), "{error}");
        }
    }
    #[test]
    fn a_value_is_found_where_it_stands() {
        let mut houses = (*Houses::standard()).clone();
        let text =
            "name = \"x\"\nextends = \"odense\"\n\n[head]\nrequired = [\"date\"]\nplace = \"Sted: place}\"\n";
        let error = houses.add("x.toml", text).expect_err("half a blank");
        let span = error.span.expect("its place");
        assert_eq!((&text[span], error.key), ("\"Sted: place}\"", Some("head.place")));
        assert!(error.danish.is_some_and(|danish| danish.contains("anden halvdel")));
    }

    #[test]
    fn a_line_without_blanks_may_be_one() {
        let mut houses = (*Houses::standard()).clone();
        for line in
            ["head.title = \"Referat\"", "decisions.heading = \"Beslutning\"", "head.date = \"({date})\""]
        {
            assert!(houses.add("x.toml", &format!("name = \"x\"\n{line}\n")).is_ok(), "{line}");
        }
    }
}
