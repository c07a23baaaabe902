//! Word: `.docx`, `.docm` (macros are never looked at) and templates.
//!
//! A document is an archive of parts that name each other. What decides the text lies in three of them: the body, the
//! styles, and the numbering, where the "1." before a paragraph is counted from and written nowhere.

mod annotate;
mod beside;
mod body;
mod changes;
mod drawn;
mod line;
mod numbering;
mod pages;
mod parts;
mod publish;
mod styles;
mod symbols;
mod unseen;

use flow::archive::Archive;
use flow::{Extracted, Flow, Unread};
use flow::{Fault, Format, sweep, xml};

pub use annotate::Remark;
pub(crate) use annotate::annotated;
pub use publish::{Held, Hindrance, Private, Taken};
pub(crate) use publish::{look, published};

use body::Body;
use numbering::Numbering;
use parts::{Parts, Role};
use styles::Styles;

/// Reads the document in `bytes`.
pub(crate) fn read(bytes: &[u8]) -> Result<Extracted, Fault> {
    let mut archive = Archive::open(bytes)?;
    let parts = Parts::read(&mut archive)?;
    let main = archive.needed(&parts.main).map_err(|fault| match fault {
        Fault::Damaged(_) => Fault::Damaged("word/document.xml"),
        other => other,
    })?;
    let styles = match parts.of(Role::Styles).next() {
        Some(name) => Styles::read(&archive.part(name)?.unwrap_or_default())?,
        None => Styles::default(),
    };
    let numbering = match parts.of(Role::Numbering).next() {
        Some(name) => Numbering::read(&archive.part(name)?.unwrap_or_default())?,
        None => Numbering::default(),
    };
    let notes = beside::Notes::read(&mut archive, &parts)?;
    let document = xml::parse(&main, "word/document.xml")?;
    let mut flow = Flow::default();
    beside::properties(&mut archive, &mut flow)?;
    Body::new(&styles, numbering, &notes, &main).read(document.root_element(), &mut flow)?;
    notes.tell_unnamed(&mut flow);
    beside::margins(&mut archive, &parts, &mut flow)?;
    beside::changes(&mut archive, &parts, &mut flow)?;
    beside::drawn(&mut archive, &parts, &mut flow)?;
    let told = parts.told();
    sweep::tell(&mut archive, &told.iter().map(String::as_str).collect::<Vec<_>>(), &mut flow)?;
    flow.unread.extend(parts.of(Role::Inside).map(|name| Unread::Part(name.to_owned())));
    flow.unread.extend(parts.of(Role::Macros).next().map(|_| Unread::Macros));
    let is_picture = archive.has_below("word/media/");
    flow.finish(Format::Docx).map_err(|fault| fault.of_pictures(is_picture))
}
