//! A line of a table of contents: a title, leaders or a tab, a page number.

use std::ops::Range;

use text::is_space;

/// A contents line taken apart: the bytes of the title, and the page when it is printed.
pub struct Entry<'t> {
    /// The title, its number included.
    pub title: &'t str,
    /// Do dotted leaders follow the title? Without them the title may have been cut off for want of room.
    pub leaders: bool,
}

/// Reads "Godkendelse af dagsorden.....\t3"; `None` for a line that is no such entry.
pub fn entry(line: &str) -> Option<Entry<'_>> {
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
    let is_leader = |c: char| matches!(c, '.' | '…' | '_' | '·');
    // "Eventuelt . . . . 4"
    let title = spaced.trim_end_matches(|c| is_leader(c) || is_space(c));
    let leaders = spaced[title.len()..].chars().filter(|c| is_leader(*c)).count() >= 3;
    let title = if leaders { title } else { spaced.trim_end_matches(is_leader) };
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

/// The titles of a whole agenda in one line, "1. Budget. 2. Skolen. 3. Eventuelt", with their numbers; none for another
/// line.
pub fn run_on(words: &str) -> Vec<(u32, Range<usize>)> {
    const FEWEST: usize = 3;
    let mut titles: Vec<(u32, Range<usize>)> = Vec::new();
    let mut at = 0;
    for number in 1.. {
        let Some((start, title)) = entry_of(words, at, number) else { break };
        if let Some((_, former)) = titles.last_mut() {
            former.end = start;
        }
        titles.push((number, title..words.len()));
        at = title;
    }
    let ends = |c: char| is_space(c) || matches!(c, '.' | ',' | ';');
    for (_, title) in &mut titles {
        title.end = title.start + words[title.clone()].trim_end_matches(ends).len();
    }
    let short = |title: &Range<usize>| !title.is_empty() && !words[title.clone()].contains(". ");
    if titles.len() >= FEWEST && titles.iter().all(|(_, title)| short(title)) { titles } else { Vec::new() }
}

/// Where "2. Skolen" begins behind byte `from`, and its title.
fn entry_of(words: &str, from: usize, number: u32) -> Option<(usize, usize)> {
    let digits = number.to_string();
    words[from..].match_indices(&digits).find_map(|(at, _)| {
        let at = from + at;
        let parted = words[..at].chars().next_back().is_none_or(|c| is_space(c) || c == '(');
        let rest = words[at + digits.len()..].strip_prefix(['.', ')'])?;
        let title = rest.trim_start_matches(is_space);
        let fits = parted && title.len() < rest.len() && title.starts_with(char::is_uppercase);
        fits.then_some((at, words.len() - title.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::{entry, run_on};

    #[test]
    fn an_agenda_may_be_one_line() {
        let titles = |line: &'static str| -> Vec<&str> {
            run_on(line).into_iter().map(|(_, title)| &line[title]).collect()
        };
        let line = "Dagsorden: 1) Havnebus 2) Kontingent for 2025 3) Eventuelt";
        assert_eq!(titles(line), ["Havnebus", "Kontingent for 2025", "Eventuelt"]);
        assert_eq!(titles("1. Budget. 2. Skolen. 3. Evt."), ["Budget", "Skolen", "Evt"]);
        assert!(titles("1. Bussen sejler 2. pinsedag og 3. juledag").is_empty());
    }

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
