//! A line of a table of contents: a title, leaders or a tab, a page number.

use crate::text::is_space;

/// A contents line taken apart: the bytes of the title, and the page when it is printed.
pub(crate) struct Entry<'t> {
    /// The title, its number included.
    pub(crate) title: &'t str,
    /// Do dotted leaders follow the title? Without them the title may have been cut off for want of room.
    pub(crate) leaders: bool,
}

/// Reads "Godkendelse af dagsorden.....\t3"; `None` for a line that is no such entry.
pub(crate) fn entry(line: &str) -> Option<Entry<'_>> {
    // Most lines are told apart by their last letter.
    if !line.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '…' | '_' | '·')) || line.len() < 8
    {
        return None;
    }
    let page = line.bytes().rev().take_while(u8::is_ascii_digit).count();
    // Without a page only leaders make an entry, and most sentences end in one stop.
    if page > 4 || page == 0 && !line.trim_end_matches(is_space).ends_with(".....") {
        return None;
    }
    let before = &line[..line.len() - page];
    let spaced = before.trim_end_matches(is_space);
    let title = spaced.trim_end_matches(['.', '…', '_', '·']);
    let leaders = spaced.len() - title.len() >= 3;
    let tabbed = page > 0 && before.len() > spaced.len() && before[spaced.len()..].contains('\t');
    let title = title.trim_end_matches(is_space);
    // A table row "Jobafklaring\t42" has one cell too many or too few capitals to be a title; a bare tab is
    // trusted only after a title of several words and no other tab.
    let worded = title.contains(is_space)
        && !title.contains('\t')
        && title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let wide = before.len() - spaced.len() >= 4 && page > 0;
    (leaders || ((tabbed || wide) && worded && title.len() >= 12)).then_some(Entry { title, leaders })
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn leaders_and_page_are_set_aside() {
        let seen = entry("Godkendelse af dagsorden.....\t3").map(|e| (e.title, e.leaders));
        assert_eq!(seen, Some(("Godkendelse af dagsorden", true)));
        let cut = entry("D-Sag: Redegørelse til styrelsen vedrørende manglende genopi\t4")
            .map(|e| (e.title, e.leaders));
        assert_eq!(cut, Some(("D-Sag: Redegørelse til styrelsen vedrørende manglende genopi", false)));
    }

    #[test]
    fn table_rows_and_sentences_are_none() {
        for line in [
            "Jobafklaring\t42\t42",
            "Ventetid\t12",
            "Der er afsat 20 mio. kr. i 2021",
            "Se https://a.dk/jun/sag...",
        ] {
            assert!(entry(line).is_none(), "{line}");
        }
    }
}
