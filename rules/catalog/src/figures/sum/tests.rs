use super::RULE;
use document::fixture::check;

fn item(lines: &str) -> String {
    format!("1. Bro\n\nØkonomi\n\n{lines}")
}

#[test]
fn flags_a_column_that_its_neighbour_shows_to_be_added() {
    check(
        &RULE,
        &item(
            "Område\tBudget\tRegnskab\nBørn\t210,0\t205,5\nÆldre\t180,0\t176,1\nTeknik\t60,0\t56,0\nI alt\t450,0\t473,6\n            ^^^^^ Delene giver 437,6, men her står 473,6\n",
        ),
    );
    check(
        &RULE,
        &item(
            "| Område | 2025 | 2026 |\n|---|---|---|\n| Løn | 1.200 | 1.300 |\n| Drift | 800 | 700 |\n| **I alt** | **2.000** | **2.100** |\n                            ^^^^^ Delene giver 2.000\n",
        ),
    );
}

#[test]
fn flags_a_column_of_money_with_one_wrong_digit() {
    check(
        &RULE,
        &item(
            "Anlæg\t900.000 kr.\nInventar\t200.000 kr.\nUforudsete udgifter\t100.000 kr.\nI alt\t1.300.000 kr.\n      ^^^^^^^^^^^^^ Delene giver 1.200.000, men her står 1.300.000\n",
        ),
    );
    check(
        &RULE,
        &item(
            "Projekt\tOverslag i 1.000 kr.\nByggeri\t1.790\nRådgiver\t160\nInventar\t250\nI alt\t2.300\n      ^^^^^ Delene giver 2.200\n",
        ),
    );
}

#[test]
fn flags_a_row_that_its_sisters_show_to_be_added() {
    check(
        &RULE,
        &item(
            "Status\t2026\t2027\tI alt\nPlan\t10\t20\t30\nDrift\t11\t22\t33\nLeje\t40\t50\t95\n           ^^ De andre tal i rækken giver 90\n",
        ),
    );
}

#[test]
fn ignores_tables_that_add_up_in_some_way() {
    for table in [
        // Rounded.
        "Nord\t3.828.727\nSyd\t4.399.704\nVest\t2.458.379\nSamlet\t10.686.809\n",
        "A\t33,3 kr.\nB\t33,3 kr.\nC\t33,3 kr.\nI alt\t100,0 kr.\n",
        // A part of a part.
        "Løn\t900.000 kr.\nheraf vikarer\t100.000 kr.\nDrift\t300.000 kr.\nI alt\t1.200.000 kr.\n",
        // Subtotals.
        "Løn\t5\t6\nDrift\t5\t5\nDrift i alt\t10\t11\nAnlæg\t4\t4\nI alt\t14\t15\n",
        "Løn\t5\t6\nDrift\t5\t5\nSum\t10\t11\nAnlæg\t4\t4\nLån\t1\t1\nSum\t5\t5\nI alt\t15\t16\n",
        // Something is taken off.
        "Udgift\t900.000 kr.\nTilskud\t300.000 kr.\nI alt\t600.000 kr.\n",
        // Something is not summed: an average, a larger difference.
        "A\t7,1\t10\nB\t7,3\t10\nI alt\t7,2\t20\n",
        // Years as columns, with a total of nothing above.
        "\t2024\t2025\t2026\nI alt\t86\t91\t120\n",
        "År\t2024\t2025\nAntal\t3\t4\nI alt\t3\t4\n",
        // VAT.
        "Pris\t800.000 kr.\nI alt inkl. moms\t1.000.000 kr.\n",
        // One column without a unit may be anything.
        "Nord\t12\nSyd\t13\nI alt\t27\n",
        // A cell that cannot be read.
        "Løn\t5\t6-7\nDrift\t5\t5\nI alt\t10\t12\n",
    ] {
        check(&RULE, &item(table));
    }
}

