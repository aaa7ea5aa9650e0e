/** Lines in detail: what joins and what stays apart, their order, sources, rules and memos, and the cost objects they join by. */
import { readDocuments } from '../../nodes/shared/document';
import { compile } from '../../nodes/shared/mapping';
import { Assembly } from '../../nodes/shared/posting';
import { readExpense } from '../../nodes/shared/posting/expense';
import { presentLines } from '../../nodes/shared/posting/present';
import { invoice, line } from './invoiceSample';
import { allocation, entry, journal, personal, post, profileOf, report, shortLines, toCompany, wrapped } from './sample';
import { row } from './taxSample';

type Fields = Record<string, unknown>;

const byAccount = { mergeExpense: 'account' };
const taxi = (id: string, amount: unknown, own: Fields = {}, fields: Fields = {}) =>
	entry(amount, [allocation([journal('TAXI', amount)], own)], { entryId: id, ...fields });
/** An expense of 12: 2 of the tax are deductible, 1 is not. */
const taxed = (code: string, own: Fields = {}) =>
	entry(12, [
		allocation([journal('TAXI', 12, 'EMPL', { taxGuid: [code], amountNetOfTax: 9, amountNetOfReclaim: 10 })], {
			tax: [row(code, 3, 2)],
			...own,
		}),
	]);
const ids = (sources: { entryId?: string }[]) => sources.map(({ entryId }) => entryId);

describe('lines of several rows', () => {
	test('exact rows are listed in the order of the document; the first gives the memo', () => {
		const document = report(30, [taxi('E2', 20, {}, { expenseTypeName: 'Cab' }), taxi('E1', 10)]);
		expect(post(document, byAccount).lines.map(({ memo, sources }) => [memo, ids(sources)])).toEqual([
			['Cab (2 items)', ['E2', 'E1']],
			['17 Ada Example', ['E2', 'E1']],
		]);
	});

	test('lines keep the order of the document when its rows are rounded in another', () => {
		const rows = ['E3', 'E1', 'E2'].map((id) => taxi(id, '3.33333333'));
		expect(post(report(10, rows)).lines.map(({ debit, credit, sources }) => [debit ?? credit, ids(sources)])).toEqual([
			['3.33', ['E3']],
			['3.33', ['E1']],
			['3.34', ['E2']],
			['10.00', ['E1', 'E2', 'E3']],
		]);
	});

	test('a row that rounds to nothing is no source', () => {
		const { lines } = post(report(10, [taxi('E1', 10), taxi('E2', '0.004')]), byAccount);
		expect(lines.map(({ debit, credit, sources }) => [debit ?? credit, ids(sources)])).toEqual([
			['10.00', ['E1']],
			['10.00', ['E1']],
		]);
	});
});

describe('tax lines', () => {
	const lines = (one: Fields, other: Fields, options: Fields = {}) =>
		post(report(24, [one, other]), { ...byAccount, ...options }).lines.map(
			({ role, taxCode, branch, costCenter, debit, credit, taxBase }) =>
				[role, taxCode, branch, costCenter, debit ?? `-${credit}`, taxBase].filter(Boolean).join(' '),
		);

	test('deductible tax carries no cost center, so it joins over them, and its bases with it', () => {
		expect(lines(taxed('V', { allocationCustom4Code: 'C1' }), taxed('V', { allocationCustom4Code: 'C2' }))).toEqual([
			'expense C1 9.00',
			'expense C2 9.00',
			'deductibleVat V 4.00 12.00',
			'nonDeductibleVat V C1 1.00',
			'nonDeductibleVat V C2 1.00',
			'employeeVendor -24.00',
		]);
	});

	test('every branch has tax and costs of its own', () => {
		expect(lines(taxed('V', { b: '1' }), taxed('V', { b: '2' }), { branchPath: ['allocation.b'] })).toEqual([
			'expense 1 9.00',
			'expense 2 9.00',
			'deductibleVat V 1 2.00 6.00',
			'nonDeductibleVat V 1 1.00',
			'deductibleVat V 2 2.00 6.00',
			'nonDeductibleVat V 2 1.00',
			'employeeVendor 1 -12.00',
			'employeeVendor 2 -12.00',
		]);
	});

	test('the base of a tax that is given back is an amount without sign', () => {
		const nets = { taxGuid: ['V'], amountNetOfTax: -8, amountNetOfReclaim: -8 };
		const refund = report(-10, [entry(-10, [allocation([toCompany('TAXI', -10, 'EMPL', nets)], { tax: [row('V', -2, -2)] })])]);
		expect(post(refund).lines[1]).toMatchObject({ role: 'deductibleVat', credit: '2.00', taxBase: '8.00' });
	});
});

