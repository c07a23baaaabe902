//! What was agreed with the client: how positions are counted, in which language to speak, what it understands.

use files::environment;
use tower_lsp::ls_types::{
    InitializeParams, MarkupKind, ResourceOperationKind, WorkspaceEditClientCapabilities,
};
use workbench::lang::Lang;

use super::config::{Settings, Show};
use super::phrases::Phrases;
use super::position::Encoding;

/// One editor that talks to us.
#[derive(Clone, Debug)]
pub struct Session {
    /// What columns are counted in.
    pub encoding: Encoding,
    /// The language of the texts for the writer.
    pub lang: Lang,
    /// What the client understands.
    pub client: Abilities,
    /// What the user has set.
    pub settings: Settings,
    /// What was said of findings.
    pub phrases: Phrases,
    /// The language that was asked for at the start, or that the client announced.
    locale: Option<Lang>,
}

/// What a client announced, as far as it changes what we send.
#[derive(Clone, Debug, Default)]
pub struct Abilities {
    /// Its name: "Visual Studio Code", "Neovim".
    pub name: String,
    /// Asks for diagnostics itself.
    pub pulls: bool,
    /// Asks again when told to.
    pub refreshes: bool,
    /// Other places beside a finding.
    pub related: bool,
    /// May leave aside findings of a version that it is past.
    pub minds_versions: bool,
    /// Where a rule is documented.
    pub code_description: bool,
    /// Edits with the version they are for.
    pub versioned_edits: bool,
    /// Makes edits that the server sends of its own accord.
    pub applies_edits: bool,
    /// Edits may create files.
    pub(crate) creates_files: bool,
    /// Edits may rename files.
    pub renames_files: bool,
    /// Shows an edit before it is made, where that is asked for.
    pub previews_edits: bool,
    /// Takes a code action with its edit; else it must be a command.
    pub literal_actions: bool,
    /// Says before a document is saved whether the writer asked for it.
    pub says_why_it_saves: bool,
    /// Opens a document when told to.
    pub shows_documents: bool,
    /// Edits of code actions that come later.
    pub lazy_edits: bool,
    /// Symbols within symbols.
    pub nested_symbols: bool,
    /// Asks what can be renamed before it asks for a name.
    pub prepares_renames: bool,
    /// Snippets.
    pub snippets: bool,
    /// Hover in Markdown.
    pub markdown: bool,
    /// Folds whole lines only.
    pub whole_line_folds: bool,
    /// Sends its settings when asked.
    pub configuration: bool,
    /// Lets us register for changed settings.
    pub registers_configuration: bool,
    /// Watches files for us.
    pub watches: bool,
    /// Shows inlay hints anew when told to.
    pub refreshes_hints: bool,
    /// Shows lenses anew when told to.
    pub refreshes_lenses: bool,
}

impl Session {
    /// The session that `params` open; `lang` was asked for on the command line.
    pub fn new(params: &InitializeParams, settings: Settings, lang: Option<Lang>) -> Self {
        let offered = params.capabilities.general.as_ref().and_then(|g| g.position_encodings.as_deref());
        let locale = lang.or_else(|| params.locale.as_deref().map(Lang::of_locale));
        let new = Self {
            encoding: if counts_bytes(params) { Encoding::Utf8 } else { Encoding::choose(offered) },
            lang: Lang::En,
            client: Abilities::new(params),
            settings: Settings::default(),
            phrases: Phrases::default(),
            locale,
        };
        new.with(settings)
    }

    /// The same session with other settings.
    pub fn with(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self.lang = self.language(None);
        self
    }

    /// The same session in another language.
    pub fn in_language(&self, lang: Lang) -> Self {
        Self { lang, ..self.clone() }
    }

    /// The language of the texts for a document whose settings ask for `written`: what the user has set, what the
    /// client announced, what is written, and what the environment says.
    pub fn language(&self, written: Option<Lang>) -> Lang {
        self.settings.language.or(self.locale).or(written).unwrap_or_else(environment::language)
    }

    /// Can what is being written wait? Only where it can be told later, without being asked for.
    pub fn tells_later(&self) -> bool {
        (self.pushes() || self.client.refreshes) && !self.settings.delay.is_zero()
    }

