//! Growth and fall: "steget fra 100 til 120 om ugen, svarende til 20 %", "faldt fra 8,0 % til 6,4 %".

use facts::percentages::Percentage;
use facts::quantity::{Quantity, written};
use facts::tables::is_year;
use lint::{Findings, Note};
use text::is_space;

use super::super::wording::{ends_in, holds, wording};
use super::{Sentence, half, without_about};

/// Two figures, the one before and the one after.
struct Change {
    from: Quantity,
    to: Quantity,
}

impl Sentence<'_> {
    /// "steget fra 100 til 120 om ugen, svarende til 20 %", "steget med 20 % fra 100 til 120", "100 mod 120 i 2022, et fald på 17 %".
    pub(super) fn check_change(&self, share: &Percentage, findings: &mut Findings) {
        let before = self.before(share.range);
        let (lead, about) = without_about(before);
        let Some(change) = self.change(share, lead) else { return };
        let growth = (change.to.as_f64() - change.from.as_f64()) / change.from.as_f64() * 100.0;
        let (grows, falls) = (holds(self.words, &wording().grows), holds(self.words, &wording().falls));
        if grows != falls && (grows && growth < 0.0 || falls && growth > 0.0) {
            self.tell_direction(share, &change, grows, findings);
            return;
        }
        // As far as the two figures are rounded, the growth is unsure; and so it is by its own last digit.
        let least = (change.from.as_f64() - half(change.from)).max(f64::MIN_POSITIVE);
        let rounding = 100.0 * (half(change.from) + half(change.to)) / least * (1.0 + growth.abs() / 100.0);
        let own = if about { 2.0 + growth.abs() / 10.0 } else { half(share.percent) };
        let apart = (growth.abs() - share.percent.as_f64()).abs();
        if apart > rounding + own + 0.5 && apart > growth.abs() / 20.0 {
            let growth = written((growth.abs() * 10.0).round() as i64 * 1_000);
            let (from, to) = (written(change.from.value), written(change.to.value));
            let note = Note::new(
                format!("Fra {from} til {to} er {growth} %"),
                format!("From {from} to {to} is {growth} %"),
            );
            findings.report(share.range, note);
        }
    }

    fn change(&self, share: &Percentage, lead: &str) -> Option<Change> {
        let moved = wording().grows.iter().chain(&wording().falls).any(|word| self.words.contains(&**word));
        if !moved
            && !self.words.contains("ændre")
            && !self.words.contains(" går ")
            && !self.words.contains("gået")
        {
            return None;
        }
        let after = self.after(share.range);
        let after = after.strip_prefix('.').unwrap_or(after);
        if lead.ends_with(" med") && after.starts_with(" fra ") {
            return from_to(after);
        }
        if !ends_in(lead, &wording().change_leads) {
            return None;
        }
        if lead.matches(" fra ").count() == 1 { from_to(lead) } else { against(lead) }
    }

    fn tell_direction(&self, share: &Percentage, change: &Change, grows: bool, findings: &mut Findings) {
        let (from, to) = (written(change.from.value), written(change.to.value));
        let note = match grows {
            true => Note::new(
                format!("Fra {from} til {to} er et fald, men her står, at tallet er steget"),
                format!("From {from} to {to} is a fall, but it says that the figure has risen"),
            ),
            false => Note::new(
                format!("Fra {from} til {to} er en stigning, men her står, at tallet er faldet"),
                format!("From {from} to {to} is a rise, but it says that the figure has fallen"),
            ),
        };
        findings.report(share.range, note);
    }

    /// "faldt fra 8,0 % i 2023 til 6,4 % i 2024, altså med 1,6 procentpoint".
    pub(super) fn check_points(&self, from: &Percentage, to: &Percentage, findings: &mut Findings) {
        let pair = self.before(from.range).ends_with("fra ") && self.before(to.range).ends_with(" til ");
        let after = self.after(to.range);
        let Some(at) = after.find("procentpoint").filter(|_| pair) else { return };
        let number = after[..at].trim_end_matches(is_space);
        let start = number.rfind(is_space).map_or(0, |space| space + 1);
        let Some((points, len)) = Quantity::read(&number[start..]) else { return };
        let step = from.percent.step.max(to.percent.step).max(points.step);
        let right = (to.percent.value - from.percent.value).abs();
        let about = without_about(&number[..start]).1;
        if start + len == number.len() && !about && (right - points.value).abs() > step {
            let offset = self.words.len() - after.len();
            let (from, to, right) = (written(from.percent.value), written(to.percent.value), written(right));
            let note = Note::new(
                format!("Fra {from} % til {to} % er {right} procentpoint"),
                format!("From {from} % to {to} % is {right} percentage points"),
            );
            findings.report(self.place(offset + start, offset + start + len), note);
        }
    }
}

