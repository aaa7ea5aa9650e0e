/** Entries of a company with branches stand in the number series that the mapping gives to their branches. */
import axios from 'axios';
import { readProfile } from '../../../nodes/shared/mapping';
import { entryFields } from '../../../nodes/shared/journalEntry/payload';
import type { Posting } from '../../../nodes/shared/posting';
import { closed } from './closing';
import type { Sandbox } from '../../../sandbox';

interface Booked {
	Series: number;
	Number: number;
	JournalEntryLines: { Reference1: string }[];
}

test('each entry has the series of its first line, and the next number of it', async () => {
	let booked: Booked[] = [];
	await closed('branches', async ({ url }: Sandbox) => {
		const { data } = await axios.get<{ entries: Booked[] }>(`${url}/control/ledger`, { proxy: false });
		booked = data.entries;
	});
	// Vienna has series 17 from number 10001, Graz 18 from 20001; the advance of Vienna is spent in Graz, the train was of both.
	expect(booked.map(({ Series, Number: number, JournalEntryLines: [line] }) => [line!.Reference1, Series, number])).toEqual([
		['8101', 18, 20001],
		['PA-1', 17, 10001],
		['8103', 17, 10002],
		['8104', 18, 20002],
		['PA-2', 18, 20003],
		['8106', 17, 10003],
	]);
});

const lines = (...branches: (string | undefined)[]) =>
	({ lines: branches.map((branch) => ({ branch, sources: [] })), names: {} }) as never as Posting;
const fieldsOf = (branches: (string | undefined)[], options: object) =>
	entryFields(lines(...branches), readProfile(options).profile);

test('the first line with a row counts, a series stated for all entries comes first, and no row leaves it to B1', () => {
	const branchSeries = { '1': '17', '2': ' 18 ' };
	expect(fieldsOf([undefined, '3', '2', '1'], { branchSeries })).toEqual({ Series: '18' });
	expect(fieldsOf(['3'], { branchSeries })).toBeUndefined();
	const userFields = [{ on: 'entry', field: 'Series', value: '30' }];
	expect(fieldsOf(['1'], { branchSeries, userFields })).toEqual({ Series: '30' });
});

test('a name in place of the number is a mistake of the mapping', () =>
	expect(readProfile({ branchSeries: { '1': 'Wien' } }).problems.join()).toContain('must be the number of a series'));
