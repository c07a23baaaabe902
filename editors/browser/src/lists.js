// What stands beside the text: findings, items, and what minutes changed in their agenda.

import { element } from './element.js';
import { words } from './words.js';

export const RANK = ['error', 'warning', 'info', 'hint'];

/** So many findings are listed; a text with more has one kind of fault in it, which fixing shows. */
const MOST = 500;

/**
 * What stands after the `news` of an edit, and whether the findings must be shown anew. A finding that has only moved stays the
 * same thing, so that what shows it leads to its new place.
 */
export function after(standing, news) {
    if (news.kept === undefined) return { standing: { ...standing, ...news }, findings: true };
    const { kept, moved, units, lines, findings, ...rest } = news;
    const all = standing.findings.length;
    const tail = standing.findings.slice(all - moved);
    for (const finding of tail) {
        finding.line += lines;
        for (const place of [finding, ...finding.fixes.flatMap((fix) => fix.changes)]) {
            place.from += units;
            place.to += units;
        }
    }
    return {
        standing: { ...standing, ...rest, findings: [...standing.findings.slice(0, kept), ...findings, ...tail] },
        findings: findings.length > 0 || kept + moved < all || lines !== 0,
    };
}

/** Words that lead to a place, by mouse and by keyboard. */
function leading(className, words, go) {
    const button = element('button', `to ${className}`, words);
    button.addEventListener('click', (event) => { event.stopPropagation(); go(); });
    return button;
}

/** What it all comes to: words, and whether they say stop. */
export function verdict(standing, empty) {
    const of = (severity) => standing.findings.filter((finding) => finding.severity === severity).length;
    const counted = RANK.map((severity) => [of(severity), severity]).filter(([n]) => n > 0);
    const counts = counted.map(([n, severity]) => `${n}\u00a0${words(n === 1 ? severity : `${severity}s`).toLowerCase()}`).join(' · ');
    if (standing.withheld?.length > 0) return [`${words('mustNot')}: ${standing.withheld.join(', ')} (${counts})`, true];
    if (empty) return [words('waiting'), false];
    return [counts || words('none'), of('error') > 0];
}

/** The findings, the worst first; `does` has `goTo(from, to)`, `apply(fix)` and `explain(rule)`. */
export function findings(standing, does) {
    const sorted = [...standing.findings].sort((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity) || a.from - b.from);
    const rows = sorted.slice(0, MOST).map((finding) => row(finding, does));
    if (sorted.length > MOST) rows.push(element('li', '', `${sorted.length - MOST} ${words('more')}`));
    return rows;
}

function row(finding, does) {
    const go = () => does.goTo(finding.from, finding.to);
    const line = element('li', finding.severity);
    line.addEventListener('click', go);
    const where = leading('where', '', go);
    where.append(element('b', '', words(finding.severity)), ` · ${words('line')} ${finding.line}`);
    const deeds = element('span', 'do');
    for (const fix of finding.fixes) {
        const button = element('button', '', fix.safe ? fix.title : `${fix.title} (${words('unsafe')})`);
        button.addEventListener('click', (event) => { event.stopPropagation(); does.apply(fix); });
        deeds.append(button);
    }
    const why = element('button', '', words('why'));
    why.setAttribute('aria-expanded', 'false');
    why.addEventListener('click', async (event) => {
        event.stopPropagation();
        const told = await does.explain(finding.rule);
        if (!told) return;
        const answer = element('p', '', told.why);
        answer.tabIndex = -1;
        why.replaceWith(answer);
        answer.focus();
    });
    deeds.append(why);
    line.append(where, element('span', 'what', finding.message), deeds);
    return line;
}

/** What `item` is called. */
export function nameOf({ number, title }) {
    return [number, title].filter(Boolean).join('. ') || words('noTitle');
}

/** The items of the meeting with their at-points and what was decided. */
export function items(standing, { goToLine }, empty) {
    const all = standing.outline.items;
    if (all.length === 0) return [element('li', '', empty ? '' : words('noItems'))];
    return all.flatMap((item, n) => {
        const points = item.at_points.map((point) => {
            const line = element('li', 'sub');
            line.append(leading('', point.text, () => goToLine(point.line)));
            return line;
        });
        const line = element('li');
        line.append(leading('', nameOf(item), () => goToLine(item.line)));
        if (standing.summaries[n]) line.append(' ', element('span', 'summary', standing.summaries[n]));
        return [line, ...points];
    });
}

/** What the minutes changed in the agenda, as the engine compared them. */
export function compared(answer, agenda, { goToLine }) {
    const rows = [element('li', 'total', `${agenda}: ${answer.verdict}`)];
    for (const item of answer.items) {
        const line = element('li');
        line.append(item.line ? leading('', item.name, () => goToLine(item.line)) : element('b', '', item.name));
        if (item.whole) line.append(element('p', '', item.whole));
        for (const change of item.changes) {
            line.append(element('p', '', change.what));
            if (change.agenda) line.append(element('del', '', change.agenda[1]));
            if (change.minutes) line.append(element('ins', '', change.minutes[1]));
        }
        rows.push(line);
    }
    return rows;
}
