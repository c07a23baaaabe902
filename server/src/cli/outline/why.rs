//! Why each line that could begin an item does or does not.

use rules::outline::Candidate;
use rules::segment::SEVERAL;
use serde::Serialize;
use serde_json::json;
use workbench::lang::Lang;

use super::tree::cut;

/// The lines with their signs, the items marked; where there are none, what was looked for.
pub(super) fn text(candidates: &[Candidate], lang: Lang) -> String {
    let found = candidates.iter().any(|candidate| candidate.chosen);
    let heading = match (found, candidates.is_empty()) {
        (true, _) => lang.pick(
            "Linjer, der kunne være et punkt (* er et punkt), og hvad der taler for og imod:",
            "Lines that could be an item (* is one), and what speaks for and against:",
        ),
        (false, false) => lang.pick(
            "Ingen linje er læst som et punkts overskrift. De nærmeste, og hvad der taler for og imod:",
            "No line was read as the heading of an item. The nearest, and what speaks for and against:",
        ),
        (false, true) => lang.pick(
            "Ingen linje ligner et punkts overskrift: ingen begynder med et nummer, og ingen står for sig selv som en titel.",
            "No line looks like the heading of an item: none begins with a number, and none stands alone as a title.",
        ),
    };
    let mut text = format!("\n{heading}\n");
    for candidate in candidates {
        let mark = if candidate.chosen { '*' } else { ' ' };
        let sum: f64 = candidate.why.iter().map(|reason| reason.weight).sum();
        let signs = candidate.why.iter().map(|reason| format!("{} {:+.1}", reason.sign, reason.weight));
        let signs: Vec<String> = signs.collect();
        text += &format!("{mark} {:>4} {sum:+6.1}  {}\n", candidate.line, cut(&candidate.text));
        text += &format!("               {}\n", signs.join(", "));
    }
    if candidates.iter().any(|candidate| candidate.why.iter().any(|reason| reason.sign == SEVERAL)) {
        text += &format!("\n{}\n", run_together(lang));
    }
    text
}

/// Why items on one line were not told apart.
fn run_together(lang: Lang) -> &'static str {
    lang.pick(
        "several-on-one-line: linjen har numre med titler inde i sig. En linje læses som højst ét punkt, så de er ikke skilt ad; \
         sæt hvert nummer med sin titel på en linje for sig.",
        "several-on-one-line: the line has numbers with titles inside it. A line is read as one item at most, so they were not \
         told apart; put each number with its title on a line of its own.",
    )
}

/// `outline` with "why" in its items, and the lines that are none under "candidates".
pub(super) fn json(outline: &impl Serialize, candidates: &[Candidate]) -> serde_json::Result<String> {
    let mut outline = serde_json::to_value(outline)?;
    for item in outline["items"].as_array_mut().into_iter().flatten() {
        let line = item["line"].as_u64();
        let own = candidates.iter().find(|own| own.chosen && Some(u64::from(own.line)) == line);
        item["why"] = own.map_or(Ok(json!([])), |own| serde_json::to_value(&own.why))?;
    }
    let others: Vec<&Candidate> = candidates.iter().filter(|own| !own.chosen).collect();
    outline["candidates"] = serde_json::to_value(others)?;
    serde_json::to_string_pretty(&outline)
}
