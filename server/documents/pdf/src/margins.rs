//! Which lines are the page's and not the text's: what stands at the same place on most pages, and page numbers.
//!
//! A line is the page's only when everything between it and the edge is. What names an item, a section or a decision is never
//! dropped, however often it stands at the top of a page: three pages that begin with "Beslutning" hold three decisions. "Referat"
//! may be both; it is the page's where it stands apart from the text at the same place of nearly all pages.

use std::collections::HashMap;

use rules::syntax::decided::is_outcome_line;
use rules::syntax::{Class, Sign, Vocabulary, scan};

use super::line::{Line, PageLines};
use super::mirrored::{APART, Foot};
use super::stamps::is_stamp;

/// At most this much of a page's height at each end may be a header or a footer.
const MARGIN: f64 = 0.12;

/// A number alone may stand nearer to the text, when it stands apart from that.
const NUMBER_MARGIN: f64 = 0.22;

/// A running head stands this near the top, in parts of the height; what it says stands again on the first lines.
const HEAD: f64 = 0.09;
const MOST_IN_HEAD: usize = 12;

/// Letters so many times as large as most are a title's.
const LARGER: f64 = 1.15;

/// What stands at both ends of a running head stands so many sizes apart.
const WIDE: f64 = 15.0;

/// On so many pages at least stands what could be the heading of a decision.
const FEWEST_HEADS: usize = 3;

/// What is the page's stands so many times as far from the text as the lines of that from each other.
const WIDER: f64 = 1.5;

/// Lines at the same height differ no more, in points.
const SAME_HEIGHT: f64 = 2.0;

/// Lines that begin this near each other begin at the same place, in points.
const SAME_PLACE: f64 = 3.0;

/// The ways in which two lines are the same.
type Key = (String, i64);

/// What is seen on the pages together.
struct Seen {
    /// On how many pages.
    keys: HashMap<Key, usize>,
    /// A number alone on a line, less that of its page: on how many pages.
    offsets: HashMap<i64, usize>,
    /// The same of a number that stands across from other words.
    across: HashMap<i64, usize>,
    /// A label or an outcome that stands apart at an edge, with its height and size: on how many pages.
    decided: HashMap<(Key, i64), usize>,
    n_pages: usize,
}

/// Takes what is printed around the text out of `pages`, and gives it once each.
pub(super) fn taken_out(pages: &mut [PageLines]) -> Vec<String> {
    let seen = Seen::on(pages);
    let mut margins: Vec<String> = Vec::new();
    for page in pages {
        // On a page of columns, the lines at its ends stand anywhere among the others.
        let by_height = page.by_height();
        let n = by_height.len();
        let number = by_height.last().map(|at| &page.lines[*at]);
        let number = number.filter(|line| seen.n_pages == 1 && seen.is_page_number(line, page.number));
        let foot = number.map(|line| Foot::new(line, page.height));
        let is_mirrored = |line: &Line| {
            foot.as_ref().is_some_and(|foot| foot.is_mirrored_by(line, page) && !is_of_the_text(&line.words))
        };
        let is_margin = |at: usize, beside: Option<usize>| {
            let line = &page.lines[by_height[at]];
            let beside = beside.and_then(|at| by_height.get(at)).copied();
            let is_number = || page.is_apart(line, beside) && seen.is_page_number(line, page.number);
            let is_across = || page.is_near_edge(line) && seen.is_across(line, page.number);
            is_stamp(&line.words, line.y, page.height)
                || page.is_at_edge(line) && seen.is_margin(line, page.number)
                || is_across()
                || is_number()
                || page.number == 1 && page.is_said_below(line)
                || is_mirrored(line)
        };
        let above = (0..n).take_while(|at| is_margin(*at, Some(at + 1))).count();
        let below = (above..n).rev().take_while(|at| is_margin(*at, at.checked_sub(1))).count();
        let taken: Vec<usize> = by_height[..above].iter().chain(&by_height[n - below..]).copied().collect();
        let text = by_height[above..n - below].iter().map(|at| &page.lines[*at]);
        let left = text.map(|line| line.x).fold(f64::INFINITY, f64::min);
        let heads = by_height[..above].iter().map(|at| &page.lines[*at]).filter(|line| is_mirrored(line));
        // A head that begins left of the text is wider than that.
        let heads = heads.filter(|head| head.x > left - SAME_PLACE);
        let head_end = heads.map(|head| head.end).fold(0.0, f64::max);
        for words in taken.iter().map(|at| &page.lines[*at].words) {
            if !margins.contains(words) {
                margins.push(words.clone());
            }
        }
        page.head_end = head_end;
        let mut at = 0..;
        page.lines.retain(|_| !at.next().is_some_and(|at| taken.contains(&at)));
        if page.number == 1 {
            page.part_head();
        }
    }
    margins
}

