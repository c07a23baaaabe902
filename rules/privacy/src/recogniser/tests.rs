//! What is a personal number by its form.

use super::numbers;
use crate::number::{Joint, is_personal};

fn joints(text: &str) -> Vec<Joint> {
    numbers(text).map(|number| number.joint).collect()
}

#[test]
fn two_numbers_are_two() {
    assert_eq!(joints("010203-1234/020304-1235"), [Joint::Hyphen; 2]);
    assert_eq!(joints("0102031234+020304 1235"), [Joint::None, Joint::Space]);
}

#[test]
fn up_to_eight_signs_may_stand_between() {
    assert_eq!(joints("010203  -  --  1234"), []);
    assert_eq!(joints("010203 - - - 1234"), [Joint::Other]);
    assert_eq!(joints("010203-\n        1234"), [Joint::HyphenLine]);
    assert_eq!(joints("010203\r\n1234"), [Joint::Line]);
}

#[test]
fn other_groups_need_a_word() {
    assert_eq!(joints("01 02 03 12 34"), []);
    assert_eq!(joints("01.02.03-1234, 01/02/03-1234, 010203 (1234)"), [Joint::Sign; 3]);
    assert_eq!(joints("01.02.1903-1234, 01-02-1903-1234, 01021903-1234, 01 02 03 - 1234"), [Joint::Sign; 4]);
    assert_eq!(joints("den 1. februar 1903-1234"), [Joint::Sign]);
    assert_eq!(joints("Folketal ifølge CPR pr. 12.03.2020: 54.318"), []);
    assert_eq!(joints("CPR-registret, jf. lov nr. 1010 af 23.06.2023, § 54"), []);
    assert_eq!(joints("01-02-03-1234, 010203/1234, 010203 -- 1234"), [Joint::Sign; 3]);
    assert_eq!(joints("Cpr-nummer: 01 02 03 12 34"), [Joint::Other]);
}

#[test]
fn what_is_shown_backwards_is_read_backwards() {
    assert_eq!(joints("\u{202e}4321-302010\u{202c}, \u{202e}4321302010"), [Joint::Hyphen, Joint::None]);
    assert_eq!(joints("\u{202e}emneb\u{202c} 4321-302010"), []);
}

#[test]
fn dates_and_longer_numbers_are_none() {
    assert!(is_personal("person nr. ") && !is_personal("person nr. 3 og sag "));
    assert_eq!(joints("14-09-2020, 12.345.678 kr., 401122-0000, 011322-0000, 01020300000"), []);
    assert_eq!(joints("den 06.01.2025, kl. 08.00, 85.02.02-P35-12-22, tlf. 45 20 41 77 35"), []);
}

#[test]
fn each_half_may_stand_in_quotation_marks() {
    assert_eq!(joints("\"010203\"-\"1234\", »010203«-»1234«"), [Joint::Sign; 2]);
    assert_eq!(joints("010203–1234"), [Joint::Hyphen]);
}
