//! Texts to begin with: a skeleton of a meeting in a house style, and minutes made of an agenda. The command line and
//! the language server both write them here.

mod head;
mod minutes;
mod skeleton;

use rules::house::House;

use crate::lang::Lang;

pub use minutes::of_agenda;
pub use skeleton::{Meeting, skeleton, template};

/// What a house style is called in `lang`; municipalities keep their names.
pub fn style_title(house: &House, lang: Lang) -> &str {
    match lang {
        Lang::En if house.name == GENERAL => "General style",
        _ => &house.title,
    }
}

/// The style of no municipality in particular.
const GENERAL: &str = "generel";

/// A line of a list of items without what stands before the title: "3. Budget" is "Budget".
pub fn title(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['-', '*', '•', '#']).trim_start();
    let number = line.trim_start_matches("Punkt ").trim_start_matches(|c: char| c.is_ascii_digit());
    match number.strip_prefix(['.', ':', ')']) {
        Some(title) if number.len() < line.len() && title.starts_with(' ') => title.trim(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn numbers_before_titles_are_left_out() {
        let titles = ["3. Budget 2023", "Punkt 12: Budget 2023", "- Budget 2023", "Budget 2023"];
        assert!(titles.iter().all(|line| title(line) == "Budget 2023"));
        assert_eq!(title("2023-budgettet"), "2023-budgettet");
        assert_eq!(title("17.30 Spisning"), "17.30 Spisning");
    }
}
