//! Runs, written anew with what is put into them.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::{AUTHOR, Marks};
use flow::xml::{self, child, name, own_text};

/// A sign of the comment with this number.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    Begin(u32),
    End(u32),
    /// What hangs the comment on the text.
    Reference(u32),
}

impl Mark {
    fn xml(self, p: &str) -> String {
        match self {
            Self::Begin(id) => format!("<{p}commentRangeStart {p}id=\"{id}\"/>"),
            Self::End(id) => format!("<{p}commentRangeEnd {p}id=\"{id}\"/>"),
            Self::Reference(id) => format!("<{p}r><{p}commentReference {p}id=\"{id}\"/></{p}r>"),
        }
    }
}

/// What is put into one run.
#[derive(Debug, Default)]
pub(super) struct RunEdit {
    /// By where the text begins.
    texts: BTreeMap<usize, TextEdit>,
}

/// What is put into one text.
#[derive(Debug, Default)]
struct TextEdit {
    /// Behind so many bytes.
    marks: Vec<(usize, Mark)>,
    /// Behind so many bytes; number and words.
    inserted: Vec<(usize, u32, String)>,
    /// From, to and number.
    deleted: Vec<(usize, usize, u32)>,
}

impl RunEdit {
    /// A comment has `mark` here.
    pub(super) fn mark(&mut self, text: usize, at: usize, mark: Mark) {
        self.texts.entry(text).or_default().marks.push((at, mark));
    }

    /// Words are taken out, as change `id`.
    pub(super) fn delete(&mut self, text: usize, from: usize, to: usize, id: u32) {
        self.texts.entry(text).or_default().deleted.push((from, to, id));
    }

    /// Words are put in, as change `id`.
    pub(super) fn insert(&mut self, text: usize, at: usize, id: u32, words: String) {
        self.texts.entry(text).or_default().inserted.push((at, id, words));
    }

    /// Does no change touch this part of the text?
    pub(super) fn is_free(&self, text: usize, from: usize, to: usize) -> bool {
        let Some(edit) = self.texts.get(&text) else { return true };
        // Words that adjoin each other are changed one after the other.
        let apart = |first: usize, last: usize| match first == last {
            true => first <= from || to <= first,
            false => to <= first || last <= from,
        };
        edit.deleted.iter().all(|(first, last, _)| apart(*first, *last))
            && edit.inserted.iter().all(|(at, ..)| apart(*at, *at) && (from < to || *at != from))
    }
}

/// `main`, the source of `document`, with `marks`.
pub(super) fn rewritten(main: &str, document: &Document<'_>, marks: Marks<'_>) -> String {
    let Marks { date, mut next, runs: edits, between } = marks;
    let prefix = prefix(main, document.root_element());
    let is_run = |node: &Node<'_, '_>| node.is_element() && name(*node) == "r";
    let mut written = String::with_capacity(main.len() + 400 * edits.len());
    let mut between = between.into_iter().peekable();
    let mut done = 0;
    let mut copy_to = |end: usize, done: usize, written: &mut String| {
        let mut from = done;
        while let Some((at, marks)) = between.next_if(|(at, _)| *at <= end) {
            written.push_str(&main[from..at]);
            marks.iter().for_each(|mark| written.push_str(&mark.xml(prefix)));
            from = at;
        }
        written.push_str(&main[from..end]);
    };
    for run in document.descendants().filter(is_run) {
        let range = run.range();
        let Some(edit) = edits.get(&range.start) else { continue };
        copy_to(range.start, done, &mut written);
        let properties = child(run, "rPr").map_or("", |node| &main[node.range()]);
        let changed =
            run.parent().filter(|parent| name(*parent) == "ins").map(|parent| start_tag(main, parent));
        let mut writer = Writer {
            main,
            prefix,
            tag: start_tag(main, run),
            date,
            properties,
            changed,
            next: &mut next,
            out: &mut written,
            is_open: false,
            was_open: false,
        };
        writer.run(run, edit);
        done = range.end;
    }
    copy_to(main.len(), done, &mut written);
    written
}

/// "w:", or whatever the document calls the words of its format.
pub(super) fn prefix<'m>(main: &'m str, root: Node<'_, '_>) -> &'m str {
    let tag = start_tag(main, root);
    let name = tag_name(tag);
    name.rfind(':').map_or("", |at| &name[..=at])
}

/// The tag that begins `node`.
fn start_tag<'m>(main: &'m str, node: Node<'_, '_>) -> &'m str {
    xml::start_tag(&main[node.range()])
}

/// "w:r" in "<w:r w:rsidR=…>".
fn tag_name(tag: &str) -> &str {
    tag[1..].split([' ', '>', '/', '\n', '\r', '\t']).next().unwrap_or_default()
}

/// Writes one run, in as many as it takes.
struct Writer<'m, 'o> {
    main: &'m str,
    prefix: &'m str,
    /// The tag of the run: it may say what the names inside it mean.
    tag: &'m str,
    date: &'m str,
    properties: &'m str,
    /// The tag of another's change that the run lies in.
    changed: Option<&'m str>,
    next: &'o mut u32,
    out: &'o mut String,
    is_open: bool,
    was_open: bool,
}

