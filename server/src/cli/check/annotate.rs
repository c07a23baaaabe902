//! `--annotate`: a copy of a Word document with the findings as comments and the safe fixes as tracked changes.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use documents::Remark;
use files::{Named, Origin};
use jiff::Timestamp;
use reports::told;
use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Fix};
use workbench::lang::Lang;
use workbench::problem::Problem;

/// Where copies go.
#[derive(Debug)]
pub(super) enum Target {
    /// The copy of the one document that is checked.
    File(PathBuf),
    /// The copies, called as their documents are.
    Folder(PathBuf),
}

impl Target {
    /// As `asked` for the documents `found`; no copy takes the place of a document that is checked.
    pub(super) fn new(asked: &Path, found: &[Named]) -> Result<Self, Problem> {
        // What has no ending is no name of a Word document.
        let is_named_so = asked.to_string_lossy().ends_with(['/', '\\']) || asked.extension().is_none();
        let is_folder = asked.is_dir() || is_named_so && !files::lies_at(asked);
        let name = files::name(asked);
        // What can have no copy is told before what the copy is called.
        if let [only] = found
            && is_other_document(&only.name)
        {
            return Err(not_word(&only.name));
        }
        if !is_folder && found.len() > 1 {
            return Err(Problem::new(
                format!("{name} kan kun være kopi af ét dokument; nævn en mappe, når der er flere"),
                format!("{name} can be the copy of one document only; name a folder when there are several"),
            ));
        }
        if is_folder {
            files::make_folder(asked)?;
        }
        let new = if is_folder { Self::Folder(asked.to_owned()) } else { Self::File(asked.to_owned()) };
        let is_word = |path: &Path| ends_in(path, &["docx", "docm"]);
        if let Self::File(path) = &new
            && !is_word(path)
        {
            return Err(Problem::new(
                format!("{name} bliver et Word-dokument; giv kopien et navn på .docx"),
                format!("{name} will be a Word document; give the copy a name in .docx"),
            ));
        }
        if let Some((one, other)) = same_name(&new, found) {
            return Err(Problem::new(
                format!(
                    "{one} og {other} giver kopier med samme navn; gennemgå dem hver for sig, med hver sin mappe"
                ),
                format!(
                    "the copies of {one} and {other} have one name; check them one by one, each with a folder of its own"
                ),
            ));
        }
        let copies: Vec<PathBuf> = found.iter().map(|file| files::true_path(&new.of(file))).collect();
        let taken = found.iter().filter_map(path_of).find(|path| copies.contains(&files::true_path(path)));
        match taken {
            Some(path) => {
                let name = files::name(path);
                Err(Problem::new(
                    format!("{name} gennemgås selv; giv kopien et andet navn eller en anden mappe"),
                    format!("{name} is checked itself; give the copy another name or another folder"),
                ))
            }
            None => match copies.iter().find(|copy| files::lies_at(copy)) {
                Some(copy) => {
                    let name = files::name(copy);
                    Err(Problem::new(
                        format!("{name} findes allerede; flyt den, eller giv kopien et andet navn"),
                        format!("{name} exists already; move it, or give the copy another name"),
                    ))
                }
                None => Ok(new),
            },
        }
    }

    /// The path of the copy of `file`.
    fn of(&self, file: &Named) -> PathBuf {
        match self {
            Self::File(path) => path.clone(),
            Self::Folder(folder) => folder.join(Path::new(&file.name).file_name().unwrap_or_default()),
        }
    }
}

/// The names of two files whose copies would be one.
fn same_name(target: &Target, found: &[Named]) -> Option<(String, String)> {
    let mut names = HashMap::new();
    found.iter().find_map(|file| {
        let former = names.insert(target.of(file).to_string_lossy().to_lowercase(), &file.name)?;
        Some((former.clone(), file.name.clone()))
    })
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|end| endings.iter().any(|ending| end.eq_ignore_ascii_case(ending)))
}

/// Does the name say that it is a document, and not one of Word?
fn is_other_document(name: &str) -> bool {
    ends_in(Path::new(name), &["odt", "pdf", "html", "htm"])
}

fn path_of(file: &Named) -> Option<&Path> {
    match &file.origin {
        Origin::File(path) | Origin::Found(path) => Some(path),
        Origin::Stdin => None,
    }
}

/// Writes the copy of `file`, which was read as `document`, and says what is in it.
pub(super) fn write(
    target: &Target,
    file: &Named,
    document: &Document,
    diagnostics: &[Diagnostic],
    lang: Lang,
) -> Result<String, Problem> {
    let name = &file.name;
    let path = path_of(file).ok_or_else(|| not_word(name))?;
    let bytes = files::read_bytes(path, name)?;
    let remark = |diagnostic| remark(diagnostic, diagnostics, document, lang);
    let remarks: Vec<Remark> = diagnostics.iter().map(remark).collect();
    let date = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let copy = documents::annotated(&bytes, name, &remarks, &date).ok_or_else(|| not_word(name))?;
    let (copy, n_changed) = copy.map_err(|fault| files::refused(fault, name))?;
    let copied = target.of(file);
    files::put_bytes(&copied, &copy)?;
    Ok(written(&files::name(&copied), diagnostics, n_changed, lang))
}

fn not_word(name: &str) -> Problem {
    Problem::new(
        format!(
            "{name} er ikke et Word-dokument, så fundene kan ikke skrives ind i en kopi; gem det som .docx"
        ),
        format!("{name} is no Word document, so the findings cannot go into a copy; save it as .docx"),
    )
}

/// What is said of one finding: the message, and what to write where it is not changed.
fn remark(diagnostic: &Diagnostic, all: &[Diagnostic], document: &Document, lang: Lang) -> Remark {
    let safe = |fix: &&Fix| fix.applicability == Applicability::Safe;
    let fix = diagnostic.fixes.iter().find(safe);
    let mut words = told(document, all, diagnostic, lang.note(&diagnostic.note));
    let label = lang.pick("Forslag", "Suggestion");
    let suggested =
        |fix: &Fix| format!("{label}: {}", told(document, all, diagnostic, lang.note(&fix.title)));
    for other in diagnostic.fixes.iter().filter(|fix| !safe(fix)) {
        words.push_str(&format!("\n{}", suggested(other)));
    }
    let instead = fix.map_or(String::new(), suggested);
    let edits = fix.into_iter().flat_map(|fix| &fix.edits);
    let edits =
        edits.map(|edit| (edit.range().start().into(), edit.range().end().into(), edit.text().to_owned()));
    let (start, end) = (diagnostic.range.start().into(), diagnostic.range.end().into());
    Remark { start, end, words, edits: edits.collect(), instead }
}

/// "til-gennemsyn.docx: 4 kommentarer, 1 privat nummer er fulgt med".
fn written(name: &str, diagnostics: &[Diagnostic], n_changed: usize, lang: Lang) -> String {
    let n = diagnostics.len();
    let comments = match n {
        1 => lang.pick("kommentar", "comment"),
        _ => lang.pick("kommentarer", "comments"),
    };
    let private = diagnostics.iter().filter(|found| found.rule.name == "privacy/cpr-number").count();
    let private =
        super::super::private::carried(private, lang).map_or(String::new(), |told| format!("; {told}"));
    let changed = match n_changed {
        0 => String::new(),
        1 => lang.pick(", 1 rettelse som sporet ændring", ", 1 fix as a tracked change").to_owned(),
        n => format!(", {n} {}", lang.pick("rettelser som sporede ændringer", "fixes as tracked changes")),
    };
    format!("{name}: {n} {comments}{changed}{private}")
}
