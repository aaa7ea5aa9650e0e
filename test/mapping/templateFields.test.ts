/** Which fields a template may name, and what is cut where a text is too long. */
import { fill, readProfile } from '../../nodes/shared/mapping';

const problems = (knobs: object) => readProfile(knobs).problems;

describe('a field that no document has', () => {
	test.each([
		['memo', '{reference} {reportNam}', 'memo names the field {reportNam}, which no document has; did you mean {reportName}?.'],
		[
			'lineMemo',
			'{entryVendorDescripton}',
			'lineMemo names the field {entryVendorDescripton}, which no document has; did you mean {entryVendorDescription}?.',
		],
		['reference', '{xyz}', 'reference names the field {xyz}, which no document has.'],
		['memo', '{constructor}', 'memo names the field {constructor}, which no document has.'],
	])('in %s %s is a mistake of the mapping', (knob, template, problem) =>
		expect(problems({ [knob]: template })).toEqual([problem]),
	);

	test('so is one of a partner rule', () =>
		expect(problems({ partners: { vendor: [{ by: 'code', template: 'V{vendorCod}' }] } })).toEqual([
			'partners vendor names the field {vendorCod}, which no document has; did you mean {vendorCode}?.',
		]));

	test.each([
		'{merchant} {description} {city} {cardReference} {receiptId} {invoiceNumber}',
		'{entryVendorDescription} {entryDescription} {entryLocationName}',
		'{employeeCustom1Code} {vendorCustom12} {allocationCustom4Value} {reportOrgUnit2Code} {custom3}',
		'V{party}-{currency} {not a field} {}',
	])('is none of %s', (template) => expect(problems({ memo: template, lineMemo: template })).toEqual([]));
});

describe('a text that is too long', () => {
	const values: Record<string, string> = {
		reference: 'RP0026',
		name: 'Jean-Baptiste Emmanuel de La Tour',
		merchant: 'Bistro',
		transactionDate: '2026-03-12',
		expenseType: 'Business Meals with External Attendees (Abroad)',
	};
	const text = (template: string, max: number) => fill(template, (field) => values[field], max);

	test.each([
		[
			'the date stays, the name before it is cut',
			'{expenseType} {transactionDate}',
			50,
			'Business Meals with External Attendees 2026-03-12',
		],
		['the number stays, wherever it stands', '{name} {reference}', 30, 'Jean-Baptiste Emmanuel RP0026'],
		['the longest name is cut first', '{merchant} {name} {reference}', 30, 'Bistro Jean-Baptiste Em RP0026'],
		['several are cut to one length', '{name} {expenseType} {transactionDate}', 33, 'Jean-Bapti Business M 2026-03-12'],
		['numbers alone are cut at the end', '{transactionDate} {reference}', 12, '2026-03-12 R'],
		['what fits stays', '{name} {reference}', 40, 'Jean-Baptiste Emmanuel de La Tour RP0026'],
	])('%s', (_, template, max, expected) => expect(text(template, max)).toBe(expected));

	test('halves no character', () =>
		expect(fill('{name} {reference}', (field) => ({ name: 'a😀😀', reference: '17' })[field], 7)).toBe('a😀 17'));
});
