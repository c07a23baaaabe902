/** Which documents are minutes: those of the language, and those that the setting `referent.files` names. */
import * as vscode from 'vscode';

import { LANGUAGE, type Server } from './server';

/** Languages that a file named in the setting may have at first. A document in another language is left alone. */
const PLAIN = ['plaintext', 'markdown'];

/** Starts the server when the first document of the language is open, and gives named files the language. */
export function watchDocuments(context: vscode.ExtensionContext, server: Server): void {
    const meet = async (document: vscode.TextDocument) => {
        if (document.languageId === LANGUAGE) {
            await server.start();
        } else if (isNamed(document)) {
            await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
        }
    };
    const meetAll = () => vscode.workspace.textDocuments.forEach(document => void meet(document));
    context.subscriptions.push(
        vscode.workspace.onDidOpenTextDocument(meet),
        vscode.workspace.onDidChangeConfiguration(change => {
            if (change.affectsConfiguration('referent.files')) meetAll();
        }),
    );
    meetAll();
}

function isNamed(document: vscode.TextDocument): boolean {
    if (!PLAIN.includes(document.languageId)) return false;
    const patterns = vscode.workspace.getConfiguration('referent', document).get<string[]>('files', []);
    return patterns.some(pattern => vscode.languages.match({ pattern }, document) > 0);
}
