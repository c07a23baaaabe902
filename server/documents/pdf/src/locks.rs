//! How a PDF is locked, put where the crate that reads it looks.
//!
//! The format lets the description of the lock stand in the trailer itself, as MuPDF writes it. The crate knows only one
//! that is an object of its own, and takes such a file for one without a lock whose pages hold nothing. So an update is
//! added at the end, as programs add one that change a file, in which the description is an object.

/// `bytes` with the lock as an object, where it stands in the trailer.
pub(super) fn apart(bytes: &[u8]) -> Option<Vec<u8>> {
    let trailer = last(bytes, b"trailer")? + b"trailer".len();
    let about = trailer + first(&bytes[trailer..], b"<<")?;
    let about = about..about + dictionary(&bytes[about..])?;
    let key = about.start + first(&bytes[about.clone()], b"/Encrypt")?;
    let lock = key + b"/Encrypt".len();
    let lock = lock + bytes[lock..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    if !bytes[lock..].starts_with(b"<<") {
        return None;
    }
    let lock = lock..lock + dictionary(&bytes[lock..])?;
    let size = number(&bytes[about.clone()], b"/Size")?;
    let before = number(&bytes[about.end..], b"startxref")?;
    let mut new = bytes.to_vec();
    let object = new.len() + 1;
    new.extend(format!("\n{size} 0 obj\n").bytes());
    new.extend(&bytes[lock.clone()]);
    let table = new.len() + "\nendobj\n".len();
    let entries = format!("\nendobj\nxref\n{size} 1\n{object:010} 00000 n \ntrailer\n");
    new.extend(entries.bytes());
    new.extend(&bytes[about.start..key]);
    new.extend(format!("/Encrypt {size} 0 R").bytes());
    let rest = &bytes[lock.end..about.end - 2];
    new.extend(rest);
    new.extend(format!(" /Prev {before}>>\nstartxref\n{table}\n%%EOF\n").bytes());
    Some(new)
}

fn first(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words)
}

fn last(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).rposition(|window| window == words)
}

/// The number that follows `words`.
fn number(bytes: &[u8], words: &[u8]) -> Option<usize> {
    let rest = &bytes[first(bytes, words)? + words.len()..];
    let digits =
        rest.iter().skip_while(|byte| byte.is_ascii_whitespace()).take_while(|byte| byte.is_ascii_digit());
    String::from_utf8(digits.copied().collect()).ok()?.parse().ok()
}

/// The length of the dictionary that `bytes` begin with; brackets in strings do not count.
fn dictionary(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut in_string, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (b'\\', _) if in_string > 0 => at += 1,
            (b'(', _) => in_string += 1,
            (b')', _) if in_string > 0 => in_string -= 1,
            (b'<', Some(b'<')) if in_string == 0 => {
                depth += 1;
                at += 1;
            }
            // "<00ff>", a string in figures.
            (b'<', _) if in_string == 0 => at += first(&bytes[at..], b">")?,
            (b'>', Some(b'>')) if in_string == 0 => {
                depth = depth.checked_sub(1)?;
                at += 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_lock_in_the_trailer_becomes_an_object() {
        let file = b"%PDF-1.7\nxref\n0 1\ntrailer\n<</Size 9/Root 1 0 R/ID[(a>>b\\))<00>]/Encrypt<</V 5/CF<</A<</B 1>>>>/U<ff>>>>>\nstartxref\n9\n%%EOF\n";
        let new = apart(file).expect("it is locked");
        let added = String::from_utf8_lossy(&new[file.len()..]).into_owned();
        assert!(
            added.starts_with("\n9 0 obj\n<</V 5/CF<</A<</B 1>>>>/U<ff>>>\nendobj\nxref\n9 1\n"),
            "{added}"
        );
        assert!(added.contains("<</Size 9/Root 1 0 R/ID[(a>>b\\))<00>]/Encrypt 9 0 R /Prev 9>>"), "{added}");
        assert_eq!(new[file.len() + 1..].first(), Some(&b'9'));
        assert_eq!(apart(b"%PDF-1.7\ntrailer\n<</Size 9/Encrypt 8 0 R>>\nstartxref\n9\n"), None);
    }
}
