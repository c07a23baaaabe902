//! Findings as the protocol has them, pushed or pulled.

use std::borrow::Cow;
use std::sync::LazyLock;

use rules::lint::{Applicability, Diagnostic, Severity};
use rules::privacy::{Quoted, Shown, shown};
use rustc_hash::FxHashMap;
use serde::Serialize;
use serde_json::json;
use snapshot::document::{Findings, Snapshot};
use snapshot::phrases::Phrase;
use snapshot::unfinished::Unfinished;
use tower_lsp::ls_types::{
    self as lsp, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    DocumentDiagnosticParams, DocumentDiagnosticReport, Location, NumberOrString, Range,
    RelatedFullDocumentDiagnosticReport, Uri,
};
use workbench::outside;

use crate::raw_findings::RawFindings;

/// Who says it.
const SOURCE: &str = "referent";

/// Where the rules are documented; a rule's heading is the anchor.
const RULES_URL: &str = "https://github.com/referent/referent/blob/main/rules/RULES.md";

/// More findings in one document are counted and not shown: no editor is helped by them.
const MOST_FINDINGS: usize = 1000;

/// Answers a client that asks for the findings of a document; the answer is written at once.
pub fn pull(snapshot: &Snapshot, params: DocumentDiagnosticParams) -> Option<String> {
    let items = if snapshot.session.pushes() { RawFindings::nothing() } else { written(snapshot) };
    let result_id = items.name();
    let report = if params.previous_result_id.as_ref() == Some(&result_id) {
        json!({"kind": "unchanged", "resultId": result_id}).to_string()
    } else {
        format!(r#"{{"kind":"full","resultId":"{result_id}","items":{}}}"#, items.as_str())
    };
    Some(report)
}

/// The answer for a document that is not open: the server has nothing to say of it.
pub fn nothing() -> Option<String> {
    let nothing = DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport::default());
    serde_json::to_string(&nothing).ok()
}

/// A finding as a client is told it.
#[derive(Debug)]
pub struct Told {
    range: Range,
    what: What,
}

/// All that is said of a finding but where it is.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct What {
    severity: DiagnosticSeverity,
    #[serde(skip_serializing_if = "str::is_empty")]
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_description: Option<Page>,
    source: &'static str,
    message: Shown,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_information: Vec<DiagnosticRelatedInformation>,
    #[serde(skip_serializing_if = "<[DiagnosticTag]>::is_empty")]
    tags: &'static [DiagnosticTag],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<About>,
}

/// Where a rule is explained.
#[derive(Debug, Serialize)]
struct Page {
    href: Cow<'static, str>,
}

/// What a client may read of a finding.
#[derive(Debug, Serialize)]
struct About {
    rule: &'static str,
    fix: Option<&'static str>,
}

/// The findings to show now, each made when it is asked for: as values of the protocol they take much room.
pub fn all(snapshot: &Snapshot) -> impl Iterator<Item = Told> {
    let (found, cap) = shown_now(snapshot);
    (0..found.len().min(MOST_FINDINGS)).map(move |at| told(snapshot, &found[at])).chain(cap)
}

/// The same as they go on the wire; what was written before is only put to its place.
pub fn written(snapshot: &Snapshot) -> RawFindings {
    let (found, cap) = shown_now(snapshot);
    let own = found.iter().take(MOST_FINDINGS);
    let own = own.map(|found| (snapshot.range(found.range), phrase(snapshot, found)));
    own.chain(cap.map(|cap| (cap.range, Phrase::of(&cap.what)))).collect()
}

/// The findings to show now, and what is said where they are too many.
fn shown_now(snapshot: &Snapshot) -> (Findings, Option<Told>) {
    let found = match Unfinished::new(snapshot) {
        Some(unfinished) => snapshot.findings_without(&|found| unfinished.holds(found)),
        None => snapshot.findings(),
    };
    let n_found = found.len();
    let cap = (n_found > MOST_FINDINGS).then(|| cap(snapshot, n_found));
    (found, cap)
}

/// One finding.
fn told(snapshot: &Snapshot, found: &Diagnostic) -> Told {
    let quoted = snapshot.document.mask(std::slice::from_ref(found)).about(found);
    Told { range: snapshot.range(found.range), what: what(snapshot, found, &quoted) }
}

