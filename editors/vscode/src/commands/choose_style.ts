/** Sets the house style: for the folder that is open, else for the user. */
import * as vscode from 'vscode';

import { STYLE_NAMES, STYLES } from '../styles';

export async function chooseStyle(): Promise<void> {
    const settings = vscode.workspace.getConfiguration('referent');
    const now = settings.get<string>('style', 'auto');
    const auto = { name: 'auto', label: vscode.l10n.t('Found by its signs') };
    const all = [auto, ...STYLE_NAMES.map(name => ({ name: name as string, label: STYLES[name].title }))];
    const items = all.map(item => ({ ...item, description: item.name === now ? `${item.name} $(check)` : item.name }));
    const placeHolder = vscode.l10n.t('House style of these documents');
    const chosen = await vscode.window.showQuickPick(items, { placeHolder });
    if (!chosen) return;
    const target = vscode.workspace.workspaceFolders
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
    await settings.update('style', chosen.name === 'auto' ? undefined : chosen.name, target);
}
