import fc from 'fast-check';
import {
	buildPosting,
	readDocuments,
	requiredMasterData,
	toJournalEntry,
	type JournalEntryResult,
	type MasterData,
	type PartnerFacts,
	type PeriodFacts,
} from '../../nodes/shared/posting';
import { documentOf, randomReport } from './arbitrary';
import { allocation, entry, journal, post, profileOf, report, wrapped } from './sample';

const always = { frozen: false, frozenFrom: null, frozenTo: null, validFrom: null, validTo: null };

const partner = (code: string, fields: Partial<PartnerFacts> = {}): PartnerFacts => ({
	code,
	name: `Partner ${code}`,
	type: 'supplier',
	currency: '##',
	taxId: null,
	email: null,
	...always,
	...fields,
});

const period = (code: string, from: string, to: string, fields: Partial<PeriodFacts> = {}): PeriodFacts => ({
	code,
	postingFrom: from,
	postingTo: to,
	dueFrom: null,
	dueTo: null,
	taxFrom: null,
	taxTo: null,
	open: true,
	...fields,
});

const company = (fields: Partial<MasterData> = {}): MasterData => ({
	company: { companyDb: 'SBODEMO', localCurrency: 'USD', systemCurrency: null, branchesEnabled: false },
	accounts: [{ code: 'TAXI', name: 'Taxi', isTitle: false, isControl: false, currency: '##', ...always }],
	partners: [partner('EMP1')],
	distributionRules: null,
	projects: null,
	taxGroups: null,
	currencies: null,
	branches: null,
	periods: null,
	...fields,
});

const taxi = (fields = {}, more = {}) => wrapped(report(10, [entry(10, journal('TAXI', 10))], fields, more));

function build(document: unknown, options: unknown = {}, masterData: MasterData | null = null, context = {}): JournalEntryResult {
	return toJournalEntry(post(document, options), profileOf(options), masterData, context);
}

const codes = ({ reasons }: JournalEntryResult) => reasons.map(({ code }) => code);

