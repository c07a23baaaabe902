//! What is understood and found in the samples, as snapshots: `UPDATE_EXPECT=1 cargo test` writes them.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

mod project;

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use expect_test::expect_file;
use rules::document::{Document, Engine};
use rules::lint::Applicability;
use rules::outline::{Outline, OutlineItem};
use rules::repair::repair;
use rules::text::lines::Unit;

use crate::project::sample_paths;

fn read(path: &Path) -> Document {
    let text = std::fs::read_to_string(path).expect("samples are UTF-8");
    Document::new(Arc::new(Engine::default()), text)
}

#[test]
fn samples_are_understood_and_judged_as_before() {
    for path in sample_paths() {
        let document = read(&path);
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let snapshot =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/snapshots").join(format!("{name}.snap"));
        expect_file![snapshot].assert_eq(&(outline(&document) + "\n" + &findings(&document)));
    }
}

#[test]
fn clean_samples_are_clean() {
    for path in sample_paths() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if !name.contains("faults") {
            let found = findings(&read(&path));
            assert_eq!(found, "", "{name}");
        }
    }
}

#[test]
fn safe_fixes_settle_and_a_second_run_changes_nothing() {
    let engine = Arc::new(Engine::default());
    for path in sample_paths() {
        let document = read(&path);
        let repaired = repair(&engine, document.text(), Applicability::Safe, &|_, found| found)
            .expect("fixes that settle");
        let again = repair(&engine, &repaired.text, Applicability::Safe, &|_, found| found)
            .expect("fixes that settle");
        assert_eq!(again.text, repaired.text, "{}", path.display());
        assert!(again.made.is_empty(), "{}", path.display());
    }
}

fn outline(document: &Document) -> String {
    let outline = Outline::new(document);
    let mut out = String::new();
    let head = (&outline.committee, outline.date, &outline.time, &outline.place);
    writeln!(out, "{} {:?} {head:?}", outline.style, outline.stage).expect("a string");
    for item in &outline.items {
        write_item(&mut out, item).expect("a string");
    }
    out
}

fn write_item(out: &mut String, item: &OutlineItem) -> std::fmt::Result {
    let closed = if item.closed { " closed" } else { "" };
    let number = item.number.as_deref().unwrap_or("-");
    writeln!(
        out,
        "{}-{} {number} {:?}{closed} {:?}",
        item.line, item.end_line, item.title, item.case_number
    )?;
    for section in &item.sections {
        writeln!(out, "    {} {:?} {:?}", section.line, section.kind, section.heading)?;
    }
    for point in &item.at_points {
        writeln!(out, "    {} point {} {:?} {:?}", point.line, point.index, point.marker, point.text)?;
    }
    for decision in &item.decisions {
        let answers = (&decision.outcomes, &decision.at_points);
        writeln!(out, "    {} decided {:?} {:?} {answers:?}", decision.line, decision.body, decision.date)?;
    }
    Ok(())
}

fn findings(document: &Document) -> String {
    let mut out = String::new();
    for found in document.diagnostics() {
        let at = document.lines().position(document.text(), found.range.start(), Unit::Char);
        let words = &document.text()[found.range];
        let fixes: Vec<_> = found.fixes.iter().map(|fix| fix.title.da.as_ref()).collect();
        let severity = format!("{:?}", found.severity).to_lowercase();
        let row = (at.line + 1, at.col + 1);
        writeln!(
            out,
            "{}:{} {severity} {} {:?} {words:?} {fixes:?}",
            row.0, row.1, found.rule.name, found.note.da
        )
        .expect("a string");
    }
    out
}