/// The two figures of " fra 100 i 2021 til 120", of one unit, and no years, ages or times.
fn from_to(words: &str) -> Option<Change> {
    let (_, rest) = words.split_once(" fra ")?;
    let rest = rest.strip_prefix("kr. ").unwrap_or(rest);
    let (from, len) = Quantity::read(rest)?;
    let (middle, after) = rest[len..].split_once(" til ")?;
    let (to, end) = Quantity::read(after)?;
    // "fra 40 kr. til 50 kr. i 2022 og til 60 kr. i 2023" ends elsewhere.
    let further = figures(&after[end..]);
    let unit = after[end..].trim_start_matches(is_space);
    let middle = without_year(middle.trim());
    // "fra 2,5 til 3,0 mio. kr." shares its unit; "fra 12 % til 15 %" is in points.
    let plain = middle.is_empty() || unit.starts_with(middle);
    let odd = unit.starts_with(['%', '-', '–', '/'])
        || ["pct", "procent", "år", "kl"].iter().any(|word| unit.starts_with(word));
    let grown = from.value > 0 && !(is_year(from) && is_year(to));
    (plain && !odd && !further && grown).then_some(Change { from, to })
}

/// Are there more figures than years in `words`?
fn figures(words: &str) -> bool {
    let mut numbers =
        words.split(|c: char| !c.is_ascii_digit() && c != '.').map(|number| number.trim_matches('.'));
    numbers.any(|number| {
        let year = number.len() == 4 && Quantity::read(number).is_some_and(|(year, _)| is_year(year));
        !number.is_empty() && !year
    })
}

/// "3.610 timer mod 3.800 timer i 2023, et fald på": the later figure stands first.
fn against(words: &str) -> Option<Change> {
    let (before, after) = words.split_once(" mod ")?;
    let (from, len) = Quantity::read(after)?;
    let unit = after[len..].trim_start_matches(is_space);
    let start = before.trim_end_matches(|c: char| !c.is_ascii_digit());
    let own = before[start.len()..].trim();
    let number = start.rfind(is_space).map_or(0, |space| space + 1);
    let (to, read) = Quantity::read(&start[number..])?;
    let same = own.split(is_space).count() <= 2 && (unit.starts_with(own) || own.is_empty());
    let odd = unit.starts_with('%') || ["pct", "procent", "år"].iter().any(|word| unit.starts_with(word));
    let told = after[len..].bytes().filter(u8::is_ascii_digit).count() <= 4;
    let whole = number + read == start.len() && from.value > 0 && !is_year(to) && told;
    (same && !odd && whole && !words[..number].contains(" mod ")).then_some(Change { from, to })
}

/// Without "i 2021" at the end: "timer i 2021".
fn without_year(words: &str) -> &str {
    let digits = words.len() - words.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = &words[..words.len() - digits];
    match before.strip_suffix("i ") {
        Some(unit) if digits == 4 && (unit.is_empty() || unit.ends_with(is_space)) => unit.trim_end(),
        _ => words,
    }
}
