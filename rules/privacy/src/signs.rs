//! The signs between two runs of digits, as a reader sees them: tags, references of HTML and escapes are one sign.

/// What a sign is, as far as it matters between digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Unseen,
    Space,
    Dash,
    LineEnd,
    Markup,
    Other,
}

/// The sign at the start of `rest`, which follows `len` digits, and its bytes; `None` for a letter.
pub(super) fn sign(rest: &str, len: usize) -> Option<(Sign, usize)> {
    let c = rest.chars().next()?;
    let long = match c {
        '&' => reference(rest),
        '<' => tag(rest).map(|n| (Sign::Markup, n)),
        '%' if len == 6 => escape(rest),
        '\r' if rest.starts_with("\r\n") => Some((Sign::LineEnd, 2)),
        _ => None,
    };
    if long.is_some() {
        return long;
    }
    let kind = match c {
        _ if is_unseen(c) => Sign::Unseen,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sign::LineEnd,
        _ if c.is_whitespace() => Sign::Space,
        '*' | '`' | '\\' | '~' => Sign::Markup,
        _ if is_dash(c) => Sign::Dash,
        _ if c.is_alphanumeric() => return None,
        _ => Sign::Other,
    };
    Some((kind, c.len_utf8()))
}

/// "&ndash;", "&#45;": what it stands for, as far as that matters here.
fn reference(rest: &str) -> Option<(Sign, usize)> {
    let name = reference_name(rest)?;
    let kind = match (name, referred(rest).map(|(c, _)| c)) {
        ("nbsp" | "ensp" | "emsp" | "thinsp", _) => Sign::Space,
        ("ndash" | "mdash" | "minus" | "hyphen" | "dash", _) => Sign::Dash,
        ("shy" | "zwj" | "zwnj" | "lrm" | "rlm", _) => Sign::Unseen,
        (_, Some(c)) if is_dash(c) => Sign::Dash,
        (_, Some(c)) if c.is_whitespace() => Sign::Space,
        (_, Some(c)) if is_unseen(c) => Sign::Unseen,
        _ => Sign::Other,
    };
    Some((kind, name.len() + 2))
}

/// The sign that "&#45;" or "&#x2d;" at the start of `rest` stands for, and the bytes of the reference.
pub(super) fn referred(rest: &str) -> Option<(char, usize)> {
    let name = reference_name(rest)?;
    let number = match name.strip_prefix('#')? {
        hex if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok(),
        decimal => decimal.parse().ok(),
    };
    number.and_then(char::from_u32).map(|c| (c, name.len() + 2))
}

/// What stands between "&" and ";".
fn reference_name(rest: &str) -> Option<&str> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let whole = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    whole.then_some(name)
}

/// "`<b>`", "`</span>`".
fn tag(rest: &str) -> Option<usize> {
    let opens = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = rest.bytes().take(80).position(|byte| matches!(byte, b'>' | b'\n'))?;
    (opens && rest.as_bytes()[end] == b'>').then_some(end + 1)
}

/// The bytes of what a reader of the page does not see between two runs, or sees as a mark: "`](#note)`", "`[^1]`", "`<!-- x -->`".
pub(super) fn aside(rest: &str) -> Option<usize> {
    /// In bytes: a longer one is none of these.
    const LONGEST: usize = 80;
    let near = &rest[..text::lines::floor_boundary(rest, LONGEST)];
    let close = match near.as_bytes() {
        [b']', b'(', ..] => ")",
        [b'[', b'^', ..] => "]",
        [b'<', b'!', b'-', b'-', ..] => "-->",
        _ => return None,
    };
    let whole = near.find(close)? + close.len();
    (!near[..whole].contains('\n')).then_some(whole)
}

/// "%20" and "%2D" in an address.
fn escape(rest: &str) -> Option<(Sign, usize)> {
    match rest.get(..3)? {
        "%20" => Some((Sign::Space, 3)),
        "%2D" | "%2d" => Some((Sign::Dash, 3)),
        _ => None,
    }
}

/// Does `c` look like a hyphen?
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{301c}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{30fc}'
                | '\u{2796}'
                | '\u{af}'
                | '\u{2c9}'
    )
}

/// Is `c` a sign that nobody sees, or one that is drawn upon the sign before it?
pub(super) fn is_unseen(c: char) -> bool {
    // Nearly all signs are.
    if matches!(c, ' '..='~') {
        return false;
    }
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20f0}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e01ef}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}'))
}
