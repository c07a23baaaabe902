// The page: a text, what is found in it, and what can be done about that.

import { editor, goTo, replaceAll, underline } from './editor.js';
import { Engine, Lost } from './engine.js';
import { english, language, otherLanguage, words } from './words.js';

const KEPT = 'referent.text';
const $ = (id) => document.getElementById(id);
const engine = new Engine();
let name = 'referat.txt';
let fromDocument = false;
let standing = { findings: [], outline: { items: [] } };
/** Changes that the engine has not seen; they are told together when it is free. */
let pending = [];
let running;
let anew = true;

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
            const request = anew ? opened() : { ask: 'edit', changes: pending };
            [anew, pending] = [false, []];
            const answer = await engine.ask(request);
            if (answer.error) say(answer.error, true);
            else standing = answer;
            if (!answer.error && !anew && pending.length === 0) show();
        }
    } catch (error) {
        if (!(error instanceof Lost)) throw error;
        anew = true;
        say(words('lost'), true);
    }
}

const opened = () => ({ ask: 'open', text: view.state.doc.toString(), style: $('style').value || null, english: english(), fromDocument });

function again() {
    anew = true;
    void follow();
}

function keep() {
    try {
        if ($('remember').checked) localStorage.setItem(KEPT, view.state.doc.toString());
        else localStorage.removeItem(KEPT);
    } catch { /* A browser without storage keeps nothing. */ }
}

function say(text, stop = false) {
    $('verdict').textContent = text;
    $('verdict').classList.toggle('stop', stop);
}

const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
};

const RANK = ['error', 'warning', 'info', 'hint'];

function verdict() {
    const of = (severity) => standing.findings.filter((finding) => finding.severity === severity).length;
    const secret = standing.findings.filter((finding) => finding.severity === 'error' && finding.rule.startsWith('privacy/'));
    if (secret.length > 0) return [`${words('mustNot')}: ${secret[0].summary} (${secret.length})`, true];
    const counted = RANK.map((severity) => [of(severity), severity]).filter(([n]) => n > 0);
    if (view.state.doc.length === 0) return [words('empty'), false];
    if (counted.length === 0) return [words('none'), false];
    return [counted.map(([n, severity]) => `${n} ${words(severity).toLowerCase()}`).join(' · '), of('error') > 0];
}

function show() {
    underline(view, standing.findings, apply);
    say(...verdict());
    const sorted = [...standing.findings].sort((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity) || a.from - b.from);
    $('findings').replaceChildren(...sorted.slice(0, 500).map(row));
    $('outline').replaceChildren(...items());
    $('fix').disabled = !standing.findings.some((finding) => finding.fixes.some((fix) => fix.safe));
}

/** A line of a list that leads to a place, by mouse and by keyboard. */
function leading(line, go) {
    line.tabIndex = 0;
    line.addEventListener('click', go);
    line.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.target === line) go(); });
    return line;
}

function row(finding) {
    const line = leading(element('li', finding.severity), () => goTo(view, finding.from, finding.to));
    const where = element('span', 'where');
    where.append(element('b', '', words(finding.severity)), ` · ${words('line')} ${finding.line}`);
    const deeds = element('span', 'do');
    for (const fix of finding.fixes) {
        const button = element('button', '', fix.safe ? fix.title : `${fix.title} (${words('unsafe')})`);
        button.addEventListener('click', (event) => { event.stopPropagation(); apply(fix); });
        deeds.append(button);
    }
    const why = element('button', '', words('why'));
    why.setAttribute('aria-expanded', 'false');
    why.addEventListener('click', async (event) => {
        event.stopPropagation();
        why.setAttribute('aria-expanded', 'true');
        const told = (await engine.ask({ ask: 'explain', rule: finding.rule }))?.[language()];
        if (told) why.replaceWith(element('p', '', told.why));
    });
    deeds.append(why);
    line.append(where, element('span', 'what', finding.message), deeds);
    return line;
}

