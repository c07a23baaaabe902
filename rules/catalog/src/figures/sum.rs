//! `figures/sum`: a total that is not the sum of its rows, its columns, or the parts named in the same sentence.
//!
//! Tables hold subtotals, parts of parts, roundings and columns that nobody adds. So a total is told only where another
//! column or row of the table shows what is added to what, or where the difference looks like one wrong digit.

mod balance;
mod counted;
mod grid;
mod left;
mod listed;
mod priced;
mod reckoned;
mod spoken;

use facts::quantity::written;
use facts::tables::{may_hold_table, tables};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Report, Rule, Severity, Text};
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "figures/sum",
    summary: Text { da: "Summen passer ikke med tallene", en: "The total does not match its figures" },
    why: Text {
        da: "Tallene i et referat bliver citeret og bogført. Når delene giver noget andet end summen, ved ingen, hvilket tal \
             der blev besluttet. Regn efter, og ret det tal, der er forkert.",
        en: "Figures in minutes are quoted and entered in the accounts. When the parts make something else than the total, \
             nobody knows which figure was decided. Add up again, and correct the one that is wrong.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::Code]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Legeplads\n\nSagsfremstilling\n\nLegepladsen koster 300.000 kr. i 2022 og \
                 200.000 kr. i 2023, i alt 600.000 kr.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Legeplads\n\nSagsfremstilling\n\nLegepladsen koster 300.000 kr. i 2022 og \
                200.000 kr. i 2023, i alt 500.000 kr.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    if may_hold_table(view.text, view.blocks) {
        grid::check(view.text, &tables(view.text, view.blocks), findings);
    }
    spoken::check(view, findings);
    listed::check(view, findings);
    counted::check(view, findings);
    balance::check(view, findings);
}

/// From what a figure follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reckoned {
    /// It is the sum of its parts.
    Parts,
    /// It is what is left when something is taken off.
    Left,
    /// It follows from the other figures of its row.
    Row,
    /// It lies between two others.
    Change,
}

/// Tells that `total`, the words at `range`, should be `sum`.
fn report(range: TextRange, total: i64, sum: i64, from: Reckoned, findings: &mut Findings) -> Report<'_> {
    let (sum, total) = (written(sum), written(total));
    let note = match from {
        Reckoned::Parts => Note::new(
            format!("Delene giver {sum}, men her står {total}"),
            format!("The parts add up to {sum}, but it says {total}"),
        ),
        Reckoned::Left => Note::new(
            format!("Der bliver {sum} tilbage, men her står {total}"),
            format!("That leaves {sum}, but it says {total}"),
        ),
        Reckoned::Change => Note::new(
            format!("Fra det ene beløb til det andet er der {sum}, men her står {total}"),
            format!("From the one amount to the other it is {sum}, but it says {total}"),
        ),
        Reckoned::Row => Note::new(
            format!("De andre tal i rækken giver {sum}, men her står {total}"),
            format!("The other figures in the row make {sum}, but it says {total}"),
        ),
    };
    findings.report(range, note)
}

#[cfg(test)]
mod everyday;
#[cfg(test)]
mod tests;
