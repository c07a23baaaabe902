//! What is made from the command line's own description: the man page, and the proof that sessions cover it.

use std::fs;
use std::path::Path;

use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use expect_test::expect_file;

use super::Args;

/// Flags that no recorded session can show, and where they are tested instead.
const ELSEWHERE: [(&str, &str); 2] = [
    ("--timings", "its times differ: server/tests/writing"),
    ("--annotate", "what it writes is a package: server/tests/writing"),
];

#[test]
fn the_man_page_is_that_of_the_command_line() {
    let command = Args::command();
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    let sections = [Man::render_title, Man::render_name_section, Man::render_synopsis_section];
    for section in sections {
        section(&man, &mut page).expect("memory takes all");
    }
    man.render_description_section(&mut page).expect("memory takes all");
    let mut page = String::from_utf8(page).expect("a man page is text");
    for (path, command) in commands(&command) {
        page.push_str(&format!(".SH \"{}\"\n", path.to_uppercase()));
        page.push_str(&about(&path, command));
    }
    page.push_str(END);
    let (first, rest) = page.split_at(PREAMBLE.len());
    let page = format!("{first}{}", rest.replace(PREAMBLE, ""));
    expect_file!["../../referent.1"].assert_eq(&page);
}

/// What every part of a page begins with, and the whole needs once.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// What stands last in the man page.
const END: &str = r#".SH "EXIT STATUS"
0: no findings at or above \-\-fail\-on (errors, unless it says otherwise). 1: findings at or above \-\-fail\-on, too many warnings, or \-\-diff would change something.
2: something could not be done. 130: interrupted; what was written is whole.
.SH FILES
.TP
.I referent.toml
Settings of the folder it lies in and those below it; the nearest upwards of each document holds.
.TP
.I NAME.referent\-ignore.toml
What is not to be reported in the document NAME, beside which it lies.
.SH ENVIRONMENT
NO_COLOR switches colours off. LC_ALL, LC_MESSAGES and LANG choose the language of the messages: Danish or English.
"#;

/// Synopsis, arguments and flags of one command, as parts of a section.
fn about(path: &str, command: &Command) -> String {
    let mut text = Vec::new();
    let named: &'static str = Box::leak(path.to_owned().into_boxed_str());
    let man = Man::new(command.clone().name(named).bin_name(named).disable_help_flag(true));
    man.render_synopsis_section(&mut text).expect("memory takes all");
    man.render_description_section(&mut text).expect("memory takes all");
    if command.get_arguments().any(|argument| argument.get_id() != "help") {
        man.render_options_section(&mut text).expect("memory takes all");
    }
    String::from_utf8(text).expect("a man page is text").replace(".SH ", ".SS ")
}

/// The commands that do something, with what is written to call them.
fn commands(program: &Command) -> Vec<(String, &Command)> {
    let mut all = Vec::new();
    for command in program.get_subcommands() {
        let path = format!("{} {}", program.get_name(), command.get_name());
        if command.has_subcommands() {
            let below = commands(command).into_iter();
            all.extend(below.map(|(name, command)| (format!("{} {name}", program.get_name()), command)));
        } else {
            all.push((path, command));
        }
    }
    all
}

#[test]
fn every_command_flag_and_value_has_a_session() {
    let sessions = sessions();
    let mut bare: Vec<String> = Vec::new();
    let program = Args::command();
    for (path, command) in commands(&program) {
        let with = |words: &str| {
            sessions.iter().any(|line| line.contains(&format!("{path} ")) && line.contains(words))
        };
        if !with("") {
            bare.push(path.clone());
        }
        for argument in command.get_arguments() {
            let Some(flag) = argument.get_long().map(|name| format!("--{name}")) else { continue };
            let elsewhere = ELSEWHERE.iter().any(|(known, _)| *known == flag);
            if flag == "--help" || elsewhere {
                continue;
            }
            let short = argument.get_short().map(|short| format!(" -{short} "));
            // What several commands share is the same everywhere.
            let shared = path != "referent check" && command_of_check(&program, &flag);
            let named = with(&format!(" {flag} ")) || with(&format!(" {flag}="));
            if !shared && !named && !short.is_some_and(|short| with(&short)) {
                bare.push(format!("{path} {flag}"));
            }
            if path == "referent check" {
                let value = |value: &String| !with(&format!(" {flag} {value} "));
                bare.extend(values(argument).into_iter().filter(value).map(|v| format!("{flag} {v}")));
            }
        }
    }
    assert!(bare.is_empty(), "no session in tests/cli shows {bare:#?}");
}

fn command_of_check(program: &Command, flag: &str) -> bool {
    let check = program.find_subcommand("check").expect("it is there");
    check.get_arguments().any(|argument| argument.get_long().is_some_and(|name| flag == format!("--{name}")))
}

fn values(argument: &Arg) -> Vec<String> {
    if !argument.get_action().takes_values() {
        return Vec::new();
    }
    argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

/// The commands of the recorded sessions, each with a space at its end.
fn sessions() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cli");
    let entries = fs::read_dir(folder).expect("the sessions are part of the repository");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let sessions = paths.filter(|path| path.extension().is_some_and(|ending| ending == "console"));
    let texts = sessions.map(|path| fs::read_to_string(path).expect("a readable session"));
    texts
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| line.strip_prefix("$ ").map(|line| format!("{line} ")))
        .collect()
}
