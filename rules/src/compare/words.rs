//! A comparison in words, for every shell that shows one.

use super::{Change, Comparison, Kind, Pair};
use crate::lint::Text;

impl Kind {
    /// What it is called.
    pub fn told(self) -> Text {
        let (da, en) = match self {
            Self::Title => ("Titlen er ændret", "The title is changed"),
            Self::AtPointChanged => ("At-punkt er ændret", "At-point is changed"),
            Self::AtPointAdded => ("At-punkt er føjet til", "At-point is added"),
            Self::AtPointRemoved => ("At-punkt er taget ud", "At-point is removed"),
            Self::Renumbered => ("At-punkt har fået et andet nummer", "At-point has another number"),
            Self::Amount => ("Beløb er ændret", "Amount is changed"),
            Self::Date => ("Dato er ændret", "Date is changed"),
            Self::AttachmentAdded => ("Bilag er føjet til", "Attachment is added"),
            Self::AttachmentRemoved => ("Bilag er taget ud", "Attachment is removed"),
            Self::DecisionAnswersAgenda => (
                "Beslutningen svarer på dagsordenens ordlyd, ikke på referatets",
                "The decision answers the wording of the agenda, not that of the minutes",
            ),
            Self::Figure => ("Et tal er ændret", "A figure is changed"),
            Self::Recommender => ("En anden indstiller", "Somebody else recommends"),
            Self::DecisionDiffers => {
                ("Beslutningen er en anden end indstillingen", "The decision is not what was recommended")
            }
            Self::Order => ("Punktet er flyttet i rækkefølgen", "The item stands in another place"),
            Self::Body => ("Udvalget er et andet", "The body is another"),
            Self::MeetingDate => ("Mødets dato er en anden", "The day of the meeting is another"),
            Self::MeetingTime => ("Mødets tidspunkt er et andet", "The time of the meeting is another"),
            Self::ItemRenumbered => ("Punktet har fået et andet nummer", "The item has another number"),
            Self::DecisionUnclear => (
                "Om beslutningen følger indstillingen, kan ikke læses af ordene",
                "Whether the decision follows what was recommended cannot be read from its words",
            ),
            Self::DecisionQualified => (
                "Beslutningen er ikke et rent ja til indstillingen",
                "The decision is not a plain yes to what was recommended",
            ),
            Self::DecisionPartial => {
                ("Beslutningen svarer ikke på alle at-punkter", "The decision does not answer every at-point")
            }
            Self::DecisionMissing => {
                ("Referatet har ingen beslutning på punktet", "The minutes have no decision on the item")
            }
            Self::Recommendation => {
                ("Indstillingens ordlyd er ændret", "The words of the recommendation are changed")
            }
            Self::Text => ("Teksten er ændret", "The text is changed"),
            Self::TextAdded => ("Teksten er føjet til", "The text is added"),
            Self::TextRemoved => ("Teksten er taget ud", "The text is removed"),
            Self::MeetingPlace => ("Mødets sted er et andet", "The place of the meeting is another"),
        };
        Text { da, en }
    }
}

impl Pair {
    /// The item as it is called: "4. Hal i Nordby".
    pub fn name(&self) -> String {
        let place = self.minutes.as_ref().or(self.agenda.as_ref());
        let number = place.and_then(|place| place.number.clone()).map(|number| format!("{number}. "));
        let title = place.and_then(|place| place.title.clone());
        format!("{}{}", number.unwrap_or_default(), title.unwrap_or_else(|| "–".to_owned()))
    }

    /// What became of the whole item; `None` when both documents have it.
    pub fn whole(&self) -> Option<Text> {
        let (da, en) = match (&self.agenda, &self.minutes) {
            (Some(_), None) => ("Punktet står kun i dagsordenen", "The item is in the agenda alone"),
            (None, Some(_)) => ("Punktet står kun i referatet", "The item is in the minutes alone"),
            _ => return None,
        };
        Some(Text { da, en })
    }

    /// Its changes, those of the same lines together: another amount in an at-point is one change of that point.
    pub fn together(&self) -> impl Iterator<Item = &[Change]> {
        self.changes.chunk_by(|one, other| {
            (&one.agenda, &one.minutes) == (&other.agenda, &other.minutes)
                && other.kind != Kind::DecisionAnswersAgenda
        })
    }

    /// Is there anything to tell of it?
    pub fn differs(&self) -> bool {
        !self.changes.is_empty() || self.whole().is_some()
    }
}

impl Comparison {
    /// What it all comes to: nothing changed, or that the recommendation did.
    pub fn verdict(&self) -> Text {
        let (da, en) = match (self.changes_recommendation(), self.differs()) {
            _ if self.is_of_others() => (
                "Intet punkt står i begge dokumenter; er det den rigtige dagsorden?",
                "No item is in both documents; is this the right agenda?",
            ),
            _ if self.leaves_out_recommendations => return self.verdict_on_decisions(),
            (true, _) if self.decides_otherwise() => (
                "Indstillingen er ændret, og der blev besluttet noget andet.",
                "The recommendation was changed, and something else was decided.",
            ),
            (true, _) => ("Indstillingen er ændret.", "The recommendation was changed."),
            (false, true) if self.decides_otherwise() => (
                "Indstillingen er den samme, men der blev besluttet noget andet.",
                "The recommendation is the same, but something else was decided.",
            ),
            (false, true) if self.leaves_open() => (
                "Indstillingen er den samme, men for nogle punkter kan ikke siges, at den blev fulgt og intet andet besluttet.",
                "The recommendation is the same, but of some items it cannot be said that it was followed and nothing else decided.",
            ),
            (false, true) => ("Indstillingen er den samme.", "The recommendation is the same."),
            (false, false) if self.leaves_out_texts() => (
                "Intet er ændret i det, referatet gentager; noget af dagsordenens tekst står ikke i referatet.",
                "Nothing was changed in what the minutes repeat; some text of the agenda is not in the minutes.",
            ),
            (false, false) => ("Intet er ændret.", "Nothing was changed."),
        };
        Text { da, en }
    }

    /// What it comes to where the minutes only tell what was decided.
    fn verdict_on_decisions(&self) -> Text {
        let (da, en) = match (self.decides_otherwise(), self.leaves_open()) {
            (true, _) => (
                "Referatet gentager ikke indstillingerne, og der blev besluttet noget andet.",
                "The minutes do not repeat the recommendations, and something else was decided.",
            ),
            (false, true) => (
                "Referatet gentager ikke indstillingerne, og for nogle punkter kan ikke siges, at de blev fulgt og intet andet besluttet.",
                "The minutes do not repeat the recommendations, and of some items it cannot be said that they were followed and nothing else decided.",
            ),
            (false, false) => (
                "Referatet gentager ikke indstillingerne; efter ordene blev de fulgt.",
                "The minutes do not repeat the recommendations; by the words they were followed.",
            ),
        };
        Text { da, en }
    }
}
