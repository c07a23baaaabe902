//! What may stand at the cursor: sections that the item lacks, at-points, decisions, dates, attachments, names.

mod dates;
mod drafts;
mod in_line;
mod names;
mod phrases;
mod references;
mod rules_of_comments;
mod sections;
mod titles;

use rules::facts::asides::ends_in_body;
use rules::minutes::{Content, Placed};
use rules::privacy::Secrets;
use rules::text::{TextRange, TextSize, first_line, is_space};
use serde_json::{Value, json};
use snapshot::document::Snapshot;
use snapshot::{occurrences, structure};
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse,
    CompletionTextEdit, CompletionTriggerKind, Documentation, InsertTextFormat, MarkupContent, MarkupKind,
    TextEdit,
};

use crate::manner::STRONG;

/// The place of the cursor, as far as it matters.
struct Cursor<'s> {
    snapshot: &'s Snapshot,
    at: TextSize,
    /// The line up to the cursor, with its start.
    line: TextSize,
    typed: &'s str,
    /// The item around the cursor.
    item: Option<Placed<'s>>,
}

/// Something to offer.
struct Offer {
    label: String,
    detail: String,
    /// What is written; with "$0" where the cursor goes, and "$1" to "$9" before that, for clients that understand it.
    text: String,
    /// The bytes that it is written for.
    place: TextRange,
    kind: CompletionItemKind,
    /// More words, looked up only when asked for.
    more: Value,
}

/// Answers with everything that fits at the cursor, the likeliest first.
pub fn complete(snapshot: &Snapshot, params: &CompletionParams) -> Option<CompletionResponse> {
    let at = snapshot.offset(params.text_document_position.position);
    let line = structure::line_start(snapshot.text(), at);
    let typed = &snapshot.text()[TextRange::new(line, at)];
    let item = occurrences::item_at(&snapshot.document, at).map(|(_, placed)| placed);
    let cursor = Cursor { snapshot, at, line, typed, item };
    let offers = match sign(params) {
        // What reads like no minutes may still be begun as such.
        None if snapshot.is_left_alone() && snapshot.may_be_begun() => drafts::offers(&cursor),
        _ if snapshot.is_left_alone() => Vec::new(),
        // The list opens by itself, and a key that was meant for the text may take its first entry: only what is certain.
        Some("/") => dates::offers(&cursor),
        Some("(") => names::known_parties(&cursor),
        Some(_) => Vec::new(),
        None => cursor.offers(),
    };
    // A private number is not put into the text once more.
    let offers = offers.into_iter().filter(|offer| Secrets::of(&offer.label).is_empty());
    let items: Vec<CompletionItem> =
        offers.enumerate().map(|(i, offer)| item_of(snapshot, i, offer)).collect();
    if items.is_empty() {
        return None;
    }
    // A title that is typed to its end is no more offered, and a list that stayed open would take the Enter behind it.
    let is_incomplete = cursor.ends_line() && !titles::offers(&cursor).is_empty();
    Some(match is_incomplete {
        true => CompletionResponse::List(CompletionList { is_incomplete, items }),
        false => CompletionResponse::Array(items),
    })
}

/// The signs that open a list by themselves. No line end is among them: it would put the next one into the list.
pub const SIGNS: [&str; 2] = ["/", "("];

/// The sign that was typed, when it is that and no person who asks.
fn sign(params: &CompletionParams) -> Option<&str> {
    let context = params.context.as_ref()?;
    let by_sign = context.trigger_kind == CompletionTriggerKind::TRIGGER_CHARACTER;
    context.trigger_character.as_deref().filter(|_| by_sign)
}

/// Gives `item` the words that were left out.
pub fn resolve(snapshot: &Snapshot, mut item: CompletionItem) -> CompletionItem {
    let section = item.data.as_ref().and_then(|data| data.get("section")).and_then(Value::as_str);
    if let Some(name) = section {
        let value = sections::explain(snapshot, name);
        item.documentation =
            Some(Documentation::MarkupContent(MarkupContent { kind: MarkupKind::PlainText, value }));
    }
    item
}

