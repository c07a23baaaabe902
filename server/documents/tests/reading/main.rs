//! Documents of each format, from their bytes to their text.

mod docx;
mod faults;
mod html;
mod odt;
mod office;
