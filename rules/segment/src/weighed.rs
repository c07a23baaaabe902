//! All that could be items weighed against each other: the series of numbers, headings without any, rows, bullets.

use super::candidate::Candidate;
use super::candidates::{self, Found};
use super::kinds::is_section;
use super::plain::{self, Plain};
use super::series::{self, Series};
use super::shaped::Shape;
use super::{
    ItemForm, Segment, Segments, below, bullets, counted, foreign, forms, groups, labelled, lettered, levels,
    lone, meetings, moved, outsiders, parts, rare, repeats, tables, titles, untitled, weights, years,
};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::NumberForm;
use syntax::sign::Sign;
use syntax::vocabulary::{Label, SectionKind, Vocabulary};

/// The candidates of a document and the best series of them.
pub(super) struct Weighed {
    pub(super) found: Found,
    pub(super) series: Series,
}

/// Where so many candidates with a section below make so much of a whole series, they set the pattern.
const PATTERN: usize = 3;
const WHOLE: f32 = 0.7;

impl Weighed {
    pub(super) fn new(text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Self {
        let mut found = candidates::gather(text, blocks, vocabulary);
        years::settle(&mut found.rare);
        meetings::mark(text, blocks, &mut found.candidates);
        meetings::mark(text, blocks, &mut found.rare);
        repeats::mark(&mut found, blocks);
        counted::settle(text, blocks, &mut found.candidates);
        weights::score(&mut found.candidates);
        weights::score(&mut found.rare);
        let followed = |candidate: &Candidate| {
            candidate.signs.has(Sign::SectionFollows) || candidate.signs.has(Sign::CaseNumberFollows)
        };
        let pattern = |like: &dyn Fn(&Candidate) -> bool| {
            sets_pattern(&series::best(&found.candidates, like), &found.candidates)
        };
        let by_section = pattern(&followed);
        // "8. Eventuelt" right below the bare heading that the item before ends in.
        let counts_on = |candidate: &Candidate| candidate.below_heading && !candidate.signs.has(Sign::InList);
        let is_like = |candidate: &Candidate| !by_section || followed(candidate) || counts_on(candidate);
        // What a document itself calls a heading outweighs what other lines look like.
        let by_rank = pattern(&|candidate| candidate.rank > 0 && is_like(candidate));
        if by_section || by_rank {
            for candidate in &mut found.candidates {
                let like = is_like(candidate) && (!by_rank || candidate.rank > 0);
                candidate.signs.set(Sign::Unlike, !like);
            }
            weights::score(&mut found.candidates);
        }
        let mut series = series::best(&found.candidates, |_| true);
        if !found.rare.is_empty() {
            let rare = series::best(&found.rare, |_| true);
            if rare::wins((&rare, &found.rare), (&series, &found.candidates)) {
                std::mem::swap(&mut found.candidates, &mut found.rare);
                series = rare;
            }
        }
        Self { found, series }
    }

    /// The items, or none where the document is of no meeting.
    pub(super) fn choose(&self, text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Segments {
        let mut found = self.best(text, blocks, vocabulary);
        tables::mark_columns(text, blocks, &mut found.items);
        groups::cut_off(&self.found.groups, blocks, &mut found.items);
        let numbered = !self.series.lines.is_empty();
        match foreign::are_of_other(text, blocks, &found, numbered, vocabulary) {
            true => Segments { form: ItemForm::None, items: Vec::new() },
            false => found,
        }
    }

    pub(super) fn best(&self, text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Segments {
        let Found { candidates, rare, entries, ranked, cased, .. } = &self.found;
        let contents = |&at: &usize| candidates[at].signs.has(Sign::ContentsLine);
        let threshold = weights::weights().choice.threshold;
        let lines: &[usize] = if self.series.lines.iter().all(contents) { &[] } else { &self.series.lines };
        let numbered = candidates.iter().chain(rare).map(|own| (own.key, own.block));
        let plain = plain::best(blocks, numbered, entries, (*ranked, *cased), vocabulary);
        if forms::are_below(&self.found, candidates, lines, blocks) {
            let items = self.found.below.iter().map(|&at| Segment::new(at)).collect();
            return self.finished(ItemForm::Below, items, blocks);
        }
        let lone = lone::best(blocks);
        let lone =
            (lone.score > threshold && self.stand_over_sections(&lone, blocks, vocabulary)).then_some(lone);
        let counts = !lines.is_empty()
            && self.series.score > threshold
            && !forms::are_only_list(text, lines, candidates, blocks);
        let inside = lone.as_ref().is_some_and(|lone| self.lies_inside(lines, lone) && !self.outweighs(lone));
        if counts && !inside && !self.yields_to(&plain, lines, blocks) {
            return self.of_series(lines, text, blocks, vocabulary);
        }
        if plain.score > threshold && !plain.blocks.is_empty() {
            let form = plain.rank.filter(|rank| *rank <= 6).map_or(ItemForm::Untitled, ItemForm::Markdown);
            return self.finished(form, plain.blocks.iter().map(|&at| Segment::new(at)).collect(), blocks);
        }
        let shape = Shape::new(text, blocks, vocabulary);
        self.of_titles(&shape, lone, text, blocks)
            .unwrap_or_else(|| self.of_paragraphs(&shape, text, blocks, vocabulary))
    }

    /// The items that the series of `lines` numbers, with those that stand among them in other forms.
    fn of_series(&self, lines: &[usize], text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Segments {
        let Found { candidates, rare, .. } = &self.found;
        let mut lines = lines.to_vec();
        outsiders::insert(&mut lines, candidates);
        moved::insert(&mut lines, candidates);
        parts::insert_added(&mut lines, candidates);
        let form = forms::of_series(&lines, candidates);
        let mut items = titles::segments(text, blocks, &lines, candidates);
        let (series, pool) = below::apart(&self.found, &lines);
        let parts = below::Parts { text, blocks, vocabulary }.of(&series, &pool);
        items.extend(titles::segments(text, blocks, &Vec::from_iter(0..parts.len()), &parts));
        if let Some(one) = lettered::misread_one(&series, rare) {
            items.extend(titles::segments(text, blocks, &[0], &[one]));
        }
        let heads = levels::put_in(&lines, candidates, &pool, blocks);
        items.extend(titles::segments(text, blocks, &heads, &pool));
        let mut put_in = lettered::put_in(&lines, candidates, rare, blocks);
        put_in.extend(parts::put_in(&lines, candidates, rare));
        if put_in.is_empty() {
            put_in = levels::put_in(&lines, candidates, rare, blocks);
        }
        let already = |at: &usize| parts.binary_search_by_key(&rare[*at].block, |own| own.block).is_ok();
        put_in.retain(|at| !already(at));
        items.extend(titles::segments(text, blocks, &put_in, rare));
        items.sort_by_key(|item| item.first);
        let closed = parts::untitled(&items, &self.found.parts, (candidates, rare), blocks);
        if !closed.is_empty() {
            items.extend(closed);
            items.sort_by_key(|item| item.first);
        }
        let items = forms::with_last(text, forms::with_unnumbered(items, form, blocks), form, blocks);
        let items = forms::with_added(text, items, form, blocks);
        self.finished(form, items, blocks)
    }

    /// The items that titles without numbers head, each in a line of its own, or rows and bullets.
    fn of_titles(
        &self,
        shape: &Shape<'_>,
        lone: Option<Plain>,
        text: &str,
        blocks: &[Block],
    ) -> Option<Segments> {
        let threshold = weights::weights().choice.threshold;
        let begun = |plain: Plain| plain.blocks.into_iter().map(Segment::new).collect::<Vec<_>>();
        if let Some(rows) = shape.agenda() {
            return Some(self.finished(ItemForm::Untitled, begun(rows), blocks));
        }
        if let Some(rows) = tables::rows(text, blocks, &self.found) {
            return Some(self.finished(
                ItemForm::Untitled,
                rows.into_iter().map(Segment::new).collect(),
                blocks,
            ));
        }
        let bullets = || Some(bullets::best(blocks)).filter(|bullets| bullets.score > threshold);
        let few = || self.found.sections.is_empty().then(|| lone::few(blocks)).flatten();
        if let Some(titles) = labelled::titles(shape) {
            let segment = |at| Segment { labelled: true, ..Segment::new(at) };
            let items = titles.into_iter().map(segment).collect();
            return Some(self.finished(ItemForm::Untitled, items, blocks));
        }
        if let Some(lone) = lone.or_else(bullets).or_else(few) {
            let items = lone.blocks.into_iter().map(Segment::new).collect();
            return Some(self.finished(ItemForm::Untitled, items, blocks));
        }
        None
    }

    /// The items that begin in the first words of their paragraphs, or by what was decided in them.
    fn of_paragraphs(
        &self,
        shape: &Shape<'_>,
        text: &str,
        blocks: &[Block],
        vocabulary: &Vocabulary,
    ) -> Segments {
        let begun = |plain: Plain| plain.blocks.into_iter().map(Segment::new).collect::<Vec<_>>();
        let parted = |at: usize| Segment { run_in: true, ..Segment::new(at) };
        if let Some(run_in) = lone::run_in(blocks).filter(|run_in| {
            let listed = |at: usize| at < run_in.blocks[0];
            self.found.sections.iter().all(|&at| blocks[at].is(Flag::RunInTitle) || listed(at))
        }) {
            let items = forms::without_closing(text, run_in.blocks, blocks);
            return self.finished(ItemForm::Untitled, items.into_iter().map(parted).collect(), blocks);
        }
        let decided = || {
            let items = lone::decided(blocks, vocabulary)?.blocks.into_iter().map(Segment::new).collect();
            Some(self.finished(ItemForm::Untitled, items, blocks))
        };
        if let Some(bullets) = shape.told_bullets() {
            return self.finished(ItemForm::Untitled, begun(bullets), blocks);
        }
        if let Some(bullets) = shape.run_in_bullets() {
            return self.finished(
                ItemForm::Untitled,
                bullets.blocks.into_iter().map(parted).collect(),
                blocks,
            );
        }
        if self.found.sections.is_empty()
            && let Some(titles) = shape.titles()
        {
            return self.finished(ItemForm::Untitled, begun(titles), blocks);
        }
        if let Some(run_in) = shape.run_in() {
            let items = forms::without_closing(text, run_in.blocks, blocks);
            return self.finished(ItemForm::Untitled, items.into_iter().map(parted).collect(), blocks);
        }
        if self.found.sections.is_empty() {
            return decided().unwrap_or(Segments { form: ItemForm::None, items: Vec::new() });
        }
        let items = untitled::untitled(text, blocks, &self.found.sections, vocabulary);
        if items.iter().any(|item| !item.titled)
            && let Some(decided) = decided()
        {
            return decided;
        }
        Segments { form: ItemForm::Untitled, items: with_parts(items, &self.found) }
    }

    /// Are titles that stand alone more than the sections, or told apart from those: all in capitals, each above one?
    fn stand_over_sections(&self, lone: &Plain, blocks: &[Block], vocabulary: &Vocabulary) -> bool {
        let capitals = |at: &usize| blocks[*at].is(Flag::Capitals);
        let decides = |at: &&usize| match blocks[**at].class {
            Class::Section(id) => vocabulary.title_of(id).kind == SectionKind::Decision,
            _ => true,
        };
        let sections = &self.found.sections;
        let followed = |at: &&usize| blocks.get(**at + 1).is_some_and(is_section);
        let n = lone.blocks.len();
        let apart = lone.blocks.first().is_some_and(capitals) && !sections.iter().any(capitals)
            || lone.blocks.iter().filter(followed).count() * 4 >= n * 3;
        sections.len() <= n || apart && sections.iter().filter(decides).count() <= n
    }

    /// Do headings without numbers make better items? A series that lies between two of them is a list in an item.
    fn yields_to(&self, plain: &Plain, lines: &[usize], blocks: &[Block]) -> bool {
        if lines.is_empty() {
            return true;
        }
        if plain.score <= weights::weights().choice.threshold {
            return false;
        }
        if self.is_of_head(lines, plain, blocks) {
            return false;
        }
        let inside = self.lies_inside(lines, plain);
        // Below a heading with its own number stands the number of its case.
        if plain.rank == Some(plain::CASED) && self.series.score > weights::weights().choice.threshold {
            let yearly = matches!(self.found.candidates[lines[0]].numbering.form, NumberForm::Yearly(_));
            return inside || yearly && plain.blocks.len() > lines.len();
        }
        let mean = |score: f32, n: usize| score / n.max(1) as f32;
        inside || mean(self.series.score, lines.len()) < mean(plain.score, plain.blocks.len())
    }

    /// Do all the headings of `plain` stand above the series, with no section between: who met, and when?
    fn is_of_head(&self, lines: &[usize], plain: &Plain, blocks: &[Block]) -> bool {
        let first = self.found.candidates[lines[0]].block;
        lines.len() >= PATTERN
            && self.series.score > weights::weights().choice.threshold
            && plain.blocks.iter().all(|at| *at < first)
            && !blocks[..first].iter().any(is_section)
            && plain.blocks.iter().any(|at| blocks[*at].shows(Sign::OfHead))
    }

    /// Is the series too good for a list in an item between titles that stand alone?
    fn outweighs(&self, lone: &Plain) -> bool {
        const MUCH: f32 = 1.3;
        let n = self.series.lines.len();
        let mean = |score: f32, n: usize| score / n.max(1) as f32;
        let worded = self.series.lines.iter().any(|&at| self.found.candidates[at].numbering.form.has_word());
        // What the document itself calls a heading is no row of a list.
        let ranked = self.series.lines.iter().all(|&at| self.found.candidates[at].rank > 0);
        worded
            || ranked
            || n >= lone.blocks.len()
                && mean(self.series.score, n) > MUCH * mean(lone.score, lone.blocks.len())
    }

    /// Does the series lie between two of the headings of `plain`?
    fn lies_inside(&self, lines: &[usize], plain: &Plain) -> bool {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return true };
        let candidates = &self.found.candidates;
        let (first, last) = (candidates[*first].block, candidates[*last].block);
        plain.blocks.len() > 1
            && plain.blocks[0] < first
            && !plain.blocks.iter().any(|at| first < *at && *at <= last)
    }

    /// Items with the case number that stands above their heading, each in its part of the meeting.
    fn finished(&self, form: ItemForm, mut items: Vec<Segment>, blocks: &[Block]) -> Segments {
        for item in &mut items {
            if item.first > 0 && stands_above(blocks, item.first) {
                item.first -= 1;
                item.above = 1;
            }
        }
        meetings::set_apart(&mut items, &self.found.candidates, blocks);
        Segments { form, items: with_parts(items, &self.found) }
    }
}

fn sets_pattern(series: &Series, candidates: &[Candidate]) -> bool {
    let numbers = series.lines.iter().map(|&at| candidates[at].numbering.value);
    let (Some(least), Some(most)) = (numbers.clone().min(), numbers.max()) else { return false };
    let n = series.lines.len();
    n >= PATTERN && n as f32 >= WHOLE * f32::from(1 + most - least)
}

/// Is the block before `heading` a case number that belongs to it, and not to the item before?
fn stands_above(blocks: &[Block], heading: usize) -> bool {
    let own = blocks
        .get(heading + 1)
        .is_some_and(|b| matches!(b.class, Class::CaseNumber | Class::Label(Label::CaseNumber)));
    let of_former = heading > 1
        && (blocks[heading - 2].numbering.is_some()
            || matches!(blocks[heading - 2].class, Class::LineMark(_)));
    blocks[heading - 1].class == Class::CaseNumber
        && !own
        && !of_former
        && heading > 1
        && !blocks[heading - 2].mark.kind.is_number()
        && blocks[heading - 2].mark.heading == 0
}

fn with_parts(mut items: Vec<Segment>, found: &Found) -> Vec<Segment> {
    if found.parts.is_empty() {
        return items;
    }
    // A table of contents has the same headings; only one right above the first item is its own.
    let first = items.first().map_or(0, |item| item.first);
    let listed = |at: usize| found.contents.is_some_and(|contents| contents < at) && at + 1 < first;
    // "Lukkede punkter:" above rows that are no items lists what comes later.
    let heads: Vec<usize> = items.iter().map(|item| item.first + usize::from(item.above)).collect();
    let heads_list = |at: usize| {
        let below = found.candidates.partition_point(|candidate| candidate.block <= at);
        found.candidates.get(below).is_some_and(|row| {
            row.row_of.is_none() && row.block == at + 1 && heads.binary_search(&row.block).is_err()
        })
    };
    let mut parts = found.parts.iter().filter(|(at, _)| !listed(*at) && !heads_list(*at)).peekable();
    let mut closed = false;
    for item in &mut items {
        while let Some((_, part)) = parts.next_if(|(at, _)| *at < item.first) {
            closed = *part;
        }
        item.closed_part = closed;
    }
    items
}
