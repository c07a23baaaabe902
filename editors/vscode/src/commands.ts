/** What the command palette offers. */
import * as vscode from 'vscode';

import { addWord } from './commands/add_word';
import { chooseStyle } from './commands/choose_style';
import { compare } from './commands/compare';
import { goToUndecided } from './commands/go_to_undecided';
import { minutesFromAgenda, newDocument } from './commands/new_document';
import { treatThisAsMinutes } from './documents';
import type { RuleText } from './rule_text';
import type { Server } from './server';

export function registerCommands(context: vscode.ExtensionContext, server: Server, rules: RuleText): void {
    const command = (name: string, run: (...args: never[]) => unknown) =>
        context.subscriptions.push(vscode.commands.registerCommand(`referent.${name}`, run));
    command('restart', () => server.restart());
    command('newDocument', () => newDocument(server));
    command('minutesFromAgenda', () => minutesFromAgenda(server));
    command('fixAll', fixAll);
    command('goToUndecided', () => goToUndecided(server, false));
    command('goToUndecidedBefore', () => goToUndecided(server, true));
    command('fixAllInFiles', () => server.execute('referent.fixAllInFolder'));
    command('compare', () => compare(server));
    command('addWord', () => addWord(server));
    command('treatThisAsMinutes', treatThisAsMinutes);
    command('chooseStyle', () => chooseStyle(server));
    command('openRule', (rule?: string) => rules.open(rule));
}

/** Asks for the server's "fix all" and applies it; the editor says so itself when there is nothing to fix. */
function fixAll(): Thenable<unknown> {
    const kind = 'source.fixAll.referent';
    return vscode.commands.executeCommand('editor.action.sourceAction', { kind, apply: 'first' });
}
