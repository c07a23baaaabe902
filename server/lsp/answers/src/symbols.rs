//! The outline: meeting, items, sections, and in them at-points, decisions, votes and remarks.

use rules::minutes::{Content, Decision, Item, Marker, Outcome, Placed, RemarkKind, Section, Vote};
use rules::privacy::{Mask, Shown, shown};
use rules::syntax::SectionKind;
use rules::text::{TextRange, TextSize, range, range_of, size};
use snapshot::config::Outline;
use snapshot::document::Snapshot;
use snapshot::outcomes;
use snapshot::structure::trimmed;
use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, Range, SymbolInformation, SymbolKind,
};
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

/// Answers with the outline in the form that the client understands.
pub fn outline(snapshot: &Snapshot) -> DocumentSymbolResponse {
    let root = meeting(snapshot);
    if snapshot.session.client.nested_symbols {
        DocumentSymbolResponse::Nested(root.into_iter().map(|node| nested(snapshot, node)).collect())
    } else {
        let mut flat = Vec::new();
        if let Some(node) = root {
            flatten(snapshot, node, None, &mut flat);
        }
        DocumentSymbolResponse::Flat(flat)
    }
}

fn meeting(snapshot: &Snapshot) -> Option<Node> {
    let (text, minutes) = (snapshot.text(), snapshot.document.minutes());
    let mask = snapshot.document.mask(&[]);
    let lang = snapshot.session.lang;
    let outline = snapshot.session.settings.outline;
    let words = Words { text, mask: &mask, lang, outline };
    let decided = |placed| snapshot.decided.of(text, placed);
    let children: Vec<Node> = minutes.items().map(|placed| item(words, placed, &decided(placed))).collect();
    let head = minutes.head();
    if children.is_empty() && head.committee.is_none() && head.date.is_none() {
        return None;
    }
    let named = head.committee.or(head.date.map(|(range, _)| range)).unwrap_or(range(0, 0));
    let name = head.committee.map_or(lang.pick("Møde", "Meeting").into(), |range| mask.excerpt(range));
    let detail = head.date.map(|(range, _)| mask.excerpt(range)).unwrap_or_default();
    let place = TextRange::up_to(size(text));
    Some(Node { name, detail, kind: SymbolKind::PACKAGE, place, named, children })
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

fn nested(snapshot: &Snapshot, node: Node) -> DocumentSymbol {
    let range = snapshot.range(node.place);
    // Most names begin or are the whole place, and positions are what an outline costs.
    let selection_range = match node.named {
        named if named == node.place => range,
        named if named.start() == node.place.start() => {
            Range::new(range.start, snapshot.position(named.end()))
        }
        named => snapshot.range(named),
    };
    let children: Vec<DocumentSymbol> =
        node.children.into_iter().map(|child| nested(snapshot, child)).collect();
    #[expect(deprecated, reason = "the struct cannot be made without its deprecated field")]
    DocumentSymbol {
        name: node.name.into(),
        detail: Some(node.detail.into()).filter(|detail: &String| !detail.is_empty()),
        kind: node.kind,
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children: Some(children).filter(|children| !children.is_empty()),
    }
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
