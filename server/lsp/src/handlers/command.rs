//! Commands: a skeleton of a meeting, minutes of an agenda, the house styles, and how a document stands.

use std::sync::Arc;

use answers::code_action::vocabulary;
use answers::code_lens;
use answers::commands;
use jiff::civil::{Date, Time};
use rules::document::{Document, Engine};
use rules::lint::{Settings, Severity};
use rules::minutes::Stage;
use rules::text::TextRange;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use snapshot::document::Snapshot;
use snapshot::edits::new_file;
use snapshot::{kind, structure, uri};
use tower_lsp::ls_types::{ExecuteCommandParams, Location, MessageType, Position, Uri, WorkspaceEdit};
use workbench::draft::{self, Meeting};
use workbench::lang::Lang;

use super::{compare, fix_folder, partner};
use crate::client::{ClientMessage, ClientNotifier};
use crate::events::Workspace;

/// What "referent.new" is told.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct New {
    /// Where it will lie, which decides whose settings count.
    uri: Option<Uri>,
    style: Option<String>,
    /// As it is written, like the date and the time: what is none is told in the language of the writer.
    stage: Option<String>,
    committee: Option<String>,
    date: Option<String>,
    time: Option<String>,
    place: Option<String>,
    first: Option<u32>,
    items: Vec<String>,
}

/// What a command about a document is told.
#[derive(Debug, Deserialize)]
struct About {
    uri: Uri,
    /// The file to write; beside the document when it is left out.
    #[serde(rename = "toUri")]
    to: Option<Uri>,
    /// Is the file to be written, or is the text enough?
    #[serde(default = "yes")]
    create: bool,
}

/// Behind which place something is looked for, or before which.
#[derive(Debug, Deserialize)]
struct After {
    uri: Uri,
    position: Position,
    #[serde(default)]
    back: bool,
}

/// A word that is right in the house of a document.
#[derive(Debug, Deserialize)]
struct Word {
    uri: Uri,
    word: String,
}

/// A text that the server was not told of otherwise.
#[derive(Debug, Deserialize)]
struct Text {
    uri: Uri,
    text: String,
}

/// An edit as a code action had it.
#[derive(Debug, Deserialize)]
struct Labelled {
    label: String,
    edit: WorkspaceEdit,
}

fn yes() -> bool {
    true
}

/// Does what `params` ask for.
///
/// # Errors
/// An unknown command, arguments that cannot be read, or a document that is not open or has another name already.
pub(crate) fn run(
    workspace: &Workspace,
    params: ExecuteCommandParams,
    notifier: &ClientNotifier,
) -> Result<Option<Value>, String> {
    let argument = params.arguments.into_iter().next();
    match params.command.as_str() {
        commands::STYLES => Ok(Some(styles(workspace))),
        commands::NEW => Ok(Some(new(workspace, &read(argument.or_else(|| Some(json!({}))))?)?)),
        commands::NEW_MINUTES => new_minutes(workspace, &read(argument)?, notifier).map(Some),
        commands::NEXT_UNDECIDED => {
            let after: After = read(argument)?;
            Ok(next_undecided(document(workspace, &after.uri)?, &after, notifier))
        }
        commands::FIX_ALL_IN_FOLDER => Ok(Some(fix_folder::fix_all(workspace, notifier))),
        commands::COMPARE => {
            let pair: compare::Wanted = read(argument)?;
            compare::compare(workspace, document(workspace, &pair.uri)?, &pair).map(Some)
        }
        commands::ADD_TO_VOCABULARY => {
            let word: Word = read(argument)?;
            add_word(document(workspace, &word.uri)?, &word.word, notifier)
        }
        commands::TREAT_AS_MINUTES => {
            let text: Text = read(argument)?;
            Ok(Some(json!({"isMinutes": reads_like_minutes(workspace, text)})))
        }
        commands::APPLY => {
            let Labelled { label, edit } = read(argument)?;
            notifier.say(ClientMessage::Apply(label, edit, None));
            Ok(None)
        }
        commands::STATUS => Ok(Some(status(document(workspace, &read::<About>(argument)?.uri)?))),
        other => Err(format!("unknown command: {other}")),
    }
}

fn read<T: DeserializeOwned>(argument: Option<Value>) -> Result<T, String> {
    serde_json::from_value(argument.unwrap_or_default()).map_err(|error| error.to_string())
}

fn document<'w>(workspace: &'w Workspace, uri: &Uri) -> Result<&'w Snapshot, String> {
    let lang = workspace.session.lang;
    let open = workspace.open.iter().find(|snapshot| snapshot.uri == *uri);
    open.ok_or_else(|| lang.pick("dokumentet er ikke åbent", "the document is not open").to_owned())
}

