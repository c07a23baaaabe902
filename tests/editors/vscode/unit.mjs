/** The parts of the extension that need no editor: where the program is found, and what is written for a new meeting. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const extension = path.join(import.meta.dirname, '../../../editors/vscode');
const { SERVER } = process.env;
const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'referent-unit-'));
const { buildSync } = createRequire(path.join(extension, 'package.json'))('esbuild');
const names = ['binary', 'skeleton', 'from_agenda', 'styles'];
buildSync({
    entryPoints: names.map(name => path.join(extension, `src/${name}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outdir: tmp,
    logLevel: 'error',
});
const [{ findProgram }, { skeleton, readDate, longDate }, { minutesFrom }, { STYLE_NAMES }] = names.map(name =>
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
            assert.equal(longDate(readDate(words)), '14. marts 2024', words);
        }
        for (const words of ['', '31-02-2024', '14-03', '3-14-2024', 'i morgen']) assert.equal(readDate(words), undefined);
    },

    'a skeleton has its items in each house, and no wrong weekday'() {
        for (const style of STYLE_NAMES) {
            for (const stage of ['minutes', 'agenda']) {
                const meeting = { style, stage, committee: 'Kultur- og Fritidsudvalget', date: readDate('14-03-2024') };
                const text = filled(skeleton(meeting));
                assert.doesNotMatch(text, /STOP|DECISION|\$\{/);
                assert.match(text, /Mødedato: Torsdag den 14\. marts 2024 kl\. 16\.00/);
                assert.equal(/^Beslutning( i .*)?$/m.test(text), stage === 'minutes');
                const outline = outlined(text, '--style', style, '--stage', stage);
                assert.equal(outline.date, '2024-03-14', `${style} ${stage}`);
                const numbered = ['generel', 'fredericia', 'odense'].includes(style);
                if (numbered) assert.equal(outline.items.length, 3, `${style} ${stage}\n${text}`);
                if (numbered && stage === 'minutes') {
                    assert.ok(outline.items.every(item => item.sections.some(s => s.kind === 'decision')), style);
                }
                const check = ['check', '--select', 'dates', '--style', style, '-'];
                assert.equal(spawnSync(SERVER, check, { input: text }).status, 0);
            }
        }
    },

    'an agenda becomes minutes with nothing changed but decisions and title'() {
        const agenda = fs.readFileSync(path.join(import.meta.dirname, 'workspace/teknik.dagsorden'), 'utf8');
        for (const text of [agenda, agenda.replaceAll('\n', '\r\n')]) {
            const made = minutesFrom(text, outlined(text), '5. september 2023');
            const end = text.includes('\r\n') ? '\r\n' : '\n';
            assert.equal(made.split(end).join('\n'), `Referat\n\n${MADE}`);
        }
    },

    'an agenda in Markdown gets headings of the level of its sections'() {
        const agenda = '# Dagsorden for Byrådet\n\n7. februar 2024\n\n## 1. Budget\n\n### Indstilling\n\nBorgmesteren indstiller, at budgettet godkendes.\n';
        const made = minutesFrom(agenda, outlined(agenda), '7. februar 2024');
        assert.match(made, /^# Referat for Byrådet\n/);
        assert.match(made, /\n\n### Beslutning\n\n/);
    },

    'each text of the manifest stands in Danish and English'() {
        const read = name => JSON.parse(fs.readFileSync(path.join(extension, name), 'utf8'));
        const used = JSON.stringify(read('package.json')).match(/(?<=%)[\w.]+(?=%)/g);
        assert.deepEqual(Object.keys(read('package.nls.json')).sort(), [...new Set(used)].sort());
        assert.deepEqual(Object.keys(read('package.nls.da.json')), Object.keys(read('package.nls.json')));
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

const MADE = `Udvalg: Vej- og Trafikudvalget
Mødedato: Tirsdag den 5. september 2023
Tidspunkt: kl. 16.00
Mødested: Mødelokale 3

1. Godkendelse af dagsorden

Beslutning



2. Nye cykelstier

Indstilling

Forvaltningen indstiller, at planen godkendes.

Beslutning



Bilag

Bilag 1: Kort

Lukkede dagsordenspunkter

3. Køb af grund
`;

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

/** What a snippet leaves when nothing is typed into its tab stops. */
function filled(snippet) {
    return snippet.replace(/\$\{\d+:?([^}]*)\}/g, '$1');
}

function outlined(text, ...args) {
    return JSON.parse(execFileSync(SERVER, ['outline', '--format', 'json', ...args, '-'], { input: text, encoding: 'utf8' }));
}
