//! What the documents of a folder show together: read before each is checked, where the settings ask for it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use files::settings::Resolver;
use files::{Named, Origin};
use rules::document::{Document, Engine};
use rules::folder::{FolderFinding, Sheet, compare};
use rules::lint::Settings;
use workbench::guard::guarded;

/// The findings by the name of the file; those that cannot be read are told when they are checked.
pub(super) fn findings(files: &[Named], resolver: &Arc<Resolver>) -> BTreeMap<String, Vec<FolderFinding>> {
    let mut found: BTreeMap<String, Vec<FolderFinding>> = BTreeMap::new();
    let mut names = Vec::new();
    let mut sheets = Vec::new();
    for file in files.iter().filter(|file| asks(file, resolver)) {
        if let Some(sheet) = guarded(|| sheet(file, resolver)).ok().flatten() {
            names.push(file.name.clone());
            sheets.push(sheet);
        }
    }
    for finding in compare(&sheets) {
        found.entry(names[finding.sheet].clone()).or_default().push(finding);
    }
    found
}

/// Do the settings of `file` switch a rule of folders on?
fn asks(file: &Named, resolver: &Arc<Resolver>) -> bool {
    file.origin != Origin::Stdin
        && resolver.locate(Path::new(&file.name)).is_ok_and(|located| {
            let engine = located.config.engine(&located.name);
            engine.settings.rules.iter().any(|(rule, _)| rule.group() == "folder")
        })
}

fn sheet(file: &Named, resolver: &Arc<Resolver>) -> Option<Sheet> {
    let located = resolver.locate(Path::new(&file.name)).ok()?;
    let text = files::read_named(file, located.config.limits).ok()?.text;
    let reading =
        Engine { settings: Settings::new(Vec::new()), ..(*located.config.engine(&located.name)).clone() };
    Some(Sheet::of(&Document::new(Arc::new(reading), text)))
}
