/**
 * Entry in a browser, where no program can run: the same rules as WebAssembly, one engine for each document.
 *
 * It says less than the language server does: findings with their fixes, the outline, what a rule is for, and the words of
 * the house. Settings are those of the editor; no `referent.toml` is read.
 */
import * as vscode from 'vscode';

import { type Answer, type Ask, begin, type Finding, type Items, type Rule, type Words } from '../../browser/src/border.js';
import { isMinutes, LANGUAGE } from './minutes';

const SEVERITY: Record<string, vscode.DiagnosticSeverity> = {
    error: vscode.DiagnosticSeverity.Error,
    warning: vscode.DiagnosticSeverity.Warning,
    info: vscode.DiagnosticSeverity.Information,
    hint: vscode.DiagnosticSeverity.Hint,
};

/** A document as the engine last saw it. */
interface Read {
    ask: Ask;
    answer: Answer;
}

class Reader implements vscode.Disposable {
    private readonly read = new Map<string, Promise<Read>>();
    private readonly findings = vscode.languages.createDiagnosticCollection('referent');
    private engine: Promise<Uint8Array> | undefined;

    constructor(private readonly extension: vscode.Uri) {}

    /** What the engine says of `document`, which it reads when it has not. */
    of(document: vscode.TextDocument): Promise<Read> {
        const key = document.uri.toString();
        const known = this.read.get(key);
        if (known) return known;
        const opened = this.open(document);
        this.read.set(key, opened);
        return opened;
    }

    private async open(document: vscode.TextDocument): Promise<Read> {
        const file = vscode.Uri.joinPath(this.extension, 'dist', 'referent.wasm');
        this.engine ??= Promise.resolve(vscode.workspace.fs.readFile(file));
        const { ask } = await begin(await this.engine);
        const settings = vscode.workspace.getConfiguration('referent', document);
        const told = settings.get<string>('language', 'auto');
        const chosen = (name: string) => [settings.get<string>(name, 'auto')].find(value => value !== 'auto') ?? null;
        const english = told === 'en' || (told === 'auto' && !vscode.env.language.startsWith('da'));
        const request = { ask: 'open', text: document.getText(), english, style: chosen('style'), stage: chosen('stage') };
        const answer = ask(request) as Answer;
        this.tell(document, answer);
        return { ask, answer };
    }

    /** Follows an edit; the changes come so that each is made in what the one before it left. */
    async change({ document, contentChanges }: vscode.TextDocumentChangeEvent): Promise<void> {
        const known = this.read.get(document.uri.toString());
        if (!known || contentChanges.length === 0) return;
        const changes = contentChanges.map(change => ({
            from: change.rangeOffset,
            to: change.rangeOffset + change.rangeLength,
            insert: change.text,
        }));
        const read = await known;
        try {
            read.answer = read.ask({ ask: 'edit', changes }) as Answer;
            this.tell(document, read.answer);
        } catch {
            // The engine is lost; the next one reads the text as it is.
            this.read.delete(document.uri.toString());
            await this.of(document);
        }
    }

    private tell(document: vscode.TextDocument, { findings }: Answer): void {
        // An outline is asked of what only shows a document too.
        if (!isMinutes(document)) return;
        const told = findings.map(finding => {
            const found = new vscode.Diagnostic(range(document, finding), finding.message, SEVERITY[finding.severity]);
            found.source = 'referent';
            found.code = finding.rule;
            return found;
        });
        this.findings.set(document.uri, told);
    }

    /** The settings are others: everything is read anew. */
    again(): void {
        this.read.clear();
        vscode.workspace.textDocuments.filter(isMinutes).forEach(document => void this.of(document));
    }

    close(document: vscode.TextDocument): void {
        this.read.delete(document.uri.toString());
        this.findings.delete(document.uri);
    }

    dispose(): void {
        this.findings.dispose();
    }
}

function range(document: vscode.TextDocument, { from, to }: { from: number; to: number }): vscode.Range {
    return new vscode.Range(document.positionAt(from), document.positionAt(to));
}

