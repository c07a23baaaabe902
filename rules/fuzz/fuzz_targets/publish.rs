//! Of any text it can be told what may be published.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use referent_fuzz::{LONGEST, a_copy_or_refusals};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if bytes.len() > LONGEST {
        return Corpus::Reject;
    }
    a_copy_or_refusals(&String::from_utf8_lossy(bytes));
    Corpus::Keep
});
