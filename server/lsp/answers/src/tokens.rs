//! Colours by meaning: titles, numbers, headings, outcomes, remarks, dates, references.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use rules::danish::date::dates;
use rules::minutes::{Content, Item};
use rules::syntax::{Block, Class};
use rules::text::{TextRange, TextSize, range};
use snapshot::document::Snapshot;
use tower_lsp::ls_types::{
    SemanticToken, SemanticTokenType, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit,
    SemanticTokensFullDeltaResult, SemanticTokensLegend, Uri,
};

/// The kinds of token, in the order of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Title,
    Number,
    Heading,
    Outcome,
    Remark,
    Furniture,
    Body,
    Party,
    Reference,
}

/// What the numbers of the kinds mean.
pub fn legend() -> SemanticTokensLegend {
    let token_types = vec![
        SemanticTokenType::NAMESPACE,
        SemanticTokenType::NUMBER,
        SemanticTokenType::KEYWORD,
        SemanticTokenType::ENUM_MEMBER,
        SemanticTokenType::STRING,
        SemanticTokenType::COMMENT,
        SemanticTokenType::TYPE,
        SemanticTokenType::VARIABLE,
        SemanticTokenType::PROPERTY,
    ];
    SemanticTokensLegend { token_types, token_modifiers: Vec::new() }
}

/// The tokens of the document, or of `within`.
pub fn tokens(snapshot: &Snapshot, within: Option<TextRange>) -> SemanticTokens {
    let text = snapshot.text();
    let minutes = snapshot.document.minutes();
    let wanted = |place: TextRange| within.is_none_or(|within| within.intersect(place).is_some());
    let mut places = Vec::new();
    let head = minutes.head();
    if wanted(TextRange::up_to(head.len)) {
        places.extend(head.committee.map(|place| (place, Kind::Body)));
        blocks(text, minutes.head_blocks(), TextSize::new(0), &mut places);
    }
    for placed in minutes.items().filter(|placed| wanted(placed.range())) {
        let first = places.len();
        item(placed.item, &mut places);
        for (place, _) in &mut places[first..] {
            *place += placed.start;
        }
        blocks(text, placed.blocks, placed.start, &mut places);
    }
    places.retain(|(place, _)| wanted(*place) && !place.is_empty());
    places.sort_by_key(|(place, _)| (place.start(), std::cmp::Reverse(place.end())));
    SemanticTokens { result_id: Some(format!("t{}", snapshot.epoch)), data: encode(snapshot, &places) }
}

fn item(item: &Item, places: &mut Vec<(TextRange, Kind)>) {
    let mut add = |place: TextRange, kind| places.push((place, kind));
    if let Some(title) = item.title {
        add(title, Kind::Title);
    }
    if let Some((_, number)) = item.number {
        add(number, Kind::Number);
    }
    if let Some((case_number, _)) = item.case_number {
        add(case_number, Kind::Number);
    }
    for reference in &item.attachment_references {
        add(reference.range, Kind::Reference);
    }
    for section in &item.sections {
        add(section.heading, Kind::Heading);
        match &section.content {
            Content::Recommendation(recommendation) => {
                for (_, number) in recommendation.points.iter().filter_map(|point| point.number) {
                    add(number, Kind::Number);
                }
                if let Some(sender) = recommendation.sender {
                    add(sender, Kind::Body);
                }
            }
            Content::Decision(decision) => {
                for statement in &decision.statements {
                    statement.outcomes.iter().for_each(|(_, place)| add(*place, Kind::Outcome));
                    for answer in &statement.answers {
                        add(answer.points.range, Kind::Reference);
                        answer.outcomes.iter().for_each(|(_, place)| add(*place, Kind::Outcome));
                    }
                }
                for side in decision.votes.iter().flat_map(|v| [&v.aye, &v.nay, &v.abstain]).flatten() {
                    side.parties.iter().for_each(|place| add(*place, Kind::Party));
                }
                for remark in decision.remarks.iter().filter_map(|remark| remark.text) {
                    add(remark, Kind::Remark);
                }
            }
            Content::Prose | Content::Attachments(_) => {}
        }
    }
}

