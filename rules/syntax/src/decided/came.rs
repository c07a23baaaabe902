//! Sentences that tell what came of a thing, here and now: "Regnskabet blev godkendt.", "Bo Dal blev valgt."

use crate::heading_words;
use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::{SAID, WRITTEN, is_dated, is_own_body};
use danish::letters::small;
use text::needle::Needle;
use text::{begins_with, is_space};

/// The words before what came of a thing, made ready to be looked for.
static CAME: LazyLock<Vec<Finder<'static>>> =
    LazyLock::new(|| WRITTEN.came.iter().map(|words| Finder::new(&**words).into_owned()).collect());

/// A longer sentence tells more than what came of a thing, in bytes.
const LONGEST_TOLD: usize = 220;

/// `folded` without what names a thing by an earlier meeting: "referatet fra sidste møde".
pub(super) fn own_time(folded: &str) -> Cow<'_, str> {
    match WRITTEN.of_former.iter().find(|words| folded.contains(&***words)) {
        Some(former) => Cow::Owned(folded.replacen(&**former, "", 1)),
        None => Cow::Borrowed(folded),
    }
}

/// "Beretningen blev derefter enstemmigt godkendt.": does `sentence` say what came of a thing here and now?
pub(super) fn came_of_it(sentence: &str) -> bool {
    const BETWEEN: usize = 4;
    if sentence.len() > LONGEST_TOLD {
        return false;
    }
    let came = |words: &Finder<'_>| words.find(sentence.as_bytes()).map(|at| at + words.needle().len());
    let Some(at) = CAME.iter().find_map(came) else { return is_passive(sentence) || is_refused(sentence) };
    let folded = small(sentence);
    let begins = folded.split([' ', ',']).next().unwrap_or("");
    let other = || {
        let own = own_time(&folded);
        WRITTEN.elsewhere.contains(begins)
            || says_nobody(&folded)
            || WRITTEN.unlike.iter().chain(&WRITTEN.other_time).any(|words| own.contains(&**words))
    };
    let rest = folded.get(at..).unwrap_or("");
    let own = || {
        let mut from = 0;
        rest.split(' ').take(BETWEEN).find_map(|word| {
            let own = rest.get(from..)?;
            from += word.len() + 1;
            SAID.behind(own.trim_start_matches(['*', '_']))
        })
    };
    let behind = || heading_words::words().behind_outcome(rest, BETWEEN - 1).or_else(own);
    // What follows is read first, for few sentences have an outcome there.
    behind().is_some_and(is_of_now) && !other() || is_refused(sentence)
}

/// "Ansøgningen kunne ikke imødekommes.", "Forslaget opnåede ikke flertal.": does `sentence` say that it was not carried, here and now?
fn is_refused(sentence: &str) -> bool {
    static NOT: Needle = Needle::new(" ikke");
    if !NOT.is_in(sentence) {
        return false;
    }
    let folded = small(sentence);
    let refused = WRITTEN.refused.iter().find_map(|own| Some((folded.find(&**own)?, own.len())));
    let Some((at, len)) = refused else { return false };
    let (before, behind) = (&folded[..at], &folded[at + len..]);
    let begins = folded.split([' ', ',']).next().unwrap_or("");
    let other = WRITTEN.other_time.iter().any(|words| before.contains(&**words));
    let side = [" at ", " som ", " der ", " hvis ", " om "].iter().any(|word| before.contains(word));
    !other
        && !side
        && !WRITTEN.elsewhere.contains(begins)
        && is_of_now(behind)
        && !behind.starts_with(char::is_alphanumeric)
}

/// "Intet blev vedtaget": does a sentence in small letters say that nothing came of it?
pub(super) fn says_nobody(folded: &str) -> bool {
    WRITTEN.nobody.iter().any(|own| begins_with(folded, own))
}