impl Writer<'_, '_> {
    fn run(&mut self, run: Node<'_, '_>, edit: &RunEdit) {
        for node in run.children().filter(|node| !(node.is_element() && name(*node) == "rPr")) {
            match edit.texts.get(&node.range().start).filter(|_| node.is_element()) {
                Some(text) => self.text(&own_text(node), text),
                None => {
                    self.open();
                    self.out.push_str(&self.main[node.range()]);
                }
            }
        }
        self.close();
    }

    fn text(&mut self, words: &str, edit: &TextEdit) {
        let mut cuts = BTreeSet::from([0, words.len()]);
        cuts.extend(edit.marks.iter().map(|(at, _)| *at));
        cuts.extend(edit.inserted.iter().map(|(at, ..)| *at));
        cuts.extend(edit.deleted.iter().flat_map(|(from, to, _)| [*from, *to]));
        let cuts: Vec<usize> = cuts.into_iter().filter(|at| words.is_char_boundary(*at)).collect();
        for (n, &at) in cuts.iter().enumerate() {
            for (_, id, inserted) in edit.inserted.iter().filter(|(place, ..)| *place == at) {
                self.inserted(*id, inserted);
            }
            let here = || edit.marks.iter().filter(|(place, _)| *place == at).map(|(_, mark)| *mark);
            // A comment that ends here does so before another begins.
            here().filter(|mark| !matches!(mark, Mark::Begin(_))).for_each(|mark| self.mark(mark));
            here().filter(|mark| matches!(mark, Mark::Begin(_))).for_each(|mark| self.mark(mark));
            let Some(segment) = cuts.get(n + 1).map(|to| &words[at..*to]) else { break };
            match edit.deleted.iter().find(|(from, to, _)| *from <= at && at < *to) {
                // What a comment cuts in two is two changes.
                Some((from, _, id)) if *from == at => self.deleted(*id, segment),
                Some(_) => {
                    *self.next += 1;
                    self.deleted(*self.next - 1, segment);
                }
                None => {
                    self.open();
                    self.words("t", segment);
                }
            }
        }
    }

    fn words(&mut self, element: &str, words: &str) {
        let (p, escaped) = (self.prefix, escaped(words));
        self.out.push_str(&format!("<{p}{element} xml:space=\"preserve\">{escaped}</{p}{element}>"));
    }

    fn open(&mut self) {
        if !self.is_open {
            self.out.push_str(self.tag);
            // Another's change of the look, on record in the run, is one more change in each piece of it.
            if self.was_open && self.properties.contains("rPrChange") {
                *self.next += 1;
                self.out.push_str(&renumbered(self.properties, self.prefix, *self.next - 1));
            } else {
                self.out.push_str(self.properties);
            }
            (self.is_open, self.was_open) = (true, true);
        }
    }

    fn close(&mut self) {
        if self.is_open {
            self.out.push_str(&format!("</{}>", tag_name(self.tag)));
            self.is_open = false;
        }
    }

    fn mark(&mut self, mark: Mark) {
        self.close();
        self.out.push_str(&mark.xml(self.prefix));
    }

    fn deleted(&mut self, id: u32, words: &str) {
        self.change("del", id, "delText", words);
    }

    /// Words put in stand beside what another has put in and not inside it.
    fn inserted(&mut self, id: u32, words: &str) {
        self.close();
        if let Some(tag) = self.changed {
            self.out.push_str(&format!("</{}>", tag_name(tag)));
        }
        self.change("ins", id, "t", words);
        if let Some(tag) = self.changed {
            *self.next += 1;
            self.out.push_str(&renumbered(tag, self.prefix, *self.next - 1));
        }
    }

    fn change(&mut self, change: &str, id: u32, element: &str, words: &str) {
        self.close();
        let (p, date) = (self.prefix, self.date);
        self.out.push_str(&format!("<{p}{change} {p}id=\"{id}\" {p}author=\"{AUTHOR}\" {p}date=\"{date}\">"));
        self.open();
        self.words(element, words);
        self.close();
        self.out.push_str(&format!("</{p}{change}>"));
    }
}

/// The tag of a change, as one more change of the same person.
fn renumbered(tag: &str, prefix: &str, id: u32) -> String {
    let mark = format!(" {prefix}id=");
    let Some((before, after)) = tag.split_once(&mark) else { return tag.to_owned() };
    let quote = &after[..1];
    let rest = after[1..].split_once(quote).map_or("", |(_, rest)| rest);
    format!("{before}{mark}{quote}{id}{quote}{rest}")
}

/// `words` as XML has them.
pub(in crate::docx) fn escaped(words: &str) -> String {
    let is_sign = |c: &char| !c.is_control() || matches!(c, '\t' | '\n');
    let words: String = words.chars().filter(is_sign).collect();
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
