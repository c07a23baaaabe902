//! What in a title is somebody's own though it names nobody: where he lives, when he was born, how old he is, his land, his initials.

use crate::closed::{WORDS, is_place, may_be_family};
use danish::letters::small;
use danish::lexicon::{is_compound, readings};
use privacy::streets::is_street;
use text::is_space;

/// Does `title` tell whose case it is by such a detail?
pub fn is_of_somebody(title: &str) -> bool {
    let words: Vec<&str> = title.split(is_space).filter(|word| !word.is_empty()).collect();
    names_address(&words)
        || names_plot(&words) && !is_deal(&words)
        || names_dwelling(&words)
        || names_pupil(title)
        || names_one_word(&words)
        || names_office(&words)
        || begins_with_owner(&words)
        || tells_birth(&words)
        || tells_age(&words)
        || has_initials(&words)
}

/// "Restance lejemål 14", "Inkasso mod lejer i bolig 22": the number of where somebody lives, in a case of somebody's own.
fn names_dwelling(words: &[&str]) -> bool {
    let is_own = |word: &&str| {
        let own = small(bare(word));
        WORDS.own_cases.iter().any(|case| own.ends_with(case.as_str())) || own.starts_with("inkasso")
    };
    let is_number = |word: &str| bare(word).starts_with(|c: char| c.is_ascii_digit());
    words.iter().any(is_own)
        && words.windows(2).any(|pair| WORDS.dwellings.contains(&*small(bare(pair[0]))) && is_number(pair[1]))
}

/// "Sygemelding, Bente fra køkkenet": in a case of somebody's own, a word with a capital inside the title that is none of the language.
fn names_one_word(words: &[&str]) -> bool {
    let is_own = |word: &str| {
        let own = small(bare(word));
        WORDS.own_cases.iter().any(|case| own.ends_with(case.as_str()))
    };
    let is_name = |word: &&str| {
        let own = small(bare(word));
        bare(word).starts_with(char::is_uppercase)
            && own.chars().count() > 2
            && readings(&own).is_none()
            && !is_compound(&own)
            && !is_place(bare(word))
    };
    words.iter().position(|word| is_own(word)).is_some_and(|at| words[at + 1..].iter().any(is_name))
}

/// "Emil i 6.B", "Sofie, 3. klasse": a name that begins the title, and a class.
fn names_pupil(title: &str) -> bool {
    let words: Vec<&str> =
        title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_year = |word: &str| word.len() <= 2 && is_digits(word);
    let is_class = |pair: &[&str]| {
        is_year(pair[0])
            && (pair[1].chars().count() == 1 && pair[1].chars().all(char::is_alphabetic)
                || matches!(&*small(pair[1]), "klasse" | "årgang" | "kl"))
    };
    let is_glued = |word: &str| {
        let letter = word.trim_start_matches(|c: char| c.is_ascii_digit());
        letter.chars().count() == 1 && letter.len() < word.len() && letter.chars().all(char::is_alphabetic)
    };
    let is_name = |word: &&str| {
        let own = small(word);
        word.starts_with(char::is_uppercase)
            && own.chars().count() > 2
            && readings(&own).is_none()
            && !is_compound(&own)
    };
    words.first().is_some_and(is_name)
        && (words.windows(2).any(is_class) || words.iter().skip(1).any(|word| is_glued(word)))
}

/// "Advarsel til pedellen", "Fratrædelse for områdechef i hjemmeplejen": somebody who is the only one in his place, and loses it.
fn names_office(words: &[&str]) -> bool {
    let ends = |list: &[String], word: &str| list.iter().any(|own| word.ends_with(own.as_str()));
    let own: Vec<String> = words.iter().map(|word| small(bare(word))).collect();
    own.iter().any(|word| ends(&WORDS.ended_work, word)) && own.iter().any(|word| ends(&WORDS.offices, word))
}

/// "Hansens klage", "Toftegaards erstatningskrav": the name of a family as the owner of what the title is about.
fn begins_with_owner(words: &[&str]) -> bool {
    let Some(name) = words.first().and_then(|first| first.strip_suffix('s')).filter(|_| words.len() > 1)
    else {
        return false;
    };
    let lower = small(name);
    let is_family = WORDS.surname_ends.iter().any(|end| lower.ends_with(end.as_str()))
        || may_be_family(&lower) && !is_compound(&lower);
    name.starts_with(char::is_uppercase)
        && is_family
        && readings(&lower).is_none()
        && readings(&small(words[0])).is_none()
}

