//! Whether a PDF unpacks to what minutes can hold, asked before the crate that reads it unpacks everything.

use std::io::Read;

use flate2::read::ZlibDecoder;

use flow::Fault;

/// All that is unpacked of one document, in bytes; pictures are not.
const MOST_UNPACKED: u64 = 256 << 20;

/// The dictionary before a stream is looked for so far back.
const DICTIONARY: usize = 2048;

/// Unpacks every stream of `bytes` that is no picture, and counts.
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let mut left = MOST_UNPACKED;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let (before, after) = (at + found, at + found + b"stream".len());
        at = after;
        if bytes[..before].ends_with(b"end") {
            continue;
        }
        let dictionary = dictionary(&bytes[..before]);
        let packed = count(dictionary, b"FlateDecode");
        let is_picture = find(dictionary, b"/Image").is_some();
        if is_picture || packed == 0 {
            continue;
        }
        // Packed twice, a few bytes fill any memory; no program writes minutes so.
        if packed > 1 {
            return Err(Fault::TooLarge);
        }
        let skipped = bytes[after..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let unpacked = ZlibDecoder::new(&bytes[after + skipped..]).take(left + 1);
        // Damage is found by the reader, which can say more of it.
        let size = std::io::copy(&mut { unpacked }, &mut std::io::sink()).unwrap_or(0);
        left = left.checked_sub(size).ok_or(Fault::TooLarge)?;
    }
    Ok(())
}

/// The dictionary that `before` ends with.
fn dictionary(before: &[u8]) -> &[u8] {
    let near = &before[before.len().saturating_sub(DICTIONARY)..];
    let from = near.windows(3).rposition(|three| three == b"obj").unwrap_or(0);
    &near[from..]
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| *window == word).count()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::check;
    use flow::Fault;

    fn pdf(filter: &str, size: usize) -> Vec<u8> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&vec![b' '; size]).expect("memory can be written");
        let packed = packed.finish().expect("memory can be written");
        let mut bytes = format!("%PDF-1.7\n1 0 obj <</Filter {filter}>>\nstream\r\n").into_bytes();
        bytes.extend(packed);
        bytes.extend(b"\nendstream\nendobj\n");
        bytes
    }

    #[test]
    fn streams_are_counted_together() {
        let one = pdf("/FlateDecode", 100 << 20);
        assert_eq!(check(&one), Ok(()));
        assert_eq!(check(&[one.clone(), one.clone(), one].concat()), Err(Fault::TooLarge));
        assert_eq!(check(&pdf("[/FlateDecode /FlateDecode]", 10)), Err(Fault::TooLarge));
    }
}
