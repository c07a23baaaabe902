/** Entry: puts the parts together when the first document that may be minutes is opened. */
import * as vscode from 'vscode';

import { registerCommands } from './commands';
import { watchDocuments } from './documents';
import { RuleText } from './rule_text';
import { Server } from './server';
import { Status } from './status';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
    server = new Server(context.extensionPath);
    const status = new Status(server);
    const rules = new RuleText(server);
    context.subscriptions.push(server, status, rules);
    registerCommands(context, server, rules);
    watchDocuments(context, server);
}

export function deactivate(): Promise<void> | undefined {
    return server?.stop();
}
