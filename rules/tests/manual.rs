//! `RULES.md` says what the rules say: `UPDATE_EXPECT=1 cargo test` writes it.

use expect_test::expect_file;

#[test]
fn the_manual_is_written_from_the_rules() {
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/RULES.md")].assert_eq(&rules::manual::book());
}
