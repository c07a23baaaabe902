//! Nobody's file can bring the program down: each costs its own message, and the others are reported.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::program::scratch;
use crate::{run, sample, write};

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A PDF of one page that draws `contents`, with a form "F" that draws `form`.
fn pdf(contents: &[u8], filter: &str, form: &str) -> Vec<u8> {
    let resources = "/Resources<</XObject<</F 5 0 R>>>>";
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{resources}/Contents 4 0 R>>").into_bytes(),
        [format!("<</Length {}{filter}>>stream\n", contents.len()).as_bytes(), contents, b"\nendstream"]
            .concat(),
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]{resources}/Length {}>>stream\n{form}\nendstream",
            form.len()
        )
        .into_bytes(),
    ];
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = String::new();
    for (n, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{} 0 obj", n + 1).bytes());
        bytes.extend(object);
        bytes.extend(b" endobj\n");
    }
    let start = bytes.len();
    let size = objects.len() + 1;
    bytes.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{places}").bytes());
    bytes.extend(format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).expect("memory can be written");
    packed.finish().expect("memory can be written")
}

/// The report on a text and a page that lie beside the document `hostile`, and what is said on standard error.
fn beside(folder: &Path, hostile: &str) -> (String, String) {
    write(&folder.join("april.txt"), sample());
    write(
        &folder.join("side.html"),
        "<!doctype html><h1>1. Budget</h1><p>Indstilling</p><ul><li>At planen godkendes</ul>",
    );
    let select = ["check", "--format", "json", "--select", "at-points/lead-word"];
    let output = run(folder, &[&select[..], &["april.txt", hostile, "side.html"]].concat());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let names = fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.file_name());
    assert!(names.into_iter().all(|name| !name.to_string_lossy().starts_with(".referent-")));
    (String::from_utf8_lossy(&output.stdout).into_owned(), said(&output))
}

#[test]
fn a_form_that_draws_itself_costs_its_own_file_alone() {
    let folder = scratch("loop");
    write(&folder.join("loop.pdf"), pdf(b"/F Do", "", "/F Do"));
    let (report, told) = beside(&folder, "loop.pdf");
    assert!(report.contains("april.txt") && report.contains("side.html"), "{report}");
    assert!(told.contains("loop.pdf was not read: it is built so that reading gives up"), "{told}");
    for command in ["import", "outline"] {
        let output = run(&folder, &[command, "loop.pdf"]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{command}");
    }
}

#[test]
fn bombs_cost_their_own_file_alone() {
    let folder = scratch("bombs");
    write(&folder.join("referent.toml"), "[documents]\nmemory = 160\n");
    let many = packed(&b"q ".repeat(5_000_000));
    // The name of the filter as a person would not write it, and one that is packed twice.
    let blank = packed(&vec![b' '; 300 << 20]);
    for (name, bomb) in [
        ("stak.pdf", pdf(&many, "/Filter/FlateDecode", "")),
        ("navn.pdf", pdf(&blank, "/Filter/F#6cateDecode", "")),
        ("billede.pdf", pdf(&blank, "/Filter/FlateDecode/X/Image", "")),
    ] {
        write(&folder.join(name), bomb);
        let (report, told) = beside(&folder, name);
        assert!(report.contains("april.txt") && report.contains("side.html"), "{report}");
        assert!(told.contains(name), "{told}");
    }
}

/// Each of these once hung the program, filled the memory, or stopped the check of everything.
#[cfg(unix)]
#[test]
fn hostile_settings_are_told_with_their_key() {
    let folder = scratch("settings");
    write(&folder.join("april.txt"), sample());
    let made = std::process::Command::new("mkfifo").arg(folder.join("roer.toml")).status();
    assert!(made.is_ok_and(|status| status.success()));
    write(&folder.join("lang.toml"), "#".repeat((1 << 20) + 1));
    (0..40)
        .for_each(|n| write(&folder.join(format!("k{n}.toml")), format!("extends = \"k{}.toml\"\n", n + 1)));
    let override_entry = "[[overrides]]\nfiles = [\"a/**\"]\nstyle = \"odense\"\n";
    let entry = "[[suppress]]\nrule = \"dates\"\nreason = \"x\"\n";
    for (settings, place) in [
        ("extends = \"/dev/zero\"\n".to_owned(), ":1:11: /dev/zero is no regular file"),
        ("extends = \"roer.toml\"\n".to_owned(), ":1:11: roer.toml is no regular file"),
        ("extends = \"/proc/kmsg\"\n".to_owned(), ":1:11: /proc/kmsg is no regular file"),
        ("style = \"roer.toml\"\n".to_owned(), ":1:9: roer.toml is no regular file"),
        ("style = \"lang.toml\"\n".to_owned(), ":1:9: lang.toml is larger than 1 MiB"),
        ("extends = '\\\\host\\share\\x.toml'\n".to_owned(), "lies on another machine"),
        ("style = \"//host/share/x.toml\"\n".to_owned(), "lies on another machine"),
        ("extends = \"k0.toml\"\n".to_owned(), "more than 16 files build on each other"),
        (entry.repeat(5001), ":1:3: here are 5001 of suppress"),
        (own_rules(505), ":1:3: here are 505 of custom"),
        (override_entry.repeat(600), ":1:3: here are 600 of overrides"),
        (entry.repeat(8000), ":1:3: here are 8000 of suppress"),
        (format!("[lint]\nignore = [{}]\n", "\"dates\", ".repeat(5001)), "here are 5001 of lint"),
        (
            format!("[vocabulary]\ntitles = [{}]\n", "{ title = \"T\", kind = \"case\" }, ".repeat(2001)),
            ":2:1: here are 2001 of vocabulary.titles",
        ),
        ("[documents]\nmemory = 999999999\n".to_owned(), ":2:10: write a number from"),
    ] {
        write(&folder.join("referent.toml"), &settings);
        let output = run(&folder, &["check", "april.txt"]);
        assert_eq!(output.status.code(), Some(2), "{settings:.40}");
        assert!(said(&output).contains(place), "{settings:.40}: {}", said(&output));
        assert_eq!(said(&output).matches("here are").count(), usize::from(place.contains("here are")));
    }
    // As many as there may be are read, and what is wrong with them is told.
    write(&folder.join("referent.toml"), format!("{}[lint]\nselct = []\n", entry.repeat(5000)));
    assert!(said(&run(&folder, &["check", "april.txt"])).contains(":15002:1: there is no key \"selct\""));
}

/// Rules of their own, `n` of them.
fn own_rules(n: usize) -> String {
    (0..n).map(|n| format!("[[custom]]\nname = \"r{n}\"\nwords = [\"ord{n}\"]\nmessage = \"x\"\n")).collect()
}

/// To open a pipe would wait for whoever writes to it.
#[cfg(unix)]
#[test]
fn a_pipe_that_says_what_is_left_out_stops_its_folder_and_nothing_else() {
    let pipe = |path: &Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.is_ok_and(|status| status.success()));
    };
    for (name, under) in [
        (".gitignore", false),
        (".ignore", false),
        (".gitignore", true),
        (".ignore", true),
        (".git/info/exclude", true),
    ] {
        let folder = scratch("odd-ignore");
        let below = folder.join("under");
        fs::create_dir_all(below.join(".git/info")).expect("a writable folder");
        fs::create_dir_all(folder.join("andre")).expect("a writable folder");
        for folder in [&below, &folder.join("andre")] {
            write(&folder.join("april.txt"), sample());
        }
        pipe(&if under { below.join(name) } else { folder.join(name) });
        let output = run(&folder, &["check", "."]);
        let told = said(&output);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(&format!("{name} is no regular file, so its folder was not looked")), "{told}");
        assert_eq!(told.contains("1 file checked"), under, "{told}");
        // A file that is named is checked, and so is a folder below the one.
        assert!(said(&run(&folder, &["check", "andre/april.txt"])).contains("1 file checked"));
        assert!(said(&run(&folder, &["check", "andre"])).contains("1 file checked"));
        for command in [&["register", "under"][..], &["baseline", "write", "under"]] {
            let told = said(&run(&folder, command));
            assert_eq!(told.contains("is no regular file, so its folder"), under, "{told}");
        }
    }
    // What is left out says nothing, and what a link to nothing says is nothing.
    let folder = scratch("no-odd-ignore");
    write(&folder.join("april.txt"), sample());
    write(&folder.join(".ignore"), "under/\n");
    fs::create_dir(folder.join("under")).expect("a writable folder");
    pipe(&folder.join("under/.gitignore"));
    std::os::unix::fs::symlink("/dev/null", folder.join(".gitignore")).expect("a link");
    assert_eq!(run(&folder, &["check", "--fail-on", "never", "."]).status.code(), Some(0));
}

