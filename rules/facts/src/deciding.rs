//! What a decision says of the matter itself: not what somebody said or wanted, not that a motion fell, and not what was
//! decided besides. Only that can be the answer to an at-point that no number names.

use std::cell::LazyCell;
use std::sync::LazyLock;

use crate::asides::{WORDS, closes_or_files, is_pending, tells};
use danish::letters::small;
use danish::sentences::sentences;
use minutes::{Decision, Item, Outcome, Point, Statement, StatementKind};
use text::needles::Needles;
use text::{TextRange, is_space};

/// What stands in a decision of the matter.
#[derive(Clone, Debug, Default)]
pub struct Deciding<'d> {
    /// The statements of which a sentence at least is about the matter, in the order of the text.
    pub statements: Vec<&'d Statement>,
    sentences: Vec<Sentence<'d>>,
}

/// A sentence about the matter.
#[derive(Clone, Debug)]
struct Sentence<'d> {
    statement: &'d Statement,
    /// In bytes of the item.
    place: TextRange,
    /// Does it name an at-point?
    named: bool,
    /// Was it decided beside the matter: "Udvalget godkendte samtidig et honorar"?
    besides: bool,
    /// Does it say what came of no point in particular?
    decides: bool,
}

/// Reads `decision` of `item`, whose text is `text`.
pub fn deciding<'d>(text: &str, item: &Item, decision: &'d Decision) -> Deciding<'d> {
    let own = LazyCell::new(|| own_words(text, item));
    let own: &dyn Fn(&str) -> bool = &|motion| own.contains(motion);
    let mut found = Deciding::default();
    let mut moved = false;
    for statement in &decision.statements {
        let words = &text[statement.range];
        if matches!(statement.kind, StatementKind::Attendance | StatementKind::Quoted) || is_pending(words) {
            continue;
        }
        if statement.kind == StatementKind::Announcement {
            moved |= names_motion(words, own);
            // "Punkt 2: Ø stillede følgende ændringsforslag:" names a point, and no other can be left out of it.
            found.statements.extend(Some(statement).filter(|statement| !statement.answers.is_empty()));
            continue;
        }
        let about = of_matter(words, statement, own, &mut moved);
        if !about.is_empty() {
            found.statements.push(statement);
            found.sentences.extend(about);
        }
    }
    found
}

/// The sentences of `statement`, whose words are `words`, that are about the matter. `own` tells whether words name the matter itself,
/// and `moved` is whether somebody has made a motion.
fn of_matter<'d>(
    words: &str,
    statement: &'d Statement,
    own: &dyn Fn(&str) -> bool,
    moved: &mut bool,
) -> Vec<Sentence<'d>> {
    let mut found = Vec::new();
    for sentence in sentences(words) {
        let (place, said) = (sentence + statement.range.start(), &words[sentence]);
        let motion = names_motion(said, own) || *moved && names_again(said);
        let named = statement.answers.iter().any(|answer| place.contains_range(answer.points.range));
        let told = tells(said);
        *moved |= motion;
        let general = statement.outcomes.iter().filter(|(_, at)| place.contains_range(*at));
        let before = |at: &TextRange| &words[..usize::from(at.start() - statement.range.start())];
        let fell =
            |(outcome, at): &(Outcome, TextRange)| is_against(*outcome) || is_moved(before(at), sentence);
        let decides = general
            .filter(|outcome| !motion || !fell(outcome))
            .any(|(_, at)| !told || is_turned(before(at), sentence));
        if (told || motion && !named) && !decides {
            continue;
        }
        let besides = holds(said, &WORDS.besides) && !covers(said);
        found.push(Sentence { statement, place, named, besides, decides });
    }
    found
}

impl<'d> Deciding<'d> {
    /// The same without what stands at `place`, in bytes of the item.
    pub fn but_for(mut self, place: TextRange) -> Self {
        self.statements.retain(|statement| statement.range.intersect(place).is_none());
        self.sentences.retain(|sentence| sentence.statement.range.intersect(place).is_none());
        self
    }

    /// Is `place`, in bytes of the item, in a sentence about the matter?
    pub fn speaks_of(&self, place: TextRange) -> bool {
        self.sentences.iter().any(|sentence| sentence.place.contains_range(place))
    }

