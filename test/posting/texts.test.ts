/** Memos and references say what a person knows, from wherever the document has it, and hold nothing that cannot be seen. */
import { entryTexts } from '../../nodes/shared/journalEntry';
import { build } from '../journalEntry/company';
import { invoice, line } from './invoiceSample';
import { allocation, entry, journal, post, profileOf, report, wrapped } from './sample';

type Fields = Record<string, unknown>;

const bistro = (fields: Fields = {}, journalFields: Fields = {}) =>
	entry(20, [allocation([journal('MEALS', 20, 'EMPL', journalFields)])], {
		expenseTypeName: 'Lunch',
		entryDate: '2026-03-12T00:00:00Z',
		entryVendorDescription: 'Bistro',
		entryDescription: 'Kick-off',
		entryLocationName: 'Hamburg',
		entryReceiptId: 'RC-7',
		...fields,
	});
const memos = (document: unknown, options: Fields) => post(document, options).lines.map(({ memo }) => memo);
const header = (document: unknown, options: Fields) =>
	entryTexts(post(document, options), profileOf(options), { postingKey: 'K', contentHash: 'h'.repeat(64) });

describe('the memo of a line names', () => {
	test.each([
		['{entryVendorDescription} {entryDescription} {entryLocationName}', 'Bistro Kick-off Hamburg'],
		['{merchant} {description} {city}', 'Bistro Kick-off Hamburg'],
		['{receiptId} {cardReference}', 'RC-7 CT-1'],
		['{entryDate} {allocationCustom3Code} {reportName}', '2026-03-12 A3 Trip'],
	])('%s', (lineMemo, expected) => {
		const lunch = bistro({}, { cardTransactionReferenceNumber: 'CT-1' }) as { allocation: Fields[] };
		lunch.allocation[0]!.allocationCustom3Code = 'A3';
		expect(memos(report(20, [lunch]), { lineMemo })[0]).toBe(expected);
	});

	test('the city before the place, and the id of the card charge where it has no other reference', () => {
		const lunch = bistro({ entryLocationCityName: 'Altona', cardTransactionID: 'CX' });
		expect(memos(report(20, [lunch]), { lineMemo: '{city} {cardReference}' })[0]).toBe('Altona CX');
	});

	test('fields of invoice lines and of the invoice', () => {
		const paper = invoice(50, [line('A', 50, {}, { receiptNumber: 'RN' })], { poNumber: 'PO1' });
		expect(memos(paper, { lineMemo: '{description} {receiptId} {poNumber} {invoiceNumber}' })[0]).toBe('Paper RN PO1 INV-7');
	});

	test('how many entries a joined line stands for', () => {
		const three = report(60, [bistro(), bistro(), bistro()]);
		expect(memos(three, { mergeExpense: 'account' })[0]).toBe('Lunch 2026-03-12 (3 items)');
		expect(memos(three, { mergeExpense: 'account', lengths: { lineMemo: 24 } })[0]).toBe('Lun 2026-03-12 (3 items)');
		expect(memos(three, {})[0]).toBe('Lunch 2026-03-12');
	});
});

describe('the memo of an entry', () => {
	test('names header fields of FIS', () =>
		expect(header(report(20, [bistro()], { policyId: 'P9' }), { memo: '{reportName} {policyId} {currency}' }).memo).toBe(
			'Trip P9 USD',
		));

	test('names fields of entries where they all agree', () => {
		const memo = '{reference} {merchant}';
		expect(header(report(40, [bistro(), bistro()]), { memo }).memo).toBe('17 Bistro');
		expect(header(report(40, [bistro(), bistro({ entryVendorDescription: 'Kiosk' })]), { memo }).memo).toBe('17');
	});

	test('keeps number and date where names are long', () => {
		const options = { memo: '{employeeName} {reference}', lengths: { memo: 20 } };
		expect(
			header(
				report(
					20,
					[bistro()],
					{ reportNumber: 'RP0026' },
					{ employee: { employeeId: 'E', employeeFirstName: 'Jean-Baptiste', employeeLastName: 'de La Tour' } },
				),
				options,
			).memo,
		).toBe('Jean-Baptiste RP0026');
	});
});

describe('what cannot be seen', () => {
	// NUL, a bell, a mark of direction, a space without width, a byte order mark, half a character.
	const hidden = 'A\u0000B\u0007C\u202eD\u200bE\ufeffF\ud800G';

	test('reaches no text and no code of an entry', () => {
		const lunch = bistro({ expenseTypeName: hidden, entryVendorDescription: hidden });
		const { journalEntry } = build(
			wrapped(
				report(
					20,
					[lunch],
					{ reportName: hidden, reportNumber: hidden },
					{ employee: { employeeId: hidden, employeeFirstName: hidden } },
				),
			),
			{ lineMemo: '{merchant}', memo: '{reportName} {name}' },
		);
		expect(journalEntry).toMatchObject({ Memo: 'ABCDEFG ABCDEFG', Reference: 'ABCDEFG' });
		expect(journalEntry!.JournalEntryLines).toMatchObject([
			{ LineMemo: 'ABCDEFG' },
			{ ShortName: 'ABCDEFG', Reference1: 'ABCDEFG' },
		]);
	});

	test('a line break is a space, and accents stay', () =>
		expect(memos(report(20, [bistro({ entryDescription: 'Überblick\r\n漢字 😀' })]), { lineMemo: '{description}' })[0]).toBe(
			'Überblick 漢字 😀',
		));
});
