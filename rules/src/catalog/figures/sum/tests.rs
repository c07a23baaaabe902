use super::RULE;
use crate::fixture::check;

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
            "Status\t2026\t2027\tI alt\nPlan\t10\t20\t30\nDrift\t11\t22\t33\nLeje\t40\t50\t95\n           ^^ Delene giver 90\n",
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
