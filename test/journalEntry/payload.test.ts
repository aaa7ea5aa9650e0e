/** The lines of a journal entry as the Service Layer takes them: no field that has no value, and nothing longer than B1 keeps. */
import { toJournalEntry, type EntryLine, type JournalEntryLine } from '../../nodes/shared/journalEntry';
import { assertBalanced, payloadLine } from '../../nodes/shared/journalEntry/payload';
import { resolveLine, roundingLine } from '../../nodes/shared/journalEntry/resolve';
import type { Posting, PostingLine } from '../../nodes/shared/posting';
import { findings } from '../posting/findings';
import { allocation, entry, journal, post, profileOf, report, wrapped } from '../posting/sample';
import { build, company, period, taxi } from './company';

const posting = post(taxi());

interface Case {
	line?: Partial<PostingLine>;
	/** What B1 and the mapping made of it. */
	resolved?: Partial<EntryLine>;
	of?: Partial<Posting>;
	isForeign?: boolean;
	local?: string;
}

function lineOf({ line = {}, resolved = {}, of = {}, isForeign = false, local }: Case): JournalEntryLine {
	const side = line.credit === undefined ? { debit: '10.00' } : {};
	const profile = profileOf({ partners: { table: { '4711': 'V1' } } });
	const target = line.role === 'vendor' ? { party: '4711' } : { account: '6100' };
	const whole: PostingLine = { role: 'expense', ...side, ...target, currency: 'EUR', memo: '', rule: '', sources: [], ...line };
	const check = { posting: { ...posting, ...of }, masterData: null, isInvoice: false, day: null, currency: null, remarks: [] };
	const found = resolveLine(whole, profile, check, []);
	const foreignCurrency = isForeign ? whole.currency : undefined;
	return payloadLine({ ...found, ...resolved, foreignCurrency, localAmount: local });
}

describe('a line of the payload', () => {
	const costs = { AccountCode: '6100', Debit: 10, Reference1: '17' };
	const foreign = { AccountCode: '6100', Reference1: '17', FCCurrency: 'EUR' };
	const partner = { line: { role: 'vendor', credit: '10.00' } } as const;
	const owed = { ShortName: 'V1', Credit: 10 };
	const long = 'R'.repeat(101);
	const order = `PO-${'4'.repeat(25)}`;

	test.each<[string, Case, JournalEntryLine]>([
		['account and amount, where nothing else is known', {}, costs],
		['its memo', { line: { memo: 'Taxi' } }, { ...costs, LineMemo: 'Taxi' }],
		[
			'a cost center of the second dimension alone',
			{ line: { costCenters: [undefined, 'C2'] } },
			{ ...costs, CostingCode2: 'C2' },
		],
		['a project', { line: { project: 'P1' } }, { ...costs, ProjectCode: 'P1' }],
		['a branch', { resolved: { branchId: 0 } }, { ...costs, BPLID: 0 }],
		['no id that nobody knows as reference', { line: { sources: [{ entryId: 'E9' }] } }, costs],
		['a reference cut at 100', { of: { reference: long } }, { ...costs, Reference1: 'R'.repeat(100) }],
		['the invoice number on a cost', { of: { names: { vendorInvoiceNumber: 'INV-7' } } }, { ...costs, Reference1: 'INV-7' }],
		[
			'a purchase order cut at 27',
			{ line: { sources: [{ purchaseOrder: order }] } },
			{ ...costs, AdditionalReference: order.slice(0, 27) },
		],
		['the document’s number on a partner', partner, { ...owed, Reference1: '17' }],
		['no reference where there is none', { ...partner, of: { reference: null } }, owed],
		[
			'the invoice number, and no purchase order, on a vendor',
			{
				...partner,
				line: { ...partner.line, sources: [{ entryId: 'E9', purchaseOrder: 'PO-1' }] },
				of: { names: { vendorInvoiceNumber: 'INV-7' } },
			},
			{ ...owed, Reference1: 'INV-7' },
		],
	])('has %s', (_, given, expected) => expect(lineOf(given)).toStrictEqual(expected));

	const tax = (fields: Partial<PostingLine>): Case => ({
		line: { role: 'deductibleVat', ...fields },
		resolved: { taxGroup: 'V1' },
	});

	test.each<[string, Case, JournalEntryLine]>([
		['reclaimable tax with its base', tax({ taxBase: '52.63' }), { ...costs, TaxGroup: 'V1', VatLine: 'tYES', BaseSum: 52.63 }],
		['tax without a base', tax({}), { ...costs, TaxGroup: 'V1', VatLine: 'tYES' }],
		[
			'a base with more digits than a number holds',
			tax({ taxBase: '12345678901234.56' }),
			{ ...costs, TaxGroup: 'V1', VatLine: 'tYES' },
		],
		[
			'tax in a foreign currency, its base is left to B1',
			{ ...tax({ taxBase: '52.63' }), isForeign: true },
			{ ...foreign, FCDebit: 10, TaxGroup: 'V1', VatLine: 'tYES' },
		],
		['a cost that only the tax report is to see', tax({ role: 'expense', taxBase: '52.63' }), { ...costs, TaxGroup: 'V1' }],
	])('marks %s', (_, given, expected) => expect(lineOf(given)).toStrictEqual(expected));

	test.each<[string, Case, JournalEntryLine]>([
		['debit', { isForeign: true, local: '11.25' }, { ...foreign, FCDebit: 10, Debit: 11.25 }],
		['credit', { line: { credit: '10.00' }, isForeign: true, local: '11.25' }, { ...foreign, FCCredit: 10, Credit: 11.25 }],
	])('in a foreign currency has both amounts on the same side, here the %s', (_, given, expected) =>
		expect(lineOf(given)).toStrictEqual(expected),
	);

	test('for the rounding difference stands on its account, in the branch of the line beside it', () => {
		const profile = profileOf({ roundingAccount: '7700' });
		const rounding = (difference: { debit: string } | { credit: string }, branchId?: number) =>
			payloadLine(roundingLine(difference, { branchId } as EntryLine, 'USD', profile, null));
		const common = { AccountCode: '7700', LineMemo: 'Rounding difference' };
		expect(rounding({ debit: '0.01' })).toStrictEqual({ ...common, Debit: 0.01 });
		expect(rounding({ credit: '0.02' }, 3)).toStrictEqual({ ...common, Credit: 0.02, BPLID: 3 });
	});
});

