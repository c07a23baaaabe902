/** The item in the status bar: the house style that was found, and how many findings the document has. */
import * as vscode from 'vscode';

import { isStyle, STYLES } from './styles';
import { LANGUAGE, type Server } from './server';

/** So long typing must rest before the style is looked for again; it seldom changes. */
const REST = 1000;

export class Status implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('referent.status', vscode.StatusBarAlignment.Right, 100);
    private readonly listening: vscode.Disposable[];
    private timer: NodeJS.Timeout | undefined;
    private style: string | undefined;
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
                if (document === this.of) this.look(REST);
            }),
            vscode.languages.onDidChangeDiagnostics(() => this.show()),
            server.onChange(() => this.look()),
        ];
        this.look();
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.listening.forEach(one => one.dispose());
        this.item.dispose();
    }

    /** Looks for the style of the active document, after `rest` milliseconds without another wish to do so. */
    private look(rest = 0): void {
        const document = vscode.window.activeTextEditor?.document;
        if (document !== this.of) this.style = undefined;
        this.of = document?.languageId === LANGUAGE ? document : undefined;
        this.show();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.find(), rest);
    }

    private async find(): Promise<void> {
        const document = this.of;
        if (!document) return;
        const settings = vscode.workspace.getConfiguration('referent', document);
        const chosen = settings.get<string>('style', 'auto');
        const style = isStyle(chosen) ? chosen : await this.found(document);
        if (document !== this.of) return;
        this.style = style;
        this.show();
    }

    private async found(document: vscode.TextDocument): Promise<string | undefined> {
        const outline = await this.server.ask(['outline', '--format', 'json', '-'], document.getText());
        try {
            return outline && JSON.parse(outline).style;
        } catch {
            return undefined;
        }
    }

    private show(): void {
        if (!this.of) {
            this.item.hide();
            return;
        }
        const found = vscode.languages.getDiagnostics(this.of.uri).filter(one => one.source === 'referent');
        const serious = found.some(one => one.severity === vscode.DiagnosticSeverity.Error);
        const style = this.style && isStyle(this.style) ? STYLES[this.style].short : this.style ?? 'Referent';
        const sign = !this.server.isRunning ? '$(circle-slash)' : found.length > 0 ? '$(warning)' : '$(check)';
        this.item.text = `${sign} ${style}: ${found.length}`;
        this.item.tooltip = this.server.isRunning
            ? vscode.l10n.t('Referent: house style {0}, findings: {1}. Click to choose the style.', style, found.length)
            : vscode.l10n.t('Referent: the language server is not running');
        this.item.backgroundColor = serious ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
        this.item.show();
    }
}
