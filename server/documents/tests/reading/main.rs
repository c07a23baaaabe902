//! Documents of each format, from their bytes to their text.

mod annotate;
#[cfg(feature = "pdf")]
mod askew;
mod beside;
#[cfg(feature = "pdf")]
mod consecutive;
mod docx;
#[cfg(feature = "pdf")]
mod edges;
mod faults;
mod html;
mod inside;
#[cfg(feature = "pdf")]
mod narrow;
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
#[cfg(feature = "pdf")]
mod pdf;
mod publish;
#[cfg(feature = "pdf")]
mod ruled;
mod struck;
#[cfg(feature = "pdf")]
mod titles;