#[test]
fn flags_parts_in_a_sentence() {
    check(
        &RULE,
        &item(
            "Udgiften er 300.000 kr. i 2026 og 300.000 kr. i 2027, i alt 700.000 kr.\n                                                            ^^^^^^^ Delene giver 600.000, men her står 700.000\n",
        ),
    );
    check(
        &RULE,
        &item(
            "Broen koster 4.800.000 + 700.000 = 5.600.000 kr.\n                                   ^^^^^^^^^ Delene giver 5.500.000\n",
        ),
    );
    check(
        &RULE,
        &item(
            "Tilskuddet på i alt 2,5 mio. kr. er fordelt med 1,2 mio. kr. til løn og 1,1 mio. kr. til drift.\n                    ^^^ Delene giver 2,3\n",
        ),
    );
}

#[test]
fn ignores_sentences_that_add_up_or_need_not() {
    for line in [
        "Udgiften er 300.000 kr. i 2026 og 300.000 kr. i 2027, i alt 600.000 kr.",
        "Af puljen på 1 mio. kr. gives 300.000 kr. i 2026 og 300.000 kr. i 2027, i alt 600.000 kr.",
        "Der gives 300.000 kr. til løn, heraf 100.000 kr. til vikarer, i alt 300.000 kr.",
        "Der gives 300.000 kr. årligt i 2026 og 200.000 kr. i 2027, i alt 1.100.000 kr.",
        "Der gives 1,2 mio. kr. til løn og 1,2 mio. kr. til drift, i alt 2,5 mio. kr.",
        "Prisen er 100.000 kr. og momsen 25.000 kr., i alt 120.000 kr.",
        "Der gives ca. 300.000 kr. i 2026 og 300.000 kr. i 2027, i alt 650.000 kr.",
        "Tilskuddet på i alt 2,5 mio. kr. gives med 1,2 mio. kr. til løn og 1,1 mio. kr. til drift.",
        "Arealet er 2 + 3 = 5 ha og 2 x 3 = 6 ha.",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}

#[test]
fn flags_prices_results_and_parts_that_do_not_reckon() {
    for line in [
        "Der udloddes 290 kr. pr. andel for 1.500 andele, i alt 345.000 kr.\n                                                       ^^^^^^^ Det giver 435.000",
        "Havnen køber 22 stole à 350 kr., i alt 7.800 kr.\n                                       ^^^^^ Det giver 7.700",
        "Indtægter 812.450 kr., udgifter 377.450 kr., resultat 453.000 kr.\n                                                      ^^^^^^^ Det giver 435.000",
        "Vi søger om 75.000 kr. til shelters: 50.000 kr. til træ og 35.000 kr. til løn.\n            ^^^^^^ Det giver 85.000",
        "Kurset koster 970 kr., hvoraf eleven betaler 500 kr. og kommunen 570 kr.\n              ^^^ Det giver 1.070",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}

#[test]
fn ignores_prices_results_and_parts_that_reckon_or_need_not() {
    for line in [
        "Der udloddes 290 kr. pr. andel for 1.500 andele, i alt 435.000 kr.",
        "Havnen køber 22 stole à 350 kr., i alt 7.000 kr. med rabat.",
        "Taksten er 12 kr. pr. dag for 30 børn, i alt 90.000 kr. om året.",
        "Indtægter 812.450 kr., udgifter 377.450 kr., resultat 435.000 kr.",
        "Indtægter 300.000 kr., udgifter 420.000 kr., underskud 120.000 kr.",
        "Der er søgt om 75.000 kr.: 50.000 kr. til træ og 25.000 kr. til løn.",
        "Projektet koster 970.000 kr., hvoraf 500.000 kr. er brugt, og 100.000 kr. bruges i år.",
        "Puljen er på 75.000 kr.: Klubben får 50.000 kr., og foreningen fik 35.000 kr. sidste år.",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}

#[test]
fn flags_columns_that_spaces_part() {
    for table in [
        "Telt                6.500 kr.\nMad                 9.000 kr.\nMusik               4.000 kr.\nI alt              21.500 kr.\n                   ^^^^^^^^^^ Delene giver 19.500\n",
        "Telt: 6.500 kr.\nMad: 9.000 kr.\nMusik: 4.000 kr.\nI alt: 21.500 kr.\n       ^^^^^^^^^^ Delene giver 19.500\n",
        "Område          2025     2026\nSkoler       301.450  311.200\nÆldre        402.750  408.900\nDrift i alt  713.200  720.100\n             ^^^^^^^ Delene giver 704.200\n",
    ] {
        check(&RULE, &item(table));
    }
    for table in [
        "Veje: 4.300 kr.\nStier: -100 kr.\nBroer: 2.400 kr.\nI alt: 6.600 kr.\n",
        "Budgettet er 36.000 kr.\nMad 15.000 kr.\nBus 6.000 kr.\nSal 15.000 kr.\nI alt 36.000 kr.\n",
        // An empty cell moved the others.
        "Nord    1.000  2.000\nSyd            3.000\nI alt   1.000  5.500\n",
    ] {
        check(&RULE, &item(table));
    }
}

#[test]
fn flags_slips_of_the_hand_however_far() {
    for table in [
        "| Post | Kr. |\n|---|---|\n| Løn | 500.000 |\n| Drift | 300.000 |\n| Leje | 100.000 |\n| I alt | 90.000 |\n          ^^^^^^ Delene giver 900.000\n",
        "Løn\t500.000 kr.\nDrift\t30.000 kr.\nLeje\t100.000 kr.\nI alt\t900.000 kr.\n      ^^^^^^^^^^^ Delene giver 630.000\n",
        "Telt\t6.500\nMad\t9.000\nMusik\t4.000\nI alt\t20.500\n      ^^^^^^ Delene giver 19.500\n",
    ] {
        check(&RULE, &item(table));
    }
}

#[test]
fn flags_results_differences_products_and_shares() {
    for table in [
        "Indtægter i alt\t1.486.000\n\nUdgifter i alt\t1.413.000\n\nResultat\t37.000\n         ^^^^^^ Der bliver 73.000 tilbage\n",
        "Indtægter i alt   1.486.000\n\nUdgifter i alt   1.413.000\n\nResultat   37.000\n           ^^^^^^ Der bliver 73.000 tilbage\n",
        "Konto\tBudget\tRegnskab\nLeje\t880\t902\nTilskud\t250\t250\nIndtægter\t1.130\t1.152\nLøn\t-690\t-702\nEnergi\t-410\t-389\nUdgifter\t-1.100\t-1.091\nResultat\t30\t71\n            ^^ Der bliver 61 tilbage\n",
        "Udvalg\tBudget\tRegnskab\tAfvigelse\nBørn\t468\t474\t6\nÆldre\t535\t538\t3\nTeknik\t97\t87\t-20\n             ^^^ De andre tal i rækken giver -10\nKultur\t50\t57\t7\n",
        "Vare\tPris\tAntal\tBeløb\nStol\t500\t40\t20.000\nBord\t1.500\t10\t15.000\nLampe\t300\t20\t6.500\n             ^^^^^ De andre tal i rækken giver 6.000\nSofa\t2.000\t3\t6.000\n",
        "Gruppe\tAntal\tAndel\nAssistenter\t33\t44 %\nHjælpere\t24\t38 %\n            ^^^^ De andre tal i rækken giver 32\nAndre\t9\t12 %\nElever\t9\t12 %\nI alt\t75\t100 %\n",
    ] {
        check(&RULE, &item(table));
    }
}

#[test]
fn flags_what_sentences_add_and_take_off() {
    for line in [
        "Løsningen koster 340.000 kr., nemlig 260.000 kr. til løn og 60.000 kr. til vagt.\n                 ^^^^^^^ Det giver 320.000",
        "Klubben får 120.000 kr. og kirken 150.000 kr., i alt 2.700.000 kr.\n                                                     ^^^^^^^^^ Delene giver 270.000",
        "Buddet er 5.480.000 kr. Dertil kommer rådgivning for 240.000 kr. og uforudset 300.000 kr., i alt 6.200.000 kr.\n                                                                                                 ^^^^^^^^^ Delene giver 6.020.000",
        "Der er 315.000 kr. i puljen. Der er givet 140.000 kr. Der er derfor 157.000 kr. til rådighed.\n                                                                    ^^^^^^^ Der bliver 175.000 tilbage",
        "Planen rummer 64 boliger, heraf 40 rækkehuse og 42 lejligheder.\n              ^^ Delene giver 82, men her står 64",
        "Planen giver 86 boliger, heraf 52 rækkehuse og 43 etageboliger.\n             ^^ Delene giver 95, men her står 86",
        "Støtten gives til 278 borgere. Heraf bor 194 i egen bolig og 94 i bofællesskab.\n                  ^^^ Delene giver 288",
        "Der deltog 12 børn og 15 voksne, i alt 37 personer.\n                                       ^^ Delene giver 27",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}

#[test]
fn ignores_groups_that_overlap_and_amounts_of_the_paragraph() {
    for line in [
        "Der kom 12 høringssvar, heraf 8 fra borgere og 7 med indsigelser.",
        "Af de 12 svar er 8 for forslaget, og 9 er fra byen.",
        "Der kom 12 høringssvar: 5 fra lodsejere, 3 fra foreninger og 4 fra naboer.",
        "Klubben får 200.000 kr. Kirken får 120.000 kr. og koret 150.000 kr., i alt 470.000 kr.",
        "Indtægten er 300.000 kr. og udgiften 200.000 kr., altså 100.000 kr.",
        "Puljen er på 500.000 kr. Der er givet 200.000 kr. og 50.000 kr. Der er 250.000 kr. tilbage.",
        "Der er 3 skoler med 512 elever og 430 elever, i alt 942 elever.",
        "Der er afsat 820.000 kr. i 2025. Heraf er 640.000 kr. givet og 180.000 kr. tilbage.",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}

#[test]
fn flags_totals_under_years_of_subtotals_and_behind_numbers() {
    for table in [
        "| Sted | 2026 |\n|---|---|\n| Byparken | 120 |\n| Skoven | 140 |\n| I alt | 270 |\n          ^^^ Delene giver 260\n",
        "| Nr. | Sted | Kr. |\n|---|---|---|\n| 1 | Byparken | 120 |\n| 2 | Skoven | 140 |\n|  | I alt | 290 |\n             ^^^ Delene giver 260\n",
        "| Post | Kr. |\n|---|---|\n| Øst | 100 |\n| Vest | 200 |\n| I alt | 300 |\n| Nord | 50 |\n| Syd | 60 |\n| I alt | 110 |\n| Samlet | 420 |\n           ^^^ Delene giver 410\n",
        "| Post | Kr. |\n|---|---|\n| Løn | 100 |\n| Drift | 200 |\n| Udgifter i alt | 300 |\n| Indtægter | -50 |\n| Resultat | 350 |\n             ^^^ Der bliver 250 tilbage\n",
        "Post        2026      2027\nBænke        120        12\nLys          140        14\nI alt        260        36\n                        ^^ Delene giver 26\n",
    ] {
        check(&RULE, &item(table));
    }
    for table in [
        "| Sted | 2026 |\n|---|---|\n| Byparken | 12 |\n| Skoven | 14 |\n| I alt | 40 |\n",
        "| Post | 2026 |\n|---|---|\n| Areal | 120 |\n| Pris pr. m² | 50 |\n| I alt | 6.000 |\n",
        "| Nr. | Sted | Kr. |\n|---|---|---|\n| 1 | Byparken | 120 |\n| 2 | Skoven | 140 |\n|  | I alt | 260 |\n",
        "| Post | Kr. |\n|---|---|\n| Salg | 900 |\n| Tilskud | 300 |\n| Indtægter i alt | 1.200 |\n| Udgifter | 1.000 |\n| Resultat | 200 |\n",
        "| Post | Kr. |\n|---|---|\n| Øst | 100 |\n| Vest | 200 |\n| I alt | 300 |\n| Nord | 50 |\n| I alt | 350 |\n",
    ] {
        check(&RULE, &item(table));
    }
}

#[test]
fn flags_parts_equal_shares_rises_and_products() {
    for line in [
        "Af de 500.000 kr. går 200.000 kr. til bus og 400.000 kr. til tog.\n      ^^^^^^^ Det giver 600.000\n",
        "Af puljen på 80.000 kr. gives 50.000 kr. til sport og 40.000 kr. til kor.\n             ^^^^^^ Det giver 90.000\n",
        "Udgiften stiger med 20.000 kr. fra 100.000 kr. til 130.000 kr.\n                    ^^^^^^ Fra det ene beløb til det andet er der 30.000\n",
        "100.000 kr. fordeles ligeligt på 4 skoler med 30.000 kr. til hver.\n^^^^^^^ Delene giver 120.000\n",
        "Det koster 4 x 25.000 kr. = 110.000 kr.\n                            ^^^^^^^ Delene giver 100.000\n",
        "Der er solgt 120 lodder til 20 kr., i alt 2.200 kr.\n                                          ^^^^^ Det giver 2.400\n",
        "Der er indtægter på 90.000 kr. og udgifter på 75.000 kr. Overskuddet er 25.000 kr.\n                                                                        ^^^^^^ Det giver 15.000\n",
        "Der er 20 børn i den ene gruppe og 25 børn i den anden, i alt 55 børn.\n                                                              ^^ Delene giver 45\n",
        "Der er 12 bænke i 1. etape og 14 i 2. etape, i alt 36 bænke.\n                                                   ^^ Delene giver 26\n",
    ] {
        check(&RULE, &item(line));
    }
    for line in [
        "Af de 90.000 kr. er 40.000 kr. brugt, og 60.000 kr. er lovet i tilskud.\n",
        "Udgiften stiger med ca. 20.000 kr. fra 100.000 kr. til 121.500 kr.\n",
        "1.000.000 kr. fordeles ligeligt på 3 skoler med 333.000 kr. til hver.\n",
        "Det varer 2 x 45 min = 1,5 timer, og 3 x 1,5 m = 4,5 m.\n",
        "Der er købt 6 bænke til 1.500 kr. og en pumpe, i alt 9.900 kr.\n",
        "Der er indtægter på 90.000 kr. og udgifter på 75.000 kr. Resultatet er 10.000 kr. bedre end budgettet.\n",
        "Der er 14 drenge og 12 piger, i alt 27 med læreren.\n",
        "Der er 12 bænke i parken og 14 bænke i skoven, i alt 40 bænke i kommunen.\n",
    ] {
        check(&RULE, &item(line));
    }
}

#[test]
fn flags_accounts_of_two_halves_results_and_shares() {
    for table in [
        "Kontingent\t48.600 kr.\nTilskud\t22.000 kr.\nIndtægter i alt\t70.600 kr.\nLeje\t31.200 kr.\nTræ\t18.900 kr.\nUdgifter i alt\t51.100 kr.\n               ^^^^^^^^^^ Delene giver 50.100\n",
        "Indtægter\t220.000\nUdgifter\t190.000\nOverskud\t80.000\n         ^^^^^^ Der bliver 30.000 tilbage\n",
        "| Post | Kr. |\n|---|---|\n| Indtægter | 186.400 |\n| Udgifter | -171.250 |\n| Resultat (overskud) | 25.150 |\n                        ^^^^^^ Der bliver 15.150 tilbage\n",
        "Gruppe\tAndel\nBørn\t40 %\nUnge\t25 %\nVoksne\t45 %\nI alt\t100 %\n      ^^^^^ Delene giver 110\n",
        "Hal\tTimer\nØst\t38\nVest\t26\nSyd\t17\nTimer i alt\t91\n            ^^ Delene giver 81\n",
        "Klasse\tStemmer\n5.a\t22\n5.b\t19\n6.a\t24\n6.b\t21\nSamlet\t96\n       ^^ Delene giver 86\n",
        "Gade\tAntal træer\tPris pr. træ\tPris\nÅvej\t12\t2.500\t30.000\nElvej\t8\t2.500\t20.000\nTorvet\t5\t4.000\t25.000\n               ^^^^^^ De andre tal i rækken giver 20.000\nI alt\t25\t\t75.000\n",
        "Udvalg\tBudget\tRegnskab\tAfvigelse\nBørn\t212,4\t214,1\t2,7\n                 ^^^ De andre tal i rækken giver 1,7\nÆldre\t180,0\t183,5\t3,5\nTeknik\t60,0\t61,2\t1,2\n",
        "Telt ............. 6.500\nMad .............. 9.000\nMusik ............ 4.000\nI alt ............ 21.500 kr.\n                   ^^^^^^^^^^ Delene giver 19.500\n",
        "Maling: kr. 125.000,00\nGulv: kr. 80.000,00\nI alt: kr. 215.000,00\n       ^^^^^^^^^^^^^^ Delene giver 205.000\n",
    ] {
        check(&RULE, &item(table));
    }
    for table in [
        "Kontingent\t48.600 kr.\nTilskud\t22.000 kr.\nIndtægter i alt\t70.600 kr.\nLeje\t31.200 kr.\nTræ\t18.900 kr.\nUdgifter i alt\t50.100 kr.\n",
        "Saldo\t50.000\nIndtægter\t220.000\nUdgifter\t190.000\nOverskud\t80.000\n",
        "Indtægter\t190.000\nUdgifter\t220.000\nUnderskud\t30.000\n",
        "Svar\tAndel\nBus\t60 %\nCykel\t55 %\nBil\t48 %\nI alt\t100 %\n",
        "Svar\tAndel\nJa\t33 %\nNej\t33 %\nVed ikke\t33 %\nI alt\t100 %\n",
        "Gruppe\tAntal\nDrenge\t38\nPiger\t26\nLærere\t17\nElever i alt\t64\n",
    ] {
        check(&RULE, &item(table));
    }
}

#[test]
fn flags_totals_of_the_sentence_before_raises_and_percentages_of_amounts() {
    for line in [
        "Billetsalget gav 18.400 kr., baren 9.250 kr. og lotteriet 3.150 kr. Indtægterne var dermed på 31.800 kr.\n                                                                                              ^^^^^^ Delene giver 30.800\n",
        "Salget gav 18.400 kr. og baren 9.250 kr. Den samlede indtægt var 28.650 kr.\n                                                                 ^^^^^^ Delene giver 27.650\n",
        "Rammen på 420.000 kr. forhøjes med 90.000 kr. til 530.000 kr.\n                                                  ^^^^^^^ Det giver 510.000\n",
        "Klubben dækker 30 % af udgiften på 20.000 kr., det vil sige 8.000 kr.\n                                                            ^^^^^ Det giver 6.000\n",
        "Dagplejen har 42 pladser og udvides med 9 pladser til 53 pladser.\n                                                      ^^ Delene giver 51\n",
        "Der købes 12 stk. a 450 kr. i alt 5.600 kr.\n                                  ^^^^^ Det giver 5.400\n",
    ] {
        check(&RULE, &item(line));
    }
    for line in [
        "Salget gav 18.400 kr. og baren 9.250 kr. Den samlede indtægt var 27.650 kr.\n",
        "Salget gav 18.400 kr. og baren 9.250 kr. Den samlede indtægt i 2024 var 41.000 kr.\n",
        "Rammen på 420.000 kr. forhøjes med 90.000 kr. til 510.000 kr.\n",
        "Rammen på 420.000 kr. nedsættes med 90.000 kr. til 330.000 kr.\n",
        "Klubben dækker 30 % af udgiften på 20.000 kr., det vil sige 6.000 kr.\n",
        "Dagplejen har 42 pladser og udvides med 9 pladser til 51 pladser.\n",
        "Dagplejen har 42 pladser, og skolen udvides med 9 pladser til 153 pladser.\n",
        "Klubben dækker 30 % af udgiften på 20.000 kr., dog højst 5.000 kr.\n",
    ] {
        check(&RULE, &item(line));
    }
}

#[test]
fn flags_parts_years_prices_and_rests_that_cannot_be() {
    for line in [
        "Hallen koster 600.000 kr., hvoraf 700.000 kr. lånes.\n                                  ^^^^^^^ 700.000 kr. kan ikke være en del",
        "Leasingen koster 8.000 kr. pr. måned, svarende til 69.000 kr. om året.\n                                                   ^^^^^^ Det giver 96.000",
        "Prisen er 1.450 kr. pr. elev. Med 48 elever er den samlede pris 66.900 kr.\n                                                                ^^^^^^ Det giver 69.600",
        "Der er afsat 1.200.000 kr. i puljen. Efter en bevilling på 450.000 kr. er der 850.000 kr. tilbage.\n                                                                              ^^^^^^^ Der bliver 750.000",
        "Rammen er 30 mio. kr. Der er disponeret 18 mio. kr., og der resterer 22 mio. kr.\n                                                                     ^^ Der bliver 12",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}

#[test]
fn ignores_parts_years_prices_and_rests_that_may_be() {
    for line in [
        "Hallen koster 600.000 kr., hvoraf 400.000 kr. lånes, og grunden 700.000 kr.",
        "Merforbruget er 600.000 kr., hvoraf 700.000 kr. er på skoler.",
        "Der gives 600.000 kr., hvoraf 700.000 kr. er årlig drift.",
        "Leasingen koster 8.000 kr. pr. måned, svarende til ca. 100.000 kr. om året.",
        "Leasingen koster 8.000 kr. pr. måned og et gebyr, svarende til 98.000 kr. om året.",
        "Leasingen koster 8.000 kr. pr. måned, mens skatten er 69.000 kr. om året.",
        "Prisen er 1.450 kr. pr. elev. Med 48 elever og 4 lærere er den samlede pris 79.600 kr.",
        "Prisen er 1.450 kr. pr. elev. Med 48 elever er den samlede pris 66.900 kr. efter rabat.",
        "Der er afsat 1.200.000 kr. i puljen. Efter en bevilling på 450.000 kr. er der 650.000 kr. tilbage.",
        "Budgettet er 900.000 kr. Broen koster 850.000 kr., så der er 40.000 kr. i overskud, når gebyret er betalt.",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}

#[test]
fn one_wrong_total_is_told_once() {
    let table = |total: &str, mark: &str| {
        format!(
            "1. Hal\n\nSagsfremstilling\n\n| Område | Budget | Forbrug | Rest |\n|---|---|---|---|\n| Skoler | 98,5 | 48,2 | 50,3 |\n| Haller | 30,1 | 15,0 | 15,1 |\n| Veje | 18,1 | 9,3 | 8,8 |\n| I alt | {total} | 72,5 | 74,2 |\n{mark}"
        )
    };
    check(&RULE, &table("147,6", "          ^^^^^ Delene giver 146,7\n"));
    check(&RULE, &table("146,7", ""));
}

#[test]
fn what_is_named_and_lengths_are_added() {
    for line in [
        "Kommunen har 18 skoler, nemlig 11 folkeskoler, 5 friskoler og 3 privatskoler.\n             ^^ Delene giver 19",
        "Kommunen har 18 skoler, nemlig 11 folkeskoler og 5 friskoler.\n             ^^ Delene giver 16",
        "Der lægges 1.200 meter ledning i Bækvej, 800 meter i Møllevej og 450 meter i Engvej, i alt 2.550 meter.\n                                                                                           ^^^^^ Delene giver 2.450",
        "Kommunen har 18 skoler, nemlig 11 folkeskoler, 5 friskoler og 2 privatskoler.",
        "Der er 4 grupper, nemlig 12 børn i den ene og 14 børn i den anden.",
        "To lærere og 24 elever kom med, nemlig 12 piger og 14 drenge fra 2 klasser.",
        "Der lægges 1.200 meter ledning i Bækvej og 800 meter i Møllevej, i alt 2.000 meter.",
        "Der lægges 450 meter sti og 2 ha skov, i alt 2.550 meter.",
        "Der er 450 meter til skolen og 800 meter til hallen, i alt 1.250 meter.",
    ] {
        check(&RULE, &item(&format!("{line}\n")));
    }
}
