//! The outline: meeting, items, sections, and in them at-points, decisions, votes and remarks.

use rules::minutes::{Content, Decision, Item, Marker, Outcome, Placed, RemarkKind, Section, Vote};
use rules::privacy::{Mask, Shown, shown};
use rules::syntax::SectionKind;
use rules::text::{TextRange, TextSize, range, range_of, size};
use snapshot::config::Outline;
use snapshot::document::Snapshot;
use snapshot::outcomes;
use snapshot::piece::Piece;
use snapshot::session::Session;
use snapshot::structure::trimmed;
use tower_lsp::ls_types::{Location, Range, SymbolInformation, SymbolKind};
use workbench::lang::Lang;

/// The text that the outline is of, and what may be shown of it.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    mask: &'a Mask<'a>,
    lang: Lang,
    outline: Outline,
}

/// A node of the outline; its place lies within that of its parent, its name within its place.
struct Node {
    name: Shown,
    detail: Shown,
    kind: SymbolKind,
    place: TextRange,
    named: TextRange,
    children: Vec<Node>,
}

/// The outline in the form that the client understands, as it goes on the wire.
pub fn written(snapshot: &Snapshot) -> String {
    let outline = Outlined::new(snapshot);
    if snapshot.session.client.nested_symbols {
        return outline.nested();
    }
    let mut flat = Vec::new();
    if let Some(node) = outline.meeting() {
        flatten(snapshot, node, None, &mut flat);
        for placed in outline.items() {
            let parent = flat[0].name.clone();
            flatten(snapshot, outline.item(placed), Some(&parent), &mut flat);
        }
    }
    // Symbols hold nothing that JSON cannot say.
    serde_json::to_string(&flat).unwrap_or_else(|_| "[]".to_owned())
}

/// The outline of a document: the meeting, and below it its items.
struct Outlined<'s> {
    snapshot: &'s Snapshot,
    mask: Mask<'s>,
}

