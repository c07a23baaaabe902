/** New documents: from a few questions, or from the agenda in the active editor. The server writes their text. */
import * as vscode from 'vscode';

import { readDate, today } from '../dates';
import { LANGUAGE } from '../minutes';
import type { Draft, Minutes, Style } from '../offers';
import type { Server } from '../server';
import { offerStyle } from './choose_style';

/** Asks for stage, style, committee and date, and writes the skeleton in a new document. */
export async function newDocument(server: Server): Promise<void> {
    const styles = await server.styles();
    if (!styles) return;
    const stage = await pick(vscode.l10n.t('What is written?'), [
        { label: vscode.l10n.t('Minutes'), value: 'minutes' },
        { label: vscode.l10n.t('Agenda'), value: 'agenda' },
    ]);
    const style = stage && (await pickStyle(styles));
    if (!style) return;
    const committee = await vscode.window.showInputBox({
        prompt: vscode.l10n.t('Committee'),
        placeHolder: 'Kultur- og Fritidsudvalget',
    });
    if (committee === undefined) return;
    const date = await askDate();
    if (!date) return;
    const meeting = { stage, style: style.name, date, ...(committee.trim() && { committee: committee.trim() }) };
    const draft = await server.execute<Draft>('referent.new', meeting);
    if (!draft) return;
    const editor = await openText('');
    await editor.insertSnippet(new vscode.SnippetString(draft.snippet));
    void offerStyle(style);
}

/** Writes the agenda in the active editor as minutes in a new document. */
export async function minutesFromAgenda(server: Server): Promise<void> {
    const agenda = vscode.window.activeTextEditor?.document;
    if (agenda?.languageId !== LANGUAGE) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open the agenda first.'));
        return;
    }
    // Not written to a file: where the minutes are to lie is for the writer to say.
    const about = { uri: agenda.uri.toString(), create: false };
    const made = await server.execute<Minutes>('referent.newMinutes', about);
    if (made) await openText(made.text);
}

async function askDate(): Promise<string | undefined> {
    const words = await vscode.window.showInputBox({
        prompt: vscode.l10n.t('Date of the meeting'),
        value: today(),
        validateInput: words => (readDate(words) ? undefined : vscode.l10n.t('Write a date such as 14-03-2024')),
    });
    return words && readDate(words);
}

async function openText(content: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content });
    return vscode.window.showTextDocument(document);
}

/** The style of the setting when there is one, else the writer's choice. */
async function pickStyle(styles: Style[]): Promise<Style | undefined> {
    const set = vscode.workspace.getConfiguration('referent').get<string>('style', 'auto');
    const items = styles.map(value => ({ label: value.title, description: value.name, value }));
    return styles.find(({ name }) => name === set) ?? pick(vscode.l10n.t('House style'), items);
}

async function pick<T>(placeHolder: string, items: (vscode.QuickPickItem & { value: T })[]): Promise<T | undefined> {
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.value;
}
