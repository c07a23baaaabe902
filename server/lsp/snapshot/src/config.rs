//! The settings of a client, `referent.*`, as written and checked.
//!
//! A setting that means nothing is named and leaves what was before; the others still count. A style, and a rule that
//! begins with "custom", may be known to one folder only: they are looked up where the folder's settings are.

use std::time::Duration;

use rules::house::Houses;
use rules::lint::{Selection, Severity, known};
use rules::minutes::Stage;
use serde::Deserialize;
use serde_json::Value;
use workbench::config::Overlay;
use workbench::lang::Lang;
use workbench::outside;

/// The settings, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `referent.language`.
    pub(crate) language: Option<Lang>,
    /// `referent.style`.
    pub(crate) style: Option<String>,
    /// `referent.stage`.
    pub(crate) stage: Option<Stage>,
    /// `referent.select`, `referent.ignore`, `referent.severity`.
    pub(crate) selection: Selection,
    /// `referent.diagnostics.mode`.
    pub(crate) show: Show,
    /// `referent.diagnostics.longest`, in bytes: a longer text is checked only when it is opened and saved.
    pub longest: usize,
    /// `referent.hints`: which small words stand between the words.
    pub hints: Beside,
    /// `referent.lenses`: above which items a line tells how they stand.
    pub lenses: Beside,
    /// `referent.outline`: how much stands in the outline.
    pub outline: Outline,
    /// `referent.diagnostics.delay`: how long typing must rest before what is found in what is being written is shown.
    pub delay: Duration,
}

/// Who decides when findings are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Show {
    /// Whoever the client is known to do best with.
    Auto,
    /// The server, after each edit.
    Push,
    /// The client, when it wants them.
    Pull,
}

/// What is shown beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Beside {
    /// What is left to do.
    Undecided,
    /// All there is to say.
    All,
    /// Nothing.
    Off,
}

/// What the outline lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outline {
    /// Items, what is recommended and what is decided: sections that every item has tell nothing.
    Short,
    /// Every section.
    All,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            style: None,
            stage: None,
            selection: Selection::default(),
            show: Show::Auto,
            longest: 32 << 20,
            hints: Beside::Undecided,
            lenses: Beside::Undecided,
            outline: Outline::Short,
            delay: Duration::from_millis(1500),
        }
    }
}

/// A setting that means nothing: its name, and what was expected, in Danish and English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// "referent.stage".
    pub(crate) name: String,
    /// What would be right, in Danish.
    pub(crate) da: String,
    /// What would be right, in English.
    pub(crate) en: String,
}

impl Wrong {
    fn new(name: &str, da: impl Into<String>, en: impl Into<String>) -> Self {
        Self { name: format!("referent.{name}"), da: da.into(), en: en.into() }
    }

    /// The complaint in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        lang.pick(
            format!("Indstillingen {} er ikke brugt: {}", self.name, self.da),
            format!("The setting {} is not used: {}", self.name, self.en),
        )
    }
}

impl Settings {
    /// What the editor asks for: all of it, then without a style that only some settings know, then without rules that only
    /// some know.
    pub fn overlays(&self) -> Vec<Overlay> {
        let selection = &self.selection;
        let all = Overlay {
            select: selection.select.clone(),
            ignore: selection.ignore.clone(),
            severity: selection.severity.clone(),
            style: self.style.clone(),
            stage: self.stage,
            profile: None,
            hurries: true,
        };
        let no_style = Overlay { style: None, ..all.clone() };
        let own = |name: &String| name.starts_with("custom");
        let mut no_own = no_style.clone();
        no_own.select.retain(|name| !own(name));
        no_own.ignore.retain(|name| !own(name));
        no_own.severity.retain(|(name, _)| !own(name));
        let mut overlays = vec![all, no_style, no_own];
        overlays.dedup();
        overlays
    }

