//! Clients that break the protocol, never read, or are gone: the server neither hangs nor grows, and goes on.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Instant;

use serde_json::{Value, json};

use crate::client::{Client, NEOVIM, PATIENCE, neovim, vscode};
use crate::memory::resident;

const URI: &str = "file:///ws/a.referat";
const FAULTS: &str = include_str!("../../../tests/minutes/fredericia-social-faults.txt");

fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn notification(method: &str, params: Value) -> Vec<u8> {
    frame(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
}

fn request(id: usize, method: &str, params: Value) -> Vec<u8> {
    frame(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}))
}

fn opening(uri: &str, text: &str) -> Vec<u8> {
    let document = json!({"uri": uri, "languageId": "referat", "version": 1, "text": text});
    notification("textDocument/didOpen", json!({"textDocument": document}))
}

fn typing(uri: &str, version: usize) -> Vec<u8> {
    let start = json!({"line": 5, "character": 0});
    let changes = json!([{"range": {"start": start, "end": start}, "text": "x"}]);
    let document = json!({"uri": uri, "version": version});
    notification("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}))
}

/// A client that reads the answer to "initialize", and never again.
struct Deaf {
    child: Child,
    stdin: Option<ChildStdin>,
    _stdout: BufReader<ChildStdout>,
}

impl Deaf {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_referent"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        let params: Value = serde_json::from_str(NEOVIM).expect("a profile");
        stdin.write_all(&request(0, "initialize", params)).expect("the server reads");
        let mut header = String::new();
        stdout.read_line(&mut header).expect("an answer");
        let length = header.trim_end().rsplit(' ').next().and_then(|length| length.parse::<usize>().ok());
        let mut body = vec![0; length.expect("a length") + 2];
        stdout.read_exact(&mut body).expect("an answer");
        stdin.write_all(&notification("initialized", json!({}))).expect("the server reads");
        Self { child, stdin: Some(stdin), _stdout: stdout }
    }

    /// Writes `messages`; the server must have taken them all in before anybody loses patience.
    fn write(&mut self, messages: Vec<u8>) {
        let mut stdin = self.stdin.take().expect("an open pipe");
        let (done, written) = channel();
        std::thread::spawn(move || {
            let _ = done.send(stdin.write_all(&messages).map(|()| stdin));
        });
        let written = written.recv_timeout(PATIENCE).expect("the server goes on reading");
        self.stdin = Some(written.expect("the server goes on reading"));
    }

    /// Resident memory in MB; `None` where the system does not tell.
    fn memory(&self) -> Option<usize> {
        resident(self.child.id()).map(|bytes| bytes >> 20)
    }

    /// Hangs up and waits for the process to end; what it was told before is taken in first.
    fn ends(mut self) {
        self.stdin = None;
        let begun = Instant::now();
        while self.child.try_wait().expect("a child").is_none() {
            assert!(begun.elapsed() < PATIENCE, "the server does not end");
            std::thread::yield_now();
        }
    }
}

