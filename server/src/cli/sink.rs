//! Where a report goes: standard output or a file.

use std::io::{BufWriter, ErrorKind, IsTerminal, Write, stderr, stdout};
use std::path::Path;

use files::Output;
use rules::privacy::shown;
use workbench::lang::Lang;
use workbench::problem::Problem;

use crate::args::Color;

enum Out {
    Stream(Box<dyn Write + Send>),
    File(BufWriter<Output>),
}

/// What a text that is written is, which says how its file may be called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Page,
}

/// Writes `text` to the file at `output`, which must not exist and is told of, or to standard output.
pub(super) fn deliver(output: Option<&Path>, text: &str, kind: Kind, lang: Lang) -> anyhow::Result<()> {
    let Some(path) = output else {
        let mut sink = Sink::stdout(false);
        sink.write(text)?;
        return sink.close();
    };
    let name = files::name(path);
    if files::lies_at(path) || path.is_dir() {
        return Err(Problem::new(
            format!("{name} findes allerede; vælg et andet navn"),
            format!("{name} exists already; choose another name"),
        )
        .into());
    }
    match kind {
        Kind::Text => files::put_new(path, text)?,
        Kind::Page => files::put_page(path, text)?,
    }
    written(&name, lang);
    Ok(())
}

/// Says that the file called `name` is there now.
pub(super) fn written(name: &str, lang: Lang) {
    // The file is there, whether anybody can be told or not.
    let _ = writeln!(stderr(), "{} {}", shown(name), lang.pick("er skrevet", "is written"));
}

/// Takes the text of a report.
pub(super) struct Sink {
    /// `None` when the reader has gone away, as `head` does.
    out: Option<Out>,
    name: String,
    on_terminal: bool,
}

impl Sink {
    /// Standard output; `color` says whether escape codes will be written.
    pub(super) fn stdout(color: bool) -> Self {
        let out: Box<dyn Write + Send> = if color {
            // Old consoles of Windows do not know the codes; the stream speaks to them in their own way.
            Box::new(anstream::AutoStream::always(stdout()))
        } else {
            Box::new(BufWriter::new(stdout()))
        };
        let out = Some(Out::Stream(out));
        Self { out, name: "standard output".to_owned(), on_terminal: stdout().is_terminal() }
    }

    /// Standard error, where the report goes when standard output is taken.
    pub(super) fn stderr() -> Self {
        let out: Box<dyn Write + Send> = Box::new(BufWriter::new(stderr()));
        let out = Some(Out::Stream(out));
        Self { out, name: "standard error".to_owned(), on_terminal: stderr().is_terminal() }
    }

    /// The file at `path`, which is there when the report is whole.
    pub(super) fn file(path: &Path) -> Result<Self, Problem> {
        let file = files::create(path)?;
        let name = path.display().to_string();
        Ok(Self { out: Some(Out::File(BufWriter::new(file))), name, on_terminal: false })
    }

    /// Writes `text`; at a terminal it is seen at once.
    pub(super) fn write(&mut self, text: &str) -> anyhow::Result<()> {
        let flush = self.on_terminal;
        self.attempt(|out| {
            out.write_all(text.as_bytes())?;
            if flush { out.flush() } else { Ok(()) }
        })
    }

    /// Writes `bytes` as they are.
    pub(super) fn write_bytes(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.attempt(|out| out.write_all(bytes))
    }

    /// Makes sure that everything has arrived; a file is not there yet.
    pub(super) fn flush(&mut self) -> anyhow::Result<()> {
        self.attempt(|out| out.flush())
    }

    /// Makes sure that everything has arrived, and that a file is there.
    pub(super) fn close(&mut self) -> anyhow::Result<()> {
        self.flush()?;
        if let Some(Out::File(file)) = self.out.take_if(|out| matches!(out, Out::File(_))) {
            let settled = file.into_inner().map_err(std::io::Error::from).and_then(Output::settle);
            settled.map_err(|error| files::unwritable(&self.name, &error))?;
        }
        Ok(())
    }

    fn attempt(&mut self, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> anyhow::Result<()> {
        let out: &mut dyn Write = match self.out.as_mut() {
            None => return Ok(()),
            Some(Out::Stream(out)) => out,
            Some(Out::File(out)) => out,
        };
        match write(out) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.out = None;
                Ok(())
            }
            result => Ok(result.map_err(|error| files::unwritable(&self.name, &error))?),
        }
    }
}

/// Are colours wanted on standard output?
pub(super) fn colors(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(&stdout()) != anstream::ColorChoice::Never,
    }
}
