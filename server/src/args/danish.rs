//! The help of the command line in Danish; clap prints it in English.

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr};
use clap::{Arg, Command};

/// What help says: a line in English as it is declared, and under it the Danish; "\\n" is a new line.
const WORDS: &str = include_str!("danish.txt");

/// What stands for a value.
const VALUES: &[(&str, &str)] = &[
    ("AGENDA|-", "DAGSORDEN|-"),
    ("COMMAND", "KOMMANDO"),
    ("DATE", "DATO"),
    ("DIR", "MAPPE"),
    ("FILE", "FIL"),
    ("FILE|-", "FIL|-"),
    ("FILE|DIR", "FIL|MAPPE"),
    ("FOLDER", "MAPPE"),
    ("FORMAT", "FORMAT"),
    ("GLOB", "MØNSTER"),
    ("LANG", "SPROG"),
    ("LINES", "LINJER"),
    ("MINUTES", "REFERAT"),
    ("N", "N"),
    ("NAME", "NAVN"),
    ("NAME|FILE", "NAVN|FIL"),
    ("PATH", "STI"),
    ("PATHS", "STI"),
    ("PLACE", "STED"),
    ("RULE", "REGEL"),
    ("RULES", "REGLER"),
    ("SEVERITY", "ALVOR"),
    ("SHELL", "SHELL"),
    ("STAGE", "STADIE"),
    ("TIME", "TID"),
    ("WHEN", "HVORNÅR"),
];

/// `command` with its help in Danish.
pub(super) fn in_danish(mut command: Command) -> Command {
    // Help and version are added when it is built.
    command.build();
    translated(command)
}

fn translated(mut command: Command) -> Command {
    if let Some(about) = command.get_about().map(danish) {
        command = command.about(about);
    }
    if let Some(about) = command.get_long_about().map(danish) {
        command = command.long_about(about);
    }
    if let Some(after) = command.get_after_help().map(danish) {
        command = command.after_help(after);
    }
    command
        .subcommand_help_heading("Kommandoer")
        .subcommand_value_name("KOMMANDO")
        .mut_args(argument)
        .mut_subcommands(translated)
}

fn argument(argument: Arg) -> Arg {
    let heading = match argument.get_help_heading() {
        Some(heading) => pairs().find(|(english, _)| *english == heading).map(|(_, danish)| danish),
        None if argument.is_positional() => Some("Argumenter"),
        None => Some("Valg"),
    };
    let help = argument.get_help().map(danish).unwrap_or_default();
    if !argument.get_action().takes_values() {
        let long = argument.get_long_help().map_or_else(|| help.clone(), danish);
        return argument.help_heading(heading).help(help).long_help(long);
    }
    let name = match argument.get_value_names() {
        Some([name, ..]) => name.to_string(),
        _ => argument.get_id().as_str().to_uppercase(),
    };
    let name = VALUES.iter().find(|(english, _)| *english == name).map_or("", |(_, danish)| danish);
    let defaults: Vec<_> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let help = match defaults.as_slice() {
        [] => help,
        defaults => format!("{help} [ellers: {}]", defaults.join(", ")),
    };
    let (short, long) = with_values(&help, &argument.get_possible_values());
    let argument = argument.help_heading(heading).value_name(name).help(short).long_help(long);
    argument.hide_default_value(true).hide_possible_values(true)
}

/// `command` as a shell is told of it: its values with their Danish words. It can print them and parse none.
pub(super) fn with_spoken_values(command: Command) -> Command {
    command.mut_args(spoken_values).mut_subcommands(with_spoken_values)
}

fn spoken_values(argument: Arg) -> Arg {
    let values = argument.get_possible_values();
    if values.iter().all(|value| value.get_help().is_none()) {
        return argument;
    }
    let spoken = values.into_iter().map(|value| {
        let about = value.get_help().map(danish).unwrap_or_default();
        value.help(about)
    });
    argument.value_parser(PossibleValuesParser::new(spoken))
}

