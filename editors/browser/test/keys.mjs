// What a keystroke costs on the page: from the key to the findings that stand beside the text, by size and place.
//
// node test/keys.mjs [--page FILE] [--sizes 10,100,1000] [--keys 12] [--profile FILE]; a measurement, no test.

import { readFileSync, readdirSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const option = (name, other) => { const at = process.argv.indexOf(name); return at < 0 ? other : process.argv[at + 1]; };
const page_file = path.resolve(option('--page', path.join(here, '../dist/referent.html')));
const sizes = option('--sizes', '10,100,1000').split(',').map(Number);
const n_keys = Number(option('--keys', '12'));
const profile = option('--profile');
const samples = path.join(here, '../../../tests/minutes');

/** The samples one after another until there are `kilobytes`, ended at a line's end. */
function text(kilobytes) {
    const whole = readdirSync(samples).sort().map((name) => readFileSync(path.join(samples, name), 'utf8')).join('\n\n').replace(/\r\n?|\ufeff/g, '\n');
    const bytes = Buffer.from(`${whole}\n\n`.repeat(Math.ceil((kilobytes * 1000) / whole.length))).subarray(0, kilobytes * 1000);
    const cut = bytes.toString('utf8');
    return cut.slice(0, cut.lastIndexOf('\n') + 1);
}

/** In the page: notes when a key goes down, when the worker is asked and answers, and when the verdict stands anew. */
function noting() {
    const times = (window.noted = []);
    addEventListener('keydown', () => times.push(['key', performance.now()]), true);
    const Plain = window.Worker;
    window.Worker = class extends Plain {
        postMessage(...args) {
            times.push(['ask', performance.now(), args[0].request?.ask]);
            super.postMessage(...args);
        }
        set onmessage(deed) {
            super.onmessage = (event) => { times.push(['answer', performance.now()]); deed(event); };
        }
    };
    addEventListener('DOMContentLoaded', () => {
        const seen = new MutationObserver(() => times.push(['shown', performance.now()]));
        seen.observe(document.getElementById('verdict'), { childList: true });
    });
}

const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** The times of one key, in milliseconds: until the findings stand, and of that in the worker. */
async function pressed(page, key) {
    await page.evaluate(() => { window.noted.length = 0; });
    await page.keyboard.press(key);
    for (let tries = 0; tries < 2000; tries++) {
        if (await page.evaluate(() => window.noted.some(([what]) => what === 'shown'))) break;
        await page.waitForTimeout(5);
    }
    const noted = await page.evaluate(() => window.noted);
    const at = (what) => noted.find(([name]) => name === what)?.[1];
    // The items are read when nobody types; no key is to wait for them here.
    await page.waitForTimeout(500);
    return { all: at('shown') - at('key'), editor: at('ask') - at('key'), worker: at('answer') - at('ask'), show: at('shown') - at('answer') };
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const folder = mkdtempSync(path.join(tmpdir(), 'referent-keys-'));
console.log('KB place: all = editor + worker + show, ms, median');
for (const size of sizes) {
    const page = await browser.newPage({ locale: 'da-DK' });
    await page.addInitScript(noting);
    await page.goto(pathToFileURL(page_file).href);
    const file = path.join(folder, `${size}.txt`);
    writeFileSync(file, text(size));
    await page.setInputFiles('#file', file);
    while (await page.evaluate(() => !document.body.dataset.file)) await page.waitForTimeout(50);
    await page.waitForTimeout(1000);
    const session = profile && await page.context().newCDPSession(page);
    for (const place of ['first', 'middle', 'last']) {
        await page.click('.cm-content');
        await page.keyboard.press(place === 'first' ? 'Control+Home' : 'Control+End');
        if (place === 'middle') {
            await page.keyboard.press('Control+f');
            await page.waitForSelector('.cm-search input[name=search]');
            await page.keyboard.press('Escape');
            await page.evaluate(() => { const scroller = document.querySelector('.cm-scroller'); scroller.scrollTop = scroller.scrollHeight / 2; });
            await page.waitForTimeout(500);
            const box = await page.locator('.cm-scroller').boundingBox();
            await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        }
        await page.waitForTimeout(300);
        if (session) { await session.send('Profiler.enable'); await session.send('Profiler.start'); }
        const times = [];
        for (let n = 0; n < n_keys; n++) times.push(await pressed(page, n % 2 ? 'Backspace' : 'x'));
        if (session) writeFileSync(`${profile}-${size}-${place}.cpuprofile`, JSON.stringify((await session.send('Profiler.stop')).profile));
        const of = (name) => middle(times.map((time) => time[name])).toFixed(1);
        console.log(`${String(size).padStart(5)} ${place.padEnd(6)}: ${of('all')} = ${of('editor')} + ${of('worker')} + ${of('show')}`);
    }
    await page.close();
}
await browser.close();
