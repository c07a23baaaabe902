/** What the server answers to its own commands: editors/README.md, "What the server offers". */

/** One of the answer to `referent.styles`. */
export interface Style {
    name: string;
    title: string;
}

/** The answer to `referent.new`. */
export interface Draft {
    /** The text with `$1` and so on where the writer fills something in. */
    snippet: string;
}

/** The answer to `referent.newMinutes`. */
export interface Minutes {
    text: string;
}

/** The answer to `referent.compareWithAgenda`. */
export interface Compared {
    text: string;
}

/** The answer to `referent.treatAsMinutes`. */
export interface Reading {
    isMinutes: boolean;
}

/** The answer to `referent.status`. */
export interface Standing {
    style: Style & { from: 'settings' | 'text' | 'none'; signs: string[] };
    /** Closed ones among them. */
    items: number;
    atPoints: number;
    decided: number;
    findings: { errors: number; warnings: number; infos: number; hints: number; fixable: number };
}