impl Seen {
    fn on(pages: &[PageLines]) -> Self {
        let mut new = Self {
            keys: HashMap::new(),
            offsets: HashMap::new(),
            across: HashMap::new(),
            decided: HashMap::new(),
            n_pages: pages.len(),
        };
        for page in pages {
            let by_height = page.by_height();
            let ends =
                || [by_height.first(), by_height.last()].into_iter().flatten().map(|at| &page.lines[*at]);
            let near = || ends().filter(|line| page.is_near_edge(line));
            for number in near().filter_map(|line| page_number(&line.words)) {
                *new.offsets.entry(i64::from(number) - i64::from(page.number)).or_default() += 1;
            }
            let at_edge = page.lines.iter().filter(|line| page.is_at_edge(line));
            let inner = near().filter(|line| !page.is_at_edge(line));
            for number in at_edge.chain(inner).flat_map(numbers_across) {
                *new.across.entry(i64::from(number) - i64::from(page.number)).or_default() += 1;
            }
            for key in page.decided(&by_height) {
                *new.decided.entry(key).or_default() += 1;
            }
            let mut keys: Vec<Key> = Vec::new();
            for line in page.lines.iter().filter(|line| page.is_at_edge(line)) {
                keys.extend(new_keys(line, page.number));
            }
            keys.sort();
            keys.dedup();
            for key in keys {
                *new.keys.entry(key).or_default() += 1;
            }
        }
        new
    }

    fn is_margin(&self, line: &Line, page: u32) -> bool {
        if is_of_the_text(&line.words) {
            return self.is_running_head(line);
        }
        if says_decision(&line.words) {
            let n = self.decided.get(&decided_key(line)).copied().unwrap_or(0);
            return n >= 2 && n + 1 >= self.n_pages && self.is_on_most(n);
        }
        let seen = keys(line, page).into_iter().filter_map(|key| self.keys.get(&key)).max();
        let n = seen.copied().unwrap_or(0);
        self.is_page_number(line, page) || self.is_on_most(n)
    }

    /// "Byrådet, 4. april 2022" is the heading of a decision, unless it stands at the same place of page after page.
    fn is_running_head(&self, line: &Line) -> bool {
        let block = scan::block(&line.words, 0, Vocabulary::common());
        let exact = (line.words.clone(), (line.y / SAME_HEIGHT).round() as i64);
        let n = self.keys.get(&exact).copied().unwrap_or(0);
        block.class == Class::BodyDate && n >= FEWEST_HEADS && self.is_on_most(n)
    }

    fn is_on_most(&self, n: usize) -> bool {
        n >= 2 && n * 5 >= self.n_pages * 3
    }

    /// Is a number across from other words that of the page, on most pages?
    fn is_across(&self, line: &Line, page: u32) -> bool {
        let n = |number| self.across.get(&(i64::from(number) - i64::from(page))).copied().unwrap_or(0);
        !is_of_the_text(&line.words) && numbers_across(line).any(|number| self.is_on_most(n(number)))
    }

    /// "3", "- 3 -" and "3/5", where the numbers at the edges count up with the pages, and "Side 3 af 5".
    fn is_page_number(&self, line: &Line, page: u32) -> bool {
        let named = line.words.strip_prefix("Side ").filter(|rest| rest.len() < 11);
        if named.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            return true;
        }
        let Some(number) = page_number(&line.words) else { return false };
        let offset = i64::from(number) - i64::from(page);
        let n = self.offsets.get(&offset).copied().unwrap_or(0);
        offset == 0 || n >= 2 && self.offsets.values().all(|other| *other <= n)
    }
}

/// "Referat", "Konklusion", or an outcome and nothing else.
fn says_decision(words: &str) -> bool {
    let block = scan::block(words, 0, Vocabulary::common());
    block.shows(Sign::LabelsDecision) || block.shows(Sign::SaysOutcome) || is_outcome_line(words)
}

/// A line and the same one on another page: its words, its place and its size.
fn decided_key(line: &Line) -> (Key, i64) {
    ((line.words.clone(), (line.y / SAME_HEIGHT).round() as i64), (line.size * 2.0).round() as i64)
}