    /// Are findings sent without being asked for? Either they are, or the client asks; never both.
    pub fn pushes(&self) -> bool {
        match self.settings.show {
            Show::Push => true,
            Show::Pull => !self.client.pulls,
            // Neovim asks only when it sees fit and shows both kinds side by side.
            // Who cannot be told to ask again would be shown what is being written at each key.
            Show::Auto => {
                !self.client.pulls || !self.client.refreshes || self.client.name.starts_with("Neovim")
            }
        }
    }
}

/// Does the client say at the start that it takes bytes for columns? ALE does, and has no other way to tell: counted
/// otherwise, its edits would land beside the words on each line with an "ø".
fn counts_bytes(params: &InitializeParams) -> bool {
    let asked = params.initialization_options.as_ref().and_then(|options| options.get("positionEncoding"));
    asked.is_some_and(|encoding| encoding == "utf-8")
}

/// May an edit do `kind` with files?
fn operates(edit: &WorkspaceEditClientCapabilities, kind: ResourceOperationKind) -> bool {
    let kinds = edit.resource_operations.as_deref().unwrap_or_default();
    edit.document_changes.unwrap_or_default() && kinds.contains(&kind)
}

impl Abilities {
    fn new(params: &InitializeParams) -> Self {
        let text = params.capabilities.text_document.clone().unwrap_or_default();
        let workspace = params.capabilities.workspace.clone().unwrap_or_default();
        let publish = text.publish_diagnostics.clone().unwrap_or_default();
        let pull = text.diagnostic.clone().unwrap_or_default();
        let action = text.code_action.unwrap_or_default();
        let edit = workspace.workspace_edit.clone().unwrap_or_default();
        let window = params.capabilities.window.clone().unwrap_or_default();
        let completion = text.completion.and_then(|c| c.completion_item).unwrap_or_default();
        Self {
            name: params.client_info.as_ref().map(|info| info.name.clone()).unwrap_or_default(),
            pulls: text.diagnostic.is_some(),
            refreshes: workspace.diagnostics.and_then(|d| d.refresh_support).unwrap_or_default(),
            related: publish.related_information.or(pull.related_information).unwrap_or_default(),
            minds_versions: publish.version_support.unwrap_or_default(),
            code_description: publish
                .code_description_support
                .or(pull.code_description_support)
                .unwrap_or_default(),
            versioned_edits: edit.document_changes.unwrap_or_default(),
            applies_edits: workspace.apply_edit.unwrap_or_default(),
            creates_files: operates(&edit, ResourceOperationKind::Create),
            renames_files: operates(&edit, ResourceOperationKind::Rename),
            previews_edits: edit.document_changes.unwrap_or_default()
                && edit.change_annotation_support.is_some(),
            literal_actions: action.code_action_literal_support.is_some(),
            says_why_it_saves: text.synchronization.and_then(|s| s.will_save).unwrap_or_default(),
            shows_documents: window.show_document.is_some_and(|show| show.support),
            lazy_edits: action.data_support.unwrap_or_default()
                && action.resolve_support.is_some_and(|r| r.properties.iter().any(|p| p == "edit")),
            nested_symbols: text
                .document_symbol
                .and_then(|s| s.hierarchical_document_symbol_support)
                .unwrap_or_default(),
            prepares_renames: text.rename.and_then(|r| r.prepare_support).unwrap_or_default(),
            snippets: completion.snippet_support.unwrap_or_default(),
            markdown: text
                .hover
                .and_then(|h| h.content_format)
                .is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            whole_line_folds: text.folding_range.and_then(|f| f.line_folding_only).unwrap_or_default(),
            configuration: workspace.configuration.unwrap_or_default(),
            registers_configuration: workspace
                .did_change_configuration
                .and_then(|c| c.dynamic_registration)
                .unwrap_or_default(),
            watches: workspace
                .did_change_watched_files
                .and_then(|w| w.dynamic_registration)
                .unwrap_or_default(),
            refreshes_hints: workspace.inlay_hint.and_then(|i| i.refresh_support).unwrap_or_default(),
            refreshes_lenses: workspace.code_lens.and_then(|i| i.refresh_support).unwrap_or_default(),
        }
    }
}
