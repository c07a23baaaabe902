//! What `verb-form` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix, document};

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_a_present_after_at_and_modal_verbs() {
    check(
        &RULE,
        "
1. Skoler

Det er vigtigt at inddrager eleverne, og vi skal også håndterer det.
               ^^^^^^^^^^^^ Efter \"at\" står navnemåde: inddrage
                                            ^^^^^^^^^^^^^^^^^^^ Efter \"skal\" står navnemåde: håndtere
",
    );
    check(
        &RULE,
        "1. Skoler\n\nRådet kan udarbejdet en plan.\n      ^^^^^^^^^^^^^^ Efter \"kan\" står navnemåde\n",
    );
}

#[test]
fn flags_an_infinitive_where_a_bent_form_is_due() {
    check(
        &RULE,
        "
1. Skoler

Forvaltningen vurdere, hvad skolen har udarbejde. Skolen får en plan, der indeholde et mål.
^^^^^^^^^^^^^^^^^^^^^ Efter \"Forvaltningen\" står nutid eller datid: vurderer
                                   ^^^^^^^^^^^^^ Efter \"har\" står kort tillægsform: udarbejdet
                                                                      ^^^^^^^^^^^^^ Efter \"der\" står nutid eller datid: indeholder
",
    );
}

#[test]
fn flags_verbs_that_are_nouns_too_where_no_noun_can_stand() {
    check(
        &RULE,
        "
1. Skoler

Rådet vil have lov til at foretager en måling. Det gælder om at starter op. Der er råd til at lejer lokaler.
                       ^^^^^^^^^^^^ Efter \"at\" står navnemåde: foretage
                                                             ^^^^^^^^^^ Efter \"at\" står navnemåde: starte
                                                                                           ^^^^^^^^ Efter \"at\" står navnemåde: leje
",
    );
    check(
        &RULE,
        "
1. Skoler

Kommunen kan køber en grund. Sagen vil bliver hørt.
         ^^^^^^^^^ Efter \"kan\" står navnemåde: købe
                                   ^^^^^^^^^^ Efter \"vil\" står navnemåde: blive
",
    );
    silent("Det er aftalt, at lejer betaler, at køber en gang om året får svar, og at byder skal svare.");
    silent("I den sag kan køber få penge, og så kan lejer en anden gang klage.");
}

#[test]
fn flags_af_for_at_and_participles_for_infinitives() {
    check(
        &RULE,
        "
1. Skoler

Rådet begynder af være træt og er klar til af lukke. Der er intet at bemærket. Efter mødet informere Bo Dal skolen.
               ^^^^^^^ Foran navnemåden \"være\" står \"at\", ikke \"af\"
                                           ^^^^^^^^ Foran navnemåden \"lukke\"
                                                                  ^^^^^^^^^^^ Efter \"at\" står navnemåde: bemærke
                                                                                     ^^^^^^^^^^^^^^^ Efter \"mødet\" står nutid eller datid: informerer
",
    );
    silent(
        "I løbet af få dage består rådet af fire til seks borgere, og behandling af bygge- og byggesager.",
    );
    silent("Efter mødet kan Bo informere skolen. At vedtaget budget følges, er klart.");
}

#[test]
fn flags_pasts_and_imperatives_and_plurals_for_infinitives() {
    check(
        &RULE,
        "
1. Skoler

Hun bad dem om hjælp til at betalte til tiden. Ejeren bør reparer taget. Lederen vil kontakter kommunen i dag.
                         ^^^^^^^^^^ Efter \"at\" står navnemåde: betale
                                                      ^^^^^^^^^^^ Efter \"bør\" står navnemåde: reparere
                                                                                 ^^^^^^^^^^^^^ Efter \"vil\" står navnemåde: kontakte
",
    );
    check(
        &RULE,
        "
1. Skoler

Bo og Ida vil undersøger prisen. De nye regler betyde, at alle skal svare. Beboerne skal kunne bruger vaskeriet.
          ^^^^^^^^^^^^^^ Efter \"vil\" står navnemåde: undersøge
                                        ^^^^^^^^^^^^^ Efter \"regler\" står nutid eller datid: betyder
                                                                                         ^^^^^^^^^^^^ Efter \"kunne\" står navnemåde: bruge
",
    );
    silent(
        "Rådet er positivt over for at ansatte i huset kan møde, og har pligt til at valgte medlemmer høres.",
    );
    silent("Her kan kontakter kommunen kender, hjælpe. Skolen vil bøger undvære. Reparer taget nu.");
}

#[test]
fn ignores_wishes_and_conditions_and_nouns_that_look_like_verbs() {
    silent("Kongen leve! Formanden leve højt! Kommunen betale? Vi ved, at ringer klokken, skal alle ud.");
    silent("Så kom der sne og is. Den dag der sne lå i gården, var der koldt. De unge har date i klubben.");
    silent("Formanden siger, at han længe har ventet, og vi ved, at de arbejde kan få.");
    silent("Nu skal ender hæftes, og snore har ende i begge sider.");
}

