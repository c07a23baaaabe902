//! Fixes come to rest and keep what they must.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use referent_fuzz::{LONGEST, fixes_settle};
use rules::lint::Applicability;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if bytes.len() > LONGEST {
        return Corpus::Reject;
    }
    fixes_settle(bytes, Applicability::Safe);
    fixes_settle(bytes, Applicability::Unsafe);
    Corpus::Keep
});
