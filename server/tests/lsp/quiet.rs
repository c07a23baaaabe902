//! Quiet while somebody writes: an agenda is typed letter by letter, and what is found is counted as it comes and goes.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use crate::client::{Client, NEOVIM, VSCODE};

const URI: &str = "file:///ws/ny.dagsorden";

const AGENDA: &str = "Kulturudvalget\nDagsorden\n\nMødedato: Tirsdag den 7. april 2026 kl. 17.00\nMødested: Rådhuset, lokale 2\n\n\
    1. Havnebus\n\nSagsfremstilling\n\nBussen har kørt i fem år, jf. bilag 2. Driften kostede 1,4 mio. kr. i 2024, og ca. 12 pct. af \
    passagererne var turister.\n\nBilag\n\n1. Køreplan for bussen\n2. Regnskab for 2024\n\nIndstilling\n\nDirektionen indstiller,\n\n\
    1. at orienteringen tages til efterretning,\n2. at udvalget drøfter, om bussen skal køre om søndagen, og\n\
    3. at sagen sendes til Økonomiudvalget.\n\n2. Ny scene\n\nSagsfremstilling\n\nForvaltningen har fået tilbud fra tre firmaer, og det \
    billigste er på 310.000 kr.\n\nIndstilling\n\nDirektionen indstiller, at tilbuddet godkendes.\n\n3. Eventuelt\n";

/// The same with a pause that no machine is slow enough to make.
fn client(profile: &str) -> Client {
    let settings = json!({"diagnostics": {"delay": 60_000}});
    Client::start(profile, json!({"initializationOptions": settings}), settings)
}

/// What is said of which words; two alike are told apart by their count.
fn said(findings: &[Value]) -> HashSet<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let names = findings.iter().map(|finding| format!("{} {}", finding["code"], finding["message"]));
    let counted = names.map(|name| {
        let n = seen.entry(name.clone()).or_default();
        *n += 1;
        format!("{name} {n}")
    });
    counted.collect()
}

/// The findings that came, and were gone again at most three keys later.
fn flickers(client: &mut Client, text: &str) -> Vec<String> {
    flickers_in(client, "", 0, text)
}

/// The same where `text` is typed into `around`, at the start of its line `line`.
fn flickers_in(client: &mut Client, around: &str, line: usize, text: &str) -> Vec<String> {
    client.open(URI, around);
    let mut before = said(&client.findings(URI, 1));
    let (mut came, mut gone) = (HashMap::new(), Vec::new());
    let (mut line, mut column) = (line, 0);
    for (version, letter) in (2..).zip(text.chars()) {
        let at = json!({"line": line, "character": column});
        client.change(URI, version, json!([{"range": {"start": at, "end": at}, "text": letter}]));
        (line, column) = if letter == '\n' {
            (line + 1, 0)
        } else {
            (line, column + client.encoding.count(letter.encode_utf8(&mut [0; 4])))
        };
        let now = said(&client.findings(URI, version));
        for new in now.difference(&before) {
            came.insert(new.clone(), version);
        }
        let left =
            before.difference(&now).filter(|old| came.get(*old).is_some_and(|since| version - since <= 3));
        gone.extend(left.cloned());
        before = now;
    }
    gone
}

#[test]
fn hardly_anything_comes_and_goes_while_an_agenda_is_typed() {
    for profile in [VSCODE, NEOVIM] {
        let mut client = client(profile);
        let gone = flickers(&mut client, AGENDA);
        assert!(gone.len() <= 5, "{gone:#?}");
        client.finish();
    }
}

/// Who pulls and cannot be told that there is more would never see what waits: it is pushed to.
#[test]
fn a_client_that_pulls_and_cannot_be_told_is_pushed_to() {
    let profile = VSCODE.replace("\"diagnostics\": {\"refreshSupport\": true},", "");
    assert_ne!(profile, VSCODE);
    let mut client = client(&profile);
    assert!(client.capabilities["diagnosticProvider"].is_null());
    let gone = flickers(&mut client, AGENDA);
    assert!(gone.len() <= 5, "{gone:#?}");
    client.finish();
}

/// The line that is typed on is the one that the next item begins with.
#[test]
fn an_item_that_is_put_in_before_another_is_still_being_written() {
    let minutes = AGENDA
        .replace("Dagsorden", "Referat")
        .replace("\n\n2. Ny scene", "\n\nBeslutning\n\nGodkendt.\n\n2. Ny scene")
        .replace("\n\n3. Eventuelt", "\n\nBeslutning\n\nGodkendt.\n\n3. Eventuelt");
    let line = minutes.lines().position(|line| line == "2. Ny scene").unwrap_or_default();
    let new = "2. Legeplads\n\nSagsfremstilling\n\nUdvalget har ønsket en legeplads.\n\nDen er dyr.\n\nIndstilling\n\n\
               Direktionen indstiller,\n\n1. at pladsen bygges,\n2. at den males.\n\nBeslutning\n\nAd 1. Godkendt.\n\nAd 2. \
               Udsat.\n\n";
    for profile in [VSCODE, NEOVIM] {
        let mut client = client(profile);
        let gone = flickers_in(&mut client, &minutes, line, new);
        assert!(gone.len() <= 5, "{gone:#?}");
        client.finish();
    }
}

