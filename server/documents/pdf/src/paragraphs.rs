//! Lines to paragraphs.

use rules::syntax::{Class, Vocabulary, scan};

use super::dates;
use super::hyphens::{Hyphens, is_cut, is_divided};
use super::line::{Line, PageLines};
use super::points::{begins_list, begins_point, follows, is_marked, number};
use super::rows::Tables;
use super::titles::{self, Series};
use super::usual::{LARGER, Usual, is_open};
use flow::{Flow, Kind, Says, Turn, says};

/// Lines that begin this near each other begin at the same place, in points.
const SAME: f64 = 3.0;

/// A line is as far right as lines go when it ends this near, in points: punctuation may stand out.
const SLACK: f64 = 1.0;

/// A line that is broken before a word that would have fitted is still this part of its block.
const LONG: f64 = 0.6;

/// A line that is not set to the edge ends so far from it at most, in parts of the block.
const RAGGED: f64 = 0.15;

/// A block of running text is so many sizes wide at least.
const NARROWEST: f64 = 12.0;

/// The later lines of a point are set in no more sizes than this from the words after its number.
const MOST_SET_IN: f64 = 2.0;

/// A paragraph, as it is put together.
struct Paragraph {
    words: String,
    /// Where its later lines begin.
    x: f64,
    hanging: f64,
    last: Line,
    page: u32,
    n_lines: u32,
    turns: Vec<Turn>,
}

/// Tells `flow` of the paragraphs on `pages`.
pub(super) fn tell(pages: &[PageLines], flow: &mut Flow) {
    let mut usual = Usual::of(pages);
    let far_right = usual.right;
    let hyphens = Hyphens::of(pages);
    let mut open: Option<Paragraph> = None;
    let mut tables = Tables::default();
    let mut series = Series::default();
    for page in pages {
        let rights = rights(&page.lines, far_right, &usual);
        for (n, line) in page.lines.iter().enumerate() {
            let next = page.lines.get(n + 1);
            if let Some(row) = &line.row {
                put(open.take(), &usual, flow);
                tables.tell(row, page.number, (&usual, &hyphens), flow);
                continue;
            }
            tables.end(flow);
            // A line is as full as those of its own block are.
            usual.right = n.checked_sub(1).map_or(far_right, |before| rights[before]);
            match open.as_mut() {
                Some(paragraph)
                    if !series.goes_on_with(line, &paragraph.words)
                        && paragraph.takes(line, next, page.number, &usual) =>
                {
                    paragraph.add(line, page.number, &hyphens);
                }
                _ => {
                    let apart =
                        open.as_ref().is_none_or(|before| before.stands_apart(line, page.number, &usual));
                    put(open.take(), &usual, flow);
                    if apart {
                        flow.gap();
                    }
                    series.take(line);
                    open = Some(Paragraph::new(line, page.number));
                }
            }
        }
    }
    put(open, &usual, flow);
    tables.end(flow);
}

fn put(paragraph: Option<Paragraph>, usual: &Usual, flow: &mut Flow) {
    let Some(paragraph) = paragraph else { return };
    let rank = usual.sizes.iter().position(|size| (size - paragraph.last.size).abs() < 0.25);
    flow.turns = paragraph.turns;
    flow.page = Some(flow.turns.first().map_or(paragraph.page, |turn| turn.before));
    let kind = match rank {
        Some(rank) if paragraph.words.len() < 300 => Kind::Heading(rank.min(8) as u8 + 1),
        _ => Kind::Paragraph,
    };
    flow.paragraph(kind, &paragraph.words);
}

/// Where the lines of each line's block end that are full. A block that is set in, or beside a picture, is narrower than the
/// page; a list of names is no block, since its lines end anywhere.
fn rights(lines: &[Line], far_right: f64, usual: &Usual) -> Vec<f64> {
    let mut rights = vec![far_right; lines.len()];
    let mut from = 0;
    while from < lines.len() {
        let is_same = |pair: &[Line]| {
            (pair[1].x - pair[0].x).abs() < SAME.max(pair[0].hanging - pair[0].x + SAME)
                && (pair[0].size - pair[1].size).abs() < 0.5
                && (0.0..usual.leading * 1.25 * pair[0].size).contains(&(pair[1].y - pair[0].y))
        };
        let n = 1 + lines[from..].windows(2).take_while(|pair| is_same(pair)).count();
        let block = &lines[from..from + n];
        let right = block.iter().map(|line| line.end).fold(0.0, f64::max);
        let left = block.iter().map(|line| line.x).fold(f64::INFINITY, f64::min);
        let is_full = |line: &&Line| right - line.end < RAGGED * (right - left);
        // Points end anywhere too.
        let n_points = block.iter().filter(|line| begins_point(&line.words)).count();
        let is_text = right - left > NARROWEST * usual.size && n_points * 2 <= n;
        if n >= 3 && is_text && block.iter().filter(is_full).count() * 3 >= n * 2 {
            rights[from..from + n].fill(right.min(far_right));
        }
        from += n;
    }
    rights
}

