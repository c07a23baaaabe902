//! Documents are read in a process of their own, which a bomb, a circle or a fault in a reader ends instead of the program.
//!
//! The process is this program under the name [`COMMAND`]. It takes one document after the other on its standard input and
//! answers on its standard output; who reads many files keeps it, and what it cannot bear costs that one file a message. It
//! takes ten milliseconds to begin, so text is never sent there.

use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use documents::Extracted;
use serde::{Deserialize, Serialize};
use workbench::guard::guarded;
use workbench::lang::Lang;
use workbench::limits::Limits;
use workbench::problem::Problem;

use super::document::refused;
use super::limits;

/// What the process is begun with; no command that a person gives.
pub const COMMAND: &str = "read-documents";

/// What the process says first, so that nothing else is taken for it.
const GREETING: [u8; 8] = *b"referent";

/// Processes that wait for a document.
static IDLE: Mutex<Vec<Helper>> = Mutex::new(Vec::new());

/// What came of one document.
#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    /// It was none.
    Text,
    /// It was read.
    Read(Box<Extracted>),
    /// It cannot be read: why, in Danish and English.
    Refused(String, String),
    /// The reader gave up.
    GaveUp,
}

/// A process that reads documents.
struct Helper {
    child: Child,
    limits: Limits,
    pipes: Option<(ChildStdin, BufReader<ChildStdout>)>,
}

/// Why there is no answer.
enum Silence {
    /// The time was out.
    TooLong,
    /// The process ended.
    Ended,
}

/// What stands in the document `bytes`, the file called `name`; `None` when it is none.
pub(crate) fn read(bytes: &[u8], name: &str, limits: Limits) -> Result<Option<Extracted>, Problem> {
    let idle = take_idle(limits);
    let mut helper =
        idle.map_or_else(|| Helper::start(limits), Ok).map_err(|error| unstarted(name, &error))?;
    let answer = match helper.ask(bytes, name) {
        Ok(answer) => answer,
        // What waited since the last document may have been ended by the system meanwhile.
        Err(silence) => return Err(unread(name, limits, &silence)),
    };
    IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(helper);
    match answer {
        Answer::Text => Ok(None),
        Answer::Read(extracted) => Ok(Some(*extracted)),
        Answer::Refused(da, en) => Err(Problem::new(da, en)),
        Answer::GaveUp => Err(unread(name, limits, &Silence::Ended)),
    }
}

fn take_idle(limits: Limits) -> Option<Helper> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    while let Some(at) = idle.iter().position(|helper| helper.limits == limits) {
        let mut helper = idle.swap_remove(at);
        if matches!(helper.child.try_wait(), Ok(None)) {
            return Some(helper);
        }
    }
    None
}

