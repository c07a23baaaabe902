//! What the owner does when settings change: in the editor, on the disk, or in a file of settings that is open.

use std::path::Path;
use std::sync::Arc;

use answers::raw_findings::RawFindings;
use serde_json::Value;
use snapshot::config::{Settings, Wrong};
use snapshot::document::Open;
use snapshot::projects::{Project, Projects};
use snapshot::session::Session;
use snapshot::uri;
use tower_lsp::ls_types::{MessageType, Uri};

use super::State;
use crate::client::ClientMessage;
use crate::events::Together;

impl State {
    /// Takes over the settings that the client `sent`.
    pub(super) fn configure(&mut self, sent: &Value) {
        let (settings, wrong) = Settings::read(sent, &self.session.settings);
        if settings == self.session.settings {
            return self.tell_wrong(wrong);
        }
        let pushed = self.session.pushes();
        self.session = Arc::new((*self.session).clone().with(settings));
        // In the language that holds from here on, as all that follows.
        self.tell_wrong(wrong);
        if pushed && !self.session.pushes() {
            for (uri, open) in &mut self.open {
                open.told = None;
                self.notifier.publish(uri, None, RawFindings::nothing());
            }
        }
        self.reload();
    }

    /// Says which settings mean nothing; what was said of the last ones is not repeated.
    pub(super) fn tell_wrong(&mut self, wrong: Vec<Wrong>) {
        for new in wrong.iter().filter(|wrong| !self.wrong.contains(wrong)) {
            self.notifier.say(ClientMessage::Show(MessageType::WARNING, new.text(self.session.lang)));
        }
        self.wrong = wrong;
    }

    /// Lets the client ask again for what it asked for itself; for more than findings when a document was `reread`.
    fn refresh(&self, reread: bool) {
        if self.open.is_empty() {
            return;
        }
        let client = &self.session.client;
        self.have_pulled();
        if client.refreshes_hints && reread {
            self.notifier.say(ClientMessage::RefreshHints);
        }
        if client.refreshes_lenses && reread {
            self.notifier.say(ClientMessage::RefreshLenses);
        }
    }

    /// The session in the language of `project`.
    pub(super) fn session_for(&self, project: &Project) -> Arc<Session> {
        let lang = self.session.language(project.language);
        if lang == self.session.lang {
            return self.session.clone();
        }
        Arc::new(self.session.in_language(lang))
    }

    /// Looks again at the file of a document, and at the settings, for clients that watch nothing.
    pub(super) fn saved(&mut self, uri: &Uri) {
        // Who does not say why may have been asked to by the writer.
        if !self.session.client.says_why_it_saves {
            self.end_writing(uri);
        }
        let Some(open) = self.open.get_mut(uri) else { return self.reload() };
        if open.now.is_long() {
            open.read_again(&open.now.project.filter.engine.clone());
            self.epoch += 1;
            (open.now.epoch, open.untold) = (self.epoch, true);
        }
        let former = std::mem::replace(&mut open.stored, uri::encoding(uri));
        if former != open.stored || self.projects.have_changed() {
            self.reload();
        }
    }

    pub(super) fn reload_if_stale(&mut self) {
        if self.projects.are_stale() {
            self.reload();
        }
    }

    /// Reads the settings again and holds every document to them.
    pub(super) fn reload(&mut self) {
        let opened = self.settings.iter().filter_map(|(uri, file)| {
            let path = files::true_path(&uri::path(uri)?);
            Some((path, (uri.clone(), file.version, file.rope.to_string())))
        });
        let opened = opened.collect();
        let settings = &self.session.settings;
        self.projects = Arc::new(Projects::new(settings, &self.folders, opened, Some(&self.projects)));
        let epoch = self.next_epoch();
        let mut open = std::mem::take(&mut self.open);
        let mut reread = false;
        for (uri, open) in &mut open {
            let project = self.projects.project(uri, &open.language, open.stored);
            open.now.session = self.session_for(&project);
            reread |= open.hold_to(project);
            open.now.epoch = epoch;
            open.untold = true;
        }
        self.open = open;
        self.refresh(reread);
        self.complain();
    }

    /// Holds the open documents to what they show `together` with others, as far as they are still the same.
    pub(super) fn take_together(&mut self, together: Together) {
        let mut changed = false;
        for (uri, epoch, found) in together {
            let same = |open: &&mut Open| open.now.epoch == epoch;
            let Some(open) = self.open.get_mut(&uri).filter(same) else { continue };
            if open.hold_together(found) {
                self.epoch += 1;
                (open.now.epoch, open.untold, changed) = (self.epoch, true, true);
            }
        }
        if changed {
            self.have_pulled();
        }
    }

    /// Tells what is wrong with the settings, in the files where it is wrong, and takes back what was mended.
    pub(super) fn complain(&mut self) {
        let text = |path: &Path| {
            let open = self
                .settings
                .iter()
                .find(|(uri, _)| uri::path(uri).is_some_and(|open| files::true_path(&open) == path));
            open.map(|(uri, file)| (uri.clone(), Some(file.version), file.rope.clone()))
        };
        self.complaints.tell(&self.projects.faults(), &text, &self.session, &self.notifier);
    }
}
