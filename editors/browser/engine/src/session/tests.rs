//! What the page asks, and what it is told.

use super::Session;
use serde_json::{Value, json};

const TEXT: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget 🙂\n\nIndstilling\n\nDirektionen indstiller,\n\n\
                    1. at budgettet godkendes,\n2. At planen godkendes.\n\nBeslutning\n\nGodkendt.\n";

fn ask(session: &mut Session, request: &Value) -> Value {
    serde_json::from_str(&session.answer(request.to_string().as_bytes(), b"")).expect("an answer is JSON")
}

fn rules(answer: &Value) -> Vec<&str> {
    answer["findings"].as_array().expect("findings").iter().filter_map(|f| f["rule"].as_str()).collect()
}

#[test]
fn a_text_is_linted_and_its_outline_told() {
    let mut session = Session::default();
    let answer = ask(&mut session, &json!({"ask": "open", "text": TEXT}));
    assert_eq!(rules(&answer), ["at-points/lead-word"]);
    let finding = &answer["findings"][0];
    let units: Vec<u16> = TEXT.encode_utf16().collect();
    let at = |name: &str| finding[name].as_u64().expect("an offset") as usize;
    assert_eq!(String::from_utf16_lossy(&units[at("from")..at("to")]), "At");
    let items = ask(&mut session, &json!({"ask": "outline"}));
    assert_eq!(items["outline"]["items"][0]["title"], "Budget 🙂");
    // Of what has not changed there are no news.
    let news = json!({"ask": "outline", "news": true});
    assert_eq!(ask(&mut session, &news), Value::Null);
    let at = TEXT[..TEXT.find("Godkendt").expect("the decision")].encode_utf16().count();
    ask(&mut session, &json!({"ask": "edit", "changes": [{"from": at, "to": at + 8, "insert": "Udsat"}]}));
    assert_eq!(ask(&mut session, &news)["summaries"], json!(["udsat"]));
}

/// What each item of `text` comes to, in Danish and in English.
fn summaries(text: &str) -> [Vec<String>; 2] {
    [false, true].map(|english| {
        let mut session = Session::default();
        ask(&mut session, &json!({"ask": "open", "text": text, "english": english}));
        let answer = ask(&mut session, &json!({"ask": "outline"}));
        let all = answer["summaries"].as_array().expect("summaries").iter();
        all.map(|summary| summary.as_str().expect("words").to_owned()).collect()
    })
}

#[test]
fn an_item_comes_to_what_was_decided_on_its_matter() {
    let decided = |words: &str| summaries(&format!("Byrådet\n\n1. Ny cykelsti\n\nBeslutning\n\n{words}\n"));
    // A motion that fell, a remark, and what somebody wanted are none of it.
    for (words, danish, english) in [
        (
            "Liste B foreslog, at sagen udsættes. Forslaget faldt med 3 stemmer for og 4 imod.\n\nGodkendt.",
            "godkendt",
            "approved",
        ),
        (
            "Udvalget udsatte sagen. Bo Berg (A) ønsker tilført protokollen, at han havde godkendt den.",
            "udsat",
            "postponed",
        ),
        (
            "Et ændringsforslag fra liste C om at afvise sagen blev forkastet.\n\nTaget til efterretning.",
            "taget til efterretning",
            "noted",
        ),
        ("", "", ""),
    ] {
        assert_eq!(decided(words), [[danish], [english]], "{words}");
    }
}

#[test]
fn an_item_that_is_closed_or_may_be_says_so() {
    let text = "Byrådet\n\n1. Køb af ejendom (Lukket)\n\nBeslutning\n\nGodkendt.\n\n2. Salg - L\n\n\
                Beslutning\n\nGodkendt.\n\n3. Vej\n\nBeslutning\n\nGodkendt.\n\n4. Grund (Lukket)\n";
    let [danish, english] = summaries(text);
    assert_eq!(danish, ["lukket · godkendt", "måske lukket · godkendt", "godkendt", "lukket"]);
    assert_eq!(english, ["closed · approved", "may be closed · approved", "approved", "closed"]);
}

