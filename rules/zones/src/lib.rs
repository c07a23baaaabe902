//! What in a text is nobody's running prose: decided once, for the outline, for every rule and for every fix.
//!
//! A rule speaks of prose and headings. Code, comments, links, addresses, names of files, tables, list marks and
//! somebody else's words are [`Zone`]s: a finding there is dropped and an edit there is refused, unless the rule
//! declares the zone. What a zone is depends on the text of one head or item alone, so it goes with every edit; code
//! and comments over several lines are one block (`verbatim`), so no item begins within them.
//!
//! The zones of Markdown are those of a CommonMark reader; in any other text only its code spans, links, tags and
//! fences count, for a line that is merely indented is no code there.

mod addresses;
mod markdown;
pub mod names;
mod quotations;
pub mod remarks;
mod speech;
pub mod verbatim;

pub use speech::ends_letter;

use text::{TextRange, TextSize};

/// What is no prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Zone {
    /// A code span, a fence or, in Markdown, indented code.
    Code,
    /// `<!-- … -->`, and the front matter of a text.
    Comment,
    /// A tag, the target of a link, a wiki link, the definition of a reference.
    Markup,
    /// A page, an e-mail address, a path, a hashtag.
    Address,
    /// The name of a file, alone or in a list of attachments.
    FileName,
    /// Somebody's own words: between quotation marks, in a quoted line, in a remark.
    Quotation,
    /// The text of a motion, under a heading that says whose it is.
    Motion,
    /// What may be somebody's own words behind a remark, or a name: findings are told, and no fix there is safe.
    Doubt,
    /// A cell of a table, or a line of the contents.
    Table,
    /// What stands before the words of a line: "1.", "-", "##".
    ListMark,
}

/// Some of the zones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ZoneSet(u16);

impl ZoneSet {
    /// No zone: prose and headings alone.
    pub const NONE: Self = Self(0);
    /// Every zone: the whole text.
    pub const ALL: Self = Self(u16::MAX);

    /// The zones named.
    pub const fn of(zones: &[Zone]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < zones.len() {
            bits |= 1 << zones[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// Both together.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Is `zone` among them?
    pub fn has(self, zone: Zone) -> bool {
        self.0 & 1 << zone as u16 != 0
    }

    /// Is none of these among `others`?
    pub fn is_apart_from(self, others: Self) -> bool {
        self.0 & others.0 == 0
    }

    /// Are all of these among `others`?
    pub fn lies_in(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }
}

/// What the reader of a text knows besides its letters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape<'a> {
    /// Is the text Markdown, so that indented lines are code?
    pub markdown: bool,
    /// Where headings stand, in order: no quotation reaches over one.
    pub headings: &'a [TextSize],
}

/// The zones of a text; of each kind sorted and disjoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zones {
    /// By kind, then by place.
    all: Vec<(Zone, TextRange)>,
}

/// The zones of `text` that its letters tell.
pub fn zones(text: &str, shape: Shape<'_>) -> Zones {
    let mut all = Vec::new();
    markdown::find(text, shape.markdown, &mut all);
    addresses::find(text, &mut all);
    all.extend(quotations::quotations(text, shape.headings).into_iter().map(|zone| (Zone::Quotation, zone)));
    Zones::new(all)
}

impl Zones {
    fn new(mut all: Vec<(Zone, TextRange)>) -> Self {
        all.retain(|(_, range)| !range.is_empty());
        all.sort_by_key(|(zone, range)| (*zone, range.start(), range.end()));
        all.dedup_by(|(next_zone, next), (zone, kept)| {
            let overlaps = next_zone == zone && next.start() <= kept.end();
            if overlaps {
                *kept = kept.cover(*next);
            }
            overlaps
        });
        Self { all }
    }

    /// These and `more`.
    pub fn and(mut self, more: impl IntoIterator<Item = (Zone, TextRange)>) -> Self {
        let before = self.all.len();
        self.all.extend(more);
        if self.all.len() == before { self } else { Self::new(self.all) }
    }

    /// Does `range` touch a zone of this kind? An empty range does within one, not at its border.
    pub fn touches(&self, zone: Zone, range: TextRange) -> bool {
        let first = self.all.partition_point(|(kind, place)| (*kind, place.end()) <= (zone, range.start()));
        self.all.get(first).is_some_and(|(kind, place)| {
            *kind == zone
                && if range.is_empty() { place.start() < range.start() } else { place.start() < range.end() }
        })
    }

    /// The kinds of zone that `range` touches.
    pub fn at(&self, range: TextRange) -> ZoneSet {
        let mut set = ZoneSet::NONE;
        let mut rest = &self.all[..];
        while let Some(&(zone, _)) = rest.first() {
            if self.touches(zone, range) {
                set = set.with(ZoneSet::of(&[zone]));
            }
            rest = &rest[rest.partition_point(|(kind, _)| *kind == zone)..];
        }
        set
    }

    /// The zones of one kind, in order.
    pub fn of(&self, zone: Zone) -> impl Iterator<Item = TextRange> + '_ {
        let first = self.all.partition_point(|(kind, _)| *kind < zone);
        self.all[first..].iter().take_while(move |(kind, _)| *kind == zone).map(|(_, range)| *range)
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, Zone, ZoneSet, zones};
    use text::{TextRange, range};

