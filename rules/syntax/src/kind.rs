//! The kinds of lines: of what a section is about, a label tells, a mark says.

use serde::{Deserialize, Serialize};

/// What a section of an item is about, whatever a municipality calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// "Resume".
    Summary,
    /// "Beslutningstema".
    Theme,
    /// "Indstilling".
    Recommendation,
    /// "Problemstilling".
    Problem,
    /// "Løsning".
    Solution,
    /// "Baggrund".
    Background,
    /// "Sagsfremstilling".
    Case,
    /// "Økonomi".
    Finance,
    /// "CO2-konsekvensvurdering".
    Climate,
    /// "Lovgrundlag".
    Legal,
    /// "Vurdering".
    Assessment,
    /// "Høring".
    Hearing,
    /// "Videre proces".
    Process,
    /// "Sagen afgøres i".
    Competence,
    /// "Kommunikation".
    Communication,
    /// "Bilag".
    Attachments,
    /// "Beslutning".
    Decision,
    /// A known title of no other kind.
    Other,
}

impl SectionKind {
    /// Does a section of this kind tell what the case is about?
    pub fn tells_the_case(self) -> bool {
        matches!(
            self,
            Self::Summary | Self::Theme | Self::Problem | Self::Solution | Self::Background | Self::Case
        )
    }
}

/// The place of a title in its [`Vocabulary`](super::Vocabulary).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TitleId(pub u16);

/// A label of the head or of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// "Mødedato".
    Date,
    /// "Starttidspunkt".
    Time,
    /// "Mødet hævet".
    EndTime,
    /// "Mødested".
    Place,
    /// "Udvalg".
    Committee,
    /// "Deltagere".
    Participants,
    /// "Fraværende".
    Absent,
    /// "Dagsorden publiceret".
    PublishedAgenda,
    /// "Referat publiceret".
    PublishedMinutes,
    /// "Sagsnr.".
    CaseNumber,
    /// "Punkttype".
    ItemType,
    /// "Sagsbehandler".
    Officer,
}

/// A line under an item's title that says what kind of item it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineMark {
    /// "Åben".
    Open,
    /// "Lukket".
    Closed,
    /// "Beslutningssag".
    Type,
}

/// Longer lines are prose, in bytes.
pub(super) const LONGEST_TITLE: usize = 100;
