//! Findings as the protocol has them, pushed or pulled.

use std::hash::{DefaultHasher, Hash, Hasher};

use rules::lint::{Applicability, Diagnostic, Severity};
use rules::privacy::Quoted;
use serde_json::json;
use tower_lsp::ls_types::{
    self as lsp, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    FullDocumentDiagnosticReport, Location, NumberOrString, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri,
};

use crate::lsp::document::Snapshot;
use crate::lsp::typing::Unfinished;

/// Where the rules are documented; a rule's heading is the anchor.
const RULES_URL: &str = "https://github.com/referent/referent/blob/main/rules/RULES.md";

/// More findings in one document are counted and not shown: no editor is helped by them.
const MOST_FINDINGS: usize = 1000;

/// Answers a client that asks for the findings of a document.
pub(crate) fn pull(snapshot: &Snapshot, params: DocumentDiagnosticParams) -> DocumentDiagnosticReportResult {
    let items: Vec<lsp::Diagnostic> =
        if snapshot.session.pushes() { Vec::new() } else { all(snapshot).collect() };
    let result_id = result_id(&items);
    let report = if params.previous_result_id.as_ref() == Some(&result_id) {
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        })
    } else {
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(result_id),
                items,
            },
        })
    };
    report.into()
}

/// The answer for a document that is not open: the server has nothing to say of it.
pub(crate) fn nothing() -> DocumentDiagnosticReportResult {
    DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport::default()).into()
}

/// The name of this state of the findings: the same findings have the same name, whatever was typed between them.
pub(crate) fn result_id(items: &[lsp::Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    // Findings hold nothing that JSON cannot say.
    items.iter().for_each(|item| serde_json::to_string(item).unwrap_or_default().hash(&mut hasher));
    format!("{:x}", hasher.finish())
}

/// The findings to show now, each made when it is asked for: as values of the protocol they take much room.
pub(crate) fn all(snapshot: &Snapshot) -> impl Iterator<Item = lsp::Diagnostic> {
    let found = match Unfinished::new(snapshot) {
        Some(unfinished) => snapshot.findings_without(&|found| unfinished.holds(found)),
        None => snapshot.findings(),
    };
    let cap = (found.len() > MOST_FINDINGS).then(|| cap(snapshot, found.len()));
    found.into_iter().take(MOST_FINDINGS).map(|found| one(snapshot, &found)).chain(cap)
}

/// Is something not told because it is being written?
pub(crate) fn holds_back(snapshot: &Snapshot) -> bool {
    let Some(unfinished) = Unfinished::new(snapshot) else { return false };
    snapshot.findings().iter().any(|found| unfinished.holds(found))
}

/// One finding.
pub(crate) fn one(snapshot: &Snapshot, found: &Diagnostic) -> lsp::Diagnostic {
    let session = &snapshot.session;
    let quoted = snapshot.document.mask(std::slice::from_ref(found)).about(found);
    let best = found.fixes.iter().map(|fix| fix.applicability).max();
    lsp::Diagnostic {
        range: snapshot.range(found.range),
        severity: Some(severity(found.severity)),
        code: Some(NumberOrString::String(found.rule.name.to_owned())),
        code_description: if session.client.code_description { described(found.rule.name) } else { None },
        source: Some("referent".to_owned()),
        message: quoted.shown(session.lang.note(&found.note)).into(),
        related_information: session
            .client
            .related
            .then(|| related(snapshot, found, &quoted))
            .filter(|r| !r.is_empty()),
        tags: found.rule.flags_the_superfluous().then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: Some(json!({
            "rule": found.rule.name,
            "fix": best.map(|best| if best == Applicability::Safe { "safe" } else { "unsafe" }),
        })),
    }
}

fn related(snapshot: &Snapshot, found: &Diagnostic, quoted: &Quoted) -> Vec<DiagnosticRelatedInformation> {
    let places = found.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location::new(snapshot.uri.clone(), snapshot.range(related.range)),
        message: quoted.shown(snapshot.session.lang.note(&related.note)).into(),
    });
    places.collect()
}

/// The page that explains `rule`.
pub(crate) fn rule_url(rule: &str) -> String {
    format!("{RULES_URL}#{}", rule.replace('/', ""))
}

fn described(rule: &str) -> Option<CodeDescription> {
    rule_url(rule).parse::<Uri>().ok().map(|href| CodeDescription { href })
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
fn cap(snapshot: &Snapshot, n_found: usize) -> lsp::Diagnostic {
    let (da, en) = (
        format!(
            "Her vises de første {MOST_FINDINGS} af {n_found} fund; kør \"referent check\" for at se alle"
        ),
        format!("The first {MOST_FINDINGS} of {n_found} findings are shown; run \"referent check\" for all"),
    );
    on_first_line(snapshot.session.lang.pick(da, en))
}

fn on_first_line(message: String) -> lsp::Diagnostic {
    lsp::Diagnostic {
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some("referent".to_owned()),
        message,
        ..lsp::Diagnostic::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_FINDINGS, all, holds_back};
    use crate::files::Encoding;
    use crate::lsp::config::Settings;
    use crate::lsp::document::Snapshot;
    use crate::lsp::projects::Projects;
    use crate::lsp::session::Session;
    use crate::lsp::typing::{Told, Typing, told};
    use rules::document::Engine;
    use rules::lint::{self, Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
    use rules::text::range;
    use rules::zones::ZoneSet;
    use std::sync::Arc;
    use tower_lsp::ls_types::InitializeParams;

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
        let engine = Engine { settings: lint::Settings { rules }, ..Engine::default() };
        let session = Session::new(&InitializeParams::default(), Settings::default(), None);
        let uri = "file:///a.txt".parse().expect("an address");
        let projects = Projects::new(&Settings::default(), &[], Default::default(), None);
        let mut project = projects.project(&uri, "referat", Encoding::Utf8);
        Arc::make_mut(&mut project.desk).engine = Arc::new(engine);
        Snapshot::new(uri, text.to_owned(), Arc::new(project), Arc::new(session))
    }

    fn typing(told: Told) -> Option<Typing> {
        Some(Typing { caret: 6.into(), lines: range(4, 8), told })
    }

    #[test]
    fn what_is_being_written_waits_by_its_word_or_its_line() {
        let mut snapshot = snapshot("a x\nx b x\n", &[&OF_A_LINE, &OF_A_WORD]);
        snapshot.typing = typing(Told::default());
        let shown = |snapshot: &Snapshot| -> Vec<_> {
            all(snapshot).map(|d| (d.range.start.line, d.range.start.character)).collect()
        };
        assert_eq!(shown(&snapshot), [(0, 2), (0, 2), (1, 0), (1, 4)]);
        assert!(holds_back(&snapshot));
        snapshot.typing = None;
        assert_eq!(shown(&snapshot).len(), 6);
        assert!(!holds_back(&snapshot));
    }

    #[test]
    fn what_was_told_stays_while_its_line_is_written() {
        let mut snapshot = snapshot("a x\nx b x\n", &[&OF_A_LINE]);
        snapshot.typing = typing(told(&snapshot));
        assert_eq!(all(&snapshot).count(), 3);
    }

    #[test]
    fn more_findings_than_anyone_reads_are_counted() {
        let snapshot = snapshot(&"x".repeat(MOST_FINDINGS + 5), &[&OF_A_LINE]);
        let shown: Vec<_> = all(&snapshot).collect();
        assert_eq!(shown.len(), MOST_FINDINGS + 1);
        assert!(shown[MOST_FINDINGS].message.contains("1005"));
    }
}
