/** The item in the status bar: the house style that was found, and how many findings the document has. */
import * as vscode from 'vscode';

import { isMinutes } from './minutes';
import type { Standing } from './offers';
import type { Server } from './server';

/** So long, in milliseconds, must changes rest before the server is asked again. */
const REST = 150;

export class Status implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('referent.status', vscode.StatusBarAlignment.Right, 100);
    private readonly listening: vscode.Disposable[];
    private timer: NodeJS.Timeout | undefined;
    private standing: Standing | undefined;
    private of: vscode.TextDocument | undefined;

    constructor(private readonly server: Server) {
        this.item.name = 'Referent';
        this.item.command = 'referent.chooseStyle';
        this.listening = [
            vscode.window.onDidChangeActiveTextEditor(() => this.look()),
            vscode.workspace.onDidOpenTextDocument(() => this.look()),
            vscode.workspace.onDidChangeConfiguration(change => {
                if (change.affectsConfiguration('referent')) this.look();
            }),
            vscode.workspace.onDidChangeTextDocument(({ document }) => {
                if (document === this.of) this.look();
            }),
            vscode.languages.onDidChangeDiagnostics(({ uris }) => {
                if (uris.some(uri => uri.toString() === this.of?.uri.toString())) this.look();
            }),
            server.onChange(() => this.look()),
        ];
        this.look();
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.listening.forEach(one => one.dispose());
        this.item.dispose();
    }

    /** Asks how the active document stands, when nothing has changed for a while. */
    private look(): void {
        const document = vscode.window.activeTextEditor?.document;
        if (document !== this.of) this.standing = undefined;
        this.of = document && isMinutes(document) ? document : undefined;
        this.show();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.ask(), REST);
    }

    private async ask(): Promise<void> {
        const document = this.of;
        if (!document || !this.server.isRunning) return;
        const about = { uri: document.uri.toString() };
        // The server may not have heard of the document yet; it is asked again when there are findings.
        const standing = await this.server.inform<Standing>('referent.status', about).catch(() => undefined);
        if (document !== this.of || !standing) return;
        this.standing = standing;
        this.show();
    }

    private show(): void {
        if (!this.of) {
            this.item.hide();
            return;
        }
        const standing = this.server.isRunning ? this.standing : undefined;
        this.item.text = standing ? text(standing) : this.server.isRunning ? 'Referent' : '$(circle-slash) Referent';
        this.item.tooltip = standing ? tooltip(standing) : this.silence();
        const isSerious = standing !== undefined && standing.findings.errors > 0;
        this.item.backgroundColor = isSerious ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
        this.item.show();
    }

    private silence(): string {
        return this.server.isRunning ? 'Referent' : vscode.l10n.t('Referent: the language server is not running');
    }
}

function text({ style, findings }: Standing): string {
    const { errors, warnings, infos, hints } = findings;
    const count = errors + warnings + infos + hints;
    return `${count > 0 ? '$(warning)' : '$(check)'} ${style.title}: ${count}`;
}

/** Why this style, what there is of each kind, and what remains to be decided. */
function tooltip({ style, findings, atPoints, decided }: Standing): string {
    const { errors, warnings, infos, hints, fixable } = findings;
    const why = {
        settings: vscode.l10n.t('House style {0}, by the settings', style.title),
        text: vscode.l10n.t('House style {0}, by: {1}', style.title, style.signs.join(', ')),
        none: vscode.l10n.t('No house style was recognised; {0} is used', style.title),
    }[style.from];
    const counts = [errors, warnings, infos + hints, fixable].map(String);
    return [
        why,
        vscode.l10n.t('Errors: {0}, warnings: {1}, remarks: {2}; can be fixed: {3}', ...counts),
        vscode.l10n.t('Recommended points that are decided: {0} of {1}', String(decided), String(atPoints)),
        vscode.l10n.t('Click to choose the style.'),
    ].join('\n');
}
