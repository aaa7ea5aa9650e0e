import { receiptName, receiptsOf, receiptStem } from '../../nodes/shared/document';

const entry = (entryId: string, more: object = {}) => ({
	entryId,
	entryReceiptId: null,
	entryElectronicReceiptId: null,
	...more,
});
const report = (...expenseEntry: object[]) => ({ report: { reportId: 'R1' }, expenseEntry });

describe('the receipts of a report', () => {
	const document = report(
		entry('E1', { entryReceiptId: 'I1' }),
		entry('E2', { entryReceiptId: 'I1' }),
		entry('E3', { entryElectronicReceiptId: 'X3' }),
		entry('E4'),
	);

	test('are one file, expected where an entry names one', () => {
		expect(receiptsOf('expense', document, '', 'document')).toEqual({ sources: [{ kind: 'report', id: 'R1' }], isCertain: true });
		expect(receiptsOf('expense', report(entry('E4')), '', 'document').isCertain).toBe(false);
	});

	test('are a file for each entry that has one; itemized entries share it', () => {
		expect(receiptsOf('expense', document, '', 'entry').sources).toEqual([
			{ kind: 'entry', id: 'E1', imageId: 'I1', electronicId: null },
			{ kind: 'entry', id: 'E3', imageId: null, electronicId: 'X3' },
		]);
		expect(receiptsOf('expense', report(), 'R1', 'entry').sources).toEqual([]);
	});

	test('are found by the report id of the row where Concur has the document no longer', () => {
		expect(receiptsOf('expense', null, 'R9', 'document').sources).toEqual([{ kind: 'report', id: 'R9' }]);
		expect(receiptsOf('expense', null, '', 'document').sources).toEqual([]);
	});
});

test('an invoice has one image, whatever is wanted', () => {
	const invoice = { requestHeader: { requestId: 'Q1' } };
	for (const files of ['document', 'entry'] as const) {
		expect(receiptsOf('invoice', invoice, '', files)).toEqual({ sources: [{ kind: 'invoice', id: 'Q1' }], isCertain: true });
	}
});

test.each(['cashadvance', 'payroll', 'requestobligation', 'nonsense'])('a document of type %s has none', (docType) => {
	expect(receiptsOf(docType, report(entry('E1', { entryReceiptId: 'I1' })), 'R1', 'entry').sources).toEqual([]);
});

test.each([[[7]], [['E1', null]], ['text'], [{ entryId: {} }]])('entries such as %j are no receipts', (expenseEntry) => {
	expect(receiptsOf('expense', { expenseEntry }, '', 'entry').sources).toEqual([]);
});

test('names of files begin alike for one document, and hold its receipt', () => {
	expect(receiptStem('412077', 'abc')).toBe('412077_abc_');
	expect(receiptStem('', 'abc')).toBe('concur_abc_');
	expect(receiptName('412077', 'abc', { kind: 'report', id: 'R1' })).toBe('412077_abc_report');
	expect(receiptName('412077', 'abc', { kind: 'entry', id: 'E1', imageId: null, electronicId: 'X1' })).toBe(
		'412077_abc_X1_receipt',
	);
});
