// What stands beside the text: findings, items, and what minutes changed in their agenda.

import { element } from './element.js';
import { words } from './words.js';

const RANK = ['error', 'warning', 'info', 'hint'];

/** So many findings are listed; a text with more has one kind of fault in it, which fixing shows. */
const MOST = 500;

/**
 * What stands after the `news` of an edit, and whether other findings stand than before. A finding that has only moved stays
 * the same thing, so that what shows it leads to its new place.
 */
export function after(standing, news) {
    if (news.kept === undefined) return { standing: { ...standing, ...news }, findings: true };
    const { kept, moved, from, to, units, lines, findings, ...rest } = news;
    const all = standing.findings.length;
    const [head, tail] = [standing.findings.slice(0, kept), standing.findings.slice(all - moved)];
    for (const same of [head, tail]) for (const finding of same) follow(finding, news);
    return {
        standing: { ...standing, ...rest, findings: [...head, ...findings, ...tail] },
        findings: findings.length > 0 || kept + moved < all,
    };
}

/** Lets `finding`, which an edit from `from` to `to` left as it was, go along with what lies behind the edit. */
function follow(finding, { from, to, units, lines }) {
    const go = (place) => {
        // What was written just before a word or just behind it is no part of it.
        if (place.from >= to) place.from += units;
        if (place.to > from) place.to += units;
    };
    if (finding.from >= to) finding.line += lines;
    go(finding);
    for (const fix of finding.fixes) fix.changes.forEach(go);
}

/** `findings`, which are in the order of the text, the worst first. */
export function worstFirst(findings) {
    return RANK.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
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

/** The row of each finding that was shown: it stays, with what was unfolded in it, as long as the finding does. */
const rows = new WeakMap();

/** Shows the findings in `list`, the worst first; `does` has `goTo(from, to)`, `apply(fix)` and `explain(rule)`. */
export function showFindings(list, standing, does) {
    const sorted = worstFirst(standing.findings);
    const shown = sorted.slice(0, MOST).map((finding) => {
        if (!rows.has(finding)) rows.set(finding, row(finding, does));
        const { line, count } = rows.get(finding);
        if (count.data !== `${finding.line}`) count.data = `${finding.line}`;
        return line;
    });
    if (sorted.length > MOST) shown.push(element('li', '', `${sorted.length - MOST} ${words('more')}`));
    exchange(list, shown);
}

/** Lets `list` hold `wanted`, touching only what is new or gone, so that what has the focus keeps it. */
function exchange(list, wanted) {
    const stays = new Set(wanted);
    for (const child of [...list.children]) if (!stays.has(child)) child.remove();
    let next = list.firstElementChild;
    for (const child of wanted) {
        if (child === next) next = next.nextElementSibling;
        else list.insertBefore(child, next);
    }
}

/** The row of `finding`, and the words in it that say its line. */
function row(finding, does) {
    const go = () => does.goTo(finding.from, finding.to);
    const line = element('li', finding.severity);
    line.addEventListener('click', go);
    const where = leading('where', '', go);
    const count = document.createTextNode(`${finding.line}`);
    where.append(element('b', '', words(finding.severity)), ` · ${words('line')} `, count);
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
    return { line, count };
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
