import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 250;

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

/**
 * Does some work while no other process, and no other call of this one, holds the lock file.
 *
 * @param onWait called once when somebody else holds it
 * @throws Error when it is still held after `timeoutMs`
 */
export async function withLock<T>(path: string, timeoutMs: number, work: () => Promise<T>, onWait?: () => void): Promise<T> {
	const giveUpAt = Date.now() + timeoutMs;
	let release = tryLock(path);
	if (release === null) onWait?.();
	while (release === null) {
		if (Date.now() > giveUpAt) throw new Error(`Another process holds ${path}. Delete that file if no other run is under way.`);
		await delay(POLL_MS);
		release = tryLock(path);
	}
	try {
		return await work();
	} finally {
		release();
	}
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
