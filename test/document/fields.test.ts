/** Dates, codes and flags as Concur writes them. */
import { advance, invoice, line } from '../posting/invoiceSample';
import { entry, journal, post, report, wrapped } from '../posting/sample';

const taxi = (fields: Record<string, unknown>) => post(report(10, [entry(10, journal('TAXI', 10))], fields));

describe('dates as Concur sends them', () => {
	test.each([
		['2024-03-05', '2024-03-05'],
		['2024-03-05T23:59:59.999Z', '2024-03-05'],
		['2024-03-05T23:30:00-05:00', '2024-03-06'],
		['2024-03-05T00:30:00+02:00', '2024-03-04'],
		['2024-03-05T23:30:00', '2024-03-05'],
		[' 2024-03-05 ', '2024-03-05'],
		['20240305', '2024-03-05'],
		['08/08/2018', '2018-08-08'],
		['2024-03-05T00:30:00+0200', '2024-03-04'],
		['2024-02-29', '2024-02-29'],
		['2023-02-28', '2023-02-28'],
		['2023-01-29', '2023-01-29'],
		['2000-02-29', '2000-02-29'],
		['2024-01-31', '2024-01-31'],
		['2024-12-31', '2024-12-31'],
	])('%s is %s', (text, day) => expect(taxi({ reportPaymentProcessingDate: text }).dates.processing).toBe(day));

	test.each([
		['no leap year', '2023-02-29'],
		['a century without leap day', '1900-02-29'],
		['no such day', '2024-04-31'],
		['no such day in February', '2024-02-30'],
		['day nought', '2024-03-00'],
		['month nought', '2024-00-10'],
		['month thirteen', '2024-13-10'],
		['year nought', '0000-01-01'],
		['a day and a month that could be either', '03/05/2024'],
		['a day before its month, with slashes', '13/11/2024'],
		['dots', '31.03.2024'],
		['a year before all travel', '0001-01-01'],
		['letters', '2024-0a-10'],
		['a day inside other text', 'x2024-03-05'],
		['a day with something behind', '2024-03-05x'],
		['eight digits behind a letter', 'x20240305'],
		['a slashed day behind another digit', '103/05/2024'],
		['eight digits and more', '202403051'],
		['a slashed day with more', '03/05/20245'],
		['an offset from a time that is none', '2024-03-05T99:00:00+01:00'],
		['words', 'tomorrow'],
		['a day that may be of March or of April', '03/04/2026'],
		['a day that no month could be', '08/25/2018'],
		['points', '31.03.2026'],
		['a year', 2026],
		['a list', ['2026-03-31']],
	])('%s is no date, and never another one', (_, value) => {
		const { dates, status, reasons } = taxi({ reportPaymentProcessingDate: value });
		expect([dates.processing, status]).toEqual([undefined, 'review']);
		const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
		expect(reasons).toMatchObject([{ code: 'unreadable-date', field: 'reportPaymentProcessingDate', value: shown }]);
		expect(reasons[0]!.message).toContain(`reportPaymentProcessingDate "${shown}" is no date that can be read`);
	});

	test('a date nested deeper than JavaScript writes is no date, and can still be named', () => {
		const deep: unknown = JSON.parse(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`);
		expect(() => JSON.stringify(deep)).toThrow(RangeError);
		const { status, reasons } = taxi({ reportPaymentProcessingDate: deep });
		expect(status).toBe('review');
		expect(reasons).toMatchObject([{ code: 'unreadable-date', value: 'nested too deep' }]);
	});

	test.each([null, undefined, '', '  '])('%p is nothing, and nothing to hold', (value) => {
		const { dates, status } = taxi({ reportPaymentProcessingDate: value });
		expect([dates.processing, status]).toEqual([undefined, 'ready']);
	});

	test.each(['reportSubmitDate', 'reportCreationDate', 'reportUserDefinedDate', 'reportEndDate'])(
		'%s is held where it is no date, though another date would do',
		(field) =>
			expect(taxi({ [field]: '2026-02-30' }).reasons).toMatchObject([{ code: 'unreadable-date', field, value: '2026-02-30' }]),
	);

	test.each([
		'postingDate',
		'processCompleteDate',
		'submitDate',
		'requestCreationDate',
		'invoiceReceivedDate',
		'invoiceDate',
		'paymentDueDate',
	])('%s of an invoice as well', (field) => {
		const { reasons } = post(invoice(50, [line('A', 50)], { [field]: '31.03.2026' }));
		expect(reasons).toMatchObject([{ code: 'unreadable-date', field, value: '31.03.2026' }]);
	});

	test.each(['issuedDate', 'requestDate'])('%s of a cash advance as well', (field) =>
		expect(post(advance({}, { [field]: '03/04/2026' })).reasons).toMatchObject([{ code: 'unreadable-date', field }]),
	);

	test('the date of an entry names its entry', () => {
		const { reasons } = post(report(10, [entry(10, journal('TAXI', 10), { entryId: 'E', entryDate: '31/03/2026' })]));
		expect(reasons).toMatchObject([
			{ code: 'unreadable-date', entry: 'entry E (Taxi)', field: 'entryDate', value: '31/03/2026' },
		]);
	});
});

describe('days of a time zone', () => {
	const day = (value: string, timeZone: string) =>
		post(report(10, [entry(10, journal('TAXI', 10))], { reportPaymentProcessingDate: value }), { timeZone }).dates.processing;

	test.each([
		['2026-04-01T01:30:00.000Z', 'America/Los_Angeles', '2026-03-31'],
		['2026-03-31T22:30:00Z', 'Europe/Berlin', '2026-04-01'],
		['2026-03-31T15:30:00Z', 'Asia/Tokyo', '2026-04-01'],
		['2026-03-31T18:30:00-07:00', 'America/Los_Angeles', '2026-03-31'],
		['2026-03-31T18:30:00', 'America/Los_Angeles', '2026-03-31'],
		['2026-04-01T00:00:00.000Z', 'America/Los_Angeles', '2026-04-01'],
		['2026-04-01T00:00:00', 'America/Los_Angeles', '2026-04-01'],
		['2026-04-01', 'America/Los_Angeles', '2026-04-01'],
		['2026-03-31T23:30:00Z', 'UTC', '2026-03-31'],
	])('%s is in %s the %s', (value, timeZone, expected) => expect(day(value, timeZone)).toBe(expected));
});

test('codes are trimmed, and may be numbers', () => {
	const posting = post(wrapped(report(10, [entry(10, journal('TAXI', 10))], { reportKey: ' 17 ', reportOrgUnit4Code: 4711 })));
	expect([posting.reference, posting.lines[0]!.costCenter]).toEqual(['17', '4711']);
});

test.each(['Y', 'y', true, 1, '1', 'true'])('%p is Concur’s yes', (isTest) => expect(taxi({ isTest }).status).toBe('review'));
test.each(['N', 'n', false, 0, '0', 'false', '', null, 'yes please'])('%p is not', (isTest) =>
	expect(taxi({ isTest }).status).toBe('ready'),
);
