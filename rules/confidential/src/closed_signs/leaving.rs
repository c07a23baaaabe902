//! Sentences that say that those left who may not hear of a case, or that only the members stayed: "Tilhørerne forlod mødet."
//!
//! Whoever tells of a concert, a fire or a party names it. So all words must belong to meetings, to those who leave, or to going
//! out of a room.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::vocabulary::{is_of_meeting, said, words};
use data::closed::{Leaving, closed};

static WORDS: LazyLock<&Leaving> = LazyLock::new(|| &closed().leaving);

/// Does a sentence of `line`, which holds a word of going or of staying away, say so?
pub(super) fn says_who_left(line: &str) -> bool {
    said(line).iter().any(|sentence| is_leaving(sentence))
}

fn is_leaving(sentence: &str) -> bool {
    let own = &*WORDS;
    let mut all: Vec<&str> = words(sentence).collect();
    // "Revisor og gæster forlod mødet."
    if let [_, "og" | "samt", outsider, ..] = all.as_slice()
        && own.outsiders.contains(*outsider)
    {
        all.drain(..2);
    }
    let is_own = |word: &str| {
        is_of_meeting(word)
            || [&own.outsiders, &own.gone, &own.cleared, &own.staying, &own.rooms, &own.small]
                .iter()
                .any(|set| set.contains(word))
    };
    let other = all.iter().position(|word| !is_own(word));
    if let Some(other) = other {
        // "Tilhørerne forlod salen, og sagen om Ravn blev drøftet."
        let Some(end) = all[..=other].iter().rposition(|word| own.joining.contains(*word)) else {
            return false;
        };
        all.truncate(end);
    }
    let holds = |set: &FxHashSet<String>| all.iter().any(|word| set.contains(*word));
    // "Gæsterne gik, og kun bestyrelsen blev tilbage." Who stayed to clear the tables stayed for that.
    let remain = other.is_none() && holds(&own.remaining) && holds(&own.alone);
    let leaves = holds(&own.gone) && (holds(&own.rooms) || remain);
    // "Salen blev ryddet."
    if other.is_none() && holds(&own.cleared) && holds(&own.rooms) {
        return true;
    }
    let stays_away = holds(&own.staying) && holds(&own.not);
    let is_without = |pair: &[&str]| {
        let is_none = pair[0] == "ingen" && closed().phrases.public.contains(pair[1]);
        (pair[0] == "uden" || is_none) && own.outsiders.contains(pair[1])
    };
    let without = all.windows(2).any(is_without);
    holds(&own.outsiders) && (leaves || (stays_away || without) && holds(&own.matter))
}

#[cfg(test)]
mod tests {
    use super::says_who_left;

    #[test]
    fn those_who_may_not_hear_go_out() {
        for line in [
            "Beboerne forlod mødet.",
            "Alle gæster gik ud.",
            "Pressen og publikum forlod salen.",
            "Elevrådets repræsentanter gik uden for døren.",
            "Tilhørerne blev bedt om at gå.",
            "Lejerne forlod herefter lokalet.",
            "Eleverne forlader mødet.",
            "(Elevrepræsentanterne deltager ikke i dette punkt, jf. tavshedspligten)",
            "Tilhørerne forlod salen, og sagen om Ravn blev drøftet.",
            "Medarbejderrepræsentanten forlod mødet under punktet.",
            "Behandles uden elevernes deltagelse, § 27.",
            "Revisor og gæster forlod mødet.",
            "Punktet blev drøftet uden forældrerepræsentanter.",
            "Gæsterne blev bedt om at vente udenfor.",
            "Eleverne gik ud, mens sagen blev vendt.",
            "Formanden bad tilhørerne forlade salen.",
            "Dirigenten anmodede pressen om at forlade lokalet.",
            "Formanden bad gæsterne om at gå.",
            "Tilhørerne måtte gå ud.",
            "Publikum måtte gå ud, før sagen blev behandlet.",
            "Gæsterne gik, og kun bestyrelsen blev tilbage.",
            "Tilhørerne går, og kun udvalget bliver tilbage.",
            "Salen blev ryddet.",
            "Herefter ryddes tilhørerpladserne.",
            "Formanden bad tilhørerne gå.",
            "Mødeleder bad publikum gå.",
            "Tilhørere måtte ikke overvære punktet.",
            "Tilskuerne blev sendt udenfor.",
            "Punktet blev taget uden publikum.",
        ] {
            assert!(says_who_left(line), "{line}");
        }
    }

    #[test]
    fn others_go_elsewhere() {
        for line in [
            "Beboerne forlod festen kl. 23.",
            "Salen blev ryddet for stole efter koncerten.",
            "Formanden bad beboerne gå en tur i haven.",
            "Tilhørere kunne overvære koncerten.",
            "Tilhørerne forlod salen efter koncerten kl. 21.",
            "Kasserer Ida Holm forlod mødet kl. 20.",
            "Eleverne forlod klassen i god ro og orden.",
            "Alle gæster gik ud i haven til kaffe.",
            "Beboerne deltog ikke i sommerfesten.",
            "Suppleanterne deltog ikke.",
            "Gæsterne gik, og kun bestyrelsen blev tilbage og ryddede op.",
            "Gæsterne gik hjem, og kun resterne var tilbage.",
            "Eleverne måtte gå ud i regnen.",
            "Formanden bad beboerne gå langsomt.",
            "Festen sluttede, da gæsterne gik hjem.",
            "Mødet blev holdt uden forældrerepræsentanter.",
        ] {
            assert!(!says_who_left(line), "{line}");
        }
    }
}