    /// The first statement that says what becomes of all points that are not named.
    pub fn of_all(&self) -> Option<&'d Statement> {
        let mut all = self.sentences.iter();
        all.find(|sentence| sentence.decides && !sentence.besides).map(|sentence| sentence.statement)
    }

    /// Does a sentence speak of more than the points it names: "Indstillingen i øvrigt …"?
    pub fn covers(&self, text: &str) -> bool {
        self.sentences.iter().any(|sentence| covers(&text[sentence.place]))
    }

    /// Does a statement that names no point say anything of the matter, besides how some voted?
    pub fn says_more(&self, text: &str) -> bool {
        self.sentences.iter().any(|sentence| {
            let statement = &text[sentence.statement.range];
            sentence.statement.answers.is_empty()
                && !sentence.besides
                && !statement.starts_with('(')
                && !WORDS.voting.iter().any(|part| statement.contains(part.as_str()))
        })
    }

    /// The statement of which a sentence that names no point says what `point` asks for: "Punkt 1 og 2 blev godkendt. Som medlem blev
    /// udpeget Ida Lund."
    pub fn of_point(&self, text: &str, point: &str) -> Option<&'d Statement> {
        let asked = stems(point);
        let tells = |sentence: &&Sentence| {
            let said = stems(&text[sentence.place]);
            !sentence.named && asked.iter().filter(|stem| said.contains(stem)).count() >= 2
        };
        self.sentences.iter().find(tells).map(|sentence| sentence.statement)
    }
}

/// Points that a line names without saying what came of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// What decisions call the points.
    pub points: Vec<u32>,
    /// The number with its word, in bytes of the item.
    pub place: TextRange,
    /// Does something hold the place of the answer: "Ad 2. Afventer."? Else there are no words at all.
    pub is_held: bool,
}

/// The lines of `decision` that are begun and nothing more: "Ad 2.", "Ad 2. …", "2. at-punkt blev". `text` is that of the item.
/// Rule, outline, lens and status ask this one reader.
pub fn begun(text: &str, decision: &Decision) -> Vec<Begun> {
    let mut found = Vec::new();
    for (at, statement) in decision.statements.iter().enumerate() {
        let next = decision.statements.get(at + 1);
        let goes_on = next.is_some_and(|next| goes_on(text, next));
        for (n, answer) in statement.answers.iter().enumerate() {
            let following = statement.answers.get(n + 1);
            let to = following.map_or(statement.range.end(), |next| next.points.range.start());
            let place = answer.points.range;
            let before =
                &text[TextRange::new(statement.range.start(), place.start().max(statement.range.start()))];
            let behind = &text[TextRange::new(place.end(), to.max(place.end()))];
            // Behind the last number of a line the answer may stand in the paragraphs below.
            let is_last = following.is_none();
            if answer.outcomes.is_empty()
                && leads(before)
                && let Some(is_held) = is_no_answer(behind).filter(|_| !(is_last && goes_on))
            {
                found.push(Begun { points: answer.points.points.clone(), place, is_held });
            }
        }
    }
    found
}

/// Does `statement` go on from a line that only names a point?
fn goes_on(text: &str, statement: &Statement) -> bool {
    let follows = !matches!(statement.kind, StatementKind::Attendance) && statement.answers.is_empty();
    follows && is_no_answer(&text[statement.range]).is_none() && !closes_or_files(&text[statement.range])
}

/// Does what comes `before` a number in its paragraph end, so that the number begins a line or a sentence?
fn leads(before: &str) -> bool {
    let before = before.trim_end_matches(|c| is_space(c) || matches!(c, '-' | '–' | '•' | '*' | '('));
    before.is_empty() || before.ends_with(['.', ';', ':', '!', '\n', '\r'])
}

/// Do `words` behind the number of a point say nothing of it, and if so, do they at least hold the place?
fn is_no_answer(words: &str) -> Option<bool> {
    let said = words.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '[' | '…'));
    let hangs = tokens(said).all(|word| WORDS.hanging.contains(&word.to_lowercase()));
    let bare = !said.contains(char::is_alphanumeric) && !said.contains('?');
    match () {
        () if bare || hangs && !said.contains('?') => Some(false),
        () if is_pending(said) => Some(true),
        () => None,
    }
}

/// Does `point` ask for one thing that a decision says in plain words? "Udvalget ønsker en status" may be what came of a discussion, but
/// it approves nothing.
pub fn asks_plainly(point: &Point) -> bool {
    matches!(point.asks[..], [Outcome::Approved | Outcome::Noted | Outcome::Recommended])
}

