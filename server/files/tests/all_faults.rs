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
fn a_list_that_is_too_long_is_told_once_and_ends_the_search() {
    let rule = |n: usize| format!("[[custom]]\nname = \"r{n}\"\nwords = [\"ord{n}\"]\nmessage = \"x\"\n");
    for (list, line) in [
        ((0..505).map(rule).collect::<String>(), 1),
        ("[[overrides]]\nfiles = [\"a/**\"]\n".repeat(600), 1),
        ("[[suppress]]\nrule = \"dates\"\nreason = \"x\"\n".repeat(8000), 1),
    ] {
        let (lines, whole) = told(&list);
        assert_eq!((lines, whole.lines().count()), (vec![line], 1), "{whole}");
    }
    // What was wrong before it is told too.
    let (lines, whole) = told(&format!("style = \"odnse\"\n{}", (0..505).map(rule).collect::<String>()));
    assert_eq!(lines.len(), 1, "{whole}");
    let list = "[[suppress]]\nrule = \"dates\"\nreason = \"x\"\n".repeat(4000);
    let (lines, whole) =
        told(&format!("{list}[lint]\nselect = [\n  \"dates/weekdy\",\n]\nignore = [\"nams\"]\n"));
    assert_eq!(lines, [12003, 12005], "{whole}");
}

/// A style that is a file is told of in the words of one that stands among the settings.
#[test]
fn a_style_says_what_is_wrong_with_it_in_either_place() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let settings = |text: &str| {
        let file = folder.path().join("referent.toml");
        std::fs::write(&file, text).expect("a writable folder");
        let resolver = Resolver::new(Asked::File(file), Overlay::default());
        let error = resolver.for_folder(folder.path()).expect_err("something is wrong");
        workbench::problem::Problem::from(error).text(Lang::Da).to_owned()
    };
    for (line, words) in [
        ("exempt = \"A\"", "her skal stå en liste"),
        ("head.required = \"date\"", "her skal stå en liste"),
        ("signs.needs = \"to\"", "her skal stå et helt tal"),
        ("points.marker = 3", "her skal stå ord i anførselstegn"),
        ("head.date = \"{date\"", "head.date: \"{\" står uden sin anden halvdel"),
        ("head.place = \"Sted: place}\"", "head.place: \"}\" står uden sin anden halvdel"),
        ("head.date = \"Dato:\"", "head.date: {date} mangler"),
        ("head.place = \"{sted}\"", "head.place: {sted} kendes ikke; der er {place}"),
    ] {
        for extends in ["", "extends = \"odense\"\n"] {
            let style = format!("name = \"x\"\n{extends}{line}\n");
            std::fs::write(folder.path().join("stil.toml"), &style).expect("a writable folder");
            let own = style.lines().count();
            let told = settings("style = \"stil.toml\"\n");
            assert!(told.contains(&format!("husstilen stil.toml:{own} kan ikke bruges: {words}")), "{told}");
            let told = settings(&format!("[style]\n{style}"));
            assert!(told.contains(&format!("referent.toml:{}:", own + 1)) && told.contains(words), "{told}");
        }
    }
}

#[test]
fn what_is_no_toml_is_told_up_to_where_it_can_be_read() {
    let (lines, whole) = told("style = \"odense\nstage = \"agendaa\"\n");
    assert_eq!(lines, [1], "{whole}");
}
