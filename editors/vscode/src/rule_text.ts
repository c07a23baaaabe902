/** Shows what a rule is for: the program's own explanation, as a document that is not a file. */
import * as vscode from 'vscode';

import type { Server } from './server';

const SCHEME = 'referent-rule';

/** One line of `referent rules --format json`. */
interface Rule {
    name: string;
    summary: { da: string; en: string };
}

export class RuleText implements vscode.TextDocumentContentProvider, vscode.Disposable {
    private readonly registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

    constructor(private readonly server: Server) {}

    dispose(): void {
        this.registered.dispose();
    }

    async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
        const rule = uri.path.slice(1).replace(/\.txt$/, '');
        const text = await this.server.ask(['explain', '--lang', language(), rule]);
        return text ?? vscode.l10n.t('"referent explain {0}" said nothing.', rule);
    }

    /** Opens the rule of the finding at the cursor; without one, lets the writer choose among all. */
    async open(name?: string): Promise<void> {
        const rule = name ?? ruleAtCursor() ?? (await this.choose());
        if (!rule) return;
        const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.txt` });
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
    }

    private async choose(): Promise<string | undefined> {
        const answer = await this.server.ask(['rules', '--format', 'json']);
        const rules: Rule[] = answer ? JSON.parse(answer).rules : [];
        const items = rules.map(rule => ({ label: rule.name, detail: rule.summary[language()] }));
        const placeHolder = vscode.l10n.t('Choose a rule');
        return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.label;
    }
}

/** The language of texts that are asked for by the command line: the setting, else the editor's. */
function language(): 'da' | 'en' {
    const set = vscode.workspace.getConfiguration('referent').get<string>('language', 'auto');
    if (set === 'da' || set === 'en') return set;
    return vscode.env.language.startsWith('da') ? 'da' : 'en';
}

function ruleAtCursor(): string | undefined {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const here = vscode.languages
        .getDiagnostics(editor.document.uri)
        .filter(one => one.source === 'referent' && one.range.intersection(editor.selection));
    const code = here[0]?.code;
    return code === undefined ? undefined : String(typeof code === 'object' ? code.value : code);
}
