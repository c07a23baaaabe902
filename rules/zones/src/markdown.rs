//! What CommonMark makes something else of than prose: code, comments, tags, links, tables.

use memchr::{memchr, memchr_iter, memchr3, memmem};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::Zone;
use text::{TextRange, first_line, is_space, range};

/// Adds the zones of Markdown in `text`; where it is not `markdown`, indented lines are no code.
pub(super) fn find(text: &str, markdown: bool, zones: &mut Vec<(Zone, TextRange)>) {
    if !(holds_signs(text) || markdown && holds_indented(text)) {
        return;
    }
    let mut reader = Reader { text, markdown, zones, links: Vec::new() };
    reader.read(text, 0);
    zones.extend(spaced_targets(text).chain(footnotes(text)).map(|target| (Zone::Markup, target)));
}

/// "[^kl 12]": the mark of a footnote, which is written alike at its note.
fn footnotes(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    /// In bytes.
    const LONGEST: usize = 60;
    memmem::find_iter(text.as_bytes(), "[^").filter_map(|start| {
        let near = text.floor_char_boundary((start + LONGEST).min(text.len()));
        let (line, _) = first_line(&text[start..near]);
        line.find(']').map(|end| range(start, start + end + 1))
    })
}

/// Does `tag` open what is written as code, `true`, or close it: `<code>`, `</kbd>`?
fn code_tag(tag: &str) -> Option<bool> {
    const NAMES: [&str; 5] = ["code", "kbd", "samp", "tt", "pre"];
    let inner = tag.strip_prefix('<')?;
    let (name, opens) = match inner.strip_prefix('/') {
        Some(name) => (name, false),
        None => (inner, true),
    };
    let name = name.split(|c: char| !c.is_ascii_alphabetic()).next()?;
    NAMES.iter().any(|own| own.eq_ignore_ascii_case(name)).then_some(opens)
}

/// Is `formula` one, and no price between two dollars?
fn is_formula(formula: &str) -> bool {
    let word =
        |piece: &str| piece.len() > 2 && !piece.starts_with('\\') && piece.chars().all(char::is_alphabetic);
    formula.contains(char::is_alphabetic) && !formula.split_whitespace().any(word)
}

/// "](planer/1. kvartal.md)": a target with spaces, which CommonMark does not read as one, but the writer means so.
fn spaced_targets(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    /// In bytes: a line may be all of a text.
    const LONGEST: usize = 400;
    memmem::find_iter(text.as_bytes(), "](").filter_map(|start| {
        let near = text.floor_char_boundary((start + LONGEST).min(text.len()));
        let (line, _) = first_line(&text[start..near]);
        let mut open = 0;
        let end = line.char_indices().find_map(|(at, c)| {
            open += i32::from(c == '(') - i32::from(c == ')');
            (c == ')' && open == 0).then_some(at)
        })?;
        line[..end].contains(is_space).then(|| range(start, start + end + 1))
    })
}

/// Is there any sign in `text` without which nothing but indentation makes Markdown?
fn holds_signs(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3(b'`', b'<', b'[', bytes).is_some()
        || memmem::find(bytes, b"~~~").is_some()
        || memchr(b'|', bytes).is_some()
        || memchr(b'$', bytes).is_some()
}

fn holds_indented(text: &str) -> bool {
    memchr_iter(b'\n', text.as_bytes()).any(|at| matches!(text.as_bytes().get(at + 1), Some(b' ' | b'\t')))
}

struct Reader<'t, 'z> {
    text: &'t str,
    markdown: bool,
    zones: &'z mut Vec<(Zone, TextRange)>,
    /// The links that are open: their place, and the place of their words so far.
    links: Vec<(std::ops::Range<usize>, Option<std::ops::Range<usize>>)>,
}

impl Reader<'_, '_> {
    /// Reads `piece`, which begins at byte `offset` of the text.
    fn read(&mut self, piece: &str, offset: usize) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_WIKILINKS | Options::ENABLE_MATH;
        let parser = Parser::new_ext(piece, options);
        let definitions = parser.reference_definitions().iter();
        for (_, definition) in definitions {
            self.add(Zone::Markup, definition.span.clone(), offset);
        }
        let mut indented = Vec::new();
        // Where "<code>" stands that has not been closed in its paragraph.
        let mut code: Option<usize> = None;
        for (event, place) in parser.into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if !self.markdown => {
                    indented.push(place)
                }
                Event::Start(Tag::CodeBlock(_)) => self.add(Zone::Code, place, offset),
                Event::Start(Tag::Table(_)) => self.add(Zone::Table, place, offset),
                Event::Start(Tag::HtmlBlock) => self.tag(piece, place, offset),
                Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                    // "[[a|b]]": some read the target first and some last.
                    let whole =
                        matches!(link_type, LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. });
                    self.links.push((place.clone(), whole.then_some(place.start..place.start)));
                }
                Event::End(TagEnd::Link | TagEnd::Image) => self.close(offset),
                Event::InlineMath(ref formula) if !is_formula(formula) => self.inside(&place),
                Event::Code(_) | Event::DisplayMath(_) | Event::InlineMath(_) => {
                    self.inside(&place);
                    self.add(Zone::Code, place, offset);
                }
                Event::InlineHtml(tag) => {
                    self.inside(&place);
                    match code_tag(&tag) {
                        Some(true) => code = code.or(Some(place.start)),
                        Some(false) => {
                            code.take()
                                .into_iter()
                                .for_each(|start| self.add(Zone::Code, start..place.end, offset));
                        }
                        None => {}
                    }
                    self.tag(piece, place, offset);
                }
                Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_)) => {
                    code = None
                }
                _ => self.inside(&place),
            }
        }
        for place in indented {
            self.lines(piece, place, offset);
        }
    }

    /// Reads lines that only Markdown would take for code, each without its indentation.
    fn lines(&mut self, piece: &str, place: std::ops::Range<usize>, offset: usize) {
        let mut at = place.start;
        while at < place.end {
            let (line, taken) = first_line(&piece[at..place.end]);
            let words = line.trim_start_matches(is_space);
            if holds_signs(words) {
                self.read(words, offset + at + line.len() - words.len());
            }
            at += taken.max(1);
        }
    }

    /// The words of the open links reach over `place`.
    fn inside(&mut self, place: &std::ops::Range<usize>) {
        for (link, words) in &mut self.links {
            let words = words.get_or_insert_with(|| place.clone());
            if words.start > link.start {
                words.end = words.end.max(place.end);
            }
        }
    }

    fn close(&mut self, offset: usize) {
        let Some((link, words)) = self.links.pop() else { return };
        match words {
            Some(words) if words.start > link.start => {
                self.add(Zone::Markup, link.start..words.start, offset);
                self.add(Zone::Markup, words.end..link.end, offset);
            }
            _ => self.add(Zone::Markup, link, offset),
        }
    }

    /// A tag or a comment, or a block that begins with one.
    fn tag(&mut self, piece: &str, place: std::ops::Range<usize>, offset: usize) {
        let comment = piece[place.clone()].trim_start_matches(is_space).starts_with("<!--");
        self.add(if comment { Zone::Comment } else { Zone::Markup }, place, offset);
    }

    fn add(&mut self, zone: Zone, place: std::ops::Range<usize>, offset: usize) {
        debug_assert!(self.text.is_char_boundary(offset + place.start));
        self.zones.push((zone, range(offset + place.start, offset + place.end)));
    }
}
