import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expense, report, request } from './documents';

/** `npm run preview -- FILE --budgets FILE`, as typed. */

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'funds-preview-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify(content));
	return path;
}

const preview = (...args: string[]) => ['--import', 'tsx', join(root, 'scripts/preview.ts'), ...args];
const run = (...args: string[]): string => execFileSync(process.execPath, preview(...args), { cwd: root, encoding: 'utf8' });

const documents = file(
	'documents.json',
	[
		request('d1', 'obligate', 'R', [{ amount: 4 }]),
		report('d2', 'obligate', 'P', [{ amount: 12 }], { requestIds: ['R'] }),
		report('d3', 'obligate', 'P', [{ amount: 3 }], { requestIds: ['R'] }),
		expense('d4', 'P', [{ amount: 3 }], { requestIds: ['R'] }),
	].map(({ docId, docType, document }) => ({ id: docId, docType, document })),
);
const budgets = file('budgets.json', { budgets: [{ key: 'TRAVEL/CC1', amount: '10.00' }], noBudget: 'error' });

test('prints what stands after every step as JSON, amounts as text with the decimals of the currency', () => {
	const request4 = { kind: 'request', id: 'R', open: '4.00' };
	const request1 = { kind: 'request', id: 'R', open: '1.00' };
	expect(JSON.parse(run(documents, '--budgets', budgets, '--json'))).toEqual([
		{ confirm: 'success', commitments: [request4], available: { 'TRAVEL/CC1': '6.00' }, actual: {} },
		{ confirm: 'error', commitments: [request4], available: { 'TRAVEL/CC1': '6.00' }, actual: {} },
		{
			confirm: 'success',
			commitments: [{ kind: 'report', id: 'P', open: '3.00' }, request1],
			available: { 'TRAVEL/CC1': '6.00' },
			actual: {},
		},
		{ confirm: 'posted', commitments: [request1], available: { 'TRAVEL/CC1': '6.00' }, actual: { 'TRAVEL/CC1': '3.00' } },
	]);
});

test('tells a person what was refused and why, with the balance of every budget', () => {
	const text = run(documents, `--budgets=${budgets}`);
	expect(text).toContain('step 2: obligate report NUM-P: REFUSED');
	expect(text).toContain('8.00 USD needed on top of what is reserved, 6.00 USD available');
	expect(text).toMatch(/TRAVEL\/CC1 +10\.00 +3\.00 +1\.00 +6\.00/);
});

test('a budgets file that cannot be used is told with its field', () => {
	const { status, stderr } = spawnSync(
		process.execPath,
		preview(documents, '--budgets', file('bad.json', { budgets: [{ key: 'A', amount: 'ten' }] })),
		{
			cwd: root,
			encoding: 'utf8',
		},
	);
	expect([status, stderr]).toEqual([1, expect.stringContaining('budgets[0].amount: is not a plain decimal number')]);
});
