// The page in a real browser: from a file and from a server, with the findings of the program.
//
// node test/page.mjs [--program PATH] [--pictures FOLDER]; skipped with a reason where there is no browser or no page.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
const types = { '.html': 'text/html', '.wasm': 'application/wasm' };
const site = path.join(here, '../dist/site');
const server = http.createServer((request, response) => {
    const file = path.join(site, path.basename(new URL(request.url, 'http://x').pathname) || 'index.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain' }).end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}/`;

/** What the program finds in `file`, as "rule line". */
function expected(file) {
    const args = ['check', '--isolated', '--exit-zero', '--format', 'json', '--lang', 'da', file];
    const report = JSON.parse(execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return report.files[0].diagnostics.map((found) => `${found.message} ${found.range.start.line}`).sort();
}

const shown = (page) => page.$$eval('#findings li', (rows) => rows.map((row) => {
    const line = row.querySelector('.where')?.textContent.match(/(\d+)$/)?.[1];
    return `${row.querySelector('.what')?.textContent} ${line}`;
}).sort());

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
    await page.setInputFiles('#file', file);
    await until(page, (name) => document.body.dataset.file === name, path.basename(file));
}

async function check(context, address) {
    const requests = [];
    const page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => { throw error; });
    await page.goto(address);
    await settled(page);
    for (const name of readdirSync(samples)) {
        const file = path.join(samples, name);
        await opened(page, file);
        assert.deepEqual(await shown(page), expected(file), name);
    }
    // Typing is followed, and a fix is made.
    await opened(page, path.join(samples, 'fredericia-social-faults.txt'));
    const before = (await shown(page)).length;
    assert.ok(before > 3);
    await page.click('#fix');
    await until(page, (n) => document.querySelectorAll('#findings li').length < n, before);
    await page.click('#tab-outline');
    assert.ok(await page.$$eval('#outline li', (rows) => rows.length) > 3);
    await page.screenshot({ path: path.join(pictures, `${address.startsWith('file') ? 'file' : 'site'}.png`) });
    // A Word file is read.
    await opened(page, path.join(root, 'tests/documents/social.docx'));
    assert.match(await page.textContent('.cm-content'), /udvalget/i);
    const own = (url) => url === address || url.startsWith('blob:') || url.startsWith('data:') || url === `${origin}referent.wasm`;
    assert.deepEqual(requests.filter((url) => !own(url)), [], 'only its own files are asked for');
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