impl Cursor<'_> {
    /// Everything that fits, the likeliest first.
    fn offers(&self) -> Vec<Offer> {
        // Behind "1" its stop comes next, and no words.
        let line = self.typed.trim_matches(is_space);
        if !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let in_comment = rules_of_comments::offers(self);
        if !in_comment.is_empty() {
            return in_comment;
        }
        let mut offers = drafts::offers(self);
        offers.extend(dates::offers(self));
        offers.extend(dates::of_head(self));
        offers.extend(references::offers(self));
        if self.ends_line() {
            let next = titles::next_item(self);
            let (first_item, last_item) = if titles::is_next_due(self) { (next, None) } else { (None, next) };
            offers.extend(first_item);
            let (begun, titles) = (self.beginnings(), titles::offers(self));
            // Under a list that has come to its end a number begins the next item.
            let (first, last) = if self.ends_list() { (titles, begun) } else { (begun, titles) };
            offers.extend(first.into_iter().chain(last).chain(last_item));
            // "Ad 1. Godkendt." is offered whole where that is the likeliest.
            let more = in_line::offers(self).into_iter();
            let new: Vec<Offer> =
                more.filter(|more| !offers.iter().any(|offer| offer.label.ends_with(&more.label))).collect();
            offers.extend(new);
        }
        offers.extend(names::offers(self));
        offers.extend(names::parties(self));
        offers.extend(names::abbreviations(self));
        offers
    }

    /// The body that meets.
    fn body(&self) -> String {
        let document = &self.snapshot.document;
        let called = || {
            let head = document.text()[..document.minutes().head().len.into()].to_lowercase();
            let named = BODIES.iter().find(|(part, _)| head.contains(part));
            named.map_or("udvalget", |(_, body)| body).to_owned()
        };
        let named = document.context().meeting.committee.clone().unwrap_or_else(called);
        // Nobody calls the board of a school by the school's name in its own minutes: "Skolebestyrelsen ved Åskolen".
        let alone = named.split_once(" ved ").filter(|(body, _)| ends_in_body(body));
        alone.map_or(named.clone(), |(body, _)| body.to_owned())
    }

    /// Does nothing stand after the cursor on its line? Who corrects a word in a sentence wants no heading.
    fn ends_line(&self) -> bool {
        self.behind().chars().all(is_space) || self.is_closed()
    }

    /// What stands after the cursor on its line.
    fn behind(&self) -> &str {
        first_line(&self.snapshot.text()[usize::from(self.at)..]).0
    }

    /// Does the cursor stand in "**Bes**", where the line has nothing else?
    fn is_closed(&self) -> bool {
        self.is_strong() && self.behind().trim_end_matches(is_space) == STRONG
    }

    /// Does the line begin as a heading between asterisks?
    fn is_strong(&self) -> bool {
        let words = self.typed.strip_prefix(STRONG);
        words.is_some_and(|words| !words.contains('*'))
    }

    /// What a line may begin with, the likeliest first.
    fn beginnings(&self) -> Vec<Offer> {
        let typed = self.snapshot.text()[self.words()].to_lowercase();
        // A heading is no point and answers none.
        let is_heading = self.typed.trim_start_matches(is_space).starts_with('#') || self.is_strong();
        let points = if is_heading { Vec::new() } else { phrases::points(self) };
        // Under a list that has come to its end the next heading is wanted more than one more point.
        let ended = self.ends_list() && !self.is_marked();
        let (first, last) = if ended { (Vec::new(), points) } else { (points, Vec::new()) };
        let due = !self.is_marked() && self.stands_apart();
        let decides = !is_heading && (due || !self.is_marked() && self.follows_answer());
        let decisions = if decides { phrases::decisions(self) } else { Vec::new() };
        // One letter or two begin any word, and editors ask at each: that is no wish for a heading, unless for the next that is due.
        let n_typed = typed.chars().count();
        let mut sections =
            if due && (is_heading || n_typed != 1) { sections::offers(self) } else { Vec::new() };
        if !is_heading && n_typed == MEANT - 1 {
            sections.truncate(1);
        }
        let all = first.into_iter().chain(decisions).chain(sections).chain(last);
        all.filter(|offer| goes_on(&offer.label, &typed)).collect()
    }

    /// Does the line stand under a blank one or a heading? Right under a sentence goes its next line.
    fn stands_apart(&self) -> bool {
        let text = self.snapshot.text();
        let Some(line) = self.line_above() else { return true };
        let heads = |placed: Placed<'_>| {
            let sections = placed.item.sections.iter().map(|section| section.heading);
            sections.chain([placed.item.heading]).any(|heading| (heading + placed.start).end() == line.end())
        };
        text[line].chars().all(is_space) || self.item.is_some_and(heads)
    }

    /// Does the line stand under one that answers an at-point? Under "Ad 1. Godkendt." goes "Ad 2.".
    fn follows_answer(&self) -> bool {
        let Some(line) = self.line_above() else { return false };
        let decisions = self.item.into_iter().flat_map(|placed| {
            let answers = placed.item.decisions().flat_map(|(_, decision)| decision.answers());
            answers.map(move |answer| answer.points.range + placed.start)
        });
        decisions.into_iter().any(|answer| answer.start() == line.start())
    }

    /// The line above, without its end.
    fn line_above(&self) -> Option<TextRange> {
        let text = self.snapshot.text();
        let above = text[..self.line.into()].trim_end_matches(is_space);
        let above = above.strip_suffix('\n').or(above.strip_suffix('\r'))?;
        let end = TextSize::of(above.strip_suffix('\r').unwrap_or(above));
        Some(TextRange::new(structure::line_start(text, end), end))
    }

    /// Does a list mark stand before the cursor: "2. ", "- "?
    fn is_marked(&self) -> bool {
        if self.is_strong() {
            return false;
        }
        let mark = TextRange::new(self.line, self.words().start());
        self.snapshot.text()[mark].chars().any(|c| !is_space(c) && c != '#')
    }

    /// Is the line after a list of points that has ended, by a full stop and, where the line has a list mark, a blank line?
    fn ends_list(&self) -> bool {
        let Some(placed) = self.item else { return false };
        let text = self.snapshot.text();
        let above = placed.item.points().map(|point| point.text + placed.start);
        let Some(last) = above.filter(|point| point.end() <= self.line).last() else { return false };
        let (stopped, apart) =
            (text[last].ends_with('.'), text[TextRange::new(last.end(), self.line)].lines().count() > 1);
        if self.is_marked() { stopped && apart } else { stopped || apart }
    }

    /// Does the line stand below what looks like the heading of the next item, under the points of this one? Until it has
    /// text of its own it is read as one of them.
    fn is_under_next_heading(&self) -> bool {
        let Some(placed) = self.item else { return false };
        let points = placed.item.points().filter(|point| (point.text + placed.start).end() <= self.line);
        let Some(last) = points.last() else { return false };
        let (from, to) = (last.text.end(), self.line - placed.start);
        let mut headings = placed.item.sections.iter().map(|section| section.heading.start());
        !headings.any(|heading| heading > from && heading < to)
            && structure::looks_like_heading(self.snapshot.text(), placed, last)
    }

    /// The words on the line, after indentation, Markdown and list marks.
    fn words(&self) -> TextRange {
        let heading = self.typed.trim_start_matches(|c: char| is_space(c) || c == '#');
        let named = ["Punkt ", "Pkt. "].iter().find_map(|word| heading.strip_prefix(word));
        let after = named.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let words = after
            .unwrap_or(self.typed)
            .trim_start_matches(|c: char| is_space(c) || "#-–*•.):".contains(c) || c.is_ascii_digit());
        TextRange::new(self.at - TextSize::of(words), self.at)
    }

    /// The run of letters and digits before the cursor.
    fn word(&self) -> TextRange {
        let len: usize =
            self.typed.chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
        TextRange::new(self.at - TextSize::of(&self.typed[self.typed.len() - len..]), self.at)
    }

    /// Does the cursor stand under a heading whose content is `wanted`?
    fn is_in(&self, wanted: fn(&Content) -> bool) -> bool {
        self.item.is_some_and(|placed| {
            let inside = self.at - placed.start;
            // The blank lines below belong to it too: under a heading with nothing yet, the help is wanted most.
            let above = placed.item.sections.iter().rfind(|section| section.heading.end() < inside);
            above.is_some_and(|section| wanted(&section.content))
        })
    }
}

