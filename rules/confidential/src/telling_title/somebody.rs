//! What in a title is somebody's own though it names nobody: where he lives, when he was born, how old he is, his land, his initials.

use crate::closed::WORDS;
use danish::letters::small;
use privacy::streets::is_street;
use text::is_space;

/// Does `title` tell whose case it is by such a detail?
pub fn is_of_somebody(title: &str) -> bool {
    let words: Vec<&str> = title.split(is_space).filter(|word| !word.is_empty()).collect();
    !is_deal(&words) && (names_address(&words) || names_plot(&words))
        || tells_birth(&words)
        || tells_age(&words)
        || has_initials(&words)
}

/// "Salg af Engvej 4", "Lokalplan for matr.nr. 7f": what the municipality itself buys, sells and builds is named in the titles of its agendas.
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
