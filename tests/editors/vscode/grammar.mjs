/** What the grammar colours before the server has started, told by VS Code's own tokenizer. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const place = path.join(process.env.EDITORS, 'vscode');
const require = createRequire(path.join(place, 'node_modules/code-server/lib/vscode/package.json'));
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');
const file = path.join(import.meta.dirname, '../../../editors/vscode/syntaxes/referat.tmLanguage.json');

/** Line, words in it, scope that the words must have ("-scope": must not have). */
const CASES = [
    ['Punkt 66 Godkendelse af dagsorden', 'Godkendelse', 'entity.name.section.item'],
    ['Punkt 1: Godkendelse af dagsorden', 'Punkt 1:', 'constant.numeric.item'],
    ['2. Nye åbningstider på Østerby Bibliotek', 'Nye', 'entity.name.section.item'],
    ['## 3. Lukning af genbrugsstationen', 'Lukning', 'entity.name.section.item'],
    ['2. Salg af grund.', 'Salg', '-entity.name.section.item'],
    ['Indstilling', 'Indstilling', 'entity.name.section'],
    ['### Økonomi', 'Økonomi', 'entity.name.section'],
    ['Økonomiske og erhvervsmæssige konsekvenser', 'erhvervsmæssige', 'entity.name.section'],
    ['Økonomi er et emne, vi taler om.', 'Økonomi', '-entity.name.section'],
    ['Beslutning', 'Beslutning', 'keyword.control.decision'],
    ['Beslutning i Byrådet den 7. februar 2024', '7. februar 2024', 'constant.numeric.date'],
    ['Beslutningen blev truffet i går.', 'Beslutningen', '-keyword.control.decision'],
    ['1. at budgettet godkendes.', 'at', 'keyword.other.at'],
    ['- at budgettet godkendes', '-', 'punctuation.definition.list'],
    ['1. at budgettet godkendes.', 'godkendes', '-constant.language.outcome'],
    ['Ad 2. Drøftet.', '2', 'constant.numeric.answer'],
    ['Ad 2. Drøftet.', 'Drøftet', 'constant.language.outcome'],
    ['Godkendt.', 'Godkendt', 'constant.language.outcome'],
    ['Mødedato: Torsdag den 14. marts 2024 kl. 16.00', 'Torsdag den 14. marts 2024', 'constant.numeric.date'],
    ['Mødedato: Torsdag den 14. marts 2024 kl. 16.00', 'kl. 16.00', 'constant.numeric.time'],
    ['Mødedato: Torsdag den 14. marts 2024 kl. 16.00', 'Mødedato', 'variable.other.head'],
    ['Svaret kom 08-02-2021.', '08-02-2021', 'constant.numeric.date'],
    ['For: 9 (A, F og B)', 'For', 'keyword.other.vote'],
    ['Imod: 4 (V og C)', '4', 'constant.numeric.vote'],
    ['For kommunen er det vigtigt.', 'For', '-keyword.other.vote'],
    ['Indstillingen blev sat til afstemning:', 'sat til afstemning', 'keyword.other.vote'],
    ['Lukkede dagsordenspunkter', 'Lukkede', 'keyword.control.closed'],
    ['Punkt 12 Lukket', 'Lukket', 'closed'],
    ['7. Salg af ejendom (lukket)', '(lukket)', 'closed'],
    ['Lukkede døre hindrede adgangen.', 'Lukkede', '-closed'],
    ['28.06.00-P05-2-23', '28.06.00-P05-2-23', 'constant.numeric.case'],
    ['Det fremgår af bilag 2.', 'bilag 2', 'reference'],
    ['<!-- referent: ok -->', 'referent', 'comment'],
    ['V fik tilført: ”Vi er imod.”', 'imod', 'string.quoted'],
];

const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
await oniguruma.loadWASM(wasm);
const registry = new textmate.Registry({
    onigLib: Promise.resolve({
        createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
        createOnigString: words => new oniguruma.OnigString(words),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
});
const grammar = await registry.loadGrammar('text.referat');

const wrong = CASES.flatMap(([line, words, scope]) => {
    const at = line.indexOf(words);
    assert.ok(at >= 0, line);
    const touched = grammar.tokenizeLine(line).tokens.filter(t => t.startIndex < at + words.length && t.endIndex > at);
    const has = wanted => touched.every(token => token.scopes.some(name => name.includes(wanted)));
    const isRight = scope.startsWith('-') ? !has(scope.slice(1)) : has(scope);
    return isRight ? [] : [`${line}: "${words}" ${scope}, is ${JSON.stringify(touched.map(t => t.scopes.slice(1)))}`];
});
console.log(wrong.join('\n') || `ok grammar, ${CASES.length} cases`);
process.exit(wrong.length ? 1 : 0);
