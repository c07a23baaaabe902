/** Turns the text of an agenda into that of minutes: a place for the decision of each open item. */
import { DECISION, isStyle, STYLES, type Style } from './styles';

/** The part of `referent outline --format json` that is read here. */
export interface Outline {
    style: string;
    committee: string | null;
    date: string | null;
    items: {
        line: number;
        end_line: number;
        closed: boolean;
        sections: { kind: string; line: number }[];
    }[];
}

/** The minutes of the meeting whose agenda is `agenda`; nothing else in it is changed. */
export function minutesFrom(agenda: string, outline: Outline, date: string): string {
    const end = agenda.includes('\r\n') ? '\r\n' : '\n';
    const lines = agenda.split(/\r?\n/);
    const style: Style = isStyle(outline.style) ? STYLES[outline.style] : STYLES.generel;
    const heading = style.decision(outline.committee ?? '', date);
    const open = outline.items.filter(item => !item.closed && !item.sections.some(s => s.kind === 'decision'));
    // From the last to the first, so that the line numbers of the others stay right.
    for (const item of open.reverse()) {
        const before = lineAfter(item, style);
        let at = before - 1;
        while (at > item.line && !lines[at - 1]?.trim()) at--;
        lines.splice(at, before - 1 - at, '', mark(lines, item) + heading, '', '', '');
    }
    const head = outline.items[0]?.line ?? lines.length + 1;
    return lines.map((line, i) => (i < head - 1 ? renamed(line) : line)).join(end);
}

/** The line, counted from 1, before which the decision goes: that of the first section which the house has after it. */
function lineAfter(item: Outline['items'][number], style: Style): number {
    const isBefore = style.sections.indexOf(DECISION) < style.sections.length - 1;
    const recommendation = item.sections.findIndex(section => section.kind === 'recommendation');
    const follower = isBefore
        ? item.sections[recommendation + 1]
        : item.sections.find(section => section.kind === 'attachments');
    return follower?.line ?? item.end_line + 1;
}

/** The "### " that headings in this item begin with. */
function mark(lines: string[], item: Outline['items'][number]): string {
    const level = (line: number) => lines[line - 1]?.match(/^#+ +/)?.[0] ?? '';
    const section = item.sections[0];
    if (section) return level(section.line);
    const own = level(item.line);
    return own && `#${own}`;
}

/** A line of the head with "Dagsorden" as its first word says "Referat". */
function renamed(line: string): string {
    return line.replace(/^([\s#\uFEFF]*)(dagsorden)(?![\p{L}-])/iu, (_, before: string, word: string) => {
        const capital = word === word.toUpperCase() ? 'REFERAT' : word.startsWith('D') ? 'Referat' : 'referat';
        return before + capital;
    });
}
