/** Posting, tax and due date of an entry against B1's posting periods, and what is said of a date that B1 would refuse. */
import type { PeriodFacts } from '../../nodes/shared/journalEntry';
import { entryDates } from '../../nodes/shared/journalEntry/postingDate';
import { shortReason } from '../posting/findings';
import { post, profileOf } from '../posting/sample';
import { company, period, taxi } from './company';

const february = period('2024-02', '2024-02-01', '2024-02-29');
const march = period('2024-03', '2024-03-01', '2024-03-31');
const april = period('2024-04', '2024-04-01', '2024-04-30');
const may = period('2024-05', '2024-05-01', '2024-05-31');
const june = period('2024-06', '2024-06-01', '2024-06-30');
const locked = (facts: PeriodFacts): PeriodFacts => ({ ...facts, open: false });

interface Days {
	posting?: string;
	document?: string;
	due?: string;
}

/** The dates of a document with these days, what holds it and what is remarked. */
function datesOf({ posting = '2024-03-15', document, due }: Days, periods: PeriodFacts[] | null, options: object = {}) {
	const found = entryDates(
		{ ...post(taxi(), options), dates: { processing: posting, document }, dueDate: due },
		profileOf(options),
		company({ periods }),
		undefined,
	);
	return { ...found, reasons: found.reasons.map(shortReason), warnings: found.warnings.map(shortReason) };
}

const allOn = (day: string) => ({ postingDate: day, taxDate: day, dueDate: day, reasons: [], warnings: [] });
const nextOpenDay = { periodPolicy: 'nextOpenDay' };

describe('the dates of an entry', () => {
	test('are those of the document; tax and due date are the posting date where it states none', () => {
		const stated = { posting: '2024-03-05', document: '2024-02-28', due: '2024-04-04' };
		expect(datesOf(stated, null)).toEqual({
			postingDate: '2024-03-05',
			taxDate: '2024-02-28',
			dueDate: '2024-04-04',
			reasons: [],
			warnings: [],
		});
		expect(datesOf({ posting: '2024-03-05' }, null)).toEqual(allOn('2024-03-05'));
	});

	test.each([
		['userDefined', { postingDateFallback: [] }],
		['today', {}],
	])('a document without a date for the rule %s has none at all and is held', (rule, fallback) => {
		const held = datesOf({ document: '2024-02-28', due: '2024-04-04' }, [march], { postingDate: rule, ...fallback });
		expect(held).toEqual({
			postingDate: null,
			taxDate: null,
			dueDate: null,
			reasons: [`missing-date . postingDate: The document has no date for the posting date rule "${rule}".`],
			warnings: [],
		});
	});
});

describe('the posting date and the periods of B1', () => {
	test.each(['2024-03-01', '2024-03-15', '2024-03-31', '2024-04-01'])('%s lies in an open period', (day) => {
		expect(datesOf({ posting: day }, [march, april, locked(may)])).toEqual(allOn(day));
		expect(datesOf({ posting: day }, [march, april, locked(may)], nextOpenDay)).toEqual(allOn(day));
	});

	test.each([
		['before all periods', '2024-02-29', 'period-missing . ReferenceDate = 2024-02-29: B1 has no posting period for 2024-02-29.'],
		['after all periods', '2024-06-01', 'period-missing . ReferenceDate = 2024-06-01: B1 has no posting period for 2024-06-01.'],
		[
			'in a locked period',
			'2024-05-01',
			'period-locked . ReferenceDate = 2024-05-01: The posting date 2024-05-01 lies in period 2024-05, which is locked in B1.',
		],
		[
			'on the last day of a locked period',
			'2024-05-31',
			'period-locked . ReferenceDate = 2024-05-31: The posting date 2024-05-31 lies in period 2024-05, which is locked in B1.',
		],
	])('a day %s is held and stays as it is', (_, day, finding) => {
		expect(datesOf({ posting: day }, [march, april, locked(may)])).toEqual({ ...allOn(day), reasons: [finding] });
	});

	test.each([
		['the period is locked', [june, february, locked(march), april, may], '2024-04-01', 'period 2024-03 is locked'],
		['the next one is locked too', [june, may, locked(april), locked(march)], '2024-05-01', 'period 2024-03 is locked'],
		['there is none', [february, june, may, april], '2024-04-01', 'there is no posting period for it'],
		['the periods come in order', [february, april, may, june], '2024-04-01', 'there is no posting period for it'],
	])('moves to the first open day after it, never back, where %s', (_, periods, moved, why) => {
		expect(datesOf({}, periods, nextOpenDay)).toEqual({
			...allOn(moved),
			warnings: [`date-moved . ReferenceDate = ${moved}: Posting date moved from 2024-03-15 to ${moved}: ${why}.`],
		});
	});

	test('stays and is held where no open period follows', () => {
		expect(datesOf({}, [february, locked(march), locked(april)], nextOpenDay)).toEqual({
			...allOn('2024-03-15'),
			reasons: [
				'period-locked . ReferenceDate = 2024-03-15: The posting date 2024-03-15 lies in period 2024-03, which is locked in B1.',
			],
		});
		expect(datesOf({}, [february], nextOpenDay)).toEqual({
			...allOn('2024-03-15'),
			reasons: ['period-missing . ReferenceDate = 2024-03-15: B1 has no posting period for 2024-03-15.'],
		});
	});
});

