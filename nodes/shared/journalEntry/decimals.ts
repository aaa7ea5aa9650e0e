import { Decimal, decimalsOf, formatAmount, RunningRounder } from '../money';
import { hasAmount, type PostingLine, type Role } from '../posting';
import { reason, type ReasonPlace, type ReviewReason } from '../review';

/** Roles of those who are paid: their amounts are never rounded away from what was approved. */
const CREDITORS: readonly Role[] = ['employeeVendor', 'cardVendor', 'vendor', 'payrollClearing'];

/**
 * The lines in the decimals that B1 keeps of their currency, where that is fewer than they have. Costs and taxes are rounded so that
 * they still add up; a creditor's amount that B1 cannot keep is held.
 */
export function inDecimals(
	lines: PostingLine[],
	decimals: number,
	posting: { docId: string | null },
	reasons: ReviewReason[],
): PostingLine[] {
	if (lines.every((line) => placesOf(amountOf(line)) <= decimals)) return lines;
	const rounder = new RunningRounder(decimals);
	const rounded = lines.map((line) => {
		const amount = amountOf(line);
		const isCreditor = CREDITORS.includes(line.role);
		if (isCreditor && placesOf(amount) > decimals) reasons.push(tooFine(posting, amount, line.currency, decimals));
		return isCreditor ? line : withAmount(line, rounder.next('', amount), decimals);
	});
	return rounded.filter((line) => hasAmount(line) || line.taxed !== undefined);
}

const amountOf = ({ debit, credit }: PostingLine): Decimal =>
	debit === undefined ? new Decimal(credit!).negated() : new Decimal(debit);

const placesOf = (amount: Decimal): number => amount.decimalPlaces();

/** Texts keep their length, because the content hash is made of them. */
function withAmount(line: PostingLine, amount: Decimal, decimals: number): PostingLine {
	const length = decimalsOf(line.currency);
	const text = formatAmount(amount.abs(), length);
	const base =
		line.taxBase === undefined ? {} : { taxBase: formatAmount(new Decimal(line.taxBase).toDecimalPlaces(decimals), length) };
	const isCredit = amount.isZero() ? line.credit !== undefined : amount.isNegative();
	return { ...line, ...base, debit: isCredit ? undefined : text, credit: isCredit ? text : undefined };
}

function tooFine(posting: { docId: string | null }, amount: Decimal, currency: string, decimals: number): ReviewReason {
	const place: ReasonPlace = { field: 'Decimals', value: amount.abs().toFixed() };
	const finding = `${amount.abs().toFixed()} ${currency} are owed, and B1 keeps ${decimals} decimals of that currency.`;
	return reason('payable-decimals', posting, finding, place);
}
