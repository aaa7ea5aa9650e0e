import fc from 'fast-check';
import { recordText } from '../../nodes/shared/journalEntry';
import { documentOf, randomReport } from '../posting/arbitrary';
import { allocation, entry, journal, report, wrapped } from '../posting/sample';
import { build, codes, company, taxi } from './company';

describe('the payload', () => {
	test('has the Service Layer’s names, one side a line, dates, keys and memos', () => {
		const result = build(
			wrapped(report(10, [entry(10, journal('TAXI', 10), { entryId: 'E9', entryDate: '2024-02-28T00:00:00Z' })])),
		);
		expect(result.status).toBe('ready');
		expect(result.journalEntry).toEqual({
			AutoVAT: 'tNO',
			ReferenceDate: '2024-03-05',
			TaxDate: '2024-03-01',
			DueDate: '2024-03-05',
			Memo: '17 Ada Example',
			Reference: '17',
			Reference2: '821599:0123456789abcdef0123456789abcdef',
			Reference3: result.contentHash!.slice(0, 24),
			JournalEntryLines: [
				{ AccountCode: 'TAXI', Debit: 10, LineMemo: 'Taxi 2024-02-28', Reference1: '17' },
				{ ShortName: 'EMP1', Credit: 10, LineMemo: '17 Ada Example', Reference1: '17' },
			],
		});
		expect(result.contentHash).toMatch(/^[0-9a-f]{64}$/);
		expect(recordText(result.postingRecord, 'USD')).toContain('Total USD');
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
