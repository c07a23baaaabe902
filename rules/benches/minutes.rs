//! How fast minutes are read and linted, by size, beside a plain scan of the same bytes.
//!
//! `cargo bench -p referent-rules` prints times and bytes per second; compare ratios within one run. An edit is two: a
//! letter comes and goes, at places spread over the document.
#![allow(missing_docs, clippy::disallowed_methods, reason = "a benchmark reads the samples from disk")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use rules::document::{Document, Engine};
use rules::lint::{Selection, Settings};
use rules::minutes::Minutes;
use rules::text::edit::Edit;
use rules::text::lines::floor_boundary;
use rules::workers::Workers;

#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

const SIZES: &[usize] = &[10_000, 100_000, 1_000_000, 10_000_000];

fn main() {
    divan::main();
}

/// The samples, one after another, until there are `size` bytes.
fn text(size: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/minutes");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the samples")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let all: String =
        paths.iter().map(|path| std::fs::read_to_string(path).expect("UTF-8") + "\n\n").collect();
    let mut text = all.repeat(size / all.len() + 1);
    text.truncate(floor_boundary(&text, size));
    text
}

/// One meeting whose items go on until there are `size` bytes, each with its number: a document of one style, whose
/// items are as long in a large one as in a small one.
fn meeting(size: usize) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/minutes/odense-skole.txt");
    let sample = std::fs::read_to_string(path).expect("UTF-8");
    let mut parts = sample.split("\nPunkt ");
    let mut text = parts.next().expect("a head").to_owned();
    let items: Vec<&str> = parts.map(|item| item.split_once(':').expect("a number").1).collect();
    // Numbers of five digits are none of an item.
    for (number, item) in (1..10_000).cycle().zip(items.iter().cycle()) {
        text += &format!("\nPunkt {number}:{item}");
        if text.len() >= size {
            break;
        }
    }
    text
}

#[divan::bench(args = SIZES)]
fn scan_every_byte(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size);
    bencher.counter(BytesCount::new(size)).bench(|| black_box(&text).bytes().map(u64::from).sum::<u64>());
}

#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, size: usize) {
    let (text, engine) = (text(size), Engine::default());
    bencher
        .counter(BytesCount::new(size))
        .bench(|| Minutes::new(black_box(&text), engine.houses.vocabulary()));
}

#[divan::bench(args = SIZES)]
fn read_and_lint(bencher: Bencher<'_, '_>, size: usize) {
    let (text, engine) = (text(size), Arc::new(Engine::default()));
    bencher
        .counter(BytesCount::new(size))
        .with_inputs(|| text.clone())
        .bench_values(|text| Document::new(engine.clone(), black_box(text)));
}

#[divan::bench(args = SIZES)]
fn read_and_lint_divided(bencher: Bencher<'_, '_>, size: usize) {
    let workers = Workers::new(|n, work| {
        let next = AtomicUsize::new(0);
        let take = || next.fetch_add(1, Relaxed);
        let help = || std::iter::repeat_with(take).take_while(|&i| i < n).for_each(work);
        std::thread::scope(|scope| {
            scope.spawn(help);
            help();
        });
    });
    let (text, engine) = (text(size), Arc::new(Engine { workers, ..Engine::default() }));
    bencher
        .counter(BytesCount::new(size))
        .with_inputs(|| text.clone())
        .bench_values(|text| Document::new(engine.clone(), black_box(text)));
}

/// A letter is put in and taken out at so many places, from the first line to the last.
const PLACES: usize = 101;

#[divan::bench(args = SIZES, sample_count = 101, sample_size = 1)]
fn edit_one_character(bencher: Bencher<'_, '_>, size: usize) {
    let mut document = Document::new(Arc::new(Engine::default()), meeting(size));
    let mut place = 0;
    bencher.bench_local(|| {
        let at = floor_boundary(document.text(), document.text().len() / PLACES * place);
        document.edit(&Edit::insert((at as u32).into(), "x"));
        document.edit(&Edit::delete(rules::text::range(at, at + 1)));
        place = (place + 1) % PLACES;
    });
}

fn rule_names() -> Vec<&'static str> {
    rules::catalog::RULES.iter().map(|rule| rule.name).collect()
}

#[divan::bench(args = rule_names())]
fn one_rule(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(1_000_000);
    let selection = Selection { select: vec![name.to_owned()], ..Selection::default() };
    let settings = Settings::among(&rules::catalog::RULES, &selection).expect("a rule of the catalog");
    let engine = Arc::new(Engine { settings, ..Engine::default() });
    bencher
        .counter(BytesCount::new(text.len()))
        .with_inputs(|| text.clone())
        .bench_values(|text| Document::new(engine.clone(), black_box(text)));
}
