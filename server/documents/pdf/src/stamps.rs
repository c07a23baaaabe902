//! What a browser prints around a page: the day and the hour of the print and the title of the page above it, its address and
//! the number of the page below. They stand nearer to the edge than any text does, and say nothing of the meeting.

/// They stand so near the upper or the lower edge, in points.
const EDGE: f64 = 36.0;

/// Is the line that says `words` such a stamp, where it stands at `y` of a page of this `height`, in points from above?
pub(super) fn is_stamp(words: &str, y: f64, height: f64) -> bool {
    (y < EDGE || y > height - EDGE) && (says_when(words) || names_page(words))
}

/// "11/29/26, 10:48 PM⇥Byrådet", "29.11.2026 22.48", "1 af 2⇥29/11/2026, 22.48".
fn says_when(words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let end = parts.len() - usize::from(parts.last().is_some_and(|last| is_half(last)));
    let is_moment = |pair: &[&str]| is_day(pair[0]) && is_clock(pair[1]);
    parts.len() >= 2 && (is_moment(&parts[..2]) || end >= 2 && is_moment(&parts[end - 2..end]))
}

/// `https://fjordby.dk/moede/12⇥1/2`, `Byrådet⇥file:///C:/referat.html`.
fn names_page(words: &str) -> bool {
    const ADDRESSES: [&str; 4] = ["https://", "http://", "file:///", "about:blank"];
    let mut parts = words.split_whitespace();
    let ends = [parts.next(), parts.next_back().filter(|_| words.contains('\t'))];
    ends.into_iter().flatten().any(|part| ADDRESSES.iter().any(|address| part.starts_with(address)))
}

/// "11/29/26,", "29.11.2026", "29-11-2026": three numbers that are a day.
fn is_day(word: &str) -> bool {
    let numbers: Vec<&str> = word.trim_end_matches([',', '.']).split(['/', '.', '-']).collect();
    let is_number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    numbers.len() == 3 && numbers.iter().all(is_number)
}

/// "10:48", "22.48", "22.48.12".
fn is_clock(word: &str) -> bool {
    let mut numbers = word.split([':', '.']);
    let hour = numbers.next().and_then(|hour| hour.parse::<u8>().ok());
    let rest: Vec<&str> = numbers.collect();
    let is_part = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    hour.is_some_and(|hour| hour < 24) && matches!(rest.len(), 1 | 2) && rest.iter().all(is_part)
}

fn is_half(word: &str) -> bool {
    matches!(word, "AM" | "PM" | "am" | "pm")
}

#[cfg(test)]
mod tests {
    use super::is_stamp;

    #[test]
    fn what_browsers_print_at_the_edges_is_a_stamp() {
        for words in [
            "11/29/26, 10:48 PM\tKlima- og Teknikudvalget",
            "11/29/26, 10:48\u{202f}PM",
            "29.11.2026 22.48\tByrådet",
            "29/11/2026, 22.48",
            "1 af 2\t29/11/2026, 22:48",
            "https://fjordby.dk/moede/12\t1/2",
            "Byrådet\tfile:///C:/referat.html",
        ] {
            assert!(is_stamp(words, 20.0, 842.0) && is_stamp(words, 830.0, 842.0), "{words}");
            assert!(!is_stamp(words, 70.0, 842.0), "{words}");
        }
    }

    #[test]
    fn a_heading_at_the_edge_is_none() {
        for words in
            ["Torsdag den 3. september 2026 kl. 14.00", "Byrådet 14.04.2026", "Punkt 1. 1.2 Bus", "1/2"]
        {
            assert!(!is_stamp(words, 20.0, 842.0), "{words}");
        }
    }
}
