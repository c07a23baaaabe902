//! A comparison of an agenda with its minutes for people to read: on the command line and in the editor.

use std::fmt::Write;

use rules::compare::{Comparison, Kind, Line, Pair};

use crate::lang::Lang;

/// What is compared with what.
pub(crate) struct Compared<'a> {
    /// What the agenda is called.
    pub(crate) agenda: &'a str,
    /// What the minutes are called.
    pub(crate) minutes: &'a str,
    /// What became of each item.
    pub(crate) comparison: &'a Comparison,
}

/// What `kind` is called.
pub(crate) fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Title => lang.pick("Titlen er ændret", "The title is changed"),
        Kind::AtPointChanged => lang.pick("At-punkt er ændret", "At-point is changed"),
        Kind::AtPointAdded => lang.pick("At-punkt er føjet til", "At-point is added"),
        Kind::AtPointRemoved => lang.pick("At-punkt er taget ud", "At-point is removed"),
        Kind::Renumbered => lang.pick("At-punkt har fået et andet nummer", "At-point has another number"),
        Kind::Amount => lang.pick("Beløb er ændret", "Amount is changed"),
        Kind::Date => lang.pick("Dato er ændret", "Date is changed"),
        Kind::AttachmentAdded => lang.pick("Bilag er føjet til", "Attachment is added"),
        Kind::AttachmentRemoved => lang.pick("Bilag er taget ud", "Attachment is removed"),
        Kind::DecisionAnswersAgenda => lang.pick(
            "Beslutningen svarer på dagsordenens ordlyd, ikke på referatets",
            "The decision answers the wording of the agenda, not that of the minutes",
        ),
    }
}

/// The item as it is called: "4. Hal i Nordby".
pub(crate) fn item(pair: &Pair) -> String {
    let place = pair.minutes.as_ref().or(pair.agenda.as_ref());
    let number = place.and_then(|place| place.number.clone()).map(|number| format!("{number}. "));
    let title = place.and_then(|place| place.title.clone());
    format!("{}{}", number.unwrap_or_default(), title.unwrap_or_else(|| "–".to_owned()))
}

/// What became of a whole item; `None` when both documents have it.
pub(crate) fn whole(pair: &Pair, lang: Lang) -> Option<&'static str> {
    match (&pair.agenda, &pair.minutes) {
        (Some(_), None) => {
            Some(lang.pick("Punktet står kun i dagsordenen", "The item is in the agenda alone"))
        }
        (None, Some(_)) => {
            Some(lang.pick("Punktet står kun i referatet", "The item is in the minutes alone"))
        }
        _ => None,
    }
}

/// Says what the summary says: nothing changed, or that the recommendation did.
pub(crate) fn verdict(compared: &Compared<'_>, lang: Lang) -> &'static str {
    let any =
        compared.comparison.items.iter().any(|pair| !pair.changes.is_empty() || whole(pair, lang).is_some());
    match (compared.comparison.changes_recommendation(), any) {
        (true, _) => lang.pick("Indstillingen er ændret.", "The recommendation was changed."),
        (false, true) => lang.pick("Indstillingen er den samme.", "The recommendation is the same."),
        (false, false) => lang.pick("Intet er ændret.", "Nothing was changed."),
    }
}

/// The comparison as plain text.
pub(crate) fn text(compared: &Compared<'_>, lang: Lang) -> String {
    let mut text = format!("{} → {}\n", compared.agenda, compared.minutes);
    for pair in &compared.comparison.items {
        let whole = whole(pair, lang);
        if pair.changes.is_empty() && whole.is_none() {
            continue;
        }
        let _ = writeln!(text, "\n{}", item(pair));
        if let Some(words) = whole {
            let _ = writeln!(text, "  {words}");
        }
        for change in &pair.changes {
            let _ = writeln!(text, "  {}", kind(change.kind, lang));
            side(&mut text, '-', change.agenda.as_ref());
            side(&mut text, '+', change.minutes.as_ref());
        }
    }
    text.push_str(&format!("\n{}\n", verdict(compared, lang)));
    text
}

fn side(text: &mut String, sign: char, line: Option<&Line>) {
    if let Some(line) = line {
        let _ = writeln!(text, "    {sign} {:>4}  {}", line.line, line.text);
    }
}
