//! When the meeting begins: "kl. 17.30", and behind a label "17.30-20.00".

use super::Reader;
use super::loose_date::loose_date;
use danish::{clock, date};
use text::{TextRange, TextSize};

impl Reader<'_> {
    /// Takes the hour in `words`; one behind its own label, which stands `alone`, outweighs another.
    pub(super) fn time(&mut self, words: TextRange, alone: bool) {
        if self.head.time.is_some() && !alone {
            return;
        }
        if let Some(found) = clock::times(&self.text[words]).next()
            && let Some(time) = found.time()
        {
            self.head.time = Some((found.range + words.start(), time));
        }
    }

    /// "17.30-20.00" and "Klokken: 17.00" behind a label that says that it is a time.
    pub(super) fn bare_time(&mut self, words: TextRange) {
        if self.head.time.is_some() {
            return;
        }
        let line = &self.text[words];
        let folded = line.to_lowercase();
        let labelled = |label: &&str| folded.find(*label).map(|at| at + label.len());
        let labels = ["klokken: ", "kl.: ", "kl: ", "kl. ", "fra "];
        let hours = if folded.starts_with(|c: char| c.is_ascii_digit()) {
            Some(0)
        } else {
            labels.iter().find_map(labelled).filter(|_| folded.len() == line.len())
        };
        // "12.03.24" is a day.
        let is_day = |at: usize| {
            let days = date::dates(&line[at..]).map(|found| found.range);
            let loose = loose_date(&line[at..]).map(|(range, _)| range);
            days.chain(loose).any(|range| range.start() == 0.into())
        };
        let Some(at) = hours.filter(|at| !is_day(*at)) else {
            return;
        };
        const KL: &str = "kl. ";
        let found = clock::times(&format!("{KL}{}", &line[at..])).next();
        if let Some((found, time)) = found.and_then(|found| Some((found, found.time()?)))
            && found.minute.is_some()
        {
            let range = found.digits_range - TextSize::of(KL) + TextSize::of(&line[..at]) + words.start();
            self.head.time = Some((range, time));
        }
    }
}
