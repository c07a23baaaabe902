/** Dates as they are written here. */

/** Today as "14-03-2024". */
export function today(): string {
    return new Date().toLocaleDateString('da-DK', { day: '2-digit', month: '2-digit', year: 'numeric' }).replaceAll('.', '-');
}

/** Reads "14-03-2024", "14.3.2024", "14/3 2024" or "2024-03-14" as "2024-03-14"; nothing when there is no such day. */
export function readDate(words: string): string | undefined {
    const numbers = words.split(/\D+/).filter(Boolean).map(Number);
    if (numbers.length !== 3) return undefined;
    const [year, month, day] = words.trim().match(/^\d{4}/) ? numbers : numbers.reverse();
    if (!year || !month || !day || year < 1800 || year > 9999) return undefined;
    const date = new Date(Date.UTC(year, month - 1, day));
    const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isThere ? date.toISOString().slice(0, 10) : undefined;
}
