//! What the program writes: fixed files, whole and in their own manner, baselines, and nothing else.

mod program;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Output, Stdio};
use std::time::{Duration, SystemTime};

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
    assert_eq!(String::from_utf8_lossy(&pruned.stderr), "referent-baseline.json: 1 known finding\n");
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
    assert!(text.contains("\nstyle = \"fredericia\"  # 2 / 2\n"), "{text}");
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
fn a_run_that_is_killed_leaves_every_file_whole() {
    let folder = scratch("killed");
    let (old, new) = (sample(), fixed());
    for last in ["000.txt", "010.txt", "100.txt", "250.txt"] {
        for i in 0..300 {
            write(&folder.join(format!("{i:03}.txt")), &old);
        }
        let mut child: Child = program(&folder)
            .args([FIX, &["-q", "."]].concat())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program was built");
        let untouched = || fs::read_to_string(folder.join(last)).is_ok_and(|text| text == old);
        while untouched() && child.try_wait().is_ok_and(|ended| ended.is_none()) {}
        // On Unix this is SIGKILL: nothing can be tidied up.
        child.kill().expect("our child");
        child.wait().expect("our child");
        for name in names(&folder).iter().filter(|name| !name.starts_with('.')) {
            let text = fs::read_to_string(folder.join(name)).expect("the file");
            assert!(text == old || text == new, "{name} is half written");
        }
    }
    // What was being written when it was killed is hidden, is not taken for minutes, and is gone once it is old.
    let left = |name: &&String| name.starts_with(".referent-");
    write(&folder.join(".referent-aB3xY9"), &old[..40]);
    write(&folder.join("000.txt"), &old);
    for name in names(&folder).iter().filter(left) {
        let file = fs::File::options().write(true).open(folder.join(name)).expect("the file");
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("our file");
    }
    let output = run(&folder, &[FIX, &["-q", "."]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(names(&folder).iter().find(left), None);
    assert_eq!(names(&folder).len(), 300);
}

/// The program in the hands of a shell, which may take something away from it first.
#[cfg(unix)]
fn shell(folder: &Path, script: &str) -> Output {
    let fix = [&[env!("CARGO_BIN_EXE_referent")], FIX, &["."]].concat().join(" ");
    let mut shell = std::process::Command::new("sh");
    let shell = shell.current_dir(folder).env("LC_ALL", "C").env("FIX", fix);
    shell.args(["-c", script]).output().expect("a shell")
}

/// Minutes of some 60 KB, more than fits where the tests let them be written.
#[cfg(unix)]
fn long_sample() -> String {
    let prose = "Forvaltningen vurderer, at ordningen kan holdes inden for rammen.\n".repeat(900);
    sample().replacen("Indstilling", &format!("Sagsfremstilling\n\n{prose}\nIndstilling"), 1)
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_become_long_enough_stays_as_it_was() {
    let folder = scratch("file-limit");
    write(&folder.join("april.txt"), long_sample());
    // Blocks of 512 bytes: the write fails half way.
    let output = shell(&folder, "trap '' XFSZ; ulimit -f 40; exec $FIX");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("referent: cannot write april.txt: "), "{said}");
    assert_eq!(fs::read_to_string(folder.join("april.txt")).expect("the file"), long_sample());
    assert_eq!(names(&folder), ["april.txt"]);
}

/// Needs a small disk of its own, which not every system lets a test have; says so where it does not.
#[cfg(target_os = "linux")]
#[test]
fn a_file_on_a_full_disk_stays_as_it_was() {
    let folder = scratch("full-disk");
    write(&folder.join("april.txt"), long_sample());
    fs::create_dir(folder.join("disk")).expect("a writable folder");
    let script = "mount -t tmpfs -o size=100k none disk && cp april.txt disk && cd disk || exit 77
                  $FIX; echo $?; cmp april.txt ../april.txt && ls -A";
    let script = format!("exec unshare --user --map-root-user --mount sh -c '{script}'");
    let output = shell(&folder, &script);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("unshare:") || output.status.code() == Some(77) {
        println!("skipped: no disk can be mounted here: {said}");
        return;
    }
    assert!(said.contains("referent: cannot write april.txt: the disk is full\n"), "{said}");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(shown.ends_with("\n2\napril.txt\n"), "{shown}");
}

#[cfg(unix)]
#[test]
fn a_run_that_is_told_to_end_leaves_every_file_whole() {
    let folder = scratch("terminated");
    let (old, new) = (sample(), fixed());
    (0..300).for_each(|i| write(&folder.join(format!("{i:03}.txt")), &old));
    let mut child: Child =
        program(&folder).args([FIX, &["-q", "."]].concat()).spawn().expect("the program was built");
    let untouched = || fs::read_to_string(folder.join("010.txt")).is_ok_and(|text| text == old);
    while untouched() && child.try_wait().is_ok_and(|ended| ended.is_none()) {}
    let kill = std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    kill.expect("the program \"kill\"");
    child.wait().expect("our child");
    for name in names(&folder).iter().filter(|name| !name.starts_with('.')) {
        let text = fs::read_to_string(folder.join(name)).expect("the file");
        assert!(text == old || text == new, "{name} is half written");
    }
}

/// A run that waits for its text, with the report already begun, is interrupted as Ctrl-C does it.
#[cfg(unix)]
#[test]
fn a_run_that_is_interrupted_leaves_nothing_half_written() {
    let folder = scratch("interrupted");
    write(&folder.join("report.json"), "the report of yesterday");
    let mut child = program(&folder)
        .args(["check", "--format", "json", "--output", "report.json", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built");
    while names(&folder).len() < 2 {
        assert!(child.try_wait().is_ok_and(|ended| ended.is_none()), "it waits for its text");
    }
    let id = child.id().to_string();
    let sent = std::process::Command::new("kill").args(["-INT", &id]).status();
    assert!(sent.is_ok_and(|status| status.success()));
    let output = child.wait_with_output().expect("our child");
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "referent: interrupted\n");
    assert_eq!(names(&folder), ["report.json"]);
    let report = fs::read_to_string(folder.join("report.json")).expect("the report");
    assert_eq!(report, "the report of yesterday");
}

#[test]
fn what_a_killed_run_left_is_taken_away_by_a_later_one() {
    let folder = scratch("left");
    let old = SystemTime::now() - Duration::from_secs(3600);
    for name in [".referent-aB3xY9", ".referent-notes.txt"] {
        write(&folder.join(name), "half of a text");
        let file = fs::File::options().write(true).open(folder.join(name)).expect("our file");
        file.set_modified(old).expect("our file");
    }
    write(&folder.join(".referent-Zz91Qq"), "being written by another run");
    write(&folder.join("april.txt"), sample());
    fix(&folder, "april.txt");
    assert_eq!(names(&folder), [".referent-Zz91Qq", ".referent-notes.txt", "april.txt"]);
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
