//! `referent register`: every decision of a folder's minutes, as a table or as open data.

mod akn;
mod csv;
mod popolo;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use files::Named;
use files::find::{self, Wanted};
use files::settings::{Asked, Resolver};
use rules::decisions::{Member, Row, body, decisions, members, undecided};
use rules::document::{Document, Engine};
use rules::lint::Settings;
use rules::privacy::shown;
use rules::publish::{HeldBack, Refusal};
use serde::Serialize;
use workbench::config::Overlay;
use workbench::guard::guarded;
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::Exit;
use super::private::shown_json;
use super::publish::{is_marked_beside, quoted, why};
use super::sink::{Kind, deliver};
use super::{headed, settings};
use crate::args::{RegisterArgs, Registering, named};
use crate::complaints::complain;

/// The decisions of one document.
struct Meeting {
    path: String,
    committee: Option<String>,
    date: Option<jiff::civil::Date>,
    rows: Vec<Row>,
    /// Whom the head names.
    members: Vec<Member>,
    /// The items in which no decision could be read.
    unread: usize,
    /// The closed ones, which are left out.
    closed: usize,
    /// Was no item found at all?
    itemless: bool,
}

/// A decision as programs read it.
#[derive(Serialize)]
struct JsonRow<'a> {
    path: &'a str,
    #[serde(flatten)]
    row: &'a Row,
}

/// Lists the decisions of the folder that `args` name.
pub(super) fn run(args: &RegisterArgs, lang: Lang) -> anyhow::Result<Exit> {
    let overlay = Overlay { style: args.style.clone(), ..Overlay::default() };
    let resolver = Arc::new(Resolver::new(Asked::Nearest, overlay));
    let leading = settings::leading(&resolver, Some(&args.folder)).map_err(Problem::from)?;
    let lang = args.texts.lang.or(leading.language).unwrap_or(lang);
    let output = named(args.output.as_deref());
    if let Some(path) = output.filter(|path| files::lies_at(path) || path.is_dir()) {
        let name = files::name(path);
        return Err(Problem::new(
            format!("{name} findes allerede; vælg et andet navn"),
            format!("{name} exists already; choose another name"),
        )
        .into());
    }
    let wanted = Wanted::new(&[], &[], resolver.clone())?.of_one_folder();
    let paths: Vec<PathBuf> = vec![args.folder.clone()];
    let found = find::find(&paths, wanted);
    let mut exit = Exit::Clean;
    if let Some(note) = found.unread() {
        complain(note.text(lang));
    }
    for problem in found.problems {
        complain(problem.text(lang));
        exit = Exit::Failed;
    }
    let mut meetings = Vec::new();
    for file in &found.files {
        // One file that cannot be read leaves the others in the list.
        let meeting = guarded(|| read(file, &resolver));
        match meeting.unwrap_or_else(|place| Err(Problem::internal_in(&file.name, &place))) {
            Ok(meeting) => meetings.push(meeting),
            Err(problem) if file.is_passed_over(&problem) => {}
            Err(problem) => {
                problem.each().for_each(|problem| complain(problem.text(lang)));
                exit = Exit::Failed;
            }
        }
    }
    if found.files.is_empty() {
        return if exit == Exit::Failed { Ok(exit) } else { Err(nothing(&args.folder).into()) };
    }
    // A table of nothing would read as if nothing had been decided.
    if meetings.is_empty() && exit == Exit::Failed {
        return Ok(exit);
    }
    if let Some(note) = unread(&meetings) {
        complain(note.text(lang));
    }
    for note in [itemless(&meetings), left_out(&meetings)].into_iter().flatten() {
        complain(note.text(lang));
    }
    let text = written(&meetings, args.format)?;
    let is_json = matches!(args.format, Registering::Json | Registering::Popolo);
    let text = if is_json { shown_json(&text) } else { shown(&text) };
    deliver(output, &text, Kind::Text, lang)?;
    Ok(exit)
}

/// How many items are not in the list because no decision could be read in them.
fn unread(meetings: &[Meeting]) -> Option<Problem> {
    let of: Vec<&Meeting> = meetings.iter().filter(|meeting| meeting.unread > 0).collect();
    let n_items: usize = of.iter().map(|meeting| meeting.unread).sum();
    let first = of.first()?;
    let (items, items_en) = if n_items == 1 { ("punkt", "item") } else { ("punkter", "items") };
    let (them, them_en, are) = if n_items == 1 { ("det", "it", "is") } else { ("dem", "them", "are") };
    let (place, place_en) = match of.len() {
        1 => (first.path.clone(), first.path.clone()),
        n => (
            format!("{n} filer (den første er {})", first.path),
            format!("{n} files (the first is {})", first.path),
        ),
    };
    Some(Problem::new(
        format!(
            "{n_items} {items} i {place} er ikke med, for der kunne ikke læses nogen beslutning i {them}"
        ),
        format!(
            "{n_items} {items_en} in {place_en} {are} left out, since no decision could be read in {them_en}"
        ),
    ))
}

