//! Texts and the sentences in them, one fact each.

use super::sentences;

fn read(text: &str) -> Vec<&str> {
    sentences(text).map(|range| &text[range]).collect()
}

/// The parts are given with `|` between them; they are one text with a space there.
fn splits(marked: &str) {
    let text = marked.replace('|', " ");
    let expected: Vec<_> = marked.split('|').collect();
    assert_eq!(read(&text), expected);
}

fn stays_whole(text: &str) {
    assert_eq!(read(text), [text]);
}

#[test]
fn marks_before_white_space_and_a_capital_end_a_sentence() {
    splits("Sagen blev drøftet.|Udvalget godkendte den.");
    splits("Er det rigtigt?|Ja!|Det er det.");
    splits("Møde på Ærø.|Ærø Kommune deltog.");
    splits("Det er slut…|Eller er det?");
    splits("Det er slut ...|Eller er det?");
    splits("Der er ti.|17 deltog.");
}

#[test]
fn a_mark_without_white_space_or_capital_ends_nothing() {
    stays_whole("Det er dyrt.Byrådet sagde nej.");
    stays_whole("Han sagde nej! og gik.");
    stays_whole("Se www.example.dk. for mere");
    stays_whole("Udgiften er 1.283.980 kr. i alt.");
}

#[test]
fn closing_quotes_and_brackets_belong_to_the_sentence() {
    splits("Han sagde ”ja.”|Hun sagde nej.");
    splits("(Se bilaget.)|Udvalget drøftede sagen.");
    splits("”Nej!”|”Jo!”");
    stays_whole("Han sagde ”ja.” og gik.");
}

#[test]
fn the_next_sentence_may_open_with_a_quote_bracket_or_dash() {
    splits("Det er slut.|”Ja”, sagde hun.");
    splits("Det er slut.|(Bilag 1 mangler.)");
    splits("Det er slut.|- Og dog.");
    splits("Det er slut.|§ 7 gælder.");
}

#[test]
fn abbreviations_inside_a_sentence_end_none() {
    stays_whole("Det sker jf. Lov om social service.");
    stays_whole("Sagen vedr. Tune Skole.");
    stays_whole("Der kom ca. 50 borgere, f.eks. Lise.");
    stays_whole("Det gælder bl.a. Ærø og hhv. Fyn.");
    stays_whole("Mødet med adm. dir. Hansen og cand.scient.pol. Olsen.");
    stays_whole("Lov nr. 1049, stk. 2, pkt. 3 og matr.nr. 7a.");
    stays_whole("Bl.a. Lise og dr. Olsen.");
    stays_whole("(Jf. Planloven.)");
    stays_whole("Mødet er kl. 15.30 i dag.");
}

#[test]
fn abbreviations_that_often_come_last_end_a_sentence_before_a_capital() {
    splits("Det koster 5 mio. kr.|Byrådet godkendte.");
    splits("Det gælder skoler mv.|Udvalget drøftede sagen.");
    splits("Borgere, foreninger m.fl.|Alle deltog.");
    splits("Det er 10 pct.|Det er meget.");
    stays_whole("Det koster kr. 500.");
    stays_whole("Det er 5 mio. kr. om året.");
}

#[test]
fn an_ordinary_word_ends_a_sentence_like_any_other() {
    splits("Bogen er min.|Den er god.");
    splits("Det er dyrt med el.|Vi sparer.");
    stays_whole("Det tager min. 10 dage.");
}

#[test]
fn ordinals_end_no_sentence() {
    stays_whole("Mødet er den 8. marts.");
    stays_whole("Mødet er den 8. Marts.");
    stays_whole("I 1. kvartal og 2. at-punkt.");
    stays_whole("Den 1. Viceborgmester deltog.");
    stays_whole("Punkterne 1. 2. og 3. udsættes.");
    stays_whole("Sag nr. 3. er udsat.");
}

#[test]
fn a_number_at_the_end_of_a_sentence_ends_it() {
    splits("Det skete i 2022.|Byrådet godkendte.");
    splits("Se bilag 4.|Det rummer alt.");
    splits("Mødet starter kl. 16.|Først behandles budgettet.");
    splits("Det følger af § 15.|Nærmere regler følger.");
    splits("Tallet falder til 15,68.|Det er lavt.");
}

#[test]
fn list_numbers_at_the_start_end_nothing() {
    stays_whole("1. Godkendt.");
    stays_whole("1.-3. Anbefales.");
    stays_whole("12. Orientering om budget");
    splits("1. Godkendt.|2. Anbefales.");
}

#[test]
fn initials_end_no_sentence() {
    stays_whole("Ved J. Hansen og H.C. Andersen.");
    stays_whole("J. Hansen deltog.");
    stays_whole("John T. Olsen deltog.");
    stays_whole("Der var afbud fra Lise M. Ørsted.");
}

#[test]
fn a_single_letter_that_is_a_label_ends_a_sentence() {
    splits("Se skema A.|Derfor er det dyrt.");
    splits("Det gælder A, B og C.|Imod stemte O.");
    splits("Scenarie B.|Borgerhuset bliver.");
    splits("Renovation A/S.|Det giver mening.");
}

#[test]
fn a_line_is_a_paragraph() {
    assert_eq!(read("Beslutning\nGodkendt.\n\nBilag\n"), ["Beslutning", "Godkendt.", "Bilag"]);
    assert_eq!(read("Indstilling,\r\n- at sagen godkendes.\r\n"), ["Indstilling,", "- at sagen godkendes."]);
    assert_eq!(read("Det sker jf.\nLov om"), ["Det sker jf.", "Lov om"]);
}

#[test]
fn a_long_line_before_a_small_letter_is_wrapped() {
    let wrapped = "Udvalget drøftede sagen grundigt og besluttede derefter\nat sende den i høring.";
    stays_whole(wrapped);
    stays_whole(&wrapped.replace('\n', "\r\n"));
    assert_eq!(read(&wrapped.replace('\n', "\n\n")).len(), 2);
    assert_eq!(read(&wrapped.replace("\nat", "\na) at")).len(), 2);
}

#[test]
fn no_break_spaces_are_spaces() {
    assert_eq!(read("Det er slut.\u{a0}Ja.\u{a0}"), ["Det er slut.", "Ja."]);
    stays_whole("Mødet er den\u{a0}8.\u{a0}Marts.");
}

#[test]
fn white_space_alone_is_no_sentence() {
    assert_eq!(read(""), Vec::<&str>::new());
    assert_eq!(read(" \n\u{a0}\t "), Vec::<&str>::new());
}
