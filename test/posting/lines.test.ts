/** Lines of expense reports in full: what is posted, where it came from, by which rule, and what the memo says. */
import { allocation, entry, journal, personal, post, report, toCompany, type JournalFields } from './sample';

type Fields = Record<string, unknown>;

const taxi = (fields: Fields = {}, row: JournalFields = journal('TAXI', 10)) =>
	entry(10, [allocation([row], { allocationId: 'A1' })], { entryId: 'E1', ...fields });

test('an expense with everything that is known of it', () => {
	const fields = {
		entryDate: '2024-02-28T00:00:00Z',
		reportEntryTransactionAmount: '9.20',
		entryCurrAlphaCode: 'EUR',
		entryExchangeRate: 1.087,
		entryExchangeRateDirection: 'M',
	};
	const source = {
		entryId: 'E1',
		expenseType: 'Taxi',
		transactionDate: '2024-02-28',
		patKey: 'CASH',
		spendAmount: '9.20',
		spendCurrency: 'EUR',
		exchangeRate: '1.087',
		rateDirection: 'M',
		allocationId: 'A1',
		payee: 'EMPL',
	};
	expect(post(report(10, [taxi(fields)])).lines).toEqual([
		{
			role: 'expense',
			account: 'TAXI',
			debit: '10.00',
			currency: 'USD',
			memo: 'Taxi 2024-02-28 EUR 9.20',
			rule: 'account as it comes',
			sources: [source],
		},
		{
			role: 'employeeVendor',
			party: 'EMP1',
			credit: '10.00',
			currency: 'USD',
			memo: '17 Ada Example',
			rule: 'payee EMPL is the employee',
			sources: [source],
		},
	]);
});

test('an expense of which little is known', () => {
	const fields = { entryId: null, expenseTypeName: null, reportEntryPatKey: null, entryCurrAlphaCode: null };
	const [cost] = post(report(10, [entry(10, [allocation([journal('TAXI', 10)], { allocationId: null })], fields)])).lines;
	expect(JSON.parse(JSON.stringify(cost!.sources))).toEqual([{ expenseType: 'TAXIX', payee: 'EMPL' }]);
});

test('the amount of the card stands where the entry states none', () => {
	const [cost] = post(report(10, [taxi({ cardTransactionAmount: 8.5, entryCurrAlphaCode: 'CHF' })])).lines;
	expect(cost).toMatchObject({ memo: 'Taxi CHF 8.5', sources: [{ spendAmount: '8.5', spendCurrency: 'CHF' }] });
});

test('an advance that was applied, and one whose amount is nought', () => {
	const applied = { cashAdvanceId: 'CA1', cashAdvanceClearingAccountCode: 'CADV', cashAdvanceApplicationAmount: -4 };
	const document = report(10, [taxi()], {}, { cashAdvanceApplication: [applied, { cashAdvanceApplicationAmount: 0 }] });
	const posting = post(document);
	expect(posting.status).toBe('ready');
	expect(posting.lines[1]).toEqual({
		role: 'cashAdvanceClearing',
		account: 'CADV',
		credit: '4.00',
		currency: 'USD',
		memo: 'Cash advance',
		rule: 'account as it comes',
		sources: [{ entryId: 'CA1', expenseType: 'Cash advance', payee: 'EMPL' }],
	});
	expect(posting.lines[2]).toMatchObject({ role: 'employeeVendor', credit: '6.00' });
	expect(posting.warnings).toEqual([]);
});

test('an expense that Concur pays draws the advance from the employee all the same', () => {
	const applied = { cashAdvanceClearingAccountCode: 'CADV', cashAdvanceApplicationAmount: -4 };
	const paid = taxi({ expensePayIndicator: 'Y', liabilityAccountCode: 'LIAB' });
	const { lines } = post(report(10, [paid], {}, { cashAdvanceApplication: [applied] }), { expensePay: 'liabilityAccount' });
	expect(lines.map(({ account, party, debit, credit }) => [account ?? party, debit ?? `-${credit}`])).toEqual([
		['TAXI', '10.00'],
		['CADV', '-4.00'],
		['LIAB', '-10.00'],
		['EMP1', '4.00'],
	]);
});

test('a report of an application alone', () => {
	const applied = { cashAdvanceClearingAccountCode: 'CADV', cashAdvanceApplicationAmount: -4 };
	const posting = post(report(0, [], {}, { cashAdvanceApplication: [applied] }));
	expect([posting.status, posting.lines.length]).toEqual(['ready', 2]);
});

describe('qualifiers and foreign receipts', () => {
	const home = { homeCountryCode: 'DE' };
	const options = { foreignTaxCode: 'X0', qualifiers: { TAXIX: 'travel', Meal: 'meals' } };
	const cost = (fields: Fields, facts: Fields = home) => post(report(10, [taxi(fields)], facts), options).lines[0]!;

	test('the 0 % code stands on a receipt from abroad that has no tax of its own', () => {
		expect(cost({ entryCountryCode: 'AT' }).taxCode).toBe('X0');
		expect(cost({ entryCountryCode: 'DE' }).taxCode).toBeUndefined();
		expect(cost({ entryCountryCode: null }).taxCode).toBeUndefined();
		expect(cost({ entryCountryCode: 'AT' }, {}).taxCode).toBeUndefined();
	});

	test('not on clearing lines', () => {
		const entries = [personal(5, 'CBCP', 'CLR', { entryCountryCode: 'AT' })];
		const { lines } = post(report(0, entries, home), { ...options, clearingPassThrough: 'always' });
		expect(lines).toHaveLength(4);
		expect(lines.filter(({ taxCode }) => taxCode !== undefined)).toEqual([]);
	});

	test('an employee’s credit is qualified by the code or name of the expense type', () => {
		const qualifierOf = (fields: Fields) => post(report(10, [taxi(fields)]), options).lines[1]!.qualifier;
		expect(qualifierOf({})).toBe('travel');
		expect(qualifierOf({ expenseTypeCode: 'MEAL', expenseTypeName: 'Meal' })).toBe('meals');
		expect(qualifierOf({ expenseTypeCode: 'HOTEL', expenseTypeName: 'Hotel' })).toBeUndefined();
		expect(qualifierOf({ expenseTypeCode: null, expenseTypeName: null })).toBeUndefined();
	});
});

test('money that comes back to the company', () => {
	expect(post(report(-10, [entry(-10, toCompany('TAXI', -10))])).lines).toMatchObject([
		{ role: 'expense', credit: '10.00' },
		{ role: 'employeeVendor', party: 'EMP1', debit: '10.00' },
	]);
});
