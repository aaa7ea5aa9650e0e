import { decidePayments as decideAt, knowsNothing, NOT_LOOKED_UP } from '../../nodes/shared/row';

const decidePayments = (items: Array<Record<string, unknown>>) => decideAt(items, '2026-03-31T06:00:00.000Z');

const item = (more: Record<string, unknown>) => ({ id: 7, paymentStatus: 'PP', paymentsReported: '["A"]', ...more });
const told = (outcome: string, remembered = '["A","B"]', status: string | null = 'CP') => ({
	paymentConfirmation: { outcome, message: `Concur: ${outcome}`, remembered, rememberedStatus: status },
});

it('remembers what Concur took', () => {
	expect(decidePayments([item(told('done'))])).toEqual([
		{ id: 7, paymentStatus: 'CP', paymentsReported: '["A","B"]', reasons: '[]', reason: '' },
	]);
});

it.each([[['tryLater', 'done']], [['done', 'tryLater']]])(
	'keeps the reason of a refused one beside another that was taken: %s',
	(outcomes) => {
		const [row, ...others] = decidePayments(outcomes.map((outcome) => item(told(outcome, '["A","C"]', 'PP'))));
		expect(others).toEqual([]);
		expect(row).toMatchObject({ paymentStatus: 'PP', paymentsReported: '["A","C"]', reason: 'Concur: tryLater' });
		expect(row!.reasons).toContain('payment-tryLater');
	},
);

it('keeps what was known where Concur took nothing', () => {
	expect(decidePayments([item(told('refused', '', null))])).toEqual([
		expect.objectContaining({ paymentStatus: 'PP', paymentsReported: '["A"]' }),
	]);
});

it.each(['nothingToPay', 'entryCancelled', 'askedTwice'])('closes a row whose entry is %s', (state) => {
	expect(decidePayments([item({ outgoingPayments: { state } })])).toEqual([
		expect.objectContaining({ id: 7, paymentStatus: 'none' }),
	]);
});

it('leaves rows alone that wait for a payment, and items that are no rows', () => {
	expect(decidePayments([item({ outgoingPayments: { state: 'unpaid' } }), { ...told('done') }])).toEqual([]);
});

it('notes in the audit what Concur took, and nothing where it took nothing', () => {
	const [row] = decidePayments([item({ docId: 'd', act: '', trail: '', ...told('done') })]);
	expect(JSON.parse(row!.trail!)).toMatchObject({
		number: 1,
		lines: [{ at: '2026-03-31T06:00:00.000Z', who: 'payments', step: 'paid', detail: 'CP ["A","B"]' }],
	});
	expect(decidePayments([item({ docId: 'd', trail: '', ...told('refused', '', null) })])[0]).not.toHaveProperty('trail');
});

describe('the other reasons of the row', () => {
	const warned = { reasons: '[{"code":"content-differs","message":"It differs."}]' };

	it.each([['done'], ['tryLater']])('stay beside a payment that is %s', (outcome) => {
		const [row] = decidePayments([item({ ...warned, ...told(outcome) })]);
		expect(row!.reasons).toContain('content-differs');
		expect(row!.reason).toBe(outcome === 'done' ? 'It differs.' : 'Concur: tryLater');
	});

	it('stay when a payment that was refused is due no more', () => {
		const reasons = '[{"code":"payment-tryLater","message":"Later."},{"code":"content-differs","message":"It differs."}]';
		const [row] = decidePayments([item({ reasons, outgoingPayments: { state: 'paid', due: [] } })]);
		expect(row).toMatchObject({ reason: 'It differs.', reasons: warned.reasons, paymentStatus: 'PP', paymentsReported: '["A"]' });
		expect(decidePayments([item({ reasons, outgoingPayments: { state: 'paid', due: [{}] } })])).toEqual([]);
	});
});

describe('an entry whose payments could not be read', () => {
	const failed = { error: 'Reported Before is not a list', message: 'Correct it.' };

	it('says so, and forgets nothing', () => {
		expect(decidePayments([item(failed)])).toEqual([
			expect.objectContaining({
				paymentStatus: 'PP',
				paymentsReported: '["A"]',
				reason: 'Reported Before is not a list Correct it.',
			}),
		]);
	});

	it('is seen where it is every one of them', () => {
		expect(knowsNothing([item(failed), item(failed)])).toBe(true);
		expect(knowsNothing([item(failed), item({ outgoingPayments: { state: 'unpaid', due: [] } })])).toBe(false);
		expect(knowsNothing([])).toBe(false);
	});

	it('is seen as well where a node failed as a whole, and n8n passed its rows on without an error', () => {
		const reasons = '[{"code":"payment-tryLater","message":"Later."},{"code":"content-differs","message":"It differs."}]';
		const passedOn = item({ reasons, reason: 'Later.', clearing: { status: 'CP' } });
		expect(knowsNothing([passedOn, item(failed)])).toBe(true);
		expect(knowsNothing([passedOn, item(told('done'))])).toBe(false);
		expect(knowsNothing([{}])).toBe(false);
		const [row] = decidePayments([passedOn, item({ id: 8, outgoingPayments: { state: 'unpaid', due: [] } })]);
		expect(row).toMatchObject({ id: 7, paymentStatus: 'PP', paymentsReported: '["A"]', reason: NOT_LOOKED_UP });
		expect((JSON.parse(row!.reasons) as Array<{ code: string }>).map(({ code }) => code)).toEqual([
			'payment-notRead',
			'content-differs',
		]);
	});
});
