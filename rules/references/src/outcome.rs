//! What a decision says and what a point asks for, by the words of `outcomes.toml`.

mod places;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use danish::letters::small;
use text::needles::Needles;
use text::{TextRange, range};

/// How a point was decided, or what a point asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// "Godkendt."
    Approved,
    /// "Taget til efterretning."
    Noted,
    /// "Drøftet."
    Discussed,
    /// "Anbefales."
    Recommended,
    /// "Tiltrådt", "vedtaget".
    Adopted,
    /// "Forkastet".
    Rejected,
    /// "Udsat".
    Postponed,
    /// "Sendes tilbage".
    Returned,
    /// "Oversendes til Byrådet".
    Forwarded,
    /// "Taget af dagsordenen".
    Withdrawn,
    /// "Bortfaldet".
    Lapsed,
    /// Words that name no outcome.
    Other,
}

impl Outcome {
    /// What the outcome is called, in Danish and in English; every shell says it in these words.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Approved => ("godkendt", "approved"),
            Self::Noted => ("taget til efterretning", "noted"),
            Self::Discussed => ("drøftet", "discussed"),
            Self::Recommended => ("anbefalet", "recommended"),
            Self::Adopted => ("tiltrådt", "adopted"),
            Self::Rejected => ("afvist", "rejected"),
            Self::Postponed => ("udsat", "postponed"),
            Self::Returned => ("sendt tilbage", "returned"),
            Self::Forwarded => ("sendt videre", "forwarded"),
            Self::Withdrawn => ("taget af dagsordenen", "withdrawn"),
            Self::Lapsed => ("bortfaldet", "lapsed"),
            Self::Other => ("behandlet", "dealt with"),
        }
    }

    /// How a decision says that `point` came to this, where that depends on its words: "sender planen i høring" is answered by "Sendes i
    /// høring."
    pub fn answer(self, point: &str) -> Option<&'static str> {
        let lower = small(point);
        let answers = WORDS.get(&self).map(|words| &words.answers[..]).unwrap_or_default();
        answers.iter().find(|(word, _)| lower.contains(word.as_str())).map(|(_, answer)| answer.as_str())
    }
}

#[derive(Deserialize)]
struct Words {
    decided: Vec<String>,
    asked: Vec<String>,
    #[serde(default)]
    answers: Vec<(String, String)>,
}

struct Phrases {
    needles: Needles,
    outcomes: Vec<Outcome>,
}

impl Phrases {
    fn new(phrases: Vec<(String, Outcome)>) -> Self {
        let needles = Needles::new(phrases.iter().map(|(words, _)| words));
        Self { needles, outcomes: phrases.into_iter().map(|(_, outcome)| outcome).collect() }
    }

    /// Each outcome named in `text`, with the place of its words.
    fn find(&self, text: &str) -> Vec<(Outcome, TextRange)> {
        let lower = small(text);
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(hit) = self.needles.find_from(&lower, from) {
            let before = lower[..hit.start].chars().next_back();
            let after = lower[hit.end..].chars().next();
            let begins = before.is_none_or(|c| !c.is_alphabetic() && c != '-');
            if begins && after.is_none_or(|c| !c.is_alphabetic()) {
                found.push((self.outcomes[hit.which], range(hit.start, hit.end)));
                from = hit.end;
            } else {
                // "Rikke godkendte": what begins inside the name must not take the word behind it along.
                from = hit.start + lower[hit.start..].chars().next().map_or(1, char::len_utf8);
            }
        }
        found
    }
}

static WORDS: LazyLock<FxHashMap<Outcome, Words>> = LazyLock::new(|| data::read("outcomes"));

static PHRASES: LazyLock<(Phrases, Phrases)> = LazyLock::new(|| {
    let (mut decided, mut asked) = (Vec::new(), Vec::new());
    for (&outcome, words) in &*WORDS {
        decided.extend(words.decided.iter().map(|phrase| (phrase.clone(), outcome)));
        asked.extend(words.asked.iter().map(|phrase| (phrase.clone(), outcome)));
    }
    decided.sort();
    asked.sort();
    (Phrases::new(decided), Phrases::new(asked))
});

