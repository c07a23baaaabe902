//! What the program writes: fixed files, whole and in their own manner, baselines, and nothing else.

mod cut_short;
mod hostile;
mod left_as_found;
#[path = "../program/mod.rs"]
mod program;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Output, Stdio};

use program::{program, scratch, tests};

const FIX: &[&str] = &["check", "--select", "at-points/lead-word", "--fix", "--format", "concise"];

fn run(folder: &Path, args: &[&str]) -> Output {
    program(folder).args(args).output().expect("the program was built")
}

fn fix(folder: &Path, file: &str) -> Output {
    run(folder, &[FIX, &[file]].concat())
}

fn sample() -> String {
    fs::read_to_string(tests().join("cli/input/lead-word.txt")).expect("a sample")
}

/// As [`sample`] is when it is fixed.
fn fixed() -> String {
    sample().replace("2. At", "2. at").replace("3. At", "3. at")
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(path, bytes).expect("a writable folder");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_fixed_in_its_place_and_nothing_lies_beside_it() {
    let folder = scratch("fix");
    let path = folder.join("april.txt");
    write(&path, sample());
    let output = fix(&folder, "april.txt");
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said, "2 fixed in 1 file\n      2  at-points/lead-word\n1 file checked: 1 warning\n");
    assert_eq!(fs::read_to_string(&path).expect("the file"), fixed());
    assert_eq!(names(&folder), ["april.txt"]);
}

#[test]
fn marks_line_ends_and_a_missing_last_line_end_are_kept() {
    let folder = scratch("kept");
    let forms: [fn(String) -> String; 4] = [
        |text| format!("\u{feff}{text}"),
        |text| text.replace('\n', "\r\n"),
        |text| text.trim_end().to_owned(),
        |text| text.replacen('\n', "\r\n", 3),
    ];
    for form in forms {
        write(&folder.join("april.txt"), form(sample()));
        fix(&folder, "april.txt");
        assert_eq!(fs::read_to_string(folder.join("april.txt")).expect("the file"), form(fixed()));
    }
}

