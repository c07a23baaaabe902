//! LibreOffice: `.odt` and templates.
//!
//! What decides the text lies in two parts of the archive: the body with the styles that it alone uses, and the styles of
//! the document. Numbers of lists are counted here, since the file does not hold them.

mod beside;
mod body;
mod lists;
mod styles;
mod words;

use flow::archive::Archive;
use flow::xml::{self, child};
use flow::{Extracted, Flow};
use flow::{Fault, Format, sweep};

use body::Body;
use styles::Styles;

/// Reads the document in `bytes`.
pub(crate) fn read(bytes: &[u8]) -> Result<Extracted, Fault> {
    let mut archive = Archive::open(bytes)?;
    let manifest = archive.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Fault::Encrypted);
    }
    let content = archive.part("content.xml")?.ok_or(Fault::Damaged("content.xml"))?;
    let shared = archive.part("styles.xml")?.unwrap_or_default();
    let content = xml::parse(&content, "content.xml")?;
    let shared = if shared.is_empty() { None } else { Some(xml::parse(&shared, "styles.xml")?) };
    let mut styles = Styles::default();
    if let Some(shared) = &shared {
        styles.add(shared.root_element());
    }
    styles.add(content.root_element());
    let mut flow = Flow::default();
    beside::properties(&mut archive, &mut flow)?;
    let text = child(content.root_element(), "body").and_then(|body| child(body, "text"));
    Body::new(&styles, text.ok_or(Fault::Damaged("content.xml"))?).read(&mut flow);
    beside::objects(content.root_element(), &mut archive, &mut flow)?;
    if let Some(shared) = &shared {
        beside::margins(shared.root_element(), &mut flow);
    }
    sweep::tell(&mut archive, &["content.xml", "styles.xml", "meta.xml"], &mut flow)?;
    let is_picture = archive.has_below("Pictures/");
    flow.finish(Format::Odt).map_err(|fault| fault.of_pictures(is_picture))
}
