//! What is cut out of the source of a part, and put in its place.

use std::cmp::Reverse;
use std::ops::Range;

use roxmltree::Node;

use flow::xml;

/// Cuts of one source. A cut inside another is no cut.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    all: Vec<(Range<usize>, String)>,
}

impl Cuts {
    /// `node` goes.
    pub(super) fn remove(&mut self, node: Node<'_, '_>) {
        self.replace(node.range(), String::new());
    }

    /// `words`, which are XML, stand in the place of `range`.
    pub(super) fn replace(&mut self, range: Range<usize>, words: String) {
        self.all.push((range, words));
    }

    /// What stands around the children of `node` goes: its tags.
    pub(super) fn unwrap(&mut self, source: &str, node: Node<'_, '_>) {
        let (start, end) = tags(source, node);
        self.replace(start, String::new());
        self.replace(end, String::new());
    }

    /// Is nothing cut?
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// `source` with all cuts.
    pub(super) fn applied(self, source: &str) -> String {
        self.within(source, 0..source.len())
    }

    /// The part `range` of `source` with the cuts that lie in it.
    pub(super) fn within(&self, source: &str, range: Range<usize>) -> String {
        let mut cuts: Vec<&(Range<usize>, String)> =
            self.all.iter().filter(|(cut, _)| range.start <= cut.start && cut.end <= range.end).collect();
        cuts.sort_by_key(|(cut, _)| (cut.start, Reverse(cut.end)));
        let (mut text, mut done) = (String::with_capacity(range.len()), range.start);
        for (cut, words) in cuts {
            if cut.end <= done && !(cut.is_empty() && cut.start == done) {
                continue;
            }
            text.push_str(&source[done..cut.start.max(done)]);
            text.push_str(words);
            done = cut.end;
        }
        text.push_str(&source[done..range.end]);
        text
    }
}

/// Where the tags of `node` stand that begin and end it; one that is both ends at its end.
pub(super) fn tags(source: &str, node: Node<'_, '_>) -> (Range<usize>, Range<usize>) {
    let range = node.range();
    let start = range.start + xml::start_tag(&source[range.clone()]).len();
    if start == range.end {
        return (range.clone(), range.end..range.end);
    }
    let end = source[range.clone()].rfind("</").map_or(range.end, |at| range.start + at);
    (range.start..start, end..range.end)
}
