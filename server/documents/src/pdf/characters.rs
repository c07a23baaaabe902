//! The characters of a PDF and where they stand, put together to lines.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A document has no more characters than this: a thousand pages have four million.
const MOST_CHARACTERS: usize = 8_000_000;

/// A character on a page, in points from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Character {
    pub(super) x: f64,
    pub(super) end: f64,
    /// The line it stands on.
    pub(super) y: f64,
    /// Its size.
    pub(super) size: f64,
    pub(super) text: String,
}

/// The characters of one page, in the order they are painted.
#[derive(Clone, Debug, Default)]
pub(super) struct PageCharacters {
    /// From 1.
    pub(super) number: u32,
    /// In points.
    pub(super) height: f64,
    pub(super) characters: Vec<Character>,
}

/// Gathers the characters of each page.
#[derive(Debug, Default)]
pub(super) struct Characters {
    pages: Vec<PageCharacters>,
    top: f64,
    n: usize,
}

impl Characters {
    /// The pages.
    pub(super) fn into_pages(self) -> Vec<PageCharacters> {
        self.pages
    }
}

impl OutputDev for Characters {
    fn begin_page(
        &mut self,
        page_num: u32,
        media_box: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.top = media_box.ury;
        let height = (media_box.ury - media_box.lly).abs();
        self.pages.push(PageCharacters { number: page_num, height, characters: Vec::new() });
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
        // Letters that stand on end are a stamp in the margin.
        if self.n > MOST_CHARACTERS || trm.m11.abs() < trm.m12.abs() {
            return Ok(());
        }
        let across = font_size * trm.m11.hypot(trm.m12);
        let size = font_size * trm.m21.hypot(trm.m22);
        let (x, y) = (trm.m31, self.top - trm.m32);
        if x.is_finite() && y.is_finite() && size.is_finite() {
            page.characters.push(Character { x, end: x + width * across, y, size, text: char.to_owned() });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
