//! The register as a table: RFC 4180, with its names in the first row.
//!
//! A spreadsheet reads a field that begins with "=" as a formula, and does what it says. Such a field of words gets an
//! apostrophe before it, which spreadsheets take for the sign of a text.

use rules::decisions::Row;
use rules::minutes::Outcome;

use super::Meeting;

const COLUMNS: &str =
    "path,date,body,item,title,case_number,at_points,outcomes,votes_for,votes_against,abstentions,text";

/// The rows of all meetings.
pub(super) fn written(meetings: &[Meeting]) -> String {
    let mut text = format!("{COLUMNS}\r\n");
    for meeting in meetings {
        for row in &meeting.rows {
            let fields = fields(&meeting.path, row).map(|field| quoted(&no_formula(field)));
            text.push_str(&fields.join(","));
            text.push_str("\r\n");
        }
    }
    text
}

fn fields(path: &str, row: &Row) -> [String; 12] {
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let points: Vec<String> = row.at_points.iter().map(u32::to_string).collect();
    let outcomes: Vec<String> = row.outcomes.iter().map(|outcome| name(*outcome)).collect();
    [
        path.to_owned(),
        row.date.map(|date| date.to_string()).unwrap_or_default(),
        words(&row.body),
        words(&row.item),
        words(&row.title),
        words(&row.case_number),
        points.join(";"),
        outcomes.join(";"),
        count(row.votes_for),
        count(row.votes_against),
        count(row.abstentions),
        row.text.clone(),
    ]
}

/// The name that JSON has for `outcome`: "approved".
pub(super) fn name(outcome: Outcome) -> String {
    let value = serde_json::to_value(outcome).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn no_formula(field: String) -> String {
    // Full-width signs begin a formula as well.
    let begins = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if field.starts_with(begins) { format!("'{field}") } else { field }
}

fn quoted(field: &str) -> String {
    match field.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{no_formula, quoted};

    #[test]
    fn no_field_is_a_formula() {
        for field in ["=HYPERLINK(\"http://x\",\"a\")", "+45 12", "@SUM(A1)", "-1+2", "\t=1"] {
            assert_eq!(no_formula(field.to_owned()), format!("'{field}"));
        }
        for field in ["Godkendt = vedtaget.", "5", "", "Hal"] {
            assert_eq!(no_formula(field.to_owned()), field);
        }
    }

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        assert_eq!(quoted("Hal, \"Nord\""), "\"Hal, \"\"Nord\"\"\"");
        assert_eq!(quoted("Hal"), "Hal");
    }
}
