//! Files that somebody else's file names: settings, what they extend, house styles, dictionaries, what lies beside a
//! document. A stranger may have written them, and the name of them.
//!
//! They must be regular and short, they must be there within seconds, and in an editor, which opens whatever folder comes by
//! mail, they must lie in the open folders. No name leads over the network.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use workbench::config::Side;
use workbench::paths::folder_of;
use workbench::problem::Problem;

use super::decode::decode_text;
use super::{regular, true_path};

/// At most this long such a file may be; a thousand members with their parties are a tenth of it.
const MOST_BYTES: u64 = 1 << 20;

/// At most this long a dictionary may be: the Danish one has three.
pub(super) const MOST_DICTIONARY: u64 = 16 << 20;

/// A disk that sleeps takes a few seconds to wake.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where such files may lie.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rooms(Option<Arc<[PathBuf]>>);

impl Rooms {
    /// In these folders and nowhere else.
    pub fn only(folders: &[PathBuf]) -> Self {
        Self(Some(folders.iter().map(|folder| true_path(folder)).collect()))
    }

    /// In `folder` too.
    pub(crate) fn and(&self, folder: &Path) -> Self {
        let and = |known: &Arc<[PathBuf]>| known.iter().cloned().chain([true_path(folder)]).collect();
        Self(self.0.as_ref().map(and))
    }

    /// Does the file at `path`, which is without links, lie in one of them?
    pub fn have(&self, path: &Path) -> bool {
        self.0.as_ref().is_none_or(|folders| folders.iter().any(|folder| path.starts_with(folder)))
    }
}

/// Reads the file that `written` names from `folder`, and that is called `name` in a complaint; it must lie in one of `rooms`.
pub(crate) fn side(folder: &Path, written: &Path, name: &str, rooms: &Rooms) -> Result<Side, Problem> {
    read(folder, written, name, rooms, MOST_BYTES)
}

/// What the short file at `path` says, wherever it lies; nothing when it cannot be read.
pub fn short_text(path: &Path) -> Option<String> {
    let name = Path::new(path.file_name()?);
    side(folder_of(path), name, "", &Rooms::default()).ok().map(|side| side.text)
}

/// The same, of which there are at most `most` bytes.
pub(crate) fn read(
    folder: &Path,
    written: &Path,
    name: &str,
    rooms: &Rooms,
    most: u64,
) -> Result<Side, Problem> {
    if is_remote(written) {
        return Err(Problem::new(
            format!("{name} ligger på en anden maskine og bliver ikke læst; læg filen i mappen"),
            format!("{name} lies on another machine and is not read; put the file in the folder"),
        ));
    }
    let (sender, receiver) = channel();
    let (path, rooms, asked) = (folder.join(written), rooms.clone(), name.to_owned());
    // A disk that does not answer keeps this thread, and nobody else.
    let work = move || drop(sender.send(read_now(&path, &asked, &rooms, most)));
    let begun = thread::Builder::new().spawn(work);
    let answer = begun.ok().and_then(|_| receiver.recv_timeout(PATIENCE).ok());
    answer.unwrap_or_else(|| {
        Err(Problem::new(
            format!("{name} kan ikke læses: disken svarer ikke; læg filen i mappen"),
            format!("cannot read {name}: the disk does not answer; put the file in the folder"),
        ))
    })
}

fn read_now(path: &Path, name: &str, rooms: &Rooms, most: u64) -> Result<Side, Problem> {
    let path = true_path(path);
    if !rooms.have(&path) {
        return Err(Problem::new(
            format!("{name} ligger uden for de åbne mapper og bliver ikke læst; læg filen i mappen"),
            format!("{name} lies outside the open folders and is not read; put the file in the folder"),
        ));
    }
    let text = decode_text(regular::bytes(&path, name, most)?, name)?.text;
    Ok(Side { path, text })
}

/// Does the path, as it is written, name another machine, as Windows has it? To look for it would tell it who looks.
fn is_remote(written: &Path) -> bool {
    let written = written.to_string_lossy();
    let mut signs = written.chars();
    [signs.next(), signs.next()].iter().all(|sign| matches!(sign, Some('/' | '\\')))
}

#[cfg(test)]
mod tests {
    use super::{Rooms, is_remote, side};
    use std::fs;
    use std::path::Path;

    #[test]
    fn a_path_over_the_network_is_known_as_it_is_written() {
        for remote in ["\\\\host\\share\\x.toml", "//host/share/x.toml", "\\/host/x", "\\\\?\\UNC\\host\\x"] {
            assert!(is_remote(Path::new(remote)), "{remote}");
        }
        for here in ["x.toml", "../x.toml", "/srv/x.toml", "C:\\x.toml", "a//b.toml", ""] {
            assert!(!is_remote(Path::new(here)), "{here}");
        }
    }

    #[test]
    fn only_what_lies_in_the_rooms_is_read() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (inner, outer) = (folder.path().join("åben"), folder.path().join("lukket"));
        for folder in [&inner, &outer] {
            fs::create_dir(folder).expect("a writable folder");
            fs::write(folder.join("stil.toml"), "x").expect("a writable folder");
        }
        let rooms = Rooms::only(std::slice::from_ref(&inner));
        let read = |written: &str, rooms: &Rooms| {
            side(&inner, Path::new(written), written, rooms).map(|side| side.text)
        };
        assert_eq!(read("stil.toml", &rooms), Ok("x".to_owned()));
        assert!(read("../lukket/stil.toml", &rooms).is_err());
        assert!(read("../lukket/stil.toml", &rooms.and(&outer)).is_ok());
        assert!(read("../lukket/stil.toml", &Rooms::default()).is_ok());
        assert!(read(".", &Rooms::default()).is_err());
        fs::write(inner.join("lang.toml"), " ".repeat((1 << 20) + 1)).expect("a writable folder");
        assert!(read("lang.toml", &rooms).is_err());
    }
}
