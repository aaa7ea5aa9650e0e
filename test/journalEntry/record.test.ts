/** The posting record an accountant reads, and the audit block that explains it. */
import { recordText, ROLE_LABELS, type RecordLine } from '../../nodes/shared/journalEntry';
import { entry, journal, report, wrapped } from '../posting/sample';
import { build, company, taxi } from './company';

const line = (fields: Partial<RecordLine>): RecordLine => ({ role: 'expense', currency: 'EUR', memo: '', ...fields });
const tableOf = (lines: RecordLine[], currency = 'EUR') => recordText(lines, currency).split('\n');

describe('the text table', () => {
	test('has a heading, the lines and their totals, amounts to the right', () => {
		const lines = [
			line({ account: '613000', accountName: 'Meals', taxCode: 'V1', costCenters: ['SALES'], debit: '1119.00', memo: 'Dinner' }),
			line({ role: 'deductibleVat', taxCode: 'V1', debit: '1.90' }),
			line({ role: 'employeeVendor', partner: 'E1001', partnerName: 'Ada', credit: '1120.90', memo: 'R1' }),
		];
		expect(tableOf(lines)).toEqual([
			'Account / partner  Role            Tax  Cost objects    Debit   Credit  Memo',
			'-----------------  --------------  ---  ------------  -------  -------  ------',
			'613000 Meals       Expense         V1   SALES         1119.00           Dinner',
			'(tax account)      Deductible VAT  V1                    1.90',
			'E1001 Ada          Employee                                    1120.90  R1',
			'-----------------  --------------  ---  ------------  -------  -------  ------',
			'Total EUR                                             1120.90  1120.90',
		]);
	});

	test('adds up only the lines in the currency of the document, in its decimals', () => {
		const rounding = line({ role: 'rounding', account: '680000', debit: '0.01', currency: 'USD' });
		expect(tableOf([line({ debit: '7' }), line({ credit: '7' }), rounding]).at(-1)).toMatch(/^Total EUR +7 +7$/);
		expect(tableOf([line({ credit: '7.125' }), line({ debit: '7.125' })]).at(-1)).toMatch(/^Total EUR +7\.125 +7\.125$/);
	});

	test('is empty without lines', () => expect(recordText([], 'EUR')).toBe(''));

	test.each<[string, Partial<RecordLine>, string]>([
		['account before partner', { account: '1', accountName: 'Cash', partner: 'V1', partnerName: 'Ada' }, '1 Cash'],
		['partner before party', { partner: 'V1', partnerName: 'Ada', party: 'EMP1' }, 'V1 Ada'],
		['a party whose partner was not found', { party: 'EMP1', accountName: 'Cash' }, 'EMP1'],
		['an account without name', { account: '1', partnerName: 'Ada' }, '1'],
		['a qualifier', { account: '1', qualifier: 'Personal' }, '1 [Personal]'],
		['40 characters', { account: 'A'.repeat(40) }, 'A'.repeat(40)],
		['41 characters', { account: 'A'.repeat(41) }, `${'A'.repeat(39)}…`],
	])('names an account or partner: %s', (_, fields, name) =>
		expect(tableOf([line({ ...fields, debit: '1.00' })])[2]!.split('  ')[0]).toBe(name),
	);

	test.each<[Partial<RecordLine>, string]>([
		[{ costCenters: ['SALES', undefined, 'EAST'] }, 'SALES/-/EAST'],
		[{ project: 'P1' }, 'project P1'],
		[{ branch: '3' }, 'branch 3'],
		[{ costCenters: ['SALES'], project: 'P1', branch: '3' }, 'SALES, project P1, branch 3'],
		[{ project: 'P1', branch: '3' }, 'project P1, branch 3'],
		[{}, '1.00'],
	])('names cost objects: %j', (fields, objects) => {
		const cells = tableOf([line({ ...fields, account: 'A', debit: '1.00' })])[2]!.split(/ {2,}/);
		expect(cells.slice(0, 3)).toEqual(['A', 'Expense', objects]);
	});

	test('every role has a name', () =>
		expect(ROLE_LABELS).toEqual({
			expense: 'Expense',
			deductibleVat: 'Deductible VAT',
			nonDeductibleVat: 'Non-deductible VAT',
			owedVat: 'VAT owed',
			employeeVendor: 'Employee',
			cardVendor: 'Card vendor',
			cardClearing: 'Card clearing',
			cashAdvanceClearing: 'Cash advance clearing',
			vendor: 'Vendor',
			shipping: 'Shipping',
			payrollClearing: 'Payroll clearing',
			interBranch: 'Inter-branch clearing',
			rounding: 'Rounding',
		}));
});