#[test]
fn flags_an_infinitive_behind_der() {
    check(
        &RULE,
        "
1. Skoler

Der foretage en måling. Skolen har en aftale, der sikre vores drift.
^^^^^^^^^^^^ Efter \"Der\" står nutid eller datid: foretager
                                              ^^^^^^^^^ Efter \"der\" står nutid eller datid: sikrer
",
    );
    silent("Der være en plan bør. Hvis der sikre er nok, og skal der sikre en plan?");
}

#[test]
fn ignores_words_that_may_be_something_else() {
    silent("Kontakten til ansøger sker, at ansøger får svar, og borger kan ansøger vise vej.");
    silent("Det er aftalt, at har man et kort, så kan det bruges, og at når tiden er inde, åbnes der.");
    silent("Skolen vil forvaltningen gerne besøge, og det kan også planlagt vedligehold vise.");
    silent("Forvaltningen møde og forvaltningens vurdering er sendt.");
}

#[test]
fn flags_an_infinitive_behind_a_pronoun() {
    check(
        &RULE,
        "
1. Skoler

Vi foreslå en plan. Økonomisk er vi blive hårdt ramt.
^^^^^^^^^^ Efter \"Vi\" står nutid eller datid: foreslår
                                 ^^^^^^^^ Efter \"vi\" står kort tillægsform: blevet
",
    );
    silent("Skal vi foreslå en plan, og kan vi blive ramt? Det lader vi blive her.");
    silent("Lad os håbe, at I komme, og at man måtte vi blive færdige.");
}

#[test]
fn ignores_the_trade_of_somebody_with_a_name() {
    silent("Nu skal bager Holm flytte, så skal fisker Bo Berg svare, og det skal vogter Lis Dam levere.");
    silent("Her kan fører Bo Berg lægge til, og det er aftalt, at sanger Lis Dam kommer.");
}

#[test]
fn ignores_the_shell_and_conditions() {
    silent("Bygningens ydre skal består af tegl. Kirkens skal står tilbage. En hård skal beskytter kernen.");
    silent("Det er vigtigt, at giver og modtager kender hinanden.");
    silent("Det er kendt, at stiger vandet, lukkes vejen, og at regner det, bliver alle inde.");
    silent("Angiv som true for at komme videre, og mappen ligger lige efter af to grunde.");
}

#[test]
fn offers_the_passive_where_there_is_no_object() {
    let found = document("generel", &RULE, "1. Skoler\n\nBrevet sende også til naboerne.\n").diagnostics();
    let titles: Vec<_> = found[0].fixes.iter().map(|fix| &*fix.title.en).collect();
    assert_eq!(titles, ["Write \"sender\"", "Write \"sendte\"", "Write \"sendes\""]);
}

#[test]
fn flags_a_past_for_a_participle_and_the_other_way_round() {
    check(
        &RULE,
        "
1. Skoler

Forvaltningen har vurderede sagen. Planen blev behandlede i maj. Udvalget godkendt planen.
              ^^^^^^^^^^^^^ Efter \"har\" står kort tillægsform: vurderet
                                          ^^^^^^^^^^^^^^^ Efter \"blev\" står kort tillægsform: behandlet
                                                                 ^^^^^^^^^^^^^^^^^ Efter \"Udvalget\" står nutid eller datid: godkendte
",
    );
    check(
        &RULE,
        "
1. Skoler

Byrådet vedtaget planen. Man skal husker fristen.
^^^^^^^^^^^^^^^^ Efter \"Byrådet\" står nutid eller datid: vedtog
                             ^^^^^^^^^^^ Efter \"skal\" står navnemåde: huske
",
    );
    silent("Klubben har udvalgte emner på sin plan, og skolen har ansatte i alle huse. Vi har malede vægge.");
    silent(
        "Sagerne blev behandlede i maj. Udvalget orienteret. Planen godkendt. Byrådet repræsenteret ved formanden.",
    );
}

#[test]
fn ignores_quotations_and_remarks() {
    silent("Formanden sagde: ”Vi skal udarbejder en plan.”");
}

#[test]
fn writes_the_right_form() {
    check_fix(
        &RULE,
        "1. Skoler\n\nBestyrelsen skal håndterer sagen og har sende den.\n",
        "1. Skoler\n\nBestyrelsen skal håndtere sagen og har sendt den.\n",
    );
}

