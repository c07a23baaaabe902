/** The extension without a program, in a web worker's extension host: marks, problems, outline, a fix, hover, completion. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

export async function web({ page, open, remote, folder, out, log }) {
    const file = path.join(folder, 'kultur.referat');
    const rows = within => page.$$eval(`${within} .monaco-list-row`, all => all.map(row => row.getAttribute('aria-label')));
    const command = async label => {
        await page.keyboard.press('F1');
        await page.waitForSelector('.quick-input-widget input');
        await page.keyboard.type(label);
        await page.waitForSelector(`.quick-input-list .monaco-list-row[aria-label*="${label}"]`);
        await page.keyboard.press('Enter');
        await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    };
    const goTo = async place => {
        await command('View: Focus Active Editor Group');
        await page.keyboard.press('Control+g');
        await page.waitForSelector('.quick-input-widget input');
        await page.keyboard.type(place);
        await page.keyboard.press('Enter');
        await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    };

    await open([['openFile', remote(file)]]);
    await page.waitForSelector('.monaco-editor .squiggly-error');
    assert.equal(await page.locator('.monaco-editor .squiggly-warning').count(), 2);
    // Only the language server has an item in the status bar: what was found was found without a program.
    assert.equal(await page.locator('#referent\\.referent\\.referent\\.status').count(), 0);
    log('marks in the text');

    await command('View: Focus Problems');
    await page.waitForSelector('.markers-panel .monaco-list-row');
    const problems = await rows('.markers-panel');
    assert.ok(problems.some(row => /tirsdag/.test(row)), problems.join('\n'));
    await page.screenshot({ path: path.join(out, 'web.png') });
    await page.keyboard.press('Control+j');
    await page.waitForSelector('.markers-panel', { state: 'hidden' });
    log('problems', problems.length);

    await command('Focus on Outline View');
    await page.click('.pane-header[aria-label*="Explorer Section: udvalg"]');
    await page.waitForSelector('.outline-tree .monaco-list-row[aria-label*="4. Køb af grund"]');
    log('outline');

    await goTo('20:5');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.waitForSelector('.monaco-hover:visible >> text=/sentence|sætningen/');
    await page.keyboard.press('Escape');
    log('hover');

    await page.keyboard.press('Control+.');
    await page.waitForSelector('.action-widget .monaco-list-row.action');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.squiggly-warning').length === 1);
    await page.keyboard.press('Control+s');
    for (let i = 0; i < 600 && !line(file, 20).startsWith('2. at'); i++) await page.waitForTimeout(50);
    assert.ok(line(file, 20).startsWith('2. at'), line(file, 20));
    log('a fix');

    await goTo('12:1');
    await page.keyboard.type('Indst');
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.suggest-widget .monaco-list-row[aria-label*="Indstilling"]');
    log('completion');
    return 0;
}

function line(file, n) {
    return fs.readFileSync(file, 'utf8').split('\n')[n - 1];
}
