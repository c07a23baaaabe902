//! SARIF 2.1.0, the exchange format of code scanning services.
//!
//! The tool and its rules follow the results, so that nothing has to be known before the first file is checked.

mod tool;

use std::fmt::Write;

use rules::lint::{Applicability, Severity};
use rules::privacy::Shown;
use rules::text::TextSize;
use serde::Serialize;
use serde_json::json;
use workbench::lang::Lang;

use super::json::{Finding, Related, Remedy, findings, text_of};
use super::place::{Places, Span};
use super::{Checked, HeldBack, Tally, Unread};

/// What stands before the first file.
pub(super) const OPENING: &str = "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\
    \"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[\n";

/// What stands between two files.
pub(super) const BETWEEN: &str = ",\n";

/// The name of the folder that relative paths start from.
const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Message<'a>,
    locations: [Location<'a>; 1],
    partial_fingerprints: Fingerprints<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
    properties: ResultProperties<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunProperties {
    held_back: HeldBack,
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: &'a Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "referent/v1")]
    ours: &'a str,
}

#[derive(Serialize)]
struct ResultProperties<'a> {
    /// Levels know no hints.
    severity: Severity,
    item: Option<&'a Shown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a documents::Place>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    description: Message<'a>,
    artifact_changes: [Change<'a>; 1],
    properties: FixProperties,
}

#[derive(Serialize)]
struct FixProperties {
    applicability: Applicability,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: &'a Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Message<'a>,
}

/// The results of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let artifact = artifact(checked.path);
    let mut places = Places::new(checked.document);
    let findings = findings(checked, lang);
    let told: Vec<Shown> = findings.iter().map(|finding| finding.told(lang)).collect();
    let results: Vec<String> = findings
        .iter()
        .zip(&told)
        .map(|(finding, told)| text_of(&result(finding, told, &artifact, &mut places)))
        .collect();
    results.join(BETWEEN)
}

/// What stands after the last file.
pub(super) fn closing(tally: &Tally, lang: Lang) -> String {
    let properties = RunProperties { held_back: tally.held_back };
    let (tool, invocation) = (text_of(&tool::tool(lang)), text_of(&invocation(&tally.not_read)));
    format!(
        "\n],\"tool\":{tool},\"invocations\":[{invocation}],\"properties\":{}}}]}}\n",
        text_of(&properties)
    )
}

/// How the run went: what could not be read.
fn invocation(not_read: &[Unread]) -> serde_json::Value {
    let notifications = not_read.iter().map(|unread| {
        let place = |path: &String| json!([{"physicalLocation": {"artifactLocation": artifact(path)}}]);
        json!({
            "level": if unread.fails { "error" } else { "note" },
            "message": {"text": *unread.why},
            "locations": unread.path.as_ref().map_or(json!([]), place),
        })
    });
    json!({
        "executionSuccessful": !not_read.iter().any(|unread| unread.fails),
        "toolExecutionNotifications": notifications.collect::<Vec<_>>(),
    })
}

fn result<'a>(
    finding: &'a Finding,
    told: &'a Shown,
    artifact: &'a Artifact,
    places: &mut Places<'_>,
) -> SarifResult<'a> {
    let source = finding.source.as_ref();
    let related = |other: &'a Related| {
        let physical_location = PhysicalLocation { artifact_location: artifact, region: region(other.range) };
        Location { physical_location, message: Some(Message { text: &other.message }) }
    };
    let physical_location = PhysicalLocation { artifact_location: artifact, region: region(finding.range) };
    SarifResult {
        rule_id: finding.rule,
        level: level(finding.severity),
        message: Message { text: told },
        locations: [Location { physical_location, message: None }],
        partial_fingerprints: Fingerprints { ours: &finding.fingerprint },
        related_locations: finding.related.iter().map(related).collect(),
        fixes: finding.fixes.iter().map(|remedy| fix(remedy, artifact, places)).collect(),
        properties: ResultProperties { severity: finding.severity, item: finding.item.as_ref(), source },
    }
}

fn fix<'a>(remedy: &'a Remedy, artifact: &'a Artifact, places: &mut Places<'_>) -> Fix<'a> {
    let mut place = |offset| places.place(TextSize::new(offset));
    let replacements = remedy.edits.iter().map(|edit| Replacement {
        deleted_region: region(Span { start: place(edit.start), end: place(edit.end) }),
        inserted_content: Message { text: &edit.text },
    });
    Fix {
        description: Message { text: &remedy.title },
        artifact_changes: [Change { artifact_location: artifact, replacements: replacements.collect() }],
        properties: FixProperties { applicability: remedy.applicability },
    }
}

fn region(span: Span) -> Region {
    Region {
        start_line: span.start.line,
        start_column: span.start.column,
        end_line: span.end.line,
        end_column: span.end.column,
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

/// The address of the file at `path`, which may be a path of Windows.
fn artifact(path: &str) -> Artifact {
    // A name may hold a colon: "a:b.txt".
    let drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    let scheme = match (path.starts_with('/'), drive) {
        (true, _) => "file://",
        (false, true) => "file:///",
        (false, false) => return Artifact { uri: encoded(path), uri_base_id: Some(ROOT) },
    };
    Artifact { uri: format!("{scheme}{}", encoded(path)), uri_base_id: None }
}

fn encoded(path: &str) -> String {
    let mut encoded = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::artifact;

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(artifact("år 2022/møde: 1.txt").uri, "%C3%A5r%202022/m%C3%B8de%3A%201.txt");
        assert_eq!(artifact("/srv/a.txt").uri, "file:///srv/a.txt");
        assert_eq!(artifact("C:/a.txt").uri, "file:///C%3A/a.txt");
        for (name, uri) in [("a:b.txt", "a%3Ab.txt"), ("1:/a.txt", "1%3A/a.txt"), ("æ:.txt", "%C3%A6%3A.txt")]
        {
            assert_eq!(artifact(name).uri, uri);
            assert!(artifact(name).uri_base_id.is_some(), "{name}");
        }
        assert!(artifact("a.txt").uri_base_id.is_some() && artifact("/a.txt").uri_base_id.is_none());
    }
}
