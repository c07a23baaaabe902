//! The words of the case, the recommendation and the tables, sentence by sentence and row by row.
//!
//! A text may be broken into other lines in the one document than in the other, and minutes may leave a whole text out or
//! tell beneath the agenda's what was said: neither is a change of what the agenda says. What differs in a text that stands
//! in both is told.

use rustc_hash::FxHashMap;

use super::asked::{At, asked_in_sentence, lines as lines_of};
use super::lines::Values;
use super::phrases::WORDS;
use super::said::valued;
use super::{Change, Kind, Side, likeness};
use crate::danish::sentences::sentences;
use crate::minutes::{Content, Section};
use crate::syntax::SectionKind;
use crate::text::{TextRange, TextSize, range, range_of};

/// Less alike than this, two sentences are two sentences.
const SAME: f64 = 0.6;

/// At most this many changed sentences of an item are compared with each other; more is another text.
const MOST: usize = 200;

/// A sentence, or a row of a table.
struct Unit {
    range: TextRange,
    /// What it says.
    words: String,
    text: TextOf,
    /// Is it a point below a line that recommends, where no heading stands over them?
    asked: bool,
    /// How many words of its text stand before it, and how many with it.
    from: usize,
    to: usize,
}

/// The text that a unit belongs to.
#[derive(Clone, PartialEq, Eq)]
enum TextOf {
    /// What stands under the title of the item.
    Intro,
    Recommendation,
    /// Under a heading of its own.
    Section(String),
}

/// Compares the texts; gives whether the minutes leave one out. `repeats` says that they repeat what is recommended, here or
/// in another item.
pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, repeats: bool, changes: &mut Vec<Change>) -> bool {
    let (old, new) = (units(before), units(after));
    let come = surplus(&new, &old, &[]);
    let gone = surplus(&old, &new, &come);
    let (gone, come) = apart(&old, &new, gone, come);
    if gone.len() > MOST || come.len() > MOST {
        let first = |side: &Side<'_>, units: &[Unit], places: &[usize]| {
            places.first().map(|&at| side.line(units[at].range))
        };
        let (agenda, minutes) = (first(before, &old, &gone), first(after, &new, &come));
        changes.push(Change { kind: Kind::Text, agenda, minutes });
        return false;
    }
    let mut taken = vec![false; new.len()];
    let mut alone = Vec::new();
    for at in gone {
        match partner(&old[at], &new, &come, &taken) {
            Some(other) => {
                taken[other] = true;
                tell(before, after, &old[at], &new[other], changes);
            }
            None => alone.push(at),
        }
    }
    let asks = |units: &[Unit]| units.iter().any(|unit| unit.asked);
    let (gone, alone): (Vec<usize>, Vec<usize>) =
        alone.into_iter().partition(|&at| old[at].asked && (asks(&new) || repeats));
    for at in gone {
        let kind = Kind::AtPointRemoved;
        changes.push(Change { kind, agenda: Some(before.line(old[at].range)), minutes: None });
    }
    let stays = |at: usize| old[at].text == TextOf::Intro || has(&new, &old[at].text);
    let (told, left_out): (Vec<usize>, Vec<usize>) =
        alone.into_iter().partition(|&at| stays(at) && is_shared(&old, &new, &old[at].text));
    for at in told {
        let kind = Kind::TextRemoved;
        changes.push(Change { kind, agenda: Some(before.line(old[at].range)), minutes: None });
    }
    for &at in &come {
        if taken[at] || !new[at].asked || !asks(&old) {
            continue;
        }
        taken[at] = true;
        let kind = Kind::AtPointAdded;
        changes.push(Change { kind, agenda: None, minutes: Some(after.line(new[at].range)) });
    }
    // Beneath the title minutes tell what was said.
    // And in the history of the case stands what this meeting made of it.
    let history =
        |at: usize| after.item.section_at(new[at].range.start()).is_some_and(|section| section.history);
    for &at in come.iter().filter(|&&at| !taken[at] && new[at].text != TextOf::Intro && !history(at)) {
        let known = is_shared(&old, &new, &new[at].text);
        if known || tells_the_case(after, new[at].range) && !has(&old, &new[at].text) {
            let kind = Kind::TextAdded;
            changes.push(Change { kind, agenda: None, minutes: Some(after.line(new[at].range)) });
        }
    }
    !left_out.is_empty()
}

