//! What minutes say in figures, tables, names and law: read once, for the rules that add up and compare.
//!
//! Nothing here judges. An amount is a value with the place where it stands, a table a grid of cells, the register of
//! a meeting who was there and when; what follows from them is the business of the rules.

pub mod acts;
pub mod amounts;
pub mod asides;
pub mod deciding;
pub mod factions;
pub mod holidays;
pub mod people;
pub mod percentages;
pub mod quantity;
pub mod register;
pub mod tables;
