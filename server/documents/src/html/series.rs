//! Numbers of headings that lists give.
//!
//! LibreOffice writes a numbered heading as a list of one point, and each of these lists begins with the number that the first
//! begins with: "31." stands before every item. The number of one such heading goes on from that of the one before.

/// The numbers so far, by the levels of headings from 1.
#[derive(Debug, Default)]
pub(super) struct Series([Option<Counted>; 6]);

#[derive(Clone, Copy, Debug)]
struct Counted {
    first: u32,
    last: u32,
}

impl Series {
    /// What stands before a heading of this `level`, where its list gives it `marker`.
    pub(super) fn of_heading(&mut self, level: u8, marker: Option<String>) -> Option<String> {
        let at = usize::from(level.clamp(1, 6)) - 1;
        // Those below begin anew, as those do that a heading without a number comes before.
        self.0[at + 1..].fill(None);
        let before = self.0[at].take();
        let marker = marker?;
        let Some(own) = marker.strip_suffix('.').and_then(|number| number.parse::<u32>().ok()) else {
            return Some(marker);
        };
        let counted = match before {
            Some(before) if before.first == own => Counted { last: before.last + 1, ..before },
            Some(before) if before.last + 1 == own => Counted { last: own, ..before },
            _ => Counted { first: own, last: own },
        };
        self.0[at] = Some(counted);
        Some(format!("{}.", counted.last))
    }
}

#[cfg(test)]
mod tests {
    use super::Series;

    fn numbers(headings: &[(u8, &str)]) -> Vec<String> {
        let mut series = Series::default();
        let of = |(level, marker): &(u8, &str)| {
            let marker = (!marker.is_empty()).then(|| (*marker).to_owned());
            series.of_heading(*level, marker).unwrap_or_default()
        };
        headings.iter().map(of).collect()
    }

    #[test]
    fn lists_that_begin_alike_count_on() {
        let written = [(1, "31."), (2, ""), (1, "31."), (2, ""), (1, "31.")];
        assert_eq!(numbers(&written), ["31.", "", "32.", "", "33."]);
        assert_eq!(numbers(&[(2, "1."), (2, "2."), (2, "1.")]), ["1.", "2.", "3."]);
    }

    #[test]
    fn lists_under_another_heading_begin_anew() {
        let written = [(1, "1."), (2, "1."), (2, "1."), (1, "1."), (2, "1.")];
        assert_eq!(numbers(&written), ["1.", "1.", "2.", "2.", "1."]);
        assert_eq!(numbers(&[(2, "1."), (2, ""), (2, "1.")]), ["1.", "", "1."]);
        assert_eq!(numbers(&[(2, "1."), (2, "5."), (2, "a."), (2, "5.")]), ["1.", "5.", "a.", "5."]);
    }
}
