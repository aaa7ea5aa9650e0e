import { Books, budget } from './books';
import { expense, report, request } from './documents';

/** What stands after each step of the funds use cases: request and report of 4 on a budget of 10, unless a case says otherwise. */

const four = [{ amount: 4 }];
const three = [{ amount: 3 }];
const linked = { requestIds: ['R'] };

describe('request', () => {
	test('obligate reserves, and answers with the request key and the references of what it holds', () => {
		const books = new Books();
		const { answer, outcome, changes } = books.apply(request('d1', 'obligate', 'R', four));
		expect(outcome).toBe('applied');
		expect(answer).toEqual({
			confirm: 'success',
			messages: [],
			documentNumber: 'KEY-R',
			references: [
				{ type: 'DOCUMENT', id: 'R', parentId: null },
				{ type: 'ENTRY', id: 'RE1', parentId: 'R' },
				{ type: 'ALLOCATION', id: 'KEY-RE1', parentId: 'RE1' },
			],
		});
		expect(changes.map(({ change }) => change)).toEqual(['insert']);
		expect([books.open, books.available]).toEqual([{ 'request R': '4' }, '6']);
	});

	test('a second obligate with less, with its previous revision, lowers the reservation', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		books.apply(request('d2', 'obligate', 'R', three, { revision: 2, previous: four }));
		expect([books.open, books.available]).toEqual([{ 'request R': '3' }, '7']);
	});

	test('an unchanged obligate keeps the reservation, as empty lists and as a full repeat under a new id', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		const empty = books.apply(request('d2', 'obligate', 'R', [], { revision: 2, previous: [], total: 4 }));
		const full = books.apply(request('d3', 'obligate', 'R', four, { revision: 2 }));
		expect([empty.answer?.confirm, empty.changes, empty.outcome]).toEqual(['success', [], 'unchanged']);
		expect([full.answer?.confirm, full.changes, full.outcome]).toEqual(['success', [], 'unchanged']);
		expect([books.open, books.available]).toEqual([{ 'request R': '4' }, '6']);
	});

	test('release with its entries listed closes everything; a second one finds nothing open and is a success as well', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		const first = books.apply(request('d2', 'release', 'R', four, { revision: 2 }));
		const second = books.apply(request('d3', 'release', 'R', [], { revision: 3, previous: [], total: 4 }));
		expect([first.answer?.documentNumber, second.answer?.documentNumber]).toEqual(['KEY-R', 'ZERO-RELEA']);
		expect(second.answer?.confirm).toBe('success');
		expect([books.open, books.available]).toEqual([{}, '10']);
	});

	test('a check on nothing reserved judges the whole amount and writes nothing', () => {
		const books = new Books();
		const { answer, record, changes } = books.apply(request('d1', 'fundsCheck', 'R', four));
		expect(answer).toEqual({ confirm: 'success', messages: [], documentNumber: 'FUNDSCHECK', references: [] });
		expect([record, changes, books.state.rows, books.state.steps]).toEqual([null, [], [], []]);
	});

	test('a check after a reservation judges only the increase, and a lower one leaves the reservation as it is', () => {
		const books = new Books([budget('TRAVEL/CC1', '4')]);
		books.apply(request('d1', 'obligate', 'R', four));
		expect(books.apply(request('d2', 'fundsCheck', 'R', three, { revision: 2, previous: four })).answer?.confirm).toBe('success');
		const more = books.apply(request('d3', 'fundsCheck', 'R', [{ amount: 5 }], { revision: 2, previous: four }));
		expect(more.answer?.messages).toEqual([
			{
				code: 'insufficient-funds',
				text: 'The budget for account TRAVEL, cost center CC1 is not enough: 1.00 USD needed on top of what is reserved, 0.00 USD available. Lower the amount, or ask your budget manager.',
				budgetKey: { account: 'TRAVEL', costCenter: 'CC1', project: null, period: null },
				needed: '1.00',
				available: '0.00',
				currency: 'USD',
			},
		]);
		expect([more.state, more.record]).toEqual([books.state, null]);
		expect([books.open, books.available]).toEqual([{ 'request R': '4' }, '0']);
	});

	test('an unchanged check is a success with nothing available', () => {
		const books = new Books([budget('TRAVEL/CC1', '4')]);
		books.apply(request('d1', 'obligate', 'R', four));
		const { answer } = books.apply(request('d2', 'fundsCheck', 'R', [], { revision: 2, previous: [], total: 4 }));
		expect([answer?.confirm, books.open, books.available]).toEqual(['success', { 'request R': '4' }, '0']);
	});

	test('insufficient, then corrected under a new id; the refused id stays refused', () => {
		const books = new Books();
		const refused = books.apply(request('d1', 'obligate', 'R', [{ amount: 12 }]));
		expect([refused.outcome, refused.answer?.confirm, refused.changes, books.open]).toEqual(['refused', 'error', [], {}]);
		expect(books.apply(request('d2', 'obligate', 'R', [{ amount: 8 }])).answer?.confirm).toBe('success');
		books.apply(request('d3', 'release', 'R', []));
		const repeated = books.apply(request('d1', 'obligate', 'R', [{ amount: 12 }]));
		expect([repeated.outcome, repeated.answer]).toEqual(['repeated', refused.answer]);
	});

	test('an entry that is added alone joins the others; an entry only in the previous list is gone', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		books.apply(request('d2', 'obligate', 'R', [{ id: 'RE2', amount: 3 }], { revision: 2, previous: [], total: 7 }));
		expect([books.open, books.available]).toEqual([{ 'request R': '7' }, '3']);
		books.apply(request('d3', 'obligate', 'R', [], { revision: 3, previous: four, total: 3 }));
		expect([books.open, books.available]).toEqual([{ 'request R': '3' }, '7']);
	});
});

