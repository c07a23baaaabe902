//! Links: addresses of pages in the text, and listed attachments that lie beside the document.
//!
//! An editor shows where a link leads, so what has a private number in it is none.

use rules::minutes::Content;
use rules::text::{TextRange, is_space, range};
use snapshot::document::Snapshot;
use snapshot::uri;
use tower_lsp::ls_types::{DocumentLink, Uri};

/// Answers with every link of the document.
pub fn links(snapshot: &Snapshot) -> Vec<DocumentLink> {
    let mut links = pages(snapshot);
    links.extend(attachments(snapshot));
    links
}

fn pages(snapshot: &Snapshot) -> Vec<DocumentLink> {
    let text = snapshot.text();
    let mut links = Vec::new();
    for scheme in ["https://", "http://"] {
        for (at, _) in text.match_indices(scheme) {
            let len = text[at..].find(|c| is_space(c) || matches!(c, '\n' | '\r' | '<' | '>' | '"' | '”'));
            let words = &text[at..at + len.unwrap_or(text.len() - at)];
            let words = words.trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?']);
            links.extend(link(snapshot, range(at, at + words.len()), words.parse().ok()));
        }
    }
    links
}

/// A line of the list of attachments that names a file beside the document.
fn attachments(snapshot: &Snapshot) -> Vec<DocumentLink> {
    let Some(folder) = uri::path(&snapshot.uri).and_then(|path| path.parent().map(ToOwned::to_owned)) else {
        return Vec::new();
    };
    let text = snapshot.text();
    let mut links = Vec::new();
    for placed in snapshot.document.minutes().items() {
        for section in &placed.item.sections {
            let Content::Attachments(list) = &section.content else { continue };
            for attachment in list {
                let place = attachment.range + placed.start;
                if let Some((name, file)) = files::beside(&folder, &text[place]) {
                    links.extend(link(snapshot, name + place.start(), Uri::from_file_path(file)));
                }
            }
        }
    }
    links
}

fn link(snapshot: &Snapshot, place: TextRange, target: Option<Uri>) -> Option<DocumentLink> {
    let target = target.filter(|_| !snapshot.document.secrets().touch(place))?;
    Some(DocumentLink { range: snapshot.range(place), target: Some(target), tooltip: None, data: None })
}
