//! The command line from outside: each `tests/cli/*.console` is a session, run again and compared.
//!
//! `UPDATE_EXPECT=1` writes the file anew from its commands.

mod program;
#[path = "program/session.rs"]
mod session;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use expect_test::expect_file;
use program::{program, scratch, tests};
use session::replayed;

#[test]
fn sessions_go_as_they_are_written() {
    let mut sessions: Vec<PathBuf> = fs::read_dir(tests().join("cli"))
        .expect("the sessions are part of the repository")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "console"))
        .collect();
    sessions.sort();
    assert!(sessions.len() > 5, "the sessions are found");
    for session in &sessions {
        let text = fs::read_to_string(session).expect("a readable session");
        let name = session.file_stem().unwrap_or_default().to_string_lossy();
        expect_file![session].assert_eq(&replayed(&name, &text));
    }
}

#[test]
fn nothing_to_do_prints_help_and_fails() {
    let output = run(&[], &tests());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Usage: referent"));
}

#[test]
fn the_report_is_the_same_for_any_number_of_threads() {
    for format in ["full", "concise", "json"] {
        let with = |jobs: &str| {
            run(&["check", "--format", format, "--jobs", jobs, "cli/input", "minutes"], &tests())
        };
        let one = with("1");
        for jobs in ["2", "7"] {
            assert_eq!(with(jobs), one, "{format} with {jobs} threads");
        }
    }
}

#[test]
fn a_gitignore_counts_outside_a_repository() {
    let folder = scratch("gitignore");
    fs::write(folder.join(".gitignore"), "kladde*\n").expect("a writable folder");
    fs::write(folder.join("kladde.txt"), "").expect("a writable folder");
    fs::write(folder.join("april.txt"), "Referat\n").expect("a writable folder");
    let report = String::from_utf8(run(&["check", "--format", "json"], &folder).stdout).expect("UTF-8");
    assert!(report.contains("april.txt") && !report.contains("kladde.txt"), "{report}");
}

#[test]
fn a_report_in_a_file_leaves_standard_output_empty() {
    let folder = scratch("output");
    let input = tests().join("cli/input/lead-word.txt");
    fs::copy(input, folder.join("april.txt")).expect("a writable folder");
    let args =
        ["check", "--select", "at-points/lead-word", "--format", "concise", "--output", "report.txt", "."];
    for _ in ["first", "again, beside the report of the first"] {
        let output = run(&args, &folder);
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]));
        assert!(String::from_utf8_lossy(&output.stderr).contains("\n1 file checked"));
        let report = fs::read_to_string(folder.join("report.txt")).expect("the report");
        assert!(report.starts_with("april.txt:11:4: warning[at-points/lead-word] "), "{report}");
        assert_eq!(report.lines().count(), 3);
    }
}

#[test]
fn the_offsets_of_a_finding_mark_its_words() {
    let input = tests().join("cli/input");
    let output =
        run(&["check", "--select", "at-points/lead-word", "--format", "json", "byte-order-mark.txt"], &input);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let text = fs::read(input.join("byte-order-mark.txt")).expect("the file");
    let findings = report["files"][0]["diagnostics"].as_array().expect("a list");
    assert!(!findings.is_empty());
    for finding in findings {
        let at = |end: &str| finding["range"][end]["offset"].as_u64().expect("a number") as usize;
        let words = &text[at("start")..at("end")];
        assert!(words == b"At" || words == b"skibet", "{finding}");
    }
}

#[test]
fn a_file_of_gigabytes_is_not_read() {
    let folder = scratch("gigabytes");
    let file = fs::File::create(folder.join("april.txt")).expect("a writable folder");
    // It takes no room on the disk: nothing is written into it.
    file.set_len((1 << 30) + 1).expect("a file system with holes");
    fs::write(folder.join("maj.txt"), "Referat\n").expect("a writable folder");
    let output = run(&["check"], &folder);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("referent: april.txt is larger than 1 GiB and is not read"), "{said}");
    assert_eq!(run(&["check", "april.txt"], &folder).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_read_enough_is_no_fault() {
    for args in [&["rules"][..], &["completions", "fish"], &["config", "schema"], &["check", "minutes"]] {
        let mut child = program(&tests()).args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let child = child.as_mut().expect("the program was built");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("it is piped").read_to_string(&mut said).expect("UTF-8");
        assert!(!said.contains("referent: "), "{args:?}: {said}");
        child.wait().expect("our child");
    }
}

#[test]
fn a_wrong_call_is_told_in_the_language_of_the_machine() {
    let output = program(&tests()).env("LC_ALL", "da_DK.UTF-8").args(["check", "--fomat"]).output();
    let output = output.expect("the program was built");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("fejl: ukendt flag \"--fomat\"; mente du \"--format\"?\n"), "{said}");
}

