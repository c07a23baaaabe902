//! Makes `data/danish.lexicon` from the two files of Stavekontrolden; run by hand, see `data/NOTICE.md`.
#![allow(
    clippy::disallowed_methods,
    reason = "what makes the core's data may touch files; the core touches none"
)]

mod affixes;
mod words;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

use lexicon::Readings;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [dictionary, out] = &arguments[..] else {
        eprintln!("usage: generate DICTIONARY OUT   (reads DICTIONARY.aff and DICTIONARY.dic)");
        std::process::exit(2);
    };
    let read = |ending: &str| fs::read_to_string(Path::new(&format!("{dictionary}.{ending}")));
    let forms = words::forms(&read("aff")?, &read("dic")?);
    let bytes = packed(&forms).map_err(io::Error::other)?;
    eprintln!("{} forms, {} bytes", forms.len(), bytes.len());
    fs::write(out, bytes)
}

/// The lexicon's file: the sets of readings, the commonest first, and the automaton.
fn packed(forms: &BTreeMap<String, Readings>) -> Result<Vec<u8>, fst::Error> {
    let mut counts: BTreeMap<Readings, usize> = BTreeMap::new();
    for readings in forms.values() {
        *counts.entry(*readings).or_default() += 1;
    }
    let mut sets: Vec<(Readings, usize)> = counts.into_iter().collect();
    sets.sort_by_key(|(readings, count)| (std::cmp::Reverse(*count), *readings));
    let numbers: BTreeMap<Readings, u64> = sets.iter().map(|(readings, _)| *readings).zip(0..).collect();

    let mut builder = fst::MapBuilder::memory();
    for (form, readings) in forms {
        builder.insert(form, numbers[readings])?;
    }
    let count = u32::try_from(sets.len()).expect("there are some hundred sets");
    let mut bytes = count.to_le_bytes().to_vec();
    bytes.extend(sets.iter().flat_map(|(readings, _)| readings.bits().to_le_bytes()));
    bytes.extend(builder.into_inner()?);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use lexicon::{Lexicon, Readings};

    use super::{packed, words};

    const AFF: &str = "SFX 1 Y 2\nSFX 1 0 de/34,22 e\t+DATID\nSFX 1 0 t/34,22 e +PERF_PART\nSFX 21 Y 1\n\
                       SFX 21 0 r e +NUTID\nSFX 22 Y 1\nSFX 22 0 s [^s] +PASSIV\nSFX 2 Y 1\n\
                       SFX 2 0 en/9 [^e] +BESTEMT_ENTAL\nSFX 11 Y 1\nSFX 11 0 er [^e] +PLUR_UBEK\n\
                       SFX 13 Y 2\nSFX 13 el ler el +PLUR_BEK\nSFX 13 el lerne el +PLUR_UBEK\n";
    const DIC: &str = "6\nhåndtere/1,21,22\nplan/2,11\nregel/2,13\n-årig/24\nog\na priori\nforkert/2,6\n";

    #[test]
    fn an_extract_of_the_dictionary_becomes_a_lexicon() {
        let bytes = packed(&words::forms(AFF, DIC)).expect("an automaton");
        let lexicon = Lexicon::new(&bytes).expect("a lexicon");
        let readings = |form: &str| lexicon.readings(form);
        assert_eq!(readings("håndtere"), Readings::INFINITIVE);
        assert_eq!(readings("håndterer"), Readings::PRESENT);
        assert_eq!(readings("håndterede"), Readings::PAST);
        assert_eq!(readings("håndteret"), Readings::PARTICIPLE);
        assert_eq!(readings("håndteres"), Readings::PASSIVE);
        assert_eq!(readings("plan"), Readings::COMMON);
        assert_eq!(readings("planen"), Readings::DEFINITE_COMMON);
        assert_eq!(readings("planer"), Readings::PLURAL);
        assert_eq!(readings("regler"), Readings::PLURAL);
        assert_eq!(readings("reglerne"), Readings::DEFINITE_PLURAL);
        assert_eq!(readings("og"), Readings::OTHER);
        for unknown in ["-årig", "a priori", "forkert"] {
            assert_eq!(readings(unknown), Readings::NONE, "{unknown}");
        }
    }
}