/// Tells what differs between two sentences that are the same one.
fn tell(before: &Side<'_>, after: &Side<'_>, old: &Unit, new: &Unit, changes: &mut Vec<Change>) {
    let goes_on = new.words.strip_prefix(&*old.words).is_some_and(|rest| rest.starts_with(' '));
    if goes_on && !old.asked && old.text == TextOf::Intro && new.text == TextOf::Intro {
        return;
    }
    let (words, others) = (before.words(old.range), after.words(new.range));
    let (values, other_values) = (Values::of(words), Values::of(others));
    let mut push = |kind: Kind| {
        changes.push(Change {
            kind,
            agenda: Some(before.line(old.range)),
            minutes: Some(after.line(new.range)),
        });
    };
    let same = values == other_values;
    let asks_otherwise = || {
        let (one, other) = (asked_in_sentence(&old.words), asked_in_sentence(&new.words));
        one.is_some() && other.is_some() && one != other
    };
    if old.asked || new.asked || !same && recommends(before, old.range) {
        push(Kind::AtPointChanged);
    } else if is_asked(old, new, &senders(&[before, after])) || same && asks_otherwise() {
        push(Kind::Recommendation);
    } else if same {
        push(Kind::Text);
    }
    if values.amounts != other_values.amounts {
        push(Kind::Amount);
    }
    if values.dates != other_values.dates {
        push(Kind::Date);
    }
    if values.numbers != other_values.numbers
        && values.amounts == other_values.amounts
        && values.dates == other_values.dates
    {
        push(Kind::Figure);
    }
}

/// Do the words around the at-points ask for something else, and not only in another tense: "indstillede"? Who recommends is
/// compared as such.
fn is_asked(one: &Unit, other: &Unit, senders: &[String]) -> bool {
    let words = |unit: &Unit| -> Vec<String> {
        let own = |word: &&str| !is_recommending(word) && !senders.iter().any(|sender| sender == word);
        unit.words.split(' ').filter(own).map(str::to_owned).collect()
    };
    [one, other].iter().all(|unit| unit.text == TextOf::Recommendation) && words(one) != words(other)
}

/// The words that name who recommends, in any of the items.
fn senders(sides: &[&Side<'_>]) -> Vec<String> {
    let named = sides.iter().flat_map(|side| {
        let senders = side.item.recommendations().filter_map(|recommendation| recommendation.sender);
        senders.map(|sender| valued(side.words(sender)))
    });
    named.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn is_recommending(word: &str) -> bool {
    WORDS.recommending.iter().any(|form| form == word)
}

/// The unit of the minutes that is most like `old`, a row with the same label before others.
fn partner(old: &Unit, new: &[Unit], come: &[usize], taken: &[bool]) -> Option<usize> {
    let label = |unit: &Unit| unit.words.split(' ').next().map(str::to_owned);
    let free = come.iter().copied().filter(|&other| !taken[other]);
    // "indstiller til Byrådet" and "indstiller til Økonomiudvalget" are the one lead of the points.
    let leads = |unit: &Unit| {
        unit.text == TextOf::Recommendation && unit.words.split(' ').next().is_some_and(is_recommending)
    };
    let alike = free.map(|other| match leads(old) && leads(&new[other]) {
        true => (1.0, other),
        false => (likeness(&old.words, &new[other].words), other),
    });
    let near = |other: usize| {
        (new[other].asked == old.asked, new[other].text == old.text, label(&new[other]) == label(old))
    };
    let best = alike
        .filter(|(likeness, _)| *likeness >= SAME)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| near(a.1).cmp(&near(b.1))));
    best.map(|(_, other)| other)
}

/// Is the text in the minutes at all?
fn has(units: &[Unit], text: &TextOf) -> bool {
    units.iter().any(|unit| unit.text == *text)
}

