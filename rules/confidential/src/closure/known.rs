//! What the words of a line by themselves say of closed matter, asked once for as long as the line stands.
//!
//! What is closed is read from all lines together, and an edit changes one of them. What was asked of the words of the
//! others alone is still so, and dear to ask again.

use std::sync::atomic::{AtomicU32, Ordering};

/// What is asked of the words of a line, and of nothing around it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Question {
    /// May one word of it be a mark, where it stands right below a heading?
    MarksItem,
    /// Does it say something of items, and nothing else?
    IsPhrase,
    /// Does it tell what a letter means?
    IsLegend,
    /// Does it speak of closedness as such?
    SpeaksInGeneral,
    /// Does it say that something is open?
    SaysOpen,
    /// Does it border a passage?
    IsBorder,
    /// Does it mark an attachment?
    MarksAttachment,
}

/// The answers that are known of a line: for each question a bit that it was asked, and behind those a bit for yes.
#[derive(Debug, Default)]
pub(super) struct Answers(AtomicU32);

impl Answers {
    /// So many questions there may be.
    const MOST: u32 = 16;

    /// The answer to `question`, if it was asked before.
    pub(super) fn to(&self, question: Question) -> Option<bool> {
        let bits = self.0.load(Ordering::Relaxed) >> question as u32;
        (bits & 1 != 0).then_some(bits >> Self::MOST & 1 != 0)
    }

    /// Keeps an answer; whoever asks at the same time gets the same one, so that no order matters.
    pub(super) fn keep(&self, question: Question, answer: bool) {
        let bits = 1 | u32::from(answer) << Self::MOST;
        self.0.fetch_or(bits << question as u32, Ordering::Relaxed);
    }
}
