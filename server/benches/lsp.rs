//! The built server, driven over its pipes as an editor does: how long from an edit to its findings.
//!
//! `cargo bench --bench lsp` prints a table. Times are from the last byte of the edit written to the last byte of the
//! findings read, in milliseconds; memory is what the system counts as resident.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const URI: &str = "file:///ws/bench.referat";

struct Server {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    begun: Instant,
    id: u64,
}

impl Server {
    fn start() -> Self {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_referent"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let stdin = child.stdin.take().expect("a pipe");
        let stdout = BufReader::with_capacity(1 << 16, child.stdout.take().expect("a pipe"));
        let mut server = Self { child, stdin, stdout, begun, id: 0 };
        let text = json!({"publishDiagnostics": {"relatedInformation": true}, "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}});
        server.request("initialize", json!({"capabilities": {"textDocument": text}}));
        server.notify("initialized", json!({}));
        server
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
        self.stdin.flush().expect("the server reads");
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Reads messages until one holds `words`.
    fn wait(&mut self, words: &str) -> Vec<u8> {
        loop {
            let mut length = 0;
            loop {
                let mut line = String::new();
                assert!(self.stdout.read_line(&mut line).expect("a line") > 0, "the server has ended");
                match line.strip_prefix("Content-Length: ") {
                    Some(value) => length = value.trim_end().parse().expect("a length"),
                    None => break,
                }
            }
            let mut body = vec![0; length];
            self.stdout.read_exact(&mut body).expect("a message");
            // What is waited for stands at the end, so that looking for it costs nothing.
            if body[body.len().saturating_sub(60)..].windows(words.len()).any(|end| end == words.as_bytes()) {
                return body;
            }
        }
    }

    fn request(&mut self, method: &str, params: Value) -> Vec<u8> {
        self.id += 1;
        let id = self.id;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        self.wait(&format!("\"id\":{id}}}"))
    }

    fn open(&mut self, text: &str) {
        let document = json!({"uri": URI, "languageId": "referat", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
        self.wait("\"version\":1}");
    }

    /// Types a letter on `line`, or takes it away again, and waits for the findings.
    fn edit(&mut self, version: usize, line: usize) -> Duration {
        let (end, text) = if version.is_multiple_of(2) { (0, "x") } else { (1, "") };
        let range = json!({"start": {"line": line, "character": 0}, "end": {"line": line, "character": end}});
        let document = json!({"uri": URI, "version": version});
        let params = json!({"textDocument": document, "contentChanges": [{"range": range, "text": text}]});
        let begun = Instant::now();
        self.notify("textDocument/didChange", params);
        self.wait(&format!("\"version\":{version}}}"));
        begun.elapsed()
    }

    /// Resident memory in bytes; 0 where the system does not tell.
    fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.trim().split(' ').next()?.parse::<usize>().ok()).unwrap_or(0) * 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // What was measured is printed; how the server ends is for the tests.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Minutes of about `size` bytes, with a fault in every tenth item.
fn minutes(size: usize) -> String {
    let mut text =
        "Social- og Omsorgsudvalget - 12-10-2021\n\nReferat\nDato:\nTirsdag, 12 oktober, 2021 - 16:30\n"
            .to_owned();
    let mut number = 0;
    while text.len() < size {
        number += 1;
        let at = if number % 10 == 0 { "At" } else { "at" };
        text.push_str(&format!(
            "\nPunkt {number} Kvalitetsstandard nr. {number} for aflastning i hjemmet\n\nSagsresumé\n\nUdvalget får her forelagt \
             forslaget for 2022, som indeholder to ændringer i forhold til den gældende standard.\n\nSagsbeskrivelse:\n\n\
             Kommunen tilbyder aflastning til familier, der passer en ægtefælle. I 2021 har 64 familier fået hjælp i \
             gennemsnitligt fem timer om ugen. Forslaget blev sendt i høring den 4. maj 2021, jf. bilag 1.\n\n\
             Økonomiske konsekvenser\n\nÆndringerne holdes inden for rammen på 4,6 mio. kr.\n\nVurdering\n\nForvaltningen \
             vurderer, at de to ændringer giver familierne større frihed.\n\nIndstillinger\n\nSocial og Omsorg indstiller,\n\n  \
             1. at udvalget godkender standarden.\n  2. {at} udvalget drøfter svarene.\n\nBeslutning i Social- og \
             Omsorgsudvalget den 12-10-2021\n\nAd 1. Godkendt.\n\nAd 2. Drøftet.\n"
        ));
    }
    text
}

/// The value that `percent` of `times` do not exceed, in milliseconds.
fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    times[(times.len() * percent / 100).min(times.len() - 1)].as_secs_f64() * 1000.0
}

fn measure(size: usize, n_edits: usize) {
    let text = minutes(size);
    let line = text[..text.len() / 2].matches('\n').count() + 1;
    let mut server = Server::start();
    let begun = Instant::now();
    server.open(&text);
    let opened = begun.elapsed().as_secs_f64() * 1000.0;
    let mut edits: Vec<Duration> = (2..n_edits + 2).map(|version| server.edit(version, line)).collect();
    let memory = server.memory();
    let name = format!("{} bytes", text.len());
    println!("{name:<24} open {opened:8.1}   memory {:6.1} MB", memory as f64 / 1e6);
    row("edit to findings", &mut edits, 0);
    if size >= 1_000_000 {
        requests(&mut server, line);
        println!("{:<24} memory {:6.1} MB", "after all requests", server.memory() as f64 / 1e6);
    }
}

/// Prints least, median and 95th percentile of `times`.
fn row(name: &str, times: &mut [Duration], bytes: usize) {
    let [least, p50, p95] = [0, 50, 95].map(|percent| percentile(times, percent));
    println!("  {name:<34} least {least:7.2}   p50 {p50:7.2}   p95 {p95:7.2}   {bytes:>9} bytes");
}

/// Every request that reads a whole document, and one about a place in its middle.
fn requests(server: &mut Server, line: usize) {
    let (start, end) = (json!({"line": line, "character": 0}), json!({"line": line + 60, "character": 0}));
    for (method, more) in [
        ("documentSymbol", json!({})),
        ("foldingRange", json!({})),
        ("semanticTokens/full", json!({})),
        ("semanticTokens/range", json!({"range": {"start": start, "end": end}})),
        ("diagnostic", json!({})),
        ("codeLens", json!({})),
        ("inlayHint", json!({"range": {"start": start, "end": end}})),
        ("documentLink", json!({})),
        ("formatting", json!({"options": {"tabSize": 4, "insertSpaces": true}})),
        ("codeAction", json!({"range": {"start": start, "end": start}, "context": {"diagnostics": []}})),
        ("hover", json!({"position": start})),
        ("completion", json!({"position": start})),
        ("definition", json!({"position": start})),
        ("references", json!({"position": start, "context": {"includeDeclaration": true}})),
        ("prepareRename", json!({"position": start})),
    ] {
        let mut params = json!({"textDocument": {"uri": URI}});
        if let (Value::Object(params), Value::Object(more)) = (&mut params, more) {
            params.extend(more);
        }
        ask(server, &format!("textDocument/{method}"), &params);
    }
    ask(server, "workspace/symbol", &json!({"query": "aflastning"}));
}

fn ask(server: &mut Server, method: &str, params: &Value) {
    let mut bytes = 0;
    let mut times: Vec<Duration> = (0..20)
        .map(|_| {
            let begun = Instant::now();
            bytes = server.request(method, params.clone()).len();
            begun.elapsed()
        })
        .collect();
    row(method, &mut times, bytes);
}

/// Opens and closes 500 documents of 100 KB.
fn many() {
    let text = minutes(100_000);
    let mut server = Server::start();
    server.open(&text);
    let before = server.memory();
    let uri = |n: usize| format!("file:///ws/{n}.referat");
    for n in 0..500 {
        let document = json!({"uri": uri(n), "languageId": "referat", "version": 1, "text": text});
        server.notify("textDocument/didOpen", json!({"textDocument": document}));
        server.wait("\"version\":1}");
    }
    let open = server.memory();
    for n in 0..500 {
        server.notify("textDocument/didClose", json!({"textDocument": {"uri": uri(n)}}));
        server.wait(&format!("\"uri\":\"{}\"}}", uri(n)));
    }
    let [before, open, closed] = [before, open, server.memory()].map(|bytes| bytes as f64 / 1e6);
    println!("memory with 1, 501 and 1 documents: {before:.1} -> {open:.1} -> {closed:.1} MB");
}

fn main() {
    // Arguments of `cargo bench` and `cargo test --benches` mean nothing here.
    for (size, n_edits) in [(10_000, 400), (100_000, 400), (1_000_000, 200), (10_000_000, 60)] {
        measure(size, n_edits);
    }
    let text = minutes(100_000);
    let mut starts: Vec<Duration> = (0..10)
        .map(|_| {
            let mut server = Server::start();
            server.open(&text);
            server.begun.elapsed()
        })
        .collect();
    row("start to first findings, 100 KB", &mut starts, 0);
    let mut server = Server::start();
    server.open(&text);
    (2..1002).for_each(|version| {
        server.edit(version, 500);
    });
    let before = server.memory();
    (1002..11_002).for_each(|version| {
        server.edit(version, 500);
    });
    println!("memory over 10000 edits: {:.1} -> {:.1} MB", before as f64 / 1e6, server.memory() as f64 / 1e6);
    many();
}
