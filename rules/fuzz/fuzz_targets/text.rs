//! Any bytes are a document, and every range in it lies in the text.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use referent_fuzz::{LONGEST, document, ranges_lie_in_the_text};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if bytes.len() > LONGEST {
        return Corpus::Reject;
    }
    ranges_lie_in_the_text(&document(bytes));
    Corpus::Keep
});