/// Does a decision with these `words` cover more than the points it names?
pub fn covers(words: &str) -> bool {
    holds(words, &WORDS.covering)
}

/// The words that name the matter: the title and what is asked for.
fn own_words(text: &str, item: &Item) -> String {
    let points = item.points().map(|point| point.text);
    let places = item.title.into_iter().chain(points);
    places.map(|place| text[place].to_lowercase()).collect::<Vec<_>>().join("\n")
}

/// Does `sentence` name a motion that is not the matter itself, which `own` tells?
fn names_motion(sentence: &str, own: &dyn Fn(&str) -> bool) -> bool {
    static MOTIONS: LazyLock<Needles> = LazyLock::new(|| Needles::new(&WORDS.motions));
    let lower = small(sentence);
    MOTIONS.find_iter(&lower).any(|hit| {
        let motion = &WORDS.motions[hit.which];
        is_whole(sentence, hit.start, motion) && is_owned(&sentence[hit.end..], motion) && !own(motion)
    })
}

/// "forslag fra F": is whoever made it named with `behind`, and no office?
fn is_owned(behind: &str, motion: &str) -> bool {
    let led = motion.ends_with(" fra") || motion.ends_with(" af");
    !led || behind.trim_start_matches(is_space).starts_with(char::is_uppercase)
}

/// "Forslaget blev forkastet", where somebody has made a motion.
fn names_again(sentence: &str) -> bool {
    let lower = small(sentence);
    WORDS.motion_again.iter().any(|again| lower.starts_with(again.as_str()) && is_whole(&lower, 0, again))
}

fn is_whole(text: &str, at: usize, word: &str) -> bool {
    !text[..at].ends_with(char::is_alphanumeric)
        && !text[at + word.len()..].starts_with(char::is_alphanumeric)
}

/// Does `outcome` say that a motion fell?
fn is_against(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Rejected | Outcome::Lapsed | Outcome::Withdrawn)
}

/// "V stillede ændringsforslag om, at sagen udsættes": does an outcome stand in the clause that says what was moved?
fn is_moved(before: &str, sentence: TextRange) -> bool {
    let before = &before[sentence.start().into()..];
    before.rfind(" at ").is_some_and(|at| !before[at..].contains(','))
}

/// "Formanden orienterede, hvorefter planen blev godkendt": does what stands before an outcome in the sentence turn from telling to
/// deciding?
fn is_turned(before: &str, sentence: TextRange) -> bool {
    let before = before[sentence.start().into()..].to_lowercase();
    let turns = WORDS
        .turns
        .iter()
        .filter_map(|turn| before.rfind(turn.as_str()).map(|at| &before[at + turn.len()..]));
    turns.into_iter().any(|behind| !behind.starts_with("at "))
}

fn holds(text: &str, words: &[String]) -> bool {
    tokens(text).any(|word| words.contains(&word.to_lowercase()))
}

/// The beginnings of the long words in `words`.
fn stems(words: &str) -> Vec<String> {
    let long = tokens(words).filter(|word| word.chars().count() > 4);
    long.map(|word| word.to_lowercase().chars().take(4).collect()).collect()
}