    /// Reads what a client sent, with or without a "referent" around it. Wrong settings keep the value in `last`.
    pub fn read(sent: &Value, last: &Self) -> (Self, Vec<Wrong>) {
        let sent = sent.get("referent").unwrap_or(sent);
        let mut wrong = Vec::new();
        let language = one_of(
            sent,
            "language",
            &last.language,
            &mut wrong,
            "\"da\", \"en\", \"auto\"",
            |name| match name {
                "da" => Some(Some(Lang::Da)),
                "en" => Some(Some(Lang::En)),
                "auto" | "" => Some(None),
                _ => None,
            },
        );
        let stages = "\"agenda\", \"minutes\", \"auto\"";
        let stage = one_of(sent, "stage", &last.stage, &mut wrong, stages, |name| match name {
            "agenda" => Some(Some(Stage::Agenda)),
            "minutes" => Some(Some(Stage::Minutes)),
            "auto" | "" => Some(None),
            _ => None,
        });
        let houses = Houses::standard();
        let names: Vec<String> = houses.iter().map(|house| format!("\"{}\"", house.name)).collect();
        let style = one_of(sent, "style", &last.style, &mut wrong, &names.join(", "), |name| match name {
            "?" => None,
            "auto" | "" => Some(None),
            name => Some(Some(name.to_owned())),
        });
        let diagnostics = sent.get("diagnostics").unwrap_or(&Value::Null);
        let modes = "\"auto\", \"push\", \"pull\"";
        let show = one_of(diagnostics, "mode", &last.show, &mut wrong, modes, |name| {
            serde_json::from_value(name.into()).ok()
        });
        let beside = |name, last, wrong: &mut Vec<Wrong>| {
            one_of(sent, name, &last, wrong, "\"undecided\", \"all\", \"off\"", |name| match name {
                "auto" => Some(Beside::Undecided),
                name => serde_json::from_value(name.into()).ok(),
            })
        };
        let (hints, lenses) =
            (beside("hints", last.hints, &mut wrong), beside("lenses", last.lenses, &mut wrong));
        let outlines = "\"short\", \"all\"";
        let outline = one_of(sent, "outline", &last.outline, &mut wrong, outlines, |name| match name {
            "auto" => Some(Outline::Short),
            name => serde_json::from_value(name.into()).ok(),
        });
        let delay = delay(diagnostics, last.delay, &mut wrong);
        let longest = longest(diagnostics, last.longest, &mut wrong);
        let selection = selection(sent, &last.selection, &mut wrong);
        unknown(sent, &mut wrong);
        (Self { language, style, stage, selection, show, longest, delay, hints, lenses, outline }, wrong)
    }
}

/// The settings that the server reads, and those that only editors read.
const NAMES: &[&str] = &[
    "language",
    "style",
    "stage",
    "select",
    "ignore",
    "severity",
    "diagnostics",
    "hints",
    "lenses",
    "outline",
    "server",
    "trace",
    "files",
    "positionEncoding",
];

/// Names each setting that nobody reads.
fn unknown(sent: &Value, wrong: &mut Vec<Wrong>) {
    let fields = sent.as_object().into_iter().flatten();
    for (name, _) in fields.filter(|(name, _)| !NAMES.contains(&name.as_str())) {
        wrong.push(Wrong::new(
            name,
            "der er ingen indstilling af det navn",
            "there is no setting of that name",
        ));
    }
}

/// `diagnostics.delay`, in milliseconds.
fn delay(diagnostics: &Value, last: Duration, wrong: &mut Vec<Wrong>) -> Duration {
    let sent = match diagnostics.get("delay") {
        None | Some(Value::Null) => return Settings::default().delay,
        Some(sent) => sent.as_u64().filter(|delay| *delay <= 60_000),
    };
    sent.map(Duration::from_millis).unwrap_or_else(|| {
        wrong.push(Wrong::new(
            "diagnostics.delay",
            "skriv et antal millisekunder, højst 60000",
            "write a number of milliseconds, at most 60000",
        ));
        last
    })
}

/// `diagnostics.longest`, which is sent in KiB.
fn longest(diagnostics: &Value, last: usize, wrong: &mut Vec<Wrong>) -> usize {
    let sent = match diagnostics.get("longest") {
        None | Some(Value::Null) => return Settings::default().longest,
        Some(sent) => sent.as_u64().and_then(|kib| usize::try_from(kib).ok()?.checked_mul(1024)),
    };
    sent.unwrap_or_else(|| {
        wrong.push(Wrong::new("diagnostics.longest", "skriv et antal KiB", "write a number of KiB"));
        last
    })
}

/// The value of the setting `name`, which is one of some words.
fn one_of<T: Clone>(
    sent: &Value,
    name: &str,
    last: &T,
    wrong: &mut Vec<Wrong>,
    words: &str,
    read: impl Fn(&str) -> Option<T>,
) -> T {
    let word = match sent.get(name) {
        None | Some(Value::Null) => "auto",
        Some(value) => value.as_str().unwrap_or("?"),
    };
    read(word).unwrap_or_else(|| {
        wrong.push(Wrong::new(name, format!("skriv en af {words}"), format!("write one of {words}")));
        last.clone()
    })
}

