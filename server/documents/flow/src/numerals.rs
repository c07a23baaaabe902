//! Numbers as lists write them.

/// How a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Numerals {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// 01, 02, 03
    Zero,
    /// 1., 2., 3.
    Ordinal,
    /// a, b, c
    Letter,
    /// A, B, C
    Capital,
    /// i, ii, iii
    Roman,
    /// I, II, III
    RomanCapital,
    /// It does not.
    None,
}

impl Numerals {
    /// `n` as this list writes it.
    pub fn write(self, n: u32) -> String {
        match self {
            Self::Decimal => n.to_string(),
            Self::Zero => format!("{n:02}"),
            Self::Ordinal => format!("{n}."),
            Self::Letter => letters(n),
            Self::Capital => letters(n).to_uppercase(),
            Self::Roman => roman(n),
            Self::RomanCapital => roman(n).to_uppercase(),
            Self::None => String::new(),
        }
    }
}

/// a to z, then aa, bb: as Word has it.
fn letters(n: u32) -> String {
    let Some(from_zero) = n.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + (from_zero % 26) as u8);
    std::iter::repeat_n(letter, (from_zero / 26 + 1).min(30) as usize).collect()
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = n.min(3999);
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::Numerals;

    #[test]
    fn numbers_are_written_as_lists_do() {
        assert_eq!(Numerals::Letter.write(2), "b");
        assert_eq!(Numerals::Capital.write(28), "BB");
        assert_eq!(Numerals::Roman.write(14), "xiv");
        assert_eq!(Numerals::RomanCapital.write(1999), "MCMXCIX");
        assert_eq!(Numerals::Zero.write(7), "07");
        assert_eq!(Numerals::Letter.write(0), "");
    }
}