/// What is said of `found` on the wire: as it was said of one like it, if its words are all that tells them apart.
fn phrase(snapshot: &Snapshot, found: &Diagnostic) -> Phrase {
    let session = &snapshot.session;
    let quoted = snapshot.document.mask(std::slice::from_ref(found)).about(found);
    let write = || Phrase::of(&what(snapshot, found, &quoted));
    let alike = quoted.hides_nothing() && (found.related.is_empty() || !session.client.related);
    let kind = (found.rule.name, found.severity, best(found), session.lang);
    if alike { session.phrases.of(kind, session.lang.note(&found.note), write) } else { write() }
}

fn what(snapshot: &Snapshot, found: &Diagnostic, quoted: &Quoted) -> What {
    let session = &snapshot.session;
    let rule = found.rule;
    What {
        severity: severity(found.severity),
        code: rule.name,
        code_description: session.client.code_description.then(|| Page { href: page(rule.name) }),
        source: SOURCE,
        message: quoted.shown(session.lang.note(&found.note)),
        related_information: if session.client.related {
            related(snapshot, found, quoted)
        } else {
            Vec::new()
        },
        tags: if rule.flags_the_superfluous() { &[DiagnosticTag::UNNECESSARY] } else { &[] },
        data: Some(About {
            rule: rule.name,
            fix: best(found).map(|best| if best == Applicability::Safe { "safe" } else { "unsafe" }),
        }),
    }
}

/// The safest way to mend `found`.
fn best(found: &Diagnostic) -> Option<Applicability> {
    found.fixes.iter().map(|fix| fix.applicability).max()
}

/// One finding as a value of the protocol.
pub fn one(snapshot: &Snapshot, found: &Diagnostic) -> lsp::Diagnostic {
    told(snapshot, found).into()
}

impl From<Told> for lsp::Diagnostic {
    fn from(Told { range, what: told }: Told) -> Self {
        let href = told.code_description.and_then(|page| page.href.parse::<Uri>().ok());
        let of_rule = !told.code.is_empty();
        Self {
            range,
            severity: Some(told.severity),
            code: of_rule.then(|| NumberOrString::String(told.code.to_owned())),
            code_description: href.map(|href| CodeDescription { href }),
            source: Some(told.source.to_owned()),
            message: told.message.into(),
            related_information: Some(told.related_information).filter(|related| !related.is_empty()),
            tags: Some(told.tags.to_vec()).filter(|tags| !tags.is_empty()),
            data: told.data.map(|data| json!(data)),
        }
    }
}

fn related(snapshot: &Snapshot, found: &Diagnostic, quoted: &Quoted) -> Vec<DiagnosticRelatedInformation> {
    let places = found.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location::new(snapshot.uri.clone(), snapshot.range(related.range)),
        message: quoted.shown(snapshot.session.lang.note(&related.note)).into(),
    });
    places.collect()
}

