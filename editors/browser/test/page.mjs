// The page in a real browser: from a file and from a server, with the findings of the program.
//
// node test/page.mjs [--program PATH] [--pictures FOLDER] [--texts FOLDER]; skipped with a reason where there is no browser or no page.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const option = (name, other) => { const at = process.argv.indexOf(name); return at < 0 ? other : process.argv[at + 1]; };
const program = path.resolve(option('--program', path.join(root, 'target/debug/referent')));
const pictures = option('--pictures', path.join(root, 'target/editors/browser'));
const page_file = path.join(here, '../dist/referent.html');
const browser_file = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
for (const [what, is] of [['a browser', browser_file], ['dist/referent.html (build.sh)', existsSync(page_file)], [program, existsSync(program)]]) {
    if (!is) { console.log(`skipped: ${what} is not here`); process.exit(0); }
}
mkdirSync(pictures, { recursive: true });

const samples = path.join(root, 'tests/minutes');
const documents = path.join(root, 'tests/documents');
const word = path.join(documents, 'social.docx');
const below = (folder, endings) => readdirSync(folder).filter((name) => endings.test(name)).map((name) => path.join(folder, name));
const files = [...below(samples, /./), ...below(documents, /\.(docx|odt|html|pdf)$/)];
if (option('--texts')) files.push(...below(path.resolve(option('--texts')), /\.(txt|md|docx|odt|html|pdf)$/));
const types = { '.html': 'text/html', '.wasm': 'application/wasm' };
const site = path.join(here, '../dist/site');
const server = http.createServer((request, response) => {
    const file = path.join(site, path.basename(new URL(request.url, 'http://x').pathname) || 'index.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain' }).end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}/`;

const told = (...args) => JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));

const isDocument = (file) => /\.(docx|odt|html|pdf)$/.test(file);

/** What the program finds in `file`: message, line and fixes; in a document it offers none, and on the page it is text. */
function expected(file, lang = 'da') {
    const report = told('check', '--isolated', '--exit-zero', '--format', 'json', '--lang', lang, file);
    return report.files[0].diagnostics.map((found) => `${found.message} ${found.range.start.line} ${found.fixes.map((fix) => fix.title).join('; ')}`).sort();
}

/** The items and at-points that the program sees in `file`, and which items are closed or may be. */
function expectedItems(file) {
    const closed = (item) => (item.closed ? ' · lukket' : item.may_be_closed ? ' · måske lukket' : '');
    const name = (item) => [item.number, item.title].filter(Boolean).join('. ') || '(uden titel)';
    return told('outline', '--format', 'json', file).items.flatMap((item) => [name(item) + closed(item), ...item.at_points.map((point) => point.text)]);
}

const shown = (page, file = '') => page.$$eval('#findings li', (rows, isDocument) => rows.map((row) => {
    const line = row.querySelector('.where')?.textContent.match(/(\d+)$/)?.[1];
    const fixes = [...row.querySelectorAll('.do button')].map((button) => button.textContent.replace(/ \((se efter|look first)\)$/, '')).slice(0, -1);
    return `${row.querySelector('.what')?.textContent} ${line} ${isDocument ? '' : fixes.join('; ')}`;
}).sort(), isDocument(file));

const shownItems = (page) => page.$$eval('#outline li', (rows) => rows.map((row) => {
    const closed = row.querySelector('.summary')?.textContent.match(/^(måske )?lukket/)?.[0];
    return [row.querySelector('.to')?.textContent, closed].filter(Boolean).join(' · ');
}).filter(Boolean));

/** Waits until `is` holds in the page; what waits by itself evaluates words, which the page's policy forbids. */
async function until(page, is, argument) {
    for (let tries = 0; tries < 400; tries++) {
        if (await page.evaluate(is, argument)) return;
        await page.waitForTimeout(50);
    }
    throw new Error(`never: ${is}`);
}

const settled = (page) => until(page, () => document.getElementById('verdict').textContent !== '');

async function opened(page, file) {
    // The same file may have been opened before.
    await page.evaluate(() => { delete document.body.dataset.file; });
    await page.setInputFiles('#file', file);
    await until(page, (name) => document.body.dataset.file === name, path.basename(file));
}

/** What a click on `button` lets the user save, as a file in the folder of pictures. */
async function saved(page, button) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
    const file = path.join(pictures, download.suggestedFilename());
    await download.saveAs(file);
    return file;
}

/** Everything that the program finds in a text or a document, the page finds as well. */
async function findsTheSame(page) {
    for (const file of files) {
        await opened(page, file);
        assert.deepEqual(await shown(page, file), expected(file), file);
        assert.deepEqual(await shownItems(page), expectedItems(file), file);
    }
    await page.click('#language');
    await until(page, () => document.documentElement.lang === 'en');
    await opened(page, files[0]);
    assert.deepEqual(await shown(page), expected(files[0], 'en'));
    await page.click('#language');
}

/** A Word file is dropped, mended, saved and read again. */
async function aWordFile(page) {
    const bytes = [...readFileSync(word)];
    const transfer = await page.evaluateHandle((bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'social.docx'));
        return data;
    }, bytes);
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await until(page, () => document.body.dataset.file === 'social.docx');
    assert.deepEqual(await shown(page, word), expected(word));
    const copy = await saved(page, '#annotate');
    const n = (await shown(page)).length;
    await page.click('#fix');
    await until(page, (n) => document.querySelectorAll('#findings li').length < n, n);
    const mended = await shown(page);
    const text = await saved(page, '#save');
    await opened(page, text);
    assert.deepEqual(await shown(page), mended, 'what was saved is what was shown');
    await opened(page, copy);
    const remarked = await shown(page, copy);
    assert.ok(remarked.some((found) => found.startsWith(`Der står ${n} kommentarer`)), `${remarked}`);
    assert.deepEqual(remarked, expected(copy), 'the program reads the copy as the page does');
    // A file that cannot be read is told, and the text stays.
    const before = await page.textContent('.cm-content');
    writeFileSync(path.join(pictures, 'broken.docx'), readFileSync(word).subarray(0, 2000));
    await page.setInputFiles('#file', path.join(pictures, 'broken.docx'));
    await until(page, () => document.getElementById('verdict').textContent.startsWith('broken.docx'));
    assert.equal(await page.textContent('.cm-content'), before);
}

async function comparesAndPrints(page) {
    const pair = path.join(root, 'tests/cli/input/pair');
    await opened(page, path.join(pair, 'referat.txt'));
    await page.setInputFiles('#agendafile', path.join(pair, 'dagsorden.txt'));
    await until(page, () => document.querySelectorAll('#compared li').length > 1);
    let told;
    try {
        told = execFileSync(program, ['compare', '--lang', 'da', path.join(pair, 'dagsorden.txt'), path.join(pair, 'referat.txt')], { encoding: 'utf8' });
    } catch (error) {
        told = error.stdout;
    }
    for (const change of await page.$$eval('#compared li p', (all) => all.map((one) => one.textContent))) assert.ok(told.includes(change), change);
    await page.evaluate(() => { window.print = () => { document.body.dataset.printed = document.getElementById('report').textContent; }; });
    await opened(page, path.join(samples, 'fredericia-social-faults.txt'));
    await page.click('#print');
    await until(page, () => document.body.dataset.printed);
    const report = await page.evaluate(() => document.body.dataset.printed);
    assert.match(report, /Må ikke offentliggøres: 1 CPR-nummer/);
    assert.match(report, /SHA-256 [0-9a-f]{64}/);
    assert.ok(!report.includes('010203'), 'no digit is shown');
}

/** Without a mouse, and after the engine was lost. */
async function keyboardAndLoss(page) {
    await opened(page, path.join(samples, 'fredericia-social-faults.txt'));
    const before = await shown(page);
    await page.focus('#findings .to');
    await page.keyboard.press('Enter');
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains('cm-content')));
    await page.workers()[0].evaluate(() => { setTimeout(() => { throw new Error('lost'); }); });
    await page.waitForTimeout(200);
    await page.click('.cm-content');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n');
    await until(page, (n) => document.querySelectorAll('#findings li').length === n && !document.getElementById('verdict').textContent.includes('gik i stå'), before.length);
    assert.deepEqual(await shown(page), before, 'the text is as it was');
    // The items follow what is written, a moment after it.
    await page.keyboard.insertText('\nPunkt 91 Havnens nye bro\n\nBeslutning\n\nUdsat.\n');
    await until(page, () => [...document.querySelectorAll('#outline li')].some((row) => /Havnens nye bro.*udsat/.test(row.textContent)));
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a screen reader and the keyboard need, as axe knows it: on every tab. */
async function canBeReachedByAll(page) {
    await page.evaluate(axe);
    for (const tab of await page.$$('[role=tab]')) {
        if (!await tab.isVisible()) continue; // that of a comparison which has not been made
        await tab.click();
        const faults = await page.evaluate(async () => (await axe.run()).violations.map((fault) => `${fault.id}: ${fault.nodes[0].html}`));
        assert.deepEqual(faults, []);
    }
}

async function check(context, address) {
    const requests = [];
    const page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    const faults = [];
    page.on('pageerror', (error) => { if (!/lost/.test(error.message)) faults.push(error); });
    await page.goto(address);
    await settled(page);
    await canBeReachedByAll(page);
    await findsTheSame(page);
    await aWordFile(page);
    await comparesAndPrints(page);
    await keyboardAndLoss(page);
    await canBeReachedByAll(page);
    // Items without a title are things to press too.
    await opened(page, path.join(samples, 'svendborg-havn.txt'));
    await canBeReachedByAll(page);
    await opened(page, path.join(samples, 'fredericia-social-faults.txt'));
    await page.click('[role=tab]');
    await page.screenshot({ path: path.join(pictures, `${address.startsWith('file') ? 'file' : 'site'}.png`) });
    const own = (url) => url === address || url.startsWith('blob:') || url.startsWith('data:') || url === `${origin}referent.wasm`;
    assert.deepEqual(requests.filter((url) => !own(url)), [], 'only its own files are asked for');
    assert.deepEqual(faults, []);
    await page.close();
}

const browser = await chromium.launch({ executablePath: browser_file, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
let failed = false;
try {
    const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 800 } });
    await check(context, pathToFileURL(page_file).href);
    console.log('ok: from a file');
    await check(context, origin);
    console.log('ok: from a server');
    for (const [name, look] of [['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }], ['phone', { viewport: { width: 390, height: 844 } }]]) {
        const other = await browser.newContext({ locale: 'da-DK', ...look });
        const page = await other.newPage();
        await page.goto(pathToFileURL(page_file).href);
        await opened(page, path.join(samples, 'fredericia-social-faults.txt'));
        await page.screenshot({ path: path.join(pictures, `${name}.png`) });
        await canBeReachedByAll(page);
        await other.close();
    }
    console.log('ok: dark and on a phone');
} catch (error) {
    failed = true;
    console.error(error);
} finally {
    await browser.close();
    server.close();
}
process.exit(failed ? 1 : 0);
