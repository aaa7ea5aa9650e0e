/** A mapping table is read strictly: what is wrong in it is named by row and column, and nothing of it is guessed. */
import { knobsOf, mappingVersion, MAPPING_COLUMNS, saidInRows, tableRowsOf } from '../../nodes/shared/mapping';

const knobs = (value: unknown) => knobsOf(saidInRows(value));
const csv = (...lines: string[]) => ['section,setting,from,to,rate,deductible,account,note', ...lines].join('\n');

describe('a mapping table', () => {
	test('is taken from cells, CSV with quotes, JSON, rows and items alike', () => {
		const stated = { costCenterMap: { 'A, "B"': 'SALES', '0012': 'ADMIN' } };
		const rows = [
			{ setting: 'Cost Center Table', from: 'A, "B"', to: 'SALES' },
			{ setting: 'Cost Center Table', from: '0012', to: 'ADMIN' },
		];
		const forms = [
			'\uFEFFsetting,from,to\r\nCost Center Table,"A, ""B""",SALES\r\nCost Center Table,0012,ADMIN\r\n',
			'Setting\tFrom\tTo\ncost center table\tA, "B"\tSALES\n\t\t\nCostCenterTable\t0012\tADMIN',
			JSON.stringify(rows),
			rows,
			rows.map((json) => ({ json, pairedItem: 0 })),
		];
		for (const form of forms) expect(knobs(form)).toEqual(stated);
	});

	test.each([[''], [undefined], [[]], [[{ json: {} }]], [csv(',,,,,,,only a remark')]])(
		'without rows says nothing: %j',
		(empty) => {
			if (typeof empty === 'string' && empty !== '') expect(() => knobs(empty)).toThrow(/column "setting": it is empty/);
			else expect(knobs(empty)).toEqual({});
		},
	);

	test('takes what the form calls a choice, or its value, and yes or no', () => {
		expect(
			knobs(
				csv(
					',Codes Without a Row,,Take Concur’s Account',
					',Accounts,,expenseType',
					',Expense Type Table,LUNCH,613000',
					',Post Test Users,,Yes',
				),
			),
		).toEqual({ accountMap: { mode: 'expenseType', table: { LUNCH: '613000' }, missing: 'asIs' }, postTestUsers: true });
		expect(knobs(csv(',Tax Codes,VA,V1,19,In Part,'))).toEqual({
			taxCodes: { VA: { code: 'V1', account: null, rate: '19', partlyDeductible: true } },
		});
	});

	test('keeps hundreds of rows in their order', () => {
		const codes = Array.from({ length: 800 }, (_, index) => `C${index}`);
		const table = (
			knobs(csv(...codes.map((code) => `,Account Table,${code},6${code}`))) as never as Record<string, { table: object }>
		).accountMap!.table;
		expect(Object.entries(table)).toEqual(codes.map((code) => [code, `6${code}`]));
	});
});

