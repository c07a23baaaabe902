//! The signs for and against an item's heading, and sets of them.

use serde::Serialize;

/// A sign; the first 32 are read off a line alone, the others off the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
#[allow(missing_docs, reason = "the names say it, and item_weights.toml has them all")]
pub enum Sign {
    KnownTitle,
    UsualFirstWord,
    Capital,
    SmallLetter,
    AtPoint,
    DateOrAmount,
    Sentence,
    CommaEnd,
    Outcome,
    Long,
    VeryLong,
    OpenMark,
    Colon,
    Figures,
    Glued,
    ContentsLine,
    BigNumber,
    /// A sentence that goes on in the next line.
    Unfinished,
    /// "Forsøget har to dele:", over a list.
    LeadsList,
    /// "Dagsorden:", over a list of items.
    Agenda,
    /// Fewer than four words.
    Short,
    /// "Indholdsfortegnelse".
    HeadsContents,
    /// "Direktionen indstiller,", where a heading could stand.
    LeadIn,
    /// "Mødedato: …", "Tirsdag den …".
    OfHead,
    /// A case number of any form, with or without a label.
    CaseNumber,
    /// "Stk. 2.", in a statute.
    Subparagraph,
    /// Words that could be a title without a number.
    TitleLike,
    /// The title goes on in the next line.
    GoesOn,
    /// Nothing stands behind the number.
    NoTitle,
    /// "Referat: Godkendt", or "Referat" alone.
    LabelsDecision,
    /// "Indstilling: Godkendes."
    LabelsRecommendation,
    /// A line that says an outcome and nothing else: "Regnskabet blev godkendt."
    SaysOutcome,
    // Off the lines around it.
    BlankBefore = 32,
    BlankAfter,
    SectionFollows,
    CaseNumberFollows,
    TitleRepeated,
    WordMarker,
    MarkdownHeading,
    Bold,
    InList,
    Continuation,
    ListedBefore,
    AgainLater,
    PrintedTwice,
    WeakMarker,
    Statute,
    TableRow,
    Deep,
    Unlike,
    /// A house style names the form.
    NamedForm,
    Base,
}

impl Sign {
    /// All signs, in their order.
    pub const ALL: &'static [Self] = &[
        Self::KnownTitle,
        Self::UsualFirstWord,
        Self::Capital,
        Self::SmallLetter,
        Self::AtPoint,
        Self::DateOrAmount,
        Self::Sentence,
        Self::CommaEnd,
        Self::Outcome,
        Self::Long,
        Self::VeryLong,
        Self::OpenMark,
        Self::Colon,
        Self::Figures,
        Self::Glued,
        Self::ContentsLine,
        Self::BigNumber,
        Self::BlankBefore,
        Self::BlankAfter,
        Self::SectionFollows,
        Self::CaseNumberFollows,
        Self::TitleRepeated,
        Self::WordMarker,
        Self::MarkdownHeading,
        Self::Bold,
        Self::InList,
        Self::Continuation,
        Self::ListedBefore,
        Self::AgainLater,
        Self::PrintedTwice,
        Self::WeakMarker,
        Self::Statute,
        Self::TableRow,
        Self::Deep,
        Self::Unlike,
        Self::NamedForm,
        Self::Base,
    ];

    /// Its name, as item_weights.toml has it.
    pub fn name(self) -> String {
        let name = serde_json::to_value(self).ok();
        name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    }
}

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u64);

impl Signs {
    /// Those of the line alone, as a block keeps them.
    pub(crate) fn own(bits: u32) -> Self {
        Self(u64::from(bits))
    }

    pub(crate) fn bits(self) -> u32 {
        self.0 as u32
    }

    /// Says whether `sign` is there.
    pub fn set(&mut self, sign: Sign, on: bool) {
        self.0 |= u64::from(on) << sign as u8;
    }

    /// The others without `sign`.
    pub fn without(self, sign: Sign) -> Self {
        Self(self.0 & !(1 << sign as u8))
    }

    /// The places of the signs that are there.
    pub fn each(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let at = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (at < 64).then_some(at)
        })
    }

    /// Is the sign there?
    pub fn has(self, sign: Sign) -> bool {
        self.0 >> sign as u8 & 1 == 1
    }
}
