import { recordPayments, referencesIn, type PaymentReply } from '../../nodes/shared/concur/paymentMemory';
import { judge } from '../../nodes/shared/concur/verdict';
import { languageCodeOf } from '../../nodes/shared/concur/languages';

const reply = (paymentRef: string, outcome: PaymentReply['outcome'], status: PaymentReply['status'] = 'PP'): PaymentReply => ({
	paymentRefs: [paymentRef],
	status,
	outcome,
});

describe('what is remembered of payments', () => {
	it('is what Concur took: a refused one is due again', () => {
		const replies = [reply('R1', 'tryLater'), reply('R2', 'done', 'CP')];
		expect(recordPayments([], replies)).toEqual({ reported: ['R2'], status: 'PP' });
		expect(recordPayments(['R1', 'R0'], replies)).toEqual({ reported: ['R0', 'R2'], status: 'PP' });
	});

	it('keeps what was taken before, and the last status', () => {
		expect(recordPayments(['R1'], [reply('R2', 'alreadyDone', 'CP')])).toEqual({ reported: ['R1', 'R2'], status: 'CP' });
		expect(recordPayments(['R1'], [])).toEqual({ reported: ['R1'], status: null });
		expect(recordPayments(['R1'], [reply('R2', 'conflict')])).toEqual({ reported: ['R1'], status: null });
	});

	it.each([
		['', []],
		[null, []],
		['["R1"]', ['R1']],
		[['R1'], ['R1']],
		['R1', undefined],
		['[1]', undefined],
		[7, undefined],
	])('%j is read as %j', (value, references) => expect(referencesIn(value)).toEqual(references));
});

describe('"payment already confirmed" (213)', () => {
	const answer = (more: object) => judge('paymentConfirmation', { code: 213, paymentRefs: ['SB/1/2'], ...more }).outcome;

	it('counts for the payment that was sent, and for no other', () => {
		expect(answer({})).toBe('conflict');
		expect(answer({ errorMessage: 'Payment SB/1/20 was confirmed before.' })).toBe('conflict');
		expect(answer({ paymentRef: 'SB/9/9' })).toBe('conflict');
		expect(answer({ paymentRef: 'SB/1/2' })).toBe('alreadyDone');
		expect(answer({ errorMessage: 'Payment confirmation already exist SB/1/2.' })).toBe('alreadyDone');
	});

	it('counts where it answers a try of ours whose reply was lost', () => {
		expect(answer({ replyLost: true })).toBe('alreadyDone');
		expect(answer({ noted: true })).toBe('alreadyDone');
	});

	it('a known reference among several says nothing of the others', () => {
		const noop = { code: 298, paymentConfirmationResult: 'NOOP' };
		expect(judge('paymentConfirmation', { ...noop, paymentRefs: ['R1'] }).outcome).toBe('alreadyDone');
		expect(judge('paymentConfirmation', { ...noop, paymentRefs: ['R1', 'R2'] }).outcome).toBe('conflict');
	});
});

describe('a language', () => {
	it.each([
		['German', 'DE'],
		['Deutsch', 'DE'],
		['de', 'DE'],
		['DE-AT', 'DE'],
		['pt_BR', 'PT'],
		['Georgian', 'KA'],
		['Japanese', 'JA'],
		['Klingonian', undefined],
		['G', undefined],
		['', undefined],
	])('%j is sent as %j', (text, code) => expect(languageCodeOf(text)).toBe(code));
});
