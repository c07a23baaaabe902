// What leaves the page, always by the user's hand: files that are saved, and the report that is printed.

import { element } from './element.js';
import { nameOf, verdict, worstFirst } from './lists.js';
import { language, words } from './words.js';

/** Lets the user save `content` as `name`. */
export function save(name, content, type) {
    const link = element('a');
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function checksum(text) {
    // A page that was not opened from a safe place has no such thing, and the report then says nothing of it.
    if (!crypto.subtle) return '';
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return `SHA-256 ${[...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Prints what was found in `text`, which came from the file `name`. */
export async function printReport(report, standing, name, text) {
    const list = element('ol');
    for (const finding of worstFirst(standing.findings)) {
        const line = element('li');
        line.append(element('b', '', `${words(finding.severity)}, ${words('line')} ${finding.line}. `), `${finding.message}.`);
        for (const fix of finding.fixes) line.append(element('span', 'where', ` ${words('remedy')}: ${fix.title}.`));
        list.append(line);
    }
    const agenda = element('ol', 'agenda');
    standing.outline.items.forEach((item, n) => {
        agenda.append(element('li', '', [nameOf(item), standing.summaries[n]].filter(Boolean).join(' – ')));
    });
    const when = new Date().toLocaleString(language());
    const { committee, date } = standing.outline;
    report.replaceChildren(
        element('h2', '', `${words('reportOf')} ${name}`),
        element('p', '', [committee, date, standing.styleTitle].filter(Boolean).join(' · ')),
        element('p', 'total', verdict(standing, text.length === 0)[0]),
        list,
        element('h3', '', words('outline')),
        agenda,
        element('p', 'where', `${words('made')} ${when}. ${await checksum(text)}`),
    );
    report.hidden = false;
    window.print();
    report.hidden = true;
}
