/** Loads the tests of `api/` into the extension host and waits for their outcome. */
import fs from 'node:fs';
import path from 'node:path';

/** Longer than all waits of a test that hangs. */
const LIMIT = 300_000;

/** The search in files is not installed with the test's VS Code. */
const KNOWN = /ripgrep/;

export async function api({ page, open, remote, here, log }) {
    const done = new Promise((ended, failed) => {
        page.exposeFunction('codeAutomationExit', ended);
        setTimeout(() => failed(new Error(`no result in ${LIMIT / 1000} s`)), LIMIT).unref();
    });
    await page.exposeFunction('codeAutomationLog', (type, words) => {
        if (String(words[0]).startsWith('TEST')) log(...words);
        else if (words[0] === 'PROBLEMS') void writeProblems(page, words[1]);
        else if (type === 'error' && !KNOWN.test(words.join(' '))) log('error', ...words);
    });
    const tests = path.join(here, 'api');
    await open([
        ['extensionDevelopmentPath', remote(tests)],
        ['extensionTestsPath', remote(path.join(tests, 'index.js'))],
    ]);
    return done;
}

/**
 * Writes what the list of problems shows to `file`. The API tells an extension only of findings that are not of an
 * owner it has itself, so what a user sees twice is seen on the screen alone.
 */
async function writeProblems(page, file) {
    const rows = await page.$$eval('.markers-panel .monaco-list-row', all => all.map(row => row.getAttribute('aria-label')));
    fs.writeFileSync(`${file}.new`, JSON.stringify(rows));
    fs.renameSync(`${file}.new`, file);
}
