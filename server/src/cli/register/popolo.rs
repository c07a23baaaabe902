//! The register as Popolo: organizations, people, motions and vote events, <https://www.popoloproject.com>.

use std::collections::BTreeMap;

use rules::decisions::{Counted, Row};
use rules::minutes::Outcome;
use serde_json::{Value, json};

use super::Meeting;
use super::csv::name;

/// What is known once, by name: each gets an identifier of its own.
#[derive(Default)]
struct Known {
    ids: BTreeMap<String, String>,
    /// How each is written where it stands first, by its small letters.
    written: BTreeMap<String, String>,
    kind: &'static str,
}

impl Known {
    fn new(kind: &'static str) -> Self {
        Self { kind, ..Self::default() }
    }

    fn id(&mut self, name: &str) -> String {
        // "KULTURUDVALGET" and "Kulturudvalget" are one.
        let known = self.written.entry(name.to_lowercase()).or_insert_with(|| name.to_owned());
        let next = format!("{}/{}", self.kind, self.ids.len() + 1);
        self.ids.entry(known.clone()).or_insert(next).clone()
    }

    fn list(&self, more: &dyn Fn(&str) -> Value) -> Vec<Value> {
        let entry = |(name, id): (&String, &String)| {
            let mut value = json!({"id": id, "name": name});
            if let (Some(value), Some(more)) = (value.as_object_mut(), more(name).as_object()) {
                value.extend(more.clone());
            }
            value
        };
        self.ids.iter().map(entry).collect()
    }
}

/// Everything in one document.
pub(super) fn written(meetings: &[Meeting]) -> Value {
    let mut bodies = Known::new("organizations");
    let mut parties = Known::new("parties");
    let mut persons = Known::new("persons");
    let mut memberships: Memberships = BTreeMap::new();
    for meeting in meetings {
        of_head(meeting, [&mut bodies, &mut parties, &mut persons], &mut memberships);
    }
    let (mut motions, mut events) = (Vec::new(), Vec::new());
    let rows = meetings.iter().flat_map(|meeting| meeting.rows.iter().map(move |row| (meeting, row)));
    for (at, (meeting, row)) in rows.enumerate() {
        let motion = format!("motions/{}", at + 1);
        let body = row.body.as_deref().map(|body| bodies.id(body));
        let mut told = Vec::new();
        for (vote, result) in votes(row) {
            let (event, mut votes, mut groups) =
                (format!("vote_events/{}", events.len() + 1), Vec::new(), Vec::new());
            for voter in &vote.voters {
                if voter.person {
                    let id = persons.id(&voter.name);
                    if let Some(body) = &body {
                        memberships.entry((id.clone(), body.clone())).or_default();
                    }
                    votes.push(json!({"voter_id": id, "option": voter.option}));
                } else {
                    groups.push(json!({"group_id": parties.id(&voter.name), "option": voter.option}));
                }
            }
            told.push(event.clone());
            events.push(json!({
                "id": event, "motion_id": motion, "organization_id": body, "start_date": row.date.map(|date| date.to_string()),
                "result": result, "counts": counts(&vote), "votes": votes, "group_results": groups,
            }));
        }
        motions.push(motion_of(meeting, row, &motion, body.as_deref(), told));
    }
    let memberships = memberships.into_iter().enumerate().map(|(at, ((person, body), seat))| {
        let id = format!("memberships/{}", at + 1);
        let mut told = json!({"id": id, "person_id": person, "organization_id": body});
        seat.role.into_iter().for_each(|role| told["role"] = json!(role));
        seat.party.into_iter().for_each(|party| told["on_behalf_of_id"] = json!(party));
        told
    });
    let memberships: Vec<Value> = memberships.collect();
    let mut organizations = bodies.list(&|_| json!({"classification": "committee"}));
    organizations.extend(parties.list(&|_| json!({"classification": "party"})));
    json!({
        "organizations": organizations, "persons": persons.list(&|_| json!({})), "memberships": memberships,
        "motions": motions, "vote_events": events,
    })
}

/// By person and body.
type Memberships = BTreeMap<(String, String), Seat>;

/// What somebody is in a body.
#[derive(Default)]
struct Seat {
    role: Option<&'static str>,
    /// The identifier of the party.
    party: Option<String>,
}

/// Enters whom the head of `meeting` names.
fn of_head(meeting: &Meeting, [bodies, parties, persons]: [&mut Known; 3], memberships: &mut Memberships) {
    let body = meeting.committee.as_deref().map(|body| bodies.id(body));
    for member in &meeting.members {
        let person = persons.id(&member.name);
        let party = member.party.as_deref().map(|party| parties.id(party));
        if let (Some(body), Some(role)) = (&body, member.role) {
            let seat = memberships.entry((person, body.clone())).or_default();
            // Who once stood in may be a member later.
            if seat.role.is_none_or(|known| known == "substitute") {
                seat.role = Some(role);
            }
            seat.party = party.or(seat.party.take());
        }
    }
}

/// The votes of `row`, each with its result; of several each has its own.
fn votes(row: &Row) -> Vec<(Counted, Option<&'static str>)> {
    if !row.votes.is_empty() {
        let own = |vote: &Counted| vote.outcome.and_then(|outcome| result(&[outcome]));
        return row.votes.iter().map(|vote| (vote.clone(), own(vote))).collect();
    }
    let Row { votes_for, votes_against, abstentions, .. } = *row;
    let one = Counted { outcome: None, votes_for, votes_against, abstentions, voters: row.voters.clone() };
    let voted = votes_for.is_some() || votes_against.is_some() || !one.voters.is_empty();
    if voted { vec![(one, result(&row.outcomes))] } else { Vec::new() }
}

fn motion_of(meeting: &Meeting, row: &Row, id: &str, body: Option<&str>, events: Vec<String>) -> Value {
    let outcomes: Vec<String> = row.outcomes.iter().map(|outcome| name(*outcome)).collect();
    json!({
        "id": id, "organization_id": body, "date": row.date.map(|date| date.to_string()),
        "identifier": row.case_number, "name": row.title, "text": row.text, "item": row.item,
        "result": result(&row.outcomes), "requirement": null, "outcomes": outcomes, "at_points": row.at_points,
        "sources": [{"url": meeting.path}], "vote_event_ids": events,
    })
}

/// "pass" or "fail" where the outcome is one of them.
fn result(outcomes: &[Outcome]) -> Option<&'static str> {
    match outcomes {
        [Outcome::Approved | Outcome::Adopted | Outcome::Recommended] => Some("pass"),
        [Outcome::Rejected] => Some("fail"),
        _ => None,
    }
}

fn counts(vote: &Counted) -> Vec<Value> {
    let counts = [("yes", vote.votes_for), ("no", vote.votes_against), ("abstain", vote.abstentions)];
    counts
        .iter()
        .filter_map(|(option, count)| count.map(|count| json!({"option": option, "value": count})))
        .collect()
}
