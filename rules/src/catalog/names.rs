//! Names of bodies, people and parties.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
