//! The skeleton of a meeting and of an item.

mod contents;
mod cut_off;
mod duplicate_section;
mod empty_section;
mod heading_form;
mod item_number;
mod item_title;
mod meeting_details;
mod misspelt_heading;
mod near_duplicate_lines;
mod no_items;
mod required_section;
mod section_order;
mod template_residue;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[
    &contents::RULE,
    &cut_off::RULE,
    &duplicate_section::RULE,
    &empty_section::RULE,
    &heading_form::RULE,
    &item_number::RULE,
    &item_title::RULE,
    &meeting_details::RULE,
    &misspelt_heading::RULE,
    &near_duplicate_lines::RULE,
    &no_items::RULE,
    &required_section::RULE,
    &section_order::RULE,
    &template_residue::RULE,
];
