//! The sides of a vote that one sentence tells, each behind the word that names it: "For stemte 6, imod 2", "For stemte 5 (A og V), imod
//! stemte 1 (O)"; and those whose names stand before it: "Ida Lund (A) stemte for. Bo Holm (V) stemte imod."

use super::{Side, Vote, Which, abstained, bracket, number, side, wording};
use danish::letters::small;
use danish::sentences::sentences;
use std::ops::Range;
use text::{TextRange, TextSize, is_space};

/// The sides that `sentence` tells, of which the first one, `which`, begins behind byte `after`; their offsets are those of the sentence.
pub(crate) fn led(sentence: &str, which: Which, after: usize) -> Vec<(Which, Side)> {
    let lower = small(sentence);
    let mut sides = Vec::new();
    let mut open = (which, after);
    let mut depth = 0;
    for (at, c) in lower.char_indices().filter(|(at, _)| *at >= after) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth != 0 || !begins_piece(&lower[..at]) => {}
            _ => {
                if let Some((next, len)) = head(&lower[at..]) {
                    sides.extend(read(sentence, open.0, open.1..at));
                    open = (next, at + len);
                } else if let Some(behind) = abstaining(&sentence[at..]) {
                    sides.extend(read(sentence, open.0, open.1..at));
                    sides.push((Which::Abstain, behind.shifted(TextSize::of(&sentence[..at]))));
                    return sides;
                }
            }
        }
    }
    sides.extend(read(sentence, open.0, open.1..sentence.len()));
    sides
}

/// The side `which` at `place` of `sentence`, and those who abstained where a clause behind it says so.
fn read(sentence: &str, which: Which, place: Range<usize>) -> Vec<(Which, Side)> {
    let (list, rest) = own_list(sentence, place.clone());
    let (which, mut own) = listed(sentence, which, list);
    let Some(from) = rest.filter(|_| which != Which::Abstain) else { return vec![(which, own)] };
    let abstain = who_abstained(&sentence[from..place.end]);
    // Whoever stands behind the list does something else: "imod stemte 1 (O), og C var fraværende".
    own.unsure |= abstain.is_none();
    let abstain = abstain.map(|side| (Which::Abstain, side.shifted(TextSize::of(&sentence[..from]))));
    std::iter::once((which, own)).chain(abstain).collect()
}

fn listed(sentence: &str, which: Which, place: Range<usize>) -> (Which, Side) {
    let words = sentence[place.clone()].trim_end_matches(is_joint);
    let words = [" og", " mens", " samt"].iter().find_map(|word| words.strip_suffix(word)).unwrap_or(words);
    let words = words.trim_end_matches(is_joint);
    (which, side(words).shifted(TextSize::of(&sentence[..place.start])))
}

fn is_joint(c: char) -> bool {
    is_space(c) || matches!(c, ',' | ';')
}

