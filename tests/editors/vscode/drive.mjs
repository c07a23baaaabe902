/**
 * Starts a real VS Code with a throw-away profile, installs the packaged extension and runs one of the two suites.
 *
 * usage: SERVER=/abs/referent VSIX=/abs/referent.vsix OUT=/abs/artifacts node drive.mjs api|ui|web
 */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { api } from './api.mjs';
import { ui } from './ui.mjs';
import { web } from './web.mjs';

const here = import.meta.dirname;
const place = path.join(process.env.EDITORS, 'vscode');
const { chromium } = createRequire(path.join(place, 'package.json'))('playwright-core');
const entry = path.join(place, 'node_modules/code-server/out/node/entry.js');
const { SERVER, VSIX, OUT } = process.env;
const suite = { api, ui, web }[process.argv[2]];
if (!SERVER || !VSIX || !OUT || !suite) throw new Error('usage: SERVER=… VSIX=… OUT=… node drive.mjs api|ui|web');

const USER_SETTINGS = {
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.enableExperiments': false,
    'workbench.colorTheme': 'Default Light Modern',
    'telemetry.telemetryLevel': 'off',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'files.autoSave': 'off',
    'editor.fontSize': 13,
};

/** Nothing may leave the machine: Chromium's own requests are switched off too. */
const BROWSER = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

const start = Date.now();
const log = (...words) => console.log(`${((Date.now() - start) / 1000).toFixed(1).padStart(6)}s`, ...words);

const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'referent-vscode-'));
const folder = path.join(tmp, 'udvalg');
prepareFolder();
const { server, host } = await startServer();
process.on('SIGTERM', () => {
    server.kill();
    process.exit(1);
});
let code = 1;
let browser;
try {
    browser = await chromium.launchPersistentContext(path.join(tmp, 'chromium'), {
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        headless: true,
        viewport: { width: 1280, height: 800 },
        args: BROWSER,
    });
    const page = browser.pages()[0];
    page.setDefaultTimeout(60_000);
    let outside = 0;
    page.on('request', request => {
        if (/^(https?|wss?):\/\/127\.0\.0\.1|^(data|blob):/.test(request.url())) return;
        outside += 1;
        log('request to the outside:', request.url());
    });
    const remote = file => `vscode-remote://${host}${file}`;
    const open = payload => {
        const words = encodeURIComponent(JSON.stringify(payload));
        return page.goto(`http://${host}/?folder=${encodeURIComponent(folder)}&payload=${words}`);
    };
    code = await suite({ page, open, remote, folder, here, out: OUT, log });
    if (outside) code = 1;
} catch (error) {
    console.error(error);
}
if (code !== 0) await browser?.pages()[0]?.screenshot({ path: path.join(OUT, 'failure.png') });
await browser?.close();
server.kill();
if (server.exitCode === null) await new Promise(done => server.on('exit', done));
fs.rmSync(tmp, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
log(code === 0 ? 'ok' : 'FAIL', process.argv[2]);
process.exit(code);

/** A copy of the sample folder, with the server that is tested in its settings. */
function prepareFolder() {
    fs.cpSync(path.join(here, 'workspace'), folder, { recursive: true });
    fs.mkdirSync(path.join(folder, 'noter'));
    for (const name of ['referat 14-03.txt', 'Dagsorden-marts.md', 'andet.txt']) {
        fs.writeFileSync(path.join(folder, 'noter', name), 'Referat\n');
    }
    const file = path.join(folder, '.vscode/settings.json');
    const settings = { ...JSON.parse(fs.readFileSync(file, 'utf8')), 'referent.server.path': SERVER };
    fs.writeFileSync(file, JSON.stringify(settings));
}

async function startServer() {
    const user = path.join(tmp, 'data/User');
    fs.mkdirSync(user, { recursive: true });
    fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify(USER_SETTINGS));
    const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', XDG_CONFIG_HOME: tmp, XDG_DATA_HOME: tmp };
    const places = ['--config', `${tmp}/code.yaml`, '--user-data-dir', `${tmp}/data`, '--extensions-dir', `${tmp}/ext`];
    execFileSync(process.execPath, [entry, ...places, '--install-extension', VSIX], { env, stdio: 'ignore' });
    const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'];
    // As a Danish user starts it. There is no Danish language pack, so the words stay English; unit.mjs proves the others.
    const danish = suite === ui ? ['--locale', 'da'] : [];
    const args = [entry, ...places, '--auth', 'none', '--bind-addr', '127.0.0.1:0', ...danish, ...quiet];
    const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const host = await new Promise((found, failed) => {
        let said = '';
        server.stdout.on('data', words => {
            said += words;
            const address = /listening on http:\/\/([^\s/]+)\//.exec(said);
            if (address) found(address[1]);
        });
        server.on('exit', () => failed(new Error(`code-server ended: ${said}`)));
    });
    return { server, host };
}
