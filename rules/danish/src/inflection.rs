//! From one form of a word to another, as the lexicon knows them; `None` where there is no form or more than one.

use super::lexicon::{
    Readings, infinitive_of_strong_participle, infinitive_of_strong_past, irregular_infinitive, readings,
    strong_participle, strong_past,
};

/// The infinitive of a present: "håndterer" → "håndtere".
pub fn infinitive_of_present(present: &str) -> Option<String> {
    if let Some(infinitive) = irregular_infinitive(present) {
        return Some(infinitive.to_owned());
    }
    known(present.strip_suffix('r')?.to_owned(), Readings::INFINITIVE)
}

/// The infinitive of an imperative: "reparer" → "reparere".
pub fn infinitive_of_imperative(imperative: &str) -> Option<String> {
    // "bestil" → "bestille".
    let doubled = imperative.chars().next_back().map(|last| format!("{imperative}{last}e"));
    known(format!("{imperative}e"), Readings::INFINITIVE).or_else(|| known(doubled?, Readings::INFINITIVE))
}

/// The infinitive of a past: "bakkede" → "bakke", "betalte" → "betale".
pub fn infinitive_of_past(past: &str) -> Option<String> {
    let regular = past.strip_suffix("de").and_then(|stem| known(stem.to_owned(), Readings::INFINITIVE));
    let short = || past.strip_suffix("te").and_then(|stem| known(format!("{stem}e"), Readings::INFINITIVE));
    let strong = || infinitive_of_strong_past(past).and_then(|form| known(form, Readings::INFINITIVE));
    regular.or_else(short).or_else(strong)
}

/// The infinitive of a participle: "udarbejdet" → "udarbejde".
pub fn infinitive_of_participle(participle: &str) -> Option<String> {
    if let Some(strong) =
        infinitive_of_strong_participle(participle).and_then(|form| known(form, Readings::INFINITIVE))
    {
        return Some(strong);
    }
    let stem = participle.strip_suffix('t')?;
    known(stem.to_owned(), Readings::INFINITIVE).or_else(|| known(format!("{stem}e"), Readings::INFINITIVE))
}

/// The present of an infinitive: "vurdere" → "vurderer".
pub fn present(infinitive: &str) -> Option<String> {
    known(format!("{infinitive}r"), Readings::PRESENT)
}

/// The past of an infinitive: "vurdere" → "vurderede", "drøfte" → "drøftede", "sende" → "sendte".
pub fn past(infinitive: &str) -> Option<String> {
    if let Some(strong) = strong_past(infinitive).and_then(|form| known(form, Readings::PAST)) {
        return Some(strong);
    }
    let stem = infinitive.strip_suffix('e')?;
    known(format!("{stem}ede"), Readings::PAST).or_else(|| known(format!("{stem}te"), Readings::PAST))
}

/// The participle of an infinitive: "udarbejde" → "udarbejdet", "sende" → "sendt".
pub fn participle(infinitive: &str) -> Option<String> {
    if let Some(strong) = strong_participle(infinitive)
        .and_then(|form| known(form, Readings::PARTICIPLE | Readings::ADJECTIVE | Readings::PAST))
    {
        return Some(strong);
    }
    let short = infinitive.strip_suffix('e').map(|stem| format!("{stem}t"));
    // "indgå" → "indgået".
    let stressed = infinitive.ends_with('å').then(|| format!("{infinitive}et"));
    let long = known(stressed.unwrap_or_else(|| format!("{infinitive}t")), Readings::PARTICIPLE);
    // "bestille" → "bestilt".
    let single = infinitive.strip_suffix('e').and_then(|stem| {
        let last = stem.chars().next_back()?;
        let rest = stem.strip_suffix(last)?;
        rest.ends_with(last).then(|| format!("{rest}t"))
    });
    long.or_else(|| known(short?, Readings::PARTICIPLE)).or_else(|| known(single?, Readings::PARTICIPLE))
}

/// The form of an adjective with "-e": "kommunal" and "kommunalt" → "kommunale", "grøn" → "grønne".
pub fn with_e(adjective: &str) -> Option<String> {
    let bare = adjective.strip_suffix('t').unwrap_or(adjective);
    // "samlet" → "samlede".
    if let Some(stem) = adjective.strip_suffix("et")
        && let Some(form) = known(format!("{stem}ede"), Readings::ADJECTIVE_E)
    {
        return Some(form);
    }
    // The lexicon bends "afsat" wrongly.
    if adjective.ends_with("sat") {
        return known(format!("{adjective}te"), Readings::ADJECTIVE_E | Readings::PAST);
    }
    [adjective, bare].into_iter().flat_map(lengthened).find_map(|form| known(form, Readings::ADJECTIVE_E))
}