#[test]
fn the_language_of_the_settings_is_that_of_every_command() {
    let folder = scratch("language");
    fs::write(folder.join("referent.toml"), "language = \"da\"\n").expect("a writable folder");
    fs::write(folder.join("april.md"), "Referat\n").expect("a writable folder");
    for (args, said) in [
        (&["baseline", "write"][..], "kendte fund"),
        (&["new", "-o", "maj.md"], "er skrevet"),
        (&["import", "april.md"], "er allerede tekst"),
        (&["init"], "findes allerede"),
        (&["register", "nowhere"], "findes ikke"),
    ] {
        let output = run(args, &folder);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(said), "{args:?}: {told}");
    }
    fs::write(folder.join("referent.toml"), "language = \"da\"\nlnt = 1\n").expect("a writable folder");
    let told = String::from_utf8_lossy(&run(&["rules"], &folder).stderr).into_owned();
    assert!(told.contains("ukendt nøgle") || told.contains("mente du"), "{told}");
}

#[test]
fn rules_are_listed_as_the_settings_have_them() {
    let folder = scratch("severities");
    let settings = "[lint.severity]\n\"dates/weekday\" = \"off\"\n\"dates/meeting\" = \"hint\"\n";
    fs::write(folder.join("referent.toml"), settings).expect("a writable folder");
    let said = |args: &[&str]| String::from_utf8(run(args, &folder).stdout).expect("UTF-8");
    let rules = said(&["rules"]);
    let line = |rule: &str| rules.lines().find(|line| line.starts_with(rule)).expect("the rule").to_owned();
    assert!(line("dates/weekday").contains("  off "), "{rules}");
    assert!(line("dates/meeting").contains("  hint "), "{rules}");
    assert!(said(&["explain", "dates/weekday"]).starts_with("dates/weekday (off; "));
    assert!(said(&["rules", "--isolated"]).contains("dates/weekday"));
}

#[test]
fn a_severity_that_is_set_is_that_of_all_findings_of_the_rule() {
    let folder = scratch("set-severity");
    let minutes =
        "Kulturudvalget\n10. marts 2026\n\n1. Trivsel\n\nKaren Bruun har et barnebarn med autisme.\n";
    fs::write(folder.join("a.md"), minutes).expect("a writable folder");
    let severity = |settings: &str| {
        fs::write(folder.join("referent.toml"), settings).expect("a writable folder");
        let said = run(&["check", "--select", "privacy", "--format", "concise", "a.md"], &folder);
        let line = String::from_utf8_lossy(&said.stdout).into_owned();
        (
            line.split_once("[privacy/person]").map_or_else(String::new, |(line, _)| line.to_owned()),
            said.status.code(),
        )
    };
    // It is milder than its rule by itself.
    let (line, code) = severity("");
    assert!(line.ends_with(" hint") && code == Some(0), "{line}");
    for settings in
        ["[lint.severity]\n\"privacy/person\" = \"error\"\n", "[lint.severity]\nprivacy = \"error\"\n"]
    {
        let (line, code) = severity(settings);
        assert!(line.ends_with(" error") && code == Some(1), "{settings}{line}");
    }
    let (line, code) = severity("[lint]\nfail-on = \"hint\"\n");
    assert!(line.ends_with(" hint") && code == Some(1), "{line}");
}

#[test]
fn what_is_dragged_onto_the_program_is_no_command_that_was_misspelt() {
    let folder = scratch("dragged");
    for args in [&["nowhere.docx"][..], &["../nowhere"]] {
        let output = run(args, &folder);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains("no such file or folder"), "{told}");
    }
}

#[test]
fn init_writes_down_no_language_that_nobody_told() {
    let folder = scratch("untold");
    let written = |lang: Option<&str>| {
        let mut program = program(&folder);
        program.args(["init", "--force"]).env("LC_ALL", lang.unwrap_or("C"));
        assert!(program.output().expect("the program was built").status.success());
        fs::read_to_string(folder.join("referent.toml")).expect("the settings")
    };
    assert!(written(None).contains("\n# language = "));
    fs::remove_file(folder.join("referent.toml")).expect("it was written");
    assert!(written(Some("da_DK.UTF-8")).contains("\nlanguage = \"da\"\n"));
}

fn run(args: &[&str], folder: &Path) -> Output {
    program(folder).args(args).output().expect("the program was built")
}