/// Spaces at the ends of lines are told once for the whole file; the one at the caret is not counted among them.
#[test]
fn a_habit_of_the_file_does_not_blink_at_each_space() {
    let mut client = client(NEOVIM);
    let ended = AGENDA
        .replace("Rådhuset, lokale 2\n", "Rådhuset, lokale 2 \n")
        .replace("i fem år, jf.", "i fem år. \nDet er jf.");
    let gone = flickers(&mut client, &ended);
    assert!(gone.len() <= 5, "{gone:#?}");
    client.finish();
}

/// Faults that are there when the line is finished are told on the next one, and need no pause.
#[test]
fn what_is_wrong_is_told_when_the_line_is_left() {
    let mut client = client(VSCODE);
    let text = "Kulturudvalget\n7. april 2026 kl. 17.00\n\n1. Budget\n\nResume\n\nDet er drøftet den 4 november 2025 i salen.";
    client.open(URI, "");
    let codes = |client: &mut Client, version: i32, text: String| -> Vec<Value> {
        client.change(URI, version, json!([{"text": text}]));
        client.pulled(URI).iter().map(|finding| finding["code"].clone()).collect()
    };
    let format = json!("dates/format");
    assert!(!codes(&mut client, 2, text.to_owned()).contains(&format));
    assert!(!codes(&mut client, 3, format!("{text}\n")).contains(&format));
    assert!(codes(&mut client, 4, format!("{text}\n\n")).contains(&format));
    client.finish();
}

const HEAD: &str =
    "Kulturudvalget\nReferat\nTirsdag den 7. april 2026 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\n";

/// Whoever rests in the middle of a line has not ended it: how it ends is told when it is left or saved, the rest at once.
#[test]
fn a_rest_at_the_end_of_a_line_does_not_end_it() {
    let (trailing, cut_off) = ("typography/trailing-whitespace", "structure/cut-off");
    for (line, waits) in [
        ("Mødet var den 4 november 2025. ", &[trailing][..]),
        ("Mødet var den 4 november 2025. Udvalget så en sti, en vej, og", &[cut_off]),
        ("Mødet var den 4 november 2025. Udvalget så en sti, en vej, og ", &[trailing, cut_off]),
        ("Mødet var den 4 november 2025. Ida Krog sagde: \"Vi", &["typography/quotes"]),
        // The word at the caret may go on.
        ("Mødet var den 4 november 2025. Det var bl.a", &["typography/abbreviation"]),
    ] {
        for is_asked in [true, false] {
            let mut client = resting(is_asked);
            client.open(URI, &format!("{HEAD}\n\n2. Vej\n"));
            client.pushed(URI, 1);
            let place = json!({"line": 8, "character": 0});
            let change = json!([{"range": {"start": place, "end": place}, "text": line}]);
            client.change(URI, 2, change);
            let told = until(&mut client, "dates/format");
            assert!(waits.iter().all(|rule| !told.contains(&json!(rule))), "{line:?} {told:?}");
            let document = json!({"uri": URI});
            if is_asked {
                client.notify("textDocument/willSave", json!({"textDocument": document, "reason": 1}));
            } else {
                client.notify("textDocument/didSave", json!({"textDocument": document}));
            }
            let told = until(&mut client, waits[0]);
            assert!(waits.iter().all(|rule| told.contains(&json!(rule))), "{line:?} {told:?}");
            client.ignore_rest();
            client.finish();
        }
    }
}

/// What an item lacks is no fault while its writer rests at the end of a line there; within a line, and once it is left, it is.
#[test]
fn a_rest_at_the_end_of_an_item_does_not_end_it() {
    let (lacks, undecided) = ("structure/required-section", "decisions/undecided-at-point");
    let recommended = "Indstilling\n\nDirektionen indstillede den 4 november 2025,\n\n1. at bussen købes,\n2. at der søges.\n";
    let decided = format!("{recommended}\nBeslutning\n\nAd 1. Godkendt.\n");
    let next = "\n2. Vej\n\nBeslutning\n\nGodkendt.\n";
    let head = HEAD.replace("Sagsfremstilling\n\n", "");
    let cases = [
        (recommended, next, lacks),
        (&*decided, "", undecided),
        (&*decided, "\n\n", undecided),
        (&*decided, next, undecided),
        (decided.trim_end(), "\n\nIda Krog stemte imod.\n", undecided),
    ];
    for (written, behind, rule) in cases {
        let mut client = resting(true);
        client.open(URI, &format!("{head}{behind}"));
        client.pushed(URI, 1);
        let place = json!({"line": 6, "character": 0});
        client.change(URI, 2, json!([{"range": {"start": place, "end": place}, "text": written}]));
        let told = until(&mut client, "dates/format");
        assert!(!told.contains(&json!(rule)), "{rule} {behind:?} {told:?}");
        client.notify("textDocument/willSave", json!({"textDocument": {"uri": URI}, "reason": 1}));
        until(&mut client, rule);
        client.ignore_rest();
        client.finish();
    }
    let mut client = resting(true);
    client.open(URI, &format!("{head}{decided}"));
    client.pushed(URI, 1);
    let place = json!({"line": 8, "character": 0});
    client.change(URI, 2, json!([{"range": {"start": place, "end": place}, "text": "Den 5 november. "}]));
    // What is written in that line waits a little longer than what is told of others.
    let of_line = |told: &[Value]| told.iter().filter(|rule| **rule == json!("dates/format")).count();
    while of_line(&until(&mut client, undecided)) < 2 {}
    client.ignore_rest();
    client.finish();
}

