//! What is wrong with files of settings, shown in those files until it is mended.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use answers::raw_findings::RawFindings;
use ropey::Rope;
use snapshot::position::position;
use snapshot::session::Session;
use tower_lsp::ls_types::{Diagnostic, DiagnosticSeverity, MessageType, Range, Uri};
use workbench::baseline;
use workbench::config::{ConfigError, Fault};
use workbench::problem::Problem;

use super::client::{ClientMessage, ClientNotifier};

/// What was told.
#[derive(Debug, Default)]
pub(crate) struct Complaints {
    /// The findings of each file.
    told: BTreeMap<PathBuf, (Uri, Vec<Diagnostic>)>,
    /// What was said in a message.
    said: HashSet<String>,
}

/// A file that is open in the editor: its address, version and text.
type Opened<'a> = &'a dyn Fn(&Path) -> Option<(Uri, Option<i32>, Rope)>;

impl Complaints {
    /// Tells `faults` in their files, and takes back what was told and is no longer so.
    pub(crate) fn tell(
        &mut self,
        faults: &[Fault],
        opened: Opened<'_>,
        session: &Session,
        notifier: &ClientNotifier,
    ) {
        let mut now: BTreeMap<PathBuf, (Uri, Vec<Diagnostic>)> = BTreeMap::new();
        let mut said = HashSet::new();
        for fault in faults {
            let open = opened(&fault.path);
            let message = message(fault, session);
            // Whoever has the file open sees the fault there, and is still typing.
            if open.is_none() && !self.said.contains(&message) {
                notifier.say(ClientMessage::Show(MessageType::WARNING, message.clone()));
            }
            said.insert(message);
            let text = || Rope::from_str(&files::short_text(&fault.path).unwrap_or_default());
            let address = || Uri::from_file_path(&fault.path).filter(|_| !fault.path.as_os_str().is_empty());
            let (uri, rope) = match open {
                Some((uri, _, rope)) => (Some(uri), rope),
                None => (address(), text()),
            };
            let Some(uri) = uri else { continue };
            let diagnostics = &mut now.entry(fault.path.clone()).or_insert((uri, Vec::new())).1;
            diagnostics.push(diagnostic(fault, &rope, session));
        }
        for (path, (uri, _)) in self.told.iter().filter(|(path, _)| !now.contains_key(*path)) {
            notifier.publish(uri, opened(path).and_then(|(_, version, _)| version), RawFindings::nothing());
        }
        for (path, (uri, diagnostics)) in &now {
            if self.told.get(path) != now.get(path) {
                let version = opened(path).and_then(|(_, version, _)| version);
                notifier.publish(uri, version, RawFindings::of(diagnostics));
            }
        }
        (self.told, self.said) = (now, said);
    }
}

fn message(fault: &Fault, session: &Session) -> String {
    let lang = session.lang;
    let problem = Problem::from(ConfigError(Box::new(fault.clone())));
    let words = problem.text(lang);
    match fault.path.as_os_str().is_empty() {
        true => lang.pick(
            format!("En indstilling er ikke brugt: {words}"),
            format!("A setting is not used: {words}"),
        ),
        false if fault.path.ends_with(baseline::NAME) => lang.pick(
            format!("{words} (så længe vises alle fund)"),
            format!("{words} (until it is mended, all findings are shown)"),
        ),
        false => lang.pick(
            format!("{words} (så længe gælder det, der sidst kunne læses)"),
            format!("{words} (until it is mended, what could last be read holds)"),
        ),
    }
}

fn diagnostic(fault: &Fault, rope: &Rope, session: &Session) -> Diagnostic {
    let at = |offset: usize| position(rope, session.encoding, offset.min(rope.len_bytes()));
    let range = fault.range.as_ref().map(|range| Range::new(at(range.start), at(range.end)));
    Diagnostic {
        range: range.unwrap_or_default(),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some("referent".to_owned()),
        message: fault.problem.text(session.lang).to_owned(),
        ..Diagnostic::default()
    }
}
