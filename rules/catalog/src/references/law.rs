//! `references/law`: a section of a law without its spaces and stops: "§85", "§§ 32,32a", "stk 2";
//! and a section that the act does not have.

mod last_section;

use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::needle::Needle;
use text::{is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "references/law",
    summary: Text {
        da: "En lovhenvisning er forkert eller mangler mellemrum",
        en: "A reference to a law is wrong or lacks a space",
    },
    why: Text {
        da: "En paragraf, som loven ikke har, kan ingen finde. Der er mellemrum efter paragraftegnet og efter kommaet mellem to paragraffer, og \"stk.\" er en forkortelse. \
             Sådan skrives det i lovene selv, og sådan kan henvisningen findes ved en søgning.",
        en: "Nobody can find a section that the act does not have. A space follows the section sign and the comma between two sections, and \"stk.\" is an abbreviation. Laws \
             themselves are written so, and so the reference can be found by a search.",
    },
    source: "Retskrivningsordbogen § 42",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Støtte\n\nSagsfremstilling\n\nStøtten gives efter servicelovens §85 til \
                 voksne borgere.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Støtte\n\nSagsfremstilling\n\nStøtten gives efter servicelovens § 85 til \
                voksne borgere.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

static SECTION: Needle = Needle::new("§");

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let mut done = 0;
    for at in SECTION.find_iter(view.text) {
        // The second of "§§", and sections inside what is read already.
        if at >= done {
            done = section(view, at, findings);
        }
    }
}

/// Reads the reference that begins at byte `at`, and says where it ends.
fn section(view: &PartView<'_>, at: usize, findings: &mut Findings) -> usize {
    let rest = &view.text[at..];
    let signs = rest.len() - rest.trim_start_matches('§').len();
    let spaces = rest[signs..].len() - rest[signs..].trim_start_matches(is_space).len();
    let digits = at + signs + spaces;
    let Some(number) = number(&view.text[digits..]) else { return at + signs };
    if view.is_quoted(range(at, digits))
        || view.is_opaque(range(at, digits))
        || view.lists_attachments(range(at, digits))
    {
        return digits;
    }
    if spaces == 0 && !is_name(&view.text[digits..]) {
        findings
            .report(
                range(at, digits + number),
                Text {
                    da: "Efter paragraftegnet skal der være et mellemrum",
                    en: "A space belongs after the section sign",
                },
            )
            .safe_fix(
                Text { da: "Sæt mellemrum efter paragraftegnet", en: "Put a space after the section sign" },
                Edit::insert(size(digits), space_of(view.text)),
            )
            .at_most(Severity::Info);
    }
    last_section::check(view, at, (digits, digits + number), findings);
    let mut end = digits + number;
    if signs > "§".len() {
        end = list(view, end, findings);
    }
    paragraphs(view, end, findings);
    end
}

/// "79-puljen", "17,4-udvalget", behind the sign: what is called by its section is a name, and is written as
/// whoever gave it wrote it.
fn is_name(behind: &str) -> bool {
    const LONGEST: usize = 24;
    let near = &behind[..behind.floor_char_boundary(LONGEST.min(behind.len()))];
    let Some(hyphen) = near.find(['-', '\u{2011}']) else { return false };
    let sign = near[hyphen..].chars().next().map_or(0, char::len_utf8);
    let own = |word: &str| {
        let digits = word.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(word);
        digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    near[..hyphen].split(['.', ',', '/']).all(own) && near[hyphen + sign..].starts_with(char::is_alphabetic)
}

/// "32" and "79 b", "7.2", "32a": the bytes of one section's number.
fn number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letters = text[digits..].bytes().take_while(u8::is_ascii_alphabetic).count();
    (digits > 0).then_some(digits + if letters == 1 { 1 } else { 0 })
}

/// The rest of a list after "§§ 32": finds ",32a", and says where the list ends.
fn list(view: &PartView<'_>, start: usize, findings: &mut Findings) -> usize {
    let mut end = start;
    while let Some(after) = view.text[end..].strip_prefix(',') {
        let spaces = after.len() - after.trim_start_matches(is_space).len();
        let next = end + 1 + spaces;
        let Some(number) = number(&view.text[next..]) else { break };
        if spaces == 0 {
            findings
                .report(
                    range(end, next + number),
                    Text {
                        da: "Efter kommaet mellem to paragraffer skal der være et mellemrum",
                        en: "A space belongs after the comma between two sections",
                    },
                )
                .safe_fix(
                    Text { da: "Sæt mellemrum efter kommaet", en: "Put a space after the comma" },
                    Edit::insert(size(next), " "),
                )
                .at_most(Severity::Info);
        }
        end = next + number;
    }
    end
}

