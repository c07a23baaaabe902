/** What the command palette offers. */
import * as vscode from 'vscode';

import { chooseStyle } from './commands/choose_style';
import { goToUndecided } from './commands/go_to_undecided';
import { minutesFromAgenda, newDocument } from './commands/new_document';
import type { RuleText } from './rule_text';
import type { Server } from './server';

export function registerCommands(context: vscode.ExtensionContext, server: Server, rules: RuleText): void {
    const command = (name: string, run: (...args: never[]) => unknown) =>
        context.subscriptions.push(vscode.commands.registerCommand(`referent.${name}`, run));
    command('restart', () => server.restart());
    command('newDocument', () => newDocument(server));
    command('minutesFromAgenda', () => minutesFromAgenda(server));
    command('fixAll', fixAll);
    command('goToUndecided', () => goToUndecided(server));
    command('chooseStyle', () => chooseStyle(server));
    command('openRule', (rule?: string) => rules.open(rule));
}

/** Asks for the server's "fix all" and applies it; the editor says so itself when there is nothing to fix. */
function fixAll(): Thenable<unknown> {
    const kind = 'source.fixAll.referent';
    return vscode.commands.executeCommand('editor.action.sourceAction', { kind, apply: 'first' });
}
