//! What the words behind a number say of whose it is.

use super::{Around, Counted, WORDS, Whose, ends_in, has, starts_word};

impl Around {
    /// What the words right behind the number say.
    pub(super) fn behind(&self, counted: Counted) -> Whose {
        let after = self.after.as_str();
        if after.starts_with('/') && after[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return Whose::Elsewhere;
        }
        let next = after.trim_start_matches([' ', '.']);
        if WORDS
            .parts_behind
            .iter()
            .any(|part| after.starts_with(part.as_str()) || next.starts_with(part.as_str()))
        {
            return Whose::Elsewhere;
        }
        if after.starts_with([',', '(']) || next.starts_with('(') {
            let next = after.trim_start_matches([',', '(', ' ']);
            let word = next.split(' ').next().unwrap_or("");
            let dated = next.starts_with("den ") || next.starts_with("d. ");
            let owner = ends_in(word.trim_end_matches(['s', ',', ')']), &WORDS.bodies);
            return if dated || owner { Whose::Perhaps } else { Whose::Here };
        }
        if let Some(idle) = WORDS.idle.iter().find(|idle| starts_word(next, idle)) {
            let more = next[idle.len()..].trim_start();
            let of_other =
                ["den ", "d. ", "til ", "for ", "fra ", "af "].iter().any(|word| more.starts_with(word));
            return if idle.ends_with("dagsordenen") && of_other { Whose::Elsewhere } else { Whose::Here };
        }
        if ["den ", "d. "].iter().any(|word| {
            next.strip_prefix(word).is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
        }) {
            return Whose::Elsewhere;
        }
        match next.split_once(' ') {
            Some((join, rest)) if has(&WORDS.joins, join) => joined(counted, join, rest),
            _ => Whose::Here,
        }
    }
}

/// What a preposition behind the number says, with the words after it.
fn joined(counted: Counted, join: &str, rest: &str) -> Whose {
    let words: Vec<&str> =
        rest.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).take(4).collect();
    let (first, second) = (words.first().copied().unwrap_or(""), words.get(1).copied().unwrap_or(""));
    let dated = ["den", "d", "til", "for", "fra", "af"].contains(&second);
    let own = has(&WORDS.own_papers, first) && !dated;
    let is_attachment = counted == Counted::Attachment;
    let of_item = is_attachment && (has(&WORDS.item_words, first) || first.starts_with("dagsordenspunkt"));
    match join {
        _ if of_item => Whose::Here,
        "til" if !is_attachment => {
            let of_paper =
                words.iter().take(2).any(|word| ends_in(word, &WORDS.laws) || ends_in(word, &WORDS.papers));
            let of_day = first.starts_with("møde") && dated;
            if of_paper || of_day { Whose::Elsewhere } else { Whose::Here }
        }
        "til" if own || ends_in(first, &WORDS.bodies) => Whose::Here,
        "i" if own && (is_attachment || first == "dagsordenen") => Whose::Here,
        // In the minutes themselves that is them, or those of the last meeting.
        "i" if own && first == "referatet" => Whose::Perhaps,
        "på" if first == "mødet" && !dated => Whose::Here,
        "af" | "under" if own => Whose::Here,
        "ved" => Whose::Here,
        "af" | "under" => Whose::Perhaps,
        "på" | "fra" if is_attachment => Whose::Perhaps,
        _ => Whose::Elsewhere,
    }
}