/// The words of a text, with their hyphens.
pub fn tokens(words: &str) -> impl Iterator<Item = &str> {
    words.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{begun, deciding};
    use minutes::Minutes;
    use syntax::Vocabulary;

    /// Does `decision` say anything of the matter, and of points that it does not name?
    fn read(decision: &str) -> (bool, bool) {
        let text = format!(
            "Udvalget\n10. marts 2026\n\n1. Havn\n\nIndstilling\n\n1. at planen godkendes.\n2. at kajen males.\n\nBeslutning\n\n{decision}\n"
        );
        let minutes = Minutes::new(&text, Vocabulary::common());
        let placed = minutes.item(0);
        let (_, decision) = placed.item.decisions().next().expect("the section above");
        let read = deciding(&text[placed.range()], placed.item, decision);
        (!read.statements.is_empty(), read.of_all().is_some())
    }

    /// The points that `decision` names without an answer, and whether something holds their place.
    fn begun_in(decision: &str) -> Vec<(Vec<u32>, bool)> {
        let text = format!(
            "Udvalget\n10. marts 2026\n\n1. Havn\n\nIndstilling\n\n1. at planen godkendes.\n2. at kajen males.\n3. at molen males.\n\nBeslutning\n\n{decision}\n"
        );
        let minutes = Minutes::new(&text, Vocabulary::common());
        let placed = minutes.item(0);
        let (_, decision) = placed.item.decisions().next().expect("the section above");
        let found = begun(&text[placed.range()], decision).into_iter();
        found.map(|begun| (begun.points, begun.is_held)).collect()
    }

    #[test]
    fn a_number_without_words_is_no_answer() {
        for decision in [
            "Ad 1. Godkendt.\nAd 2.",
            "Ad 1. Godkendt.\n\nAd 2:\n\nAd 3. Godkendt.",
            "1. Godkendt.\n2.",
            "Ad 1. Godkendt.\nAd 2. …",
            "Ad 1. Godkendt.\nAd 2. -",
            "1. at-punkt blev godkendt.\n2. at-punkt blev",
            "Ad 1. Godkendt. Ad 2. Ad 3. Godkendt.",
            "Ad 1. Godkendt.\n\nAd 2. ______",
            "Ad 1. Godkendt.\n\nAd 2.\n\nMødet sluttede kl. 17.00.",
        ] {
            assert_eq!(begun_in(decision), [(vec![2], false)], "{decision}");
        }
        for decision in ["Ad 1. Godkendt.\nAd 2. Afventer.", "Ad 1. Godkendt.\nAd 2: [udfyldes]"] {
            assert_eq!(begun_in(decision), [(vec![2], true)], "{decision}");
        }
        let none = "Ad 1.\nAd 2.\nAd 3.";
        assert_eq!(begun_in(none), [(vec![1], false), (vec![2], false), (vec![3], false)]);
    }

    #[test]
    fn an_answer_may_stand_below_its_number_or_before_it() {
        for decision in [
            "Ad 1.\n\nGodkendt.\n\nAd 2.\n\nUdvalget ønsker en status i maj.",
            "Ad 1\nGodkendt med bemærkninger.\nAd 2\nHavnen sørger for maling.",
            "Udvalget godkendte punkt 1 og 2.",
            "Godkendt, dog ikke punkt 2.",
            "Ad 1. Godkendt.\n\nAd 2. Kajen males til maj.",
            "Ad 1.\n\n”Vi stemmer imod.”\n\nAd 2. Er kajen rød? Ja.",
            "Ad 1-3. Godkendt.",
        ] {
            assert_eq!(begun_in(decision), [], "{decision}");
        }
    }

    #[test]
    fn a_motion_that_fell_decides_nothing() {
        for decision in [
            "Ida Juul (F) stillede et ændringsforslag, der ikke blev vedtaget.",
            "Ida Juul (F) foreslog, at sagen udsættes. Forslaget faldt.",
            "Ida Juul (F) stillede ændringsforslag om, at sagen udsættes til maj. Ændringsforslaget blev forkastet.",
            "Ida Juul (F) foreslog, at sagen udsættes.\n\nForslaget blev forkastet.",
            "Et forslag fra F om lavere huse blev forkastet med 2 stemmer mod 1.",
            "Ændringsforslaget faldt.",
            "Venstres modforslag blev nedstemt.",
        ] {
            assert_eq!(read(decision), (false, false), "{decision}");
        }
    }

    #[test]
    fn the_matter_is_decided_beside_a_motion() {
        for decision in [
            "Et ændringsforslag fra F blev forkastet. Indstillingen blev godkendt.",
            "Ændringsforslaget blev forkastet, og indstillingen blev godkendt.",
            "Ida Juul (F) stillede et ændringsforslag, der blev vedtaget.",
            "Forslaget blev forkastet.",
            "Forslaget fra forvaltningen blev forkastet.",
            "Formanden orienterede om planen, hvorefter den blev godkendt.",
            "Samtidig blev hele indstillingen godkendt.",
        ] {
            assert_eq!(read(decision), (true, true), "{decision}");
        }
    }

    #[test]
    fn what_is_decided_besides_answers_no_point_that_is_left() {
        for decision in [
            "Ad 1. Godkendt.\n\nUdvalget godkendte samtidig et honorar til arkitekten.",
            "Ad 1. Godkendt.\n\nDesuden blev der bevilget 5.000 kr. til blomster.",
            "Ad 1. Godkendt.\n\nEndvidere vedtog udvalget en ny mødeplan.",
            "Ad 1. Godkendt.\n\nUdvalget takkede for oplægget.",
        ] {
            assert_eq!(read(decision), (true, false), "{decision}");
        }
    }
}
