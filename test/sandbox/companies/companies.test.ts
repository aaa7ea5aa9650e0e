import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { companyNames } from '../../../sandbox/companies';
import { amountText, FOLDER, readBooks } from './books';
import { closed, type Closed } from './closing';
import { expectedReports, type ExpectedReports } from './model';

const names = companyNames();

describe.each(names)('the company %s', (name) => {
	const file = join(FOLDER, name, 'reports.json');
	const checkedIn = (): ExpectedReports => JSON.parse(readFileSync(file, 'utf8')) as ExpectedReports;
	let close: Closed;

	beforeAll(async () => {
		if (process.env.UPDATE_REPORTS) writeFileSync(file, `${JSON.stringify(expectedReports(name), null, '\t')}\n`);
		close = await closed(name);
	});

	it('posts every document of its three months once', () => {
		expect(close.built.flatMap(({ reasons }) => reasons.map(({ code, message }) => `${code}: ${message}`))).toEqual([]);
		expect(close.posted.map(({ outcome, message }) => ({ outcome, message: outcome === 'posted' ? '' : message }))).toEqual(
			readBooks(name).map(() => ({ outcome: 'posted', message: '' })),
		);
	});

	it('books each document as the hand did', () => {
		const byHand = readBooks(name).map(({ date, reference, lines }) => ({
			date,
			reference,
			lines: lines.map(({ target, amount }) => `${target} ${amountText(amount)}`).sort(),
		}));
		expect(close.entries).toEqual(byHand);
	});

	it('has reports that follow from the books written by hand', () => {
		expect(checkedIn()).toEqual(expectedReports(name));
	});

	it.each(['vat', 'openItems', 'paymentRun', 'costs', 'trialBalance'] as const)('ties out: %s', (report) => {
		expect(close.reports[report]).toEqual(checkedIn()[report]);
	});
});
