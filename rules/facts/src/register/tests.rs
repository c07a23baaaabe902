use jiff::civil::time;

use super::{Absent, Register, Scope};
use minutes::Meeting;
use minutes::Minutes;
use syntax::Vocabulary;

const HEAD: &str =
    "Kulturudvalget\n10. marts 2026 kl. 15.30\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)\n";

fn register(text: &str) -> Register {
    let minutes = Minutes::new(text, Vocabulary::common());
    Register::of(text, &minutes, &Meeting::default())
}

fn items(first: &str, second: &str, third: &str) -> Register {
    register(&format!(
        "{HEAD}\n1. Bro\n\nBeslutning\n\n{first}\n\n2. Sti\n\nBeslutning\n\n{second}\n\n3. Hal\n\nBeslutning\n\n{third}\n"
    ))
}

#[test]
fn members_are_those_of_the_head() {
    let found = items("Godkendt.", "Godkendt.", "Godkendt.");
    let names: Vec<&str> = found.members.iter().map(|member| &*member.name).collect();
    assert_eq!(names, ["Anne Krogh", "Bo Lindt", "Carl Mørk"]);
    assert!(found.all_with_party && !found.lists_absent);
}

#[test]
fn absence_has_a_scope() {
    let found = items(
        "Godkendt.\n\nBo Lindt deltog ikke i mødet.",
        "Fraværende: Carl Mørk",
        "Anne Krogh deltog ikke i punkt 2.",
    );
    assert_eq!(found.absences[0].from, Scope::Meeting);
    assert_eq!(found.absences[1].from, Scope::Items(vec![1]));
    assert_eq!(found.absences[2].from, Scope::Items(vec![1]));
    assert!(found.absent("Bo Lindt", 2).is_some() && found.absent("Carl Mørk", 2).is_none());
}

#[test]
fn people_come_and_go() {
    let found =
        items("Godkendt.", "Bo Lindt forlod mødet kl. 16.15. Carl Mørk ankom kl. 16.20.", "Godkendt.");
    assert_eq!(found.movements[0].time.map(|(at, _)| at), Some(time(16, 15, 0, 0)));
    assert!(matches!(found.absent("Bo Lindt", 2), Some(Absent::Left(_))));
    assert!(matches!(found.absent("Carl Mørk", 0), Some(Absent::NotYet(_))));
    assert_eq!((found.absent("Bo Lindt", 1), found.absent("Carl Mørk", 2)), (None, None));
}

#[test]
fn who_comes_back_is_there() {
    let found = items("Bo Lindt forlod mødet kl. 16.", "Bo Lindt vendte tilbage kl. 16.30.", "Godkendt.");
    assert_eq!((found.absent("Bo Lindt", 1), found.absent("Bo Lindt", 2)), (None, None));
}

#[test]
fn acts_have_a_subject() {
    let found = items(
        "Anne Krogh (A) og Bo Lindt stemte imod.",
        "Herefter foreslog Carl Mørk, at sagen udsættes.",
        "Bo Lindt spurgte til planen.",
    );
    let acts: Vec<(&str, usize)> = found.acts.iter().map(|act| (&*act.who.name, act.item)).collect();
    assert_eq!(acts, [("Bo Lindt", 0), ("Anne Krogh", 0), ("Carl Mørk", 1)]);
}

#[test]
fn disqualified_is_who_was_declared_so() {
    let found = items(
        "Bo Lindt erklærede sig inhabil og deltog ikke i sagens behandling.",
        "Udvalget erklærede Carl Mørk (C) for inhabil i sagen.",
        "Anne Krogh spurgte, om Anne Krogh er inhabil. Udvalget fandt, at Anne Krogh ikke er inhabil.",
    );
    let names: Vec<(&str, usize)> = found.disqualified.iter().map(|one| (&*one.who.name, one.item)).collect();
    assert_eq!(names, [("Bo Lindt", 0), ("Carl Mørk", 1)]);
}

#[test]
fn substitutes_stand_in() {
    let found = register(
        "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Uffe Hede (C)\nFraværende: Uffe Hede (C)\nStedfortræder: Ida Juul (C) deltog i stedet for Uffe Hede\n\n1. Bro\n\nBeslutning\n\nGodkendt.\n",
    );
    assert_eq!(found.substitutes[0].who.name, "Ida Juul");
    assert_eq!(found.substitutes[0].instead_of.name, "Uffe Hede");
    let voters: Vec<&str> = found.voters(0).iter().map(|voter| &*voter.name).collect();
    assert_eq!(voters, ["Anne Krogh", "Ida Juul"]);
}
