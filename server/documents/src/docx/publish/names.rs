//! The titles of closed items where they are no text: names of places that Word makes of a heading, what a link shows when it
//! is pointed at, headers and footers that repeat the heading.

use roxmltree::{Document, Node};
use rules::publish::slug;

use super::super::annotate::escaped;
use super::Held;
use super::cuts::Cuts;
use flow::xml::{attribute, name};

/// Stands for a title.
const TITLE: &str = "Lukket punkt";

/// A title with fewer letters says too little to be known again.
const FEWEST_LETTERS: usize = 10;

/// And so does a name.
const FEWEST_OF_NAME: usize = 5;

/// The titles that are withheld, and the names of places that say one.
#[derive(Debug, Default)]
pub(super) struct Names {
    titles: Vec<String>,
    /// The letters of each.
    letters: Vec<String>,
    /// The letters of names, as addresses have them.
    names: Vec<String>,
    /// Each with what it is called instead, so that links still lead there.
    places: Vec<(String, String)>,
}

impl Names {
    /// For the body `document`, of which something is `held`.
    pub(super) fn new(document: &Document<'_>, held: &Held) -> Self {
        let mut new = Self::withheld(held);
        for node in document.descendants().filter(|node| name(*node) == "bookmarkStart") {
            let says = |place: &&str| new.says_title(place) || new.says_name(place);
            let Some(place) = attribute(node, "name").filter(says) else { continue };
            let instead = format!("Lukket_punkt_{}", new.places.len() + 1);
            new.places.push((place.to_owned(), instead));
        }
        new
    }

    /// For what is `held`, wherever it stands.
    pub(super) fn withheld(held: &Held) -> Self {
        let titles = held.titles.clone();
        let letters = titles.iter().map(|title| letters(title)).filter(|title| is_long(title)).collect();
        let names = held.names.iter().map(|name| slug(name));
        let names = names.filter(|name| name.chars().count() >= FEWEST_OF_NAME).collect();
        Self { titles, letters, names, places: Vec::new() }
    }

    /// Are a title or a name said in the values that `source` holds in quotes?
    pub(super) fn are_said_in(&self, source: &str) -> bool {
        let is_format =
            |value: &&str| value.starts_with("http://schemas.") || value.starts_with("urn:schemas-");
        let mut values = source.split(['"', '\'']).filter(|value| !is_format(value));
        values.any(|value| self.says_title(value) || self.says_name(value))
    }

    /// Does `words` say a title, or as much of one as Word puts into a name?
    fn says_title(&self, words: &str) -> bool {
        let (whole, parts) = (letters(words), parts(words));
        let says =
            |title: &String| whole.contains(title.as_str()) || is_long(&whole) && title.starts_with(&whole);
        // "Køb_af_Karen_Bruun" leaves out what a name may not hold.
        let is_made_of = |title: &String| {
            let own = self::parts(title);
            parts.len() > 1 && is_long(&whole) && parts.iter().all(|part| own.contains(part))
        };
        self.letters.iter().any(says) || self.titles.iter().any(is_made_of)
    }

    fn says_name(&self, words: &str) -> bool {
        let folded = slug(words);
        self.names.iter().any(|name| folded.contains(name.as_str()))
    }

    /// Puts something else where `document` says a title and is no text of the body; `is_margin` where all of its words are
    /// printed around the text.
    pub(super) fn hide(&self, document: &Document<'_>, is_margin: bool, cuts: &mut Cuts) {
        if self.letters.is_empty() && self.names.is_empty() {
            return;
        }
        for node in document.descendants().filter(Node::is_element) {
            for said in node.attributes() {
                let named = || {
                    (is_of_words(node, said.name()) && self.says_name(said.value())).then(|| TITLE.to_owned())
                };
                if let Some(instead) = self.instead(said.value()).or_else(named) {
                    cuts.replace(said.range_value(), escaped(&instead));
                }
            }
            match name(node) {
                "instrText" => self.field(node, cuts),
                "p" if is_margin => self.paragraph(node, cuts),
                _ => {}
            }
        }
    }

    fn instead(&self, value: &str) -> Option<String> {
        let place = self.places.iter().find(|(place, _)| place == value);
        let title = || self.says_title(value).then(|| TITLE.to_owned());
        place.map(|(_, instead)| instead.clone()).or_else(title)
    }

    fn field(&self, node: Node<'_, '_>, cuts: &mut Cuts) {
        let words = node.text().unwrap_or_default();
        let new = self
            .places
            .iter()
            .fold(words.to_owned(), |words, (place, instead)| words.replace(place, instead));
        let new = self.titles.iter().fold(new, |words, title| words.replace(title.as_str(), TITLE));
        let text = node.children().find(Node::is_text).filter(|_| new != words);
        text.into_iter().for_each(|text| cuts.replace(text.range(), escaped(&new)));
    }

    fn paragraph(&self, node: Node<'_, '_>, cuts: &mut Cuts) {
        let texts = node.descendants().filter(|node| node.is_text() && node.parent().map(name) == Some("t"));
        let texts: Vec<Node<'_, '_>> = texts.collect();
        let words: String = texts.iter().filter_map(Node::text).collect();
        let new = self.titles.iter().fold(words.clone(), |words, title| words.replace(title.as_str(), TITLE));
        let new = if new == words && self.says_title(&words) { TITLE.to_owned() } else { new };
        let [first, others @ ..] = texts.as_slice() else { return };
        if new != words {
            cuts.replace(first.range(), escaped(&new));
            others.iter().for_each(|text| cuts.replace(text.range(), String::new()));
        }
    }
}

/// Does the attribute `said` of `node` hold words that somebody wrote?
fn is_of_words(node: Node<'_, '_>, said: &str) -> bool {
    matches!(name(node), "alias" | "tag" | "docVar" | "listItem")
        || matches!(said, "descr" | "title" | "tooltip" | "alt") && name(node) != "style"
}

fn parts(words: &str) -> Vec<String> {
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect()
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_long(letters: &str) -> bool {
    letters.chars().count() >= FEWEST_LETTERS
}
