/** The next recommended point that is not decided, or the one before; from the last it goes on with the first. */
import * as vscode from 'vscode';

import { LANGUAGE } from '../minutes';
import type { Server } from '../server';

export async function goToUndecided(server: Server, back: boolean): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== LANGUAGE) return;
    const { line, character } = editor.selection.active;
    const about = { uri: editor.document.uri.toString(), position: { line, character }, back };
    // The server shows the place itself, and says it where there is none.
    await server.execute<object | null>('referent.nextUndecided', about);
}
