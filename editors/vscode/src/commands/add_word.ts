/** The word at the cursor, or what is selected, goes into the list of words in `referent.toml`. */
import * as vscode from 'vscode';

import { LANGUAGE } from '../minutes';
import type { Server } from '../server';

export async function addWord(server: Server): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== LANGUAGE) return;
    const { document, selection } = editor;
    const place = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
    const word = place && document.getText(place).trim();
    if (!word) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor in a word first.'));
        return;
    }
    await server.execute('referent.addToVocabulary', { uri: document.uri.toString(), word });
}
