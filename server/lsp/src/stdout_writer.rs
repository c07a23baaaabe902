//! Standard output of the server: takes everything at once and writes it from its own thread.
//!
//! The framework stops reading while an answer waits to be written. A client that writes much before it reads would
//! then wait for us while we wait for it; so nothing that we say may ever have to wait.

use std::io::{self, BufWriter, Write};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::AsyncWrite;

/// Where the framework writes.
#[derive(Clone, Debug)]
pub(crate) struct StdoutWriter {
    large_texts: Sender<Output>,
    waiting: Arc<AtomicUsize>,
}

#[derive(Debug)]
enum Output {
    Bytes(Vec<u8>),
    /// A message whose body is not worth copying, with what stands before and after it.
    Framed(String, String, String),
    /// Everything before this is to be written, and then told.
    Drained(Sender<()>),
}

impl StdoutWriter {
    /// Starts the thread that writes to `output`. When that is closed nobody listens any more, and `gone` is called.
    pub(crate) fn start(output: impl Write + Send + 'static, gone: impl FnOnce() + Send + 'static) -> Self {
        let (large_texts, received) = channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let written = waiting.clone();
        std::thread::spawn(move || {
            if write(output, &received, &written).is_err() {
                gone();
            }
        });
        Self { large_texts, waiting }
    }

    /// Bytes that are not written yet.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// Leaves the message of JSON that `before`, `body` and `after` make together.
    pub(crate) fn post(&self, before: &str, body: String, after: &str) {
        let length = before.len() + body.len() + after.len();
        let before = format!("Content-Length: {length}\r\n\r\n{before}");
        // Nobody takes it only when nobody listens any more.
        let _ = self.leave(Output::Framed(before, body, after.to_owned()));
    }

    fn leave(&self, parcel: Output) -> io::Result<()> {
        self.waiting.fetch_add(parcel.len(), Ordering::Relaxed);
        self.large_texts.send(parcel).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    /// Waits until everything is written, or for `limit`.
    pub(crate) fn drain(&self, limit: Duration) {
        let (told, written) = channel();
        if self.large_texts.send(Output::Drained(told)).is_ok() {
            // Late or never: the process ends either way.
            let _ = written.recv_timeout(limit);
        }
    }
}

impl Output {
    fn len(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Framed(before, body, after) => before.len() + body.len() + after.len(),
            Self::Drained(_) => 0,
        }
    }
}

fn write(output: impl Write, large_texts: &Receiver<Output>, waiting: &AtomicUsize) -> io::Result<()> {
    let mut output = BufWriter::new(output);
    while let Ok(parcel) = large_texts.recv() {
        let len = parcel.len();
        match parcel {
            Output::Bytes(bytes) => output.write_all(&bytes)?,
            Output::Framed(before, body, after) => {
                output.write_all(before.as_bytes())?;
                output.write_all(body.as_bytes())?;
                output.write_all(after.as_bytes())?;
            }
            Output::Drained(told) => {
                // Who asked may have stopped waiting.
                let _ = told.send(());
            }
        }
        output.flush()?;
        waiting.fetch_sub(len, Ordering::Relaxed);
    }
    Ok(())
}

impl AsyncWrite for StdoutWriter {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Ready(self.leave(Output::Bytes(bytes.to_vec())).map(|()| bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
