//! Items whose number is a slip: it stands twice, or runs backwards, where all else is as in the series.
//!
//! A series never runs backwards, or a list in a case would be one. But a secretary who puts in an item and forgets to
//! count on has written an item all the same.

use super::candidates::Candidate;
use crate::syntax::sign::Sign;

/// Puts into the series `lines` the candidates that only their number keeps out.
pub(super) fn insert(lines: &mut Vec<usize>, candidates: &[Candidate]) {
    let (Some(&first), true) = (lines.first(), lines.len() >= 2) else { return };
    let usual = lines.iter().map(|&at| candidates[at].score).sum::<f32>() / lines.len() as f32;
    let model = candidates[first];
    let mut all = Vec::with_capacity(lines.len());
    let mut chosen = lines.iter().copied().peekable();
    let mut end = model.end;
    for (at, candidate) in candidates.iter().enumerate().skip(first) {
        if chosen.next_if_eq(&at).is_some() {
            all.push(at);
            end = candidate.end;
            continue;
        }
        let followed = |candidate: &Candidate| {
            candidate.signs.has(Sign::SectionFollows) || candidate.signs.has(Sign::CaseNumberFollows)
        };
        let next = chosen.peek().map(|&at| &candidates[at]);
        let bare = candidate.signs.has(Sign::BlankBefore)
            && candidate.signs.has(Sign::WordMarker)
            && next.is_none_or(|next| next.block == candidate.end + 1);
        let alike = candidate.numbering.form == model.numbering.form
            && candidate.rank == model.rank
            && candidate.indent == model.indent
            && candidate.signs.has(Sign::BlankBefore) == model.signs.has(Sign::BlankBefore)
            && (candidate.key == 0 || candidate.key != candidates[all.last().copied().unwrap_or(first)].key);
        let clean =
            ![Sign::InList, Sign::AgainLater, Sign::PrintedTwice, Sign::ContentsLine, Sign::Continuation]
                .iter()
                .any(|sign| candidate.signs.has(*sign));
        if alike
            && clean
            && candidate.block > end
            && (followed(candidate) && candidate.score + 1.0 >= usual || bare)
        {
            all.push(at);
            end = candidate.end;
        }
    }
    *lines = all;
}
