//! Puts a Danish dictionary in order for a reader that is stricter than Hunspell.
//!
//! Two things. First, broken lines of the word list: words in quotation marks ("A/S"), a word cut off from its flags,
//! two entries on one line. Second, the dictionary makes forms in two steps (program, programm-, programmet); the
//! reader takes two steps at the end of a word, but not at the end of a compound, and would refuse "boligprogrammet".
//! So each pair of steps is also given as one step, under flags of its own. On 48,726 words of real minutes the reader
//! then refused 15 that Hunspell accepts, and 324 before.

use rustc_hash::FxHashMap;

/// A step from one form to the next: what goes from the end, what comes, and which steps may follow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Step<'a> {
    strip: &'a str,
    add: String,
    then: Vec<&'a str>,
    condition: &'a str,
}

type Steps<'a> = Vec<(&'a str, Vec<Step<'a>>)>;

/// The first flag that is ours; the dictionary's own end far below, and the last that is allowed is 65,510.
const FIRST_FLAG: usize = 60_000;

/// The texts of the dictionary, in order.
pub(super) fn in_order(aff: &str, dic: &str) -> (String, String) {
    let dic = repaired(dic);
    if !aff.lines().any(|line| line.trim() == "FLAG num") {
        return (aff.to_owned(), dic.join("\n"));
    }
    let flattened = flattened(&steps(aff));
    let mut rules = String::new();
    for (at, (_, steps)) in flattened.iter().enumerate() {
        let flag = FIRST_FLAG + at;
        rules.push_str(&format!("SFX {flag} Y {}\n", steps.len()));
        for step in steps {
            let then = if step.then.is_empty() { String::new() } else { format!("/{}", step.then.join(",")) };
            rules.push_str(&format!("SFX {flag} {} {}{then} {}\n", step.strip, step.add, step.condition));
        }
    }
    let own: FxHashMap<&str, String> =
        flattened.iter().enumerate().map(|(at, (flag, _))| (*flag, (FIRST_FLAG + at).to_string())).collect();
    let dic: Vec<String> = dic.iter().map(|line| with_own_flags(line, &own)).collect();
    (format!("{aff}\n{rules}"), dic.join("\n"))
}

/// The lines of a word list, each with one entry that can be read.
fn repaired(dic: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = dic.lines().peekable();
    while let Some(line) = rest.next() {
        let mut line = line.to_owned();
        // A word that was cut off from its flags.
        if let Some(flags) = rest.next_if(|next| next.starts_with('/')) {
            line.push_str(flags);
        }
        match line.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
            // Two entries on one line.
            Some((word, next)) if !next.is_empty() && !next.starts_with('/') => {
                lines.push(word.split(' ').next().unwrap_or_default().to_owned());
                lines.push(next.to_owned());
            }
            Some((word, flags)) => lines.push(format!("{}{flags}", word.replace('/', "\\/"))),
            None => lines.push(line),
        }
    }
    lines
}

/// The suffix steps of an affix file, by flag in the order of the file.
fn steps(aff: &str) -> Steps<'_> {
    let mut steps: Steps<'_> = Vec::new();
    for line in aff.lines() {
        let fields: Vec<&str> = line.split('#').next().unwrap_or_default().split_whitespace().collect();
        let &["SFX", flag, strip, add, ref rest @ ..] = fields.as_slice() else { continue };
        let heads = rest.is_empty() && matches!(strip, "Y" | "N") && add.parse::<u32>().is_ok();
        if heads {
            continue;
        }
        let (add, then) = add.split_once('/').unwrap_or((add, ""));
        let condition = rest.first().copied().filter(|condition| !condition.starts_with('+')).unwrap_or(".");
        let then = then.split(',').filter(|flag| !flag.is_empty()).collect();
        let step = Step { strip, add: add.to_owned(), then, condition };
        match steps.iter_mut().find(|(known, _)| *known == flag) {
            Some((_, same)) => same.push(step),
            None => steps.push((flag, vec![step])),
        }
    }
    steps
}

/// For each flag, what two or three of its steps make in one.
fn flattened<'a>(steps: &Steps<'a>) -> Steps<'a> {
    let by_flag: FxHashMap<&str, &Vec<Step<'a>>> = steps.iter().map(|(flag, steps)| (*flag, steps)).collect();
    let mut all = Vec::new();
    for (flag, first_steps) in steps {
        let mut out: Vec<Step<'a>> = Vec::new();
        for first in first_steps {
            let added = if first.add == "0" { "" } else { &first.add };
            for second in next_steps(first, added, &by_flag) {
                let thirds = next_steps(&second, &second.add, &by_flag);
                for step in std::iter::once(second).chain(thirds) {
                    let then =
                        step.then.iter().filter(|flag| !by_flag.contains_key(*flag)).copied().collect();
                    let add = if step.add.is_empty() { "0".to_owned() } else { step.add };
                    let step = Step { add, then, ..step };
                    if !out.contains(&step) {
                        out.push(step);
                    }
                }
            }
        }
        if !out.is_empty() {
            all.push((*flag, out));
        }
    }
    all
}

