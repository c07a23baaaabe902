//! What the documents of a folder show of their house.

use std::collections::BTreeMap;

use rules::document::Document;
use rules::syntax::without_period;

/// Counts what is seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// Documents.
    pub(super) n_files: usize,
    styles: BTreeMap<String, usize>,
    committees: BTreeMap<String, usize>,
    /// The party by the name of the member; the last that was seen.
    members: BTreeMap<String, String>,
}

impl Seen {
    /// Takes in `document`.
    pub(super) fn add(&mut self, document: &Document) {
        self.n_files += 1;
        let choice = document.choice();
        // The general style has no signs: it says only that no other fits.
        if !choice.signs.is_empty() {
            *self.styles.entry(choice.house.name.clone()).or_default() += 1;
        }
        let (text, head) = (document.text(), document.minutes().head());
        if let Some(committee) = head.committee {
            *self.committees.entry(without_period(&text[committee]).to_owned()).or_default() += 1;
        }
        for range in &head.participants {
            self.members.extend(members(&text[*range]));
        }
    }

    /// The style that most documents are in, and how many.
    pub(super) fn style(&self) -> Option<(&str, usize)> {
        let (name, n) = self.styles.iter().max_by_key(|(_, n)| **n)?;
        (n * 2 > self.n_files).then_some((name.as_str(), *n))
    }

    /// The bodies that meet, by name.
    pub(super) fn committees(&self) -> Vec<&str> {
        self.committees.keys().map(String::as_str).collect()
    }

    /// Members with their party, by name.
    pub(super) fn members(&self) -> impl Iterator<Item = (&str, &str)> {
        self.members.iter().map(|(name, party)| (name.as_str(), party.as_str()))
    }
}

/// Who is named with a party in `line`: "Bo Berg (A), formand, Ida Lund (V)".
fn members(line: &str) -> Vec<(String, String)> {
    let mut members = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((party, next)) = after.split_once(')') else { break };
        let name = before.rsplit([',', ';', ':']).next().unwrap_or_default();
        let name = name.trim().trim_start_matches(['-', '*', '•']).trim();
        if is_name(name) && is_party(party) {
            members.push((name.to_owned(), party.to_owned()));
        }
        rest = next;
    }
    members
}

/// Two to five words that begin with capitals; a title such as "borgmester" is none of them.
fn is_name(words: &str) -> bool {
    let n = words.split(' ').count();
    let named =
        |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "de" | "van" | "von" | "af");
    (2..=5).contains(&n) && words.split(' ').all(named) && !words.contains(|c: char| c.is_ascii_digit())
}

/// The letter of a list, or a short name: "A", "SF".
fn is_party(words: &str) -> bool {
    (1..=3).contains(&words.chars().count()) && words.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn members_have_a_name_and_a_party() {
        let found =
            members("- Bo Berg (A), formand, Ida von Lund (SF), Per (V), Centerchef Bo Dam (fra kl. 17)");
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Bo Berg", "Ida von Lund"]);
    }
}