/** Three rides of 1.01 euros, at 0.70 euros for a dollar: 1.44 each, 4.33 together. */
function abroad(): unknown {
	const fields = { entryCurrAlphaCode: 'USD', entryExchangeRate: 0.7, reportEntryTransactionAmount: 1.44 };
	const rides = [1, 2, 3].map(() => entry(1.01, journal('TAXI', 1.01), fields));
	return wrapped(report(3.03, rides, { employeeCurrencyAlphaCode: 'EUR' }));
}

const byDocument = { companyCurrency: 'USD', rateSource: 'document', roundingAccount: '7700' };
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the record of an entry', () => {
	test('has names from B1, and no local amounts where there is one currency', () => {
		const { postingRecord } = build(taxi({ reportOrgUnit4Code: 'CC1' }), {}, company());
		expect(plain(postingRecord)).toEqual([
			expect.objectContaining({ role: 'expense', account: 'TAXI', accountName: 'Taxi', costCenters: ['CC1'], debit: '10.00' }),
			expect.objectContaining({ role: 'employeeVendor', partner: 'EMP1', partnerName: 'Partner EMP1', credit: '10.00' }),
		]);
		for (const line of postingRecord) expect(Object.keys(line)).not.toEqual(expect.arrayContaining(['localAmount']));
		for (const line of postingRecord) expect(Object.keys(line)).not.toEqual(expect.arrayContaining(['localCurrency']));
	});

	test('has the local amounts by the document’s rate, and the rounding difference last', () => {
		const { postingRecord } = build(abroad(), byDocument);
		expect(postingRecord.map(({ role, localAmount, localCurrency }) => [role, localAmount, localCurrency])).toEqual([
			['expense', '1.44', 'USD'],
			['expense', '1.44', 'USD'],
			['expense', '1.44', 'USD'],
			['employeeVendor', '4.33', 'USD'],
			['rounding', undefined, undefined],
		]);
		expect(postingRecord.at(-1)).toEqual({
			role: 'rounding',
			account: '7700',
			debit: '0.01',
			currency: 'USD',
			memo: 'Rounding difference',
		});
	});
});

describe('the audit block', () => {
	test('tells the document, the entry and every line’s rule and source', () => {
		const { audit, contentHash, postingKey } = build(taxi(), {}, company());
		const sources = [
			{
				entryId: expect.stringMatching(/^E\d+$/) as string,
				allocationId: expect.stringMatching(/^A\d+$/) as string,
				expenseType: 'Taxi',
				patKey: 'CASH',
				payee: 'EMPL',
				spendCurrency: 'USD',
			},
		];
		expect(plain(audit)).toEqual({
			docId: '0123456789abcdef0123456789abcdef',
			docType: 'expense',
			companyId: '821599',
			reportId: 'R1',
			revision: '1',
			reference: '17',
			companyDb: 'SBODEMO',
			postingKey,
			contentHash,
			documentTotal: '10',
			currency: 'USD',
			rate: null,
			dates: { postingDate: '2024-03-05', taxDate: '2024-03-01', dueDate: '2024-03-05' },
			checkedAgainstB1: true,
			lines: [
				{ role: 'expense', account: 'TAXI', rule: 'account as it comes', sources },
				{ role: 'employeeVendor', partner: 'EMP1', party: 'EMP1', rule: 'code {employeeId} = EMP1', sources },
			],
			reasons: [],
			warnings: [],
		});
		expect(postingKey).toBe('821599:0123456789abcdef0123456789abcdef');
	});

	test('says what was not checked, the rate that was used, and why a document waits', () => {
		expect(build(taxi()).audit).toMatchObject({ companyDb: null, checkedAgainstB1: false });
		expect(build(abroad(), byDocument).audit.rate).toBe('1.42857142857');
		const held = build(taxi({ isTest: 'Y' }));
		expect(held.audit.reasons).toEqual([expect.objectContaining({ code: 'test-user' })]);
		expect(held.audit.reasons).toEqual(held.reasons);
	});

	test('names the B1 company of a part of a split document', () => {
		const options = { companyPath: 'report.reportCustom2Code', company: 'BE01' };
		expect(build(taxi({ reportCustom2Code: 'BE01' }), options).audit.company).toBe('BE01');
		expect(build(taxi()).audit).not.toHaveProperty('company');
	});
});
