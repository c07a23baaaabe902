//! Settings, checked: every name in them is known, every pattern can be read, every example holds.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rules::clock::Clock;
use rules::document::Engine;
use rules::house::{House, Houses};
use rules::lint::{Options, Rule, Settings};
use rules::minutes::Stage;

use super::all_faults::with_all;
use super::layers::{Layer, layers, lints};
use super::selection::{self, Chosen, unknown_rule};
use super::source::ConfigError;
use super::suppression::{Suppression, suppressions};
use super::walking::Walking;
use super::written::{FailOn, Member, Names, OverrideLint, Party, Style};
use super::{Lender, Overlay, custom, dictionary, house, options, overlay_error};
use crate::globs::Globs;
use crate::lang::Lang;
use crate::limits::Limits;
use crate::outside;
use crate::paths::folder_of;
use crate::problem::Problem;

/// What one file of settings says, with what it extends.
#[derive(Debug)]
pub struct Config {
    /// The folder that patterns count from.
    pub root: PathBuf,
    /// The file and those it extends, the base first; none when there is no file.
    pub(super) layers: Vec<Layer>,
    pub(super) overlay: Overlay,
    /// Every rule there is: the catalog's, the program's and the house's own.
    pub rules: Vec<&'static Rule>,
    /// Which files are minutes.
    pub files: Walking,
    /// The language of the messages.
    pub language: Option<Lang>,
    /// The severity from which findings make the exit status 1.
    pub fail_on: Option<FailOn>,
    /// More warnings than this make the exit status 1.
    pub max_warnings: Option<usize>,
    /// What reading a document may cost.
    pub limits: Limits,
    /// Who read it, and lends what a document is worked on with.
    lender: Arc<dyn Lender>,
    /// Findings that are not to be reported.
    pub suppressions: Vec<Suppression>,
    /// What is set for single rules.
    pub(super) options: Arc<Options>,
    houses: Arc<Houses>,
    pub(super) chosen: Chosen,
    style: Option<Arc<House>>,
    stage: Option<Stage>,
    pub(super) overrides: Vec<Overriding>,
    /// By the overrides that hold for a document.
    engines: Mutex<HashMap<Vec<usize>, Arc<Engine>>>,
}

/// Settings for some of the files.
#[derive(Debug)]
pub(super) struct Overriding {
    /// The layer it stands in, and its number there.
    pub(super) place: (usize, usize),
    globs: Globs,
    style: Option<Arc<House>>,
    stage: Option<Stage>,
    pub(super) lint: OverrideLint,
}

impl Config {
    /// Reads the settings in `file`, or those that hold without one, under `overlay`; their patterns count from `root`.
    ///
    /// # Errors
    /// A file of settings, or what was asked for beside it, that cannot be used; with all that is wrong, as far as it can be told at once.
    pub fn read(
        file: Option<&Path>,
        root: PathBuf,
        overlay: &Overlay,
        lender: Arc<dyn Lender>,
    ) -> Result<Self, ConfigError> {
        let read = |lender| Self::read_once(file, root.clone(), overlay, lender);
        read(lender.clone()).map_err(|first| with_all(first, &lender, read))
    }

    fn read_once(
        file: Option<&Path>,
        root: PathBuf,
        overlay: &Overlay,
        lender: Arc<dyn Lender>,
    ) -> Result<Self, ConfigError> {
        let layers = file.map_or(Ok(Vec::new()), |file| layers(file, &*lender))?;
        let rules = all_rules(&layers)?;
        for layer in &layers {
            check_names(layer, &rules)?;
        }
        let lints = lints(&layers, overlay.profile.as_deref())?;
        let mut chosen = Chosen::default();
        for lint in &lints {
            chosen.replace(lint);
        }
        for layer in &layers {
            chosen.compare(layer.written.folder);
        }
        let mut houses = (*Houses::standard()).clone();
        add_vocabulary(&layers, &mut houses);
        let mut style = None;
        for layer in &layers {
            style = layer_style(layer, &*lender, &mut houses)?.or(style);
        }
        let overrides = overrides(&layers, &*lender, &mut houses)?;
        if let Some(asked) = &overlay.style {
            style = Some(house::named(asked, Path::new(""), &*lender, &mut houses).map_err(overlay_error)?);
        }
        let new = Self {
            root,
            files: Walking::new(&layers)?,
            language: layers.iter().rev().find_map(|layer| layer.written.language),
            fail_on: lints.iter().rev().find_map(|lint| lint.fail_on),
            max_warnings: lints.iter().rev().find_map(|lint| lint.max_warnings),
            limits: limits(&layers)?,
            lender,
            suppressions: suppressions(&layers, &rules)?,
            stage: layers.iter().rev().find_map(|layer| layer.written.stage),
            overlay: overlay.clone(),
            options: Arc::new(options::options(&layers, &rules)?),
            houses: Arc::new(houses),
            engines: Mutex::default(),
            layers,
            rules,
            chosen,
            style,
            overrides,
        };
        let settings = Settings::among(&new.rules, &new.chosen.clone().with(overlay))
            .map_err(|error| overlay_error(unknown_rule(&error)))?;
        new.check_dictionary(&settings)?;
        Ok(new)
    }

