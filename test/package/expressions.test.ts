/** What a server or a document sends is searched in a time that grows with its length, and not with its square. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runNode } from './stage';

const program = join(__dirname, 'programs', 'expressions.mjs');
const MINUTE = 60_000;

test(
	'every regular expression of nodes and credentials',
	async () => {
		const { code, output } = await runNode(program, [root], root);
		expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
	},
	4 * MINUTE,
);

test.each([
	['two parts that can take the same character', String.raw`export const slow = (text: string) => /^(?:a|b)+[ab]+c/.test(text);`],
	[
		'a run that is begun anew at each of its characters',
		String.raw`export const slow = (text: string) => text.replace(/\/+$/, '');`,
	],
])(
	'%s would be noticed',
	async (_name, text) => {
		const folder = mkdtempSync(join(tmpdir(), 'concur-b1-expressions-'));
		mkdirSync(join(folder, 'nodes'));
		writeFileSync(join(folder, 'nodes', 'slow.ts'), text);
		const { code, output } = await runNode(program, [folder], root);
		rmSync(folder, { recursive: true, force: true });
		expect(output).toContain('slow.ts:1 ');
		expect(code).toBe(1);
	},
	MINUTE,
);
