/** What a mapping profile may hold: the values each knob takes, and what it says of a value that it does not take. */
import { DEFAULT_PROFILE, readProfile, type Profile } from '../../nodes/shared/mapping';

type Knob = keyof Profile;

/** The whole outcome of a profile of one knob that is taken as `value`. */
const taken = (knob: string, value: unknown) => ({ profile: { ...DEFAULT_PROFILE, [knob]: value }, problems: [] });
/** The whole outcome of a profile that nothing is taken of. */
const refused = (...problems: string[]) => ({ profile: DEFAULT_PROFILE, problems });

describe('the profile as a whole', () => {
	test.each([[undefined], [null], [''], [{}], ['{}']])('%j is the defaults', (json) => {
		expect(readProfile(json)).toEqual(refused());
	});

	test.each<[string, unknown, string]>([
		['a number', 5, 'The profile must be a JSON object with the knobs as keys.'],
		['JSON of a list', '[{}]', 'The profile must be a JSON object with the knobs as keys.'],
		['JSON null', 'null', 'The profile must be a JSON object with the knobs as keys.'],
		['a knob of another name', { costcenterPath: [] }, 'costcenterPath is not a knob of a profile.'],
		['a name that every object has', '{"constructor":1}', 'constructor is not a knob of a profile.'],
	])('%s is refused', (_, json, problem) => {
		expect(readProfile(json)).toEqual(refused(problem));
	});

	test('a key that no object can keep is told, not dropped', () => {
		for (const knob of ['roleAccounts', 'taxCodes', 'currencyMap', 'cardVendors']) {
			const { problems } = readProfile(`{"${knob}":{"__proto__":"1"}}`);
			expect(problems).toEqual([`${knob} has the key "__proto__", which cannot be kept; nothing is called so.`]);
		}
		expect(readProfile('{"roleAccounts":{"constructor":"1"}}').profile.roleAccounts).toEqual({ constructor: '1' });
	});

	test('every problem is told, and the other knobs are taken', () => {
		expect(readProfile({ memo: 5, company: 'SBO', lineMemo: null })).toEqual({
			profile: { ...DEFAULT_PROFILE, company: 'SBO' },
			problems: ['memo must be text, not 5.', 'lineMemo must be text, not null.'],
		});
	});

	test("the caller's defaults stand until a knob replaces them whole; payee roles are added to", () => {
		const defaults: Partial<Profile> = {
			cardVendors: { IBCP: 'V1' },
			payeeRoles: { CASH: 'employeeVendor' },
			ledgers: ['US'],
			accountMap: { mode: 'table', table: { TAXI: '6100' }, missing: 'asIs' },
		};
		const read = (json: object) => readProfile(json, defaults).profile;
		expect(read({})).toEqual({ ...DEFAULT_PROFILE, ...defaults });
		expect(
			read({
				cardVendors: { CBCP: 'V2' },
				payeeRoles: { COPD: 'cardVendor' },
				ledgers: ['UK'],
				accountMap: { table: { HOTEL: '6200' } },
			}),
		).toEqual({
			...DEFAULT_PROFILE,
			cardVendors: { CBCP: 'V2' },
			payeeRoles: { CASH: 'employeeVendor', COPD: 'cardVendor' },
			ledgers: ['UK'],
			accountMap: { mode: 'table', table: { HOTEL: '6200' }, missing: 'asIs' },
		});
	});
});

describe('knobs with a choice', () => {
	test.each<[Knob, ...string[]]>([
		['clearingPassThrough', 'auto', 'always', 'never'],
		['mergeExpense', 'none', 'account'],
		['nonDeductibleVat', 'separate', 'expense'],
		['payrollReimbursement', 'employeeVendor', 'payrollClearing'],
		['expensePay', 'vendor', 'liabilityAccount'],
		['shipping', 'expense', 'account'],
		['revisionPolicy', 'hold', 'postAsIs', 'reverseAndRepost'],
		['onHold', 'byReason', 'keepAcknowledged', 'confirmError'],
		['postingDate', 'processing', 'submit', 'creation', 'userDefined', 'document', 'today', 'fixed'],
		['periodPolicy', 'fail', 'nextOpenDay', 'review'],
		['crossCompany', 'review', 'split'],
		['rateSource', 'b1', 'document'],
	])('%s', (knob, ...choices) => {
		for (const choice of choices) expect(readProfile({ [knob]: choice })).toEqual(taken(knob, choice));
		for (const other of ['', 'AUTO', null])
			expect(readProfile({ [knob]: other })).toEqual(
				refused(`${knob} must be one of ${choices.join(', ')}, not ${JSON.stringify(other)}.`),
			);
	});

	test.each<[Knob, string, ...string[]]>([
		['payeeRoles', 'CASH:', 'employeeVendor', 'cardVendor'],
		['cardCredit', 'CASH:', 'vendor', 'clearing'],
		['accountMap', 'mode', 'asIs', 'table', 'expenseType'],
		['accountMap', 'missing', 'review', 'asIs'],
	])('%s %s', (knob, label, ...choices) => {
		const key = label.replace(':', '');
		for (const choice of choices) {
			const value = { ...(knob === 'cardCredit' ? {} : (DEFAULT_PROFILE[knob] as object)), [key]: choice };
			expect(readProfile({ [knob]: { [key]: choice } })).toEqual(taken(knob, value));
		}
		expect(readProfile({ [knob]: { [key]: 'none' } })).toEqual(
			refused(`${knob} ${label} must be one of ${choices.join(', ')}, not "none".`),
		);
	});
});

