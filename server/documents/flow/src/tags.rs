//! One part of an archive, tag by tag: words, fields and attributes that hold more than format.

use rules::publish::names_closed;

use crate::digits::has_digits;
use crate::flow::{Beside, Flow};

/// Attributes that hold words: their digits count even when there is nothing else.
const OF_WORDS: &[&str] = &[
    "alias",
    "author",
    "descr",
    "displayName",
    "initials",
    "instr",
    "name",
    "string-value",
    "tag",
    "title",
    "tooltip",
    "val",
];

/// Which words of a part are not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    All,
    /// All, and what attributes say too: data of a form has no format in it.
    OfData,
    /// Those of fields, which the program works out and does not show.
    OfFields,
    None,
}

/// Tells of one part, in one pass over its tags. A part that is broken off is read as far as it goes.
pub(crate) fn part(text: &str, words: Words, flow: &mut Flow) {
    let mut said = String::new();
    let (mut in_field, mut is_foreign) = (false, false);
    let is_all = matches!(words, Words::All | Words::OfData);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        if is_all || words == Words::OfFields && (in_field || is_foreign) {
            said.push_str(before);
        }
        let end = tag_end(after);
        let tag = &after[..end];
        rest = after.get(end + 1..).unwrap_or_default();
        let name = tag.trim_start_matches('/').split([' ', '/', '\n', '\r', '\t']).next().unwrap_or_default();
        let local = name.rsplit(':').next().unwrap_or_default();
        // Programs number content controls with any ten digits.
        if is_note(tag) {
            said.push_str(tag);
        } else if let Some(unmarked) = tag.strip_prefix("![CDATA[") {
            let unmarked = unmarked.trim_end_matches(']');
            said.push_str(if is_all { unmarked } else { "" });
            continue;
        } else if !matches!(local, "id" | "docId") {
            attributes(tag, words == Words::OfData, flow);
        }
        // Words of a drawing, or of an old text box, stand in the body and are none of its own.
        is_foreign = name == "a:t" || local == "textbox" && !tag.ends_with('/');
        match local {
            "instrText" => in_field = !tag.starts_with('/'),
            // A number may be cut into runs, but not into paragraphs and cells.
            "t" | "r" | "rPr" | "fldChar" | "lang" | "span" | "s" => {}
            _ => said.push('\n'),
        }
    }
    // A text that is no XML has no tags at all.
    if is_all {
        said.push_str(rest);
    }
    for line in said.lines().filter(|line| has_digits(line)) {
        flow.aside(Beside::Data, decoded(line.trim()));
    }
}

/// Tells of what is said to programs and to people who read the source, in a part that otherwise says how something looks.
pub(crate) fn notes(text: &str, flow: &mut Flow) {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        let end = tag_end(after);
        let tag = &after[..end];
        rest = after.get(end + 1..).unwrap_or_default();
        if is_note(tag) && has_digits(tag) {
            flow.aside(Beside::Data, decoded(tag));
        }
    }
}

/// Is `tag` a comment, or an instruction to a program other than the first line of XML?
fn is_note(tag: &str) -> bool {
    tag.starts_with("!--") || tag.starts_with('?') && !tag.starts_with("?xml ")
}

/// Where the tag that `text` begins inside ends: not at a sign inside quotes.
fn tag_end(text: &str) -> usize {
    for (start, end) in [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>")] {
        if text.starts_with(start) {
            return text.find(end).map_or(text.len(), |at| at + end.len() - 1);
        }
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Tells of the attributes of `tag` that hold more than format; in a part that is `data`, numbers are more.
fn attributes(tag: &str, data: bool, flow: &mut Flow) {
    let mut rest = tag;
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return };
        let Some((value, after)) = after[1..].split_once(quote) else { return };
        rest = after;
        let name = name.trim().rsplit([':', ' ']).next().unwrap_or_default();
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if names_what_it_holds(tag, name) && names_closed(value) {
            flow.aside(Beside::Data, decoded(value));
        }
        if has_digits(value) && (!is_number || data || OF_WORDS.contains(&name)) && !is_format(name, value) {
            flow.aside(called(name), decoded(value));
        }
    }
}

/// Is the attribute `name` of `tag` the name of a style, a bookmark or a control that the text bears?
fn names_what_it_holds(tag: &str, name: &str) -> bool {
    const OF_WORD: &[&str] = &["w:pStyle", "w:rStyle", "w:tblStyle", "w:alias", "w:tag", "w:bookmarkStart"];
    const OF_TEXT: &[&str] =
        &["text:p", "text:h", "text:span", "text:section", "text:bookmark", "text:bookmark-start"];
    let own = tag.split([' ', '/', '\n', '\r', '\t']).next().unwrap_or_default();
    matches!(name, "val" | "name") && OF_WORD.contains(&own)
        || matches!(name, "name" | "style-name") && OF_TEXT.contains(&own)
}