describe('what is wrong is named by row and column', () => {
	test.each<[string, unknown, RegExp]>([
		['a mistyped setting', csv(',Acount Table,A,B'), /Row 2, column "setting": "Acount Table" is no setting of the mapping/],
		['a near miss', csv(',Cost Center Tabel,A,B'), /did you mean "Cost Center Table"/],
		[
			'a setting of two sections',
			csv(',Memo,,x', ',Card Vendors,A,B'),
			/Row 3, column "section": "Card Vendors" is a setting of Payees and Cards or Partners/,
		],
		[
			'a setting of another section',
			csv('Dates,Memo,,x'),
			/Row 2, column "section": "Dates" has no setting "Memo"; Memo and Reference has/,
		],
		['a choice that is none', csv(',Onhold,,perhaps'), /Row 2, column "to": "perhaps" is none of: By Reason/],
		[
			'a choice left out',
			csv('Payees and Cards,Payee Roles,EMPL,'),
			/Row 2, column "to": is empty; it is one of: Employee, Card Vendor/,
		],
		['a flag that is none', csv(',Post Test Users,,maybe'), /Row 2, column "to": "maybe" is neither yes nor no/],
		[
			'a number out of range',
			csv(',Dimensions,6,allocation.allocationCustom1Code'),
			/Row 2, column "from": "6" is no number from 1 to 5/,
		],
		['a cell the setting has not', csv(',Project Table,A,B,19'), /Row 2, column "rate": "Project Table" has no such column/],
		['a value in the wrong cell', csv(',Memo,{reference},'), /Row 2, column "from": "Memo" is one value/],
		[
			'an unknown column',
			'setting,from,too\nMemo,,x',
			/Row 2: the column "too" is not known; a mapping table has section, setting/,
		],
		['half a row', csv(',Memo,,x', ',Account Table,MEALS,'), /Row 3, "Account Table": .*half filled in \("MEALS" to ""\)/],
		[
			'a code mapped twice',
			csv(',Project Table,A,1', ',Project Table,B,1', ',Project Table,A,2'),
			/Row 4, "Project Table": .*maps "A" twice/,
		],
		[
			'a value stated twice',
			csv(',Memo,,{name}', ',Memo,,{reference}'),
			/Row 3, column "to": Row 2 says something else for "Memo"/,
		],
		['an unknown template field', csv(',Line Memo,,{expenseTyp}'), /Row 2, "Line Memo": lineMemo names the field \{expenseTyp\}/],
		[
			'a template of a rule',
			csv('Partners,Employees,Code,E{employeId}'),
			/Row 2, "Employees": .*\{employeId\}.*did you mean \{employeeId\}/,
		],
		[
			'a path of the employee',
			csv(',Project Fields,,allocation.allocationCustom1Code', ',Project Fields,,employee.employeeOrgUnit1Code'),
			/Row 3, "Project Fields"/,
		],
		[
			'two tables of which one counts',
			csv(',Account Table,A,1', ',Expense Type Table,B,2'),
			/does not count with what other rows say/,
		],
		['no table', 'Memo,x', /the column "x"|column "setting"|mapping/],
		[
			'more cells than columns',
			'setting,from,to\nMemo,,Trip, by train',
			/Row 2 of the mapping rows has more cells than the header/,
		],
		['JSON that is none', '[{ "setting": ', /begin like JSON, but are none/],
	])('%s', (_name, table, message) => {
		if (_name === 'no table') expect(knobs(table)).toEqual({});
		else expect(() => knobs(table)).toThrow(message);
	});

	test('rows are called what the place they come from calls them', () => {
		expect(() => knobs([{ json: { id: 17, setting: 'Memmo', to: 'x' } }])).toThrow(/Row with id 17,/);
		expect(() => knobs([{ row_number: 9, setting: 'Memmo', to: 'x' }])).toThrow(/Row 9,/);
	});

	test('many problems are listed up to a limit', () => {
		const lines = Array.from({ length: 50 }, (_, index) => `,Nothing ${index},A,B`);
		expect(() => knobs(csv(...lines))).toThrow(/Row 21, .* And 30 more\.$/);
	});
});

describe('the version of a mapping', () => {
	const rows = tableRowsOf(csv(',Account Table,A,1'));
	const version = mappingVersion({ accountMode: 'table', texts: { memo: 'x' }, document: '={{ $json }}' }, rows);

	test('changes with fields and rows of the mapping, and with nothing else', () => {
		const same = mappingVersion({ document: 'another', options: {}, texts: { memo: 'x' }, accountMode: 'table' }, [
			{
				name: 'Row with id 8',
				cells: { id: '8', updatedAt: 'now', note: 'asked Anna', setting: 'Account Table', to: '1', from: 'A' },
			},
		]);
		expect(same).toBe(version);
		expect(mappingVersion({ accountMode: 'table', texts: { memo: 'y' } }, rows)).not.toBe(version);
		expect(mappingVersion({ accountMode: 'table', texts: { memo: 'x' } }, [])).not.toBe(version);
	});
});

test('the columns are names that a Data Table takes', () => {
	expect(MAPPING_COLUMNS.filter((name) => !/^[a-zA-Z][a-zA-Z0-9_]{0,62}$/.test(name))).toEqual([]);
	expect(new Set(MAPPING_COLUMNS.map((name) => name.toLowerCase())).size).toBe(MAPPING_COLUMNS.length);
});
