import fc from 'fast-check';
import { readDocuments } from '../../nodes/shared/document';
import { toJournalEntry } from '../../nodes/shared/journalEntry';
import { Decimal } from '../../nodes/shared/money';
import { buildPosting, type Posting, type PostingLine } from '../../nodes/shared/posting';
import { documentOf, randomReport } from './arbitrary';
import { post, profileOf, shortLines, wrapped } from './sample';

type Json = Record<string, unknown>;

const options = fc.record({
	clearingPassThrough: fc.constantFrom('auto', 'always', 'never'),
	mergeCounterparty: fc.boolean(),
	mergeExpense: fc.constantFrom('none', 'account'),
	nonDeductibleVat: fc.constantFrom('separate', 'expense'),
	cardCredit: fc.constantFrom({}, { CBCP: 'clearing' }, { IBCP: 'clearing', CBCP: 'clearing' }),
	payeeRoles: fc.constantFrom({}, { COPD: 'employeeVendor' }),
});

const signed = ({ debit, credit }: PostingLine): Decimal =>
	debit === undefined ? new Decimal(credit!).negated() : new Decimal(debit);

/** Balances by whatever identifies a line, without what netted to zero. */
function balances(lines: readonly PostingLine[], keyOf: (line: PostingLine) => string): Record<string, string> {
	const sums = new Map<string, Decimal>();
	for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? new Decimal(0)).plus(signed(line)));
	return Object.fromEntries([...sums].filter(([, sum]) => !sum.isZero()).map(([key, sum]) => [key, sum.toFixed()]));
}

const identity = ({ role, account, party, taxCode, costCenter }: PostingLine) =>
	[role, account, party, taxCode, costCenter].join('|');

function shuffled<T>(list: T[], seed: number): T[] {
	const copy = [...list];
	let state = seed >>> 0;
	for (let index = copy.length - 1; index > 0; index--) {
		state = (state * 1664525 + 1013904223) >>> 0;
		const other = state % (index + 1);
		[copy[index], copy[other]] = [copy[other]!, copy[index]!];
	}
	return copy;
}

/** The document with every list of rows in another order. */
function shuffleRows(document: Json, seed: number): Json {
	const copy = structuredClone(document) as { expenseEntry: Json[]; cashAdvanceApplication: Json[] };
	for (const entry of copy.expenseEntry) {
		for (const allocation of entry.allocation as Json[]) {
			allocation.journal = shuffled(allocation.journal as Json[], seed);
			allocation.tax = shuffled(allocation.tax as Json[], seed);
		}
		entry.allocation = shuffled(entry.allocation as Json[], seed);
	}
	return {
		...copy,
		expenseEntry: shuffled(copy.expenseEntry, seed),
		cashAdvanceApplication: shuffled(copy.cashAdvanceApplication, seed),
	};
}

const sortedContent = (posting: Posting): string[] => shortLines(posting).sort();

