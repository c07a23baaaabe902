//! Lists that count down: they begin with the number of their points, which stand behind where it is needed.

use std::collections::VecDeque;

/// How many points each list of a page has that counts down, in the order they begin in.
#[derive(Debug, Default)]
pub(super) struct Reversed(VecDeque<i64>);

impl Reversed {
    /// Those of the page whose source is `text`.
    pub(super) fn in_page(text: &str) -> Self {
        let mut counts = VecDeque::new();
        if !text.contains("reversed") && !text.contains("REVERSED") {
            return Self(counts);
        }
        // Which of them each list is that is open.
        let mut open: Vec<Option<usize>> = Vec::new();
        for tag in text.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default().to_ascii_lowercase();
            let mut said = tag.split_ascii_whitespace();
            match said.next().unwrap_or_default() {
                "ol" => {
                    let counts_down = said.any(|part| part.split('=').next() == Some("reversed"));
                    open.push(counts_down.then_some(counts.len()));
                    counts.extend(counts_down.then_some(0));
                }
                "ul" | "menu" => open.push(None),
                "/ol" | "/ul" | "/menu" => drop(open.pop()),
                "li" => {
                    if let Some(count) = open.last().copied().flatten().and_then(|at| counts.get_mut(at)) {
                        *count += 1;
                    }
                }
                _ => {}
            }
        }
        Self(counts)
    }

    /// The number of points of the next.
    pub(super) fn next(&mut self) -> Option<i64> {
        self.0.pop_front()
    }
}