test('every line says by which rule it stands there', () => {
	const rules = (posting: ReturnType<typeof post>) => posting.lines.map(({ role, rule }) => [role, rule]);
	expect(rules(post(report(12, [taxed('V')])))).toEqual([
		['expense', 'account as it comes'],
		['deductibleVat', 'reclaimable tax of the journal row'],
		['nonDeductibleVat', 'tax of the journal row that is not reclaimable'],
		['employeeVendor', 'payee EMPL is the employee'],
	]);
	const shipped = invoice(50, [line('A', 50, { amountShipping: 10 })]);
	expect(rules(post(shipped, { shipping: 'account', shippingAccount: 'SHIP' }))).toEqual([
		['expense', 'account as it comes'],
		['shipping', 'shipping account'],
		['vendor', 'vendor code'],
	]);
});

describe('accounts instead of partners', () => {
	test('an expense on its own liability account moves nothing', () => {
		const paid = { expensePayIndicator: 'Y', liabilityAccountCode: 'TAXI' };
		const document = report(30, [taxi('E1', 10, {}, paid), taxi('E2', 20)]);
		expect(shortLines(post(document, { expensePay: 'liabilityAccount' }))).toEqual([
			'Dr expense TAXI 20.00',
			'Cr employeeVendor EMP1 20.00',
		]);
	});

	test('a clearing account is credited per branch', () => {
		const card = (branch: string) =>
			entry(10, [allocation([journal('TAXI', 10, 'CBCP')], { b: branch })], { clearingAccountCode: 'CLR' });
		const { lines } = post(report(20, [card('1'), card('2')]), {
			cardCredit: { CBCP: 'clearing' },
			branchPath: ['allocation.b'],
		});
		expect(lines.slice(2).map(({ account, branch, credit }) => [account, branch, credit])).toEqual([
			['CLR', '1', '10.00'],
			['CLR', '2', '10.00'],
		]);
	});

	test('an employee paid by payroll may owe the company as well, and personal card items then stay visible', () => {
		const payroll = { payrollPayIndicator: 'Y', payrollPaymentClearingAccountCode: 'PAY' };
		const document = report(10, [taxi('E1', 10), personal(14, 'CBCP', 'CLR')], payroll);
		expect(shortLines(post(document, { payrollReimbursement: 'payrollClearing' }))).toEqual([
			'Dr expense TAXI 10.00',
			'Dr cardClearing CLR 14.00',
			'Cr cardClearing CLR 14.00',
			'Cr payrollClearing PAY 10.00',
			'Cr cardVendor CBCP 14.00',
			'Dr payrollClearing PAY 14.00',
		]);
	});
});

