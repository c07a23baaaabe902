//! All faults of a file of settings are told at once, each at its place.

use std::path::{Path, PathBuf};

use files::settings::{Asked, Resolver, Texts};
use workbench::config::Overlay;
use workbench::lang::Lang;

/// The lines of the faults in `text`, and what is told of the settings as a whole.
fn told(text: &str) -> (Vec<usize>, String) {
    let file = PathBuf::from("/settings/that/are/nowhere/referent.toml");
    let texts = Texts::from([(file.clone(), text.to_owned())]);
    let resolver = Resolver::with_texts(Asked::File(file), Overlay::default(), texts);
    let error = resolver.for_folder(Path::new("/settings")).expect_err("something is wrong");
    let whole = workbench::problem::Problem::from(error.clone());
    let whole = whole.each().map(|problem| problem.text(Lang::En)).collect::<Vec<_>>().join("\n");
    let places = error.0.each().into_iter().filter_map(|fault| fault.place).map(|(line, _)| line);
    (places.collect(), whole)
}

#[test]
fn each_fault_is_told_with_its_line() {
    for (text, lines) in [
        (
            "style = \"odnse\"\nstage = \"agendaa\"\n\n[lint]\nselect = [\"dates/weekdy\"]\nfail-on = \"eror\"\n",
            vec![1, 2, 5, 6],
        ),
        ("styl = \"odense\"\nlanguage = \"dk\"\n[lint]\nmax-warnings = \"ti\"\n", vec![1, 2, 4]),
        ("[lintt]\nselect = [\"dates\"]\n\n[names]\ncommitees = []\n", vec![1, 5]),
        (
            "[lint.severity]\n\"dates/weekdy\" = \"info\"\n\"dates/format\" = \"inf\"\n\"at-points/markr\" = \"hint\"\n",
            vec![2, 3, 4],
        ),
        ("[lint]\nselect = [\n  \"dates/weekdy\",\n  \"dates\",\n]\nignore = [\"nams\"]\n", vec![3, 6]),
    ] {
        let (mut told, whole) = told(text);
        told.sort_unstable();
        assert_eq!(told, lines, "{whole}");
        assert_eq!(whole.lines().count(), lines.len(), "{whole}");
    }
}

#[test]
fn a_table_whose_keys_need_each_other_is_told_once() {
    let rule = "[[custom]]\nname = \"Tavs\"\npatern = \"a\"\nmessage = \"x\"\n\n";
    let (lines, whole) = told(&format!("{rule}[files]\nexcldue = [\"a\"]\n"));
    assert_eq!(lines.len(), 2, "{whole}");
}

#[test]
fn what_is_no_toml_is_told_up_to_where_it_can_be_read() {
    let (lines, whole) = told("style = \"odense\nstage = \"agendaa\"\n");
    assert_eq!(lines, [1], "{whole}");
}
