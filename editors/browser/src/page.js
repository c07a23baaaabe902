// The page: a text, what is found in it, and what can be done about that.

import { editor, goTo, replaceAll, underline } from './editor.js';
import { element } from './element.js';
import { Engine, Lost } from './engine.js';
import { printReport, save } from './files.js';
import { after, compared, items, showFindings, verdict } from './lists.js';
import { english, language, otherLanguage, words } from './words.js';

const KEPT = 'referent.text';
const $ = (id) => document.getElementById(id);
const engine = new Engine();
/** The file that the text came from: its name, its bytes when it is a document, and how its lines end. */
let source = { name: '', document: false, bytes: null, lineEnd: '\n' };
/** House styles that the user loaded; a new worker is told of them again. */
const loaded = [];
let standing = { findings: [], outline: { items: [] }, summaries: [] };
/** Are other findings to be underlined than before? */
let due = true;
/** Items, and what some rules say, are read from the whole text: they are told when nobody has typed for so long, in milliseconds. */
const REST = 300;
let resting;
/** Changes that the engine has not seen; they are told together when it is free. */
let pending = [];
let running;
let anew = true;

const text = () => view.state.doc.toString();
const isEmpty = () => view.state.doc.length === 0;
const does = {
    goTo: (from, to) => goTo(view, from, to),
    goToLine: (line) => goTo(view, view.state.doc.line(Math.min(line, view.state.doc.lines)).from),
    apply(fix) {
        view.dispatch({ changes: fix.changes });
        view.focus();
    },
    explain: async (rule) => (await engine.ask({ ask: 'explain', rule }))?.[language()],
};

const view = editor($('editor'), words('editor'), words('empty'), (changes) => {
    pending.push(...changes);
    keep();
    void follow();
});

/** Lets the engine follow what was typed, as often as there is something new; ends when all of it is shown. */
function follow() {
    running ??= catchUp().finally(() => { running = undefined; });
    return running;
}

async function catchUp() {
    try {
        while (anew || pending.length > 0) {
            const request = anew ? opened() : { ask: 'edit', changes: pending, news: true };
            [anew, pending] = [false, []];
            const answer = await engine.ask(request);
            if (answer.error) say(answer.error, true);
            else takeOver(after(standing, answer));
            const isNewest = !answer.error && !anew && pending.length === 0;
            if (isNewest) show();
            if (request.ask === 'open') await settle();
            else if (isNewest) rest();
        }
    } catch (error) {
        if (!(error instanceof Lost)) throw error;
        await recover();
        if (error.idle) await catchUp();
    }
}

function takeOver(next) {
    standing = next.standing;
    due ||= next.findings;
}

/** Shows what is read from the whole text as that is now: findings that a key did not wait for, and the items. */
async function settle() {
    clearTimeout(resting);
    const found = await engine.ask({ ask: 'settle' });
    if (found) takeOver(after(standing, found));
    if (found && !anew && pending.length === 0) show();
    const news = await engine.ask({ ask: 'outline', news: true });
    if (!news) return;
    standing = { ...standing, ...news };
    $('outline').replaceChildren(...items(standing, does, isEmpty()));
}

function rest() {
    clearTimeout(resting);
    resting = setTimeout(() => void guarded(settle), REST);
}

const opened = () => ({
    ask: 'open', text: text(), style: $('style').value || null, english: english(), fromDocument: source.document, name: source.name,
});

/** A worker was lost: the next one is told what the lost one knew, and the text is as it was. */
async function recover() {
    anew = true;
    say(words('lost'), true);
    try {
        for (const style of loaded) await engine.ask({ ask: 'addStyle', name: style.name }, style.bytes);
        if (source.document) await engine.ask({ ask: 'read', name: source.name }, source.bytes);
    } catch (error) {
        if (!(error instanceof Lost)) throw error;
    }
}

function again() {
    anew = true;
    void follow();
}

function keep() {
    try {
        if ($('remember').checked) localStorage.setItem(KEPT, text());
        else localStorage.removeItem(KEPT);
    } catch { /* A browser without storage keeps nothing. */ }
}

function say(words, stop = false) {
    $('verdict').textContent = words;
    $('verdict').classList.toggle('stop', stop);
    $('verdict').classList.toggle('waits', isEmpty() && !stop);
}

function show() {
    say(...verdict(standing, isEmpty()));
    showFindings($('findings'), standing, does);
    // What is underlined moves along by itself.
    if (due) underline(view, standing.findings, does.apply);
    due = false;
    $('fix').disabled = !standing.findings.some((finding) => finding.fixes.some((fix) => fix.safe));
    $('annotate').hidden = !(source.document && /\.docx$|\.docm$/i.test(source.name));
    $('print').disabled = $('save').disabled = $('compare').disabled = isEmpty();
}

/** Does `deed` with the engine; when that is lost, it is said and the text stays. */
async function guarded(deed) {
    try {
        return await deed();
    } catch (error) {
        if (!(error instanceof Lost)) throw error;
        await recover();
        return void follow();
    }
}

async function fixAll() {
    await follow();
    const answer = await engine.ask({ ask: 'fixAll' });
    if (answer.error) return say(answer.error, true);
    replaceAll(view, answer.text);
    await follow();
    say(`${answer.made} ${words(answer.made === 1 ? 'fixedOne' : 'fixed')} · ${verdict(standing, isEmpty())[0]}`);
}

