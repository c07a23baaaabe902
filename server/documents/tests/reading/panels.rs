//! What a web page folds, and what it shows in frames of its own.

use documents::{Extracted, Unread, read};

fn extracted(page: &str) -> Extracted {
    read(format!("<!doctype html>\n{page}").as_bytes(), "møde").expect("known by its content").expect("whole")
}

#[test]
fn what_follows_a_title_that_unfolds_is_its_text() {
    for page in [
        "<h3><button aria-expanded=false>1. Havnebus</button></h3><div hidden><p>Godkendt.</p></div>",
        "<h3><a href=\"#\" aria-expanded=\"false\"><span>1. Havnebus</span></a></h3><div style=\"display: none\">Godkendt.</div>",
        "<section><h2 aria-expanded=false>1. Havnebus</h2><div class=p hidden>Godkendt.</div></section>",
    ] {
        let read = extracted(page);
        assert!(
            read.text.contains("1. Havnebus") && read.text.contains("Godkendt."),
            "{page}: {}",
            read.text
        );
        assert_eq!(read.unread, [], "{page}");
    }
}

#[test]
fn what_is_folded_elsewhere_stays_folded() {
    for page in [
        "<h3><button aria-expanded=false>1. Havnebus</button></h3><p>Udsat.</p><div hidden>Godkendt.</div>",
        "<div><h3><button aria-expanded=false>1. Havnebus</button></h3></div><div hidden>Godkendt.</div>",
        "<h3>1. Havnebus</h3><div hidden>Godkendt.</div>",
    ] {
        assert!(!extracted(page).text.contains("Godkendt."), "{page}");
    }
}

#[test]
fn a_page_in_a_frame_of_this_one_is_told_as_not_read() {
    let read =
        extracted("<p>Referat</p><iframe src=\"bilag/1.html\"></iframe><iframe src='bilag/1.html'></iframe>");
    assert_eq!(read.unread, [Unread::Part("bilag/1.html".to_owned())]);
    for elsewhere in ["https://film.example/1", "//kort.example", "about:blank", ""] {
        assert_eq!(extracted(&format!("<p>Referat</p><iframe src=\"{elsewhere}\"></iframe>")).unread, []);
    }
}

#[test]
fn a_template_that_browsers_show_is_text() {
    let shown =
        "<p>Referat</p><x-punkt><template shadowrootmode=open><h2>1. Havnebus</h2></template></x-punkt>";
    assert!(extracted(shown).text.contains("1. Havnebus"));
    let kept = "<p>Referat</p><template><h2>1. Havnebus</h2></template>";
    assert!(!extracted(kept).text.contains("1. Havnebus"));
}
