import { sumOfUnits, ZERO, type Decimal } from '../money';
import type { ReasonCode, ReasonPlace } from '../review';
import type { Assembly } from './assembly';
import type { PostingLine } from './types';

/** The journals of an entry must add up to what was approved. An entry that states no amount is worth what its journals say. */
export function checkEntryTotal(
	assembly: Assembly,
	name: string,
	amounts: readonly Decimal[],
	approved: Decimal | null,
): Decimal {
	const sum = sumOf(amounts);
	if (approved === null || approved === sum) return approved ?? sum;
	const figures = () => `${name}: its journals add up to ${sum.toFixed()}, approved are ${approved.toFixed()}`;
	compare(assembly, approved, sum, 'entry-total-mismatch', figures, { entry: name, field: 'entryApprovedAmount' });
	return approved;
}

/** The entries of a report must add up to its total, where it states one. */
export function checkReportTotal(assembly: Assembly, approved: readonly Decimal[]): void {
	const { total } = assembly;
	if (total === null) return;
	const sum = sumOf(approved);
	const figures = () => `The report's entries add up to ${sum.toFixed()}, its total is ${total.toFixed()}`;
	compare(assembly, total, sum, 'report-total-mismatch', figures, { field: 'totalApprovedAmount' });
}

function compare(
	assembly: Assembly,
	stated: Decimal,
	sum: Decimal,
	code: ReasonCode,
	figures: () => string,
	field: ReasonPlace,
): void {
	// Amounts that could not be read count as zero; the sums would only repeat what was found already.
	if (stated === sum || stated.equals(sum) || assembly.hasUnreadableAmounts) return;
	const difference = stated.minus(sum);
	const place = { ...field, value: stated.toFixed() };
	if (difference.abs().greaterThan(assembly.mapping.tolerance)) assembly.hold(code, `${figures()}.`, place);
	else assembly.warnAboutDifference(figures(), difference, place);
}

function sumOf(amounts: readonly Decimal[]): Decimal {
	return amounts.length === 1 ? amounts[0]! : amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
}

/**
 * Every flow has two equal sides, so lines always balance; if they ever do not, nothing may be posted.
 *
 * @throws Error on a breach, which is a bug
 */
export function assertLinesBalance(lines: readonly Pick<PostingLine, 'debit' | 'credit'>[], docId: string | null): void {
	const side = (name: 'debit' | 'credit') => sumOfUnits(lines.flatMap((line) => line[name] ?? []));
	const balance = side('debit') - side('credit');
	if (balance !== 0n) throw new Error(`The posting of document ${docId ?? '(no id)'} does not balance by ${balance} units`);
}
