//! The language server. Its surface is `shell`: each request one line into a handler.
//!
//! Nothing is decided here. A notification is left on the desk of the one owner of all documents (`state`) before
//! anything else happens, so what arrives first counts first; a request leaves its wish for a snapshot there, and is
//! answered from that snapshot on another thread, where it can be cancelled and may take its time.

mod answers;
mod capabilities;
mod changes;
mod client;
mod commands;
mod complaints;
mod config;
mod document;
mod edits;
mod fixes;
mod handlers;
mod inbox;
mod kind;
mod manner;
mod occurrences;
mod outbox;
mod outcomes;
mod parcels;
mod phrases;
mod position;
mod projects;
mod registration;
mod session;
mod shell;
mod state;
mod structure;
mod typing;
mod uri;

use std::process::ExitCode;
use std::time::Duration;

use tower_lsp::{LspService, Server};

use answers::Answers;
use client::Voice;
use inbox::Inbox;
use outbox::Outbox;
use parcels::Parcels;
use shell::Shell;
use state::{Desk, World};
use uri::{Guard, Spelling};

use crate::lang::Lang;

/// So many requests may wait for their answers at the same time; they only wait, the work is done elsewhere.
const CONCURRENCY: usize = 64;

/// So long the last words may take to reach the client.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// So long what waits may still be worked on when the client is gone.
const LAST_WORK: Duration = Duration::from_millis(500);

/// Serves one client on standard input and output, until it says "exit" or is gone; `lang` was asked for.
pub(crate) fn run(lang: Option<Lang>) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(4).build();
    let Ok(runtime) = runtime else { return ExitCode::FAILURE };
    let outbox = Outbox::start(std::io::stdout(), || std::process::exit(1));
    let orderly = runtime.block_on(serve(outbox.clone(), lang));
    outbox.drain(LAST_WORDS);
    // Standard input may still be open, and a thread wait for it: nothing but the end of the process ends that.
    std::process::exit(i32::from(!orderly));
}

/// Serves until the end; says whether the client asked for it in good order.
async fn serve(outbox: Outbox, lang: Option<Lang>) -> bool {
    let spelling = Spelling::default();
    let parcels = Parcels::default();
    let (desk, events) = Desk::new();
    let (voice, heard) = Voice::new(spelling.clone());
    let for_world = voice.clone();
    std::thread::spawn(move || World::run(&events, for_world));
    let (service, socket) = LspService::build(|client| {
        tokio::spawn(client::speak(client, voice.clone(), heard, desk.clone(), outbox.clone()));
        Shell::new(desk, voice, parcels.clone(), lang)
    })
    .custom_method(parcels::DID_OPEN_LONG, Shell::did_open_long)
    .custom_method(answers::DOCUMENT_SYMBOL, Shell::outline)
    .custom_method(answers::FOLDING_RANGE, Shell::folds)
    .custom_method(answers::SEMANTIC_TOKENS, Shell::tokens)
    .custom_method(answers::CODE_LENS, Shell::lenses)
    .custom_method(answers::INLAY_HINT, Shell::hints)
    .custom_method(answers::DIAGNOSTIC, Shell::findings)
    .finish();
    let ended = service.inner().ended();
    let guard = Guard { inner: service, spelling: spelling.clone() };
    let service = Answers { inner: guard, outbox: outbox.clone(), spelling };
    let orderly = ended.clone();
    let inbox = Inbox::start(std::io::stdin(), outbox.clone(), parcels.clone(), move || {
        // Nobody waits for what is still being worked on.
        std::thread::sleep(LAST_WORK);
        std::process::exit(i32::from(!orderly.load(std::sync::atomic::Ordering::Relaxed)));
    });
    Server::new(inbox, outbox, socket).concurrency_level(CONCURRENCY).serve(service).await;
    ended.load(std::sync::atomic::Ordering::Relaxed)
}
