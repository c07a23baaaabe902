//! Signs of the fonts that hold nothing but signs, which Word writes as numbers in places of their own.

use roxmltree::Node;

use flow::xml::attribute;

/// What a font of signs has in the places that minutes use: ticks, crosses, boxes, arrows.
const WINGDINGS: &[(u32, char)] = &[
    (0x6f, '☐'),
    (0x78, '☒'),
    (0xa8, '☐'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe8, '→'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];
const WINGDINGS_2: &[(u32, char)] =
    &[(0x4f, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x53, '☒'), (0x54, '☒'), (0xa3, '☐')];

/// The fonts write the same places from here on, where the letters of all others end.
const OWN: u32 = 0xf000;

/// What "Symbol", and each font of letters, has in `place`: digits and signs of a line stand there as in any text, so that a hyphen
/// inserted as a symbol parts a number as any other does.
fn plain_sign(node: Node<'_, '_>, place: u32) -> Option<char> {
    let font = attribute(node, "font").unwrap_or_default();
    let sign = char::from_u32(place).filter(char::is_ascii)?;
    let is_of_signs =
        ["Wingdings", "Webdings", "Dingbats", "MT Extra", "Marlett"].iter().any(|own| font.contains(own));
    let is_own =
        if font == "Symbol" { sign.is_ascii_digit() || sign.is_ascii_punctuation() } else { !is_of_signs };
    (is_own && !sign.is_ascii_control()).then_some(sign)
}

/// The sign that `node` stands for; those that are not known here are a bullet.
pub(super) fn symbol(node: Node<'_, '_>) -> Option<char> {
    let code = u32::from_str_radix(attribute(node, "char")?, 16).ok()?;
    let signs = match attribute(node, "font").unwrap_or_default() {
        "Wingdings" => WINGDINGS,
        "Wingdings 2" => WINGDINGS_2,
        _ => &[],
    };
    let place = code.checked_sub(OWN).unwrap_or(code);
    if let Some((_, sign)) = signs.iter().find(|(at, _)| *at == place) {
        return Some(*sign);
    }
    if let Some(sign) = plain_sign(node, place).filter(|_| code >= OWN) {
        return Some(sign);
    }
    char::from_u32(code).map(|sign| if ('\u{e000}'..='\u{f8ff}').contains(&sign) { '•' } else { sign })
}