impl Drop for Deaf {
    fn drop(&mut self) {
        // The test has failed or the server has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_thousand_edits_do_not_fill_the_memory_of_a_client_that_never_reads() {
    let mut client = Deaf::start();
    client.write(opening(URI, FAULTS));
    client.write((2..1002).flat_map(|version| typing(URI, version)).collect());
    assert!(client.memory().is_none_or(|memory| memory < 60), "{:?} MB", client.memory());
    client.ends();
}

#[test]
fn answers_that_nobody_reads_are_not_kept_without_end() {
    let mut client = Deaf::start();
    client.write(opening(URI, &FAULTS.repeat(20)));
    let params = json!({"textDocument": {"uri": URI}});
    let ask = |id| request(id, "textDocument/documentSymbol", params.clone());
    client.write((1..401).flat_map(ask).collect());
    assert!(client.memory().is_none_or(|memory| memory < 250), "{:?} MB", client.memory());
    client.ends();
}

#[test]
fn a_message_may_come_in_pieces() {
    let mut client = neovim();
    let opening = opening(URI, "Byrådet\n");
    // The middle of a header, of the empty line and of an "å".
    for piece in opening.chunks(7) {
        client.raw(piece);
    }
    client.pushed(URI, 1);
    client.finish();
}

#[test]
fn half_a_message_before_the_end_of_input_ends_the_process() {
    let mut client = neovim();
    client.raw(b"Content-Length: 1000\r\n\r\n{\"jsonrpc\":");
    client.hang_up();
    client.ended();
}

#[test]
fn a_wrong_length_costs_a_message_and_not_the_session() {
    let body = json!({"jsonrpc": "2.0", "method": "textDocument/didSave", "params": {}}).to_string();
    for length in [20, body.len() + 8, 4000] {
        let mut client = neovim();
        client.raw(format!("Content-Length: {length}\r\n\r\n{body}").as_bytes());
        // What a length too long swallows are messages of no account.
        for _ in 0..80 {
            client.notify("$/setTrace", json!({"value": "off"}));
        }
        client.open(URI, "Byrådet\n");
        client.pushed(URI, 1);
        let answer = client.claim(|message| message["error"].is_object());
        assert!(answer["id"].is_null());
        client.ignore_rest();
        client.finish();
    }
}

#[test]
fn messages_without_a_length_and_of_absurd_length_are_refused() {
    let mut client = neovim();
    client.raw(b"Content-Type: x\r\n\r\n");
    client.claim(|message| message["error"]["code"] == -32700);
    client.raw(b"Content-Length: 99999999999999\r\n\r\n");
    client.claim(|message| message["error"]["code"] == -32700);
    client.raw(b"Content-Length: -1\r\n\r\n");
    client.claim(|message| message["error"]["code"] == -32700);
    client.open(URI, "Byrådet\n");
    client.pushed(URI, 1);
    client.finish();
}

#[test]
fn unknown_methods_are_refused_and_unknown_notifications_passed_over() {
    let mut client = vscode();
    assert_eq!(client.refused("textDocument/nonsense", json!({}))["code"], -32601);
    assert_eq!(client.refused("$/nonsense", json!({}))["code"], -32601);
    client.notify("$/nonsense", json!({}));
    client.notify("textDocument/nonsense", json!({}));
    client.notify("$/cancelRequest", json!({"id": 4711}));
    client.notify("$/cancelRequest", json!({"id": "æ"}));
    client.open(URI, "Byrådet\n");
    client.pulled(URI);
    client.finish();
}

#[test]
fn requests_taken_back_by_the_hundred_are_all_answered() {
    let mut client = vscode();
    client.open(URI, &FAULTS.repeat(10));
    let params = json!({"textDocument": {"uri": URI}});
    let ids: Vec<i64> = (0..200)
        .map(|_| {
            let id = client.ask("textDocument/documentSymbol", params.clone());
            client.notify("$/cancelRequest", json!({"id": id}));
            id
        })
        .collect();
    for id in ids {
        let answer = client.answer(id);
        assert!(answer["error"]["code"] == -32800 || answer["result"].is_array(), "{answer:#}");
    }
    client.finish();
}

#[test]
fn a_thousand_edits_a_second_end_with_the_findings_of_the_last() {
    let mut client = neovim();
    client.open(URI, FAULTS);
    client.raw(&(2..1002).flat_map(|version| typing(URI, version)).collect::<Vec<u8>>());
    let found = client.pushed(URI, 1001);
    client.ignore_rest();
    let at = FAULTS.match_indices('\n').nth(4).map_or(0, |(at, _)| at + 1);
    let text = format!("{}{}{}", &FAULTS[..at], "x".repeat(1000), &FAULTS[at..]);
    client.open("file:///ws/fresh.referat", &text);
    let places =
        |found: &[Value]| found.iter().map(|d| (d["range"].to_string(), d["code"].to_string())).collect();
    let fresh: Vec<(String, String)> = places(&client.pushed("file:///ws/fresh.referat", 1));
    // What is missing on the line just typed in is told when typing rests.
    assert!(places(&found).iter().all(|one| fresh.contains(one)));
    assert!(found.len() + 2 >= fresh.len());
    client.ignore_rest();
}

#[test]
fn a_folder_that_is_gone_is_an_empty_one() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vanished");
    fs::create_dir_all(&folder).expect("a writable target folder");
    fs::write(folder.join("a.referat"), FAULTS).expect("a writable folder");
    let uri = format!("file://{}", folder.display());
    let folders = json!({"workspaceFolders": [{"uri": uri, "name": "ws"}]});
    let mut client = Client::start(NEOVIM, folders, Value::Null);
    let symbols = client.request("workspace/symbol", json!({"query": ""}));
    assert!(!symbols.as_array().expect("a list").is_empty());
    fs::remove_dir_all(&folder).expect("our folder");
    assert_eq!(client.request("workspace/symbol", json!({"query": ""})), json!([]));
    client.request("workspace/diagnostic", json!({"previousResultIds": []}));
    let file = format!("{uri}/a.referat");
    client.open(&file, FAULTS);
    assert!(!client.pushed(&file, 1).is_empty());
    client.close(&file);
    client.finish();
}

