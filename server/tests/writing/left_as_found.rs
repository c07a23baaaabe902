//! Files are left as they were found: what belongs to them is kept, and what nobody named is not touched.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::program::{program, scratch};
use crate::{fix, fixed, names, run, sample, write};

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Attributes of the file at `path`, an access list among them, by name.
#[cfg(target_os = "linux")]
fn attributes(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut buffer = vec![0; 1 << 16];
    let len = rustix::fs::listxattr(path, &mut buffer[..]).unwrap_or(0);
    let names = buffer[..len].split(|byte| *byte == 0).filter(|name| !name.is_empty());
    let mut all: Vec<_> = names
        .map(|name| {
            let name = String::from_utf8_lossy(name).into_owned();
            let mut value = vec![0; 1 << 12];
            let len = rustix::fs::getxattr(path, name.as_str(), &mut value[..]).expect("it is listed");
            (name, value[..len].to_vec())
        })
        .collect();
    all.sort();
    all
}

/// Owner and group are another's where the test may do so, which only root may.
#[cfg(target_os = "linux")]
#[test]
fn owner_mode_access_list_and_attributes_are_kept() {
    use rustix::fs::{XattrFlags, setxattr};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let folder = scratch("metadata");
    let path = folder.join("april.txt");
    write(&path, sample());
    let _ = chown(&path, Some(1500), Some(1600));
    let entries =
        [(1_u16, 6_u16, u32::MAX), (2, 6, 1501), (4, 4, u32::MAX), (0x10, 6, u32::MAX), (0x20, 0, u32::MAX)];
    let mut list = 2_u32.to_le_bytes().to_vec();
    for (tag, permissions, id) in entries {
        list.extend([tag.to_le_bytes(), permissions.to_le_bytes()].concat());
        list.extend(id.to_le_bytes());
    }
    // A disk that knows neither has nothing to lose.
    let _ = setxattr(&path, "system.posix_acl_access", &list, XattrFlags::empty());
    let _ = setxattr(&path, "user.sagsnummer", b"22/1234", XattrFlags::empty());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).expect("our file");
    let look = || {
        let about = fs::metadata(&path).expect("the file");
        (about.uid(), about.gid(), about.mode(), attributes(&path))
    };
    let before = look();
    assert_eq!(fix(&folder, "april.txt").status.code(), Some(0));
    assert_eq!(look(), before);
    assert_eq!(fs::read_to_string(&path).expect("the file"), fixed());
}

#[cfg(unix)]
#[test]
fn a_file_with_two_names_is_left_alone_and_told() {
    let folder = scratch("two-names");
    write(&folder.join("april.txt"), sample());
    fs::hard_link(folder.join("april.txt"), folder.join("hard.txt")).expect("a disk with links");
    let output = fix(&folder, "april.txt");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("april.txt was not written: it has several names"), "{}", said(&output));
    for name in ["april.txt", "hard.txt"] {
        assert_eq!(fs::read_to_string(folder.join(name)).expect("the file"), sample());
    }
    assert_eq!(names(&folder), ["april.txt", "hard.txt"]);
}

#[test]
fn files_of_the_user_are_no_rests_of_ours() {
    let folder = scratch("hidden");
    let mut all =
        [".referent-backup", ".referent-ignore", ".referent-Marts1", ".referent-kladde.tmp"].to_vec();
    for name in all.iter().copied().chain([".referent-aB3xY9kLm0Zq.tmp"]) {
        write(&folder.join(name), "the user's own");
        let file = fs::File::options().write(true).open(folder.join(name)).expect("our file");
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("our file");
    }
    write(&folder.join("april.txt"), sample());
    fix(&folder, "april.txt");
    all.push("april.txt");
    all.sort_unstable();
    assert_eq!(names(&folder), all);
}