/// The page that explains `rule`; made once for each rule of the program.
fn page(rule: &'static str) -> Cow<'static, str> {
    static PAGES: LazyLock<FxHashMap<&str, String>> =
        LazyLock::new(|| outside::all_rules().iter().map(|rule| (rule.name, rule_url(rule.name))).collect());
    PAGES.get(rule).map_or_else(|| rule_url(rule).into(), |page| page.as_str().into())
}

/// The page that explains `rule`.
pub(crate) fn rule_url(rule: &str) -> String {
    format!("{RULES_URL}#{}", rule.replace('/', ""))
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// Says on the first line that there is more.
fn cap(snapshot: &Snapshot, n_found: usize) -> Told {
    let (da, en) = (
        format!(
            "Her vises de første {MOST_FINDINGS} af {n_found} fund; kør \"referent check\" for at se alle"
        ),
        format!("The first {MOST_FINDINGS} of {n_found} findings are shown; run \"referent check\" for all"),
    );
    let what = What {
        severity: DiagnosticSeverity::INFORMATION,
        code: "",
        code_description: None,
        source: SOURCE,
        message: shown(&snapshot.session.lang.pick(da, en)),
        related_information: Vec::new(),
        tags: &[],
        data: None,
    };
    Told { range: Range::default(), what }
}

#[cfg(test)]
mod tests {
    use super::{MOST_FINDINGS, all, written};
    use rules::document::Engine;
    use rules::lint::{self, Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
    use rules::text::range;
    use rules::zones::ZoneSet;
    use snapshot::config::Settings;
    use snapshot::document::Snapshot;
    use snapshot::projects::Projects;
    use snapshot::session::Session;
    use snapshot::typing::{Told, Typing};
    use snapshot::unfinished::{held_back, told};
    use std::sync::Arc;
    use tower_lsp::ls_types::{Diagnostic, InitializeParams};
    use workbench::findings::Encoding;
    use workbench::lang::Lang;

    const NOTHING: Text = Text { da: "", en: "" };

    const fn rule(name: &'static str, check: fn(&PartView<'_>, &mut Findings)) -> Rule {
        Rule {
            name,
            summary: NOTHING,
            why: NOTHING,
            source: "",
            severity: Severity::Warning,
            on: true,
            fixes: Fixes::None,
            zones: ZoneSet::NONE,
            options: &[],
            example: Example { house: "generel", before: "", after: "" },
            check: Check::Part(check),
        }
    }

    static OF_A_LINE: Rule = rule("dates/weekday", every_x);
    static OF_A_WORD: Rule = rule("typography/abbreviation", every_x);

    fn every_x(view: &PartView<'_>, findings: &mut Findings) {
        for (at, _) in view.text.match_indices('x') {
            findings.report(range(at, at + 1), NOTHING);
        }
    }

    fn snapshot(text: &str, rules: &[&'static Rule]) -> Snapshot {
        let rules = rules.iter().map(|&rule| (rule, rule.severity)).collect();
        let engine = Engine { settings: lint::Settings::new(rules), ..Engine::default() };
        let session = Session::new(&InitializeParams::default(), Settings::default(), None);
        let uri = "file:///a.txt".parse().expect("an address");
        let projects = Projects::new(&Settings::default(), &[], Default::default(), None);
        let mut project = projects.project(&uri, "referat", Encoding::Utf8);
        Arc::make_mut(&mut project.filter).engine = Arc::new(engine);
        Snapshot::new(uri, text.to_owned(), Arc::new(project), Arc::new(session))
    }

    fn typing(told: Told) -> Option<Typing> {
        Some(Typing { caret: 6.into(), lines: range(4, 8), told, rests: false })
    }

    #[test]
    fn what_is_being_written_waits_by_its_word_or_its_line() {
        let mut snapshot = snapshot("a x\nx b x\n", &[&OF_A_LINE, &OF_A_WORD]);
        snapshot.typing = typing(Told::default());
        let shown = |snapshot: &Snapshot| -> Vec<_> {
            all(snapshot).map(|d| (d.range.start.line, d.range.start.character)).collect()
        };
        assert_eq!(shown(&snapshot), [(0, 2), (0, 2), (1, 0), (1, 4)]);
        assert_eq!(held_back(&snapshot), 2);
        snapshot.typing = None;
        assert_eq!(shown(&snapshot).len(), 6);
        assert_eq!(held_back(&snapshot), 0);
    }

    #[test]
    fn what_was_told_stays_while_its_line_is_written() {
        let mut snapshot = snapshot("a x\nx b x\n", &[&OF_A_LINE]);
        snapshot.typing = typing(told(&snapshot));
        assert_eq!(all(&snapshot).count(), 3);
    }

    #[test]
    fn what_is_kept_is_what_would_be_written() {
        let mut snapshot = snapshot("a x\nx b x\n", &[&OF_A_LINE, &OF_A_WORD]);
        let read = |snapshot: &Snapshot| -> Vec<Diagnostic> {
            serde_json::from_str(written(snapshot).as_str()).expect("findings")
        };
        for _ in 0..2 {
            assert_eq!(read(&snapshot), all(&snapshot).map(Diagnostic::from).collect::<Vec<_>>());
        }
        snapshot.session = Arc::new(snapshot.session.in_language(Lang::Da));
        assert_eq!(read(&snapshot), all(&snapshot).map(Diagnostic::from).collect::<Vec<_>>());
    }

    #[test]
    fn more_findings_than_anyone_reads_are_counted() {
        let snapshot = snapshot(&"x".repeat(MOST_FINDINGS + 5), &[&OF_A_LINE]);
        let shown: Vec<_> = all(&snapshot).collect();
        assert_eq!(shown.len(), MOST_FINDINGS + 1);
        assert!(shown[MOST_FINDINGS].what.message.as_str().contains("1005"));
    }
}
