//! The bytes of a regular file, and of no device, pipe or window into the system that would never end.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;

use workbench::problem::Problem;

use super::{true_path, unreadable};

/// The bytes of the file at `path`, of which there are at most `most`; `name` is what it is called in a complaint.
pub(super) fn bytes(path: &Path, name: &str, most: u64) -> Result<Vec<u8>, Problem> {
    // Opening a pipe waits for whoever writes to it, so that is asked first.
    let about = path.metadata().map_err(|error| unreadable(name, &error))?;
    check(path, &about, name)?;
    let file = File::open(path).map_err(|error| unreadable(name, &error))?;
    let about = file.metadata().map_err(|error| unreadable(name, &error))?;
    check(path, &about, name)?;
    if about.len() > most {
        return Err(too_long(name, most));
    }
    bounded(file, about.len(), name, most)
}

/// The first `len` bytes of the file at `path`; none when it is no regular file.
pub(crate) fn head(path: &Path, len: u64) -> Vec<u8> {
    let mut head = Vec::new();
    if path.metadata().is_ok_and(|about| about.is_file())
        && let Ok(file) = File::open(path)
    {
        // What cannot be read is known to be nothing.
        let _ = file.take(len).read_to_end(&mut head);
    }
    head
}

/// The bytes of `input`, which is said to have `len` of them, and of which there are at most `most`.
pub(super) fn bounded(mut input: impl Read, len: u64, name: &str, most: u64) -> Result<Vec<u8>, Problem> {
    // One more, so that the end is found without asking for more room.
    let mut bytes = Vec::with_capacity(len as usize + 1);
    // The last doubling would take room for twice what is allowed.
    let half = most / 2;
    for limit in [half, most + 1] {
        let left = limit.saturating_sub(bytes.len() as u64);
        if limit > half && bytes.len() as u64 >= half {
            bytes.reserve_exact(left as usize);
        }
        input.by_ref().take(left).read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
        if (bytes.len() as u64) < limit {
            break;
        }
    }
    if bytes.len() as u64 > most { Err(too_long(name, most)) } else { Ok(bytes) }
}

/// Would reading what lies at `path` wait, or never end? "/dev/null" is how a file is made to say nothing.
pub(super) fn is_odd(path: &Path) -> bool {
    let is_file = |about: &Metadata| about.is_dir() || about.is_file() && !is_window(path);
    path.metadata().is_ok_and(|about| !is_file(&about)) && true_path(path) != Path::new("/dev/null")
}

/// Can a report be written straight to `path`, which is no regular file: a terminal, "/dev/null", what the shell handed over? A
/// pipe would wait for whoever reads from it.
pub(super) fn takes_reports(path: &Path, about: &Metadata) -> bool {
    let handed_over = ["/dev/fd", "/dev/stdout", "/dev/stderr", "/proc/self/fd"];
    about.is_dir() || is_terminal_or_nothing(about) || handed_over.iter().any(|known| path.starts_with(known))
}

#[cfg(unix)]
fn is_terminal_or_nothing(about: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    about.file_type().is_char_device()
}

#[cfg(not(unix))]
fn is_terminal_or_nothing(_: &Metadata) -> bool {
    true
}

fn check(path: &Path, about: &Metadata, name: &str) -> Result<(), Problem> {
    if about.is_dir() {
        return Err(Problem::new(
            format!("{name} er en mappe; nævn en fil i den"),
            format!("{name} is a folder; name a file in it"),
        ));
    }
    if (about.is_file() && !is_window(path)) || is_handed_over(path) {
        return Ok(());
    }
    Err(Problem::new(
        format!(
            "{name} er ingen almindelig fil, men en enhed, et rør eller noget af systemets eget; gem teksten i en fil, \
             eller send den ind ad standard input og skriv -"
        ),
        format!(
            "{name} is no regular file but a device, a pipe or something of the system's own; save the text in a file, \
             or send it in on standard input and write -"
        ),
    ))
}

/// Does the path lead into the system, where files may never end although they call themselves regular?
fn is_window(path: &Path) -> bool {
    let path = true_path(path);
    ["/proc", "/sys", "/dev"].iter().any(|folder| path.starts_with(folder)) && !path.starts_with("/dev/shm")
}

/// Did whoever called the program open it, as shells do for `<(…)`?
fn is_handed_over(path: &Path) -> bool {
    path.starts_with("/dev/fd") || path == Path::new("/dev/stdin")
}

fn too_long(name: &str, most: u64) -> Problem {
    let (size, unit) = if most >= 1 << 30 { (most >> 30, "GiB") } else { (most >> 20, "MiB") };
    Problem::no_text(
        format!("{name} er større end {size} {unit} og bliver ikke læst; del filen"),
        format!("{name} is larger than {size} {unit} and is not read; split the file"),
    )
}

#[cfg(test)]
mod tests {
    use super::bounded;

    #[test]
    fn what_has_no_end_is_read_to_the_limit_and_takes_no_more_room() {
        let problem = bounded(std::io::repeat(b'a'), 0, "x", 3 << 20).expect_err("it never ends");
        assert!(problem.is_no_text() && problem.to_string().contains("3 MiB"), "{problem}");
        for len in [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 2 << 20] {
            let bytes = bounded(&vec![b'a'; len][..], 0, "x", 2 << 20).expect("short enough");
            assert!(bytes.len() == len && bytes.capacity() <= (2 << 20) + 1);
        }
    }
}