/// Numbers of the kind that programs give: of a revision, a schema, a colour, a date, a shape.
fn is_format(name: &str, value: &str) -> bool {
    // "b010203-1234" is called so because no name may begin with a digit; what programs number is longer.
    let is_hex = value.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'-' | b'{' | b'}'))
        && (!value.contains('-') || value.len() >= SHORTEST_UUID);
    let has_letter = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    name.starts_with("xmlns")
        || matches!(
            name,
            "schemaLocation" | "date" | "dateUtc" | "path" | "points" | "viewBox" | "d" | "style"
        )
        || is_hex && has_letter
        || value.starts_with("http://schemas.")
}

/// Without hyphens and brackets.
const SHORTEST_UUID: usize = 32;

fn called(name: &str) -> Beside {
    match name {
        "Target" | "href" | "instr" | "tooltip" | "descr" | "title" | "alt" => Beside::Link,
        "value" | "current-value" => Beside::Field,
        _ => Beside::Data,
    }
}

/// `text` with the signs that XML writes in other words.
fn decoded(text: &str) -> String {
    if !text.contains(['&', '%']) {
        return text.to_owned();
    }
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("%2D", "-"),
        ("%20", " "),
        ("&#45;", "-"),
        ("&#x2D;", "-"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::{Words, part};
    use crate::flow::Flow;
    use crate::{Beside, Format};

    fn told(text: &str, words: Words) -> Vec<(Beside, String)> {
        let mut flow = Flow::default();
        part(text, words, &mut flow);
        flow.paragraph(crate::Kind::Paragraph, "Godkendt.");
        let read = flow.finish(Format::Docx).expect("words");
        read.asides.into_iter().map(|aside| (aside.beside, aside.words)).collect()
    }

    #[test]
    fn words_are_put_together_over_runs() {
        let chart =
            "<c:pt><a:r><a:t>010203-</a:t></a:r><a:r><a:t>1234</a:t></a:r></c:pt><c:pt><c:v>12</c:v></c:pt>";
        assert_eq!(told(chart, Words::All), [(Beside::Data, "010203-1234".to_owned())]);
    }

    #[test]
    fn fields_and_attributes_of_a_part_that_is_known() {
        let body = "<w:t>010203-1111</w:t><w:instrText> HYPERLINK \"http://x.dk/010203-2222\" </w:instrText>\
                    <w:alias w:val='010203-3333'/><w:bookmarkStart w:id=\"1\" w:name=\"CPR_0102034444\"/>";
        let words: Vec<String> = told(body, Words::OfFields).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words.len(), 3, "{words:?}");
        assert!(words.iter().any(|words| words.contains("010203-2222")));
        assert!(!words.iter().any(|words| words.contains("010203-1111")));
    }

    #[test]
    fn words_that_are_none_of_the_body_are_told() {
        let body = "<w:t>010203-1111</w:t><!-- se '010203-2222 --><a:t>010203-3333</a:t><v:textbox>010203-4444</v:textbox>";
        assert_eq!(told(body, Words::OfFields).len(), 3);
    }

    #[test]
    fn the_number_of_a_content_control_is_nobodys() {
        assert_eq!(told("<w:sdtPr><w:id w:val=\"1502034567\"/></w:sdtPr>", Words::OfFields), []);
        assert_eq!(told("<w:sdtPr><w:tag w:val=\"1502034567\"/></w:sdtPr>", Words::OfFields).len(), 1);
    }

    #[test]
    fn names_that_close_what_they_hold_are_told() {
        for tag in [
            "<w:pStyle w:val=\"Lukketpunkt\"/>",
            "<w:alias w:val=\"Lukket punkt\"/>",
            "<w:bookmarkStart w:id=\"0\" w:name=\"Lukket_punkt\"/>",
            "<text:p text:style-name=\"Lukket_20_punkt\">",
        ] {
            assert_eq!(told(tag, Words::OfFields).len(), 1, "{tag}");
        }
        for tag in ["<w:style w:styleId=\"Lukketpunkt\">", "<w:pStyle w:val=\"Overskrift2\"/>"] {
            assert_eq!(told(tag, Words::OfFields), [], "{tag}");
        }
    }

    #[test]
    fn format_is_passed_over() {
        let format = "<w:p w:rsidR=\"00A77B3E\" w14:paraId=\"12345678\" w:date=\"2026-01-01T10:00:00Z\"><wp:extent cx=\"5486400\"/>\
                      <w:color w:val=\"00FF00\"/><wp14:id val2=\"{12345678-0000-4AAA-8888-123456789012}\"/></w:p>";
        assert_eq!(told(format, Words::All), []);
    }
}