describe.each([
	['TaxDate', 'document', 'taxDate', 'taxFrom', 'taxTo'],
	['DueDate', 'due', 'dueDate', 'dueFrom', 'dueTo'],
] as const)('%s and its window in the period', (field, of, date, from, to) => {
	const within = (start: string | null, end: string | null) => [{ ...march, [from]: start, [to]: end }];

	test.each([
		['no window', null, null, '2020-01-01'],
		['the first day', '2024-03-02', null, '2024-03-02'],
		['the last day', null, '2024-03-20', '2024-03-20'],
		['a day between', '2024-03-02', '2024-03-20', '2024-03-10'],
		['a window of one day', '2024-03-10', '2024-03-10', '2024-03-10'],
	])('%s is fine', (_, start, end, day) => {
		const expected = { ...allOn('2024-03-15'), [date]: day };
		expect(datesOf({ [of]: day, ...otherOf(of) }, within(start, end))).toEqual(expected);
		expect(datesOf({ [of]: day, ...otherOf(of) }, within(start, end), nextOpenDay)).toEqual(expected);
	});

	test.each([
		['before its first day', '2024-03-02', '2024-03-20', '2024-03-01', '2024-03-02 to 2024-03-20'],
		['after its last day', '2024-03-02', '2024-03-20', '2024-03-21', '2024-03-02 to 2024-03-20'],
		['before a window without end', '2024-03-02', null, '2024-03-01', '2024-03-02 to ...'],
		['after a window without beginning', null, '2024-03-20', '2024-03-21', '... to 2024-03-20'],
	])('%s it is held, or becomes the posting date by the policy', (_, start, end, day, window) => {
		const days = { [of]: day, ...otherOf(of) };
		expect(datesOf(days, within(start, end))).toEqual({
			...allOn('2024-03-15'),
			[date]: day,
			reasons: [`date-out-of-range . ${field} = ${day}: ${field} ${day} is outside the window ${window} of the posting period.`],
		});
		expect(datesOf(days, within(start, end), nextOpenDay)).toEqual({
			...allOn('2024-03-15'),
			warnings: [
				`date-moved . ${field} = ${day}: ${field} ${day} is outside B1's window ${window}; the posting date 2024-03-15 is used.`,
			],
		});
	});

	test.each([
		['before', '2024-03-20', '2024-03-25', '2024-03-10', '2024-03-20'],
		['after', '2024-03-01', '2024-03-10', '2024-03-20', '2024-03-10'],
		['after, without beginning', null, '2024-03-10', '2024-03-20', '2024-03-10'],
	])('%s a window that the posting date is outside of, too, it becomes its nearest day', (_, start, end, day, nearest) => {
		const { warnings, ...dates } = datesOf({ [of]: day, ...otherOf(of) }, within(start, end), nextOpenDay);
		expect(dates).toMatchObject({ postingDate: '2024-03-15', [date]: nearest, reasons: [] });
		expect(warnings[0]).toBe(
			`date-moved . ${field} = ${day}: ${field} ${day} is outside B1's window ${start ?? '...'} to ${end}; its nearest day ${nearest} is used.`,
		);
	});

	/** The other of the two dates lies on the posting date and in every window. */
	function otherOf(name: 'document' | 'due'): Days {
		return name === 'document' ? { due: '2024-03-15' } : { document: '2024-03-15' };
	}
});

test('the windows that count are those of the period the posting date moved to', () => {
	const next = { ...april, taxFrom: '2024-04-01', taxTo: '2024-04-30' };
	expect(datesOf({ document: '2024-03-10' }, [locked(march), next], nextOpenDay)).toEqual({
		...allOn('2024-04-01'),
		warnings: [
			'date-moved . ReferenceDate = 2024-04-01: Posting date moved from 2024-03-15 to 2024-04-01: period 2024-03 is locked.',
			"date-moved . TaxDate = 2024-03-10: TaxDate 2024-03-10 is outside B1's window 2024-04-01 to 2024-04-30; the posting date 2024-04-01 is used.",
		],
	});
});