fn selection(sent: &Value, last: &Selection, wrong: &mut Vec<Wrong>) -> Selection {
    let new = Selection {
        select: words(sent, "select", &last.select, wrong),
        ignore: words(sent, "ignore", &last.ignore, wrong),
        severity: severities(sent, &last.severity, wrong),
    };
    let known = |name: &String| name.starts_with("custom") || known(name, &outside::all_rules()).is_ok();
    let selected = new.select.iter().map(|name| ("select", name));
    let ignored = new.ignore.iter().map(|name| ("ignore", name));
    let names = selected.chain(ignored).chain(new.severity.iter().map(|(name, _)| ("severity", name)));
    let unknown: Vec<Wrong> =
        names.filter(|(_, name)| !known(name)).map(|(setting, name)| no_rule(setting, name)).collect();
    if unknown.is_empty() {
        return new;
    }
    wrong.extend(unknown);
    last.clone()
}

/// That no rule or group has the `name` that stands in `setting`.
fn no_rule(setting: &str, name: &str) -> Wrong {
    let nearest = known(name, &outside::all_rules()).err().and_then(|error| error.nearest);
    let nearest =
        nearest.map(|name| (format!("; mente du \"{name}\"?"), format!("; did you mean \"{name}\"?")));
    let (da, en) = nearest.unwrap_or_default();
    Wrong::new(
        setting,
        format!("ingen regel eller gruppe hedder \"{name}\"{da}"),
        format!("no rule or group is called \"{name}\"{en}"),
    )
}

fn words(sent: &Value, name: &str, last: &[String], wrong: &mut Vec<Wrong>) -> Vec<String> {
    match sent.get(name) {
        None | Some(Value::Null) => Vec::new(),
        Some(list) => Vec::deserialize(list).unwrap_or_else(|_| {
            wrong.push(Wrong::new(name, "skriv en liste af regler", "write a list of rules"));
            last.to_vec()
        }),
    }
}

fn severities(
    sent: &Value,
    last: &[(String, Option<Severity>)],
    wrong: &mut Vec<Wrong>,
) -> Vec<(String, Option<Severity>)> {
    let fields = match sent.get("severity") {
        None | Some(Value::Null) => return Vec::new(),
        Some(Value::Object(fields)) => fields,
        // An empty table of Lua, which does not tell lists from objects.
        Some(Value::Array(none)) if none.is_empty() => return Vec::new(),
        Some(_) => {
            wrong.push(Wrong::new("severity", "skriv regel og alvor", "write rule and severity"));
            return last.to_vec();
        }
    };
    let mut found = Vec::new();
    for (rule, severity) in fields {
        match severity.as_str() {
            Some("off") => found.push((rule.clone(), None)),
            _ => match Severity::deserialize(severity) {
                Ok(severity) => found.push((rule.clone(), Some(severity))),
                Err(_) => wrong.push(Wrong::new(
                    &format!("severity.{rule}"),
                    "skriv \"error\", \"warning\", \"info\", \"hint\" eller \"off\"",
                    "write \"error\", \"warning\", \"info\", \"hint\" or \"off\"",
                )),
            },
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Settings, Show};
    use rules::lint::Severity;
    use serde_json::json;
    use workbench::lang::Lang;

    #[test]
    fn settings_are_read_with_or_without_their_section() {
        let sent = json!({"language": "en", "diagnostics": {"mode": "push", "delay": 0}, "severity": {"at-points": "hint"}});
        let (plain, wrong) = Settings::read(&sent, &Settings::default());
        assert_eq!(wrong, []);
        assert_eq!(Settings::read(&json!({"referent": sent}), &Settings::default()).0, plain);
        assert_eq!((plain.language, plain.show, plain.delay.as_millis()), (Some(Lang::En), Show::Push, 0));
        assert_eq!(plain.selection.severity, [("at-points".to_owned(), Some(Severity::Hint))]);
    }

    #[test]
    fn a_wrong_setting_is_named_and_the_last_one_stays() {
        let last = Settings::read(&json!({"stage": "agenda", "ignore": ["dates"]}), &Settings::default()).0;
        let (new, wrong) =
            Settings::read(&json!({"stage": "minuts", "ignore": ["daets"], "style": "odense"}), &last);
        assert_eq!((new.stage, &new.selection), (last.stage, &last.selection));
        assert_eq!(new.style.as_deref(), Some("odense"));
        assert_eq!(
            wrong.iter().map(|w| w.name.as_str()).collect::<Vec<_>>(),
            ["referent.stage", "referent.ignore"]
        );
    }

    #[test]
    fn every_name_of_no_rule_is_told() {
        let sent = json!({"select": ["abc"], "ignore": ["a", "dates"], "severity": {"hest/ko": "error"}});
        let (_, wrong) = Settings::read(&sent, &Settings::default());
        let told: Vec<(&str, bool)> =
            wrong.iter().map(|wrong| (wrong.name.as_str(), wrong.da.contains("ingen regel"))).collect();
        assert_eq!(told, [("referent.select", true), ("referent.ignore", true), ("referent.severity", true)]);
    }
}