/// "3. " that the program put in waits for its words, however long.
#[test]
fn a_rest_behind_a_mark_does_not_end_its_point() {
    let recommended = "Indstilling\n\nDirektionen indstillede den 4 november 2025,\n\n1. at bussen købes\n2. at der søges\n3. ";
    let text =
        format!("{}{recommended}\n\nBeslutning\n\nGodkendt.\n", HEAD.replace("Sagsfremstilling\n\n", ""));
    let mut client = resting(true);
    client.open(URI, &text.replace(recommended, ""));
    client.pushed(URI, 1);
    let place = json!({"line": 6, "character": 0});
    client.change(URI, 2, json!([{"range": {"start": place, "end": place}, "text": recommended}]));
    let told = until(&mut client, "dates/format");
    assert!(!told.contains(&json!("at-points/lead-word")), "{told:?}");
    let place = json!({"line": 0, "character": 0});
    client.change(URI, 3, json!([{"range": {"start": place, "end": place}, "text": " "}]));
    until(&mut client, "at-points/lead-word");
    client.ignore_rest();
    client.finish();
}

/// An item that is put in above another makes points of what stands below until it is ended.
#[test]
fn what_stands_below_an_unfinished_list_waits() {
    let mut client = client(VSCODE);
    let around = format!("{HEAD}Tekst.\n\n3. Eventuelt\n\nIntet.\n");
    let typed = "3. Gravsten\n\nIndstilling\nUdvalget indstiller,\n1. at gravstenen flyttes\n2. at udgiften er kr. 4.000\n\n";
    let gone = flickers_in(&mut client, &around, 9, typed);
    assert!(!gone.iter().any(|gone| gone.contains("at-points/lead-word")), "{gone:#?}");
    client.finish();
}

/// What the editor saves by itself is still being written; who types on another line has left it.
#[test]
fn a_line_is_left_by_typing_on_another() {
    let mut client = resting(true);
    client.open(URI, &format!("{HEAD}\n\n2. Vej\n"));
    client.pushed(URI, 1);
    let insert = |client: &mut Client, version: i32, line: usize, column: usize, text: &str| {
        let place = json!({"line": line, "character": column});
        client.change(URI, version, json!([{"range": {"start": place, "end": place}, "text": text}]));
    };
    insert(&mut client, 2, 8, 0, "Mødet den 5. november var godt. ");
    let document = json!({"uri": URI});
    client.notify("textDocument/willSave", json!({"textDocument": document, "reason": 2}));
    client.notify("textDocument/didSave", json!({"textDocument": document}));
    let trailing = json!("typography/trailing-whitespace");
    let shown = |client: &mut Client, version: i32| -> Vec<Value> {
        client.pushed(URI, version).iter().map(|finding| finding["code"].clone()).collect()
    };
    assert!(!shown(&mut client, 2).contains(&trailing));
    insert(&mut client, 3, 4, 9, "t");
    assert!(shown(&mut client, 3).contains(&trailing));
    client.ignore_rest();
    client.finish();
}

/// A client with the shortest rest; one that says why it saves, or not.
fn resting(says_why: bool) -> Client {
    let settings = json!({"diagnostics": {"delay": 1}});
    let profile = match says_why {
        true => NEOVIM.replace("\"didSave\": true", "\"didSave\": true, \"willSave\": true"),
        false => NEOVIM.to_owned(),
    };
    let client = Client::start(&profile, json!({"initializationOptions": settings}), settings);
    assert_eq!(client.capabilities["textDocumentSync"]["willSave"], says_why);
    client
}

/// The rules of the first findings that are told with one of `rule` among them.
fn until(client: &mut Client, rule: &str) -> Vec<Value> {
    let rules = |message: &Value| -> Vec<Value> {
        let found = message["params"]["diagnostics"].as_array().into_iter().flatten();
        found.map(|finding| finding["code"].clone()).collect()
    };
    rules(&client.claim(|message| rules(message).contains(&json!(rule))))
}