describe('an entry that does not balance is never handed out', () => {
	const check = (lines: JournalEntryLine[], docId: string | null = 'D1') => assertBalanced(lines, docId);
	const local = [{ Debit: 10 }, { Credit: 10 }];
	const foreign = [{ FCDebit: 10 }, { FCCredit: 10 }];

	test.each<[string, JournalEntryLine[]]>([
		['in local currency', [{ Debit: 10.01 }, { Credit: 10 }]],
		['in foreign currency', [...local, { FCDebit: 10 }, { FCCredit: 10.01 }]],
		['in local currency alone', [...foreign, { Debit: 0.01 }]],
	])('%s', (_, lines) => {
		expect(() => check(lines)).toThrow('The journal entry of document D1 does not balance');
		expect(() => check(lines, null)).toThrow('The journal entry of document (no id) does not balance');
	});

	test('cents and fils are compared exactly', () => {
		expect(() => check([{ Debit: 0.1 }, { Debit: 0.2 }, { Credit: 0.3 }, ...foreign])).not.toThrow();
		expect(() => check([...foreign, { FCDebit: 0.004 }, { FCCredit: 0.003 }])).toThrow('does not balance');
		expect(() => check([{ Debit: 1.004 }, { Debit: 1.004 }, { Credit: 2.008 }])).not.toThrow();
	});

	test('a dinar document of fils balances in a company that counts in cents', () => {
		const fils = [0.004, 0.004].map((amount) => entry(amount, journal('TAXI', amount)));
		const { journalEntry } = build(wrapped(report(0.008, fils, { employeeCurrencyAlphaCode: 'KWD' })), {}, company());
		expect(journalEntry!.JournalEntryLines.map(({ FCDebit, FCCredit }) => FCDebit ?? FCCredit)).toEqual([0.004, 0.004, 0.008]);
	});
});

describe('the texts of the header', () => {
	test.each([
		['{docId}', '0123456789abcdef0123456789abcdef'],
		['{docType} {reportId}-{revision}', 'expense R1-1'],
		['{reference} {name} {reportName}', '17 Ada Example Trip'],
	])('%s', (template, text) => {
		const { journalEntry } = build(taxi(), { memo: template, reference: template });
		expect(journalEntry).toMatchObject({ Memo: text, Reference: text });
	});
});

describe('the project of the entry', () => {
	const projectsOf = (...projects: (string | null)[]) => {
		const entries = projects.map((project) => entry(10, journal('TAXI', 10), { entryCustom1Code: project }));
		return build(wrapped(report(10 * projects.length, entries)), { projectPath: ['entry.entryCustom1Code'] }).journalEntry;
	};

	test('is that of all costs, and there is none where they differ', () => {
		expect(projectsOf('P1', 'P1')).toHaveProperty('ProjectCode', 'P1');
		expect(projectsOf('P1', 'P2')).not.toHaveProperty('ProjectCode');
		expect(projectsOf('P1', null)).not.toHaveProperty('ProjectCode');
		expect(projectsOf(null)).not.toHaveProperty('ProjectCode');
	});
});

