import type { CostRow } from '../../context';
import { amountText, type Millionths } from '../amounts';
import type { Core } from '../core';
import { COSTING_CODES } from '../journal/dimensions';
import { keyText, type Row } from '../store/store';
import { addTo, bookedLines, debitOf, inOrder } from './lines';

/**
 * The cost centre report: what stands on accounts of expenses by dimension in use, distribution rule and account, in local currency, and
 * the same by project. Costs without a rule or project have an empty one; they are what a controller looks for.
 */
export function costReport(core: Core): CostRow[] {
	const dimensions = core.store.rows('Dimensions').filter(({ IsActive }) => IsActive === 'tYES');
	const sums = new Map<string, Millionths[]>();
	const add = (by: string, code: unknown, line: Row) =>
		addTo(sums, JSON.stringify([by, typeof code === 'string' ? code : '', line.AccountCode]), [debitOf(line)]);
	for (const { line } of bookedLines(core)) {
		const account = core.store.get('ChartOfAccounts', keyText([String(line.AccountCode)]));
		if (account?.AccountType !== 'at_Expenses') continue;
		for (const { DimensionCode } of dimensions)
			add(`dimension ${String(DimensionCode)}`, line[COSTING_CODES[Number(DimensionCode) - 1] ?? ''], line);
		if (core.store.rows('Projects').length > 0) add('project', line.ProjectCode, line);
	}
	return [...sums]
		.sort(([left], [right]) => inOrder(left, right))
		.map(([key, [amount = 0n]]) => {
			const [by, code, account] = JSON.parse(key) as [string, string, string];
			return { by, code, account, amount: amountText(amount) };
		});
}