#[test]
fn flags_an_at_or_a_verb_that_is_missing() {
    check(
        &RULE,
        "
1. Skoler

Udvalget besluttede godkende planen. Der ikke afsat midler. Det vigtigt, at alle får besked. Planen er sende i høring.
         ^^^^^^^^^^^^^^^^^^^ Mellem \"besluttede\" og navnemåden \"godkende\" mangler \"at\"
                                     ^^^^^^^^ Mellem \"Der\" og \"ikke\" mangler et udsagnsord, vist \"er\"
                                                            ^^^^^^^^^^^ Mellem \"Det\" og \"vigtigt\" mangler et udsagnsord, vist \"er\"
                                                                                                    ^^^^^^^^ Efter \"er\" står kort tillægsform: sendt
",
    );
    check(
        &RULE,
        "
1. Skoler

Vi forsøgte finde en vej. Der er modtage 14 svar.
   ^^^^^^^^^^^^^^ Mellem \"forsøgte\" og navnemåden \"finde\" mangler \"at\"
                              ^^^^^^^^^^ Efter \"er\" står kort tillægsform: modtaget
",
    );
    silent(
        "Udvalget besluttede bevilling og plan. Det, forvaltningen kan og besluttede gøre, er nok. Det vigtige, at alle ved.",
    );
    silent(
        "Det eneste, vi kan, er vente. Målet er at sende brevet. Der ikke findes penge, kan intet ske. Det er vigtigt, at det sker.",
    );
}

#[test]
fn flags_stems_where_a_participle_is_due() {
    check(
        &RULE,
        "
1. Skoler

Kommunen har bestil nye borde. Vi har bestille flere. Rådet har solg grunden. Mødet er blevet udsæt.
         ^^^^^^^^^^ Efter \"har\" står kort tillægsform: bestilt
                                  ^^^^^^^^^^^^ Efter \"har\" står kort tillægsform: bestilt
                                                            ^^^^^^^^ Efter \"har\" står kort tillægsform: solgt
                                                                                       ^^^^^^^^^^^^ Efter \"blevet\" står
",
    );
    silent(
        "Vi har haft gavn af mødet. Vi har haft gavn. Bo har gavn af det. Rådet har gavn i dag. De havde kram nok.",
    );
    silent("Vi har ret, har svar på alt, har start i maj, har hjælp nok og har besøg. Han har Holm med.");
}

#[test]
fn flags_at_behind_a_modal_verb() {
    let line =
        "Udvalget vil at prøve en ny ordning. Vi skal ikke at mødes i maj. Den nye plan kan at ændres.";
    let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
    let found = document("generel", &RULE, &text).diagnostics();
    assert_eq!(
        found.iter().map(|found| &text[found.range]).collect::<Vec<_>>(),
        ["vil at prøve", "skal ikke at mødes", "kan at ændres"]
    );
    silent(
        "Udvalget vil, at prøven tages om. Vi vil at planen ændres. Vi hjælper så godt vi kan at komme i gang.",
    );
    silent(
        "Udvalget vil at prøver tages hver uge. Det vi skal at lave er svært. Alt hvad man kan at gøre er gjort.",
    );
}

#[test]
fn flags_a_past_or_an_imperative_behind_a_modal_verb() {
    let line = "Vi skal havde en ny formand. Kommunen vil gerne fik et svar. Udvalget skal bestil nye borde. Desværre kan ingen kommer.";
    let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
    let found = document("generel", &RULE, &text).diagnostics();
    assert_eq!(
        found.iter().map(|found| &text[found.range]).collect::<Vec<_>>(),
        ["skal havde", "vil gerne fik", "skal bestil", "kan ingen kommer"]
    );
    silent(
        "Byrådet skal med denne sag vælge. Kommunikationen kan med fordel målrettes. Vi skal snart ud i maj.",
    );
    silent(
        "Hvad vi ville havde vi råd til. Det kan vi håber jeg. Så kan vi vurderer de nå det. Hvem der kan kom.",
    );
}

#[test]
fn what_is_done_by_nobody_may_stand_in_the_passive() {
    for (line, forms) in [
        ("Overskuddet skal doneret hvert år.", &["donere", "doneres"][..]),
        ("Der skal doneret 5.000 kr. til klubben.", &["donere", "doneres"]),
        ("Brevet skal sendt inden maj.", &["sende", "sendes"]),
        ("Udvalget skal godkendt planen.", &["godkende"]),
    ] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
        let written: Vec<_> = found[0].fixes.iter().map(|fix| fix.edits[0].text().to_owned()).collect();
        assert_eq!(written, forms, "{line}");
    }
}

#[test]
fn an_office_without_its_article_tells_in_the_present() {
    check(
        &RULE,
        "
1. Regnskab

Revisor kommentere regnskabet. Kasserer orientere om budgettet. Skoleleder fremlægge planen.
^^^^^^^^^^^^^^^^^^ Efter \"Revisor\" står nutid
                               ^^^^^^^^^^^^^^^^^^ Efter \"Kasserer\"
                                                                ^^^^^^^^^^^^^^^^^^^^ Efter \"Skoleleder\"
Kasserer kontakte banken. Formand skal orientere om sagen. Revisor kan kommentere regnskabet.
",
    );
}

#[test]
fn neither_the_active_nor_the_passive_stands_first() {
    check(
        &RULE,
        "
1. Regnskab

Overskuddet skal doneret til byens børn i maj.
            ^^^^^^^^^^^^ Efter \"skal\" står navnemåde: donere eller doneres
",
    );
}
