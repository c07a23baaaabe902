// The engine in a thread of its own: whatever a file does to it costs this thread and not the text.

import { begin } from './border.js';

let engine;

self.onmessage = async ({ data }) => {
    try {
        if (data.engine) {
            engine = await begin(data.engine);
            self.postMessage({ id: data.id, answer: {} });
        } else {
            const answer = engine.ask(data.request, data.file && new Uint8Array(data.file));
            self.postMessage({ id: data.id, answer }, answer?.file ? [answer.file.buffer] : []);
        }
    } catch (error) {
        self.postMessage({ id: data.id, broken: String(error) });
    }
};
