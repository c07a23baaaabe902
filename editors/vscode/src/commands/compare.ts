/** What the minutes changed in what the agenda recommends, beside the text. */
import * as vscode from 'vscode';

import { LANGUAGE } from '../minutes';
import type { Compared } from '../offers';
import type { Server } from '../server';

export async function compare(server: Server): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    const compared = await server.execute<Compared>('referent.compareWithAgenda', { uri: document.uri.toString() });
    if (!compared) return;
    const told = await vscode.workspace.openTextDocument({ language: 'diff', content: compared.text });
    await vscode.window.showTextDocument(told, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}
