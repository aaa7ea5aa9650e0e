/** When the creditor of an entry is to be paid: by the document, its terms, the partner's terms in B1, or a rule of the mapping. */
import { paymentTermsFacts, type PaymentTerms } from '../../nodes/shared/journalEntry';
import { invoice, line } from '../posting/invoiceSample';
import { entry, journal, report, wrapped } from '../posting/sample';
import { build, codes, company, partner, period } from './company';

const bill = (header: object = {}) =>
	wrapped(
		invoice(50, [line('A', 50)], { currencyAlphaCode: 'USD', invoiceDate: '2026-03-20', postingDate: '2026-03-25', ...header }),
		{
			docType: 'invoice',
		},
	);
const dueOf = (document: unknown, options: object = {}, terms: PaymentTerms | null = null) =>
	build(document, options, company({ accounts: null, partners: [partner('V100', { terms }), partner('EMP1', { terms })] }))
		.journalEntry?.DueDate;
const net = (days: number, fields: Partial<PaymentTerms> = {}): PaymentTerms => ({
	from: 'document',
	startFrom: null,
	months: 0,
	days,
	...fields,
});

describe('an invoice is due', () => {
	test.each<[string, object, object, PaymentTerms | null, string]>([
		['when it says', { paymentDueDate: '2026-04-19', netPaymentTermDays: '60' }, {}, net(30), '2026-04-19'],
		['60 days after its date, by its own terms', { netPaymentTermDays: '60' }, {}, net(30), '2026-05-19'],
		['terms as a number', { netPaymentTermDays: 10 }, {}, null, '2026-03-30'],
		['on its date, by terms of nought days', { netPaymentTermDays: 0 }, {}, null, '2026-03-20'],
		['by the terms of the partner, where it has none', {}, {}, net(30), '2026-04-19'],
		['with terms that are no number, as without', { netPaymentTermDays: 'N60' }, {}, net(30), '2026-04-19'],
		['on the posting date, where nobody has terms', {}, {}, null, '2026-03-25'],
		['by another rule of the mapping', { paymentDueDate: '2026-04-19' }, { dueDate: ['posting+14'] }, net(30), '2026-04-08'],
		['so many days after its date', {}, { dueDate: ['documentDate+14'] }, net(30), '2026-04-03'],
		[
			'by the partner before the document',
			{ paymentDueDate: '2026-04-19' },
			{ dueDate: ['partner', 'document'] },
			net(10),
			'2026-03-30',
		],
		['by the next rule that has a date', {}, { dueDate: ['document', 'documentDate+1'] }, null, '2026-03-21'],
		['never by a rule for employees', {}, { employeeDueDate: ['posting+90'] }, null, '2026-03-25'],
	])('%s', (_, header, options, terms, expected) => expect(dueOf(bill(header), options, terms)).toBe(expected));

	test.each<[unknown, string[]]>([
		['N60', ['unreadable-terms']],
		[-30, ['unreadable-terms']],
		['30.5', ['unreadable-terms']],
		[[30], ['unreadable-terms']],
		['60.0', []],
		['', []],
		[null, []],
	])('by terms of %j has a warning where they cannot be read', (netPaymentTermDays, expected) => {
		const b1 = company({ accounts: null, partners: [partner('V100')] });
		const { warnings } = build(bill({ netPaymentTermDays, currencyAlphaCode: 'USD' }), {}, b1);
		expect(warnings.map(({ code }) => code)).toEqual(expected);
	});
});

describe('terms of B1', () => {
	test.each<[string, Partial<PaymentTerms>, number, string]>([
		['count from the posting date', { from: 'posting' }, 10, '2026-04-04'],
		['count from the end of the month', { startFrom: 'monthEnd' }, 10, '2026-04-10'],
		['a month after the end of the month is an end of a month', { startFrom: 'monthEnd', months: 1 }, 0, '2026-04-30'],
		['count from the start of the next month', { startFrom: 'monthStart' }, 0, '2026-04-01'],
		['count from the second half of a month to its end', { startFrom: 'halfMonth' }, 0, '2026-03-31'],
		['add months, then days', { months: 2 }, 5, '2026-05-25'],
	])('%s', (_, fields, days, expected) => expect(dueOf(bill(), {}, net(days, fields))).toBe(expected));

	test('a month that is too short has its last day', () =>
		expect(dueOf(bill({ invoiceDate: '2026-01-31' }), {}, net(0, { months: 1 }))).toBe('2026-02-28'));

	test('the first half of a month ends on the 15th', () =>
		expect(dueOf(bill({ invoiceDate: '2026-03-15' }), {}, net(0, { startFrom: 'halfMonth' }))).toBe('2026-03-15'));

	test('are read from PaymentTermsTypes', () => {
		const row = {
			StartFrom: 'pdt_MonthEnd',
			NumberOfAdditionalMonths: 1,
			NumberOfAdditionalDays: 10,
			BaselineDate: 'bld_TaxDate',
		};
		expect(paymentTermsFacts(row)).toEqual({ from: 'document', startFrom: 'monthEnd', months: 1, days: 10 });
		expect(paymentTermsFacts({})).toEqual({ from: 'posting', startFrom: null, months: 0, days: 0 });
	});
});

describe('a report', () => {
	const rides = wrapped(
		report(30, [entry(10, journal('TAXI', 10)), entry(20, journal('TAXI', 20, 'IBCP'), { reportEntryPatKey: 'IBCP' })]),
	);
	const books = (fields: object = {}) =>
		company({
			partners: [partner('EMP1', { terms: net(30) }), partner('IBCP', { terms: net(5, { from: 'posting' }) })],
			...fields,
		});

	test('is due to the employee on its posting date, to the card by the terms of the card', () => {
		const { DueDate, JournalEntryLines } = build(rides, {}, books()).journalEntry!;
		expect([DueDate, ...JournalEntryLines.map((posted) => posted.DueDate)]).toEqual([
			'2024-03-05',
			undefined,
			undefined,
			undefined,
			'2024-03-10',
		]);
	});

	test('by the rule for employees', () =>
		expect(build(rides, { employeeDueDate: ['posting+7'] }, books()).journalEntry!.DueDate).toBe('2024-03-12'));

	test('the due date of a line has to fit B1’s window as well', () => {
		const march = period('2024-03', '2024-03-01', '2024-03-31', { dueFrom: '2024-03-01', dueTo: '2024-03-08' });
		expect(codes(build(rides, {}, books({ periods: [march] })))).toEqual(['date-out-of-range']);
		const moved = build(rides, { periodPolicy: 'nextOpenDay' }, books({ periods: [march] }));
		expect(moved.journalEntry!.JournalEntryLines.at(-1)).not.toHaveProperty('DueDate');
		expect(moved.warnings.map(({ code }) => code)).toEqual(['date-moved']);
	});
});
