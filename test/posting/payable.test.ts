/** What is owed is what was approved; a difference within the tolerance is on an account, never with the creditor. */
import { readDocuments } from '../../nodes/shared/document';
import { buildPosting } from '../../nodes/shared/posting';
import { invoice, line } from './invoiceSample';
import { allocation, codes, entry, journal, post, profileOf, report, shortLines, wrapped } from './sample';
import { row } from './taxSample';

type Fields = Record<string, unknown>;

describe('a difference within the tolerance', () => {
	const parts = (amounts: number[], account = 'CONF') =>
		amounts.map((amount, index) => allocation([journal(account, amount)], { allocationCustom4Code: `C${index}` }));
	const conference = report(100, [entry(100, parts([33.33, 33.33, 33.33]))]);

	test('goes to the first of the largest costs, with a warning', () => {
		const posting = post(conference);
		expect(shortLines(posting)).toEqual([
			'Dr expense CONF 33.34 [cc C0]',
			'Dr expense CONF 33.33 [cc C1]',
			'Dr expense CONF 33.33 [cc C2]',
			'Cr employeeVendor EMP1 100.00',
		]);
		expect(posting.warnings.map(({ code }) => code)).toEqual(['difference-within-tolerance']);
	});

	test('goes to the rounding account where there is one, on either side', () => {
		expect(shortLines(post(conference, { roundingAccount: '7700' })).slice(-2)).toEqual([
			'Cr employeeVendor EMP1 100.00',
			'Dr rounding 7700 0.01',
		]);
		const over = report(100, [entry(100, parts([50, 50.02]))]);
		expect(shortLines(post(over, { roundingAccount: '7700' })).slice(-2)).toEqual([
			'Cr employeeVendor EMP1 100.00',
			'Cr rounding 7700 0.02',
		]);
	});

	test('between entries and report as well', () => {
		const document = report(30.01, [entry(10, journal('A', 10)), entry(20, journal('B', 20))]);
		expect(shortLines(post(document))).toEqual(['Dr expense A 10.00', 'Dr expense B 20.01', 'Cr employeeVendor EMP1 30.01']);
	});

	test('is settled with the creditor of its own entry', () => {
		const document = report(30, [
			entry(10, journal('A', 9.99)),
			entry(20, journal('B', 20.01, 'IBCP'), { reportEntryPatKey: 'IBCP' }),
		]);
		expect(shortLines(post(document))).toEqual([
			'Dr expense A 10.00',
			'Dr expense B 20.00',
			'Cr employeeVendor EMP1 10.00',
			'Cr cardVendor IBCP 20.00',
		]);
	});

	test('of an invoice is not the vendor’s', () => {
		expect(shortLines(post(invoice(50.02, [line('A', 50)])))).toEqual(['Dr expense A 50.02', 'Cr vendor V100 50.02']);
		expect(shortLines(post(invoice(50.02, [line('A', 50)]), { roundingAccount: '7700' }))).toEqual([
			'Dr expense A 50.00',
			'Cr vendor V100 50.02',
			'Dr rounding 7700 0.02',
		]);
	});

	test('beyond it the document is held', () =>
		expect(codes(post(report(100.03, [entry(100.03, parts([33.33, 33.33, 33.34]))])))).toEqual(['entry-total-mismatch']));
});

