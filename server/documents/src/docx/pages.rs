//! Pages: where Word noted that they ended, else where the document asks for a new one.
//!
//! Programs other than Word note no pages. Where a document asks for new pages so often that what stands between is sure to fit
//! on one, their numbers are as certain; after more than that they are not known any more.

use roxmltree::Node;

use flow::Flow;
use flow::xml::{attribute, child, value};

/// So many lines of running text fit on any page, so many bytes on a line.
const MOST_LINES: usize = 28;
const ON_LINE: usize = 70;

/// A heading, and a note at the foot of the page, take no more lines.
const OF_HEADING: usize = 3;

/// The pages of one document.
#[derive(Debug)]
pub(super) struct Pages {
    noted: bool,
    asked: bool,
    /// How many lines the page has at most, and whether anything was read at all.
    n_lines: usize,
    is_begun: bool,
}

impl Pages {
    /// Those of the part whose text is `main`.
    pub(super) fn of(main: &str) -> Self {
        let noted = main.contains("lastRenderedPageBreak");
        let asked = !noted && ["w:type=\"page\"", "pageBreakBefore"].iter().any(|sign| main.contains(sign));
        Self { noted, asked, n_lines: 0, is_begun: false }
    }

    /// The number of the first one.
    pub(super) fn first(&self) -> Option<u32> {
        (self.noted || self.asked).then_some(1)
    }

    /// Does the sign `node`, behind `at` bytes of its paragraph, begin a new one?
    pub(super) fn sign(&self, node: Node<'_, '_>, at: usize, flow: &mut Flow) {
        if self.asked && attribute(node, "type") == Some("page") {
            flow.turn(at);
        }
    }

    /// A paragraph begins, which `breaks` to a new page or not.
    pub(super) fn begin(&self, breaks: bool, flow: &mut Flow) {
        if self.asked && breaks && self.is_begun {
            flow.turn(0);
        }
    }

    /// A paragraph ends of so many bytes, in whose properties its section may end; it began on page `before`.
    pub(super) fn end(
        &mut self,
        (n_bytes, is_heading): (usize, bool),
        properties: Option<Node<'_, '_>>,
        before: Option<u32>,
        flow: &mut Flow,
    ) {
        self.is_begun = true;
        if !self.asked {
            return;
        }
        if flow.page != before {
            self.n_lines = 0;
        }
        self.n_lines += (1 + n_bytes / ON_LINE) * if is_heading { OF_HEADING } else { 1 };
        let section = properties.and_then(|node| child(node, "sectPr"));
        match section.map(|section| value(section, "type")) {
            None | Some(Some("continuous")) => {}
            Some(None | Some("nextPage")) if self.n_lines <= MOST_LINES => {
                flow.page = flow.page.map(|page| page + 1);
                self.n_lines = 0;
            }
            // The next odd one.
            Some(_) => flow.page = None,
        }
        if self.n_lines > MOST_LINES {
            flow.page = None;
        }
    }

    /// Something stands here that may take any room: a picture, or a note at the foot.
    pub(super) fn unsure(&self, flow: &mut Flow) {
        if self.asked {
            flow.page = None;
        }
    }
}
