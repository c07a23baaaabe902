// What crosses the border to the engine, for those who write in TypeScript; engine/src/answer.rs is where it is made.

export interface Change { from: number; to: number; insert: string }
export interface Fix { title: string; safe: boolean; changes: Change[] }
export interface Finding { from: number; to: number; line: number; severity: string; rule: string; summary: string; message: string; fixes: Fix[] }
export interface Point { line: number; text: string }
export interface Item { number: string | null; title: string | null; line: number; end_line: number; closed: boolean; at_points: Point[] }
export interface Answer { findings: Finding[]; withheld: string[]; style: string; stage: string }
export interface Items { outline: { items: Item[] }; summaries: string[] }
export interface Words { sections: string[]; decisions: string[] }
export interface Rule { da: { summary: string; why: string }; en: { summary: string; why: string } }

/** Asks the engine; `file` are the bytes that the request speaks of. */
export type Ask = (request: object, file?: Uint8Array) => unknown;

/** Starts the engine in `bytes`. */
export function begin(bytes: Uint8Array): Promise<{ ask: Ask }>;