/// A pipe waits for whoever reads from it.
#[cfg(unix)]
#[test]
fn a_report_goes_to_no_pipe_but_one_that_the_shell_handed_over() {
    let folder = scratch("report-pipe");
    write(&folder.join("april.txt"), sample());
    for name in ["rapport", "referent-baseline.json"] {
        let made = std::process::Command::new("mkfifo").arg(folder.join(name)).status();
        assert!(made.is_ok_and(|status| status.success()));
    }
    for args in [&["check", "--output", "rapport", "april.txt"][..], &["baseline", "write", "april.txt"]] {
        let output = run(&folder, args);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("it is no regular file"), "{}", said(&output));
    }
    let check = ["check", "--fail-on", "never", "april.txt", "--format", "concise", "--output"];
    let output = run(&folder, &[&check[..], &["/dev/stdout"]].concat());
    assert!(String::from_utf8_lossy(&output.stdout).contains("april.txt:"), "{}", said(&output));
    assert_eq!(run(&folder, &[&check[..], &["/dev/null"]].concat()).status.code(), Some(0));
}

#[test]
fn broken_settings_of_one_folder_stop_no_other() {
    let folder = scratch("two-folders");
    for name in ["a", "b"] {
        fs::create_dir(folder.join(name)).expect("a writable folder");
        write(&folder.join(name).join("april.txt"), sample());
    }
    write(&folder.join("a/referent.toml"), "extends = \"/dev/zero\"\n");
    write(&folder.join("b/april.txt.referent-ignore.toml"), "#".repeat((1 << 20) + 1));
    fs::create_dir(folder.join("c")).expect("a writable folder");
    write(&folder.join("c/april.txt"), sample());
    let output =
        run(&folder, &["check", "--select", "at-points/lead-word", "--format", "concise", "a", "b", "c"]);
    assert_eq!(output.status.code(), Some(2));
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(report.contains("c/april.txt:") && !report.contains("a/april.txt:"), "{report}");
    assert!(said(&output).contains("b/april.txt.referent-ignore.toml"), "{}", said(&output));
}

#[test]
fn broken_settings_are_told_with_a_baseline_too() {
    let folder = scratch("known-and-broken");
    write(&folder.join("april.txt"), sample());
    let known = ["baseline", "write", "--baseline", "known.json", "."];
    assert_eq!(run(&folder, &known).status.code(), Some(0));
    write(&folder.join("referent.toml"), "stage = [\n");
    for paths in [&["."][..], &["april.txt"], &[]] {
        let output = run(&folder, &[&["check", "--baseline", "known.json"][..], paths].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("referent.toml:1:"), "{}", said(&output));
        assert!(!said(&output).contains("known.json is a document"), "{}", said(&output));
    }
}
