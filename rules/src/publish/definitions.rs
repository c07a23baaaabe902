//! Notes and addresses of Markdown that stand apart from where they are used: `[^1]: …`, `[plan]: https://…`.

use crate::text::{TextRange, is_space, range};

/// Those of `text` that nothing but what is `withheld` refers to, each with the lines that go on with it.
pub(super) fn unused(text: &str, withheld: &[TextRange]) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let Some(label) = label(line) else { continue };
        let uses = text.match_indices(label).filter(|(place, _)| *place < at || *place >= at + line.len());
        let mut uses = uses.map(|(place, _)| place).peekable();
        let is_withheld = |place: usize| {
            withheld.iter().any(|gone| usize::from(gone.start()) <= place && place < gone.end().into())
        };
        if uses.peek().is_some() && uses.all(is_withheld) {
            found.push(range(at, start + goes_on(&text[start..])));
        }
    }
    found
}

/// `[^1]` in `[^1]: Notat`.
fn label(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(is_space);
    let end = line.starts_with('[').then(|| line.find("]:"))??;
    (end > 1).then_some(&line[..=end])
}

/// How many bytes of `text` go on with what stands above it: the lines that are set in.
fn goes_on(text: &str) -> usize {
    let is_set_in = |line: &&str| line.starts_with(['\t', ' ']) && !line.trim().is_empty();
    text.split_inclusive('\n').take_while(is_set_in).map(str::len).sum()
}
