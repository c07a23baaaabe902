//! What the meeting knows of a person, and where an amount stands again in its item.

use jiff::civil::Time;
use rules::facts::amounts::{Amount, amounts};
use rules::facts::people::is_same;
use rules::facts::register::{Absent, Movement, Register};
use rules::minutes::Placed;
use rules::text::{TextRange, TextSize};
use snapshot::document::Snapshot;
use snapshot::occurrences;
use snapshot::structure;
use workbench::lang::Lang;

use super::Said;

/// The register of the meeting.
pub(crate) fn register(snapshot: &Snapshot) -> Register {
    let document = &snapshot.document;
    Register::of(document.text(), document.minutes(), &document.context().meeting)
}

/// Party, role and presence of the person called `name`, at the item around `place`; nothing for what is no person of the head.
pub(super) fn person(snapshot: &Snapshot, name: &str, place: TextRange) -> Option<Said> {
    let register = register(snapshot);
    let lang = snapshot.session.lang;
    let away = register.absences.iter().any(|absence| is_same(&absence.who.name, name));
    let member = register.members.iter().find(|member| is_same(&member.name, name));
    if member.is_none() && !away {
        return None;
    }
    let party = party(snapshot, &register, name);
    let item = occurrences::item_at(&snapshot.document, place.start()).map(|(at, _)| at);
    let absent = item.and_then(|item| register.absent(name, item));
    let moved =
        |came| moment(register.movements.iter().find(|m| m.came == came && is_same(&m.who.name, name)));
    let presence = match absent {
        _ if item.is_some_and(|item| register.disqualified_in(name, item).is_some()) => lang
            .pick("deltager ikke i dette punkt (inhabil)", "takes no part in this item (disqualified)")
            .to_owned(),
        Some(Absent::Away(_)) => lang.pick("fraværende", "absent").to_owned(),
        Some(Absent::Left(_)) => {
            format!("{}{}", lang.pick("har forladt mødet", "has left the meeting"), moved(false))
        }
        Some(Absent::NotYet(_)) => {
            format!("{}{}", lang.pick("er ikke kommet endnu", "has not come yet"), moved(true))
        }
        None if away && item.is_none() => lang.pick("fraværende", "absent").to_owned(),
        None => match member.and_then(|member| told_beside(snapshot, member.range)) {
            // "Til stede: Anne Holm (A) (forlod mødet kl. 17.30)"
            Some(told) => format!("{} {told}", lang.pick("til stede", "present")),
            None if !is_listed_as_present(snapshot, member.map_or(place, |member| member.range)) => {
                lang.pick("medlem", "member").to_owned()
            }
            None => lang.pick("til stede", "present").to_owned(),
        },
    };
    let role = role(&register, member.map_or(name, |member| &member.name), lang);
    let name = snapshot.shown(member.map_or(place, |member| member.range));
    let party = party.map(|party| format!(" ({party})")).unwrap_or_default();
    Some(Said { place, markdown: format!("**{name}**{party}{role}: {presence}") })
}

/// ", formand" for whoever leads the body.
fn role(register: &Register, name: &str, lang: Lang) -> &'static str {
    let leads = register.chair.as_ref().is_some_and(|chair| is_same(&chair.name, name));
    if leads { lang.pick(", formand", ", chair") } else { "" }
}

/// What the list says in brackets of the person named at `place`, behind the party: "(forlod mødet kl. 17.30)".
fn told_beside(snapshot: &Snapshot, place: TextRange) -> Option<String> {
    let text = snapshot.text();
    let end = usize::from(place.end());
    let entry = text[end..].split([',', ';', '\n', '\r']).next()?;
    let at = entry
        .match_indices('(')
        .map(|(at, _)| at)
        .find(|at| entry[*at..].split(')').next().is_some_and(|told| told.contains(' ')))?;
    let told = &entry[at..];
    let told = &told[..told.find(')')? + 1];
    Some(snapshot.shown(rules::text::range_of(text, told)).into())
}

/// Does the list of the head that `place` lies in tell who was there? One of members alone does not.
fn is_listed_as_present(snapshot: &Snapshot, place: TextRange) -> bool {
    let text = snapshot.text();
    let head = snapshot.document.minutes().head();
    let Some(line) = head.participants.iter().find(|line| line.contains_range(place)) else { return true };
    let start = structure::line_start(text, line.start());
    let label = text[TextRange::new(start, line.start())].trim();
    // The names may stand below their label.
    let above = || text[..usize::from(start)].lines().rev().map(str::trim).find(|line| line.ends_with(':'));
    let label = if label.ends_with(':') { Some(label) } else { above() };
    !label.is_some_and(|label| label.to_lowercase().contains("medlem"))
}

/// " kl. 18.10", where the time of a movement is told.
fn moment(movement: Option<&Movement>) -> String {
    let time = movement.and_then(|movement| movement.time);
    let words = |(time, _): (Time, TextRange)| format!(" (kl. {}.{:02})", time.hour(), time.minute());
    time.map(words).unwrap_or_default()
}

/// The party of the person called `name`: as the meeting writes it, else as the settings do; in full where they know it.
fn party(snapshot: &Snapshot, register: &Register, name: &str) -> Option<String> {
    let known = &snapshot.document.engine().names;
    let mut named =
        register.members.iter().chain(&register.parties).filter(|named| is_same(&named.name, name));
    let letter = named.find_map(|named| named.party.clone());
    let member = || known.members.iter().find(|member| is_same(&member.name, name))?.party.clone();
    let letter = letter.or_else(member)?;
    let full = known.parties.iter().find(|party| party.letter == letter).map(|party| party.name.clone());
    Some(full.map_or(letter.clone(), |full| format!("{letter}, {full}")))
}

/// More places of an amount are not told.
const MOST_PLACES: usize = 3;

/// Where the amount at `at` stands again in its item.
pub(super) fn amount(snapshot: &Snapshot, at: TextSize) -> Option<Said> {
    let (_, placed) = occurrences::item_at(&snapshot.document, at)?;
    let Placed { start, .. } = placed;
    let all = amounts(&snapshot.text()[placed.range()]);
    let here = all.iter().find(|amount| (amount.range + start).contains_inclusive(at))?;
    let same = |other: &&Amount| other.kroner == here.kroner && other.range != here.range;
    let lang = snapshot.session.lang;
    let mut lines = vec![lang.pick("Samme beløb i punktet:", "The same amount in this item:").to_owned()];
    for other in all.iter().filter(same).take(MOST_PLACES) {
        let place = other.range + start;
        let text = snapshot.text();
        let from = structure::line_start(text, place.start());
        let to = text[usize::from(place.end())..]
            .find(['\n', '\r'])
            .map_or(text.len(), |n| usize::from(place.end()) + n);
        let line = snapshot.document.lines().line_of(place.start()) + 1;
        let words = snapshot.shown(TextRange::new(from, TextSize::new(to as u32))).cut(90);
        lines.push(format!("{} {line}: {words}", lang.pick("linje", "line")));
    }
    (lines.len() > 1).then(|| Said { place: here.range + start, markdown: lines.join("\n\n") })
}