/// "Lokalplan for matr.nr. 7f": what the municipality itself buys, sells and builds is named in the titles of its agendas.
fn is_deal(words: &[&str]) -> bool {
    words.iter().any(|word| WORDS.deals.contains(&*small(bare(word))))
}

/// "Møllevej 8", "Ringgade 14, 2. tv.", "Nørregade 3A"
fn names_address(words: &[&str]) -> bool {
    words
        .windows(2)
        .any(|pair| is_street(bare(pair[0])) && pair[0].ends_with(char::is_alphanumeric) && is_house(pair[1]))
}

/// "8", "3A,", not the "3." of "3. etape".
fn is_house(word: &str) -> bool {
    let number = word.trim_end_matches([',', ';', ':', ')', '.']);
    let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_ordinal = word.ends_with('.') && digits.len() == number.len() && digits.len() < 2;
    !is_ordinal && number.len() <= digits.len() + 1 && (1..=3).contains(&digits.len()) && is_digits(digits)
}

/// "matr.nr. 4a, Skovby", "matrikel 12 b"
fn names_plot(words: &[&str]) -> bool {
    /// So many words stand between "matr." and the number.
    const NEAR: usize = 2;
    words.iter().enumerate().any(|(at, word)| {
        let is_plot = small(bare(word)).starts_with("matr");
        is_plot
            && (word.contains(|c: char| c.is_ascii_digit())
                || words[at + 1..]
                    .iter()
                    .take(NEAR)
                    .any(|next| next.starts_with(|c: char| c.is_ascii_digit())))
    })
}

/// "født 12.3.2015", "født den 3. maj 2019", "f. 12/3 2015", "fødselsdato 120315"
fn tells_birth(words: &[&str]) -> bool {
    /// So many words stand between the word for it and the day.
    const NEAR: usize = 2;
    words.iter().enumerate().any(|(at, word)| {
        let lower = small(word.trim_start_matches(|c: char| !c.is_alphabetic()));
        let is_birth = lower == "f." || WORDS.births.iter().any(|birth| lower.starts_with(birth.as_str()));
        is_birth
            && words[at + 1..].iter().take(NEAR).any(|next| next.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// "dreng på 9 år", "14-årig", "en 9 årig pige"; not "lejemål på 9 år", "10-årig aftale".
fn tells_age(words: &[&str]) -> bool {
    let is_person = |word: &&str| {
        let lower = small(bare(word));
        WORDS.aged.contains(&lower)
    };
    let is_age = |at: usize| {
        let lower = small(bare(words[at]));
        let digits = lower.trim_start_matches(|c: char| c.is_ascii_digit());
        let counted = digits.len() < lower.len() && digits.trim_start_matches('-').starts_with("årig");
        let number = at.checked_sub(1).is_some_and(|before| is_digits(bare(words[before])));
        let is_last = at + 1 == words.len() || words[at].ends_with([',', ')', ':']);
        let of_somebody = words.iter().any(is_person) || counted && is_last && at > 0;
        (counted || number && (lower == "år" || lower.starts_with("årig"))) && of_somebody
    };
    (0..words.len()).any(is_age)
}

/// "Sygefravær K.L.M.", "Orlov, A. B.", "Personalesag JHN": letters with stops, or capitals where a case is somebody's own.
fn has_initials(words: &[&str]) -> bool {
    let is_own = || {
        let of_case =
            |word: &&str| WORDS.own_cases.iter().any(|case| small(bare(word)).ends_with(case.as_str()));
        words.iter().any(of_case)
    };
    let is_stopped = |word: &str| {
        let letters: Vec<&str> = word.trim_matches(['(', ')', ',', ':']).split_inclusive('.').collect();
        letters.len() > 1 && letters.iter().all(|one| is_initial(one)) && !is_listed(word)
    };
    let is_pair = |pair: &[&str]| is_initial(pair[0]) && is_initial(pair[1]);
    let is_capitals = |word: &&str| {
        let bare = bare(word);
        (2..=4).contains(&bare.chars().count()) && bare.chars().all(char::is_uppercase)
    };
    words.iter().any(|word| is_stopped(word))
        || words.windows(2).any(is_pair)
        || is_own() && words.iter().any(is_capitals)
}

/// "K."
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.') && letters.next().is_none()
}

/// "A.M.B.A.": the form of a firm.
fn is_listed(word: &str) -> bool {
    let own = small(word.trim_end_matches('.'));
    WORDS.firms.iter().any(|form| small(form) == own)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
