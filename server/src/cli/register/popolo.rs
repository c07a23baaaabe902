//! The register as Popolo: organizations, people, motions and vote events, <https://www.popoloproject.com>.

use std::collections::BTreeMap;

use rules::decisions::Row;
use rules::minutes::Outcome;
use serde_json::{Value, json};

use super::Meeting;
use super::csv::name;

/// What is known once, by name: each gets an identifier of its own.
#[derive(Default)]
struct Known {
    ids: BTreeMap<String, String>,
    kind: &'static str,
}

impl Known {
    fn new(kind: &'static str) -> Self {
        Self { ids: BTreeMap::new(), kind }
    }

    fn id(&mut self, name: &str) -> String {
        let next = format!("{}/{}", self.kind, self.ids.len() + 1);
        self.ids.entry(name.to_owned()).or_insert(next).clone()
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
    let mut memberships: BTreeMap<(String, String), ()> = BTreeMap::new();
    let (mut motions, mut events) = (Vec::new(), Vec::new());
    let rows = meetings.iter().flat_map(|meeting| meeting.rows.iter().map(move |row| (meeting, row)));
    for (at, (meeting, row)) in rows.enumerate() {
        let (motion, event) = (format!("motions/{}", at + 1), format!("vote_events/{}", at + 1));
        let body = row.body.as_deref().map(|body| bodies.id(body));
        let mut votes = Vec::new();
        let mut groups = Vec::new();
        for voter in &row.voters {
            if voter.person {
                let id = persons.id(&voter.name);
                if let Some(body) = &body {
                    memberships.insert((id.clone(), body.clone()), ());
                }
                votes.push(json!({"voter_id": id, "option": voter.option}));
            } else {
                groups.push(json!({"group_id": parties.id(&voter.name), "option": voter.option}));
            }
        }
        let voted = row.votes_for.is_some() || row.votes_against.is_some() || !row.voters.is_empty();
        motions.push(motion_of(meeting, row, &motion, body.as_deref(), voted.then_some(&event)));
        if voted {
            events.push(json!({
                "id": event, "motion_id": motion, "organization_id": body, "start_date": row.date.map(|date| date.to_string()),
                "result": result(row), "counts": counts(row), "votes": votes, "group_results": groups,
            }));
        }
    }
    let memberships: Vec<Value> = memberships
        .keys()
        .enumerate()
        .map(|(at, (person, body))| json!({"id": format!("memberships/{}", at + 1), "person_id": person, "organization_id": body}))
        .collect();
    let mut organizations = bodies.list(&|_| json!({"classification": "committee"}));
    organizations.extend(parties.list(&|_| json!({"classification": "party"})));
    json!({
        "organizations": organizations, "persons": persons.list(&|_| json!({})), "memberships": memberships,
        "motions": motions, "vote_events": events,
    })
}

fn motion_of(meeting: &Meeting, row: &Row, id: &str, body: Option<&str>, event: Option<&String>) -> Value {
    let outcomes: Vec<String> = row.outcomes.iter().map(|outcome| name(*outcome)).collect();
    json!({
        "id": id, "organization_id": body, "date": row.date.map(|date| date.to_string()),
        "identifier": row.case_number, "name": row.title, "text": row.text, "classification": row.item,
        "result": result(row), "requirement": null, "outcomes": outcomes, "at_points": row.at_points,
        "sources": [{"url": meeting.path}], "vote_event_ids": event.map(|event| vec![event]).unwrap_or_default(),
    })
}

/// "pass" or "fail" where the outcome is one of them.
fn result(row: &Row) -> Option<&'static str> {
    match row.outcomes[..] {
        [Outcome::Approved | Outcome::Adopted | Outcome::Recommended] => Some("pass"),
        [Outcome::Rejected] => Some("fail"),
        _ => None,
    }
}

fn counts(row: &Row) -> Vec<Value> {
    let counts = [("yes", row.votes_for), ("no", row.votes_against), ("abstain", row.abstentions)];
    counts
        .iter()
        .filter_map(|(option, count)| count.map(|count| json!({"option": option, "value": count})))
        .collect()
}
