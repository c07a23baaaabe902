//! The characters of a PDF and where they stand, upright as a person would hold the page.

use std::collections::HashMap;

use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, Transform};

use super::character::Character;
use super::glyph::{Glyph, turned};
use super::ruled::{self, Ruled, Shown};
use super::stacked;
use super::tilt::{self, Askew};

/// A document has no more characters than this: a thousand pages have four million.
const MOST_CHARACTERS: usize = 8_000_000;

/// Letters that stand another way are text when they are this part of a page, else a stamp in the margin.
const TEXT_PART: usize = 4;

/// At least this many times the letters that are seen are nearly all of a page.
const MOSTLY: usize = 10;

/// Small capitals are so large as browsers paint them, in parts of the letters that they stand for.
const SMALL: f64 = 0.7;

/// The characters of one page, in the order they are painted.
#[derive(Clone, Debug, Default)]
pub(super) struct PageCharacters {
    /// From 1.
    pub(super) number: u32,
    /// In points.
    pub(super) height: f64,
    pub(super) width: f64,
    pub(super) characters: Vec<Character>,
    /// Those that stand on end or askew and are no text of the page, those of each way together.
    pub(super) turned: Vec<Vec<Character>>,
    /// Numbers whose digits stand under each other.
    pub(super) stacked: Vec<String>,
    /// Those that nobody sees, and those that a line strikes through.
    pub(super) hidden: Vec<Character>,
    pub(super) struck: Vec<Character>,
    /// What is drawn beside them.
    pub(super) ruled: Ruled,
    /// Glyphs that are painted and stand for no letter.
    pub(super) n_nameless: usize,
}

/// The ways that letters may go on: to the right, up, to the left, down.
const WAYS: usize = 4;

/// One page, as it is gathered.
#[derive(Debug, Default)]
struct Gathered {
    number: u32,
    /// Left, bottom, right and top.
    sides: [f64; 4],
    painted: Vec<Glyph>,
    ruled: Ruled,
    n_nameless: usize,
}

/// Gathers the characters of each page.
#[derive(Debug, Default)]
pub(super) struct Characters {
    pages: Vec<Gathered>,
    n: usize,
    run: u32,
    /// How the letters that come next are shown.
    shown: Shown,
    /// What letters are said to stand for, and behind how many letters of the page those begin that are.
    said: Vec<String>,
    begun: HashMap<usize, usize>,
}

impl Characters {
    /// For a document some of whose letters are `said` to stand for others.
    pub(super) fn said(said: &[String]) -> Self {
        Self { said: said.to_vec(), ..Self::default() }
    }

    /// Where letters are said to stand for the same ones, small where capitals are painted, they do: small capitals.
    fn stand_for(&mut self, which: usize, begins: bool) {
        let Some(page) = self.pages.last_mut() else { return };
        if begins {
            self.begun.insert(which, page.painted.len());
            return;
        }
        let letters = self.begun.remove(&which).and_then(|from| page.painted.get_mut(from..));
        let (Some(letters), Some(said)) = (letters, self.said.get(which)) else { return };
        let signs: Vec<char> = said.chars().collect();
        let is_same = |(letter, said): (&Glyph, &char)| {
            letter.text.chars().eq([*said]) || letter.text.to_lowercase().chars().eq([*said])
        };
        if letters.len() == signs.len() && letters.iter().zip(&signs).all(is_same) {
            for (letter, sign) in
                letters.iter_mut().zip(signs).filter(|(letter, sign)| !letter.text.starts_with(*sign))
            {
                (letter.text, letter.size) = (sign.to_string(), letter.size / SMALL);
            }
        }
    }

    /// The pages. A page whose letters go two ways is two, one after the other.
    pub(super) fn into_pages(self) -> Vec<PageCharacters> {
        self.pages.into_iter().flat_map(Gathered::into_pages).collect()
    }

    /// Page `number` begins, which may turn out not to be readable.
    pub(super) fn begin(&mut self, number: u32) {
        self.pages.push(Gathered { number, ..Gathered::default() });
        self.shown = Shown::Dark;
        self.begun.clear();
    }
}

