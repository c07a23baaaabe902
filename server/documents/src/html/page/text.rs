//! The words between the tags: those of paragraphs, and those that are no text.

use super::Walk;
use crate::html::open::path;
use crate::html::shown::Shown;
use crate::html::words::{add_collapsed, holds_number, is_control, is_sign, is_title, numbers_in};
use flow::{Beside, Kind};

impl Walk {
    pub(super) fn text(&mut self, text: &str) {
        let is_beside_title = self.shown() == Shown::Button || self.in_heading();
        if is_beside_title && is_sign(text.trim()) && self.open.iter().any(|open| open.is_picture) {
            return;
        }
        let is_kept = self.open.iter().any(|open| open.name == "pre");
        self.counts.add(text, self.shown(), &self.open);
        match self.shown() {
            Shown::Not => self.hidden(text),
            Shown::Text => {
                if self.words.trim().is_empty() && !text.trim().is_empty() {
                    let (line, element) = (self.line, path(&self.open));
                    let flow = self.flow();
                    (flow.line, flow.element) = (Some(line), Some(element));
                }
                if is_kept { self.words.push_str(text) } else { add_collapsed(&mut self.words, text) }
            }
            _ => add_collapsed(&mut self.aside, text),
        }
    }

    /// Words that only the source of the page shows: of scripts, pictures and templates.
    fn hidden(&mut self, text: &str) {
        numbers_in(text).for_each(|piece| self.flow().aside(Beside::Data, piece));
    }

    /// The words that are no text, when their element ends.
    pub(super) fn put_aside(&mut self) {
        let outer = self.open.len().checked_sub(2).map(|at| self.open[at].shown);
        let shown = self.shown();
        if outer == Some(shown) && self.aside.len() < 1000 {
            if !self.aside.is_empty() {
                self.aside.push(' ');
            }
            return;
        }
        let words = std::mem::take(&mut self.aside);
        if shown == Shown::Button && self.in_heading() && !is_control(words.trim()) {
            add_collapsed(&mut self.words, &format!(" {words}"));
            return;
        }
        if shown == Shown::Button && is_title(words.trim()) {
            self.flush();
            self.flow().paragraph(Kind::Paragraph, words.trim());
            return;
        }
        if shown == Shown::Button && !holds_number(&words) {
            return;
        }
        if !words.trim().is_empty() {
            self.flow().aside(shown.beside(), words.trim());
        }
    }

    /// Ends the paragraph.
    pub(super) fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let words = words.trim_matches([' ', '\t', '\n', '\r', '\u{c}']);
        if words.is_empty() {
            return;
        }
        let level = self.open.iter().rev().find_map(|open| open.level);
        let is_caption = self.open.iter().any(|open| matches!(open.name.as_str(), "caption" | "figcaption"));
        self.flow().is_caption = is_caption;
        let depth = self.open.iter().filter(|open| open.list.is_some()).count();
        let marker =
            self.open.iter_mut().rev().find(|open| open.name == "li").and_then(|open| open.marker.take());
        let marker = match level {
            Some(level) => self.series.of_heading(level, marker),
            None => marker,
        };
        let kind = match (level, marker) {
            (Some(level), Some(marker)) => {
                let words = format!("{marker} {words}");
                self.flow().paragraph(Kind::Heading(level), words.trim_start());
                return;
            }
            (Some(level), None) => {
                self.flow().paragraph(Kind::Heading(level), words);
                for mark in std::mem::take(&mut self.marks) {
                    self.flow().paragraph(Kind::Paragraph, &mark);
                }
                return;
            }
            (None, Some(marker)) => Kind::Entry { marker, level: depth.saturating_sub(1).min(9) as u8 },
            (None, None) => Kind::Paragraph,
        };
        self.flow().paragraph(kind, words);
    }
}
