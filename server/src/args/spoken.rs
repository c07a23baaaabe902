//! `--lang` wherever somebody writes it: before the command, and with commands that print nothing but help.

use std::ffi::OsString;

use clap::Command;

/// `words` as clap takes them: `--lang` behind the command that knows it, and nowhere else.
pub(super) fn arranged(words: Vec<OsString>, program: &Command) -> Vec<OsString> {
    let until = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let (call, rest) = words.split_at(until);
    let (mut kept, mut spoken) = (Vec::new(), Vec::new());
    let (mut command, mut n_path) = (program, 0);
    let mut call = call.iter().cloned();
    kept.extend(call.next());
    let mut at_command = true;
    while let Some(word) = call.next() {
        let text = word.to_str().unwrap_or_default();
        if text == "--lang" || text.starts_with("--lang=") {
            let value = if text == "--lang" { call.next() } else { None };
            // What a command knows stays where it is: clap sees to it that it stands there once.
            let place = if at_command || !knows(command) { &mut spoken } else { &mut kept };
            place.push(word);
            place.extend(value);
            continue;
        }
        match command.find_subcommand(text).filter(|_| at_command) {
            Some(below) => (command, n_path) = (below, kept.len() + 1),
            None => at_command = false,
        }
        kept.push(word);
    }
    if knows(command) && n_path > 0 {
        kept.splice(n_path..n_path, spoken);
    }
    kept.extend_from_slice(rest);
    kept
}

fn knows(command: &Command) -> bool {
    command.get_arguments().any(|argument| argument.get_id() == "lang")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::arranged;
    use crate::args::Args;

    #[track_caller]
    fn check(call: &str, arranged_call: &str) {
        let mut program = Args::command();
        program.build();
        let words = arranged(call.split(' ').map(Into::into).collect(), &program);
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        assert_eq!(words.join(" "), arranged_call);
    }

    #[test]
    fn the_language_stands_behind_the_command_that_knows_it() {
        check("referent --lang da check a.txt", "referent check --lang da a.txt");
        check("referent --lang=da config show a.txt", "referent config show --lang=da a.txt");
        check("referent check a.txt --lang da", "referent check a.txt --lang da");
        check("referent check -- --lang da", "referent check -- --lang da");
    }

    #[test]
    fn where_no_command_knows_it_only_help_does() {
        for call in [
            "referent help --lang da",
            "referent --lang da help",
            "referent help check --lang da",
            "referent config --lang da",
            "referent config schema --lang da",
            "referent completions bash --lang da",
        ] {
            let words: Vec<&str> = call.split(' ').filter(|word| !["--lang", "da"].contains(word)).collect();
            check(call, &words.join(" "));
        }
    }
}