#[test]
fn a_file_that_is_not_utf_8_stays_so() {
    let folder = scratch("windows");
    fs::copy(tests().join("cli/input/windows-1252.txt"), folder.join("april.txt")).expect("a sample");
    let before = fs::read(folder.join("april.txt")).expect("the file");
    assert_eq!(fix(&folder, "april.txt").status.code(), Some(0));
    let after = fs::read(folder.join("april.txt")).expect("the file");
    let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
    assert_eq!((before.len(), changed), (after.len(), 2));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = scratch("links");
    fs::create_dir(folder.join("arkiv")).expect("a writable folder");
    let file = folder.join("arkiv/april.txt");
    write(&file, sample());
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("our file");
    symlink("arkiv/april.txt", folder.join("seneste.txt")).expect("a link");
    fix(&folder, "seneste.txt");
    assert!(folder.join("seneste.txt").is_symlink());
    assert_eq!(fs::read_to_string(&file).expect("the file"), fixed());
    assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_report_takes_no_place_of_a_link_or_of_what_is_read() {
    let folder = scratch("reports");
    std::os::unix::fs::symlink("borte.txt", folder.join("link.txt")).expect("a link");
    write(&folder.join("april.txt"), sample());
    let output = run(&folder, &["check", "april.txt", "-o", "link.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(folder.join("link.txt").is_symlink());
    let input = fs::File::open(folder.join("april.txt")).expect("the file");
    let args = ["check", "-", "--force", "-o", "april.txt"];
    let output = program(&folder).args(args).stdin(input).output().expect("the program was built");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join("april.txt")).expect("the file"), sample());
}

#[test]
fn a_read_only_file_is_named_and_the_others_are_fixed() {
    let folder = scratch("read-only");
    for name in ["april.txt", "maj.txt"] {
        write(&folder.join(name), sample());
    }
    let mut permissions = fs::metadata(folder.join("april.txt")).expect("the file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.join("april.txt"), permissions).expect("our file");
    let output = fix(&folder, ".");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("referent: april.txt is read-only and was not fixed\n"), "{said}");
    let text = |name: &str| fs::read_to_string(folder.join(name)).expect("the file");
    assert_eq!((text("april.txt"), text("maj.txt")), (sample(), fixed()));
}

#[test]
fn fixes_that_go_in_a_circle_leave_the_file() {
    let folder = scratch("circle");
    let settings = "[[custom]]\nname = \"frem\"\nwords = [\"havnebus\"]\nmessage = \"x\"\nreplacement = \"færge\"\nfix = \"safe\"\n\
                    [[custom]]\nname = \"tilbage\"\nwords = [\"færge\"]\nmessage = \"x\"\nreplacement = \"havnebus\"\nfix = \"safe\"\n";
    write(&folder.join("referent.toml"), settings);
    let text = "Byrådet\n\n1. Plan\n\nBeslutning\n\nEn havnebus blev drøftet.\n";
    write(&folder.join("april.txt"), text);
    let output =
        run(&folder, &["check", "--select", "custom", "--fix", "-q", "--format", "concise", "april.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("referent: april.txt was not fixed: the fixes of custom/"), "{said}");
    assert_eq!(fs::read_to_string(folder.join("april.txt")).expect("the file"), text);
    let input = fs::File::open(folder.join("april.txt")).expect("the file");
    let mut piped = program(&folder);
    let piped = piped.args(["check", "--select", "custom", "--fix", "-q", "-"]).stdin(input).output();
    let piped = piped.expect("the program was built");
    assert_eq!((piped.status.code(), String::from_utf8_lossy(&piped.stdout).as_ref()), (Some(2), text));
}

#[test]
fn a_suppressed_finding_is_not_fixed() {
    let folder = scratch("suppressed");
    let text = fs::read_to_string(tests().join("cli/input/suppress/april.md")).expect("a sample");
    write(&folder.join("april.md"), &text);
    run(&folder, &["check", "--select", "at-points/lead-word,suppressions", "--fix", "-q", "april.md"]);
    let after = fs::read_to_string(folder.join("april.md")).expect("the file");
    assert!(after.contains("- At åbningstiderne") && after.contains("- At ruten"), "{after}");
    assert!(after.contains("- at der afsættes") && !after.contains("glemt"), "{after}");
}

#[test]
fn a_baseline_leaves_only_what_is_new() {
    let folder = scratch("baseline");
    write(&folder.join("april.txt"), sample());
    write(&folder.join("maj.txt"), sample());
    let select = ["--select", "at-points/lead-word"];
    let written = run(&folder, &[&["baseline", "write"], &select[..]].concat());
    assert_eq!(String::from_utf8_lossy(&written.stderr), "referent-baseline.json: 6 known findings\n");
    let first = fs::read_to_string(folder.join("referent-baseline.json")).expect("the baseline");
    assert!(!first.contains("bibliotek") && first.contains("\"at-points/lead-word\""), "{first}");

    let check =
        [&["check", "--baseline", "referent-baseline.json", "--format", "concise", "-q"], &select[..]]
            .concat();
    assert!(run(&folder, &check).stdout.is_empty());
    let more = |text: String| text.replace("ved indgangen.\n", "ved indgangen,\n4. At skiltene males.\n");
    let text = more(sample()).replace("Kulturudvalget\n", "Kulturudvalget\n\nNy linje\n");
    write(&folder.join("april.txt"), text);
    let report = String::from_utf8(run(&folder, &check).stdout).expect("UTF-8");
    assert!(report.starts_with("april.txt:15:4: ") && report.lines().count() == 1, "{report}");

    write(&folder.join("april.txt"), fixed());
    fs::remove_file(folder.join("maj.txt")).expect("our file");
    let pruned = run(&folder, &[&["baseline", "prune"], &select[..]].concat());
    assert_eq!(
        String::from_utf8_lossy(&pruned.stderr),
        "taken out: 5\nreferent-baseline.json: 1 known finding\n"
    );
}

#[test]
fn a_cpr_number_is_no_part_of_a_baseline() {
    let folder = scratch("baseline-cpr");
    fs::copy(tests().join("cli/input/cpr.txt"), folder.join("april.txt")).expect("a sample");
    run(&folder, &["baseline", "write"]);
    let baseline = fs::read_to_string(folder.join("referent-baseline.json")).expect("the baseline");
    let text = fs::read_to_string(folder.join("april.txt")).expect("the file");
    let digits = |word: &&str| word.len() >= 4 && word.bytes().all(|b| b.is_ascii_digit());
    for number in text.split(|c: char| !c.is_ascii_digit()).filter(digits) {
        assert!(!baseline.contains(number), "{number} in {baseline}");
    }
}

#[test]
fn a_broken_baseline_is_told() {
    let folder = scratch("baseline-broken");
    write(&folder.join("april.txt"), sample());
    for broken in ["", "[]", "{\"version\": 2, \"files\": {}}"] {
        write(&folder.join("b.json"), broken);
        let output = run(&folder, &["check", "--baseline", "b.json"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("referent: b.json is no baseline: "));
    }
}

#[test]
fn settings_are_made_from_the_documents_that_are_there() {
    let folder = scratch("init");
    for name in ["fredericia-senior.txt", "fredericia-social-faults.txt"] {
        fs::copy(tests().join("minutes").join(name), folder.join(name)).expect("a sample");
    }
    let output = run(&folder, &["init"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "referent.toml is written from 2 documents\n");
    let text = fs::read_to_string(folder.join("referent.toml")).expect("the settings");
    assert!(text.contains("\nstyle = \"fredericia\"  # 2 of 2 documents\n"), "{text}");
    assert!(text.contains("    \"Senior- og Sundhedsudvalget\",\n"), "{text}");
    assert_eq!(run(&folder, &["config", "show"]).status.code(), Some(0));

    write(&folder.join("referent.toml"), "language = \"da\"\n");
    let again = run(&folder, &["init"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(
        fs::read_to_string(folder.join("referent.toml")).expect("the settings"),
        "language = \"da\"\n"
    );
    assert_eq!(run(&folder, &["init", "--force"]).status.code(), Some(0));
}

#[test]
fn settings_can_be_made_before_there_are_documents() {
    let folder = scratch("init-empty");
    assert_eq!(run(&folder, &["init", "--lang", "da"]).status.code(), Some(0));
    let text = fs::read_to_string(folder.join("referent.toml")).expect("the settings");
    assert!(text.starts_with("# Indstillinger for referent"), "{text}");
}

#[test]
fn a_new_document_takes_no_other_documents_place() {
    let folder = scratch("new");
    let new = ["new", "--committee", "Kulturudvalget", "--date", "2022-04-04", "-o", "april.txt"];
    assert_eq!(run(&folder, &new).status.code(), Some(0));
    let text = fs::read_to_string(folder.join("april.txt")).expect("the agenda");
    assert!(
        text.starts_with("Dagsorden for møde i Kulturudvalget\n\nMødedato: Mandag den 4. april 2022\n"),
        "{text}"
    );
    assert_eq!(run(&folder, &new).status.code(), Some(2));
}

#[test]
fn a_file_that_is_saved_is_checked_again() {
    let folder = scratch("watch");
    write(&folder.join("april.txt"), sample());
    let mut child = program(&folder)
        .args(["check", "--watch", "--select", "at-points/lead-word", "--format", "concise", "april.txt"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built");
    let mut said = BufReader::new(child.stderr.take().expect("it is piped")).lines().map_while(Result::ok);
    assert_eq!(said.next().as_deref(), Some("1 file checked: 3 warnings; 2 with a safe fix"));
    // Files are watched from before the first check.
    write(&folder.join("april.txt"), fixed());
    assert!(said.any(|line| line == "1 file checked: 1 warning"));
    child.kill().expect("our child");
    child.wait().expect("our child");
}

#[test]
fn each_rule_is_timed() {
    let folder = scratch("timings");
    write(&folder.join("april.txt"), sample());
    let output = run(&folder, &["check", "--timings", "-q", "--select", "at-points/lead-word", "april.txt"]);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    let rules: Vec<&str> =
        said.lines().filter_map(|line| line.split_once(" ms  ")).map(|(_, rule)| rule).collect();
    assert_eq!(rules, ["(reading)", "at-points/lead-word"]);
}

#[test]
fn a_suppression_for_many_files_that_suppresses_nothing_is_told_after_a_whole_run() {
    let folder = scratch("idle");
    let entry = |rule: &str, file: &str| {
        format!("[[suppress]]\nrule = \"{rule}\"\nfile = \"{file}\"\nreason = \"x\"\n")
    };
    let settings = entry("at-points/lead-word", "*.txt") + &entry("at-points/lead-word", "*.md");
    write(&folder.join("referent.toml"), settings);
    write(&folder.join("april.txt"), sample());
    let said = |path| {
        let output = run(&folder, &["check", "--select", "at-points/lead-word,suppressions", path]);
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let whole = said(".");
    assert!(
        whole.starts_with(
            "referent: referent.toml:6: the suppression of at-points/lead-word suppressed nothing"
        ),
        "{whole}"
    );
    assert_eq!((whole.lines().count(), said("april.txt").lines().count()), (2, 1));
}
