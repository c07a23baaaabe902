/** Writes the beginning of a document: head, first items and the headings of an ordinary one. */
import { DECISION, STYLES, type Style, type StyleName } from './styles';

/** What the writer was asked for. */
export interface Meeting {
    style: StyleName;
    stage: 'agenda' | 'minutes';
    committee: string;
    date: Date;
}

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');
const WEEKDAYS = 'Søndag Mandag Tirsdag Onsdag Torsdag Fredag Lørdag'.split(' ');

/** The skeleton as a snippet: the places to fill in are tab stops. */
export function skeleton({ style: name, stage, committee, date }: Meeting): string {
    const style: Style = STYLES[name];
    const title = stage === 'minutes' ? 'Referat' : 'Dagsorden';
    const decision = style.decision(committee, longDate(date));
    const head = [
        committee,
        title,
        '',
        `Mødedato: ${WEEKDAYS[date.getDay()]} den ${longDate(date)} kl. \${1:16.00}`,
        'Mødested: ${2:sted}',
        '',
    ];
    const decided = stage === 'minutes' ? [decision, '', '${DECISION:Godkendt.}', ''] : [];
    const sections = style.sections
        .filter(section => section !== DECISION || stage === 'minutes')
        .flatMap(section => [section === DECISION ? decision : section, '', '${STOP}', '']);
    const items = [
        [style.heading(1, 'Godkendelse af dagsorden'), '', ...decided],
        [style.heading(2, '${STOP:Titel}'), '', ...sections],
        [style.heading(3, 'Eventuelt'), '', ...decided],
    ];
    return numbered([...head, ...items.flat()].join('\n'));
}

/** "14. marts 2024". */
export function longDate(date: Date): string {
    return `${date.getDate()}. ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** Reads "14-03-2024", "14.3.2024", "14/3 2024" or "2024-03-14"; nothing when there is no such day. */
export function readDate(words: string): Date | undefined {
    const numbers = words.split(/\D+/).filter(Boolean).map(Number);
    if (numbers.length !== 3) return undefined;
    const [year, month, day] = words.trim().match(/^\d{4}/) ? numbers : numbers.reverse();
    if (!year || !month || !day || year < 1800) return undefined;
    const date = new Date(year, month - 1, day);
    return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}

/** Numbers the tab stops after the two of the head in the order they stand. */
function numbered(snippet: string): string {
    let next = 3;
    return snippet.replace(/\$\{(?:STOP|DECISION)(:[^}]*)?\}/g, (_, words = '') => `\${${next++}${words}}`);
}
