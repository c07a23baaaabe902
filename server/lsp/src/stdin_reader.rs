//! Standard input of the server: takes messages off the wire and passes on those that are messages.
//!
//! The framework ends the session at the first bytes that are no message of JSON-RPC. Here such bytes are answered as
//! the protocol says, and the next message is looked for.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use serde::Deserialize;
use serde_json::json;
use tokio::io::{AsyncRead, ReadBuf};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tower_lsp::jsonrpc::{Id, Response};

use super::large_texts::LargeTexts;
use super::stdout_writer::StdoutWriter;

/// At most this many headers and bodies of messages may wait to be taken by the framework.
const MOST_WAITING: usize = 512;

/// No document is this long; a length beyond it is a broken header.
const MOST_BYTES: usize = 1 << 30;

/// Where the framework reads.
#[derive(Debug)]
pub(crate) struct StdinReader {
    messages: Receiver<Vec<u8>>,
    current: Vec<u8>,
    taken: usize,
}

impl StdinReader {
    /// Starts the thread that reads `input`; what is no message is answered through `writer`, and long texts are left
    /// in `large_texts`. `ended` is called when there is no more, which may be long before the messages that wait are dealt
    /// with.
    pub(crate) fn start(
        input: impl Read + Send + 'static,
        writer: StdoutWriter,
        large_texts: LargeTexts,
        ended: impl FnOnce() + Send + 'static,
    ) -> Self {
        let (sender, messages) = channel(MOST_WAITING);
        std::thread::spawn(move || {
            // An input that breaks has ended; the framework sees the end when the sender is gone.
            let _ = read(&mut BufReader::new(input), &sender, &writer, &large_texts);
            drop(sender);
            ended();
        });
        Self { messages, current: Vec::new(), taken: 0 }
    }
}

fn read(
    input: &mut impl BufRead,
    messages: &Sender<Vec<u8>>,
    writer: &StdoutWriter,
    large_texts: &LargeTexts,
) -> io::Result<()> {
    while let Some(header) = header(input)? {
        let Some(length) = header.filter(|length| *length <= MOST_BYTES) else {
            refuse(writer, -32700, "no Content-Length");
            continue;
        };
        let mut body = Vec::new();
        // Where there is not so much room, reading tells; a length that is only claimed costs nothing.
        let _ = body.try_reserve_exact(length);
        input.take(length as u64).read_to_end(&mut body)?;
        let light = match judge(&body) {
            Ok((method, text)) => large_texts.lighten(&method, text),
            Err((code, words)) => {
                refuse(writer, code, words);
                continue;
            }
        };
        let body = light.map_or(body, String::into_bytes);
        let header = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
        if [header, body].into_iter().any(|part| messages.blocking_send(part).is_err()) {
            return Ok(());
        }
    }
    Ok(())
}

/// The length that the next header gives, if it does; `None` at the end of input.
///
/// After a message that was longer or shorter than it said, what is left of it stands before the next header, on the
/// same line: the header is found there, so that one wrong length does not cost the session.
fn header(input: &mut impl BufRead) -> io::Result<Option<Option<usize>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line).to_ascii_lowercase();
        if let Some((_, value)) = line.rsplit_once("content-length:") {
            length = value.trim().parse().ok();
        } else if line.ends_with('\n') && !line.contains(':') {
            return Ok(Some(length));
        }
    }
}

/// At most this much of a line is looked at together; headers are far shorter.
const LONGEST_LINE: u64 = 4096;

/// What makes a message a request or a notification.
#[derive(Deserialize)]
struct Envelope<'m> {
    #[serde(borrow)]
    jsonrpc: Cow<'m, str>,
    #[serde(borrow, default)]
    method: Option<Cow<'m, str>>,
    #[serde(default)]
    #[expect(dead_code, reason = "an id of another kind is refused while it is read")]
    id: Option<Id>,
}

/// What `body` calls for, and its text, if the framework can take it; else the code and the words of the refusal.
fn judge(body: &[u8]) -> Result<(Cow<'_, str>, &str), (i64, &'static str)> {
    let text = std::str::from_utf8(body).map_err(|_| (-32700, "no UTF-8"))?;
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => (-32600, "no message of JSON-RPC"),
        _ => (-32700, "no JSON"),
    })?;
    let answers = || serde_json::from_str::<Response>(text).is_ok();
    if envelope.jsonrpc != "2.0" || envelope.method.is_none() && !answers() {
        return Err((-32600, "no message of JSON-RPC 2.0"));
    }
    Ok((envelope.method.unwrap_or_default(), text))
}

fn refuse(writer: &StdoutWriter, code: i64, words: &str) {
    let error = json!({"jsonrpc": "2.0", "id": null, "error": {"code": code, "message": words}});
    writer.post("", error.to_string(), "");
}

impl AsyncRead for StdinReader {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // A body may be empty, but an empty read would be the end.
        while self.taken == self.current.len() {
            match self.messages.poll_recv(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(Ok(())),
                Poll::Ready(Some(message)) => (self.current, self.taken) = (message, 0),
            }
        }
        let n = buffer.remaining().min(self.current.len() - self.taken);
        buffer.put_slice(&self.current[self.taken..self.taken + n]);
        self.taken += n;
        if self.taken == self.current.len() {
            (self.current, self.taken) = (Vec::new(), 0);
        }
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::{header, judge};

    #[test]
    fn only_messages_are_passed_on() {
        let request = r#"{"jsonrpc":"2.0","id":"a","method":"x","params":{"æ":[1]}}"#;
        let answers = [
            r#"{"jsonrpc":"2.0","id":1,"result":null}"#,
            r#"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"m"}}"#,
        ];
        assert!(
            judge(request.as_bytes()).is_ok()
                && answers.iter().all(|answer| judge(answer.as_bytes()).is_ok())
        );
        for garbage in [
            "",
            "{",
            "[]",
            "{}",
            "null",
            r#"{"jsonrpc":"1.0","method":"x"}"#,
            r#"{"jsonrpc":"2.0","id":[],"method":"x"}"#,
        ] {
            assert!(judge(garbage.as_bytes()).is_err(), "{garbage}");
        }
        assert_eq!(judge(b"{\"a\": \"\xff\"}").expect_err("no text").0, -32700);
    }

    #[test]
    fn a_header_may_hold_other_lines_or_none() {
        let read = |text: &str| header(&mut text.as_bytes()).expect("a slice can be read");
        assert_eq!(read("content-length: 7\r\nContent-Type: x\r\n\r\n"), Some(Some(7)));
        assert_eq!(read("Content-Length: æ\r\n\r\n"), Some(None));
        assert_eq!(read("nonsense\r\n"), Some(None));
        assert_eq!(read(""), None);
        assert_eq!(read("\"rest\": 1}Content-Length: 7\r\n\r\n"), Some(Some(7)));
    }
}
