//! Widths of glyphs, spelled out one by one.
//!
//! A font of many glyphs may say "glyphs 17 to 26 are 556 wide" in three numbers, as browsers, Windows' printer and Typst do.
//! The crate that reads PDF takes the first number of the three for all of them, so the letters of such a font seem to be
//! of any width and those of neighbouring words are woven into each other. What it reads right is a list of widths.

use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// A font has no more glyphs than this.
const MOST_GLYPHS: usize = 1 << 16;

/// Rewrites the widths of every font in `document`.
pub(super) fn spell_out(document: &mut Document) {
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    for id in ids {
        let Some(mut object) = document.objects.remove(&id) else { continue };
        visit(&mut object, document, 0);
        document.objects.insert(id, object);
    }
}

/// A font may stand in the array of another one, as an object or in place.
fn visit(object: &mut Object, document: &Document, depth: usize) {
    match object {
        Object::Dictionary(font) if is_font(font) => rewrite(font, document),
        Object::Dictionary(outer) if depth < 2 => {
            if let Ok(fonts) = outer.get_mut(b"DescendantFonts") {
                visit(fonts, document, depth + 1);
            }
        }
        Object::Array(fonts) if fonts.len() == 1 => visit(&mut fonts[0], document, depth + 1),
        _ => {}
    }
}

fn is_font(font: &Dictionary) -> bool {
    let kind = font.get(b"Subtype").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind.starts_with(b"CIDFontType")) && font.has(b"W")
}

fn rewrite(font: &mut Dictionary, document: &Document) {
    let Ok(Object::Array(written)) = font.get(b"W").map(|widths| resolved(widths, document)) else { return };
    let mut spelled = Vec::new();
    let mut rest = written.as_slice();
    let mut n_glyphs = 0;
    while let [first, second, after @ ..] = rest {
        let Ok(from) = resolved(first, document).as_i64() else { break };
        if let Object::Array(widths) = resolved(second, document) {
            let widths = widths.iter().map(|width| resolved(width, document).clone()).collect();
            spelled.extend([Object::Integer(from), Object::Array(widths)]);
            rest = after;
            continue;
        }
        let (Ok(to), [width, after @ ..]) = (resolved(second, document).as_i64(), after) else { break };
        let n = usize::try_from(to.saturating_sub(from).saturating_add(1)).unwrap_or(0);
        n_glyphs += n;
        if n_glyphs > MOST_GLYPHS {
            break;
        }
        let width = resolved(width, document).clone();
        spelled.extend([Object::Integer(from), Object::Array(vec![width; n])]);
        rest = after;
    }
    font.set("W", Object::Array(spelled));
}

fn resolved<'o>(object: &'o Object, document: &'o Document) -> &'o Object {
    match object {
        Object::Reference(id) => document.get_object(*id).unwrap_or(object),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use pdf_extract::{Dictionary, Document, Object};

    use super::spell_out;

    fn font(widths: Object) -> Dictionary {
        Dictionary::from_iter([("Subtype", Object::Name(b"CIDFontType2".to_vec())), ("W", widths)])
    }

    fn numbers(values: &[i64]) -> Vec<Object> {
        values.iter().map(|value| Object::Integer(*value)).collect()
    }

    #[test]
    fn ranges_become_lists_wherever_the_font_stands() {
        let mut document = Document::new();
        let mut written = numbers(&[3]);
        written.push(Object::Array(numbers(&[250])));
        written.extend(numbers(&[17, 19, 556]));
        let widths = document.add_object(Object::Array(written));
        let own = document.add_object(font(Object::Reference(widths)));
        let inner = Object::Array(vec![Object::Dictionary(font(Object::Array(numbers(&[5, 5, 400]))))]);
        let outer = document.add_object(Dictionary::from_iter([("DescendantFonts", inner)]));
        spell_out(&mut document);

        let read = document.get_object(own).and_then(Object::as_dict).and_then(|font| font.get(b"W"));
        let expected = vec![
            Object::Integer(3),
            Object::Array(numbers(&[250])),
            Object::Integer(17),
            Object::Array(numbers(&[556, 556, 556])),
        ];
        assert_eq!(read.expect("widths"), &Object::Array(expected));
        let fonts = document
            .get_object(outer)
            .and_then(Object::as_dict)
            .and_then(|outer| outer.get(b"DescendantFonts"));
        let inner = fonts.and_then(Object::as_array).and_then(|fonts| fonts[0].as_dict()).expect("a font");
        let expected = vec![Object::Integer(5), Object::Array(numbers(&[400]))];
        assert_eq!(inner.get(b"W").expect("widths"), &Object::Array(expected));
    }

    #[test]
    fn widths_that_are_none_are_left_out() {
        let mut document = Document::new();
        let id = document.add_object(font(Object::Array(numbers(&[1, 900_000_000, 500]))));
        spell_out(&mut document);
        let read = document.get_object(id).and_then(Object::as_dict).and_then(|font| font.get(b"W"));
        assert_eq!(read.expect("widths"), &Object::Array(Vec::new()));
    }
}
