//! What a rule sees: an item, a part of the text, or the whole meeting.

use std::cell::OnceCell;
use std::sync::Arc;

use super::closed::Told;
use super::context::{Asked, Context};
use super::knowledge::{Counted, Facts, Slips};
use super::lexicon::{WrongWord, wrong_words};
use super::part_zones::of_part;
use super::runs::runs;
use super::wrapped::unwrapped;
use super::written_out::is_written_out;
use danish::clauses::Sentence;
use danish::clock::{TimeMention, times};
use danish::date::{DateMention, dates};
use facts::amounts::{Amount, amounts};
use facts::register::Register;
use minutes::{Head, Item, Minutes, Section};
use syntax::{Block, Vocabulary};
use text::{TextRange, TextSize};
use zones::{Zone, Zones};

/// One item; all offsets are bytes from its start.
pub struct ItemView<'a> {
    /// The text of the item.
    pub text: &'a str,
    /// The item.
    pub item: &'a Item,
    /// Its blocks, the first of which begins at 0.
    pub blocks: &'a [Block],
    /// What holds for the whole document.
    pub context: &'a Asked<'a>,
    /// The titles that `item.sections` refer to.
    pub vocabulary: &'a Vocabulary,
}

/// Keeps a part's text as it is read over the ends of its lines; `None` where no sentence goes on over one.
pub type Reading = OnceCell<Option<String>>;

/// The text of the head or of an item; all offsets are bytes from its start.
pub struct PartView<'a> {
    /// The text.
    pub text: &'a str,
    /// Where the text is kept as it is read over the ends of its lines.
    kept: Option<&'a Reading>,
    /// The item that the text is of; `None` for the head.
    pub item: Option<&'a Item>,
    /// The blocks, the first of which begins at 0.
    pub blocks: &'a [Block],
    /// What holds for the whole document.
    pub context: &'a Asked<'a>,
    dates: OnceCell<Vec<DateMention>>,
    times: OnceCell<Vec<TimeMention>>,
    pub(super) zones: OnceCell<Arc<Zones>>,
    amounts: OnceCell<Vec<Amount>>,
    runs: OnceCell<Vec<TextRange>>,
    wrong: OnceCell<Vec<WrongWord>>,
    pub(super) sentences: OnceCell<Vec<Sentence<'a>>>,
    pub(super) starts: OnceCell<Vec<TextSize>>,
    written_out: OnceCell<bool>,
}

/// The names and long words of the head or of an item, as the whole document sees them; all offsets are bytes from the
/// start of the part.
pub struct NamesView<'a> {
    /// The part.
    pub part: PartView<'a>,
    /// What is written wrongly in it, as far as the document can tell.
    pub slips: Slips<'a>,
}

/// Who keeps what is known of the parts of the meeting, so that an edit makes it anew for one of them.
pub trait Keeps {
    /// Who was there, who may vote, and who acted.
    fn register(&self) -> Register;

    /// What a writer must be told of closed matter that no heading marks, in order.
    fn told_of_closed(&self) -> Vec<Told>;
}

/// The whole meeting; all offsets are bytes from the start of the document.
pub struct MinutesView<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The document, understood.
    pub minutes: &'a Minutes,
    /// What holds for the whole document.
    pub context: &'a Context,
    /// The titles that sections refer to.
    pub vocabulary: &'a Vocabulary,
    /// The facts of the head and of the items, in order; empty when no rule asks for them.
    pub(crate) counted: Vec<&'a Counted>,
    /// Who keeps what is known of the parts.
    pub(crate) keeper: &'a dyn Keeps,
    pub(crate) register: OnceCell<Register>,
}

impl<'a> MinutesView<'a> {
    /// A view of `text` and what is known of it; `counted` are the facts of the head and of the items.
    pub fn new(
        text: &'a str,
        minutes: &'a Minutes,
        context: &'a Context,
        vocabulary: &'a Vocabulary,
        counted: Vec<&'a Counted>,
        keeper: &'a dyn Keeps,
    ) -> Self {
        Self { text, minutes, context, vocabulary, counted, keeper, register: OnceCell::new() }
    }
}

impl<'a> ItemView<'a> {
    /// The words at `range`.
    pub fn words(&self, range: TextRange) -> &'a str {
        &self.text[range]
    }

    /// The blocks under the heading of `section`, each with the place where it begins.
    pub fn blocks_of(&self, section: &Section) -> impl Iterator<Item = (TextSize, &'a Block)> + use<'a> {
        let blocks = &self.blocks[section.blocks.clone()];
        // The text behind "Beslutning: " stands before the first of them.
        let mut at = section.body.end() - blocks.iter().map(|block| block.len).sum::<TextSize>();
        blocks.iter().map(move |block| {
            let start = at;
            at += block.len;
            (start, block)
        })
    }

    /// The name of the title of `section`, as the vocabulary has it.
    pub fn title_of(&self, section: &Section) -> Option<&str> {
        section.title.map(|id| &*self.vocabulary.title_of(id).name)
    }
}

