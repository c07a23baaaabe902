//! A client of the protocol that fails when the server says something nobody asked for.

mod findings;

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::places::Encoding;
use findings::publishes;

pub(crate) const VSCODE: &str = include_str!("profiles/vscode.json");
pub(crate) const NEOVIM: &str = include_str!("profiles/neovim.json");
pub(crate) const HELIX: &str = include_str!("profiles/helix.json");

pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    /// What is said on standard error, once that is closed.
    complaints: Option<JoinHandle<String>>,
    incoming: Receiver<Value>,
    unclaimed: Vec<Value>,
    next_id: i64,
    pub(crate) encoding: Encoding,
    pub(crate) capabilities: Value,
    pub(crate) shows_documents: bool,
    /// What a question for the settings is answered with.
    pub(crate) settings: Value,
    n_settings_asked: usize,
    /// The findings of each document as they were pushed last.
    shown: HashMap<String, Vec<Value>>,
    n_fences: usize,
}

pub(crate) fn vscode() -> Client {
    Client::start(VSCODE, json!({}), json!({}))
}

pub(crate) fn neovim() -> Client {
    Client::start(NEOVIM, json!({}), json!({}))
}

pub(crate) fn helix() -> Client {
    Client::start(HELIX, json!({}), json!({}))
}

pub(crate) fn everyone() -> [Client; 3] {
    [vscode(), neovim(), helix()]
}

impl Client {
    /// Starts the server and opens a session; `more` is put over the profile, `settings` answers questions for them.
    pub(crate) fn start(profile: &str, more: Value, settings: Value) -> Self {
        Self::start_in(profile, more, settings, None)
    }

    /// The same with a language on the command line.
    pub(crate) fn start_in(profile: &str, more: Value, settings: Value, lang: Option<&str>) -> Self {
        let mut params: Value = serde_json::from_str(profile).expect("a profile");
        if let (Value::Object(params), Value::Object(more)) = (&mut params, more) {
            params.extend(more);
        }
        params.as_object_mut().expect("an object").entry("locale").or_insert_with(|| "da".into());
        let asked = params["capabilities"]["workspace"]["configuration"] == true;
        let shows_documents = params["capabilities"]["window"]["showDocument"]["support"] == true;
        let mut client = Self::spawn_in(lang);
        client.shows_documents = shows_documents;
        client.settings = settings;
        let answer = client.request("initialize", params);
        client.capabilities = answer["capabilities"].clone();
        client.encoding = match client.capabilities["positionEncoding"].as_str() {
            Some("utf-8") => Encoding::Utf8,
            Some("utf-32") => Encoding::Utf32,
            other => {
                assert_eq!(other, Some("utf-16"));
                Encoding::Utf16
            }
        };
        client.notify("initialized", json!({}));
        while asked && client.n_settings_asked == 0 {
            let message = client.incoming.recv_timeout(PATIENCE).expect("a question for the settings");
            if !client.reply(&message) {
                client.unclaimed.push(message);
            }
        }
        client
    }

    /// Starts the server and says nothing.
    pub(crate) fn spawn() -> Self {
        Self::spawn_in(None)
    }

