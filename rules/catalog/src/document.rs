//! What a Word or LibreOffice file takes along when it is published. The program finds it beside the text.

mod author;
mod comment;
mod hidden_text;
mod not_read;
mod tracked_change;

use lint::Rule;

pub(super) static RULES: &[&Rule] =
    &[&author::RULE, &comment::RULE, &hidden_text::RULE, &not_read::RULE, &tracked_change::RULE];
