//! The register as Akoma Ntoso 3.0: one `debate`, with a section for each meeting and in it one for each item.

use reports::escaped;
use rules::decisions::Row;
use rules::privacy::shown;

use super::Meeting;

const SPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// Everything in one document.
pub(super) fn written(meetings: &[Meeting]) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"{SPACE}\">\n<debate name=\"minutes\">\n{}<debateBody>\n",
        meta(meetings)
    );
    for (at, meeting) in meetings.iter().enumerate().filter(|(_, meeting)| !meeting.rows.is_empty()) {
        text.push_str(&section(at + 1, meeting));
    }
    text.push_str("</debateBody>\n</debate>\n</akomaNtoso>\n");
    text
}

/// Which work this is, as the standard asks for it on three levels.
fn meta(meetings: &[Meeting]) -> String {
    let last = meetings.iter().filter_map(|meeting| meeting.date).max();
    let date = last.map_or_else(|| "1970-01-01".to_owned(), |date| date.to_string());
    // The file is named last, as readers of these names want it.
    let level = |name: &str, (uri, file): (&str, &str), more: &str| {
        format!(
            "<{name}>\n<FRBRthis value=\"{uri}/!main{file}\"/>\n<FRBRuri value=\"{uri}{file}\"/>\n<FRBRdate date=\"{date}\" name=\"\"/>\n<FRBRauthor \
             href=\"#referent\"/>\n{more}</{name}>\n"
        )
    };
    let work = format!("/akn/dk/debate/{date}/minutes");
    let expression = format!("{work}/dan@{date}");
    format!(
        "<meta>\n<identification source=\"#referent\">\n{}{}{}</identification>\n<references source=\"#referent\">\n<TLCOrganization \
         eId=\"referent\" href=\"/akn/ontology/organizations/dk/referent\" showAs=\"referent\"/>\n</references>\n</meta>\n",
        level("FRBRWork", (&work, ""), "<FRBRcountry value=\"dk\"/>\n"),
        level("FRBRExpression", (&expression, ""), "<FRBRlanguage language=\"dan\"/>\n"),
        level("FRBRManifestation", (&expression, ".xml"), ""),
    )
}

fn section(number: usize, meeting: &Meeting) -> String {
    let heading = [meeting.committee.clone(), meeting.date.map(|date| date.to_string())];
    let heading: Vec<String> = heading.into_iter().flatten().collect();
    let heading = if heading.is_empty() { meeting.path.clone() } else { heading.join(", ") };
    let mut text = format!(
        "<debateSection eId=\"dbsect_{number}\" name=\"meeting\">\n<heading>{}</heading>\n",
        escaped(&shown(&heading))
    );
    for (at, row) in meeting.rows.iter().enumerate() {
        text.push_str(&item(&format!("dbsect_{number}__dbsect_{}", at + 1), row));
    }
    text.push_str("</debateSection>\n");
    text
}

fn item(id: &str, row: &Row) -> String {
    let num =
        row.item.as_ref().map_or(String::new(), |number| format!("<num>{}</num>\n", escaped(&shown(number))));
    let title = row.title.as_deref().unwrap_or("–");
    let case = row.case_number.as_ref();
    let case =
        case.map_or(String::new(), |case| format!("<subheading>{}</subheading>\n", escaped(&shown(case))));
    let said = if row.text.is_empty() { "–" } else { &row.text };
    format!(
        "<debateSection eId=\"{id}\" name=\"item\">\n{num}<heading>{}</heading>\n{case}<summary eId=\"{id}__summary_1\">{}</summary>\n</debateSection>\n",
        escaped(&shown(title)),
        escaped(&shown(said)),
    )
}
