//! Why a copy was not written: each line that keeps it back, what it says, and what to write instead.

use rules::privacy::shown;
use rules::publish::{Refusal, Why};
use workbench::problem::Problem;

/// At most this many lines are told one by one.
const MOST: usize = 12;
/// Of a line so many characters are shown.
const LONGEST: usize = 60;

/// The message for `refusals` of the document `name`.
pub(super) fn problem(refusals: &[Refusal], name: &str) -> Problem {
    let mut da = format!("{name}: kopien er ikke skrevet, for den kunne vise noget lukket:");
    let mut en = format!("{name}: the copy was not written, for it could show something closed:");
    for refusal in refusals.iter().take(MOST) {
        let (why_da, why_en) = why(refusal);
        let words = quoted(refusal);
        let (of_da, of_en) = of_items(refusal);
        let (shows_da, shows_en) = shows(refusal);
        da += &format!(" linje {} (\"{words}\") {why_da}{of_da}{shows_da};", refusal.line);
        en += &format!(" line {} (\"{words}\") {why_en}{of_en}{shows_en};", refusal.line);
    }
    if refusals.len() > MOST {
        da += &format!(" og {} linjer til;", refusals.len() - MOST);
        en += &format!(" and {} lines more;", refusals.len() - MOST);
    }
    da += " er punktet lukket, så skriv \"(Lukket)\" sidst i dets overskrift, og er det åbent, \"(Åben)\"; ret eller slet en linje, \
           der selv siger, at noget er lukket, uden at høre til et punkt";
    en += " if the item is closed, write \"(Lukket)\" at the end of its heading, and if it is open, \"(Åben)\"; change or delete a \
           line that says by itself that something is closed and belongs to no item";
    let (da_flag, en_flag) = remedy(refusals);
    Problem::new(da + &da_flag, en + &en_flag)
}

/// What lets the lines through: those that may mean something else, or all, where a plain mark is among them.
fn remedy(refusals: &[Refusal]) -> (String, String) {
    let lines: Vec<String> = refusals.iter().map(|refusal| refusal.line.to_string()).collect();
    let lines = lines.join(",");
    if refusals.iter().all(Refusal::may_be_allowed) {
        return (
            format!("; har du set efter, og må linjen stå, så kør igen med --allow-closed={lines}"),
            format!("; if you have looked and the line may stand, run again with --allow-closed={lines}"),
        );
    }
    (
        format!(
            "; taler de om noget andet end et lukket punkt, og må alt, hvad de viser, stå, så kør igen med --allow-closed={lines}"
        ),
        format!(
            "; if they speak of something else than a closed item, and all that they show may stand, run again with --allow-closed={lines}"
        ),
    )
}

/// The items that a line speaks of which surely closes them.
fn of_items(refusal: &Refusal) -> (String, String) {
    let numbers: Vec<String> = refusal.items.iter().map(u32::to_string).collect();
    if refusal.may_be_allowed() || numbers.is_empty() {
        return Default::default();
    }
    let numbers = numbers.join(", ");
    (format!("; den gælder punkt {numbers}"), format!("; it is about item {numbers}"))
}

/// What else a copy shows where the line is allowed.
fn shows(refusal: &Refusal) -> (String, String) {
    let span = |(first, last): &(u32, u32)| match last - first {
        0 => first.to_string(),
        _ => format!("{first}-{last}"),
    };
    let spans: Vec<String> = refusal.shows.iter().map(span).collect();
    if !refusal.may_be_allowed() || spans.is_empty() {
        return Default::default();
    }
    let spans = spans.join(", ");
    (
        format!("; må den stå, viser kopien også linje {spans}"),
        format!("; if it may stand, the copy also shows line {spans}"),
    )
}

/// What a line says, without private digits and cut short.
pub(in crate::cli) fn quoted(refusal: &Refusal) -> String {
    shown(&refusal.words).on_one_line().trimmed().cut(LONGEST).as_str().to_owned()
}

/// What is the matter with a line.
pub(in crate::cli) fn why(refusal: &Refusal) -> (&'static str, &'static str) {
    match refusal.why {
        Why::Mark if !refusal.is_sure => (
            "kan betyde, at noget er lukket, og intet punkt er læst sådan efter den",
            "may mean that something is closed, and no item was read as closed by it",
        ),
        Why::Mark => (
            "taler om noget lukket, og den står ikke i et punkt, der er læst som lukket",
            "speaks of something closed and stands in no item that was read as closed",
        ),
        Why::Heading => (
            "kan være et nyt punkt eller høre til det lukkede punkt ovenover",
            "may be a new item or belong to the closed one above",
        ),
        Why::Repeated => (
            "gentager noget, der er taget ud af et lukket punkt",
            "repeats something that was taken out of a closed item",
        ),
        Why::Name => (
            "nævner en person eller et navn fra det, der er taget ud af et lukket punkt",
            "names a person or a name from what was taken out of a closed item",
        ),
        Why::Figure => (
            "har et beløb, en adresse, et nummer eller et link fra det, der er taget ud af et lukket punkt",
            "has a sum, an address, a number or a link from what was taken out of a closed item",
        ),
        Why::Left => (
            "hører til et lukket punkt og ville stadig stå i kopien",
            "belongs to a closed item and would still stand in the copy",
        ),
    }
}
