import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './table';

const TIMEOUT_MS = 10 * 60_000;

/** Runs a script of this folder in a process of its own, so that nothing else counts in its time and memory; gives what it printed. */
export async function runScript(name: string, args: string[]): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, name), ...args], {
			stdio: ['ignore', 'pipe', 'inherit'],
			timeout: TIMEOUT_MS,
		});
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve(output) : reject(new Error(`bench/${name} ended with ${code ?? 'a time-out'}`)),
		);
	});
}

/** Memory of one execution with this many documents, beyond what the process held before it. */
export async function memoryFigures(url: string, counts: number[]): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const count of counts) {
		const { before, peak, done } = JSON.parse(await runScript('memory.ts', [url, String(count)])) as Record<string, number>;
		if (done !== count) throw new Error(`Only ${done} of ${count} documents were confirmed`);
		const value = `${peak} MB, ${peak! - before!} MB above the start`;
		figures.push({ area: 'Memory', measure: 'peak of one execution, poll to confirm', count, value });
	}
	return figures;
}

/** The engine's own table as figures: time as a ratio to `JSON.parse` plus `JSON.stringify` of the same document, and growth with rows. */
export async function engineFigures(): Promise<Figure[]> {
	const [, ...lines] = (await runScript('posting.ts', [])).trim().split('\n');
	const rows = lines.map((line) => line.trim().split(/\s+/).map(Number)).filter((row) => row.length === 7);
	if (rows.length === 0) throw new Error('bench/posting.ts printed no table');
	return rows.map(([entries, kilobytes, , , , ratio, perEntry]) => ({
		area: 'Engine',
		measure: 'time of a document as ratio to parse + stringify, entries',
		count: entries!,
		value: `${ratio} x (${kilobytes} KB, ${perEntry} us an entry)`,
	}));
}