impl<'a> PartView<'a> {
    /// A view of `text`, which is that of `item` or of the head.
    pub fn new(text: &'a str, item: Option<&'a Item>, blocks: &'a [Block], context: &'a Asked<'a>) -> Self {
        let (dates, times, zones, amounts, runs, wrong, sentences, starts) = Default::default();
        let written_out = OnceCell::new();
        Self {
            text,
            kept: None,
            item,
            blocks,
            context,
            dates,
            times,
            zones,
            amounts,
            runs,
            wrong,
            sentences,
            starts,
            written_out,
        }
    }

    /// The same, in which dates, times, known errors and sentences are read over the ends of lines; `kept` keeps that text.
    pub fn over_lines(self, kept: &'a Reading) -> Self {
        Self { kept: Some(kept), ..self }
    }

    /// The text as it is read over the ends of its lines: as long, with a space for each line end inside a sentence. Made when the
    /// first rule asks.
    pub(super) fn reading(&self) -> &'a str {
        let unwrapped = || unwrapped(self.text, self.item, self.blocks);
        self.kept.and_then(|kept| kept.get_or_init(unwrapped).as_deref()).unwrap_or(self.text)
    }

    /// The same, of which it is known what is no prose.
    pub fn with_zones(self, zones: Option<Arc<Zones>>) -> Self {
        Self { zones: zones.map_or_else(OnceCell::new, OnceCell::from), ..self }
    }

    /// What is no prose in the text, if any rule has asked.
    pub fn known_zones(&self) -> Option<Arc<Zones>> {
        self.zones.get().cloned()
    }

    /// The dates that the text mentions; found once for all rules.
    pub fn dates(&self) -> &[DateMention] {
        self.dates.get_or_init(|| dates(self.reading()).collect())
    }

    /// The times of day that the text mentions; found once for all rules.
    pub fn times(&self) -> &[TimeMention] {
        self.times.get_or_init(|| times(self.reading()).collect())
    }

    /// The amounts of money that the text mentions; found once for all rules.
    pub fn amounts(&self) -> &[Amount] {
        self.amounts.get_or_init(|| amounts(self.text))
    }

    /// The runs of letters and digits: quicker to find than words; found once for all rules.
    pub fn runs(&self) -> &[TextRange] {
        self.runs.get_or_init(|| runs(self.text))
    }

    /// The words of those runs that begin in `place`.
    pub fn runs_in(&self, place: TextRange) -> impl Iterator<Item = &'a str> {
        let runs = self.runs();
        let from = runs.partition_point(|run| run.start() < place.start());
        let text = self.text;
        runs[from..].iter().take_while(move |run| run.start() < place.end()).map(move |run| &text[*run])
    }

    /// The words that the lists know to be wrong; found once for all rules.
    pub fn wrong_words(&self) -> &[WrongWord] {
        self.wrong.get_or_init(|| wrong_words(self.reading(), self.runs()))
    }

    /// Does `range` touch somebody else's words, between quotation marks?
    pub fn is_quoted(&self, range: TextRange) -> bool {
        self.zones().touches(Zone::Quotation, range)
    }

    /// Does `range` touch an address, the name of a file, code or markup?
    pub fn is_opaque(&self, range: TextRange) -> bool {
        let zones = self.zones();
        [Zone::Address, Zone::FileName, Zone::Markup, Zone::Code, Zone::Comment]
            .into_iter()
            .any(|zone| zones.touches(zone, range))
    }

    /// Does `range` lie in a heading: the item's own, or a section's? Where the number of an item leads whole sentences, they are
    /// text: "3) Stien, som kommunen har lagt om, blev drøftet. Der er enighed om ...".
    pub fn is_heading(&self, range: TextRange) -> bool {
        self.item.is_some_and(|item| {
            item.heading.contains_range(range) && !self.is_written_out(item)
                || item.section_at(range.start()).is_some_and(|own| own.heading.contains_range(range))
        })
    }

    /// Are there sentences in the line of the heading? Told once for all rules.
    fn is_written_out(&self, item: &Item) -> bool {
        *self.written_out.get_or_init(|| is_written_out(self.text, item.heading))
    }

    /// What in the text is no prose; found once for all rules.
    pub fn zones(&self) -> &Zones {
        self.zones.get_or_init(|| Arc::new(of_part(self.text, self.item, self.blocks, self.context.markdown)))
    }

    /// The blocks, each with the place where it begins.
    pub fn placed_blocks(&self) -> impl Iterator<Item = (TextSize, &'a Block)> + use<'a> {
        let mut at = TextSize::new(0);
        self.blocks.iter().map(move |block| {
            let start = at;
            at += block.len;
            (start, block)
        })
    }
}

impl<'a> MinutesView<'a> {
    /// What a writer must be told of closed matter that no heading marks, in order.
    pub fn told_of_closed(&self) -> Vec<Told> {
        self.keeper.told_of_closed()
    }

    /// Who was there, who may vote, and who acted; read once for all rules.
    pub fn register(&self) -> &Register {
        self.register.get_or_init(|| self.keeper.register())
    }

    /// The head of the meeting.
    pub fn head(&self) -> &'a Head {
        self.minutes.head()
    }

    /// What the head and the items say of names and words, each with the place where it begins.
    pub fn facts(&self) -> impl Iterator<Item = (TextSize, &'a Facts)> {
        let starts = std::iter::once(TextSize::new(0)).chain(self.minutes.items().map(|placed| placed.start));
        starts.zip(self.counted.iter().map(|counted| &*counted.facts))
    }
}
