//! What nobody may read in minutes: personal numbers, found in any form, and texts that may be shown.
//!
//! One recogniser serves the rule that reports a personal number and the mask that hides it. The mask hides whatever the
//! recogniser sees and ten digits in other groups besides; the rule asks the words around for more. So nothing is reported that is not hidden as well, and it is
//! hidden whether or not a rule was run.

mod another;
mod card;
mod dated;
mod digits;
mod distant;
mod groups;
mod labelled;
mod mask;
mod misread;
mod near;
mod number;
mod phone;
mod recogniser;
mod scripts;
mod shown;
mod signs;
pub mod streets;
pub mod table;
mod verdict;
mod withheld;
mod written;

pub use another::is_amount_and_year;
pub use card::names_own_thing;
pub use mask::{HIDDEN, Mask, Quoted, Secrets, by_form, shown};
pub use misread::stands_for_digit;
pub use near::near_before;
pub use number::names_personal;
pub use number::{Joint, Number, is_personal};
pub use phone::{eight_digits, phones_beside};
pub use recogniser::numbers;
pub use shown::{Shown, printable};
pub use signs::is_dash;
pub use verdict::{Verdict, weighed};
pub use withheld::withheld;