describe('the account of a line', () => {
	const row = { taxGuid: 'T1', amountTax: 19, amountReclaim: 10, taxCode: 'VA' };
	const nets = { amountNetOfTax: 100, amountNetOfReclaim: 109, taxGuid: ['T1'] };
	const vat = wrapped(report(119, [entry(119, [allocation([journal('TAXI', 119, 'EMPL', nets)], { tax: [row] })])]));
	const b1 = company({ taxGroups: [{ code: 'VA', name: 'Input tax', taxAccount: '154000', inactive: false }] });

	test('and what it is called; the tax account is B1’s own and needs no look-up', () => {
		const { postingRecord, journalEntry, audit } = build(vat, {}, b1);
		expect(postingRecord).toMatchObject([
			{ role: 'expense', account: 'TAXI', accountName: 'Taxi' },
			{ role: 'deductibleVat', account: '154000' },
			{ role: 'nonDeductibleVat', account: 'TAXI', accountName: 'Taxi' },
			{ role: 'employeeVendor', partner: 'EMP1', partnerName: 'Partner EMP1' },
		]);
		expect(postingRecord[1]).not.toHaveProperty('accountName');
		expect(journalEntry!.JournalEntryLines.map(({ TaxGroup }) => TaxGroup)).toEqual([undefined, 'VA', undefined, undefined]);
		expect(audit).toMatchObject({ companyDb: 'SBODEMO', checkedAgainstB1: true, rate: null });
		expect(audit.lines.map(({ rule }) => rule)).toEqual([
			'account as it comes',
			'tax account of VA',
			'tax of the journal row that is not reclaimable',
			'code {employeeId} = EMP1',
		]);
	});

	test.each([
		['the mapping’s, though it is the tax group’s too', vat, { taxCodes: { VA: { code: 'VA', account: '154000' } } }, '154000'],
		['the mapping’s for a role', taxi(), { roleAccounts: { employeeVendor: '2100' } }, '2100'],
	])('%s, is looked up', (_, document, options, account) =>
		expect(findings(build(document, options, b1))).toEqual([
			`account-not-found . AccountCode = ${account}: B1 has no account ${account}.`,
		]),
	);

	test('for a role says so; a partner that is not looked up has no name', () => {
		expect(build(taxi(), { roleAccounts: { employeeVendor: '2100' } }).audit.lines[1]!.rule).toBe('account for employeeVendor');
		expect(build(taxi()).postingRecord[1]).not.toHaveProperty('partnerName', null);
	});
});

describe('an entry that is not posted', () => {
	const nothing = { journalEntry: null, contentHash: null, postingRecord: [], reasons: [], warnings: [], answer: null };
	const locked = company({ periods: [period('2024-03', '2024-03-01', '2024-03-31', { open: false })] });

	test('because there is nothing to post needs no period', () =>
		expect(build(wrapped(report(0, [])), {}, locked)).toMatchObject({ status: 'nothingToPost', ...nothing }));

	test('because B1 would refuse it shows its lines and dates all the same', () => {
		const result = build(taxi(), {}, locked);
		expect(result).toMatchObject({ status: 'review', journalEntry: null, answer: 'keepAcknowledged' });
		expect(result.postingRecord).toHaveLength(2);
		expect(result.audit.dates).toEqual({ postingDate: '2024-03-05', taxDate: '2024-03-01', dueDate: '2024-03-05' });
	});

	test.each([
		['a locked period, by the policy "fail"', {}, locked, 'confirmError'],
		['a locked period, where the mapping keeps everything', { onHold: 'keepAcknowledged' }, locked, 'keepAcknowledged'],
		['another reason in an open period', {}, company({ accounts: [] }), 'keepAcknowledged'],
	])('tells Concur of %s', (_, options, masterData, answer) =>
		expect(build(taxi(), { periodPolicy: 'fail', ...options }, masterData).answer).toBe(answer),
	);

	test('is not failed for a locked period where it has no lines', () =>
		expect(build(wrapped(report(0, [])), { periodPolicy: 'fail', ledgers: ['OTHER'] }, locked).answer).toBe('keepAcknowledged'));

	const inEuro = { employeeCurrencyAlphaCode: 'EUR' };
	test.each<[string, unknown, object, string[]]>([
		['without its id', { ...taxi(), id: undefined }, {}, ['missing-document-id . id: The document has no id.']],
		[
			'with an amount of 16 digits',
			wrapped(report(null, [entry(null, journal('TAXI', '12345678901234.56'))])),
			{},
			['amount-too-long = 12345678901234.56: The amount 12345678901234.56 is too long.'],
		],
		[
			'in review, of which no rate is asked',
			wrapped(report(10, [entry(10, journal('TAXI', 10), { entryId: 'E1' })], { ...inEuro, isTest: 'Y' })),
			{ companyCurrency: 'USD', rateSource: 'document' },
			['test-user . isTest = Y: The document belongs to a Concur test user.'],
		],
	])('a document %s', (_, document, options, expected) => expect(findings(build(document, options))).toEqual(expected));

	test('a document without currency has nothing to compare it by', () => {
		const held: Posting = { ...posting, status: 'review', currency: null, lines: [], draftLines: posting.lines };
		expect(toJournalEntry(held, profileOf(), company({ currencies: ['USD'] }))).toMatchObject({ contentHash: null, reasons: [] });
	});
});

const givenBack = { role: 'deductibleVat', credit: '0.00', taxCode: 'V0', taxBase: '10.00' } as const;
test('a refund of 0 % tax', () => expect(lineOf({ line: givenBack })).toMatchObject({ Debit: 0, BaseSum: -10 }));
