import type { Reconciliation } from './types';

/** A text that begins like a formula would be run by a spreadsheet; amounts are none. */
const isFormula = (text: string): boolean => /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(\.\d+)?$/.test(text));

const cell = (text: string | number): string => {
	const safe = isFormula(String(text)) ? `'${text}` : String(text);
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const HEAD = [
	'section',
	'key',
	'person',
	'currency',
	'documents',
	'concur',
	'table',
	'businessOne',
	'difference',
	'text',
	'docId',
];

/** The whole reconciliation as one CSV text (RFC 4180), one kind of line a section, for spreadsheets. */
export function reconciliationCsv({ counts, received, differences, totals, openAccounts, currency }: Reconciliation): string {
	const rows: Array<Array<string | number>> = [
		HEAD,
		['count', 'received', '', '', received, '', '', '', '', '', ''],
		...Object.entries(counts).map(([fate, count]) => ['count', fate, '', '', count, '', '', '', '', '', '']),
		...differences.map((one) => [
			one.severity,
			one.document,
			one.person,
			'',
			'',
			one.concur,
			one.table,
			one.businessOne,
			one.code,
			one.text,
			one.docId,
		]),
		...totals.map((one) => [
			one.by,
			one.key,
			'',
			one.currency,
			one.documents,
			one.concur,
			'',
			one.businessOne,
			one.difference,
			'',
			'',
		]),
		...openAccounts.map((one) => ['account', one.code, one.name, currency, '', '', '', one.balance, '', one.text, '']),
	];
	return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