/// "stk 2" and "stk.2" right after the section, where nothing else can be meant.
fn paragraphs(view: &PartView<'_>, start: usize, findings: &mut Findings) {
    let rest = &view.text[start..];
    let gap = rest.len() - rest.trim_start_matches(|c| is_space(c) || c == ',').len();
    let word = start + gap;
    let Some(after) = view.text[word..].strip_prefix("stk").filter(|_| gap > 0) else { return };
    let signs = after.len() - after.trim_start_matches(|c| is_space(c) || c == '.').len();
    let digits = word + "stk".len() + signs;
    let counted = view.text[digits..].starts_with(|c: char| c.is_ascii_digit());
    let between = &after[..signs];
    let right = between.starts_with('.') && between.len() > 1 && between[1..].chars().all(is_space);
    if !counted || right {
        return;
    }
    let space = between.chars().find(|&c| is_space(c)).unwrap_or(' ');
    let fix = Edit::replace(range(word, digits), format!("stk.{space}"));
    let note = if between == "." { STK_IS_GLUED } else { STK_LACKS_STOP };
    findings
        .report(range(word, digits), note)
        .safe_fix(Text { da: "Skriv \"stk.\"", en: "Write \"stk.\"" }, fix)
        .at_most(Severity::Info);
}

const STK_IS_GLUED: Text = Text {
    da: "Mellem \"stk.\" og tallet skal der være et mellemrum",
    en: "A space belongs between \"stk.\" and the number",
};

const STK_LACKS_STOP: Text = Text {
    da: "\"stk.\" er en forkortelse og skrives med punktum og mellemrum",
    en: "\"stk.\" is an abbreviation and takes a period and a space",
};

/// The space that the text itself writes after "§": a no-break space where it does so.
fn space_of(text: &str) -> &'static str {
    static GLUED: Needle = Needle::new("§\u{a0}");
    if GLUED.is_in(text) { "\u{a0}" } else { " " }
}

fn size(offset: usize) -> text::TextSize {
    range(offset, offset).start()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_missing_spaces() {
        check(
            &RULE,
            "
Punkt 1: Støtte efter §85
                      ^^^ Efter paragraftegnet

Efter §§74-78 og §§ 32,32a og 33 gives støtte, jf. §60A og §79-puljen.
      ^^^^ Efter paragraftegnet
                      ^^^^ Efter kommaet
                                                   ^^^^ Efter paragraftegnet
",
        );
    }

    #[test]
    fn ignores_names_made_of_a_section() {
        for name in
            ["§79-puljen", "§17,4-udvalget", "§17.4-udvalget", "§18-midler", "§25a-gruppen", "§4.a-midlerne"]
        {
            check(&RULE, &format!("Punkt 1: Støtte\n\nForeningen har søgt {name} om støtte.\n"));
        }
        check(&RULE, "\nPunkt 1: Støtte\n\nEfter §17,4 og -udvalget.\n      ^^^ Efter paragraftegnet\n");
        check(
            &RULE,
            "\nPunkt 1: Støtte\n\nEfter §17 gives 2-årige støtte.\n      ^^^ Efter paragraftegnet\n",
        );
    }

    #[test]
    fn flags_stk_without_stop_or_space() {
        check(
            &RULE,
            "
Punkt 1: Støtte

Efter § 3, stk 2, og § 4 stk.1 gives støtte.
           ^^^^ \"stk.\" er en forkortelse
                         ^^^^ Mellem \"stk.\" og tallet
",
        );
    }

    #[test]
    fn ignores_right_forms() {
        check(
            &RULE,
            "Punkt 1: Støtte\n\n§ 85, §§ 32, 32 a og 33, § 7.2, § 5, stk. 2, nr. 3, §\u{a0}4, stk.\u{a0}1, § og §§. Der købes 5 stk 2-personers telte.\n",
        );
        check(&RULE, "Punkt 1: Støtte\n\nEfter § 3,5 mio. kr. og § 4, 5 stk 2-personers telte.\n");
    }

    #[test]
    fn ignores_quotations_files_and_attachments() {
        check(&RULE, "Punkt 1: Støtte\n\n”Efter §85”, se §85.pdf.\n\nBilag\n\nBilag 1: Støtte efter §85\n");
    }

    #[test]
    fn writes_the_space_that_the_text_writes() {
        check_fix(
            &RULE,
            "Punkt 1: Støtte\n\n§85 og §§32,33, jf. §3, stk 2.\n",
            "Punkt 1: Støtte\n\n§ 85 og §§ 32, 33, jf. § 3, stk. 2.\n",
        );
        check_fix(
            &RULE,
            "Punkt 1: Støtte\n\n§85 og §\u{a0}7.\n",
            "Punkt 1: Støtte\n\n§\u{a0}85 og §\u{a0}7.\n",
        );
        check_fix(&RULE, "Punkt 1: Støtte\n\n§ 85 stk\u{a0}2.\n", "Punkt 1: Støtte\n\n§ 85 stk.\u{a0}2.\n");
    }
}
