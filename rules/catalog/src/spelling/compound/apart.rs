//! Words that stand apart from a number, an abbreviation or a month although they belong to it.

use super::{Found, Place};
use danish::compounds::compounds;
use danish::date::month_from;
use danish::lexicon::{Readings, readings, readings_of_compound};
use text::{TextRange, is_space};

/// "3 årige", "0-2 årige", "3årige", "225 timers reglen", "2021 planen".
pub(super) fn after_number(place: &Place<'_, '_>) -> Option<Found> {
    let run = place.text(0);
    let letters = run.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &run[..run.len() - letters.len()];
    if is_aged(letters) {
        return Some((place.to(0), format!("{number}-{letters}")));
    }
    let next = place.next_word().filter(|_| letters.is_empty())?;
    let parts = compounds();
    if is_aged(next) {
        let whole = TextRange::new(place.start_of_range(), place.to(1).end());
        return Some((whole, place.view.text[whole].replace(is_space, "-")));
    }
    if parts.is_unit(next) && parts.follows_unit(place.text(2)) {
        return Some((place.to(2), format!("{number}-{next}{}", place.text(2))));
    }
    let year = number.len() == 4 && ["19", "20"].iter().any(|century| number.starts_with(century));
    let certain = year && parts.follows_year(next) && (place.begins_sentence() || leads_to_year(place));
    certain.then(|| (place.to(1), format!("{number}-{next}")))
}

/// "3 årige", "12årig".
pub(super) fn ends_in_age(written: &str) -> bool {
    is_aged(written.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-' || is_space(c)))
}

/// "årig", which is no word of its own.
fn is_aged(word: &str) -> bool {
    compounds().is_behind_number(word)
}

/// "af 2021 planen", "indregnet i 2021 planen"; but "vedtog i 2021 planen" is something else.
fn leads_to_year(place: &Place<'_, '_>) -> bool {
    match place.text(-1) {
        "i" => compounds().governs_in(place.text(-2)),
        word => compounds().leads_to_year(&word.to_lowercase()),
    }
}

/// "BR sekretariatet", "CO2 udledningen".
pub(super) fn after_abbreviation(place: &Place<'_, '_>) -> Option<Found> {
    let short = place.text(0);
    let capitals = short.bytes().take_while(u8::is_ascii_uppercase).count();
    let next = if capitals > 1 { place.next_word()? } else { return None };
    let digits = short.bytes().skip(capitals).take_while(u8::is_ascii_digit).count();
    // "VVM" is made of such letters and no number.
    let roman = short.bytes().all(|byte| b"IVXLCDM".contains(&byte))
        && !["VV", "LL", "DD", "IIII"].iter().any(|twice| short.contains(twice));
    let abbreviation = capitals <= 5 && capitals + digits == short.len() && !roman;
    let led = || compounds().leads_to_noun(&place.text(-1).to_lowercase());
    // "PK møder op".
    let begins = || place.begins_sentence() && !readings(next).any(Readings::PRESENT);
    // "at MR medlemmerne skal": behind such a word the subject begins, and none is an abbreviation with a definite noun beside it.
    let subject = || {
        let leads = matches!(&*place.text(-1).to_lowercase(), "at" | "hvis" | "når" | "fordi" | "selvom");
        leads && readings(next).without(Readings::OTHER).only(Readings::DEFINITE)
    };
    let certain = abbreviation && (begins() || led() || subject()) && compounds().follows_abbreviation(next);
    certain.then(|| (place.to(1), format!("{short}-{next}")))
}

/// "vores Facebook side", "på Facebook siden af".
pub(super) fn after_brand(place: &Place<'_, '_>) -> Option<Found> {
    let brand = place.text(0);
    let next = place.next_word().filter(|_| compounds().is_brand(brand))?;
    let found = readings_of_compound(next);
    let before = place.text(-1);
    let owner = before.ends_with('s') && readings(before).only(Readings::GENITIVE);
    let led = if found.only(Readings::DEFINITE) {
        compounds().leads_to_noun(&before.to_lowercase())
    } else {
        // "lægger på Facebook billeder ud".
        let article = matches!(
            before,
            "en" | "et" | "ny" | "nyt" | "egen" | "vores" | "deres" | "sin" | "min" | "jeres"
        );
        let number = place.text(2).starts_with(|c: char| c.is_ascii_digit());
        (article || owner) && found.any(Readings::COMMON | Readings::NEUTER) && !number
    };
    led.then(|| (place.to(1), format!("{brand}-{next}")))
}

/// "fra februar mødet"; the place is "mødet".
pub(super) fn after_month(place: &Place<'_, '_>) -> Option<Found> {
    const LED_BY: &[&str] =
        &["af", "efter", "for", "fra", "før", "inden", "med", "om", "på", "til", "under", "ved"];

    if !matches!(place.text(0), "mødet" | "møderne") {
        return None;
    }
    let month = place.run(-1).filter(|run| month_from(&place.view.text[*run]).is_some())?;
    let led = LED_BY.contains(&place.text(-2).to_lowercase().as_str());
    let whole = month.cover(place.to(0));
    led.then(|| (whole, place.view.text[whole].replace(is_space, "")))
}