/// The files in which no item was found, and so no decision.
fn itemless(meetings: &[Meeting]) -> Option<Problem> {
    const NAMED: usize = 5;
    let of: Vec<&str> =
        meetings.iter().filter(|meeting| meeting.itemless).map(|meeting| &*meeting.path).collect();
    let (named, more) = of.split_at(of.len().min(NAMED));
    let names = named.join(", ");
    let (more_da, more_en) = match more.len() {
        0 => (String::new(), String::new()),
        n => (format!(" og {n} til"), format!(" and {n} more")),
    };
    (!of.is_empty()).then(|| {
        Problem::new(
            format!(
                "ingen punkter er fundet i {names}{more_da}, så ingen beslutninger derfra er med; \"referent outline --why\" med \
                 filens navn viser hvorfor"
            ),
            format!(
                "no items were found in {names}{more_en}, so no decisions of theirs are listed; \"referent outline --why\" with \
                 the name of the file shows why"
            ),
        )
    })
}

/// How many items are not in the list because they are closed: the list is open data.
fn left_out(meetings: &[Meeting]) -> Option<Problem> {
    let n_closed: usize = meetings.iter().map(|meeting| meeting.closed).sum();
    let [da, en] = match n_closed {
        0 => return None,
        1 => ["punkt, der er lukket", "item that is closed or speaks of something closed is"],
        _ => ["punkter, der er lukkede", "items that are closed or speak of something closed are"],
    };
    Some(Problem::new(
        format!(
            "{n_closed} {da} eller taler om noget lukket, er ikke med, for listen er til offentliggørelse"
        ),
        format!("{n_closed} {en} left out, since the list is for publication"),
    ))
}

fn marked_beside(name: &str) -> Problem {
    Problem::new(
        format!(
            "{name} er ikke med, for listen er til offentliggørelse: en kommentar, skjult tekst, et sidehoved, et vandmærke, en egenskab eller navnet på en typografi, et bogmærke eller en klasse taler om \
             noget lukket; skriv \"(Lukket)\" sidst i overskriften til det punkt, der er lukket, og slet det andet"
        ),
        format!(
            "{name} is left out, since the list is for publication: a comment, hidden text, a page header, a watermark, a property or the name of a style, a bookmark or a class speaks of \
             something closed; write \"(Lukket)\" at the end of the heading of the item that is closed, and delete the other"
        ),
    )
}

/// A document that speaks of something closed, of which nobody can tell what it is.
fn refused(name: &str, refusal: &Refusal) -> Problem {
    let (why_da, why_en) = why(refusal);
    let (words, line) = (quoted(refusal), refusal.line);
    Problem::new(
        format!(
            "{name} er ikke med, for listen er til offentliggørelse: linje {line} (\"{words}\") {why_da}; skriv \"(Lukket)\" sidst i \
             overskriften til det punkt, der er lukket, og slet linjen"
        ),
        format!(
            "{name} is left out, since the list is for publication: line {line} (\"{words}\") {why_en}; write \"(Lukket)\" at the \
             end of the heading of the item that is closed, and delete the line"
        ),
    )
}

fn nothing(folder: &Path) -> Problem {
    let folder = folder.display();
    Problem::new(
        format!("{folder} indeholder ingen referater; nævn den mappe, de ligger i"),
        format!("{folder} holds no minutes; name the folder they lie in"),
    )
}

fn written(meetings: &[Meeting], format: Registering) -> anyhow::Result<String> {
    Ok(match format {
        Registering::Csv => csv::written(meetings),
        Registering::Json => {
            let rows = meetings
                .iter()
                .flat_map(|meeting| meeting.rows.iter().map(|row| JsonRow { path: &meeting.path, row }));
            serde_json::to_string_pretty(&rows.collect::<Vec<_>>())? + "\n"
        }
        Registering::Popolo => serde_json::to_string_pretty(&popolo::written(meetings))? + "\n",
        Registering::Akn => akn::written(meetings),
    })
}

fn read(file: &Named, resolver: &Arc<Resolver>) -> Result<Meeting, Problem> {
    let located = resolver.locate(Path::new(&file.name))?;
    let reading =
        Engine { settings: Settings::new(Vec::new()), ..(*located.config.engine(&located.name)).clone() };
    let source = files::read_named(file, located.config.limits)?;
    if source.extracted.as_deref().is_some_and(|read| is_marked_beside(read, |_| true)) {
        return Err(marked_beside(&file.name));
    }
    let ranks = source.ranks();
    let document = Document::with_ranks(Arc::new(reading), source.text, ranks.clone());
    let meeting = headed::meeting(&document, source.extracted.as_deref());
    let held = HeldBack::of(&document, &ranks);
    if let Some(refusal) = held.refusals.first() {
        return Err(refused(&file.name, refusal));
    }
    let closed = held.items;
    Ok(Meeting {
        path: file.name.clone(),
        committee: body(&document).or(meeting.committee),
        date: meeting.date,
        rows: decisions(&document, &closed),
        members: members(&document),
        unread: undecided(&document, &closed),
        closed: closed.iter().filter(|closed| **closed).count(),
        itemless: document.minutes().items().next().is_none(),
    })
}
