//! `structure/contents`: the table of contents and the items disagree.
//!
//! The two lists are aligned by their titles, so each discrepancy is one finding: an entry under another title, an item
//! that is not listed, an entry without an item, one in another place, one cut off to fit its line. Closed items are
//! often listed in one place only, so nothing is said of them; and a list that fits less than half of the items is a
//! list of something else.

mod alignment;
mod titles;

use alignment::{Alignment, Discrepancy};

use lint::{Applicability, Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use text::edit::Edit;
use text::{TextRange, range_of};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/contents",
    summary: Text {
        da: "Indholdsfortegnelsen og punkterne stemmer ikke overens",
        en: "The table of contents and the items disagree",
    },
    why: Text {
        da: "Mange læser kun indholdsfortegnelsen. Et punkt, der mangler eller hedder noget andet dér, bliver ikke \
             fundet.",
        en: "Many read only the table of contents. An item that is missing or called something else there is not found.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\nIndholdsfortegnelse\n\n1. Budget for 2023\n2. Regnskab\n\n\
                 1. Budget for 2022\n\nBeslutning\n\nGodkendt.\n\n2. Regnskab\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\nIndholdsfortegnelse\n\n1. Budget for 2022\n2. Regnskab\n\n\
                1. Budget for 2022\n\nBeslutning\n\nGodkendt.\n\n2. Regnskab\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Minutes(check, Reads::OUTLINE),
};

/// Where the item itself stands.
const HERE: Text = Text { da: "Her står punktet", en: "The item stands here" };

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    if view.head().contents.is_empty() {
        return;
    }
    let Some(alignment) = Alignment::new(view) else { return };
    for discrepancy in alignment.discrepancies(view) {
        match discrepancy {
            Discrepancy::Cut { entry, item } => retitle(view, findings, (entry, item), CUT),
            Discrepancy::Renamed { entry, item } => retitle(view, findings, (entry, item), RENAMED),
            Discrepancy::Surplus { entry, certain } => {
                let severity = if certain { Severity::Warning } else { Severity::Hint };
                findings.report(entry, SURPLUS).at_most(severity);
            }
            Discrepancy::Moved { entry, item } => {
                findings.report(entry, MOVED).related(item, HERE);
            }
            Discrepancy::Missing { after, item } => missing(view, findings, after, item),
        }
    }
}

const CUT: Text = Text {
    da: "Titlen er skåret af i indholdsfortegnelsen",
    en: "The title is cut off in the table of contents",
};
const RENAMED: Text = Text { da: "Punktet selv har en anden titel", en: "The item itself has another title" };
const SURPLUS: Text = Text { da: "Der er intet punkt med denne titel", en: "No item has this title" };
const MOVED: Text = Text {
    da: "Punktet står et andet sted i rækkefølgen",
    en: "The item stands elsewhere in the sequence",
};

fn retitle(view: &MinutesView<'_>, findings: &mut Findings, pair: (TextRange, TextRange), note: Text) {
    let (entry, item) = pair;
    findings.report(entry, note).related(item, HERE).unsafe_fix(
        Text { da: "Skriv punktets titel", en: "Write the item's title" },
        Edit::replace(entry, &view.text[item]),
    );
}

