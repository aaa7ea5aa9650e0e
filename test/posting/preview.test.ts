import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entry, journal, report, wrapped } from './sample';

const project = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'preview-'));
afterAll(() => rmSync(folder, { recursive: true }));

function preview(content: unknown, ...args: string[]) {
	writeFileSync(join(folder, 'input.json'), typeof content === 'string' ? content : JSON.stringify(content));
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', join(project, 'scripts/preview.ts'), 'input.json', ...args],
		{
			cwd: project,
			env: { ...process.env, INIT_CWD: folder },
			encoding: 'utf8',
			timeout: 60_000,
		},
	);
	return { status, stdout, stderr };
}

const taxi = wrapped(report(10, [entry(10, journal('TAXI', 10))]));

describe('npm run preview', () => {
	test('one JSON element a document in the order of the file, bad ones in their place', () => {
		const { status, stdout } = preview(
			{ content: [taxi, { id: 'bad', docType: 'expense', document: '{' }, report(5, [])] },
			'--json',
		);
		expect(status).toBe(2);
		const elements = JSON.parse(stdout) as {
			docId: string;
			status: string;
			reasons: { code: string; message: string }[];
			lines: object[];
		}[];
		expect(elements.map((element) => [element.docId, element.status, element.reasons.map(({ code }) => code)])).toEqual([
			[taxi.id, 'ready', []],
			['bad', 'review', ['unreadable-document']],
			[null, 'review', ['no-rows']],
		]);
		expect(elements[0]!.lines).toEqual([
			expect.objectContaining({ role: 'expense', account: 'TAXI', debit: '10.00', currency: 'USD' }),
			expect.objectContaining({ role: 'employeeVendor', party: 'EMP1', credit: '10.00', currency: 'USD' }),
		]);
	});

	test.each([5_000, 50_000])('amounts nested %i deep hold up nothing but their own documents', (depth) => {
		const deep = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
		const header = wrapped(report(10, [entry(10, journal('TAXI', 10))], { totalApprovedAmount: 'DEEP' }), { id: 'b'.repeat(32) });
		const row = wrapped(report(10, [entry(10, journal('TAXI', 'DEEP'))]), { id: 'c'.repeat(32) });
		const text = JSON.stringify([taxi, header, row]).replaceAll('"DEEP"', deep);
		const { status, stdout, stderr } = preview(text, '--json');
		expect(stderr).not.toMatch(/\n\s+at /);
		expect(status).toBe(2);
		const elements = JSON.parse(stdout) as Array<{ status: string; docId: string; reasons: Array<{ code: string }> }>;
		expect(elements.map((element) => element.status)).toEqual(['ready', 'review', 'review']);
		expect(elements.map(({ docId }) => docId)).toEqual([taxi.id, 'b'.repeat(32), 'c'.repeat(32)]);
		expect(preview(text).stdout).toContain(`FIS document ${'c'.repeat(32)}`);
	});

	test('says dates, references and memo of every entry, as JSON and in words', () => {
		const { stdout } = preview(taxi, '--json');
		expect(JSON.parse(stdout)).toMatchObject([
			{
				dates: { posting: '2024-03-05', tax: '2024-03-01', due: '2024-03-05' },
				references: ['17', '821599:0123456789abcdef0123456789abcdef', expect.stringMatching(/^[0-9a-f]{24}$/)],
				memo: '17 Ada Example',
			},
		]);
		const words = preview(taxi).stdout;
		expect(words).toContain('Posting date 2024-03-05, document date 2024-03-01, due 2024-03-05');
		expect(words).toContain('References 17 | 821599:0123456789abcdef0123456789abcdef | ');
	});

	test('says without master data as well what no company can post, and leaves to the company what only it knows', () => {
		const long = report(10, [entry(10, [{ journal: [journal('TAXI', 10)], tax: [], allocationCustom4Code: 'LONGER-THAN-8' }])]);
		writeFileSync(join(folder, 'rule.json'), JSON.stringify({ costCenterPath: ['allocation.allocationCustom4Code'] }));
		expect(preview(long, '--profile', 'rule.json').status).toBe(0);
		const undated = report(10, [entry(10, journal('TAXI', 10))], { reportSubmitDate: null, reportPaymentProcessingDate: null });
		const { status, stdout } = preview(wrapped(undated), '--json');
		expect([status, JSON.parse(stdout)]).toMatchObject([
			2,
			[{ status: 'review', lines: [], reasons: [{ code: 'missing-date' }] }],
		]);
	});

	test('checks against master data of a file', () => {
		const company = { companyDb: 'US', localCurrency: '$', systemCurrency: '$', branchesEnabled: false };
		const bob = { code: 'V1', name: 'Bob', type: 'supplier', currency: '$', taxId: null, email: null, frozen: false };
		writeFileSync(join(folder, 'master.json'), JSON.stringify({ company, currencies: [], partners: [bob] }));
		const profile = { companyCurrency: 'USD', partners: { employeeVendor: [{ by: 'name', template: 'bob' }] } };
		writeFileSync(join(folder, 'bob.json'), JSON.stringify(profile));
		const found = preview(taxi, '--master-data', 'master.json', '--profile=bob.json', '--json');
		expect([found.status, JSON.parse(found.stdout)]).toMatchObject([0, [{ lines: [{ account: 'TAXI' }, { partner: 'V1' }] }]]);
		const { status, stdout } = preview(taxi, '--master-data=master.json', '--json');
		expect([status, JSON.parse(stdout)]).toMatchObject([
			2,
			[{ status: 'review', lines: [], reasons: [{ code: 'vendor-not-found' }, { code: 'currency-not-found' }] }],
		]);
	});

	test('a mapping table, saved from a spreadsheet, says the same as a profile', () => {
		writeFileSync(join(folder, 'mapping.csv'), '\uFEFFSetting;From;To\r\nAccount Table;TAXI;6100\r\n');
		const { status, stdout } = preview(taxi, '--profile', 'mapping.csv');
		expect(stdout).toMatch(/^ {2}6100 /m);
		expect(status).toBe(0);
		writeFileSync(join(folder, 'half.csv'), 'Setting,From,To\nAccount Table,TAXI,\n');
		expect(preview(taxi, '--profile', 'half.csv').stderr).toMatch(/half\.csv: .*Row 2, "Account Table"/);
	});

	test('a profile changes the postings; the table has totals', () => {
		writeFileSync(join(folder, 'profile.json'), JSON.stringify({ accountMap: { mode: 'table', table: { TAXI: '6100' } } }));
		const { status, stdout } = preview(taxi, '--profile', 'profile.json');
		expect(status).toBe(0);
		expect(stdout).toMatch(/6100 .* 10\.00/);
		expect(stdout).toMatch(/Total USD .* 10\.00 +10\.00/);
	});

	test.each([
		['not JSON', 'no json', [], 'input.json is not JSON'],
		['a wrong envelope', { documents: [] }, [], 'input.json, field input'],
		['a bad profile', taxi, ['--profile', 'bad.json'], 'tolerence is not a knob'],
		['a missing profile', taxi, ['--profile', 'none.json'], 'none.json cannot be read'],
		['an unknown option', taxi, ['--jsn'], 'Unknown option --jsn'],
	])('%s ends with 1 and says why', (_, content, args, message) => {
		writeFileSync(join(folder, 'bad.json'), '{"tolerence": "1"}');
		const { status, stdout, stderr } = preview(content, ...args);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toContain(message);
	});
});
