//! How single faults are planted: each change makes one thing wrong in a document that is right.

use rules::danish::{clock, date};
use rules::document::Document;
use rules::house::Required;
use rules::minutes::{Content, Item, Naming, Section, Stage};
use rules::syntax::CaseNumberForm;
use rules::text::{TextRange, TextSize};

/// A document with one fault.
pub(crate) struct Fault {
    /// The rule that should find it.
    pub(crate) rule: &'static str,
    /// What was done, and where.
    pub(crate) what: String,
    /// The text with the fault.
    pub(crate) text: String,
}

/// At most this many faults of one kind are planted in one sample.
const MOST: usize = 3;

/// All faults that can be planted into `document`.
pub(crate) fn faults(document: &Document) -> Vec<Fault> {
    let mut planter = Planter { document, faults: Vec::new() };
    for (i, placed) in document.minutes().items().enumerate() {
        planter.item(placed.item, placed.start, i);
    }
    planter.text();
    planter.faults
}

struct Planter<'d> {
    document: &'d Document,
    faults: Vec<Fault>,
}

impl Planter<'_> {
    /// Replaces `range` by `new`.
    fn plant(&mut self, rule: &'static str, range: TextRange, new: &str) {
        if self.faults.iter().filter(|fault| fault.rule == rule).count() >= MOST {
            return;
        }
        let mut text = self.document.text().to_owned();
        let line = self.document.lines().line_of(range.start()) + 1;
        let old = text[range].replace(['\n', '\r'], "¶");
        let what =
            format!("line {line}: {:?} becomes {:?}", short(&old), short(&new.replace(['\n', '\r'], "¶")));
        text.replace_range(usize::from(range.start())..usize::from(range.end()), new);
        self.faults.push(Fault { rule, what, text });
    }

    fn words(&self, range: TextRange) -> String {
        self.document.text()[range].to_owned()
    }

    fn item(&mut self, item: &Item, start: TextSize, i: usize) {
        if let Some((number, digits)) = item.number
            && i > 0
            && !item.closed
        {
            self.plant("structure/item-number", digits + start, &(number - 1).to_string());
            if let Some(title) = item.title {
                self.plant("structure/item-title", title + start, "");
            }
        }
        if let Some((range, CaseNumberForm::Kle)) = item.case_number
            && self.document.context().house.case_number.is_some()
        {
            let wrong = self.words(range + start).replace(['P', 'G', 'A', 'S'], "X");
            self.plant("references/case-number", range + start, &wrong);
        }
        if item.closed && self.document.context().stage == Stage::Minutes {
            let end = item.heading.end() + start;
            self.plant(
                "privacy/closed-item",
                TextRange::empty(end),
                "\n\nKommunen har fået to bud på ejendommen og vil sælge til det højeste.\n",
            );
        }
        for section in &item.sections {
            self.section(item, section, start);
        }
    }

    fn section(&mut self, item: &Item, section: &Section, start: TextSize) {
        let house = self.document.context().house.clone();
        let line = self.document.lines().line_of(section.heading.start() + start);
        let whole = TextRange::new(self.document.lines().start_of(line), section.body.end() + start);
        let known = section.title.and_then(|title| house.section(title)).map(|(_, known)| known.clone());
        let exempt = item.title.is_some_and(|title| house.exempts(&self.words(title + start)));
        if let Some(known) = &known
            && known.required != Required::Never
            && !exempt
            && item.sections.len() > 2
        {
            self.plant("structure/required-section", whole, "");
            if known.text {
                self.plant("structure/empty-section", section.body + start, "\n");
            }
            let again = self.words(whole);
            self.plant("structure/duplicate-section", TextRange::empty(whole.end()), &again);
        }
        if section.title.is_some() {
            let heading = self.words(section.heading + start);
            if heading.chars().count() > 8 {
                self.plant("structure/misspelt-heading", section.heading + start, &without_letter(&heading));
            }
        }
        match &section.content {
            Content::Recommendation(recommendation) => self.recommendation(recommendation, start),
            Content::Decision(decision) => self.decision(decision, start),
            Content::Prose | Content::Attachments(_) => {}
        }
    }

    fn recommendation(&mut self, recommendation: &rules::minutes::Recommendation, start: TextSize) {
        let points = &recommendation.points;
        if points.len() < 2 {
            return;
        }
        let last = &points[points.len() - 1];
        if let Some((number, mark)) = last.number {
            let wrong = self.words(mark + start).replace(&number.to_string(), &(number + 1).to_string());
            self.plant("at-points/numbering", mark + start, &wrong);
            self.plant("at-points/marker", mark + start, "-");
        }
        if self.words(last.text + start).starts_with("at ") {
            let word = TextRange::at(last.text.start() + start, 2.into());
            self.plant("at-points/lead-word", TextRange::at(word.start(), 3.into()), "");
        }
        if let Some(lead) = recommendation.lead_in
            && self.words(lead + start).ends_with("indstiller,")
            && self.words(last.text + start).starts_with("at ")
        {
            self.plant("at-points/doubled-at", TextRange::empty(lead.end() + start), " at");
        }
    }

    fn decision(&mut self, decision: &rules::minutes::Decision, start: TextSize) {
        if let Some((range, Some(day))) = decision.date {
            let wrong = if day.day() == 28 { 27 } else { day.day() + 1 };
            let words = self.words(range + start);
            let digits = words.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
            let own = decision.body.is_some_and(|body| {
                Some(self.words(body + start)) == self.document.context().meeting.committee
            });
            if own {
                self.plant("decisions/date", range + start, &format!("{wrong:02}{}", &words[digits..]));
            }
        }
        if let Some(body) = decision.body
            && Some(self.words(body + start)) == self.document.context().meeting.committee
        {
            let words = self.words(body + start);
            self.plant("decisions/body", body + start, &without_letter(&words));
        }
        for answer in decision.answers() {
            let range = answer.points.range + start;
            let words = self.words(range);
            if let [point] = answer.points.points[..]
                && answer.points.naming == Naming::AtPoint
            {
                self.plant("decisions/unknown-at-point", range, &words.replacen(&point.to_string(), "9", 1));
            }
        }
        for statement in decision.decided().filter(|statement| !statement.answers.is_empty()) {
            if decision.decided().filter(|s| !s.answers.is_empty()).count() > 1 {
                self.plant("decisions/undecided-at-point", statement.range + start, "");
            }
        }
        for remark in &decision.remarks {
            if let Some(words) = remark.text {
                self.plant("decisions/remark", words + start, "");
            }
        }
        for vote in &decision.votes {
            if let Some((count, range)) = vote.aye.as_ref().and_then(|side| side.count)
                && vote.aye.as_ref().is_some_and(|side| side.parties.len() + side.names.len() > 1)
            {
                self.plant("decisions/votes", range + start, &(count.min(2) - 1).to_string());
            }
        }
    }

    /// Faults in running text.
    fn text(&mut self) {
        self.dates();
        for (rule, right, wrong) in REPLACED {
            for (at, _) in self.document.text().match_indices(right) {
                self.plant(rule, TextRange::at((at as u32).into(), TextSize::of(*right)), wrong);
            }
        }
        for (rule, sentence) in ADDED {
            for end in self.paragraph_ends().into_iter().take(2) {
                self.plant(rule, TextRange::empty(end), &format!(" {sentence}"));
            }
        }
    }

    fn dates(&mut self) {
        let text = self.document.text();
        for mention in date::dates(text).collect::<Vec<_>>() {
            if let Some(weekday) = &mention.weekday
                && mention.year.is_some()
            {
                let wrong = if self.words(weekday.range).eq_ignore_ascii_case("fredag") {
                    "mandag"
                } else {
                    "fredag"
                };
                self.plant("dates/weekday", weekday.range, wrong);
            }
            if let Some(stop) = mention.ordinal_stop
                && mention.intro.is_some()
            {
                self.plant("dates/format", stop, "");
            }
            if mention.year.is_some() && mention.ordinal_stop.is_some() && mention.month == 4 {
                self.plant("dates/invalid", mention.day_range, "31");
            }
        }
        for mention in clock::times(text).collect::<Vec<_>>() {
            if let Some(kl) = mention.kl
                && self.words(kl.range) == "kl."
            {
                self.plant("dates/time", kl.range, "kl");
            }
        }
    }

    /// Where sentences of the case text end: a full stop at the end of a long line that is no list point.
    fn paragraph_ends(&self) -> Vec<TextSize> {
        let mut ends = Vec::new();
        for placed in self.document.minutes().items() {
            for section in
                placed.item.sections.iter().filter(|section| matches!(section.content, Content::Prose))
            {
                let body = self.words(section.body + placed.start);
                let first = body.trim_start_matches(['\n', '\r']);
                let skipped = body.len() - first.len();
                let line = first.lines().next().unwrap_or("");
                if line.ends_with('.') && line.len() > 90 && !line.starts_with(['-', '•', '*', ' ']) {
                    ends.push(
                        section.body.start() + placed.start + TextSize::from((skipped + line.len()) as u32),
                    );
                }
            }
        }
        ends
    }
}

