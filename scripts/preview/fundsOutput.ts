import { budgetKeyText } from '../../nodes/shared/funds';
import { moneyText, type FundsPreview } from './funds';

type Write = (text: string) => unknown;

/** Prints what stands after each step, in the order of the file, as a JSON array. */
export function printFundsJson(previews: readonly FundsPreview[], write: Write): void {
	write(`[\n${previews.map(({ situation }) => JSON.stringify(situation)).join(',\n')}\n]\n`);
}

/** Prints every step with its answer, then the balance of every budget. */
export function printFundsTables(file: string, previews: readonly FundsPreview[], write: Write): void {
	for (const preview of previews) write(`${stepText(file, preview)}\n\n`);
}

const CONFIRM_TEXT = { success: 'confirmed', error: 'REFUSED', posted: 'posted', review: 'NEEDS REVIEW' } as const;

function stepText(file: string, { position, step, result, balances, currency, situation }: FundsPreview): string {
	const what = [step.kind === 'actuals' ? 'expense report' : step.kind, step.reference].filter(Boolean).join(' ');
	const repeated = result.outcome === 'repeated' ? ' (repeated, nothing changed)' : '';
	const number = result.answer?.documentNumber ? `, document number ${result.answer.documentNumber}` : '';
	const lines = [
		`${file}, step ${position}: ${step.instruction} ${what}: ${CONFIRM_TEXT[situation.confirm]}${number}${repeated}`,
	];
	for (const { code, text } of result.answer?.messages ?? []) lines.push(`  ! ${code}: ${text}`);
	if (result.answer === null) for (const { code, message } of result.reasons) lines.push(`  ! ${code}: ${message}`);
	for (const { kind, id, open } of situation.commitments) lines.push(`  ${kind} ${id} holds ${open} ${currency}`.trimEnd());
	const header = ['budget', 'amount', 'actual', 'committed', 'available'];
	const rows = balances.map(({ budgetKey, budget, actual, committed, available }) => [
		budgetKeyText(budgetKey),
		...[budget, actual, committed, available].map((amount) => moneyText(amount, currency)),
	]);
	return [...lines, ...table([header, ...rows])].join('\n');
}

/** Columns padded to their widest cell: the first to the left, amounts to the right. */
function table(rows: readonly string[][]): string[] {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows.map(
		(row) =>
			`  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')}`,
	);
}
