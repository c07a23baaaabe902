//! Documents of each format, from their bytes to their text.

mod annotate;
#[cfg(feature = "pdf")]
mod askew;
mod beside;
#[cfg(feature = "pdf")]
mod boxes;
#[cfg(feature = "pdf")]
mod consecutive;
mod controls;
mod docx;
#[cfg(feature = "pdf")]
mod edges;
mod faults;
#[cfg(feature = "pdf")]
mod fields;
mod headings;
mod html;
mod inside;
#[cfg(feature = "pdf")]
mod kept_at_edges;
mod late;
#[cfg(feature = "pdf")]
mod line_numbers;
#[cfg(feature = "pdf")]
mod loose;
#[cfg(feature = "pdf")]
mod narrow;
#[cfg(feature = "pdf")]
mod nested;
mod objects;
mod odt;
mod office;
#[cfg(feature = "pdf")]
mod over_pages;
#[cfg(feature = "pdf")]
mod pages;
#[cfg(feature = "pdf")]
mod painted;
#[cfg(feature = "pdf")]
mod painted_cells;
mod panels;
#[cfg(feature = "pdf")]
mod pdf;
mod publish;
mod publish_left;
#[cfg(feature = "pdf")]
mod ruled;
#[cfg(feature = "pdf")]
mod small_capitals;
mod struck;
#[cfg(feature = "pdf")]
mod titles;
mod unseen;
mod word_pages;
