//! Runs, written anew with what is put into them.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::{AUTHOR, Marks};
use flow::xml::{self, child, name};

/// What is put into one run.
#[derive(Debug, Default)]
pub(super) struct RunEdit {
    /// Comments that begin before the run or end after it.
    before: Vec<u32>,
    after: Vec<u32>,
    /// By where the text begins.
    texts: BTreeMap<usize, TextEdit>,
}

/// What is put into one text.
#[derive(Debug, Default)]
struct TextEdit {
    begins: Vec<(usize, u32)>,
    ends: Vec<(usize, u32)>,
    /// Behind so many bytes; number and words.
    inserted: Vec<(usize, u32, String)>,
    /// From, to and number.
    deleted: Vec<(usize, usize, u32)>,
}

impl RunEdit {
    /// Comment `id` begins.
    pub(super) fn begin(&mut self, text: Option<usize>, at: usize, id: u32) {
        match text {
            Some(text) => self.texts.entry(text).or_default().begins.push((at, id)),
            None => self.before.push(id),
        }
    }

    /// Comment `id` ends.
    pub(super) fn end(&mut self, text: Option<usize>, at: usize, id: u32) {
        match text {
            Some(text) => self.texts.entry(text).or_default().ends.push((at, id)),
            None => self.after.push(id),
        }
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
    let Marks { date, mut next, runs: edits } = marks;
    let prefix = prefix(main, document.root_element());
    let is_run = |node: &Node<'_, '_>| node.is_element() && name(*node) == "r";
    let mut written = String::with_capacity(main.len() + 400 * edits.len());
    let mut done = 0;
    for run in document.descendants().filter(is_run) {
        let range = run.range();
        let Some(edit) = edits.get(&range.start) else { continue };
        written.push_str(&main[done..range.start]);
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
    written.push_str(&main[done..]);
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
        edit.before.iter().for_each(|id| self.begin(*id));
        for node in run.children().filter(|node| !(node.is_element() && name(*node) == "rPr")) {
            match edit.texts.get(&node.range().start).filter(|_| node.is_element()) {
                Some(text) => self.text(node.text().unwrap_or_default(), text),
                None => {
                    self.open();
                    self.out.push_str(&self.main[node.range()]);
                }
            }
        }
        self.close();
        edit.after.iter().for_each(|id| self.end(*id));
    }

    fn text(&mut self, words: &str, edit: &TextEdit) {
        let mut cuts = BTreeSet::from([0, words.len()]);
        cuts.extend(edit.begins.iter().chain(&edit.ends).map(|(at, _)| *at));
        cuts.extend(edit.inserted.iter().map(|(at, ..)| *at));
        cuts.extend(edit.deleted.iter().flat_map(|(from, to, _)| [*from, *to]));
        let cuts: Vec<usize> = cuts.into_iter().filter(|at| words.is_char_boundary(*at)).collect();
        for (n, &at) in cuts.iter().enumerate() {
            for (_, id, inserted) in edit.inserted.iter().filter(|(place, ..)| *place == at) {
                self.inserted(*id, inserted);
            }
            edit.ends.iter().filter(|(place, _)| *place == at).for_each(|(_, id)| self.end(*id));
            edit.begins.iter().filter(|(place, _)| *place == at).for_each(|(_, id)| self.begin(*id));
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

    fn begin(&mut self, id: u32) {
        self.close();
        let p = self.prefix;
        self.out.push_str(&format!("<{p}commentRangeStart {p}id=\"{id}\"/>"));
    }

    fn end(&mut self, id: u32) {
        self.close();
        let p = self.prefix;
        self.out.push_str(&format!(
            "<{p}commentRangeEnd {p}id=\"{id}\"/><{p}r><{p}commentReference {p}id=\"{id}\"/></{p}r>"
        ));
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
