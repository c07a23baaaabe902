//! A document that follows edits is the document of the edited text.
#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::{Corpus, fuzz_target};
use referent_fuzz::{Change, LONGEST, an_edited_document_is_a_fresh_one, document};

/// This many bytes at the end of an input say what the edits are; the rest is the text.
const SCRIPT: usize = 48;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if bytes.len() > LONGEST || bytes.len() < SCRIPT {
        return Corpus::Reject;
    }
    let (text, script) = bytes.split_at(bytes.len() - SCRIPT);
    let mut script = Unstructured::new(script);
    let changes: Vec<Change> = (0..4).map_while(|_| Change::arbitrary(&mut script).ok()).collect();
    an_edited_document_is_a_fresh_one(document(text), &changes);
    Corpus::Keep
});