/// "Udkastet godkendtes med to rettelser.", "Planen sendes i høring.": does one word say so, or a verb with what it does?
fn is_passive(sentence: &str) -> bool {
    static ENDING: Needle = Needle::new("es");
    let ends = |at: usize| sentence.as_bytes().get(at + 2).is_none_or(|next| !next.is_ascii_alphanumeric());
    let mut hits = ENDING.find_iter(sentence).filter(|at| ends(*at)).peekable();
    if hits.peek().is_none() {
        return false;
    }
    let folded = small(sentence);
    let place = hits.find_map(|at| {
        let start = sentence[..at].rfind(' ').map_or(0, |space| space + 1);
        let word = folded.get(start..at + 2)?;
        // "Godkendtes" begins no sentence, but "Sendes i høring" does.
        let own = (start > 0 && WRITTEN.passives.contains(word)).then_some(at + 2);
        own.or_else(|| Some(start + carried(&folded[start..])?)).map(|end| (start, end))
    });
    let Some((start, end)) = place else { return false };
    let begins = folded.split([' ', ',']).next().unwrap_or("");
    let own = own_time(&folded);
    let other = WRITTEN.unlike.iter().chain(&WRITTEN.other_time).any(|words| own.contains(&**words));
    let behind = folded.get(end..).unwrap_or("");
    // The comma of "§ 9, stk. 2," begins no other sentence.
    let before = folded[..start].replace(", stk", " stk");
    let comma = before.trim_end().trim_end_matches(',').contains(", ")
        || before.ends_with(", ") && !before.contains(" stk");
    let side = comma || folded[..start].ends_with(" at ");
    let now = || is_of_now(behind) || WRITTEN.put_off.iter().any(|own| folded[start..].starts_with(&**own));
    !other && !side && !WRITTEN.elsewhere.contains(begins) && !says_nobody(&folded) && now()
}

/// "toges til efterretning", "sendes i høring": the bytes of a verb that says an outcome with what follows it.
fn carried(words: &str) -> Option<usize> {
    WRITTEN.carried.iter().find(|own| begins_with(words, own)).map(|own| own.len())
}

/// Is nothing in `behind`, what follows an outcome, that dates it or says that others did it?
pub(super) fn is_of_now(behind: &str) -> bool {
    let behind = behind.trim_start_matches(is_space);
    !is_dated(behind)
        && !WRITTEN.by_others.iter().any(|words| behind.starts_with(&**words))
        && !names_somebody(behind)
}

/// "af skorstensfejeren", "af kreditforeningen": does `behind` begin with one who is not the body that meets?
fn names_somebody(behind: &str) -> bool {
    const SHORTEST: usize = 6;
    let Some(rest) = behind.strip_prefix("af ") else { return false };
    let name = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let named = name.len() >= SHORTEST && (name.ends_with("en") || name.ends_with("et"));
    named && !is_own_body(name) && !WRITTEN.by_all.iter().any(|own| **own == *name)
}

pub(super) fn elects(sentence: &str) -> bool {
    static ELECTED: Needle = Needle::new("algt");
    static AGAIN: Needle = Needle::new("envalg");
    static NEW: Needle = Needle::new("nyvalg");
    let chosen = || [&ELECTED, &AGAIN, &NEW].into_iter().any(|word| word.is_in(sentence));
    sentence.len() <= LONGEST_TOLD && chosen() && {
        let folded = small(sentence);
        // "Formanden foreslog Bo Dal, som blev valgt."
        let proposed = |words: &str| words.trim().starts_with("fores");
        let other = WRITTEN.other_time.iter().any(|words| !proposed(words) && folded.contains(&**words));
        !other && !says_nobody(&folded) && WRITTEN.elects.iter().any(|words| folded.contains(&**words))
    }
}

/// Does `sentence` sign the minutes themselves: "Referatet er godkendt af formanden den 25. marts 2026."?
pub fn signs(sentence: &str) -> bool {
    let folded = small(sentence);
    WRITTEN
        .of_minutes
        .iter()
        .any(|own| folded.strip_prefix(&**own).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}
