//! Pages as one stream: the forms that a page draws, which are streams elsewhere in the file, put where they are drawn.
//!
//! The crate that reads PDF draws every form at the corner of the page and at full size, so that two pages on one sheet
//! come out on top of each other; it looks the fonts of a form up under the names that the page gives to others; it
//! unpacks pictures to look for words in them; it passes over the two operators that begin a line and show it, and over some
//! that fill; and it does not say in which colour letters are shown, or whether they are. A page with any of these is told anew
//! with what it knows, and marks where letters are shown in another way. What draws neither lines nor grounds is left out.

use std::collections::HashMap;

use memchr::memmem;
use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::beside::words;
use super::layers::Layers;
use super::pen::{self, Pen};
use super::pictures::{entry, inherited, resolved};

/// Forms lie in each other no deeper than this.
const DEEPEST: usize = 12;

/// A document that draws more than this draws in circles.
const MOST_OPERATIONS: usize = 2_000_000;

/// What a page was before: what it draws, and what with.
pub(super) struct Originals(Vec<(ObjectId, [Option<Object>; 2])>);

const ENTRIES: [&[u8]; 2] = [b"Contents", b"Resources"];

/// Puts the forms that the pages of `document` draw into the pages; `said` is what their letters are said to stand for.
pub(super) fn put_in(document: &mut Document, said: &mut Vec<String>) -> Originals {
    let mut left = MOST_OPERATIONS;
    let mut originals = Vec::new();
    let layers = Layers::of(document);
    for id in document.get_pages().into_values() {
        let Some((content, fonts)) = told_anew(document, id, &layers, (&mut left, said)) else { continue };
        let content = document.add_object(Stream::new(Dictionary::new(), content));
        let Ok(page) = document.get_object_mut(id).and_then(Object::as_dict_mut) else { continue };
        originals.push((id, ENTRIES.map(|entry| page.get(entry).ok().cloned())));
        page.set("Contents", Object::Reference(content));
        page.set("Resources", Dictionary::from_iter([("Font", Object::Dictionary(fonts))]));
    }
    Originals(originals)
}

impl Originals {
    /// Makes the pages of `document` what they were.
    pub(super) fn put_back(self, document: &mut Document) {
        for (id, entries) in self.0 {
            let Ok(page) = document.get_object_mut(id).and_then(Object::as_dict_mut) else { continue };
            for (name, entry) in ENTRIES.into_iter().zip(entries) {
                match entry {
                    Some(object) => page.set(name, object),
                    None => drop(page.remove(name)),
                }
            }
        }
    }
}

/// What the page `id` draws, and its fonts; `None` where it can be read as it is.
fn told_anew(
    document: &Document,
    id: ObjectId,
    layers: &Layers,
    (left, said): (&mut usize, &mut Vec<String>),
) -> Option<(Vec<u8>, Dictionary)> {
    let page = document.get_object(id).and_then(Object::as_dict).ok()?;
    let resources = inherited(document, page)?;
    let content = document.get_page_content(id).ok()?;
    let draws = entry(document, resources, b"XObject").is_some_and(|drawn| !drawn.is_empty());
    let stands_for = [ACTUAL_TEXT, b"/Alt"].iter().any(|sign| memmem::find(&content, sign).is_some());
    let in_layers = !layers.is_empty() && memmem::find(&content, b"/OC").is_some();
    if !draws && !stands_for && !in_layers && !may_begin_lines(&content) && !Pen::is_needed(&content) {
        return None;
    }
    let (operations, fonts) = (Vec::new(), Dictionary::new());
    let mut page = Page { document, layers, left, said, operations, fonts, pen: Pen::default() };
    page.take(&content, resources, 0)?;
    let content = Content { operations: page.operations }.encode().ok()?;
    Some((content, page.fonts))
}

/// May one of the operators ' and " stand in `content`? They follow a text.
fn may_begin_lines(content: &[u8]) -> bool {
    let ends_text = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b')' | b'>');
    content.windows(2).any(|pair| matches!(pair[1], b'\'' | b'"') && ends_text(pair[0]))
}

