//! `referent config`: what is shown of the settings, and the schema.

mod program;

use expect_test::expect;
use program::{program, tests};

fn shown(args: &[&str]) -> String {
    let mut program = program(&tests().join("cli/input"));
    let output = program.args(["config"]).args(args).output().expect("the program was built");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    // Other rules come and go, and their length decides where the origins stand.
    let ours = |line: &&str| {
        ["\"at-points/lead-word", "\"custom/", "\"files/"].iter().any(|name| line.contains(name))
    };
    let kept = text.lines().filter(|line| !line.starts_with("lint.severity") || ours(line));
    kept.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ") + "\n").collect()
}

#[test]
fn every_setting_is_shown_with_its_origin() {
    expect![[r#"
        extends = "base.toml" # settings/referent.toml:1
        language = "en" # settings/base.toml:1
        stage = "minutes" # settings/referent.toml:2
        style = "fjordby" # settings/referent.toml:10
        files.include = none # default
        files.exclude = ["kladder/"] # settings/referent.toml:7
        files.extensions = ["protokol", "txt"] # settings/referent.toml:5
        files.documents = false # settings/referent.toml:6
        documents.memory = 1024 # default
        documents.seconds = 20 # default
        lint.select = [] # default
        lint.ignore = [] # settings/referent.toml:15
        lint.fail-on = "warning" # settings/base.toml:4
        lint.max-warnings = 0 # settings/referent.toml:33
        lint.severity."at-points/lead-word" = "warning" # settings/referent.toml:36
        lint.severity."files/encoding" = "hint" # settings/base.toml:8
        lint.severity."custom/hverdagsord" = "info" # default
        rules."structure/heading-form".colon = "alike" # default
        rules."at-points/punctuation".stop = "alike" # default
        rules."typography/abbreviation".for-example = "alike" # default
        rules."typography/percent".space = "alike" # default
        rules."spelling/unknown-word".dictionary = none # default
        rules."privacy/contact".strict = false # default
        rules."language/long-sentence".max-words = 35 # default
        rules."language/readability".max-lix = 65 # default
        names.municipality = "Fjordby Kommune" # settings/base.toml:11
        names.committees = ["Kulturudvalget"] # settings/referent.toml:22
        vocabulary.titles[0].kind = "hearing" # settings/referent.toml:26
        vocabulary.titles[0].title = "Havnens stemme" # settings/referent.toml:26
        vocabulary.words = ["havnebus"] # settings/referent.toml:25
        style.extends = "generel" # settings/referent.toml:11
        style.name = "fjordby" # settings/referent.toml:10
        style.points.marker = "number" # settings/referent.toml:12
        overrides[0].files = ["arkiv/**"] # settings/referent.toml:29
        overrides[0].lint.ignore = ["at-points/lead-word"] # settings/referent.toml:30
        custom[0].bad = ["en ny kampagne"] # settings/referent.toml:45
        custom[0].message.da = "Skriv det, så alle forstår det" # settings/referent.toml:41
        custom[0].message.en = "Write it so that everybody understands" # settings/referent.toml:41
        custom[0].name = "hverdagsord" # settings/referent.toml:39
        custom[0].ok = ["kampagnen"] # settings/referent.toml:44
        custom[0].scope = ["recommendation", "decision"] # settings/referent.toml:43
        custom[0].severity = "info" # settings/referent.toml:42
        custom[0].words = ["betjening", "kampagne"] # settings/referent.toml:40
    "#]]
    .assert_eq(&shown(&["show", "--profile", "publish", "settings/april.txt"]));
}

#[test]
fn overrides_and_flags_are_named_as_origins() {
    let text = shown(&["show", "--ignore", "custom", "--style", "odense", "settings/arkiv/gammel.txt"]);
    let lines: Vec<&str> =
        text.lines().filter(|line| line.starts_with("lint") || line.starts_with("style =")).collect();
    expect![[r#"
        style = "odense" # command line
        lint.select = [] # default
        lint.ignore = ["custom"] # command line
        lint.fail-on = "warning" # settings/base.toml:4
        lint.max-warnings = none # default
        lint.severity."at-points/lead-word" = "off" # lint.ignore, settings/referent.toml:30
        lint.severity."files/encoding" = "hint" # settings/base.toml:8
        lint.severity."custom/hverdagsord" = "off" # command line"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn without_a_file_all_is_default() {
    let text = shown(&["show", "clean.txt"]);
    assert!(text.lines().all(|line| line.ends_with("# default")), "{text}");
}

#[test]
fn shells_can_complete() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = program(&tests()).args(["completions", shell]).output().expect("the program was built");
        assert!(String::from_utf8_lossy(&output.stdout).contains("baseline"), "{shell}");
    }
}

#[test]
fn the_schema_is_printed() {
    let output = program(&tests()).args(["config", "schema"]).output().expect("the program was built");
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(schema["properties"]["custom"].is_object());
}

#[cfg(unix)]
#[test]
fn what_a_check_reads_is_kept_and_read_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("a writable folder");
    };
    let run = |args: &str| {
        let output = program(folder.path()).args(args.split(' ')).output().expect("the program was built");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    write("referent.toml", "extends = \"base.toml\"\n");
    write("base.toml", "language = \"da\"\n");
    write("liste", "a.txt\n");
    write("a.txt", "Byrådet\n\n1. Havnen\n\nPlanen  er ny,men dyr.\n");
    write("a.txt.referent-ignore.toml", "suppress = []\n");
    for read in ["referent.toml", "base.toml", "liste", "a.txt.referent-ignore.toml"] {
        let (code, told) = run(&format!("check --files-from liste --output {read}"));
        assert!(code == Some(2) && told.contains("gennemgangen selv læser"), "{read}: {told}");
    }
    std::os::unix::fs::symlink("a.txt", folder.path().join("b.txt")).expect("links");
    let (code, told) = run("check --fix b.txt a.txt");
    assert!(code == Some(0) && told.contains("i 1 fil"), "{told}");
    assert!(run("check --ignore privacy a.txt").1.contains("privacy-reglerne er slået fra"));
    assert!(!run("check --select dates a.txt").1.contains("slået fra"));
    std::fs::remove_file(folder.path().join("referent.toml")).expect("it was written");
    std::os::unix::fs::symlink("/dev/null", folder.path().join("referent.toml")).expect("links");
    let (code, told) = run("check --lang da a.txt");
    assert!(code == Some(2) && told.contains("ingen almindelig fil"), "{told}");
}
