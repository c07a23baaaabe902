//! What is offered where the cursor stands: what is due there, going on from what is written, and nothing else.

use serde_json::{Value, json};

use crate::client::{Client, helix, vscode};

const URI: &str = "file:///ws/a.referat";
const HEAD: &str = "Referat af møde i Kulturudvalget\n\nMødedato: Tirsdag den 24. november 2026 kl. 17.00\n\
                    Til stede: Anne Holm (A), Bo Berg (V)\n\n1. Havnebus\n\n";
const POINTS: &str = "Indstilling\n\nForvaltningen indstiller,\n\n1. at planen godkendes,\n2. at støjen drøftes.\n\nBeslutning\n\n";

/// The labels offered at "$0" in `text`, with what they write.
fn offers(client: &mut Client, text: &str) -> Vec<(String, String)> {
    let at = text.find("$0").expect("the cursor");
    let (before, text) = (&text[..at], text.replace("$0", ""));
    client.open(URI, &text);
    let line = before.matches('\n').count();
    let column = client.encoding.count(before.rsplit('\n').next().unwrap_or_default());
    let params = json!({
        "textDocument": {"uri": URI}, "position": {"line": line, "character": column}, "context": {"triggerKind": 1}
    });
    let items = client.request("textDocument/completion", params);
    client.pushed_or_pulled(URI);
    client.close(URI);
    let offer = |item: &Value| {
        let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (words(&item["label"]), words(&item["textEdit"]["newText"]))
    };
    items.as_array().into_iter().flatten().map(offer).collect()
}

fn labels(client: &mut Client, text: &str) -> Vec<String> {
    offers(client, text).into_iter().map(|(label, _)| label).collect()
}

#[test]
fn a_point_goes_on_from_what_leads_to_the_list() {
    let mut client = vscode();
    for (lead, begins) in [
        ("Forvaltningen indstiller,", "at Kulturudvalget godkender"),
        ("Forvaltningen indstiller, at", "Kulturudvalget godkender"),
        ("Forvaltningen indstiller, at udvalget", "godkender"),
        ("Direktionen indstiller til Byrådet, at Børne- og Ungeudvalget", "godkender"),
        ("Forvaltningen indstiller, at planen godkendes, og", "at Kulturudvalget godkender"),
    ] {
        let found = labels(&mut client, &format!("{HEAD}Indstilling\n\n{lead}\n\n1. $0\n"));
        assert!(found.first().is_some_and(|first| first.starts_with(begins)), "{lead}: {found:?}");
    }
    client.finish();
}

#[test]
fn behind_the_points_of_a_law_no_item_is_offered() {
    let mut client = vscode();
    let end = "\n\nBeslutning\n\nGodkendt.\n\n2. Skole\n\nBeslutning\n\nGodkendt.\n";
    for (words, offered) in [
        ("Se, jf. punkt $0", true),
        ("Se, jf. dagsordenens punkt $0", true),
        ("Se, jf. lovens punkt $0", false),
        ("Se, jf. lovens § 5, stk. 2, pkt. $0", false),
        ("Se, jf. lejekontraktens punkt $0", false),
    ] {
        let found = labels(&mut client, &format!("{HEAD}Sagsfremstilling\n\n{words}{end}"));
        assert_eq!(found.iter().any(|label| label == "2"), offered, "{words}: {found:?}");
    }
    client.finish();
}

#[test]
fn a_decision_is_offered_for_each_open_point_while_its_line_is_typed() {
    let mut client = vscode();
    for (typed, expected) in [
        ("A$0", ["Ad 1. Godkendt.", "Ad 2. Drøftet.", "Anbefalet."].as_slice()),
        ("Ad $0", &["Ad 1. Godkendt.", "Ad 2. Drøftet."]),
        ("Ad 1. Godkendt.\n$0", &["Ad 2. Drøftet."]),
        ("Ad 1. Godkendt.\nAd$0", &["Ad 2. Drøftet."]),
        (
            "Ad 1. Godkendt.\nAd 2. $0",
            &[
                "Ad 2. Drøftet.",
                "Godkendt.",
                "Taget til efterretning.",
                "Anbefalet.",
                "Udsat.",
                "Ikke godkendt.",
            ],
        ),
        ("Ad 1. Godkendt.\nAd 2. Ikke $0", &["Ikke godkendt."]),
        ("Ad 1. Godkendt.\nAd 2. Drøftet.\n$0", &[]),
    ] {
        let found = labels(&mut client, &format!("{HEAD}{POINTS}{typed}\n\n2. Eventuelt\n"));
        assert_eq!(found, expected, "{typed}");
    }
    client.finish();
}