#[test]
fn edits_are_followed_as_if_the_text_were_new() {
    let mut session = Session::default();
    ask(&mut session, &json!({"ask": "open", "text": TEXT}));
    let at = TEXT[..TEXT.find("At planen").expect("the point")].encode_utf16().count();
    let edit = json!({"ask": "edit", "changes": [{"from": at, "to": at + 2, "insert": "at"}]});
    let edited = ask(&mut session, &edit);
    assert_eq!(rules(&edited), Vec::<&str>::new());
    let anew = json!({"ask": "open", "text": TEXT.replace("At planen", "at planen")});
    assert_eq!(edited, ask(&mut Session::default(), &anew));
}

/// What the page makes of the news.
fn merged(old: &Value, news: &Value) -> Value {
    let n = |name: &str| news[name].as_i64().expect("a number");
    let former = old["findings"].as_array().expect("findings");
    let (kept, moved) = (n("kept") as usize, n("moved") as usize);
    let at = |place: &Value| place.as_i64().expect("an offset");
    let go = |place: &mut Value| {
        let (from, to) = (at(&place["from"]), at(&place["to"]));
        let by = |moves: bool| if moves { n("units") } else { 0 };
        (place["from"], place["to"]) = (json!(from + by(from >= n("to"))), json!(to + by(to > n("from"))));
    };
    let went = |finding: &Value| {
        let mut finding = finding.clone();
        if at(&finding["from"]) >= n("to") {
            finding["line"] = json!(at(&finding["line"]) + n("lines"));
        }
        go(&mut finding);
        let fixes = finding["fixes"].as_array_mut().expect("fixes");
        fixes.iter_mut().flat_map(|fix| fix["changes"].as_array_mut().expect("changes")).for_each(go);
        finding
    };
    let own = news["findings"].as_array().expect("findings").iter().cloned();
    let [head, tail] = [&former[..kept], &former[former.len() - moved..]];
    let findings: Vec<Value> = head.iter().map(went).chain(own).chain(tail.iter().map(went)).collect();
    let mut all = old.clone();
    for (name, value) in news.as_object().expect("news") {
        if !["kept", "moved", "from", "to", "units", "lines"].contains(&name.as_str()) {
            all[name] = value.clone();
        }
    }
    all["findings"] = json!(findings);
    all
}

#[test]
fn the_news_of_an_edit_are_enough() {
    let paragraph =
        "Sagsfremstilling  \n\nDet koster 5 mio kr. i år, jvf. bilag 1. 🙂\n\nBeslutning\n\nGodkendt.\n\n";
    let items = (2..8).map(|n| format!("{n}. Sag om vej {n}\n\n{paragraph}")).collect::<String>();
    let mut text = format!("{TEXT}\n{items}");
    let mut session = Session::default();
    let mut seen = ask(&mut session, &json!({"ask": "open", "text": text}));
    assert!(rules(&seen).len() > 6, "{:?}", rules(&seen));
    let mut lengths = Vec::new();
    for (before, removed, inserted) in [
        ("koster 5", "", "x"),
        ("Budget 🙂", "Budget", "På"),
        ("Sag om vej 4", "", "Stor "),
        ("At planen", "At", "at"),
        ("mio kr. i år", "mio", "mio."),
        ("Byrådet", "", "\n\n"),
        ("Beslutning", "Beslutning\n", ""),
        ("5. Sag", "5", "12"),
    ] {
        let at = text.find(before).expect("there");
        let from = text[..at].encode_utf16().count();
        let to = from + removed.encode_utf16().count();
        text.replace_range(at..at + removed.len(), inserted);
        let edit =
            json!({"ask": "edit", "news": true, "changes": [{"from": from, "to": to, "insert": inserted}]});
        let news = ask(&mut session, &edit);
        lengths.push(news["findings"].as_array().expect("findings").len());
        seen = merged(&seen, &news);
        let news = ask(&mut session, &json!({"ask": "settle"}));
        seen = if news.is_null() { seen } else { merged(&seen, &news) };
        assert_eq!(seen, ask(&mut Session::default(), &json!({"ask": "open", "text": text})), "{before}");
    }
    assert_eq!(lengths[0], 0, "a letter in the words of an item is no news");
}