/// A mark around letters that is open.
#[derive(Default)]
struct Marked {
    /// Which text they are said to stand for.
    which: Option<usize>,
    /// Do they lie in a layer that is off?
    is_off: bool,
}

/// A page, as it is told anew.
struct Page<'d, 'n> {
    document: &'d Document,
    layers: &'n Layers,
    left: &'n mut usize,
    said: &'n mut Vec<String>,
    operations: Vec<Operation>,
    fonts: Dictionary,
    pen: Pen,
}

impl<'d> Page<'d, '_> {
    /// Takes what `content` shows; `None` when that has no end.
    fn take(&mut self, content: &[u8], resources: &'d Dictionary, depth: usize) -> Option<()> {
        let names = self.fonts_of(resources);
        let mut marks: Vec<Marked> = Vec::new();
        for mut operation in Content::decode(content).ok()?.operations {
            *self.left = self.left.checked_sub(1)?;
            match operation.operator.as_str() {
                "Tf" => {
                    let own = operation.operands.first().and_then(|name| name.as_name().ok());
                    // A font that is nowhere has no letters.
                    let Some(name) = own.and_then(|own| names.get(own)) else { continue };
                    operation.operands[0] = Object::Name(name.clone());
                    self.operations.push(operation);
                }
                "Do" => self.draw(&operation, resources, depth)?,
                "'" => self.show(operation.operands),
                "\"" if operation.operands.len() == 3 => {
                    let text = operation.operands.split_off(2);
                    for (operator, operand) in ["Tw", "Tc"].into_iter().zip(operation.operands) {
                        self.put(operator, vec![operand]);
                    }
                    self.show(text);
                }
                "Tj" | "TJ" => {
                    self.operations.extend(self.pen.mark());
                    self.operations.push(operation);
                }
                "q" | "Q" | "cm" | "BT" | "ET" | "Tc" | "Tw" | "Tz" | "TL" | "Ts" | "Td" | "TD" | "Tm"
                | "T*" => {
                    self.pen.take(&operation, |_| false);
                    self.operations.push(operation);
                }
                "BMC" => marks.push(Marked::default()),
                "BDC" => marks.push(self.begin(&operation, resources)),
                "EMC" => self.end(marks.pop().unwrap_or_default()),
                "DP" => self.said.extend(stands_for(&operation)),
                _ => {
                    let drawn =
                        self.pen.take(&operation, |space| is_light_space(self.document, resources, space));
                    self.operations.extend(drawn);
                }
            }
        }
        marks.into_iter().for_each(|mark| self.end(mark));
        Some(())
    }

    /// A mark begins.
    fn begin(&mut self, operation: &Operation, resources: &Dictionary) -> Marked {
        let said = stands_for(operation);
        let which = said.is_some().then_some(self.said.len());
        self.said.extend(said);
        self.operations.extend(which.into_iter().flat_map(|which| pen::said(which, true)));
        let is_off = self.is_in_layer_off(operation, resources);
        self.pen.n_off += usize::from(is_off);
        Marked { which, is_off }
    }

    fn end(&mut self, mark: Marked) {
        self.operations.extend(mark.which.into_iter().flat_map(|which| pen::said(which, false)));
        self.pen.n_off = self.pen.n_off.saturating_sub(usize::from(mark.is_off));
    }

    fn is_in_layer_off(&self, operation: &Operation, resources: &Dictionary) -> bool {
        let [Object::Name(kind), Object::Name(name)] = operation.operands.as_slice() else { return false };
        let layers = entry(self.document, resources, b"Properties").filter(|_| kind == b"OC");
        let layer = layers.and_then(|layers| layers.get(name).ok());
        layer.is_some_and(|layer| self.layers.hides(self.document, layer))
    }

    fn put(&mut self, operator: &str, operands: Vec<Object>) {
        self.operations.push(Operation::new(operator, operands));
    }

    fn show(&mut self, text: Vec<Object>) {
        self.put("T*", Vec::new());
        self.operations.extend(self.pen.mark());
        self.put("Tj", text);
    }

    /// Draws what `operation` names, unless it is a picture.
    fn draw(&mut self, operation: &Operation, resources: &'d Dictionary, depth: usize) -> Option<()> {
        let name = operation.operands.first().and_then(|name| name.as_name().ok());
        let drawn = entry(self.document, resources, b"XObject").zip(name);
        let drawn = drawn.and_then(|(drawn, name)| drawn.get(name).ok());
        let form = drawn.and_then(|drawn| resolved(self.document, drawn).as_stream().ok());
        let Some(form) = form.filter(|form| is_form(form)) else {
            self.operations.extend(Pen::picture());
            return Some(());
        };
        if depth == DEEPEST {
            return None;
        }
        let matrix = form.dict.get(b"Matrix").ok().map(|matrix| resolved(self.document, matrix));
        let matrix = matrix.and_then(|matrix| matrix.as_array().ok()).filter(|matrix| matrix.len() == 6);
        let inner = entry(self.document, &form.dict, b"Resources").unwrap_or(resources);
        let content = form.get_plain_content().unwrap_or_default();
        self.put("q", Vec::new());
        let pen = self.pen.clone();
        let layer = form.dict.get(b"OC");
        self.pen.n_off += usize::from(layer.is_ok_and(|layer| self.layers.hides(self.document, layer)));
        if let Some(matrix) = matrix {
            let numbers = matrix.iter().map(|number| resolved(self.document, number).clone());
            self.put("cm", numbers.collect());
        }
        let before = self.operations.len();
        self.take(&content, inner, depth + 1)?;
        // A form may leave more open than it closes, and the other way round.
        let count = |operator: &str| {
            self.operations[before..].iter().filter(|operation| operation.operator == operator).count()
        };
        let open = count("q").saturating_sub(count("Q"));
        (0..=open).for_each(|_| self.put("Q", Vec::new()));
        self.pen = pen.marked_as(&self.pen);
        Some(())
    }

    /// The names that the fonts of `resources` have on this page.
    fn fonts_of(&mut self, resources: &'d Dictionary) -> HashMap<Vec<u8>, Vec<u8>> {
        let mut names = HashMap::new();
        let Some(fonts) = entry(self.document, resources, b"Font") else { return names };
        for (own, font) in fonts.iter() {
            let name = match font {
                Object::Reference((number, generation)) => format!("R{number}-{generation}"),
                _ => format!("F{}", self.fonts.len()),
            };
            if resolved(self.document, font).as_dict().is_ok() {
                self.fonts.set(name.as_bytes(), font.clone());
                names.insert(own.clone(), name.into_bytes());
            }
        }
        names
    }
}

