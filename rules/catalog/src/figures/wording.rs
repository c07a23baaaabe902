//! The words that tell what a figure is: `figures.toml`.

use std::sync::LazyLock;

use facts::quantity::Quantity;
use serde::Deserialize;

/// The lists; all words are in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    totals: Vec<String>,
    wholes: Vec<String>,
    groups: Vec<String>,
    results: Vec<String>,
    differences: Vec<String>,
    pub(super) counts: Vec<String>,
    pub(super) prices: Vec<String>,
    money: Vec<String>,
    not_totals: Vec<String>,
    of_which: Vec<String>,
    pub(super) total_leads: Vec<String>,
    pub(super) sums_up: Vec<String>,
    divided: Vec<String>,
    unsure: Vec<String>,
    pub(super) change_leads: Vec<String>,
    pub(super) weak_leads: Vec<String>,
    pub(super) whole_leads: Vec<String>,
    pub(super) some_leads: Vec<String>,
    pub(super) out_of: Vec<String>,
    pub(super) of_it: Vec<String>,
    pub(super) to_each: Vec<String>,
    pub(super) equally: Vec<String>,
    pub(super) each_price: Vec<String>,
    pub(super) at_price: Vec<String>,
    pub(super) unsure_price: Vec<String>,
    pub(super) each_at: Vec<String>,
    pub(super) each_time: Vec<(String, String)>,
    pub(super) numbers: Vec<String>,
    pub(super) without_vat: Vec<String>,
    pub(super) income: Vec<String>,
    pub(super) expenses: Vec<String>,
    pub(super) left_over: Vec<String>,
    pub(super) lacking: Vec<String>,
    pub(super) follows: Vec<String>,
    pub(super) besides: Vec<String>,
    pub(super) clause_verbs: Vec<String>,
    pub(super) unsure_whole: Vec<String>,
    pub(super) counted_in: Vec<String>,
    pub(super) added: Vec<String>,
    pub(super) left: Vec<String>,
    pub(super) rest_leads: Vec<String>,
    pub(super) change_named: Vec<String>,
    pub(super) share_leads: Vec<String>,
    pub(super) exhaustive: Vec<String>,
    pub(super) exclusive: Vec<String>,
    pub(super) overlapping: Vec<String>,
    pub(super) grows: Vec<String>,
    pub(super) falls: Vec<String>,
    pub(super) small_words: Vec<String>,
    measures: Vec<String>,
    pub(super) lengths: Vec<String>,
    pub(super) before_years: Vec<String>,
    pub(super) overlapping_counts: Vec<String>,
    pub(super) common_words: Vec<String>,
    pub(super) applied: Vec<String>,
    pub(super) less: Vec<String>,
    pub(super) changed: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) in_year: Vec<String>,
    pub(super) paid_by: Vec<String>,
    pub(super) opening: Vec<String>,
    pub(super) closing: Vec<String>,
    pub(super) came_in: Vec<String>,
    pub(super) went_out: Vec<String>,
    pub(super) surplus: Vec<String>,
    pub(super) unbalanced: Vec<String>,
    pub(super) nets: Vec<String>,
    pub(super) year_leads: Vec<String>,
    pub(super) all_prices: Vec<String>,
    pub(super) parts_of: Vec<String>,
    pub(super) explained: Vec<String>,
}

/// The lists that are part of the program.
pub(super) fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| data::read("figures"));
    &WORDING
}

impl Wording {
    /// Does `label`, in small letters, name a row or column that adds up others?
    pub(super) fn is_total(&self, label: &str) -> bool {
        let label = label.trim_start_matches(|c: char| !c.is_alphanumeric());
        let begins = |word: &String| {
            label.strip_prefix(&**word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let ends = |word: &String| label.strip_suffix(&**word).is_some_and(|rest| rest.ends_with(' '));
        let total = self.totals.iter().any(begins) || self.totals[..2].iter().any(ends);
        total && !self.not_totals.iter().any(|part| label.contains(&**part))
    }

    /// Does `label`, in small letters, say that it is all of what stands above, and nothing else?
    pub(super) fn is_whole(&self, label: &str) -> bool {
        let label = label.trim_matches(|c: char| !c.is_alphanumeric());
        self.wholes.iter().any(|word| label == word)
    }

    /// "timer i alt": does `label`, in small letters, count all of one thing?
    pub(super) fn is_all_of_one(&self, label: &str) -> bool {
        let of = self.totals[..2].iter().find_map(|all| label.strip_suffix(&**all));
        of.is_some_and(|of| of.ends_with(' ') && !of.trim_end().contains(' '))
    }

    /// Does `label`, in small letters, name a group of rows, whose total it may be?
    pub(super) fn is_group(&self, label: &str) -> bool {
        self.groups.iter().any(|word| label == word)
    }

    /// Does `label`, in small letters, name what is left of income less expenses?
    pub(super) fn is_result(&self, label: &str) -> bool {
        // "Overskud (resultat)", "Resultat:".
        let label = label.split('(').next().unwrap_or(label);
        let label = label.trim_matches(|c: char| !c.is_alphanumeric());
        self.results.iter().any(|word| label == word)
    }

    /// Does the head of a column, in small letters, name a difference of two others?
    pub(super) fn is_difference(&self, words: &str) -> bool {
        self.differences.iter().any(|word| words.contains(&**word))
    }

    /// Is the word behind a number, in small letters, a unit, so that the number counts no things?
    pub(super) fn is_measure(&self, word: &str) -> bool {
        self.measures.iter().any(|measure| measure == word)
    }

    /// Does a cell, in small letters, say that figures are money?
    pub(super) fn is_money(&self, words: &str) -> bool {
        self.money.iter().any(|word| words.contains(&**word))
    }

    /// Does `label`, in small letters, name a part of the row above?
    pub(super) fn is_of_which(&self, label: &str) -> bool {
        self.of_which.iter().any(|word| label.starts_with(&**word))
    }

    /// Does `words`, in small letters, say that the parts named are all there is?
    pub(super) fn divides(&self, words: &str) -> bool {
        self.divided.iter().any(|phrase| words.contains(&**phrase))
    }

    /// Do figures in this sentence, in small letters, not need to add up?
    pub(super) fn is_unsure(&self, sentence: &str) -> bool {
        self.unsure.iter().any(|part| sentence.contains(&**part))
    }
}

/// The number that the word is: "tre".
pub(super) fn number_word(word: &str) -> Option<i64> {
    let at = wording().numbers.iter().position(|known| known == word)?;
    i64::try_from(at).ok().map(|at| at + 2)
}

/// A whole number at the start of `text`, and its bytes.
pub(super) fn whole_number(text: &str) -> Option<(i64, usize)> {
    let (quantity, len) = Quantity::read(text)?;
    let one = Quantity::whole(1).value;
    (quantity.value % one == 0 && quantity.value > one).then_some((quantity.value / one, len))
}

/// Does one of `words` stand in `sentence`, in small letters?
pub(super) fn holds(sentence: &str, words: &[String]) -> bool {
    words.iter().any(|word| sentence.contains(&**word))
}

/// Does `after`, in small letters, begin with one of `words` as whole words?
pub(super) fn begins_with(after: &str, words: &[String]) -> bool {
    let after = after.trim_start();
    words
        .iter()
        .any(|word| after.strip_prefix(&**word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// Does `before`, in small letters, end in one of `leads` as whole words?
pub(super) fn ends_in(before: &str, leads: &[String]) -> bool {
    let before = before.trim_end();
    leads
        .iter()
        .any(|lead| before.strip_suffix(&**lead).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}