/// What a body without a name of its own is called, by a word of the head: "bestyrelsesmøde".
const BODIES: [(&str, &str); 3] =
    [("bestyrelse", "bestyrelsen"), ("menighedsråd", "menighedsrådet"), ("forældreråd", "forældrerådet")];

/// With so many letters a word is meant.
const MEANT: usize = 3;

/// Does `label` begin with what was `typed`, in small letters, and say more than that?
fn goes_on(label: &str, typed: &str) -> bool {
    let more = label.to_lowercase().strip_prefix(typed).map(|more| more.trim_matches([' ', '…']).to_owned());
    more.is_some_and(|more| !more.is_empty())
}

/// What editors compare with what is `typed`, where the label does not begin so: a date as it is typed, a name from the
/// part of it that is typed.
fn filter(typed: &str, label: &str) -> Option<String> {
    if typed.contains('/') {
        return Some(typed.to_owned());
    }
    let mut parts = label.match_indices(' ').map(|(at, _)| &label[at + 1..]);
    // "B. Carl" is compared with itself.
    let initial = || typed.contains(". ").then(|| typed.to_owned());
    let tail = || parts.find(|part| part.starts_with(typed)).map(str::to_owned).or_else(initial);
    (!typed.is_empty() && !label.to_lowercase().starts_with(&typed.to_lowercase())).then(tail)?
}