#[test]
fn headings_are_offered_as_the_house_and_the_other_items_have_them() {
    let offered = |text: &str, style: Value| {
        let mut session = Session::default();
        ask(&mut session, &json!({"ask": "open", "text": text, "style": style}));
        let words = ask(&mut session, &json!({"ask": "words"}));
        words["sections"]
            .as_array()
            .expect("headings")
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(offered(TEXT, Value::Null), ["Beslutning", "Indstilling"]);
    let text = "# Byrådet\n\n## 1. Budget\n\n### Sagsfremstilling:\n\nIntet.\n\n### Beslutning den 4. april 2022\n\nGodkendt.\n";
    assert_eq!(offered(text, Value::Null), ["Beslutning", "Sagsfremstilling"]);
    assert!(offered("Byrådet\n", json!("fredericia")).len() > 4);
    assert_eq!(offered("", Value::Null), ["Beslutning"]);
}

#[test]
fn a_key_does_not_wait_for_what_is_read_from_all_of_the_text() {
    let text = format!("{TEXT}\nPunkt 9 (lukke\n");
    let mut session = Session::default();
    let before = ask(&mut session, &json!({"ask": "open", "text": text}));
    let at = text.encode_utf16().count() - 1;
    let edit = json!({"ask": "edit", "news": true, "changes": [{"from": at, "to": at, "insert": "t)"}]});
    let typed = merged(&before, &ask(&mut session, &edit));
    let settled = merged(&typed, &ask(&mut session, &json!({"ask": "settle"})));
    assert_eq!(
        settled,
        ask(&mut Session::default(), &json!({"ask": "open", "text": text.replace("(lukke", "(lukket)")}))
    );
    assert!(rules(&settled).contains(&"privacy/closed-mark"), "{settled:#}");
    assert_eq!(ask(&mut session, &json!({"ask": "settle"})), Value::Null);
    // What is put in is read whole.
    let long = "Udvalget drøftede sagen. ".repeat(3);
    let edit = json!({"ask": "edit", "news": true, "changes": [{"from": 0, "to": 0, "insert": long}]});
    ask(&mut session, &edit);
    assert_eq!(ask(&mut session, &json!({"ask": "settle"})), Value::Null);
}

#[test]
fn everything_safe_is_fixed_at_once() {
    let mut session = Session::default();
    ask(&mut session, &json!({"ask": "open", "text": TEXT}));
    let answer = ask(&mut session, &json!({"ask": "fixAll"}));
    assert_eq!(answer["text"], TEXT.replace("At planen", "at planen"));
}

#[test]
fn what_cannot_be_read_is_an_error_and_the_text_stays() {
    let mut session = Session::default();
    ask(&mut session, &json!({"ask": "open", "text": TEXT}));
    assert!(ask(&mut session, &json!({"ask": "nothing"}))["error"].is_string());
    assert!(ask(&mut session, &json!({"ask": "open", "text": "", "style": "atlantis"}))["error"].is_string());
    assert_eq!(rules(&ask(&mut session, &json!({"ask": "edit", "changes": []}))), ["at-points/lead-word"]);
}

#[test]
fn pages_are_read_and_damaged_files_are_told() {
    let mut session = Session::default();
    let request = json!({"ask": "read", "name": "a.html"}).to_string();
    let page = session.answer(request.as_bytes(), "<h1>Møde</h1><p>Godkendt.</p>".as_bytes());
    assert!(page.contains("Godkendt."), "{page}");
    let request = json!({"ask": "read", "name": "a.docx"}).to_string();
    assert!(session.answer(request.as_bytes(), b"PK\x03\x04 and no more").contains("error"));
}

/// A document of the project's own tests.
fn sample(name: &str) -> Vec<u8> {
    let path = format!("{}/../../../tests/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("a sample")
}

fn opened(session: &mut Session, name: &str, file: &[u8]) -> Value {
    let request = json!({"ask": "read", "name": name}).to_string();
    let read: Value = serde_json::from_str(&session.answer(request.as_bytes(), file)).expect("JSON");
    let open = json!({"ask": "open", "text": read["text"], "fromDocument": read["document"], "name": name});
    ask(session, &open)
}

#[test]
fn what_lies_beside_the_text_of_a_word_file_is_found_and_goes_along() {
    let mut session = Session::default();
    let before = opened(&mut session, "beside.docx", &sample("cli/input/beside.docx"));
    let beside = |answer: &Value| {
        let found = answer["findings"].as_array().expect("findings").clone();
        found.into_iter().find(|found| found["rule"] == "document/comment").expect("the comment")
    };
    assert!(rules(&before).contains(&"privacy/cpr-number"), "in the header");
    let edit = json!({"ask": "edit", "changes": [{"from": 0, "to": 0, "insert": "\n\n"}]});
    let after = ask(&mut session, &edit);
    let line = |answer: &Value| beside(answer)["line"].as_u64().expect("a line");
    assert_eq!(line(&after), line(&before) + 2);
    // A text that was written on the page has nothing beside it.
    let written = ask(&mut session, &json!({"ask": "open", "text": TEXT}));
    assert_eq!(rules(&written), ["at-points/lead-word"]);
}

#[test]
fn a_word_file_is_copied_with_its_findings_and_other_files_are_not() {
    let mut session = Session::default();
    let file = sample("documents/social.docx");
    opened(&mut session, "social.docx", &file);
    let request = json!({"ask": "annotate", "date": "2026-04-07T10:00:00Z"}).to_string();
    assert!(session.answer(request.as_bytes(), &file).contains("made"));
    let copy = session.made();
    let read = opened(&mut session, "copy.docx", &copy);
    assert!(rules(&read).contains(&"document/comment"), "{read}");
    assert!(session.made().is_empty(), "it is given once");
    let page = sample("documents/social.html");
    opened(&mut session, "social.html", &page);
    assert!(session.answer(request.as_bytes(), &page).contains(".docx"));
}

#[test]
fn minutes_are_compared_with_their_agenda() {
    let mut session = Session::default();
    ask(&mut session, &json!({"ask": "open", "text": TEXT, "english": true}));
    let mut compare = |agenda: &str| -> Value {
        let request = json!({"ask": "compare", "name": "dagsorden.txt"}).to_string();
        serde_json::from_str(&session.answer(request.as_bytes(), agenda.as_bytes())).expect("JSON")
    };
    let compared = compare(&TEXT.replace("planen", "budgettet"));
    assert_eq!(compared["verdict"], "The recommendation was changed.");
    assert_eq!(compared["items"][0]["name"], "1. Budget 🙂");
    assert_eq!(compare(TEXT)["items"], json!([]));
}

#[test]
fn a_number_in_the_name_of_the_file_is_found() {
    let mut session = Session::default();
    let answer =
        ask(&mut session, &json!({"ask": "open", "text": TEXT, "name": "ansøgning cpr 010203-0000.txt"}));
    assert!(rules(&answer).contains(&"privacy/cpr-number"));
    assert!(!answer["withheld"].as_array().expect("a list").is_empty());
}

#[test]
fn what_may_be_written_next_is_that_of_the_house() {
    let mut session = Session::default();
    ask(&mut session, &json!({"ask": "open", "text": TEXT, "style": "fredericia"}));
    let words = ask(&mut session, &json!({"ask": "words"}));
    let has = |list: &str, word: &str| words[list].as_array().expect("a list").iter().any(|one| one == word);
    assert!(has("sections", "Vurdering") && has("decisions", "Godkendt."), "{words}");
}

#[test]
fn what_a_page_says_of_its_lines_counts() {
    let page = "<!doctype html><h1>Kulturudvalget</h1><p>Referat af m\u{f8}de tirsdag den 7. april 2026 kl. 17.00</p>\
                <h2>1. Havnebus</h2><p>Bussen er dyr.</p><p>2. Budget</p><p>3. Bilag</p><h2>2. Eventuelt</h2><p>Intet.</p>";
    let mut session = Session::default();
    let read =
        session.answer(json!({"ask": "read", "name": "a.html"}).to_string().as_bytes(), page.as_bytes());
    let text = serde_json::from_str::<Value>(&read).expect("an answer is JSON")["text"].clone();
    let titles = |session: &mut Session, request: &Value| -> Vec<String> {
        ask(session, request);
        let answer = ask(session, &json!({"ask": "outline"}));
        let items = answer["outline"]["items"].as_array().expect("items");
        items.iter().map(|item| item["title"].as_str().expect("a title").to_owned()).collect()
    };
    let open = json!({"ask": "open", "text": text, "fromDocument": true, "name": "a.html"});
    assert_eq!(titles(&mut session, &open), ["Havnebus", "Eventuelt"]);
    let edit = json!({"ask": "edit", "changes": [{"from": 0, "to": 0, "insert": "B\u{f8}rne- og "}]});
    assert_eq!(titles(&mut session, &edit), ["Havnebus", "Eventuelt"]);
    let edited = json!(format!("B\u{f8}rne- og {}", text.as_str().expect("a text")));
    let again =
        json!({"ask": "open", "text": edited, "fromDocument": true, "name": "a.html", "english": true});
    assert_eq!(titles(&mut session, &again), ["Havnebus", "Eventuelt"]);
}
