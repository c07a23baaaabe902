// Puts the page together: one file that needs nothing beside it, and the same as a small site.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const bundle = async (entry, format) => {
    const options = { entryPoints: [entry], bundle: true, minify: true, format, write: false, target: 'es2022', legalComments: 'none' };
    return (await build(options)).outputFiles[0].text;
};
// A closing tag inside a script would end it.
const inline = (text) => text.replaceAll('</script', '<\\/script');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const worker = await bundle('src/worker.js', 'iife');
const page = inline(await bundle('src/page.js', 'iife'));
const style = readFileSync('src/style.css', 'utf8');
const template = readFileSync('src/index.html', 'utf8');
const wasm = readFileSync('dist/site/referent.wasm');

const policy = (script, connect) =>
    `default-src 'none'; script-src ${script} 'wasm-unsafe-eval' blob:; worker-src blob: 'self'; style-src 'unsafe-inline'; ` +
    `img-src data:; connect-src ${connect}; form-action 'none'; base-uri 'none'`;

/** The page with `engine`, the element that says where the engine is. */
const written = (engine, connect) =>
    template
        .replace('{{policy}}', () => policy(hash(page), connect))
        .replace('{{style}}', () => style)
        .replace('{{worker}}', () => inline(worker))
        .replace('{{engine}}', () => engine)
        .replace('{{page}}', () => page);

// Compressed, the engine takes a third of the room; every browser of these years unpacks it.
const packed = gzipSync(wasm, { level: 9 }).toString('base64');
writeFileSync('dist/referent.html', written(`<script type="text/plain" id="engine">${packed}</script>`, "'none'"));
writeFileSync('dist/site/index.html', written('<script type="text/plain" id="engine" data-at="referent.wasm"></script>', "'self'"));
