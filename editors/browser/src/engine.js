// The page's side of the worker: one question after the other, each with its answer, and a new worker when one is lost.

/** How long a question may take before the worker is taken for lost, in milliseconds. */
const PATIENCE = 20_000;

async function bytes() {
    const element = document.getElementById('engine');
    if (element.dataset.at) return new Uint8Array(await (await fetch(element.dataset.at)).arrayBuffer());
    const packed = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

export class Lost extends Error {
    /** Was nobody waiting for an answer, so that no question was to blame? */
    idle = false;
}

export class Engine {
    #wasm;
    #worker;
    #starting;
    #waiting = new Map();
    #next = 0;
    /** Was a worker lost while nobody waited for an answer? Whoever asks next is told, for a new one knows no text. */
    #untold;

    /** Whoever asks while the worker begins waits for it: a file may be dropped before the page has settled. */
    async start() {
        this.#wasm ??= await bytes();
        const code = new Blob([document.getElementById('worker').textContent], { type: 'text/javascript' });
        const address = URL.createObjectURL(code);
        this.#worker = new Worker(address);
        this.#worker.onmessage = ({ data }) => {
            const waiting = this.#waiting.get(data.id);
            if (!waiting) return;
            this.#waiting.delete(data.id);
            if (data.broken === undefined) waiting.done(data.answer);
            else this.#lose(waiting, data.broken);
        };
        this.#worker.onerror = (event) => this.#lose(null, event.message);
        await this.#send({ engine: this.#wasm });
        URL.revokeObjectURL(address);
    }

    /** Asks `request`; `file` are the bytes it speaks of. A worker that is lost is replaced, and the question fails. */
    async ask(request, file) {
        const why = this.#untold;
        this.#untold = undefined;
        if (why !== undefined) throw Object.assign(new Lost(why), { idle: true });
        await (this.#starting ??= this.start());
        return this.#send({ request, file });
    }

    #send(message) {
        const id = ++this.#next;
        return new Promise((done, failed) => {
            const timer = setTimeout(() => this.#lose(null, 'timeout'), PATIENCE);
            const settle = (end) => (value) => { clearTimeout(timer); end(value); };
            this.#waiting.set(id, { done: settle(done), failed: settle(failed) });
            this.#worker.postMessage({ id, ...message });
        });
    }

    /** Ends the worker; every question that waits has failed. */
    #lose(also, why) {
        this.#worker?.terminate();
        [this.#worker, this.#starting] = [undefined, undefined];
        const waiting = [...this.#waiting.values(), ...(also ? [also] : [])];
        this.#waiting.clear();
        if (waiting.length === 0) this.#untold = why;
        for (const { failed } of waiting) failed(new Lost(why));
    }
}
