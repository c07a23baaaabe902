//! A comparison as a page for the browser, which needs nothing beside it.

use reports::escaped;
use rules::compare::{Change, Line};
use rules::privacy::shown;
use workbench::compared::{Compared, told};
use workbench::lang::Lang;
use workbench::page::MADE_BY;

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}\
h2{font-size:1.1rem;margin:2rem 0 .5rem}ul{list-style:none;padding:0}li{margin:0 0 1rem}del,ins{display:block;padding:.2rem .6rem;text-decoration:none;\
border-left:.3rem solid}del{background:#fdecea;border-color:#b3261e}ins{background:#e8f5e9;border-color:#1b5e20}\
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}del{background:#3b1512}ins{background:#10301a}}";

/// The page.
pub(super) fn html(compared: &Compared<'_>, lang: Lang) -> String {
    let title = lang.pick("Dagsorden og referat", "Agenda and minutes");
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{MADE_BY}\n<meta \
         http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{} → {}</p>\n<p><strong>{}</strong></p>\n",
        lang.pick("da", "en"),
        escaped(&shown(compared.agenda)),
        escaped(&shown(compared.minutes)),
        lang.text(compared.comparison.verdict()),
    );
    if !compared.comparison.head.is_empty() {
        page.push_str(&format!("<h2>{}</h2>\n<ul>\n", lang.pick("Mødet", "The meeting")));
        list(&mut page, compared.comparison.head.chunks(1), lang);
        page.push_str("</ul>\n");
    }
    for pair in compared.comparison.items.iter().filter(|pair| pair.differs()) {
        page.push_str(&format!("<h2 lang=\"da\">{}</h2>\n<ul>\n", escaped(&shown(&pair.name()))));
        if let Some(words) = pair.whole() {
            page.push_str(&format!("<li>{}</li>\n", lang.text(words)));
        }
        list(&mut page, pair.together(), lang);
        page.push_str("</ul>\n");
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn list<'c>(page: &mut String, changes: impl Iterator<Item = &'c [Change]>, lang: Lang) {
    for changes in changes {
        let (old, new) = (side("del", changes[0].agenda.as_ref()), side("ins", changes[0].minutes.as_ref()));
        page.push_str(&format!("<li>{}{old}{new}</li>\n", told(changes, lang)));
    }
}

fn side(tag: &str, line: Option<&Line>) -> String {
    line.map_or(String::new(), |line| format!("<{tag} lang=\"da\">{}</{tag}>", escaped(&shown(&line.text))))
}
