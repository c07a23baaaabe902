//! Commands: a skeleton of a meeting, minutes of an agenda, the house styles, and how a document stands.

use jiff::civil::{Date, Time};
use rules::lint::Severity;
use rules::minutes::Stage;
use rules::text::TextRange;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower_lsp::ls_types::{ExecuteCommandParams, Location, Position, Uri};

use crate::draft::{self, Meeting};
use crate::lsp::client::{Saying, Voice};
use crate::lsp::commands;
use crate::lsp::document::Snapshot;
use crate::lsp::edits::new_file;
use crate::lsp::state::Workspace;
use crate::lsp::{structure, uri};

/// What "referent.new" is told.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct New {
    /// Where it will lie, which decides whose settings count.
    uri: Option<Uri>,
    style: Option<String>,
    stage: Option<Stage>,
    committee: Option<String>,
    date: Option<Date>,
    time: Option<Time>,
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

/// Behind which place something is looked for.
#[derive(Debug, Deserialize)]
struct After {
    uri: Uri,
    position: Position,
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
    voice: &Voice,
) -> Result<Option<Value>, String> {
    let argument = params.arguments.into_iter().next();
    match params.command.as_str() {
        commands::STYLES => Ok(Some(styles(workspace))),
        commands::NEW => Ok(Some(new(workspace, &read(argument.or_else(|| Some(json!({}))))?)?)),
        commands::NEW_MINUTES => new_minutes(workspace, &read(argument)?, voice).map(Some),
        commands::NEXT_UNDECIDED => {
            let after: After = read(argument)?;
            Ok(next_undecided(document(workspace, &after.uri)?, after.position, voice))
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
    engine.houses.iter().map(|house| json!({"name": house.name, "title": house.title})).collect()
}

fn new(workspace: &Workspace, wanted: &New) -> Result<Value, String> {
    let path = wanted.uri.as_ref().and_then(uri::path);
    let home = || {
        let home = workspace.projects.home();
        home.config.engine(&home.name)
    };
    let engine = path.map_or_else(home, |path| workspace.projects.engine(&path));
    let lang = workspace.session.lang;
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
    let stage = wanted.stage.or(engine.stage).unwrap_or(Stage::Agenda);
    let meeting = Meeting {
        committee: wanted.committee.clone(),
        date: wanted.date,
        time: wanted.time,
        place: wanted.place.clone(),
        first: wanted.first.unwrap_or(1),
        items: wanted.items.iter().map(|line| draft::title(line).to_owned()).collect(),
    };
    Ok(json!({
        "text": draft::skeleton(house, stage, &meeting),
        "snippet": draft::template(house, stage, &meeting),
        "style": house.name,
        "stage": stage,
    }))
}

fn new_minutes(workspace: &Workspace, wanted: &About, voice: &Voice) -> Result<Value, String> {
    let agenda = document(workspace, &wanted.uri)?;
    let (session, text) = (&agenda.session, draft::of_agenda(&agenda.document));
    let target = wanted.to.clone().or_else(|| beside(&agenda.uri));
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
                format!("{name} findes allerede; vælg et andet navn"),
                format!("{name} exists already; choose another name"),
            ));
        }
        let label = session.lang.pick("Referat ud fra dagsordenen", "Minutes of the agenda").to_owned();
        let show = session.client.shows_documents.then(|| target.clone());
        voice.say(Saying::Apply(label, new_file(session, target.clone(), text.clone()), show));
    }
    Ok(json!({"text": text, "uri": target.map(|uri| uri.to_string()), "created": create}))
}

/// Where the minutes of the agenda at `uri` lie: "april.dagsorden" is followed by "april.referat".
fn beside(uri: &Uri) -> Option<Uri> {
    let path = uri::path(uri)?;
    let stem = path.file_stem()?.to_str()?;
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("txt");
    let (stem, extension) = match (stem, extension) {
        (stem, "dagsorden") => (stem.to_owned(), "referat"),
        (stem, other) => (stem.to_owned(), other),
    };
    let named = stem.replace("dagsorden", "referat").replace("Dagsorden", "Referat");
    let name = if named == stem && extension != "referat" { format!("{stem}-referat") } else { named };
    Uri::from_file_path(path.with_file_name(format!("{name}.{extension}")))
}

/// The first point behind `position` that is not decided, else the first of all; the editor is asked to show it.
fn next_undecided(snapshot: &Snapshot, position: Position, voice: &Voice) -> Option<Value> {
    let at = snapshot.offset(position);
    let missed = structure::missed(snapshot);
    let mut points: Vec<TextRange> = Vec::new();
    for placed in snapshot.document.minutes().items() {
        for answered in structure::answered(&placed, &missed) {
            points.extend(answered.undecided().iter().map(|point| point.text + placed.start));
        }
    }
    let next = points.iter().find(|point| point.start() > at).or(points.first())?;
    let location = Location::new(snapshot.uri.clone(), snapshot.range(*next));
    if snapshot.session.client.shows_documents {
        voice.say(Saying::Go(location.clone()));
    }
    Some(json!(location))
}

fn status(snapshot: &Snapshot) -> Value {
    let (document, context) = (&snapshot.document, snapshot.document.context());
    let (mut n_items, mut n_closed, mut n_points, mut n_undecided) = (0, 0, 0, 0);
    let missed = structure::missed(snapshot);
    for placed in document.minutes().items() {
        n_items += 1;
        n_closed += usize::from(placed.item.closed);
        for answered in structure::answered(&placed, &missed) {
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
        "style": {"name": context.house.name, "title": context.house.title, "from": why, "signs": signs},
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

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn minutes_lie_beside_their_agenda() {
        let of = |name: &str| {
            let uri = format!("file:///ws/{name}").parse().expect("an address");
            beside(&uri).expect("a file").as_str().replace("file:///ws/", "")
        };
        assert_eq!(of("april.dagsorden"), "april.referat");
        assert_eq!(of("Dagsorden-april.md"), "Referat-april.md");
        assert_eq!(of("dagsorden.dagsorden"), "referat.referat");
        assert_eq!(of("april.txt"), "april-referat.txt");
        assert_eq!(beside(&"untitled:Untitled-1".parse().expect("an address")), None);
    }
}