export function activate(context: vscode.ExtensionContext): void {
    const reader = new Reader(context.extensionUri);
    // Commands that need the program are not offered.
    void vscode.commands.executeCommand('setContext', 'referent.inBrowser', true);
    const meet = (document: vscode.TextDocument) => { if (isMinutes(document)) void reader.of(document); };
    context.subscriptions.push(
        reader,
        vscode.workspace.onDidOpenTextDocument(meet),
        vscode.workspace.onDidChangeTextDocument(change => void reader.change(change)),
        vscode.workspace.onDidCloseTextDocument(document => reader.close(document)),
        vscode.workspace.onDidChangeConfiguration(change => { if (change.affectsConfiguration('referent')) reader.again(); }),
        vscode.languages.registerDocumentSymbolProvider(LANGUAGE, { provideDocumentSymbols: document => symbols(reader, document) }),
        vscode.languages.registerCodeActionsProvider(
            LANGUAGE,
            { provideCodeActions: (document, where, { only }) => isMinutes(document) ? actions(reader, document, where, only) : [] },
            { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
        ),
        vscode.languages.registerHoverProvider(LANGUAGE, {
            provideHover: (document, at) => isMinutes(document) ? hover(reader, document, at) : undefined,
        }),
        vscode.languages.registerCompletionItemProvider(LANGUAGE, {
            provideCompletionItems: (document, at) => isMinutes(document) ? completions(reader, document, at) : [],
        }),
        vscode.commands.registerCommand('referent.fixAll', () => fixAll(reader)),
    );
    vscode.workspace.textDocuments.forEach(meet);
}

async function symbols(reader: Reader, document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const { ask } = await reader.of(document);
    const { outline, summaries } = ask({ ask: 'outline' }) as Items;
    const lines = (from: number, to: number) => {
        const last = document.lineAt(Math.max(0, Math.min(to, document.lineCount) - 1));
        return new vscode.Range(Math.max(0, Math.min(from, document.lineCount) - 1), 0, last.lineNumber, last.text.length);
    };
    return outline.items.map((item, n) => {
        const title = [item.number, item.title].filter(Boolean).join('. ') || '–';
        const whole = lines(item.line, item.end_line);
        const symbol = new vscode.DocumentSymbol(title, summaries[n] ?? '', vscode.SymbolKind.Module, whole, lines(item.line, item.line));
        symbol.children = item.at_points.map(point => {
            const line = lines(point.line, point.line);
            return new vscode.DocumentSymbol(point.text || '–', '', vscode.SymbolKind.Field, line, line);
        });
        return symbol;
    });
}

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('referent');

async function actions(
    reader: Reader,
    document: vscode.TextDocument,
    where: vscode.Range,
    only: vscode.CodeActionKind | undefined,
): Promise<vscode.CodeAction[]> {
    const { answer } = await reader.of(document);
    if (only?.contains(FIX_ALL) && !only.contains(vscode.CodeActionKind.QuickFix)) {
        const all = new vscode.CodeAction('Referent', FIX_ALL);
        const edit = await everything(reader, document);
        if (!edit) return [];
        all.edit = edit;
        return [all];
    }
    const here = answer.findings.filter(finding => range(document, finding).intersection(where));
    return here.flatMap(finding => finding.fixes.map(fix => {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        action.edit = new vscode.WorkspaceEdit();
        for (const change of fix.changes) action.edit.replace(document.uri, range(document, change), change.insert);
        action.diagnostics = vscode.languages.getDiagnostics(document.uri)
            .filter(found => found.code === finding.rule && found.range.isEqual(range(document, finding)));
        action.isPreferred = fix.safe;
        return action;
    }));
}

/** Every safe fix as one edit; nothing where there is none. */
async function everything(reader: Reader, document: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
    const { ask } = await reader.of(document);
    const fixed = ask({ ask: 'fixAll' }) as { text?: string };
    if (fixed.text === undefined || fixed.text === document.getText()) return undefined;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range(document, { from: 0, to: document.getText().length }), fixed.text);
    return edit;
}

async function fixAll(reader: Reader): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const edit = document && isMinutes(document) ? await everything(reader, document) : undefined;
    if (edit) await vscode.workspace.applyEdit(edit);
}

async function hover(reader: Reader, document: vscode.TextDocument, at: vscode.Position): Promise<vscode.Hover | undefined> {
    const { ask, answer } = await reader.of(document);
    const finding = answer.findings.find((finding: Finding) => range(document, finding).contains(at));
    if (!finding) return undefined;
    const rule = ask({ ask: 'explain', rule: finding.rule }) as Rule | null;
    const told = vscode.env.language.startsWith('da') ? rule?.da : rule?.en;
    if (!told) return undefined;
    const words = new vscode.MarkdownString();
    words.appendText(`${told.summary}. ${told.why}`);
    return new vscode.Hover(words, range(document, finding));
}

/** Words of the house, where a line begins. */
async function completions(reader: Reader, document: vscode.TextDocument, at: vscode.Position): Promise<vscode.CompletionItem[]> {
    const before = document.lineAt(at.line).text.slice(0, at.character);
    if (!/^#*\s*[\p{L}-]*$/u.test(before)) return [];
    const { ask } = await reader.of(document);
    const words = ask({ ask: 'words' }) as Words;
    return [
        ...words.sections.map(word => new vscode.CompletionItem(word, vscode.CompletionItemKind.Keyword)),
        ...words.decisions.map(word => new vscode.CompletionItem(word, vscode.CompletionItemKind.Value)),
    ];
}
