//! Minutes with 400 invented personal numbers in every place, and the search for them in an output.

/// How the numbers are written: what stands between day and serial number.
const JOINTS: [&str; 8] = ["-", "–", "", " ", " - ", "\u{2009}", "\u{2011}", "  -  "];

const N_NUMBERS: usize = 400;

/// Day, month and year of number `n`: no two are the same.
fn day(n: usize) -> String {
    format!("{:02}{:02}{:02}", n % 28 + 1, n / 28 % 12 + 1, 30 + n / 336)
}

fn number(n: usize) -> String {
    format!("{}{}{}", day(n), JOINTS[n % JOINTS.len()], 4001 + n)
}

/// What stands in each item; every "@" is a number.
const ITEM: &str = "Ansøgning fra @

Sagsfremstilling

Borgeren @ har skrevet: ”Mit nummer er @”. Se https://www.fjordby.dk/borger/@ og mandag d.5 april .

| Ole | @ | Tilskud |

Indstilling

Forvaltningen indstiller,

1. At @ får tilskud,
2. at @ bevilges 500 kr

Bilag

Bilag 1: ansøgning_@.pdf

Beslutning

Ad 1. @ godkendt .

For stemte Ole Holm og @.

@ tog forbehold. Afbud: Ida Holm, @
";

/// Minutes with every number once.
pub(crate) fn minutes() -> String {
    let mut text = "Socialudvalget @\n4. april 2022 kl. 17.00\nSted: Fjordby Rådhus, @\n\nDeltagere: Ole Holm, @\nAfbud: Ida Holm, @\n\n".to_owned();
    for item in 1..=33 {
        let closed = if item % 5 == 0 { "Lukket: " } else { "" };
        text.push_str(&format!("{item}. {closed}{ITEM}\n"));
    }
    let mut filled = String::new();
    let mut n = 0;
    for part in text.split_inclusive('@') {
        match part.strip_suffix('@') {
            Some(words) => {
                filled.push_str(words);
                filled.push_str(&number(n));
                n += 1;
            }
            None => filled.push_str(part),
        }
    }
    assert_eq!(n, N_NUMBERS, "every number is planted");
    filled
}

/// The days of the numbers that `output` repeats, whole or before the serial number.
pub(crate) fn repeated(output: &str) -> Vec<String> {
    let mut words: Vec<&str> = output.split(|c: char| !c.is_alphanumeric()).collect();
    words.sort_unstable();
    let stands = |word: &str| words.binary_search(&word).is_ok();
    let is_repeated = |n: &usize| stands(&day(*n)) || stands(&format!("{}{}", day(*n), 4001 + n));
    (0..N_NUMBERS).filter(is_repeated).map(day).collect()
}
