//! The names that a configuration gives: who sits on the council, which bodies there are, what the house calls things.

use serde::Deserialize;

/// `[names]` of the configuration. What is left out is not known, and nothing is concluded from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Names {
    /// "Nørrelund Kommune".
    pub municipality: Option<String>,
    /// Committees, councils and boards: "Social- og Sundhedsudvalget".
    pub committees: Vec<String>,
    /// Departments: "Økonomiforvaltningen", "Center for Børn og Unge".
    pub departments: Vec<String>,
    /// Members of the council and of its committees.
    pub members: Vec<Member>,
    /// The lists that the council was elected from; when there are any, no others are known.
    pub parties: Vec<Party>,
    /// The municipality's own mail domains: "norrelund.dk".
    pub domains: Vec<String>,
    /// The municipality's own telephone numbers.
    pub phones: Vec<String>,
    /// Words that are right in this house.
    pub vocabulary: Vec<String>,
}

/// A member.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The full name.
    pub name: String,
    /// The letter of the list that the member was elected on, or sits for.
    pub party: Option<String>,
}

/// A list that stood at the election.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// "A", or a short name such as "UP".
    pub letter: String,
    /// "Socialdemokratiet".
    pub name: String,
}

impl Names {
    /// The bodies and departments, in the order of the configuration.
    pub fn bodies(&self) -> impl Iterator<Item = &str> {
        self.committees.iter().chain(&self.departments).map(String::as_str)
    }

    /// The party called `letter`, or by its name.
    pub fn party(&self, name: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.letter == name || party.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_configuration_may_leave_out_what_it_likes() {
        let text =
            "municipality = \"Sandvig Kommune\"\n[[members]]\nname = \"Stine Kjærulff\"\nparty = \"A\"\n";
        let names: Names = toml::from_str(text).expect("names");
        assert_eq!(names.municipality.as_deref(), Some("Sandvig Kommune"));
        assert_eq!(names.members[0].party.as_deref(), Some("A"));
        assert!(names.parties.is_empty());
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        assert!(toml::from_str::<Names>("medlemmer = []").is_err());
    }

    #[test]
    fn a_party_is_known_by_letter_and_by_name() {
        let names: Names = toml::from_str("parties = [{ letter = \"F\", name = \"SF\" }]").expect("names");
        assert_eq!(names.party("SF"), names.party("F"));
        assert_eq!(names.party("X"), None);
    }
}
