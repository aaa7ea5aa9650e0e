/** docs/countries.md shows mapping, an entry and reports of each company as they are checked in. UPDATE_DOCS=1 writes them anew. */
import { companyNames, companySeed } from '../../sandbox/companies';
import type { CostRow, OpenItem, PaymentRunRow, VatReportRow } from '../../sandbox/context';
import { generatedPart, markdownTable, page, source } from './handbook';

const PAGE = 'countries.md';
const MARKER = /<!-- company (\S+) (\S+) -->/g;

interface Reports {
	vat: VatReportRow[];
	openItems: OpenItem[];
	paymentRun: PaymentRunRow[];
	costs: CostRow[];
}

const shown = [...page(PAGE).matchAll(MARKER)].map(([, name, reference]) => ({ name: name!, reference: reference! }));

test('every company has its part', () => {
	expect(shown.map(({ name }) => name).sort()).toEqual(companyNames());
});

test.each(shown)('$name is shown as it is', ({ name, reference }) => {
	const reports = JSON.parse(source(`sandbox/companies/${name}/reports.json`)) as Reports;
	const text = [
		`Mapping, as rows:\n\n${fenced('csv', companySeed(name).mapping)}`,
		`An entry as it is booked (credit is negative):\n\n${fenced('', entryOf(name, reference))}`,
		reports.vat.length === 0 ? 'The tax report is empty.' : vatTable(reports.vat),
		itemsTable(reports.openItems),
		costsTable(reports.costs),
	].join('\n\n');
	expect(generatedPart(PAGE, `company ${name} ${reference}`, text)).toBe(text);
});

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

function entryOf(name: string, reference: string): string {
	const entry = source(`sandbox/companies/${name}/books.txt`)
		.split('\n\n')
		.find((part) => part.split(' ')[1] === reference);
	if (entry === undefined) throw new Error(`The books of ${name} have no ${reference}`);
	return entry;
}

const vatTable = (rows: VatReportRow[]): string =>
	markdownTable(
		['Tax report', 'Group', 'Base', 'Tax'],
		rows.map(({ period, group, base, tax }) => [period, group, base, tax]),
	);

const itemsTable = (rows: OpenItem[]): string =>
	markdownTable(
		['Open items', 'Due', 'Reference', 'Branch', 'Amount'],
		rows.map(({ partner, due, reference, branch, currency, amount, blocked }) => [
			partner,
			due,
			reference,
			branch === null ? '' : String(branch),
			`${amount} ${currency}${blocked ? ', payment blocked' : ''}`,
		]),
	);

const costsTable = (rows: CostRow[]): string =>
	markdownTable(
		['Costs by', 'Code', 'Account', 'Amount'],
		rows.map(({ by, code, account, amount }) => [by, code || '(none)', account, amount]),
	);
