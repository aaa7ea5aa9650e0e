import * as fc from 'fast-check';
import { cutText, MAX_MESSAGES, systemMessages } from '../../nodes/shared/concur/messages';

describe('messages for the audit trail', () => {
	it('leaves a text that fits as it is, with its white space made single', () => {
		expect(cutText('The account\n 4711  is missing.', 40)).toBe('The account 4711 is missing.');
	});

	it('cuts between two words', () => {
		expect(cutText('The cost center does not exist', 20)).toBe('The cost center…');
		expect(cutText('The cost center does not exist', 16)).toBe('The cost center…');
	});

	it('cuts a word that is too long itself, but no character in two', () => {
		expect(cutText('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`);
		expect(cutText(`${'x'.repeat(8)}😀${'x'.repeat(9)}`, 10)).toBe(`${'x'.repeat(8)}…`);
	});

	it('never exceeds the limit and never splits a pair', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 5, max: 100 }), (text, limit) => {
				const cut = cutText(text, limit);
				expect(cut.length).toBeLessThanOrEqual(limit);
				expect(() => encodeURIComponent(cut)).not.toThrow();
			}),
		);
	});

	it('gives one message for each cause, with language, code and entry', () => {
		const [message] = systemMessages([{ text: 'No account.', id: 'missing-account', lineItemId: 'A1' }], 'de-CH');
		expect(message).toEqual({
			concurTransactionLineItemId: 'A1',
			messageId: 'missing-account',
			messageLanguage: 'DE',
			messageLongText: '',
			messageShortText: 'No account.',
		});
	});

	it('leaves out empty texts and keeps the number of messages bounded', () => {
		expect(systemMessages([{ text: '  ' }, { text: 'a' }], '')).toHaveLength(1);
		expect(
			systemMessages(
				Array.from({ length: 500 }, (_, index) => ({ text: `cause ${index}` })),
				'EN',
			),
		).toHaveLength(MAX_MESSAGES);
	});
});
