//! Patterns of file names as in `.gitignore`: one without a slash counts in every folder.

use std::path::Path;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::foreign::danish;
use crate::problem::Problem;

/// Patterns, read.
#[derive(Clone, Debug)]
pub struct Globs(Gitignore);

impl Globs {
    /// Reads `patterns`.
    pub fn new(patterns: &[String]) -> Result<Self, Problem> {
        let mut builder = GitignoreBuilder::new(".");
        for pattern in patterns {
            if leaves_bracket_open(pattern) {
                return Err(unclosed(pattern));
            }
            // At the start of a line these two mean something else in a `.gitignore`.
            let escape = if pattern.starts_with(['#', '!']) { "\\" } else { "" };
            builder
                .add_line(None, &format!("{escape}{pattern}"))
                .map_err(|error| bad_pattern(pattern, &error))?;
        }
        builder.build().map(Self).map_err(|error| bad_pattern(&patterns.join(" "), &error))
    }

    /// No patterns.
    pub fn none() -> Self {
        Self(Gitignore::empty())
    }

    /// Is the folder called `name` meant?
    pub fn names_folder(&self, name: &Path) -> bool {
        self.0.matched(name, true).is_ignore()
    }

    /// Is the file called `name` meant?
    pub fn names_file(&self, name: &Path) -> bool {
        self.0.matched(name, false).is_ignore()
    }

    /// Is the file called `name`, or one of its folders, meant?
    pub fn covers(&self, name: &Path) -> bool {
        let mut folders = name.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        self.names_file(name) || folders.any(|folder| self.names_folder(folder))
    }
}

/// "x[": git takes it for the sign itself, and the writer has forgotten the rest.
fn leaves_bracket_open(pattern: &str) -> bool {
    let mut escaped = false;
    let mut open = None;
    for (at, c) in pattern.char_indices() {
        match (c, open) {
            _ if escaped => escaped = false,
            ('\\', _) => escaped = true,
            ('[', None) => open = Some(at),
            // "[]a]" and "[!]a]" hold the sign.
            (']', Some(start)) if !matches!(&pattern[start + 1..at], "" | "!" | "^") => open = None,
            _ => {}
        }
    }
    open.is_some()
}

fn unclosed(pattern: &str) -> Problem {
    Problem::new(
        format!("mønsteret \"{pattern}\" kan ikke læses: \"[\" lukkes ikke; skriv \"\\[\" for selve tegnet"),
        format!(
            "the pattern \"{pattern}\" cannot be read: \"[\" is not closed; write \"\\[\" for the sign itself"
        ),
    )
}

fn bad_pattern(pattern: &str, error: &ignore::Error) -> Problem {
    let error = error.to_string();
    // The pattern has been named.
    let why = error.strip_prefix(&format!("error parsing glob '{pattern}': ")).unwrap_or(&error);
    Problem::new(
        format!("mønsteret \"{pattern}\" kan ikke læses: {}", danish(why)),
        format!("the pattern \"{pattern}\" cannot be read: {why}"),
    )
}

#[cfg(test)]
mod tests {
    use super::Globs;
    use std::path::Path;

    #[test]
    fn a_bracket_that_is_left_open_is_no_pattern() {
        for pattern in ["x[", "**[", "a[bc", "[]"] {
            assert!(Globs::new(&[pattern.to_owned()]).is_err(), "{pattern}");
        }
        for pattern in ["[ab].txt", "a\\[b", "[]a]", "a]"] {
            assert!(Globs::new(&[pattern.to_owned()]).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_without_a_slash_counts_in_every_folder() {
        let globs = Globs::new(&["kladde*".to_owned(), "arkiv/".to_owned()]).expect("patterns");
        let covers = |name| globs.covers(Path::new(name));
        for name in ["kladde.txt", "a/kladde-2.txt", "a/arkiv/april.txt", "/srv/arkiv/april.txt"] {
            assert!(covers(name), "{name}");
        }
        assert!(!covers("april.txt") && !covers("arkiv"));
    }
}