fn styles(workspace: &Workspace) -> Value {
    let home = workspace.projects.home();
    let engine = home.config.engine(&home.name);
    let lang = workspace.session.language(home.config.language);
    let title = |house| draft::style_title(house, lang);
    engine.houses.iter().map(|house| json!({"name": house.name, "title": title(house)})).collect()
}

fn new(workspace: &Workspace, wanted: &New) -> Result<Value, String> {
    let path = wanted.uri.as_ref().and_then(uri::path);
    let home = || {
        let home = workspace.projects.home();
        home.config.engine(&home.name)
    };
    let engine = path.map_or_else(home, |path| workspace.projects.engine(&path));
    let lang = workspace.session.language(home_language(workspace));
    let asked = engine.house.as_ref().unwrap_or_else(|| engine.houses.general());
    let house = match &wanted.style {
        None => asked,
        Some(name) => engine.houses.get(name).ok_or_else(|| {
            lang.pick(
                format!("ingen husstil hedder \"{name}\""),
                format!("no house style is called \"{name}\""),
            )
        })?,
    };
    let date = wanted.date.as_deref().map(|written| date(written, lang)).transpose()?;
    let time = wanted.time.as_deref().map(|written| time(written, lang)).transpose()?;
    let asked_stage = wanted.stage.as_deref().map(|written| stage(written, lang)).transpose()?;
    let stage = asked_stage.or(engine.stage).unwrap_or(Stage::Agenda);
    let first = wanted.first.unwrap_or(1);
    if !(1..=9999).contains(&first) {
        return Err(lang.pick(
            format!("\"first\" er {first}; skriv et tal fra 1 til 9999"),
            format!("\"first\" is {first}; write a number from 1 to 9999"),
        ));
    }
    let meeting = Meeting {
        committee: wanted.committee.as_deref().map(one_line),
        date,
        time,
        place: wanted.place.as_deref().map(one_line),
        first,
        items: wanted.items.iter().map(|line| draft::title(&one_line(line)).to_owned()).collect(),
    };
    Ok(json!({
        "text": draft::skeleton(house, stage, &meeting),
        "snippet": draft::template(house, stage, &meeting),
        "style": house.name,
        "stage": stage,
    }))
}

/// `words` on one line, whatever the client sends: each has a line of its own.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The date that `written` is: "2026-12-31".
fn date(written: &str, lang: Lang) -> Result<Date, String> {
    written.parse().map_err(|_| {
        lang.pick(
            format!("\"{written}\" er ingen dato; skriv den som 2026-12-31"),
            format!("\"{written}\" is no date; write it as 2026-12-31"),
        )
    })
}

/// The time that `written` is: "17:30".
fn time(written: &str, lang: Lang) -> Result<Time, String> {
    written.parse().map_err(|_| {
        lang.pick(
            format!("\"{written}\" er intet klokkeslæt; skriv det som 17:30"),
            format!("\"{written}\" is no time; write it as 17:30"),
        )
    })
}

/// The stage that `written` is: "agenda", "minutes".
fn stage(written: &str, lang: Lang) -> Result<Stage, String> {
    serde_json::from_value(written.into()).map_err(|_| {
        lang.pick(
            format!("\"{written}\" kendes ikke; skriv \"agenda\" eller \"minutes\""),
            format!("\"{written}\" is not known; write \"agenda\" or \"minutes\""),
        )
    })
}

/// The language that the settings of the first folder ask for.
fn home_language(workspace: &Workspace) -> Option<Lang> {
    workspace.projects.home().config.language
}

fn new_minutes(workspace: &Workspace, wanted: &About, notifier: &ClientNotifier) -> Result<Value, String> {
    let agenda = document(workspace, &wanted.uri)?;
    let (session, text) = (&agenda.session, draft::of_agenda(&agenda.document));
    let target = wanted.to.clone().or_else(|| partner::minutes_of(&agenda.uri));
    let create = wanted.create && session.client.applies_edits;
    if create {
        let Some(target) = &target else {
            let why = session.lang.pick("gem dagsordenen først", "save the agenda first");
            return Err(why.to_owned());
        };
        let path = uri::path(target).filter(|path| path.exists());
        if let Some(name) = path.as_ref().and_then(|path| path.file_name()) {
            let name = name.display();
            return Err(session.lang.pick(
                format!("{name} findes allerede; åbn det, eller giv filen et andet navn først"),
                format!("{name} exists already; open it, or give that file another name first"),
            ));
        }
        let label = session.lang.pick("Referat ud fra dagsordenen", "Minutes of the agenda").to_owned();
        let show = session.client.shows_documents.then(|| target.clone());
        notifier.say(ClientMessage::Apply(label, new_file(session, target.clone(), text.clone()), show));
    }
    Ok(json!({"text": text, "uri": target.map(|uri| uri.to_string()), "created": create}))
}