/// The bytes of a list at `place` of `sentence`, and where a clause of its own goes on behind it: "1 (O), og C undlod at stemme". In
/// brackets behind its number the list is whole; without them only a clause that has a verb of its own is none of it.
fn own_list(sentence: &str, place: Range<usize>) -> (Range<usize>, Option<usize>) {
    let list = &sentence[place.clone()];
    let end = match (counted_end(list), list.rfind(", og ").max(list.rfind("; "))) {
        (Some(end), _) => end,
        (None, Some(end)) if abstains(&list[end..]).is_some() => end,
        _ if abstains(list).is_some() => return (place.clone(), Some(place.end)),
        _ => return (place, None),
    };
    // "6 (A, F og Ø) og", before the next side, goes on with nothing.
    let mut behind = list[end..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let goes_on = behind.any(|word| !matches!(word, "og" | "mens" | "samt"));
    let from = place.start + end;
    if goes_on { (place.start..from, Some(from)) } else { (place, None) }
}

/// Where "5 (A, F og V)" ends, with which `list` begins, or "2" before a clause.
fn counted_end(list: &str) -> Option<usize> {
    let start = list.len() - list.trim_start_matches(|c| is_space(c) || c == ':').len();
    let (_, len) = number(&list[start..])?;
    let behind = start + len;
    if let Some((_, close)) = bracket(list, behind) {
        return Some(close);
    }
    let bare = list[behind..].starts_with([',', ';']) || list[behind..].starts_with(" og ");
    (bare && abstains(&list[behind..]).is_some()).then_some(behind)
}

/// Where the verb of those who abstain stands in `words`.
fn abstains(words: &str) -> Option<usize> {
    let verbs = wording().verbs().filter(|(_, which)| *which == Which::Abstain);
    verbs.filter_map(|(verb, _)| words.find(verb)).min()
}

/// Those of whom `words` say nothing but that they abstained: ", og C undlod at stemme".
fn who_abstained(words: &str) -> Option<Side> {
    let list = &words[..abstains(words)?];
    let mut from = list.len() - list.trim_start_matches(is_joint).len();
    for word in ["og ", "mens ", "samt "] {
        from += list[from..].strip_prefix(word).map_or(0, |_| word.len());
    }
    let side = side(&list[from..]).shifted(TextSize::of(&list[..from]));
    let told = side.count.is_some() || !side.parties.is_empty() || !side.names.is_empty();
    (told && !side.unsure).then_some(side)
}

/// Does a piece of a list begin behind `before`?
fn begins_piece(before: &str) -> bool {
    wording().side_joints.iter().any(|joint| before.ends_with(&**joint))
}

/// "imod stemte 1 (O)", "imod 2": the side that `rest`, in small letters, begins with, and the bytes of its name. A word that stands
/// alone must count.
fn head(rest: &str) -> Option<(Which, usize)> {
    wording().heads().find_map(|(words, which)| {
        let behind = rest.strip_prefix(&*small(words))?;
        let spaced = behind.strip_prefix(':').unwrap_or(behind);
        let listed = spaced.trim_start_matches(is_space);
        let counts = number(listed).is_some_and(|(_, len)| {
            !listed[len..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ':' | '-'))
                || listed[len..].trim_start_matches(['.', ':']).trim().is_empty()
        });
        let names = words.ends_with(" stemte") && spaced.len() > listed.len();
        (spaced.starts_with(is_space) && (counts || names)).then(|| (which, rest.len() - spaced.len()))
    })
}

/// "5 undlod at stemme (F)".
fn abstaining(rest: &str) -> Option<Side> {
    number(rest).and_then(|_| abstained(rest))
}

/// "Ida Lund (A) og Ib Ask (F) stemte for. Bo Holm (V) stemte imod.": the vote of a paragraph that names members with their parties on
/// both sides.
pub(crate) fn named(line: &str) -> Option<Vote> {
    let holds = |side: Which| wording().verbs().any(|(verb, which)| which == side && line.contains(verb));
    if !holds(Which::Aye) || !holds(Which::Nay) {
        return None;
    }
    let mut vote = Vote::default();
    for sentence in sentences(line) {
        let words = line[sentence].trim_end_matches(|c| is_space(c) || c == '.');
        let told = wording().verbs().find_map(|(verb, which)| Some((words.strip_suffix(verb)?, which)));
        let Some((list, which)) = told else { continue };
        let side = side(list);
        let full = |name: &TextRange| {
            let mut words = list[*name].split(is_space);
            words.clone().count() > 1 && words.all(|word| word.starts_with(char::is_uppercase))
        };
        let lettered = side.people as usize == side.names.len();
        let people = !side.unsure && side.parties.is_empty() && (lettered || side.names.iter().all(full));
        let place = vote.side_mut(which);
        if !people || side.names.is_empty() || place.is_some() {
            return None;
        }
        *place = Some(side.shifted(sentence.start()));
    }
    (vote.aye.is_some() && vote.nay.is_some()).then_some(vote)
}

#[cfg(test)]
mod tests {
    use super::super::{Which, side_line};
    use super::{led, named};

    fn read(text: &str) -> Vec<(Which, Option<u32>, Vec<&str>)> {
        let (which, after) = side_line(text).expect("a side");
        let sides = led(text, which, after).into_iter();
        sides
            .map(|(which, side)| {
                assert!(!side.unsure, "{text}");
                let who = side.parties.iter().chain(&side.names).map(|place| &text[*place]).collect();
                (which, side.count.map(|(count, _)| count), who)
            })
            .collect()
    }

