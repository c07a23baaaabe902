//! The program `referent`: arguments in, exit code out.

mod args;
mod cli;
mod complaints;
mod dropped;

use std::process::ExitCode;

use files::environment;
use workbench::problem::Problem;

use crate::args::{Args, Command};
use crate::cli::Exit;
use crate::complaints::complain;

/// Gives memory back when documents are closed, which the C library of Linux does not. See `.cargo/config.toml`.
#[cfg(all(feature = "jemalloc", not(target_env = "msvc")))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    workbench::guard::install();
    let mut words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    if words.next().as_deref() == Some(files::READ_DOCUMENTS) {
        // Whoever asked hears of a broken pipe from its own end.
        let _ = files::read_documents(words);
        return ExitCode::SUCCESS;
    }
    let mut page = None;
    let args = match dropped::files(std::env::args_os()).map(dropped::call) {
        None => Args::of_the_call(cli::language_here),
        Some(Ok((written, args))) => {
            page = Some(written);
            args
        }
        Some(Err(problem)) => {
            complain(problem.text(environment::language()));
            return Exit::Failed.into();
        }
    };
    if let Command::Lsp(args) = &args.command {
        return lsp_server::run(args.texts.lang);
    }
    let lang = args.lang().unwrap_or_else(environment::language);
    let interrupted = Problem::new("afbrudt", "interrupted");
    files::tidy_when_interrupted(move || {
        cli::clear_progress();
        complain(interrupted.text(lang));
    });
    let exit = match workbench::guard::guarded(|| cli::run(&args, lang)) {
        Ok(Ok(exit)) => exit,
        Ok(Err(error)) => {
            let lang = args.lang().or_else(cli::language_here).unwrap_or(lang);
            complaints::complain_of(&error, lang);
            Exit::Failed
        }
        Err(place) => {
            complain(Problem::internal(&place).text(lang));
            Exit::Failed
        }
    };
    match page {
        Some(page) if exit == Exit::Failed => files::forget_page(&page),
        Some(page) => println!("{}", page.display()),
        None => {}
    }
    exit.into()
}