/// The number in "3", "- 3 -", `[3]`, "3/5", "3 af 5" and "Side 3".
fn page_number(words: &str) -> Option<u32> {
    let bare = words.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | '[' | ']' | '(' | ')' | '|')
    });
    let bare = bare.strip_prefix("Side").or(bare.strip_prefix("side")).unwrap_or(bare).trim();
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number: u32 = bare[..digits].parse().ok().filter(|_| digits <= 4)?;
    let rest = bare[digits..].trim_start();
    let total = ["/", "af", "of"].iter().find_map(|of| rest.strip_prefix(of)).map(str::trim);
    match total {
        _ if rest.is_empty() => Some(number),
        Some(total) => total.parse::<u32>().ok().filter(|total| *total >= number).map(|_| number),
        None => None,
    }
}

/// The numbers that stand alone at one end of a line, across from other words: "KØB AF GRUND⇥3".
fn number_across(words: &str) -> impl Iterator<Item = u32> {
    let ends = words.split_once('\t').zip(words.rsplit_once('\t'));
    let ends = ends.map(|((first, _), (_, last))| [first, last]);
    ends.into_iter().flatten().filter_map(page_number)
}

/// The same of `line`. A number at the head of a row of a table is that of an item.
fn numbers_across(line: &Line) -> impl Iterator<Item = u32> {
    let of_row = line.row.is_some().then(|| line.words.rsplit_once('\t'));
    let words =
        of_row.map_or(line.words.as_str(), |ends| ends.map_or("", |(first, _)| &line.words[first.len()..]));
    number_across(words)
}

/// The keys of `line` that are heights apart, so that a border between heights divides nothing.
fn new_keys(line: &Line, page: u32) -> Vec<Key> {
    let mut keys = keys(line, page);
    let below: Vec<Key> = keys.iter().map(|(words, height)| (words.clone(), height + 1)).collect();
    let above: Vec<Key> = keys.iter().map(|(words, height)| (words.clone(), height - 1)).collect();
    keys.extend(below);
    keys.extend(above);
    keys
}

/// What makes two lines on two pages the same: their words and their height. The first number, or the last, may count up
/// with the pages where other words stand beside it.
fn keys(line: &Line, page: u32) -> Vec<Key> {
    let height = (line.y / SAME_HEIGHT).round() as i64;
    let mut keys = vec![(line.words.clone(), height)];
    if line.words.chars().filter(|c| c.is_alphabetic()).count() >= 2 {
        let first = line.words.find(|c: char| c.is_ascii_digit());
        let last = line.words.rfind(|c: char| c.is_ascii_digit());
        let counted = first.into_iter().chain(last).filter_map(|at| counting(&line.words, at, page));
        keys.extend(counted.map(|words| (words, height)));
    }
    keys
}

/// `words` with the number at byte `at` as what it is more than `page`.
fn counting(words: &str, at: usize, page: u32) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let from = words[..at]
        .rfind(|c| !is_digit(c))
        .map_or(0, |before| before + words[before..].chars().next().map_or(1, char::len_utf8));
    let to = words[at..].find(|c| !is_digit(c)).map_or(words.len(), |length| at + length);
    let number: i64 = words[from..to].parse().ok()?;
    Some(format!("{}\u{1}{}\u{1}{}", &words[..from], number - i64::from(page), &words[to..]))
}

/// Does the line name an item, a section or a decision, or the outcome of one?
fn is_of_the_text(words: &str) -> bool {
    let block = scan::block(words, 0, Vocabulary::common());
    let of_the_text = matches!(
        block.class,
        Class::Section(_)
            | Class::Decision
            | Class::BodyDate
            | Class::ItemBelow(_)
            | Class::CaseNumber
            | Class::Part { .. }
            | Class::At
    );
    of_the_text || block.has_item_word()
}

impl PageLines {
    /// Is `line`, at the very top of the first page, a running head: do the lines below say all of it again?
    fn is_said_below(&self, line: &Line) -> bool {
        let below = || {
            let stands_below = |other: &&Line| other.y > line.y + line.size;
            self.lines.iter().filter(stands_below).take(MOST_IN_HEAD)
        };
        let is_said = |part: &str| below().any(|other| other.words.eq_ignore_ascii_case(part));
        // A title may be broken where the running head is not.
        let said = || below().map(|other| other.words.as_str()).collect::<Vec<_>>().join(" ");
        let is_whole = |part: &str| is_said(part) || part.contains(' ') && said().contains(part);
        let mut parts = line.words.split(['\t', '·', '|']).map(str::trim);
        // "Referat" above the whole, and again below an item, are two things.
        line.y < self.height * HEAD
            && !says_decision(&line.words)
            && line.row.is_none()
            && parts.all(|part| part.len() > 3 && is_whole(part))
            && !self.is_large(line)
    }

