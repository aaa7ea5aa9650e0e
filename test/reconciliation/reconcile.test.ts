import { Decimal } from '../../nodes/shared/money';
import { periodOf, reconcile, type Books, type NotedDocument } from '../../nodes/shared/reconciliation';
import { books, booksOf, documents, entry, inBooks, line, MARCH, noted } from './month';

describe('what became of the documents of a month', () => {
	const result = reconcile(documents, books, MARCH);

	test('adds up: each document once, without those left in Concur and those of another month', () => {
		expect(result.received).toBe(6);
		expect(result.counts).toEqual({ posted: 2, inReview: 1, refused: 1, recalled: 1, inFlight: 1, left: 1 });
		const { left, ...parts } = result.counts;
		expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(result.received);
		expect(left).toBe(1);
	});

	test('has the amounts by currency and employee against what Concur approved', () => {
		const against = result.totals.filter(({ by }) => by === 'currency' || by === 'employee');
		expect(against).toEqual([
			{ by: 'currency', key: 'EUR', currency: 'EUR', documents: 1, concur: '120.50', businessOne: '120.50', difference: '0.00' },
			{ by: 'currency', key: 'USD', currency: 'USD', documents: 1, concur: '80.00', businessOne: '95.00', difference: '15.00' },
			{
				by: 'employee',
				key: 'Ann Lee',
				currency: 'USD',
				documents: 1,
				concur: '80.00',
				businessOne: '95.00',
				difference: '15.00',
			},
			{
				by: 'employee',
				key: 'Kim Roe',
				currency: 'EUR',
				documents: 1,
				concur: '120.50',
				businessOne: '120.50',
				difference: '0.00',
			},
		]);
	});

	test('has the amounts by account and by cost center of each dimension in local currency', () => {
		const inLocal = (by: string) =>
			result.totals
				.filter((one) => one.by === by)
				.map(({ key, businessOne, currency, documents: count }) => [key, businessOne, currency, count]);
		expect(inLocal('account')).toEqual([
			['138000', '22.55', 'USD', 1],
			['141000', '15.00', 'USD', 1],
			['211000', '-132.55', 'USD', 1],
			['212000', '-95.00', 'USD', 1],
			['611000', '190.00', 'USD', 2],
		]);
		expect(inLocal('costCenter')).toEqual([
			['EAST (dimension 2)', '110.00', 'USD', 1],
			['SALES', '190.00', 'USD', 2],
		]);
	});

	test('names what differs, and says so in one line', () => {
		expect(result.differences).toEqual([
			{
				severity: 'look',
				code: 'otherAmount',
				document: 'Nb',
				person: 'Ann Lee',
				text: expect.stringContaining('by 15.00 USD'),
				concur: 'POSTING_CONFIRMED_SUCCESS, 80.00 USD',
				table: 'confirmed, entry 18',
				businessOne: 'entry 18 of 2026-03-31, 95.00 USD',
				docId: 'b',
			},
		]);
		expect(result.agrees).toBe(true);
		expect(result.verdict).toBe('6 documents received: 1 to look at, 2 documents not done yet.');
	});
});

