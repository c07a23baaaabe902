//! The body that meets, where a line of the head names it: "Kulturudvalget", "Referat af møde i skolebestyrelsen ved Åskolen".

use super::document_word::{begins, behind_meeting};
use super::loose_date::loose_date;
use super::{Reader, place};
use danish::date;
use syntax::{Label, Vocabulary, body_behind_link, placed_body_name, without_period};
use text::{is_space, range_of, trim};

impl Reader<'_> {
    /// Looks in `rest`, what stands behind the word for the document in `line`, for the body.
    pub(super) fn committee(&mut self, line: &str, rest: &str, dated: bool) {
        const SIGNS: [&str; 5] = [" - ", " – ", " • ", "\t", "   "];
        const MOST_PIECES: usize = 6;
        let mut rest = behind_meeting(rest).unwrap_or(rest);
        // "Referat af møde i skolebestyrelsen".
        let mut linked = rest.len() < line.len();
        // "Fjordby Kommune - Kulturudvalget - referat".
        for _ in 0..MOST_PIECES {
            if self.head.committee.is_some() {
                return;
            }
            self.body(rest, (dated, linked));
            linked = false;
            let behind = SIGNS.iter().filter_map(|sign| rest.find(sign).map(|at| at + sign.len())).min();
            let Some(behind) = behind else { return };
            rest = rest[behind..].trim_start_matches(is_space);
        }
    }

    /// The body that `rest` begins with.
    fn body(&mut self, rest: &str, (dated, linked): (bool, bool)) {
        let day = date::dates(rest).next().map(|found| found.range).or_else(|| Some(loose_date(rest)?.0));
        let cut = day.map_or(rest.len(), |range| range.start().into());
        let cut = [" - ", " – ", " • ", "\t", "   ", " kl."]
            .iter()
            .filter_map(|mark| rest.find(mark))
            .fold(cut, usize::min);
        let name = trim(rest[..cut].trim_end_matches(|c| is_space(c) || matches!(c, ',' | ':')));
        let name = place::without_municipality(before_document(name).unwrap_or(name));
        let tails = ["s møde", "S MØDE", " møde", " MØDE"];
        let name = tails.iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
        let name = without_glued_label(without_section(name), self.vocabulary);
        // "Afdelingsbestyrelsen, afd. 12", "Arbejdsmiljøudvalget (AMU), Teknisk Skole Midt".
        let of_place = |rest: &str| {
            let part = |word: &str| ["afd.", "afdeling", "gruppe", "kreds", "nr."].contains(&word);
            let named =
                |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || part(word);
            rest.ends_with(|c: char| c.is_ascii_digit()) || rest.split(is_space).all(named)
        };
        let before = || name.split_once(", ").filter(|(_, rest)| of_place(rest));
        let alone = || {
            let own = without_section(before()?.0);
            let bare = ["Bestyrelsen", "Bestyrelse"].contains(&own);
            placed_body_name(own, self.vocabulary).filter(|_| !bare)
        };
        let name = name.trim_end_matches(',');
        let small = || body_behind_link(name, self.vocabulary).filter(|_| linked);
        let named = placed_body_name(name, self.vocabulary).or_else(alone);
        // "afdelingsbestyrelsen" alone says less than the name of an association.
        if named.is_none() && small().is_some_and(|body| !body.contains(is_space)) {
            let body = small().map(|body| range_of(self.text, body));
            self.names.by_its_kind = self.names.by_its_kind.or(body);
        } else if let Some(body) = named.or_else(small) {
            // In "REFERAT Kulturudvalget 2022-2025 d. 21-02-2023" the years are the period, not the name.
            let body = if dated { without_period(body) } else { body };
            self.head.committee = Some(range_of(self.text, body));
        }
    }
}

/// "Handicaprådet, referat af møde", "Ledergruppen: dagsorden": what stands before the word for the document.
fn before_document(name: &str) -> Option<&str> {
    let parted = |sign: &str| {
        let (body, rest) = name.split_once(sign)?;
        begins(&rest.to_lowercase()).map(|_| body)
    };
    [", ", ": "].into_iter().find_map(parted)
}

/// "UdvalgÆldreråd" without the label of a form that ran into its value.
fn without_glued_label<'t>(name: &'t str, vocabulary: &Vocabulary) -> &'t str {
    let glued = |(at, c): &(usize, char)| c.is_uppercase() && name[..*at].ends_with(char::is_lowercase);
    let Some((at, _)) = name.char_indices().find(glued) else { return name };
    let (label, value) = name.split_at(at);
    let is_label = vocabulary.label(&format!("{label}:")).is_some_and(|(own, _)| own == Label::Committee);
    if is_label && placed_body_name(value, vocabulary).is_some() { value } else { name }
}

/// "Klimaudvalget (§ 17, stk. 4)" without the section of the law that lets it be, "Hovedudvalget (HMU)" without its short name.
fn without_section(name: &str) -> &str {
    const SHORT: usize = 6;
    let Some((bare, bracket)) = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")) else {
        return name;
    };
    let short = bracket.len() <= SHORT && bracket.chars().all(|c| c.is_uppercase() || c == '-');
    match name.find(" (§") {
        Some(at) => &name[..at],
        None if short => bare,
        None => name,
    }
}