#[test]
fn no_report_takes_the_place_of_a_document() {
    let folder = scratch("output");
    let texts = ["april.txt", "maj.txt"];
    texts.iter().for_each(|name| write(&folder.join(name), sample()));
    write(&folder.join("bilag.docx"), "PK\u{3}\u{4} a document");
    write(&folder.join("tom.txt"), [0]);
    for args in [
        &["check", "--output", "april.txt", "april.txt", "maj.txt"][..],
        &["check", "--output", "april.txt", "april.txt"],
        &["check", "--output", "april.txt"],
        &["check", "--output", "./../output/april.txt", "."],
        &["check", "--output", "bilag.docx", "maj.txt"],
        &["check", "--baseline", "april.txt", "april.txt"],
        &["baseline", "write", "--baseline", "april.txt", "april.txt"],
        &["baseline", "write", "--baseline", "maj.txt", "."],
        &["baseline", "write", "--baseline", "bilag.docx", "april.txt"],
    ] {
        let output = run(&folder, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(said(&output).contains("is a document"), "{args:?}: {}", said(&output));
        for name in texts {
            assert_eq!(fs::read_to_string(folder.join(name)).expect("the file"), sample(), "{args:?}");
        }
        assert!(fs::read(folder.join("bilag.docx")).expect("the file").starts_with(b"PK"), "{args:?}");
    }
}

#[test]
fn nothing_is_written_on_nothing() {
    let folder = scratch("nothing");
    write(&folder.join("rapport.json"), "the report of yesterday");
    write(&folder.join("kendt.json"), "the baseline of yesterday");
    write(&folder.join("tom.referat"), [0, 1]);
    fs::create_dir(folder.join("mappe")).expect("a writable folder");
    for args in [
        &["check", "--format", "json", "--output", "rapport.json", "findes-ikke.txt"][..],
        &["check", "--format", "json", "--output", "rapport.json", "tom.referat"],
        &["baseline", "write", "--baseline", "kendt.json", "mappe"],
        &["baseline", "write", "--baseline", "kendt.json", "findes-ikke.txt"],
        &["baseline", "write", "mappe"],
    ] {
        assert_eq!(run(&folder, args).status.code(), Some(2), "{args:?}");
        assert_eq!(fs::read_to_string(folder.join("rapport.json")).expect("it"), "the report of yesterday");
        assert_eq!(fs::read_to_string(folder.join("kendt.json")).expect("it"), "the baseline of yesterday");
        assert_eq!(names(&folder), ["kendt.json", "mappe", "rapport.json", "tom.referat"], "{args:?}");
    }
}

#[test]
fn broken_utf_8_is_told_by_its_line_and_never_fixed() {
    let folder = scratch("broken");
    let broken: [&[u8]; 3] = [b"\xe5", b"\xed\xa0\x80", b"\xc0\xaf"];
    for bytes in broken {
        let text = [sample().as_bytes(), "Børnene på Ærø.\n".as_bytes(), bytes, b"\n"].concat();
        let line = 1 + text.iter().filter(|byte| **byte == b'\n').count() - 1;
        write(&folder.join("april.txt"), &text);
        let output = fix(&folder, "april.txt");
        assert_eq!(output.status.code(), Some(2));
        let told = said(&output);
        assert!(told.contains(&format!("april.txt has broken UTF-8 at line {line};")), "{told}");
        assert_eq!(fs::read(folder.join("april.txt")).expect("the file"), text);
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_no_documents() {
    use std::os::unix::fs::FileTypeExt;
    let folder = scratch("pipe");
    let made = std::process::Command::new("mkfifo").arg(folder.join("april.txt")).status();
    assert!(made.is_ok_and(|status| status.success()));
    for path in ["april.txt", "/dev/zero", "/dev/urandom", "/dev/null"] {
        let output = fix(&folder, path);
        assert_eq!(output.status.code(), Some(2), "{path}");
        assert!(said(&output).contains("is no regular file"), "{path}: {}", said(&output));
    }
    assert!(fs::metadata(folder.join("april.txt")).expect("the pipe").file_type().is_fifo());
}

/// In a folder nobody may believe that it was read.
#[cfg(unix)]
#[test]
fn a_pipe_among_the_files_of_a_folder_is_told() {
    let folder = scratch("pipe-in-folder");
    write(&folder.join("maj.txt"), "1. Sag\n\nGodkendt.\n");
    let made = std::process::Command::new("mkfifo").arg(folder.join("april.txt")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let output = program(&folder).args(["check", "."]).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("april.txt is no regular file") && told.contains("1 file checked"), "{told}");
}

/// `ulimit -f` counts in blocks.
#[cfg(unix)]
#[test]
fn a_limit_on_the_size_of_files_is_an_error_and_leaves_nothing() {
    let folder = scratch("limited");
    let text = format!("1. Sag\n\n{}", "Der var kaffe og kage .\n".repeat(4000));
    write(&folder.join("stor.txt"), &text);
    let line = format!("ulimit -f 8; exec {} check --fix stor.txt", env!("CARGO_BIN_EXE_referent"));
    let output =
        std::process::Command::new("sh").args(["-c", &line]).current_dir(&folder).output().expect("a shell");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("cannot write stor.txt"), "{told}");
    assert_eq!(fs::read_to_string(folder.join("stor.txt")).expect("the file"), text);
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 1);
}

/// What a shell hands over for `<(…)` is a pipe that ends.
#[cfg(target_os = "linux")]
#[test]
fn a_pipe_that_the_shell_hands_over_is_read() {
    let folder = scratch("handed");
    write(&folder.join("april.txt"), sample());
    let output = program(&folder)
        .args(["check", "--select", "at-points/lead-word", "/dev/stdin"])
        .stdin(fs::File::open(folder.join("april.txt")).expect("the file"))
        .output()
        .expect("the program was built");
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("1 file checked"), "{}", said(&output));
}

