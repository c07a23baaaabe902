/** What a writer sees: marks in the text, the list of problems, the outline, the menu of fixes; with pictures. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const STATUS = '#referent\\.referent\\.referent\\.status';

export async function ui({ page, open, remote, folder, out, log }) {
    const file = path.join(folder, 'kultur.referat');
    const shot = name => page.screenshot({ path: path.join(out, `${name}.png`) });
    const rows = within => page.$$eval(`${within} .monaco-list-row`, all => all.map(row => row.getAttribute('aria-label')));
    const command = async (label, { isLast = true } = {}) => {
        await page.keyboard.press('F1');
        await page.waitForSelector('.quick-input-widget input');
        await page.keyboard.type(label);
        await page.waitForSelector(`.quick-input-list .monaco-list-row[aria-label*="${label}"]`);
        await page.keyboard.press('Enter');
        if (isLast) await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    };

    await open([['openFile', remote(file)]]);
    await page.waitForSelector('.monaco-editor .squiggly-error');
    assert.equal(await page.locator('.monaco-editor .squiggly-warning').count(), 2);
    log('marks in the text');

    await page.waitForSelector(STATUS + ' >> text=General style: 4');
    log('the style and the count stand in the status bar');

    await command('View: Focus Problems');
    await page.waitForSelector('.markers-panel .monaco-list-row');
    const problems = await rows('.markers-panel');
    assert.ok(problems.some(row => /"At" stands inside a sentence/.test(row)), problems.join('\n'));
    assert.ok(problems.some(row => /a Tuesday \("tirsdag"\), not a Monday/.test(row)), problems.join('\n'));
    await shot('diagnostics');
    log('problems', problems.length);

    await page.keyboard.press('Control+j');
    await page.waitForSelector('.markers-panel', { state: 'hidden' });
    await command('Focus on Outline View');
    // The outline gets the room of the list of files.
    await page.click('.pane-header[aria-label*="Explorer Section: udvalg"]');
    await page.waitForSelector('.outline-tree .monaco-list-row[aria-label*="4. Køb af grund"]');
    const outline = await rows('.outline-tree');
    for (const words of ['2. Nye åbningstider', '2. At forslaget', 'Beslutning']) {
        assert.ok(outline.some(row => row.startsWith(words)), outline.join('\n'));
    }
    await shot('outline');
    log('outline', outline.length);

    await command('View: Focus Active Editor Group');
    await page.keyboard.press('Control+g');
    await page.waitForSelector('.quick-input-widget input');
    await page.keyboard.type('20:5');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    await page.keyboard.press('Control+.');
    await page.waitForSelector('.action-widget .monaco-list-row.action');
    await shot('quickfix');
    log('fixes', await page.$$eval('.action-widget .monaco-list-row.action', all => all.map(row => row.textContent)));

    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.squiggly-warning').length === 1);
    await page.keyboard.press('Control+s');
    for (let i = 0; i < 600 && !line(file, 20).startsWith('2. at'); i++) await page.waitForTimeout(50);
    assert.equal(line(file, 20), '2. at forslaget sendes i høring frem til fredag den 5. april 2024,');
    log('the fix is saved');

    await newMinutes(page, command);
    await shot('new');
    log('new minutes');

    await chooseStyle(page, folder);
    await shot('style');
    log('the house style is chosen from the status bar');

    await withoutProgram(page, folder, shot);
    log('a missing program is told, and found when it is there');

    await command('Notifications: Clear All Notifications');
    await walkthrough(page, command, shot);
    log('walkthrough');
    return 0;
}

/** By a click on the style that was found. */
async function chooseStyle(page, folder) {
    await page.click(STATUS);
    await page.waitForSelector('.quick-input-list .monaco-list-row[aria-label*="Svendborg Kommune"]');
    await page.keyboard.type('Fredericia');
    await page.waitForSelector('.quick-input-list .monaco-list-row.focused[aria-label*="Fredericia Kommune"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector(STATUS + ' >> text=Fredericia Kommune');
    assert.equal(settings(folder)['referent.style'], 'fredericia');
}

/** A path that leads nowhere is named; when it leads somewhere, "Try Again" is all there is to do. */
async function withoutProgram(page, folder, shot) {
    const right = settings(folder)['referent.server.path'];
    change(folder, { 'referent.server.path': '/nowhere/referent' });
    const told = '.notification-toast:has-text("was not found"):has-text("/nowhere/referent")';
    await page.waitForSelector(`${told} .monaco-button:has-text("Open Setting")`);
    await page.waitForSelector(STATUS + ' .codicon-circle-slash');
    await shot('missing');
    change(folder, { 'referent.server.path': right });
    await page.waitForSelector(STATUS + ' >> text=Fredericia Kommune');
}

/** The page of the first minutes, with its five steps and what is shown beside them. */
async function walkthrough(page, command, shot) {
    await command('Welcome: Open Walkthrough', { isLast: false });
    await page.waitForSelector('.quick-input-list .monaco-list-row[aria-label*="Write minutes with Referent"]');
    await page.keyboard.type('Write minutes with Referent');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.gettingStartedContainer .step-title:has-text("Begin with a skeleton")');
    assert.equal(await page.locator('.gettingStartedContainer .step-title').count(), 5);
    // Beside the step there is room for its text or picture, which comes later than the page.
    await page.keyboard.press('Control+b');
    await page
        .frameLocator('.getting-started-media iframe')
        .frameLocator('iframe')
        .locator('text=Referat af møde i Kultur- og Fritidsudvalget')
        .waitFor();
    await shot('walkthrough');
    for (const title of ['See what a careful colleague', 'Walk through the agenda', 'Let it fix what is safe']) {
        await page.click(`.gettingStartedContainer .step-title:has-text("${title}")`);
        await page.waitForFunction(
            () => document.querySelector('.getting-started-media img[alt]:not([alt=""])')?.naturalWidth > 0,
        );
    }
    await shot('walkthrough-picture');
}

function settings(folder) {
    return JSON.parse(fs.readFileSync(path.join(folder, '.vscode/settings.json'), 'utf8'));
}

function change(folder, some) {
    const all = { ...settings(folder), ...some };
    fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(all));
}

/** Answers the four questions of a new document. */
async function newMinutes(page, command) {
    await command('Referent: New Minutes or Agenda', { isLast: false });
    for (const [question, answer] of [
        ['What is written?', 'Minutes'],
        ['House style', 'Odense'],
        ['Committee', 'Skole- og Fritidsudvalget'],
        ['Date of the meeting', '14-03-2024'],
    ]) {
        await page.waitForSelector(`.quick-input-widget :is(input[placeholder="${question}"], .quick-input-message:has-text("${question}"))`);
        await page.keyboard.type(answer);
        await page.keyboard.press('Enter');
    }
    await page.waitForSelector('.view-line:has-text("Torsdag\u00a0d.\u00a014.\u00a0marts\u00a02024")');
    await page.waitForSelector('.view-line:has-text("Punkt\u00a01:\u00a0Godkendelse\u00a0af\u00a0dagsorden")');
    await page.click('.notification-toast .monaco-button:has-text("Yes")');
    await page.waitForSelector(STATUS + ' >> text=Odense Kommune');
}

function line(file, number) {
    return fs.readFileSync(file, 'utf8').split('\n')[number - 1];
}
