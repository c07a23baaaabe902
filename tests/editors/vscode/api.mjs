/** Loads the tests of `api/` into the extension host and waits for their outcome. */
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
        else if (type === 'error' && !KNOWN.test(words.join(' '))) log('error', ...words);
    });
    const tests = path.join(here, 'api');
    await open([
        ['extensionDevelopmentPath', remote(tests)],
        ['extensionTestsPath', remote(path.join(tests, 'index.js'))],
    ]);
    return done;
}
