import { DEFAULT_PROFILE, readProfile } from '../../nodes/shared/mapping';
import { codes, entry, journal, personal, post, report, shortLines } from './sample';

describe('who is credited', () => {
	const expensePay = (fields: object) => report(10, [entry(10, journal('TAXI', 10), { expensePayIndicator: 'Y', ...fields })]);

	test('Expense Pay: the vendor with a warning, or the liability account', () => {
		const posting = post(expensePay({ liabilityAccountCode: 'LIAB' }));
		expect(posting.warnings.map(({ code }) => code)).toEqual(['paid-by-concur']);
		expect(shortLines(post(expensePay({ liabilityAccountCode: 'LIAB' }), { expensePay: 'liabilityAccount' }))[1]).toBe(
			'Cr employeeVendor LIAB 10.00',
		);
		expect(codes(post(expensePay({}), { expensePay: 'liabilityAccount' }))).toEqual(['missing-liability-account']);
		expect(shortLines(post(expensePay({}), { expensePay: 'liabilityAccount', defaultLiabilityAccount: 'L2' }))[1]).toBe(
			'Cr employeeVendor L2 10.00',
		);
	});

	test('payroll: the employee with a warning, or the payroll clearing account', () => {
		const paid = (account: string | null) =>
			report(10, [entry(10, journal('TAXI', 10))], { payrollPayIndicator: 'Y', payrollPaymentClearingAccountCode: account });
		expect(post(paid('PAY')).warnings.map(({ code }) => code)).toEqual(['paid-by-payroll']);
		expect(shortLines(post(paid('PAY'), { payrollReimbursement: 'payrollClearing' }))[1]).toBe('Cr payrollClearing PAY 10.00');
		expect(codes(post(paid(null), { payrollReimbursement: 'payrollClearing' }))).toEqual(['missing-payroll-clearing']);
	});

	test('a card credited to clearing without a clearing account is held', () => {
		const document = report(10, [entry(10, journal('TAXI', 10, 'CBCP'))]);
		expect(codes(post(document, { cardCredit: { CBCP: 'clearing' } }))).toEqual(['missing-clearing-account']);
		expect(shortLines(post(document, { cardCredit: { CBCP: 'clearing' }, defaultClearingAccount: 'CLR' }))[1]).toBe(
			'Cr cardClearing CLR 10.00',
		);
	});

	test('one line a flow where partners are not joined', () => {
		const document = report(20, [entry(10, journal('TAXI', 10)), entry(10, journal('TAXI', 10))]);
		expect(post(document, { mergeCounterparty: false }).lines.filter(({ role }) => role === 'employeeVendor')).toHaveLength(2);
	});

	test('an advance account that is also an expense account is worth a remark', () => {
		const document = report(
			10,
			[entry(10, journal('CADV', 10))],
			{},
			{ cashAdvanceApplication: [{ cashAdvanceApplicationAmount: -4, cashAdvanceClearingAccountCode: 'CADV' }] },
		);
		expect(post(document).warnings.map(({ code }) => code)).toEqual(['advance-account-in-journal']);
	});
});

describe('account mapping', () => {
	const document = report(10, [entry(10, journal('474230', 10)), personal(5, 'CBCP', 'CLR')]);

	test('by table: every account, and an unknown one is held', () => {
		const table = { '474230': '6100', CLR: '2190' };
		expect(post(document, { accountMap: { mode: 'table', table } }).lines.map(({ account }) => account)).toContain('6100');
		expect(codes(post(document, { accountMap: { mode: 'table', table: { '474230': '6100' } } }))).toEqual(['unmapped-account']);
		expect(post(document, { accountMap: { mode: 'table', table: {}, missing: 'asIs' } }).status).toBe('ready');
	});

	test('by expense type code or name, with a default for the rest', () => {
		const byType = (table: object, more: object = {}) =>
			post(report(10, [entry(10, journal('474230', 10))]), { accountMap: { mode: 'expenseType', table }, ...more });
		expect(byType({ TAXIX: '6100' }).lines[0]!.account).toBe('6100');
		expect(byType({ Taxi: '6200' }).lines[0]!.account).toBe('6200');
		expect(codes(byType({ Hotel: '6300' }))).toEqual(['unmapped-account']);
		expect(byType({ Hotel: '6300' }, { defaultExpenseAccount: '6999' }).lines[0]!.account).toBe('6999');
	});
});

describe('profiles', () => {
	test('nothing given is the defaults, and the defaults survive being exported', () => {
		expect(readProfile(undefined)).toEqual({ profile: DEFAULT_PROFILE, problems: [] });
		expect(readProfile(JSON.stringify(DEFAULT_PROFILE))).toEqual({ profile: DEFAULT_PROFILE, problems: [] });
	});

	test('knobs replace their defaults, payee roles entry by entry', () => {
		const { profile } = readProfile({ payeeRoles: { COPD: 'employeeVendor', XCRD: 'cardVendor' }, tolerance: 1 });
		expect(profile.payeeRoles).toEqual({ ...DEFAULT_PROFILE.payeeRoles, COPD: 'employeeVendor', XCRD: 'cardVendor' });
		expect(profile.tolerance).toBe('1');
		expect(DEFAULT_PROFILE.payeeRoles.COPD).toBe('cardVendor');
	});

	test('tax codes as null, list or map', () => {
		expect(readProfile({ taxCodes: ['V1'] }).profile.taxCodes).toEqual({ V1: { code: 'V1', account: null } });
		expect(readProfile({ taxCodes: { VA: 'V1', VB: { code: 'V2', account: '15' } } }).profile.taxCodes).toEqual({
			VA: { code: 'V1', account: null },
			VB: { code: 'V2', account: '15' },
		});
	});

	test.each([
		['unknown knob', { tolerence: '1' }, 'tolerence is not a knob'],
		['wrong choice', { clearingPassThrough: 'sometimes' }, 'clearingPassThrough must be one of'],
		['wrong type', { postTestUsers: 'yes' }, 'postTestUsers must be true or false'],
		['wrong role', { payeeRoles: { IBCP: 'bank' } }, 'payeeRoles IBCP: must be one of'],
		['cost centers of the employee', { costCenterPath: ['employee.employeeOrgUnit4Code'] }, 'from the employee'],
		['a path to nowhere', { projectPath: ['custom1'] }, 'it must be allocation.'],
		['a date that is none', { goLiveDate: '1.1.2024' }, 'goLiveDate must be a date'],
		['an unknown key in a block', { lengths: { memos: 5 } }, 'lengths does not know "memos"'],
		['a negative tolerance', { tolerance: '-1' }, 'tolerance must be an amount'],
		['a partner rule that does not exist', { partners: { vendor: [{ by: 'guess' }] } }, 'partners vendor must be a list'],
		['not JSON', '{', 'not JSON'],
		['a list', [], 'must be a JSON object'],
	])('%s is reported and changes nothing', (_, json, problem) => {
		const { profile, problems } = readProfile(json);
		expect(problems).toEqual([expect.stringContaining(problem)]);
		expect(profile).toEqual(DEFAULT_PROFILE);
	});
});
