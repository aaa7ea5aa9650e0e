/** Kinds of documents in other countries, with other rates and currencies than the cases. Every figure is worked out by hand. */
import { toJournalEntry } from '../../nodes/shared/journalEntry';
import { invoice, line } from '../posting/invoiceSample';
import { entry, journal, post, profileOf, report, toCompany, wrapped } from '../posting/sample';
import { cost, part, row, type Row } from '../posting/taxSample';

const booked = (document: unknown, options: unknown = {}) => {
	const { lines, audit } = toJournalEntry(post(document, options), profileOf(options), null);
	const texts = lines.map(({ role, debit, credit, taxCode, taxBase }) =>
		[role, debit ?? `-${credit}`, taxCode, taxBase && `of ${taxBase}`].filter(Boolean).join(' '),
	);
	return { texts, dates: audit.dates };
};
const tax = (code: string, rate: number | string) => ({ code, account: '1520', rate });

/** One receipt with its taxes, all of them reclaimed unless the row says otherwise. */
const receipt = (currency: string, gross: number, net: number, rows: Row[], reclaimed = gross - net) => {
	const nets = { amountNetOfTax: net, amountNetOfReclaim: Number((gross - reclaimed).toFixed(2)) };
	const journals = [
		cost(
			gross,
			rows.map(({ taxGuid }) => taxGuid),
			nets,
		),
	];
	return wrapped(report(gross, [entry(gross, [part(journals, rows)])], { employeeCurrencyAlphaCode: currency }));
};

describe('taxes of receipts', () => {
	test('Netherlands, one entry: 11.00 at 21 %, 9.00 at 9 %, the rest at 0 %', () => {
		const taxCodes = { H: tax('H21', 21), L: tax('L9', 9), Z: tax('Z0', 0) };
		const rows = [row('a', 11, 11, 'H'), row('b', 9, 9, 'L'), row('c', 0, 0, 'Z')];
		expect(booked(receipt('EUR', 290, 270, rows), { taxCodes }).texts).toEqual([
			'expense 270.00',
			'deductibleVat 11.00 H21 of 52.38',
			'deductibleVat 9.00 L9 of 100.00',
			'deductibleVat 0.00 Z0 of 117.62',
			'employeeVendor -290.00',
		]);
	});

	test('United Kingdom: mileage of 45.00 with 2.00 of fuel tax at 20 %', () => {
		expect(booked(receipt('GBP', 45, 43, [row('a', 2, 2, 'F')]), { taxCodes: { F: tax('I1', 20) } }).texts).toEqual([
			'expense 43.00',
			'deductibleVat 2.00 I1 of 10.00',
			'employeeVendor -45.00',
		]);
	});

	test('Canada: two taxes on one and the same amount', () => {
		const taxCodes = { G: tax('GST', 5), Q: tax('QST', '9.975') };
		expect(booked(receipt('CAD', 114.98, 100, [row('a', 5, 5, 'G'), row('b', 9.98, 9.98, 'Q')]), { taxCodes }).texts).toEqual([
			'expense 100.00',
			'deductibleVat 5.00 GST of 100.00',
			'deductibleVat 9.98 QST of 100.00',
			'employeeVendor -114.98',
		]);
	});

	test('Japan: half of 100 yen at 10 % is reclaimed', () => {
		expect(booked(receipt('JPY', 1100, 1000, [row('a', 100, 50, 'T')], 50), { taxCodes: { T: tax('T10', 10) } }).texts).toEqual([
			'expense 1000',
			'deductibleVat 50 T10 of 500',
			'nonDeductibleVat 50',
			'employeeVendor -1100',
		]);
	});

	test('Kuwait: fils at 5 %', () => {
		expect(booked(receipt('KWD', 10.5, 10, [row('a', 0.5, 0.5, 'T')]), { taxCodes: { T: tax('T5', 5) } }).texts).toEqual([
			'expense 10.000',
			'deductibleVat 0.500 T5 of 10.000',
			'employeeVendor -10.500',
		]);
	});

	test('a refund mirrors its charge', () => {
		const back = toCompany('COST', -119, 'EMPL', { taxGuid: ['a'], amountNetOfTax: -100, amountNetOfReclaim: -100 });
		const document = wrapped(report(-119, [entry(-119, [part([back], [row('a', -19, -19, 'V')])])]));
		expect(booked(document, { taxCodes: { V: tax('V19', 19) } }).texts).toEqual([
			'expense -100.00',
			'deductibleVat -19.00 V19 of 100.00',
			'employeeVendor 119.00',
		]);
	});
});

describe('taxes of invoices', () => {
	const bill = (total: number, lines: object[], header: object) =>
		invoice(total, lines as never, { processCompleteDate: '2024-09-02T00:00:00', ...header });
	const taxCodes = { V: tax('V19', 19), W: tax('V7', 7) };

	test('two lines of two rates', () => {
		const lines = [
			line('A', 119, { amountNet: 100, tax: [{ amountTax: 19, taxCode: 'V' }] }),
			line('B', 107, { amountNet: 100, tax: [{ amountTax: 7, taxCode: 'W' }] }),
		];
		expect(booked(bill(226, lines, { amountTax: 26 }), { taxCodes }).texts).toEqual([
			'expense 100.00',
			'expense 100.00',
			'deductibleVat 19.00 V19 of 100.00',
			'deductibleVat 7.00 V7 of 100.00',
			'vendor -226.00',
		]);
	});

	test('header tax on a line and its shipping, which has an account of its own', () => {
		const options = { taxCodes, headerTax: 'V', shipping: 'account', shippingAccount: '6700' };
		const document = bill(130.9, [line('A', 100)], { amountShippingTotal: 10, amountTax: 20.9 });
		expect(booked(document, options).texts).toEqual([
			'expense 100.00',
			'shipping 10.00',
			'deductibleVat 20.90 V19 of 110.00',
			'vendor -130.90',
		]);
	});

	test('header tax of a credit note', () => {
		expect(booked(bill(-119, [line('A', -100)], { amountTax: -19 }), { taxCodes, headerTax: 'V' }).texts).toEqual([
			'expense -100.00',
			'deductibleVat -19.00 V19 of 100.00',
			'vendor 119.00',
		]);
	});

	test('45 days after 25 August are 9 October; a due date of its own goes before', () => {
		expect(booked(bill(100, [line('A', 100)], { netPaymentTermDays: 45 })).dates.dueDate).toBe('2024-10-09');
		const stated = { netPaymentTermDays: 45, paymentDueDate: '2024-12-24' };
		expect(booked(bill(100, [line('A', 100)], stated)).dates.dueDate).toBe('2024-12-24');
	});
});

describe('the last evening of a month', () => {
	test.each([
		['Asia/Tokyo', '2024-03-31T16:30:00Z', '2024-04-01'],
		['Asia/Kolkata', '2024-03-31T18:29:00Z', '2024-03-31'],
		['Asia/Kolkata', '2024-03-31T18:31:00Z', '2024-04-01'],
		['America/Los_Angeles', '2024-04-01T06:59:00Z', '2024-03-31'],
		['Europe/London', '2024-03-31T23:30:00Z', '2024-04-01'],
		['Europe/London', '2024-02-29T23:30:00Z', '2024-02-29'],
	])('in %s, %s is %s', (timeZone, reportPaymentProcessingDate, day) => {
		const document = wrapped(report(10, [entry(10, journal('A', 10))], { reportPaymentProcessingDate }));
		expect(booked(document, { timeZone }).dates.postingDate).toBe(day);
	});
});