#[test]
fn a_reference_is_offered_with_its_title() {
    let mut client = vscode();
    let text = |words: &str| {
        format!(
            "{HEAD}Sagsfremstilling\n\nDet ses, {words}\n\nBilag\n\n1. Kort\n2. Plan\n\n2. Skole\n\nTekst.\n"
        )
    };
    assert_eq!(labels(&mut client, &text("jf. b$0")), ["bilag 1", "bilag 2"]);
    assert_eq!(labels(&mut client, &text("jf. bilag $0")), ["1", "2"]);
    assert_eq!(labels(&mut client, &text("jf. pun$0")), ["punkt 2"]);
    // "Af puljen" and "under bordet" are as likely, until it can be nothing else.
    for (words, offered) in [
        ("betales af pu$0", &[][..]),
        ("findes under b$0", &[]),
        ("fremgår a$0", &[]),
        ("det fremgår af punk$0", &["punkt 2"]),
        ("det findes under bila$0", &["bilag 1", "bilag 2"]),
    ] {
        assert_eq!(labels(&mut client, &text(words)), offered, "{words}");
    }
    assert_eq!(labels(&mut client, &text("det er b$0")), [] as [&str; 0]);
    for lead in ["jf. $0", "(jf. $0)", "se også $0"] {
        let found = labels(&mut client, &text(lead));
        assert_eq!(found, ["punkt 2", "bilag 1", "bilag 2"], "{lead}");
    }
    assert_eq!(labels(&mut client, &text("jf. bilag 1 og $0")), ["2"]);
    assert_eq!(labels(&mut client, &text("den 4. og $0")), [] as [&str; 0]);
    assert_eq!(labels(&mut client, &text("kl. 3/4$0")), [] as [&str; 0]);
    client.finish();
}

const SECTIONS: &str = "## 1. Havnebus\n\n**Resumé**\n\nTekst.\n\n**Indstilling**\n\nForvaltningen indstiller, at planen godkendes.\n\n\
                        **Beslutning**\n\nGodkendt.\n\n";

/// What the other items have is due here too, and is written as there.
#[test]
fn the_sections_of_the_other_items_are_offered_as_they_are_written_there() {
    let mut client = vscode();
    let minutes = |words: &str| {
        let (first, second) = (SECTIONS, SECTIONS.replace("## 1. Havnebus", "## 2. Skole"));
        format!(
            "# Referat af møde i Kulturudvalget\n\nMødedato: Tirsdag den 24. november 2026\n\n{first}{second}## 3. Sti\n\n{words}\n"
        )
    };
    let found = offers(&mut client, &minutes("**Resumé**\n\nTekst.\n\n$0"));
    let first: Vec<(&str, &str)> = found.iter().take(2).map(|(l, t)| (l.as_str(), t.as_str())).collect();
    let expected = [("Indstilling", "**Indstilling**\n\n$0"), ("Beslutning", "**Beslutning**\n\n$0")];
    assert_eq!(first, expected, "{found:?}");
    assert_eq!(labels(&mut client, &minutes("$0"))[..3], ["Resumé", "Indstilling", "Beslutning"]);
    for typed in ["**B$0", "**B$0**", "**Besl$0**"] {
        let found = offers(&mut client, &minutes(&format!("**Resumé**\n\nTekst.\n\n{typed}")));
        assert_eq!(found[0].1, "Beslutning**\n\n$0", "{typed}: {found:?}");
    }
    assert_eq!(labels(&mut client, &minutes("**Resumé**\n\nTekst.\n\nB$0")), [] as [&str; 0]);
    client.finish();
}

#[test]
fn a_line_that_is_begun_goes_on() {
    let mut client = vscode();
    for (lines, begins) in [
        ("Indstilling\n\nForvaltningen indstiller, at $0", "Kulturudvalget godkender …"),
        ("Indstilling\n\nForvaltningen indstiller, at udvalget $0", "godkender …"),
        ("Indstilling\n\nForvaltningen indstiller, at udvalget drø$0", "drøfter …"),
        ("Indstilling\n\nForvaltningen indstiller, at ori$0", "orienteringen tages til efterretning…"),
        ("Beslutning: $0", "Godkendt."),
        ("**Beslutning:** Uds$0", "Udsat."),
    ] {
        let found = labels(&mut client, &format!("{HEAD}{lines}\n"));
        assert_eq!(found.first().map(String::as_str), Some(begins), "{lines}: {found:?}");
    }
    let found = labels(&mut client, &format!("{HEAD}{POINTS}Ad 1. Godkendt.\nAd 2. U$0\n"));
    assert_eq!(found, ["Udsat."]);
    for prose in ["Indstilling\n\nForvaltningen indstiller, at planen $0", "Sagsfremstilling\n\nAd 2. U$0"] {
        assert_eq!(labels(&mut client, &format!("{HEAD}{prose}\n")), [] as [&str; 0], "{prose}");
    }
    client.finish();
}

