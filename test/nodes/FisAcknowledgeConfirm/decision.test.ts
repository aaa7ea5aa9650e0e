import * as fc from 'fast-check';
import {
	decide,
	isPosted,
	settledAs,
	type DecisionSettings,
} from '../../../nodes/FisAcknowledgeConfirm/actions/posting/decision';

const settings: DecisionSettings = { language: 'EN', ifRefused: 'confirmError', numberFrom: 'number' };
const posting = {
	outcome: 'posted',
	jdtNum: 77,
	number: 1001,
	postingDate: '2026-03-31T00:00:00Z',
	fiscalYear: '2026',
	companyDb: 'SBODEMO',
};
const entry = { companyDb: 'SBODEMO', documentNumber: '1001', fiscalYear: '2026', postingDate: '2026-03-31' };

describe('what Concur is told', () => {
	it.each(['posted', 'alreadyPosted', 'recovered'])('%s is a success with the entry', (outcome) => {
		expect(decide({ posting: { ...posting, outcome } }, settings)).toEqual({ result: { status: 'success', entries: [entry] } });
	});

	it('is not told of a document that B1 holds twice before a person has looked', () => {
		const doubled = { ...posting, outcome: 'alreadyPosted', doubled: true, message: 'B1 holds this document 2 times' };
		expect(decide({ posting: doubled }, settings)).toEqual({ stopped: expect.stringContaining('2 times') });
	});

	it('names the number that the node is set to, and the year of the posting date where B1 gives none', () => {
		expect(decide({ posting: { ...posting, fiscalYear: undefined } }, { ...settings, numberFrom: 'jdtNum' })).toEqual({
			result: { status: 'success', entries: [{ ...entry, documentNumber: '77' }] },
		});
	});

	it.each(['uncertain', '', undefined, 'something'])('never confirms a posting that is "%s"', (outcome) => {
		expect(decide({ posting: { ...posting, outcome } }, settings)).toHaveProperty('stopped');
		expect(
			decide({ posting: { ...posting, outcome }, review: { answer: 'confirmError', reasons: [{ message: 'x' }] } }, settings),
		).toHaveProperty('stopped');
		expect(decide({ posting: { ...posting, outcome }, journalEntry: null }, settings)).toHaveProperty('stopped');
	});

	it.each([['companyDb'], ['postingDate']])('stops where a success lacks %s', (field) => {
		expect(decide({ posting: { ...posting, [field]: undefined } }, settings)).toHaveProperty('stopped');
	});

	it("tells B1's refusal in B1's words, or keeps the document", () => {
		const json = { posting: { outcome: 'rejected', code: -5002, message: 'Posting period is locked' } };
		expect(decide(json, settings)).toMatchObject({
			result: {
				status: 'error',
				causes: [{ text: 'SAP Business One refused the entry: Posting period is locked', id: '-5002' }],
			},
		});
		expect(decide(json, { ...settings, ifRefused: 'keepAcknowledged' })).toHaveProperty('stopped');
	});

	it.each([
		[{ errorClass: 'duplicate', existingContentHash: 'abc', jdtNum: 77 }],
		[{ errorClass: 'duplicate', revisionOf: { jdtNum: 76, number: 1000, postingKey: '1:d' } }],
		[{ errorClass: 'duplicate', cancelledInB1: true, jdtNum: 77 }],
		[{ revisionOf: { jdtNum: 76 } }],
		[{ jdtNum: 77 }],
	])('does not report a document as failed because of another entry in B1: %j', (more) => {
		expect(decide({ posting: { outcome: 'rejected', jdtNum: null, message: 'held back', ...more } }, settings)).toHaveProperty(
			'stopped',
		);
	});

	it('does not confirm a voucher that has no number yet', () => {
		const json = { posting: { ...posting, jdtNum: null, number: null, message: 'Waits in B1 as a journal voucher' } };
		expect(decide(json, settings)).toEqual({ stopped: expect.stringContaining('Waits in B1 as a journal voucher') });
	});

	it('tells the reasons of a review whose cure is in Concur, one by one', () => {
		const reasons = [
			{ code: 'missing-account', message: 'Entry 1 has no account.', entry: 'A92F3AD820F4E546800515258C3E0893' },
			{ code: 'tax-arithmetic', message: 'Line 2 does not add up.', entry: '2' },
		];
		expect(decide({ review: { answer: 'confirmError', reasons } }, settings)).toEqual({
			result: {
				status: 'error',
				language: 'EN',
				causes: [
					{ id: 'missing-account', text: 'Entry 1 has no account.', lineItemId: 'A92F3AD820F4E546800515258C3E0893' },
					{ id: 'tax-arithmetic', text: 'Line 2 does not add up.', lineItemId: undefined },
				],
			},
		});
	});

	it.each(['keepAcknowledged', 'leaveReady', undefined])('leaves a review with the answer %s alone', (answer) => {
		expect(decide({ review: { answer, reasons: [{ message: 'x' }] } }, settings)).toHaveProperty('stopped');
	});

	it('tells nothing to post as a success without an entry, and nothing at all where nothing is known', () => {
		expect(decide({ journalEntry: null }, settings)).toEqual({ result: { status: 'success', entries: [] } });
		expect(decide({}, settings)).toHaveProperty('stopped');
		expect(decide({ journalEntry: { JournalEntryLines: [] } }, settings)).toHaveProperty('stopped');
	});

	it('never confirms as failed what exists in B1', () => {
		const block = fc.oneof(fc.constant(undefined), fc.constant(null), fc.dictionary(fc.string(), fc.jsonValue()));
		fc.assert(
			fc.property(fc.constantFrom('posted', 'alreadyPosted', 'recovered'), block, fc.boolean(), (outcome, review, isNull) => {
				const json = { posting: { ...posting, outcome }, review, ...(isNull ? { journalEntry: null } : {}) };
				const decision = decide(json, settings);
				expect('result' in decision && decision.result.status).toBe('success');
				expect(isPosted(json)).toBe(true);
			}),
		);
	});
});

describe('what Concur holds already', () => {
	it.each([
		[{ docStatus: 'POSTING_CONFIRMED_SUCCESS' }, 'success'],
		[{ docStatus: 'PAYMENT_CONFIRMED_SUCCESS', posting }, 'success'],
		[{ docStatus: 'POSTING_CONFIRMED_FAILURE', lookup: { outcome: 'settledElsewhere' } }, 'error'],
		[{ docStatus: 'POSTING_CONFIRMED_FAILURE', funds: { outcome: 'settledElsewhere' } }, 'error'],
		// Concur is told of the entry beside its failure, and of the answer that the register knows.
		[{ docStatus: 'POSTING_CONFIRMED_FAILURE', posting }, undefined],
		[{ docStatus: 'POSTING_CONFIRMED_FAILURE', funds: { outcome: 'repeated', confirm: 'error' } }, undefined],
		// The row would be closed without the number.
		[{ docStatus: 'POSTING_CONFIRMED_SUCCESS', posting: { outcome: 'uncertain' } }, undefined],
		[{ docStatus: 'POSTING_CONFIRMED_SUCCESS', funds: { outcome: 'uncertain' } }, undefined],
		[{ docStatus: 'POSTING_CONFIRMED_SUCCESS', posting: { ...posting, doubled: true } }, undefined],
		[{ docStatus: 'ACKNOWLEDGED' }, undefined],
	])('%j: %s', (json, status) => {
		expect(settledAs(json)).toBe(status);
	});
});
