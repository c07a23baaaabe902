/** What the packaged extension does, seen from inside the extension host of a real VS Code. */
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const vscode = require('vscode');

const FIX_ALL = 'source.fixAll.referent';
const root = vscode.workspace.workspaceFolders[0].uri;
const minutes = vscode.Uri.joinPath(root, 'kultur.referat');
/** The sample with a character that counts as two in UTF-16 and as four in UTF-8. */
const original = fs.readFileSync(minutes.fsPath, 'utf8').replace('udvalget får', 'udvalget 🙂 får');

/** Tests run in this order, each on the sample as it was. */
const tests = {
    async 'the packaged extension opens the language'() {
        assert.equal((await show(minutes)).document.languageId, 'referat');
        assert.ok(vscode.extensions.getExtension('referent.referent'));
        assert.equal((await open('noter/referat 14-03.txt')).languageId, 'referat');
        assert.equal((await open('noter/Dagsorden-marts.md')).languageId, 'referat');
        assert.equal((await open('noter/andet.txt')).languageId, 'plaintext');
    },

    async 'findings have their place, text, severity and page'() {
        const [at, second, weekday] = await findings(3);
        assert.deepEqual([at.code.value, place(at)], ['at-points/lead-word', '19:3-5']);
        assert.deepEqual([second.code.value, place(second)], ['at-points/lead-word', '20:3-5']);
        assert.deepEqual([weekday.code.value, place(weekday)], ['dates/weekday', '20:50-75']);
        assert.match(at.message, /"At" stands inside a sentence/);
        assert.match(weekday.message, /a Tuesday \("tirsdag"\), not a Monday/);
        assert.deepEqual([at.severity, weekday.severity], [vscode.DiagnosticSeverity.Warning, vscode.DiagnosticSeverity.Error]);
        assert.match(String(at.code.target), /RULES\.md#/);
        assert.equal(at.source, 'referent');
    },

    async 'the outline lists the items'() {
        const [meeting] = await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', minutes);
        assert.equal(meeting.name, 'Kultur- og Fritidsudvalget');
        assert.deepEqual(meeting.children.map(item => item.name), [
            '1. Godkendelse af dagsorden',
            '2. Nye åbningstider på Østerby Bibliotek',
            '3. Tilskud til sommerens koncerter',
            '4. Køb af grund',
        ]);
        assert.deepEqual(meeting.children[1].children.map(s => s.name), ['Indstilling', 'Beslutning']);
    },

    async 'a quick fix changes the buffer and ends its finding'(editor) {
        const [at] = await findings(3);
        const actions = await actionsAt(at.range, 'quickfix');
        const fix = actions.find(action => action.isPreferred);
        assert.ok(fix, titles(actions));
        assert.ok(await vscode.workspace.applyEdit(fix.edit));
        assert.match(editor.document.lineAt(19).text, /^2\. at forslaget/);
        await findings(2);
    },

    async 'the command fixes everything that is safe'(editor) {
        await findings(3);
        await vscode.commands.executeCommand('referent.fixAll');
        await until(() => !/\d\. At /.test(editor.document.getText()), 'at-points in small letters');
        assert.equal(editor.document.getText(), original.replace('2. At', '2. at').replace('3. At', '3. at'));
        assert.equal((await findings(1))[0].code.value, 'dates/weekday');
    },

    async 'the next undecided point is gone to'(editor) {
        await until(() => vscode.languages.getDiagnostics(minutes).length, 'findings');
        const text = 'Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n'
            + '1. at budgettet godkendes,\n2. at øen købes,\n3. at sagen udskydes.\n\nBeslutning\n\nAd 1. Godkendt.\n';
        const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
        await editor.edit(edit => edit.replace(whole, text));
        editor.selection = new vscode.Selection(0, 0, 0, 0);
        await vscode.commands.executeCommand('referent.goToUndecided');
        await until(() => vscode.window.activeTextEditor?.selection.active.line === 10, 'the undecided point');
        await vscode.commands.executeCommand('referent.goToUndecidedBefore');
        await until(() => vscode.window.activeTextEditor?.selection.active.line === 11, 'from the first one the last');
    },

    async 'findings are fixed on save when the user wants it so'(editor) {
        await findings(3);
        const settings = vscode.workspace.getConfiguration('editor', { languageId: 'referat' });
        await settings.update('codeActionsOnSave', { [FIX_ALL]: 'explicit' }, vscode.ConfigurationTarget.Workspace, true);
        await editor.edit(edit => edit.insert(new vscode.Position(1, 7), ' '));
        await editor.document.save();
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
        assert.match(fs.readFileSync(minutes.fsPath, 'utf8'), /^2\. at forslaget/m);
    },

    async 'renaming the number of an item changes the references to it'(editor) {
        const at = new vscode.Position(12, 0);
        const edit = await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', minutes, at, '7');
        assert.ok(await vscode.workspace.applyEdit(edit));
        const text = editor.document.getText();
        assert.match(text, /^7\. Nye åbningstider/m);
        assert.equal(text.match(/punkt 7/g).length, 2);
    },

    async 'completion offers the section that an item lacks'(editor) {
        const line = editor.document.getText().split('\n').indexOf('Lukkede punkter') - 1;
        // Right under a sentence goes its next line: a heading is offered below a blank one.
        await editor.edit(edit => edit.insert(new vscode.Position(line, 0), '\n'));
        const at = new vscode.Position(line + 1, 0);
        const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', minutes, at);
        const labels = list.items.map(item => item.label.label ?? item.label);
        assert.ok(labels.includes('Beslutning'), labels.join(', '));
    },

    async 'a setting changes a severity at once'() {
        await findings(3);
        const settings = vscode.workspace.getConfiguration('referent');
        const target = vscode.ConfigurationTarget.Workspace;
        await settings.update('severity', { 'at-points/lead-word': 'error', 'dates/weekday': 'hint' }, target);
        await until(() => severities() === '0,0,3', 'new severities');
        await settings.update('severity', { 'dates/weekday': 'off' }, target);
        await until(() => severities() === '1,1', 'a rule off');
        await settings.update('severity', undefined, target);
        await until(() => severities() === '1,1,0', 'old severities');
    },

    async 'messages follow the language setting'() {
        await findings(3);
        const settings = vscode.workspace.getConfiguration('referent');
        const isDanish = () => current().some(one => /står midt i en sætning/.test(one.message));
        await settings.update('language', 'da', vscode.ConfigurationTarget.Workspace);
        await until(isDanish, 'Danish messages');
        await settings.update('language', undefined, vscode.ConfigurationTarget.Workspace);
        await until(() => current().length === 3 && !isDanish(), 'English messages');
    },

    async 'files named in the setting get the language'() {
        const settings = vscode.workspace.getConfiguration('referent');
        const document = await open('noter/andet.txt');
        await settings.update('files', ['**/noter/*.txt'], vscode.ConfigurationTarget.Workspace);
        await until(() => vscode.workspace.textDocuments.some(d => d.uri.path === document.uri.path && d.languageId === 'referat'), 'the language');
        await settings.update('files', undefined, vscode.ConfigurationTarget.Workspace);
    },

    async 'an agenda becomes minutes with a place for each decision'() {
        await show(vscode.Uri.joinPath(root, 'teknik.dagsorden'));
        await vscode.commands.executeCommand('referent.minutesFromAgenda');
        const made = vscode.window.activeTextEditor.document;
        assert.ok(made.isUntitled && made.languageId === 'referat');
        assert.match(made.getText(), /^Referat\n/);
        assert.equal(made.getText().match(/^Beslutning$/gm).length, 2, made.getText());
        assert.doesNotMatch(made.getText().split('Lukkede dagsordenspunkter')[1], /Beslutning/);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },

    async 'minutes are compared with the agenda beside them'() {
        const agenda = fs.readFileSync(vscode.Uri.joinPath(root, 'teknik.dagsorden').fsPath, 'utf8');
        const changed = agenda.replace('Dagsorden', 'Referat').replace('at planen godkendes', 'at planen udskydes');
        const uri = vscode.Uri.joinPath(root, 'teknik.referat');
        fs.writeFileSync(uri.fsPath, changed);
        await show(uri);
        await vscode.commands.executeCommand('referent.compare');
        const told = vscode.window.activeTextEditor.document;
        assert.match(told.getText(), /^teknik\.dagsorden → teknik\.referat\n[^]*at planen udskydes/);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        fs.rmSync(uri.fsPath);
    },

    async 'a text that reads like minutes is told from a README, and becomes one on request'() {
        const letter = vscode.Uri.joinPath(root, 'noter/møde 7 april.txt');
        fs.writeFileSync(letter.fsPath, original);
        const document = await vscode.workspace.openTextDocument(letter);
        await vscode.window.showTextDocument(document);
        assert.equal(document.languageId, 'plaintext');
        await vscode.commands.executeCommand('referent.treatThisAsMinutes');
        await until(() => vscode.languages.getDiagnostics(letter).length, 'findings of the letter');
        assert.ok(vscode.workspace.textDocuments.some(d => d.uri.path === letter.path && d.languageId === 'referat'));
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        fs.rmSync(letter.fsPath);
    },

    async 'a rule is explained without a browser'(editor) {
        await findings(3);
        editor.selection = new vscode.Selection(20, 55, 20, 55);
        await vscode.commands.executeCommand('referent.openRule');
        assert.match(vscode.window.activeTextEditor.document.getText(), /^dates\/weekday/);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await vscode.commands.executeCommand('referent.openRule', 'dates/weekday');
        assert.match(vscode.window.activeTextEditor.document.getText(), /^dates\/weekday[^]*weekday and date disagree/);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    },

    async 'the problem matcher makes findings of a check as a task'() {
        // Not one of the files that the server reads by itself.
        const file = vscode.Uri.joinPath(root, 'noter/kladde.tekst');
        fs.writeFileSync(file.fsPath, 'Referat\n\nMandag den 5. marts 2024\n');
        // On a busy machine a task may have printed before its matcher is at work.
        let report;
        const isFound = async () => {
            report = await runCheck('noter/kladde.tekst');
            return (await weekdays()).length === 1;
        };
        await until(isFound, () => `a finding of the task in ${report}`);
        assert.match((await weekdays())[0], /^Error: The date is a Tuesday .*line 3 and character 1/);
    },

    async 'a finding of a task and of the server is shown once'() {
        const file = vscode.Uri.joinPath(root, 'noter/kladde.tekst');
        const document = await vscode.workspace.openTextDocument(file);
        await vscode.window.showTextDocument(document);
        await vscode.languages.setTextDocumentLanguage(document, 'referat');
        await until(() => vscode.languages.getDiagnostics(file).some(one => one.code.target), 'findings of the server');
        await until(async () => (await weekdays()).length === 1, 'one finding instead of the one of the task');
        await runCheck('noter/kladde.tekst');
        await until(async () => (await weekdays()).length === 1, 'one finding beside the task');
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    },

    async 'a server that dies comes back with its findings'(editor) {
        await findings(3);
        const [before] = servers();
        assert.ok(before, 'a server runs');
        process.kill(before, 'SIGKILL');
        await until(() => servers().some(pid => pid !== before), 'another process');
        await editor.edit(edit => edit.replace(new vscode.Range(19, 3, 19, 5), 'at'));
        await findings(2);
    },

    async 'the server is restarted on request'() {
        await findings(3);
        const [before] = servers();
        await vscode.commands.executeCommand('referent.restart');
        // The old one says its last words while the new one begins.
        await until(() => servers().length === 1 && servers()[0] !== before, 'one other process');
        await findings(3);
    },

    async 'a wrong path leaves the editor usable, and a right one starts the server'() {
        const settings = vscode.workspace.getConfiguration('referent');
        const right = settings.get('server.path');
        await settings.update('server.path', '/nowhere/referent', vscode.ConfigurationTarget.Workspace);
        await until(() => servers().length === 0 && current().length === 0, 'no server');
        await settings.update('server.path', right, vscode.ConfigurationTarget.Workspace);
        await findings(3);
    },
};

exports.run = async () => {
    let failed = 0;
    for (const [name, test] of Object.entries(tests)) {
        try {
            await test(await fresh());
            console.log(`TEST ok   ${name}`);
        } catch (error) {
            failed += 1;
            console.log(`TEST FAIL ${name}\n${error.stack}`);
            console.log(`TEST      findings then: ${JSON.stringify(current().map(d => [d.code, place(d), d.message]))}`);
        }
    }
    if (failed) throw new Error(`${failed} failed`);
};

/** The sample in the active editor, as it was before any test. */
async function fresh() {
    const editor = await show(minutes);
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    if (editor.document.getText() !== original) await editor.edit(edit => edit.replace(all, original));
    await editor.document.save();
    return editor;
}

function open(path) {
    return vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, path));
}

