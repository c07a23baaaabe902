//! 400 invented personal numbers, planted in every place of a text: no output repeats one.
//!
//! The outputs are those that the program says it has: a command or a format that is not named here fails the test.

mod planted_numbers;
mod program;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use planted_numbers::{minutes, repeated};
use program::{formats, program, scratch};

const NAME: &str = "møde.txt";

/// What each command is called with; a command whose output is the text itself has none.
const COMMANDS: [(&str, &[&[&str]]); 14] = [
    (
        "check",
        &[&["--diff"], &["--diff", "--unsafe-fixes"], &["-v", "--statistics"], &["--select", "typography"]],
    ),
    ("outline", &[&[], &["--format", "json"]]),
    ("explain", &[]),
    ("rules", &[&[]]),
    // A draft holds the words of the agenda it is made of.
    ("new", &[]),
    ("import", &[]),
    ("init", &[&[]]),
    ("baseline", &[&["write"]]),
    ("config", &[&["show"]]),
    ("completions", &[]),
    (
        "register",
        &[&["--format", "csv"], &["--format", "json"], &["--format", "popolo"], &["--format", "akn"]],
    ),
    ("compare", &[&[NAME], &["--format", "json", NAME], &["--format", "html", NAME]]),
    ("publish", &[&["-o", "ud.txt"], &["--format", "json", "-o", "igen.txt"]]),
    // `lsp/private.rs` asks the server.
    ("lsp", &[]),
];

#[test]
fn no_command_repeats_a_planted_number() {
    let folder = scratch("private-commands");
    fs::write(folder.join(NAME), minutes()).expect("a writable folder");
    let help = run(&folder, &["--help"]);
    let listed =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let listed = listed.filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    for command in listed.filter_map(|line| line.split(' ').next()).filter(|command| *command != "help") {
        assert!(COMMANDS.iter().any(|(known, _)| *known == command), "what does {command} show of a text?");
    }
    for (command, calls) in COMMANDS {
        for call in calls {
            let place = if matches!(command, "rules" | "init" | "register") { "." } else { NAME };
            let mut arguments = vec![command];
            arguments.extend(*call);
            if command != "rules" {
                arguments.push(place);
            }
            let output = run(&folder, &arguments);
            assert_eq!(repeated(&output), Vec::<String>::new(), "{arguments:?}");
        }
    }
    let baseline = fs::read_to_string(folder.join("referent-baseline.json")).expect("it is written");
    assert_eq!(repeated(&baseline), Vec::<String>::new());
    // In the address of a page ten digits may be anything; those that stay there are told, line by line.
    let copy = fs::read_to_string(folder.join("ud.txt")).expect("it is written");
    let mut left = copy.lines().filter(|line| !repeated(line).is_empty());
    assert!(left.all(|line| line.contains("https://")));
}

#[test]
fn no_format_repeats_a_planted_number() {
    let folder = scratch("private-formats");
    fs::write(folder.join(NAME), minutes()).expect("a writable folder");
    let help = run(&folder, &["check", "--help"]);
    for format in &formats() {
        assert!(help.contains(format), "{format}");
        for rules in [&["--select", "all"][..], &["--select", "all", "--ignore", "privacy"]] {
            let mut arguments = vec!["check", "--format", format];
            arguments.extend(rules);
            arguments.push(NAME);
            let output = run(&folder, &arguments);
            // The manual of the rules, at the end of SARIF, has invented numbers.
            let report = output.split("],\"tool\":").next().unwrap_or_default();
            assert_eq!(repeated(report), Vec::<String>::new(), "{arguments:?}");
        }
    }
}

#[test]
fn the_name_of_a_file_is_masked_where_people_read_it() {
    let folder = scratch("private-names");
    let name = "ansøgning_010203-1234.txt";
    fs::write(folder.join(name), minutes()).expect("a writable folder");
    for format in ["full", "concise", "html"] {
        let output = run(&folder, &["check", "-v", "--format", format, name]);
        assert!(!output.contains("010203"), "{format}");
        assert!(output.contains("ansøgning_••••••-••••.txt"), "{format}");
    }
}

/// What the program says, on both streams.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = program(folder).args(arguments).stdin(Stdio::null()).output().expect("it runs");
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