/// Does a unit of the text stand in both documents, as it is or nearly?
fn is_shared(old: &[Unit], new: &[Unit], text: &TextOf) -> bool {
    let of = |units: &[Unit]| -> String {
        let own = units.iter().filter(|unit| unit.text == *text);
        own.map(|unit| &*unit.words).collect::<Vec<_>>().join(" ")
    };
    let (old, new) = (of(old), of(new));
    if *text != TextOf::Intro {
        return !old.is_empty() && !new.is_empty();
    }
    // Beneath the title minutes may tell nothing but what was said, in words of their own.
    let words: rustc_hash::FxHashSet<&str> = new.split(' ').collect();
    let all = old.split(' ').count();
    !old.is_empty() && old.split(' ').filter(|word| words.contains(word)).count() * 2 >= all
}

/// Does `place` of the item stand under a heading that only a case text has?
fn tells_the_case(side: &Side<'_>, place: TextRange) -> bool {
    side.item.section_at(place.start()).is_some_and(|section| {
        section.kind.tells_the_case() || matches!(section.kind, SectionKind::Finance | SectionKind::Legal)
    })
}

/// Is the sentence part of the recommendation: in its section, or one that recommends?
fn recommends(side: &Side<'_>, place: TextRange) -> bool {
    let within = side.item.section_at(place.start()).is_some_and(|section| {
        matches!(section.content, Content::Recommendation(_)) && section.body.contains_range(place)
    });
    let lower = side.words(place).to_lowercase();
    within
        || WORDS.recommending.iter().any(|form| {
            let at = lower.find(&**form).map(|at| &lower[at + form.len()..]);
            at.is_some_and(|rest| rest.starts_with(", at ") || rest.starts_with(" at "))
        })
}

/// The sentences and rows of an item that are neither its decisions, its at-points nor its attachments.
fn units(side: &Side<'_>) -> Vec<Unit> {
    let text = &side.document.text()[TextRange::at(side.start, side.item.len)];
    let of = |section: &Section| match section.content {
        Content::Prose => Some(TextOf::Section(valued(&text[section.heading]))),
        Content::Recommendation(_) => Some(TextOf::Recommendation),
        _ => None,
    };
    let sections = side.item.sections.iter();
    let bodies = sections.filter_map(|section| Some((of(section)?, section.body)));
    let mut found: Vec<Unit> = Vec::new();
    for (of, body) in std::iter::once((TextOf::Intro, side.item.intro)).chain(bodies) {
        let mut from = 0;
        for (place, asked) in pieces(side, text, body) {
            let words = valued(&text[place]);
            // "indstiller," says nothing of its own.
            let leads = of == TextOf::Recommendation && words.split(' ').all(is_recommending);
            if words.is_empty() || leads {
                continue;
            }
            let to = from + words.split(' ').count();
            found.push(Unit { range: place, words, text: of.clone(), asked, from, to });
            from = to;
        }
    }
    found
}

/// The sentences and rows of `body`, without its at-points; of each whether it is a point without a heading.
fn pieces(side: &Side<'_>, text: &str, body: TextRange) -> Vec<(TextRange, bool)> {
    let mut found = Vec::new();
    for part in free(side, body) {
        let mut prose: Option<TextRange> = None;
        let close = |prose: &mut Option<TextRange>, found: &mut Vec<(TextRange, bool)>| {
            if let Some(prose) = prose.take() {
                let whole = sentences_of(&text[prose]).into_iter();
                found.extend(whole.map(|sentence| (sentence + prose.start(), false)));
            }
        };
        for (line, at) in lines_of(&text[part]) {
            let place = range_of(text, line);
            if line.contains(['|', '\t']) {
                close(&mut prose, &mut found);
                found.push((range_of(text, line.trim()), false));
                continue;
            }
            match at {
                At::Begins => {
                    close(&mut prose, &mut found);
                    found.push((range_of(text, line.trim()), true));
                }
                At::GoesOn => {
                    if let Some((point, _)) = found.last_mut() {
                        *point = TextRange::new(point.start(), range_of(text, line.trim()).end());
                    }
                }
                At::Not => {
                    let start: TextSize = prose.map_or(place.start(), TextRange::start);
                    prose = Some(TextRange::new(start, place.end()));
                }
            }
        }
        close(&mut prose, &mut found);
    }
    // The number before a point, and "og" behind it.
    found.retain(|(place, _)| {
        let short = text[*place].chars().filter(|c| c.is_alphabetic()).count() < 3;
        !(short && side.item.points().next().is_some() && !text[*place].contains(['|', '\t']))
    });
    found
}

