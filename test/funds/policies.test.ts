import { Books, budget } from './books';
import { expense, report, request } from './documents';

const codes = ({ answer, reasons }: ReturnType<Books['apply']>) =>
	answer?.messages.map(({ code }) => code) ?? reasons.map(({ code }) => code);

describe('accounts without a budget', () => {
	const other = [{ amount: 4, account: 'OTHER' }];

	test('pass by default, and what they hold counts for no budget', () => {
		const books = new Books();
		expect(books.apply(request('d1', 'obligate', 'R', other)).answer?.confirm).toBe('success');
		expect([books.open, books.available]).toEqual([{ 'request R': '4' }, '10']);
	});

	test('are refused with the account, or kept for a person, by policy', () => {
		const refused = new Books([budget('TRAVEL/CC1', '10')], { noBudget: 'refuse' }).apply(request('d1', 'obligate', 'R', other));
		expect(refused.answer?.messages[0]).toMatchObject({ code: 'no-budget', needed: '4.00', available: null });
		expect(refused.answer?.messages[0]?.text).toContain('account OTHER, cost center CC1');
		const books = new Books([budget('TRAVEL/CC1', '10')], { noBudget: 'review' });
		const kept = books.apply(request('d1', 'obligate', 'R', other));
		expect([kept.outcome, kept.answer, kept.record, codes(kept)]).toEqual(['review', null, null, ['no-budget']]);
		expect(books.state.rows).toEqual([]);
	});

	test('a row without an account is such a row; an unbudgeted one may still be lowered and released', () => {
		const placeholder = [{ amount: 4, account: 'PendingClient' }];
		expect(new Books().apply(request('d1', 'obligate', 'R', placeholder)).answer?.confirm).toBe('success');
		const strict = new Books([budget('PendingClient/CC1', '10')], { noBudget: 'refuse' });
		expect(codes(strict.apply(request('d1', 'obligate', 'R', placeholder)))).toEqual(['missing-account']);
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', other));
		const now = new Books([], { noBudget: 'refuse' });
		now.state = books.state;
		expect(now.apply(request('d2', 'obligate', 'R', [{ amount: 3, account: 'OTHER' }])).answer?.confirm).toBe('success');
		expect(now.open).toEqual({ 'request R': '3' });
	});
});

describe('which budget counts', () => {
	test('the one of the cost center; else the account’s, which is one pot for all others', () => {
		const books = new Books([budget('TRAVEL', '10'), budget('TRAVEL/CC1', '5')]);
		books.apply(request('d1', 'obligate', 'R1', [{ amount: 5 }]));
		books.apply(request('d2', 'obligate', 'R2', [{ amount: 6, costCenter: 'CC2' }]));
		const third = books.apply(request('d3', 'obligate', 'R3', [{ amount: 5, costCenter: 'CC3' }]));
		expect(third.answer?.messages[0]).toMatchObject({
			budgetKey: { account: 'TRAVEL', costCenter: null },
			needed: '5.00',
			available: '4.00',
		});
		expect(books.available).toEqual({ TRAVEL: '4', 'TRAVEL/CC1': '0' });
	});

	test('budgets by period are told apart by the label of the expense’s day', () => {
		const march = budget('TRAVEL/CC1', '4', { period: '2026-03' });
		const april = budget('TRAVEL/CC1', '4', { period: '2026-04' });
		const books = new Books([march, april], {}, { periodOf: (day) => day?.slice(0, 7) ?? null });
		const entries = [
			{ id: 'RE1', amount: 4, date: '2026-03-31' },
			{ id: 'RE2', amount: 5, date: '2026-04-01' },
		];
		const { answer } = books.apply(request('d1', 'obligate', 'R', entries));
		expect(answer?.messages.map(({ budgetKey }) => budgetKey?.period)).toEqual(['2026-04']);
		expect(answer?.messages[0]?.text).toContain('period 2026-04');
	});

	test('open commitments outside the part of the ledger that was loaded count, and every short budget gets its message', () => {
		const books = new Books([budget('TRAVEL/CC1', '10', { otherOpen: '7.5' }), budget('MEALS/CC1', '1', { actual: '0.5' })]);
		const entries = [
			{ id: 'RE1', amount: 4 },
			{ id: 'RE2', amount: 1, account: 'MEALS' },
		];
		const { answer } = books.apply(request('d1', 'obligate', 'R', entries));
		expect(answer?.messages.map(({ available }) => available)).toEqual(['2.50', '0.50']);
	});
});

