//! Lines of a table of contents.

use super::Piece;

/// Stands between a title and its page in a table of contents.
const LEADERS: &str = ".....";

/// "1⇥Godkendelse af dagsorden⇥3" as it looks on the page: "1 Godkendelse af dagsorden.....⇥3".
pub fn contents_line(line: &str) -> String {
    let Some((title, page)) = line.rsplit_once('\t') else { return line.to_owned() };
    let leaders = if page.trim().parse::<u32>().is_ok() { LEADERS } else { "" };
    format!("{}{leaders}\t{page}", title.replace('\t', " "))
}

/// The `pieces` of `line`, as they stand in what [`contents_line`] makes of it.
pub fn contents_pieces(line: &str, pieces: &mut [Piece]) {
    let Some(page) = line.rfind('\t') else { return };
    let moved = contents_line(line).len() - line.len();
    pieces.iter_mut().filter(|piece| piece.at > page).for_each(|piece| piece.at += moved);
}
