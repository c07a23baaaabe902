//! Who is a member of the body that meets, as the head of the minutes has it.

use facts::register::Register;

use crate::Document;

/// Somebody whom the head names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The party letter.
    pub party: Option<String>,
    /// "member", "chair" or "substitute"; `None` where the head names who took part and not who is a member.
    pub role: Option<&'static str>,
}

/// Those whom the head of `document` names as members, their chair and those who stand in for them.
pub fn members(document: &Document) -> Vec<Member> {
    let register = Register::of(document.text(), document.minutes(), &document.context().meeting);
    let is_chair = |name: &str| register.chair.as_ref().is_some_and(|chair| chair.name == name);
    let is_substitute = |name: &str| register.substitutes.iter().any(|one| one.who.name == name);
    let mut found: Vec<Member> = Vec::new();
    for one in register.members.iter().filter(|one| !is_substitute(&one.name)) {
        let role = if is_chair(&one.name) { Some("chair") } else { one.party.as_ref().map(|_| "member") };
        found.push(Member { name: plain(&one.name), party: one.party.clone(), role });
    }
    for one in &register.substitutes {
        found.push(Member {
            name: plain(&one.who.name),
            party: one.who.party.clone(),
            role: Some("substitute"),
        });
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|member| seen.insert(member.name.clone()));
    found
}

/// A name may stand with a space that does not break.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
