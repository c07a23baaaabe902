//! `language/readability`: the LIX of an item's prose.
//!
//! LIX is the mean number of words in a sentence plus the percentage of words with more than six letters. Real minutes
//! lie between 45 and 75, good ones and bad ones alike, so the rule is off unless asked for.

use danish::sentences::sentences;
use danish::words::words;
use lint::{Allowed, Check, Example, Findings, Fixes, Note, PartView, Rule, RuleOption, Severity, Text};
use syntax::Class;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "language/readability",
    summary: Text {
        da: "Et punkt med et højt læsbarhedstal (LIX)",
        en: "An item with a high readability index (LIX)",
    },
    why: Text {
        da: "Et LIX over 65 er tungere end de fleste love. Del de længste sætninger, og vælg kortere ord.",
        en: "A LIX above 65 is heavier than most laws. Divide the longest sentences and choose shorter words.",
    },
    source: "",
    severity: Severity::Hint,
    on: false,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[&MAX_LIX],
    example: Example {
        house: "generel",
        before: concat!(
            "Byrådet\n4. april 2022 kl. 17.00\n\n1. Tilgængelighedsplanlægning\n\nSagsfremstilling\n\n",
            "Forvaltningens tilgængelighedsundersøgelse dokumenterer utilstrækkelige adgangsforhold vedrørende kommunens \
             kulturinstitutioner, idrætsfaciliteter, administrationsbygninger og uddannelsesinstitutioner, hvorfor \
             forvaltningen indstiller gennemførelse af omfattende renoveringsarbejder under hensyntagen til \
             institutionernes åbningstider. ",
            "Handicaprådets høringssvar understreger nødvendigheden af tilstrækkelige elevatorinstallationer, \
             parkeringspladser, rampekonstruktioner og tilgængelighedsmarkeringer omkring kommunens administrationsbygninger \
             samt tilsvarende foranstaltninger vedrørende institutionernes udendørsarealer. ",
            "Forvaltningens samlede økonomiske konsekvensvurdering forudsætter medfinansiering gennem anlægsbevillinger, \
             fondsansøgninger, driftsbesparelser, omprioriteringer og tilskudsordninger vedrørende energirenovering af \
             kommunale bygninger. ",
            "Institutionsbestyrelsernes høringssvar vedrørende anlægsarbejdernes tilrettelæggelse understøtter \
             forvaltningens anbefalinger, herunder etapevis gennemførelse, midlertidige lokaleforhold, udvidede \
             åbningstider, informationsmateriale og løbende orientering af institutionernes brugerorganisationer.\n\n",
            "Beslutning\n\nGodkendt.\n",
        ),
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Adgang\n\nSagsfremstilling\n\nMange af vores huse har trin ved døren. Det \
                vil vi lave om.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

static MAX_LIX: RuleOption = RuleOption {
    name: "max-lix",
    about: Text {
        da: "Så højt et LIX må et punkt have; virkelige referater ligger mellem 45 og 75",
        en: "An item may have so high a LIX; real minutes lie between 45 and 75",
    },
    allowed: Allowed::Number { default: 65, range: 20..=120 },
};

/// Fewer words prove nothing.
const FEWEST_WORDS: usize = 80;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item else { return };
    let limit = view.context.options.number(RULE.name, &MAX_LIX);
    let lix = Lix::of(view);
    if lix.words >= FEWEST_WORDS && lix.value() > limit {
        findings.report(
            item.heading,
            Note::new(
                format!("Punktets LIX er {}; over {limit} er svært at læse", lix.value()),
                format!("The item's LIX is {}; above {limit} is hard to read", lix.value()),
            ),
        );
    }
}

/// What the index is made of.
#[derive(Default)]
struct Lix {
    words: usize,
    long: usize,
    sentences: usize,
}

impl Lix {
    fn of(view: &PartView<'_>) -> Self {
        let mut new = Self::default();
        for (start, block) in view.placed_blocks() {
            let line = block.words() + start;
            if !matches!(block.class, Class::Text | Class::At) || view.is_heading(line) {
                continue;
            }
            let line = &view.text[line];
            new.sentences += sentences(line).count();
            for word in words(line).filter(|word| word.text.starts_with(char::is_alphabetic)) {
                new.words += 1;
                new.long += usize::from(word.text.chars().count() > 6);
            }
        }
        new
    }

    fn value(&self) -> usize {
        let mean = self.words as f64 / self.sentences.max(1) as f64;
        (mean + 100.0 * self.long as f64 / self.words.max(1) as f64).round() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, document};

    #[test]
    fn flags_the_heading_of_a_heavy_item() {
        let found = document("generel", &RULE, RULE.example.before).diagnostics();
        assert_eq!(found.len(), 1);
        assert_eq!(&RULE.example.before[found[0].range], "1. Tilgængelighedsplanlægning");
    }

    #[test]
    fn ignores_short_items_and_plain_ones() {
        check(&RULE, "1. Skoler\n\nSagsfremstilling\n\nInstitutionsbestyrelsernes høringssvar foreligger.\n");
        let plain = "Skolen får et nyt tag i maj. ".repeat(30);
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{plain}\n"));
    }
}