describe('equal thirds stay equal to a cent', () => {
	const thirds = (gross: number, tax: number) => {
		const part = (amount: number) => (amount / 3).toFixed(8);
		const nets = { amountNetOfTax: part(gross - tax), amountNetOfReclaim: part(gross - tax), taxGuid: ['T'] };
		const allocations = ['A', 'B', 'C'].map((account) =>
			allocation([journal(account, part(gross), 'EMPL', nets)], { tax: [row('T', part(tax), part(tax)) as Fields] }),
		);
		return post(report(gross, [entry(gross, allocations)]));
	};
	const cents = (posting: ReturnType<typeof post>, role: string) =>
		posting.lines.filter((found) => found.role === role).map(({ debit }) => Math.round(Number(debit) * 100));
	const spread = (amounts: number[]) => Math.max(...amounts) - Math.min(...amounts);
	const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

	test.each([
		[10, 1.61],
		[100, 15.97],
		[100, 6.54],
		[0.1, 0.02],
		[25, 3.99],
		[77.77, 12.42],
	])('%d with %d of tax, before tax and after', (gross, tax) => {
		const posting = thirds(gross, tax);
		const nets = cents(posting, 'expense');
		const taxes = cents(posting, 'deductibleVat');
		expect([spread(nets) <= 1, spread(taxes) <= 1]).toEqual([true, true]);
		expect([sum(nets) + sum(taxes), sum(taxes)]).toEqual([Math.round(gross * 100), Math.round(tax * 100)]);
		expect(posting.lines.at(-1)!.credit).toBe(gross.toFixed(2));
	});
});

describe('a document that cannot be worked out', () => {
	const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
	const good = entry(10, journal('TAXI', 10));
	const rows = (value: unknown) => ({ ...good, allocation: [{ journal: value }] });

	test.each<[string, Fields]>([
		['a currency that every object has', report(10, [good], { employeeCurrencyAlphaCode: 'constructor' })],
		['a currency that objects inherit by', report(10, [good], { employeeCurrencyAlphaCode: '__proto__' })],
		['an amount in thousands of lists', report(10, [entry(10, journal('TAXI', nested(5000)))])],
		['an amount in too many lists for any program', report(nested(20_000), [good])],
		['rows that are text', report(10, [rows('a text')])],
		['rows that are a number', report(10, [rows(7)])],
		['rows of text', report(10, [rows(['a', 'b'])])],
		['entries that are text', { ...report(10, []), expenseEntry: 'none' }],
		['allocations that are text', report(10, [{ ...good, allocation: 'none' }])],
		['taxes that are text', report(10, [{ ...good, allocation: [allocation([journal('TAXI', 10)], { tax: 'none' })] }])],
		['lines of an invoice that are text', { ...invoice(50, []), lineItem: 'none' }],
	])('%s is kept for a person, by its name', (_, document) => {
		const posting = post(wrapped(document, { docType: 'lineItem' in document ? 'invoice' : 'expense' }));
		expect(codes(posting)).toEqual(['unreadable-document']);
		expect(posting.reasons[0]).toMatchObject({ cure: 'person', docId: '0123456789abcdef0123456789abcdef' });
		expect(posting.reasons[0]!.message).toContain('0123456789abcdef0123456789abcdef');
		expect(posting.reasons[0]!.message).not.toMatch(/\n|\bat \w+ \(/);
	});

	test('concerns none beside it', () => {
		const trap = Object.defineProperty({ ...report(10, [good]) }, 'cashAdvanceApplication', {
			enumerable: true,
			get: () => {
				throw new RangeError('Maximum call stack size exceeded');
			},
		});
		const { documents } = readDocuments([wrapped(trap, { id: 'bad' }), wrapped(report(10, [good]), { id: 'good' })]);
		const postings = documents.map((document) => buildPosting(document, profileOf()));
		expect(postings.map(({ docId, status }) => [docId, status])).toEqual([
			['bad', 'review'],
			['good', 'ready'],
		]);
		expect(postings[0]!.reasons[0]!.message).toMatch(/^Document bad cannot be worked out \(Maximum call stack size exceeded\)\./);
	});

	test('a template that names what every object has leaves no trace in the texts, even where nobody read the mapping', () => {
		const unread = { ...profileOf(), memo: 'A{constructor}{toString}', lineMemo: 'B{constructor}' };
		const { lines } = buildPosting(readDocuments(report(10, [good])).documents[0]!, unread);
		expect(lines.map(({ memo }) => memo)).toEqual(['B', 'A']);
		expect(() => profileOf({ memo: '{constructor}' })).toThrow('{constructor}');
	});
});
