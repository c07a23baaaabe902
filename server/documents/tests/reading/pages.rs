//! Small PDFs, written by hand.

use documents::{Extracted, Fault, read};

/// A page: what is painted on it, and what its dictionary says beside that.
pub(crate) struct Page {
    pub(crate) painted: String,
    pub(crate) more: &'static str,
}

impl Page {
    /// A page with these lines, each at its place from the lower left corner.
    pub(crate) fn new(lines: &[(i32, i32, &str)]) -> Self {
        let line = |(x, y, words): &(i32, i32, &str)| format!("BT /F 10 Tf {x} {y} Td ({words}) Tj ET\n");
        Self { painted: lines.iter().map(line).collect(), more: "" }
    }

    /// A page whose lines stand under each other, from the top.
    pub(crate) fn of(lines: &[&str]) -> Self {
        let placed: Vec<(i32, i32, &str)> =
            lines.iter().enumerate().map(|(n, words)| (60, 800 - 14 * n as i32, *words)).collect();
        let placed: Vec<_> = placed.into_iter().filter(|line| !line.2.is_empty()).collect();
        Self::new(&placed)
    }
}

/// A file of `pages`, with `objects` after them: the first is number 10.
pub(crate) fn pdf(pages: &[Page], objects: &[&str], root: &str) -> Vec<u8> {
    let mut written = vec![(1, format!("<</Type /Catalog /Pages 2 0 R {root}>>"))];
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 100 + 2 * n)).collect();
    let kids = kids.join(" ");
    written
        .push((2, format!("<</Type /Pages /Count {} /Kids [{kids}] /MediaBox [0 0 595 842]>>", pages.len())));
    let font = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>";
    written.push((3, font.to_owned()));
    let picture = "<</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1>>\nstream\n0\nendstream";
    written.push((4, picture.to_owned()));
    written.extend(objects.iter().enumerate().map(|(n, object)| (10 + n, (*object).to_owned())));
    for (n, page) in pages.iter().enumerate() {
        let id = 100 + 2 * n;
        let Page { painted, more } = page;
        let resources = "/Resources <</Font <</F 3 0 R>> /XObject <</I 4 0 R /G 10 0 R>>>>";
        let resources = if painted.contains(" Do") { resources } else { "/Resources <</Font <</F 3 0 R>>>>" };
        written
            .push((id, format!("<</Type /Page /Parent 2 0 R {resources} /Contents {} 0 R {more}>>", id + 1)));
        written.push((
            id + 1,
            format!("<</Length {}>>\nstream\n{painted}\nendstream", painted.chars().count() + 1),
        ));
    }
    let mut file = String::from("%PDF-1.7\n");
    let mut entries = String::new();
    for (id, object) in written {
        entries.push_str(&format!("{id} 1\n{:010} 00000 n \n", file.chars().count()));
        file.push_str(&format!("{id} 0 obj\n{object}\nendobj\n"));
    }
    let at = file.chars().count();
    let end = format!(
        "xref\n0 1\n0000000000 65535 f \n{entries}trailer\n<</Size 1000 /Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n"
    );
    file.push_str(&end);
    // One byte a letter, as Windows has them.
    file.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Windows")).collect()
}

/// What is read of it.
pub(crate) fn extracted(pages: &[Page], objects: &[&str], root: &str) -> Result<Extracted, Fault> {
    read(&pdf(pages, objects, root), "a.pdf").expect("a document")
}

/// Its text.
pub(crate) fn text(pages: &[Page]) -> String {
    extracted(pages, &[], "").expect("a whole document").text
}
