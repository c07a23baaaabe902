//! Runs that cannot end in good order: killed, interrupted, or with no room left to write.

use std::fs;
use std::path::Path;
use std::process::{Child, Output, Stdio};
use std::time::{Duration, SystemTime};

use super::program::{program, scratch};
use super::{FIX, fix, fixed, names, run, sample, write};

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
    write(&folder.join(".referent-aB3xY9kLm0Zq.tmp"), &old[..40]);
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

/// This device is as full as any disk, and every Linux has it.
#[cfg(target_os = "linux")]
#[test]
fn a_report_that_finds_the_disk_full_says_so() {
    let folder = scratch("full-device");
    write(&folder.join("april.txt"), sample());
    let file = env!("CARGO_BIN_EXE_referent");
    for (command, name) in [
        ("check april.txt > /dev/full", "standard output"),
        ("check --format json april.txt > /dev/full", "standard output"),
        ("check --fix - < april.txt > /dev/full", "standard output"),
        ("outline april.txt > /dev/full", "standard output"),
        ("check --output /dev/full april.txt", "/dev/full"),
    ] {
        let output = shell(&folder, &format!("{file} {command}"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(&format!("referent: cannot write {name}: the disk is full\n")), "{said}");
        assert_eq!(output.status.code(), Some(2), "{command}");
    }
    assert_eq!(names(&folder), ["april.txt"]);
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
    for signal in ["INT", "TERM", "HUP"] {
        interrupt(signal);
    }
}

/// A report of this program's, which a new one may take the place of.
#[cfg(unix)]
const YESTERDAY: &str = "{\"version\":1,\"files\":[]}\n";

#[cfg(unix)]
fn interrupt(signal: &str) {
    let folder = scratch(&format!("interrupted-{signal}"));
    write(&folder.join("report.json"), YESTERDAY);
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
    // Its end would be an empty text.
    let input = child.stdin.take();
    let sent = std::process::Command::new("kill").args([&format!("-{signal}"), &id]).status();
    assert!(sent.is_ok_and(|status| status.success()));
    let output = child.wait_with_output().expect("our child");
    drop(input);
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "referent: interrupted\n");
    assert_eq!(names(&folder), ["report.json"]);
    let report = fs::read_to_string(folder.join("report.json")).expect("the report");
    assert_eq!(report, YESTERDAY);
}

#[test]
fn what_a_killed_run_left_is_taken_away_by_a_later_one() {
    let folder = scratch("left");
    let old = SystemTime::now() - Duration::from_secs(3600);
    for name in [".referent-aB3xY9kLm0Zq.tmp", ".referent-notes.txt"] {
        write(&folder.join(name), "half of a text");
        let file = fs::File::options().write(true).open(folder.join(name)).expect("our file");
        file.set_modified(old).expect("our file");
    }
    write(&folder.join(".referent-Zz91Qq000000.tmp"), "being written by another run");
    write(&folder.join("april.txt"), sample());
    fix(&folder, "april.txt");
    assert_eq!(names(&folder), [".referent-Zz91Qq000000.tmp", ".referent-notes.txt", "april.txt"]);
}
