import { DateTime } from 'luxon';
import { dayIn, readDate, startOf } from '../../nodes/shared/dates';

describe('what is a date', () => {
	it.each([
		['2026-03-31', '2026-03-31'],
		[' 2026-03-31 ', '2026-03-31'],
		['20260331', '2026-03-31'],
		[20260331, '2026-03-31'],
		['2024-02-29', '2024-02-29'],
		['2000-02-29', '2000-02-29'],
		['2026-03-31T00:00:00', '2026-03-31'],
		['2026-03-31T00:00:00Z', '2026-03-31'],
		['2026-03-31 18:30', '2026-03-31'],
		['2022-05-27T12:00:00.27Z', '2022-05-27'],
		['2026-03-31T23:30:00-08:00', '2026-04-01'],
		['2026-03-31T23:30:00-0800', '2026-04-01'],
		['2026-03-31T00:00:00+02:00', '2026-03-31'],
		[new Date('2026-03-31T10:00:00Z'), '2026-03-31'],
		[DateTime.fromISO('2026-03-31T00:00:00', { zone: 'Europe/Berlin' }), '2026-03-31'],
	])('%s', (value, day) => expect(dayIn(value)).toBe(day));

	it.each([
		'',
		'   ',
		'2026',
		'2026-03',
		'2026-02-30',
		'2026-02-29',
		'1900-02-29',
		'2026-13-01',
		'20261301',
		'2026-00-10',
		'2026-04-31',
		'03/31/2026',
		'31/03/2026',
		'03/04/2026',
		'08/08/2018',
		'31.03.2026',
		'2026.03.31',
		'2026-3-1',
		'31 March 2026',
		'0206-03-31',
		'2026-03-31T25:00:00Z',
		'2026-03-31T10:61:00Z',
		'2026-03-31T10:00:00+99:00',
		'2026-03-31T10:00:00 Berlin',
		'2026-02-30T10:00:00Z',
		'tomorrow',
		new Date('nothing'),
		DateTime.invalid('a test'),
		2026,
		20261301,
		1774915200000,
		null,
		undefined,
		true,
		{},
		[],
		['2026-03-31'],
	])('%p is none', (value) => expect(readDate(value)).toBeUndefined());
});

describe('the day of a moment', () => {
	it.each([
		['2026-04-01T01:30:00Z', 'America/Los_Angeles', '2026-03-31'],
		['2026-04-01T01:30:00Z', 'UTC', '2026-04-01'],
		['2026-03-31T22:30:00Z', 'Europe/Berlin', '2026-04-01'],
		['2026-03-31T18:30:00-07:00', 'America/Los_Angeles', '2026-03-31'],
		['2026-12-31T23:59:59.999Z', 'Pacific/Kiritimati', '2027-01-01'],
	])('%s in %s is %s', (value, zone, day) => expect(dayIn(value, zone)).toBe(day));

	it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])(
		'a bare day and a midnight stay the day they are written with, %s',
		(zone) => {
			for (const value of [
				'2026-03-31',
				'20260331',
				'2026-03-31T00:00:00',
				'2026-03-31T00:00:00.000Z',
				'2026-03-31T00:00:00+09:00',
			])
				expect(readDate(value, zone)).toEqual({ day: '2026-03-31', instant: null });
		},
	);

	it('a time without an offset is one of the zone, in winter and in summer', () => {
		expect(readDate('2026-01-15T18:30:00', 'Europe/Berlin')).toEqual({ day: '2026-01-15', instant: '2026-01-15T17:30:00.000Z' });
		expect(readDate('2026-07-15T18:30:00.5', 'Europe/Berlin')?.instant).toBe('2026-07-15T16:30:00.500Z');
		expect(readDate('2026-03-29T02:30:00', 'Europe/Berlin')?.instant).toMatch(/^2026-03-29T0[01]:30:00\.000Z$/);
	});

	it.each([
		['2026-03-01', 'Europe/Berlin', '2026-02-28T23:00:00.000Z'],
		['2026-03-01T00:00:00', 'Europe/Berlin', '2026-02-28T23:00:00.000Z'],
		['2026-03-01T00:00:00Z', 'Europe/Berlin', '2026-03-01T00:00:00.000Z'],
		['2026-03-01T09:00:00+01:00', 'America/New_York', '2026-03-01T08:00:00.000Z'],
		['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
		['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
		['01.03.2026', 'UTC', undefined],
	])('%s in %s begins at %s', (value, zone, start) => expect(startOf(value, zone)).toBe(start));

	it('a zone that does not exist is an error, not UTC', () => {
		expect(() => readDate('2026-03-31', 'Mars/Olympus')).toThrow('"Mars/Olympus" is no time zone');
	});
});
