import { decidePayments as decideAt } from '../../nodes/shared/row';

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