describe('the payload', () => {
	test('has the Service Layer’s names, one side a line, dates, keys and memos', () => {
		const result = build(
			wrapped(report(10, [entry(10, journal('TAXI', 10), { entryId: 'E9', entryDate: '2024-02-28T00:00:00Z' })])),
		);
		expect(result.status).toBe('ready');
		expect(result.journalEntry).toEqual({
			ReferenceDate: '2024-03-05',
			TaxDate: '2024-03-01',
			DueDate: '2024-03-05',
			Memo: '17 Ada Example',
			Reference: '17',
			Reference2: '821599:0123456789abcdef0123456789abcdef',
			Reference3: result.contentHash!.slice(0, 24),
			JournalEntryLines: [
				{ AccountCode: 'TAXI', Debit: 10, LineMemo: 'Taxi 2024-02-28', Reference1: 'E9' },
				{ ShortName: 'EMP1', Credit: 10, LineMemo: '17 Ada Example', Reference1: '17' },
			],
		});
		expect(result.contentHash).toMatch(/^[0-9a-f]{64}$/);
		expect(result.postingRecordText).toContain('Total USD');
		expect(result.audit).toMatchObject({
			postingKey: result.postingKey,
			checkedAgainstB1: false,
			lines: [{ account: 'TAXI' }, { partner: 'EMP1', party: 'EMP1' }],
		});
	});

	test('dimensions, project and branch go to costs; branches go to every line', () => {
		const options = {
			costCenterPaths: [['allocation.allocationCustom5Code'], ['entry.entryOrgUnit1Code']],
			projectPath: ['entry.entryCustom1Code'],
			branchPath: ['report.reportOrgUnit1Code'],
			branchMap: { NORTH: '3' },
		};
		const entries = [
			entry(10, [allocation([journal('TAXI', 10)], { allocationCustom4Code: 'CC1', allocationCustom5Code: 'CC2' })], {
				entryOrgUnit1Code: 'CC3',
				entryCustom1Code: 'P1',
			}),
		];
		const { journalEntry } = build(wrapped(report(10, entries, { reportOrgUnit1Code: 'NORTH' })), options);
		expect(journalEntry!.ProjectCode).toBe('P1');
		expect(journalEntry!.JournalEntryLines).toEqual([
			expect.objectContaining({
				AccountCode: 'TAXI',
				CostingCode: 'CC1',
				CostingCode2: 'CC2',
				CostingCode3: 'CC3',
				ProjectCode: 'P1',
				BPLID: 3,
			}),
			expect.objectContaining({ ShortName: 'EMP1', BPLID: 3 }),
		]);
		expect(journalEntry!.JournalEntryLines[1]).not.toHaveProperty('CostingCode');
	});

	const vat = () => {
		const row = { taxGuid: 'T1', amountTax: 19, amountReclaim: 19, taxCode: 'VA' };
		const nets = { amountNetOfTax: 100, amountNetOfReclaim: 100, taxGuid: ['T1'] };
		return wrapped(report(119, [entry(119, [allocation([journal('TAXI', 119, 'EMPL', nets)], { tax: [row] })])]));
	};
	const taxGroups = [{ code: 'VA', name: 'Input tax', taxAccount: '154000', inactive: false }];

	test('a tax line stands on the tax group’s account, says that it is one, and names its base', () => {
		const { journalEntry } = build(vat(), {}, company({ taxGroups }));
		expect(journalEntry!.JournalEntryLines[1]).toMatchObject({
			AccountCode: '154000',
			Debit: 19,
			TaxGroup: 'VA',
			VatLine: 'tYES',
			BaseSum: 100,
		});
		const { journalEntry: mapped } = build(vat(), { taxCodes: { VA: { code: 'V1', account: '155000' } } });
		expect(mapped!.JournalEntryLines[1]).toMatchObject({ AccountCode: '155000', TaxGroup: 'V1' });
	});

	test('a tax without account, an unknown and an inactive tax group are held', () => {
		expect(codes(build(vat()))).toEqual(['missing-tax-account']);
		expect(codes(build(vat(), {}, company({ taxGroups: [] })))).toEqual(['tax-group-not-found', 'missing-tax-account']);
		expect(codes(build(vat(), {}, company({ taxGroups: [{ ...taxGroups[0]!, inactive: true }] })))).toEqual([
			'tax-group-inactive',
		]);
	});

	test('partner lines can be an account, and control accounts can be overridden', () => {
		expect(build(taxi(), { roleAccounts: { employeeVendor: '2100' } }).journalEntry!.JournalEntryLines[1]).toMatchObject({
			AccountCode: '2100',
			Credit: 10,
		});
		expect(build(taxi(), { controlAccounts: { employeeVendor: '2200' } }).journalEntry!.JournalEntryLines[1]).toMatchObject({
			ShortName: 'EMP1',
			ControlAccount: '2200',
		});
	});

	test('memos are cut to the length the version of B1 takes', () => {
		const result = build(taxi({ reportName: 'x'.repeat(90) }), { memo: '{reportName}', lengths: { memo: 50, lineMemo: 254 } });
		expect(result.journalEntry!.Memo).toHaveLength(50);
		expect(result.journalEntry!.JournalEntryLines[1]!.LineMemo).toHaveLength(90);
	});

	test('every random report becomes a balanced payload', () => {
		const taxCodes = Object.fromEntries(['VA', 'VB', 'GST', 'PST'].map((code) => [code, { code, account: `T${code}` }]));
		fc.assert(
			fc.property(randomReport, (random) => {
				const { status, journalEntry } = build(wrapped(documentOf(random)), {
					taxCodes,
					postingDate: 'fixed',
					fixedDate: '2024-03-05',
				});
				expect(['ready', 'nothingToPost']).toContain(status);
				const units = (side: 'Debit' | 'Credit') =>
					(journalEntry?.JournalEntryLines ?? []).reduce((sum, line) => sum + BigInt(Math.round((line[side] ?? 0) * 1000)), 0n);
				expect(units('Debit')).toBe(units('Credit'));
			}),
		);
	});
});

describe('keys', () => {
	test('the content hash ignores dates and texts, and nothing else', () => {
		const hash = (document: unknown, options = {}) => build(document, options).contentHash;
		const first = hash(taxi());
		expect(hash(taxi({ reportPaymentProcessingDate: '2025-01-01', reportName: 'Other' }), { memo: 'other' })).toBe(first);
		expect(hash(wrapped(report(11, [entry(11, journal('TAXI', 11))])))).not.toBe(first);
		expect(hash(taxi({}, { employee: { employeeId: 'EMP2' } }))).not.toBe(first);
		expect(hash(taxi({ employeeCurrencyAlphaCode: 'EUR' }))).not.toBe(first);
		expect(hash(taxi({ reportOrgUnit4Code: 'CC1' }))).not.toBe(first);
	});

	test('a long company id is shortened to fit 50 characters, a missing document id is held', () => {
		const long = build({ ...taxi(), companyId: '0c1aa7c4-c7f3-4811-8bb0-3bb243dcf83d' }).postingKey!;
		expect(long.length).toBeLessThanOrEqual(50);
		expect(long).toMatch(/:0123456789abcdef0123456789abcdef$/);
		expect(codes(build({ ...taxi(), id: undefined }))).toEqual(['missing-document-id']);
	});
});

