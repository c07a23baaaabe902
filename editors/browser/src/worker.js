// The engine in a thread of its own: whatever a file does to it costs this thread and not the text.

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let engine;

/** Asks the engine: `request` as JSON, `file` the bytes it speaks of. */
function ask(request, file) {
    const words = encoder.encode(JSON.stringify(request));
    const length = words.length + (file?.length ?? 0);
    const at = engine.room(length);
    new Uint8Array(engine.memory.buffer, at, length).set(words);
    if (file) new Uint8Array(engine.memory.buffer, at + words.length, file.length).set(file);
    const place = BigInt.asUintN(64, engine.answer(at, words.length, length));
    engine.done(at, length);
    const [start, size] = [Number(place >> 32n), Number(place & 0xffffffffn)];
    const answer = decoder.decode(new Uint8Array(engine.memory.buffer, start, size));
    engine.done(start, size);
    return JSON.parse(answer);
}

self.onmessage = async ({ data }) => {
    if (data.engine) {
        engine = (await WebAssembly.instantiate(data.engine, {})).instance.exports;
        self.postMessage({ id: data.id, answer: {} });
        return;
    }
    try {
        self.postMessage({ id: data.id, answer: ask(data.request, data.file && new Uint8Array(data.file)) });
    } catch (error) {
        self.postMessage({ id: data.id, broken: String(error) });
    }
};