describe('report', () => {
	test('alone it reserves its own amount', () => {
		const books = new Books();
		books.apply(report('d1', 'obligate', 'P', four));
		expect([books.open, books.available]).toEqual([{ 'report P': '4' }, '6']);
	});

	test('over its request and the budget it is refused, and the request keeps what it has', () => {
		const books = new Books([budget('TRAVEL/CC1', '6')]);
		books.apply(request('d1', 'obligate', 'R', four));
		const { answer } = books.apply(report('d2', 'obligate', 'P', [{ amount: 7 }], linked));
		expect(answer?.messages[0]).toMatchObject({ code: 'insufficient-funds', needed: '3.00', available: '2.00' });
		expect([books.open, books.available]).toEqual([{ 'request R': '4' }, '2']);
	});

	test('unchanged it keeps what it took over', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		books.apply(report('d2', 'obligate', 'P', four, linked));
		expect(books.apply(report('d3', 'obligate', 'P', [], { ...linked, revision: 2, previous: [], total: 4 })).changes).toEqual(
			[],
		);
		expect(books.apply(report('d4', 'obligate', 'P', four, linked)).changes).toEqual([]);
		expect([books.open, books.available]).toEqual([{ 'report P': '4' }, '6']);
	});

	test('lowered below its request it gives the difference back, whether it was above before or not', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		books.apply(report('d2', 'obligate', 'P', [{ amount: 6 }], linked));
		books.apply(report('d3', 'obligate', 'P', three, { ...linked, revision: 2, previous: [{ amount: 6 }] }));
		expect([books.open, books.available]).toEqual([{ 'report P': '3', 'request R': '1' }, '6']);
	});

	test('reserved 3, posted 3, paid, request closed', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		books.apply(report('d2', 'obligate', 'P', three, linked));
		expect(books.apply(expense('d3', 'P', three, linked)).actuals).toMatchObject([{ amount: '3' }]);
		expect([books.open, books.available]).toEqual([{ 'request R': '1' }, '6']);
		books.apply(report('d4', 'release', 'P', three, linked));
		expect([books.open, books.available]).toEqual([{ 'request R': '1' }, '6']);
		books.apply(request('d5', 'release', 'R', []));
		expect([books.open, books.available]).toEqual([{}, '7']);
	});

	test('after posting, a linked report lets its rest lapse instead of giving it back', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		books.apply(report('d2', 'obligate', 'P', four, linked));
		books.apply(expense('d3', 'P', three, linked));
		books.apply(report('d4', 'release', 'P', [], linked));
		expect([books.open, books.available]).toEqual([{}, '7']);
	});

	test('request only: its posting consumes the request, and closing frees the rest', () => {
		const books = new Books();
		books.apply(request('d1', 'obligate', 'R', four));
		books.apply(expense('d2', 'P', three, linked));
		expect([books.open, books.available]).toEqual([{ 'request R': '1' }, '6']);
		books.apply(request('d3', 'release', 'R', []));
		expect([books.open, books.available]).toEqual([{}, '7']);
	});

	test('checks: modified and unchanged, nothing is ever held', () => {
		const books = new Books();
		const documents = [
			report('d1', 'fundsCheck', 'P', four),
			report('d2', 'fundsCheck', 'P', three),
			report('d3', 'fundsCheck', 'P', three),
		];
		for (const document of documents) expect(books.apply(document).answer?.documentNumber).toBe('FUNDSCHECK');
		expect([books.state.rows, books.available]).toEqual([[], '10']);
	});
});

describe('lost baseline', () => {
	test('a change of an unknown reservation is an error that asks to submit again, as reservation and as check', () => {
		const books = new Books();
		for (const instruction of ['obligate', 'fundsCheck']) {
			const { answer } = books.apply(request(`d-${instruction}`, instruction, 'R', [], { revision: 2, previous: [], total: 4 }));
			expect(answer).toMatchObject({ confirm: 'error', messages: [{ code: 'lost-baseline' }] });
		}
		expect(books.open).toEqual({});
	});

	test('a part of the entries is not enough; entries that make up the total are as good as the full state', () => {
		const books = new Books();
		expect(books.apply(request('d1', 'obligate', 'R', three, { revision: 2, previous: four, total: 7 })).answer?.confirm).toBe(
			'error',
		);
		expect(books.apply(request('d2', 'obligate', 'R', three, { revision: 2, previous: four })).answer?.confirm).toBe('success');
		expect(books.open).toEqual({ 'request R': '3' });
	});

	test('a reservation of nothing is a known one', () => {
		const books = new Books();
		books.apply(report('d1', 'obligate', 'P', [{ amount: 4, personal: true }], { total: 0 }));
		const { answer } = books.apply(report('d2', 'obligate', 'P', [], { revision: 2, previous: [], total: 0 }));
		expect(answer?.confirm).toBe('success');
	});
});