describe('posting properties', () => {
	test('a sound document is never held', () => {
		fc.assert(
			fc.property(randomReport, options, (report, profile) => {
				const posting = post(documentOf(report), profile);
				expect(posting.reasons).toEqual([]);
			}),
		);
	});

	test('debits equal credits, every amount is positive and on one side, in the decimals of its currency', () => {
		fc.assert(
			fc.property(randomReport, options, (report, profile) => {
				const posting = post(documentOf(report), profile);
				const decimals = { USD: 2, EUR: 2, JPY: 0, KWD: 3 }[report.currency]!;
				for (const line of posting.lines) {
					expect([line.debit, line.credit].filter((side) => side !== undefined)).toHaveLength(1);
					const amount = (line.debit ?? line.credit)!;
					expect(new Decimal(amount).greaterThan(0)).toBe(true);
					expect(amount.split('.')[1]?.length ?? 0).toBe(decimals);
					expect(line.currency).toBe(report.currency);
				}
				const sum = posting.lines.reduce((total, line) => total.plus(signed(line)), new Decimal(0));
				expect(sum.toFixed()).toBe('0');
			}),
		);
	});

	test('costs, taxes and clearing of expenses add up to what was approved', () => {
		fc.assert(
			fc.property(randomReport, options, (report, profile) => {
				const document = documentOf(report) as { report: { totalApprovedAmount: number } };
				const posting = post(document, { ...profile, cardCredit: {} });
				const spent = posting.lines.filter(({ role }) => !['employeeVendor', 'cardVendor', 'cashAdvanceClearing'].includes(role));
				const sum = spent.reduce((total, line) => total.plus(signed(line)), new Decimal(0));
				expect(sum.toFixed()).toBe(new Decimal(String(document.report.totalApprovedAmount)).toFixed());
			}),
		);
	});

	test('the reclaimable tax of the entry is that of the document', () => {
		fc.assert(
			fc.property(randomReport, (report) => {
				const document = documentOf(report) as { expenseEntry: { entryIsPersonal: string; allocation: { journal: Json[] }[] }[] };
				const journals = document.expenseEntry.flatMap(({ allocation }) => allocation.flatMap(({ journal }) => journal));
				const expected = journals.reduce(
					(sum, row) => sum.plus(String(row.amountGross)).minus(String(row.amountNetOfReclaim)),
					new Decimal(0),
				);
				const tax = post(document).lines.filter(({ role }) => role === 'deductibleVat');
				expect(tax.reduce((sum, line) => sum.plus(signed(line)), new Decimal(0)).toFixed()).toBe(expected.toFixed());
			}),
		);
	});

	test('the order of rows changes neither the lines nor the content hash', () => {
		fc.assert(
			fc.property(randomReport, options, fc.integer(), (report, profile, seed) => {
				const document = documentOf(report);
				const other = shuffleRows(document, seed);
				expect(sortedContent(post(other, profile))).toEqual(sortedContent(post(document, profile)));
				const accounts = {
					...profile,
					taxCodes: Object.fromEntries(['VA', 'VB', 'GST', 'PST'].map((code) => [code, { code, account: `TAX${code}` }])),
				};
				const hash = (input: Json) => toJournalEntry(post(wrapped(input), accounts), profileOf(accounts), null).contentHash;
				expect(hash(other)).toBe(hash(document));
			}),
		);
	});

	test('consolidated nets to verbose', () => {
		fc.assert(
			fc.property(randomReport, options, (report, profile) => {
				const document = documentOf(report);
				const of = (clearingPassThrough: string) => balances(post(document, { ...profile, clearingPassThrough }).lines, identity);
				expect(of('never')).toEqual(of('always'));
				expect(of('auto')).toEqual(of('never'));
			}),
		);
	});

	test('joining lines changes no balance', () => {
		fc.assert(
			fc.property(randomReport, options, (report, profile) => {
				const document = documentOf(report);
				const of = (mergeExpense: string, mergeCounterparty: boolean) =>
					balances(post(document, { ...profile, mergeExpense, mergeCounterparty }).lines, identity);
				expect(of('account', true)).toEqual(of('none', false));
			}),
		);
	});

	test('building twice, or building a copy, gives the same', () => {
		fc.assert(
			fc.property(randomReport, options, (report, knobs) => {
				const document = readDocuments(wrapped(documentOf(report))).documents[0]!;
				const profile = profileOf(knobs);
				const first = buildPosting(document, profile);
				expect(buildPosting(document, profile)).toEqual(first);
				expect(
					buildPosting(JSON.parse(JSON.stringify(document)) as typeof document, profileOf(JSON.parse(JSON.stringify(profile)))),
				).toEqual(first);
			}),
		);
	});

	test('amounts as text give the same posting as amounts as numbers', () => {
		const asText = (value: unknown, key = ''): unknown => {
			if (Array.isArray(value)) return value.map((element) => asText(element));
			if (typeof value === 'object' && value !== null)
				return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asText(field, name)]));
			return typeof value === 'number' && /amount/i.test(key) ? value.toFixed(8) : value;
		};
		fc.assert(
			fc.property(randomReport, options, (report, profile) => {
				const document = documentOf(report);
				expect(shortLines(post(asText(document), profile))).toEqual(shortLines(post(document, profile)));
			}),
		);
	});

	test('allocations in fractions of a cent: the partner gets the rounded total, and everything still balances', () => {
		const fractions = fc.array(fc.integer({ min: 1, max: 100_000_000_000 }), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(fractions, fc.integer(), (units, seed) => {
				const rows = units.map((value, index) => {
					const amount = new Decimal(value).dividedBy(100_000_000).toFixed();
					return {
						allocationId: `A${index}`,
						allocationCustom4Code: `C${index}`,
						journal: [
							{
								journalAccountCode: 'X',
								journalPayer: 'COMP',
								journalPayee: 'EMPL',
								amountGross: amount,
								amountNetOfTax: amount,
								amountNetOfReclaim: amount,
								taxGuid: [],
							},
						],
					};
				});
				const total = units.reduce((sum, value) => sum.plus(value), new Decimal(0)).dividedBy(100_000_000);
				const documentFor = (allocation: object[]) => ({
					employee: { employeeId: 'EMP1' },
					report: { employeeCurrencyAlphaCode: 'USD', totalApprovedAmount: total.toFixed() },
					expenseEntry: [{ entryId: 'E1', entryApprovedAmount: total.toFixed(), allocation }],
				});
				const posting = post(documentFor(rows));
				expect(posting.reasons).toEqual([]);
				const partner = posting.lines
					.filter(({ role }) => role === 'employeeVendor')
					.reduce((sum, line) => sum.minus(signed(line)), new Decimal(0));
				expect(partner.toFixed(2)).toBe(total.toFixed(2));
				expect(posting.lines.reduce((sum, line) => sum.plus(signed(line)), new Decimal(0)).isZero()).toBe(true);
				expect(sortedContent(post(documentFor(shuffled(rows, seed))))).toEqual(sortedContent(posting));
			}),
		);
	});
});
