/** The language server's life: started with the first document, restarted on request, stopped with the window. */
import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import type { DiagnosticCollectionProvider, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';

import { findProgram } from './binary';
import { LANGUAGE } from './minutes';
import type { Style } from './offers';

/** Settings that count only from the start of a server. */
const SETTINGS_AT_START = ['referent.server.path', 'referent.diagnostics.mode'];

/** The editor is told of the end of a task before it has tidied up after it; in milliseconds. */
const AFTER_TASK = 250;

export class Server implements vscode.Disposable {
    private client: LanguageClient | undefined;
    private starting: Promise<void> | undefined;
    private readonly output = vscode.window.createOutputChannel('Referent', { log: true });
    private readonly changed = new vscode.EventEmitter<void>();
    /**
     * One list for all servers and for both ways in which findings come. It has the owner of the problem matcher, so
     * that what a task found in a file gives way to what the server finds.
     */
    private readonly findings = vscode.languages.createDiagnosticCollection('referent');
    private readonly listening: vscode.Disposable;
    /** Fires when the server has started or stopped. */
    readonly onChange = this.changed.event;

    constructor(private readonly extension: string) {
        const settings = vscode.workspace.onDidChangeConfiguration(async change => {
            if (this.starting && SETTINGS_AT_START.some(name => change.affectsConfiguration(name))) {
                await this.restart();
            }
        });
        const tasks = vscode.tasks.onDidEndTask(() => setTimeout(() => this.showAgain(), AFTER_TASK));
        this.listening = vscode.Disposable.from(settings, tasks);
    }

    /** A task with our problem matcher takes away all findings of its owner that it did not make itself. */
    private showAgain(): void {
        const all: [vscode.Uri, readonly vscode.Diagnostic[]][] = [];
        this.findings.forEach((uri, findings) => all.push([uri, findings]));
        for (const [uri, findings] of all) this.findings.set(uri, findings);
    }

    /** Takes away what was found in the file at `uri`. */
    forget(uri: vscode.Uri): void {
        if (this.findings.has(uri)) this.findings.delete(uri);
    }

    get isRunning(): boolean {
        return this.client?.state === State.Running;
    }

    /** Starts the server unless that was done before. */
    start(): Promise<void> {
        this.starting ??= this.launch();
        return this.starting;
    }

    async stop(): Promise<void> {
        await this.starting?.catch(() => undefined);
        this.starting = undefined;
        const client = this.client;
        this.client = undefined;
        await client?.dispose().catch(() => undefined);
        this.changed.fire();
    }

    async restart(): Promise<void> {
        await this.stop();
        await this.start();
    }

    /** The house styles the server knows; nothing when there is no server. */
    styles(): Promise<Style[] | undefined> {
        return this.execute<Style[]>('referent.styles');
    }

    /** What the server answers to one of its commands; nothing when there is none, or it refuses, which is said. */
    async execute<T>(command: string, argument?: object): Promise<T | undefined> {
        await this.start();
        // The program may have been installed since it was looked for.
        if (!this.client) await this.restart();
        try {
            return await this.inform<T>(command, argument);
        } catch (error) {
            void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
            return undefined;
        }
    }

    /** As `execute`, for what nobody asked for: without a server there is no answer, and a refusal is thrown. */
    async inform<T>(command: string, argument?: object): Promise<T | undefined> {
        const params = { command, arguments: argument ? [argument] : [] };
        return this.client?.sendRequest<T>('workspace/executeCommand', params);
    }

    /** What the program prints when called with `args` and given `input`; nothing when that fails. */
    async ask(args: string[], input = ''): Promise<string | undefined> {
        const found = this.program();
        if (!('program' in found)) return undefined;
        return new Promise(answer => {
            const options = { timeout: 10_000, maxBuffer: 64 * 1024 * 1024 };
            const child = execFile(found.program, args, options, (error, stdout) => {
                answer(error ? undefined : stdout);
            });
            // A program that ends before it has read everything is no reason to bring the editor down.
            child.stdin?.on('error', () => undefined);
            child.stdin?.end(input);
        });
    }

    dispose(): void {
        this.listening.dispose();
        this.changed.dispose();
        this.findings.dispose();
        this.output.dispose();
    }

    private program() {
        return findProgram({
            setting: vscode.workspace.getConfiguration('referent').get('server.path', ''),
            folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
            extension: this.extension,
            path: process.env['PATH'] ?? '',
        });
    }

    private async launch(): Promise<void> {
        const found = this.program();
        if ('tried' in found) {
            void this.complain(found.tried);
            return;
        }
        this.output.info(`Starting ${found.program}`);
        const run: ServerOptions = { command: found.program, args: ['lsp'], transport: TransportKind.stdio };
        const client = new LanguageClient('referent', 'Referent', run, this.options());
        this.client = client;
        client.onDidChangeState(() => this.changed.fire());
        try {
            await client.start();
        } catch (error) {
            this.output.error(`${error}`);
            this.client = undefined;
            // A client that never got going cannot be stopped, only let go.
            void client.dispose().catch(() => undefined);
            void this.complain([found.program]);
        }
    }

    private options(): LanguageClientOptions {
        const shared: DiagnosticCollectionProvider = {
            create: () => this.findings,
            dispose: findings => findings.clear(),
        };
        return {
            diagnosticCollectionProvider: shared,
            documentSelector: [{ language: LANGUAGE }],
            outputChannel: this.output,
            revealOutputChannelOn: RevealOutputChannelOn.Never,
            initializationOptions: { referent: vscode.workspace.getConfiguration('referent') },
            markdown: { isTrusted: false },
            diagnosticPullOptions: { onChange: true, onSave: true, onTabs: true },
        };
    }

    /** Says that there is no program, where it was looked for, and what can be done. */
    private async complain(tried: string[]): Promise<void> {
        const places = tried.length === 1 ? tried[0] : vscode.l10n.t('the extension and PATH');
        const message = vscode.l10n.t(
            'The program "referent" was not found or did not start (looked in: {0}). Documents are coloured, but not checked. Install it, or say where it is.',
            places ?? '',
        );
        this.output.error(message, ...tried);
        const settings = vscode.l10n.t('Open Setting');
        const again = vscode.l10n.t('Try Again');
        const chosen = await vscode.window.showErrorMessage(message, settings, again);
        if (chosen === settings) {
            await vscode.commands.executeCommand('workbench.action.openSettings', 'referent.server.path');
        } else if (chosen === again) {
            await this.restart();
        }
    }
}
