/** The house styles, and how a document in each of them begins. */

/** Stands among the sections where the decision goes. */
export const DECISION = 'Beslutning';

/** What a skeleton needs to know of a house. */
export interface Style {
    /** The name shown in lists. */
    title: string;
    /** The name shown in the status bar. */
    short: string;
    /** The line above an item. */
    heading: (number: number, title: string) => string;
    /** What stands under an ordinary item of minutes, in the order of the house. */
    sections: string[];
    /** The line above a decision. */
    decision: (committee: string, date: string) => string;
}

const plain = () => DECISION;
const dated = (committee: string, date: string) =>
    committee && date ? `${DECISION} i ${committee} den ${date}` : DECISION;

export const STYLES = {
    generel: {
        title: 'Generel stil',
        short: 'Generel',
        heading: (number, title) => `${number}. ${title}`,
        sections: ['Sagsfremstilling', 'Indstilling', DECISION],
        decision: plain,
    },
    fredericia: {
        title: 'Fredericia Kommune',
        short: 'Fredericia',
        heading: (number, title) => `Punkt ${number} ${title}`,
        sections: [
            'Sagsresumé',
            'Sagsbeskrivelse:',
            'Økonomiske konsekvenser',
            'Vurdering',
            'Indstillinger',
            DECISION,
        ],
        decision: dated,
    },
    kobenhavn: {
        title: 'Københavns Kommune',
        short: 'København',
        heading: (_, title) => title,
        sections: ['Resume', 'Indstilling', 'Problemstilling', 'Løsning', 'Økonomi', 'Videre proces', DECISION],
        decision: plain,
    },
    odense: {
        title: 'Odense Kommune',
        short: 'Odense',
        heading: (number, title) => `Punkt ${number}: ${title}`,
        sections: ['Resume', 'Indstilling', DECISION, 'Sagsfremstilling', 'Økonomi', 'Bilag'],
        decision: plain,
    },
    svendborg: {
        title: 'Svendborg Kommune',
        short: 'Svendborg',
        heading: (_, title) => title,
        sections: [
            'Beslutningstema',
            'Indstilling',
            'Sagsfremstilling',
            'Økonomiske og erhvervsmæssige konsekvenser',
            'CO2-Konsekvensvurdering',
            DECISION,
        ],
        decision: dated,
    },
} satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

export const STYLE_NAMES = Object.keys(STYLES) as StyleName[];

export function isStyle(name: string): name is StyleName {
    return Object.hasOwn(STYLES, name);
}