    fn spawn_in(lang: Option<&str>) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_referent"))
            .arg("lsp")
            .args(lang.map(|lang| format!("--lang={lang}")))
            .env("RUST_LOG", "trace")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let (sender, incoming) = channel();
        let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        std::thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let mut stderr = child.stderr.take().expect("a pipe");
        let complaints = std::thread::spawn(move || {
            let mut said = String::new();
            stderr.read_to_string(&mut said).map(|_| said).unwrap_or_default()
        });
        let stdin = child.stdin.take();
        Self {
            child,
            stdin,
            complaints: Some(complaints),
            incoming,
            unclaimed: Vec::new(),
            next_id: 0,
            encoding: Encoding::Utf16,
            capabilities: Value::Null,
            shows_documents: false,
            settings: Value::Null,
            n_settings_asked: 0,
            shown: HashMap::new(),
            n_fences: 0,
        }
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        assert!(self.offer(bytes), "the server reads");
    }

    /// Writes `bytes` to a server that may have ended; says whether they went in.
    pub(crate) fn offer(&mut self, bytes: &[u8]) -> bool {
        let stdin = self.stdin.as_mut().expect("an open pipe");
        stdin.write_all(bytes).and_then(|()| stdin.flush()).is_ok()
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks, and returns what to wait for.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        let mut message = json!({"jsonrpc": "2.0", "id": id, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
        id
    }

    pub(crate) fn answer(&mut self, id: i64) -> Value {
        self.claim(|message| message["id"] == id && message.get("method").is_none())
    }

    /// Asks and waits; an error fails the test.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer:#}");
        answer["result"].clone()
    }

    /// Asks and waits for an error.
    pub(crate) fn refused(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id)["error"].clone()
    }

    /// Waits for the first message that is `wanted`. Questions of the server are answered on the way.
    pub(crate) fn claim(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unclaimed.iter().position(&wanted) {
            return self.unclaimed.remove(at);
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let message = self.incoming.recv_timeout(left).unwrap_or_else(|_| {
                panic!("nothing came; unclaimed: {:#?}", self.unclaimed);
            });
            if !self.reply(&message) {
                if wanted(&message) {
                    return message;
                }
                self.unclaimed.push(message);
            }
        }
    }

    fn reply(&mut self, message: &Value) -> bool {
        let result = match message["method"].as_str() {
            Some("client/registerCapability") => Value::Null,
            // A client that is told to ask again does so when it likes.
            Some("workspace/inlayHint/refresh" | "workspace/codeLens/refresh") => Value::Null,
            Some("workspace/configuration") => {
                self.n_settings_asked += 1;
                json!([self.settings])
            }
            // These change what the user sees, so a test must claim them too.
            Some("workspace/applyEdit") => {
                self.send(&json!({"jsonrpc": "2.0", "id": message["id"], "result": {"applied": true}}));
                return false;
            }
            Some("window/showDocument") => {
                self.send(&json!({"jsonrpc": "2.0", "id": message["id"], "result": {"success": true}}));
                return false;
            }
            _ => return false,
        };
        self.send(&json!({"jsonrpc": "2.0", "id": message["id"], "result": result}));
        true
    }

    pub(crate) fn notification(&mut self, method: &str) -> Value {
        self.claim(|message| message["method"] == method)["params"].clone()
    }

    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": "referat", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({"uri": uri, "version": version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// Closes a document; where findings are pushed, they are cleared.
    pub(crate) fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
        if self.capabilities["diagnosticProvider"].is_null() {
            let clears =
                |message: &Value| publishes(message, uri) && message["params"].get("version").is_none();
            let cleared = self.claim(clears);
            assert_eq!(cleared["params"]["diagnostics"], json!([]));
        }
    }

    /// A request about a place.
    pub(crate) fn at(&mut self, method: &str, uri: &str, position: Value) -> Value {
        self.request(method, json!({"textDocument": {"uri": uri}, "position": position}))
    }

    /// The edits of a workspace edit, in whichever form this client is sent them.
    pub(crate) fn edits_in(&self, edit: &Value, uri: &str) -> Value {
        match edit.get("documentChanges") {
            Some(changes) => {
                assert!(changes[0]["textDocument"]["version"].is_i64(), "a version: {edit:#}");
                changes[0]["edits"].clone()
            }
            None => edit["changes"][uri].clone(),
        }
    }

    /// Ends the session in good order: within a second, with nothing left that nobody asked for.
    pub(crate) fn finish(mut self) {
        assert_eq!(self.request("shutdown", Value::Null), Value::Null);
        self.notify("exit", Value::Null);
        let code = self.ended();
        while let Ok(message) = self.incoming.recv_timeout(Duration::from_millis(200)) {
            self.unclaimed.push(message);
        }
        // A client that leaves findings of a former version aside is told them again when typing rests.
        let shown = &self.shown;
        self.unclaimed.retain(|message| {
            let known = message["params"]["uri"].as_str().and_then(|uri| shown.get(uri));
            let again = |known: &Vec<Value>| message["params"]["diagnostics"].as_array() == Some(known);
            message["method"] != "textDocument/publishDiagnostics" || !known.is_some_and(again)
        });
        assert_eq!(self.unclaimed, Vec::<Value>::new(), "said without being asked");
        // Whatever log is asked for, it would hold words of the minutes.
        assert_eq!(self.complaints(), "", "said on standard error");
        assert_eq!(code, Some(0));
    }

    /// Waits for the process to end, a second at most; standard input stays open.
    pub(crate) fn ended(&mut self) -> Option<i32> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code();
            }
            assert!(begun.elapsed() < Duration::from_secs(1), "the server does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// What a server that has ended said on standard error.
    pub(crate) fn complaints(&mut self) -> String {
        let said = self.complaints.take().expect("asked once");
        said.join().expect("a reader that ends")
    }

    /// The number of the process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Closes standard input without a word.
    pub(crate) fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// What was said that nobody has claimed.
    pub(crate) fn unclaimed(&mut self) -> Vec<Value> {
        self.unclaimed.extend(self.incoming.try_iter());
        std::mem::take(&mut self.unclaimed)
    }

    /// Forgets what was said; for tests in which the server may say more or less.
    pub(crate) fn ignore_rest(&mut self) {
        self.unclaimed.clear();
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // The test has failed or the server has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(input: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        let (name, value) = line.trim_end().split_once(": ").expect("only the protocol on standard output");
        if name.eq_ignore_ascii_case("content-length") {
            length = value.parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("JSON"))
}