#[test]
fn locks_of_word_are_not_counted() {
    let folder = scratch("locks");
    write(&folder.join("april.txt"), sample());
    write(&folder.join("~$april.docx"), [5; 162]);
    let args = ["check", "--select", "at-points/lead-word", "--include", "*.docx", "--include", "*.txt", "."];
    assert!(said(&run(&folder, &args)).contains("1 file checked"));
    let args = ["check", "--select", "at-points/lead-word", "april.txt", "~$april.docx"];
    let output = run(&folder, &args);
    assert!(said(&output).contains("1 file checked") && output.status.code() == Some(0), "{}", said(&output));
    let alone = run(&folder, &["check", "~$april.docx"]);
    assert!(
        said(&alone).contains("while the document is open") && alone.status.code() == Some(2),
        "{}",
        said(&alone)
    );
}

/// Lists come from the same programs as documents.
#[test]
fn the_mark_before_a_list_is_no_part_of_its_first_line() {
    let folder = scratch("marks");
    let titles = "Godkendelse af dagsorden\r\nBørnehave på havnen\r\nEventuelt\r\n";
    write(&folder.join("plain.list"), titles);
    write(&folder.join("marked.list"), format!("\u{feff}{titles}"));
    let windows: Vec<u8> = titles.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
    write(&folder.join("windows.list"), windows);
    let new = |list: &str| run(&folder, &["new", "--style", "fredericia", "--items", list]).stdout;
    assert!(!new("plain.list").is_empty());
    assert_eq!(new("marked.list"), new("plain.list"));
    assert_eq!(new("windows.list"), new("plain.list"));
    write(&folder.join("filer.list"), "\u{feff}april.txt\n");
    write(&folder.join("april.txt"), sample());
    let output = run(&folder, &["check", "--select", "at-points/lead-word", "--files-from", "filer.list"]);
    assert!(said(&output).contains("1 file checked"), "{}", said(&output));
}

#[cfg(target_os = "linux")]
#[test]
fn a_copy_whose_account_does_not_arrive_is_not_there() {
    use std::fs::OpenOptions;
    let folder = scratch("publish-full");
    write(
        &folder.join("april.txt"),
        "Byrådet\nReferat\n4. april 2022\n\n1. Køb (Lukket)\n\nEjeren er syg.\n\n2. Budget\n\nGodkendt.\n",
    );
    let full = || OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    for (is_error, extra) in [(false, &["--format", "json"][..]), (true, &[][..])] {
        let mut command = program(&folder);
        command.args(["publish", "april.txt", "-o", "kopi.txt"]).args(extra);
        let output = if is_error { command.stderr(full()) } else { command.stdout(full()) }.output();
        assert_eq!(output.expect("it runs").status.code(), Some(2), "{is_error}");
        assert_eq!(names(&folder), ["april.txt"], "{is_error}");
    }
}

#[test]
fn two_copies_of_one_name_are_refused_before_one_is_written() {
    let folder = scratch("annotate-names");
    for one in ["et", "to"] {
        fs::create_dir_all(folder.join(one)).expect("our folder");
        write(&folder.join(one).join("april.docx"), "");
    }
    let output = run(&folder, &["check", "--annotate", "kopier/", "et/april.docx", "to/april.docx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("et/april.docx") && said(&output).contains("to/april.docx"),
        "{}",
        said(&output)
    );
    assert!(!folder.join("kopier/april.docx").exists());
}
