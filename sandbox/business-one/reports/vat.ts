import type { VatReportRow } from '../../context';
import { amountText, type Millionths } from '../amounts';
import type { Core } from '../core';
import { addTo, amountOf, bookedLines, debitOf, inOrder } from './lines';

/**
 * The tax report: base and tax of every tax group by month, in local currency. It reads tax lines (`VatLine`) with a group only, as B1's
 * own does; a tax that is posted to an account without a group stands in no report. Credits count as negative.
 */
export function vatReport(core: Core): VatReportRow[] {
	const sums = new Map<string, Millionths[]>();
	for (const { entry, line } of bookedLines(core)) {
		if (line.VatLine !== 'tYES' || typeof line.TaxGroup !== 'string' || line.TaxGroup === '') continue;
		const tax = debitOf(line);
		const base = amountOf(line, 'BaseSum');
		const month = String(entry.ReferenceDate).slice(0, 7);
		addTo(sums, JSON.stringify([month, line.TaxGroup]), [isCredit(tax, amountOf(line, 'FCCredit')) ? -base : base, tax]);
	}
	return [...sums]
		.sort(([left], [right]) => inOrder(left, right))
		.map(([key, [base = 0n, tax = 0n]]) => {
			const [period, group] = JSON.parse(key) as [string, string];
			return { period, group, base: amountText(base), tax: amountText(tax) };
		});
}

const isCredit = (tax: Millionths, foreignCredit: Millionths): boolean => tax < 0n || foreignCredit > 0n;
