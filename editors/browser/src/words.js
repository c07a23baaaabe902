// What the page says, in both languages.

const WORDS = {
    title: ['referent: gennemgang af dagsordener og referater', 'referent: a check of agendas and minutes'],
    promise: ['Teksten bliver på denne maskine. Siden kan ikke sende noget nogen steder hen.', 'The text stays on this machine. This page cannot send anything anywhere.'],
    open: ['Åbn fil', 'Open a file'],
    fixAll: ['Lav de sikre rettelser', 'Fix all that is safe'],
    save: ['Gem teksten', 'Save the text'],
    print: ['Udskriv rapport', 'Print a report'],
    style: ['Husstil', 'House style'],
    styleAuto: ['Find selv', 'Find it'],
    styleLoad: ['Hent husstil …', 'Load a style …'],
    language: ['English', 'Dansk'],
    remember: ['Husk teksten i denne browser', 'Keep the text in this browser'],
    findings: ['Fund', 'Findings'],
    outline: ['Punkter', 'Items'],
    editor: ['Dagsorden eller referat', 'Agenda or minutes'],
    none: ['Ingen fund', 'No findings'],
    empty: ['Skriv, indsæt eller træk en fil hertil: tekst, Word, LibreOffice, HTML eller PDF.', 'Write, paste or drop a file here: text, Word, LibreOffice, HTML or PDF.'],
    waiting: ['Her står, hvad der findes i teksten.', 'What is found in the text is told here.'],
    noTitle: ['(uden titel)', '(no title)'],
    noItems: ['Ingen punkter fundet', 'No items found'],
    error: ['Fejl', 'Error'],
    warning: ['Advarsel', 'Warning'],
    info: ['Bemærkning', 'Remark'],
    hint: ['Vink', 'Hint'],
    line: ['linje', 'line'],
    why: ['Hvorfor?', 'Why?'],
    lost: ['Gennemgangen gik i stå og er startet igen; teksten er, som den var.', 'The check got stuck and was started again; the text is as it was.'],
    fixed: ['rettelser lavet', 'fixes made'],
    fixedOne: ['rettelse lavet', 'fix made'],
    annotate: ['Gem Word-kopi med fund', 'Save a Word copy with the findings'],
    annotated: ['gennemset', 'checked'],
    compare: ['Sammenlign med dagsorden', 'Compare with the agenda'],
    compared: ['Ændringer', 'Changes'],
    remedy: ['Rettelse', 'Fix'],
    made: ['Lavet', 'Made'],
    untitled: ['teksten', 'the text'],
    more: ['fund til', 'more findings'],
    errors: ['Fejl', 'Errors'],
    warnings: ['Advarsler', 'Warnings'],
    infos: ['Bemærkninger', 'Remarks'],
    hints: ['Vink', 'Hints'],
    mustNot: ['Må ikke offentliggøres', 'Must not be published'],
    reportOf: ['Gennemgang af', 'Check of'],
    unsafe: ['se efter', 'look first'],
};

export const languages = ['da', 'en'];
let chosen = navigator.language?.startsWith('da') ? 0 : 1;
try {
    const kept = localStorage.getItem('referent.language');
    if (kept) chosen = languages.indexOf(kept);
} catch { /* Without storage the browser's language decides. */ }

export const english = () => chosen === 1;
export const language = () => languages[chosen];
export const words = (name) => WORDS[name][chosen];

/** Changes the language and says which it is now. */
export function otherLanguage() {
    chosen = 1 - chosen;
    try { localStorage.setItem('referent.language', language()); } catch { /* It is asked for again next time. */ }
    return language();
}
