/** Finds the program `referent`: the setting, else the one in the package, else the one on PATH. */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where to look. */
export interface Places {
    /** The setting `referent.server.path`. */
    setting: string;
    /** The folder of the first workspace, that a setting may be relative to. */
    folder: string | undefined;
    /** Where this extension is installed. */
    extension: string;
    /** The environment's PATH. */
    path: string;
}

/** The program, or where it was looked for in vain. */
export type Found = { program: string } | { tried: string[] };

const NAME = process.platform === 'win32' ? 'referent.exe' : 'referent';

/** Finds the program. A setting that leads nowhere is not passed over in silence: someone meant that program. */
export function findProgram(places: Places): Found {
    const candidates = places.setting.trim() ? [resolved(places)] : usual(places);
    const program = candidates.find(isProgram);
    return program ? { program } : { tried: candidates };
}

function resolved({ setting, folder }: Places): string {
    const path = setting.trim().replace(/^~(?=[/\\])/, homedir());
    return isAbsolute(path) || !folder ? path : join(folder, path);
}

function usual({ extension, path }: Places): string[] {
    const onPath = path.split(delimiter).filter(Boolean);
    return [join(extension, 'bin', NAME), ...onPath.map(dir => join(dir, NAME))];
}

function isProgram(path: string): boolean {
    try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
    } catch {
        return false;
    }
}