describe('partners', () => {
	const rules = (...employeeVendor: object[]) => ({ partners: { employeeVendor } });
	const found = (options: object, partners: PartnerFacts[], document = taxi()) => {
		const result = build(document, options, company({ partners }));
		return codes(result).length > 0 ? codes(result) : result.journalEntry!.JournalEntryLines[1]!.ShortName;
	};

	test('by code over any field of the employee', () => {
		const document = taxi({}, { employee: { employeeId: 'EMP1', employeeCustom17Code: '77' } });
		expect(found(rules({ by: 'code', template: 'V{employeeCustom17Code}' }), [partner('V77')], document)).toBe('V77');
	});

	test('by name, whatever its case and blanks; two candidates are listed and never guessed', () => {
		const byName = rules({ by: 'name', template: '{employeeName}' });
		expect(found(byName, [partner('V1', { name: '  ADA   example ' })])).toBe('V1');
		expect(found(byName, [partner('V1', { name: 'Ada Exampel' })])).toEqual(['vendor-not-found']);
		expect(
			found(byName, [partner('C1', { name: 'Ada Example', type: 'customer' }), partner('V1', { name: 'Ada Example' })]),
		).toBe('V1');
		const two = build(
			taxi(),
			byName,
			company({ partners: [partner('V1', { name: 'Ada Example' }), partner('V2', { name: 'ada example' })] }),
		);
		expect(two.reasons).toEqual([expect.objectContaining({ code: 'vendor-ambiguous', candidates: ['V1', 'V2'] })]);
	});

	test('by e-mail and tax id, in the order of the rules', () => {
		const both = rules(
			{ by: 'code', template: 'V{employeeId}' },
			{ by: 'email', template: '{email}' },
			{ by: 'taxId', template: '{employeeCustom1Code}' },
		);
		const document = taxi({}, { employee: { employeeId: 'EMP1', loginId: 'Ada@example.com', employeeCustom1Code: 'DE 123-4' } });
		expect(found(both, [partner('M1', { email: 'ada@EXAMPLE.com' }), partner('T1', { taxId: 'DE1234' })], document)).toBe('M1');
		expect(found(both, [partner('T1', { taxId: 'DE1234' })], document)).toBe('T1');
	});

	test('the table is explicit: what it names must exist', () => {
		const table = { partners: { table: { EMP1: 'V9' } } };
		expect(found(table, [partner('V9')])).toBe('V9');
		expect(found(table, [partner('EMP1')])).toEqual(['vendor-not-found']);
	});

	test('card vendors by payee and payment type, most particular first', () => {
		const card = (patKey: string, payee = 'IBCP') =>
			wrapped(report(10, [entry(10, journal('TAXI', 10, payee), { reportEntryPatKey: patKey, cardProgramTypeCode: 'AX' })]));
		const cardVendors = { 'IBCP:1003': 'AMEX1', 1004: 'AMEX2', AX: 'AMEX3', COPD: 'BANK' };
		const vendor = (document: unknown) => build(document, { cardVendors }).journalEntry!.JournalEntryLines[1]!.ShortName;
		expect([vendor(card('1003')), vendor(card('1004')), vendor(card('CASH')), vendor(card('1009', 'COPD'))]).toEqual([
			'AMEX1',
			'AMEX2',
			'AMEX3',
			'AMEX3',
		]);
	});

	test('frozen, out of date, wrong type and wrong currency are refused with their reason', () => {
		expect(found({}, [partner('EMP1', { frozen: true })])).toEqual(['vendor-inactive']);
		expect(found({}, [partner('EMP1', { frozen: true, frozenFrom: '2024-04-01' })])).toBe('EMP1');
		expect(found({}, [partner('EMP1', { validTo: '2024-03-04' })])).toEqual(['vendor-inactive']);
		expect(found({}, [partner('EMP1', { validTo: '2024-03-05' })])).toBe('EMP1');
		expect(found({}, [partner('EMP1', { type: 'customer' })])).toEqual(['vendor-type']);
		expect(found({}, [partner('EMP1', { currency: 'GBP' })], taxi({ employeeCurrencyAlphaCode: 'EUR' }))).toEqual([
			'vendor-currency',
		]);
	});

	test('without B1 a code that cannot exist there is held', () => {
		const long = taxi({}, { employee: { employeeId: '94F538F2C3224C6E871CFED9F0F8333A' } });
		expect(codes(build(long))).toEqual(['vendor-not-found']);
	});
});

