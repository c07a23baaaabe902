//! What there was, what came in, what went out, and what there is: "Primo var saldoen 410.000 kr. Der er indgået 90.000 kr. og brugt
//! 120.000 kr., så saldoen nu er 380.000 kr.", in a paragraph or in lines one under the other.

use danish::letters::small;
use facts::amounts::Amount;
use facts::quantity::is_typing_slip;
use lint::{Findings, PartView};
use text::{TextRange, is_space};

use super::super::wording::{holds, wording};
use super::reckoned::tell_slip;

/// So few amounts make no balance.
const FEWEST: usize = 3;

/// What an amount is in a balance.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opening,
    In,
    Out,
    Surplus,
    Deficit,
    Closing,
    Other,
}

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    let amounts = view.amounts();
    let mut from = 0;
    while from < amounts.len() {
        let to = from + together(view, &amounts[from..]);
        let held = &amounts[from..to];
        if held.len() >= FEWEST && view.is_prose(held[0].range) && !view.is_quoted(held[0].range) {
            check_group(view, held, findings);
        }
        from = to;
    }
}

/// How many of `amounts` stand in one paragraph with the first, or in lines one under the other with one in each.
fn together(view: &PartView<'_>, amounts: &[Amount]) -> usize {
    let Some(first) = amounts.first() else { return 0 };
    let line = view.line_at(first.range);
    let in_line = amounts.iter().take_while(|amount| line.contains_range(amount.range)).count().max(1);
    if in_line > 1 {
        return in_line;
    }
    let mut end = line.end();
    let below = |at: &usize| {
        let line = view.line_at(amounts[*at].range);
        let alone = amounts.get(at + 1).is_none_or(|next| !line.contains_range(next.range));
        // An amount that goes on over a line end stands in two lines.
        let gap = view.text.get(usize::from(end)..usize::from(line.start()));
        let joined = gap.is_some_and(|gap| gap.matches('\n').count() <= 1);
        end = line.end();
        alone && joined
    };
    1 + (1..amounts.len()).take_while(below).count()
}

fn check_group(view: &PartView<'_>, amounts: &[Amount], findings: &mut Findings) {
    let start = view.line_at(amounts[0].range).start();
    let last = amounts[amounts.len() - 1].range;
    let words = small(&view.text[TextRange::new(start, view.line_at(last).end())]);
    if holds(&words, &wording().unbalanced) || !holds(&words, &wording().closing) {
        return;
    }
    let labels = labels(view, amounts, start.into());
    let roles: Vec<Role> = (0..amounts.len()).map(|at| role(&labels, at)).collect();
    let value = |at: usize| amounts[at].kroner.value;
    let openings = roles.iter().enumerate().filter(|(_, role)| **role == Role::Opening);
    for at in openings.map(|(at, _)| at) {
        let moved = match roles[at + 1..] {
            [Role::In, Role::Out, Role::Closing, ..] => Some((value(at + 1) - value(at + 2), 3)),
            [Role::Out, Role::In, Role::Closing, ..] => Some((value(at + 2) - value(at + 1), 3)),
            [Role::Surplus, Role::Closing, ..] => Some((value(at + 1), 2)),
            [Role::Deficit, Role::Closing, ..] => Some((-value(at + 1), 2)),
            [Role::Closing, ..] => result_before(&roles[..at], &value).map(|result| (result, 1)),
            _ => None,
        };
        let Some((moved, further)) = moved else { continue };
        let closing = &amounts[at + further];
        let right = value(at) + moved;
        let step = amounts[at..=at + further].iter().map(|amount| amount.kroner.step).max().unwrap_or(0);
        // What the year gave goes into what there is with other things: only a slip of the hand shows that it was meant.
        let explained = wording().explained.iter().any(|lead| labels[at + further + 1].starts_with(&**lead));
        let sure = further > 1 || is_typing_slip(right, closing.kroner.value);
        // "Årets bevægelser er 12,5 mio. kr." may have gone out.
        let either = further == 2 && closing.kroner.value == value(at) - moved;
        if sure && !either && !explained {
            tell_slip(closing, right, step * 2, findings);
        }
        return;
    }
}

/// The one result that is told among the amounts with `roles`, where income and expenses, if told, make it.
fn result_before(roles: &[Role], value: &dyn Fn(usize) -> i64) -> Option<i64> {
    let one = |role: Role| roles.iter().position(|other| *other == role).map(value);
    let mut found = roles.iter().enumerate().filter_map(|(at, role)| match role {
        Role::Surplus => Some(value(at)),
        Role::Deficit => Some(-value(at)),
        _ => None,
    });
    let made = one(Role::In).zip(one(Role::Out)).map(|(came, went)| came - went);
    found.next().filter(|result| found.next().is_none() && made.is_none_or(|made| made == *result))
}