describe('a difference', () => {
	const lines = [line('611000', 'debit', '100'), line('211000', 'credit', '100')];
	const right = entry('a', lines);
	const codes = (
		document: Partial<NotedDocument>,
		held: Books['documents'] extends ReadonlyMap<string, infer Held> ? Held | undefined : never,
	) =>
		reconcile([noted('a', document)], booksOf(held ? { a: held } : {}), MARCH).differences.map(
			({ severity, code }) => `${severity} ${code}`,
		);

	test.each([
		['none where all three agree', {}, inBooks(right), []],
		['an entry that is not there', {}, undefined, ['wrong noEntry']],
		['an entry that was cancelled', {}, { live: [], cancelled: [right], isWaiting: false }, ['wrong cancelled']],
		['a draft', {}, { live: [], cancelled: [], isWaiting: true }, ['look draft']],
		['two entries', {}, inBooks(right, entry('a', lines, { jdtNum: 902 })), ['wrong doubled']],
		['another entry than the row names', { jdtNum: 905 }, inBooks(right), ['wrong otherEntry']],
		['an entry of a document in review', { status: 'review', concur: 'ACKNOWLEDGED' }, inBooks(right), ['wrong unexpectedEntry']],
		['an entry of a recalled document', { status: 'recalled', concur: 'RECALLED' }, inBooks(right), ['wrong unexpectedEntry']],
		['no entry of ours where a person settled it', { jdtNum: null, number: 815 }, undefined, []],
		['nothing to post', { jdtNum: null, number: null }, undefined, []],
		['a date outside the month', {}, inBooks(entry('a', lines, { postingDate: '2026-04-01' })), ['look otherPeriod']],
		['another amount', { amount: '90' }, inBooks(right), ['look otherAmount']],
		['a refund of the same amount', { amount: '-100' }, inBooks(right), []],
		['an amount in a currency that the entry does not have', { currency: 'CHF' }, inBooks(right), []],
		['Concur not asked', { concur: '' }, inBooks(right), []],
		['a document that Concur does not know', { concur: 'unknown' }, inBooks(right), ['wrong unknownInConcur']],
		['a document that Concur still waits for', { concur: 'ACKNOWLEDGED' }, inBooks(right), ['wrong otherInConcur']],
		['a paid report', { concur: 'PAYMENT_CONFIRMED_SUCCESS' }, inBooks(right), []],
		['posted, and Concur not told', { status: 'posted', concur: 'ACKNOWLEDGED' }, inBooks(right), ['look notTold']],
		['ready for ever in read-only mode', { concur: 'READY', isReadyInConcur: true }, inBooks(right), []],
	] as const)('%s', (_name, document, held, expected) => {
		expect(codes(document, held as never)).toEqual(expected);
	});

	test('is an entry of the period whose document has no row, once, and none of a document noted earlier', () => {
		const stranger = entry('x', lines, { number: 44 });
		const earlier = noted('a', { notedOn: '2026-02-27' });
		const { differences } = reconcile([earlier], booksOf({}, { entries: [right, stranger, stranger] }), MARCH);
		expect(differences).toMatchObject([{ severity: 'wrong', code: 'noRow', businessOne: 'entry 44 of 2026-03-31', docId: 'x' }]);
	});

	test('tells documents apart whatever capitals their ids are written with', () => {
		const { differences } = reconcile(
			[noted('AB')],
			booksOf({ ab: inBooks(entry('Ab', lines)) }, { entries: [entry('Ab', lines)] }),
			MARCH,
		);
		expect(differences).toEqual([]);
	});
});

test('a refund lowers the total, and an invoice counts by its own total', () => {
	const refund = entry('a', [line('211000', 'debit', '20'), line('611000', 'credit', '20')]);
	const invoice = entry('b', [], { total: { amount: new Decimal('50.5'), currency: 'USD' } });
	const { totals } = reconcile(
		[noted('a', { amount: '-20' }), noted('b', { amount: '50.5' })],
		booksOf({ a: inBooks(refund), b: inBooks(invoice) }),
		MARCH,
	);
	expect(totals[0]).toMatchObject({ key: 'USD', concur: '30.50', businessOne: '30.50', difference: '0.00' });
});

test('accounts that should be empty and are not, or are not there', () => {
	const accounts = [
		{ code: '198000', name: 'Card clearing', balance: new Decimal('-12.5') },
		{ code: '141000', name: 'Advances', balance: new Decimal(0) },
		{ code: '999', name: '', balance: null },
	];
	const { openAccounts, agrees, verdict } = reconcile([], booksOf({}, { accounts }), MARCH);
	expect(openAccounts).toEqual([
		{ code: '198000', name: 'Card clearing', balance: '-12.50', text: 'Should be empty, and holds -12.50 USD.' },
		{ code: '999', name: '', balance: '', text: 'Business One has no such account.' },
	]);
	expect([agrees, verdict]).toEqual([false, '0 documents received: 2 accounts not empty.']);
});

test.each([
	['', '2026-04-02', { from: '2026-03-01', to: '2026-03-31' }],
	['', '2026-01-31', { from: '2025-12-01', to: '2025-12-31' }],
	['2028-02', '2026-04-02', { from: '2028-02-01', to: '2028-02-29' }],
	['2026-13', '2026-04-02', undefined],
	['03/2026', '2026-04-02', undefined],
])('the month "%s" asked for on %s', (month, today, expected) => {
	expect(periodOf(month, today)).toEqual(expected);
});
