//! The hyphen that stands for a shared last part, missing: "børne og familieudvalg".

use super::Place;
use danish::compounds::compounds;
use danish::lexicon::{Readings, is_compound, readings, readings_of_compound};
use lint::{Applicability, Findings, Note};
use text::edit::Edit;
use text::{TextRange, TextSize, is_space, size};

/// The longest first part, in bytes: longer words are whole compounds.
const LONGEST_FIRST: usize = 16;

/// The shortest second compound, in bytes.
const SHORTEST_SECOND: usize = 8;

/// Looks at the words around the "og", "eller" or "samt" at `place`.
pub(super) fn check(place: &Place<'_, '_>, findings: &mut Findings) {
    if !matches!(place.text(0), "og" | "eller" | "samt") {
        return;
    }
    let (Some(first_run), Some(second_run)) = (place.run(-1), place.run(1)) else { return };
    let text = place.view.text;
    let (first, second) = (&text[first_run], &text[second_run]);
    let before = &text[..first_run.start().into()];
    let lead = before.trim_end_matches(is_space);
    let letter = |text: Option<&str>| text.is_some_and(|text| text.ends_with(char::is_alphabetic));
    let shared = letter(lead.strip_suffix("-,"));
    let listed = letter(lead.strip_suffix('-')) && lead.len() < before.len();
    // Most words before "og" are no first parts, and that is quickly said.
    if !shared && !compounds().is_first(&first.to_lowercase()) {
        return;
    }
    // "Børne og Familieudvalget": what is no word by itself lacks its hyphen in names too.
    let named = || {
        first.starts_with(char::is_uppercase)
            && second.starts_with(char::is_uppercase)
            && compounds().is_bound(&first.to_lowercase())
    };
    if !second.starts_with(char::is_lowercase) && (shared || !named()) {
        return;
    }
    let small = second.to_lowercase();
    let second = small.as_str();
    let head = compounds().split(second).map(|(_, head)| head);
    let certain = if shared {
        is_part(first, second, head)
    } else {
        head.is_some_and(|head| listed || is_certain(place, first, head))
            || head.is_none() && is_bound_before(place, first, second)
    };
    let whole = first_run.cover(second_run);
    if certain && (shared || listed || place.is_free(whole)) && place.view.is_prose(whole) {
        // "center- område og afdelingschefer": the comma is missing too.
        report(first_run, head, listed.then(|| size(lead)), findings);
    }
}

/// "sundheds-, social eller familieområdet": the hyphen before shows that the last part is shared.
fn is_part(first: &str, second: &str, head: Option<&str>) -> bool {
    let whole = head.is_some_and(|head| first.ends_with(head));
    let word = first.starts_with(char::is_lowercase) && first.chars().all(char::is_alphabetic);
    let part = compounds().is_first(first) || !may_be_adjective(first);
    word && part && !whole && first.len() <= LONGEST_FIRST && second.len() >= SHORTEST_SECOND
}

/// "bolig-, offentlige og rekreative formål" shares a noun and no last part.
fn may_be_adjective(word: &str) -> bool {
    ["e", "ig", "isk", "iv", "al", "el", "et", "ent", "ant"].iter().any(|end| word.ends_with(end))
}

/// A part that cannot stand alone; or, before the definite name of a body, an adjective or a noun that nothing else
/// explains. "Håndteret af skole og socialforvaltning" names two who did it, and is right.
fn is_certain(place: &Place<'_, '_>, first: &str, head: &str) -> bool {
    let parts = compounds();
    let led = || parts.leads_to_noun(&place.text(-2).to_lowercase()) || begins(place);
    let noun = readings(first).any(Readings::NOUN);
    let body = parts.is_body(head) && parts.is_first(&first.to_lowercase()) && !noun && led();
    parts.is_bound(&first.to_lowercase()) || body || names_body(place, first, head)
}

/// "i kultur og fritidsudvalget", "Teknik og miljøudvalget mødes": the definite name of one body. Two are named apart by their own
/// words, as in "både skole og fritidsudvalget".
fn names_body(place: &Place<'_, '_>, first: &str, head: &str) -> bool {
    let parts = compounds();
    let former = place.text(-2).to_lowercase();
    let led = parts.leads_to_noun(&former) && !matches!(former.as_str(), "mellem" | "imellem" | "en" | "et");
    let definite = ["et", "en", "ets", "ens", "erne"].iter().any(|end| head.ends_with(end));
    place.text(0) == "og"
        && definite
        && parts.is_body(head)
        && parts.is_topic(&first.to_lowercase())
        && (led || begins(place))
}

/// Does the part before "og" begin a sentence or the title of an item?
fn begins(place: &Place<'_, '_>) -> bool {
    let Some(run) = place.run(-1) else { return false };
    let line = place.view.text[..run.start().into()].rsplit('\n').next().unwrap_or("");
    let marked = place.view.is_heading(run) && line.chars().all(|c| !c.is_alphabetic());
    marked || place.begins_sentence_at(-1)
}

/// "idræts og svømmehallen": a part that can neither stand alone nor own anything, before one long noun.
fn is_bound_before(place: &Place<'_, '_>, first: &str, second: &str) -> bool {
    let noun = readings_of_compound(second).without(Readings::OTHER);
    let owned = place.text(-2).to_lowercase();
    compounds().is_bound(&first.to_lowercase())
        && second.len() >= SHORTEST_SECOND
        && noun.only(Readings::NOUN)
        && !noun.any(Readings::GENITIVE)
        && is_compound(second)
        && !matches!(owned.as_str(), "en" | "et" | "den" | "det" | "de" | "dette" | "denne")
}

/// `comma` is where a comma is missing too.
fn report(first: TextRange, head: Option<&str>, comma: Option<TextSize>, findings: &mut Findings) {
    let note = match head {
        Some(head) => Note::new(
            format!("Her mangler den bindestreg, der står for \"{head}\""),
            format!("The hyphen that stands for \"{head}\" is missing here"),
        ),
        None => Note::new(
            "Her mangler den bindestreg, der står for den fælles del af ordene",
            "The hyphen that stands for the shared part of the words is missing here",
        ),
    };
    let mut edits = vec![Edit::insert(first.end(), "-")];
    edits.extend(comma.map(|place| Edit::insert(place, ",")));
    let title = Note::new("Indsæt bindestregen", "Insert the hyphen");
    findings.report(first, note).fix(title, Applicability::Unsafe, edits);
}