#[test]
fn every_crate_forbids_unsafe_code() {
    let root = tests().join("..");
    let manifest = |path: &str| -> toml::Table {
        let text = fs::read_to_string(root.join(path).join("Cargo.toml")).expect("a crate of the workspace");
        text.parse().expect("TOML")
    };
    let workspace = &manifest(".")["workspace"];
    assert_eq!(workspace["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    let members = workspace["members"].as_array().expect("a list");
    for member in members.iter().map(|member| member.as_str().expect("a path")) {
        assert_eq!(manifest(member)["lints"]["workspace"].as_bool(), Some(true), "{member}");
    }
}

/// Whatever log is asked for, and however much is to be said: words of the minutes stand in the report alone.
#[test]
fn nothing_of_the_minutes_is_said_beside_the_report() {
    let folder = scratch("silent");
    let text = "Kvistbjerg Kommune\n4. april 2022\n\n1. Sag om Ask Hvidtjørn\n\nBeslutning\n\nCPR 010203-1234 At at.\n";
    fs::write(folder.join("april.txt"), text).expect("a writable folder");
    let more = ["check", "--verbose", "--timings", "--statistics", "--fix", "april.txt"];
    let output =
        program(&folder).args(more).env("RUST_LOG", "trace").output().expect("the program was built");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(" ms  "), "{said}");
    for words in ["Kvistbjerg", "Hvidtj", "010203", "At at"] {
        assert!(text.contains(words) && !said.contains(words), "{words} in {said}");
    }
}

#[test]
fn what_programs_leave_beside_documents_is_passed_over_without_a_word() {
    let folder = scratch("left-beside");
    for name in ["~$april.txt", "~$ril.htm", "._april.txt", "._dagsorden.docx", "april.txt"] {
        fs::write(folder.join(name), "1. Budget\n\nBeslutning\n\nGodkendt.\n").expect("a writable folder");
    }
    let told = String::from_utf8_lossy(&run(&["check", "."], &folder).stderr).into_owned();
    assert!(told.contains("1 file checked") && !told.contains("left out"), "{told}");
    let listed = run(&["register", "."], &folder);
    assert!(!String::from_utf8_lossy(&listed.stdout).contains('~'));
}

#[test]
fn a_document_that_cannot_be_read_leaves_no_folder() {
    let folder = scratch("no-folder");
    fs::write(folder.join("brudt.docx"), "PK\u{3}\u{4}").expect("a writable folder");
    fs::write(folder.join("side.html"), "<!doctype html><h1>1. Budget</h1>").expect("a writable folder");
    assert_eq!(run(&["import", "brudt.docx", "-o", "ny"], &folder).status.code(), Some(2));
    assert!(!folder.join("ny").exists());
    assert_eq!(run(&["import", "side.html", "-o", "ny"], &folder).status.code(), Some(0));
    assert!(folder.join("ny/side.md").exists());
}

#[test]
fn a_baseline_may_begin_with_a_byte_order_mark() {
    let folder = scratch("marked-baseline");
    fs::write(folder.join("april.txt"), "Byrådet\n\n1. Havnen\n\nPlanen er ny , men dyr.\n")
        .expect("a writable folder");
    assert_eq!(run(&["baseline", "write", "april.txt"], &folder).status.code(), Some(0));
    let list = folder.join("referent-baseline.json");
    let text = fs::read_to_string(&list).expect("the list");
    fs::write(&list, format!("\u{feff}{text}")).expect("a writable folder");
    let told = run(&["check", "--baseline", "referent-baseline.json", "april.txt"], &folder);
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.contains("1 known in the baseline"), "{told}");
}

#[test]
fn a_copy_that_is_written_is_told() {
    let folder = scratch("copied");
    fs::write(folder.join("april.txt"), "Byrådet\n\n1. Havnen\n\nBeslutning\n\nGodkendt.\n")
        .expect("a writable folder");
    let told = run(&["publish", "april.txt", "-o", "kopi.txt"], &folder);
    assert!(String::from_utf8_lossy(&told.stderr).contains("kopi.txt is written"));
}

#[test]
fn a_learned_style_goes_where_it_is_told() {
    let folder = scratch("learned");
    fs::create_dir(folder.join("gamle")).expect("a writable folder");
    for n in 1..=5 {
        let text = format!(
            "Kulturudvalget\n{n}. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nat planen godkendes\n\n\
             Beslutning\n\nGodkendt.\n\n2. Havn\n\nBeslutning\n\nGodkendt.\n"
        );
        fs::write(folder.join(format!("gamle/{n}.txt")), text).expect("a writable folder");
    }
    for (args, file) in [(&[][..], "house.toml"), (&["-o", "stil.toml"], "stil.toml")] {
        let output = run(&[&["init", "--learn", "gamle"][..], args].concat(), &folder);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(folder.join(file).exists() && told.contains(&format!("style = \"{file}\"")), "{told}");
        assert_eq!(run(&["check", "--style", file, "gamle"], &folder).status.code(), Some(0));
    }
    assert_eq!(run(&["init", "-o", "stil.toml"], &folder).status.code(), Some(2));
}

#[test]
fn a_wrong_call_repeats_no_sign_that_rewrites_the_terminal() {
    for wrong in ["--bad\u{1b}]0;pwn\u{7}", "--color=\u{1b}[31m", "--jobs=\u{1b}[2J", "--lang=\u{9b}31m"] {
        for lang in ["en_GB.UTF-8", "da_DK.UTF-8"] {
            let mut program = program(&tests());
            let output = program.args(["check", wrong]).env("LC_ALL", lang).output().expect("it was built");
            assert_eq!(output.status.code(), Some(2));
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!told.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{told:?}");
        }
    }
}
