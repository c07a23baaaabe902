//! What the server asks to be told of after the session has begun.

use serde_json::json;
use snapshot::session::Session;
use tower_lsp::ls_types::Registration;
use workbench::baseline;
use workbench::config::EXTENSIONS;

/// The registrations that the client of `session` understands.
pub(crate) fn registrations(session: &Session) -> Vec<Registration> {
    let mut all = Vec::new();
    if session.client.registers_configuration {
        all.push(Registration {
            id: "referent-configuration".to_owned(),
            method: "workspace/didChangeConfiguration".to_owned(),
            register_options: Some(json!({"section": "referent"})),
        });
    }
    if session.client.watches {
        all.push(Registration {
            id: "referent-files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            // Settings, what they extend, house styles, what is suppressed beside a document, what is known, and minutes.
            register_options: Some(json!({"watchers": [
                {"globPattern": "**/*.toml"},
                {"globPattern": format!("**/{}", baseline::NAME)},
                {"globPattern": format!("**/*.{{{}}}", EXTENSIONS.join(","))},
            ]})),
        });
    }
    all
}