impl Paragraph {
    fn new(line: &Line, page: u32) -> Self {
        Self {
            words: line.words.clone(),
            x: line.x,
            hanging: line.hanging,
            last: line.clone(),
            page,
            n_lines: 1,
            turns: Vec::new(),
        }
    }

    /// Is `line`, on page number `page` and above `next`, of this paragraph?
    fn takes(&self, line: &Line, next: Option<&Line>, page: u32, usual: &Usual) -> bool {
        let stands_alone = || next.is_none_or(|next| stands_alone(line, next, usual));
        let is_title = self.is_whole() && is_title(&line.words) && stands_alone();
        self.goes_on(line, page, usual) && !is_title
    }

    /// Does the layout make `line`, on page number `page`, the next line of this paragraph?
    fn goes_on(&self, line: &Line, page: u32, usual: &Usual) -> bool {
        let last = &self.last;
        let same_size = (last.size - line.size).abs() < 0.5;
        // The next column begins above the end of this one.
        let near = page != self.page
            || line.y < last.y
            || line.y - last.y < (usual.leading * 1.25).max(1.05) * usual.size.max(line.size);
        if same_size && near && self.is_rest_of_cell(line, usual) {
            return true;
        }
        // A row of a table is a line of its own.
        if !same_size
            || !near
            || is_led(&last.words)
            || last.words.contains('\t')
            || line.words.contains('\t') && !is_entry(&line.words)
        {
            return false;
        }
        let is_over = is_whole_heading(&self.words) && line.words.starts_with(char::is_uppercase);
        let is_report = self.is_whole() && says(&line.words) == Says::Report;
        let is_heading = is_report || is_heading(&line.words) && !self.is_cut(&line.words);
        if is_over || is_heading || begins_list(&last.words, &line.words) {
            return false;
        }
        // The first line of a paragraph may be set in with spaces.
        let at_left = self.n_lines == 1 && line.x < self.x && (line.x - usual.left).abs() < SAME;
        let is_elsewhere = page != self.page || line.y < last.y;
        let at_column = is_elsewhere && line.words.starts_with(char::is_lowercase) && !self.is_whole();
        let at_margin =
            at_column || at_left || (line.x - self.x).abs() < SAME || (line.x - self.hanging).abs() < SAME;
        if titles::is_rest((&self.words, self.x, self.n_lines), last, line, would_fit(last, line, usual)) {
            return true;
        }
        let is_centred = (middle(last) - middle(line)).abs() < SAME;
        if is_centred && self.is_title_over(line, usual) {
            return true;
        }
        // A word that is divided shows more than where the rest of it stands.
        let is_set_in = line.x > self.x - SAME && line.x < self.hanging + MOST_SET_IN * line.size;
        if is_set_in && is_divided(&last.words, &line.words) {
            return true;
        }
        let begins_point = line.marker_gap > 0.8 * line.size || follows(&self.words, &line.words);
        let is_new_point = begins_point && (line.x - self.x).abs() < SAME && is_marked(&self.words);
        at_margin
            && !is_new_point
            && (!would_fit(last, line, usual)
                || self.runs_on(line, usual)
                || self.is_title_over(line, usual)
                || dates::is_broken(&last.words, &line.words))
    }