impl Helper {
    fn start(limits: Limits) -> io::Result<Self> {
        let mut program = Command::new(this_program()?);
        // Ctrl-C is for the program, which ends this process by leaving it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut program, 0);
        let mut child = program
            .arg(COMMAND)
            .args([limits.memory, limits.seconds].map(|n| n.to_string()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // What a dying process says is for programmers, and may quote the document.
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let mut helper = Self { child, limits, pipes: None };
        let mut output = BufReader::new(output);
        let mut greeting = GREETING.map(|_| 0);
        output.read_exact(&mut greeting)?;
        if greeting != GREETING {
            return Err(io::ErrorKind::InvalidData.into());
        }
        helper.pipes = Some((input, output));
        Ok(helper)
    }

    /// Sends the document and waits for the answer, no longer than the limits allow.
    fn ask(&mut self, bytes: &[u8], name: &str) -> Result<Answer, Silence> {
        let (mut input, mut output) = self.pipes.take().ok_or(Silence::Ended)?;
        let (sender, receiver) = channel();
        let found = thread::scope(|scope| {
            scope.spawn(move || {
                let answered = send(&mut input, name.as_bytes())
                    .and_then(|()| send(&mut input, bytes))
                    .and_then(|()| receive(&mut output));
                // Nobody is left to be told when the time is out.
                let _ = sender.send(answered.map(|answer| (answer, (input, output))));
            });
            let found = receiver.recv_timeout(limits::time(self.limits));
            if !matches!(found, Ok(Ok(_))) {
                // Ends the thread too, which is waiting for the process.
                let _ = self.child.kill();
            }
            found
        });
        match found {
            Ok(Ok((answer, pipes))) => {
                self.pipes = Some(pipes);
                serde_json::from_slice(&answer).map_err(|_| Silence::Ended)
            }
            Err(RecvTimeoutError::Timeout) => Err(Silence::TooLong),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(Silence::Ended),
        }
    }
}

impl Drop for Helper {
    /// An ended process is not left to the system.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The file of this program, or on Linux a way to it that holds when another version has taken its place. Elsewhere that
/// way would be any file that somebody put there.
fn this_program() -> io::Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        Ok(running.to_owned())
    } else {
        std::env::current_exe()
    }
}

/// Reads documents until nobody sends any more; `args` are the limits.
pub fn serve(mut args: impl Iterator<Item = String>) -> io::Result<()> {
    let mut number = |otherwise| args.next().and_then(|arg| arg.parse().ok()).unwrap_or(otherwise);
    let standard = Limits::default();
    let limits = Limits { memory: number(standard.memory), seconds: number(standard.seconds) };
    let _held = limits::hold_to(limits);
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    output.write_all(&GREETING)?;
    output.flush()?;
    while let Ok(name) = receive(&mut input) {
        let bytes = receive(&mut input)?;
        limits::allow_time(limits);
        let answer = serde_json::to_vec(&answer(&bytes, &String::from_utf8_lossy(&name)))?;
        send(&mut output, &answer)?;
    }
    Ok(())
}

fn answer(bytes: &[u8], name: &str) -> Answer {
    match guarded(|| documents::read(bytes, name)) {
        Ok(None) => Answer::Text,
        Ok(Some(Ok(extracted))) => Answer::Read(Box::new(extracted)),
        Ok(Some(Err(fault))) => {
            let why = refused(fault, name);
            Answer::Refused(why.text(Lang::Da).to_owned(), why.text(Lang::En).to_owned())
        }
        Err(_) => Answer::GaveUp,
    }
}

/// Sends `bytes` with their number before them.
fn send(output: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    output.write_all(&(bytes.len() as u64).to_le_bytes())?;
    output.write_all(bytes)?;
    output.flush()
}

/// What [`send`] sent.
fn receive(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut len = [0; 8];
    input.read_exact(&mut len)?;
    let len = u64::from_le_bytes(len);
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(usize::try_from(len).unwrap_or(usize::MAX)).is_err() {
        return Err(io::ErrorKind::OutOfMemory.into());
    }
    input.take(len).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == len { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

fn unread(name: &str, limits: Limits, silence: &Silence) -> Problem {
    let Limits { memory, seconds } = limits;
    match silence {
        Silence::TooLong => Problem::new(
            format!(
                "{name} er ikke læst: det tager mere end {seconds} sekunder; gem den igen i det program, den kommer \
                 fra, eller giv den mere tid med seconds under [documents] i referent.toml"
            ),
            format!(
                "{name} was not read: it takes more than {seconds} seconds; save it again in the program it comes \
                 from, or give it more time by seconds under [documents] in referent.toml"
            ),
        ),
        Silence::Ended => Problem::new(
            format!(
                "{name} er ikke læst: den er bygget, så læsningen giver op eller kræver mere end {memory} MiB \
                 hukommelse; gem den igen i det program, den kommer fra, eller tillad mere med memory under \
                 [documents] i referent.toml"
            ),
            format!(
                "{name} was not read: it is built so that reading gives up or takes more than {memory} MiB of \
                 memory; save it again in the program it comes from, or allow more by memory under [documents] in \
                 referent.toml"
            ),
        ),
    }
}

fn unstarted(name: &str, error: &io::Error) -> Problem {
    let (da, en) = super::reason(error);
    Problem::new(
        format!("{name} er ikke læst: programmet kan ikke starte den proces, der læser dokumenter ({da})"),
        format!("{name} was not read: the program cannot start the process that reads documents ({en})"),
    )
}