fn item_of(snapshot: &Snapshot, order: usize, offer: Offer) -> CompletionItem {
    let snippets = snapshot.session.client.snippets;
    let plain = stops().fold(offer.text.clone(), |text, stop| text.replace(&stop, ""));
    // Clients without snippets are simple ones: Vim writes a line break in a completion as a NUL.
    let plain = if snippets { plain } else { plain.trim_end_matches('\n').to_owned() };
    let is_snippet = snippets && stops().any(|stop| offer.text.contains(&stop));
    CompletionItem {
        filter_text: filter(&snapshot.text()[offer.place], &offer.label),
        label: offer.label,
        detail: Some(offer.detail).filter(|detail| !detail.is_empty()),
        kind: Some(offer.kind),
        sort_text: Some(format!("{order:04}")),
        insert_text_format: Some(if is_snippet {
            InsertTextFormat::SNIPPET
        } else {
            InsertTextFormat::PLAIN_TEXT
        }),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(
            snapshot.range(offer.place),
            if is_snippet { escaped(&offer.text) } else { plain },
        ))),
        data: Some(json!({"uri": snapshot.uri.as_str(), "section": offer.more})),
        ..CompletionItem::default()
    }
}

/// The places where a snippet lets the cursor go: "$0", "$1" and so on.
fn stops() -> impl Iterator<Item = String> {
    (0..10).map(|n| format!("${n}"))
}

/// `text` as a snippet: what has a meaning there is escaped, but for the places of the cursor.
fn escaped(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('}', "\\}").replace('$', "\\$");
    stops().fold(escaped, |text, stop| text.replace(&format!("\\{stop}"), &stop))
}
