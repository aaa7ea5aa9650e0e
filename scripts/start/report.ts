import { Decimal } from '../../nodes/shared/money';
import { budgetKeyText, type Balance } from '../../nodes/shared/funds';
import { isFunds, type DocumentResult, type RunResult } from './result';

const WIDTH = 100;

export const heading = (text: string): string => `\n${text}\n${'='.repeat(text.length)}\n`;
const indent = (text: string): string =>
	text
		.split('\n')
		.map((line) => (line === '' ? line : `  ${line}`))
		.join('\n');

function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/)) {
		if (line !== '' && line.length + 1 + word.length > width) {
			lines.push(line);
			line = '';
		}
		line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line];
}

function reasonLines(document: DocumentResult): string {
	return document.reasons
		.map(({ code, message }) => [`- ${code}`, ...wrap(message, WIDTH - 6).map((line) => `    ${line}`)].join('\n'))
		.join('\n');
}

function describe(document: DocumentResult): string {
	const entry =
		document.jdtNum === null ? '' : ` - journal entry ${document.number ?? document.jdtNum} (JdtNum ${document.jdtNum})`;
	const title = `${document.docType ?? 'document'} ${document.docId ?? document.file ?? ''}: ${document.outcome}${entry}, Concur: ${document.concurStatus ?? 'not loaded'}`;
	const parts = [title];
	if (document.postingRecord) parts.push(indent(document.postingRecord));
	if (document.reasons.length > 0) parts.push(indent(reasonLines(document)));
	return parts.join('\n');
}

/** Columns of text; those from `rightFrom` on are numbers. */
export function table(rows: string[][], rightFrom: number): string {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows
		.map((row) =>
			row.map((cell, column) => (column >= rightFrom ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  '),
		)
		.join('\n');
}

const count = (result: RunResult, outcome: DocumentResult['outcome']): number =>
	result.documents.filter((one) => one.outcome === outcome).length;

function budgetTable(balances: readonly Balance[]): string {
	const rows = balances.map(({ budgetKey, budget, actual, committed, available }) => {
		const amounts = [budget, actual, committed, available].map((amount) => new Decimal(amount).toFixed(2));
		return [budgetKeyText({ ...budgetKey, period: null }), budgetKey.period ?? '', ...amounts];
	});
	return table([['Account', 'Period', 'Budget', 'Actual', 'Committed', 'Available'], ...rows], 2);
}

/**
 * The run as an accountant reads it: every document with its posting record, then the trial balance, the budgets and the traffic.
 *
 * @param entries journal entries before and after the run
 * @param closing the reports of a company that has some to show
 */
export function renderReport(
	result: RunResult,
	balances: readonly Balance[],
	entries: { before: number; after: number },
	closing = '',
): string {
	const { businessOne, concur, logins } = result.requests;
	const order: Array<DocumentResult['outcome']> = ['confirmed', 'review', 'rejected', 'uncertain'];
	const titles = {
		confirmed: 'Posted and confirmed',
		review: 'In review',
		rejected: 'Refused by Business One',
		uncertain: 'Not settled yet',
	};
	const answered = result.documents.filter((one) => one.outcome === 'confirmed' && isFunds(one));
	const sections = [
		...order.map((outcome) => ({
			title: titles[outcome],
			documents: result.documents.filter((one) => one.outcome === outcome && !answered.includes(one)),
		})),
		{ title: 'Funds: answered', documents: answered },
	]
		.filter(({ documents }) => documents.length > 0)
		.map(({ title, documents }) => heading(title) + documents.map(describe).join('\n\n'));
	const balance = [
		['Account', 'Name', 'Debit', 'Credit'],
		...result.trialBalance.map((row) => [row.account, row.name ?? '', row.debit, row.credit]),
	];
	return [
		...sections,
		heading('Trial balance of the company (local currency)') + table(balance, 2),
		...(closing === '' ? [] : [closing]),
		heading('Budgets (local currency)') + budgetTable(balances),
		heading('Result') +
			`${count(result, 'confirmed')} confirmed, ${count(result, 'review')} in review, ${count(result, 'rejected')} refused, ${count(result, 'uncertain')} not settled` +
			`\nJournal entries in Business One: ${entries.before} before, ${entries.after} after` +
			`\nRequests: ${businessOne} to Business One (${logins} log-ins), ${concur} to Concur`,
	].join('\n');
}