describe('master data', () => {
	const account = (fields: object) =>
		build(
			taxi(),
			{},
			company({
				accounts: [{ code: 'TAXI', name: 'Taxi', isTitle: false, isControl: false, currency: '##', ...always, ...fields }],
			}),
		);

	test.each([
		['title account', { isTitle: true }, 'account-title'],
		['control account', { isControl: true }, 'account-control'],
		['frozen account', { frozen: true }, 'account-inactive'],
		['other account only', { code: 'OTHER' }, 'account-not-found'],
	])('%s', (_, fields, code) => expect(codes(account(fields))).toEqual([code]));

	test('an account in another currency takes no document in this one', () => {
		const accounts = [{ code: 'TAXI', name: 'Taxi', isTitle: false, isControl: false, currency: 'GBP', ...always }];
		expect(codes(build(taxi({ employeeCurrencyAlphaCode: 'EUR' }), {}, company({ accounts })))).toEqual(['account-currency']);
	});

	const rule = { code: 'CC1', name: 'North', dimension: 1, active: true, validFrom: null, validTo: null };
	test.each([
		['unknown', [], 'cost-center-not-found'],
		['inactive', [{ ...rule, active: false }], 'cost-center-inactive'],
		['expired', [{ ...rule, validTo: '2024-01-31' }], 'cost-center-inactive'],
		['of another dimension', [{ ...rule, dimension: 2 }], 'cost-center-wrong-dimension'],
	])('cost center %s', (_, distributionRules, code) =>
		expect(codes(build(taxi({ reportOrgUnit4Code: 'CC1' }), {}, company({ distributionRules })))).toEqual([code]),
	);

	test('projects, currencies and branches', () => {
		const project = { projectPath: ['report.reportCustom1Code'] };
		const document = taxi({ reportCustom1Code: 'P1' });
		expect(codes(build(document, project, company({ projects: [] })))).toEqual(['project-not-found']);
		const closed = [{ code: 'P1', name: 'P', active: true, validFrom: null, validTo: '2023-12-31' }];
		expect(codes(build(document, project, company({ projects: closed })))).toEqual(['project-inactive']);
		expect(codes(build(taxi(), {}, company({ currencies: ['EUR'] })))).toEqual(['currency-not-found']);
		const branches = {
			...company(),
			company: { ...company().company, branchesEnabled: true },
			branches: [{ id: 1, name: 'Main', active: true }],
		};
		expect(codes(build(taxi(), {}, branches))).toEqual(['branch-missing']);
		expect(codes(build(taxi(), { defaultBranch: '2' }, branches))).toEqual(['branch-not-found']);
		expect(build(taxi(), { defaultBranch: '1' }, branches).status).toBe('ready');
	});

	test('a document in review is checked against B1 all the same, so that everything is seen at once', () => {
		const document = wrapped(report(20, [entry(10, journal('TAXI', 10)), entry(10, journal(null, 10))]));
		expect(codes(build(document, {}, company({ accounts: [] })))).toEqual(['missing-account', 'account-not-found']);
	});

	test('a batch names every code once', () => {
		const documents = [taxi(), taxi({ reportOrgUnit4Code: 'CC1' }), taxi({ employeeCurrencyAlphaCode: 'EUR' })];
		const profile = profileOf({
			partners: {
				employeeVendor: [
					{ by: 'code', template: 'V{employeeId}' },
					{ by: 'name', template: '{employeeName}' },
				],
			},
		});
		const postings = readDocuments(documents).documents.map((document) => buildPosting(document, profile));
		expect(requiredMasterData(postings, profile)).toEqual({
			accounts: ['TAXI'],
			partnerCodes: ['VEMP1'],
			partnerNames: ['Ada Example'],
			partnerTaxIds: [],
			partnerEmails: [],
			distributionRules: ['CC1'],
			projects: [],
			taxGroups: [],
			currencies: ['USD', 'EUR'],
			branches: [],
			dates: ['2024-03-05'],
		});
	});
});