describe('a line', () => {
	const own = (document: unknown, options: Fields = {}) =>
		post(document, options).lines.map((found) => ({ ...found, sources: found.sources.length }));

	test('has only the fields that have a value', () => {
		const second = { costCenterPath: [], costCenterPaths: [['allocation.d2']] };
		expect(own(report(10, [taxi('E1', 10, { d2: 'D2' })]), second)).toStrictEqual([
			{
				role: 'expense',
				account: 'TAXI',
				costCenters: [undefined, 'D2'],
				debit: '10.00',
				currency: 'USD',
				memo: 'Taxi',
				rule: 'account as it comes',
				sources: 1,
			},
			{
				role: 'employeeVendor',
				party: 'EMP1',
				credit: '10.00',
				currency: 'USD',
				memo: '17 Ada Example',
				rule: 'payee EMPL is the employee',
				sources: 1,
			},
		]);
	});

	test('names no currency where the document has none', () => {
		const document = report(10, [taxi('E1', 10)], { employeeCurrencyAlphaCode: null });
		const assembly = new Assembly(readDocuments(document).documents[0]!, compile(profileOf()));
		readExpense(assembly);
		const texts = { docId: null, docType: null, reportId: null, revision: null, reference: '17', names: {} };
		expect(presentLines(assembly, texts).map(({ role, currency, memo }) => [role, currency, memo])).toEqual([
			['expense', '', 'Taxi'],
			['employeeVendor', '', '17'],
		]);
	});

	test('may name what the document is known by, on the lines of partners as on those of costs', () => {
		const memo = '{docId} {docType} {reportId} {revision}';
		const { lines } = post(wrapped(report(10, [taxi('E1', 10)])), { memo, lineMemo: memo });
		expect(lines.map((line) => line.memo)).toEqual(
			['expense', 'employeeVendor'].map(() => '0123456789abcdef0123456789abcdef expense R1 1'),
		);
	});

	test.each<[string, Fields, string]>([
		['spent abroad', { entryCurrAlphaCode: 'EUR', reportEntryTransactionAmount: 9.2 }, 'Taxi EUR 9.2'],
		['spent in the currency of the report', { entryCurrAlphaCode: 'USD', reportEntryTransactionAmount: 10 }, 'Taxi'],
		['spent abroad, nobody knows how much', { entryCurrAlphaCode: 'EUR' }, 'Taxi'],
		['spent in an unknown currency', { entryCurrAlphaCode: null, reportEntryTransactionAmount: 9.2 }, 'Taxi'],
	])('names the amount that was %s', (_, fields, memo) => {
		expect(post(report(10, [taxi('E1', 10, {}, fields)])).lines[0]!.memo).toBe(memo);
	});

	test('is called personal even where its memo is empty', () => {
		const { lines } = post(report(0, [personal(14, 'CBCP', 'CLR')]), { memo: '{vendorName}' });
		expect(lines.slice(-2).map(({ role, memo }) => [role, memo])).toEqual([
			['cardVendor', '(personal)'],
			['employeeVendor', '(personal)'],
		]);
	});
});

describe('cost objects that decide what joins', () => {
	const two = (options: Fields) => {
		const rows = [taxi('E1', 10, { a: 'A', b: '1', d: 'X' }), taxi('E2', 10, { a: 'A', b: '2', d: 'Y' })];
		return post(report(20, rows), { ...byAccount, costCenterPath: ['allocation.a'], ...options }).lines.filter(
			({ role }) => role === 'expense',
		).length;
	};

	test.each<[string, Fields, number]>([
		['the same cost center', {}, 1],
		['another second dimension', { costCenterPaths: [['allocation.d']] }, 2],
		['another branch', { branchPath: ['allocation.b'] }, 2],
		['the same default branch', { defaultBranch: '3' }, 1],
	])('%s', (_, options, expected) => expect(two(options)).toBe(expected));

	test('are read as the mapping says, with a text that stands for all of them', () => {
		const read = (options: Fields, own: Fields) =>
			compile(profileOf(options)).costObjects({ allocation: own as never, entry: {}, report: {} });
		const paths = { costCenterPath: ['allocation.a'] };
		expect(read(paths, { a: 'A' })).toStrictEqual({ costCenters: ['A'], branch: undefined, key: 'A' });
		expect(read(paths, {})).toStrictEqual({ costCenters: [undefined], branch: undefined, key: '' });
		expect(read({ ...paths, projectPath: ['allocation.p'] }, { a: 'A', p: 'P' })).toStrictEqual({
			costCenters: ['A'],
			project: 'P',
			branch: undefined,
			key: '[["A"],"P",null]',
		});
	});

	test('a mapping is worked out once, another one for itself', () => {
		const profile = profileOf();
		expect(compile(profile)).toBe(compile(profile));
		expect(compile(profileOf({ tolerance: '1' }))).not.toBe(compile(profile));
	});
});
