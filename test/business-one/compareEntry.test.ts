import fc from 'fast-check';
import { compareEntry, dayOf, isReversalOf, type Row } from '../../nodes/shared/business-one';

const sent = (): Row => ({
	ReferenceDate: '2026-01-31',
	Reference: 'R-1',
	Reference2: 'C:1',
	JournalEntryLines: [
		{ AccountCode: '611000', Debit: 100.1, CostingCode: 'SALES', TaxGroup: 'I1' },
		{ AccountCode: '145000', Debit: 0.2, FCDebit: 0.3, FCCurrency: 'EUR' },
		{ ShortName: 'V1', Credit: 100.3 },
	],
});

/** As B1 gives it back: more properties, its own dates, zeros and nulls. */
const found = (): Row => ({
	JdtNum: 7,
	Number: 1007,
	ReferenceDate: '2026-01-31T00:00:00Z',
	Reference: 'R-1',
	Reference2: 'C:1',
	JournalEntryLines: [
		{ Line_ID: 0, AccountCode: '611000', ShortName: '611000', Debit: 100.1, Credit: 0, CostingCode: 'SALES', TaxGroup: 'I1' },
		{
			Line_ID: 1,
			AccountCode: '145000',
			ShortName: '145000',
			Debit: 0.2,
			Credit: 0,
			FCDebit: 0.3,
			FCCredit: 0,
			FCCurrency: 'EUR',
		},
		{ Line_ID: 2, AccountCode: '201000', ShortName: 'V1', Debit: 0, Credit: 100.3, ProjectCode: null },
	],
});

const lines = (entry: Row) => entry.JournalEntryLines as Row[];

describe('comparing', () => {
	it('finds nothing in the entry as B1 gives it back', () => {
		expect(compareEntry(sent(), found())).toEqual([]);
	});

	it.each<[string, (entry: Row) => void, object]>([
		['an amount', (entry) => (lines(entry)[0]!.Debit = 100.11), { line: 1, field: 'Debit', sent: '100.1', found: '100.11' }],
		[
			'the side',
			(entry) => Object.assign(lines(entry)[2]!, { Debit: 100.3, Credit: 0 }),
			{ line: 3, field: 'Debit', sent: '0', found: '100.3' },
		],
		['the account', (entry) => (lines(entry)[0]!.AccountCode = '612000'), { line: 1, field: 'AccountCode' }],
		['the partner', (entry) => (lines(entry)[2]!.ShortName = 'V2'), { line: 3, field: 'ShortName' }],
		['the cost center', (entry) => (lines(entry)[0]!.CostingCode = null), { line: 1, field: 'CostingCode', found: '' }],
		['the tax group', (entry) => (lines(entry)[0]!.TaxGroup = 'I2'), { line: 1, field: 'TaxGroup' }],
		['the foreign amount', (entry) => (lines(entry)[1]!.FCDebit = 0.31), { line: 2, field: 'FCDebit' }],
		['the currency', (entry) => (lines(entry)[1]!.FCCurrency = 'GBP'), { line: 2, field: 'FCCurrency' }],
		[
			'the posting date',
			(entry) => (entry.ReferenceDate = '2026-02-01'),
			{ field: 'ReferenceDate', sent: '2026-01-31', found: '2026-02-01' },
		],
		['the reference', (entry) => (entry.Reference = 'R-2'), { field: 'Reference' }],
		['a line more', (entry) => lines(entry).push({ Line_ID: 3, AccountCode: '999', Debit: 0 }), { field: 'JournalEntryLines' }],
		['a line less', (entry) => lines(entry).pop(), { field: 'JournalEntryLines' }],
	])('notices %s', (_, change, difference) => {
		const entry = found();
		change(entry);
		expect(compareEntry(sent(), entry)).toEqual(expect.arrayContaining([expect.objectContaining(difference)]));
	});

	it('takes another order of lines for the same entry', () => {
		const entry = found();
		lines(entry).reverse();
		lines(entry).forEach((line, index) => (line.Line_ID = index));
		expect(compareEntry(sent(), entry)).toEqual([]);
	});

	it('leaves lines to B1 that it adds by itself, and no others', () => {
		const taxed = { ...sent(), AutoVAT: 'tYES' };
		const entry = found();
		lines(entry).push({ Line_ID: 3, AccountCode: '145000', Debit: 19, VatLine: 'tYES' });
		expect(compareEntry(taxed, entry)).toEqual([]);
		expect(compareEntry(sent(), entry)).toHaveLength(1);
		lines(entry)[0]!.Debit = 1;
		expect(compareEntry(taxed, entry)).toEqual([expect.objectContaining({ line: 1, field: 'Debit' })]);
	});

	it('notices any change of any amount by a cent', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (cents) => {
				const entry = (amount: number): Row => ({
					JournalEntryLines: [
						{ AccountCode: '1', Debit: amount },
						{ AccountCode: '2', Credit: amount },
					],
				});
				expect(compareEntry(entry(cents / 100), entry(cents / 100))).toEqual([]);
				expect(compareEntry(entry(cents / 100), entry((cents + 1) / 100)).length).toBeGreaterThan(0);
			}),
		);
	});

	it.each([
		['2026-01-31', '2026-01-31'],
		['2026-01-31T00:00:00Z', '2026-01-31'],
		['20260131', '2026-01-31'],
		[null, ''],
	])('reads the day of %j', (value, day) => {
		expect(dayOf(value)).toBe(day);
	});
});

describe('reversals', () => {
	const swapped = (): Row => {
		const entry = found();
		for (const line of lines(entry)) {
			[line.Debit, line.Credit, line.FCDebit, line.FCCredit] = [line.Credit, line.Debit, line.FCCredit, line.FCDebit];
		}
		return entry;
	};

	const negative = (): Row => {
		const entry = found();
		for (const line of lines(entry))
			for (const side of ['Debit', 'Credit', 'FCDebit', 'FCCredit']) line[side] = -Number(line[side] ?? 0);
		return entry;
	};

	it('knows one with swapped sides and one with negative amounts', () => {
		expect(isReversalOf(swapped(), found())).toBe(true);
		expect(isReversalOf(negative(), found())).toBe(true);
	});

	it('knows none in a second posting, in other amounts or in an entry that clears itself', () => {
		expect(isReversalOf(found(), found())).toBe(false);
		const other = swapped();
		lines(other)[0]!.Credit = 1;
		expect(isReversalOf(other, found())).toBe(false);
		const clearing: Row = {
			JournalEntryLines: [
				{ Line_ID: 0, AccountCode: '1', Debit: 5 },
				{ Line_ID: 1, AccountCode: '1', Credit: 5 },
			],
		};
		expect(isReversalOf(clearing, clearing)).toBe(false);
		expect(isReversalOf({ JournalEntryLines: [] }, { JournalEntryLines: [] })).toBe(false);
	});
});
