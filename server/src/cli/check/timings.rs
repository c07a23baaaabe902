//! `--timings`: how long each rule takes.
//!
//! The library knows no clock, so each rule is run alone over the text, and what reading takes is taken off. It is
//! asked for by those who write rules, and may take its time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rules::document::{Document, Engine};
use rules::lint::Settings;

/// How long each rule took, in all files.
#[derive(Debug, Default)]
pub(super) struct Timings {
    reading: Duration,
    rules: BTreeMap<&'static str, Duration>,
}

impl Timings {
    /// Runs the rules of `document` one by one.
    pub(super) fn measure(&mut self, document: &Document) {
        let engine = document.engine();
        let reading = time(document, engine, Settings::new(Vec::new()));
        self.reading += reading;
        for &(rule, severity) in &engine.settings.rules {
            let alone = time(document, engine, Settings::new(vec![(rule, severity)]));
            *self.rules.entry(rule.name).or_default() += alone.saturating_sub(reading);
        }
    }

    /// One line for each rule, the slowest first.
    pub(super) fn text(&self) -> String {
        let mut rules: Vec<(&str, Duration)> = self.rules.iter().map(|(rule, time)| (*rule, *time)).collect();
        rules.sort_by_key(|&(rule, time)| (std::cmp::Reverse(time), rule));
        rules.insert(0, ("(reading)", self.reading));
        let line =
            |(rule, time): &(&str, Duration)| format!("{:9.3} ms  {rule}\n", time.as_secs_f64() * 1000.0);
        rules.iter().map(line).collect()
    }
}

fn time(document: &Document, engine: &Arc<Engine>, settings: Settings) -> Duration {
    let engine = Arc::new(Engine { settings, ..(**engine).clone() });
    let text = document.text().to_owned();
    let start = Instant::now();
    std::hint::black_box(Document::new(engine, text));
    start.elapsed()
}