    #[test]
    fn each_side_stands_behind_its_word() {
        use Which::{Abstain, Aye, Nay};
        assert_eq!(read("For stemte 6, imod 2."), [(Aye, Some(6), vec![]), (Nay, Some(2), vec![])]);
        assert_eq!(
            read("For stemte 5 (A, F og V), imod stemte 1 (O)."),
            [(Aye, Some(5), vec!["A", "F", "V"]), (Nay, Some(1), vec!["O"])]
        );
        assert_eq!(
            read("For stemte A, B og F, mens imod stemte O og V."),
            [(Aye, None, vec!["A", "B", "F"]), (Nay, None, vec!["O", "V"])]
        );
        assert_eq!(
            read("For stemte 61, imod 18, og 5 undlod at stemme."),
            [(Aye, Some(61), vec![]), (Nay, Some(18), vec![]), (Abstain, Some(5), vec![])]
        );
        assert_eq!(read("For stemte A, B og F."), [(Aye, None, vec!["A", "B", "F"])]);
    }

    #[test]
    fn a_side_in_brackets_is_whole_before_the_next_one() {
        for text in [
            "For stemte 6 (A, F, Ø, F) og imod 3 (C, V).",
            "For stemte 6 (A, F, Ø, F), mens imod stemte 3 (C, V).",
        ] {
            let (which, after) = side_line(text).expect("a side");
            let sides = led(text, which, after);
            assert!(sides.len() == 2 && sides.iter().all(|(_, side)| !side.unsure), "{text}");
        }
    }

    #[test]
    fn who_abstains_behind_a_side_is_none_of_it() {
        use Which::{Abstain, Aye, Nay};
        for (tail, who) in [
            (", og C undlod at stemme.", vec!["C"]),
            (", C undlod at stemme.", vec!["C"]),
            (" og C undlod at stemme.", vec!["C"]),
            (", mens C undlod at stemme.", vec!["C"]),
            (", og Søs Bendix (C) undlod at stemme.", vec!["Søs Bendix"]),
            (" og C stemte blankt.", vec!["C"]),
            (", og C og B stemte hverken for eller imod.", vec!["C", "B"]),
        ] {
            let text = format!("For stemte 5 (V, A og F), imod stemte 1 (O){tail}");
            let sides =
                [(Aye, Some(5), vec!["V", "A", "F"]), (Nay, Some(1), vec!["O"]), (Abstain, None, who)];
            assert_eq!(read(&text), sides, "{text}");
        }
        assert_eq!(
            read("For stemte 5, imod stemte 1, og C undlod at stemme."),
            [(Aye, Some(5), vec![]), (Nay, Some(1), vec![]), (Abstain, None, vec!["C"])]
        );
        assert_eq!(
            read("For stemte V og A, imod stemte O, og C undlod at stemme."),
            [(Aye, None, vec!["V", "A"]), (Nay, None, vec!["O"]), (Abstain, None, vec!["C"])]
        );
        assert_eq!(read("Imod stemte 2: O og C."), [(Nay, Some(2), vec!["O", "C"])]);
    }

    #[test]
    fn what_else_is_told_behind_a_side_makes_it_unsure() {
        for text in [
            "Imod stemte 1 (O), og C var fraværende.",
            "Imod stemte O og C undlod at stemme.",
            "Imod stemte 1 (O), og resten af udvalget undlod at stemme.",
        ] {
            let (which, after) = side_line(text).expect("a side");
            let unsure = |(which, side): &(Which, super::Side)| *which == Which::Nay && side.unsure;
            assert!(led(text, which, after).iter().any(unsure), "{text}");
        }
    }

    #[test]
    fn members_may_stand_before_the_word() {
        let vote = named("Ida Lund (A) og Ib Ask (F) stemte for. Bo Holm (V) stemte imod.").expect("a vote");
        assert_eq!(vote.aye.map(|side| side.people), Some(2));
        assert_eq!(vote.nay.map(|side| side.people), Some(1));
        for line in [
            "Ida Lund (A) stemte imod.",
            "Ida Lund (A) stemte for. De øvrige stemte imod.",
            "Ida Lund (A) stemte for forslaget. Bo Holm (V) stemte imod planen.",
            "Et flertal stemte for. Bo Holm (V) stemte imod.",
        ] {
            assert_eq!(named(line), None, "{line}");
        }
    }
}