    /// The file that was read; none when there is none.
    pub fn file(&self) -> Option<&Path> {
        self.layers.last().map(|layer| layer.source.path.as_path())
    }

    fn check_dictionary(&self, settings: &Settings) -> Result<(), ConfigError> {
        if !dictionary::is_needed(settings) {
            return Ok(());
        }
        dictionary::check_named(&self.options, &*self.lender).map_err(|(key, problem)| {
            let layer = self.layers.iter().rev().find(|layer| layer.source.value(&key).is_some());
            match layer {
                Some(layer) => layer.source.error(&key, problem),
                None => overlay_error(problem),
            }
        })
    }

    /// What the document called `name` is read and linted with.
    pub fn engine(&self, name: &Path) -> Arc<Engine> {
        let mut engines = self.engines.lock().unwrap_or_else(PoisonError::into_inner);
        engines
            .entry(self.holding(name))
            .or_insert_with_key(|holding| Arc::new(self.new_engine(holding)))
            .clone()
    }

    /// The numbers of the overrides that hold for the document called `name`.
    pub(super) fn holding(&self, name: &Path) -> Vec<usize> {
        (0..self.overrides.len()).filter(|&n| self.overrides[n].globs.covers(name)).collect()
    }

    fn new_engine(&self, holding: &[usize]) -> Engine {
        let (mut house, mut stage) = (self.style.clone(), self.stage);
        for overriding in holding.iter().map(|&n| &self.overrides[n]) {
            // A style that was asked for beside the files wins over all of them.
            if self.overlay.style.is_none() {
                house = overriding.style.clone().or(house);
            }
            stage = overriding.stage.or(stage);
        }
        let settings = Settings::among(&self.rules, &self.selection(holding))
            .expect("every name was known when the settings were read");
        let needed = dictionary::is_needed(&settings);
        Engine {
            dictionary: needed.then(|| dictionary::dictionary(&self.options, &*self.lender)).flatten(),
            houses: self.houses.clone(),
            settings,
            house,
            stage: self.overlay.stage.or(stage),
            names: Arc::new(self.known_names()),
            options: self.options.clone(),
            workers: self.lender.workers(),
            clock: if self.overlay.hurries { self.lender.clock() } else { Clock::default() },
        }
    }

    /// The names that the settings give, those of extended files first.
    fn names(&self) -> Names {
        let mut all = Names::default();
        for names in self.layers.iter().map(|layer| layer.written.names.clone()) {
            all.municipality = names.municipality.or(all.municipality);
            all.committees.extend(names.committees);
            all.departments.extend(names.departments);
            all.members.extend(names.members);
            all.parties.extend(names.parties);
            all.domains.extend(names.domains);
            all.phones.extend(names.phones);
        }
        all
    }

    /// The names and words that the settings give, as the rules take them.
    fn known_names(&self) -> rules::lint::Names {
        let Names { municipality, committees, departments, members, parties, domains, phones } = self.names();
        let member = |member: Member| rules::lint::Member { name: member.name, party: member.party };
        let party = |party: Party| rules::lint::Party { letter: party.letter, name: party.name };
        rules::lint::Names {
            municipality,
            committees,
            departments,
            members: members.into_iter().map(member).collect(),
            parties: parties.into_iter().map(party).collect(),
            domains,
            phones,
            vocabulary: self.words().map(str::to_owned).collect(),
        }
    }