/// A party is that of somebody else, and not the one that is being typed.
#[test]
fn the_party_that_is_typed_is_not_offered_to_itself() {
    let mut client = vscode();
    let found = labels(&mut client, &HEAD.replace("Bo Berg (V)", "Bo Berg (V$0"));
    assert_eq!(found, ["A"]);
    client.finish();
}

#[test]
fn nobody_recommends_anything_under_eventuelt() {
    let mut client = vscode();
    let agenda = "Dagsorden for møde i Byrådet\n\nMødedato: Mandag den 4. april 2022\n\n";
    for title in ["Eventuelt", "Godkendelse af dagsorden", "Næste møde"] {
        let found = labels(&mut client, &format!("{agenda}1. {title}\n\n$0\n"));
        assert_eq!(found, [] as [&str; 0], "{title}");
    }
    let found = labels(&mut client, &format!("{agenda}1. Havnebus\n\n$0\n"));
    assert_eq!(found, ["Indstilling", "Sagsfremstilling", "Bilag"]);
    // Nor is a case told there because the other items tell theirs, or in an item that is closed.
    let told = "1. Havnebus\n\nSagsfremstilling\n\nBussen kører.\n\nIndstilling\n\nDet indstilles, at bussen kører.\n\n";
    for title in ["Eventuelt", "Havneprisen (Lukket)"] {
        let found = labels(&mut client, &format!("{agenda}{told}2. {title}\n\n$0\n"));
        assert_eq!(found, [] as [&str; 0], "{title}");
    }
    // Behind a number its stop comes next.
    let begun = "1. Havnebus\n\nIndstilling\n\nForvaltningen indstiller,\n";
    assert_eq!(labels(&mut client, &format!("{agenda}{begun}1$0\n")), [] as [&str; 0]);
    // Under what will be the next item, and is read as a point until it has words of its own.
    let list = "1. Havnebus\n\nIndstilling\n\nForvaltningen indstiller,\n\n1. at planen godkendes.\n\n2. Skole\n\n$0\n";
    let found = labels(&mut client, &format!("{agenda}{list}"));
    assert!(found.contains(&"Sagsfremstilling".to_owned()), "{found:?}");
    assert!(found.iter().all(|label| !label.starts_with("at ")), "{found:?}");
    client.finish();
}

/// Each place to fill in is one: none of them is left in the text as "$5".
#[test]
fn a_skeleton_has_no_sign_of_its_making() {
    for (mut client, snippets) in [(vscode(), true), (helix(), false)] {
        let all = offers(&mut client, "$0");
        assert!(all.len() > 30, "{all:?}");
        for (label, text) in all {
            let plain = !snippets && text.contains('$');
            assert!(!text.contains("\\$") && !plain, "{label}: {text}");
        }
        client.finish();
    }
}

/// A file that reads like no minutes is offered nothing that belongs in them.
#[test]
fn what_is_no_minutes_is_offered_no_title() {
    let mut client = vscode();
    for (uri, text) in [
        ("file:///ws/README.md", "# Bager\n\nA bakery.\n\n1. $0\n"),
        ("file:///ws/noter.md", "# Indkøb\n\n1. Mælk\n2. $0\n"),
        ("file:///ws/todo.txt", "Husk\n\n1. Go$0\n"),
    ] {
        let at = text.find("$0").expect("the cursor");
        let language = if uri.ends_with("md") { "markdown" } else { "plaintext" };
        let opened =
            json!({"uri": uri, "languageId": language, "version": 1, "text": text.replace("$0", "")});
        client.notify("textDocument/didOpen", json!({"textDocument": opened}));
        let line = text[..at].matches('\n').count();
        let column = text[..at].rsplit('\n').next().map_or(0, str::len);
        let found = client.at("textDocument/completion", uri, json!({"line": line, "character": column}));
        assert_eq!(found, Value::Null, "{uri}");
        client.close(uri);
    }
    client.finish();
}

