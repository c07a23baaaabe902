//! The language server. Its surface is `backend`: each request one line into a handler.
//!
//! Nothing is decided here. A notification is left for the one owner of all documents (`state`) before
//! anything else happens, so what arrives first counts first; a request leaves its wish for a snapshot there, and is
//! answered from that snapshot on another thread, where it can be cancelled and may take its time.

mod backend;
mod capabilities;
mod client;
mod complaints;
mod events;
mod handlers;
mod large_texts;
mod raw_responses;
mod registration;
mod state;
mod stdin_reader;
mod stdout_writer;
mod uri;

use std::process::ExitCode;
use std::time::Duration;

use tower_lsp::{LspService, Server};
use workbench::lang::Lang;

use backend::Backend;
use client::ClientNotifier;
use events::StateHandle;
use large_texts::LargeTexts;
use raw_responses::RawResponses;
use state::State;
use stdin_reader::StdinReader;
use stdout_writer::StdoutWriter;
use uri::{Guard, UriMap};

/// At most this many requests may wait for their answers at the same time; they only wait, the work is done elsewhere.
const CONCURRENCY: usize = 64;

/// At most this long the last words may take to reach the client.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// At most this long what waits may still be worked on when the client is gone.
const LAST_WORK: Duration = Duration::from_millis(500);

/// Serves one client on standard input and output, until it says "exit" or is gone; `lang` was asked for.
pub fn run(lang: Option<Lang>) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(4).build();
    let Ok(runtime) = runtime else { return ExitCode::FAILURE };
    let writer = StdoutWriter::start(std::io::stdout(), || std::process::exit(1));
    let orderly = runtime.block_on(serve(writer.clone(), lang));
    writer.drain(LAST_WORDS);
    // Standard input may still be open, and a thread wait for it: nothing but the end of the process ends that.
    std::process::exit(i32::from(!orderly));
}

/// Serves until the end; says whether the client asked for it in good order.
async fn serve(writer: StdoutWriter, lang: Option<Lang>) -> bool {
    let uris = UriMap::default();
    let large_texts = LargeTexts::default();
    let (state, events) = StateHandle::new();
    let (notifier, heard) = ClientNotifier::new(uris.clone());
    let for_state = notifier.clone();
    std::thread::spawn(move || State::run(&events, for_state));
    let (service, socket) = LspService::build(|client| {
        tokio::spawn(client::speak(client, notifier.clone(), heard, state.clone(), writer.clone()));
        Backend::new(state, notifier, large_texts.clone(), lang)
    })
    .custom_method(large_texts::DID_OPEN_LONG, Backend::did_open_long)
    .custom_method(raw_responses::DOCUMENT_SYMBOL, Backend::outline)
    .custom_method(raw_responses::FOLDING_RANGE, Backend::folds)
    .custom_method(raw_responses::SEMANTIC_TOKENS, Backend::tokens)
    .custom_method(raw_responses::CODE_LENS, Backend::lenses)
    .custom_method(raw_responses::INLAY_HINT, Backend::hints)
    .custom_method(raw_responses::DIAGNOSTIC, Backend::findings)
    .finish();
    let ended = service.inner().ended();
    let guard = Guard { inner: service, uris: uris.clone() };
    let service = RawResponses { inner: guard, writer: writer.clone(), uris };
    let orderly = ended.clone();
    let reader = StdinReader::start(std::io::stdin(), writer.clone(), large_texts.clone(), move || {
        // Nobody waits for what is still being worked on.
        std::thread::sleep(LAST_WORK);
        std::process::exit(i32::from(!orderly.load(std::sync::atomic::Ordering::Relaxed)));
    });
    Server::new(reader, writer, socket).concurrency_level(CONCURRENCY).serve(service).await;
    ended.load(std::sync::atomic::Ordering::Relaxed)
}
