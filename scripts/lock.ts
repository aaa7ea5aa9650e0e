import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes a lock file for this process.
 *
 * @returns how to release it, or null when a process that is alive holds it; the file of one that died is taken over
 */
export function tryLock(path: string): (() => void) | null {
	mkdirSync(dirname(path), { recursive: true });
	for (let attempt = 0; attempt < 2; attempt++) {
		try {
			writeFileSync(path, String(process.pid), { flag: 'wx' });
			return () => rmSync(path, { force: true });
		} catch {
			if (holderIsAlive(path)) return null;
			rmSync(path, { force: true });
		}
	}
	return null;
}

function holderIsAlive(path: string): boolean {
	try {
		process.kill(Number(readFileSync(path, 'utf8')), 0);
		return true;
	} catch (error) {
		// A holder of another user is alive, too; an empty file is one that is being written at this moment.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