/// The outcomes that the words of a decision name, in the order of the text.
pub fn decided(text: &str) -> Vec<(Outcome, TextRange)> {
    let found = PHRASES.0.find(text);
    let mut found = if found.is_empty() { found } else { places::placed(text, found) };
    if !found.iter().any(|(outcome, _)| *outcome == Outcome::Forwarded)
        && let Some(place) = places::sent(text)
    {
        found.push((Outcome::Forwarded, place));
        found.sort_by_key(|(_, place)| place.start());
    }
    found
}

/// What the words of a point ask for, in the order of the text.
pub fn asked(text: &str) -> Vec<(Outcome, TextRange)> {
    PHRASES.1.find(text)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, asked, decided};

    #[test]
    fn an_answer_takes_up_the_words_of_the_point() {
        for (point, said) in [
            ("sender det i høring", Some("Sendes i høring.")),
            ("at sagen oversendes til Byrådet", Some("Oversendes.")),
            ("at planen godkendes", None),
        ] {
            assert_eq!(Outcome::Forwarded.answer(point), said);
        }
        assert_eq!(Outcome::Approved.answer("at høringen godkendes"), None);
    }

    fn outcomes(text: &str) -> Vec<Outcome> {
        decided(text).into_iter().map(|(outcome, _)| outcome).collect()
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(outcomes("Indstillingen blev ikke godkendt."), [Outcome::Rejected]);
        assert_eq!(outcomes("Anbefales ikke, idet …"), [Outcome::Rejected]);
    }

    #[test]
    fn several_outcomes_stand_in_their_order() {
        assert_eq!(
            outcomes("Udvalget drøftede udkastet og sender den i høring."),
            [Outcome::Discussed, Outcome::Forwarded]
        );
    }

    #[test]
    fn a_point_says_what_it_asks_for() {
        assert_eq!(asked("at planen godkendes")[0].0, Outcome::Approved);
        assert_eq!(asked("Drøfter udkastet")[0].0, Outcome::Discussed);
    }

    #[test]
    fn a_question_decides_nothing() {
        assert_eq!(outcomes("Godkendes det?"), []);
        assert_eq!(outcomes("Skal planen vedtages? Udsat."), [Outcome::Postponed]);
    }

    #[test]
    fn part_of_another_word_is_no_outcome() {
        assert_eq!(outcomes("Forhåndsgodkendt."), []);
        assert_eq!(outcomes("Indsatsen for udsatte borgere fortsætter."), []);
        assert_eq!(asked("at udvalget får rapportens anbefalinger"), []);
    }

    #[test]
    fn a_decision_not_to_is_a_rejection() {
        assert_eq!(outcomes("Udvalget kan ikke følge indstillingen."), [Outcome::Rejected]);
        assert_eq!(outcomes("Orienteringen blev ikke taget til efterretning."), [Outcome::Rejected]);
        for text in [
            "Forslaget kunne ikke vedtages.",
            "Planen vedtoges ikke.",
            "Beløbet blev ikke bevilget.",
            "Ej vedtaget.",
            "Indstillingen blev ej godkendt.",
            "Ansøgningen imødekommes ej.",
            "Det blev besluttet ej at imødekomme ansøgningen.",
            "Projektet blev stemt ned.",
        ] {
            assert_eq!(outcomes(text), [Outcome::Rejected], "{text}");
        }
    }

    #[test]
    fn a_word_behind_or_before_may_turn_it_round() {
        for words in [
            "Indstillingen tiltrædes ikke.",
            "Udvalget tiltrådte ikke indstillingen.",
            "Indstillingen følges ikke.",
            "Forslaget vedtages ikke.",
            "Bevilges ikke.",
            "Indstillingen blev ikke fulgt.",
        ] {
            assert_eq!(outcomes(words), [Outcome::Rejected], "{words}");
        }
        assert_eq!(outcomes("Udvalget besluttede at undlade at godkende planen."), [Outcome::Rejected]);
        assert_eq!(outcomes("Sagen udsættes ikke."), []);
        assert_eq!(outcomes("Udvalget tog sagen op igen."), []);
    }

    #[test]
    fn what_is_not_wanted_is_not_decided() {
        for (words, found) in [
            ("Udvalget ønsker ikke, at forslaget oversendes til budgettet.", vec![]),
            ("Udvalget ønsker ikke, at sagen sendes i høring, idet den er gammel.", vec![]),
            ("Udvalget ønsker ikke, at planen godkendes.", vec![Outcome::Rejected]),
            ("Udvalget ønsker ikke at udsætte sagen, og planen godkendes.", vec![Outcome::Approved]),
            ("Udvalget ønsker, at planen godkendes.", vec![Outcome::Approved]),
            ("Udvalget tog til efterretning, at kommunen er blevet udpeget som vært.", vec![Outcome::Noted]),
            (
                "Orienteringen blev taget til efterretning, og Ida Lund blev udpeget.",
                vec![Outcome::Noted, Outcome::Adopted],
            ),
            (
                "Godkendt. V ønsker, at såfremt aftalen bortfalder, forelægges sagen igen.",
                vec![Outcome::Approved],
            ),
        ] {
            assert_eq!(outcomes(words), found, "{words}");
        }
    }

    #[test]
    fn what_was_resolved_says_more_than_that_something_was() {
        for (words, outcome) in [
            ("Bestyrelsen besluttede at udskyde sagen.", Outcome::Postponed),
            ("Det blev besluttet ikke at imødekomme ansøgningen.", Outcome::Rejected),
            ("Rådet besluttede at tage redegørelsen til efterretning.", Outcome::Noted),
            ("Udvalget vedtog enstemmigt at sende planen i høring.", Outcome::Forwarded),
            ("Det blev besluttet, at ansøgningen afvises.", Outcome::Rejected),
            ("Bestyrelsen besluttede at male skuret.", Outcome::Adopted),
            ("Bestyrelsen besluttede at drøfte skuret i maj.", Outcome::Adopted),
            ("Punktet genoptages på næste møde.", Outcome::Postponed),
            ("Indstilles godkendt.", Outcome::Recommended),
        ] {
            assert_eq!(outcomes(words), [outcome], "{words}");
        }
        assert_eq!(outcomes("Anbefales. Godkendt."), [Outcome::Recommended, Outcome::Approved]);
    }

    #[test]
    fn a_side_remark_decides_nothing() {
        for words in [
            "Hjemmesiden rettes for medlemmer, der er bevilget orlov.",
            "Borgmesteren oplyste, at regnskabet er godkendt af revisionen.",
            "Udvalget afventer, om ansøgningen imødekommes af regionen.",
            "Forvaltningen undersøger, om ansøgningen kan imødekommes.",
            "På regionens møde blev det vedtaget at hæve taksten.",
        ] {
            assert_eq!(outcomes(words), [], "{words}");
        }
        for (words, outcome) in [
            ("Afslået, da salen kun er godkendt til 80.", Outcome::Rejected),
            ("Udsat, fordi budgettet ikke er vedtaget.", Outcome::Postponed),
            ("Afvist, da formålet falder uden for fundatsen, som er godkendt i 1998.", Outcome::Rejected),
            ("Godkendt, selv om det blev forkastet sidste år.", Outcome::Approved),
            ("Da hallen er vedtaget solgt, udsættes sagen.", Outcome::Postponed),
        ] {
            assert_eq!(outcomes(words).last(), Some(&outcome), "{words}");
        }
        assert_eq!(outcomes("Sagen genoptages, når byggeriet er godkendt."), [Outcome::Postponed]);
        assert_eq!(outcomes("Udvalget drøftede, om sagen skal udsættes."), [Outcome::Discussed]);
        assert_eq!(outcomes("Godkendt, hvis der kan findes penge i puljen."), [Outcome::Approved]);
        assert_eq!(
            outcomes("Besluttet, at sagen, der er rejst af en borger, udsættes."),
            [Outcome::Postponed]
        );
    }
}
