//! Which meeting the minutes are of.

use jiff::civil::Date;

/// Who meets, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The body's name as the head has it, without an election period.
    pub committee: Option<String>,
    /// The day of the meeting.
    pub date: Option<Date>,
}
