import {
	clearingAmountOf,
	clearingDateOf,
	paymentConfirmation,
	postingConfirmation,
} from '../../nodes/shared/concur/confirmations';

const numbered = { documentNumber: '1001', fiscalYear: '2026', postingDate: '2026-03-31' };
const entry = { companyDb: 'SBODEMO', ...numbered };

describe('posting confirmations', () => {
	it('tells a success with the entry and no message', () => {
		expect(postingConfirmation('d1', { status: 'success', entries: [entry] })).toEqual({
			docId: 'd1',
			overallPostingStatusCode: 'success',
			postingDocs: [{ companyId: entry.companyDb, ...numbered, paymentRelevantLineItems: [] }],
			systemMessages: [],
		});
	});

	it('tells nothing to post as a success without entries', () => {
		expect(postingConfirmation('d1', { status: 'success', entries: [] })).toMatchObject({ postingDocs: [], systemMessages: [] });
	});

	it('tells an error with messages and no entry', () => {
		const error = postingConfirmation('d1', { status: 'error', causes: [{ text: 'No account.' }], language: 'EN' });
		expect(error).toMatchObject({ overallPostingStatusCode: 'error', postingDocs: [] });
		expect(error.systemMessages).toHaveLength(1);
	});

	it("keeps to the lengths of Concur's fields", () => {
		const long = { ...entry, companyDb: 'C'.repeat(50), documentNumber: '9'.repeat(100) };
		const [doc] = postingConfirmation('d1', { status: 'success', entries: [long] }).postingDocs;
		expect([doc?.companyId.length, doc?.documentNumber.length]).toEqual([32, 80]);
	});
});

describe('clearing dates', () => {
	it.each([
		['2026-03-31', '2026-03-31T00:00:00.000Z'],
		['20260331', '20260331'],
		['2026-03-31T14:05:00+02:00', '2026-03-31T12:05:00.000Z'],
	])('%s becomes %s', (given, expected) => {
		expect(clearingDateOf(given)).toBe(expected);
	});

	it.each(['', '31.03.2026x', '20260231', '20261301', 'tomorrow'])('refuses "%s"', (given) => {
		expect(() => clearingDateOf(given)).toThrow(RangeError);
	});
});

describe('clearing amounts', () => {
	it.each([
		['220.00', 220],
		['-10.5', -10.5],
		['0.01', 0.01],
		['1234567890123.45', 1234567890123.45],
	])('%s is %d', (given, expected) => {
		expect(clearingAmountOf(given)).toBe(expected);
	});

	it.each(['', '1,5', '1e3', '0x10', 'Infinity', '1234567890123456.78'])('refuses "%s"', (given) => {
		expect(() => clearingAmountOf(given)).toThrow(RangeError);
	});
});

it('builds a payment confirmation in the shape of the reference', () => {
	const clearing = {
		clearingDate: '20260331',
		clearingAmount: '40.00',
		clearingCurrency: 'USD',
		receiverId: '57',
		receiverName: 'Sample Employee',
		receiverType: 'EMPLOYEE',
		companyCode: 'SBODEMO',
		financialDocumentId: '996675',
		fiscalYear: '2026',
		paymentRef: 'SBODEMO/996675/2026/2',
		paymentMethod: 'E' as const,
	};
	expect(paymentConfirmation('d1', 'PP', [clearing])).toEqual({
		docId: 'd1',
		processingStatusCode: 'PP',
		clearingDetails: [
			{
				clearingDate: '20260331',
				clearingAmount: 40,
				clearingCurrency: 'USD',
				receiver: { receiverId: '57', receiverName: 'Sample Employee', receiverType: 'EMPLOYEE' },
				clearingReference: {
					companyCode: 'SBODEMO',
					financialDocumentId: '996675',
					fiscalYear: '2026',
					paymentRef: 'SBODEMO/996675/2026/2',
					paymentMethod: 'E',
				},
			},
		],
	});
});
