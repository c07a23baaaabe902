//! The affix rules of a Hunspell dictionary, as far as they are endings.

use std::collections::HashMap;

use regex::Regex;

/// One ending that a flag allows.
pub(crate) struct Ending {
    strip: String,
    add: String,
    condition: Option<Regex>,
    /// The flags that the form has in its turn.
    pub(crate) flags: Vec<u16>,
    /// What Stavekontrolden says that the ending means: "NUTID".
    pub(crate) meaning: String,
}

/// The endings by flag.
pub(crate) struct Endings(HashMap<u16, Vec<Ending>>);

impl Endings {
    /// Reads the endings of an `.aff` file.
    pub(crate) fn new(aff: &str) -> Self {
        let mut endings: HashMap<u16, Vec<Ending>> = HashMap::new();
        for line in aff.lines() {
            if let Some((flag, ending)) = ending(line) {
                endings.entry(flag).or_default().push(ending);
            }
        }
        Self(endings)
    }

    /// The forms of `word` by `flag`, each with its ending.
    pub(crate) fn of<'s>(&'s self, word: &'s str, flag: u16) -> impl Iterator<Item = (String, &'s Ending)> {
        let fits = move |ending: &&Ending| ending.condition.as_ref().is_none_or(|end| end.is_match(word));
        self.0.get(&flag).into_iter().flatten().filter(fits).filter_map(move |ending| {
            let stem = word.strip_suffix(ending.strip.as_str())?;
            Some((format!("{stem}{}", ending.add), ending))
        })
    }
}

/// Reads "SFX 1 0 de/34,22 e +DATID"; the line that begins a flag has only a count after it.
fn ending(line: &str) -> Option<(u16, Ending)> {
    let mut fields = line.split_whitespace();
    let (kind, flag, strip, add, condition) =
        (fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    if kind != "SFX" || strip == "Y" {
        return None;
    }
    let (add, flags) = add.split_once('/').unwrap_or((add, ""));
    let empty = |part: &str| if part == "0" { String::new() } else { part.to_owned() };
    let condition = (condition != ".")
        .then(|| Regex::new(&format!("(?:{condition})$")).expect("conditions are plain classes"));
    let meaning = fields.next().unwrap_or_default().trim_start_matches('+').to_owned();
    let flags = flags.split(',').filter_map(|flag| flag.parse().ok()).collect();
    Some((flag.parse().ok()?, Ending { strip: empty(strip), add: empty(add), condition, flags, meaning }))
}
