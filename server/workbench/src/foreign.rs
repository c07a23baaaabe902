//! What the readers of TOML, of patterns of file names and of regular expressions complain of, in Danish.

/// How a complaint begins in English, and its Danish; longer beginnings stand before shorter ones.
const WORDS: [(&str, &str); 47] = [
    // TOML
    ("duplicate key", "nøglen står to gange"),
    ("key with no value", "nøglen har ingen værdi; skriv nøgle = værdi"),
    ("missing assignment between key-value pairs", "der mangler et =; skriv nøgle = værdi"),
    ("missing value", "der mangler en værdi"),
    ("string values must be quoted", "efter \"=\" mangler en værdi; ord skal stå i anførselstegn"),
    ("missing opening quote", "der mangler et anførselstegn"),
    ("invalid basic string", "teksten mangler sit sidste anførselstegn"),
    ("invalid literal string", "teksten mangler sit sidste anførselstegn"),
    ("invalid multi-line", "teksten over flere linjer mangler sin ende"),
    ("missing escaped value", "efter \\ mangler et tegn; skriv \\\\ for en omvendt skråstreg"),
    ("too few unicode value digits", "efter \\ mangler cifre; skriv \\\\ for en omvendt skråstreg"),
    ("unclosed array table", "der mangler ]] efter tabellens navn"),
    ("unclosed table", "der mangler ] efter tabellens navn"),
    ("unclosed inline table", "tabellen mangler sin }"),
    ("unclosed array", "listen mangler sin ]"),
    ("missing comma between", "der mangler et komma"),
    ("extra comma", "der er et komma for meget"),
    ("extra `=`", "der er et = for meget"),
    ("extra assignment", "der er et = for meget"),
    ("unexpected `=`", "her kan = ikke stå"),
    ("unexpected leading zero", "tallet må ikke begynde med 0"),
    ("unexpected", "her står noget, der ikke hører til"),
    ("invalid unquoted key", "nøglen har tegn, der kræver anførselstegn"),
    ("unquoted keys cannot be empty", "her mangler en nøgle"),
    ("invalid date", "dagen findes ikke; en dag skrives 2026-12-31"),
    ("carriage return must be followed by newline", "linjen ender forkert"),
    // patterns of file names
    ("invalid use of **", "** skal stå alene mellem to skråstreger"),
    ("unopened alternate group", "der mangler en { før }"),
    ("unclosed alternate group", "der mangler en } efter {"),
    ("nested alternate groups", "{ kan ikke stå inde i { }"),
    ("invalid character range", "rækken af tegn i [ ] løber baglæns"),
    ("invalid character class range", "rækken af tegn i [ ] løber baglæns"),
    ("invalid repetition count range", "det første tal i { } skal være det mindste"),
    ("invalid exponent", "tallet er skrevet forkert"),
    ("invalid", "her står noget, der ikke kan læses"),
    ("dangling", "mønsteret ender med \\"),
    // regular expressions
    ("Unicode property", "\\p{ } nævner en egenskab, der ikke findes"),
    ("unclosed character class", "der mangler en ] efter ["),
    ("unclosed group", "der mangler en ) efter ("),
    ("unopened group", "der mangler en ( før )"),
    ("unclosed counted repetition", "der mangler en } efter {"),
    ("repetition operator missing expression", "der står intet, som * + ? eller { kan gentage"),
    ("repetition quantifier expects", "i { } skal stå et tal"),
    ("unrecognized escape sequence", "tegnet efter \\ betyder intet her; skriv det uden \\"),
    ("backreferences are not supported", "\\1 og lignende kan ikke bruges"),
    ("look-around", "(?= (?! (?<= og (?<! kan ikke bruges"),
    ("Compiled regex exceeds size limit", "mønsteret er for stort"),
];

/// `complaint` in Danish, as far as it is common; the rest keeps its own words.
pub(crate) fn danish(complaint: &str) -> &str {
    let known = WORDS.iter().find(|(english, _)| complaint.starts_with(english));
    known.map_or(complaint, |(_, danish)| danish)
}

#[cfg(test)]
mod tests {
    use super::{WORDS, danish};
    use rules::lint::custom::{self, Definition, Matcher};
    use rules::lint::{Note, Severity};

    #[test]
    fn what_is_common_is_told_in_danish() {
        assert_eq!(danish("unclosed table, expected `]`"), "der mangler ] efter tabellens navn");
        assert_eq!(danish("something else"), "something else");
    }

    #[test]
    fn no_beginning_hides_a_longer_one() {
        for (i, (english, _)) in WORDS.iter().enumerate() {
            assert!(!WORDS[..i].iter().any(|(before, _)| english.starts_with(before)), "{english}");
        }
    }

    #[test]
    fn toml_says_what_is_known_of_it() {
        for text in [
            "a = 1\na = 2",
            "a",
            "a = ",
            "a = b",
            "a = \"b",
            "a = 'b",
            "a = \"\"\"b",
            "a = \"\\",
            "[a",
            "[[a]",
            "a = { b = 1",
            "a = [1",
            "a = [1 2]",
            "a = [1,,2]",
            "a = 1 b",
            "å = 1",
            "= 1",
            "a = 2026-02-30",
            "a = 01",
            "a == 1",
        ] {
            let error = toml::from_str::<toml::Table>(text).expect_err("broken");
            assert_ne!(danish(error.message()), error.message(), "{text}");
        }
    }

    #[test]
    fn readers_of_patterns_say_what_is_known_of_them() {
        for pattern in
            ["[a", "(a", "a)", "a{2", "*", "a{b}", r"\y", r"(a)\1", "(?=a)", r"\p{Foo}", "[z-a]", "a{3,1}"]
        {
            let definition = Definition {
                name: "a".to_owned(),
                matcher: Matcher::Pattern(pattern.to_owned()),
                message: Note::new("a", "a"),
                replacement: None,
                severity: Severity::Warning,
                scope: Vec::new(),
                ok: Vec::new(),
                bad: Vec::new(),
            };
            let note = custom::rule(&definition).expect_err("broken").note.da;
            let (_, why) = note.split_once(": ").expect("what its reader says");
            assert_ne!(danish(why), why, "{pattern}");
            assert_ne!(danish(why), danish("invalid"), "{pattern}");
        }
    }
}