    fn seen(text: &str, zone: Zone) -> Vec<&str> {
        let shape = Shape { markdown: text.starts_with('#'), headings: &[] };
        zones(text, shape).of(zone).map(|place| &text[place]).collect()
    }

    #[test]
    fn code_is_no_prose_in_any_text() {
        assert_eq!(seen("Skriv `kl 15.30 ,x` her", Zone::Code), ["`kl 15.30 ,x`"]);
        assert_eq!(seen("Ja\n\n~~~\nkl 15.30\n~~~\nNej", Zone::Code), ["~~~\nkl 15.30\n~~~"]);
        assert_eq!(seen("- Ja\n\n  ```\n  og og\n  ```\n", Zone::Code), ["```\n  og og\n  ```"]);
    }

    #[test]
    fn what_stands_between_tags_of_code_is_code() {
        assert_eq!(
            seen("Skriv <code>mandag den 14. april</code> her", Zone::Code),
            ["<code>mandag den 14. april</code>"]
        );
        assert_eq!(seen("Tast <KBD>kl 9</KBD> og <b>kl 10</b>", Zone::Code), ["<KBD>kl 9</KBD>"]);
        assert_eq!(seen("Skriv <code>kl 9\n\nMødet er kl 10</code> her", Zone::Code), [""; 0]);
    }

    #[test]
    fn formulas_of_markdown_are_code() {
        assert_eq!(seen("# Plan\n\nHer er $$x  ,y$$ og $5 ,6$ nu\n", Zone::Code), ["$$x  ,y$$"]);
        assert_eq!(seen("Her er $a , b$ og $5 eller 6$ nu", Zone::Code), ["$a , b$"]);
    }

    #[test]
    fn the_mark_of_a_footnote_is_no_prose() {
        assert_eq!(seen("Se noten[^kl 12].\n\n[^kl 12]: Den er ny.", Zone::Markup), ["[^kl 12]", "[^kl 12]"]);
    }

    #[test]
    fn an_indented_line_is_code_in_markdown_alone() {
        assert_eq!(seen("# Plan\n\n    kl 15.30\n", Zone::Code), ["kl 15.30\n"]);
        assert_eq!(seen("Plan\n\n    kl 15.30, se [[kl.16]]\n", Zone::Code), [""; 0]);
        assert_eq!(seen("Plan\n\n    kl 15.30, se [[kl.16]]\n", Zone::Markup), ["[[kl.16]]"]);
    }

    #[test]
    fn links_keep_their_targets() {
        assert_eq!(seen("Se [planen](3.april,kl.16.png) nu", Zone::Markup), ["[", "](3.april,kl.16.png)"]);
        assert_eq!(
            seen("Se [planen](1. kvartal ,(ny) idag.md) nu", Zone::Markup),
            ["](1. kvartal ,(ny) idag.md)"]
        );
        assert_eq!(
            seen("![](billeder/3.april,kl.16.png)", Zone::Markup),
            ["![](billeder/3.april,kl.16.png)"]
        );
        assert_eq!(
            seen("Se [[kl.16]] og [[Møde 3|kl.17]].", Zone::Markup),
            ["[[kl.16]]", "[[Møde 3|kl.17]]"]
        );
        assert_eq!(seen("Se <https://by.dk/kl.16>.", Zone::Markup), ["<https://by.dk/kl.16>"]);
        assert_eq!(
            seen("Se [planen][p].\n\n[p]: kl.16.html \"Den  3.april\"\n", Zone::Markup),
            ["[", "][p]", "[p]: kl.16.html \"Den  3.april\""]
        );
    }

    #[test]
    fn comments_and_tags_are_no_prose() {
        assert_eq!(seen("Ja <!-- kl 15.30\nog og --> nej", Zone::Comment), ["<!-- kl 15.30\nog og -->"]);
        assert_eq!(seen("<!-- kl 15.30\n\nog og -->\nnej", Zone::Comment), ["<!-- kl 15.30\n\nog og -->\n"]);
        assert_eq!(
            seen("Det er <span title=\"kl.16\">nu</span>", Zone::Markup),
            ["<span title=\"kl.16\">", "</span>"]
        );
        assert_eq!(seen("Under < 5 % og > 3 %", Zone::Markup), [""; 0]);
    }

    #[test]
    fn a_table_without_outer_bars_is_one() {
        assert_eq!(
            seen("Skole | Elever\n---|---\nNord | 12\n", Zone::Table),
            ["Skole | Elever\n---|---\nNord | 12\n"]
        );
        assert_eq!(seen("Ja | nej\nmåske", Zone::Table), [""; 0]);
    }

    #[test]
    fn a_range_touches_what_it_shares_bytes_with() {
        let text = "Se `x` nu";
        let zones = zones(text, Shape::default());
        assert!(zones.touches(Zone::Code, range(5, 8)));
        assert!(!zones.touches(Zone::Code, range(6, 8)));
        assert!(zones.touches(Zone::Code, TextRange::empty(4.into())));
        assert!(!zones.touches(Zone::Code, TextRange::empty(3.into())));
        assert!(!zones.touches(Zone::Code, TextRange::empty(6.into())));
        assert_eq!(zones.at(range(0, 9)), ZoneSet::of(&[Zone::Code]));
    }
}