    /// Is `line` in the middle of the sentence that this one has begun, although its first word would have fitted? A point
    /// of a list begins in small letters too.
    fn runs_on(&self, line: &Line, usual: &Usual) -> bool {
        let last = &self.last;
        let is_long = last.end - last.x > LONG * (usual.right.min(last.edge) - last.x).max(1.0);
        let is_open = last
            .words
            .ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, ',' | '-' | ')'));
        let is_small = !begins_point(&line.words) && line.words.starts_with(char::is_lowercase);
        is_long && is_open && (is_small || self.runs_on_with_number(&line.words, usual))
    }

    /// Do `words` begin with a number that belongs to the sentence: "… med havnebussen i" and "2026.", "… mod normalt" and "44. Sagen"?
    /// The number of a point or a title has a neighbour somewhere.
    fn runs_on_with_number(&self, words: &str, usual: &Usual) -> bool {
        let Some(number) = number(words).filter(|number| *number > 1) else { return false };
        let is_alone =
            !usual.numbers.contains(&(number - 1)) && !usual.numbers.contains(&number.saturating_add(1));
        let last = &self.last.words;
        is_alone && (is_open(last) || is_marked(words) && last.ends_with(char::is_lowercase))
    }

    /// Is `line` the second of a title in a cell behind its number: "Punkt 4." | "Havnebus mellem byen og" and "øen"?
    fn is_rest_of_cell(&self, line: &Line, usual: &Usual) -> bool {
        let last = &self.last;
        let Some((first, title)) = last.words.split_once('\t').filter(|_| self.n_lines == 1) else {
            return false;
        };
        let [x] = last.cells[..] else { return false };
        says(first) == Says::Number
            && (line.x - x).abs() < SAME
            && !line.words.contains('\t')
            && !title.ends_with(['.', ':', '?', '!'])
            && says(&line.words) == Says::Words
            && (is_open(title) || !would_fit(last, line, usual))
    }

    /// Is `line` the second of a title in larger letters? It begins in small letters, or below the words behind the number.
    fn is_title_over(&self, line: &Line, usual: &Usual) -> bool {
        let is_below = self.hanging > self.x + SAME && (line.x - self.hanging).abs() < SAME;
        line.size > usual.size * LARGER
            && !self.is_whole()
            && (is_below || line.words.starts_with(char::is_lowercase) || is_open(&self.words))
    }

    /// Is it the title of an item that breaks before `words`: "… og tillæg" and "nr. 9 til kommuneplanen"?
    fn is_cut(&self, words: &str) -> bool {
        words.starts_with(char::is_lowercase) && !self.is_whole() && titles::begins_title(&self.words)
    }

    /// Is its last line one word that is cut at the edge of a narrow column, of which `line` begins with the rest?
    fn is_cut_at_edge(&self, line: &Line) -> bool {
        let last = &self.last;
        !last.words.contains([' ', '\t'])
            && last.edge - last.end < last.size
            && is_cut(&last.words, &line.words)
    }

    /// Does its last line end a sentence?
    fn is_whole(&self) -> bool {
        self.words.ends_with(['.', ':', '?', '!'])
    }

    /// Does `line`, which begins another paragraph, stand apart from this one?
    fn stands_apart(&self, line: &Line, page: u32, usual: &Usual) -> bool {
        page == self.page && line.y - self.last.y > usual.leading * 1.25 * usual.size.max(line.size)
    }

    fn add(&mut self, line: &Line, page: u32, hyphens: &Hyphens) {
        if self.is_cut_at_edge(line) {
            self.words.push_str(&line.words);
        } else {
            hyphens.join(&mut self.words, &line.words);
        }
        if page != self.page {
            let at = self.words.len() - line.words.len();
            self.turns.push(Turn { at, before: self.page, after: page });
        }
        // The second line says where the others begin.
        if self.n_lines == 1 && (!is_marked(&self.words) || line.x < self.x) {
            (self.x, self.hanging) = (line.x, line.x);
        }
        self.last = line.clone();
        self.page = page;
        self.n_lines += 1;
    }
}

fn middle(line: &Line) -> f64 {
    f64::midpoint(line.x, line.end)
}

/// Would the first word of `line` have fitted on the line before it?
fn would_fit(before: &Line, line: &Line, usual: &Usual) -> bool {
    before.end + 0.25 * line.size + line.first_word <= usual.right.min(before.edge) - SLACK
}

/// Does `next`, the line below, begin another paragraph than `line`?
fn stands_alone(line: &Line, next: &Line, usual: &Usual) -> bool {
    next.y - line.y > usual.leading * 1.25 * usual.size || would_fit(line, next, usual)
}

/// Words without a stop that begin with a capital: after a sentence, on a line alone, they are a heading.
fn is_title(words: &str) -> bool {
    words.starts_with(char::is_uppercase) && words.ends_with(char::is_alphabetic)
}

/// A heading that is known to have no more words; the title of an item may go on.
fn is_whole_heading(words: &str) -> bool {
    let class = scan::block(words, 0, Vocabulary::common()).class;
    matches!(class, Class::Section(_) | Class::Decision | Class::CaseNumber)
}

/// A line that is known to be a heading, whatever stands around it.
fn is_heading(words: &str) -> bool {
    let block = scan::block(words, 0, Vocabulary::common());
    let is_label = matches!(block.class, Class::Label(_)) && words.contains(':');
    // "Beslutning: Godkendt."
    let before = words.split_once(": ").map(|(before, _)| says(before));
    let is_titled = matches!(before, Some(Says::Section | Says::Deciding));
    is_label
        || is_titled
        || matches!(block.class, Class::Section(_) | Class::Decision | Class::CaseNumber)
        || block.has_item_word()
}

/// "Godkendelse af dagsorden.......3": a whole title in a table of contents, set to the edge by its dots.
fn is_led(words: &str) -> bool {
    let title = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = title.trim_end_matches(['.', ' ', '…', '_']);
    title.len() < words.len() && title.len() >= dots.len() + SHORTEST_LEADER && !dots.is_empty()
}

/// So many bytes of dots lead to a number; an ellipsis has three.
const SHORTEST_LEADER: usize = 4;

/// "Godkendelse af dagsorden.....⇥3", the end of a title in a table of contents.
fn is_entry(words: &str) -> bool {
    words.rsplit_once('\t').is_some_and(|(title, page)| !title.contains('\t') && page.parse::<u32>().is_ok())
}