describe('tolerance', () => {
	test.each([
		[{ toleranceAmount: '2' }, '12.00', '12.01'],
		[{ tolerancePercent: '5' }, '10.50', '10.51'],
		[{ toleranceAmount: '2', tolerancePercent: '5' }, '10.50', '10.51'],
	])('%j lets %s pass of 10, and not %s', (policies, passes, fails) => {
		const check = (amount: string) =>
			new Books(undefined, policies).apply(request('d', 'fundsCheck', 'R', [{ amount }])).answer?.confirm;
		expect([check(passes), check(fails)]).toEqual(['success', 'error']);
	});
});

describe('currencies', () => {
	const euro = request('d1', 'obligate', 'R', [{ amount: 4 }], { currency: 'EUR' });

	test('another currency than the company’s is kept for a person by default, and its release is not', () => {
		const books = new Books(undefined, { companyCurrency: 'USD' });
		expect([books.apply(euro).answer, codes(books.apply(euro)), books.state.rows]).toEqual([null, ['other-currency'], []]);
		expect(books.apply(request('d2', 'release', 'R', [], { currency: 'EUR' })).answer?.documentNumber).toBe('ZERO-RELEA');
	});

	test('with a rate it is converted, to the decimals of the company’s currency', () => {
		const books = new Books(undefined, { companyCurrency: 'USD', otherCurrency: 'convert', rates: { EUR: '1.1111' } });
		books.apply(euro);
		expect([books.open, books.available]).toEqual([{ 'request R': '4.44' }, '5.56']);
		expect(books.state.rows[0]).toMatchObject({ stated: '4', currency: 'EUR' });
	});

	test('a request whose entries are in another currency holds its header’s total, to the cent', () => {
		const entries = ['RE1', 'RE2', 'RE3'].map((id) => ({ id, amount: 100 }));
		const books = new Books([budget('TRAVEL/CC1', '1000')]);
		books.apply(request('d1', 'obligate', 'R', entries, { total: 100 }));
		expect(books.state.rows.map(({ open }) => open)).toEqual(['33.34', '33.33', '33.33']);
		books.apply(
			request('d2', 'obligate', 'R', [{ id: 'RE1', amount: 200 }], {
				total: 160,
				revision: 2,
				previous: [{ id: 'RE1', amount: 100 }],
			}),
		);
		expect(books.open).toEqual({ 'request R': '160' });
	});
});

