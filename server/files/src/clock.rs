//! The day and the hour in Denmark, whose committees meet by them, on whatever machine the program runs.

use std::sync::LazyLock;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// An hour before the world's time, two in summer, which lasts from the last Sunday of March to that of October
/// (directive 2000/84/EC).
const DENMARK: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// Now, as clocks in Denmark show it.
pub fn now() -> Zoned {
    in_denmark(Timestamp::now())
}

fn in_denmark(moment: Timestamp) -> Zoned {
    static ZONE: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::posix(DENMARK).unwrap_or(TimeZone::UTC));
    moment.to_zoned(ZONE.clone())
}

#[cfg(test)]
mod tests {
    use super::in_denmark;

    #[test]
    fn summer_and_winter_have_their_hours() {
        for (moment, hour) in [
            ("2026-01-15T12:00:00Z", "2026-01-15 13:00"),
            ("2026-06-15T22:30:00Z", "2026-06-16 00:30"),
            ("2026-03-29T00:59:00Z", "2026-03-29 01:59"),
            ("2026-03-29T01:00:00Z", "2026-03-29 03:00"),
            ("2026-10-25T01:00:00Z", "2026-10-25 02:00"),
        ] {
            let local = in_denmark(moment.parse().expect("a moment"));
            assert_eq!(local.strftime("%Y-%m-%d %H:%M").to_string(), hour);
        }
    }
}
