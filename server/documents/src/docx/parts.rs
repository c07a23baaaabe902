//! The parts of the archive, found as Word finds them: by the relations that the parts declare.

use flow::Fault;
use flow::archive::Archive;
use flow::xml::{attribute, children, parse};

/// What a part is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Styles of paragraphs and of words.
    Styles,
    /// Lists.
    Numbering,
    /// Notes at the foot of a page.
    Footnotes,
    /// Notes at the end.
    Endnotes,
    /// Comments in the margin.
    Comments,
    /// Printed above each page.
    Header,
    /// Printed below each page.
    Footer,
    /// The address of a link, or the name of an attached file.
    Link,
    /// Another document inside this one.
    Inside,
    /// What a diagram or a chart says.
    Drawn,
    /// Macros.
    Macros,
}

/// The parts of a document.
#[derive(Debug)]
pub(super) struct Parts {
    /// The name of the part with the body.
    pub(super) main: String,
    /// The others, in the order of their relations.
    others: Vec<(Role, String)>,
}

impl Parts {
    /// Reads the relations of `archive`.
    pub(super) fn read(archive: &mut Archive<'_>) -> Result<Self, Fault> {
        let mut main = "word/document.xml".to_owned();
        if let Some(text) = archive.part("_rels/.rels")? {
            let relations = parse(&text, "_rels/.rels")?;
            for relation in children(relations.root_element(), "Relationship") {
                let kind = attribute(relation, "Type").unwrap_or_default();
                if let Some(target) =
                    attribute(relation, "Target").filter(|_| kind.ends_with("/officeDocument"))
                {
                    main = target.trim_start_matches('/').to_owned();
                }
            }
        }
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = archive.part(&format!("{folder}/_rels/{file}.rels"))?;
        let others = relations.map_or(Ok(Vec::new()), |text| others(&text, folder))?;
        Ok(Self { main, others })
    }

    /// The parts whose words are told of where they are read.
    pub(super) fn told(&self) -> Vec<String> {
        let properties = ["core", "app", "custom"].map(|part| format!("docProps/{part}.xml"));
        let others =
            self.others.iter().filter(|(role, _)| !matches!(role, Role::Link | Role::Inside | Role::Macros));
        let names = others.map(|(_, name)| name.clone()).chain(properties);
        std::iter::once(self.main.clone()).chain(names).collect()
    }

    /// The parts, or addresses, with this `role`.
    pub(super) fn of(&self, role: Role) -> impl Iterator<Item = &str> {
        self.others.iter().filter(move |(found, _)| *found == role).map(|(_, name)| name.as_str())
    }
}

fn others(text: &str, folder: &str) -> Result<Vec<(Role, String)>, Fault> {
    let relations = parse(text, "word/_rels/document.xml.rels")?;
    let mut others = Vec::new();
    for relation in children(relations.root_element(), "Relationship") {
        let kind = attribute(relation, "Type").unwrap_or_default();
        let Some(role) = role(kind.rsplit('/').next().unwrap_or_default()) else { continue };
        let target = attribute(relation, "Target").unwrap_or_default();
        let is_inside = role == Role::Inside && attribute(relation, "TargetMode") != Some("External");
        let role = if role == Role::Inside && !is_inside { Role::Link } else { role };
        let name = match target.strip_prefix('/') {
            _ if role == Role::Link => target.to_owned(),
            _ if is_inside => target.rsplit('/').next().unwrap_or_default().to_owned(),
            Some(absolute) => absolute.to_owned(),
            None => format!("{folder}/{target}"),
        };
        others.push((role, name));
    }
    Ok(others)
}

fn role(kind: &str) -> Option<Role> {
    Some(match kind {
        "styles" => Role::Styles,
        "numbering" => Role::Numbering,
        "footnotes" => Role::Footnotes,
        "endnotes" => Role::Endnotes,
        "comments" => Role::Comments,
        "header" => Role::Header,
        "footer" => Role::Footer,
        "hyperlink" | "attachedTemplate" => Role::Link,
        "oleObject" | "package" | "aFChunk" => Role::Inside,
        "diagramData" | "chart" => Role::Drawn,
        "vbaProject" => Role::Macros,
        _ => return None,
    })
}