/// `help` with the values that are allowed: their names, and what each of them means.
fn with_values(help: &str, values: &[PossibleValue]) -> (String, String) {
    if values.is_empty() {
        return (help.to_owned(), help.to_owned());
    }
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let short = format!("{help} [værdier: {}]", names.join(", "));
    if values.iter().all(|value| value.get_help().is_none()) {
        return (short.clone(), short);
    }
    let width = names.iter().map(|name| name.len()).max().unwrap_or_default() + 1;
    let about = |value: &PossibleValue| value.get_help().map(danish).unwrap_or_default();
    let line =
        |value: &PossibleValue| format!("\n- {:width$} {}", format!("{}:", value.get_name()), about(value));
    (short, format!("{help}\n\nVærdier:{}", values.iter().map(line).collect::<String>()))
}

/// The Danish of `words`, which keep their own where they are not in the list.
fn danish(words: &StyledStr) -> String {
    let words = words.to_string();
    let line = words.replace('\n', "\\n");
    match pairs().find(|(english, _)| *english == line) {
        Some((_, danish)) => danish.replace("\\n", "\n"),
        None => words,
    }
}

/// The lines of [`WORDS`], in English and in Danish.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.split("\n\n").filter_map(|pair| pair.trim_end().split_once('\n'))
}

/// Help as it is printed, its fixed words in Danish.
pub(super) fn finished(help: &str) -> String {
    help.replace("Usage:", "Brug:").replace("[OPTIONS]", "[VALG]")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::builder::PossibleValue;
    use clap::{Command, CommandFactory};

    use super::{VALUES, in_danish, pairs};
    use crate::args::Args;

    /// Every text of the help of `command` and those below it.
    fn texts(command: &Command, all: &mut Vec<String>) {
        let about = [command.get_about(), command.get_long_about(), command.get_after_help()];
        all.extend(about.into_iter().flatten().map(ToString::to_string));
        for argument in command.get_arguments() {
            let help = [argument.get_help(), argument.get_long_help()];
            all.extend(help.into_iter().flatten().map(ToString::to_string));
            all.extend(argument.get_help_heading().map(str::to_owned));
            let values = argument.get_possible_values();
            all.extend(values.iter().filter_map(PossibleValue::get_help).map(ToString::to_string));
        }
        command.get_subcommands().for_each(|command| texts(command, all));
    }

    #[test]
    fn all_of_the_help_is_in_danish_and_nothing_else() {
        let mut command = Args::command();
        command.build();
        let mut all = Vec::new();
        texts(&command, &mut all);
        let all: BTreeSet<String> =
            all.iter().filter(|text| !text.is_empty()).map(|text| text.replace('\n', "\\n")).collect();
        let known: BTreeSet<String> = pairs().map(|(english, _)| english.to_owned()).collect();
        let (lacking, idle) = (all.difference(&known), known.difference(&all));
        assert_eq!((lacking.collect::<Vec<_>>(), idle.collect::<Vec<_>>()), (vec![], vec![]));
    }

    #[test]
    fn every_value_has_a_danish_name() {
        fn check(command: &Command) {
            for argument in command.get_arguments().filter(|argument| argument.get_action().takes_values()) {
                assert!(argument.get_value_names().is_some_and(|names| !names[0].is_empty()), "{argument}");
            }
            command.get_subcommands().for_each(check);
        }
        check(&in_danish(Args::command()));
    }

    /// What a shell shows beside a value is Danish too.
    #[test]
    fn a_shell_is_told_of_values_in_danish() {
        let mut script = Vec::new();
        let mut command = crate::args::Args::described(workbench::lang::Lang::Da);
        clap_complete::generate(clap_complete::Shell::Fish, &mut command, "referent", &mut script);
        let script = String::from_utf8(script).expect("a script is text");
        let values: Vec<&str> = script.lines().filter(|line| line.contains("\\t'")).collect();
        assert!(values.len() > 40, "{script}");
        for (english, danish) in pairs().filter(|(english, danish)| english != danish && english.len() > 5) {
            let told = |words: &str| values.iter().any(|line| line.contains(&format!("\\t'{words}'")));
            assert!(!told(english), "{english} for {danish}");
        }
    }

    #[test]
    fn a_danish_command_line_is_the_same_but_for_its_words() {
        fn names(command: &Command) -> Vec<String> {
            let below = command.get_subcommands().flat_map(names);
            let own = command.get_arguments().map(|argument| argument.get_id().to_string());
            own.chain([command.get_name().to_owned()]).chain(below).collect()
        }
        let mut english = Args::command();
        english.build();
        assert_eq!(names(&in_danish(Args::command())), names(&english));
        assert!(VALUES.is_sorted());
        in_danish(Args::command()).debug_assert();
    }
}
