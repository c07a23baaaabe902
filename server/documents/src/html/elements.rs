//! What the names of elements mean for the text.

/// Elements that hold nothing.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that begin a new line.
pub(super) fn is_block(name: &str) -> bool {
    has_room(name)
        || matches!(
            name,
            "address"
                | "article"
                | "aside"
                | "body"
                | "caption"
                | "center"
                | "dd"
                | "details"
                | "dialog"
                | "dir"
                | "div"
                | "dt"
                | "figcaption"
                | "footer"
                | "form"
                | "header"
                | "hgroup"
                | "html"
                | "legend"
                | "li"
                | "main"
                | "menu"
                | "nav"
                | "section"
                | "summary"
                | "tbody"
                | "td"
                | "tfoot"
                | "th"
                | "thead"
                | "tr"
        )
}

/// Elements that browsers set apart.
pub(super) fn has_room(name: &str) -> bool {
    heading(name).is_some()
        || matches!(
            name,
            "blockquote" | "dl" | "fieldset" | "figure" | "hr" | "ol" | "p" | "pre" | "table" | "ul"
        )
}

/// The level of a heading.
pub(super) fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse::<u8>().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Are the words of an element with this `style`, in small letters without spaces, struck through?
pub(super) fn is_struck(name: &str, style: &str) -> bool {
    let by_style = style.split(';').any(|said| {
        said.split_once(':').is_some_and(|(what, how)| {
            matches!(what, "text-decoration" | "text-decoration-line") && how.contains("line-through")
        })
    });
    matches!(name, "s" | "strike") || by_style
}

/// Elements that words are filled into.
pub(super) fn is_field(name: &str) -> bool {
    matches!(name, "select" | "textarea")
}

/// Elements whose words nobody reads as text.
pub(super) fn is_passed_over(name: &str) -> bool {
    matches!(
        name,
        "iframe" | "noscript" | "object" | "script" | "select" | "style" | "svg" | "template" | "textarea"
    )
}

/// The elements that end when `name` begins, and those that they cannot lie outside of.
pub(super) fn ends(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li", "p"], &["ol", "ul", "menu"]),
        "dt" | "dd" => (&["dt", "dd", "p"], &["dl"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["td", "th", "tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["td", "th", "tr", "tbody", "thead", "tfoot"], &["table"]),
        "option" => (&["option"], &["select"]),
        _ if is_block(name) => (&["p"], &["td", "th", "li", "dd", "div", "section", "article", "blockquote"]),
        _ => (&[], &[]),
    }
}