impl Gathered {
    fn into_pages(mut self) -> Vec<PageCharacters> {
        let [left, bottom, right, top] = self.sides;
        tilt::straighten(&mut self.painted, (f64::midpoint(left, right), f64::midpoint(bottom, top)));
        let mut counts = [0_usize; WAYS];
        let way = |painted: &Glyph| painted.way();
        for painted in self.painted.iter().filter(|painted| !painted.is_slanted()) {
            counts[way(painted)] += 1;
        }
        let total: usize = counts.iter().sum();
        // To the right first, then the way of most letters.
        let mut ways: Vec<usize> = (0..WAYS).filter(|way| counts[*way] * TEXT_PART >= total.max(1)).collect();
        ways.sort_by_key(|way| (*way != 0, std::cmp::Reverse(counts[*way])));
        let mut pages: Vec<PageCharacters> = ways.iter().map(|way| self.page(*way)).collect();
        if pages.is_empty() {
            pages.push(self.page(0));
        }
        pages[0].n_nameless = self.n_nameless;
        let mut askew = Askew::default();
        for painted in &self.painted {
            let way = way(painted);
            let Some(n) = ways.iter().position(|text| *text == way && !painted.is_slanted()) else {
                askew.take(painted);
                continue;
            };
            let character = painted.upright(way, self.sides);
            match () {
                () if painted.is_out_of_sight(self.sides)
                    || painted.shown == Shown::Off
                    || painted.shown != Shown::Dark && !pages[n].ruled.has_ground(&character) =>
                {
                    pages[n].hidden.push(character);
                }
                () => pages[n].characters.push(character),
            }
        }
        pages[0].turned = askew.straight(self.sides);
        pages[0].stacked = stacked::numbers(&self.painted);
        pages.iter_mut().for_each(PageCharacters::tell_apart);
        pages
    }

    fn page(&self, way: usize) -> PageCharacters {
        let [left, bottom, right, top] = self.sides;
        let (across, up) = ((right - left).abs(), (top - bottom).abs());
        let (width, height) = if way.is_multiple_of(2) { (across, up) } else { (up, across) };
        let ruled = self.ruled.turned(|place| turned(place, way, self.sides));
        PageCharacters { number: self.number, height, width, ruled, ..PageCharacters::default() }
    }
}

impl PageCharacters {
    /// Tells what is struck through from what is not. A page on which nearly all is hidden was made by a program that reads
    /// pictures.
    fn tell_apart(&mut self) {
        if self.hidden.len() > self.characters.len() * MOSTLY {
            self.characters.append(&mut self.hidden);
        }
        self.struck = ruled::struck(&mut self.characters, &self.ruled);
    }
}

impl OutputDev for Characters {
    fn begin_page(
        &mut self,
        page_num: u32,
        media_box: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        if self.pages.last().is_none_or(|page| page.number != page_num) {
            self.begin(page_num);
        }
        if let Some(page) = self.pages.last_mut() {
            page.sides = [media_box.llx, media_box.lly, media_box.urx, media_box.ury];
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        char: &str,
    ) -> Result<(), OutputError> {
        let Some(page) = self.pages.last_mut() else { return Ok(()) };
        self.n += 1;
        if self.n > MOST_CHARACTERS {
            return Ok(());
        }
        if char.is_empty() {
            page.n_nameless += 1;
            return Ok(());
        }
        let size = (font_size * trm.m21.hypot(trm.m22)).abs();
        let from = (trm.m31, trm.m32);
        // A letter without a width still goes some way.
        let advance = font_size * if width.abs() < 1e-6 { 1e-3 } else { width };
        let to = (from.0 + advance * trm.m11, from.1 + advance * trm.m12);
        if [from.0, from.1, to.0, to.1, size].into_iter().all(f64::is_finite) {
            let (run, shown) = (self.run, self.shown);
            page.painted.push(Glyph { from, to, size, run, shown, text: char.to_owned() });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.run = self.run.wrapping_add(1);
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn stroke(
        &mut self,
        transform: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        if let Some(page) = self.pages.last_mut() {
            page.ruled.stroke(transform, path);
        }
        Ok(())
    }

    fn fill(
        &mut self,
        transform: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        if let Some((which, begins)) = ruled::said(path) {
            self.stand_for(which, begins);
            return Ok(());
        }
        match ruled::mark(path) {
            Some(shown) => self.shown = shown,
            None => {
                if let Some(page) = self.pages.last_mut() {
                    page.ruled.fill(transform, path);
                }
            }
        }
        Ok(())
    }
}