/// The form of an adjective without ending: "treårige" → "treårig", "grønne" → "grøn".
pub fn without_e(adjective: &str) -> Option<String> {
    let stem = adjective.strip_suffix('e')?;
    let mut forms = vec![stem.to_owned()];
    let mut ends = stem.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next()) {
        let shorter = &stem[..stem.len() - last.len_utf8()];
        if last == before {
            forms.push(shorter.to_owned());
        }
        if matches!(last, 'l' | 'n' | 'r') {
            forms.push(format!("{shorter}e{last}"));
        }
    }
    forms.into_iter().find_map(|form| known(form, Readings::ADJECTIVE_COMMON))
}

/// The neuter of an adjective: "kommunal" → "kommunalt".
pub fn neuter(adjective: &str) -> Option<String> {
    // The lexicon knows "godt" as an adverb alone.
    known(format!("{adjective}t"), Readings::ADJECTIVE_NEUTER | Readings::OTHER)
}

/// The common form of a neuter: "kommunalt" → "kommunal".
pub fn common(adjective: &str) -> Option<String> {
    known(adjective.strip_suffix('t')?.to_owned(), Readings::ADJECTIVE_COMMON)
}

/// Forms that add "-e", where the last letter may double, or an "e" before it go away.
fn lengthened(stem: &str) -> Vec<String> {
    let mut forms = vec![format!("{stem}e")];
    if let Some(last) = stem.chars().next_back() {
        // Where both are listed the double letter is right: "afsatte", "informelle".
        forms.insert(0, format!("{stem}{last}e"));
        let shorter = &stem[..stem.len() - last.len_utf8()];
        if let Some(shortest) = shorter.strip_suffix('e') {
            forms.push(format!("{shortest}{last}e"));
        }
    }
    forms
}

fn known(form: String, reading: Readings) -> Option<String> {
    readings(&form).any(reading).then_some(form)
}

#[cfg(test)]
mod tests {
    use super::{
        common, infinitive_of_participle, infinitive_of_past, infinitive_of_present, neuter, participle,
        past, present, with_e, without_e,
    };

    #[test]
    fn verbs_bend() {
        assert_eq!(infinitive_of_present("håndterer").as_deref(), Some("håndtere"));
        assert_eq!(infinitive_of_present("går").as_deref(), Some("gå"));
        assert_eq!(infinitive_of_present("har").as_deref(), Some("have"));
        assert_eq!(infinitive_of_present("møder").as_deref(), Some("møde"));
        assert_eq!(infinitive_of_participle("udarbejdet").as_deref(), Some("udarbejde"));
        assert_eq!(infinitive_of_participle("sendt").as_deref(), Some("sende"));
        assert_eq!(present("vurdere").as_deref(), Some("vurderer"));
        assert_eq!(participle("udarbejde").as_deref(), Some("udarbejdet"));
        assert_eq!(participle("indgå").as_deref(), Some("indgået"));
        assert_eq!(participle("sende").as_deref(), Some("sendt"));
        assert_eq!(participle("udskyde").as_deref(), Some("udskudt"));
        assert_eq!(participle("spørge").as_deref(), Some("spurgt"));
        assert_eq!(past("drøfte").as_deref(), Some("drøftede"));
        assert_eq!(past("indkøbe").as_deref(), Some("indkøbte"));
        assert_eq!(past("vedtage").as_deref(), Some("vedtog"));
        assert_eq!(infinitive_of_past("fremlagde").as_deref(), Some("fremlægge"));
        assert_eq!(infinitive_of_participle("valgt").as_deref(), Some("vælge"));
        assert_eq!(present("xyzze"), None);
    }

    #[test]
    fn adjectives_bend() {
        assert_eq!(with_e("kommunal").as_deref(), Some("kommunale"));
        assert_eq!(with_e("grønt").as_deref(), Some("grønne"));
        assert_eq!(with_e("samlet").as_deref(), Some("samlede"));
        assert_eq!(with_e("simpel").as_deref(), Some("simple"));
        assert_eq!(with_e("afsat").as_deref(), Some("afsatte"));
        assert_eq!(without_e("treårige").as_deref(), Some("treårig"));
        assert_eq!(without_e("grønne").as_deref(), Some("grøn"));
        assert_eq!(without_e("simple").as_deref(), Some("simpel"));
        assert_eq!(neuter("kommunal").as_deref(), Some("kommunalt"));
        assert_eq!(common("kommunalt").as_deref(), Some("kommunal"));
    }
}
