/** Dates, codes and flags as Concur writes them. */
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
		['2024-03-05T00:30:00+0200', '2024-03-04'],
		['2024-02-29', '2024-02-29'],
		['2023-02-28', '2023-02-28'],
		['2023-01-29', '2023-01-29'],
		['2000-02-29', '2000-02-29'],
		['2024-01-31', '2024-01-31'],
		['2024-12-31', '2024-12-31'],
		['05/05/2024', '2024-05-05'],
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
		['a number', 20240305],
		['nothing', null],
	])('%s is no date', (_, value) => expect(taxi({ reportPaymentProcessingDate: value }).dates.processing).toBeUndefined());
});

test('codes are trimmed, and may be numbers', () => {
	const posting = post(wrapped(report(10, [entry(10, journal('TAXI', 10))], { reportKey: ' 17 ', reportOrgUnit4Code: 4711 })));
	expect([posting.reference, posting.lines[0]!.costCenter]).toEqual(['17', '4711']);
});

test.each(['Y', 'y', true, 1, '1', 'true'])('%p is Concur’s yes', (isTest) => expect(taxi({ isTest }).status).toBe('review'));
test.each(['N', 'n', false, 0, '0', 'false', '', null, 'yes please'])('%p is not', (isTest) =>
	expect(taxi({ isTest }).status).toBe('ready'),
);
