//! Text of DOS and of old Macintoshes, which would pass for Windows-1252 with every Danish letter wrong.

/// Where a code page has "æøåÆØÅ".
struct Page {
    name: &'static str,
    letters: [u8; 6],
}

const WINDOWS: [u8; 6] = [0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5];

const PAGES: [Page; 2] = [
    Page { name: "DOS (CP850)", letters: [0x91, 0x9b, 0x86, 0x92, 0x9d, 0x8f] },
    Page { name: "Mac OS Roman", letters: [0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81] },
];

/// The name of the code page that `bytes`, which are no UTF-8, are surely written in unless it is Windows-1252.
///
/// There the same bytes are quotation marks, fractions and daggers, none of which stands within words: two of the
/// three small letters must.
pub(super) fn other(bytes: &[u8]) -> Option<&'static str> {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if bytes.iter().any(|byte| WINDOWS.contains(byte)) {
        return None;
    }
    let fits = |page: &&Page| {
        let within = |letter: u8| bytes.windows(3).filter(|signs| is_within(signs, letter)).count();
        let small = page.letters[..3].iter().filter(|letter| within(**letter) > 0).count();
        let all = bytes.iter().filter(|byte| page.letters.contains(byte)).count();
        small >= 2 && all * 2 > high
    };
    PAGES.iter().find(fits).map(|page| page.name)
}

/// Does `letter` stand between two letters?
fn is_within(signs: &[u8], letter: u8) -> bool {
    signs[1] == letter && signs[0].is_ascii_alphabetic() && signs[2].is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::other;

    #[test]
    fn the_letters_within_words_tell_the_page() {
        assert_eq!(other(b"B\x9brnehaver og en r\x86dmand p\x86 \x92r\x9b"), Some("DOS (CP850)"));
        assert_eq!(other(b"B\xbfrnehaver\rR\x8cdmanden og s\xbesonen"), Some("Mac OS Roman"));
    }

    #[test]
    fn signs_of_windows_1252_are_left_alone() {
        assert_eq!(other(b"B\xf8rnehaver \x96 og \x93r\xe5dmand\x94"), None);
        assert_eq!(other(b"Byen\x92s r\xe5d"), None);
        assert_eq!(other(b"It\x92s \x91new\x92 \x86 and \x9bold\x8b"), None);
        assert_eq!(other(b"1\xbc 2\xbe \xbfque? \xabno\xbb"), None);
    }
}
