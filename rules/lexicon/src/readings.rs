//! The readings of a form as a set: one bit for each that the rules can tell apart.

use std::ops::{BitOr, BitOrAssign};

/// A set of readings of one form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Readings(u32);

impl Readings {
    /// No reading: the form is unknown.
    pub const NONE: Self = Self(0);
    /// Verb: "håndtere".
    pub const INFINITIVE: Self = Self(1);
    /// Verb: "håndterer".
    pub const PRESENT: Self = Self(1 << 1);
    /// Verb: "håndterede".
    pub const PAST: Self = Self(1 << 2);
    /// Verb: "håndteret".
    pub const PARTICIPLE: Self = Self(1 << 3);
    /// Verb: "håndteres".
    pub const PASSIVE: Self = Self(1 << 4);
    /// Verb: "håndtér".
    pub const IMPERATIVE: Self = Self(1 << 5);
    /// Noun, common gender, singular, indefinite: "plan".
    pub const COMMON: Self = Self(1 << 6);
    /// Noun, neuter, singular, indefinite: "møde".
    pub const NEUTER: Self = Self(1 << 7);
    /// Noun of a gender that the dictionary does not tell, singular, indefinite.
    pub const GENDERLESS: Self = Self(1 << 8);
    /// Noun, plural, indefinite: "planer".
    pub const PLURAL: Self = Self(1 << 9);
    /// Noun, common gender, singular, definite: "planen".
    pub const DEFINITE_COMMON: Self = Self(1 << 10);
    /// Noun, neuter, singular, definite: "mødet".
    pub const DEFINITE_NEUTER: Self = Self(1 << 11);
    /// Noun, plural, definite: "planerne".
    pub const DEFINITE_PLURAL: Self = Self(1 << 12);
    /// Noun in the genitive: "planens".
    pub const GENITIVE: Self = Self(1 << 13);
    /// Adjective, common gender or without ending: "kommunal".
    pub const ADJECTIVE_COMMON: Self = Self(1 << 14);
    /// Adjective, neuter: "kommunalt".
    pub const ADJECTIVE_NEUTER: Self = Self(1 << 15);
    /// Adjective, plural or definite: "kommunale".
    pub const ADJECTIVE_E: Self = Self(1 << 16);
    /// Adjective that does not bend: "større", "følgende".
    pub const ADJECTIVE_FIXED: Self = Self(1 << 17);
    /// Anything else: "og", "ikke", "London".
    pub const OTHER: Self = Self(1 << 18);

    /// All readings of verbs.
    pub const VERB: Self = Self(0b11_1111);
    /// All readings of nouns.
    pub const NOUN: Self = Self(0xff << 6);
    /// The definite readings of nouns that are not in the genitive.
    pub const DEFINITE: Self = Self(0b111 << 10);
    /// All readings of adjectives.
    pub const ADJECTIVE: Self = Self(0b1111 << 14);

    /// The set with these bits.
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The bits of the set.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Is any reading in `others` too?
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Is every reading in `others`, and is there one at all?
    pub const fn only(self, others: Self) -> bool {
        self.0 != 0 && self.0 & !others.0 == 0
    }

    /// The readings but those in `others`.
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Is there no reading?
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Readings {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Readings {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
