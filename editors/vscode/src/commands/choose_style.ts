/** Sets the house style: for the folder that is open, else for the user. */
import * as vscode from 'vscode';

import { STYLE_NAMES, STYLES, type StyleName } from '../styles';

export async function chooseStyle(): Promise<void> {
    const settings = vscode.workspace.getConfiguration('referent');
    const now = settings.get<string>('style', 'auto');
    const auto = { name: 'auto', label: vscode.l10n.t('Found by its signs') };
    const all = [auto, ...STYLE_NAMES.map(name => ({ name: name as string, label: STYLES[name].title }))];
    const items = all.map(item => ({ ...item, description: item.name === now ? `${item.name} $(check)` : item.name }));
    const placeHolder = vscode.l10n.t('House style of these documents');
    const chosen = await vscode.window.showQuickPick(items, { placeHolder });
    if (chosen) await setStyle(chosen.name);
}

/** Offers to read all documents in `name`: a document that has only begun shows too few signs of its house. */
export async function offerStyle(name: StyleName): Promise<void> {
    if (vscode.workspace.getConfiguration('referent').get<string>('style', 'auto') !== 'auto') return;
    const question = vscode.l10n.t('Is {0} the house style of all documents here?', STYLES[name].title);
    const yes = vscode.l10n.t('Yes');
    const answer = await vscode.window.showInformationMessage(question, yes, vscode.l10n.t('No'));
    if (answer === yes) await setStyle(name);
}

async function setStyle(name: string): Promise<void> {
    const settings = vscode.workspace.getConfiguration('referent');
    const target = vscode.workspace.workspaceFolders
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
    await settings.update('style', name === 'auto' ? undefined : name, target);
}