    /// Words that are right in this house.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.layers.iter().flat_map(|layer| &layer.written.vocabulary.words).map(String::as_str)
    }
}

/// What reading a document may cost.
fn limits(layers: &[Layer]) -> Result<Limits, ConfigError> {
    let mut limits = Limits::default();
    for Layer { source, written } in layers {
        let (least, most) = (Limits::LEAST, Limits::MOST);
        for (key, asked, limit, allowed) in [
            ("memory", written.documents.memory, &mut limits.memory, least.memory..=most.memory),
            ("seconds", written.documents.seconds, &mut limits.seconds, least.seconds..=most.seconds),
        ] {
            let Some(asked) = asked else { continue };
            if !allowed.contains(&asked) {
                let (least, most) = (allowed.start(), allowed.end());
                let problem = Problem::new(
                    format!("skriv et tal fra {least} til {most}"),
                    format!("write a number from {least} to {most}"),
                );
                return Err(source.error(&format!("documents.{key}"), problem));
            }
            *limit = asked;
        }
    }
    Ok(limits)
}

fn all_rules(layers: &[Layer]) -> Result<Vec<&'static Rule>, ConfigError> {
    let mut own: Vec<&'static Rule> = Vec::new();
    for layer in layers {
        for (n, written) in layer.written.custom.iter().enumerate() {
            let name = format!("custom/{}", written.name);
            own.retain(|rule| rule.name != name);
            own.extend(custom::rule(&layer.source, n, written)?);
        }
    }
    Ok(outside::all_rules().into_iter().chain(own).collect())
}

fn check_names(layer: &Layer, rules: &[&'static Rule]) -> Result<(), ConfigError> {
    let (source, written) = (&layer.source, &layer.written);
    let profiles = written.profile.iter().map(|(name, lint)| (format!("profile.{name}"), lint));
    for (key, lint) in profiles.chain([("lint".to_owned(), &written.lint)]) {
        selection::check(source, &key, [&lint.select, &lint.ignore], &lint.severity, rules)?;
    }
    for (n, entry) in written.overrides.iter().enumerate() {
        let (key, lint) = (format!("overrides[{n}].lint"), &entry.lint);
        selection::check(source, &key, [&lint.select, &lint.ignore], &lint.severity, rules)?;
    }
    Ok(())
}

fn add_vocabulary(layers: &[Layer], houses: &mut Houses) {
    for vocabulary in layers.iter().map(|layer| &layer.written.vocabulary) {
        for title in &vocabulary.titles {
            houses.add_title(&title.title, title.kind);
        }
        for line in &vocabulary.furniture {
            houses.add_furniture(line);
        }
    }
}

fn layer_style(
    layer: &Layer,
    lender: &dyn Lender,
    houses: &mut Houses,
) -> Result<Option<Arc<House>>, ConfigError> {
    let source = &layer.source;
    let house = match &layer.written.style {
        None => return Ok(None),
        Some(Style::Named(name)) => house::named(name, folder_of(&source.path), lender, houses)
            .map_err(|problem| ("style".to_owned(), problem)),
        Some(Style::House(written)) => house::inline(&source.name, written, houses),
    };
    house.map(Some).map_err(|(key, problem)| source.error(&key, problem))
}

fn overrides(
    layers: &[Layer],
    lender: &dyn Lender,
    houses: &mut Houses,
) -> Result<Vec<Overriding>, ConfigError> {
    let mut all = Vec::new();
    for (at, Layer { source, written }) in layers.iter().enumerate() {
        for (n, entry) in written.overrides.iter().enumerate() {
            let error = |key: &str, problem| source.error(&format!("overrides[{n}].{key}"), problem);
            let folder = folder_of(&source.path);
            let style = entry.style.as_ref().map(|name| house::named(name, folder, lender, houses));
            all.push(Overriding {
                place: (at, n),
                globs: Globs::new(&entry.files).map_err(|problem| error("files", problem))?,
                style: style.transpose().map_err(|problem| error("style", problem))?,
                stage: entry.stage,
                lint: entry.lint.clone(),
            });
        }
    }
    Ok(all)
}
