//! What a secretariat writes itself, a house style or a pattern, is refused with a reason or works.
#![no_main]

use libfuzzer_sys::fuzz_target;
use referent_fuzz::{a_pattern_is_refused_or_works, a_style_is_refused_or_works};

fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((b'[', _)) | None => a_style_is_refused_or_works(bytes),
        Some((b'/', pattern)) => a_pattern_is_refused_or_works(pattern),
        Some(_) => a_style_is_refused_or_works(bytes),
    }
});