/// An item that is not listed, told at the entry behind which it belongs, or at the heading of the list.
fn missing(view: &MinutesView<'_>, findings: &mut Findings, after: Option<usize>, item: TextRange) {
    let head = view.head();
    let entry = after.map(|at| &head.contents[at]);
    let place = entry.map(|entry| entry.line).or(head.contents_heading).unwrap_or(head.contents[0].line);
    let title = &view.text[item];
    let report = findings
        .report(
            range_of(view.text, view.text[place].trim()),
            Note::new(
                format!("Herefter mangler \"{title}\" i indholdsfortegnelsen"),
                format!("\"{title}\" is missing from the table of contents after this"),
            ),
        )
        .related(item, HERE);
    // The page is not known, and with it neither is the end of a line that has one.
    if let Some(entry) = entry.filter(|entry| entry.line.end() == entry.title.end()) {
        let number =
            view.minutes.items().find(|placed| placed.item.title.map(|t| t + placed.start) == Some(item));
        let number = number.and_then(|placed| placed.item.number).map(|(number, _)| number);
        let before = &view.text[usize::from(entry.line.start())..usize::from(entry.title.start())];
        let before = match (entry.number, number) {
            (Some(old), Some(new)) => before.replace(&old.to_string(), &new.to_string()),
            _ => before.to_owned(),
        };
        let eol = if view.text[usize::from(place.end())..].starts_with('\r') { "\r\n" } else { "\n" };
        report.fix(
            Text { da: "Tilføj punktet", en: "Add the item" },
            Applicability::Unsafe,
            vec![Edit::insert(entry.line.end(), format!("{eol}{before}{title}"))],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, document};

    /// A meeting with these lines in its table of contents and these items.
    fn meeting(entries: &[&str], items: &[&str]) -> String {
        let list: String = entries.iter().map(|entry| format!("{entry}\n")).collect();
        let items: String =
            items.iter().map(|item| format!("{item}\n\nBeslutning\n\nGodkendt.\n\n")).collect();
        format!("Byrådet\n4. april 2022 kl. 17.00\n\nIndholdsfortegnelse\n\n{list}\n{items}")
    }

    fn found(entries: &[&str], items: &[&str]) -> Vec<(String, String)> {
        let text = meeting(entries, items);
        let document = document("generel", &RULE, &text);
        document
            .diagnostics()
            .into_iter()
            .map(|d| (text[d.range].to_owned(), d.note.da.into_owned()))
            .collect()
    }

    #[test]
    fn a_page_behind_a_space_is_a_page() {
        let items = ["1. Dagsorden", "2. Plan for havnen", "3. Budget 2026"];
        assert_eq!(found(&["1. Dagsorden 1", "2. Plan for havnen 12", "3. Budget 2026 14"], &items), []);
        assert_eq!(found(&["1. Dagsorden", "2. Plan for havnen", "3. Budget 2027"], &items).len(), 1);
    }

    #[test]
    fn an_item_that_is_not_listed_is_told_where_it_belongs() {
        let seen = found(
            &["Budget.....\t3", "Eventuelt.....\t5"],
            &["Punkt 1: Budget", "Punkt 2: Plan", "Punkt 3: Eventuelt"],
        );
        assert_eq!(seen.len(), 1, "{seen:?}");
        assert_eq!(seen[0].0, "Budget.....\t3");
        assert!(seen[0].1.starts_with("Herefter mangler \"Plan\""), "{seen:?}");
    }

    #[test]
    fn a_title_cut_to_fit_its_line_is_told() {
        check(
            &RULE,
            "
Byrådet den 4. april 2022

Indholdsfortegnelse

Godkendelse af dagsorden.....\t3
Redegørelse til ministeriet vedrørende manglende genopi\t4
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Titlen er skåret af

Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 2: Redegørelse til ministeriet vedrørende manglende genopretning af tidlig indsats

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn a_title_cut_behind_a_word_that_asks_for_another_is_told() {
        let title = "Svar på forslag fra Ø om at bevare den gamle havneplads i Fjordby";
        let items = &["Punkt 1: Budget", &format!("Punkt 2: {title}"), "Punkt 3: Eventuelt"];
        for cut in [
            "Svar på forslag fra Ø om at bevare den gamle.........   4",
            "Svar på forslag fra Ø om at bevare den gamle havneplads i.........   4",
        ] {
            let seen = found(&["Budget.........   3", cut, "Eventuelt.........   5"], items);
            assert_eq!(seen.len(), 1, "{seen:?}");
            assert!(seen[0].1.starts_with("Titlen er skåret af"), "{seen:?}");
        }
        let whole = "Svar på forslag fra Ø om at bevare den gamle havneplads.........   4";
        assert!(found(&["Budget.........   3", whole, "Eventuelt.........   5"], items).is_empty());
    }

    #[test]
    fn a_title_with_another_ending_of_its_last_word_is_whole() {
        let long = "2. Valg af medlemmer til bestyrelsen og deres suppleanter";
        let items = ["1. Budget", long, "3. Eventuelt"];
        let cut = |entry| found(&["1. Budget", entry, "3. Eventuelt"], &items);
        assert_eq!(cut("2. Valg af medlemmer til bestyrelsen og deres suppleant"), []);
        assert_eq!(cut("2. Valg af medlemmer til bestyrelsen og deres supplean").len(), 1);
    }

    #[test]
    fn an_entry_without_an_item_and_one_out_of_place_are_told() {
        let items = &["1. Budget", "2. Plan for havnen", "3. Eventuelt"];
        let seen = found(&["1. Budget", "2. Ny skole", "3. Plan for havnen", "4. Eventuelt"], items);
        assert_eq!(seen, [("Ny skole".to_owned(), "Der er intet punkt med denne titel".to_owned())]);
        let seen = found(&["1. Plan for havnen", "2. Budget", "3. Eventuelt"], items);
        assert_eq!(seen.len(), 1, "{seen:?}");
        assert!(seen[0].1.starts_with("Punktet står et andet sted"), "{seen:?}");
    }

    #[test]
    fn ignores_lists_that_agree() {
        let items = &["1. Budget", "2. Plan for havnen - første behandling", "3. Salg af grund (Lukket)"];
        for entries in [
            &["1. Budget", "2. Plan for havnen - første behandling", "3. Salg af grund (Lukket)"][..],
            &["Budget.....\t3", "Plan for havnen – første behandling.....\t4"],
            &["1. Budget", "2. Plan for havnen -", "første behandling"],
            &["1. Budget", "2. Plan for havnen"],
            &["1. Budget (Lars)", "2. Plan for havnen - første behandling (bilag udleveres)"],
            &[
                "Side",
                "1. Budget ..... 2",
                "2. Plan for havnen -",
                "første behandling ..... 3",
                "Bilagsliste ..... 4",
            ],
            &["Sager til beslutning", "1. Budget", "2. Plan for havnen - første behandling"],
            &["1. Budget med kontingent og gebyrer", "2. Plan for havnen - første behandling"],
            &["1. Budget, herunder gebyrer", "2. Plan for havnen - første behandling: Havnefogeden kommer"],
            &["1. Budget", "2. Plan for havnen - første behandling", "3. Lukket punkt", "Underskriftsblad"],
        ] {
            let seen = found(entries, items);
            assert!(seen.is_empty(), "{entries:?} {seen:?}");
        }
    }

    #[test]
    fn a_heading_in_other_words_than_its_entry_is_told() {
        let items = &["1. Regnskabet", "2. Plan for havnen", "3. Eventuelt"];
        assert_eq!(found(&["1. Regnskab", "2. Plan for havnen", "3. Eventuelt"], items), []);
        assert_eq!(found(&["1. Budget", "2. Plan for havnen", "3. Eventuelt"], items).len(), 1);
    }

    #[test]
    fn ignores_lists_of_something_else() {
        let seen = found(&["Hans Jensen", "Karen Holm", "Budget"], &["1. Budget", "2. Plan", "3. Skole"]);
        assert!(seen.is_empty(), "{seen:?}");
    }

    #[test]
    fn lists_the_item_in_the_form_of_the_others() {
        let items = &["1. Budget", "2. Plan", "3. Eventuelt"];
        check_fix(
            &RULE,
            &meeting(&["1. Budget", "2. Plan"], items),
            &meeting(&["1. Budget", "2. Plan", "3. Eventuelt"], items),
        );
    }

    #[test]
    fn a_title_over_two_lines_is_one() {
        check(
            &RULE,
            "Byrådet\n4. april 2022 kl. 17.00\n\nIndholdsfortegnelse\nGodkendelse af dagsorden.........   3\nSvar på forslag fra Ø om at \
             bevare den gamle havneplads og lystbådehavnen i Fjordby.........   4\n\nPunkt 1: Godkendelse af dagsorden\nBeslutninger\n\
             Godkendt.\n\nPunkt 2: Svar på forslag fra Ø om at bevare den gamle havneplads og\nlystbådehavnen i Fjordby\nBeslutninger\n\
             Godkendt.\n",
        );
    }
}
