/** Sets the house style: for the folder that is open, else for the user. */
import * as vscode from 'vscode';

import type { Style } from '../offers';
import type { Server } from '../server';

export async function chooseStyle(server: Server): Promise<void> {
    const styles = await server.styles();
    if (!styles) return;
    const now = vscode.workspace.getConfiguration('referent').get<string>('style', 'auto');
    const auto = { name: 'auto', title: vscode.l10n.t('Found by its signs') };
    const items = [auto, ...styles].map(({ name, title }) => ({
        name,
        label: title,
        description: name === now ? `${name} $(check)` : name,
    }));
    const placeHolder = vscode.l10n.t('House style of these documents');
    const chosen = await vscode.window.showQuickPick(items, { placeHolder });
    if (chosen) await setStyle(chosen.name);
}

/** Offers to read all documents in `style`: a document that has only begun shows too few signs of its house. */
export async function offerStyle(style: Style): Promise<void> {
    if (vscode.workspace.getConfiguration('referent').get<string>('style', 'auto') !== 'auto') return;
    const question = vscode.l10n.t('Is {0} the house style of all documents here?', style.title);
    const yes = vscode.l10n.t('Yes');
    const answer = await vscode.window.showInformationMessage(question, yes, vscode.l10n.t('No'));
    if (answer === yes) await setStyle(style.name);
}

async function setStyle(name: string): Promise<void> {
    const settings = vscode.workspace.getConfiguration('referent');
    const target = vscode.workspace.workspaceFolders
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
    await settings.update('style', name === 'auto' ? undefined : name, target);
}