describe('dates and periods', () => {
	const locked = [period('2024-03', '2024-03-01', '2024-03-31', { open: false }), period('2024-04', '2024-04-01', '2024-04-30')];
	const dateOf = (options: object, context = {}) => build(taxi(), options, null, context).journalEntry?.ReferenceDate;

	test('the posting date rule, its fallbacks, today and a fixed date', () => {
		expect(dateOf({ postingDate: 'submit' })).toBe('2024-03-01');
		expect(dateOf({ postingDate: 'creation' })).toBe('2024-03-01');
		expect(dateOf({ postingDate: 'today' }, { today: '2026-01-02' })).toBe('2026-01-02');
		expect(dateOf({ postingDate: 'fixed', fixedDate: '2025-12-31' })).toBe('2025-12-31');
		expect(codes(build(taxi(), { postingDate: 'creation', postingDateFallback: [] }))).toEqual(['missing-date']);
	});

	test('a locked period is held, failed, or passed over, by the policy', () => {
		const held = build(taxi(), {}, company({ periods: locked }));
		expect([codes(held), held.answer]).toEqual([['period-locked'], 'keepAcknowledged']);
		expect(build(taxi(), { periodPolicy: 'fail' }, company({ periods: locked })).answer).toBe('confirmError');
		const moved = build(taxi(), { periodPolicy: 'nextOpenDay' }, company({ periods: locked }));
		expect(moved.journalEntry!.ReferenceDate).toBe('2024-04-01');
		expect(moved.warnings.map(({ code }) => code)).toEqual(['date-moved']);
	});

	test('no period at all, and none left to move to', () => {
		expect(codes(build(taxi(), {}, company({ periods: [] })))).toEqual(['period-missing']);
		expect(codes(build(taxi(), { periodPolicy: 'nextOpenDay' }, company({ periods: [locked[0]!] })))).toEqual(['period-locked']);
	});

	test('tax and due date have windows of their own', () => {
		const narrow = [period('2024-03', '2024-03-01', '2024-03-31', { taxFrom: '2024-03-02', taxTo: '2024-03-31' })];
		expect(codes(build(taxi(), {}, company({ periods: narrow })))).toEqual(['date-out-of-range']);
		expect(build(taxi(), { periodPolicy: 'nextOpenDay' }, company({ periods: narrow })).journalEntry!.TaxDate).toBe('2024-03-05');
	});
});

describe('currencies', () => {
	const euro = taxi({ employeeCurrencyAlphaCode: 'EUR' });

	test('a document in another currency posts foreign amounts and leaves the rate to B1', () => {
		const lines = build(euro, { companyCurrency: 'USD' }).journalEntry!.JournalEntryLines;
		expect(lines[0]).toMatchObject({ FCCurrency: 'EUR', FCDebit: 10 });
		expect(lines[0]).not.toHaveProperty('Debit');
		expect(lines[1]).toMatchObject({ FCCurrency: 'EUR', FCCredit: 10 });
	});

	const spent = (rate: number, amounts: number[], direction = 'M') => {
		const total = Number(amounts.reduce((sum, amount) => sum + amount, 0).toFixed(2));
		const fields = {
			entryCurrAlphaCode: 'USD',
			entryExchangeRate: rate,
			entryExchangeRateDirection: direction,
			reportEntryTransactionAmount: 99,
		};
		return wrapped(
			report(
				total,
				amounts.map((amount) => entry(amount, journal('TAXI', amount), fields)),
				{ employeeCurrencyAlphaCode: 'EUR' },
			),
		);
	};
	const byDocument = { companyCurrency: 'USD', rateSource: 'document', roundingAccount: '7700' };

	test('the document’s rate gives local amounts, in both directions', () => {
		expect(build(spent(0.8, [8]), byDocument).journalEntry!.JournalEntryLines[0]).toMatchObject({ FCDebit: 8, Debit: 10 });
		expect(build(spent(1.25, [8], 'D'), byDocument).journalEntry!.JournalEntryLines[0]).toMatchObject({ FCDebit: 8, Debit: 10 });
	});

	test('a rounding difference goes to its account within the cap, beyond it to review', () => {
		const amounts = [1.01, 1.01, 1.01];
		const lines = build(spent(0.7, amounts), byDocument).journalEntry!.JournalEntryLines;
		expect(lines.at(-1)).toEqual({ AccountCode: '7700', Debit: 0.01, LineMemo: 'Rounding difference' });
		expect(codes(build(spent(0.7, amounts), { ...byDocument, roundingCap: '0' }))).toEqual(['rounding-over-cap']);
		expect(codes(build(spent(0.7, amounts), { ...byDocument, roundingAccount: null }))).toEqual(['missing-rounding-account']);
	});

	test('a document without a single rate to the company’s currency is held', () => {
		expect(codes(build(euro, { ...byDocument, companyCurrency: 'GBP' }))).toEqual(['rate-not-in-document']);
	});

	test('the spend currency stays in the memo', () => {
		expect(build(spent(0.8, [8]), { companyCurrency: 'EUR' }).journalEntry!.JournalEntryLines[0]!.LineMemo).toContain('USD 99');
	});

	test('an amount that a JSON number cannot hold is held', () => {
		expect(codes(build(wrapped(report(null, [entry(null, journal('TAXI', '12345678901234.56'))]))))).toEqual(['amount-too-long']);
	});
});
