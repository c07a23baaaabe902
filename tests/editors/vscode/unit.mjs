/** The parts of the extension that need no editor: where the program is found, dates, and texts in both languages. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const extension = path.join(import.meta.dirname, '../../../editors/vscode');
const { SERVER } = process.env;
const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'referent-unit-'));
const { buildSync } = createRequire(path.join(extension, 'package.json'))('esbuild');
const names = ['binary', 'dates'];
buildSync({
    entryPoints: names.map(name => path.join(extension, `src/${name}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outdir: tmp,
    logLevel: 'error',
});
const [{ findProgram }, { readDate, today }] = names.map(name =>
    createRequire(import.meta.url)(path.join(tmp, `${name}.js`)),
);

const tests = {
    'a setting counts before the package, and the package before PATH'() {
        const [mine, packed, onPath] = ['mine', 'ext/bin', 'usr'].map(dir => program(path.join(tmp, dir)));
        const places = { setting: '', folder: tmp, extension: path.join(tmp, 'ext'), path: `/none:${path.dirname(onPath)}` };
        assert.deepEqual(findProgram({ ...places, setting: mine }), { program: mine });
        assert.deepEqual(findProgram({ ...places, setting: 'mine/referent' }), { program: mine });
        assert.deepEqual(findProgram(places), { program: packed });
        assert.deepEqual(findProgram({ ...places, extension: '/none' }), { program: onPath });
        assert.deepEqual(findProgram({ ...places, setting: '/none/referent' }), { tried: ['/none/referent'] });
    },

    'dates are read as they are written here, and impossible ones are not'() {
        for (const words of ['14-03-2024', '14.3.2024', '14/3 2024', '2024-03-14']) {
            assert.equal(readDate(words), '2024-03-14', words);
        }
        for (const words of ['', '31-02-2024', '14-03', '3-14-2024', 'i morgen']) assert.equal(readDate(words), undefined);
        assert.match(today(), /^\d\d-\d\d-\d{4}$/);
        assert.ok(readDate(today()));
    },

    'each text of the manifest stands in Danish and English'() {
        const read = name => JSON.parse(fs.readFileSync(path.join(extension, name), 'utf8'));
        const used = JSON.stringify(read('package.json')).match(/(?<=%)[\w.]+(?=%)/g);
        assert.deepEqual(Object.keys(read('package.nls.json')).sort(), [...new Set(used)].sort());
        const [danish, english] = [read('package.nls.da.json'), read('package.nls.json')];
        assert.deepEqual(Object.keys(danish), Object.keys(english));
        for (const [key, words] of Object.entries(danish)) {
            assert.ok(words.trim(), key);
            // What can be clicked is the same in both.
            assert.deepEqual(words.match(/\(command:[^)]*\)/g), english[key].match(/\(command:[^)]*\)/g), key);
        }
    },

    'no snippet opens in running text'() {
        const { configurationDefaults } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8')).contributes;
        assert.equal(configurationDefaults['[referat]']['editor.snippetSuggestions'], 'none');
    },

    'each command is declared once, and each declared one is there'() {
        const { commands } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8')).contributes;
        const source = fs.readFileSync(path.join(extension, 'src/commands.ts'), 'utf8');
        const registered = [...source.matchAll(/command\('(\w+)'/g)].map(match => `referent.${match[1]}`);
        assert.deepEqual(commands.map(({ command }) => command).sort(), registered.sort());
    },

    'each text of the program stands in Danish'() {
        const danish = JSON.parse(fs.readFileSync(path.join(extension, 'l10n/bundle.l10n.da.json'), 'utf8'));
        const files = fs.readdirSync(path.join(extension, 'src'), { recursive: true }).filter(name => name.endsWith('.ts'));
        const source = files.map(name => fs.readFileSync(path.join(extension, 'src', name), 'utf8')).join('\n');
        const used = [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(match => match[1]);
        assert.deepEqual([...new Set(used)].sort(), Object.keys(danish).sort());
    },

    'the problem matcher reads what the command line prints'() {
        const { problemMatchers } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8')).contributes;
        const folder = path.join(import.meta.dirname, 'workspace');
        const check = ['check', '--format', 'concise', '--lang', 'en', 'kultur.referat'];
        const lines = spawnSync(SERVER, check, { cwd: folder, encoding: 'utf8' }).stdout.trimEnd().split('\n');
        const read = lines.map(line => new RegExp(problemMatchers[0].pattern.regexp).exec(line)?.slice(1));
        assert.ok(read.every(Boolean), lines.join('\n'));
        const weekday = read.find(([, , , , rule]) => rule === 'dates/weekday');
        assert.deepEqual(weekday.slice(0, 4), ['kultur.referat', '21', '48', 'error']);
    },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
    try {
        test();
        console.log(`ok   ${name}`);
    } catch (error) {
        failed += 1;
        console.log(`FAIL ${name}\n${error.stack}`);
    }
}
fs.rmSync(tmp, { recursive: true });
process.exit(failed ? 1 : 0);

function program(dir) {
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(path.join(dir, 'referent'), '#!/bin/sh\n', { mode: 0o755 });
    return path.join(dir, 'referent');
}