describe('what a row commits', () => {
	test('a report commits its cost: without reclaimable tax and personal entries, refunds taken off', () => {
		const books = new Books([budget('TRAVEL/CC1', '200')]);
		const entries = [
			{ id: 'PE1', amount: '96.46', gross: 100 },
			{ id: 'PE2', amount: 25, personal: true },
			{ id: 'PE3', amount: '-6.46' },
		];
		books.apply(report('d1', 'obligate', 'P', entries));
		expect(books.open).toEqual({ 'report P': '90' });
		expect(books.apply(expense('d2', 'P', entries)).actuals).toMatchObject([{ amount: '90' }]);
		expect([books.open, books.available]).toEqual([{}, '110']);
	});

	test('journal rows of one allocation and account are one row; those of another account are another', () => {
		const document = report('d1', 'obligate', 'P', [{ amount: 21 }], { total: 38 });
		const content = structuredClone(document.document) as { expenseEntry: { allocation: { journal: object[] }[] }[] };
		const { journal } = content.expenseEntry[0]!.allocation[0]!;
		journal.push(
			{ ...journal[0]!, journalPayee: 'IBCP', amountNetOfReclaim: 14 },
			{ ...journal[0]!, journalAccountCode: 'FEES', amountNetOfReclaim: 3 },
		);
		const books = new Books([budget('TRAVEL/CC1', '100')]);
		books.apply({ ...document, document: content });
		expect(books.state.rows.map(({ budgetKey, open }) => [budgetKey.account, open])).toEqual([
			['FEES', '3'],
			['TRAVEL', '35'],
		]);
	});

	test('a row without its net of reclaim costs its gross less its share of the reclaimable tax', () => {
		const document = report('d1', 'obligate', 'P', [{ amount: 75 }], { total: 100 });
		const content = structuredClone(document.document) as {
			expenseEntry: { allocation: { journal: object[]; tax: object[] }[] }[];
		};
		const allocation = content.expenseEntry[0]!.allocation[0]!;
		const row = { ...allocation.journal[0]!, amountNetOfTax: null, amountNetOfReclaim: null, taxGuid: ['G'] };
		allocation.journal = [
			{ ...row, amountGross: 75 },
			{ ...row, amountGross: 25, journalAccountCode: 'FEES' },
		];
		allocation.tax = [{ taxGuid: 'G', amountTax: 20, amountReclaim: 10 }];
		const books = new Books();
		books.apply({ ...document, document: content });
		expect(
			books.apply({ ...document, docId: 'd2', docType: 'expense', document: content }).actuals.map(({ amount }) => amount),
		).toEqual(['22.5', '67.5']);
	});

	test('what company and traveller exchange the wrong way round is kept for a person', () => {
		const document = report('d1', 'obligate', 'P', [{ amount: 4 }]);
		const content = structuredClone(document.document) as {
			expenseEntry: { allocation: { journal: { journalPayer: string; journalPayee: string }[] }[] }[];
		};
		Object.assign(content.expenseEntry[0]!.allocation[0]!.journal[0]!, { journalPayer: 'EMPL', journalPayee: 'COMP' });
		const result = new Books().apply({ ...document, document: content });
		expect([result.outcome, codes(result)]).toEqual(['review', ['direction-sign-mismatch']]);
	});
});

describe('documents that cannot be answered', () => {
	test('test users reserve nothing unless they may', () => {
		const document = report('d1', 'obligate', 'P', [{ amount: 4 }], { isTest: true });
		const held = new Books().apply(document);
		expect([held.outcome, codes(held)]).toEqual(['review', ['test-user']]);
		expect(new Books(undefined, { testUsers: true }).apply(document).outcome).toBe('applied');
	});

	test('an unknown instruction and a report without id are kept', () => {
		expect(codes(new Books().apply(report('d1', 'reserve', 'P', [{ amount: 4 }])))).toEqual(['unknown-instruction']);
		expect(codes(new Books().apply(report('d1', 'obligate', '', [{ amount: 4 }])))).toEqual(['missing-source-id']);
	});

	test('an id that answered another step before is kept, and that answer stands', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', [{ amount: 4 }]));
		const reused = books.apply(request('d1', 'release', 'R', []));
		expect([reused.outcome, codes(reused), books.open]).toEqual(['review', ['reused-id'], { 'request R': '4' }]);
	});

	test('a figure that cannot be read exactly goes back to Concur with the place', () => {
		const { answer } = new Books().apply(request('d1', 'obligate', 'R', [{ amount: 4 }], { total: 'four' }));
		expect(answer?.messages[0]?.text).toContain('"four" in the document\'s totalApprovedAmount');
	});

	test('messages end at a word within 1300 characters', () => {
		const account = Array.from({ length: 300 }, (_, index) => `part${index}`).join(' ');
		const { answer } = new Books([budget(account, '1')]).apply(request('d1', 'obligate', 'R', [{ amount: 4, account }]));
		const text = answer!.messages[0]!.text;
		expect(text.length).toBeLessThanOrEqual(1300);
		expect(text).toMatch(/ part\d+…$/);
	});
});

test.each(['31.03.2026', '2026-02-30', '03/04/2026'])(
	'an entry of %s is held, and no budget of another period is asked',
	(date) => {
		const held = new Books().apply(request('d1', 'obligate', 'R', [{ amount: 4, date }]));
		expect([held.outcome, codes(held)]).toEqual(['review', ['unreadable-date']]);
	},
);