/// All files in `folder` with what stands in them.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut files: Vec<_> =
        entries.map(|path| (name(&path), fs::read_to_string(&path).expect("a text"))).collect();
    files.sort();
    files
}

/// The server leaves all writing to the editor, so however it is ended there is nothing half written.
#[test]
fn a_server_that_is_killed_while_it_fixes_leaves_every_file_as_it_was() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("killed-server");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a writable target folder");
    fs::write(folder.join("a.referat"), FAULTS).expect("a writable folder");
    fs::write(folder.join("referent.toml"), "language = \"da\"\n").expect("a writable folder");
    let before = files(&folder);
    let uri = format!("file://{}/a.referat", folder.display());
    let root = json!({"rootUri": format!("file://{}", folder.display())});
    for signal in ["-TERM", "-KILL"] {
        let mut client = Client::start(NEOVIM, root.clone(), json!({}));
        client.open(&uri, FAULTS);
        client.pushed(&uri, 1);
        let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}});
        let fix_all = json!({"textDocument": {"uri": uri}, "range": whole, "context": {"diagnostics": [], "only": ["source.fixAll"]}});
        assert_eq!(
            client.request("textDocument/codeAction", fix_all.clone()).as_array().map(Vec::len),
            Some(1)
        );
        for _ in 0..20 {
            client.ask("textDocument/codeAction", fix_all.clone());
        }
        let killed = Command::new("kill").args([signal, &client.id().to_string()]).status();
        assert!(killed.is_ok_and(|status| status.success()));
        assert_eq!(client.ended(), None, "a signal has ended it");
        assert_eq!(files(&folder), before);
    }
}

#[test]
fn a_pattern_that_takes_for_ever_is_left_out_and_the_rules_of_the_house_go_on() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("slow-pattern");
    fs::create_dir_all(&folder).expect("a writable target folder");
    // Looks for the end of the text from every "a", which is the square of the text.
    let settings = "[[custom]]\nname = \"evig\"\nmessage = \"x\"\npattern = '(?s)\\ba.*ZZ|a'\n";
    fs::write(folder.join("referent.toml"), settings).expect("a writable folder");
    let uri = format!("file://{}/a.referat", folder.display());
    let root = json!({"rootUri": format!("file://{}", folder.display())});
    let mut client = Client::start(NEOVIM, root, json!({}));
    let text =
        format!("Byrådet\n\n1. Plan\n\nBeslutning\n\nGodkendt  af alle.\n\n{}", "aab æ å\n".repeat(6000));
    client.open(&uri, &text);
    let shown = client.notification("window/showMessage");
    assert!(shown["message"].as_str().is_some_and(|words| words.contains("custom/evig")), "{shown:#}");
    let codes = |found: Vec<Value>| found.into_iter().map(|one| one["code"].clone()).collect::<Vec<_>>();
    assert!(codes(client.pushed(&uri, 1)).contains(&json!("typography/spacing")));
    let start = json!({"line": 9, "character": 0});
    client.change(&uri, 2, json!([{"range": {"start": start, "end": start}, "text": "x"}]));
    assert!(codes(client.pushed(&uri, 2)).contains(&json!("typography/spacing")));
    client.finish();
}
