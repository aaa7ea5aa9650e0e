import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runStart } from './startCommand';

interface Reports {
	vat: { period: string; group: string; base: string; tax: string }[];
	openItems: { partner: string; due: string; reference: string }[];
	costs: { by: string; code: string; account: string }[];
	trialBalance: object[];
}

/** Words of a line of a report, in their order, with any blanks between them. */
const lineWith = (...words: string[]): RegExp =>
	new RegExp(`^.*${words.map((word) => word.replace(/[$.*+?()[\]{}|\\^]/g, '\\$&')).join('.*')}`, 'm');

/** Runs `npm start -- --once` on a company of the sandbox, and holds what it ends with against the reports that are checked in. */
export async function expectBooksTieOut(company: string): Promise<void> {
	const reports = JSON.parse(readFileSync(join(ROOT, 'sandbox', 'companies', company, 'reports.json'), 'utf8')) as Reports;
	const { code, stdout, stderr, result } = await runStart(['--once', '--company', company]);
	const told = result?.documents.map(({ docId, outcome, reasons }) => ({ docId, outcome, reasons })) ?? [];
	expect({ code, open: told.filter(({ outcome }) => outcome !== 'confirmed'), stderr: code === 0 ? '' : stderr }).toEqual({
		code: 0,
		open: [],
		stderr: '',
	});
	expect(result?.trialBalance.map(({ account, debit, credit }) => ({ account, debit, credit }))).toEqual(reports.trialBalance);
	for (const title of ['VAT report', 'Open items', 'Payment run of today', 'Costs']) expect(stdout).toMatch(lineWith(title));
	for (const { period, group, tax } of reports.vat) expect(stdout).toMatch(lineWith(period, group, tax));
	for (const { partner, due, reference } of reports.openItems) expect(stdout).toMatch(lineWith(partner, due, reference));
	for (const { by, code: rule, account } of reports.costs) expect(stdout).toMatch(lineWith(by, rule || '(none)', account));
}