/// `words` without the letter in their middle.
fn without_letter(words: &str) -> String {
    let middle = words.chars().count() / 2;
    words.chars().enumerate().filter(|(i, _)| *i != middle).map(|(_, c)| c).collect()
}

fn short(words: &str) -> String {
    words.chars().take(40).collect()
}

/// What is right in the samples, and what it becomes.
const REPLACED: &[(&str, &str, &str)] = &[
    ("typography/repeated-word", " for at ", " for for at "),
    ("typography/repeated-word", " til ", " til til "),
    ("typography/spacing", ", og ", " , og "),
    ("typography/spacing", ". Det ", ".  Det "),
    ("typography/abbreviation", "bl.a.", "b.la."),
    ("typography/abbreviation", "mio. kr.", "mio.kr"),
    ("typography/abbreviation", " pct. ", " pct "),
    ("typography/quotes", "”\n", "\n"),
    ("references/law", "§ ", "§"),
    ("references/law", "stk. ", "stk "),
    ("references/attachment", "jf. bilag 1", "jf. bilag 9"),
];

/// Sentences that are wrong wherever they stand.
const ADDED: &[(&str, &str)] = &[
    ("structure/template-residue", "[indsæt dato]"),
    ("structure/cut-off", "Planen rækker frem mod 202"),
    ("typography/number", "Udgiften er 1.3 mio. kr. om året."),
    ("typography/number", "Svarprocenten er 15.68 %."),
    ("spelling/known-error", "Der bliver fuldt op på sagen."),
    ("spelling/known-error", "Udvalget får en samlet orientring om sagen i maj."),
    ("spelling/compound", "Andelen er steget to procent point."),
    ("spelling/compound", "Tilbuddet er for 3 årige børn."),
    ("privacy/cpr-number", "Borgerens nummer er 010203-1234."),
    ("privacy/contact", "Skriv til den pårørende på anna.holm71@gmail.com."),
    ("privacy/account-number", "Beløbet overføres til reg.nr. 1234 kontonr. 1234567890."),
    ("dates/invalid", "Fristen er den 31. april 2022."),
    ("dates/format", "Fristen er d 4. april 2022."),
    ("dates/time", "Mødet begynder kl 17.30 i salen."),
    ("typography/range", "Der er møde kl. 17 -19 på skolen."),
    ("typography/abbreviation", "Det gælder b.la. skolerne."),
];