/// The words before each amount, back to the one before it, and those behind the last, in small letters.
fn labels(view: &PartView<'_>, amounts: &[Amount], start: usize) -> Vec<String> {
    let mut from = start;
    let mut labels: Vec<String> = Vec::with_capacity(amounts.len() + 1);
    for amount in amounts {
        labels.push(small(&view.text[from..amount.range.start().into()]));
        from = amount.range.end().into();
    }
    let line = &view.text[from..];
    labels.push(small(&line[..line.find('\n').unwrap_or(line.len())]));
    labels
}

fn role(labels: &[String], at: usize) -> Role {
    let before = own_words(&labels[at]);
    // "52.300 kr. på kontoen ved årets start, og"
    let behind = labels[at + 1].split([',', '.', ';', '\n']).next().unwrap_or("");
    let behind = behind.split(" og ").next().unwrap_or(behind);
    let begins = holds(before, &wording().opening);
    let ends = holds(before, &wording().closing);
    let is = |words: &[String]| holds(before, words);
    match () {
        () if begins && !ends => Role::Opening,
        () if ends && !begins => Role::Closing,
        () if is(&wording().came_in) && !is(&wording().went_out) => Role::In,
        () if is(&wording().went_out) && !is(&wording().came_in) => Role::Out,
        () if is(&wording().lacking) => Role::Deficit,
        () if is(&wording().surplus) => Role::Surplus,
        () if !before.is_empty() && holds(behind, &wording().opening) => Role::Opening,
        () => Role::Other,
    }
}

/// The words that an amount is said of: those of its clause.
fn own_words(label: &str) -> &str {
    let clause = label.rfind(['\n', ';']).map_or(label, |at| &label[at..]);
    let sentence = clause.rfind(". ").filter(|at| !clause[..*at].ends_with(|c: char| c.is_ascii_digit()));
    let sentence = sentence.map_or(clause, |at| &clause[at..]);
    let last = sentence.trim_end_matches(is_space);
    last.rsplit_once(", ").map_or(last, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

    fn item(lines: &str) -> String {
        format!("1. Regnskab\n\nSagsfremstilling\n\n{lines}\n")
    }

    #[test]
    fn flags_a_balance_that_does_not_go_up() {
        for lines in [
            "Primosaldoen var 310.000 kr. Der er indbetalt 80.000 kr. og brugt 60.000 kr., så saldoen nu er 340.000 kr.\n                                                                                               ^^^^^^^ Det giver 330.000",
            "Der stod 42.100 kr. på kontoen ved årets start, og efter indtægter på 20.500 kr. og udgifter på 12.600 kr. er der nu 55.000 kr.\n                                                                                                                     ^^^^^^ Det giver 50.000",
            "Beholdning 1. januar 2025: 54.000 kr.\nIndtægter: 150.000 kr.\nUdgifter: 141.000 kr.\nBeholdning 31. december 2025: 36.000 kr.\n                              ^^^^^^ Det giver 63.000",
            "Kassebeholdningen primo året var 45,0 mio. kr. Årets bevægelser er 2,5 mio. kr., så beholdningen ultimo året er 74,5 mio. kr.\n                                                                                                                ^^^^ Det giver 47,5",
            "Året gav et overskud på 40.000 kr. Egenkapitalen var ved årets begyndelse 260.000 kr. og er nu 400.000 kr.\n                                                                                               ^^^^^^^ Det giver 300.000",
        ] {
            check(&RULE, &item(lines));
        }
    }

    #[test]
    fn ignores_what_goes_up_or_has_more_to_it() {
        for lines in [
            "Primosaldoen var 310.000 kr. Der er indbetalt 80.000 kr. og brugt 60.000 kr., så saldoen nu er 330.000 kr.",
            "Primosaldoen var 310.000 kr. Der er indbetalt 80.000 kr. og brugt ca. 60.000 kr., så saldoen nu er 340.000 kr.",
            "Primosaldoen var 310.000 kr. Der er blandt andet indbetalt 80.000 kr. og brugt 60.000 kr., så saldoen nu er 340.000 kr.",
            "Beholdning 1. januar 2025: 54.000 kr.\nIndtægter: 150.000 kr.\nUdgifter: 141.000 kr.\nTil fonden: 27.000 kr.\nBeholdning 31. december 2025: 36.000 kr.",
            "Årets overskud var 40.000 kr. Egenkapitalen var ved årets begyndelse 260.000 kr. og er nu 325.000 kr.",
            "Kassebeholdningen primo året var 45,0 mio. kr. Årets bevægelser er 2,5 mio. kr., så beholdningen ultimo året er 42,5 mio. kr.",
        ] {
            check(&RULE, &item(lines));
        }
    }
}