    /// Is `line` set in larger letters than most of the page, as titles are and running heads are not?
    fn is_large(&self, line: &Line) -> bool {
        let mut sizes: Vec<f64> = self.lines.iter().map(|line| line.size).collect();
        sizes.sort_by(f64::total_cmp);
        sizes.get(sizes.len() / 2).is_some_and(|usual| line.size > LARGER * usual)
    }

    /// What stands at both ends of the very first line are two lines: "Lærkehøj Skole" and "Skolebestyrelsen".
    fn part_head(&mut self) {
        let height = self.height * HEAD;
        // Below the head of a table stand its rows.
        if self.lines.get(1).is_some_and(|next| !next.cells.is_empty() || next.row.is_some()) {
            return;
        }
        let Some(head) = self.lines.first_mut().filter(|line| line.y < height && line.row.is_none()) else {
            return;
        };
        let Some((left, right)) = head.words.split_once('\t').filter(|_| head.cells.len() == 1) else {
            return;
        };
        let x = head.cells[0];
        let is_named = |part: &str| part.contains(char::is_alphabetic) && !part.ends_with(':');
        // The right one stands as far out as any line does.
        if x - head.x < WIDE * head.size || !is_named(left) || !is_named(right) {
            return;
        }
        let second = Line { words: right.to_owned(), x, hanging: x, cells: Vec::new(), ..head.clone() };
        (head.words, head.cells) = (left.to_owned(), Vec::new());
        self.lines.insert(1, second);
    }

    /// The labels and outcomes at the edges of the page, of which the lines from its top to its foot are `by_height`, that could be
    /// the page's: at the foot none is that follows the text, and at the top none that an outcome stands below.
    fn decided(&self, by_height: &[usize]) -> Vec<(Key, i64)> {
        let lines: Vec<&Line> = by_height.iter().map(|at| &self.lines[*at]).collect();
        let mut gaps: Vec<f64> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
        gaps.sort_by(f64::total_cmp);
        let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
        let is_apart = |at: usize, line: &Line| {
            let beside = if line.y < self.height / 2.0 { Some(at + 1) } else { at.checked_sub(1) };
            let beside = beside.and_then(|at| lines.get(at));
            beside.is_none_or(|other| {
                (other.y - line.y).abs() > (APART * line.size).max(WIDER * usual)
                    && !says_decision(&other.words)
            })
        };
        let at_edge =
            lines.iter().enumerate().filter(|(_, line)| self.is_at_edge(line) && says_decision(&line.words));
        let mut keys: Vec<_> =
            at_edge.filter(|(at, line)| is_apart(*at, line)).map(|(_, line)| decided_key(line)).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// The lines from the top of the page to its foot.
    fn by_height(&self) -> Vec<usize> {
        let mut lines: Vec<usize> = (0..self.lines.len()).collect();
        lines.sort_by(|a, b| self.lines[*a].y.total_cmp(&self.lines[*b].y));
        lines
    }

    /// Does `line` stand where numbers of pages do, apart from the line `beside` it?
    fn is_apart(&self, line: &Line, beside: Option<usize>) -> bool {
        let beside = beside.and_then(|at| self.lines.get(at));
        self.is_near_edge(line) && beside.is_none_or(|other| (other.y - line.y).abs() > APART * line.size)
    }

    fn is_near_edge(&self, line: &Line) -> bool {
        line.y < self.height * NUMBER_MARGIN || line.y > self.height * (1.0 - NUMBER_MARGIN)
    }

    fn is_at_edge(&self, line: &Line) -> bool {
        line.y < self.height * MARGIN || line.y > self.height * (1.0 - MARGIN)
    }
}

#[cfg(test)]
mod tests {
    use super::{number_across, page_number};

    #[test]
    fn numbers_of_pages_are_known_in_every_dress() {
        for words in ["3", "- 3 -", "[3]", "3/5", "3 / 5", "3 af 5", "Side 3 af 5", "– 3 –"] {
            assert_eq!(page_number(words), Some(3), "{words}");
        }
        for words in ["3. Budget", "7/5", "2026-03", "12.000", "kl. 3", ""] {
            assert_eq!(page_number(words), None, "{words}");
        }
        assert_eq!(number_across("4 KØB AF GRUND\t7").collect::<Vec<_>>(), [7]);
    }
}