/// What stands in `body` before, between and after the points and the one who recommends, which are compared as such.
fn free(side: &Side<'_>, body: TextRange) -> Vec<TextRange> {
    let senders = side.item.recommendations().filter_map(|recommendation| recommendation.sender);
    let mut known: Vec<TextRange> = side.item.points().map(|point| point.text).chain(senders).collect();
    known.retain(|place| body.contains_range(*place));
    known.sort_by_key(|place| place.start());
    let mut free = Vec::new();
    let mut at = body.start();
    for place in known {
        free.push(TextRange::new(at, place.start().max(at)));
        at = place.end().max(at);
    }
    free.push(TextRange::new(at, body.end()));
    free
}

/// The sentences of `text`; a space that does not break ends one where any other would.
fn sentences_of(text: &str) -> Vec<TextRange> {
    const FIXED: char = '\u{a0}';
    if !text.contains(FIXED) {
        return sentences(text).collect();
    }
    let plain = text.replace(FIXED, " ");
    // Where each byte of `plain` stands in `text`.
    let chars = text.char_indices().flat_map(|(at, c)| {
        let n_bytes = if c == FIXED { 1 } else { c.len_utf8() };
        (0..n_bytes).map(move |byte| at + byte)
    });
    let places: Vec<usize> = chars.chain([text.len()]).collect();
    let place = |at: TextSize| places[usize::from(at)];
    sentences(&plain).map(|sentence| range(place(sentence.start()), place(sentence.end()))).collect()
}

/// Those of `gone` and `come` that lie where their texts really differ, and are not only parted otherwise.
fn apart(old: &[Unit], new: &[Unit], gone: Vec<usize>, come: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    let mut middles: Vec<(TextOf, [std::ops::Range<usize>; 2])> = Vec::new();
    for &at in &gone {
        let text = &old[at].text;
        if !middles.iter().any(|(known, _)| known == text) && has(new, text) {
            middles.push((text.clone(), middle(old, new, text)));
        }
    }
    let lies_in = |unit: &Unit, side: usize| {
        let middle = middles.iter().find(|(text, _)| *text == unit.text).map(|(_, middle)| &middle[side]);
        // Where nothing is left between, all of it is the same words.
        middle.is_none_or(|middle| unit.from < middle.end && middle.start < unit.to)
    };
    let gone = gone.into_iter().filter(|&at| lies_in(&old[at], 0)).collect();
    (gone, come.into_iter().filter(|&at| lies_in(&new[at], 1)).collect())
}

/// Between the words that a text begins and ends with in both documents: where those of each side lie.
fn middle(old: &[Unit], new: &[Unit], text: &TextOf) -> [std::ops::Range<usize>; 2] {
    fn words<'u>(units: &'u [Unit], text: &TextOf) -> Vec<&'u str> {
        units.iter().filter(|unit| unit.text == *text).flat_map(|unit| unit.words.split(' ')).collect()
    }
    let (old, new) = (words(old, text), words(new, text));
    let first = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let rest = old[first..].iter().rev().zip(new[first..].iter().rev());
    let last = rest.take_while(|(one, other)| one == other).count();
    [first..old.len() - last, first..new.len() - last]
}

/// The units that `units` has more often than `others`; of equal ones those that stand nearest to one of `near`.
fn surplus(units: &[Unit], others: &[Unit], near: &[usize]) -> Vec<usize> {
    let mut places: FxHashMap<&str, (Vec<usize>, usize)> = FxHashMap::default();
    for (at, unit) in units.iter().enumerate() {
        places.entry(&unit.words).or_default().0.push(at);
    }
    for unit in others {
        if let Some((_, known)) = places.get_mut(&*unit.words) {
            *known += 1;
        }
    }
    let mut found = Vec::new();
    for (mut places, known) in places.into_values().filter(|(places, known)| places.len() > *known) {
        let far = |at: usize| near.iter().map(|other| other.abs_diff(at)).min().unwrap_or(0);
        places.sort_by_key(|&at| (far(at), at));
        found.extend(&places[..places.len() - known]);
    }
    found.sort_unstable();
    found
}