async function show(uri) {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** The findings of the sample in the order of the text. */
function current() {
    const found = vscode.languages.getDiagnostics(minutes).filter(one => one.source === 'referent');
    return found.filter(one => one.code?.value !== 'structure/required-section').sort((a, b) => a.range.start.compareTo(b.range.start));
}

async function findings(count) {
    await until(() => current().length === count, `${count} findings`);
    return current();
}

/** The wrong weekdays of the draft in the list of problems, as they are read aloud; see `../api.mjs`. */
async function weekdays() {
    const file = vscode.Uri.joinPath(root, 'problems.json').fsPath;
    fs.rmSync(file, { force: true });
    // A task brings its own panel to the front.
    await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
    console.log('PROBLEMS', file);
    await until(() => fs.existsSync(file), 'the list of problems');
    const rows = JSON.parse(fs.readFileSync(file, 'utf8'));
    return rows.filter(row => row.includes('tirsdag') && row.includes('line 3 '));
}

/** Checks `name` as a task does, and gives what was printed once the task has ended. */
async function runCheck(name) {
    const program = vscode.workspace.getConfiguration('referent').get('server.path');
    const check = ['check', '--format', 'concise', '--lang', 'en', name];
    const report = spawnSync(program, check, { cwd: root.fsPath, encoding: 'utf8' }).stdout;
    const [folder] = vscode.workspace.workspaceFolders;
    const started = new Promise(done => vscode.tasks.onDidStartTask(done));
    const task = new vscode.Task({ type: 'shell' }, folder, 'check', 'test', printing(report, started), '$referent');
    const ended = new Promise(done => vscode.tasks.onDidEndTask(done));
    await vscode.tasks.executeTask(task);
    await ended;
    return report;
}

/** A task that prints `output` once it has `started`: the test's VS Code has no terminal that could run a program. */
function printing(output, started) {
    return new vscode.CustomExecution(async () => {
        const [write, close] = [new vscode.EventEmitter(), new vscode.EventEmitter()];
        const open = async () => {
            // The matcher is set to work behind that event, and before the window answers anything else.
            await started;
            await vscode.commands.executeCommand('setContext', 'referent.started', true);
            write.fire(output.replaceAll('\n', '\r\n'));
            close.fire(0);
        };
        return { onDidWrite: write.event, onDidClose: close.event, open, close() {} };
    });
}

function severities() {
    return current().map(one => one.severity === undefined ? '?' : one.severity).join(',');
}

function place({ range: { start, end } }) {
    return `${start.line}:${start.character}-${end.character}`;
}

async function actionsAt(range, kind) {
    const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', minutes, range, kind, 10);
    return actions.filter(action => action.edit);
}

function titles(actions) {
    return actions.map(action => action.title).join(', ');
}

/** The language servers that this extension host has started. */
function servers() {
    const pids = fs.readdirSync('/proc').filter(name => /^\d+$/.test(name));
    return pids.map(Number).filter(pid => {
        try {
            const [state, parent] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
            const words = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
            return state !== 'Z' && Number(parent) === process.pid && words.includes('lsp');
        } catch {
            return false;
        }
    });
}

async function until(holds, what, limit = 60_000) {
    for (const start = Date.now(); !(await holds()); await new Promise(r => setTimeout(r, 25))) {
        if (Date.now() - start > limit) throw new Error(`waited in vain for: ${what instanceof Function ? what() : what}`);
    }
}
