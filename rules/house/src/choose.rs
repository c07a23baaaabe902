//! Which house a document is of, by its signs.
//!
//! A house is chosen only when enough of its signs are there and nothing speaks against it; in all other cases the
//! document is held to the general style, which is safe anywhere. The signs are read from the items and the head, not
//! from the text, so the choice costs next to nothing after an edit.

use std::sync::Arc;

use super::{House, HouseSection, Houses, Required, Signs};
use minutes::{Item, Minutes, Stage};
use segment::ItemForm;
use syntax::{SectionKind, TitleId};

/// A house, and why it was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The style.
    pub house: Arc<House>,
    /// The titles seen that are signs of it; empty when the style was asked for or is the general one.
    pub signs: Vec<String>,
}

/// What a document shows of its house.
struct Evidence<'t> {
    minutes: &'t Minutes,
    /// By the number of a title: is it there?
    titles: Vec<bool>,
    form: ItemForm,
    dated: usize,
    undated: usize,
    case_numbers: Vec<syntax::CaseNumberForm>,
    items: usize,
    contents: bool,
    head: &'t str,
    agenda: bool,
}

/// The house of a document; the general one when in doubt.
pub fn choose(text: &str, minutes: &Minutes, houses: &Houses) -> Choice {
    let evidence = Evidence::gather(text, minutes, houses.vocabulary().titles().len());
    let mut best: Option<(usize, &Arc<House>)> = None;
    let mut tied = false;
    for house in houses.iter() {
        let Some(seen) = evidence.fits(house) else { continue };
        match best {
            Some((most, _)) if seen < most => {}
            Some((most, _)) if seen == most => tied = true,
            _ => {
                best = Some((seen, house));
                tied = false;
            }
        }
    }
    match best.filter(|_| !tied) {
        Some((_, house)) => Choice { house: house.clone(), signs: evidence.names(&house.signs, houses) },
        None => Choice { house: houses.general().clone(), signs: Vec::new() },
    }
}

impl<'t> Evidence<'t> {
    fn gather(text: &'t str, minutes: &'t Minutes, n_titles: usize) -> Self {
        let head = minutes.head();
        let mut new = Self {
            minutes,
            titles: vec![false; n_titles],
            form: minutes.form(),
            dated: 0,
            undated: 0,
            case_numbers: Vec::new(),
            items: 0,
            contents: head.contents_heading.is_some(),
            head: &text[..head.len.into()],
            agenda: head.stage.is_some_and(|(_, stage)| stage == Stage::Agenda),
        };
        for placed in minutes.items() {
            new.items += 1;
            for title in placed.item.sections.iter().filter_map(|section| section.title) {
                new.titles[usize::from(title.0)] = true;
            }
            new.case_numbers.extend(placed.item.case_number.map(|(_, form)| form));
            for (_, decision) in placed.item.decisions() {
                let dated = decision.body.is_some() && decision.date.is_some();
                new.dated += usize::from(dated);
                // A heading with nothing under it may still be to be filled in.
                new.undated += usize::from(!dated && !decision.statements.is_empty());
            }
        }
        new
    }

    /// How many of the signs are there; `None` when too few are, or something speaks against the house.
    fn fits(&self, house: &House) -> Option<usize> {
        let signs = &house.signs;
        if signs.titles.is_empty() && signs.head.is_empty() {
            return None;
        }
        let seen =
            signs.titles.iter().filter(|any| any.iter().any(|id| self.has(*id) || self.comes(*id, house)));
        let seen = seen.count();
        let form = signs
            .form
            .as_deref()
            .is_none_or(|name| name == form_name(self.form) || self.is_numbered_draft(name, house));
        let decisions = signs
            .dated_decisions
            .is_none_or(|dated| if dated { self.dated >= self.undated } else { self.undated >= self.dated });
        let numbers = signs.case_number.is_none_or(|form| {
            self.items > 0 && self.case_numbers.iter().filter(|seen| **seen == form).count() * 2 >= self.items
        });
        let head = signs.head.iter().all(|words| self.head.contains(words.as_str()));
        let fits =
            seen >= signs.needs && form && decisions && numbers && head && (self.contents || !signs.contents);
        fits.then_some(seen + signs.head.len())
    }

    /// A house that publishes its items without numbers writes them with numbers before. Then an item must have every
    /// section that the house requires: of many items, each may lend one title to a house that none of them is of.
    fn is_numbered_draft(&self, form: &str, house: &House) -> bool {
        let whole = |item: &Item| {
            let mut required = house.sections.iter().filter(|section| section.required == Required::Always);
            required.all(|own| {
                let titles = item.sections.iter().filter_map(|section| section.title);
                titles.into_iter().any(|title| own.titles.contains(&title))
            })
        };
        form == form_name(ItemForm::Untitled)
            && matches!(self.form, ItemForm::Number | ItemForm::Word)
            && house.sections.iter().any(|section| section.required == Required::Always)
            && self.minutes.items().any(|placed| whole(placed.item))
    }

    fn has(&self, title: TitleId) -> bool {
        self.titles.get(usize::from(title.0)).copied().unwrap_or(false)
    }

    /// Is it the title of the decisions, which an agenda cannot have yet?
    fn comes(&self, id: TitleId, house: &House) -> bool {
        let decision = |own: &HouseSection| own.kind == SectionKind::Decision && own.titles.contains(&id);
        self.agenda && house.sections.iter().any(decision)
    }

    fn names(&self, signs: &Signs, houses: &Houses) -> Vec<String> {
        let seen = signs.titles.iter().filter_map(|any| any.iter().find(|id| self.has(**id)));
        let titles = seen.map(|&id| houses.vocabulary().title_of(id).name.to_string());
        titles.chain(signs.head.iter().map(|words| words.trim().to_owned())).collect()
    }
}

/// The name of a form of headings, as a style says it.
pub fn form_name(form: ItemForm) -> &'static str {
    match form {
        ItemForm::Word => "word",
        ItemForm::Number => "number",
        ItemForm::Markdown(_) => "markdown",
        ItemForm::Below => "below",
        ItemForm::Untitled => "untitled",
        ItemForm::None => "none",
    }
}
