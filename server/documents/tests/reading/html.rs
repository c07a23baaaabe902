//! Web pages: paragraphs, lists, tables, and where each line stands.

use documents::{Beside, Extracted, Unread, read};
use expect_test::{Expect, expect};

fn extracted(page: &str) -> Extracted {
    read(format!("<!doctype html>\n{page}").as_bytes(), "møde").expect("known by its content").expect("whole")
}

fn text(page: &str, expected: Expect) {
    expected.assert_eq(&extracted(page).text);
}

#[test]
fn lists_have_their_numbers() {
    text(
        "<p>Direktionen indstiller,<ol><li>at planen\n godkendes<li><p>at den sendes <b>i</b> høring</p><ul><li>hos naboer</ul>\
         </ol><ol start=4 type=a><li>at d<li value=7>at g</ol>",
        expect![[r#"
            Direktionen indstiller,

            1. at planen godkendes
            2. at den sendes i høring
              • hos naboer

            d. at d
            g. at g
        "#]],
    );
}

#[test]
fn elements_without_room_are_lines() {
    text(
        "<h2>Beslutning</h2><div>Godkendt.<br>A stemte imod.</div><div>Til  stede:&nbsp;alle&shy;</div><p>Slut</p>",
        expect![[r#"
            Beslutning

            Godkendt.
            A stemte imod.
            Til stede: alle

            Slut
        "#]],
    );
}

#[test]
fn tables_are_rows_unless_they_are_layout() {
    text(
        "<table><tr><th>Post<th>2026<tr><td>Drift<td>1,3</table>\
         <table><tr><td><h3>Indstilling</h3><td><p>Direktionen indstiller,<ol><li>at det godkendes</ol></table>",
        expect![[r#"
            Post	2026
            Drift	1,3

            Indstilling

            Direktionen indstiller,

            1. at det godkendes
        "#]],
    );
}

#[test]
fn what_lies_around_the_text_is_left_out() {
    let found = extracted(
        "<title>Møde</title><script>if (a < b) {}</script><nav><a href=\"/hjem\">Hjem</a></nav><header>Fjordby</header>\
         <main><h1>Referat</h1><p>Godkendt.<p hidden>Skjult<p><del>Afvist</del> Udsat.<button>Del</button></main><footer>CVR</footer>",
    );
    assert_eq!(found.text, "Referat\n\nGodkendt.\n\nUdsat.\n");
    let words = |beside| {
        let of = found.asides.iter().filter(move |aside| aside.beside == beside);
        of.map(|aside| aside.words.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(words(Beside::Margin), ["Hjem", "Fjordby", "CVR"]);
    assert_eq!(words(Beside::Deleted), ["Afvist"]);
    assert_eq!(words(Beside::Property), ["Møde"]);
}

#[test]
fn places_are_element_and_line() {
    let found = extracted(
        "<html><body>\n<div id=\"sag\">\n<h1>Sag</h1>\n<p>Et</p>\n<p>\n  To</p></div></body></html>",
    );
    let place = found.place(found.text.find("To").expect("it is there")).expect("a place");
    assert_eq!((place.element.as_deref(), place.line), (Some("#sag > p:nth-of-type(2)"), Some(7)));
    assert_eq!(place.headings, ["Sag"]);
}

#[test]
fn old_pages_are_windows_1252() {
    let found = read(b"<html><p>M\xf8de \x96 kl. 17</html>", "a").expect("a page").expect("whole");
    assert_eq!(found.text, "M\u{f8}de \u{2013} kl. 17\n");
}

#[test]
fn a_page_that_is_cut_off_is_damaged() {
    let cut = read(b"<!DOCTYPE html><html><body><p>M\xc3\xb8de</p><p>Godk", "a").expect("a page");
    assert_eq!(cut.err(), Some(documents::Fault::Damaged("HTML")));
}

#[test]
fn the_tags_at_the_end_may_be_left_out() {
    for page in ["<html><body><p>Møde</p>\n", "<body>\n<h1>Møde</h1>\n<table><tr><td>A<td>B</table>"] {
        assert!(extracted(page).text.starts_with("Møde"), "{page}");
    }
}

#[test]
fn cells_over_columns_and_rows_keep_the_columns_apart() {
    text(
        "<table><tr><th colspan=2>Drift<th>2026<tr><td rowspan=2>Skole<td>Løn<td>7<tr><td>Varer<td>3<tr><td colspan=9999999999>I alt<td>10</table>",
        expect![[r#"
            Drift		2026
            Skole	Løn	7
            	Varer	3
            I alt	10
        "#]],
    );
}

#[test]
fn any_markup_has_a_text() {
    for page in [
        "<table><td>a<table><td>b</td></tr></table>c",
        "</p></li>a<li>b</ol>",
        "<ol><ol><li>a</ol></li>b",
        "a<p",
    ] {
        assert!(extracted(page).text.contains('a'), "{page}");
    }
}

#[test]
fn titles_on_buttons_are_read() {
    text(
        "<h2><button aria-expanded=true>1. Godkendelse af dagsorden</button></h2><h3>Beslutning</h3><p>Godkendt.</p>\
         <button class=x><h2>2. Budget</h2></button><p>Vedtaget.</p><button aria-expanded=false>3. Eventuelt</button>\
         <p>Intet.</p><button>Vis mere</button><div role=heading aria-level=3>Bilag</div>\
         <details><summary>4. Meddelelser</summary><p>Ingen.</p></details>",
        expect![[r#"
            1. Godkendelse af dagsorden

            Beslutning

            Godkendt.

            2. Budget

            Vedtaget.

            3. Eventuelt

            Intet.

            Bilag

            4. Meddelelser

            Ingen.
        "#]],
    );
}

#[test]
fn a_number_in_a_cell_is_that_of_the_heading_beside_it() {
    let row = "<table><tr><td>5<td><button><h2>Sti langs åen</h2></button><span class=sagsnummer>EMN-2025-001</span></table>";
    assert!(extracted(row).text.starts_with("5. Sti langs åen\n"), "{}", extracted(row).text);
}

#[test]
fn what_hides_in_the_source_is_told() {
    let read = extracted(
        "<input value=010203-1111><textarea>010203-2222</textarea><select><option>010203-3333</select>\
         <noscript><p>010203-4444</p></noscript><script type='application/ld+json'>{\"a\":\"010203-5555\"}</script>\
         <iframe srcdoc='010203-6666'></iframe><svg><text>010203-7777</text></svg><template><p>010203-8888</template>\
         <div aria-label='010203-9999' data-cpr=110203-1111 id=120203-1111>x</div><a href='mailto:a@b.dk?subject=130203-1111'>y</a>\
         <button>140203-1111</button>",
    );
    let numbers =
        (1..=9).map(|n| format!("010203-{}", n * 1111)).chain((11..=14).map(|n| format!("{n}0203-1111")));
    for number in numbers {
        assert!(read.asides.iter().any(|aside| aside.words.contains(&number)), "{number}: {:?}", read.asides);
    }
}

#[test]
fn a_panel_that_a_button_unfolds_is_text() {
    for folded in ["hidden", "style=\"display: none\"", "hidden=\"until-found\""] {
        let page = format!(
            "<h2><button aria-controls=\"p1\">1. Budget</button></h2><div id=\"p1\" {folded}><p>Godkendt.</p></div>\
             <p id=\"cookies\" hidden>Vi bruger cookies.</p>"
        );
        let read = extracted(&page);
        assert_eq!(read.text, "1. Budget\n\nGodkendt.\n", "{folded}");
        assert_eq!(read.asides.iter().filter(|aside| aside.beside == Beside::Folded).count(), 1);
    }
}

#[test]
fn much_text_that_is_not_shown_is_told() {
    let page =
        format!("<p>Referat</p><div style=\"display:none\"><p>{}</p></div>", "Sagen blev udsat. ".repeat(30));
    assert_eq!(extracted(&page).unread, [Unread::Folded]);
}

#[test]
fn a_main_part_that_is_a_box_to_search_in_is_none() {
    let minutes = "<p>Sagen blev drøftet, og udvalget tog den til efterretning.</p>".repeat(9);
    let page = format!(
        "<main><p>Søg i dagsordener</p></main><nav><p>Menu</p></nav><div><h2>1. Budget</h2>{minutes}</div>"
    );
    let read = extracted(&page).text;
    assert!(read.contains("1. Budget") && read.contains("efterretning") && !read.contains("Menu"), "{read}");
}

#[test]
fn what_is_pressed_behind_a_title_is_no_part_of_it() {
    text(
        "<h2>4. Køb (Lukket) <a href=\"#\">Del</a> <button>Udskriv</button></h2><h2>Forslag til <a href=\"#lp\">Lokalplan 7</a></h2>\
         <h2>5. <button>Budget</button></h2><p><ruby>Åby<rt>å-by</rt></ruby>",
        expect![[r#"
            4. Køb (Lukket)

            Forslag til Lokalplan 7

            5. Budget

            Åby å-by
        "#]],
    );
}

#[test]
fn a_badge_behind_a_title_says_what_kind_of_item_it_is() {
    text(
        "<h2>4. Køb <span>Lukket</span></h2><h2>5. Budget <em>Åben</em></h2><h2>6. <span>Havnebus</span></h2>",
        expect![[r#"
            4. Køb

            Lukket

            5. Budget

            Åben

            6. Havnebus
        "#]],
    );
}

#[test]
fn numbers_in_elements_of_their_own_are_those_of_the_titles() {
    text(
        "<header><span>1</span><h2>Valg</h2></header><p>Godkendt.<header><span>2</span><h2>Ny bus</h2></header><p>Udsat.",
        expect![[r#"
            1. Valg

            Godkendt.

            2. Ny bus

            Udsat.
        "#]],
    );
}

#[test]
fn a_letter_before_the_number_in_a_name_is_none_of_it() {
    for (attribute, told) in [
        ("id=p010190-1234", "010190-1234"),
        ("id=\"cpr-010190-1234\"", "cpr-010190-1234"),
        ("name=x010190-1234", "010190-1234"),
        ("id=p0101901234", "p0101901234"),
    ] {
        let read = extracted(&format!("<h1>Referat</h1><p {attribute}>Godkendt."));
        assert!(read.asides.iter().any(|aside| aside.words == told), "{attribute}: {:?}", read.asides);
    }
}

#[test]
fn a_sign_that_unfolds_is_no_part_of_a_title() {
    for sign in ["+", "\u{25be}", "expand_more"] {
        let page = format!(
            "<h2><button>1. Budget<span aria-hidden=\"true\">{sign}</span></button></h2><p>Vedtaget.</p>\
             <h2>2. Bus <i aria-hidden=\"true\">{sign}</i></h2>"
        );
        assert_eq!(extracted(&page).text, "1. Budget\n\nVedtaget.\n\n2. Bus\n");
    }
    let said = "<h2>1. Budget <span aria-hidden=\"true\">for skolerne</span></h2>";
    assert_eq!(extracted(said).text, "1. Budget for skolerne\n");
}

#[test]
fn a_number_set_left_of_a_point_is_the_one_it_has() {
    let left = "style=\"display:block;float:left;\"";
    for (number, list) in [("Punkt 12:", "ol"), ("3.", "ol"), ("c)", "ul")] {
        let page = format!(
            "<{list}><li><h1><span {left}>{number}</span><a>Budget</a></h1></li></{list}>\
             <{list}><li><p><span {left}>{number}</span>at planen godkendes</p></li></{list}>"
        );
        assert_eq!(extracted(&page).text, format!("{number} Budget\n\n{number} at planen godkendes\n"));
    }
    let empty = format!("<ul><li><p><span {left}></span>Kort</p></li></ul>");
    assert_eq!(extracted(&empty).text, "• Kort\n");
}

#[test]
fn lists_that_count_down_end_with_one() {
    for (list, numbers) in [
        ("<ol reversed><li>Bro<li>Sti<li>Vej</ol>", ["3. Bro", "2. Sti", "1. Vej"]),
        ("<ol reversed=''><li>Bro<ul><li>a<li>b</ul><li>Sti<li>Vej</ol>", ["3. Bro", "2. Sti", "1. Vej"]),
        ("<ol reversed start=9><li>Bro<li>Sti<li>Vej</ol>", ["9. Bro", "8. Sti", "7. Vej"]),
        ("<ol><li>Bro<li>Sti<li>Vej</ol>", ["1. Bro", "2. Sti", "3. Vej"]),
    ] {
        let read = extracted(list).text;
        assert!(numbers.iter().all(|number| read.contains(number)), "{list}: {read}");
    }
}

#[test]
fn a_bullet_that_is_written_twice_is_one() {
    let point = |sign: &str| {
        format!(
            "<ul><li><p><span style='display:block;float:left'>{sign}</span>at det godkendes</p></li></ul>"
        )
    };
    for (sign, read) in
        [("••", "• at det godkendes"), ("–", "– at det godkendes"), ("11", "11 at det godkendes")]
    {
        assert_eq!(extracted(&point(sign)).text.trim(), read);
    }
}