/// Two letters begin any word: a list that opens by itself is only what is due there.
#[test]
fn two_letters_offer_what_is_due_and_no_name() {
    let mut client = vscode();
    let head = HEAD.replace("Anne Holm (A)", "Hanne Bertelsen (A)");
    for words in ["Ha$0", "Sk$0", "Vi gik til Ha$0"] {
        assert_eq!(labels(&mut client, &format!("{head}{words}\n")), [] as [&str; 0], "{words}");
    }
    assert!(labels(&mut client, &format!("{head}Vi hørte Ber$0\n")).contains(&"Hanne Bertelsen".to_owned()));
    let item = SECTIONS.replace("## 1. Havnebus", "## 2. Skole");
    let minutes = format!(
        "# Referat af møde i Kulturudvalget\n\nMødedato: Tirsdag den 24. november 2026\nTil stede: Hanne Bertelsen (A)\n\n\
         {SECTIONS}{item}## 3. Sti\n\n**Resumé**\n\nTekst.\n\n**Indstilling**\n\nForvaltningen indstiller, at stien godkendes.\n\nBe$0\n"
    );
    assert_eq!(labels(&mut client, &minutes), ["Beslutning"]);
    client.finish();
}

/// A bracket behind somebody without a known party opens no list.
#[test]
fn a_bracket_opens_the_list_of_parties_where_one_is_known() {
    let mut client = vscode();
    for (text, labels) in [
        (format!("{HEAD}Beslutning\n\nBo Berg ("), vec!["V", "A"]),
        (format!("{HEAD}Beslutning\n\nPer Kock ("), vec![]),
        (HEAD.replace("Bo Berg (V)", "Bo Berg (V), Per Kock (").replace("1. Havnebus\n\n", ""), vec![]),
    ] {
        let at = text.rfind('(').expect("a bracket") + 1;
        client.open(URI, &text);
        let line = text[..at].matches('\n').count();
        let column = client.encoding.count(text[..at].rsplit('\n').next().unwrap_or_default());
        let params = json!({
            "textDocument": {"uri": URI}, "position": {"line": line, "character": column},
            "context": {"triggerKind": 2, "triggerCharacter": "("}
        });
        let items = client.request("textDocument/completion", params);
        let found: Vec<&str> =
            items.as_array().into_iter().flatten().filter_map(|item| item["label"].as_str()).collect();
        assert_eq!(found, labels, "{text}");
        client.pulled(URI);
        client.close(URI);
    }
    client.finish();
}

/// What is to be sent is answered in the words of the point.
#[test]
fn a_point_that_sends_is_answered_in_its_own_words() {
    let mut client = vscode();
    for (point, expected) in [
        ("sender planen i høring", "Ad 2. Sendes i høring."),
        ("oversender sagen til Byrådet", "Ad 2. Oversendes."),
        ("fremsender sagen til Byrådet", "Ad 2. Fremsendes."),
    ] {
        let list = format!(
            "Indstilling\n\nForvaltningen indstiller, at udvalget\n1. godkender planen\n2. {point}\n\nBeslutning\n\n"
        );
        let found = labels(&mut client, &format!("{HEAD}{list}Ad 1. Godkendt.\n$0\n"));
        assert_eq!(found[..2], [expected, "Ad 2. Godkendt."], "{point}");
    }
    client.finish();
}

/// Minutes of an association whose attachments are listed once at the end; "$0" is where somebody writes.
fn association(account: &str, end: &str) -> String {
    format!(
        "Boligforeningen Skovkanten\n\nReferat\n\nMødedato: Torsdag den 8. april 2027 kl. 19.00\n\n1. Økonomi\n\nSagsfremstilling\n\
         Kassereren gennemgik tallene, jf. bilag 1.\n\nBeslutning\nGodkendt.\n\n2. Tag\nFormanden har undersøgt taget.\n\n{account}\n\
         3. Eventuelt\n\nBilag\nBilag 1: Regnskab\n{end}"
    )
}

#[test]
fn no_heading_is_offered_where_its_section_cannot_stand() {
    let mut client = vscode();
    let list = "Indstilling\nFormanden indstiller,\n1. at taget lægges om\n2. at der søges tilskud.\n\n";
    for (account, end, never) in [
        ("", "\n$0", &["Beslutning", "Sagsfremstilling", "Indstilling"][..]),
        ("$0\n", "", &["Bilag"]),
        (&*format!("{list}$0\n"), "", &["Bilag", "Sagsfremstilling"]),
        (&*format!("{list}Beslutning\nAd 1. Godkendt.\n\n$0\n"), "", &["Bilag", "Sagsfremstilling"]),
    ] {
        let found = labels(&mut client, &association(account, end));
        assert!(
            never.iter().all(|name| !found.iter().any(|label| label == name)),
            "{account}{end}: {found:?}"
        );
    }
    // Where the paper has no list of its own, an item may have one.
    let found = labels(&mut client, &association("$0\n", "").replace("\nBilag\nBilag 1: Regnskab\n", ""));
    assert!(found.iter().any(|label| label == "Bilag"), "{found:?}");
    client.finish();
}