async function openFile(file) {
    delete document.body.dataset.file;
    if (/\.toml$/i.test(file.name)) return loadStyle(file);
    const bytes = await file.arrayBuffer();
    const answer = await engine.ask({ ask: 'read', name: file.name }, bytes);
    if (answer.error) {
        // The engine has let go of the document that the text on the page came from.
        if (source.document) await engine.ask({ ask: 'read', name: source.name }, source.bytes);
        return say(`${file.name}: ${answer.error}`, true);
    }
    const lineEnd = !answer.document && answer.text.includes('\r\n') ? '\r\n' : '\n';
    source = { name: file.name, document: answer.document, bytes: answer.document ? bytes : null, lineEnd };
    $('tab-compared').hidden = true;
    selectTab('findings');
    anew = true;
    replaceAll(view, answer.text.replaceAll('\r\n', '\n'));
    await follow();
    document.body.dataset.file = file.name;
}

function saveText() {
    const name = source.document ? source.name.replace(/\.\w+$/, '.txt') : source.name || 'referat.txt';
    save(name, text().replaceAll('\n', source.lineEnd), 'text/plain;charset=utf-8');
}

/** Saves the Word file as it was opened with the findings as comments and the safe fixes as tracked changes. */
async function annotate() {
    await follow();
    const date = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const answer = await engine.ask({ ask: 'annotate', date }, source.bytes);
    if (answer.error) return say(answer.error, true);
    const name = source.name.replace(/(\.\w+)$/, `-${words('annotated')}$1`);
    save(name, answer.file, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
}

async function print() {
    await follow();
    await settle();
    await printReport($('report'), standing, source.name || words('untitled'), text());
}

async function compare(file) {
    await follow();
    const answer = await engine.ask({ ask: 'compare', name: file.name }, await file.arrayBuffer());
    if (answer.error) return say(`${file.name}: ${answer.error}`, true);
    $('compared').replaceChildren(...compared(answer, file.name, does));
    $('tab-compared').hidden = false;
    selectTab('compared');
    $('tab-compared').focus();
}

async function styles() {
    const chosen = $('style').value;
    const options = (await engine.ask({ ask: 'styles' })).map((style) => {
        const option = element('option', '', style.title);
        option.value = style.name;
        return option;
    });
    const auto = element('option', '', words('styleAuto'));
    auto.value = '';
    const load = element('option', '', words('styleLoad'));
    load.value = '?';
    $('style').replaceChildren(auto, ...options, load);
    $('style').value = chosen;
}

function chooseStyle() {
    if ($('style').value !== '?') return again();
    $('style').value = '';
    $('stylefile').click();
}

async function loadStyle(file) {
    const bytes = await file.arrayBuffer();
    const answer = await engine.ask({ ask: 'addStyle', name: file.name }, bytes);
    if (answer.error) return say(`${file.name}: ${answer.error}`, true);
    loaded.push({ name: file.name, bytes });
    await styles();
    $('style').value = answer.name;
    again();
}

function speak() {
    document.documentElement.lang = language();
    document.title = words('title');
    for (const marked of document.querySelectorAll('[data-words]')) marked.textContent = words(marked.dataset.words);
    $('editor').setAttribute('aria-label', words('editor'));
}

const TABS = ['findings', 'outline', 'compared'];

function selectTab(chosen) {
    for (const tab of TABS) {
        const isChosen = tab === chosen;
        $(`panel-${tab}`).hidden = !isChosen;
        $(`tab-${tab}`).setAttribute('aria-selected', String(isChosen));
        $(`tab-${tab}`).tabIndex = isChosen ? 0 : -1;
    }
}

function tabs() {
    for (const tab of TABS) {
        $(`tab-${tab}`).addEventListener('click', () => selectTab(tab));
        $(`tab-${tab}`).addEventListener('keydown', ({ key }) => {
            const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
            if (!step) return;
            const there = TABS.filter((other) => !$(`tab-${other}`).hidden);
            const next = there[(there.indexOf(tab) + step + there.length) % there.length];
            selectTab(next);
            $(`tab-${next}`).focus();
        });
    }
}

function dropping() {
    const body = document.body;
    body.addEventListener('dragover', (event) => { event.preventDefault(); body.classList.add('dropping'); });
    body.addEventListener('dragleave', (event) => { if (!event.relatedTarget) body.classList.remove('dropping'); });
    body.addEventListener('drop', (event) => {
        body.classList.remove('dropping');
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        void guarded(() => openFile(file));
    }, true);
}

/** Lets `button` ask for a file by `input` and gives it to `deed`. */
function asking(button, input, deed) {
    $(button)?.addEventListener('click', () => $(input).click());
    $(input).addEventListener('change', ({ target }) => {
        if (target.files[0]) void guarded(() => deed(target.files[0]));
        target.value = '';
    });
}

function listen() {
    asking('open', 'file', openFile);
    asking('compare', 'agendafile', compare);
    asking(null, 'stylefile', loadStyle);
    $('fix').addEventListener('click', () => void guarded(fixAll));
    $('save').addEventListener('click', saveText);
    $('annotate').addEventListener('click', () => void guarded(annotate));
    $('print').addEventListener('click', () => void guarded(print));
    $('style').addEventListener('change', chooseStyle);
    $('remember').addEventListener('change', keep);
    $('language').addEventListener('click', () => { otherLanguage(); speak(); void styles(); again(); });
    tabs();
    dropping();
}

async function start() {
    speak();
    listen();
    await styles();
    let kept = null;
    try { kept = localStorage.getItem(KEPT); } catch { /* Nothing was kept. */ }
    if (kept) {
        $('remember').checked = true;
        replaceAll(view, kept);
    }
    again();
}

void start();