/// The next point that is not decided, else the first of all; going back, the one before, else the last. The editor is
/// asked to show it.
fn next_undecided(snapshot: &Snapshot, after: &After, notifier: &ClientNotifier) -> Option<Value> {
    let at = snapshot.offset(after.position);
    let mut points: Vec<TextRange> = Vec::new();
    for placed in snapshot.document.minutes().items() {
        for answered in structure::answered_now(snapshot, &placed) {
            points.extend(answered.undecided().iter().map(|point| point.text + placed.start));
        }
        if snapshot.document.context().stage == Stage::Minutes {
            points.extend(structure::empty_decision(snapshot.text(), &placed));
        }
    }
    let next = match after.back {
        // An editor that was shown a point may have its cursor at either end of it.
        true => points.iter().rfind(|point| point.end() < at).or(points.last()),
        false => points.iter().find(|point| point.start() > at).or(points.first()),
    };
    let Some(next) = next else {
        let words = "Alle at-punkter er afgjort, og hver beslutning er skrevet";
        let words_en = "Every at-point is decided, and every decision is written";
        let words = snapshot.session.lang.pick(words, words_en).to_owned();
        notifier.say(ClientMessage::Show(MessageType::INFO, words));
        return None;
    };
    let location = Location::new(snapshot.uri.clone(), snapshot.range(*next));
    if snapshot.session.client.shows_documents {
        notifier.say(ClientMessage::Go(location.clone()));
    }
    Some(json!(location))
}

/// Puts `word` into the list of words of the settings that hold for the document.
fn add_word(snapshot: &Snapshot, word: &str, notifier: &ClientNotifier) -> Result<Option<Value>, String> {
    let lang = snapshot.session.lang;
    if snapshot.document.engine().names.vocabulary.iter().any(|known| known == word) {
        return Ok(None);
    }
    let edit = vocabulary::edit(snapshot, word).ok_or_else(|| {
        let word = rules::privacy::shown(word);
        lang.pick(
            format!("\"{word}\" kan ikke føjes til ordlisten"),
            format!("\"{word}\" cannot be added to the list of words"),
        )
    })?;
    let label = lang.pick("Føj til ordlisten", "Add to the list of words").to_owned();
    notifier.say(ClientMessage::Apply(label, edit, None));
    Ok(None)
}

/// Does the text read like minutes? Nothing is linted for that.
fn reads_like_minutes(workspace: &Workspace, Text { uri, text }: Text) -> bool {
    let home = || {
        let home = workspace.projects.home();
        home.config.engine(&home.name)
    };
    let engine = uri::path(&uri).map_or_else(home, |path| workspace.projects.engine(&path));
    let reading = Engine { settings: Settings::new(Vec::new()), ..(*engine).clone() };
    kind::reads_like_minutes(&Document::new(Arc::new(reading), text))
}

fn status(snapshot: &Snapshot) -> Value {
    let (document, context) = (&snapshot.document, snapshot.document.context());
    let (mut n_items, mut n_closed, mut n_points, mut n_undecided) = (0, 0, 0, 0);
    for (placed, standing) in document.minutes().items().zip(code_lens::standings(snapshot)) {
        n_items += 1;
        n_closed += usize::from(standing.is_closed());
        for answered in structure::answered_now(snapshot, &placed) {
            n_points += answered.recommendation.points.len();
            n_undecided += answered.undecided().len();
        }
    }
    let found = snapshot.findings();
    let n_of = |severity| found.iter().filter(|found| found.severity == severity).count();
    let (asked, signs) = (document.engine().house.is_some(), &document.choice().signs);
    let why = if asked {
        "settings"
    } else if signs.is_empty() {
        "none"
    } else {
        "text"
    };
    json!({
        "style": {"name": context.house.name, "title": draft::style_title(&context.house, snapshot.session.lang), "from": why, "signs": signs},
        "stage": context.stage,
        "committee": context.meeting.committee,
        "date": context.meeting.date,
        "items": n_items,
        "closed": n_closed,
        "atPoints": n_points,
        "decided": n_points - n_undecided,
        "findings": {
            "errors": n_of(Severity::Error),
            "warnings": n_of(Severity::Warning),
            "infos": n_of(Severity::Info),
            "hints": n_of(Severity::Hint),
            "fixable": found.iter().filter(|found| !found.fixes.is_empty()).count(),
        },
    })
}