/// `first`, which adds `added`, and one more step, as one.
fn next_steps<'a>(first: &Step<'a>, added: &str, by_flag: &FxHashMap<&str, &Vec<Step<'a>>>) -> Vec<Step<'a>> {
    let nexts = first.then.iter().filter_map(|flag| by_flag.get(flag)).flat_map(|steps| steps.iter());
    nexts
        .filter(|next| fits(next.condition, added))
        .filter_map(|next| {
            let stem = if next.strip == "0" { added } else { added.strip_suffix(next.strip)? };
            let add = format!("{stem}{}", if next.add == "0" { "" } else { &next.add });
            Some(Step { strip: first.strip, add, then: next.then.clone(), condition: first.condition })
        })
        .collect()
}

/// Does `word` end as `condition` says: letters, "." for any, letters in brackets for one of them, after "^" for none?
fn fits(condition: &str, word: &str) -> bool {
    if condition == "." {
        return true;
    }
    let mut word = word.chars().rev();
    let mut wanted: Vec<(bool, Vec<char>)> = Vec::new();
    let mut letters = condition.chars();
    while let Some(letter) = letters.next() {
        if letter != '[' {
            wanted.push(if letter == '.' { (false, Vec::new()) } else { (true, vec![letter]) });
            continue;
        }
        let group: Vec<char> = letters.by_ref().take_while(|letter| *letter != ']').collect();
        match group.strip_prefix(&['^']) {
            Some(others) => wanted.push((false, others.to_vec())),
            None => wanted.push((true, group)),
        }
    }
    wanted
        .iter()
        .rev()
        .all(|(among, group)| word.next().is_some_and(|letter| group.contains(&letter) == *among))
}

/// The entry with our flag beside each flag that has one.
fn with_own_flags(line: &str, own: &FxHashMap<&str, String>) -> String {
    let Some(slash) = flags_at(line) else { return line.to_owned() };
    let (word, rest) = (&line[..slash], &line[slash + 1..]);
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len());
    let (flags, tail) = rest.split_at(end);
    let mut line = format!("{word}/{flags}");
    for flag in flags.split(',').filter_map(|flag| own.get(flag)) {
        line.push(',');
        line.push_str(flag);
    }
    line.push_str(tail);
    line
}

/// Where the "/" before the flags of an entry stands.
fn flags_at(line: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match c {
            '/' if !escaped => return (at > 0).then_some(at),
            '\t' => return None,
            // " ph:…" begins what Hunspell knows of the word besides.
            ' ' if line.as_bytes().get(at + 3) == Some(&b':') => return None,
            _ => {}
        }
        escaped = c == '\\';
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{fits, in_order, repaired};

    #[test]
    fn broken_lines_are_mended() {
        let lines = "\"A/S\"\nskole\n/1,10\n\"FedEx/9 ph:x\"Fedkrog/54,9\nbolig/2";
        assert_eq!(repaired(lines), ["A\\/S", "skole/1,10", "FedEx/9", "Fedkrog/54,9", "bolig/2"]);
    }

    #[test]
    fn two_steps_become_one() {
        let aff = "FLAG num\nSFX 5 Y 1\nSFX 5 0 m/6,10 [^aeo]m\nSFX 6 Y 2\nSFX 6 0 et m\nSFX 6 0 en [^m]\n";
        let (aff, dic) = in_order(aff, "3\nprogram/5,7\nhus/6 ph:x\nA\\/S\n");
        assert!(aff.ends_with("SFX 60000 Y 1\nSFX 60000 0 met [^aeo]m\n"), "{aff}");
        assert_eq!(dic, "3\nprogram/5,7,60000\nhus/6 ph:x\nA\\/S");
    }

    #[test]
    fn conditions_are_read_from_the_end() {
        assert!(fits(".", "") && fits("m", "am") && fits("[ae]m", "am") && fits("[^ae]m", "om"));
        assert!(!fits("m", "") && !fits("[ae]m", "om") && !fits("[^ae]m", "am") && !fits("[^a]", ""));
    }

    #[test]
    fn other_dictionaries_stay_as_they_are() {
        assert_eq!(
            in_order("SET UTF-8\n", "1\nword/A\n"),
            ("SET UTF-8\n".to_owned(), "1\nword/A".to_owned())
        );
    }
}
