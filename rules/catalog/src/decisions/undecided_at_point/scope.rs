//! How far a decision or a point reaches: all points, the points of one body, a point that depends on another.

use facts::deciding::tokens;
use lint::ItemView;
use minutes::{Point, Recommendation};
use syntax::folded_body;

/// Where several lead-ins name the bodies that are to decide, does the one before `point` name this committee?
pub(super) fn is_for_committee(view: &ItemView<'_>, recommendation: &Recommendation, point: &Point) -> bool {
    if recommendation.more_lead_ins.is_empty() {
        return true;
    }
    let lead_in = recommendation.lead_in_of(point).map(|lead_in| folded_body(view.words(lead_in)));
    let committee = view.context.committee().map(folded_body);
    lead_in.zip(committee).is_some_and(|(lead_in, committee)| lead_in.contains(&*committee))
}

/// Points that come into force only with another: "at hvis punkt 1 godkendes, …".
pub(super) fn is_conditional(words: &str) -> bool {
    let sentence = words.split(". ").next().unwrap_or(words);
    tokens(sentence).any(|word| {
        matches!(
            &*word.to_lowercase(),
            "hvis" | "såfremt" | "indstillingspunkt" | "at-punkt" | "eventuelle" | "eventuel"
        )
    })
}

/// The body that a point says shall decide: "at Byrådet godkender …".
pub(super) fn body(words: &str) -> Option<String> {
    const ENDINGS: &[&str] =
        &["udvalget", "udvalg", "byrådet", "kommunalbestyrelsen", "borgerrepræsentationen", "byråd"];
    tokens(words)
        .take(7)
        .map(str::to_lowercase)
        .find(|word| ENDINGS.iter().any(|ending| word.ends_with(ending)) && word != "udvalget")
}
