/** Which documents are minutes that somebody writes, in the program and in a browser alike. */
import type { TextDocument } from 'vscode';

/** The language that documents must have to be read. */
export const LANGUAGE = 'referat';

/** Schemes of what only shows a document: an earlier version beside the text, the preview of an edit. The language server knows the same. */
export const SHOWN = [
    'chat-editing-text-model', 'comment', 'git', 'gitfs', 'gitlens', 'hg', 'merge-conflict.conflict-diff', 'output', 'pr', 'review', 'svn',
];

/** Of the schemes that VS Code has itself, those with files. */
export const FILES = ['vscode-remote', 'vscode-test-web', 'vscode-userdata', 'vscode-vfs'];

/** Is what has the `scheme` a view of a document? Nobody writes in it, and what is found in the document would be told twice. */
export function isView(scheme: string): boolean {
    return SHOWN.includes(scheme) || (scheme.startsWith('vscode-') && !FILES.includes(scheme));
}

/** Is the document one that somebody writes as minutes? */
export function isMinutes(document: TextDocument): boolean {
    return document.languageId === LANGUAGE && !isView(document.uri.scheme);
}
