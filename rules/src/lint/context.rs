//! What a rule may know besides the text it looks at.

use std::sync::Arc;

use super::dictionary::Dictionary;
use super::names::Names;
use super::options::Options;
use crate::house::House;
use crate::minutes::{Meeting, Stage};

/// What holds for the whole document. Findings are kept while this stays equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The house style that the document is held to.
    pub house: Arc<House>,
    /// Agenda or minutes.
    pub stage: Stage,
    /// Is the text Markdown?
    pub markdown: bool,
    /// Who meets, and when.
    pub meeting: Meeting,
    /// The names that the configuration gives.
    pub names: Arc<Names>,
    /// What the configuration sets for single rules.
    pub options: Arc<Options>,
    /// The words that exist, when somebody gave them.
    pub dictionary: Option<Arc<Dictionary>>,
}