/// Comments, furniture and dates.
fn blocks(text: &str, blocks: &[Block], start: TextSize, places: &mut Vec<(TextRange, Kind)>) {
    let mut at = start;
    for block in blocks {
        let words = block.words() + at;
        at += block.len;
        match block.class {
            Class::Furniture | Class::Comment => places.push((words, Kind::Furniture)),
            Class::Contents => places.push((words, Kind::Heading)),
            _ => places.extend(dates(&text[words]).map(|date| (date.range + words.start(), Kind::Number))),
        }
    }
}

/// One token for each line of each place; a place that begins in another is left out.
fn encode(snapshot: &Snapshot, places: &[(TextRange, Kind)]) -> Vec<SemanticToken> {
    let text = snapshot.text();
    let (mut line, mut column, mut done) = (0, 0, TextSize::new(0));
    let mut tokens = Vec::new();
    for &(place, kind) in places {
        if place.start() < done {
            continue;
        }
        done = place.end();
        for part in lines(text, place) {
            let (from, to) = (snapshot.position(part.start()), snapshot.position(part.end()));
            let delta_start = if from.line == line { from.character - column } else { from.character };
            tokens.push(SemanticToken {
                delta_line: from.line - line,
                delta_start,
                length: to.character - from.character,
                token_type: kind as u32,
                token_modifiers_bitset: 0,
            });
            (line, column) = (from.line, from.character);
        }
    }
    tokens
}

/// The parts of `place` on each of its lines.
fn lines(text: &str, place: TextRange) -> Vec<TextRange> {
    let start = usize::from(place.start());
    let mut at = start;
    let mut parts = Vec::new();
    for line in text[place].split_inclusive(['\n', '\r']) {
        let words = line.trim_end_matches(['\n', '\r']);
        if !words.is_empty() {
            parts.push(range(at, at + words.len()));
        }
        at += line.len();
    }
    parts
}

/// What changed from `old` to `new`: the tokens between what is alike at both ends.
pub fn delta(old: &[SemanticToken], new: SemanticTokens) -> SemanticTokensFullDeltaResult {
    let head = old.iter().zip(&new.data).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.data.len()) - head;
    let tail = old.iter().rev().zip(new.data.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let data = new.data[head..new.data.len() - tail].to_vec();
    let delete_count = (old.len() - tail - head) * 5;
    let mut edits = Vec::new();
    if delete_count > 0 || !data.is_empty() {
        edits.push(SemanticTokensEdit {
            start: head as u32 * 5,
            delete_count: delete_count as u32,
            data: Some(data),
        });
    }
    SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta { result_id: new.result_id, edits })
}

/// The tokens that the client has of each document, with their names.
pub type Known = Mutex<HashMap<Uri, (String, Vec<SemanticToken>)>>;

/// All tokens, remembered for the next question.
pub fn full(snapshot: &Snapshot, known: &Known) -> SemanticTokens {
    let new = tokens(snapshot, None);
    let remembered = (new.result_id.clone().unwrap_or_default(), new.data.clone());
    known.lock().unwrap_or_else(PoisonError::into_inner).insert(snapshot.uri.clone(), remembered);
    new
}

/// What changed since the client got the tokens called `previous`; all of them when those are forgotten.
pub fn since(snapshot: &Snapshot, known: &Known, previous: &str) -> SemanticTokensFullDeltaResult {
    let old = known.lock().unwrap_or_else(PoisonError::into_inner).remove(&snapshot.uri);
    let new = full(snapshot, known);
    match old {
        Some((name, old)) if name == previous => delta(&old, new),
        _ => SemanticTokensFullDeltaResult::Tokens(new),
    }
}
