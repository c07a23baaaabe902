// The text with its findings underlined; every change is handed on as the engine wants it.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';

const look = EditorView.theme({
    '&': { backgroundColor: 'var(--ground)', color: 'var(--ink)' },
    '.cm-gutters': { backgroundColor: 'var(--lift)', color: 'var(--soft)', border: 'none' },
    '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)' },
    '.cm-content': { caretColor: 'var(--ink)' },
    '.cm-placeholder': { color: 'var(--soft)' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)' },
    '.cm-tooltip': { backgroundColor: 'var(--lift)', color: 'var(--ink)', border: '1px solid var(--line)', maxWidth: '34rem' },
    '.cm-diagnosticAction': { backgroundColor: 'var(--accent)', color: 'var(--ground)' },
});

/** The editor in `parent`; `changed` gets each change as `{from, to, insert}` of the text the one before it left. */
export function editor(parent, label, hint, changed) {
    const follow = EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        const changes = [];
        let moved = 0;
        update.changes.iterChanges((from, to, _newFrom, _newTo, inserted) => {
            changes.push({ from: from + moved, to: to + moved, insert: inserted.toString() });
            moved += inserted.length - (to - from);
        });
        changed(changes);
    });
    const state = EditorState.create({
        extensions: [
            lineNumbers(), history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping, lintGutter(), search(),
            highlightSelectionMatches(), placeholder(hint), look, follow,
            EditorState.lineSeparator.of('\n'),
            EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
            // Escape and then Tab leaves the editor, for whoever has no mouse.
            keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
        ],
    });
    return new EditorView({ parent, state });
}

/** Underlines `findings`; `apply` makes one of their fixes. */
export function underline(view, findings, apply) {
    const most = view.state.doc.length;
    const diagnostics = findings.map((finding) => ({
        from: Math.min(finding.from, most),
        to: Math.min(finding.to, most),
        severity: finding.severity,
        message: finding.message,
        actions: finding.fixes.map((fix) => ({ name: fix.title, apply: () => apply(fix) })),
    }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Shows byte range `from`–`to` and puts the caret there. */
export function goTo(view, from, to = from) {
    const most = view.state.doc.length;
    const selection = { anchor: Math.min(from, most), head: Math.min(to, most) };
    view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
    view.focus();
}

/** Makes `text` the text, changing only what differs, so that the caret stays where it was. */
export function replaceAll(view, text) {
    const old = view.state.doc.toString();
    let from = 0;
    while (from < old.length && from < text.length && old[from] === text[from]) from++;
    let tail = 0;
    const most = Math.min(old.length, text.length) - from;
    while (tail < most && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
    view.dispatch({ changes: { from, to: old.length - tail, insert: text.slice(from, text.length - tail) } });
}