/// What a program is to read where `operation` marks letters: the words themselves, or what is said to stand there.
const ACTUAL_TEXT: &[u8] = b"ActualText";

fn stands_for(operation: &Operation) -> Option<String> {
    let about = operation.operands.get(1)?.as_dict().ok()?;
    [ACTUAL_TEXT, b"Alt"].into_iter().find_map(|key| about.get(key).ok().and_then(words))
}

/// Are the numbers of the colours of this space larger the lighter they are?
fn is_light_space(document: &Document, resources: &Dictionary, name: &[u8]) -> bool {
    let is_light = |name: &[u8]| matches!(name, b"DeviceGray" | b"DeviceRGB" | b"CalGray" | b"CalRGB");
    if is_light(name) {
        return true;
    }
    let space = entry(document, resources, b"ColorSpace").and_then(|spaces| spaces.get(name).ok());
    match space.map(|space| resolved(document, space)) {
        Some(Object::Name(name)) => is_light(name),
        Some(Object::Array(parts)) => {
            let kind = parts.first().and_then(|kind| resolved(document, kind).as_name().ok());
            let n = || {
                let profile = resolved(document, parts.get(1)?).as_stream().ok()?;
                profile.dict.get(b"N").and_then(Object::as_i64).ok()
            };
            kind.is_some_and(|kind| is_light(kind) || kind == b"ICCBased" && matches!(n(), Some(1 | 3)))
        }
        _ => false,
    }
}

fn is_form(stream: &Stream) -> bool {
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
}