describe('knobs with a value of their own', () => {
	const employee = 'from the employee; name an allocation, entry or report field.';
	const nowhere = 'it must be allocation.<field>, entry.<field> or report.<field>.';
	const taxGroup = 'must be a tax group code or { "code": ..., "account": ... }.';
	const rules = 'must be a list of { "by": code | name | taxId | email | employee, "template": ... } or { "by": table }.';
	const templates = ['code', 'name', 'taxId', 'email'].map((by) => ({
		by,
		template: by === 'code' ? '{vendorCode}' : `{${by}}`,
	}));
	const vendor = [...templates, { by: 'table' }];
	const dateRules = 'processing, submit, creation, userDefined, document';

	test.each<[Knob, unknown, unknown]>([
		['postTestUsers', true, true],
		['timeZone', '', ''],
		['timeZone', ' America/Los_Angeles ', 'America/Los_Angeles'],
		['timeZone', 'UTC', 'UTC'],
		['memo', '', ''],
		['company', ' SBODEMO ', 'SBODEMO'],
		['company', '', null],
		['company', ' ', null],
		['company', null, null],
		['placeholderAccounts', 'PENDING', ['PENDING']],
		['placeholderAccounts', [], []],
		['ledgers', ['US', 'UK'], ['US', 'UK']],
		['ledgers', 'US', ['US']],
		['ledgers', null, null],
		['tolerance', '10', '10'],
		['tolerance', 10.25, '10.25'],
		['goLiveDate', '2024-01-31', '2024-01-31'],
		['goLiveDate', '', null],
		['goLiveDate', null, null],
		['companyPath', 'report.custom1', 'report.custom1'],
		['companyPath', ' entry.custom1 ', 'entry.custom1'],
		['companyPath', '', null],
		['projectPath', 'allocation.custom2', ['allocation.custom2']],
		['costCenterPaths', [['entry.a', 'report.b'], [], 'report.c', []], [['entry.a', 'report.b'], [], ['report.c'], []]],
		['costCenterMap', { ' CC1 ': 'A' }, { CC1: 'A' }],
		['postingDateFallback', [], []],
		['postingDateFallback', dateRules.split(', '), dateRules.split(', ')],
		['lengths', { memo: 1, lineMemo: 254 }, { memo: 1, lineMemo: 254, reference: 100 }],
		['taxCodes', null, null],
		['taxCodes', [], {}],
		['taxCodes', { VA: { code: 'V1' } }, { VA: { code: 'V1', account: null } }],
		['taxCodes', { GST: { account: '145100' } }, { GST: { code: '', account: '145100' } }],
		['taxCodes', { GST: { code: null, account: '145100', rate: 5 } }, { GST: { code: '', account: '145100', rate: '5' } }],
		[
			'taxCodes',
			{ VA: { code: 'V1', rate: '9.975', partlyDeductible: true, owedAccount: ' 177700 ' } },
			{ VA: { code: 'V1', account: null, rate: '9.975', partlyDeductible: true, owedAccount: '177700' } },
		],
		['taxCodes', { VA: { code: 'V1', rate: '' } }, { VA: { code: 'V1', account: null, rate: null } }],
		['taxCodes', { ' VA ': { code: ' V1 ', account: ' 154000 ' } }, { VA: { code: 'V1', account: '154000' } }],
		['accountMap', 'asIs', { mode: 'asIs', table: {}, missing: 'review' }],
		['partners', { table: { E1: 'V1' } }, { ...DEFAULT_PROFILE.partners, table: { E1: 'V1' } }],
		['partners', { vendor }, { ...DEFAULT_PROFILE.partners, vendor }],
	])('%s takes %j', (knob, value, expected) => {
		expect(readProfile({ [knob]: value })).toEqual(taken(knob, expected));
	});

	test.each(['asIs', 'pass-through'])('accountMap "%s" takes the codes as they come and keeps the table', (value) => {
		const table = { mode: 'table', table: { TAXI: '6100' }, missing: 'asIs' } as const;
		expect(readProfile({ accountMap: value }, { accountMap: table })).toEqual(taken('accountMap', { ...table, mode: 'asIs' }));
	});

	test.each<[Knob, string, ...unknown[]]>([
		['postTestUsers', 'must be true or false, not $.', undefined, 'Y', 1],
		['memo', `must be text, not ["${'x'.repeat(78)}.`, ['x'.repeat(100)]],
		['company', 'must be text or null, not $.', 5, ['SBO']],
		['placeholderAccounts', 'must be a list of texts, not $.', ['A', 5], 5, null],
		['ledgers', 'must be a list of texts, not $.', 5, { US: true }],
		['roundingCap', 'must be an amount such as "0.02", not $.', '1.', '.5', '1,5', '1.5 EUR', '', [5], null],
		['fixedDate', 'must be a date YYYY-MM-DD or null, not $.', 'on 2024-01-31', '2024-01-31T00:00:00Z', '2024-1-31', 20240131],
		['timeZone', 'must be the name of a time zone such as "Europe/Berlin", not $.', 'Berlin', '+01:00', 'Europe/', 5, null],
		['goLiveDate', 'must be a date YYYY-MM-DD or null, not $.', '2024-02-30', '2024-13-01', '20240131'],
		['companyPath', 'must be text or null, not $.', 5],
		['companyPath', `takes $ ${employee}`, 'employee.a', 'employeeData.a', 'ownerEmployee.a', 'Employee.a', 'OWNEREMPLOYEE.a'],
		['companyPath', `has the path $; ${nowhere}`, 'custom1', 'entry.', 'entry.a b', 'entry.a.b', 'my.entry.a', 'x.employee.a'],
		['companyPath', `has the path $; ${nowhere}`, 'x.ownerEmployee.a'],
		['branchPath', 'must be a list of texts, not $.', 5],
		['branchPath', `has the path "branch"; ${nowhere}`, ['entry.a', 'branch']],
		['costCenterPath', `takes "employee.b" ${employee}`, ['entry.a', 'employee.b']],
		['costCenterPaths', 'must be a list of up to four lists of paths, for dimensions 2 to 5.', 'entry.a', [[], [], [], [], []]],
		['costCenterPaths', `has the path "dimension3"; ${nowhere}`, [['entry.a'], ['dimension3']]],
		['cardVendors', 'must be an object, not $.', ['V1'], 5, null],
		['cardVendors', 'IBCP: must be text, not 5.', { IBCP: 5 }],
		['taxCodes', 'must be null, a list of codes or an object, not $.', ['V1', 5], 'V1', 5],
		['taxCodes', `VA: ${taxGroup}`, { VA: 5 }, { VA: null }, { VA: {} }, { VA: { code: 5 } }, { VA: ['V1'] }],
		['taxCodes', `VA: ${taxGroup}`, { VA: '' }, { VA: ' ' }, { VA: { code: '' } }],
		['taxCodes', 'VA: account must be text or null, not 154000.', { VA: { code: 'V1', account: 154000 } }],
		['taxCodes', 'VA: rate must be an amount such as "0.02", not "19 %".', { VA: { code: 'V1', rate: '19 %' } }],
		['taxCodes', 'VA: partlyDeductible must be true or false, not "yes".', { VA: { code: 'V1', partlyDeductible: 'yes' } }],
		['taxCodes', 'VA: does not know "acount".', { VA: { code: 'V1', acount: '154000' } }],
		['accountMap', 'must be { "mode", "table", "missing" }.', 'table', null, []],
		['accountMap', 'does not know "constructor".', { constructor: 'table' }],
		['accountMap', 'table TAXI: must be text, not 6100.', { table: { TAXI: 6100 } }],
		['partners', 'must be { "employeeVendor", "cardVendor", "vendor", "table" }.', [], 'code'],
		['partners', 'does not know "employee".', { employee: [] }],
		['partners', `vendor ${rules}`, { vendor: 'name' }, { vendor: [] }, { vendor: ['name'] }],
		['partners', `vendor ${rules}`, { vendor: [{ by: 'table' }, { by: 'guess' }] }, { vendor: [{ by: 'name', template: 5 }] }],
		['partners', `vendor ${rules}`, { vendor: [{ by: 'name' }] }, { vendor: [{ by: 'code', template: '' }] }, { vendor: [null] }],
		[
			'partners',
			`vendor ${rules}`,
			{ vendor: [{ by: 'code', template: 'V', to: 'V1' }] },
			{ vendor: [{ by: 'guess', template: 'V' }] },
		],
		[
			'partners',
			`vendor ${rules}`,
			{ vendor: [{ by: 'code', templte: 'V{vendorCode}' }] },
			{ vendor: [{ by: 'table', template: 'V' }] },
		],
		['lengths', 'must be { "memo", "lineMemo", "reference" }.', 50, [50]],
		['lengths', 'memo must be a length from 1 to 254.', { memo: 0 }, { memo: -1 }, { memo: 255 }, { memo: 1.5 }, { memo: '50' }],
		['postingDateFallback', `must be a list of ${dateRules}.`, 'submit', ['submit', 'today'], [null], null],
	])('%s %s', (knob, problem, ...values) => {
		for (const value of values)
			expect(readProfile({ [knob]: value })).toEqual(
				refused(`${knob} ${problem.replace('$', JSON.stringify(value) ?? 'undefined')}`),
			);
	});
});
