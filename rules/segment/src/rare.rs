//! Items numbered by letters, by "7.2" or by "III", as the parts of an item usually are.

use super::candidate::Candidate;
use super::levels;
use super::series::Series;
use super::weights::weights;
use syntax::numbered::NumberForm;
use syntax::sign::Sign;

/// A row of letters has so many lines at least.
pub(super) const FEWEST: usize = 3;

/// Do letters, or numbers like "7.2", number the items? Only where no other series does but a list inside one of them.
pub(super) fn wins(
    (rare, letters): (&Series, &[Candidate]),
    (usual, numbers): (&Series, &[Candidate]),
) -> bool {
    let threshold = weights().choice.threshold;
    let mean = |series: &Series| series.score / series.lines.len().max(1) as f32;
    let inside = || match (usual.lines.first(), usual.lines.last(), rare.lines.first()) {
        (Some(&first), Some(&last), Some(&start)) => {
            let (first, last) = (numbers[first].block, numbers[last].block);
            let behind = |&line: &usize| letters[line].block > last;
            letters[start].block < first
                && !rare.lines.iter().any(|&line| (first..last).contains(&letters[line].block))
                && (rare.lines.iter().any(behind) || mean(rare) >= mean(usual))
        }
        _ => true,
    };
    // "1. Formalia" right above "1.1 Valg af referent" heads those below it.
    let only_heads = || {
        let of = |series: &Series, lines: &'_ [Candidate]| {
            series.lines.iter().map(|&line| lines[line]).collect::<Vec<_>>()
        };
        let (heads, parts) = (of(usual, numbers), of(rare, letters));
        // "**5.1 Forslag**" below "## 5. Ny havn": the document says which are headings.
        let ranked = heads.iter().all(|head| head.rank > 0) && parts.iter().all(|part| part.rank == 0);
        !ranked && levels::are_heads(&heads, &parts)
    };
    let told = |&&line: &&usize| letters[line].signs.has(Sign::Sentence);
    let sentences = rare.lines.iter().filter(told).count() * 2 > rare.lines.len();
    // "a) Valg af dirigent" and "b) Eventuelt".
    let known = |&line: &usize| letters[line].signs.has(Sign::KnownTitle);
    let lettered =
        |&line: &usize| matches!(letters[line].numbering.form, NumberForm::Letter | NumberForm::SmallLetter);
    let few =
        || rare.lines.len() == FEWEST - 1 && rare.lines.iter().all(|line| known(line) && lettered(line));
    // "1/26 Godkendelse af dagsorden" and "2/26 Ny skole", each above its decision.
    let headed = |&line: &usize| {
        let own = &letters[line];
        let first = matches!(own.numbering.form, NumberForm::OfYear(_) | NumberForm::Decimal(_));
        first
            && (known(&line) || own.signs.has(Sign::SectionFollows) || own.signs.has(Sign::CaseNumberFollows))
    };
    let few = || few() || rare.lines.len() == FEWEST - 1 && rare.lines.iter().all(headed);
    (rare.lines.len() >= FEWEST || few())
        && is_whole(rare, letters)
        && rare.score > threshold
        && !sentences
        && (usual.score <= threshold || inside() || only_heads())
}

/// At least this many titles behind times of the day, or in a mail that is quoted, must be known, since a programme has times too.
const KNOWN: usize = 2;
/// One will do among so many.
const MANY: usize = 3;

/// Are "1/4" to "4/4" all there, as days of a calendar are not, and do times stand before titles that meetings have?
fn is_whole(rare: &Series, letters: &[Candidate]) -> bool {
    let known = || {
        let lines = rare.lines.iter().map(|&line| &letters[line]);
        lines.filter(|own| own.signs.has(Sign::KnownTitle)).count()
    };
    match rare.lines.first().map(|&line| letters[line].numbering.form) {
        Some(NumberForm::OfAll(all)) => rare.lines.len() == usize::from(all),
        // "3/1 Titel" may be a day of January.
        Some(NumberForm::OfMeeting(_)) => {
            let values = rare.lines.iter().map(|&line| letters[line].numbering.value);
            values.zip(1..).all(|(value, place)| value == place)
        }
        Some(NumberForm::Timed) => {
            known() >= KNOWN || rare.lines.len() >= MANY && (known() > 0 || are_apart(rare, letters))
        }
        Some(NumberForm::Quoted) => known() >= KNOWN,
        _ => true,
    }
}

/// Does a blank line stand before each of the times, as before the items of a programme and not in a timetable?
fn are_apart(rare: &Series, letters: &[Candidate]) -> bool {
    rare.lines.iter().all(|&line| letters[line].signs.has(Sign::BlankBefore))
}
