/** Which documents are minutes: those of the language, and those that the setting `referent.files` names. */
import * as vscode from 'vscode';

import { isMinutes, LANGUAGE } from './minutes';
import type { Reading } from './offers';
import type { Server } from './server';

/** Languages that a file named in the setting may have at first. A document in another language is left alone. */
const PLAIN = ['plaintext', 'markdown'];

/** Starts the server when the first document of the language is open, and gives named files the language. */
export function watchDocuments(context: vscode.ExtensionContext, server: Server): void {
    const asked = new Set<string>();
    const meet = async (document: vscode.TextDocument) => {
        if (isMinutes(document)) {
            await server.start();
        } else if (isNamed(document)) {
            await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
        } else {
            await offer(document, server, asked);
        }
    };
    const meetAll = () => vscode.workspace.textDocuments.forEach(document => void meet(document));
    context.subscriptions.push(
        vscode.workspace.onDidOpenTextDocument(meet),
        // What was found in the file says nothing of a text that is being written and that the server does not have.
        vscode.workspace.onDidChangeTextDocument(({ document }) => {
            if (PLAIN.includes(document.languageId)) server.forget(document.uri);
        }),
        vscode.workspace.onDidChangeConfiguration(change => {
            if (change.affectsConfiguration('referent.files')) meetAll();
        }),
    );
    meetAll();
}

/** Gives the active document the language, whatever it is called. */
export async function treatThisAsMinutes(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document && PLAIN.includes(document.languageId)) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
}

/** Words without which a text is no minutes; the server is asked only where one of them stands. */
const SIGNS = /udvalg|byråd|kommunalbestyrelse|dagsorden|referat|indstilling|beslutning/i;

/** Asks once about a document that reads like minutes and does not say so by its name. */
async function offer(document: vscode.TextDocument, server: Server, asked: Set<string>): Promise<void> {
    const uri = document.uri.toString();
    if (!PLAIN.includes(document.languageId) || document.uri.scheme !== 'file' || asked.has(uri)) return;
    const text = document.getText();
    if (!SIGNS.test(text.slice(0, 4000))) return;
    asked.add(uri);
    await server.start();
    const reading = await server.inform<Reading>('referent.treatAsMinutes', { uri, text }).catch(() => undefined);
    if (!reading?.isMinutes) return;
    const name = document.uri.path.split('/').pop() ?? '';
    const question = vscode.l10n.t('"{0}" reads like minutes. Treat it as such?', name);
    const [yes, always] = [vscode.l10n.t('Treat as Minutes'), vscode.l10n.t('Always in This Folder')];
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    const answer = await vscode.window.showInformationMessage(question, yes, ...(folder ? [always] : []));
    if (answer === always && folder) await remember(document, folder);
    else if (answer === yes && !document.isClosed) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
}

/** Names the files of the document's folder in the setting `referent.files`, by which it gets the language too. */
async function remember(document: vscode.TextDocument, folder: vscode.WorkspaceFolder): Promise<void> {
    const path = vscode.workspace.asRelativePath(document.uri, false).split('/').slice(0, -1);
    const ending = document.languageId === 'markdown' ? 'md' : 'txt';
    const settings = vscode.workspace.getConfiguration('referent', folder);
    const pattern = ['**', ...path, `*.${ending}`].join('/');
    const files = [...settings.get<string[]>('files', []), pattern];
    await settings.update('files', files, vscode.ConfigurationTarget.WorkspaceFolder);
}

function isNamed(document: vscode.TextDocument): boolean {
    if (!PLAIN.includes(document.languageId)) return false;
    const patterns = vscode.workspace.getConfiguration('referent', document).get<string[]>('files', []);
    return patterns.some(pattern => vscode.languages.match({ pattern }, document) > 0);
}
