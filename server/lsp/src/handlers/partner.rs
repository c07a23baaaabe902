//! Where the minutes of an agenda lie, and the agenda of minutes.

use std::path::{Path, PathBuf};

use snapshot::uri;
use tower_lsp::ls_types::Uri;

/// Where the minutes of the agenda at `uri` lie: "april.dagsorden" is followed by "april.referat".
pub(crate) fn minutes_of(uri: &Uri) -> Option<Uri> {
    let path = uri::path(uri)?;
    let minutes = path.with_file_name(minutes_name(&path)?);
    (minutes != path).then(|| Uri::from_file_path(minutes)).flatten()
}

fn minutes_name(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_str()?;
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("txt");
    let (stem, extension) = match (stem, extension) {
        (stem, "dagsorden") => (stem.to_owned(), "referat"),
        (stem, other) => (stem.to_owned(), other),
    };
    let named = stem.replace("dagsorden", "referat").replace("Dagsorden", "Referat");
    let name = if named == stem && extension != "referat" { format!("{stem}-referat") } else { named };
    Some(format!("{name}.{extension}"))
}

/// The agenda of the minutes at `uri`: the file beside them whose minutes would be called so.
pub(crate) fn agenda_of(uri: &Uri) -> Option<Uri> {
    let path = uri::path(uri)?;
    let name = path.file_name()?.to_str()?;
    let beside = std::fs::read_dir(path.parent()?).ok()?;
    let mut agendas: Vec<PathBuf> = beside.filter_map(|entry| Some(entry.ok()?.path())).collect();
    agendas.retain(|agenda| *agenda != path && minutes_name(agenda).is_some_and(|minutes| minutes == name));
    agendas.sort();
    agendas.into_iter().next().and_then(Uri::from_file_path)
}

#[cfg(test)]
mod tests {
    use super::minutes_of;

    #[test]
    fn minutes_lie_beside_their_agenda() {
        let of = |name: &str| {
            let uri = format!("file:///ws/{name}").parse().expect("an address");
            minutes_of(&uri).expect("a file").as_str().replace("file:///ws/", "")
        };
        assert_eq!(of("april.dagsorden"), "april.referat");
        assert_eq!(of("Dagsorden-april.md"), "Referat-april.md");
        assert_eq!(of("dagsorden.dagsorden"), "referat.referat");
        assert_eq!(of("april.txt"), "april-referat.txt");
        assert_eq!(minutes_of(&"file:///ws/april.referat".parse().expect("an address")), None);
        assert_eq!(minutes_of(&"untitled:Untitled-1".parse().expect("an address")), None);
    }
}