impl<'s> Outlined<'s> {
    fn new(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, mask: snapshot.document.mask(&[]) }
    }

    fn items(&self) -> impl Iterator<Item = Placed<'s>> {
        self.snapshot.document.minutes().items()
    }

    /// The meeting without its items; `None` where there is nothing of one.
    fn meeting(&self) -> Option<Node> {
        let (snapshot, mask) = (self.snapshot, &self.mask);
        let head = snapshot.document.minutes().head();
        if self.items().next().is_none() && head.committee.is_none() && head.date.is_none() {
            return None;
        }
        let named = head.committee.or(head.date.map(|(range, _)| range)).unwrap_or(range(0, 0));
        let meeting = || snapshot.session.lang.pick("Møde", "Meeting").into();
        let name = head.committee.map_or_else(meeting, |range| mask.excerpt(range));
        let detail = head.date.map(|(range, _)| mask.excerpt(range)).unwrap_or_default();
        let place = TextRange::up_to(size(snapshot.text()));
        Some(Node { name, detail, kind: SymbolKind::PACKAGE, place, named, children: Vec::new() })
    }

    fn item(&self, placed: Placed<'_>) -> Node {
        let Snapshot { session, decided, .. } = self.snapshot;
        let (text, mask) = (self.snapshot.text(), &self.mask);
        let words = Words { text, mask, lang: session.lang, outline: session.settings.outline };
        item(words, placed, &decided.of(text, placed))
    }

    fn nested(&self) -> String {
        let Some(meeting) = self.meeting() else { return "[]".to_owned() };
        let mut head = self.piece(0);
        open(self.snapshot, &meeting, &mut head);
        // About as long as the text; one that grows by and by takes twice its room.
        let mut written = String::with_capacity(self.snapshot.text().len());
        written.push('[');
        head.write(0, &mut written);
        for (n, placed) in self.items().enumerate() {
            written.push_str(if n == 0 { r#","children":["# } else { "," });
            self.write_item(placed, &mut written);
        }
        written.push_str(if self.items().next().is_some() { "]}]" } else { "}]" });
        written
    }

    /// An item as it goes on the wire: made once, and moved as long as the item stays what it is.
    fn write_item(&self, placed: Placed<'_>, written: &mut String) {
        let snapshot = self.snapshot;
        let first = snapshot.document.lines().line_of(placed.start);
        let make = || {
            let mut piece = self.piece(first);
            close(snapshot, &self.item(placed), &mut piece);
            piece
        };
        let Session { lang, settings, .. } = &*snapshot.session;
        // What is hidden may reach into it from beside; and of a very long text nothing is kept.
        if snapshot.is_long() || snapshot.document.secrets().touch(placed.range()) {
            return make().write(first, written);
        }
        let good = |piece: &Piece| piece.is_for(*lang, settings.outline);
        snapshot.outlined.of(placed.item, good, make).write(first, written);
    }

    fn piece(&self, first: u32) -> Piece {
        let session = &self.snapshot.session;
        Piece::new(first, (session.lang, session.settings.outline))
    }
}

fn item(words: Words<'_>, placed: Placed<'_>, decided: &[Vec<Outcome>]) -> Node {
    let (item, start) = (placed.item, placed.start);
    let heading = item.heading + start;
    let place = trimmed(words.text, placed.range()).cover(heading);
    let told = |section: &&Section| words.outline == Outline::All || answers(section);
    let mut outcomes = decided.iter();
    let children = item.sections.iter().filter(told).map(|one| {
        let is_decision = matches!(one.content, Content::Decision(_));
        let outcomes = if is_decision { outcomes.next() } else { None };
        section(words, one, outcomes.map_or(&[][..], Vec::as_slice), start)
    });
    let children = children.collect();
    Node {
        name: item_name(words.text, words.mask, item, start),
        detail: shown(&outcomes::summary(item, decided, words.lang)),
        kind: SymbolKind::FILE,
        place,
        named: heading,
        children,
    }
}

/// Is the section what an item is for: what is recommended, and what is decided?
fn answers(section: &Section) -> bool {
    matches!(section.content, Content::Recommendation(_) | Content::Decision(_))
}

/// "12. Budget 2024": number and title of an item; where it has none, its theme, or the line it begins with.
pub fn item_name(text: &str, mask: &Mask<'_>, item: &Item, start: TextSize) -> Shown {
    let title = item.title.map(|title| mask.excerpt(title + start).on_one_line()).unwrap_or_default();
    match item.number {
        Some((number, _)) if !title.is_empty() => shown(&format!("{number}. {title}")),
        _ if !title.is_empty() => title,
        _ => theme(text, mask, item, start).unwrap_or_else(|| short(&mask.excerpt(item.heading + start))),
    }
}

/// What stands under "Beslutningstema", where that is how items begin: eight items of that name tell nothing.
fn theme(text: &str, mask: &Mask<'_>, item: &Item, start: TextSize) -> Option<Shown> {
    let theme = item.sections.first().filter(|section| section.kind == SectionKind::Theme)?;
    let line = rules::text::trim(&text[theme.body + start]).lines().next()?;
    Some(short(&mask.excerpt(range_of(text, line.trim_end())))).filter(|line| !line.is_empty())
}

fn section(words: Words<'_>, section: &Section, decided: &[Outcome], start: TextSize) -> Node {
    let Words { text, mask, lang, .. } = words;
    let named = section.heading + start;
    let mut detail = Shown::default();
    let (kind, children) = match &section.content {
        Content::Recommendation(recommendation) => {
            detail = recommendation.sender.map(|range| mask.excerpt(range + start)).unwrap_or_default();
            let points = recommendation.points.iter().map(|point| {
                let place = point.number.map_or(point.text, |(_, number)| number.cover(point.text)) + start;
                let mark = match point.number.filter(|_| point.marker == Marker::Letter) {
                    Some((_, letter)) => {
                        text[letter + start].trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
                    }
                    None => point.index.to_string(),
                };
                let name = format!("{mark}. {}", short(&mask.excerpt(point.text + start)));
                leaf(shown(&name), Shown::default(), SymbolKind::ENUM_MEMBER, place)
            });
            (SymbolKind::ARRAY, points.collect())
        }
        Content::Decision(decision) => {
            detail = shown(&outcomes::words(decided, lang));
            (SymbolKind::EVENT, said(words, decision, start))
        }
        Content::Prose | Content::Attachments(_) => (SymbolKind::STRING, Vec::new()),
    };
    let place =
        trimmed(text, TextRange::new(section.heading.start(), section.body.end()) + start).cover(named);
    let name = match text[named].trim_end_matches(':') {
        "" => lang.pick("Afsnit", "Section").into(),
        name => short(&mask.excerpt(range_of(text, name))),
    };
    Node { name, detail, kind, place, named, children }
}

/// Votes and remarks of a decision.
fn said(words: Words<'_>, decision: &Decision, start: TextSize) -> Vec<Node> {
    let (mask, lang) = (words.mask, words.lang);
    let votes = decision.votes.iter().filter_map(|vote| {
        let place = vote_place(vote)? + start;
        let name = lang.pick("Afstemning", "Vote").into();
        Some(leaf(name, shown(&tally(vote, lang)), SymbolKind::OPERATOR, place))
    });
    let remarks = decision.remarks.iter().map(|remark| {
        let kind = match remark.kind {
            RemarkKind::Remark => lang.pick("Protokolbemærkning", "Remark"),
            RemarkKind::Amendment => lang.pick("Ændringsforslag", "Amendment"),
        };
        let author = remark.author.map(|author| mask.excerpt(author + start)).unwrap_or_default();
        let place = remark.text.map_or(remark.announcement, |said| said.cover(remark.announcement)) + start;
        leaf(kind.into(), author, SymbolKind::STRING, place)
    });
    let mut nodes: Vec<Node> = votes.chain(remarks).collect();
    nodes.sort_by_key(|node| node.place.start());
    nodes
}

fn vote_place(vote: &Vote) -> Option<TextRange> {
    let sides = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten();
    let places = sides.flat_map(|side| {
        side.count.iter().map(|(_, range)| *range).chain(side.parties.iter().chain(&side.names).copied())
    });
    places.reduce(TextRange::cover)
}

fn tally(vote: &Vote, lang: Lang) -> String {
    let sides = [
        (&vote.aye, lang.pick("for", "for")),
        (&vote.nay, lang.pick("imod", "against")),
        (&vote.abstain, lang.pick("undlod", "abstained")),
    ];
    let counted = sides.iter().filter_map(|(side, word)| {
        let (count, _) = side.as_ref()?.count?;
        Some(format!("{count} {word}"))
    });
    counted.collect::<Vec<_>>().join(", ")
}

fn leaf(name: Shown, detail: Shown, kind: SymbolKind, place: TextRange) -> Node {
    Node { name, detail, kind, place, named: place, children: Vec::new() }
}

/// The first line of `words`, cut to a length that fits an outline.
fn short(words: &Shown) -> Shown {
    words.first_line().on_one_line().cut(90)
}

/// Writes `node` without its end, so that children may follow.
fn open(snapshot: &Snapshot, node: &Node, piece: &mut Piece) {
    let range = snapshot.range(node.place);
    // Most names begin or are the whole place, and positions are what an outline costs.
    let selection = match node.named {
        named if named == node.place => range,
        named if named.start() == node.place.start() => {
            Range::new(range.start, snapshot.position(named.end()))
        }
        named => snapshot.range(named),
    };
    piece.push(r#"{"name":"#);
    piece.push_text(&node.name);
    if !node.detail.is_empty() {
        piece.push(r#","detail":"#);
        piece.push_text(&node.detail);
    }
    piece.push(r#","kind":"#);
    piece.push(&serde_json::to_string(&node.kind).unwrap_or_default());
    piece.push(r#","range":"#);
    piece.push_range(range);
    piece.push(r#","selectionRange":"#);
    piece.push_range(selection);
}

/// Writes `node` with all that is below it.
fn close(snapshot: &Snapshot, node: &Node, piece: &mut Piece) {
    open(snapshot, node, piece);
    for (n, child) in node.children.iter().enumerate() {
        piece.push(if n == 0 { r#","children":["# } else { "," });
        close(snapshot, child, piece);
    }
    piece.push(if node.children.is_empty() { "}" } else { "]}" });
}

fn flatten(snapshot: &Snapshot, node: Node, parent: Option<&str>, flat: &mut Vec<SymbolInformation>) {
    #[expect(deprecated, reason = "the struct cannot be made without its deprecated field")]
    flat.push(SymbolInformation {
        name: node.name.clone().into(),
        kind: node.kind,
        tags: None,
        deprecated: None,
        location: Location::new(snapshot.uri.clone(), snapshot.range(node.place)),
        container_name: parent.map(str::to_owned),
    });
    for child in node.children {
        flatten(snapshot, child, Some(&node.name), flat);
    }
}

#[cfg(test)]
mod tests {
    use super::written;
    use rules::text::edit::Edit;
    use rules::text::range;
    use serde_json::Value;
    use snapshot::config::Settings;
    use snapshot::document::Snapshot;
    use snapshot::projects::Projects;
    use snapshot::session::Session;
    use std::sync::Arc;
    use tower_lsp::ls_types::InitializeParams;
    use workbench::findings::Encoding;
    use workbench::lang::Lang;

    const TEXT: &str = "Havneudvalget\n4. maj 2026\n\n1. Budget\n\nIndstilling\n\nCentret indstiller,\n\n1. at budgettet godkendes.\n\n\
                        Beslutning\n\nGodkendt.\n\n2. Molen\n\nBeslutning\n\nUdsat.\n";

    fn opened(text: &str) -> Snapshot {
        let mut params = InitializeParams::default();
        let symbols = serde_json::json!({"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}});
        params.capabilities.text_document = serde_json::from_value(symbols).expect("capabilities");
        let session = Session::new(&params, Settings::default(), None);
        let uri = "file:///a.referat".parse().expect("an address");
        let projects = Projects::new(&Settings::default(), &[], Default::default(), None);
        let project = projects.project(&uri, "referat", Encoding::Utf8);
        Snapshot::new(uri, text.to_owned(), Arc::new(project), Arc::new(session))
    }

    fn outline(snapshot: &Snapshot) -> Value {
        serde_json::from_str(&written(snapshot)).expect("JSON")
    }

    #[test]
    fn what_is_kept_of_an_outline_is_what_would_be_written() {
        let mut snapshot = opened(TEXT);
        let mut text = TEXT.to_owned();
        // Lines before an item, a word in its title, a point, a personal number in it, and all of it gone.
        for (before, len, new) in [
            ("4. maj", 0, "Møde\n\n"),
            ("Budget", 6, "Regnskab"),
            ("Beslutning", 0, "2. at \"det\" udsættes.\n\n"),
            ("Udsat", 5, "Godkendt"),
            ("Molen", 5, "Sag 010190-1234"),
            ("Havne", 0, "\n"),
            ("2. Sag", 15, ""),
        ] {
            let at = text.find(before).expect("the place");
            let edit = Edit::replace(range(at, at + len), new.to_owned());
            text.replace_range(at..at + len, new);
            Arc::make_mut(&mut snapshot.document).edit(&edit).expect("an edit");
            snapshot.rope = text.as_str().into();
            assert_eq!(outline(&snapshot), outline(&opened(&text)), "{text}");
        }
        snapshot.session = Arc::new(snapshot.session.in_language(Lang::En));
        let mut other = opened(&text);
        other.session = snapshot.session.clone();
        assert_eq!(outline(&snapshot), outline(&other));
    }
}
