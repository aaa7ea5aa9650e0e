import { createHash } from 'node:crypto';
import { reconcile, reconciliationCsv, reconciliationPage } from '../../nodes/shared/reconciliation';
import { books, booksOf, documents, MARCH, noted } from './month';

const page = reconciliationPage(reconcile(documents, books, MARCH), '2026-04-01 07:00 UTC');
const textOf = (text: string) =>
	text
		.replace(/<style>.*?<\/style>/s, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

test('the page says how the month adds up, and every figure', () => {
	const text = textOf(page);
	expect(text).toContain('6 received = 2 posted + 1 in review + 1 sent back to Concur + 1 recalled + 1 on their way');
	expect(text).toContain('Reconciliation 2026-03-01 to 2026-03-31 SBODEMO');
	for (const figure of ['120.50 EUR', '95.00 USD', '15.00', '190.00 USD', '-132.55 USD', 'EAST (dimension 2)'])
		expect(text).toContain(figure);
});

test('charts are drawn on the server: bars as long as their figures, and no script', () => {
	const charts = [...page.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg);
	expect(charts).toHaveLength(3);
	const bars = [...charts[0]!.matchAll(/class="bar"[^>]*width="([\d.]+)"/gs)].map(([, width]) => Number(width));
	// Two of two documents fill the 400 wide scale, one fills half of it.
	expect(bars).toEqual([400, 200, 200, 200, 200]);
	expect(charts[1]).toMatch(/class="below"/);
	expect(page).not.toMatch(/<script|<link|src=|style="/);
	const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page)!;
	expect(page).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
});

test('texts of documents are escaped on the page and run by no spreadsheet', () => {
	const evil = '=cmd|"x"!A1,<script>alert(1)</script>';
	const result = reconcile([noted('a', { reportNumber: evil, person: evil })], booksOf({}), MARCH);
	expect(reconciliationPage(result, '')).not.toContain('<script');
	const csv = reconciliationCsv(result);
	expect(csv).toContain(`"'=cmd|""x""!A1,<script>alert(1)</script>"`);
	expect(csv).not.toMatch(/(^|,)"?=/m);
});

test('the CSV has the counts, the differences and the amounts, and keeps negative amounts', () => {
	const lines = reconciliationCsv(reconcile(documents, books, MARCH)).split('\r\n');
	expect(lines[0]).toBe('section,key,person,currency,documents,concur,table,businessOne,difference,text,docId');
	expect(lines).toContain('count,received,,,6,,,,,,');
	expect(lines).toContain('count,posted,,,2,,,,,,');
	expect(lines).toContain('currency,USD,,USD,1,80.00,,95.00,15.00,,');
	expect(lines).toContain('account,211000,,USD,1,,,-132.55,,,');
	expect(lines.filter((one) => one.startsWith('look,Nb,Ann Lee'))).toHaveLength(1);
});
