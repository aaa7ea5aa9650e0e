import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { RunResult } from '../../scripts/start/result';

export const ROOT = join(__dirname, '..', '..');

/** Away from 5678, so that a developer's own n8n is no obstacle. */
const PORT = 5800;

export interface StartRun {
	code: number | null;
	stdout: string;
	stderr: string;
	result: RunResult | null;
}

/** Runs `npm start` as a person would, with the result as data besides. */
export async function runStart(args: string[]): Promise<StartRun> {
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-e2e-'));
	const json = join(folder, 'result.json');
	const child = spawnStart([...args, '--json', json]);
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	const result = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as RunResult) : null;
	rmSync(folder, { recursive: true, force: true });
	return { code, stdout, stderr, result };
}

export function spawnStart(args: string[]) {
	return spawn('npm', ['start', '--', '--port', String(PORT), ...args], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
}
