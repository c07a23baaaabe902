// The border to the engine: a request in JSON and the bytes of a file go in, an answer in JSON comes out.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Starts the engine in `bytes` (WebAssembly); gives `ask(request, file)`. */
export async function begin(bytes) {
    const module = await WebAssembly.compile(bytes);
    // A part that is never used asks for chance; there is nothing outside to ask.
    const nothing = () => { throw new Error('the engine asks for something outside'); };
    const outside = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) (outside[from] ??= {})[name] = nothing;
    const engine = (await WebAssembly.instantiate(module, outside)).exports;

    /** The bytes that the engine gives away at `place`: address and length in one number. */
    const given = (place) => {
        const whole = BigInt.asUintN(64, place);
        const [start, size] = [Number(whole >> 32n), Number(whole & 0xffffffffn)];
        const copy = new Uint8Array(engine.memory.buffer, start, size).slice();
        engine.done(start, size);
        return copy;
    };

    const ask = (request, file) => {
        const words = encoder.encode(JSON.stringify(request));
        const length = words.length + (file?.length ?? 0);
        const at = engine.room(length);
        new Uint8Array(engine.memory.buffer, at, length).set(words);
        if (file) new Uint8Array(engine.memory.buffer, at + words.length, file.length).set(file);
        const place = engine.answer(at, words.length, length);
        engine.done(at, length);
        const answer = JSON.parse(decoder.decode(given(place)));
        if (answer?.made === true) answer.file = given(engine.made());
        return answer;
    };
    return { ask };
}
