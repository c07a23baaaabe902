/** New documents: from a few questions, or from the agenda in the active editor. */
import * as vscode from 'vscode';

import { minutesFrom, type Outline } from '../from_agenda';
import { LANGUAGE, type Server } from '../server';
import { longDate, readDate, skeleton } from '../skeleton';
import { STYLE_NAMES, STYLES, type StyleName } from '../styles';
import { offerStyle } from './choose_style';

/** Asks for stage, style, committee and date, and writes the skeleton in a new document. */
export async function newMinutes(): Promise<void> {
    const stage = await pick<'minutes' | 'agenda'>(vscode.l10n.t('What is written?'), [
        { label: vscode.l10n.t('Minutes'), value: 'minutes' },
        { label: vscode.l10n.t('Agenda'), value: 'agenda' },
    ]);
    const style = stage && (await pickStyle());
    if (!style) return;
    const committee = await vscode.window.showInputBox({
        prompt: vscode.l10n.t('Committee'),
        placeHolder: 'Kultur- og Fritidsudvalget',
    });
    if (committee === undefined) return;
    const words = await vscode.window.showInputBox({
        prompt: vscode.l10n.t('Date of the meeting'),
        value: new Date().toLocaleDateString('da-DK', { day: '2-digit', month: '2-digit', year: 'numeric' }),
        validateInput: words => (readDate(words) ? undefined : vscode.l10n.t('Write a date such as 14-03-2024')),
    });
    const date = words && readDate(words);
    if (!date) return;
    const editor = await openText('');
    const meeting = { style, stage, committee: escaped(committee.trim()), date };
    await editor.insertSnippet(new vscode.SnippetString(skeleton(meeting)));
    void offerStyle(style);
}

/** Writes the agenda in the active editor as minutes in a new document. */
export async function minutesFromAgenda(server: Server): Promise<void> {
    const agenda = vscode.window.activeTextEditor?.document;
    if (agenda?.languageId !== LANGUAGE) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open the agenda first.'));
        return;
    }
    const style = vscode.workspace.getConfiguration('referent', agenda).get<string>('style', 'auto');
    const args = ['outline', '--format', 'json', ...(style === 'auto' ? [] : ['--style', style]), '-'];
    const answer = await server.ask(args, agenda.getText());
    const outline: Outline | undefined = answer && JSON.parse(answer);
    if (!outline || outline.items.length === 0) {
        void vscode.window.showWarningMessage(vscode.l10n.t('No items were found in this document.'));
        return;
    }
    const date = outline.date ? readDate(outline.date) : undefined;
    await openText(minutesFrom(agenda.getText(), outline, date ? longDate(date) : ''));
}

async function openText(content: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content });
    return vscode.window.showTextDocument(document);
}

/** The style of the setting when there is one, else the writer's choice. */
async function pickStyle(): Promise<StyleName | undefined> {
    const set = vscode.workspace.getConfiguration('referent').get<string>('style', 'auto');
    const known = STYLE_NAMES.find(name => name === set);
    const items = STYLE_NAMES.map(value => ({ label: STYLES[value].title, description: value, value }));
    return known ?? pick(vscode.l10n.t('House style'), items);
}

async function pick<T>(placeHolder: string, items: (vscode.QuickPickItem & { value: T })[]): Promise<T | undefined> {
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.value;
}

/** `words` as they are, in a snippet. */
function escaped(words: string): string {
    return words.replace(/[\\$}]/g, '\\$&');
}
