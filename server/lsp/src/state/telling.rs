//! When the owner tells what was found: at once, when typing rests, or when the writer has ended what was written.

use std::time::{Duration, Instant};

use answers::diagnostics;
use snapshot::document::Pushed;
use tower_lsp::ls_types::{MessageType, Uri};
use workbench::survive;

use super::State;
use crate::client::ClientMessage;

impl State {
    /// The time until typing has rested long enough in some document.
    pub(super) fn rest(&self) -> Option<Duration> {
        let typed = self.open.values().filter_map(|open| open.typed).min()?;
        Some((typed + self.session.settings.delay).saturating_duration_since(Instant::now()))
    }

    /// Where typing has rested, what is missing may be told.
    pub(super) fn end_typing(&mut self) {
        let (now, delay) = (Instant::now(), self.session.settings.delay);
        let mut held = false;
        for open in self.open.values_mut() {
            if open.typed.is_some_and(|typed| typed + delay <= now) {
                let held_here = open.end_typing(true);
                // What the client may have dropped is said again now that both are at the same letter.
                open.untold |= open.told.is_some_and(|told| !told.taken && told.version != open.now.version);
                if held_here {
                    self.epoch += 1;
                    (open.now.epoch, open.untold, held) = (self.epoch, true, true);
                }
            }
        }
        if held {
            self.have_pulled();
        }
    }

    /// What waits is told once the writer has ended it.
    pub(super) fn end_writing(&mut self, uri: &Uri) {
        if let Some(open) = self.open.get_mut(uri)
            && open.end_typing(false)
        {
            self.epoch += 1;
            (open.now.epoch, open.untold) = (self.epoch, true);
            self.have_pulled();
        }
    }

    /// Lets a client that asks for findings ask again.
    pub(super) fn have_pulled(&self) {
        if self.session.client.refreshes && !self.session.pushes() {
            self.notifier.say(ClientMessage::RefreshDiagnostics);
        }
    }

    /// Tells the findings of every document that changed.
    pub(super) fn tell(&mut self) {
        let (pushes, rests) = (self.session.pushes(), self.session.tells_later());
        let minds_versions = self.session.client.minds_versions;
        let mut faults = Vec::new();
        for open in self.open.values_mut().filter(|open| open.untold) {
            open.untold = false;
            faults.append(&mut open.faults);
            if pushes {
                let (version, found) = (open.now.version, diagnostics::written(&open.now));
                let hash = found.hash();
                let same = open.told.filter(|told| told.hash == hash);
                // Who is told at once is never told again after a rest.
                let settled =
                    |told: &Pushed| told.version == version || rests && (told.taken || open.typed.is_some());
                if same.as_ref().is_some_and(settled) {
                    continue;
                }
                // To be told first that there is nothing changes nothing.
                let taken = same.is_some() || open.told.is_none() && found.is_nothing() || !minds_versions;
                open.told = Some(Pushed { version, hash, taken });
                self.notifier.publish(&open.now.uri, version, found);
            }
        }
        for fault in faults {
            if self.told.insert(fault) {
                let text = survive::left_out(fault).text(self.session.lang).to_owned();
                self.notifier.say(ClientMessage::Show(MessageType::ERROR, text));
            }
        }
    }
}
