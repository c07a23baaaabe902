//! Where the words of an element belong: to the text, around it, or beside it.

use html5ever::tokenizer::Tag;

use super::elements::{is_field, is_passed_over, is_struck};
use super::list::attribute;
use super::unseen;
use super::words::{level, style};
use flow::Beside;

/// Where the words of an element belong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    Text,
    /// Around the text.
    Margin,
    /// Not shown.
    Folded,
    /// Shown so that nobody sees it.
    Unseen,
    /// Hidden by a sheet of the page.
    Hidden,
    Deleted,
    /// Struck through.
    Struck,
    /// On a button, which may turn out to be a title that unfolds an item.
    Button,
    /// Filled in.
    Field,
    /// Only in the source.
    Not,
    /// The page's title.
    Title,
}

impl Shown {
    /// What words are that are no text.
    pub(super) fn beside(self) -> Beside {
        match self {
            Self::Button => Beside::Data,
            Self::Field => Beside::Field,
            Self::Deleted => Beside::Deleted,
            Self::Struck => Beside::Struck,
            Self::Folded | Self::Hidden => Beside::Folded,
            Self::Unseen => Beside::Hidden,
            Self::Title => Beside::Property,
            Self::Text | Self::Margin | Self::Not => Beside::Margin,
        }
    }
}

/// What an element begins in.
pub(super) struct Around {
    pub(super) outer: Shown,
    /// Does the page say what its text is?
    pub(super) only_main: bool,
    pub(super) in_heading: bool,
    /// Do the words before it, those of a heading, say a title already?
    pub(super) names_title: bool,
    /// Does it unfold when something is pressed?
    pub(super) unfolds: bool,
    /// Does a sheet of the page hide it?
    pub(super) is_hidden: bool,
    /// May something dark lie behind it?
    pub(super) has_ground: bool,
}

impl Around {
    /// Where the words of the element belong that `tag` begins.
    pub(super) fn shown_in(&self, tag: &Tag) -> Shown {
        let name: &str = &tag.name;
        let is_main = name == "main" || attribute(tag, "role").as_deref() == Some("main");
        // A browser shows what such a template holds.
        let is_shadow = name == "template" && attribute(tag, "shadowrootmode").is_some();
        // What stands behind the title in a heading is pressed and not read.
        let in_title = !self.in_heading || self.names_title;
        match self.outer {
            Shown::Button if level(tag).is_some() => Shown::Text,
            Shown::Text if name == "button" && in_title => Shown::Button,
            Shown::Text if name == "a" && self.in_heading && in_title && leads_here(tag) => Shown::Button,
            Shown::Text | Shown::Margin if is_field(name) => Shown::Field,
            Shown::Margin if is_main && self.only_main => Shown::Text,
            Shown::Text | Shown::Margin if name == "title" => Shown::Title,
            Shown::Text | Shown::Margin if is_passed_over(name) && !is_shadow => Shown::Not,
            Shown::Text if name == "nav" || is_head_of_pages(tag) => Shown::Margin,
            Shown::Text if is_folded(tag) && !self.unfolds => Shown::Folded,
            Shown::Text if self.is_hidden && !self.unfolds => Shown::Hidden,
            Shown::Text if unseen::is_unseen(&style(tag), self.has_ground) => Shown::Unseen,
            Shown::Unseen if unseen::is_seen_again(&style(tag)) => Shown::Text,
            Shown::Text if name == "del" => Shown::Deleted,
            // The title of an item counts even where it is struck through.
            Shown::Text if is_struck(name, &style(tag)) && !self.in_heading => Shown::Struck,
            outer => outer,
        }
    }
}

/// Does the link that `tag` begins stay on the page?
fn leads_here(tag: &Tag) -> bool {
    attribute(tag, "href")
        .is_none_or(|to| ["#", "javascript:", "mailto:"].iter().any(|way| to.starts_with(way)))
}

/// What LibreOffice writes for the head and the foot of its pages.
fn is_head_of_pages(tag: &Tag) -> bool {
    &*tag.name == "div" && matches!(attribute(tag, "title").as_deref(), Some("header" | "footer"))
}

fn is_folded(tag: &Tag) -> bool {
    let style = style(tag);
    let is_hidden = attribute(tag, "hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"))
        || ["display:none", "visibility:hidden"].iter().any(|how| style.contains(how));
    is_hidden && attribute(tag, "role").as_deref() != Some("tabpanel")
}