function items() {
    const all = standing.outline.items;
    if (all.length === 0) return [element('li', '', view.state.doc.length > 0 ? words('noItems') : '')];
    const at = (line) => () => goTo(view, view.state.doc.line(Math.min(line, view.state.doc.lines)).from);
    return all.flatMap((item) => {
        const title = [item.number, item.title].filter(Boolean).join('. ') + (item.closed ? ` (${words('closed')})` : '');
        const points = item.at_points.map((point) => leading(element('li', 'sub', point.text), at(point.line)));
        return [leading(element('li', '', title), at(item.line)), ...points];
    });
}

function apply(fix) {
    view.dispatch({ changes: fix.changes });
    view.focus();
}

async function fixAll() {
    const answer = await engine.ask({ ask: 'fixAll' });
    if (answer.error) return say(answer.error, true);
    replaceAll(view, answer.text);
    await follow();
    say(`${answer.made} ${words('fixed')} · ${verdict()[0]}`);
}

async function openFile(file) {
    delete document.body.dataset.file;
    try {
        const answer = await engine.ask({ ask: 'read', name: file.name }, await file.arrayBuffer());
        if (answer.error) return say(`${file.name}: ${answer.error}`, true);
        name = answer.document ? file.name.replace(/\.\w+$/, '.txt') : file.name;
        fromDocument = answer.document;
        anew = true;
        replaceAll(view, answer.text.replaceAll('\r\n', '\n'));
        await follow();
        document.body.dataset.file = file.name;
        const left = ['comments', 'hidden', 'changes'].filter((kind) => answer[kind] > 0).map((kind) => `${answer[kind]} ${words(kind)}`);
        if (left.length > 0) say(`${words('left')}: ${left.join(', ')}. ${verdict()[0]}`, true);
    } catch (error) {
        if (!(error instanceof Lost)) throw error;
        say(words('lost'), true);
        again();
    }
}

function save() {
    const link = element('a');
    link.href = URL.createObjectURL(new Blob([view.state.doc.toString()], { type: 'text/plain;charset=utf-8' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function checksum() {
    if (!crypto.subtle) return '';
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(view.state.doc.toString()));
    return `SHA-256 ${[...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function printReport() {
    const report = $('report');
    const list = element('ol');
    for (const finding of standing.findings) {
        const line = element('li');
        line.append(element('span', 'where', `${words(finding.severity)}, ${words('line')} ${finding.line}: `), finding.message);
        list.append(line);
    }
    const when = new Date().toLocaleString(language());
    report.replaceChildren(
        element('h2', '', `${words('reportOf')} ${name}`),
        element('p', '', `${verdict()[0]} · ${when} · ${standing.styleTitle ?? ''}`),
        list,
        element('p', 'where', await checksum()),
    );
    report.hidden = false;
    window.print();
    report.hidden = true;
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

async function chooseStyle() {
    if ($('style').value !== '?') return again();
    $('style').value = '';
    $('stylefile').click();
}

async function loadStyle(file) {
    const answer = await engine.ask({ ask: 'addStyle', name: file.name }, await file.arrayBuffer());
    if (answer.error) return say(`${file.name}: ${answer.error}`, true);
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

function tabs() {
    const all = ['findings', 'outline'];
    const select = (chosen) => all.forEach((tab) => {
        const isChosen = tab === chosen;
        $(tab).hidden = !isChosen;
        $(`tab-${tab}`).setAttribute('aria-selected', String(isChosen));
        $(`tab-${tab}`).tabIndex = isChosen ? 0 : -1;
    });
    all.forEach((tab, i) => {
        $(`tab-${tab}`).addEventListener('click', () => select(tab));
        $(`tab-${tab}`).addEventListener('keydown', ({ key }) => {
            if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
            const next = all[(i + 1) % all.length];
            select(next);
            $(`tab-${next}`).focus();
        });
    });
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
        void openFile(file);
    }, true);
}

function listen() {
    $('open').addEventListener('click', () => $('file').click());
    $('file').addEventListener('change', ({ target }) => { if (target.files[0]) void openFile(target.files[0]); target.value = ''; });
    $('fix').addEventListener('click', () => void fixAll());
    $('save').addEventListener('click', save);
    $('print').addEventListener('click', () => void printReport());
    $('style').addEventListener('change', () => void chooseStyle());
    $('stylefile').addEventListener('change', ({ target }) => { if (target.files[0]) void loadStyle(target.files[0]); target.value = ''; });
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
