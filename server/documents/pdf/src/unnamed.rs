//! Glyphs that a font only numbers, named by the table that LaTeX numbers them in.
//!
//! Where LaTeX has no outlines of its fonts, it puts in their dots, and calls the glyph in place 29 "a29". Letters of
//! ASCII and of western Europe stand where every reader expects them. Ligatures, quotation marks and dashes do not: "fl" in
//! "flyttes" was read as a mark of its own.

use pdf_extract::{Dictionary, Document, Object};

/// What stands in the table of letters (T1) in another place than a reader expects it.
const LETTERS: &[(i64, &str)] = &[
    (16, "quotedblleft"),
    (17, "quotedblright"),
    (18, "quotedblbase"),
    (19, "guillemotleft"),
    (20, "guillemotright"),
    (21, "endash"),
    (22, "emdash"),
    (27, "ff"),
    (28, "fi"),
    (29, "fl"),
    (30, "ffi"),
    (31, "ffl"),
    (39, "quoteright"),
    (96, "quoteleft"),
    (127, "hyphen"),
    (159, "section"),
    (191, "sterling"),
    (215, "OE"),
    (247, "oe"),
    (255, "germandbls"),
];

/// The same of the table of signs beside it (TS1).
const SIGNS: &[(i64, &str)] =
    &[(45, "hyphen"), (136, "bullet"), (191, "Euro"), (214, "multiply"), (246, "divide")];

/// Only a font with letters beyond ASCII is numbered by the newer table, in one of these places or after.
const BEYOND_ASCII: i64 = 0x80;

/// Names the glyphs of `document` that are only numbered.
pub(super) fn name(document: &mut Document) {
    let used = document.objects.values().filter_map(encoding).filter_map(numbers);
    if !used.into_iter().flatten().any(|number| number >= BEYOND_ASCII) {
        return;
    }
    for object in document.objects.values_mut() {
        if let Some(numbers) = encoding(object).and_then(numbers) {
            let is_letter =
                |number: &i64| u8::try_from(*number).is_ok_and(|byte| byte.is_ascii_alphanumeric());
            let table = if numbers.iter().any(is_letter) { LETTERS } else { SIGNS };
            renamed(object, table);
        }
    }
}

/// The table of names that `object` is, or the font that `object` is has.
fn encoding(object: &Object) -> Option<&Dictionary> {
    let about = object.as_dict().ok()?;
    if about.has(b"Differences") {
        return Some(about);
    }
    about.get(b"Encoding").and_then(Object::as_dict).ok().filter(|inner| inner.has(b"Differences"))
}

/// The numbers in `encoding`, if it has nothing else.
fn numbers(encoding: &Dictionary) -> Option<Vec<i64>> {
    let written = encoding.get(b"Differences").and_then(Object::as_array).ok()?;
    let mut numbers = Vec::new();
    let mut at = 0;
    for entry in written {
        match entry {
            Object::Integer(next) => at = *next,
            Object::Name(name) if name == b".notdef" => at += 1,
            Object::Name(name) => {
                let digits = std::str::from_utf8(name.strip_prefix(b"a")?).ok()?;
                numbers.push(digits.parse().ok().filter(|number| *number == at)?);
                at += 1;
            }
            _ => return None,
        }
    }
    Some(numbers)
}

/// Gives the glyphs of the encoding in `object` the names of `table`.
fn renamed(object: &mut Object, table: &[(i64, &str)]) {
    let Ok(about) = object.as_dict_mut() else { return };
    let about = if about.has(b"Differences") {
        about
    } else {
        match about.get_mut(b"Encoding").and_then(Object::as_dict_mut) {
            Ok(inner) => inner,
            Err(_) => return,
        }
    };
    let Ok(written) = about.get_mut(b"Differences").and_then(Object::as_array_mut) else { return };
    for entry in written {
        let Object::Name(name) = entry else { continue };
        let is = |number: i64| name.strip_prefix(b"a") == Some(number.to_string().as_bytes());
        if let Some((_, named)) = table.iter().find(|(number, _)| is(*number)) {
            *name = named.as_bytes().to_vec();
        }
    }
}

#[cfg(test)]
mod tests {
    use pdf_extract::{Dictionary, Document, Object};

    use super::name;

    fn encoding(numbers: &[i64]) -> Object {
        let entries =
            numbers.iter().flat_map(|n| [Object::Integer(*n), Object::Name(format!("a{n}").into_bytes())]);
        Object::Dictionary(Dictionary::from_iter([("Differences", Object::Array(entries.collect()))]))
    }

    fn named(all: &[&[i64]]) -> Vec<Vec<String>> {
        let mut document = Document::new();
        let ids: Vec<_> = all.iter().map(|numbers| document.add_object(encoding(numbers))).collect();
        name(&mut document);
        let names = |id| {
            let about = document.get_object(id).and_then(Object::as_dict).expect("it is there");
            let written = about.get(b"Differences").and_then(Object::as_array).expect("names");
            let names = written.iter().filter_map(|entry| entry.as_name().ok());
            names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
        };
        ids.into_iter().map(names).collect()
    }

    #[test]
    fn ligatures_dashes_and_signs_are_named() {
        let read = named(&[&[28, 29, 21, 97, 248], &[27, 102], &[136, 214]]);
        assert_eq!(
            read,
            [vec!["fi", "fl", "endash", "a97", "a248"], vec!["ff", "a102"], vec!["bullet", "multiply"]]
        );
    }

    #[test]
    fn the_older_table_and_names_of_other_programs_stay() {
        assert_eq!(named(&[&[28, 97]]), [["a28", "a97"]]);
        let mut document = Document::new();
        let names = ["a28", "oslash"].map(|name| Object::Name(name.as_bytes().to_vec()));
        let mut entries = vec![Object::Integer(28)];
        entries.extend(names);
        let written = Dictionary::from_iter([("Differences", Object::Array(entries.clone()))]);
        let id = document.add_object(written);
        name(&mut document);
        let about = document.get_object(id).and_then(Object::as_dict).expect("it is there");
        assert_eq!(about.get(b"Differences").expect("names"), &Object::Array(entries));
    }
}
